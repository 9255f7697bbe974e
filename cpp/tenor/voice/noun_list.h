#pragma once

#include <string_view>

namespace tenor {

/// Nouns of saying, thinking, demanding and judging. A line: nouns, kind, stance to what is introduced, and
/// what introduces it: "that", "to_do", or prepositions. Most are made from the verbs of cue_list.h and keep
/// their kind; a noun counts only with one of its own complements.
inline constexpr std::string_view noun_list = R"(
claim assertion contention                       statement  0 that,to_do,of
statement declaration announcement               statement  0 that,about,of,on
remark comment                                   statement  0 that,about,on
argument                                         statement  0 that,about,for,against
report description                               statement  0 that,of,about
explanation                                      statement  0 that,of,for
portrayal depiction characterization             judgement  0 of
assessment analysis appraisal evaluation         judgement  0 that,of
reminder confirmation disclosure revelation      statement  0 that,of
testimony hint rumor rumour quip                 statement  0 that,about
warning caution                                  statement  -1 that,of,about,against
suggestion insinuation implication               statement  0 that
prediction forecast estimate projection          belief     0 that,of,about
admission acknowledgment acknowledgement         statement  0 that,of
concession confession                            statement  0 that
assurance guarantee                              statement  1 that,of
promise pledge vow oath                          statement  1 that,to_do,of
threat                                           statement  -1 that,to_do,of
insistence                                       statement  1 that,on
question query                                   statement  0 about,whether
talk discussion                                  statement  0 of,about
joke story rhetoric                              statement  0 about
complaint                                        judgement  -1 that,about,of
accusation charge allegation                     accusation -1 that,of
denial                                           denial     -1 that,of
refusal                                          denial     -1 to_do
rejection dismissal repudiation disavowal        denial     -1 of
criticism                                        judgement  -1 of,for,over,about,that,on
critique condemnation denunciation               judgement  -1 of
disapproval mockery ridicule                     judgement  -1 of
attack assault swipe                             judgement  -1 on,against
rebuke                                           judgement  -1 of,to
aim swipe shot jab dig potshot                   judgement  -1 at
issue exception                                  judgement  -1 with,to
case                                             statement  0 that,for,against
point                                            statement  0 that
attention                                        statement  0 to
silence                                          statement  0 on,about
secret                                           statement  0 of
stand                                            belief     0 on,against
mention                                          statement  0 of,that
praise                                           judgement  1 for,of,on
endorsement approval defense defence             judgement  1 of
willingness readiness eagerness determination    belief     1 to_do
unwillingness reluctance hesitation              belief     -1 to_do
intention intent ambition                        belief     0 to_do,of
commitment dedication                            belief     1 to,to_do
apology                                          statement  -1 for
skepticism scepticism doubt unease               belief     -1 that,about,of
concern worry anxiety alarm                      belief     -1 that,about,over
fear suspicion                                   belief     -1 that,of
frustration anger outrage dissatisfaction        judgement  -1 that,with,over,at,about
dismay disappointment fury disgust               judgement  -1 that,with,over,at
contempt disdain                                 judgement  -1 for
distrust mistrust hatred dislike                 judgement  -1 of
hope                                             belief     1 that,of,for
optimism pessimism                               belief     0 that,about
desire wish                                      demand     1 to_do,for
support backing                                  judgement  1 of,behind
opposition objection resistance                  judgement  -1 to
hostility aversion antipathy                     judgement  -1 to,toward,towards
respect appreciation sympathy affection          judgement  1 for,of
enthusiasm preference                            judgement  1 for
decision choice                                  belief     0 to_do
goal                                             belief     0 to_do
advice                                           demand     1 that,to_do,on,about
reference                                        statement  0 to
tribute                                          judgement  1 to
message                                          statement  0 that,of,about
idea                                             statement  0 that,of
agreement                                        belief     1 that,to_do,on
disagreement                                     belief     -1 over,with,on,about
demand                                           demand     1 that,for
call plea                                        demand     1 for,to_do
proposal                                         demand     1 that,to_do,for,on
recommendation                                   demand     1 that,for
belief faith confidence                          belief     1 that,in
view opinion                                     belief     0 that,about,on,of,toward,towards
conviction impression perception notion          belief     0 that,of
feeling sense assumption presumption             belief     0 that
expectation                                      belief     0 that,of,for
position stance                                  belief     0 that,on,against,about,toward
conclusion finding ruling verdict                statement  0 that
theory hypothesis                                belief     0 that,of
speculation consensus                            belief     0 that,about
recognition realization understanding            belief     0 that,of
regret remorse                                   judgement  -1 that,for,over
chant                                            statement  0 of
interest                                         belief     1 in
embrace                                          judgement  1 of
passion admiration fondness                      judgement  1 for
attitude                                         belief     0 about,toward,towards
conversation debate chatter                      statement  0 about,over
request order                                    demand     1 to_do,that
push pitch                                       demand     1 to_do,for
strategy                                         belief     0 to_do
vision                                           belief     1 of,for
narrative                                        statement  0 that
)";

/// Nouns for whoever holds a view of something, with a form of "be" before them.
inline constexpr std::string_view holder_list = R"(
supporter backer proponent champion fan admirer  judgement 1 of
defender advocate booster                        judgement 1 of,for
critic opponent detractor foe                    judgement -1 of
believer                                         belief 1 in
skeptic sceptic                                  belief -1 of
)";

/// Adjectives that say what their subject thinks or feels, with a form of "be", "seem" or the like before
/// them.
inline constexpr std::string_view adjective_list = R"(
confident sure certain convinced positive        belief     0 that,of,about,in
aware unaware mindful conscious cognizant        belief     0 that,of
worried concerned anxious nervous uneasy         belief     -1 that,about,over
afraid fearful scared                            belief     -1 that,of
hopeful optimistic bullish upbeat                belief     1 that,about,on
pessimistic                                      belief     -1 that,about
skeptical sceptical doubtful dubious suspicious  belief     -1 that,of,about
wary leery distrustful                           belief     -1 of,about
unsure uncertain undecided                       belief     0 that,whether,about,on,of
critical dismissive contemptuous scornful        judgement  -1 of
supportive                                       judgement  1 of
proud fond                                       judgement  1 that,of,to_do
ashamed tired sick weary envious jealous         judgement  -1 of
glad happy pleased delighted thrilled            judgement  1 that,to_do,with,about,by
excited enthusiastic                             judgement  1 that,to_do,about
grateful thankful                                judgement  1 that,for
satisfied comfortable content impressed          judgement  1 that,with,by
sorry                                            judgement  -1 that,for,about
sad upset angry furious livid unhappy            judgement  -1 that,about,with,at,over,by
dissatisfied uncomfortable                       judgement  -1 that,with
outraged dismayed disappointed frustrated        judgement  -1 that,by,at,with,over,in
shocked surprised stunned amazed astonished      judgement  0 that,by,at,to_do
appalled disgusted disturbed troubled alarmed    judgement  -1 that,by,at,with,over
angered offended bothered annoyed irritated      judgement  -1 that,by,with
horrified enraged infuriated incensed            judgement  -1 that,by,at
puzzled baffled bewildered                       judgement  0 that,by
eager keen                                       belief     1 to_do,on,for
willing                                          belief     1 to_do
unwilling reluctant hesitant loath               belief     -1 to_do
determined adamant insistent                     belief     1 that,to_do,about,on
committed dedicated                              belief     1 to
opposed averse hostile                           judgement  -1 to
sympathetic receptive open                       judgement  1 to
clear explicit emphatic                          statement  0 that,about,on
vocal outspoken vague coy                        statement  0 about,on
silent mum                                       statement  0 on,about
interested                                       belief     1 in
hungry desperate impatient                       demand     1 for,to_do
terrified petrified                              belief     -1 of,that,by
passionate serious                               belief     1 about
loyal                                            judgement  1 to
enamored enamoured                               judgement  1 of,with
intent bent                                      belief     1 on
appreciative respectful                          judgement  1 of
mistrustful disrespectful intolerant             judgement  -1 of
complimentary                                    judgement  1 of,about
honest candid frank                              statement  0 about
unapologetic apologetic                          judgement  0 about,for
ambivalent cynical indifferent lukewarm          judgement  0 about,to
neutral noncommittal                             belief     0 on,about
sensitive curious                                belief     0 about
inclined                                         belief     1 to_do
unafraid                                         belief     1 to_do,of
bored                                            judgement  -1 with,by
mystified perplexed confused                     judgement  0 that,by,about
distressed saddened                              judgement  -1 that,by,about,to_do
heartened encouraged relieved                    judgement  1 that,by,about,to_do
bitter resentful                                 judgement  -1 that,about,over,of
)";

}  // namespace tenor
