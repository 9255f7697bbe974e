#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "tenor/text/abbreviations.h"
#include "tenor/text/span.h"

namespace tenor {

/// Words in order, without white space: the words of UAX #29 with the joins that news needs. Whole are the
/// final stop of acronyms and abbreviations ("U.S.", "Mr."), hyphen compounds ("28-point"), numbers with
/// currency or per cent ("$1.5", "5%"), times and fractions ("8:24", "9/11"), names with an ampersand
/// ("AT&T"), @names, #tags, addresses ("https://a.org/b", "a@b.org"), emoticons, runs of full stops or
/// hyphens
/// ("...", "--"). A colon between letters parts them.
std::vector<Span> find_words(std::string_view text, const Abbreviations& abbreviations);

/// The end of the emoticon at `at`, or 0 where there is none.
std::size_t emoticon_end(std::string_view text, std::size_t at);

/// The parts of a hyphen compound, the hyphens left out; the word itself where it is none.
std::vector<Span> word_parts(std::string_view text, Span word);

}  // namespace tenor
