"""Write python/tenor/data/stance_gated.bin from what tools/distil_stance.py learnt, with figures.

    python tools/train_stance.py [--check] [--folder build/stance] [--distilled build/distilled]

The model of all articles is fitted a little further, with headlines about markets (tools/stance_markets.py) among the
examples, calibrated by one temperature, and written as whole numbers. The temperature is fitted on what the folds'
models say of their own folds, before that last step; the step itself is checked on one fold. All figures are of
held-out articles, or of data that no model was fitted to.
"""

import argparse
import hashlib
import json
import lzma
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import torch
from distil_stance import DATA, HIDDEN, OTHER, ROOT, Device, hidden, macro_f1, softmax
from numpy.typing import NDArray
from parser_export import STATE, scale_for, to_int8
from scipy.optimize import minimize_scalar
from stance_examples import FOLDS, Inventory, Windows, read_examples
from stance_markets import headlines
from stance_network import MASKED, Batches, Network, fit, predict
from torch import Tensor

OUT = ROOT / "python/tenor/data/stance_gated.bin"
MODEL = "student"
#: The last step: how many made headlines, and their part of the examples drawn.
HEADLINES, PART = 9000, 0.2
STEPS, SIZE, RATE, FREE = 400, 256, 7e-4, 60_000


def calibration_error(y: NDArray[Any], p: NDArray[Any], bins: int = 15) -> float:
    """Return the expected calibration error of the likeliest class (Guo et al. 2017)."""
    sure, right = p.max(1), p.argmax(1) == y
    at = np.minimum((sure * bins).astype(int), bins - 1)
    return float(sum(abs((sure - right)[at == b].sum()) for b in range(bins)) / len(y))


def log_loss(y: NDArray[Any], p: NDArray[Any]) -> float:
    return float(-np.log(p[np.arange(len(y)), y]).mean())


def figures_of(said: Any, name: str, several: NDArray[Any], y: NDArray[Any], part: NDArray[Any]) -> Any:
    """Return a model's figures on held-out folds, and its temperature."""
    z, masked = np.zeros((len(y), 3)), np.zeros((len(y), 3))
    for k in range(FOLDS):
        z[part == k] = said[f"{k}/{name}_gold"][part == k]
        masked[part == k] = said[f"{k}/{name}_masked"][part == k]
    heat = float(minimize_scalar(lambda t: log_loss(y, softmax(z / t)), bounds=(0.3, 4), method="bounded").x)
    p = softmax(z / heat)
    other = np.array([e.label for e in read_examples(OTHER)])
    return {
        "macro_f1": macro_f1(y, p.argmax(1)),
        "accuracy": float((p.argmax(1) == y).mean()),
        "macro_f1_several_targets": macro_f1(y[several], p[several].argmax(1)),
        "macro_f1_masked": macro_f1(y, masked.argmax(1)),
        "macro_f1_finance_headlines": macro_f1(other, said[f"{FOLDS}/{name}_other"].argmax(1)),
        "calibration_error": calibration_error(y, p),
        "log_loss": log_loss(y, p),
    }, heat


@torch.no_grad()
def write(path: Path, network: Network, inventory: Inventory, heat: float, card: dict[str, Any], seen: Any) -> None:
    """Write the model as whole numbers; `seen` are windows whose values say how far the scales must reach."""
    network.eval()
    tensors: dict[str, NDArray[Any]] = {}
    words, affixes = network.words.weight, network.affixes.weight
    word_scale = float(torch.quantile(words.abs().flatten()[:: max(1, words.numel() // 1_000_000)], 0.9999)) / 127
    affix_scale = float(affixes.abs().max()) / 127
    tensors["words"] = np.clip(np.round(words.numpy() / word_scale), -127, 127).astype(np.int8)
    tensors["affixes"] = np.round(affixes.numpy() / affix_scale).astype(np.int8)
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

    inward = network.inward.weight.clone()
    inward[:, : words.shape[1]] *= word_scale
    inward[:, words.shape[1] :] *= affix_scale
    linear("inward", inward, network.inward.bias, 1.0)
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
    lines = ["tenor target 1", "# " + json.dumps(card), "names dilations " + " ".join(map(str, network.dilations))]
    types = {"int8": "i1", "uint32": "u4", "float32": "f4"}
    lines += [f"tensor {k} {types[str(v.dtype)]} {v.shape[0]} {v.shape[1]}" for k, v in tensors.items()]
    body = b"".join(np.ascontiguousarray(v).astype(v.dtype.newbyteorder("<")).tobytes() for v in tensors.values())
    path.write_bytes(("\n".join([*lines, "end"]) + "\n").encode() + body)


def batches(examples: list[Any], inventory: Inventory) -> Batches:
    """Windows of targets, as the network reads them."""
    from tenor import Segmenter

    windows = Windows.cut(examples, Segmenter().words)
    length = np.diff(windows.begins)
    real = np.arange(length.max()) < length[:, None]
    tokens, places = np.zeros(real.shape, np.int32), np.zeros(real.shape, np.int64)
    tokens[real], places[real] = windows.tokens, windows.places
    table = torch.from_numpy(inventory.rows(windows.strings).astype(np.int64))
    unknown = torch.tensor([0, *range(7)])
    return Batches(*(torch.from_numpy(a) for a in (tokens, places, real)), table, unknown)


def refine(k: int, args: argparse.Namespace, inventory: Inventory) -> tuple[Network, NDArray[Any], NDArray[Any]]:
    """Fit the model of fold k further; return it, and its logits of the labelled targets and the other headlines.

    What it once found is kept in a file.
    """
    examples, other = read_examples(DATA), read_examples(OTHER)
    said, models = np.load(args.distilled / "labels.npz"), np.load(args.distilled / "models.npz")
    kept = args.distilled / f"refined{k}.pt"
    name = f"{k}/{MODEL}."
    weights = {n.removeprefix(name): models[n].astype(np.float32) for n in models.files if n.startswith(name)}
    state = {n: torch.from_numpy(w) for n, w in weights.items()}
    network = Network(len(state["words.weight"]), len(state["affixes.weight"]), state["place.weight"].shape[1])
    network.load_state_dict(torch.load(kept) if kept.exists() else state)
    if not kept.exists():
        free = Device(args.folder, args.distilled, args.folder, 0).unlabelled()[:FREE]
        made = headlines(HEADLINES)
        first, last = len(free), len(free) + len(examples)
        truth = np.zeros((last + HEADLINES, 3), np.float32)
        truth[:first] = softmax(np.log(said[f"{k}/labels"][:first] / 255 + 1e-3))
        truth[first:last] = np.eye(3)[[e.label for e in examples]]
        truth[last:] = 0.9 * np.eye(3)[[h.label for h in made]] + 0.1 / 3
        weight = np.ones(len(truth), np.float32)
        weight[first:last] = [4 * first / len(said[f"{k}/labels"]) * (e.fold != k) for e in examples]
        weight[last:] = PART / (1 - PART) * weight[:last].sum() / HEADLINES
        hide = np.full(len(truth), MASKED, np.float32)
        hide[:first] = hidden(first)  # as their teachers saw them
        torch.manual_seed(7)
        arrays = [torch.from_numpy(a) for a in (truth, weight, hide)]
        fit(network, batches([*free, *examples, *made], inventory), *arrays, steps=STEPS, size=SIZE, rate=RATE)
        torch.save(network.state_dict(), kept)
    parts = [predict(network, batches(e, inventory)).numpy() for e in (examples, other)]
    return network, parts[0], parts[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="print the figures of all models, write nothing")
    parser.add_argument("--folder", type=Path, default=ROOT / "build/stance")
    parser.add_argument("--distilled", type=Path, default=ROOT / "build/distilled")
    args = parser.parse_args()
    text = json.loads(lzma.decompress((args.folder / "text.json.xz").read_bytes()))
    inventory = Inventory(text["words"], [(k, bytes.fromhex(v)) for k, v in text["affixes"]])
    examples = read_examples(DATA)
    y, part = np.array([e.label for e in examples]), np.array([e.fold for e in examples])
    count = Counter(e.sentence for e in examples)
    several = np.array([count[e.sentence] > 1 for e in examples])
    said = np.load(args.distilled / "labels.npz")
    names = sorted({k[2:].removesuffix("_gold") for k in said.files if k.endswith("_gold")}) if args.check else [MODEL]
    for name in names:
        figures, heat = figures_of(said, name, several, y, part)
        print(name, *(f"{k} {v:.4f}" for k, v in figures.items()), f"temperature {heat:.3f}", sep="\n  ")
    one = part == 0
    before, after = said[f"0/{MODEL}_gold"][one].astype(float), refine(0, args, inventory)[1][one]
    step = {"before": macro_f1(y[one], before.argmax(1)), "after": macro_f1(y[one], after.argmax(1))}
    step["calibration_error"] = calibration_error(y[one], softmax(after / heat))
    print("last step, first fold", *(f"{k} {v:.4f}" for k, v in step.items()), sep="\n  ")
    if args.check:
        return
    network, _, other = refine(FOLDS, args, inventory)
    figures["macro_f1_finance_headlines"] = macro_f1(np.array([e.label for e in read_examples(OTHER)]), other.argmax(1))
    card = {
        "model": "additive network: gate times value of each word",
        "data": "NewsMTSC training part",
        "taught_by": "fine-tuned MiniLM, which labelled targets in unlabelled news",
        "sha256": hashlib.sha256(DATA.read_bytes()).hexdigest(),
        "targets": len(y),
        "unlabelled_targets": len(said[f"{FOLDS}/labels"]),
        "unlabelled_masked": HIDDEN,
        "made_headlines": HEADLINES,
        "seed": 5,
        "temperature": round(heat, 4),
        "cross_validation": {k: round(v, 4) for k, v in figures.items()},
        "last_step_on_first_fold": {k: round(v, 4) for k, v in step.items()},
    }
    shown = batches(examples[:500], inventory)
    every = torch.arange(500)
    write(OUT, network, inventory, heat, card, shown.take(every, torch.zeros(500, dtype=torch.bool)))
    print(f"{OUT.relative_to(ROOT)}: {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
