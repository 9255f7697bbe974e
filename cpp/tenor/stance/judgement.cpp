#include "tenor/stance/judgement.h"

#include <algorithm>

#include "tenor/stance/evaluation.h"
#include "tenor/stance/governor.h"
#include "tenor/stance/judging_verb.h"

namespace tenor {

std::size_t text_end(const Layout& l) {
  std::size_t end = l.size();
  while (end > 0 && l.tag(end - 1) == Tag::stop) --end;
  return end;
}

void add_judgement(const Layout& l, Judgement j, std::vector<Judgement>& out) {
  const std::size_t end = text_end(l);
  if (j.target.empty() || j.target.first >= end) return;
  Range& target = j.target;
  target.end = std::min(target.end, end);
  // No target ends with a mark or with a word that something must follow: "assist authorities and".
  const auto dangles = [&](std::size_t i) {
    const Tag t = l.tag(i);
    return t == Tag::quote || t == Tag::comma || t == Tag::stop || t == Tag::CC || t == Tag::TO;
  };
  while (!target.empty() && dangles(target.end - 1)) --target.end;
  if (!target.empty() && l.word(target.first) == "that" && l.tag(target.first) == Tag::IN) ++target.first;
  while (!target.empty() && l.tag(target.first) == Tag::quote) ++target.first;
  if (target.empty() || l.is_time(target)) return;
  // "do what we do"
  const Tag tag = l.tag(target.first);
  const bool empty =
      tag == Tag::MD || tag == Tag::IN || l.word(target.first) == "do" || l.word(target.first) == "be";
  if (target.end - target.first == 1 && empty) return;
  const auto known = [&](const Judgement& other) { return other.target.first == target.first; };
  if (std::none_of(out.begin(), out.end(), known)) out.push_back(j);
}

std::vector<Judgement> find_judgements(const Layout& layout, const std::vector<Range>& said,
                                       const Scorer* scorer) {
  if (layout.size() > longest_read) return {};
  std::vector<Judgement> out = find_judging_verbs(layout, scorer);
  // "insisted that they will reject it" is about what they reject.
  const std::vector<Judgement> all = out;
  std::erase_if(out, [&](const Judgement& outer) {
    return outer.clause && std::any_of(all.begin(), all.end(), [&](const Judgement& inner) {
             return inner.word != outer.word && outer.target.contains(inner.word);
           });
  });
  for (const Judgement& j : find_governed(layout)) add_judgement(layout, j, out);
  for (const Judgement& j : find_evaluations(layout, said, scorer)) {
    // Who judges in somebody's words is not what these words judge.
    const bool judges = std::any_of(out.begin(), out.end(), [&](const Judgement& other) {
      return other.ground == Ground::verb && other.holder.contains(j.target.first);
    });
    if (j.ground != Ground::predicate || !judges) add_judgement(layout, j, out);
  }
  std::stable_sort(out.begin(), out.end(), [](auto& a, auto& b) { return a.word < b.word; });
  return out;
}

}  // namespace tenor
