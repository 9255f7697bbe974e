"""The target model's network as it is trained; cpp/tenor/stance/gated.cpp computes the same from its weights.

Words and their parts are embedded, with their distance from the target; dilated convolutions see their neighbours; then
each word has a gate and a value for each class, and the sum of gate times value is the logit: so shares of the words
add up to it exactly. It is small enough to be fitted on one core in minutes.
"""

import math
import time
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from stance_examples import PLACES, Inventory, Windows
from torch import Tensor, nn
from torch.nn import functional as F

WIDTH, DILATIONS = 48, (1, 2, 4)
DROPOUT, WORD_DROPOUT = 0.1, 0.08
#: How often the target of a labelled example is hidden.
MASKED = 0.4


class Network(nn.Module):
    """Embeddings, dilated convolutions with layer normalization, gated shares."""

    def __init__(self, words: int, affixes: int, width: int = WIDTH, dilations: tuple[int, ...] = DILATIONS):
        super().__init__()
        self.dilations = dilations
        self.words, self.affixes = nn.Embedding(words, width), nn.Embedding(affixes, width)
        nn.init.normal_(self.affixes.weight, std=0.1)
        self.place = nn.Embedding(PLACES, width)
        nn.init.normal_(self.place.weight, std=0.5)
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in range(len(dilations) + 1))
        self.convolutions = nn.ModuleList(nn.Linear(3 * width, width) for _ in dilations)
        self.hidden, self.whole = nn.Linear(width, width), nn.Linear(2 * width, width, bias=False)
        self.outward = nn.Linear(width, 4)
        self.bias = nn.Parameter(torch.zeros(3))

    def drop(self, x: Tensor) -> Tensor:
        """Leave out some of the numbers, the same for all words of a window (Gal and Ghahramani 2016)."""
        return x * F.dropout(torch.ones(x.shape[0], 1, x.shape[2]), DROPOUT) if self.training else x

    def encode(self, rows: Tensor, places: Tensor, real: Tensor) -> Tensor:
        """Words in their context: (b, n, width)."""
        word = self.words(rows[..., 0])
        if self.training:
            word = word * (torch.rand(word.shape[:2]) > WORD_DROPOUT)[..., None]
        parts = F.embedding_bag(rows[..., 1:].flatten(0, 1), self.affixes.weight, mode="sum").view_as(word)
        mask = real[..., None].float()
        x = self.norms[0](self.drop(word + parts) + self.place(places)) * mask
        n = x.shape[1]
        for dilation, convolution, norm in zip(self.dilations, self.convolutions, self.norms[1:], strict=True):
            padded = F.pad(x, (0, 0, dilation, dilation))
            near = torch.cat([padded[:, i * dilation : i * dilation + n] for i in range(3)], -1)
            x = norm(x + self.drop(F.relu(convolution(near)))) * mask
        return x

    def hidden_of(self, rows: Tensor, places: Tensor, real: Tensor) -> Tensor:
        """Return what each word's gate and value are made of, given the target and the sentence: (b, n, width)."""
        x = self.encode(rows, places, real)
        own = (places == PLACES - 1) & real
        target = (x * own[..., None]).sum(1) / own.sum(1, keepdim=True).clamp(1)
        sentence = x.sum(1) / real.sum(1, keepdim=True).clamp(1)
        return F.relu(self.hidden(x) + self.whole(torch.cat([target, sentence], -1))[:, None])

    def forward(self, rows: Tensor, places: Tensor, real: Tensor) -> Tensor:
        """Logits: (b, 3)."""
        out = self.outward(self.drop(self.hidden_of(rows, places, real)))
        return self.bias + (torch.sigmoid(out[..., :1]) * out[..., 1:] * real[..., None]).sum(1)


@dataclass
class Batches:
    """Windows end to end, as the network reads them; rows of `table` are those of the words' strings."""

    begins: NDArray[np.int64]
    tokens: NDArray[np.int32]  # index into table
    places: NDArray[np.uint8]
    table: NDArray[np.int32]  # (strings, 8)

    @classmethod
    def of(cls, windows: Windows, inventory: Inventory) -> "Batches":
        """Look the words up."""
        return cls(windows.begins, windows.tokens, windows.places, inventory.rows(windows.strings))

    @property
    def length(self) -> NDArray[np.int64]:
        """Words of each window."""
        return np.diff(self.begins)

    def take(self, index: NDArray[Any], masked: NDArray[np.bool_]) -> tuple[Tensor, Tensor, Tensor]:
        """Return what the network reads of these windows, the target's words hidden in those that are `masked`."""
        length = self.length[index]
        at = np.arange(length.max())
        real = at < length[:, None]
        at = self.begins[index][:, None] + np.minimum(at, length[:, None] - 1)
        places, rows = self.places[at], self.table[self.tokens[at]]
        rows[(places == PLACES - 1) & masked[:, None]] = [0, *range(7)]  # unknown, in all its parts
        return torch.from_numpy(rows).long(), torch.from_numpy(places).long(), torch.from_numpy(real)


@torch.no_grad()
def predict(
    network: Network, batches: Batches, index: NDArray[Any], masked: bool = False, size: int = 1024
) -> NDArray[np.float32]:
    """Logits of the windows `index`."""
    network.eval()
    out = np.zeros((len(index), 3), np.float32)
    order = np.argsort(batches.length[index], kind="stable")
    for at in range(0, len(order), size):
        part = order[at : at + size]
        out[part] = network(*batches.take(index[part], np.full(len(part), masked))).numpy()
    return out


def fit(
    network: Network,
    batches: Batches,
    truth: NDArray[np.float32],
    weight: NDArray[Any],
    masked: NDArray[np.float32],
    steps: int,
    size: int,
    rate: float,
    seed: int,
) -> None:
    """Fit to the distributions `truth`; examples are drawn in proportion to `weight`, with windows of about one length.

    `masked`: how often each example's target is hidden.
    """
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    optimizer = torch.optim.AdamW(network.parameters(), rate, weight_decay=0.01, fused=True)
    begun, together = time.monotonic(), 8
    sums = np.cumsum(weight) / weight.sum()
    network.train()
    drawn: list[NDArray[Any]] = []
    for step in range(steps):
        for group in optimizer.param_groups:
            group["lr"] = rate * min(1.0, (step + 1) / 100) * 0.5 * (1 + math.cos(math.pi * step / steps))
        if not drawn:
            pool = np.minimum(np.searchsorted(sums, random.random(size * together)), len(sums) - 1)
            pool = pool[np.argsort(batches.length[pool], kind="stable")].reshape(together, size)
            drawn = list(pool[random.permutation(together)])
        index = drawn.pop()
        logits = network(*batches.take(index, random.random(size) < masked[index]))
        loss = -(torch.from_numpy(truth[index]) * F.log_softmax(logits, -1)).sum(-1).mean()
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        if (step + 1) % 500 == 0:
            print(f"  step {step + 1} loss {loss.item():.4f} {time.monotonic() - begun:.0f} s", flush=True)
