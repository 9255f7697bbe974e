#pragma once

#include <string_view>

namespace tenor {

/// Acts that take a side, in the form of voice/cue_list.h: verbs, kind, stance to the object, stance to what
/// a preposition introduces, frames, prepositions. Written by hand.
inline constexpr std::string_view act_list = R"(
sign ratify legalize legalise adopt enact pass        judgement 1 0 o
sign_on sign_up                                       judgement 0 1 - to
sign                                                  judgement 0 1 - onto
award honor honour reward                             judgement 1 0 o
sponsor co-sponsor fund finance promote uphold        judgement 1 0 o
free pardon elect nominate credit                     judgement 1 0 o
vindicate exonerate admire appreciate                 judgement 1 0 o
trust join draft                                      judgement 1 0 o
comply side sympathize sympathise                     judgement 0 1 - with
vote campaign rally fight march                       judgement 0 1 - for
vote campaign rally march demonstrate speak_out       judgement 0 -1 - against
come_out lobby turn retaliate act warn                judgement 0 -1 - against
vote                                                  judgement 0 1 t
clash quarrel feud break                              judgement 0 -1 - with
withdraw resign pull_out walk_out                     judgement 0 -1 - from,over,of
veto ban block boycott outlaw abolish repeal          judgement -1 0 o
cancel suspend overturn quash nullify sanction        judgement -1 0 o
revoke rescind scrap shelve disband dissolve          judgement -1 0 o
punish expel prosecute sue sack oust                  judgement -1 0 o
criminalize criminalise prohibit combat               judgement -1 0 o
penalize penalise censor                              judgement -1 0 o
undermine obstruct sabotage thwart                    judgement -1 0 o
harass persecute betray abandon mock vilify           judgement -1 0 o
allege                                                accusation 0 -1 s
indict impeach censure                                accusation -1 0 o
question doubt distrust                               judgement -1 0 o
avoid shun snub ignore                                judgement -1 0 o
pledge promise vow                                    judgement 1 1 og
need desire prefer                                    demand 1 1 ot
count                                                 judgement 0 1 - on
pray                                                  judgement 0 1 - for
mandate require                                       demand 1 1 ot
recommend suggest propose                             demand 1 1 sogt
advise ask instruct order command direct tell warn         demand 0 1 t
name list cite                                        judgement 0 0 o
)";

/// Nouns for people who judge what their preposition introduces: the stance, the preposition, the words.
inline constexpr std::string_view agent_list = R"(
1 of supporter supporters advocate advocates backer backers proponent proponents fan fans ally allies defender defenders admirer admirers
-1 of critic critics opponent opponents enemy enemies foe foes
)";

/// Nouns and adjectives that judge what their preposition introduces: "+1" or "-1", the preposition(s), the
/// words.
inline constexpr std::string_view governor_list = R"(
1 for support praise backing need desire hope hopes respect admiration sympathy gratitude thanks approval demand demands
1 for preference enthusiasm appeal appeals call calls plea pleas argument campaign thankful grateful
1 of endorsement approval defense defence praise appreciative supportive proud fond worthy favor favour support
1 to commitment thanks committed grateful sympathetic loyal open dedicated
1 with solidarity alliance allied aligned satisfied pleased happy delighted comfortable
1 in confidence faith confident trust belief
-1 to opposition resistance opposed hostile objection objections resistant averse
-1 of criticism condemnation rejection denunciation fear fears
-1 of disapproval critical suspicious wary skeptical sceptical tired afraid ashamed distrust intolerant
-1 against protest protests lawsuit lawsuits sanctions campaign charge charges fight battle struggle retaliation case
-1 against complaint allegations demonstration demonstrations rally outcry crackdown
-1 about concern concerns doubts doubt worries worried concerned alarm skepticism scepticism complaints angry
-1 over concern concerns anger outrage alarm worries dismay disappointment doubts fury frustration
-1 at anger outrage angry furious outraged dismay horrified shocked appalled
-1 with disappointed frustrated frustration dissatisfied unhappy angry dissatisfaction
-1 on attack attacks ban bans assault crackdown
)";

/// Nouns and adjectives with an infinitive: willing to continue, refusal to sign.
inline constexpr std::string_view infinitive_list = R"(
1 willingness readiness desire determination eagerness wish willing ready eager determined keen happy proud
-1 refusal reluctance unwillingness reluctant unwilling hesitant afraid
)";

}  // namespace tenor
