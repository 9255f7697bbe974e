#include "tenor/sentiment/rules.h"

#include <array>
#include <string>

namespace tenor {

std::string_view rule_names(unsigned rules) {
  static const auto names = [] {
    constexpr std::array<std::string_view, 10> words = {
        "negation", "intensifier", "diminisher",  "contrast", "capitals",
        "idiom",    "emphasis",    "conditional", "hedge",    "reversal"};
    std::array<std::string, rules_end> out;
    for (unsigned set = 0; set < rules_end; ++set)
      for (unsigned bit = 0; bit < words.size(); ++bit)
        if (set >> bit & 1) out[set].append(out[set].empty() ? "" : "+").append(words[bit]);
    return out;
  }();
  return names[rules % rules_end];
}

}  // namespace tenor
