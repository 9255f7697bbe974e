#include "tenor/scaling/svd.h"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>
#include <string>

#include "tenor/error.h"
#include "tenor/scaling/gram.h"
#include "tenor/scaling/lanczos.h"

namespace tenor {
namespace {

// Up to this size the whole Gram matrix is made: quicker, and it finds every copy of a repeated value.
constexpr std::size_t dense_limit = 200;

[[noreturn]] void above_rank(std::size_t k, std::size_t rank) {
  throw Error("k is " + std::to_string(k) + ", but the matrix has rank " + std::to_string(rank) +
              "; choose a smaller k");
}

// The right singular vectors from those of the smaller side (size x k, by rows).
std::vector<double> right_vectors(const Gram& gram, std::vector<double> small,
                                  const std::vector<double>& singular, Team& team) {
  if (!gram.wide()) return small;
  const SparseView& a = gram.half();  // features by documents
  const std::size_t k = singular.size();
  std::vector<double> right(a.rows() * k, 0.0);
  const std::vector<std::size_t> parts = parts_of(a);
  team.run(parts.size() - 1, [&](std::size_t part) {
    for (std::size_t row = parts[part]; row < parts[part + 1]; ++row) {
      double* out = &right[row * k];
      for (std::size_t e = a.begin(row); e < a.end(row); ++e) {
        const double* from = &small[a.column(e) * k];
        for (std::size_t j = 0; j < k; ++j) out[j] += a.values[e] * from[j];
      }
      for (std::size_t j = 0; j < k; ++j) out[j] /= singular[j];
    }
  });
  return right;
}

// A singular vector's sign is arbitrary: here its largest component is positive.
void fix_signs(std::vector<double>& vectors, std::size_t k) {
  std::vector<double> largest(k, 0.0);
  for (std::size_t i = 0; i < vectors.size(); ++i) {
    if (std::abs(vectors[i]) > std::abs(largest[i % k])) largest[i % k] = vectors[i];
  }
  for (std::size_t i = 0; i < vectors.size(); ++i) {
    if (largest[i % k] < 0) vectors[i] = -vectors[i];
  }
}

Eigenpairs dense_pairs(const Gram& gram, std::size_t k) {
  const SparseView& a = gram.half();
  const auto n = static_cast<Eigen::Index>(gram.size());
  Eigen::MatrixXd g = Eigen::MatrixXd::Zero(n, n);
  for (std::size_t row = 0; row < a.rows(); ++row) {
    for (std::size_t e = a.begin(row); e < a.end(row); ++e) {
      for (std::size_t f = a.begin(row); f < a.end(row); ++f)
        g(a.indices[e], a.indices[f]) += a.values[e] * a.values[f];
    }
  }
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(g);
  Eigenpairs out;
  out.size = gram.size();
  for (Eigen::Index i = n; i-- > 0;) out.values.push_back(solver.eigenvalues()[i]);
  for (Eigen::Index i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < k; ++j)
      out.vectors.push_back(solver.eigenvectors()(i, n - 1 - static_cast<Eigen::Index>(j)));
  }
  return out;
}

}  // namespace

Svd leading_svd(const SparseView& x, std::size_t k, unsigned threads, std::uint64_t seed) {
  check(x);
  if (k == 0) throw Error("k is 0; choose how many singular vectors are wanted, 1 or more");
  Team team(threads);
  Gram gram(x, team);
  if (x.values.empty()) above_rank(k, 0);
  if (k > gram.size()) {
    throw Error("k is " + std::to_string(k) + ", above the rank of a matrix of " + std::to_string(x.rows()) +
                " documents and " + std::to_string(x.columns) + " features; choose a smaller k");
  }
  const Operator apply = [&](const double* v, double* out) { gram(v, out); };
  Eigenpairs pairs = gram.size() <= dense_limit ? dense_pairs(gram, k)
                                                : leading_eigenpairs(gram.size(), apply, k, seed, team);
  const std::size_t rank = pairs.rank();
  if (rank < k) above_rank(k, rank);
  Svd out;
  for (std::size_t j = 0; j < k; ++j) out.singular_values.push_back(std::sqrt(pairs.values[j]));
  out.right = right_vectors(gram, std::move(pairs.vectors), out.singular_values, team);
  fix_signs(out.right, k);
  out.steps = pairs.steps;
  return out;
}

}  // namespace tenor
