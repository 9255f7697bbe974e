"""Write a trained network as whole numbers for cpp/tenor/syntax/network.cpp."""

from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from parser_batches import Batch
from parser_data import hash_key
from parser_indexes import Indexes
from parser_network import AFFIX, Network
from torch import Tensor
from torch.nn import functional as F

LARGEST = 4095.0  # of what the layers hand on: 12 bits and a sign
STATE = 256.0


def to_int8(rows: NDArray[Any]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Weights as 8-bit numbers times a scale for each row."""
    scale = np.maximum(np.abs(rows).max(1), 1e-8) / 127
    return np.round(rows / scale[:, None]).astype(np.int8), scale.astype(np.float32)


def scale_for(values: Tensor) -> float:
    """Find a power of two that leaves a quarter more room than the largest of the values needs."""
    return float(2 ** np.floor(np.log2(LARGEST / (1.25 * float(values.abs().max())))))


@torch.no_grad()
def write(path: Path, network: Network, ix: Indexes, batches: list[Batch], notes: list[str]) -> None:
    """Write the model; the values of `batches` say how far the scales must reach."""
    network.eval()
    tensors: dict[str, NDArray[Any]] = {}
    table = network.word_table()
    word_scale = float(torch.quantile(table.abs().flatten()[:: max(1, table.numel() // 1_000_000)], 0.9999)) / 127
    affix_scale = float(network.affixes.weight.abs().max()) / 127
    tensors["words"] = np.clip(np.round(table.numpy() / word_scale), -127, 127).astype(np.int8)
    tensors["affixes"] = np.round(network.affixes.weight.numpy() / affix_scale).astype(np.int8)
    keys = [0, *(hash_key("w", w.encode()) for w in ix.words)]
    seen: set[int] = set()
    for i, k in enumerate(keys):  # a rare word whose key is taken gets one that no word has
        while k in seen:
            k = (k + 1) & 0xFFFFFFFF
        seen.add(k)
        keys[i] = k
    tensors["word_keys"] = np.array(keys, dtype=np.uint32)[:, None]
    affix_keys = [hash_key(kind, value) for kind, value in ix.affixes]
    assert len(set(affix_keys)) == len(affix_keys), "two affixes have one key"
    tensors["affix_keys"] = np.array(affix_keys, dtype=np.uint32)[:, None]

    states, dependents, asked, heads, hiddens = [], [], [], [], []
    for batch in batches:
        x = network.encode(batch)
        states.append(x.abs().max())
        dependent = F.relu(network.dependent(x))
        dependents.append(dependent.max())
        heads.append(F.relu(network.head(x)).max())
        asked.append(network.bilinear(dependent).abs().max())
        hiddens.append((network.label_dependent(x).relu() + network.label_head(x).relu()).max())
    scales = {
        "state": STATE,
        "dependent": scale_for(torch.stack(dependents)),
        "asked": scale_for(torch.stack(asked)),
        "head": scale_for(torch.stack([*heads, network.root.abs().max()])),
        "hidden": scale_for(torch.stack(hiddens)),
    }
    tensors["scales"] = np.array([*scales.values()], dtype=np.float32)[:, None]

    def linear(name: str, weight: Tensor, bias: Tensor, scale: float) -> None:
        whole, row = to_int8(weight.numpy())
        tensors[f"{name}.weight"] = whole
        tensors[f"{name}.scale"] = (row / scale)[:, None].astype(np.float32)
        tensors[f"{name}.bias"] = bias.numpy()[:, None].astype(np.float32)

    inward = network.inward.weight.clone()
    inward[:, :-AFFIX] *= word_scale
    inward[:, -AFFIX:] *= affix_scale
    linear("inward", inward, network.inward.bias, 1.0)
    for i, norm in enumerate(network.norms):
        tensors[f"norm{i}.gain"] = norm.weight.numpy()[:, None]
        tensors[f"norm{i}.bias"] = norm.bias.numpy()[:, None]
    for i, convolution in enumerate(network.convolutions):
        linear(f"convolution{i + 1}", convolution.weight, convolution.bias, STATE)
    parts = [network.dependent, network.head, network.label_dependent]
    no_bias = torch.zeros(network.label_head.out_features)
    linear(
        "outward",
        torch.cat([*(p.weight for p in parts), network.label_head.weight, network.upos.weight]),
        torch.cat([*(p.bias for p in parts), no_bias, network.upos.bias]),
        STATE,
    )
    linear(
        "bilinear",
        torch.cat([network.bilinear.weight, network.distance.weight]),
        torch.cat([network.bilinear.bias, network.distance.bias]),
        scales["dependent"],
    )
    linear("label", network.label.weight, network.label.bias, scales["hidden"])
    root = np.clip(np.round(network.root.numpy() * scales["head"]), -LARGEST, LARGEST)
    tensors["root"] = root.astype(np.int16)[:, None]
    tensors["label_root"] = network.label_root.numpy()[:, None]
    tensors["label_distance"] = network.label_distance.weight.numpy()

    lines = ["tenor parser 1", *(f"# {n}" for n in notes)]
    lines += ["names upos " + " ".join(ix.upos), "names relations " + " ".join(ix.relations)]
    lines += ["names dilations " + " ".join(map(str, network.dilations))]
    types = {"int8": "i1", "int16": "i2", "uint32": "u4", "float32": "f4"}
    lines += [f"tensor {k} {types[str(v.dtype)]} {v.shape[0]} {v.shape[1]}" for k, v in tensors.items()]
    body = b"".join(np.ascontiguousarray(v).astype(v.dtype.newbyteorder("<")).tobytes() for v in tensors.values())
    path.write_bytes(("\n".join([*lines, "end"]) + "\n").encode() + body)
