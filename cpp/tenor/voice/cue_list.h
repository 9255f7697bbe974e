#pragma once

#include <string_view>

namespace tenor {

/// Verbs of saying and thinking, one entry a line: verbs (a particle after "_"), kind, stance to the object,
/// stance to the content, frames, prepositions that introduce content. Frames: s says, c that_clause, t
/// to_do, o object, p object_as, w whether, g doing, a addressee, r remarks, n object by the tree, m one that
/// holds words, d what a study finds. Where a form has several entries, the first one with a content counts.
inline constexpr std::string_view cue_list = R"(
say                                              statement  0 0 sn
state add                                        statement  0 0 s
write                                            statement  0 0 sn about,of
note                                             statement  0 0 so
acknowledge                                      statement  0 0 sog
report                                           statement  0 0 sog
explain stress emphasize emphasise observe       statement  0 0 so
maintain contend                                 statement  0 0 s
assert declare                                   statement  0 0 so
argue                                            statement  0 0 s for,against,over,about
remark                                           statement  0 0 s on,upon
announce reveal disclose confirm                 statement  0 0 so
tweet post blog                                  statement  0 0 so about
quip muse                                        statement  0 0 s about
comment                                          statement  0 0 s on,about
mention                                          statement  0 0 cog
cite outline discuss detail                      statement  0 0 o
recall                                           statement  0 0 sog
recount relate narrate                           statement  0 0 so
joke testify                                     statement  0 0 so about
tell                                             statement  0 0 satwn about
inform remind notify                    statement  0 0 sa about,of
assure reassure                                  statement  0 1 sa
reply respond counter retort                     statement  0 0 s
answer                                           statement  0 0 so
shout yell cheer whisper mutter scream chant cry       statement  0 0 r
holler howl growl grumble mumble murmur    statement  0 0 r
groan moan sigh snap snarl bark bellow roar      statement  0 0 r
thunder sneer scoff sniff drawl stammer blurt    statement  0 0 r
crack riff read intone deadpan put_it tease sing statement  0 0 r
shoot_back fire_back hit_back                    statement  0 0 s at
exclaim gush crow enthuse opine fume vent        statement  0 0 s about,over
rant rave                                        statement  0 -1 - about,against,at
weigh_in                                         statement  0 0 - on
affirm attest aver avow profess concur           statement  0 0 s
proclaim                                         statement  0 0 so
posit theorize hypothesize intimate insinuate    belief     0 0 s
confide divulge convey relay articulate          statement  0 0 so
highlight underscore underline flag              statement  0 0 so
list enumerate publicize exaggerate overstate    statement  0 0 o
lecture brief                                    statement  0 0 - on,about
elaborate expound dwell ruminate opine           statement  0 0 - on,upon
document                                         statement  0 0 co
verify                                           statement  0 0 c
determine establish                              statement  0 0 cw
rule                                             statement  0 0 c
guarantee                                        statement  1 1 so
reason                                           statement  0 0 s
continue go_on begin interject chime_in          statement  0 0 r
conclude                                         statement  0 0 s
reiterate repeat echo                            statement  1 0 so
point_out make_clear spell_out lay_out set_out   statement  0 0 so
set_forth put_forward put_forth bring_up         statement  0 0 o
point hint allude refer                          statement  0 0 s to,at
suggest recommend                                statement  1 1 sog
propose                                          statement  1 1 sogt
advise counsel                                   statement  0 1 satg against
imply indicate signal predict forecast           statement  0 0 so
estimate calculate project                       statement  0 0 so
insist                                           statement  0 1 s on
clarify specify elaborate                        statement  0 0 s
warn caution                                     statement  0 -1 sat against,of,about
alert                                            statement  0 -1 a
lament decry bemoan                              judgement  -1 -1 so
complain gripe grouse whine                      judgement  0 -1 s about,of
boast brag gloat                                 statement  0 1 s about,of
admit confess                                    statement  0 0 sg to
concede                                          statement  0 0 sog to
claim                                            statement  0 0 sot
allege                                           statement  0 0 so
charge                                           statement  0 0 s
charge                                           accusation -1 -1 - with
speculate surmise                                belief     0 0 s about,on
ask                                              statement  0 0 wratn about,for
inquire enquire wonder                           statement  0 0 wrat about
question query                                   judgement  -1 -1 ow
speak talk                                       statement  0 0 - of,about,against
show demonstrate illustrate                      statement  0 0 so
find                                             statement  0 0 s
find put                                         statement  0 0 d
quote                                            statement  0 0 o
sum_up                                           judgement  0 0 o
describe portray depict characterize characterise judgement 0 0 o
see cast paint frame define identify             judgement  0 0 p
treat present interpret pitch introduce regard   judgement  0 0 p
see                                              belief     0 0 cw
label brand dub term                             judgement  0 0 o
call                                             judgement  0 0 o
call                                             demand     0 1 - for
call vote                                        demand     0 1 t
call                                             demand     0 1 - on,upon
compare liken                                    judgement  0 0 o
feel suppose reckon presume                      belief     0 0 s
believe                                          belief     0 0 s in
think                                            belief     0 0 s of,about
figure sense bet                          belief     0 0 s
consider                                         belief     0 0 cw
imagine envision envisage                        belief     0 0 so
remember                                         belief     0 0 sog
recollect recognize recognise notice             belief     0 0 so
hear                                             belief     0 0 - of,about
forget                                           belief     0 0 ctw about
dream conceive                                   belief     0 1 - of
contemplate mull weigh                           belief     0 0 og
accept trust                                     belief     1 1 so
distrust mistrust                                belief     -1 -1 o
consider deem view                               belief     0 0 og
realize realise                                  belief     0 0 s
understand                                       belief     0 0 so
know learn                                       belief     0 0 s of,about
doubt disbelieve                                 belief     -1 -1 sow
expect anticipate foresee                        belief     0 0 sto
assume guess suspect                             belief     0 0 s
hope                                             belief     0 1 st for
wish                                             belief     0 1 st for
look_forward                                     belief     0 1 - to
fear dread                                       belief     -1 -1 so
worry fret agonize despair                       belief     0 -1 s about,over
care                                             belief     0 1 w about
agree                                            belief     0 1 st with,on,to
disagree                                         belief     0 -1 s with,on,about,over
favor favour                                     belief     1 1 og
prefer                                           belief     1 1 ogt
like love                                        belief     1 1 ot
admire respect adore cherish value revere        belief     1 1 og
appreciate prize idolize crave covet             belief     1 1 o
long yearn hunger pray                           belief     0 1 t for
hate                                             belief     -1 -1 ot
dislike loathe resent despise detest abhor       belief     -1 -1 og
envy disdain mourn rue tolerate                  belief     -1 -1 o
marvel                                           statement  0 1 s at
)";

}  // namespace tenor
