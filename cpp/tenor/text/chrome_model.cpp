#include "tenor/text/chrome_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>

#include "tenor/text/chrome_weights.h"

namespace tenor {
namespace {

constexpr std::array<std::string_view, 13> reasons = {
    "advertisement", "share", "subscription", "donation", "related", "comments", "navigation",
    "copyright",     "legal", "contact",      "credit",   "media",   "separator"};

float flag(bool b) {
  return b ? 1.0F : 0.0F;
}
float ratio(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0F : static_cast<float>(part) / static_cast<float>(whole);
}

/// log(1 + n), scaled so that the figures of a page lie near 0 to 1; small n from a table, for they are most.
float log_scale(std::size_t n) {
  constexpr std::size_t kept = 1024;
  static const auto table = [] {
    std::array<float, kept> t{};
    for (std::size_t i = 0; i < kept; ++i)
      t[i] = static_cast<float>(std::log1p(static_cast<double>(i)) / 6.0);
    return t;
  }();
  return n < kept ? table[n] : static_cast<float>(std::log1p(static_cast<double>(n)) / 6.0);
}

/// What is asked of a whole page, gathered once so that each line costs the same.
struct Page {
  const std::vector<Line>& lines;
  const std::vector<Signs>& signs;
  std::vector<char> prose;
  std::vector<std::uint32_t> prose_before, letters_before, comments_before, related_before, copyright_before,
      labels_before;
  std::vector<std::uint32_t> previous_prose, next_prose;  // distance in lines; `far` where there is none
  std::vector<char> repeated;
  static constexpr std::uint32_t far = 1000;

  Page(const std::vector<Line>& l, const std::vector<Signs>& s) : lines(l), signs(s) {
    const std::size_t n = lines.size();
    std::unordered_map<std::uint64_t, unsigned> seen;
    seen.reserve(n);
    for (const Line& line : lines) ++seen[line.hash];
    for (auto* v : {&prose_before, &letters_before, &comments_before, &related_before, &copyright_before,
                    &labels_before})
      v->assign(n + 1, 0);
    previous_prose.assign(n, far), next_prose.assign(n, far);
    std::uint32_t since = far;
    for (std::size_t i = 0; i < n; ++i) {
      prose.push_back(is_prose(lines[i]) && signs[i].reason.empty());
      repeated.push_back(seen[lines[i].hash] > 1);
      prose_before[i + 1] = prose_before[i] + static_cast<std::uint32_t>(prose[i]);
      letters_before[i + 1] = letters_before[i] + (prose[i] ? lines[i].letters : 0);
      comments_before[i + 1] = comments_before[i] + (signs[i].reason == "comments");
      related_before[i + 1] = related_before[i] + (signs[i].reason == "related");
      copyright_before[i + 1] = copyright_before[i] + (signs[i].reason == "copyright");
      labels_before[i + 1] = labels_before[i] + (signs[i].date || signs[i].byline);
      previous_prose[i] = since;
      since = prose[i] ? 1 : std::min(since + 1, far);
    }
    since = far;
    for (std::size_t i = n; i-- > 0;) {
      next_prose[i] = since;
      since = prose[i] ? 1 : std::min(since + 1, far);
    }
  }
  [[nodiscard]] std::size_t size() const { return lines.size(); }
};

template <class Put>
void describe_shape(const Page& page, std::size_t i, Put& put) {
  const Line& line = page.lines[i];
  const Signs& signs = page.signs[i];
  const std::size_t words = line.words;
  put("bias", 1.0F);
  put("log words", log_scale(words));
  constexpr std::array<std::size_t, 9> bins = {0, 2, 4, 7, 11, 17, 26, 41, SIZE_MAX};
  constexpr std::array<std::string_view, 8> bin_names = {"1 word",      "2-3 words",   "4-6 words",
                                                         "7-10 words",  "11-16 words", "17-25 words",
                                                         "26-40 words", "41+ words"};
  for (std::size_t b = 0; b < bin_names.size(); ++b)
    put(bin_names[b], flag(!line.cjk && words >= bins[b] && words < bins[b + 1]));
  put("cjk", flag(line.cjk));
  put("cjk length", line.cjk ? log_scale(line.letters) : 0.0F);
  put("prose", flag(page.prose[i]));
  put("ends sentence", flag(line.ends_sentence));
  put("ends sentence, 7+ words", flag(line.ends_sentence && words >= 7));
  put("ends sentence, 17+ words", flag(line.ends_sentence && words >= 17));
  put("no end, 17+ words", flag(!line.ends_sentence && words >= 17));
  put("ends in ?", flag(line.last == U'?'));
  put("ends in ...", flag(line.ellipsis));
  put("ends in : or ,", flag(line.last == U':' || line.last == U','));
  put("1 stop inside", flag(line.stops == 1));
  put("2+ stops inside", flag(line.stops >= 2));
  put("commas", std::min(1.0F, 4 * ratio(line.commas, words)));
  put("capital words", ratio(line.capital_words, words));
  put("capital words, 4+ words", words >= 4 ? ratio(line.capital_words, words) : 0.0F);
  put("all capitals", flag(line.letters > 2 && line.capitals == line.letters && !line.cjk));
  put("digits", ratio(line.digits, line.letters + line.digits));
  put("marks", std::min(1.0F, 2 * ratio(line.marks, line.letters + line.digits + line.marks)));
  put("opens quotation",
      flag(line.first == U'"' || line.first == U'\u201C' || line.first == U'\u2018' || line.first == U'\''));
  put("opens with digit", flag(line.first >= U'0' && line.first <= U'9'));
  put("opens in small letters", flag(line.first >= U'a' && line.first <= U'z'));
  put("opens with mark",
      flag(line.first == U'-' || line.first == U'\u2022' || line.first == U'[' || line.first == U'(' ||
           line.first == U'\u2014' || line.first == U'#' || line.first == U'@'));
  put("address", flag(signs.address));
  put("stroke", flag(signs.stroke));
  put("function words", std::min(1.0F, 2 * ratio(signs.function_words, std::min<std::size_t>(words, 100))));
  put("no function word, 4+ words", flag(words >= 4 && signs.function_words == 0));
  put("verbs", flag(signs.verbs > 0));
  put("2+ verbs", flag(signs.verbs > 1));
  put("you", flag(signs.you > 0));
  put("you, under 26 words", flag(signs.you > 0 && words < 26));
  put("we", flag(signs.we > 0));
  put("web words", std::min(1.0F, 2 * ratio(signs.web, std::min<std::size_t>(words, 100))));
  put("1 web word", flag(signs.web == 1));
  put("2+ web words", flag(signs.web > 1));
  for (const std::string_view reason : reasons) put(reason, flag(signs.reason == reason));
  put("date", flag(signs.date));
  put("byline", flag(signs.byline));
  put("caption", flag(signs.caption));
  put("repeated", flag(page.repeated[i]));
}

template <class Put>
void describe_line(const Page& page, std::size_t i, Put& put) {
  describe_shape(page, i, put);
  struct Near {
    std::ptrdiff_t step;
    std::string_view prose, chrome, words, none, label, opening;
  };
  constexpr std::array<Near, 6> near = {
      {{-3, "-3 prose", "-3 chrome", "-3 words", "-3 none", "-3 date or byline", "-3 same opening"},
       {-2, "-2 prose", "-2 chrome", "-2 words", "-2 none", "-2 date or byline", "-2 same opening"},
       {-1, "-1 prose", "-1 chrome", "-1 words", "-1 none", "-1 date or byline", "-1 same opening"},
       {+1, "+1 prose", "+1 chrome", "+1 words", "+1 none", "+1 date or byline", "+1 same opening"},
       {+2, "+2 prose", "+2 chrome", "+2 words", "+2 none", "+2 date or byline", "+2 same opening"},
       {+3, "+3 prose", "+3 chrome", "+3 words", "+3 none", "+3 date or byline", "+3 same opening"}}};
  const auto n = static_cast<std::ptrdiff_t>(page.size());
  for (const Near& k : near) {
    const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(i) + k.step;
    const bool there = at >= 0 && at < n;
    const auto j = static_cast<std::size_t>(there ? at : 0);
    const Signs& other = page.signs[j];
    put(k.prose, flag(there && page.prose[j]));
    put(k.chrome, flag(there && !other.reason.empty()));
    put(k.words, there ? log_scale(page.lines[j].words) : 0.0F);
    put(k.none, flag(!there));
    put(k.label, flag(there && (other.date || other.byline)));
    put(k.opening,
        flag(there && other.opening == page.signs[i].opening && page.lines[j].hash != page.lines[i].hash));
  }
  put("-1 ends in :", flag(i > 0 && page.lines[i - 1].last == U':'));
  auto around = [&](const std::vector<std::uint32_t>& before, std::size_t reach) {
    const std::size_t lo = i > reach ? i - reach : 0, hi = std::min(page.size(), i + reach + 1);
    return before[hi] - before[lo];
  };
  put("prose within 5", static_cast<float>(around(page.prose_before, 5)) / 11.0F);
  put("prose within 12", static_cast<float>(around(page.prose_before, 12)) / 25.0F);
  put("prose letters within 5", log_scale(around(page.letters_before, 5)));
  put("lines since prose", log_scale(page.previous_prose[i]));
  put("lines to prose", log_scale(page.next_prose[i]));
  put("prose above and below", flag(page.previous_prose[i] <= 2 && page.next_prose[i] <= 2));
  put("gap between prose", log_scale(page.previous_prose[i] + page.next_prose[i]));
  put("labels within 12", static_cast<float>(around(page.labels_before, 12)) / 25.0F);
  put("labels before", log_scale(page.labels_before[i]));
  const std::size_t all = page.letters_before.back();
  put("prose before", ratio(page.letters_before[i], all));
  put("no prose before", flag(page.letters_before[i] == 0));
  put("no prose after", flag(page.letters_before[i + 1] == all));
  put("place", ratio(i, page.size()));
  put("lines of page", log_scale(page.size()));
  put("prose of page", ratio(page.prose_before.back(), page.size()));
  put("comments before", log_scale(page.comments_before[i]));
  put("related before", log_scale(page.related_before[i]));
  put("copyright before", flag(page.copyright_before[i] > 0));
}

/// The run of lines with the largest sum (Kadane): where most of what looks like body stands.
struct Run {
  std::size_t begin = 0, end = 0;
};
Run main_run(const Page& page, const std::vector<double>& scores) {
  Run best;
  double most = 0, sum = 0;
  std::size_t begin = 0;
  constexpr double bound = 3;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    sum +=
        std::clamp(scores[i], -bound, bound) * (0.25 + static_cast<double>(log_scale(page.lines[i].words)));
    if (sum > most) most = sum, best = {begin, i + 1};
    if (sum < 0) sum = 0, begin = i + 1;
  }
  return best;
}

template <class Put>
void describe_context(const Page& page, std::size_t i, const std::vector<float>& odds,
                      const std::vector<double>& odds_before, Run run,
                      const std::unordered_set<std::uint32_t>& topic, Put& put) {
  describe_shape(page, i, put);
  const std::size_t n = page.size();
  put("score", odds[i]);
  put("score above", std::max(0.0F, odds[i]));
  constexpr std::array<std::string_view, 6> names = {"score at -3", "score at -2", "score at -1",
                                                     "score at +1", "score at +2", "score at +3"};
  constexpr std::array<std::ptrdiff_t, 6> steps = {-3, -2, -1, 1, 2, 3};
  for (std::size_t k = 0; k < steps.size(); ++k) {
    const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(i) + steps[k];
    put(names[k],
        at < 0 || at >= static_cast<std::ptrdiff_t>(n) ? -1.0F : odds[static_cast<std::size_t>(at)]);
  }
  auto mean = [&](std::size_t lo, std::size_t hi) {
    lo = std::min(lo, n), hi = std::min(hi, n);
    return hi > lo ? static_cast<float>((odds_before[hi] - odds_before[lo]) / static_cast<double>(hi - lo))
                   : -1.0F;
  };
  auto back = [&](std::size_t reach) { return i > reach ? i - reach : 0; };
  put("mean score within 4 before", mean(back(4), i));
  put("mean score within 4 after", mean(i + 1, i + 5));
  put("mean score within 12 before", mean(back(12), i));
  put("mean score within 12 after", mean(i + 1, i + 13));
  const bool inside = i >= run.begin && i < run.end;
  const auto& stems = page.signs[i].stems;
  const auto shared = static_cast<std::size_t>(
      std::count_if(stems.begin(), stems.end(), [&](std::uint32_t s) { return topic.contains(s); }));
  put("topic", inside ? 0.0F : ratio(shared, stems.size()));
  put("off topic, 4+ stems", flag(!inside && stems.size() >= 4 && shared == 0));
  put("topic, before the run", i < run.begin ? ratio(shared, stems.size()) : 0.0F);
  put("in the main run", flag(inside));
  put("short, in the main run", flag(inside && page.lines[i].words < 7));
  put("sentence, in the main run", flag(inside && page.lines[i].ends_sentence));
  put("chrome, in the main run", flag(inside && !page.signs[i].reason.empty()));
  put("lines before the main run", i < run.begin ? log_scale(run.begin - i) : 0.0F);
  put("lines after the main run", i >= run.end ? log_scale(i - run.end + 1) : 0.0F);
  put("before the main run", flag(i < run.begin));
  put("after the main run", flag(i >= run.end));
  put("lines into the main run", inside ? log_scale(i - run.begin) : 0.0F);
  put("lines left of the main run", inside ? log_scale(run.end - 1 - i) : 0.0F);
  put("prose before", ratio(page.letters_before[i], page.letters_before.back()));
  put("lines of page", log_scale(n));
  put("comments before", log_scale(page.comments_before[i]));
}

/// The longer words of the main run: what the article is about. Enough of them are read, not all.
std::unordered_set<std::uint32_t> topic_of(const Page& page, const std::vector<double>& scores, Run run) {
  constexpr std::size_t most = 600;
  std::unordered_set<std::uint32_t> topic;
  for (std::size_t i = run.begin; i < run.end && topic.size() < most; ++i)
    if (scores[i] > 0) topic.insert(page.signs[i].stems.begin(), page.signs[i].stems.end());
  return topic;
}

struct Named {
  Features& out;
  bool first;
  void operator()(std::string_view name, float value) {
    if (first) out.names.push_back(name);
    out.values.push_back(value);
  }
};

/// Adds up weight times value in the order of the features.
struct Sum {
  const float* weight;
  double total = 0;
  void operator()(std::string_view, float value) {
    total += static_cast<double>(*weight++) * static_cast<double>(value);
  }
};

struct Odds {
  std::vector<float> at;
  std::vector<double> before;
  explicit Odds(const std::vector<double>& scores) : before(scores.size() + 1, 0) {
    constexpr double bound = 5;
    for (std::size_t i = 0; i < scores.size(); ++i) {
      at.push_back(static_cast<float>(std::clamp(scores[i], -bound, bound) / bound));
      before[i + 1] = before[i] + static_cast<double>(at[i]);
    }
  }
};

}  // namespace

bool is_prose(const Line& line) {
  constexpr std::size_t fewest_words = 4, plenty = 20, fewest_signs = 20;
  if (line.cjk) return line.letters >= fewest_signs && (line.ends_sentence || line.stops > 0);
  return line.words >= plenty || (line.words >= fewest_words && line.ends_sentence);
}

Features line_features(const std::vector<Line>& lines, const std::vector<Signs>& signs) {
  const Page page(lines, signs);
  Features out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Named put{out, i == 0};
    describe_line(page, i, put);
  }
  return out;
}

Features context_features(const std::vector<Line>& lines, const std::vector<Signs>& signs,
                          const std::vector<double>& scores) {
  const Page page(lines, signs);
  const Odds odds(scores);
  const Run run = main_run(page, scores);
  const auto topic = topic_of(page, scores, run);
  Features out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Named put{out, i == 0};
    describe_context(page, i, odds.at, odds.before, run, topic, put);
  }
  return out;
}

std::vector<double> body_log_odds(const std::vector<Line>& lines, const std::vector<Signs>& signs) {
  const Page page(lines, signs);
  std::vector<double> scores;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Sum sum{chrome_weights::line};
    describe_line(page, i, sum);
    scores.push_back(sum.total);
  }
  const Odds odds(scores);
  const Run run = main_run(page, scores);
  const auto topic = topic_of(page, scores, run);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Sum sum{chrome_weights::context};
    describe_context(page, i, odds.at, odds.before, run, topic, sum);
    scores[i] = sum.total;
  }
  return scores;
}

}  // namespace tenor
