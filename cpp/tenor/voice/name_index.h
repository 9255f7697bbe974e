#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "tenor/voice/layout.h"

namespace tenor {

/// The names of one article, with what is told of each anywhere in it, and the fullest form of each. Made
/// once, then only read.
class NameIndex {
 public:
  struct Name {
    std::string full;
    std::vector<std::string> words;  // folded
    std::string role;                // folded head noun it stands with: "president", "aide"
    int gender = 0;                  // -1 female, 1 male, 0 unknown
    bool person = false;
    bool place = false;
  };

  explicit NameIndex(const std::vector<Layout>& layouts);

  /// The fullest name that folded words may stand for: a surname, a first name, an acronym; null for none.
  [[nodiscard]] const Name* lookup(const std::vector<std::string>& words) const;
  /// The name written like that; null for none.
  [[nodiscard]] const Name* named(const std::string& full) const;
  /// The first person with a role ("minister"), and the first name with these initials; null for none.
  [[nodiscard]] const Name* with_role(const std::string& noun) const { return first(by_role_, noun); }
  [[nodiscard]] const Name* spelt_out(const std::string& initials) const {
    return first(by_initials_, initials);
  }
  /// The fullest form of the k-th name of a sentence.
  [[nodiscard]] const std::string& fullest(const Layout& layout, std::size_t k) const {
    return names_[fullest_[places_[layout.sentence()][k]]].full;
  }
  /// Does a name consist of this folded word?
  [[nodiscard]] bool has(const std::string& word) const { return by_words_.contains(word); }

  /// Is it a person's for all that is known: no place, and called one or of two words that name no body?
  [[nodiscard]] static bool may_be_person(const Name& name) {
    return !name.place && (name.person || two_names(name.words));
  }

 private:
  // The places in names_ under one key: a last word, a first word, initials, a full name.
  using Index = std::unordered_map<std::string, std::vector<std::size_t>>;

  static bool two_names(const std::vector<std::string>& words);
  void index();
  [[nodiscard]] const Name* first(const Index& index, const std::string& key) const {
    const auto found = index.find(key);
    return found == index.end() ? nullptr : &names_[found->second[0]];
  }

  std::vector<Name> names_;
  std::unordered_map<std::string, std::size_t> by_words_;  // the folded words, by one space
  std::vector<std::vector<std::size_t>> places_;           // in names_, of the names of each sentence
  std::vector<std::size_t> fullest_;                       // by place: that of the same holder's fullest name
  Index by_last_, by_first_, by_initials_, by_full_, by_role_;
};

}  // namespace tenor
