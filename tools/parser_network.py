"""The parser's network as it is trained; cpp/tenor/syntax/network.cpp computes the same from the exported weights."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

WORD, AFFIX, WIDTH = 96, 64, 128
DILATIONS = (1, 2, 4, 1)
#: Upper ends of the distance classes, in words, for each direction.
DISTANCES = (1, 2, 3, 4, 6, 9, 14, 22, 40)
BUCKETS = 2 * (len(DISTANCES) + 1)
BIG = 1e4


def buckets(size: int) -> Tensor:
    """Distance class of every (dependent, head) pair of a sentence."""
    place = torch.arange(size)
    distance = place[None, :] - place[:, None]
    return torch.bucketize(distance.abs(), torch.tensor(DISTANCES)) + (distance < 0) * (len(DISTANCES) + 1)


@dataclass
class Batch:
    """Sentences padded to one length; `real` marks words. Heads count the root as 0 and words from 1."""

    words: Tensor  # (b, n), 0 = unknown
    classes: Tensor  # (b, n, 2 * prefixes): cluster classes of the word, 0 = none
    vectors: Tensor  # (b, n): row of the pretrained vectors, 0 = none
    affixes: Tensor  # (b, n, features), 0 = unknown
    real: Tensor
    upos: Tensor
    xpos: Tensor
    heads: Tensor
    relations: Tensor


@dataclass
class Sizes:
    """How many rows each table has."""

    words: int  # with a vector of their own: those of the treebanks; the first rows
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
        return x * ((torch.rand(x.shape[0], 1, x.shape[2]) >= self.p) / (1 - self.p))


class Network(nn.Module):
    """Embeddings, dilated convolutions (Strubell and others 2017), biaffine arcs (Dozat and Manning 2017)."""

    def __init__(self, sizes: Sizes, vectors: Tensor, width: int = WIDTH, dilations: tuple[int, ...] = DILATIONS):
        super().__init__()
        self.dilations = dilations
        self.words = nn.Embedding(sizes.words, WORD)
        self.classes = nn.Embedding(sizes.classes, WORD, padding_idx=0)
        self.affixes = nn.Embedding(sizes.affixes, AFFIX)
        for table in (self.words, self.classes, self.affixes):
            nn.init.normal_(table.weight, std=0.3)
        with torch.no_grad():
            self.words.weight.zero_()
            self.classes.weight[0].zero_()
        self.register_buffer("vectors", vectors)
        self.from_vectors = nn.Linear(vectors.shape[1], WORD, bias=False)
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
        self.drop_input, self.drop = Dropout(0.15), Dropout(0.2)
        self.word_dropout, self.unknown_dropout, self.affix_dropout = 0.2, 0.05, 0.05

    def embed(self, batch: Batch) -> Tensor:
        """Vectors of the words, then of their affixes: (b, n, WORD + AFFIX)."""
        known = batch.words < self.words.num_embeddings
        learnt = self.words(batch.words * known)
        learnt, classes = learnt * known[..., None], self.classes(batch.classes).sum(-2)
        pretrained = self.from_vectors(self.vectors[batch.vectors])
        affixes = self.affixes(batch.affixes)
        if self.training:
            shape = batch.words.shape
            learnt = learnt * (torch.rand(shape) > self.word_dropout)[..., None]
            affixes = affixes * (torch.rand(batch.affixes.shape) > self.affix_dropout)[..., None]
        word = learnt + classes + pretrained
        unknown = batch.words == 0
        if self.training:
            unknown = unknown | (torch.rand(shape) < self.unknown_dropout)
        word = torch.where(unknown[..., None], self.unknown, word)
        return torch.cat([word, affixes.sum(-2)], -1)

    def encode(self, batch: Batch) -> Tensor:
        """Words in their contexts: (b, n, width)."""
        real = batch.real[..., None].float()
        x = self.norms[0](self.inward(self.drop_input(self.embed(batch)))) * real
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
        near = self.distance(dependent).gather(2, buckets(n).expand(b, n, n))
        scores = scores + F.pad(near, (1, 0))
        mask = F.pad(~real, (1, 0))[:, None, :] | F.pad(torch.eye(n, dtype=torch.bool), (1, 0))
        return scores.masked_fill(mask, -BIG)

    def relations(self, x: Tensor, heads: Tensor) -> Tensor:
        """Scores of each word's relation, given its head."""
        b, n, width = x.shape
        offered = torch.cat([self.label_root.expand(b, 1, width), self.label_head(x)], 1)
        chosen = offered.gather(1, heads[..., None].expand(b, n, width))
        near = self.label_distance(buckets(n).expand(b, n, n).gather(2, (heads - 1).clamp(0)[..., None])[..., 0])
        hidden = F.relu(self.label_dependent(x) + chosen + near * (heads > 0)[..., None])
        return self.label(self.drop(hidden))

    def loss(self, batch: Batch) -> Tensor:
        """Cross entropy of heads, relations given the right heads, and tags."""
        x = self.encode(batch)
        real = batch.real
        arcs = F.cross_entropy(self.arcs(x, real)[real], batch.heads[real])
        labels = F.cross_entropy(self.relations(x, batch.heads)[real], batch.relations[real], label_smoothing=0.03)
        tags = F.cross_entropy(self.upos(x)[real], batch.upos[real], label_smoothing=0.03)
        fine = F.cross_entropy(self.xpos(x)[real], batch.xpos[real])
        return arcs + labels + 0.7 * tags + 0.3 * fine
