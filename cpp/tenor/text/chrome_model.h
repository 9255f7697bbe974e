#pragma once

#include <string_view>
#include <vector>

#include "tenor/text/chrome.h"
#include "tenor/text/lines.h"

namespace tenor {

/// Two linear models, one on top of the other, that tell body from chrome: the first reads each line and its
/// neighbours; the second reads what the first said of the lines around and where the main run of body lies
/// (stacked as in Cohen and Carvalho, "Stacked sequential learning", IJCAI 2005).
/// Weights: chrome_weights.h, made by tools/train_chrome.py.

/// A row-major table of features, one row a line.
struct Features {
  std::vector<std::string_view> names;
  std::vector<float> values;
};
Features line_features(const std::vector<Line>& lines, const std::vector<Signs>& signs);
/// `scores`: the first model's log-odds of body, one a line.
Features context_features(const std::vector<Line>& lines, const std::vector<Signs>& signs,
                          const std::vector<double>& scores);

/// The log-odds that each line is body.
std::vector<double> body_log_odds(const std::vector<Line>& lines, const std::vector<Signs>& signs);

/// Whether a line reads as a sentence or more.
bool is_prose(const Line& line);

}  // namespace tenor
