#include "tenor/text/list_items.h"

#include <algorithm>
#include <array>
#include <string>

#include "tenor/text/unicode.h"

namespace tenor {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::array<std::string_view, 2> bullets = {"\u2022", "\u2043"};

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

// The number or letter of the item after the one that `line` begins, and the length of this one's.
std::string next_label(std::string_view line, std::size_t& width) {
  width = 0;
  while (width < line.size() && width < 3 && is_ascii_digit(line[width])) ++width;
  if (width > 0) return std::to_string(std::stoi(std::string(line.substr(0, width))) + 1);
  if (line.empty() || line[0] < 'a' || line[0] >= 'z') return {};
  width = 1;
  return {static_cast<char>(line[0] + 1)};
}

}  // namespace

std::size_t next_item(std::string_view text, std::size_t begin) {
  const auto lead = static_cast<unsigned char>(begin < text.size() ? text[begin] : ' ');
  if (lead != 0xE2 && !is_digit(lead) && !is_lower(lead)) return npos;
  const std::string_view ahead = text.substr(begin, mark_reach);
  const std::string_view line = ahead.substr(0, ahead.find('\n'));
  for (const std::string_view bullet : bullets) {
    if (!line.starts_with(bullet)) continue;
    const std::size_t at = line.find(std::string(" ").append(bullet), bullet.size());
    return at == npos ? npos : begin + at + 1;
  }
  std::size_t width = 0;
  const std::string label = next_label(line, width);
  if (label.empty()) return npos;
  const std::string_view rest = line.substr(width);
  for (const std::string_view mark : {".) ", ") ", ". "}) {
    if (!rest.starts_with(mark)) continue;
    const std::size_t at = line.find(std::string(" ").append(label).append(mark), width);
    return at == npos ? npos : begin + at + 1;
  }
  return npos;
}

bool is_label(std::string_view text, const Mark& mark) {
  std::string_view head = text.substr(mark.begin, mark.at - mark.begin);
  if (mark.quoted) return false;
  if (head.ends_with(": 1")) return true;
  for (const std::string_view bullet : bullets) {
    if (!head.starts_with(bullet)) continue;
    head.remove_prefix(bullet.size());
    if (head.starts_with(' ')) head.remove_prefix(1);
  }
  while (!head.empty() && std::string_view("*\"([").find(head[0]) != npos) head.remove_prefix(1);
  if (head.size() > 14) return false;
  if (head == "P.S" || head == "PS" || head == "P.P.S") return true;
  bool named = false;
  for (const std::string_view name :
       {"Figure ", "Fig. ", "Table ", "Chapter ", "Section ", "Listing ", "Appendix "}) {
    if (!head.starts_with(name)) continue;
    head.remove_prefix(name.size());
    named = true;
  }
  if (head.empty() || head.size() > 5) return false;
  const auto all = [&](auto is) { return std::all_of(head.begin(), head.end(), is); };
  const bool dotted = named || head.size() <= 3 || head.find('.') != npos;
  if (dotted && all([](char c) { return is_ascii_digit(c) || c == '.'; })) return true;
  if (all([](char c) { return c == 'I' || c == 'V' || c == 'X'; })) return head != "I" || mark.begin == 0;
  return head.size() == 1 && is_letter(static_cast<unsigned char>(head[0]));
}

}  // namespace tenor
