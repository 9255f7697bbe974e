"""Make tools/news_fitted.tsv: valences of the news lexicon's words, moved towards what human ratings say of them.

Ridge regression of what the rules leave of each rating (ratings of snippets by Hutto & Gilbert 2014, MIT; polarities of
NewsMTSC's training sentences, MIT, averaged over a sentence's targets) on the words that were found, each counted as
the rules change it (a negated word -0.74), shrunk towards the valence it has. No word is added, none changes its sign,
and none moves by more than 1: the reading by hand stays. No sentence is kept.

    python tools/fit_news_valences.py ../shared/data [--check]

--check leaves one kind of text out in turn, fits on the others, and prints Pearson's r before and after on the one left
out, and on SEntFiN's headlines, which nothing is ever fitted on.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

import numpy as np
from learn_news_lexicon import load
from make_news_lexicon import TOOLS, terms, unfitted
from scipy.sparse import csr_matrix, vstack
from scipy.sparse.linalg import lsqr

from tenor import _core
from tenor.lexicon import table
from tenor.sentiment import NEGATOR

RIDGE, LEAST, FARTHEST, ALPHA = 5.0, 5, 1.0, 15.0
Rows = list[dict[str, float]]
# Words of events and hopes, which reviews use of plots and products: these keep the valence they have, and so do the
# sections of tools/news_lexicon.txt on these subjects.
SECTIONS = ("diplomacy", "war and violence", "law, rights, misconduct", "economy")
KEPT = """
war wars murder murders murderous killer violence violent horror tragedy tragic victim victims suffering blast
fight fighting assault attack attacks revenge emergency lynch hell blood bloody hope hopes hoping hopefully
hand heart gift peace positive negative weapon weapons prison death dead died disaster agree agreed support
supports supported progress
"""


def kept() -> set[str]:
    out, section = set(KEPT.split()), ""
    for line in (TOOLS / "news_lexicon.txt").read_text("utf-8").splitlines():
        section = line[2:] if line.startswith("# ") else section
        if section in SECTIONS:
            out |= {term for term, _ in terms(line)}
    return out


def squeeze(total: np.ndarray) -> np.ndarray:
    return total / np.sqrt(total * total + ALPHA)


def read(texts: list[str], valences: dict[str, float]) -> tuple[Rows, np.ndarray]:
    """Of each text: how often each word counts after the rules, and the sum of its valences."""
    scorer = _core.NewsScorer(list(valences.items()), table("emoji.tsv"), NEGATOR)
    rows, totals = Rows(), []
    for text in texts:
        shares = scorer.explain(text)
        score = sum(value for *_, value, _ in shares)
        scale = np.sqrt(ALPHA / (1 - score * score))
        row = Counter[str]()
        for start, end, value, _ in shares:
            term = text[start:end].lower().replace("’", "'").replace("-", " ")
            term = term if term in valences else term.removesuffix("'s")
            if valences.get(term):
                row[term] += value * scale / valences[term]
        rows.append(row)
        totals.append(score * scale)
    return rows, np.array(totals)


def fit(parts: list[tuple[Rows, np.ndarray, np.ndarray]], valences: dict[str, float]) -> dict[str, float]:
    """Return the valences that change."""
    still = kept()
    seen = Counter(term for rows, _, _ in parts for row in rows for term in row)
    column = {t: i for i, t in enumerate(t for t, n in sorted(seen.items()) if n >= LEAST and t not in still)}
    matrices, left = [], []
    for rows, totals, ratings in parts:
        slope, level = np.polyfit(np.clip(totals, -8, 8), ratings, 1)
        rest = (ratings - level) / slope - np.clip(totals, -8, 8)  # in the unit of valences
        cells = [(i, column[t], v) for i, row in enumerate(rows) for t, v in row.items() if t in column]
        i, j, v = zip(*cells, strict=True)
        matrices.append(csr_matrix((v, (i, j)), shape=(len(rows), len(column))) / rest.std())
        left.append(rest / rest.std())
    moved = lsqr(vstack(matrices).tocsr(), np.concatenate(left), damp=RIDGE**0.5, iter_lim=100)[0]
    out = {}
    for term, i in column.items():
        old = valences[term]
        new = old + float(np.clip(moved[i], -FARTHEST, FARTHEST))
        out[term] = round(max(new, 0.25 * old) if old > 0 else min(new, 0.25 * old), 1)
    return {term: new for term, new in out.items() if new != round(valences[term], 1) and new != 0}


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("data", type=Path)
    ap.add_argument("--check", action="store_true")
    args = ap.parse_args()
    valences = unfitted()
    data = load(args.data)
    parts = {name: (*read(texts, valences), ratings) for name, (texts, ratings) in data.items()}
    if not args.check:
        fitted = fit(list(parts.values()), valences)
        (TOOLS / "news_fitted.tsv").write_text("".join(f"{t}\t{v:g}\n" for t, v in sorted(fitted.items())), "utf-8")
        print(len(fitted), "words")
        return
    lines = (args.data / "targets/sentfin_headlines.jsonl").read_text("utf-8").splitlines()
    headlines = [json.loads(line) for line in lines]
    data["sentfin"] = (
        [row["sentence"] for row in headlines],
        np.array([np.mean([t["polarity"] for t in row["targets"]]) for row in headlines]),
    )
    for held, (texts, ratings) in data.items():
        fitted = fit([part for name, part in parts.items() if name != held], valences)
        r = [
            np.corrcoef(squeeze(read(texts, chosen)[1]), ratings)[0, 1] for chosen in (valences, {**valences, **fitted})
        ]
        print(f"{held:12} {r[0]:.3f} -> {r[1]:.3f}  ({len(fitted)} words fitted on the others)")


if __name__ == "__main__":
    main()
