#pragma once

#include <string_view>

#include "tenor/text/marks.h"

/// Questions that the rules ask of a sentence around one of its marks. Each looks no further than
/// `mark_reach`.
namespace tenor {

/// The mark is in brackets that the sentence opened and goes on after: "(No. Never.) he said".
bool in_brackets(std::string_view text, const Mark& mark);
/// Brackets follow, and the sentence goes on after them: "Why Not? (1950) and".
bool aside_follows(std::string_view text, const Mark& mark);
/// A name, then a verb of speech follow: `"Why?" asked Ms. Smith`, `"Why?" President Smith said`.
bool speech_follows(std::string_view text, const Mark& mark);
/// The line has no longer word in lower case: a headline, where a capital tells nothing.
bool in_title_case(std::string_view text, const Mark& mark);
/// The sentence itself began in lower case: its writer does not use capitals.
bool is_uncapitalised(std::string_view text, const Mark& mark);
/// All that the sentence has said is when: "At 5 p.m.", "By about 10:30 a.m.".
bool is_only_time(std::string_view text, const Mark& mark);
/// The next word labels what follows: "Image: AP".
bool is_label_next(std::string_view text, const Mark& mark);
/// The next word, though it begins in lower case, is a name with a capital inside: "eBay", "wikiHow".
bool is_camel_case(std::string_view text, const Mark& mark);
/// Three dots, close or spaced, begin after the gap and something follows them on their line.
bool ellipsis_follows(std::string_view text, const Mark& mark);
/// The mark is inside an address of the Web or of mail.
bool is_address(std::string_view text, std::size_t at);

}  // namespace tenor
