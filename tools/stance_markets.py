"""Headlines about markets, made from patterns written by hand, for tools/train_stance.py.

Political news says little of shares, prices and results. Each pattern states what a reader of the business page knows:
what rises, beats or is a buy is spoken of favourably, what falls, misses or is a sell unfavourably; plans, dates, flat
prices and "hold" say nothing for or against.
"""

import random
from typing import NamedTuple

#: {t} is the target, {o} another name, {n} a number, {m} money, {w} a word for when.
FAVOURABLE = """
{t} {rises} {n}%|{t} {rises}|{t} shares {rise} {n} per cent|{t} stock {rises} on strong {result}|{t} {rises} on {good}
{t} up {n}%|{t} ends higher|{t} opens higher on {good}|{t} hits {n}-week high|{t} at record high|{t} touches new high
{t} Q{q} net profit up {n}% at {m}|{t} Q{q} profit {rises} {n}%|{t} {result} {rise} {n} pc
{t} {result} {beat} estimates
{t} posts profit of {m}|{t} Q{q} net at {m}, up {n}%|{t} returns to profit|{t} narrows loss in Q{q}
{t} {result} doubles
Buy {t}, target {m}: {o}|Buy {t} with a target of {m}: {o}|{o} bullish on {t}|{o} upgrades {t} to buy
Accumulate {t}: {o}
{t} top pick of {o}|Positive on {t}: {o}|{t} looks good at current levels: {o}|{t} likely to outperform: {o}
Go long on {t}
{t} can gain {n}%: {o}|Like {t} for the long term: {o}|{t} may rally further: {o}|Time to buy {t}|{t} a good bet: {o}
{o} {falls}; {t} {rises}|{t} {rises} even as {o} {falls}|{t}, {o} lead gains|{t} bags order worth {m}
{t} wins {m} contract
{t} gets approval for {new}|{t} surges on deal with {o}|Gains in {t} lift index|{t} among top gainers
{t} outshines {o}
{t} expects growth of {n}%|{t} sees strong demand|{t} raises guidance|Demand for {t} {rises}|{t} sales up {n}% {w}
{t} to benefit from {good}|{t} to gain from {good}|{t} recovers {n}%|{t} rebounds {w}|{t} snaps losing streak
Overweight on {t}
"""
UNFAVOURABLE = """
{t} {falls} {n}%|{t} {falls}|{t} shares {fall} {n} per cent|{t} stock {falls} on weak {result}|{t} {falls} on {bad}
{t} down {n}%|{t} ends lower|{t} opens lower on {bad}|{t} hits {n}-week low|{t} at record low|{t} touches new low
{t} Q{q} net profit down {n}% at {m}|{t} Q{q} profit {falls} {n}%|{t} {result} {fall} {n} pc
{t} {result} {miss} estimates
{t} posts loss of {m}|{t} Q{q} net loss at {m}|{t} slips into the red|{t} Q{q} loss widens to {m}
{t} reports net loss {w}
Sell {t}, target {m}: {o}|Sell {t} with a target of {m}: {o}|{o} bearish on {t}|{o} downgrades {t} to sell
Avoid {t}: {o}
Stay away from {t}: {o}|Negative on {t}: {o}|{t} looks weak: {o}|{t} likely to underperform: {o}|Go short on {t}
Exit {t}: {o}
{t} can fall {n}%: {o}|Not comfortable with {t}: {o}|{t} may slip further: {o}|Time to book profit in {t}
Cautious on {t}: {o}
{o} {rises}; {t} {falls}|{t} {falls} even as {o} {rises}|{t}, {o} lead losses|{t} loses order worth {m}
{t} under pressure
{t} fined {m}|{t} {falls} after deal with {o} collapses|Losses in {t} drag index|{t} among top losers|{t} lags {o}
{t} cuts guidance|{t} sees weak demand|{t} faces probe|Demand for {t} {falls}|{t} sales down {n}% {w}
{t} defaults on loans
{t} hit by {bad}|{t} to suffer from {bad}|{t} extends losses|{t} snaps winning streak|Worries over {t} deepen
Underweight on {t}
"""
NEUTRAL = """
{t} to issue shares worth {m}|{t} to raise {m} via bonds|{t} board to meet {w}|{t} Q{q} results {w}
{t} to sell stake in {o}
{t} trades flat|{t} steady ahead of {o} data|{t} little changed|{t} ends flat|{t} range-bound {w}
{t} flat in early trade
Hold {t}: {o}|Wait and watch on {t}: {o}|Neutral on {t}: {o}|{t} names new CEO|{t} appoints {o} as chairman
{t} opens unit
{t} plans {new}|{t} launches {new}|{t} to invest {m} in {o}|{t} buys {n}% in {o}|{t} in talks with {o}
{t} signs pact with {o}
What to expect from {t} {w}|{t} to list {w}|{t} sets price band for {new}|{o} to meet {t} {w}|{t} mulls {new}
{t} seeks nod for {new}
{o} {rises} {n}%: {t}|{o} may {rise}: {t}|Sell {o}: {t}|Buy {o}: {t}|{o} looks weak: {t}|Bullish on {o}: {t}
{o} can gain {n}%: {t}
{t} holds {n}% stake in {o}|{t} to consider dividend {w}|{t} files papers with {o}|{t} may see volatility: {o}
Track {t} {w}
"""
WORDS = {
    "rise": "rise jump surge gain rally climb soar advance",
    "rises": "rises jumps surges gains rallies climbs soars advances strengthens firms shines zooms",
    "fall": "fall drop slip slide plunge tumble slump decline",
    "falls": "falls drops slips slides plunges tumbles slumps dips sinks weakens sheds tanks declines",
    "beat": "beat|beats|top|exceeds",
    "miss": "miss|misses|trail|lags",
    "result": "profit|sales|revenue|earnings|net profit|results|exports|output|income",
    "good": "global cues|rate cut hopes|strong demand|buying by funds|upbeat earnings|stimulus hopes|short covering",
    "bad": "global sell-off|profit booking|rate hike fears|weak demand|selling by funds|trade war fears|rising costs",
    "new": "new plant|new fund|new product|share sale|expansion|merger|IPO|mobile app",
    "w": "on Monday|this week|next month|in June quarter|today|in early trade|in 2016",
}
FIRST = (
    "Acme Apex Orion Delta Vertex Kappa Summit Nova Crown Harbor Maple Titan Zenith Alpha Eastern Royal United Central"
)
LAST = "Steel|Motors|Bank|Pharma|Power|Cement|Oil|Airways|Foods|Textiles|Capital|Energy|Telecom|Labs|Infra|Finance|Corp"
COMMON = (
    "gold|oil|crude|rupee|dollar|stocks|shares|markets|bank stocks|auto stocks|bonds|silver|euro|copper|futures|sugar"
)


class Headline(NamedTuple):
    """A made headline, in the form of an example of targets; `label` 0 to 2."""

    sentence: str
    start: int
    end: int
    label: int


def headlines(count: int, seed: int = 11) -> list[Headline]:
    """Make so many headlines, as many of each label."""
    draw = random.Random(seed)
    words = {k: v.split("|") if "|" in v else v.split() for k, v in WORDS.items()}
    patterns = [
        [p for line in text.split("\n") for p in line.split("|") if p] for text in (UNFAVOURABLE, NEUTRAL, FAVOURABLE)
    ]

    def name() -> str:
        if draw.random() < 0.3:
            return draw.choice(COMMON.split("|")).capitalize()
        first = draw.choice(FIRST.split())
        return (
            f"{first} {draw.choice(LAST.split('|'))}"
            if draw.random() < 0.7
            else first.upper()[: draw.choice((3, 4, 9))]
        )

    out = []
    for i in range(count):
        label = i % 3
        parts = {k: draw.choice(v) for k, v in words.items()}
        parts |= {
            "o": name(),
            "n": str(draw.choice((draw.randrange(2, 60), f"{draw.randrange(1, 20)}.{draw.randrange(10)}"))),
            "m": draw.choice(("Rs {} crore", "Rs {}", "${} million", "{} billion")).format(draw.randrange(2, 900)),
            "q": str(draw.randrange(1, 5)),
        }
        pattern = draw.choice(patterns[label])
        before, after = (p.format_map(parts) for p in pattern.split("{t}"))
        target = name()
        if before and target.split(" ")[0].lower() in COMMON:
            target = target.lower()
        out.append(Headline(before + target + after, len(before), len(before) + len(target), label))
    return out
