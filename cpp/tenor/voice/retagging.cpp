#include "tenor/voice/retagging.h"

namespace tenor {
namespace {

class Retagger {
 public:
  Retagger(const Layout& layout, const std::vector<Tagged>& tags)
      : l_(layout), arcs_(layout.arcs()), tags_(tags), helped_(tags.size(), 0) {
    for (std::size_t i = 0; i < tags.size(); ++i) {
      const std::size_t head = arcs_.head(i);
      if (head >= tags.size()) continue;
      const std::string_view word = l_.word(i);
      switch (arcs_.relation(i)) {
        case Relation::aux_pass:
          helped_[head] |= passive;
          break;
        case Relation::aux:
          helped_[head] |= word == "has" || word == "have" || word == "had" || word == "having" ? perfect
                           : word == "is" || word == "are" || word == "was" || word == "were"   ? progressive
                                                                                                : bare;
          break;
        case Relation::mark:
          if (word == "to") helped_[head] |= bare;
          break;
        case Relation::nsubj:
          helped_[head] |= subject;
          break;
        default:
          break;
      }
    }
  }

  [[nodiscard]] Tag corrected(std::size_t i) const {
    const Tag tag = tags_[i].tag;
    const Upos upos = arcs_.upos(i);
    const Relation relation = arcs_.relation(i);
    if (l_.word(i) == "to") return upos == Upos::PART && relation == Relation::mark ? Tag::TO : tag;
    if (l_.word(i) == "that" && upos == Upos::SCONJ) return Tag::IN;
    if (upos == Upos::VERB) {
      if (!is_verb(tag)) return is_nominal(tag) ? verb_tag(i) : tag;
      const bool alone = (helped_[i] & ~static_cast<unsigned>(subject)) == 0;
      if (tag == Tag::VBN && (helped_[i] & subject) && alone) return Tag::VBD;
      if (tag == Tag::VBD && (helped_[i] & (passive | perfect))) return Tag::VBN;
      if ((tag == Tag::VBP || tag == Tag::VBZ) && (helped_[i] & bare)) return Tag::VB;
      if (tag == Tag::VB && (helped_[i] & subject) && alone) return Tag::VBP;
      return tag;
    }
    const bool finite = tag == Tag::VBD || tag == Tag::VBZ || tag == Tag::VBP || tag == Tag::VB;
    if (finite && upos == Upos::NOUN) return l_.word(i).ends_with("s") ? Tag::NNS : Tag::NN;
    if (finite && upos == Upos::PROPN) return Tag::NNP;
    return tag;
  }

 private:
  static bool is_nominal(Tag tag) { return is_noun(tag) || tag == Tag::JJ; }

  // Of a word that the tagger took for a noun or an adjective.
  [[nodiscard]] Tag verb_tag(std::size_t i) const {
    const std::string_view word = l_.word(i);
    const Relation relation = arcs_.relation(i);
    if (word.ends_with("ing")) return relation == Relation::amod ? tags_[i].tag : Tag::VBG;
    if (relation == Relation::amod || relation == Relation::compound) return tags_[i].tag;
    if (helped_[i] & bare) return Tag::VB;
    if (helped_[i] & (passive | perfect)) return Tag::VBN;
    if (word.ends_with("ed")) return helped_[i] & subject ? Tag::VBD : Tag::VBN;
    return word.ends_with("s") ? Tag::VBZ : Tag::VBP;
  }

  enum Helper : unsigned { passive = 1, perfect = 2, progressive = 4, bare = 8, subject = 16 };

  const Layout& l_;
  const Arcs& arcs_;
  const std::vector<Tagged>& tags_;
  std::vector<unsigned> helped_;  // by what auxiliaries and subject each word is
};

}  // namespace

bool correct_tags(const Layout& layout, std::vector<Tagged>& tags) {
  const std::vector<Tagged> before = tags;
  const Retagger retagger(layout, before);
  bool changed = false;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    tags[i].tag = retagger.corrected(i);
    changed = changed || tags[i].tag != before[i].tag;
  }
  return changed;
}

}  // namespace tenor
