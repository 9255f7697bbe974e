"""Train the model that tells an article from the chrome around it, and write its weights as a C++ header.

    python tools/train_chrome.py ../shared/data/articles/chrome.jsonl.gz cpp/tenor/text/chrome_weights.h

A row of the data is {"url", "lines": [{"text", "body"}]}. The model is a linear-chain conditional random field (see
cpp/tenor/text/chrome_model.h), fitted by maximum likelihood with a ridge. Features come from the core itself, so that
training and use read the same figures. Figures are cross-validated by site. Deterministic: the same data gives the
same file. Takes some minutes.
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
#: Variance of the weights' prior, and steps of L-BFGS: chosen by the figures on sites not seen.
VARIANCE, STEPS = 0.05, 60
#: A page is also read without its far chrome and as body alone, at this weight: most texts come without menus.
PART_WEIGHT = 0.5
#: Lines of chrome left on either side where the far chrome is cut off.
MARGIN = 6
#: A line is body at this log-odds or more: a lost paragraph weighs more than a kept menu entry.
THRESHOLD = -3.0

BEFORE, BODY, INSIDE, AFTER = range(4)
NEVER = -1e30
#: From a state (row) to the next line's (column); then where a page may begin and end.
ALLOWED = np.where(np.array([[1, 1, 0, 0], [0, 1, 1, 1], [0, 1, 1, 0], [0, 0, 0, 1]]), 0.0, NEVER)
FIRST, LAST = np.array([0, 0, NEVER, NEVER]), np.array([0, 0, NEVER, 0])


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
        gold = np.concatenate([np.full(len(line["text"]) + 2, line["body"]) for line in lines])
        self.y = np.array([gold[(start + end) // 2] for start, end in spans], dtype=bool)
        body = np.flatnonzero(self.y)
        self.states = np.where(self.y, BODY, INSIDE)
        self.states[: body[0]] = BEFORE
        self.states[body[-1] + 1 :] = AFTER


def log_sum(x: np.ndarray, axis: int) -> np.ndarray:
    top = x.max(axis, keepdims=True)
    return (top + np.log(np.exp(x - top).sum(axis, keepdims=True))).squeeze(axis)


class Batch:
    """Samples side by side, so that each step of the forward and backward sums is one for all of them."""

    def __init__(self, samples: list[Sample]) -> None:
        self.size = np.array([len(s.x) for s in samples])
        self.sample = np.repeat(np.arange(len(samples)), self.size)
        self.line = np.concatenate([np.arange(n) for n in self.size])
        self.x = np.vstack([s.x for s in samples])

    def marginals(self, scores: np.ndarray, steps: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Each line's probability of each state, each sample's log partition, each one's expected steps."""
        n, most = len(self.size), self.size.max()
        own = np.zeros((most, n, 4))
        own[self.line, self.sample] = scores
        there = np.arange(most)[:, None] < self.size
        step = ALLOWED + steps
        forward, backward = np.empty_like(own), np.empty_like(own)
        forward[0], backward[-1] = own[0] + FIRST, LAST
        for k in range(1, most):
            value = log_sum(forward[k - 1][:, :, None] + step, 1) + own[k]
            forward[k] = np.where(there[k][:, None], value, forward[k - 1])
        for k in range(most - 2, -1, -1):
            value = log_sum(step + (own[k + 1] + backward[k + 1])[:, None, :], 2)
            backward[k] = np.where(there[k + 1][:, None], value, LAST)
        total = log_sum(forward[-1] + LAST, 1)
        state = np.exp(forward + backward - total[:, None])
        pairs = forward[:-1, :, :, None] + step + (own[1:] + backward[1:])[:, :, None, :] - total[:, None, None]
        return state[self.line, self.sample], total, (np.exp(pairs) * there[1:, :, None, None]).sum(0)


def fit(samples: list[Sample]) -> tuple[np.ndarray, np.ndarray]:
    """Weights of the features, (features, 4), and of the steps from state to state, (4, 4)."""
    batch, width = Batch(samples), samples[0].x.shape[1]
    gold = np.eye(4)[np.concatenate([s.states for s in samples])]
    weight = np.array([s.weight for s in samples])
    seen = np.zeros((len(samples), 4, 4))
    for i, s in enumerate(samples):
        np.add.at(seen[i], (s.states[:-1], s.states[1:]), 1)

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        w, steps = flat[: width * 4].reshape(width, 4), flat[width * 4 :].reshape(4, 4)
        scores = (batch.x @ w.astype(np.float32)).astype(float)
        state, total, pairs = batch.marginals(scores, steps)
        right = np.bincount(batch.sample, (scores * gold).sum(1)) + (seen * steps).sum((1, 2))
        value = (weight * (total - right)).sum() + (flat**2).sum() / (2 * VARIANCE)
        slope = batch.x.T @ ((state - gold) * weight[batch.sample, None]).astype(np.float32)
        steps_slope = ((pairs - seen) * weight[:, None, None]).sum(0)
        return value, np.concatenate([slope.ravel(), steps_slope.ravel()]) + flat / VARIANCE

    found = minimize(loss, np.zeros(width * 4 + 16), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return found.x[: width * 4].reshape(width, 4), found.x[width * 4 :].reshape(4, 4)


def log_odds(samples: list[Sample], w: np.ndarray, steps: np.ndarray) -> np.ndarray:
    batch = Batch(samples)
    p = batch.marginals((batch.x @ w).astype(float), steps)[0][:, BODY]
    return np.log(p + 1e-12) - np.log(1 - p + 1e-12)


def held_out(samples: list[Sample]) -> tuple[np.ndarray, np.ndarray]:
    """Of the lines of whole pages, the log-odds by a model that has not seen their site, and whether they are body."""
    odds, gold = [], []
    for fold in range(FOLDS):
        model = fit([s for s in samples if s.fold != fold])
        tested = [s for s in samples if s.fold == fold and s.whole]
        odds.append(log_odds(tested, *model))
        gold += [s.y for s in tested]
    return np.concatenate(odds), np.concatenate(gold)


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
    odds, gold = held_out(samples)
    for threshold in (-6.0, -5.0, -4.0, -3.5, -3.0, -2.5, -2.0, -1.5, -1.0, 0.0):
        kept, removed = (odds[gold] >= threshold).mean(), (odds[~gold] < threshold).mean()
        print(f"by site, log-odds from {threshold}: body kept {kept:.3f}, chrome removed {removed:.3f}")
    body, chrome = (odds[gold] >= THRESHOLD).mean(), (odds[~gold] < THRESHOLD).mean()
    w, steps = fit(samples)
    states = ["from before", "from body", "from inside", "from after"]
    args.out.write_text(
        "#pragma once\n\n"
        "// clang-format off\n"
        "// Made by tools/train_chrome.py; do not edit.\n"
        f"// Data: {args.data.name}, SHA-256 of its contents {hashlib.sha256(raw).hexdigest()},\n"
        f"// {len(rows)} pages of {len(sites)} sites. Cross-validated by site, without the rules of roles.cpp:\n"
        f"// {body:.1%} of body lines kept, {chrome:.1%} of chrome lines removed.\n"
        "namespace tenor::chrome_weights {\n\n"
        "// Columns: before the article, its body, chrome inside it, after it.\n"
        f"{table('line', w, samples[0].names)}\n"
        f"{table('step', steps, states)}\n"
        f"inline constexpr float least = {THRESHOLD}F;\n"
        "\n}  // namespace tenor::chrome_weights\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
