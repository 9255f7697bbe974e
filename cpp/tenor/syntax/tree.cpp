#include "tenor/syntax/tree.h"

#include <algorithm>

namespace tenor {
namespace {

struct Arc {
  std::uint32_t head = 0, dependent = 0;
};

// A cycle made one node: what its members were when it was closed.
struct Contraction {
  std::vector<std::uint32_t> members;
  std::vector<Arc> arcs;  // into each member, round the cycle
  std::vector<std::vector<std::uint32_t>> words;
};

// Node 0 is the root, node i + 1 word i. Scores are of arcs between nodes that stand for contracted cycles.
class Edmonds {
 public:
  Edmonds(const std::vector<float>& scores, std::size_t n)
      : size_(n + 1), score_(size_ * size_), arc_(size_ * size_), words_(size_), alive_(size_, true) {
    float least = 0, most = 0;
    for (const float s : scores) least = std::min(least, s), most = std::max(most, s);
    // So dear is an arc from the root that the best tree has one only (a tree needs one).
    const double toll =
        (static_cast<double>(most) - static_cast<double>(least) + 1) * static_cast<double>(n + 1);
    for (std::uint32_t h = 0; h < size_; ++h) {
      words_[h] = {h};
      for (std::uint32_t d = 1; d < size_; ++d) {
        score_[h * size_ + d] = static_cast<double>(scores[(d - 1) * size_ + h]) - (h == 0 ? toll : 0);
        arc_[h * size_ + d] = {h, d};
      }
    }
  }

  std::vector<std::uint32_t> solve() {
    std::vector<std::uint32_t> best(size_, 0);
    for (std::uint32_t d = 1; d < size_; ++d) best[d] = best_head(d);
    for (;;) {
      const std::vector<std::uint32_t> cycle = find_cycle(best);
      if (cycle.empty()) break;
      contract(cycle, best);
      for (std::uint32_t d = 1; d < size_; ++d) {
        if (!alive_[d]) continue;
        if (d == cycle[0] || !alive_[best[d]]) best[d] = best_head(d);
      }
    }
    return expand(best);
  }

 private:
  [[nodiscard]] std::uint32_t best_head(std::uint32_t d) const {
    std::uint32_t best = d == 0 ? 1 : 0;
    for (std::uint32_t h = 1; h < size_; ++h)
      if (h != d && alive_[h] && score_[h * size_ + d] > score_[best * size_ + d]) best = h;
    return best;
  }

  [[nodiscard]] std::vector<std::uint32_t> find_cycle(const std::vector<std::uint32_t>& best) const {
    std::vector<std::uint32_t> seen(size_, 0);  // by which walk
    for (std::uint32_t start = 1; start < size_; ++start) {
      if (!alive_[start]) continue;
      std::uint32_t at = start;
      while (at != 0 && seen[at] == 0) seen[at] = start, at = best[at];
      if (at == 0 || seen[at] != start) continue;
      std::vector<std::uint32_t> cycle{at};
      for (std::uint32_t next = best[at]; next != at; next = best[next]) cycle.push_back(next);
      return cycle;
    }
    return {};
  }

  // The cycle becomes its first member. An arc into it is worth what it gains over the arc it replaces.
  void contract(const std::vector<std::uint32_t>& cycle, const std::vector<std::uint32_t>& best) {
    Contraction made{cycle, {}, {}};
    std::vector<double> inside(cycle.size());
    for (std::size_t i = 0; i < cycle.size(); ++i) {
      const std::uint32_t d = cycle[i];
      inside[i] = score_[best[d] * size_ + d];
      made.arcs.push_back(arc_[best[d] * size_ + d]);
      made.words.push_back(words_[d]);
      if (i > 0) alive_[d] = false;
    }
    const std::uint32_t all = cycle[0];
    for (std::uint32_t other = 0; other < size_; ++other) {
      if (!alive_[other] || other == all) continue;
      std::size_t in = 0, out = 0;
      for (std::size_t i = 1; i < cycle.size(); ++i) {
        if (score_[other * size_ + cycle[i]] - inside[i] > score_[other * size_ + cycle[in]] - inside[in])
          in = i;
        if (score_[cycle[i] * size_ + other] > score_[cycle[out] * size_ + other]) out = i;
      }
      const std::size_t into = other * size_ + cycle[in], from = cycle[out] * size_ + other;
      const double gain = score_[into] - inside[in];
      arc_[other * size_ + all] = arc_[into];
      score_[other * size_ + all] = gain;
      arc_[all * size_ + other] = arc_[from];
      score_[all * size_ + other] = score_[from];
    }
    for (std::size_t i = 1; i < cycle.size(); ++i)
      words_[all].insert(words_[all].end(), words_[cycle[i]].begin(), words_[cycle[i]].end());
    contractions_.push_back(std::move(made));
  }

  [[nodiscard]] std::vector<std::uint32_t> expand(const std::vector<std::uint32_t>& best) const {
    std::vector<Arc> chosen(size_);
    for (std::uint32_t d = 1; d < size_; ++d)
      if (alive_[d]) chosen[d] = arc_[best[d] * size_ + d];
    for (auto made = contractions_.rbegin(); made != contractions_.rend(); ++made) {
      const Arc entering = chosen[made->members[0]];
      for (std::size_t i = 0; i < made->members.size(); ++i) {
        const auto& words = made->words[i];
        const bool entered = std::find(words.begin(), words.end(), entering.dependent) != words.end();
        chosen[made->members[i]] = entered ? entering : made->arcs[i];
      }
    }
    std::vector<std::uint32_t> heads;
    for (std::uint32_t d = 1; d < size_; ++d) heads.push_back(chosen[d].head);
    return heads;
  }

  std::size_t size_;
  std::vector<double> score_;
  std::vector<Arc> arc_;
  std::vector<std::vector<std::uint32_t>> words_;
  std::vector<bool> alive_;
  std::vector<Contraction> contractions_;
};

}  // namespace

bool is_tree(const std::vector<std::uint32_t>& heads) {
  if (heads.empty() || std::count(heads.begin(), heads.end(), 0U) != 1) return heads.empty();
  // Each word is walked from once: `seen` keeps the walk that met it.
  std::vector<std::uint32_t> seen(heads.size() + 1, 0);
  for (std::uint32_t start = 1; start <= heads.size(); ++start) {
    std::uint32_t at = start;
    while (at != 0 && seen[at] == 0) seen[at] = start, at = heads[at - 1];
    if (at != 0 && seen[at] == start) return false;
  }
  return true;
}

std::vector<std::uint32_t> best_tree(const std::vector<float>& scores, std::size_t n) {
  std::vector<std::uint32_t> heads(n);
  for (std::size_t i = 0; i < n; ++i) {
    const float* row = scores.data() + i * (n + 1);
    std::size_t best = 0;
    for (std::size_t h = 1; h <= n; ++h)
      if (h != i + 1 && row[h] > row[best]) best = h;
    heads[i] = static_cast<std::uint32_t>(best);
  }
  return is_tree(heads) ? heads : Edmonds(scores, n).solve();
}

}  // namespace tenor
