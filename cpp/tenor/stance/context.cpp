#include "tenor/stance/context.h"

#include <algorithm>
#include <array>
#include <optional>

#include "tenor/text/unicode.h"

namespace tenor {
namespace {

struct Closed {
  ContextTag tag;
  std::string_view words;
};
constexpr std::array closed_words{
    Closed{ContextTag::determiner,
           "the a an this that these those some any every each all both another such many much more most "
           "several few"},
    Closed{
        ContextTag::preposition,
        "of in on at by for with from against about over under into through between among during toward "
        "towards "
        "upon behind beyond within without before after since until amid despite like as than per via across "
        "around near outside inside off out up down alongside"},
    Closed{ContextTag::be,
           "be is are was were been being am 's're 'm 're it's he's she's that's there's they're we're "
           "you're i'm who's"},
    Closed{ContextTag::have, "have has had having 've 'd i've they've we've"},
    Closed{ContextTag::auxiliary,
           "do does did will would can could may might must shall should 'll i'll he'll she'll they'll we'll "
           "i'd "
           "he'd she'd they'd we'd"},
    Closed{
        ContextTag::negation,
        "not no never none nobody nothing neither nor hardly barely cannot can't won't don't doesn't didn't "
        "isn't "
        "aren't wasn't weren't hasn't haven't hadn't wouldn't couldn't shouldn't n't without ain't rarely"},
    Closed{ContextTag::to, "to"},
    Closed{ContextTag::conjunction, "and or but plus & yet"},
    Closed{ContextTag::subordinator,
           "because although though if while when whereas unless whether so once where how why what"},
    Closed{ContextTag::relative, "who whom whose which"},
    Closed{ContextTag::pronoun,
           "i you he she it we they me him us them himself herself itself themselves myself who there"},
    Closed{ContextTag::possessive, "his her its their my our your"},
    Closed{ContextTag::say,
           "say says said saying tell tells told telling add adds added note notes noted write writes wrote "
           "tweet "
           "tweeted explain explained reply replied announce announced according argue argued claim claimed "
           "suggest "
           "suggested believe believes think thinks thought ask asked state stated"},
};

const WordMap<std::optional<ContextTag>>& closed() {
  static const auto map = [] {
    WordMap<std::optional<ContextTag>> out;
    for (const auto& [tag, words] : closed_words) {
      for (std::size_t at = 0; at < words.size();) {
        std::size_t end = words.find(' ', at);
        if (end == std::string_view::npos) end = words.size();
        std::optional<ContextTag>& known = out[words.substr(at, end - at)];
        if (!known) known = tag;
        at = end + 1;
      }
    }
    return out;
  }();
  return map;
}

/// Cuts regular endings, so that inflections of a word share a prefix; a rough stem, never shorter than three
/// bytes.
std::string_view stem_of(std::string_view word) {
  if (word.ends_with("'s")) word.remove_suffix(2);
  const auto cut = [&](std::string_view ending) {
    if (word.size() < ending.size() + 3 || !word.ends_with(ending)) return false;
    word.remove_suffix(ending.size());
    return true;
  };
  if (word.size() > 4) {
    if (!word.ends_with("ss")) cut("s");
    if (cut("ingly") || cut("edly") || cut("ing") || cut("ed") || cut("ly") || cut("e")) {
      if (word.size() > 3 && word.back() == word[word.size() - 2] && word.back() != 's' && word.back() != 'l')
        word.remove_suffix(1);
    }
    if (word.size() > 3) cut("i") || cut("y") || cut("e");
  }
  return word;
}

ContextTag mark_context_tag(char32_t c) {
  switch (c) {
    case U',':
      return ContextTag::comma;
    case U'.':
    case U'!':
    case U'?':
      return ContextTag::stop;
    case U';':
    case U':':
    case U'-':
    case U'–':
    case U'—':
    case U'―':
      return ContextTag::colon;
    case U'"':
    case U'“':
    case U'”':
    case U'„':
    case U'«':
    case U'»':
      return ContextTag::quote;
    case U'(':
    case U')':
    case U'[':
    case U']':
      return ContextTag::bracket;
    default:
      return ContextTag::mark;
  }
}

ContextTag tag_of(std::string_view word, std::string_view folded, bool first) {
  std::size_t at = 0;
  const char32_t c = decode(word, at);
  if (const auto* found = closed().find(folded)) return **found;
  if (folded == "'s" || folded == "'") return ContextTag::genitive;
  if (!is_letter(c) && !is_digit(c) && at == word.size()) return mark_context_tag(c);
  if (is_digit(c)) return ContextTag::number;
  if (is_upper(c) && !first) return ContextTag::name;
  if (folded.ends_with("ly")) return ContextTag::adverb;
  if (folded.ends_with("ed")) return ContextTag::past;
  if (folded.ends_with("ing")) return ContextTag::gerund;
  return ContextTag::open;
}

bool breaks_clause(const Token& token, const Token* next) {
  switch (token.tag) {
    case ContextTag::stop:
    case ContextTag::colon:
    case ContextTag::quote:
    case ContextTag::bracket:
    case ContextTag::subordinator:
    case ContextTag::relative:
      return true;
    case ContextTag::comma:
      return next && (next->tag == ContextTag::conjunction || next->tag == ContextTag::gerund ||
                      next->tag == ContextTag::pronoun);
    case ContextTag::conjunction:
      return token.folded == "but" || (next && next->tag == ContextTag::pronoun);
    default:
      return token.folded == "that";
  }
}

}  // namespace

std::string_view context_tag_name(ContextTag tag) {
  constexpr std::array<std::string_view, 26> names{
      "word", "name",      "number", "adverb", "past", "gerund", "determiner", "preposition", "be",
      "have", "auxiliary", "not",    "to",     "and",  "if",     "who",        "pronoun",     "possessive",
      "'s",   "say",       ",",      ".",      ":",    "\"",     "()",         "mark"};
  return names[static_cast<std::size_t>(tag)];
}

std::uint64_t hash_bytes(std::string_view bytes) {
  std::uint64_t h = 0xcbf29ce484222325;
  for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  h ^= h >> 32;
  h *= 0x9e3779b97f4a7c15;
  return h ^ (h >> 29);
}

TargetContext target_context(const Reading& reading, std::size_t sentence, Span target,
                             const WordClasses& classes) {
  const Sentence& s = reading.sentences[sentence];
  const auto first = reading.words.begin() + static_cast<std::ptrdiff_t>(s.first_word);
  const auto last = reading.words.begin() + static_cast<std::ptrdiff_t>(s.end_word);
  const auto own = std::partition_point(first, last, [&](Span w) { return w.end <= target.begin; });
  const auto after = std::partition_point(own, last, [&](Span w) { return w.begin < target.end; });
  constexpr auto reach = static_cast<std::ptrdiff_t>(TargetContext::reach);
  const auto from = own - std::min(own - first, reach);
  // A target may be as long as its sentence; its own words past the reach tell nothing.
  const auto to = after + std::min(last - after, reach);
  TargetContext out;
  out.starts_sentence = own == first;
  out.ends_sentence = after == last;
  out.full_stop =
      first != last &&
      mark_context_tag(static_cast<unsigned char>(reading.text[last[-1].begin])) == ContextTag::stop;
  out.tokens.reserve(static_cast<std::size_t>(to - from));
  bool quoted = false;
  for (auto at = from; at != to; ++at) {
    if (at == own) out.begin = out.tokens.size();
    if (at == after) out.end = out.tokens.size();
    if (at >= own + reach && at < after) continue;
    Token token;
    const std::string_view word = reading.of(*at);
    token.folded = fold(word);
    token.stem = stem_of(token.folded);
    token.hash = hash_bytes(token.folded);
    token.word = static_cast<std::uint32_t>(at - reading.words.begin());
    token.tag = tag_of(word, token.folded, at == first);
    std::size_t next = 0;
    token.capital = is_upper(decode(word, next));
    if (token.tag == ContextTag::quote) quoted = word == "“" || word == "«" || (word == "\"" && !quoted);
    token.quoted = quoted;
    if (token.tag < ContextTag::comma) token.info = classes.find(token.folded);
    out.tokens.push_back(std::move(token));
  }
  if (own == to) out.begin = out.tokens.size();
  if (after == to) out.end = out.tokens.size();
  int clause = 0, negated = 0;
  for (std::size_t i = 0; i < out.tokens.size(); ++i) {
    Token& token = out.tokens[i];
    // Set here, as moving a short string moves its bytes.
    token.stem = std::string_view(token.folded).substr(0, token.stem.size());
    token.stem_hash = hash_bytes(token.stem);
    const Token* next = i + 1 < out.tokens.size() ? &out.tokens[i + 1] : nullptr;
    if (breaks_clause(token, next)) ++clause, negated = 0;
    token.clause = clause;
    token.negated = negated > 0;
    if (negated > 0) --negated;
    if (token.tag == ContextTag::negation) negated = 5;
  }
  return out;
}

}  // namespace tenor
