#pragma once

#include <string_view>

#include "tenor/text/abbreviations.h"

/// The built-in words of abbreviations.h: what an editor knows. Data, read once by abbreviations.cpp.
namespace tenor::lists {

// One list a class, words apart by a space. A word with a capital is an abbreviation only with a capital
// ("Gen.", not "gen."); one without is an abbreviation in any case.
struct List {
  Abbreviation kind;
  std::string_view words;
};

inline constexpr List abbreviations[] = {
    {Abbreviation::title,
     "mr mrs ms mx dr drs prof profs messrs mmes Mme Mlle Gov Govs Lt Sen Sens Rep Reps Gen Gens Col Cols "
     "Maj Capt "
     "Cmdr Comdr Cdr Adm Vice-Adm Sgt Sgts Cpl Pvt Pfc Spc Brig Ens Rev Revs Hon Rt Pres Supt Insp Det Amb "
     "Atty Attys "
     "Asst Msgr Fr Dep Secy Treas Mt Mts Ft Sta Ald Cllr"},
    {Abbreviation::inner, "vs v viz cf e.g i.e eg a.k.a esp incl"},
    {Abbreviation::number,
     "no nos nr n° p pp pg fig figs eq eqs ch chap vol vols sec secs sect art arts para paras ref refs tel "
     "ext ver apt prop suppl b c ca d m div approx abt circ est Op "
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

inline constexpr std::string_view starters =
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

inline constexpr std::string_view speech_verbs =
    "said says say asked asks ask added adds told tells replied replies wrote writes explained explains "
    "continued "
    "continues joked insisted insists wondered wonders argued argues declared declares warned warns noted "
    "notes recalled "
    "recalls responded responds shouted yelled cried exclaimed announced concluded concludes remarked "
    "quipped demanded "
    "demands admitted suggested complained tweeted answered answers inquired screamed chanted muttered "
    "whispered "
    "protested observed observes";

inline constexpr std::string_view courtesy = "mr mrs ms";

inline constexpr std::string_view after_time =
    "est edt cst cdt mst mdt pst pdt et ct mt pt gmt bst utc cet eastern central mountain pacific monday "
    "tuesday "
    "wednesday thursday friday saturday sunday jan feb mar apr june july aug sept oct nov dec january "
    "february march "
    "april may august september october november december";

inline constexpr std::string_view time_words =
    "at by about around before after until till since from between on to and shortly just nearly exactly "
    "approximately roughly as early late of noon midnight";

inline constexpr std::string_view own_mark = "yahoo jeopardy";

}  // namespace tenor::lists
