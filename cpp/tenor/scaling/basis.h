#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <span>
#include <vector>

#include "tenor/scaling/team.h"

namespace tenor {

/// Long vectors that are kept, one after the other: the basis of a Krylov space. Memory grows a vector at a
/// time, and none is ever moved.
class Basis {
 public:
  explicit Basis(std::size_t length) : length_(length) {}

  [[nodiscard]] std::size_t size() const { return vectors_.size(); }
  [[nodiscard]] std::size_t length() const { return length_; }
  double* operator[](std::size_t i) { return vectors_[i]; }
  const double* operator[](std::size_t i) const { return vectors_[i]; }
  /// Adds a vector; what is in it is left open.
  double* grow();

  /// Takes out of the `count` vectors at `from` what they have in the direction of each of the first
  /// `against` vectors (classical Gram-Schmidt, once). Returns the largest |cosine| found for the last of
  /// them.
  double remove(std::size_t against, double* const* from, std::size_t count, Team& team) const;
  /// out (length x columns, by rows) = sum_i basis_i * weights(i, .); weights: by rows, columns of them each,
  /// for the first vectors.
  void combine(std::span<const double> weights, std::size_t columns, double* out, Team& team) const;

 private:
  struct Release {
    void operator()(double* block) const { ::operator delete[](block, std::align_val_t{page}); }
  };
  // Reading the basis is what the method spends its time on, and with small pages a fifth of that goes on
  // finding them.
  static constexpr std::size_t page = std::size_t{2} << 20;

  std::size_t length_;
  std::vector<double*> vectors_;
  std::vector<std::unique_ptr<double[], Release>> blocks_;
  double* next_ = nullptr;  // in the last block
  std::size_t free_ = 0;    // bytes left there
};

double dot(const double* a, const double* b, std::size_t n);

}  // namespace tenor
