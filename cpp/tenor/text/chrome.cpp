#include "tenor/text/chrome.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <unordered_map>

#include "tenor/text/unicode.h"

namespace tenor {
namespace {

using Words = std::span<const std::string_view>;
using List = std::initializer_list<std::string_view>;

constexpr std::size_t longest_call = 300;  // longer lines are prose, whatever they call for
constexpr std::size_t longest_caption = 500;

/// Whole lines, compared without case and without the marks at either end.
const std::unordered_map<std::string_view, std::string_view>& whole_lines() {
  static const auto table = [] {
    std::unordered_map<std::string_view, std::string_view> map;
    auto add = [&](std::string_view reason, List lines) {
      for (const std::string_view line : lines) map.emplace(line, reason);
    };
    add("advertisement", {"advertisement",
                          "advertisements",
                          "advertisement advertisement",
                          "ad",
                          "ads",
                          "advert",
                          "adverts",
                          "advertising",
                          "sponsored",
                          "sponsored content",
                          "sponsored links",
                          "promoted",
                          "promoted content",
                          "paid content",
                          "partner content",
                          "story continues below",
                          "story continued below",
                          "story continues below advertisement",
                          "continue reading below",
                          "continue reading the main story",
                          "article continues below",
                          "article continues after advertisement",
                          "supported by",
                          "sponsored by",
                          "scroll to continue",
                          "advertisement - scroll to continue",
                          "remove ads",
                          "from our partners"});
    add("share", {"share",
                  "tweet",
                  "email",
                  "e-mail",
                  "print",
                  "facebook",
                  "twitter",
                  "whatsapp",
                  "pinterest",
                  "linkedin",
                  "reddit",
                  "telegram",
                  "instagram",
                  "youtube",
                  "flipboard",
                  "tumblr",
                  "google+",
                  "google plus",
                  "tiktok",
                  "mastodon",
                  "bluesky",
                  "copy link",
                  "copy url",
                  "link copied",
                  "share this",
                  "share this article",
                  "share this story",
                  "like this",
                  "sharing is caring",
                  "save",
                  "bookmark",
                  "follow us",
                  "follow",
                  "social",
                  "share article",
                  "share via email",
                  "x",
                  "facebook twitter",
                  "facebook twitter email",
                  "gift article"});
    add("subscription", {"subscribe",
                         "newsletter",
                         "newsletters",
                         "sign up",
                         "subscribe now",
                         "log in",
                         "login",
                         "log out",
                         "sign in",
                         "sign out",
                         "register",
                         "subscriptions",
                         "newsletter sign-up",
                         "newsletter signup",
                         "my account",
                         "join now",
                         "email address",
                         "your email",
                         "e-mail address",
                         "create account",
                         "subscribe today"});
    add("donation", {"donate", "donate now", "donate today", "support us", "contribute", "make a donation"});
    add("related", {"related",
                    "related articles",
                    "related stories",
                    "related news",
                    "related content",
                    "related topics",
                    "related links",
                    "related posts",
                    "related coverage",
                    "read more",
                    "read also",
                    "read next",
                    "see also",
                    "more",
                    "more on this",
                    "more on this story",
                    "more news",
                    "more stories",
                    "recommended",
                    "recommended for you",
                    "most read",
                    "most popular",
                    "most viewed",
                    "trending",
                    "trending now",
                    "trending news",
                    "popular",
                    "latest news",
                    "latest",
                    "latest stories",
                    "top stories",
                    "top news",
                    "breaking news",
                    "headlines",
                    "you may also like",
                    "you might also like",
                    "you may like",
                    "don't miss",
                    "editor's picks",
                    "editors' picks",
                    "recent posts",
                    "popular posts",
                    "also read",
                    "in this story",
                    "topics",
                    "tags",
                    "next article",
                    "previous article",
                    "previous post",
                    "next post",
                    "previous",
                    "next",
                    "up next",
                    "what to read next",
                    "must read",
                    "must reads",
                    "also on",
                    "around the web",
                    "from the web",
                    "in other news",
                    "more like this",
                    "keep reading",
                    "continue reading",
                    "show more",
                    "load more",
                    "view all",
                    "see all",
                    "see more",
                    "view more",
                    "read the full story",
                    "related tags",
                    "explore more"});
    add("comments", {"comments", "comment", "leave a comment", "leave a reply", "post a comment", "reply",
                     "show comments", "hide comments", "view comments", "join the conversation",
                     "add a comment", "cancel reply", "0 comments", "1 comment", "no comments",
                     "load comments", "leave a reply cancel reply", "post comment"});
    add("navigation", {"home",
                       "menu",
                       "main menu",
                       "search",
                       "skip to content",
                       "skip to main content",
                       "skip to navigation",
                       "sections",
                       "contact",
                       "contact us",
                       "about",
                       "about us",
                       "privacy",
                       "privacy policy",
                       "terms of use",
                       "terms of service",
                       "terms and conditions",
                       "terms & conditions",
                       "terms",
                       "sitemap",
                       "site map",
                       "help",
                       "faq",
                       "faqs",
                       "careers",
                       "advertise",
                       "advertise with us",
                       "jobs",
                       "rss",
                       "back to top",
                       "close",
                       "navigation",
                       "toggle navigation",
                       "news",
                       "sport",
                       "sports",
                       "world",
                       "politics",
                       "business",
                       "opinion",
                       "entertainment",
                       "lifestyle",
                       "technology",
                       "tech",
                       "science",
                       "health",
                       "culture",
                       "weather",
                       "travel",
                       "arts",
                       "books",
                       "music",
                       "podcasts",
                       "podcast",
                       "archive",
                       "archives",
                       "categories",
                       "accessibility",
                       "uncategorized",
                       "cookie policy",
                       "cookies",
                       "editorial guidelines",
                       "corrections",
                       "our team",
                       "staff",
                       "mobile apps",
                       "apps",
                       "shop",
                       "store",
                       "events",
                       "magazine",
                       "editorials",
                       "letters",
                       "obituaries",
                       "classifieds",
                       "crossword",
                       "puzzles",
                       "games",
                       "live",
                       "live tv",
                       "tv",
                       "radio",
                       "watch live",
                       "e-paper",
                       "epaper",
                       "cancel",
                       "submit",
                       "ok",
                       "yes",
                       "no",
                       "back",
                       "go back",
                       "click here",
                       "learn more"});
    add("media", {"photo",
                  "photos",
                  "video",
                  "videos",
                  "play",
                  "play video",
                  "watch",
                  "watch video",
                  "listen",
                  "loading",
                  "gallery",
                  "photo gallery",
                  "slideshow",
                  "image",
                  "images",
                  "now playing",
                  "autoplay",
                  "mute",
                  "unmute",
                  "pause",
                  "enlarge this image",
                  "toggle caption",
                  "hide caption",
                  "view image",
                  "view gallery",
                  "pullquote",
                  "fullscreen",
                  "listen to article",
                  "listen to this article",
                  "media playback is unsupported on your device"});
    return map;
  }();
  return table;
}

struct Opening {
  std::string_view words, reason;
};

/// How a line of chrome begins.
constexpr Opening openings[] = {
    {"advertisement", "advertisement"},
    {"story continues below", "advertisement"},
    {"continue reading below", "advertisement"},
    {"sponsored:", "advertisement"},
    {"sign up for", "subscription"},
    {"sign up to", "subscription"},
    {"sign up now", "subscription"},
    {"sign up here", "subscription"},
    {"sign up today", "subscription"},
    {"subscribe to", "subscription"},
    {"subscribe now", "subscription"},
    {"subscribe for", "subscription"},
    {"subscribe today", "subscription"},
    {"subscribe here", "subscription"},
    {"click here to subscribe", "subscription"},
    {"click here to sign up", "subscription"},
    {"click here for more", "related"},
    {"get the latest", "subscription"},
    {"get all the latest", "subscription"},
    {"get breaking news", "subscription"},
    {"get our", "subscription"},
    {"get notified", "subscription"},
    {"get updates", "subscription"},
    {"download our app", "subscription"},
    {"download the app", "subscription"},
    {"enter your email", "subscription"},
    {"enter your e-mail", "subscription"},
    {"never miss", "subscription"},
    {"stay up to date", "subscription"},
    {"stay up-to-date", "subscription"},
    {"stay informed", "subscription"},
    {"stay connected", "subscription"},
    {"stay tuned to", "subscription"},
    {"already a subscriber", "subscription"},
    {"already have an account", "subscription"},
    {"already registered", "subscription"},
    {"not a subscriber", "subscription"},
    {"become a member", "subscription"},
    {"become a subscriber", "subscription"},
    {"thanks for signing up", "subscription"},
    {"thank you for signing up", "subscription"},
    {"thank you for subscribing", "subscription"},
    {"this article is for subscribers", "subscription"},
    {"donate to", "donation"},
    {"make a donation", "donation"},
    {"support our", "donation"},
    {"support us", "donation"},
    {"support independent", "donation"},
    {"support quality", "donation"},
    {"help us keep", "donation"},
    {"please consider", "donation"},
    {"share this", "share"},
    {"share on", "share"},
    {"share via", "share"},
    {"share to", "share"},
    {"tweet this", "share"},
    {"follow us", "share"},
    {"follow @", "share"},
    {"follow our", "share"},
    {"like us on", "share"},
    {"find us on", "share"},
    {"join us on", "share"},
    {"click to share", "share"},
    {"email this", "share"},
    {"print this", "share"},
    {"connect with us", "share"},
    {"- follow ", "share"},
    {"related:", "related"},
    {"related article", "related"},
    {"related stor", "related"},
    {"related coverage", "related"},
    {"related topics", "related"},
    {"related links", "related"},
    {"read more", "related"},
    {"read also", "related"},
    {"read next", "related"},
    {"read:", "related"},
    {"also read", "related"},
    {"see also", "related"},
    {"see more:", "related"},
    {"more:", "related"},
    {"more on:", "related"},
    {"more from", "related"},
    {"more stories", "related"},
    {"more news", "related"},
    {"recommended:", "related"},
    {"don't miss:", "related"},
    {"must read:", "related"},
    {"trending:", "related"},
    {"you may also", "related"},
    {"you might also", "related"},
    {"in case you missed", "related"},
    {"most read", "related"},
    {"view all", "related"},
    {"see all", "related"},
    {"show more", "related"},
    {"load more", "related"},
    {"browse all", "related"},
    {"read the full", "related"},
    {"read the original", "related"},
    {"click here to read", "related"},
    {"continue reading", "related"},
    {"tags:", "related"},
    {"topics:", "related"},
    {"filed under", "related"},
    {"filed in", "related"},
    {"categories:", "related"},
    {"category:", "related"},
    {"posted in", "related"},
    {"keywords:", "related"},
    {"next article", "related"},
    {"previous article", "related"},
    {"next post", "related"},
    {"previous post", "related"},
    {"next:", "related"},
    {"previous:", "related"},
    {"explore more", "related"},
    {"go deeper", "related"},
    {"leave a comment", "comments"},
    {"leave a reply", "comments"},
    {"comments are", "comments"},
    {"comments (", "comments"},
    {"view comments", "comments"},
    {"read comments", "comments"},
    {"join the discussion", "comments"},
    {"have your say", "comments"},
    {"you must be logged in", "comments"},
    {"you must log in", "comments"},
    {"log in to", "comments"},
    {"login to", "comments"},
    {"your email address will not", "comments"},
    {"required fields are", "comments"},
    {"notify me of", "comments"},
    {"save my name", "comments"},
    {"\xC2\xA9", "copyright"},
    {"copyright", "copyright"},
    {"(c) 20", "copyright"},
    {"all rights reserved", "copyright"},
    {"all content \xC2\xA9", "copyright"},
    {"we use cookies", "legal"},
    {"this site uses", "legal"},
    {"this website uses", "legal"},
    {"our website uses", "legal"},
    {"by clicking", "legal"},
    {"by continuing", "legal"},
    {"by signing up", "legal"},
    {"by subscribing", "legal"},
    {"by submitting", "legal"},
    {"by using this", "legal"},
    {"by registering", "legal"},
    {"accept all", "legal"},
    {"accept cookies", "legal"},
    {"manage consent", "legal"},
    {"manage preferences", "legal"},
    {"do not sell", "legal"},
    {"privacy policy", "legal"},
    {"terms of service", "legal"},
    {"terms of use", "legal"},
    {"cookie policy", "legal"},
    {"this site is protected", "legal"},
    {"the opinions expressed", "legal"},
    {"opinions expressed", "legal"},
    {"the views expressed", "legal"},
    {"views expressed", "legal"},
    {"disclaimer:", "legal"},
    {"skip to", "navigation"},
    {"back to top", "navigation"},
    {"toggle ", "navigation"},
    {"contact us", "contact"},
    {"email us", "contact"},
    {"got a tip", "contact"},
    {"got a news tip", "contact"},
    {"have a tip", "contact"},
    {"send us", "contact"},
    {"write to us", "contact"},
    {"tel:", "contact"},
    {"phone:", "contact"},
    {"fax:", "contact"},
    {"email:", "contact"},
    {"e-mail:", "contact"},
    {"reporting by", "credit"},
    {"(reporting by", "credit"},
    {"additional reporting", "credit"},
    {"(additional reporting", "credit"},
    {"editing by", "credit"},
    {"(editing by", "credit"},
    {"writing by", "credit"},
    {"(writing by", "credit"},
    {"compiled by", "credit"},
    {"with files from", "credit"},
    {"(with inputs from", "credit"},
    {"with inputs from", "credit"},
    {"source:", "credit"},
    {"sources:", "credit"},
    {"this article was originally", "credit"},
    {"this story was originally", "credit"},
    {"this article originally", "credit"},
    {"this article is more than", "credit"},
    {"this post was originally", "credit"},
    {"enlarge this image", "media"},
    {"slideshow (", "media"},
    {"play video", "media"},
    {"watch video", "media"},
    {"listen to", "media"},
    {"your browser does not", "media"},
    {"this slideshow requires", "media"},
    {"please enable javascript", "media"},
    {"javascript is", "media"},
};

/// What a short line of chrome holds somewhere.
constexpr Opening inside[] = {
    {"all rights reserved", "copyright"},
    {"may not be published, broadcast", "copyright"},
    {"without permission", "copyright"},
    {"mailing list", "subscription"},
    {"our newsletter", "subscription"},
    {"daily newsletter", "subscription"},
    {"newsletter sign", "subscription"},
    {"free newsletter", "subscription"},
    {"newsletter", "subscription"},
    {"subscribe to our", "subscription"},
    {"to your inbox", "subscription"},
    {"in your inbox", "subscription"},
    {"charitable donation", "donation"},
    {"make a donation", "donation"},
    {"consider donating", "donation"},
    {"support our journalism", "donation"},
    {"independent journalism", "donation"},
    {"tax-deductible", "donation"},
    {"contributed to this report", "credit"},
    {"contributed to this story", "credit"},
    {"contributed to this article", "credit"},
    {"contributed reporting", "credit"},
    {"opens in new window", "share"},
    {"on facebook and twitter", "share"},
    {"us on facebook", "share"},
    {"us on twitter", "share"},
    {"story continues below", "advertisement"},
    {"story continued below", "advertisement"},
    {"privacy policy", "legal"},
    {"uses cookies", "legal"},
    {"terms of service", "legal"},
};
constexpr std::size_t longest_inside = 200;

constexpr std::string_view caption_openings[] = {"photo:",
                                                 "photo by",
                                                 "photo credit",
                                                 "photo courtesy",
                                                 "photos by",
                                                 "photos:",
                                                 "photograph by",
                                                 "image:",
                                                 "image credit",
                                                 "image copyright",
                                                 "image source",
                                                 "image caption",
                                                 "picture:",
                                                 "pictured:",
                                                 "pictured above",
                                                 "file photo",
                                                 "file -",
                                                 "file \xE2\x80\x93",
                                                 "file \xE2\x80\x94",
                                                 "file image",
                                                 "credit:",
                                                 "cover image",
                                                 "cover photo",
                                                 "illustration by",
                                                 "illustration:",
                                                 "above:",
                                                 "caption:",
                                                 "(photo",
                                                 "(image",
                                                 "(ap photo",
                                                 "media caption",
                                                 "photo illustration",
                                                 "video caption"};

/// A credit, which stands before the end of its line: "(Image: Getty)".
constexpr std::string_view caption_credits[] = {
    "(photo by",      "(image:",        "(photo:",      "[file:",    "via ap",       "via getty",
    "via reuters",    "via afp",        "pool photo",   "pool via",  "photo credit", "image credit",
    "image courtesy", "photo courtesy", "photo/",       "credit...", "/epa",         "photograph:",
    "(picture:",      "(credit:",       "getty images", "ap photo"};

/// The very end of a caption.
constexpr std::string_view caption_endings[] = {
    "/ap)",      "/reuters)", "/afp)", "photo)", "(reuters)",  "(ap)",         "(afp)",
    "[reuters]", "[ap]",      "[afp]", "/getty", "file photo", "shutterstock", "/reuters"};

bool opens(std::string_view text, std::string_view words) {
  return text.substr(0, words.size()) == words;
}

bool letter_follows(std::string_view text, std::size_t at) {
  return at < text.size() && ((text[at] >= 'a' && text[at] <= 'z') || static_cast<signed char>(text[at]) < 0);
}

/// Without the bullets, arrows and points that sites put around a label.
std::string_view bare(std::string_view s) {
  auto edge = [](char c) {
    return std::string_view(" \t\r:.!*|>-+\"'\xC2\xA0").find(c) != std::string_view::npos;
  };
  while (!s.empty() && edge(s.front())) s.remove_prefix(1);
  while (!s.empty() && edge(s.back())) s.remove_suffix(1);
  for (const std::string_view arrow : {"\xC2\xBB", "\xE2\x80\xBA", "\xE2\x86\x92"})
    if (s.size() > arrow.size() && s.substr(s.size() - arrow.size()) == arrow)
      return bare(s.substr(0, s.size() - arrow.size()));
  return s;
}

}  // namespace

std::string_view chrome_reason(std::string_view text, const Line& line) {
  if (line.letters + line.digits == 0) return "separator";
  if (line.span.size() > longest_call) return {};
  const std::string low = fold(line.span.of(text));
  if (low.size() < 64) {
    const auto& whole = whole_lines();
    const auto found = whole.find(bare(low));
    if (found != whole.end()) return found->second;
  }
  for (const Opening& o : openings)
    if (opens(low, o.words) && !letter_follows(low, o.words.size())) return o.reason;
  if (low.size() <= longest_inside)
    for (const Opening& o : inside)
      if (low.find(o.words) != std::string::npos) return o.reason;
  return {};
}

bool is_caption(std::string_view text, const Line& line) {
  if (line.span.size() > longest_caption) return false;
  const std::string low = fold(line.span.of(text));
  for (const std::string_view words : caption_openings)
    if (opens(low, words)) return true;
  auto ends = [&](std::string_view words) {
    return low.size() >= words.size() && low.compare(low.size() - words.size(), words.size(), words) == 0;
  };
  if (std::any_of(std::begin(caption_endings), std::end(caption_endings), ends)) return true;
  // A credit is the last thing in its line; a sentence about a photograph goes on.
  constexpr std::size_t reach = 60;
  const std::string_view tail = std::string_view(low).substr(low.size() - std::min(low.size(), reach));
  return std::any_of(std::begin(caption_credits), std::end(caption_credits), [&](std::string_view words) {
    const std::size_t at = tail.rfind(words);
    return at != std::string_view::npos && tail.find(". ", at + words.size()) == std::string_view::npos;
  });
}

bool is_byline(std::string_view text, const Line& line) {
  constexpr std::size_t most = 160, most_words = 16;
  if (line.span.size() > most || line.words < 2 || line.words > most_words) return false;
  const std::string low = fold(line.span.of(text));
  std::string_view rest = low;
  bool found = false;
  for (const std::string_view opening :
       {"by ", "by: ", "written by ", "posted by ", "story by ", "author: ", "words by ", "published by ",
        "by\xC2\xA0", "from our correspondent", "analysis by "})
    found = found || opens(rest, opening);
  // Most words of a byline are names: "By the end of the year" is not one.
  return found && line.capital_words * 2 >= line.words && (!line.ends_sentence || line.words <= 6);
}

bool is_outlet_name(std::string_view text, const Line& line) {
  constexpr std::array<std::string_view, 34> nouns = {
      "news",      "times",    "post",     "press",   "tv",           "agency",     "daily",
      "tribune",   "herald",   "journal",  "gazette", "guardian",     "telegraph",  "observer",
      "chronicle", "standard", "mail",     "radio",   "broadcasting", "wire",       "weekly",
      "review",    "magazine", "today",    "network", "media",        "bulletin",   "reporter",
      "mirror",    "express",  "sentinel", "courier", "star",         "independent"};
  constexpr std::array<std::string_view, 10> agencies = {"reuters", "ap",  "afp",  "tass", "xinhua",
                                                         "upi",     "dpa", "ansa", "bbc",  "cnn"};
  constexpr std::size_t most = 60;
  if (line.span.size() > most || line.words == 0 || line.words > 6 || line.ends_sentence || line.digits > 2)
    return false;
  if (line.capital_words + 1 < line.words) return false;
  const std::string low = fold(line.span.of(text));
  for (std::size_t at = 0; at < low.size();) {
    const std::size_t end = std::min(low.find_first_of(" .,/|-()", at), low.size());
    const std::string_view word = std::string_view(low).substr(at, end - at);
    if (std::find(nouns.begin(), nouns.end(), word) != nouns.end()) return line.words > 1;
    if (std::find(agencies.begin(), agencies.end(), word) != agencies.end()) return true;
    if (word == "com" || word == "org" || word == "net") return true;
    at = end + 1;
  }
  return false;
}

}  // namespace tenor
