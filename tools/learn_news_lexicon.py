"""Learn candidates for tools/news_learnt.tsv: valences of words that the lexica do not know, from rated sentences.

Ridge regression of what the present scorer leaves of each rating (ratings of snippets by Hutto & Gilbert 2014, MIT;
polarities of NewsMTSC, MIT, averaged over a sentence's targets) on the words it does not know; a word after a
negation counts -0.74. A word is a candidate where at least two kinds of text agree on its sign; no sentence is kept.
Most candidates belong to one trade ("battery", "plot") or are names, and did not carry over to a kind of text that
was left out: tools/news_learnt.tsv holds the part that a reading by hand let through.

    python tools/learn_news_lexicon.py ../shared/data [--without mtsc]
"""

import argparse
import json
import re
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, vstack
from scipy.sparse.linalg import lsqr

import tenor
from tenor.sentiment import shipped

NEGATIONS = {"not", "no", "never", "without", "nor", "neither", "cannot", "hardly"}


def load(data: Path) -> dict[str, tuple[list[str], np.ndarray]]:
    out = {}
    for name in ("movieReview", "amazonReview", "tweets"):
        path = next((data / "sentiment").glob(name + "*"))
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        out[name] = ([r["text"] for r in rows], np.array([r["rating"] for r in rows]))
    rows = [json.loads(line) for line in (data / "targets/newsmtsc_train.jsonl").read_text("utf-8").splitlines()]
    polarity = np.array([np.mean([t["polarity"] for t in r["targets"]]) for r in rows])
    out["mtsc"] = ([r["sentence"] for r in rows], 2 * polarity)
    return out


def words(text: str) -> list[tuple[str, float]]:
    tokens = re.findall(r"[a-z]+(?:'[a-z]+)?", text.replace("’", "'").lower())
    negated = [t in NEGATIONS or t.endswith("n't") for t in tokens]
    return [(t, -0.74 if any(negated[max(0, i - 3) : i]) else 1.0) for i, t in enumerate(tokens)]


def learn(data: dict[str, tuple[list[str], np.ndarray]], known: set[str], ridge: float) -> dict[str, float]:
    scorer = tenor.Sentiment("news")
    counts = {name: Counter(w for t in texts for w in {w for w, _ in words(t)}) for name, (texts, _) in data.items()}
    total = sum(counts.values(), Counter())
    column = {w: i for i, (w, n) in enumerate(total.items()) if n >= 6 and w not in known and len(w) > 3}
    column = {w: i for i, w in enumerate(column)}
    solved, matrices, targets = {}, [], []
    for name, (texts, y) in data.items():
        prior = scorer.score(texts)
        slope, level = np.polyfit(prior, y, 1)
        rows = [(i, column[w], s) for i, t in enumerate(texts) for w, s in words(t) if w in column]
        i, j, s = zip(*rows, strict=True)
        m = csr_matrix((s, (i, j)), shape=(len(texts), len(column)))
        rest = y - slope * prior - level
        solved[name] = lsqr(m, rest, damp=ridge**0.5)[0]
        matrices.append(m)
        targets.append(rest)
    weight = lsqr(vstack(matrices), np.concatenate(targets), damp=ridge**0.5)[0]
    out = {}
    for w, i in column.items():
        seen = [n for n in data if counts[n][w] >= 3]
        agree = sum(np.sign(solved[n][i]) == np.sign(weight[i]) for n in seen)
        if len(seen) >= 2 and agree == len(seen) and abs(weight[i]) >= 0.12:
            out[w] = float(np.clip(3 * weight[i], -2.5, 2.5))
    return out


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("data", type=Path)
    ap.add_argument("--ridge", type=float, default=12)
    ap.add_argument("--without", default="", help="leave one kind of text out, to measure on it")
    ap.add_argument("--out", type=Path, default=Path("candidates.tsv"))
    args = ap.parse_args()
    data = {n: d for n, d in load(args.data).items() if n != args.without}
    learnt = learn(data, set(shipped("news")), args.ridge)
    args.out.write_text("".join(f"{w}\t{v:.1f}\n" for w, v in sorted(learnt.items())), "utf-8")
    print(len(learnt), "words")


if __name__ == "__main__":
    main()
