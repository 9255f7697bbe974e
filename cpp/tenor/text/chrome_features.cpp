#include "tenor/text/chrome_features.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tenor {
namespace {

constexpr std::array<std::string_view, 14> reasons = {
    "advertisement", "share", "subscription", "donation", "related", "comments",  "navigation",
    "copyright",     "legal", "contact",      "credit",   "media",   "separator", "author"};

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
void describe_neighbours(const Page& page, std::size_t i, Put& put) {
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
}

template <class Put>
void describe_surroundings(const Page& page, std::size_t i, Put& put) {
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

template <class Put>
void describe_place(const Page& page, std::size_t i, Put& put) {
  const Place& at = page.places[i];
  const bool prose = page.prose[i] != 0, gap = at.in_block && !prose;
  put("block", at.block);
  put("block words", log_scale(at.block_words));
  put("gap in block", flag(gap));
  put("gap in block, block", gap ? at.block : 0.0F);
  const std::size_t begin = page.main_begin, end = page.main_end;
  const bool any = begin < end, before = any && i < begin, after = any && i >= end;
  const bool inside = any && !before && !after;
  put("in the main block", flag(inside));
  put("before the main block", flag(before));
  put("after the main block", flag(after));
  put("lines before the main block", before ? log_scale(begin - i) : 0.0F);
  put("lines after the main block", after ? log_scale(i - end + 1) : 0.0F);
  put("lines into the main block", inside ? log_scale(i - begin) : 0.0F);
  put("lines left of the main block", inside ? log_scale(end - 1 - i) : 0.0F);
  put("main block's share", page.main_share);
  put("gap in the main block", flag(inside && !prose));
  const bool mark = !page.signs[i].reason.empty() && page.signs[i].reason != "separator";
  put("chrome in the main block", flag(inside && mark));
  put("prose before the main block", flag(before && prose));
  put("prose after the main block", flag(after && prose));
  put("main block in 1 line", flag(before && begin - i == 1));
  put("main block in 2 lines", flag(before && begin - i == 2));
  put("main block in 3 lines", flag(before && begin - i == 3));
  put("main block ended 1 line ago", flag(after && i - end == 0));
  put("main block ended 2 lines ago", flag(after && i - end == 1));
  put("main block ended 3 lines ago", flag(after && i - end == 2));
  put("main block's first", flag(any && i == begin));
  put("main block's last", flag(any && i + 1 == end));
  constexpr std::uint32_t longest_short_run = 3;
  const bool short_run = at.run > 0 && at.run <= longest_short_run;
  const float around = std::min(at.above, at.below);
  put("run", log_scale(at.run));
  put("run's words", static_cast<float>(std::log1p(at.words) / 6.0));
  put("run's chrome", at.chrome);
  put("run's tiny lines", at.tiny);
  put("block above", at.above);
  put("block below", at.below);
  put("block around", around);
  put("run so far", log_scale(at.from));
  put("run to come", log_scale(at.to));
  put("run's chrome, block above", at.chrome * at.above);
  put("short run, block above", short_run ? at.above : 0.0F);
  put("short run, block around", short_run ? around : 0.0F);
  put("lines since a label", log_scale(at.since_label));
  put("no label yet", flag(at.since_label == Page::far));
  put("prose just below a label", flag(prose && at.since_label <= 2));
  put("chrome since prose", log_scale(at.marks_before));
  put("chrome to prose", log_scale(at.marks_after));
  put("chrome just above", flag(at.marks_before > 0));
  constexpr std::uint32_t several = 3;
  put("chrome up to the main block", after ? log_scale(at.marks_from_main) : 0.0F);
  put("end mark since the main block", flag(after && at.ends_from_main > 0));
  put("3+ end marks since the main block", flag(after && at.ends_from_main >= several));
  put("no prose, end mark since the main block", flag(after && at.ends_from_main > 0 && !prose));
  put("chrome down to the main block", before ? log_scale(at.marks_from_main) : 0.0F);
  put("chrome before the main block", flag(before && at.marks_from_main > 0));
  put("3+ chrome before the main block", flag(before && at.marks_from_main >= several));
  put("no prose, chrome before the main block", flag(before && at.marks_from_main > 0 && !prose));
}

struct Names {
  std::vector<std::string_view> names;
  void operator()(std::string_view name, float /*value*/) { names.push_back(name); }
};

struct Values {
  float* out;
  void operator()(std::string_view /*name*/, float value) { *out++ = value; }
};

template <class Put>
void describe_words(const Page& page, std::size_t i, Put& put) {
  const Cohesion& own = page.cohesion[i];
  constexpr unsigned plenty = 4;
  put("stems of the main block", own.share(own.main));
  put("stems of the main block, prose", page.prose[i] ? own.share(own.main) : 0.0F);
  put("number of stems of the main block", static_cast<float>(std::min(own.main, plenty)) / plenty);
  put("no stem of the main block", flag(own.stems >= 2 && own.main == 0));
  put("no stem", flag(own.stems == 0));
  put("stems of the lines above", own.share(own.above));
  put("stems of the lines below", own.share(own.below));
  put("author's word", flag(page.signs[i].author > 0));
  put("author's word and verb", flag(page.signs[i].author > 0 && page.signs[i].verbs > 0));
}

template <class Put>
void describe(const Page& page, std::size_t i, Put& put) {
  describe_shape(page, i, put);
  describe_neighbours(page, i, put);
  describe_surroundings(page, i, put);
  describe_place(page, i, put);
  describe_words(page, i, put);
}

}  // namespace

const std::vector<std::string_view>& line_feature_names() {
  static const std::vector<std::string_view> names = [] {
    const std::vector<Line> lines(1);
    const std::vector<Signs> signs(1);
    Names put;
    describe(Page({}, lines, signs), 0, put);
    return put.names;
  }();
  return names;
}

void describe_line(const Page& page, std::size_t i, float* out) {
  Values put{out};
  describe(page, i, put);
}

}  // namespace tenor
