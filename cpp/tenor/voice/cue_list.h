#pragma once

#include <string_view>

namespace tenor {

/// One entry a line: verbs (a particle after "_"), kind, stance to the object, stance to the content, frames,
/// prepositions that introduce content. Frames: s says, t to_do, o object, w whether, g doing, a addressee, r
/// remarks.
inline constexpr std::string_view cue_list = R"(
say state add write                              statement  0 0 s
note acknowledge report                          statement  0 0 so
explain stress emphasize emphasise observe       statement  0 0 so
argue assert declare remark maintain contend     statement  0 0 s
announce reveal disclose confirm                 statement  0 0 so
tweet post blog comment quip muse                statement  0 0 s
mention cite outline discuss detail              statement  0 0 o
joke testify recall recount relate narrate       statement  0 0 so
tell inform remind notify                        statement  0 0 sat
assure reassure                                  statement  0 1 sa
reply respond answer counter retort              statement  0 0 s
shout yell whisper mutter scream chant cry       statement  0 0 r
continue go_on begin conclude interject          statement  0 0 r
reiterate repeat echo                            statement  1 0 so
point_out make_clear spell_out                   statement  0 0 so
point hint allude refer                          statement  0 0 s to
suggest propose recommend advise                 statement  1 1 sog
imply indicate signal predict forecast           statement  0 0 so
estimate calculate project                       statement  0 0 so
insist                                           statement  0 1 s on
clarify specify elaborate                        statement  0 0 s
warn caution                                     statement  0 -1 sa against,of,about
alert                                            statement  0 -1 a
lament decry bemoan                              judgement  -1 -1 so
complain                                         judgement  0 -1 s about,of
boast brag                                       statement  0 1 s about,of
admit concede confess                            statement  0 0 sg to
claim allege charge                              statement  0 0 so
speculate surmise                                belief     0 0 s
ask inquire enquire wonder                       statement  0 0 wrat about
question query                                   judgement  -1 -1 ow
speak talk                                       statement  0 0 - of,about
show find                                        statement  0 0 s
quote                                            statement  0 0 o
sum_up                                           judgement  0 0 o
describe portray depict characterize characterise judgement 0 0 o
label brand dub term                             judgement  0 0 o
call                                             judgement  0 0 o
call                                             demand     0 1 - for
call                                             demand     0 1 - on,upon
compare liken                                    judgement  0 0 o
think believe feel consider suppose reckon       belief     0 0 s
consider deem regard view                        belief     0 0 o
know realize realise understand learn discover   belief     0 0 s
doubt disbelieve                                 belief     -1 -1 sow
expect anticipate foresee                        belief     0 0 sto
assume guess suspect                             belief     0 0 s
hope                                             belief     0 1 st for
wish                                             belief     0 1 st for
look_forward                                     belief     0 1 - to
fear dread                                       belief     -1 -1 so
worry                                            belief     0 -1 s about
agree                                            belief     0 1 st with,on,to
disagree                                         belief     0 -1 s with
favor favour prefer                              belief     1 1 og
like love admire respect                         belief     1 1 o
dislike hate loathe resent                       belief     -1 -1 o
want                                             demand     1 1 to
seek                                             demand     1 1 to
demand request require                           demand     1 1 sot
urge implore beg plead press exhort              demand     0 1 aot
order instruct command direct                    demand     0 1 at
appeal                                           demand     0 1 - for
push lobby campaign                              demand     0 1 - for
advocate                                         demand     1 1 og
encourage                                        demand     1 1 ot
plan intend aim                                  belief     0 1 t
promise pledge vow swear commit                  statement  1 1 sot to
threaten                                         statement  -1 0 sot
offer volunteer                                  statement  0 1 t
decide resolve choose                            belief     0 1 st
refuse                                           denial     -1 -1 to
decline                                          denial     0 0 t
deny refute rebut                                denial     -1 -1 sog
dismiss reject rebuff spurn rule_out             denial     -1 -1 og
dispute contest challenge                        denial     -1 -1 ow
disavow repudiate renounce                       denial     -1 -1 o
oppose resist                                    judgement  -1 -1 og
object                                           judgement  0 -1 s to
protest                                          judgement  -1 -1 so against
rail hit_out lash_out                            judgement  0 -1 - at,against
condemn denounce deplore criticize criticise     judgement  -1 -1 og
blast slam bash assail attack mock ridicule      judgement  -1 -1 o
lambast lambaste castigate rebuke chide scold    judgement  -1 -1 o
berate admonish slate pillory disparage belittle judgement  -1 -1 o
insult taunt deride scorn                        judgement  -1 -1 o
blame fault                                      accusation -1 -1 o
accuse                                           accusation -1 -1 o
praise laud hail commend applaud salute tout     judgement  1 1 o
compliment congratulate thank celebrate          judgement  1 1 o
welcome embrace                                  judgement  1 1 o
support back endorse champion                    judgement  1 1 og
defend justify                                   judgement  1 1 og
approve                                          judgement  1 1 o of
disapprove                                       judgement  0 -1 - of
regret                                           judgement  -1 -1 sog
apologize apologise                              statement  0 -1 - for
voice express                                    statement  0 0 o
raise                                            statement  0 0 -
stand_by                                         judgement  0 1 o
vote                                             judgement  0 1 - for
)";

}  // namespace tenor
