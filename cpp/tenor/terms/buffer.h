#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <type_traits>

namespace tenor {

/// A growing array of plain values on malloc: it grows without copying where the system can move pages, its
/// new elements are not written twice, and its memory can be handed to whoever frees it with `free`.
template <class T>
class Buffer {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  Buffer() = default;
  explicit Buffer(std::size_t size) { resize(size); }
  Buffer(Buffer&& other) noexcept : data_(std::move(other.data_)), size_(other.size_), room_(other.room_) {
    other.size_ = other.room_ = 0;
  }
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;
  ~Buffer() = default;
  Buffer& operator=(Buffer&& other) noexcept {
    data_ = std::move(other.data_), size_ = other.size_, room_ = other.room_;
    other.size_ = other.room_ = 0;
    return *this;
  }

  void push_back(T value) {
    if (size_ == room_) reserve(room_ < 1024 ? 1024 : room_ + room_ / 2);
    data_.get()[size_++] = value;
  }
  /// New elements hold anything.
  void resize(std::size_t size) {
    if (size > room_) reserve(size);
    size_ = size;
  }
  /// To the size exactly; what was beyond it is given back.
  void shrink() {
    if (size_ < room_) reserve(size_ == 0 ? 1 : size_);
  }
  /// Takes over memory from malloc that has room for so many elements.
  static Buffer adopt(T* data, std::size_t size, std::size_t room) {
    Buffer buffer;
    buffer.data_.reset(data);
    buffer.size_ = size, buffer.room_ = room;
    return buffer;
  }
  /// Never null: an empty array is one to its new owner too.
  T* release() {
    if (room_ == 0) reserve(1);
    size_ = room_ = 0;
    return data_.release();
  }
  [[nodiscard]] T* data() { return data_.get(); }
  [[nodiscard]] const T* data() const { return data_.get(); }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::size_t room() const { return room_; }
  T& operator[](std::size_t i) { return data_.get()[i]; }
  const T& operator[](std::size_t i) const { return data_.get()[i]; }

 private:
  struct Free {
    void operator()(T* data) const { std::free(data); }
  };
  void reserve(std::size_t room) {
    void* moved = std::realloc(data_.get(), room * sizeof(T));
    if (moved == nullptr) throw std::bad_alloc();
    (void)data_.release();
    data_.reset(static_cast<T*>(moved));
    room_ = room;
  }

  std::unique_ptr<T, Free> data_;
  std::size_t size_ = 0, room_ = 0;
};

}  // namespace tenor
