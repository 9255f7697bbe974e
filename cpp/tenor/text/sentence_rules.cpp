#include "tenor/text/sentence_rules.h"

#include "tenor/text/list_items.h"
#include "tenor/text/properties.h"
#include "tenor/text/sentence_context.h"
#include "tenor/text/unicode.h"

namespace tenor {
namespace {

using S = SentenceBreak;

Ruling join(std::size_t next, std::string_view rule) {
  return {next, next, false, rule};
}
Ruling cut(const Mark& m, std::string_view rule) {
  return {m.end, m.gap.next, true, rule};
}

}  // namespace

// In a wrapped text a line ends a paragraph where the next word would have fitted by far.
bool SentenceRules::line_ends(std::size_t line, std::size_t next) const {
  if (layout_.newline == Newline::hard || next >= text_.size()) return true;
  const std::size_t before = line == 0 ? std::string_view::npos : text_.rfind('\n', line - 1);
  const std::size_t length = line - (before == std::string_view::npos ? 0 : before + 1);
  std::size_t end = next;
  while (end < text_.size() && static_cast<unsigned char>(text_[end]) > ' ') ++end;
  std::size_t first = next;
  return (length + 1 + end - next) * 10 < layout_.width * 7 && !is_lower(decode(text_, first));
}

Ruling SentenceRules::line(std::size_t begin, std::size_t at) const {
  std::size_t end = at, start = 0;
  while (end > begin && is_space(decode_back(text_, end, start))) end = start;
  const MarkGap gap = gap_after(text_, at);
  if (gap.lines > 1) return {end, gap.next, true, "blank line"};
  if (line_ends(at, gap.next)) return {end, gap.next, true, "line"};
  return {end, gap.next, false, "wrapped line"};
}

Ruling SentenceRules::abbreviation(const Mark& m) const {
  const auto found = kind(m);
  const bool digit = is_digit(m.first);
  const auto at = [&](bool broken, std::string_view rule) { return Ruling{m.end, m.gap.next, broken, rule}; };
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
      if (digit || (follows_time(m.next_word(text_)) && !m.opens)) return at(false, "time of day goes on");
      if (is_only_time(text_, m)) return at(false, "time at the head of its sentence");
      break;
    case Abbreviation::initial:
      if (is_courtesy_title(m.next_word(text_)) ||
          (m.next_word(text_).size() > 1 && starts(m) && !in_title_case(text_, m)))
        return at(true, "starter after an initial");
      return at(false, "initial");
    case Abbreviation::suffix:
    case Abbreviation::acronym:
      if (m.opens) return at(true, "quotation after an abbreviation");
      if (is_label_next(text_, m)) return at(true, "label after an abbreviation");
      if (is_courtesy_title(m.next_word(text_)) || (starts(m) && !in_title_case(text_, m)))
        return at(true, "starter after an abbreviation");
      return at(false, found == Abbreviation::suffix ? "abbreviation" : "acronym");
    case Abbreviation::none:
      break;
  }
  return at(true, "full stop");
}

// "It did. 8 Yet others": the number of a note, which stood raised after the sentence. `next` is 0 where
// there is none.
Ruling SentenceRules::note_number(const Mark& m) const {
  std::size_t end = m.gap.next;
  while (end < text_.size() && end - m.gap.next < 3 && is_digit(static_cast<unsigned char>(text_[end])))
    ++end;
  if (end == m.gap.next || end + 1 >= text_.size() || text_[end] != ' ') return {};
  std::size_t first = end + 1;
  const std::size_t word_end = run_end(text_, first);
  const std::string_view word = text_.substr(first, word_end - first);
  if (word.empty() || !is_upper(decode(text_, first)) || !abbreviations_.starts(word)) return {};
  return {end, end + 1, true, "number of a note"};
}

// What follows a full stop in lower case goes on, with few exceptions.
Ruling SentenceRules::lower_case(const Mark& m) const {
  if (m.marks_end == m.at + 1 && kind(m) == Abbreviation::none) {
    if (is_uncapitalised(text_, m)) return cut(m, "full stop, no capitals");
    const std::string_view ahead = text_.substr(m.word);
    if (ahead.starts_with("http://") || ahead.starts_with("https://") || ahead.starts_with("www."))
      return cut(m, "address after a full stop");
    if (text_[m.gap.next] == '(' && !in_brackets(text_, m)) return cut(m, "brackets after a full stop");
  }
  return join(m.gap.next, "lower case goes on");
}

Ruling SentenceRules::full_stop(const Mark& m) const {
  if (is_lower(m.first) && !is_camel_case(text_, m)) return lower_case(m);
  const bool omission = m.at > 0 && (text_[m.at - 1] == '[' || text_[m.at - 1] == '(') && m.end > m.marks_end;
  if (omission && !starts(m)) return join(m.gap.next, "omission");
  const bool ellipsis =
      m.marks_end > m.at + 1 || (m.at > 1 && text_[m.at - 1] == ' ' && text_[m.at - 2] == '.');
  if (ellipsis && !m.quoted && !m.opens && m.first == U'I' &&
      (m.word_end == m.word + 1 || text_[m.word + 1] == '\''))
    return join(m.gap.next, "ellipsis before I");
  const bool headed = text_.substr(m.begin, m.at - m.begin).find_first_not_of(". ") == std::string_view::npos;
  if (ellipsis && headed && !m.quoted) return join(m.gap.next, "ellipsis at the head of its sentence");
  if (is_label(text_, m)) return join(m.gap.next, "label of what follows");
  const Ruling ruling = abbreviation(m);
  if (ruling.broken && in_brackets(text_, m)) return join(m.gap.next, "inside brackets");
  if (ruling.broken && is_digit(m.first) && !m.opens)
    if (const Ruling note = note_number(m); note.broken) return note;
  return ruling;
}

Ruling SentenceRules::loud(const Mark& m) const {
  const bool question = text_[m.marks_end - 1] == '?' && !m.quoted && m.end == m.marks_end;
  if (is_lower(m.first) && !question && !is_uncapitalised(text_, m))
    return join(m.gap.next, "lower case goes on");
  if (m.quoted && speech_follows(text_, m)) return join(m.gap.next, "speech verb follows");
  if (in_brackets(text_, m) || aside_follows(text_, m)) return join(m.gap.next, "inside brackets");
  if (!m.quoted && has_own_mark(word_before(text_, m.at)) && !starts(m))
    return join(m.gap.next, "mark of a name");
  return cut(m, "question or exclamation mark");
}

Ruling SentenceRules::judge(std::size_t begin, std::size_t at) const {
  std::size_t after = at;
  const char32_t mark = decode(text_, after);
  if (ends_line(mark)) return line(begin, at);
  const Mark m = read_mark(text_, begin, at);
  if (m.gap.next == text_.size()) return cut(m, "end of text");
  if (m.gap.lines > 1) return cut(m, "blank line");
  if (m.gap.lines == 1 && line_ends(m.gap.line, m.gap.next)) return cut(m, "line");
  const S next = [&] {
    std::size_t end = m.gap.next;
    return properties(decode(text_, end)).sentence();
  }();
  const bool is_full = properties(mark).sentence() == S::full_stop || mark == U'\u2026';
  if (next == S::continues || next == S::full_stop || next == S::stop) {
    const bool word = at > begin && text_[at - 1] != ' ' && m.marks_end == at + 1;
    if (is_full && word && ellipsis_follows(text_, m) && kind(m) == Abbreviation::none)
      return cut(m, "ellipsis after a full stop");
    return join(m.gap.next, "punctuation goes on");
  }
  if (m.gap.next == m.end) {  // no space after it
    const bool wide = !is_full && mark >= 0x80;
    const bool may =
        wide || (is_upper(m.first) && (m.quoted || m.opens || !is_full) && !is_address(text_, m.at));
    if (!may) return join(m.end, "inside a word");
  }
  return is_full ? full_stop(m) : loud(m);
}

}  // namespace tenor
