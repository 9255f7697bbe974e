#include "tenor/terms/memory.h"

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <new>
#include <utility>
#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace tenor {

Memory::Memory(Memory&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)),
      bytes_(std::exchange(other.bytes_, 0)),
      mapped_(std::exchange(other.mapped_, false)) {}

Memory& Memory::operator=(Memory&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(bytes_, other.bytes_);
  std::swap(mapped_, other.mapped_);
  return *this;
}

#if defined(__linux__)

namespace {

constexpr std::size_t large_page = std::size_t{2} << 20;

// Address space that begins at a large page; nothing of it is taken up before it is written.
void* reserve(std::size_t bytes) {
  void* const all = mmap(nullptr, bytes + large_page, PROT_READ | PROT_WRITE,
                         MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (all == MAP_FAILED) throw std::bad_alloc();
  const std::size_t before = -reinterpret_cast<std::uintptr_t>(all) % large_page;
  char* const begin = static_cast<char*>(all) + before;
  if (before != 0) munmap(all, before);
  munmap(begin + bytes, large_page - before);
  madvise(begin, bytes, MADV_HUGEPAGE);  // where it fails, pages are small
  return begin;
}

}  // namespace

Memory::~Memory() {
  if (mapped_) {
    munmap(data_, bytes_);
  } else {
    std::free(data_);
  }
}

void Memory::map(std::size_t bytes) {
  if (mapped_ && bytes <= bytes_) {
    if (bytes < bytes_) munmap(static_cast<char*>(data_) + bytes, bytes_ - bytes);
    bytes_ = bytes;
    return;
  }
  void* const to = reserve(bytes);
  if (mapped_) {
    if (mremap(data_, bytes_, bytes, MREMAP_MAYMOVE | MREMAP_FIXED, to) == MAP_FAILED) {
      munmap(to, bytes);
      throw std::bad_alloc();
    }
  } else if (data_ != nullptr) {
    std::memcpy(to, data_, bytes_ < bytes ? bytes_ : bytes);
    std::free(data_);
  }
  data_ = to, bytes_ = bytes, mapped_ = true;
}

void Memory::resize(std::size_t bytes) {
  if (mapped_ || bytes >= 2 * large_page) {
    return map((bytes / large_page + (bytes % large_page != 0 || bytes == 0 ? 1 : 0)) * large_page);
  }
#else

Memory::~Memory() {
  std::free(data_);
}

void Memory::resize(std::size_t bytes) {
#endif
  void* const moved = std::realloc(data_, bytes == 0 ? 1 : bytes);
  if (moved == nullptr) throw std::bad_alloc();
  data_ = moved, bytes_ = bytes;
}

}  // namespace tenor
