#include "tenor/syntax/phrases.h"

namespace tenor {
namespace {

bool opens(Tag tag) {
  return tag == Tag::DT || tag == Tag::PDT || tag == Tag::PRPS;
}
bool modifies(Tag tag) {
  return tag == Tag::JJ || tag == Tag::JJR || tag == Tag::JJS || tag == Tag::CD || tag == Tag::dollar;
}
bool participle(Tag tag) {
  return tag == Tag::VBN || tag == Tag::VBG;
}

}  // namespace

bool is_noun(Tag tag) {
  return tag == Tag::NN || tag == Tag::NNS || tag == Tag::NNP || tag == Tag::NNPS;
}
bool is_name(Tag tag) {
  return tag == Tag::NNP || tag == Tag::NNPS;
}
bool is_verb(Tag tag) {
  return tag == Tag::VB || tag == Tag::VBD || tag == Tag::VBG || tag == Tag::VBN || tag == Tag::VBP ||
         tag == Tag::VBZ;
}

bool is_adverb(Tag tag) {
  return tag == Tag::RB || tag == Tag::RBR || tag == Tag::RBS;
}

std::vector<Phrase> noun_phrases(std::span<const Span> words, std::span<const Tagged> tags) {
  std::vector<Phrase> out;
  const std::size_t end = tags.size();
  auto tag = [&](std::size_t i) { return i < end ? tags[i].tag : Tag::stop; };
  for (std::size_t i = 0; i < end;) {
    const bool both =
        tag(i) == Tag::DT && (tag(i + 1) == Tag::VBD || tag(i + 1) == Tag::VBZ || tag(i + 1) == Tag::MD);
    if (tag(i) == Tag::PRP || both ||
        (tag(i) == Tag::DT && words[i].size() > 3 && !modifies(tag(i + 1)) && !is_noun(tag(i + 1)) &&
         !participle(tag(i + 1)) && tag(i + 1) != Tag::RB)) {
      out.push_back({i, i + 1, i});
      ++i;
      continue;
    }
    std::size_t at = i;
    while (opens(tag(at))) ++at;
    const bool opened = at > i;
    // Adverbs stand inside only after a determiner: "an increasingly bitter dispute".
    std::size_t head = end;
    for (; at < end; ++at) {
      const Tag t = tag(at);
      if (is_noun(t)) {
        head = at;
        if (tags[at].possessive()) head = end;  // "Ukraine's ..." still needs its head
        continue;
      }
      if (t == Tag::POS && at > i) {
        head = end;
        continue;
      }
      if (head != end && !(t == Tag::CD || (t == Tag::JJ && is_name(tag(at - 1)) && is_noun(tag(at + 1)))))
        break;
      if (modifies(t)) {
        if (head != end) head = at;
        continue;
      }
      const bool before_noun = is_noun(tag(at + 1)) || modifies(tag(at + 1));
      if (participle(t) && before_noun && (opened || at > i)) continue;
      if (t == Tag::VBN && is_noun(tag(at + 1)) && at == i) continue;
      if (is_adverb(t) && opened && modifies(tag(at + 1))) continue;
      // "a fair and open resolution"
      if (t == Tag::CC && opened && modifies(tag(at - 1)) && modifies(tag(at + 1))) continue;
      if (t == Tag::quote && opened && (is_noun(tag(at + 1)) || modifies(tag(at + 1)))) continue;
      break;
    }
    if (head == end && at > i && (tags[at - 1].possessive() || tag(at - 1) == Tag::CD)) head = at - 1;
    if (head == end) {
      i = at > i ? at : i + 1;
      continue;
    }
    out.push_back({i, head + 1, head});
    i = head + 1;
  }
  return out;
}

}  // namespace tenor
