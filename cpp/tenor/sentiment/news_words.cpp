#include "tenor/sentiment/news_words.h"

#include <array>

namespace tenor::news {
namespace {

constexpr std::array all = {
    Class{negates,
          "aint arent cannot cant couldnt darent didnt doesnt ain't aren't can't couldn't daren't didn't "
          "doesn't dont "
          "hadnt hasnt havent isnt mightnt mustnt neither don't hadn't hasn't haven't isn't mightn't mustn't "
          "neednt "
          "needn't never none nope nor not nowhere oughtnt shant shouldnt wasnt werent oughtn't shan't "
          "shouldn't "
          "wasn't weren't without wont wouldnt won't wouldn't rarely seldom despite no hardly nobody"},
    Class{boosts,
          "absolutely amazingly awfully completely considerable considerably decidedly deeply enormous "
          "enormously "
          "entirely especially exceptionally extreme extremely fully greatly highly hugely incredibly "
          "intensely major "
          "more most particularly purely quite really remarkably so substantially thoroughly total totally "
          "tremendous "
          "tremendously unbelievably unusually utter utterly very profoundly severely sharply strongly "
          "vastly widely "
          "overwhelmingly seriously far"},
    Class{lessens,
          "almost barely kinda less little marginal marginally occasional occasionally partly scarcely "
          "slight slightly "
          "somewhat relatively mildly modestly fairly"},
    Class{reverses,
          "end ends ended ending halt halts halted halting stop stops stopped stopping prevent prevents "
          "prevented "
          "preventing avoid avoids avoided avoiding avert averts averted averting reduce reduces reduced "
          "reducing ease "
          "eases eased easing curb curbs curbed curbing combat combats combating lift lifts lifted lifting "
          "alleviate "
          "alleviates alleviating overcome overcomes overcame eliminate eliminates eliminated eliminating "
          "eradicate "
          "lack lacks lacked lacking lose loses lost losing loss deter deters deterred fight fights fighting "
          "fought "
          "against tackle tackles tackling diminish diminishes diminished cure free"},
    Class{refuses,
          "reject rejects rejected rejecting oppose opposes opposed opposing refuse refuses refused refusing "
          "deny denies "
          "denied denying block blocks blocked blocking undermine undermines undermined undermining threaten "
          "threatens "
          "threatened threatening abandon abandons abandoned destroy destroys destroyed ruin ruins ruined "
          "fail fails "
          "failed failing violate violates violated"},
    Class{joins, "and or nor"},
    Class{turns, "but"},
    Class{supposes, "if unless whether"},
    Class{hedges, "may might could would possibly perhaps reportedly supposedly seemingly"},
    Class{helps, "is are was were be been being has have had will"},
};

}  // namespace

std::span<const Class> classes() {
  return all;
}

}  // namespace tenor::news
