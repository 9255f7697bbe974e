"""Train the model of target-dependent sentiment and write python/tenor/data/stance_linear.bin.

    python tools/train_stance.py [--check]

Data: NewsMTSC's training part (Hamborg and Donnay 2021, MIT), tools/stance_classes.txt (ours) and VADER's valences
(MIT). Features come from the installed tenor itself, so run it again whenever words or features change: build, train,
build. Deterministic: no random number is drawn but the choice of masked examples, which a hash of the row makes.

Model: multinomial logistic regression with an L2 penalty, its features scaled by family, weights as int8 in a table
of hashed features. In MASKED of the training examples the target's words are replaced by one that says nothing, so
that no name is learnt to be bad. Figures come from cross-validation by article (five folds); the temperature that
calibrates the probabilities is fitted on the same held-out folds.
"""

import argparse
import hashlib
import json
import struct
from collections import Counter
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from scipy.optimize import minimize, minimize_scalar

from tenor import _core

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared/data/targets/newsmtsc_train.jsonl"
OTHER = ROOT.parent / "shared/data/targets/sentfin_headlines.jsonl"
CLASSES = ROOT / "tools/stance_classes.txt"
VALENCES = ROOT / "python/tenor/data/vader_lexicon.tsv"
OUT = ROOT / "python/tenor/data/stance_linear.bin"

SLOTS = 1 << 18
FOLDS = 5
MASKED = 0.4
L2 = 3.0
SCALE = 0.3
SCALES = {}  # by family, where it is not SCALE
MASK = "Someone"


def read(path):
    """Return sentences, starts, ends, labels 0 to 2, and the fold of each target's article."""
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        r = json.loads(line)
        article = "_".join(r["id"].split("_")[:3])
        fold = int(hashlib.sha256(article.encode()).hexdigest(), 16) % FOLDS
        rows += [(r["sentence"], t["start"], t["end"], t["polarity"] + 1, fold) for t in r["targets"]]
    sentences, starts, ends, labels, folds = zip(*rows, strict=True)
    return list(sentences), list(starts), list(ends), np.array(labels), np.array(folds)


def mask(sentences, starts, ends):
    """Replace each target by a word that says nothing."""
    masked = [s[:a] + MASK + s[b:] for s, a, b in zip(sentences, starts, ends, strict=True)]
    return masked, starts, [a + len(MASK) for a in starts]


def valences():
    """Return VADER's words, one a line with its valence; its emoticons are left out."""
    lines = VALENCES.read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t")[:2] for line in lines if line and not line.startswith("#")]
    return "".join(f"{w}\t{v}\n" for w, v in pairs if w[0].isalpha())


class Rows:
    """Features of targets, as the core extracts them: ids, values, and the family of each id."""

    def __init__(self, words, sentences, starts, ends):
        self.begins, self.ids, self.values, self.families, self.names = _core.target_features(
            *words, sentences, starts, ends
        )

    def matrix(self, columns, scale):
        """One row a target; ids that are not among the sorted `columns` are dropped."""
        at = np.minimum(np.searchsorted(columns, self.ids), len(columns) - 1)
        value = np.where(columns[at] == self.ids, self.values, 0)
        m = sp.csr_matrix((value, at, self.begins), (len(self.begins) - 1, len(columns)), dtype=np.float32)
        m.sum_duplicates()
        m.eliminate_zeros()
        return (m @ sp.diags(scale)).tocsr()


def choose(rows):
    """Return the sorted ids that two examples have, where no more frequent id has their slot, and their families."""
    ids, first, count = np.unique(rows.ids, return_index=True, return_counts=True)
    family = rows.families[first]
    order = np.lexsort((ids, -count))
    _, kept = np.unique(ids[order] & np.uint64(SLOTS - 1), return_index=True)
    kept = np.sort(order[kept])
    kept = kept[count[kept] >= 2]
    return ids[kept], family[kept]


def fit(x, y, l2=L2, iterations=45):
    """Fit a multinomial logistic regression by L-BFGS."""
    d = x.shape[1]
    xt = x.T.tocsr()
    truth = np.eye(3, dtype=np.float32)[y]

    def loss(w):
        weights, bias = w[: 3 * d].reshape(d, 3).astype(np.float32), w[3 * d :].astype(np.float32)
        z = x @ weights + bias
        z -= z.max(1, keepdims=True)
        e = np.exp(z)
        total = e.sum(1, keepdims=True)
        value = np.log(total).sum() - (z * truth).sum() + 0.5 * l2 * (weights * weights).sum()
        error = e / total - truth
        return float(value), np.concatenate([(xt @ error + l2 * weights).ravel(), error.sum(0)]).astype(float)

    options = {"maxiter": iterations, "maxcor": 6}
    w = minimize(loss, np.zeros(3 * d + 3), jac=True, method="L-BFGS-B", options=options).x
    return w[: 3 * d].reshape(d, 3), w[3 * d :]


def softmax(z):
    e = np.exp(z - z.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def macro_f1(y, p):
    hit = np.array([((y == c) & (p == c)).sum() for c in range(3)])
    total = np.array([(y == c).sum() + (p == c).sum() for c in range(3)])
    return float(np.mean(2 * hit / np.maximum(total, 1)))


def calibration_error(y, p, bins=15):
    """Return the expected calibration error of the likeliest class (Guo et al. 2017)."""
    sure, right = p.max(1), p.argmax(1) == y
    at = np.minimum((sure * bins).astype(int), bins - 1)
    return sum(abs((sure - right)[at == b].sum()) for b in range(bins)) / len(y)


def log_loss(y, p):
    return float(-np.log(p[np.arange(len(y)), y]).mean())


def learn(rows, masked_rows, y, chosen):
    """Choose features and fit on the examples `chosen`, MASKED of them with the target masked."""
    ids, family = choose(rows)
    scale = np.array([SCALES.get(n, SCALE) for n in rows.names], dtype=np.float32)[family]
    x, xm = rows.matrix(ids, scale), masked_rows.matrix(ids, scale)
    turn = np.arange(len(y)) * 0.6180339887 % 1 < MASKED  # evenly spread, the same every time
    x = sp.vstack([x[chosen & ~turn], xm[chosen & turn]], format="csr")
    weights, bias = fit(x, np.concatenate([y[chosen & ~turn], y[chosen & turn]]))
    return ids, family, scale, weights, bias


def pack(card, words, n_families, ids, family, weights, bias):
    """Return the weights file: see cpp/tenor/stance/linear.cpp, which reads it."""
    top = np.zeros(n_families)
    np.maximum.at(top, family, np.abs(weights).max(1))
    scales = (np.maximum(top, 1e-9) / 127).astype(np.float32)
    slots = np.zeros((SLOTS, 4), dtype=np.int8)
    at = (ids & np.uint64(SLOTS - 1)).astype(np.int64)
    check = (ids >> np.uint64(56)).astype(np.uint8)
    slots[at, 0] = np.where(check == 0, 1, check).astype(np.uint8).view(np.int8)
    slots[at, 1:] = np.rint(weights / scales[family, None]).astype(np.int8)

    def block(data):
        return struct.pack("<I", len(data)) + data

    head = b"tenor-target-1\n" + block(json.dumps(card, indent=1).encode())
    head += b"".join(block(w.encode()) for w in words) + block(scales.tobytes())
    return head + struct.pack("<3d", *(bias - bias.mean())) + block(slots.tobytes())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="cross-validate only, write nothing")
    args = parser.parse_args()
    words = (CLASSES.read_text(encoding="utf-8"), valences())
    sentences, starts, ends, y, folds = read(DATA)
    rows = Rows(words, sentences, starts, ends)
    masked_rows = Rows(words, *mask(sentences, starts, ends))
    z, zm = np.zeros((len(y), 3)), np.zeros((len(y), 3))
    for k in range(FOLDS):
        out = folds == k
        ids, _, scale, weights, bias = learn(rows, masked_rows, y, ~out)
        z[out] = rows.matrix(ids, scale)[out] @ weights + bias
        zm[out] = masked_rows.matrix(ids, scale)[out] @ weights + bias
    heat = float(minimize_scalar(lambda t: log_loss(y, softmax(z / t)), bounds=(0.3, 3), method="bounded").x)
    p = softmax(z / heat)
    count = Counter(sentences)
    several = np.array([count[s] > 1 for s in sentences])
    figures = {
        "macro_f1": macro_f1(y, p.argmax(1)),
        "accuracy": float((p.argmax(1) == y).mean()),
        "macro_f1_several_targets": macro_f1(y[several], p[several].argmax(1)),
        "macro_f1_masked": macro_f1(y, zm.argmax(1)),
        "calibration_error": float(calibration_error(y, p)),
        "log_loss": log_loss(y, p),
    }
    ids, family, scale, weights, bias = learn(rows, masked_rows, y, np.ones(len(y), dtype=bool))
    if OTHER.exists():
        s, a, b, yo, _ = read(OTHER)
        zo = Rows(words, s, a, b).matrix(ids, scale) @ weights + bias
        figures["macro_f1_finance_headlines"] = macro_f1(yo, zo.argmax(1))
    print(*(f"{k} {v:.4f}" for k, v in figures.items()), f"temperature {heat:.3f}", f"features {len(ids)}", sep="\n")
    if args.check:
        return
    card = {
        "model": "multinomial logistic regression, L2, hashed features, int8",
        "data": "NewsMTSC training part",
        "sha256": hashlib.sha256(DATA.read_bytes()).hexdigest(),
        "targets": len(y),
        "seed": None,
        "l2": L2,
        "masked": MASKED,
        "temperature": round(heat, 4),
        "features": len(ids),
        "cross_validation": {k: round(v, 4) for k, v in figures.items()},
    }
    data = pack(card, words, len(rows.names), ids, family, weights * scale[:, None] / heat, bias / heat)
    OUT.write_bytes(data)
    print(f"{OUT.relative_to(ROOT)}: {len(data)} bytes")


if __name__ == "__main__":
    main()
