#include "tenor/sentiment/vader_words.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "tenor/text/unicode.h"

namespace tenor {
namespace {

constexpr double boost = 0.293;  // Hutto & Gilbert 2014, section 3.3

// In the order of Name.
constexpr std::string_view names[] = {
    "",     "no",   "nor",   "or",   "never",  "so",   "this", "without", "doubt",   "least", "at",  "very",
    "but",  "kind", "of",    "just", "enough", "sort", "the",  "shit",    "bomb",    "bad",   "ass", "bus",
    "stop", "yeah", "right", "kiss", "death",  "to",   "die",  "for",     "beating", "heart"};

constexpr std::string_view negators[] = {
    "aint",     "arent",    "cannot",    "cant",    "couldnt", "darent",   "didnt",   "doesnt", "ain't",
    "aren't",   "can't",    "couldn't",  "daren't", "didn't",  "doesn't",  "dont",    "hadnt",  "hasnt",
    "havent",   "isnt",     "mightnt",   "mustnt",  "neither", "don't",    "hadn't",  "hasn't", "haven't",
    "isn't",    "mightn't", "mustn't",   "neednt",  "needn't", "never",    "none",    "nope",   "nor",
    "not",      "nothing",  "nowhere",   "oughtnt", "shant",   "shouldnt", "uhuh",    "wasnt",  "werent",
    "oughtn't", "shan't",   "shouldn't", "uh-uh",   "wasn't",  "weren't",  "without", "wont",   "wouldnt",
    "won't",    "wouldn't", "rarely",    "seldom",  "despite"};

constexpr std::string_view intensifiers[] = {
    "absolutely",    "amazingly",  "awfully",   "completely", "considerable", "considerably", "decidedly",
    "deeply",        "effing",     "enormous",  "enormously", "entirely",     "especially",   "exceptional",
    "exceptionally", "extreme",    "extremely", "fabulously", "flipping",     "flippin",      "frackin",
    "fracking",      "fricking",   "frickin",   "frigging",   "friggin",      "fully",        "fuckin",
    "fucking",       "fuggin",     "fugging",   "greatly",    "hella",        "highly",       "hugely",
    "incredible",    "incredibly", "intensely", "major",      "majorly",      "more",         "most",
    "particularly",  "purely",     "quite",     "really",     "remarkably",   "so",           "substantially",
    "thoroughly",    "total",      "totally",   "tremendous", "tremendously", "uber",         "unbelievably",
    "unusually",     "utter",      "utterly",   "very"};
constexpr std::string_view diminishers[] = {
    "almost",   "barely",   "hardly",     "kinda",      "kindof",       "kind-of", "less",
    "little",   "marginal", "marginally", "occasional", "occasionally", "partly",  "scarce",
    "scarcely", "slight",   "slightly",   "somewhat",   "sorta",        "sortof",  "sort-of"};

constexpr unsigned key(unsigned a, unsigned b, unsigned c = VaderWords::other) {
  return a << 16 | b << 8 | c;
}

// Names of words that change others, or are part of an idiom: not of those that do so only beside such a
// word.
constexpr bool changes(VaderWords::Name name) {
  using enum VaderWords::Name;
  return name != other && name != the && name != of && name != to && name != at && name != for_ &&
         name != or_ && name != but;
}

}  // namespace

VaderWords::VaderWords(const Lexicon::Entries& lexicon, bool phrases)
    : words_(1), acting_(lexicon.size()), changing_(256) {
  for (const auto& [term, valence] : lexicon) {
    const std::string word = phrases ? fold(term) : term;
    if (const std::size_t space = word.find(' '); phrases && space != std::string::npos) {
      add_phrase(word, space, valence);
    } else {
      Word& entry = words_[add(word)];
      entry.valence = valence;
      entry.known = true;
    }
  }
  for (const std::string_view word : negators) words_[add(word)].negates = true;
  for (const std::string_view word : intensifiers) words_[add(word)].boost = boost;
  for (const std::string_view word : diminishers) words_[add(word)].boost = -boost;
  for (std::size_t name = 1; name < std::size(names); ++name)
    words_[add(names[name])].name = static_cast<Name>(name);
  for (std::uint32_t number = 1; number <= table_.size(); ++number)
    if (table_.word(number).find("n't") != std::string_view::npos) words_[number].negates = true;
  for (std::uint32_t number = 1; number <= table_.size(); ++number) {
    const Word& word = words_[number];
    if (acts(word)) acting_.insert(table_.word(number));
    if (word.boost != 0 || word.negates || changes(word.name)) changing_.insert(table_.word(number));
  }
}

std::uint32_t VaderWords::add(std::string_view word) {
  const std::uint32_t number = table_.insert(word);
  if (number >= words_.size()) words_.resize(number + 1);
  return number;
}

void VaderWords::add_phrase(std::string_view words, std::size_t space, double valence) {
  Rest rest{{}, valence, 0};
  for (std::size_t from = space + 1; from <= words.size();) {
    const std::size_t end = std::min(words.find(' ', from), words.size());
    rest.words.push_back(add(words.substr(from, end - from)));
    from = end + 1;
  }
  Word& head = words_[add(words.substr(0, space))];
  rest.next = std::exchange(head.phrases, static_cast<std::uint32_t>(phrases_.size() + 1));
  phrases_.push_back(std::move(rest));
}

double VaderWords::idiom(unsigned first, unsigned second, unsigned third) {
  switch (key(first, second, third)) {
    case key(the, shit):
      return 3;
    case key(the, bomb):
      return 3;
    case key(bad, ass):
      return 1.5;
    case key(bus, stop):
      return 0;
    case key(yeah, right):
      return -2;
    case key(kiss, of, death):
      return -1.5;
    case key(to, die, for_):
      return 3;
    case key(beating, heart):
      return 3.5;
    default:
      return std::nan("");
  }
}

}  // namespace tenor
