"""Train the line model that tells an article from the chrome around it, and write its weights as a C++ header.

    python tools/train_chrome.py ../shared/data/articles/chrome.jsonl.gz cpp/tenor/text/chrome_weights.h

A row of the data is {"url", "lines": [{"text", "body"}]}. Features come from the core itself, so that training and use
read the same figures. The second model is trained on what the first says of sites it has not seen. Figures are
cross-validated by site. Deterministic: the same data gives the same file.
"""

import argparse
import gzip
import hashlib
import json
from pathlib import Path
from urllib.parse import urlparse

import numpy as np
from sklearn.linear_model import LogisticRegression

from tenor import _core

FOLDS = 10
#: Inverse strengths of the ridge on the two models; how much more a lost line of body weighs than a kept menu entry.
C_LINE, C_CONTEXT, BODY_WEIGHT = 1.0, 0.3, 3.0
#: A page is also read without its far chrome and as body alone, at this weight: most texts come without menus.
PART_WEIGHT = 0.5
#: Lines of chrome left on either side where the far chrome is cut off.
MARGIN = 6
#: A line is body above these log-odds: the point where both bars are met or nearly so.
THRESHOLD = -0.75


def site(url: str) -> str:
    parts = urlparse(url).netloc.removeprefix("www.").split(".")
    return ".".join(parts[-2:] if len(parts[-2]) > 3 else parts[-3:])


def parts(lines: list[dict]) -> list[tuple[list[dict], float]]:
    body = [i for i, line in enumerate(lines) if line["body"]]
    near = lines[max(0, body[0] - MARGIN) : body[-1] + MARGIN + 1]
    return [(lines, 1.0), (near, PART_WEIGHT), ([lines[i] for i in body], PART_WEIGHT)]


class Sample:
    """One page or a part of it: its features, and which of its lines are body."""

    def __init__(self, lines: list[dict], weight: float, fold: int, whole: bool) -> None:
        self.fold, self.whole = fold, whole
        self.text = "\n\n".join(line["text"] for line in lines)
        spans, self.names, values = _core.chrome_features(self.text, [])
        self.x = np.array(values).reshape(len(spans), -1)
        gold = np.concatenate([np.full(len(line["text"]) + 2, line["body"]) for line in lines])
        self.y = np.array([gold[(start + end) // 2] for start, end in spans], dtype=int)
        self.w = weight * np.where(self.y == 1, BODY_WEIGHT, 1.0)

    def context(self, scores: np.ndarray) -> np.ndarray:
        """Read the page again, knowing what the first model says of its lines."""
        spans, self.context_names, values = _core.chrome_features(self.text, scores.tolist())
        return np.array(values).reshape(len(spans), -1)


def fit(samples: list[Sample], matrices: list[np.ndarray], c: float) -> np.ndarray:
    # The first feature is the constant; the ridge on it is negligible.
    model = LogisticRegression(C=c, max_iter=5000, fit_intercept=False)
    model.fit(np.vstack(matrices), np.concatenate([s.y for s in samples]), np.concatenate([s.w for s in samples]))
    return model.coef_[0]


def held_out(samples: list[Sample], matrices: list[np.ndarray], c: float) -> list[np.ndarray]:
    """Scores of each sample by a model that has not seen its site."""
    scores: list[np.ndarray] = [np.empty(0)] * len(samples)
    for fold in range(FOLDS):
        seen = [i for i, s in enumerate(samples) if s.fold != fold]
        weights = fit([samples[i] for i in seen], [matrices[i] for i in seen], c)
        for i, s in enumerate(samples):
            if s.fold == fold:
                scores[i] = matrices[i] @ weights
    return scores


def figures(samples: list[Sample], scores: list[np.ndarray]) -> tuple[float, float]:
    y = np.concatenate([s.y for s in samples if s.whole])
    kept = np.concatenate([p for s, p in zip(samples, scores, strict=True) if s.whole]) > THRESHOLD
    return float(kept[y == 1].mean()), float((~kept[y == 0]).mean())


def table(name: str, names: list[str], weights: np.ndarray) -> str:
    rows = "\n".join(f"    {w:.4f}F,  // {n}" for n, w in zip(names, weights, strict=True))
    return f"inline constexpr float {name}[{len(names)}] = {{\n{rows}\n}};\n"


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
    first = [s.x for s in samples]
    scores = held_out(samples, first, C_LINE)
    second = [s.context(p) for s, p in zip(samples, scores, strict=True)]
    body, chrome = figures(samples, held_out(samples, second, C_CONTEXT))
    print(f"by site: body kept {body:.3f}, chrome removed {chrome:.3f}")
    # The threshold goes into the constant, so that the core asks only for the sign.
    context = fit(samples, second, C_CONTEXT)
    context[0] -= THRESHOLD
    args.out.write_text(
        "#pragma once\n\n"
        "// Made by tools/train_chrome.py; do not edit.\n"
        f"// Data: {args.data.name}, SHA-256 of its contents {hashlib.sha256(raw).hexdigest()},\n"
        f"// {len(rows)} pages of {len(sites)} sites. Cross-validated by site, without the rules of article.cpp:\n"
        f"// {body:.1%} of body lines kept, {chrome:.1%} of chrome lines removed.\n"
        "namespace tenor::chrome_weights {\n\n"
        "// clang-format off\n"
        f"{table('line', samples[0].names, fit(samples, first, C_LINE))}\n"
        f"{table('context', samples[0].context_names, context)}"
        "// clang-format on\n\n"
        "}  // namespace tenor::chrome_weights\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
