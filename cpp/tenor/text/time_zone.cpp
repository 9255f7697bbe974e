#include "tenor/text/time_zone.h"

#include <array>

#include "tenor/text/listed.h"

namespace tenor {
namespace {

struct Zone {
  std::string_view name;
  int minutes;
};
/// Zones whose letters mean one thing only in the news.
constexpr std::array<Zone, 35> zones = {
    {{"gmt", 0},    {"utc", 0},    {"z", 0},      {"est", -300}, {"edt", -240},  {"cdt", -300},
     {"mst", -420}, {"mdt", -360}, {"pst", -480}, {"pdt", -420}, {"akst", -540}, {"akdt", -480},
     {"hst", -600}, {"cet", 60},   {"cest", 120}, {"mez", 60},   {"mesz", 120},  {"eet", 120},
     {"eest", 180}, {"msk", 180},  {"sast", 120}, {"trt", 180},  {"pkt", 300},   {"npt", 345},
     {"wib", 420},  {"pht", 480},  {"hkt", 480},  {"sgt", 480},  {"jst", 540},   {"kst", 540},
     {"awst", 480}, {"aest", 600}, {"aedt", 660}, {"nzst", 720}, {"nzdt", 780}}};

/// "ET", "Eastern": the standard time of a part of the United States, an hour more in summer.
constexpr std::array<Zone, 8> american = {{{"et", -300},
                                           {"ct", -360},
                                           {"mt", -420},
                                           {"pt", -480},
                                           {"eastern", -300},
                                           {"central", -360},
                                           {"mountain", -420},
                                           {"pacific", -480}}};
constexpr std::array<std::string_view, 3> ambiguous = {"cst", "bst", "ist"};

/// 0 is Sunday (Zeller 1887, in the form that Sakamoto gave it in 1992).
int day_of_week(int year, int month, int day) {
  constexpr std::array<int, 12> shift = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
  if (month < 3) --year;
  return (year + year / 4 - year / 100 + year / 400 + shift[static_cast<std::size_t>(month) - 1] + day) % 7;
}

/// The day of a month's `n`-th Sunday.
int sunday(int year, int month, int n) {
  const int first = 1 + (7 - day_of_week(year, month, 1)) % 7;
  return first + 7 * (n - 1);
}

/// Whether clocks in the United States are an hour ahead on a date (Energy Policy Act of 2005; from 1987 to
/// 2006 from April to October). Nothing is said of earlier years.
std::optional<bool> american_summer(const Date& d) {
  constexpr int first_year = 1987, new_rule = 2007;
  if (d.year < first_year || d.month == 0) return std::nullopt;
  const bool now = d.year >= new_rule;
  const int begins = now ? 3 : 4, ends = now ? 11 : 10;
  if (d.month == begins) return d.day >= sunday(d.year, begins, now ? 2 : 1);
  if (d.month == ends) {
    const int first = sunday(d.year, ends, 1);
    return d.day < (now ? first : first + (first + 28 <= 31 ? 28 : 21));
  }
  return d.month > begins && d.month < ends;
}

}  // namespace

bool is_zone_name(std::string_view lower) {
  for (const Zone& zone : zones)
    if (zone.name == lower) return true;
  for (const Zone& zone : american)
    if (zone.name == lower) return true;
  return listed(lower, ambiguous);
}

std::optional<int> zone_offset(std::string_view lower, const Date& date) {
  for (const Zone& zone : zones)
    if (zone.name == lower) return zone.minutes;
  for (const Zone& zone : american) {
    if (zone.name != lower) continue;
    const auto summer = american_summer(date);
    return summer ? std::optional(zone.minutes + (*summer ? 60 : 0)) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace tenor
