#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tenor/text/word_map.h"
#include "tenor/voice/attribution.h"

namespace tenor {

/// How a cue verb takes what is attributed: the frames of the verb.
enum Frame : unsigned {
  says = 1,     // a clause or a quotation: said (that) ..., "...," he said
  to_do = 2,    // an infinitive: vowed to ...
  object = 4,   // a noun phrase: rejected the plan; with what follows: accused X of ..., described X as ...
  whether = 8,  // an indirect question: asked whether ...
  doing = 16,   // a gerund: denied meeting ...
  addressee = 32,        // first whom it is said to: told reporters that ...
  remarks = 64,          // only a quotation or a colon: continued: "..."
  that_clause = 128,     // only a clause with "that", or a quotation: held that ...
  object_as = 256,       // a noun phrase and "as": saw him as ...
  parsed_object = 512,   // a noun phrase that is the verb's object by the tree: said nothing about it
  worded_object = 2048,  // such an object that holds words: signed a letter
  found_object = 1024,   // a noun phrase that a poll or a study finds, or with what it is found to be
};

/// A verb that signals an attribution, with its meaning for the holder.
struct Cue {
  std::string lemma;
  Kind kind = Kind::statement;
  unsigned frames = 0;
  std::vector<std::string> prepositions;  // that introduce content: called for ..., warned against ...
  std::string particle;                   // summed up, pointed out
  int to_object = 0;                      // stance to the direct object: 1 favourable, -1 unfavourable
  int to_content = 0;                     // stance to the clause or prepositional object

  [[nodiscard]] bool introduces(std::string_view preposition) const {
    return std::find(prepositions.begin(), prepositions.end(), preposition) != prepositions.end();
  }
};

/// The cue verbs of English news, written by hand (the frames follow Levin 1993 and the verbs' dictionary
/// entries).
class Cues {
 public:
  /// The built-in verbs of saying, thinking, demanding and judging.
  static const Cues& english();
  /// Nouns ("claim", "claims") and adjectives of the same meanings (noun_list.h).
  static const Cues& nouns();
  static const Cues& adjectives();
  /// Nouns for whoever holds a view: "critic", "supporters".
  static const Cues& view_holders();
  /// A list in the form of cue_list.h; throws Error where a line can't be read.
  explicit Cues(std::string_view list);
  /// A list in the form of noun_list.h, with plurals or without.
  Cues(std::string_view list, bool plurals);
  Cues(const Cues&) = delete;
  Cues& operator=(const Cues&) = delete;

  /// The cue a folded verb form can be, best first; verbs with a particle come before the same verb without
  /// one.
  [[nodiscard]] const std::vector<const Cue*>* find(std::string_view form) const {
    return by_form_.find(form);
  }
  /// The same for a form that WordTable::find_padded may read.
  [[nodiscard]] const std::vector<const Cue*>* find_padded(std::string_view form) const {
    return by_form_.find_padded(form);
  }

 private:
  std::vector<Cue> cues_;
  WordMap<std::vector<const Cue*>> by_form_;
};

}  // namespace tenor
