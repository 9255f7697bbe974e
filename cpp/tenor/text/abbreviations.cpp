#include "tenor/text/abbreviations.h"

#include <algorithm>
#include <array>

#include "tenor/error.h"
#include "tenor/text/unicode.h"

namespace tenor {
namespace {

// One list a class, words apart by a space. A word with a capital is an abbreviation only with a capital
// ("Gen.", not "gen."); one without is an abbreviation in any case.
struct List {
  Abbreviation kind;
  std::string_view words;
};

constexpr List lists[] = {
    {Abbreviation::title,
     "mr mrs ms mx dr drs prof profs messrs mmes Mme Mlle Gov Govs Lt Sen Sens Rep Reps Gen Gens Col Cols "
     "Maj Capt "
     "Cmdr Comdr Cdr Adm Vice-Adm Sgt Sgts Cpl Pvt Pfc Spc Brig Ens Rev Revs Hon Rt Pres Supt Insp Det Amb "
     "Atty Attys "
     "Asst Msgr Fr Dep Secy Treas Mt Mts Ft Sta Ald Cllr"},
    {Abbreviation::inner, "vs v viz cf e.g i.e eg ie ca a.k.a esp incl"},
    {Abbreviation::number,
     "no nos nr n° p pp pg fig figs eq eqs ch chap vol vols sec secs sect art arts para paras ref refs tel "
     "ext ver b c d m div approx abt circ est Op "
     "Pt Rte Rm Flt Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Weds Thu Thur Thurs "
     "Fri Sat "
     "Sun"},
    {Abbreviation::suffix,
     "inc corp co cos ltd bros jr sr Esq Plc Bhd Pty Pte mfg intl int'l natl nat'l govt gov't dept depts Div "
     "univ Inst "
     "assn assns ass'n assoc bldg hosp Ctr St Ste Ave Aves blvd Rd Hwy Pkwy Sq Ct Ln Dist al Elec Hldgs Grp "
     "Cie Ind "
     "Ala Ariz Ark Calif Cal Colo Conn Del Fla Ga Ill Kan Kans Ky La Md Mass Mich Minn Miss Mo Mont Neb Nebr "
     "Nev Okla "
     "Ore Pa Penn Tenn Tex Va Vt Wash Wis Wisc Wyo Ont Que Sask Alta Ph.D S.p.A"},
    {Abbreviation::time, "a.m p.m"},
};

constexpr std::string_view starters =
    // articles, determiners, numerals
    "a an the this that these those some any many several few both each either neither every all most more "
    "much less "
    "such other others another no none one two three four five six seven eight nine ten half hundreds "
    "thousands "
    "millions dozens "
    // pronouns and possessives
    "i he she it we you they his her hers its our ours your yours their theirs my mine who whom whose what "
    "which "
    "everyone everybody everything someone somebody something anyone anybody anything nobody nothing "
    // prepositions
    "about above according across after against along amid among around as at because before behind below "
    "beneath "
    "beside besides between beyond by despite during except excluding following for from given in including "
    "inside into "
    "like near of off on onto outside over per since than through throughout to toward towards under unlike "
    "until upon "
    "with within without "
    // conjunctions, adverbs, question words
    "and or nor but so yet if unless although though while whereas whether when whenever where wherever why "
    "how however "
    "once therefore thus hence moreover furthermore meanwhile instead still also then else otherwise "
    "nevertheless "
    "nonetheless indeed perhaps maybe likewise similarly additionally consequently accordingly afterward "
    "afterwards "
    "again already almost always even ever far finally here there just last lately later earlier recently "
    "currently "
    "previously originally initially eventually generally usually typically often sometimes rarely seldom "
    "never not "
    "now only nearly roughly rather quite soon today tonight yesterday tomorrow together too very well "
    "apparently "
    "clearly certainly obviously surely unfortunately fortunately ironically surprisingly sadly luckily "
    "ultimately "
    "traditionally historically separately specifically particularly especially elsewhere overall next yes "
    "oh please "
    "thanks "
    // verbs that open a question, a command or a participle
    "is isn't are aren't was wasn't were weren't am do don't does doesn't did didn't has hasn't have haven't "
    "had hadn't "
    "can can't cannot could couldn't should shouldn't would wouldn't might must won't let let's asked based "
    "compared "
    "born founded speaking using see "
    // the people and things of news in the plural, which carry no capital inside a sentence
    "analysts economists traders investors officials critics experts researchers scientists investigators "
    "prosecutors "
    "authorities lawmakers witnesses residents doctors workers reporters voters opponents supporters "
    "advocates people "
    "shareholders stockholders shares stocks prices profits profit revenue revenues earnings sales terms "
    "details results "
    "yields interest";

constexpr std::string_view speech_verbs =
    "said says say asked asks ask added adds told tells replied replies wrote writes explained explains "
    "continued "
    "continues joked insisted insists wondered wonders argued argues declared declares warned warns noted "
    "notes recalled "
    "recalls responded responds shouted yelled cried exclaimed announced concluded concludes remarked "
    "quipped demanded "
    "demands admitted suggested complained tweeted answered answers inquired screamed chanted muttered "
    "whispered "
    "protested observed observes";

constexpr std::string_view courtesy = "mr mrs ms";

constexpr std::string_view after_time =
    "est edt cst cdt mst mdt pst pdt et ct mt pt gmt bst utc cet eastern central mountain pacific monday "
    "tuesday "
    "wednesday thursday friday saturday sunday jan feb mar apr june july aug sept oct nov dec january "
    "february march "
    "april may august september october november december";

template <class Take>
void split(std::string_view words, Take take) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (end > 0) take(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

std::unordered_set<std::string_view> set_of(std::string_view words) {
  std::unordered_set<std::string_view> out;
  split(words, [&](std::string_view w) { out.emplace(w); });
  return out;
}

constexpr std::size_t longest = 16;  // bytes of the longest word in any built-in list

// A word folded for the built-in lists, without a heap: empty where it is longer than any of theirs.
class Key {
 public:
  explicit Key(std::string_view word) {
    if (word.size() > longest + 2) return;
    for (std::size_t at = 0; at < word.size();) {
      const char32_t c = decode(word, at);
      if (c == U'\u2019') {
        put('\'');
      } else if (c < 0x80) {
        put(static_cast<char>(to_lower(c)));
      } else {
        for (const char byte : word.substr(at - (c < 0x800 ? 2U : 0U), c < 0x800 ? 2U : 0U)) put(byte);
        if (c >= 0x800) put('?');
      }
    }
  }
  operator std::string_view() const {
    return {bytes_.data(), size_};
  }  // NOLINT: a key is a view of its bytes

 private:
  void put(char c) { bytes_[size_++] = c; }
  std::array<char, longest + 2> bytes_{};
  std::size_t size_ = 0;
};

struct Entry {
  Abbreviation kind;
  bool capital;
};

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
};
using Table = std::unordered_map<std::string, Entry, Hash, std::equal_to<>>;

const Table& built_in() {
  static const auto table = [] {
    Table out;
    for (const List& list : lists)
      split(list.words,
            [&](std::string_view w) { out.emplace(fold(w), Entry{list.kind, w[0] >= 'A' && w[0] <= 'Z'}); });
    return out;
  }();
  return table;
}

// "U.S", "a.k.a", "Ph.D": parts of one to three letters between full stops.
bool is_acronym(std::string_view word) {
  std::size_t parts = 1, letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = decode(word, at);
    if (c == U'.') {
      if (letters == 0) return false;
      letters = 0;
      ++parts;
    } else if (!is_letter(c) || ++letters > 2) {
      return false;
    }
  }
  return parts > 1 && letters > 0;
}

}  // namespace

Abbreviations::Abbreviations(const std::vector<std::string>& abbreviations,
                             const std::vector<std::string>& starters) {
  const auto check = [](const std::string& word, const char* list, std::size_t place) {
    const bool blank =
        std::any_of(word.begin(), word.end(), [](char c) { return is_space(static_cast<unsigned char>(c)); });
    if (!word.empty() && !blank) return;
    throw Error(std::string(list) + "[" + std::to_string(place) + "] is '" + word +
                "': give one word without white space");
  };
  for (std::size_t i = 0; i < abbreviations.size(); ++i) {
    check(abbreviations[i], "abbreviations", i);
    std::string word = fold(abbreviations[i]);
    if (word.back() == '.') word.pop_back();
    if (word.empty())
      throw Error("abbreviations[" + std::to_string(i) + "] is only a full stop: give the word before it");
    abbreviations_.insert(std::move(word));
  }
  for (std::size_t i = 0; i < starters.size(); ++i) {
    check(starters[i], "starters", i);
    starters_.insert(fold(starters[i]));
  }
}

Abbreviation Abbreviations::classify(std::string_view word) const {
  if (word.empty()) return Abbreviation::none;
  if (!abbreviations_.empty() && abbreviations_.contains(fold(word))) return Abbreviation::user;
  if (word.size() > longest) return Abbreviation::none;
  std::size_t at = 0;
  const bool capital = is_upper(decode(word, at));
  if (at == word.size() && capital) return Abbreviation::initial;
  const auto found = built_in().find(std::string_view(Key(word)));
  if (found != built_in().end() && (capital || !found->second.capital)) return found->second.kind;
  return is_acronym(word) ? Abbreviation::acronym : Abbreviation::none;
}

bool Abbreviations::starts(std::string_view word) const {
  static const auto words = set_of(tenor::starters);
  if (!starters_.empty() && starters_.contains(fold(word))) return true;
  const Key key(word);
  const std::string_view folded = key;
  if (words.contains(folded)) return true;
  const std::size_t apostrophe = folded.find('\'');  // "It's", "They'd"
  return apostrophe != std::string_view::npos && words.contains(folded.substr(0, apostrophe));
}

bool is_speech_verb(std::string_view word) {
  static const auto words = set_of(speech_verbs);
  return words.contains(Key(word));
}
bool is_courtesy_title(std::string_view word) {
  static const auto words = set_of(courtesy);
  return words.contains(Key(word));
}
bool follows_time(std::string_view word) {
  static const auto words = set_of(after_time);
  return words.contains(Key(word));
}

}  // namespace tenor
