"""How often the intervals of `tenor.aggregate` hold the true value, in clustered data: the table of docs/figures.md.

    python tests/bench/coverage_aggregation.py [RUNS]

Articles have from a few to a hundred sentences and a leaning of their own, which all their sentences share; over time a
day's reports share the day's leaning, and days that follow each other resemble each other.
"""

import sys

import numpy as np

from tenor.aggregation import STATISTICS
from tenor.aggregation.bootstrap import auto_block, block_sums, interval

FIGURES = ("logratio", "net", "mean", "article_mean", "favourable")


def articles(random, n, lean=None):
    """Return what each of n articles adds up to: sentences, words, P, N, the sum of scores, scores above 0."""
    sentences = np.maximum(1, np.round(np.exp(random.normal(2.5, 0.7, n)))).astype(int)
    own = random.normal(0, 0.8, n) if lean is None else random.normal(0, 0.5, n) + lean
    words = random.poisson(22 * sentences)
    positive = random.poisson(0.03 * np.exp(own / 1.5) * 22 * sentences)
    negative = random.poisson(0.03 * np.exp(0.3 - own / 1.5) * 22 * sentences)
    score = sentences * (0.2 * own - 0.05) + random.normal(0, 0.4 * np.sqrt(sentences))
    above = random.binomial(sentences, 1 / (1 + np.exp(0.5 - 1.2 * own)))
    return {"n": sentences, "words": words, "positive": positive, "negative": negative, "sum": score, "above": above}


def sums(figure, a):
    """Return A and B of each article, from what it adds up to."""
    one = np.ones(len(a["n"]))
    return np.column_stack(
        {
            "logratio": (a["positive"], a["negative"]),
            "net": (a["positive"] - a["negative"], a["words"]),
            "mean": (a["sum"], a["n"]),
            "article_mean": (a["sum"] / a["n"], one),
            "favourable": (a["above"], a["n"]),
        }[figure]
    ).astype(float)


def truth(figure, draw):
    """Return the value of a million articles or so."""
    a, b = sums(figure, draw).sum(axis=0)
    return STATISTICS[figure].value(a, b)


def clustered(runs, counts=(5, 8, 12, 20, 40, 100), replicates=999, seed=1):
    """Yield (articles, figure, share covered, share covered if sentences were independent)."""
    true = {f: truth(f, articles(np.random.default_rng(seed + 1000), 1_000_000)) for f in FIGURES}
    for n in counts:
        random = np.random.default_rng([seed, n])
        draws = [articles(random, n) for _ in range(runs)]
        for name in FIGURES:
            figure, hit, naive = STATISTICS[name], 0, 0
            for i, draw in enumerate(draws):
                s = sums(name, draw)
                value = figure.value(*s.sum(axis=0))
                found = interval(figure, s, value, replicates=replicates, seed=[seed, i])
                hit += found.low <= true[name] <= found.high
                naive += abs(value - true[name]) <= 1.96 * _naive(name, draw, s)
            yield n, name, hit / runs, naive / runs


def _naive(name, draw, s):
    """Return the standard error if every sentence (every hit) were drawn on its own."""
    a, b = s.sum(axis=0)
    n = draw["n"].sum()
    if name == "logratio":
        return np.sqrt(1 / (a + 0.5) + 1 / (b + 0.5))
    if name == "net":
        return 100 * np.sqrt(draw["positive"].sum() + draw["negative"].sum()) / b
    if name == "favourable":
        return np.sqrt(a / b * (1 - a / b) / n)
    return 0.42 / np.sqrt(n)


def over_time(runs, spans=(90, 180, 365), replicates=999, seed=1, carry=0.6):
    """Yield (days, figure, covered by blocks of days, covered by articles), with about five articles a day."""
    noise = np.random.default_rng(seed + 2000).normal(0, 0.5, 400_000)
    true = {f: truth(f, articles(np.random.default_rng(seed + 3000), 400_000, noise)) for f in ("logratio", "mean")}
    for span in spans:
        random = np.random.default_rng([seed, span])
        hits = {name: np.zeros(2) for name in true}
        for i in range(runs):
            lean = random.normal(0, 0.5, span)
            for d in range(1, span):  # variance stays 0.25
                lean[d] = carry * lean[d - 1] + np.sqrt(1 - carry**2) * lean[d]
            day = np.sort(random.integers(0, span, 5 * span))
            draw = articles(random, 5 * span, lean[day])
            length = auto_block(span)
            for name in true:
                s, figure = sums(name, draw), STATISTICS[name]
                value = figure.value(*s.sum(axis=0))
                daily = np.column_stack([np.bincount(day, weights=x, minlength=span) for x in s.T])
                options = {"replicates": replicates, "seed": [seed, i]}
                blocks = interval(figure, block_sums(daily, length), value, drawn=span / length, **options)
                plain = interval(figure, s, value, **options)
                hits[name] += [x.low <= true[name] <= x.high for x in (blocks, plain)]
        for name, found in hits.items():
            yield span, name, *(found / runs)


def main():
    """Print both tables, in percent."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    print("articles  figure        covered  naive")
    for n, name, share, naive in clustered(runs):
        print(f"{n:8}  {name:12}  {100 * share:7.1f}  {100 * naive:5.1f}", flush=True)
    print("carry  days  figure        by blocks  by articles")
    for carry in (0.6, 0.8):
        for span, name, blocks, plain in over_time(runs, carry=carry):
            print(f"{carry:5}  {span:4}  {name:12}  {100 * blocks:9.1f}  {100 * plain:11.1f}", flush=True)


if __name__ == "__main__":
    main()
