#pragma once

#include <string>
#include <vector>

#include "tenor/text/chrome.h"
#include "tenor/text/lines.h"

namespace tenor {

/// A text with its lines and what the words of each say.
struct PageText {
  std::string text;
  std::vector<Line> found;
  std::vector<Signs> signs;

  explicit PageText(std::string t) : text(std::move(t)), found(lines(text)) {
    for (const Line& line : found) signs.push_back(read_signs(text, line));
  }
};

/// A page with `before` links above and `after` below four paragraphs.
inline std::string harbour_page(std::size_t before, std::size_t after) {
  std::string text;
  for (std::size_t i = 0; i < before; ++i) text += "Section " + std::to_string(i) + "\n\n";
  text +=
      "Ministers leave harbour talks without a deal\n\nMonday, 2 March 2020\n\n"
      "Ministers left the talks on fishing rights in the old harbour without a deal on Monday, officials "
      "said.\n\n"
      "Both sides blamed each other for the failure of the talks, which had gone on through the whole "
      "night.\n\n"
      "\"We tried,\" the minister said.\n\n"
      "They will meet again next week in the harbour, where the boats of both countries wait for the "
      "season.\n\n"
      "Share this article\n\n";
  const std::string who[] = {"Singer", "Goalkeeper", "Neighbour", "Duchess", "Chef", "Teacher", "Astronaut"};
  const std::string does[] = {"buys", "loses", "praises", "paints", "sells"};
  const std::string what[] = {"castle", "guitar", "marathon", "recipe", "garden", "telescope"};
  for (std::size_t i = 0; i < after; ++i) text += who[i % 7] + " " + does[i % 5] + " " + what[i % 6] + "\n\n";
  return text;
}

}  // namespace tenor
