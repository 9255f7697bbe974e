#include "tenor/text/sentence_context.h"

#include <algorithm>

#include "tenor/text/abbreviations.h"
#include "tenor/text/unicode.h"

namespace tenor {
namespace {

constexpr std::size_t npos = std::string_view::npos;

// A sentence goes on after a bracket that closes before this.
bool goes_on(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const char32_t c = decode(text, at);
  return is_lower(c) || c == U',' || c == U';';
}

}  // namespace

bool in_brackets(std::string_view text, const Mark& mark) {
  const std::size_t from = std::max(mark.begin, mark.at > mark_reach ? mark.at - mark_reach : 0);
  const std::string_view before = text.substr(from, mark.end - from);
  if (before.find('(') == npos && before.find('[') == npos) return false;
  int depth = 0;
  std::size_t open = 0;
  for (std::size_t at = from; at < mark.end; ++at) {
    if (text[at] == '(' || text[at] == '[') {
      if (depth++ == 0) open = at;
    } else if ((text[at] == ')' || text[at] == ']') && depth > 0) {
      --depth;
    }
  }
  if (depth == 0 || open == mark.begin) return false;
  const std::size_t limit = std::min(text.size(), mark.end + mark_reach);
  for (std::size_t at = mark.end; at < limit; ++at) {
    if (text[at] == '\n') return false;
    if (text[at] == '(' || text[at] == '[') ++depth;
    if (text[at] == ')' || text[at] == ']') --depth;
    if (depth > 0) continue;
    const bool stops = at + 1 < text.size() && text[at + 1] == '.';
    return stops || goes_on(text, skip_space(text, at + 1));
  }
  return false;
}

bool aside_follows(std::string_view text, const Mark& mark) {
  if (mark.gap.next >= text.size() || text[mark.gap.next] != '(') return false;
  const std::size_t close = text.substr(mark.gap.next, mark_reach).find(')');
  return close != npos && goes_on(text, skip_space(text, mark.gap.next + close + 1));
}

bool speech_follows(std::string_view text, const Mark& mark) {
  std::size_t at = mark.word;
  for (int words = 0; words < 5 && at < text.size(); ++words) {
    const std::size_t end = run_end(text, at);
    const std::string_view word = text.substr(at, end - at);
    if (word.empty()) return false;
    if (is_speech_verb(word)) return true;
    std::size_t first = at;
    const bool pronoun = word == "he" || word == "she" || word == "they" || word == "I" || word == "we";
    if (!is_upper(decode(text, first)) && !pronoun) return false;
    at = end;
    if (at < text.size() && text[at] == '.') ++at;
    if (at >= text.size() || text[at] != ' ') return false;
    ++at;
  }
  return false;
}

bool in_title_case(std::string_view text, const Mark& mark) {
  std::size_t from = mark.at, to = mark.word;
  while (from > 0 && text[from - 1] != '\n' && mark.at - from < mark_reach) --from;
  while (to < text.size() && text[to] != '\n' && to - mark.word < mark_reach) ++to;
  if (to - from >= mark_reach) return false;
  int capitals = 0;
  for (std::size_t at = from; at < to;) {
    const std::size_t end = std::min(run_end(text, at), to);
    if (end == at) {
      decode(text, at);
      continue;
    }
    std::size_t first = at;
    if (is_lower(decode(text, first)) && end - at > 4) return false;
    capitals += end - at > 4;
    at = end;
  }
  return capitals >= 3;
}

bool is_uncapitalised(std::string_view text, const Mark& mark) {
  std::size_t at = mark.begin;
  return !mark.quoted && !mark.opens && mark.begin < mark.at && is_lower(decode(text, at)) && at < mark.at &&
         !is_upper(decode(text, at));
}

bool is_only_time(std::string_view text, const Mark& mark) {
  const std::string_view head = text.substr(mark.begin, mark.at - mark.begin);
  if (head.size() > 60) return false;
  bool begins = false;
  for (std::size_t at = 0; at < head.size();) {
    if (head[at] == ' ' || head[at] == ',') {
      ++at;
      continue;
    }
    const std::size_t end = std::min(head.find_first_of(" ,", at), head.size());
    const std::string_view word = head.substr(at, end - at);
    const bool dated =
        word.find_first_of("0123456789") != npos || word.find('.') != npos || follows_time(word);
    if (!dated && !is_time_word(word)) return false;
    begins = begins || is_time_word(word);
    at = end;
  }
  return begins;
}

bool is_label_next(std::string_view text, const Mark& mark) {
  return is_upper(mark.first) && mark.word_end + 1 < text.size() && text[mark.word_end] == ':' &&
         text[mark.word_end + 1] == ' ';
}

bool is_camel_case(std::string_view text, const Mark& mark) {
  for (std::size_t at = mark.word; at < mark.word_end;)
    if (is_upper(decode(text, at))) return true;
  return false;
}

bool ellipsis_follows(std::string_view text, const Mark& mark) {
  if (mark.gap.next == mark.end) return false;
  const std::string_view ahead = text.substr(mark.gap.next, mark_reach);
  std::size_t end = 0;
  if (ahead.starts_with("\u2026")) {
    end = 3;
  } else if (ahead.starts_with("...")) {
    end = ahead.find_first_not_of('.');
  } else if (ahead.starts_with(". . .")) {
    end = ahead.find_first_not_of(". ");
  } else {
    return false;
  }
  end = ahead.find_first_not_of(' ', std::min(end, ahead.size()));
  if (end == npos) return false;
  const char32_t c = decode(ahead, end);
  return is_letter(c) || is_digit(c);
}

bool is_address(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < mark_reach && static_cast<unsigned char>(text[begin - 1]) > ' ') --begin;
  const std::string_view token = text.substr(begin, at - begin);
  return token.find("://") != npos || token.find("www.") != npos || token.find('@') != npos ||
         token.find('=') != npos || (token.find('.') != npos && token.find('/') != npos);
}

}  // namespace tenor
