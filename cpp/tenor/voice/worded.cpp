#include "tenor/voice/worded.h"

#include <array>

#include "tenor/text/listed.h"

namespace tenor {

bool holds_words(std::string_view noun) {
  static constexpr auto nouns = std::to_array<std::string_view>(
      {"ad",         "ads",       "advice",     "agreement",   "analysis",   "apology",     "appeal",
       "appeals",    "article",   "articles",   "belief",      "bill",       "bills",       "book",
       "brief",      "briefs",    "charges",    "claim",       "claims",     "column",      "comment",
       "comments",   "complaint", "complaints", "concern",     "concerns",   "cover",       "declaration",
       "decree",     "decrees",   "details",    "document",    "documents",  "e-mail",      "email",
       "emails",     "essay",     "estimate",   "estimates",   "findings",   "information", "law",
       "laws",       "lawsuit",   "lawsuits",   "legislation", "letter",     "letters",     "list",
       "manifesto",  "memo",      "memoir",     "memorandum",  "memos",      "message",     "messages",
       "motion",     "motions",   "news",       "note",        "notes",      "notice",      "objection",
       "objections", "op-ed",     "opinion",    "opinions",    "order",      "orders",      "paper",
       "papers",     "petition",  "petitions",  "plan",        "plans",      "platform",    "pledge",
       "pledges",    "point",     "poll",       "polls",       "post",       "posts",       "proposal",
       "proposals",  "quote",     "release",    "report",      "reports",    "resolution",  "response",
       "ruling",     "rulings",   "rumor",      "rumors",      "rumour",     "rumours",     "sentiment",
       "sign",       "signs",     "statement",  "statements",  "statistics", "stories",     "story",
       "study",      "suit",      "suits",      "survey",      "testimony",  "thoughts",    "transcript",
       "treaty",     "tweet",     "tweets",     "video",       "videos",     "view",        "views",
       "warning"});
  return listed(noun, nouns);
}

}  // namespace tenor
