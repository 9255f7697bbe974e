#include "tenor/voice/nesting.h"

#include <algorithm>
#include <array>

#include "tenor/text/listed.h"

namespace tenor {

bool is_report(const Finding& f) {
  if (!f.verb || f.verb->kind == Kind::accusation) return true;
  if (f.verb->kind != Kind::statement && f.verb->kind != Kind::denial) return false;
  static constexpr auto sayings = std::to_array<std::string_view>(
      {"that-clause", "clause without that", "content before the subject", "content before an inverted verb",
       "quotation after the verb", "colon after the verb"});
  return listed(f.rule, sayings);
}

namespace {

// Does a verb stand in what another finding attributes? By the tree too, where that says how far it reaches.
bool holds(const Layout& l, const Finding& outer, const Finding& f) {
  const std::size_t cue = f.cue.first;
  if (outer.cue.contains(cue) ||
      !(outer.content.contains(cue) || (outer.resumed && outer.resumed->contains(cue))))
    return false;
  return l.arcs().empty() || !outer.verb || outer.before || l.arcs().is_under(cue, outer.cue.first);
}

// "Smith criticized Berg for saying it had failed": not Smith says so.
bool is_object_of(const Layout& l, const Finding& outer, const Finding& f) {
  static constexpr auto before =
      std::to_array<std::string_view>({"for", "of", "from", "about", "on", "over", "to", "than"});
  const std::size_t group = l.group_start(f.cue.first);
  return f.conjoined && !f.source.empty() && f.source.first == outer.source.first && group > 0 &&
         listed(l.word(group - 1), before);
}

// "Refused to say that it had failed" is one cue.
void join_infinitives(const Layout& l, std::vector<Finding>& found) {
  for (std::size_t b = 1; b < found.size(); ++b) {
    Finding& g = found[b];
    Finding& f = found[b - 1];
    if (f.rule != "infinitive" || !g.conjoined || f.source.first != g.source.first || !is_report(g)) continue;
    if (l.group_start(g.cue.first) != f.cue.end + 1 || l.tag(f.cue.end) != Tag::TO || g.before) continue;
    g.cue.first = f.cue.first;
    if (f.verb->kind == Kind::denial) g.verb = f.verb;
    f.content = {};
  }
  std::erase_if(found, [](const Finding& f) { return f.content.empty() && !f.loose && !f.following; });
}

// "Issued a statement saying that it had failed": to issue it is to say so.
bool only_conveys(const Layout& l, const Finding& f, const Finding& g) {
  static constexpr auto makes_public =
      std::to_array<std::string_view>({"issue", "release", "publish", "file", "send", "put"});
  return f.rule == "object" && f.verb->kind == Kind::statement && listed(f.verb->lemma, makes_public) &&
         l.tag(g.cue.first) == Tag::VBG && is_report(g) && l.arcs().is_under(g.cue.first, f.cue.first);
}

}  // namespace

void drop_nested(const Layout& l, std::vector<Finding>& found) {
  join_infinitives(l, found);
  const std::vector<Finding> all = found;
  std::erase_if(found, [&](const Finding& f) {
    return std::any_of(all.begin(), all.end(), [&](const Finding& outer) {
      if (only_conveys(l, f, outer)) return true;
      return (!is_report(f) || is_object_of(l, outer, f)) && holds(l, outer, f);
    });
  });
}

}  // namespace tenor
