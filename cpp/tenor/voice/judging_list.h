#pragma once

#include <string_view>

namespace tenor {

/// Verbs of demanding, denying and judging, and acts that convey a view, in the form of cue_list.h.
inline constexpr std::string_view judging_list = R"(
want                                             demand     1 1 to
seek                                             demand     1 1 t
demand request                            demand     1 1 sot
urge implore beg plead press exhort              demand     0 1 aotr
order instruct                                   demand     0 1 at
appeal                                           demand     0 1 - for
beseech entreat pressure prod nudge       demand     0 1 at
dare                                             demand     0 1 at
mandate stipulate decree                         demand     1 1 so
push lobby campaign press petition agitate       demand     0 1 - for
push lobby                                       demand     0 1 t
push campaign argue crusade                      demand     0 -1 - against
convince persuade                                demand     0 1 sat of
advocate                                         demand     1 1 og for
encourage                                        demand     1 1 ot
plan intend aim                                  belief     0 1 t
promise pledge vow swear                         statement  1 1 sot to
threaten                                         statement  -1 0 sot
offer volunteer                                  statement  0 1 ot
decide resolve                                   belief     0 1 st on,against
opt                                              belief     0 1 t for
consent accede assent acquiesce                  belief     0 1 t to
refuse                                           denial     -1 -1 to
decline                                          denial     0 0 t
deny refute rebut                                denial     -1 -1 sog
dismiss reject rebuff spurn rule_out             denial     -1 -1 og
dispute contest challenge                        denial     -1 -1 ow
disavow repudiate renounce                       denial     -1 -1 o
oppose resist                                    judgement  -1 -1 og
object                                           judgement  0 -1 s to
protest                                          judgement  -1 -1 so against
rail hit_out lash_out                            judgement  0 -1 - at,against,about
condemn denounce deplore criticize criticise     judgement  -1 -1 og
blast slam bash assail attack ridicule           judgement  -1 -1 o
mock                                             judgement  -1 -1 or
lambast lambaste castigate                       judgement  -1 -1 o
rebuke chide scold                               judgement  -1 -1 or
vilify demonize demonise malign defame smear     judgement  -1 -1 o
denigrate discredit revile excoriate upbraid     judgement  -1 -1 o
reprimand reproach censure chastise trash knock  judgement  -1 -1 o
skewer savage rip lampoon jeer boo heckle        judgement  -1 -1 o
impugn downplay belittle trivialize              judgement  -1 -1 o
go_after tear_into lay_into call_out             judgement  -1 -1 o
shoot_down                                       judgement  -1 -1 m
rip_into light_into write_off single_out         judgement  -1 -1 o
vote_down turn_down talk_down put_down           judgement  -1 -1 o
talk_up build_up                                 judgement  1 1 o
hammer pummel roast pan flay needle              judgement  -1 -1 o
contradict debunk undercut discount disprove     denial     -1 -1 o
pronounce                                        judgement  0 0 o
issue publish unveil circulate float             statement  0 0 m
double_down                                      statement  0 1 - on
back_away shy_away back_off                      judgement  0 -1 - from
backpedal backtrack waver waffle hedge           judgement  0 -1 - on
spar clash quarrel bicker feud differ diverge    judgement  0 0 - over,on,about
balk bristle recoil scoff sneer jeer laugh       judgement  0 -1 - at
align empathize                                  judgement  0 1 - with
identify                                         belief     0 0 - with,as
brush_off brush_aside shrug_off laugh_off        judgement  -1 -1 o
play_down                                        judgement  -1 -1 o
play_up                                          judgement  1 1 o
speak_out push_back                              judgement  0 -1 - against,about,on
take_aim                                         judgement  0 -1 - at
berate admonish slate pillory disparage belittle judgement  -1 -1 o
insult taunt deride scorn                        judgement  -1 -1 o
blame fault                                      accusation -1 -1 o
accuse                                           accusation -1 -1 o
praise laud hail commend applaud salute tout     judgement  1 1 o
extol extoll acclaim honor honour credit         judgement  1 1 o
espouse promote exonerate forgive excuse         judgement  1 1 o
vouch root                                       judgement  0 1 - for
side sympathize sympathise                       judgement  0 1 - with
compliment congratulate thank                    judgement  1 1 o
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
vote                                             judgement  0 -1 - against
respond                                          statement  0 0 - to,by,with
reference invoke retweet email                   statement  0 0 o
reaffirm restate                                 statement  1 0 so
trumpet preach peddle recite utter herald        statement  0 0 o
forward retweet re-tweet co-author               statement  0 0 m
amplify spotlight propound                       statement  0 0 o
ban prohibit forbid outlaw veto                  demand     -1 -1 og
release file submit share broadcast              statement  0 0 m
sign                                             judgement  1 1 m
name                                             statement  0 0 o
send_out put_out                                 statement  0 0 m
tick_off unleash coin                            statement  0 0 o
nominate appoint ratify pass authorize           judgement  1 1 o
strike_down overrule overturn restrict abolish   judgement  -1 -1 o
ignore expose underestimate satirize eviscerate  judgement  -1 -1 o
demean pound deflect                             judgement  -1 -1 o
size_up rank rate identify                       judgement  0 0 o
judge                                            judgement  0 0 so
peg perceive position                            judgement  0 0 p
relish                                           belief     1 1 og
distance                                         judgement  0 -1 - from
focus                                            statement  0 0 - on
touch reflect                                    statement  0 0 - on
open_up sound_off                                statement  0 0 - about,on
come_out                                         judgement  0 -1 - against
come_out                                         judgement  0 1 - for
turn                                             judgement  0 -1 - against
line_up rally                                    judgement  0 1 - behind
pounce                                           judgement  0 -1 - on
zero_in                                          statement  0 0 - on
stop_short                                       denial     0 -1 - of
plead_guilty plead_not                           statement  0 0 - to
look                                             belief     0 1 t
)";

}  // namespace tenor
