#include "tenor/text/sentence_rules.h"

#include <algorithm>

#include "tenor/text/properties.h"
#include "tenor/text/unicode.h"

namespace tenor {
namespace {

using S = SentenceBreak;

constexpr std::size_t near = 400;  // bytes a rule may look back or ahead, so that reading stays linear

bool is_quote(char32_t c) {
  return c == U'"' || c == U'\'' || (c >= U'\u2018' && c <= U'\u201F') || c == U'\u00AB' || c == U'\u00BB' ||
         c == U'\u2039' || c == U'\u203A';
}
bool opens(char32_t c) {
  return c == U'(' || c == U'[' || c == U'{' || c == U'\u2018' || c == U'\u201A' || c == U'\u201C' ||
         c == U'\u201E' || c == U'\u00AB' || c == U'\u2039' || c == U'\u00BF' || c == U'\u00A1';
}
bool closes(char32_t c) {
  return properties(c).sentence() == S::close && !opens(c);
}
bool is_mark(char32_t c) {
  const S s = properties(c).sentence();
  return s == S::full_stop || s == S::stop || c == U'\u2026';
}
bool ends_line(char32_t c) {
  const S s = properties(c).sentence();
  return s == S::sep || s == S::cr || s == S::lf;
}
bool in_word(char32_t c) {
  return is_letter(c) || is_digit(c) || c == U'\'' || c == U'\u2019' || c == U'-' || c == U'&';
}

// The code point before `at` and where it begins.
char32_t decode_back(std::string_view text, std::size_t at, std::size_t& start) {
  start = at - 1;
  while (start > 0 && at - start < 4 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) --start;
  std::size_t end = start;
  const char32_t c = decode(text, end);
  if (end == at) return c;
  start = at - 1;
  return U'\uFFFD';
}

// What stands before a full stop without a space: "Inc", "U.S", "n°".
std::string_view word_before(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < 40) {
    std::size_t start = 0;
    const char32_t c = decode_back(text, begin, start);
    if (!is_letter(c) && !is_digit(c) && c != U'.' && c != U'\'' && c != U'\u2019' && c != U'\u00B0') break;
    begin = start;
  }
  std::string_view word = text.substr(begin, at - begin);
  while (!word.empty() && (word.front() == '.' || word.front() == '\'')) word.remove_prefix(1);
  return word;
}

std::size_t run_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    std::size_t end = at;
    if (!in_word(decode(text, end))) break;
    at = end;
  }
  return at;
}

// An address: a mark inside it ends nothing.
bool is_address(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < near && static_cast<unsigned char>(text[begin - 1]) > ' ') --begin;
  const std::string_view token = text.substr(begin, at - begin);
  return token.find("://") != std::string_view::npos || token.find("www.") != std::string_view::npos ||
         token.find('@') != std::string_view::npos || token.find('=') != std::string_view::npos ||
         (token.find('.') != std::string_view::npos && token.find('/') != std::string_view::npos);
}

Ruling join(std::size_t next, std::string_view rule) {
  return {next, next, false, rule};
}

}  // namespace

std::size_t SentenceRules::skip_space(std::size_t at) const {
  while (at < text_.size()) {
    std::size_t end = at;
    if (!is_space(decode(text_, end))) break;
    at = end;
  }
  return at;
}

SentenceRules::Gap SentenceRules::gap(std::size_t at) const {
  Gap gap{at, 0, at};
  while (gap.next < text_.size()) {
    std::size_t end = gap.next;
    const char32_t c = decode(text_, end);
    if (!is_space(c)) break;
    if (ends_line(c)) {
      if (gap.lines == 0) gap.line = gap.next;
      gap.lines += c == U'\u2029' ? 2 : 1;
      if (c == U'\r' && end < text_.size() && text_[end] == '\n') ++end;
    }
    gap.next = end;
  }
  return gap;
}

// In a wrapped text a line ends a paragraph where the next word would have fitted by far.
bool SentenceRules::line_ends(std::size_t line, std::size_t next) const {
  if (layout_.newline == Newline::hard) return true;
  const std::size_t before = line == 0 ? std::string_view::npos : text_.rfind('\n', line - 1);
  const std::size_t length = line - (before == std::string_view::npos ? 0 : before + 1);
  std::size_t end = next;
  while (end < text_.size() && static_cast<unsigned char>(text_[end]) > ' ') ++end;
  std::size_t first = next;
  return (length + 1 + end - next) * 10 < layout_.width * 7 && !is_lower(decode(text_, first));
}

// What still belongs to a sentence after its mark: a quotation mark set off by a space, a reference "[12]".
std::size_t SentenceRules::closing_end(std::size_t begin, std::size_t at, bool& quoted) const {
  const auto byte = [&](std::size_t i) {
    return i < text_.size() ? static_cast<unsigned char>(text_[i]) : '\0';
  };
  const std::size_t token = byte(at) == ' ' ? at + 1 : at;
  std::size_t end = at;
  for (std::size_t open = token; byte(open) == '['; open = byte(end) == ' ' ? end + 1 : end) {
    std::size_t digits = open + 1;
    while (is_digit(byte(digits)) && digits - open < 5) ++digits;
    if (digits == open + 1 || byte(digits) != ']') break;
    end = digits + 1;
  }
  if (end > at) return end;
  if (token == at) return at;
  std::size_t after = token;
  if (byte(token) == '"') {
    const std::size_t from = std::max(begin, at > near ? at - near : 0);
    const std::string_view sentence = text_.substr(from, at - from);
    if (std::count(sentence.begin(), sentence.end(), '"') % 2 == 0) return at;
    ++after;
  } else if (text_.substr(token).starts_with("\u201D")) {
    after += 3;
  }
  if (after == token || (after < text_.size() && !is_space(byte(after)))) return at;
  quoted = true;
  return after;
}

SentenceRules::Stop SentenceRules::surroundings(std::size_t begin, std::size_t mark) const {
  Stop s;
  s.begin = begin;
  s.mark = s.end = mark;
  const auto take = [&](auto wanted, auto note) {
    while (s.end < text_.size()) {
      std::size_t end = s.end;
      const char32_t c = decode(text_, end);
      if (!wanted(c) &&
          !(s.end > mark && (properties(c).sentence() == S::extend || properties(c).sentence() == S::format)))
        break;
      note(c);
      s.end = end;
    }
  };
  take(is_mark, [](char32_t) {});
  s.marks_end = s.end;
  take(closes, [&](char32_t c) { s.quoted = s.quoted || is_quote(c); });
  s.end = closing_end(begin, s.end, s.quoted);
  s.gap = gap(s.end);
  s.word = s.gap.next;
  while (s.word < text_.size()) {
    std::size_t end = s.word;
    s.first = decode(text_, end);
    if (!opens(s.first) && !is_quote(s.first)) break;
    s.opens = s.opens || is_quote(s.first);
    s.word = end;
  }
  s.word_end = run_end(text_, s.word);
  return s;
}

bool SentenceRules::starts(const Stop& s) const {
  return abbreviations_.starts(next_word(s));
}

// `"Why?" asked Ms. Smith`, `"Why?" President Smith said`: a name, then a verb of speech.
bool SentenceRules::speech_follows(const Stop& s) const {
  std::size_t at = s.word;
  for (int words = 0; words < 5 && at < text_.size(); ++words) {
    const std::size_t end = run_end(text_, at);
    const std::string_view word = text_.substr(at, end - at);
    if (word.empty()) return false;
    if (is_speech_verb(word)) return true;
    std::size_t first = at;
    const bool pronoun = word == "he" || word == "she" || word == "they" || word == "I" || word == "we";
    if (!is_upper(decode(text_, first)) && !pronoun) return false;
    at = end;
    if (at < text_.size() && text_[at] == '.') ++at;
    if (at >= text_.size() || text_[at] != ' ') return false;
    ++at;
  }
  return false;
}

// The sentence has an open bracket that closes soon, with the sentence going on after it.
bool SentenceRules::in_brackets(const Stop& s) const {
  const std::size_t from = std::max(s.begin, s.mark > near ? s.mark - near : 0);
  const std::string_view before = text_.substr(from, s.end - from);
  constexpr auto npos = std::string_view::npos;
  if (before.find('(') == npos && before.find('[') == npos) return false;
  int depth = 0;
  std::size_t open = 0;
  for (std::size_t at = from; at < s.end; ++at) {
    if (text_[at] == '(' || text_[at] == '[') {
      if (depth++ == 0) open = at;
    } else if ((text_[at] == ')' || text_[at] == ']') && depth > 0) {
      --depth;
    }
  }
  if (depth == 0 || open == s.begin) return false;
  const std::size_t limit = std::min(text_.size(), s.end + near);
  for (std::size_t at = s.end; at < limit; ++at) {
    if (text_[at] == '\n') return false;
    if (text_[at] == '(' || text_[at] == '[') ++depth;
    if (text_[at] == ')' || text_[at] == ']') --depth;
    if (depth > 0) continue;
    std::size_t after = skip_space(at + 1);
    if (after >= text_.size()) return false;
    const char32_t c = decode(text_, after);
    return is_lower(c) || c == U',' || c == U';';
  }
  return false;
}

// The line has no longer word in lower case: a headline, where a capital tells nothing.
bool SentenceRules::in_title_case(const Stop& s) const {
  std::size_t from = s.mark, to = s.word;
  while (from > 0 && text_[from - 1] != '\n' && s.mark - from < near) --from;
  while (to < text_.size() && text_[to] != '\n' && to - s.word < near) ++to;
  if (to - from >= near) return false;
  int capitals = 0;
  for (std::size_t at = from; at < to;) {
    const std::size_t end = std::min(run_end(text_, at), to);
    if (end == at) {
      decode(text_, at);
      continue;
    }
    std::size_t first = at;
    if (is_lower(decode(text_, first)) && end - at > 4) return false;
    capitals += end - at > 4;
    at = end;
  }
  return capitals >= 3;
}

// "1.", "2.1.", "a.", "IV." or "Figure 1." at the head of its sentence: the item follows.
bool SentenceRules::only_enumerator(const Stop& s) const {
  std::string_view head = text_.substr(s.begin, s.mark - s.begin);
  for (const std::string_view bullet : {"\u2022", "\u2043"})
    if (head.starts_with(bullet))
      head =
          head.substr(std::min(head.size(), bullet.size() + (head.substr(bullet.size()).starts_with(' '))));
  if (head.size() > 14 || s.quoted) return false;
  bool labelled = false;
  for (const std::string_view label :
       {"Figure ", "Fig. ", "Table ", "Chapter ", "Section ", "Listing ", "Appendix "}) {
    if (!head.starts_with(label)) continue;
    head.remove_prefix(label.size());
    labelled = true;
  }
  if (head.empty() || head.size() > 5) return false;
  const auto all = [&](auto is) { return std::all_of(head.begin(), head.end(), is); };
  const bool dotted = labelled || head.size() <= 3 || head.find('.') != std::string_view::npos;
  if (dotted && all([](char c) { return (c >= '0' && c <= '9') || c == '.'; })) return true;
  if (all([](char c) { return c == 'I' || c == 'V' || c == 'X'; })) return head != "I" || s.begin == 0;
  return head.size() == 1 && is_letter(static_cast<unsigned char>(head[0]));
}

// The sentence itself began in lower case: its writer does not use capitals.
bool SentenceRules::uncapitalised(const Stop& s) const {
  std::size_t at = s.begin;
  return !s.quoted && !s.opens && s.begin < s.mark && is_lower(decode(text_, at)) && at < s.mark &&
         !is_upper(decode(text_, at));
}

std::size_t SentenceRules::next_item(std::size_t begin) const {
  constexpr auto npos = std::string_view::npos;
  const auto lead = static_cast<unsigned char>(begin < text_.size() ? text_[begin] : ' ');
  if (lead != 0xE2 && !is_digit(lead) && !is_lower(lead)) return npos;
  const std::string_view ahead = text_.substr(begin, near);
  const std::size_t end = begin + std::min(ahead.find('\n'), ahead.size());
  const std::string_view line = text_.substr(begin, end - begin);
  for (const std::string_view bullet : {"\u2022", "\u2043"}) {
    if (!line.starts_with(bullet)) continue;
    const std::size_t at = line.find(std::string(" ").append(bullet), bullet.size());
    return at == npos ? npos : begin + at + 1;
  }
  std::size_t digits = 0;
  while (digits < line.size() && digits < 3 && line[digits] >= '0' && line[digits] <= '9') ++digits;
  std::string label;
  std::size_t width = digits;
  if (digits > 0) {
    label = std::to_string(std::stoi(std::string(line.substr(0, digits))) + 1);
  } else if (!line.empty() && line[0] >= 'a' && line[0] < 'z') {
    label = static_cast<char>(line[0] + 1);
    width = 1;
  } else {
    return npos;
  }
  const std::string_view rest = line.substr(width);
  for (const std::string_view mark : {".) ", ") ", ". "}) {
    if (!rest.starts_with(mark)) continue;
    const std::size_t at = line.find(std::string(" ").append(label).append(mark), width);
    return at == npos ? npos : begin + at + 1;
  }
  return npos;
}

Ruling SentenceRules::abbreviation(const Stop& s) const {
  const std::string_view word = word_before(text_, s.mark);
  const auto found = s.quoted ? Abbreviation::none : abbreviations_.classify(word);
  const bool digit = is_digit(s.first);
  const auto at = [&](bool broken, std::string_view rule) { return Ruling{s.end, s.gap.next, broken, rule}; };
  switch (found) {
    case Abbreviation::user:
      return at(false, "abbreviation of yours");
    case Abbreviation::title:
      return at(false, "title before a name");
    case Abbreviation::inner:
      return at(false, "abbreviation inside a sentence");
    case Abbreviation::number:
      if (digit) return at(false, "abbreviation before a number");
      break;
    case Abbreviation::time:
      if (digit || (follows_time(next_word(s)) && !s.opens)) return at(false, "time of day goes on");
      break;
    case Abbreviation::initial:
      if (next_word(s).size() > 1 && starts(s) && !in_title_case(s))
        return at(true, "starter after an initial");
      return at(false, "initial");
    case Abbreviation::suffix:
    case Abbreviation::acronym:
      if (s.opens) return at(true, "quotation after an abbreviation");
      if (is_courtesy_title(next_word(s)) || (starts(s) && !in_title_case(s)))
        return at(true, "starter after an abbreviation");
      return at(false, found == Abbreviation::suffix ? "abbreviation" : "acronym");
    case Abbreviation::none:
      break;
  }
  return at(true, "full stop");
}

Ruling SentenceRules::full_stop(const Stop& s) const {
  if (is_lower(s.first)) {
    std::size_t next = s.word;
    decode(text_, next);
    const bool camel = next < text_.size() && is_upper(decode(text_, next));  // "iPhone"
    const bool plain = uncapitalised(s) && s.marks_end == s.mark + 1 &&
                       abbreviations_.classify(word_before(text_, s.mark)) == Abbreviation::none;
    if (plain) return {s.end, s.gap.next, true, "full stop, no capitals"};
    if (!camel) return join(s.gap.next, "lower case goes on");
  }
  const bool omission =
      s.mark > 0 && (text_[s.mark - 1] == '[' || text_[s.mark - 1] == '(') && s.end > s.marks_end;
  if (omission) return join(s.gap.next, "omission");
  const bool ellipsis =
      s.marks_end > s.mark + 1 || (s.mark > 1 && text_[s.mark - 1] == ' ' && text_[s.mark - 2] == '.');
  if (ellipsis && !s.quoted && !s.opens && s.first == U'I' &&
      (s.word_end == s.word + 1 || text_[s.word + 1] == '\''))
    return join(s.gap.next, "ellipsis before I");
  if (only_enumerator(s)) return join(s.gap.next, "number of a list item");
  Ruling ruling = abbreviation(s);
  if (ruling.broken && in_brackets(s)) return join(s.gap.next, "inside brackets");
  return ruling;
}

// "Why Not? (1950) and": brackets after a title, with the sentence going on after them.
bool SentenceRules::aside_follows(const Stop& s) const {
  if (s.gap.next >= text_.size() || text_[s.gap.next] != '(') return false;
  const std::size_t close = text_.substr(s.gap.next, near).find(')');
  if (close == std::string_view::npos) return false;
  std::size_t after = skip_space(s.gap.next + close + 1);
  if (after >= text_.size()) return false;
  const char32_t c = decode(text_, after);
  return is_lower(c) || c == U',' || c == U';';
}

Ruling SentenceRules::loud(const Stop& s) const {
  const bool question = text_[s.marks_end - 1] == '?' && !s.quoted && s.end == s.marks_end;
  if (is_lower(s.first) && !question && !uncapitalised(s)) return join(s.gap.next, "lower case goes on");
  if (s.quoted && speech_follows(s)) return join(s.gap.next, "speech verb follows");
  if (in_brackets(s) || aside_follows(s)) return join(s.gap.next, "inside brackets");
  return {s.end, s.gap.next, true, "question or exclamation mark"};
}

Ruling SentenceRules::judge(std::size_t begin, std::size_t at) const {
  std::size_t after = at;
  const char32_t mark = decode(text_, after);
  if (ends_line(mark)) {
    std::size_t end = at, start = 0;
    while (end > begin && is_space(decode_back(text_, end, start))) end = start;
    const Gap g = gap(at);
    if (g.lines > 1) return {end, g.next, true, "blank line"};
    if (line_ends(at, g.next)) return {end, g.next, true, "line"};
    return {end, g.next, false, "wrapped line"};
  }
  const Stop s = surroundings(begin, at);
  if (s.gap.next == text_.size()) return {s.end, s.gap.next, true, "end of text"};
  if (s.gap.lines > 1) return {s.end, s.gap.next, true, "blank line"};
  if (s.gap.lines == 1 && line_ends(s.gap.line, s.gap.next)) return {s.end, s.gap.next, true, "line"};
  const S next = [&] {
    std::size_t end = s.gap.next;
    return properties(decode(text_, end)).sentence();
  }();
  if (next == S::continues || next == S::full_stop || next == S::stop)
    return join(s.gap.next, "punctuation goes on");
  const bool is_full = properties(mark).sentence() == S::full_stop || mark == U'\u2026';
  if (s.gap.next == s.end) {  // no space after it
    const bool wide = !is_full && mark >= 0x80;
    const bool may =
        wide || (is_upper(s.first) && (s.quoted || s.opens || !is_full) && !is_address(text_, s.mark));
    if (!may) return join(s.end, "inside a word");
  }
  return is_full ? full_stop(s) : loud(s);
}

}  // namespace tenor
