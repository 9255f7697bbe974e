#pragma once

#include <optional>
#include <string_view>

namespace tenor {

/// A calendar date; year 0: not said; month 0: two readings.
struct Date {
  int year = 0, month = 0, day = 0;
};

/// Whether the word, in small letters, is a zone's name.
bool is_zone_name(std::string_view lower);

/// Minutes east of Greenwich of a zone on a date. "IST" and "BST" stand for several zones, and "ET" follows
/// summer time, so that it has no offset without a date: the time stays a local one.
std::optional<int> zone_offset(std::string_view lower, const Date& date);

}  // namespace tenor
