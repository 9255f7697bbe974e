"""The target model's network as it is trained; cpp/tenor/stance/network.cpp computes the same from its weights.

Words and their parts are embedded, with their distance from the target; dilated convolutions see their neighbours; then
each word has a gate and a value for each class, and the sum of gate times value is the logit: so shares of the words
add up to it exactly.
"""

import math
import time
from dataclasses import dataclass

import torch
from stance_examples import PLACES
from torch import Tensor, nn
from torch.nn import functional as F

WORD, AFFIX, WIDTH = 64, 32, 64
DILATIONS = (1, 2, 4)
MASKED = 0.4


class Network(nn.Module):
    """Embeddings, dilated convolutions with layer normalization, gated shares."""

    def __init__(self, words: int, affixes: int, width: int = WIDTH, dilations: tuple[int, ...] = DILATIONS):
        super().__init__()
        self.dilations = dilations
        self.words, self.affixes = nn.Embedding(words, WORD), nn.Embedding(affixes, AFFIX)
        nn.init.normal_(self.words.weight, std=0.3)
        nn.init.normal_(self.affixes.weight, std=0.1)
        with torch.no_grad():
            self.words.weight[0] = 0
        self.inward = nn.Linear(WORD + AFFIX, width)
        self.place = nn.Embedding(PLACES, width)
        nn.init.normal_(self.place.weight, std=0.5)
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in range(len(dilations) + 1))
        self.convolutions = nn.ModuleList(nn.Linear(3 * width, width) for _ in dilations)
        self.hidden, self.whole = nn.Linear(width, width), nn.Linear(2 * width, width, bias=False)
        self.outward = nn.Linear(width, 4)
        self.bias = nn.Parameter(torch.zeros(3))
        self.drop, self.word_dropout = nn.Dropout(0.1), 0.08

    def encode(self, rows: Tensor, places: Tensor, real: Tensor) -> Tensor:
        """Words in their context: (b, n, width)."""
        word = self.words(rows[..., 0])
        if self.training:
            word = word * (torch.rand(word.shape[:2], device=word.device) > self.word_dropout)[..., None]
        x = self.inward(self.drop(torch.cat([word, self.affixes(rows[..., 1:]).sum(-2)], -1)))
        mask = real[..., None].float()
        x = self.norms[0](x + self.place(places)) * mask
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

    def shares(self, rows: Tensor, places: Tensor, real: Tensor) -> Tensor:
        """Return what each word adds to the logit of each class: (b, n, 3)."""
        out = self.outward(self.drop(self.hidden_of(rows, places, real)))
        return torch.sigmoid(out[..., :1]) * out[..., 1:] * real[..., None]

    def forward(self, rows: Tensor, places: Tensor, real: Tensor) -> Tensor:
        """Logits: (b, 3)."""
        return self.bias + self.shares(rows, places, real).sum(1)


@dataclass
class Batches:
    """Windows on a device, padded to one width; rows of `table` are those of the words' strings."""

    tokens: Tensor  # (n, width) index into table
    places: Tensor
    real: Tensor
    table: Tensor  # (strings, 8)
    unknown: Tensor  # (8,): the rows of a masked word

    def take(self, index: Tensor, masked: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return what the network reads of these windows, the target's words hidden in those that are `masked`."""
        real = self.real[index]
        width = int(real.sum(1).max())
        real, places = real[:, :width], self.places[index, :width]
        rows = self.table[self.tokens[index, :width]]
        hide = (places == PLACES - 1) & masked[:, None]
        return torch.where(hide[..., None], self.unknown, rows), places, real


@torch.no_grad()
def predict(network: Network, batches: Batches, masked: bool = False, size: int = 2048) -> Tensor:
    """Logits of all windows."""
    network.eval()
    n, device = len(batches.tokens), batches.tokens.device
    parts = []
    for at in range(0, n, size):
        index = torch.arange(at, min(n, at + size), device=device)
        parts.append(network(*batches.take(index, torch.full_like(index, masked, dtype=torch.bool))))
    return torch.cat(parts)


def fit(
    network: Network,
    batches: Batches,
    truth: Tensor,
    weight: Tensor,
    masked: Tensor,
    steps: int,
    size: int = 512,
    rate: float = 3e-3,
    seconds: float = math.inf,
) -> None:
    """Fit to the distributions `truth`; examples are drawn in proportion to `weight`.

    `masked`: how often each example's target is hidden.
    """
    device = batches.tokens.device
    optimizer = torch.optim.AdamW(network.parameters(), rate, weight_decay=0.01)
    begun, share = time.monotonic(), 0.0
    step = 0
    while share < 1:
        share = max(step / steps, (time.monotonic() - begun) / seconds)
        for group in optimizer.param_groups:
            group["lr"] = rate * min(1.0, (step + 1) / 100) * 0.5 * (1 + math.cos(math.pi * min(share, 1.0)))
        index = torch.multinomial(weight, size, replacement=True)
        network.train()
        hide = torch.rand(size, device=device) < masked[index]
        logits = network(*batches.take(index, hide))
        loss = -(truth[index] * F.log_softmax(logits, -1)).sum(-1).mean()
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        step += 1
        if step % 500 == 0:
            print(f"  step {step} share {share:.2f} loss {loss.item():.4f}", flush=True)
