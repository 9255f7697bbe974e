#include "tenor/stance/features.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <initializer_list>

#include "tenor/stance/context.h"

namespace tenor {
namespace {

enum Family : std::uint8_t {
  f_word,
  f_bigram,
  f_place,
  f_near,
  f_near_pair,
  f_class,
  f_class_place,
  f_class_clause,
  f_class_path,
  f_word_path,
  f_class_role,
  f_word_role,
  f_valence,
  f_valence_path,
  f_verb,
  f_governor,
  f_target,
  f_target_phrase,
  f_sentence,
  f_class_sentence,
};

/// A piece of what a feature says: hashed always, read only when names are asked for.
struct Part {
  std::uint64_t hash;
  std::string_view text;
  Part(std::string_view s) : hash(hash_bytes(s)), text(s) {}
  Part(const char* s) : Part(std::string_view(s)) {}
  Part(const std::string& s) : Part(std::string_view(s)) {}
  Part(std::uint64_t h, std::string_view s) : hash(h), text(s) {}
};

std::string_view bucket(std::size_t distance) {
  constexpr std::array<std::string_view, 10> near{"0",   "1",   "2",   "3",   "4-5",
                                                  "4-5", "6-9", "6-9", "6-9", "6-9"};
  return distance < near.size() ? near[distance] : distance < 20 ? "10-19" : "20+";
}

/// What the target is to its clause, as far as its neighbours tell.
struct Role {
  std::string_view name = "other";
  std::size_t verb = npos, before = npos;  // the word it goes with after it, and before it
  std::string_view link;                   // the preposition before it
  bool passive = false, negated = false;
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);
};

bool verb_helper(ContextTag tag) {
  return tag == ContextTag::be || tag == ContextTag::have || tag == ContextTag::auxiliary;
}

Role role_of(const TargetContext& c, std::uint64_t say) {
  Role role;
  const auto& t = c.tokens;
  // Back over titles, names, determiners and adjectives to what governs the target.
  std::size_t i = c.begin;
  for (int steps = 0; i > 0 && steps < 4; ++steps) {
    const ContextTag tag = t[i - 1].tag;
    if (tag != ContextTag::name && tag != ContextTag::determiner && tag != ContextTag::possessive &&
        tag != ContextTag::genitive)
      break;
    --i;
  }
  if (i > 0) {
    const ContextTag tag = t[i - 1].tag;
    if (tag == ContextTag::preposition || tag == ContextTag::to) {
      role.name = "after preposition";
      role.link = t[i - 1].folded;
      if (i > 1) role.before = i - 2;
    } else if (tag < ContextTag::determiner || tag == ContextTag::say) {
      role.name = "object";
      role.before = i - 1;
    }
  }
  // Forward over the rest of a name, an apposition between commas, adverbs and helping verbs to its verb.
  std::size_t j = c.end;
  while (j < t.size() && j < c.end + 3 && t[j].tag == ContextTag::name) ++j;
  if (j < t.size() && (t[j].tag == ContextTag::genitive)) {
    role.name = role.before == Role::npos || role.link.empty() ? "owner" : "owner after preposition";
    if (j + 1 < t.size()) role.verb = j + 1;
    return role;
  }
  // "her", and "Smith's" where that is one word.
  if (c.begin < c.end && (t[c.end - 1].folded.ends_with("'s") ||
                          (c.end - c.begin == 1 && t[c.begin].tag == ContextTag::possessive))) {
    role.name = "owner";
    if (j < t.size()) role.verb = j;
    return role;
  }
  if (j < t.size() && (t[j].tag == ContextTag::comma || t[j].tag == ContextTag::bracket)) {
    for (std::size_t k = j + 1; k < t.size() && k < j + 16; ++k) {
      if (t[k].tag != t[j].tag) continue;
      if (k + 1 < t.size() &&
          (verb_helper(t[k + 1].tag) || t[k + 1].tag == ContextTag::past || t[k + 1].tag == ContextTag::say))
        j = k + 1;
      break;
    }
  }
  bool helped = false, be = false;
  for (; j < t.size(); ++j) {
    const ContextTag tag = t[j].tag;
    if (tag == ContextTag::negation) {
      role.negated = helped = true;
    } else if (verb_helper(tag)) {
      helped = true;
      be = be || tag == ContextTag::be;
    } else if (tag != ContextTag::adverb && tag != ContextTag::to &&
               !(helped && tag == ContextTag::determiner)) {
      break;
    }
  }
  if (j < t.size() && t[j].tag < ContextTag::comma) {
    const bool verb = helped || t[j].tag == ContextTag::past || t[j].tag == ContextTag::say ||
                      (t[j].info.classes & say) ||
                      (t[j].tag == ContextTag::open &&
                       (t[j].info.classes || t[j].info.valence != 0 || t[j].folded.ends_with("s")));
    if (verb) {
      role.verb = j;
      role.passive =
          be && (t[j].tag == ContextTag::past || (t[j].tag == ContextTag::open && t[j].info.classes));
      if (role.name == "other" || role.name == "object")
        role.name = role.passive                  ? "passive subject"
                    : be                          ? "subject of be"
                    : t[j].tag == ContextTag::say ? "speaker"
                                                  : "subject";
    }
  }
  return role;
}

class Emitter {
 public:
  Emitter(std::vector<Feature>& out, std::vector<std::string>* names) : out_(out), names_(names) {}

  void operator()(Family family, std::uint32_t word, float value, std::initializer_list<Part> parts) {
    std::uint64_t id = 0x9e3779b97f4a7c15 * (family + 1U);
    for (const Part& part : parts) id = (std::rotl(id, 23) ^ part.hash) * 0xff51afd7ed558ccd;
    id ^= id >> 31;
    out_.push_back({id, value, word, family});
    if (!names_) return;
    std::string name = FeatureExtractor::families()[family];
    const char* separator = ": ";
    for (const Part& part : parts) {
      if (part.text.empty()) continue;
      name += separator;
      name += part.text;
      separator = ", ";
    }
    names_->push_back(std::move(name));
  }

 private:
  std::vector<Feature>& out_;
  std::vector<std::string>* names_;
};

/// The closed-class words between the target and a word, runs of others as one: a poor man's dependency path.
struct Path {
  std::uint64_t hash = 0;
  std::string text;
  int steps = 0;
  ContextTag last = ContextTag::mark;

  void add(const Token& token, bool names) {
    ContextTag tag = token.tag;
    if (tag == ContextTag::adverb || tag == ContextTag::past || tag == ContextTag::gerund ||
        tag == ContextTag::number || tag == ContextTag::name)
      tag = ContextTag::open;
    if (tag == last && tag == ContextTag::open) return;
    if (tag == ContextTag::determiner) return;
    last = tag;
    ++steps;
    const bool worded = tag == ContextTag::preposition;
    hash = (std::rotl(hash, 11) ^ (worded ? token.hash : hash_bytes(context_tag_name(tag)))) *
           0xff51afd7ed558ccd;
    if (!names) return;
    if (!text.empty()) text.push_back(' ');
    text.append(worded ? std::string_view(token.folded) : context_tag_name(tag));
  }
};

}  // namespace

const std::vector<std::string>& FeatureExtractor::families() {
  static const std::vector<std::string> names{"word",
                                              "two words",
                                              "word by distance",
                                              "neighbour",
                                              "neighbours",
                                              "class",
                                              "class by distance",
                                              "class by clause",
                                              "class by path",
                                              "word by path",
                                              "class by role",
                                              "word by role",
                                              "valence",
                                              "valence by path",
                                              "verb",
                                              "governor",
                                              "target",
                                              "target phrase",
                                              "sentence",
                                              "class of sentence"};
  return names;
}

void FeatureExtractor::extract(const Reading& reading, std::size_t sentence, Span target,
                               std::vector<Feature>& out, std::vector<std::string>* names) const {
  const TargetContext c = target_context(reading, sentence, target, *classes_);
  const auto& t = c.tokens;
  Emitter emit(out, names);
  const std::uint64_t say = classes_->bit("say"), intensify = classes_->bit("intensify");
  const std::uint64_t contrast = classes_->bit("contrast");
  const Role role = role_of(c, say);
  const bool target_quoted = c.begin < t.size() && t[c.begin].quoted;
  const int target_clause = c.begin < t.size() ? t[c.begin].clause : 0;
  const std::size_t end = c.end;

  // Each word, walking outwards on each side so that the path grows by one word at a time.
  float valence[2][3] = {};  // [negative, positive][near, clause, far]
  std::size_t names_seen = 0, quotes = 0;
  const auto visit = [&](std::size_t i, std::size_t distance, std::string_view side, const Path& path) {
    const Token& w = t[i];
    const Part stem{w.stem_hash, w.stem}, away{bucket(distance)}, where{side};
    const Part negated{w.negated ? "negated" : ""};
    const int hops = std::abs(w.clause - target_clause);
    const Part clause{hops == 0 ? "same clause" : hops == 1 ? "next clause" : "other clause"};
    const Part quoted{w.quoted == target_quoted ? "" : w.quoted ? "in quotation" : "outside quotation"};
    if (w.tag == ContextTag::quote) ++quotes;
    if (w.tag == ContextTag::name) ++names_seen;
    if (distance <= 3) emit(f_near, w.word, 1, {where, away, {w.hash, w.folded}});
    if (w.tag >= ContextTag::comma) return;
    emit(f_word, w.word, 1, {stem});
    emit(f_place, w.word, 1, {where, clause, stem});
    const Part between{path.steps > 4 ? 0 : path.hash, path.steps > 4 ? std::string_view("far") : path.text};
    if (path.steps <= 3 && w.tag != ContextTag::determiner)
      emit(f_word_path, w.word, 1, {where, between, stem});
    if (hops == 0 && w.tag < ContextTag::determiner) emit(f_word_role, w.word, 1, {role.name, where, stem});
    if (w.info.valence != 0) {
      const bool positive = (w.info.valence > 0) != w.negated;
      const float size = std::abs(w.info.valence);
      valence[positive][distance <= 4 ? 0 : hops == 0 ? 1 : 2] += size;
      const Part sign{positive ? "positive" : "negative"};
      emit(f_valence, w.word, size, {sign, where, away});
      emit(f_valence, w.word, size, {sign, clause, quoted, where});
      emit(f_valence_path, w.word, size, {sign, where, between});
      emit(f_valence_path, w.word, size, {sign, where, clause, role.name});
    }
    for (std::uint64_t bits = w.info.classes; bits; bits &= bits - 1) {
      const std::string& name = classes_->names()[static_cast<std::size_t>(std::countr_zero(bits))];
      const Part kind{name};
      emit(f_class, w.word, 1, {kind, negated});
      emit(f_class_place, w.word, 1, {kind, where, away});
      emit(f_class_clause, w.word, 1, {kind, negated, where, clause, quoted});
      emit(f_class_path, w.word, 1, {kind, where, between});
      if (hops == 0) emit(f_class_role, w.word, 1, {kind, role.name, where, negated});
    }
    if (i + 1 < t.size() && i + 1 != c.begin && t[i + 1].tag < ContextTag::comma)
      emit(f_bigram, w.word, 1, {stem, {t[i + 1].stem_hash, t[i + 1].stem}});
  };
  Path path;
  for (std::size_t i = c.begin; i-- > 0;) {
    visit(i, c.begin - i, "before", path);
    if (path.steps <= 5) path.add(t[i], names != nullptr);
  }
  path = {};
  for (std::size_t i = end; i < t.size(); ++i) {
    visit(i, i - end + 1, "after", path);
    if (path.steps <= 5) path.add(t[i], names != nullptr);
  }

  // Neighbours together.
  static const Token edge;
  const auto at = [&](std::size_t i) -> Part {
    return i < t.size() ? Part{t[i].hash, t[i].folded} : Part{edge.hash, "edge"};
  };
  const std::size_t b = c.begin;
  const auto word_at = [&](std::size_t i) { return i < t.size() ? t[i].word : Feature::none; };
  emit(f_near_pair, word_at(b - 1), 1, {"before", at(b - 2), at(b - 1)});
  emit(f_near_pair, word_at(end), 1, {"after", at(end), at(end + 1)});
  emit(f_near_pair, word_at(end), 1, {"around", at(b - 1), at(end)});
  emit(f_near_pair, word_at(end), 1, {"after", at(end), at(end + 1), at(end + 2)});

  // The target's verb and what governs it.
  const Part turned{role.negated ? "negated" : ""};
  if (role.verb != Role::npos) {
    const Token& v = t[role.verb];
    emit(f_verb, v.word, 1, {role.name, turned, {v.stem_hash, v.stem}});
    for (std::uint64_t bits = v.info.classes; bits; bits &= bits - 1)
      emit(f_verb, v.word, 1,
           {role.name, turned, "class", classes_->names()[static_cast<std::size_t>(std::countr_zero(bits))]});
    if (v.info.valence != 0)
      emit(f_verb, v.word, std::abs(v.info.valence),
           {role.name, (v.info.valence > 0) != role.negated ? "positive" : "negative"});
  }
  if (role.before != Role::npos) {
    const Token& g = t[role.before];
    emit(f_governor, g.word, 1, {role.link, {g.stem_hash, g.stem}});
    for (std::uint64_t bits = g.info.classes; bits; bits &= bits - 1)
      emit(f_governor, g.word, 1,
           {role.link, "class", classes_->names()[static_cast<std::size_t>(std::countr_zero(bits))]});
    if (g.info.valence != 0)
      emit(f_governor, g.word, std::abs(g.info.valence),
           {role.link, g.info.valence > 0 ? "positive" : "negative"});
  }

  // The target itself, by kind; never by name.
  emit(f_target, word_at(b), 1, {role.name, role.passive ? "passive" : ""});
  emit(f_target, word_at(b), 1, {"link", role.link});
  std::uint64_t own = 0;
  for (std::size_t i = b; i < end && i < t.size(); ++i) {
    own |= t[i].info.classes;
    if (t[i].tag == ContextTag::pronoun || t[i].tag == ContextTag::possessive ||
        t[i].tag == ContextTag::determiner)
      emit(f_target, t[i].word, 1, {{t[i].hash, t[i].folded}});
  }
  emit(f_target, word_at(b), 1, {"words", bucket(end - b)});
  if (b < t.size())
    emit(f_target, word_at(b), 1, {"kind", context_tag_name(t[b].tag), c.starts_sentence ? "first" : ""});
  for (std::uint64_t bits = own; bits; bits &= bits - 1)
    emit(f_target, word_at(b), 1,
         {"class", classes_->names()[static_cast<std::size_t>(std::countr_zero(bits))]});

  // The sentence as a whole.
  const auto whole = [&](float value, std::initializer_list<Part> parts) {
    emit(f_sentence, Feature::none, value, parts);
  };
  whole(1, {c.full_stop ? "full stop" : "no full stop"});
  whole(1, {"length", bucket(t.size() / 3)});
  whole(1, {"names", bucket(names_seen)});
  whole(1, {"quotation marks", bucket(quotes), target_quoted ? "target inside" : "target outside"});
  const float positive = valence[1][0] + valence[1][1] + valence[1][2],
              negative = valence[0][0] + valence[0][1] + valence[0][2];
  constexpr std::array<std::string_view, 3> zones{"near", "clause", "far"};
  for (std::size_t z = 0; z < 3; ++z) {
    if (valence[0][z] > 0) whole(std::min(1.0F, valence[0][z]), {"negative", zones[z]});
    if (valence[1][z] > 0) whole(std::min(1.0F, valence[1][z]), {"positive", zones[z]});
  }
  whole(1, {"balance", positive > negative   ? "positive"
                       : positive < negative ? "negative"
                       : positive > 0        ? "even"
                                             : "none"});
  whole((positive - negative) / (1 + positive + negative), {"valence"});
  (void)intensify;
  (void)contrast;
}

}  // namespace tenor
