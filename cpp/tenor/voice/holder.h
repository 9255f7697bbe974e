#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tenor/voice/layout.h"
#include "tenor/voice/name_index.h"

namespace tenor {

/// Resolves the words that name a speaker to the fullest name the article gives: surnames and short forms,
/// pronouns, "the minister"; a group or an unnamed source stays as it is written. One article's state, fed
/// sentence by sentence.
class Holders {
 public:
  /// Collects every name of the article.
  explicit Holders(const std::vector<Layout>& layouts) : names_(layouts) {}

  /// The holder that a source names; several are joined by "; ". A pronoun never
  /// means `not_them`: inside a speaker's words, "he" is somebody else.
  [[nodiscard]] std::string resolve(const Layout& layout, Range source, std::string_view not_them = {}) const;
  /// Tells that `holder` has just spoken or acted at this place, so that a pronoun after it can mean them.
  void mention(const std::string& holder, bool spoke);
  /// Puts the persons that a sentence names in reach of later pronouns.
  void read(const Layout& layout);

 private:
  [[nodiscard]] std::string pronoun(const Layout& layout, std::size_t at, std::string_view not_them) const;
  [[nodiscard]] std::string by_role(const std::string& noun) const;
  [[nodiscard]] std::string one(const Layout& layout, Range source) const;

  NameIndex names_;
  std::vector<std::string> recent_;    // holders, latest last
  std::vector<std::string> speakers_;  // who spoke, latest last
};

}  // namespace tenor
