#include "tenor/voice/finding.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace tenor {
namespace {

bool is_question_word(const Layout& l, std::size_t i) {
  const Tag t = l.tag(i);
  return l.word(i) == "whether" || l.word(i) == "if" || t == Tag::WRB || t == Tag::WP ||
         (t == Tag::WDT && l.word(i) != "that");
}

bool starts_quotation(const Layout& l, std::size_t i) {
  return l.quotation(i) >= 0 && (i == 0 || l.quotation(i - 1) != l.quotation(i));
}

bool is_nominative(const std::string& word) {
  return word == "he" || word == "she" || word == "they" || word == "we" || word == "i" || word == "it";
}

bool has_finite_after(const Layout& l, std::size_t from, std::size_t end) {
  for (std::size_t i = from; i < end; ++i)
    if (l.is_finite(i)) return true;
  return false;
}

std::size_t sentence_end(const Layout& l) {
  std::size_t end = l.size();
  while (end > 0 && l.tag(end - 1) == Tag::stop && l.quotation(end - 1) < 0) --end;
  return end;
}

class Finder {
 public:
  explicit Finder(const Layout& layout) : l_(layout), end_(sentence_end(layout)) {}

  std::vector<Finding> run() {
    label();
    for (std::size_t i = 0; i < l_.size(); ++i) {
      if (l_.word(i) == "according" && l_.word(i + 1) == "to") {
        according(i);
      } else if (l_.quotation(i) < 0 && may_be_cue(l_, i)) {
        verb(i);
      }
    }
    shorten();
    std::erase_if(out_, [](const Finding& f) { return f.content.empty(); });
    return std::move(out_);
  }

 private:
  // A transcript or a headline: "PENCE: Well, look", "Politifact: 'Trump is right'".
  void label() {
    const Phrase* p = l_.phrase_at(0);
    if (!p || p->first != 0 || p->end > 4 || l_.tag(p->end) != Tag::colon || l_.word(p->end) != ":" ||
        !is_name(l_.tag(p->head)))
      return;
    const std::string_view text = l_.text({0, p->end});
    const bool capitals = std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!starts_quotation(l_, p->end + 1) && !(capitals && text.size() > 3)) return;
    Finding f;
    f.cue = {p->end, p->end + 1};
    f.source = {0, p->end};
    f.content = {p->end + 1, end_};
    out_.push_back(f);
  }

  void according(std::size_t at) {
    const auto source = l_.phrase_from(at + 2, true);
    if (!source) return;
    Finding f;
    f.cue = {at, at + 2};
    f.source = *source;
    std::size_t after = source->end;
    if (l_.tag(after) == Tag::comma) ++after;
    if (at == 0 || l_.tag(at - 1) == Tag::CC || l_.word(at - 1) == "but") {
      f.content = {after, end_};
    } else {
      f.content = {0, l_.tag(at - 1) == Tag::comma ? at - 1 : at};
      f.before = true;
    }
    out_.push_back(f);
  }

  const Cue* entry(std::size_t i) const {
    const auto* list = Cues::english().find(l_.word(i));
    if (!list) return nullptr;
    for (const Cue* cue : *list) {
      if (!cue->particle.empty() && l_.word(i + 1) != cue->particle) continue;
      if (cue->frames == 0 && !introduces(*cue, i + 1)) continue;
      return cue;
    }
    return nullptr;
  }

  bool introduces(const Cue& cue, std::size_t i) const {
    return std::find(cue.prepositions.begin(), cue.prepositions.end(), l_.word(i)) != cue.prepositions.end();
  }

  // The subject that a participle or a conjoined verb shares with an earlier verb.
  Range shared_subject(std::size_t i, std::size_t group) const {
    const bool conjoined = group > 0 && l_.tag(group - 1) == Tag::CC;
    // The nearest earlier cue in the same tense, else the first.
    for (auto f = out_.rbegin(); f != out_.rend(); ++f)
      if (f->verb && !f->before && conjoined && l_.tag(f->cue.first) == l_.tag(i)) return f->source;
    for (const Finding& f : out_)
      if (f.verb && !f.source.empty() && l_.tag(f.source.first) != Tag::WP) return f.source;
    for (std::size_t v = 0; v < group; ++v) {
      if (!l_.is_finite(v) || l_.quotation(v) >= 0) continue;
      if (const auto own = l_.own_subject(v)) return *own;
    }
    return {};
  }

  void verb(std::size_t i) {
    const Cue* cue = entry(i);
    if (!cue) return;
    const std::size_t group = l_.group_start(i);
    if (group > 0 && l_.tag(group - 1) == Tag::TO) return;
    Finding f;
    f.verb = cue;
    f.cue = {i, i + (cue->particle.empty() ? 1 : 2)};
    const bool past = l_.tag(i) == Tag::VBN || (l_.tag(i) == Tag::VBD && l_.word(i + 1) == "by");
    const bool by_itself = past && !has_have(group, i);
    if (by_itself || l_.is_passive(i)) {
      if (passive(i, group, f)) {
        out_.push_back(f);
        return;
      }
      // A past tense taken for a participle has a subject right before it and no form of "be".
      const bool taken = (cue->frames & says) != 0 || introduces(*cue, f.cue.end);
      if (l_.is_passive(i) || group < i || !taken) return;
    }
    if (group > 0 && l_.tag(i) == Tag::VBG && l_.word(group - 1) == "without") return;
    if (l_.tag(i) == Tag::VB && group == i) return;  // an imperative
    std::size_t after = f.cue.end;
    bool inverted = false;
    const bool after_content = group > 0 && (l_.tag(group - 1) == Tag::comma || l_.quotation(group - 1) >= 0);
    const Phrase* next = l_.phrase_at(after);
    if (after_content && (cue->frames & (says | remarks)) && next && next->first == after &&
        l_.tag(i) != Tag::VBG && !l_.is_time({next->first, next->end})) {
      if (const auto source = l_.phrase_from(after, true)) {
        const bool to_the_end = source->end >= end_ || l_.tag(source->end) == Tag::comma ||
                                l_.tag(source->end) == Tag::IN || l_.tag(source->end) == Tag::colon ||
                                l_.tag(source->end) == Tag::stop ||
                                l_.is_time({source->end, std::min(source->end + 1, l_.size())});
        if (to_the_end) {
          f.source = *source;
          after = source->end;
          inverted = true;
        }
      }
    }
    if (!inverted) {
      const bool participle = (l_.tag(i) == Tag::VBG || l_.word(i).ends_with("ing")) && group == i;
      const bool comma_before = group > 0 && l_.tag(group - 1) == Tag::comma;
      const auto own = participle && comma_before ? std::nullopt : l_.own_subject(i);
      if (own) {
        f.source = *own;
      } else {
        const Range shared = shared_subject(i, group);
        if (shared.empty()) return;
        f.source = shared;
        f.conjoined = true;
      }
      while (!f.source.empty() && l_.tag(f.source.end - 1) == Tag::comma) --f.source.end;
      if (f.source.empty()) return;
    }
    if (l_.word(f.source.first) == "it" && f.source.end - f.source.first == 1 && cue->kind == Kind::belief)
      return;
    content(f, i, after, inverted);
    if (!f.content.empty()) out_.push_back(f);
  }

  bool has_have(std::size_t group, std::size_t verb) const {
    for (std::size_t i = group; i < verb; ++i)
      if (l_.word(i) == "has" || l_.word(i) == "have" || l_.word(i) == "had" || l_.word(i) == "having") {
        for (std::size_t j = i + 1; j < verb; ++j)
          if (l_.word(j) == "been") return false;
        return true;
      }
    return false;
  }

  // "a demand rejected by the president": who does it stands after "by", what it is done to before.
  bool passive(std::size_t i, std::size_t group, Finding& f) const {
    std::size_t by = i + 1;
    while (by < end_ && by < i + 9 && l_.word(by) != "by") ++by;
    if (l_.word(by) != "by") return false;
    const auto agent = l_.phrase_from(by + 1, true);
    if (!agent) return false;
    f.source = *agent;
    const Phrase* patient = l_.phrase_ending(group);
    if (const auto subject = l_.own_subject(i)) {
      f.content = *subject;
    } else if (patient) {
      f.content = {patient->first, patient->end};
    }
    f.before = true;
    return !f.content.empty();
  }

  // Past adjuncts that stand between a verb of saying and its content: "on Wednesday", "in an interview with
  // the BBC".
  std::size_t skip_adjuncts(std::size_t at) const {
    for (;;) {
      if (l_.quotation(at) >= 0 || at >= end_) return at;
      const Phrase* p = l_.phrase_at(at);
      if (l_.tag(at) == Tag::RB) {
        ++at;
      } else if (p && p->first == at && l_.is_time({p->first, p->end}) && !l_.is_finite(p->end)) {
        at = p->end;
      } else if ((l_.tag(at) == Tag::IN || l_.tag(at) == Tag::TO) && l_.word(at) != "that" &&
                 !is_question_word(l_, at)) {
        const Phrase* next = l_.phrase_at(at + 1);
        if (!next || next->first != at + 1 || l_.quotation(at + 1) >= 0) return at;
        at = next->end;
      } else {
        return at;
      }
    }
  }

  void content(Finding& f, std::size_t verb, std::size_t after, bool inverted) const {
    const Cue& cue = *f.verb;
    const std::size_t direct_start = after;
    if (!inverted) {
      if (introduces(cue, after) && !starts_quotation(l_, after)) {
        // "called on Trump to ...", "warned against any ...": unless what follows is only when or where it
        // was said.
        const Phrase* next = l_.phrase_at(after + 1);
        const bool adjunct = next && next->first == after + 1 && l_.is_time({next->first, next->end});
        if (!adjunct && after + 1 < end_) {
          f.cue.end = after + 1;
          f.content = {after + 1, clause_end(after + 1)};
          return;
        }
      }
      std::size_t at = after;
      while (l_.tag(at) == Tag::RB && l_.quotation(at) < 0) ++at;
      if (((cue.frames & says) && (cue.frames & addressee)) && l_.quotation(at) < 0) {
        const auto whom = l_.phrase_from(at, false);
        if (whom && whom->end < end_) at = whom->end;
      }
      if (cue.frames & (says | whether | remarks)) {
        const std::size_t skipped = skip_adjuncts(at);
        if (begins_content(cue, skipped)) at = skipped;
      }
      if (starts_quotation(l_, at)) {
        f.content = {at, end_};
        return;
      }
      if (l_.tag(at) == Tag::colon && at + 1 < end_) {
        f.content = {at + 1, end_};
        return;
      }
      if (l_.tag(at) == Tag::comma && starts_quotation(l_, at + 1)) {
        f.content = {at + 1, end_};
        return;
      }
      if ((cue.frames & says) && l_.word(at) == "that") {
        f.content = {at, end_};
        return;
      }
      if ((cue.frames & (whether | says)) && is_question_word(l_, at)) {
        f.content = {at, end_};
        return;
      }
      if ((cue.frames & to_do) && l_.tag(at) == Tag::TO) {
        f.content = {at, clause_end(at)};
        return;
      }
      if ((cue.frames & doing) && l_.tag(at) == Tag::VBG) {
        f.content = {at, clause_end(at)};
        return;
      }
      const Phrase* p = l_.phrase_at(at);
      const bool noun = p && p->first == at && !l_.is_time({p->first, p->end});
      const bool pronoun = l_.tag(at) == Tag::EX || (l_.tag(at) == Tag::PRP && is_nominative(l_.word(at)));
      if (pronoun && (cue.frames & says) && at + 1 < end_) {
        f.content = {at, end_};
        return;
      }
      if (noun && (cue.frames & says) && has_finite_after(l_, p->end, end_) && !(cue.frames & object)) {
        f.content = {at, end_};
        return;
      }
      if ((noun || l_.tag(at) == Tag::WP || l_.tag(at) == Tag::DT) && (cue.frames & object)) {
        f.content = {at, clause_end(at)};
        return;
      }
      if (noun && (cue.frames & says) && has_finite_after(l_, p->end, end_)) {
        f.content = {at, end_};
        return;
      }
      if (noun && (cue.frames & addressee)) {
        f.content = {at, clause_end(at)};
        return;
      }
    }
    if (!(cue.frames & (says | remarks))) {
      // "the plan, which he rejected": the relative word is the object.
      return;
    }
    // What precedes: "..., Ushakov said".
    const std::size_t from = inverted ? l_.group_start(verb) : f.source.first;
    std::size_t last = from;
    while (last > 0 && (l_.tag(last - 1) == Tag::comma || l_.tag(last - 1) == Tag::colon) &&
           l_.quotation(last - 1) < 0)
      --last;
    if (last == 0 || (last == from && l_.quotation(last - 1) < 0)) return;
    std::size_t first = 0;
    for (const Finding& other : out_)
      if (other.cue.end <= last && !other.before) first = std::max(first, other.content.first);
    if (first >= last) return;
    f.content = {first, last};
    f.before = true;
    const std::size_t more = skip_adjuncts(direct_start);
    if (l_.tag(more) == Tag::comma && starts_quotation(l_, more + 1)) {
      f.resumed = Range{more + 1, end_};
    } else if (starts_quotation(l_, more)) {
      f.resumed = Range{more, end_};
    } else if (l_.tag(more) == Tag::comma && more + 3 < end_ && !inverted && l_.quotation(last - 1) < 0 &&
               l_.tag(more + 1) != Tag::VBG && l_.tag(more + 1) != Tag::CC) {
      f.resumed = Range{more + 1, end_};  // "The air there, he noted, had become so bad"
    }
  }

  bool begins_content(const Cue& cue, std::size_t at) const {
    if (at >= end_) return true;
    if (l_.word(at) == "that" || starts_quotation(l_, at) || l_.tag(at) == Tag::colon ||
        l_.tag(at) == Tag::comma)
      return true;
    if ((cue.frames & to_do) && l_.tag(at) == Tag::TO) return true;
    const Phrase* p = l_.phrase_at(at);
    if (l_.tag(at) == Tag::EX || (l_.tag(at) == Tag::PRP && is_nominative(l_.word(at)))) return true;
    return is_question_word(l_, at) || (p && p->first == at && has_finite_after(l_, p->end, end_));
  }

  // A phrase's content ends where another clause begins: ", saying ...", ", but ...".
  std::size_t clause_end(std::size_t from) const {
    for (std::size_t i = from; i < end_; ++i) {
      if (l_.quotation(i) >= 0 || l_.tag(i) != Tag::comma) continue;
      const Tag next = l_.tag(i + 1);
      if (next == Tag::VBG || next == Tag::CC || (next == Tag::IN && l_.is_boundary(i + 2)) ||
          next == Tag::WRB)
        return i;
      const Phrase* p = l_.phrase_at(i + 1);
      if (p && p->first == i + 1 && l_.is_finite(p->end)) return i;
    }
    return end_;
  }

  // A content stops before the next cue of the same speaker, and before a later ", X said".
  void shorten() {
    for (std::size_t a = 0; a < out_.size(); ++a) {
      Finding& f = out_[a];
      if (f.before) continue;
      for (std::size_t b = a + 1; b < out_.size(); ++b) {
        const Finding& g = out_[b];
        if (!f.content.contains(g.cue.first)) continue;
        std::size_t cut = f.content.end;
        if (g.before && g.source.first >= f.content.first && g.content.first >= f.content.first && g.verb)
          continue;
        if (g.conjoined && g.source.first == f.source.first) cut = l_.group_start(g.cue.first);
        if (!g.verb && g.before) cut = g.cue.first;
        while (cut > f.content.first && cut < f.content.end && l_.quotation(cut - 1) < 0 &&
               (l_.tag(cut - 1) == Tag::comma || l_.tag(cut - 1) == Tag::CC || l_.tag(cut - 1) == Tag::RB))
          --cut;
        f.content.end = std::min(f.content.end, cut);
      }
    }
  }

  const Layout& l_;
  std::size_t end_;
  std::vector<Finding> out_;
};

}  // namespace

bool may_be_cue(const Layout& l, std::size_t i) {
  if (is_verb(l.tag(i))) return true;
  if (l.tag(i) != Tag::NN && l.tag(i) != Tag::NNS && l.tag(i) != Tag::JJ) return false;
  static constexpr auto plain =
      std::to_array<std::string_view>({"says", "said", "shows", "reports", "notes", "claims"});
  const bool participle = l.word(i).ends_with("ing") && i > 0 && l.tag(i - 1) == Tag::comma;
  if (!participle && std::find(plain.begin(), plain.end(), l.word(i)) == plain.end()) return false;
  return l.word(i + 1) == "that" || l.tag(i + 1) == Tag::PRP || l.tag(i + 1) == Tag::EX ||
         starts_quotation(l, i + 1) || (participle && (l.tag(i + 1) == Tag::IN || l.tag(i + 1) == Tag::TO));
}

std::vector<Finding> find_attributions(const Layout& layout) {
  if (layout.size() > longest_read) return {};

  return Finder(layout).run();
}

}  // namespace tenor
