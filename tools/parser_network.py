"""The parser's network as it is trained; cpp/tenor/syntax/network.cpp computes the same from the exported weights."""

from dataclasses import dataclass

import torch
from parser_batches import Batch
from torch import Tensor, nn
from torch.nn import functional as F

WORD, AFFIX, WIDTH = 96, 64, 128
DILATIONS = (1, 2, 4, 1)
#: Upper ends of the distance classes, in words, for each direction.
DISTANCES = (1, 2, 3, 4, 6, 9, 14, 22, 40)
BUCKETS = 2 * (len(DISTANCES) + 1)
BIG = 1e4
#: What each task counts for in the loss.
WEIGHTS = {"heads": 1.0, "relations": 1.0, "upos": 0.7, "xpos": 0.3}


def buckets(size: int, device: torch.device) -> Tensor:
    """Distance class of every (dependent, head) pair of a sentence."""
    place = torch.arange(size, device=device)
    distance = place[None, :] - place[:, None]
    return torch.bucketize(distance.abs(), torch.tensor(DISTANCES, device=device)) + (distance < 0) * (
        len(DISTANCES) + 1
    )


@dataclass
class Tables:
    """Rows of each word form (`words`, `affixes`) and of each word (its `classes` and pretrained `vectors`)."""

    words: Tensor  # (forms,), 0: unknown
    affixes: Tensor  # (forms, kinds)
    small: Tensor  # (forms,): the form written small
    classes: Tensor  # (words, k), 0: none
    vectors: Tensor  # (words, width)


@dataclass
class Sizes:
    """How many rows each table has."""

    words: int
    classes: int
    affixes: int
    upos: int
    xpos: int
    relations: int


class Dropout(nn.Module):
    """One mask for all words of a sentence (Gal and Ghahramani 2016)."""

    def __init__(self, p: float):
        super().__init__()
        self.p = p

    def forward(self, x: Tensor) -> Tensor:  # noqa: D102
        if not self.training:
            return x
        return x * ((torch.rand(x.shape[0], 1, x.shape[2], device=x.device) >= self.p) / (1 - self.p))


def soft_cross_entropy(scores: Tensor, rows: Tensor, shares: Tensor) -> Tensor:
    """Cross entropy with the shares of a few rows; a word's shares may add up to 0."""
    return -(F.log_softmax(scores.float(), -1).gather(-1, rows) * shares).sum() / shares.sum().clamp(min=1)


class Network(nn.Module):
    """Embeddings, dilated convolutions (Strubell and others 2017), biaffine arcs (Dozat and Manning 2017)."""

    def __init__(self, sizes: Sizes, tables: Tables, dilations: tuple[int, ...] = DILATIONS, dropout: float = 0.1):
        super().__init__()
        width = WIDTH
        self.dilations = dilations
        for name, table in vars(tables).items():
            self.register_buffer(f"table_{name}", table, persistent=False)
        self.words = nn.Embedding(sizes.words, WORD)
        self.classes = nn.Embedding(sizes.classes, WORD, padding_idx=0)
        self.affixes = nn.Embedding(sizes.affixes, AFFIX)
        for table in (self.classes, self.affixes):
            nn.init.normal_(table.weight, std=0.3)
        with torch.no_grad():
            self.words.weight.zero_()
            self.classes.weight[0].zero_()
        self.from_vectors = nn.Linear(tables.vectors.shape[1], WORD, bias=False)
        self.unknown = nn.Parameter(torch.zeros(WORD))
        self.inward = nn.Linear(WORD + AFFIX, width)
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in range(len(dilations) + 1))
        self.convolutions = nn.ModuleList(nn.Linear(3 * width, width) for _ in dilations)
        self.upos = nn.Linear(width, sizes.upos)
        self.xpos = nn.Linear(width, sizes.xpos)  # an auxiliary task: not exported
        self.dependent, self.head = nn.Linear(width, width), nn.Linear(width, width)
        self.bilinear = nn.Linear(width, width)
        self.root = nn.Parameter(torch.randn(width) * 0.1)
        self.distance = nn.Linear(width, BUCKETS)
        self.label_dependent, self.label_head = nn.Linear(width, width), nn.Linear(width, width, bias=False)
        self.label_root = nn.Parameter(torch.randn(width) * 0.1)
        self.label_distance = nn.Embedding(BUCKETS, width)
        nn.init.normal_(self.label_distance.weight, std=0.1)
        self.label = nn.Linear(width, sizes.relations)
        self.drop_input, self.drop = Dropout(dropout), Dropout(dropout)
        self.word_dropout, self.unknown_dropout, self.affix_dropout, self.small = dropout, 0.03, 0.03, 0.04

    def word_table(self) -> Tensor:
        """Return what depends on the word alone: its own vector, its classes, its pretrained vector."""
        pretrained = self.from_vectors(self.table_vectors)
        table = self.words.weight + self.classes(self.table_classes).sum(1) + pretrained
        return torch.cat([self.unknown[None], table[1:]])

    def embed(self, forms: Tensor) -> Tensor:
        """Vectors of the words, then of their affixes: (b, n, WORD + AFFIX)."""
        b, n = forms.shape

        def chance(p: float, *shape: int) -> Tensor:
            return torch.rand(shape, device=forms.device) < p

        if self.training:  # some sentences written small
            forms = torch.where(chance(self.small, b, 1), self.table_small[forms], forms)
        rows = self.table_words[forms]
        own, affixes = self.words(rows), self.affixes(self.table_affixes[forms])
        unknown = rows == 0
        if self.training:
            own = own * ~chance(self.word_dropout, b, n, 1)
            affixes = affixes * ~chance(self.affix_dropout, b, n, affixes.shape[2], 1)
            unknown = unknown | chance(self.unknown_dropout, b, n)
        word = own + self.classes(self.table_classes[rows]).sum(-2) + self.from_vectors(self.table_vectors[rows])
        return torch.cat([torch.where(unknown[..., None], self.unknown, word), affixes.sum(-2)], -1)

    def encode(self, batch: Batch) -> Tensor:
        """Words in their contexts: (b, n, width)."""
        real = batch.real[..., None].float()
        x = self.norms[0](self.inward(self.drop_input(self.embed(batch.forms)))) * real
        for dilation, convolution, norm in zip(self.dilations, self.convolutions, self.norms[1:], strict=True):
            padded = F.pad(x, (0, 0, dilation, dilation))
            n = x.shape[1]
            window = [padded[:, i * dilation : i * dilation + n] for i in range(3)]
            x = norm(x + self.drop(F.relu(convolution(torch.cat(window, -1))))) * real
        return x

    def arcs(self, x: Tensor, real: Tensor) -> Tensor:
        """Scores of every head (column 0: the root) of every word."""
        dependent, head = self.drop(F.relu(self.dependent(x))), self.drop(F.relu(self.head(x)))
        asked = self.bilinear(dependent)
        b, n, width = x.shape
        offered = torch.cat([self.root.expand(b, 1, width), head], 1)
        scores = asked @ offered.transpose(1, 2) / width**0.5
        near = self.distance(dependent).gather(2, buckets(n, x.device).expand(b, n, n))
        scores = scores + F.pad(near, (1, 0))
        mask = F.pad(~real, (1, 0))[:, None, :] | F.pad(torch.eye(n, dtype=torch.bool, device=x.device), (1, 0))
        return scores.masked_fill(mask, -BIG)

    def relations(self, x: Tensor, heads: Tensor) -> Tensor:
        """Scores of each word's relation, given its head."""
        b, n, width = x.shape
        offered = torch.cat([self.label_root.expand(b, 1, width), self.label_head(x)], 1)
        chosen = offered.gather(1, heads[..., None].expand(b, n, width))
        near = self.label_distance(
            buckets(n, x.device).expand(b, n, n).gather(2, (heads - 1).clamp(0)[..., None])[..., 0]
        )
        hidden = F.relu(self.label_dependent(x) + chosen + near * (heads > 0)[..., None])
        return self.label(self.drop(hidden))

    def loss(self, batch: Batch) -> Tensor:
        """Cross entropy of heads, of relations given the likeliest heads, and of tags."""
        x = self.encode(batch)
        scores = {
            "heads": self.arcs(x, batch.real),
            "relations": self.relations(x, batch.rows["heads"][..., 0]),
            "upos": self.upos(x),
            "xpos": self.xpos(x),
        }
        return sum(
            (w * soft_cross_entropy(scores[k], batch.rows[k], batch.shares[k]) for k, w in WEIGHTS.items()),
            torch.zeros((), device=x.device),
        )
