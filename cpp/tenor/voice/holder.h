#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tenor/voice/layout.h"

namespace tenor {

/// Resolves the words that name a speaker to the fullest name the article gives: surnames and short forms,
/// pronouns, "the minister"; a group or an unnamed source stays as it is written. One article's state, fed
/// sentence by sentence.
class Holders {
 public:
  /// Collects every name of the article.
  explicit Holders(const std::vector<Layout>& layouts);

  /// The holder that a source names; several are joined by "; ". A pronoun never
  /// means `not_them`: inside a speaker's words, "he" is somebody else.
  [[nodiscard]] std::string resolve(const Layout& layout, Range source, std::string_view not_them = {}) const;
  /// Tells that `holder` has just spoken or acted at this place, so that a pronoun after it can mean them.
  void mention(const std::string& holder, bool spoke);
  /// Puts the persons that a sentence names in reach of later pronouns.
  void read(const Layout& layout);

 private:
  struct Name {
    std::string full;
    std::vector<std::string> words;  // folded
    std::string role;                // folded head noun it stands with: "president", "aide"
    int gender = 0;                  // -1 female, 1 male, 0 unknown
    bool person = false;
    bool place = false;
  };
  // The places in names_ under one key: a last word, a first word, initials, a full name.
  using Index = std::unordered_map<std::string, std::vector<std::size_t>>;

  static std::string role_of(const Layout& layout, const FoundName& found);
  static bool two_names(const std::vector<std::string>& words);
  [[nodiscard]] const Name* lookup(const std::vector<std::string>& words) const;
  [[nodiscard]] std::string pronoun(const Layout& layout, std::size_t at, std::string_view not_them) const;
  [[nodiscard]] std::string by_role(const std::string& noun) const;
  [[nodiscard]] std::string one(const Layout& layout, Range source) const;

  void index();
  [[nodiscard]] const Name* named(const std::string& full) const;

  std::vector<Name> names_;
  std::unordered_map<std::string, std::size_t> by_words_;  // the folded words, by one space
  std::vector<std::vector<std::size_t>> places_;           // in names_, of the names of each sentence
  std::vector<std::size_t> fullest_;                       // by place: that of the same holder's fullest name
  Index by_last_, by_first_, by_initials_, by_full_, by_role_;
  std::vector<std::string> recent_;    // holders, latest last
  std::vector<std::string> speakers_;  // who spoke, latest last
};

}  // namespace tenor
