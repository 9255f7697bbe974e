"""Train the model that tells an article from the chrome around it, and write its weights as a C++ header.

    python tools/train_chrome.py ../shared/data/articles/chrome.jsonl.gz cpp/tenor/text/chrome_weights.h

A row of the data is {"url", "lines": [{"text", "body"}]}. The model is a linear-chain conditional random field (see
cpp/tenor/text/chrome_model.h), fitted by maximum likelihood with a ridge. Features come from the core itself, so that
training and use read the same figures. Figures are cross-validated by site: the ridge and the threshold that a fold is
measured with are those that do best on the other folds. Deterministic: the same data gives the same file. Takes some
minutes.
"""

import argparse
import gzip
import hashlib
import json
from pathlib import Path
from urllib.parse import urlparse

import numpy as np
from scipy.optimize import minimize

from tenor import _core

FOLDS = 10
#: Variances of the weights' prior that are tried, and steps of L-BFGS.
VARIANCES = (0.01, 0.03)
STEPS = 60
#: A page is also read without its far chrome and as body alone, at this weight: most texts come without menus.
PART_WEIGHT = 0.5
#: A line whose own words give it away is not left to the model (roles.cpp).
_REASONS = "advertisement share subscription donation related comments navigation copyright legal contact credit"
GIVEN_AWAY = [*_REASONS.split(" "), "media", "separator", "author", "date", "byline", "caption"]
#: Lines of chrome left on either side where the far chrome is cut off.
MARGIN = 6
#: A line is body at this log-odds or more; which of them, the data decide. What is asked of both kinds of lines:
THRESHOLDS = np.arange(-6, 0.25, 0.25)
WANTED = {True: 0.95, False: 0.93}
#: Of one page so many lines of a kind count when a variance and a threshold are chosen: no page decides alone.
MOST = 50

BEFORE, BODY, INSIDE, AFTER = range(4)
#: From a state (row) to the next line's (column); then where a page may begin and end.
ALLOWED = np.array([[1, 1, 0, 0], [0, 1, 1, 1], [0, 1, 1, 0], [0, 0, 0, 1]], float)
FIRST, LAST = np.array([1.0, 1, 0, 0]), np.array([1.0, 1, 0, 1])


def site(url: str) -> str:
    parts = urlparse(url).netloc.removeprefix("www.").split(".")
    return ".".join(parts[-2:] if len(parts[-2]) > 3 else parts[-3:])


def parts(lines: list[dict]) -> list[tuple[list[dict], float]]:
    body = [i for i, line in enumerate(lines) if line["body"]]
    near = lines[max(0, body[0] - MARGIN) : body[-1] + MARGIN + 1]
    return [(lines, 1.0), (near, PART_WEIGHT), ([lines[i] for i in body], PART_WEIGHT)]


class Sample:
    """One page or a part of it: its features, and the state of each of its lines."""

    def __init__(self, lines: list[dict], weight: float, fold: int, whole: bool) -> None:
        self.fold, self.whole, self.weight = fold, whole, weight
        text = "\n\n".join(line["text"] for line in lines)
        spans, self.names, values = _core.chrome_features(text)
        self.x = np.array(values, np.float32).reshape(len(spans), -1)
        self.given_away = self.x[:, [self.names.index(name) for name in GIVEN_AWAY]].any(1)
        gold = np.concatenate([np.full(len(line["text"]) + 2, line["body"]) for line in lines])
        self.y = np.array([gold[(start + end) // 2] for start, end in spans], dtype=bool)
        body = np.flatnonzero(self.y)
        self.states = np.where(self.y, BODY, INSIDE)
        self.states[: body[0]] = BEFORE
        self.states[body[-1] + 1 :] = AFTER


class Batch:
    """Samples side by side, the longest first, so that each step of the forward and backward sums is one for all.

    Rows are sorted by line, then by sample: line k of all samples that have one is ``begin[k]`` to ``begin[k + 1]``.
    """

    def __init__(self, samples: list[Sample]) -> None:
        samples = sorted(samples, key=lambda s: -len(s.x))
        size = np.array([len(s.x) for s in samples])
        self.begin = np.concatenate([[0], np.cumsum([(size > k).sum() for k in range(size[0])])])
        row = np.concatenate([self.begin[:n] + i for i, n in enumerate(size)])
        self.x = np.empty((len(row), samples[0].x.shape[1]), np.float32)
        self.x[row] = np.vstack([s.x for s in samples])
        states = np.empty(len(row), int)
        states[row] = np.concatenate([s.states for s in samples])
        self.gold = np.eye(4)[states]
        self.sample = np.empty(len(row), int)
        self.sample[row] = np.repeat(np.arange(len(size)), size)
        self.weight = np.array([s.weight for s in samples])
        self.seen = np.zeros((4, 4))
        for s in samples:
            np.add.at(self.seen, (s.states[:-1], s.states[1:]), s.weight)

    def marginals(self, scores: np.ndarray, steps: np.ndarray) -> tuple[np.ndarray, float, np.ndarray]:
        """Each line's probability of each state; over the samples, weighted: log partition, and expected steps."""
        begin, lines = self.begin, len(self.begin) - 1
        top = scores.max(1)
        own, step = np.exp(scores - top[:, None]), ALLOWED * np.exp(steps)
        forward, backward, norm = np.empty_like(own), np.empty_like(own), np.empty(len(own))
        ahead = np.empty_like(own)
        for k in range(lines):
            now = slice(begin[k], begin[k + 1])
            n = now.stop - now.start
            value = (FIRST if k == 0 else forward[begin[k - 1] : begin[k - 1] + n] @ step) * own[now]
            norm[now] = value.sum(1)
            forward[now] = value / norm[now, None]
        for k in range(lines - 1, -1, -1):
            now = slice(begin[k], begin[k + 1])
            backward[now] = LAST
            if k + 1 < lines:
                after = slice(begin[k + 1], begin[k + 2])
                ahead[after] = own[after] * backward[after] / norm[after, None]
                backward[begin[k] : begin[k] + after.stop - after.start] = ahead[after] @ step.T
        state = forward * backward
        last = state.sum(1)  # of each sample the same at every line
        expected = np.zeros((4, 4))
        for k in range(1, lines):
            after = slice(begin[k], begin[k + 1])
            n = after.stop - after.start
            before = forward[begin[k - 1] : begin[k - 1] + n] * (self.weight[:n] / last[:n])[:, None]
            expected += step * (before.T @ ahead[after])
        total = np.bincount(self.sample, np.log(norm) + top) + np.log(last[: begin[1]])
        return state / last[:, None], float(self.weight @ total), expected


def fit(samples: list[Sample], variance: float) -> tuple[np.ndarray, np.ndarray]:
    """Weights of the features, (features, 4), and of the steps from state to state, (4, 4)."""
    batch, width = Batch(samples), samples[0].x.shape[1]
    weight = batch.weight[batch.sample, None]
    transposed = np.ascontiguousarray(batch.x.T)

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        w, steps = flat[: width * 4].reshape(width, 4), flat[width * 4 :].reshape(4, 4)
        scores = (batch.x @ w.astype(np.float32)).astype(float)
        state, total, expected = batch.marginals(scores, steps)
        right = (weight * scores * batch.gold).sum() + (batch.seen * steps).sum()
        slope = transposed @ ((state - batch.gold) * weight).astype(np.float32)
        flat_slope = np.concatenate([slope.ravel(), (expected - batch.seen).ravel()]) + flat / variance
        return total - right + (flat**2).sum() / (2 * variance), flat_slope

    found = minimize(loss, np.zeros(width * 4 + 16), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return found.x[: width * 4].reshape(width, 4), found.x[width * 4 :].reshape(4, 4)


def log_odds(sample: Sample, w: np.ndarray, steps: np.ndarray) -> np.ndarray:
    batch = Batch([sample])
    p = batch.marginals((batch.x @ w).astype(float), steps)[0][:, BODY]
    return np.where(sample.given_away, -np.inf, np.log(p + 1e-12) - np.log(1 - p + 1e-12))


def shares(pages: list[tuple[np.ndarray, np.ndarray]], threshold: float, most: float = np.inf) -> tuple[float, float]:
    """Return the shares of body lines kept and of chrome lines removed; of a page at most so many count."""
    right, all_lines = {True: 0.0, False: 0.0}, {True: 0.0, False: 0.0}
    for odds, body in pages:
        for kind in (True, False):
            own = (odds >= threshold)[body == kind] == kind
            counted = min(len(own), most)
            right[kind] += own.mean() * counted if len(own) else 0
            all_lines[kind] += counted
    return right[True] / all_lines[True], right[False] / all_lines[False]


def choose(odds: dict[float, list[tuple[np.ndarray, np.ndarray]]]) -> tuple[float, float]:
    """Return the variance and the threshold that come furthest above what is wanted of both kinds of lines."""

    def above(choice: tuple[float, float]) -> float:
        kept, removed = shares(odds[choice[0]], choice[1], MOST)
        return min(kept - WANTED[True], removed - WANTED[False])

    return max(((v, float(t)) for v in odds for t in THRESHOLDS), key=above)


def table(name: str, rows: np.ndarray, notes: list[str]) -> str:
    lines = ("    {" + ", ".join(f"{w:.4f}F" for w in row) + f"}},  // {n}" for row, n in zip(rows, notes, strict=True))
    return f"inline constexpr float {name}[{len(rows)}][4] = {{\n" + "\n".join(lines) + "\n};\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    raw = gzip.decompress(args.data.read_bytes())
    rows = [json.loads(line) for line in raw.splitlines()]
    sites = sorted({site(r["url"]) for r in rows})
    shuffled = np.random.default_rng(0).permutation(len(sites))
    fold = {sites[j]: k % FOLDS for k, j in enumerate(shuffled)}
    samples = [
        Sample(lines, weight, fold[site(r["url"])], whole=k == 0)
        for r in rows
        for k, (lines, weight) in enumerate(parts(r["lines"]))
    ]
    # Of each whole page the log-odds by models that have not seen its site, one for each variance.
    odds: dict[float, dict[int, tuple[np.ndarray, np.ndarray]]] = {v: {} for v in VARIANCES}
    for k in range(FOLDS):
        for variance in VARIANCES:
            model = fit([s for s in samples if s.fold != k], variance)
            for i, s in enumerate(samples):
                if s.fold == k and s.whole:
                    odds[variance][i] = (log_odds(s, *model), s.y)
    # What a fold is measured with, the other folds choose.
    held_out: list[tuple[np.ndarray, np.ndarray]] = []
    for k in range(FOLDS):
        others = {v: [page for i, page in pages.items() if samples[i].fold != k] for v, pages in odds.items()}
        variance, threshold = choose(others)
        held_out += [(o - threshold, y) for i, (o, y) in odds[variance].items() if samples[i].fold == k]
        print(f"fold {k}: variance {variance}, threshold {threshold}")
    body, chrome = shares(held_out, 0)
    variance, threshold = choose({v: list(pages.values()) for v, pages in odds.items()})
    print(f"by site: body kept {body:.3f}, chrome removed {chrome:.3f}; variance {variance}, threshold {threshold}")
    for t in THRESHOLDS[::2]:
        kept, removed = shares(list(odds[variance].values()), t)
        print(f"by site, log-odds from {t}: body kept {kept:.3f}, chrome removed {removed:.3f}")
    w, steps = fit(samples, variance)
    states = ["from before", "from body", "from inside", "from after"]
    args.out.write_text(
        "#pragma once\n\n"
        "// clang-format off\n"
        "// Made by tools/train_chrome.py; do not edit.\n"
        f"// Data: {args.data.name}, SHA-256 of its contents {hashlib.sha256(raw).hexdigest()},\n"
        f"// {len(rows)} pages of {len(sites)} sites; variance {variance}. Cross-validated by site, with the lines\n"
        f"// that their words give away: {body:.1%} of body lines kept, {chrome:.1%} of chrome lines removed.\n"
        "namespace tenor::chrome_weights {\n\n"
        "// Columns: before the article, its body, chrome inside it, after it.\n"
        f"{table('line', w, samples[0].names)}\n"
        f"{table('step', steps, states)}\n"
        f"inline constexpr float least = {threshold}F;\n"
        "\n}  // namespace tenor::chrome_weights\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
