"""Sentences for training, held flat on the device and handed out in batches of about one length.

A word has a few likely heads, relations and tags with a share each: one of each where the treebank says it, more where
a teacher does.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from parser_data import Sentence
from parser_indexes import Forms, Indexes
from torch import Tensor

#: What is known of each word: (words, k) rows and shares of heads (0 the root, words from 1), relations and tags.
COLUMNS = ("heads", "relations", "upos", "xpos")


@dataclass
class Batch:
    """Sentences padded to one length: `forms` and `real` are (b, n), each of the columns (b, n, k)."""

    forms: Tensor
    real: Tensor
    rows: dict[str, Tensor]
    shares: dict[str, Tensor]


@dataclass
class Flat:
    """Sentences one after the other."""

    starts: Tensor
    lengths: Tensor
    forms: Tensor
    rows: dict[str, Tensor]
    shares: dict[str, Tensor]

    @classmethod
    def of_words(cls, sentences: list[list[int]]) -> "Flat":
        """Sentences of forms of which nothing is known."""
        lengths = torch.tensor([len(s) for s in sentences])
        forms = torch.tensor([f for s in sentences for f in s], dtype=torch.int32)
        return cls(lengths.cumsum(0) - lengths, lengths, forms, {}, {})

    @classmethod
    def together(cls, parts: list["Flat"]) -> "Flat":
        """One after the other."""
        lengths = torch.cat([p.lengths for p in parts])
        columns = [{k: torch.cat([getattr(p, c)[k] for p in parts]) for k in COLUMNS} for c in ("rows", "shares")]
        return cls(lengths.cumsum(0) - lengths, lengths, torch.cat([p.forms for p in parts]), *columns)

    @classmethod
    def of_treebank(cls, sentences: list[Sentence], ix: Indexes, forms: Forms) -> "Flat":
        """Sentences of a treebank; a label that training has never seen has no share."""
        out = cls.of_words([forms.add(s.words) for s in sentences])
        values = {
            "heads": [h for s in sentences for h in s.heads],
            "relations": [ix.relations.get(r, -1) for s in sentences for r in s.relations],
            "upos": [ix.upos.get(t, -1) for s in sentences for t in s.upos],
            "xpos": [ix.xpos.get(t, -1) for s in sentences for t in s.xpos],
        }
        for k, v in values.items():
            column = torch.tensor(v, dtype=torch.int16)[:, None]
            out.rows[k], out.shares[k] = column.clamp(min=0), (column >= 0).half()
        return out

    def to(self, device: torch.device) -> "Flat":
        """Return a copy on a device."""
        return Flat(
            self.starts.to(device),
            self.lengths.to(device),
            self.forms.to(device),
            {k: v.to(device) for k, v in self.rows.items()},
            {k: v.to(device) for k, v in self.shares.items()},
        )

    def batch(self, chosen: Tensor, longest: int) -> Batch:
        """Take some sentences, the longest of which has so many words."""
        lengths = self.lengths[chosen]
        place = torch.arange(longest, device=self.forms.device)
        real = place < lengths[:, None]
        at = (self.starts[chosen][:, None] + place).clamp(max=len(self.forms) - 1)
        return Batch(
            self.forms[at].long() * real,
            real,
            {k: v[at].long() * real[..., None] for k, v in self.rows.items()},
            {k: v[at].float() * real[..., None] for k, v in self.shares.items()},
        )

    def batches(self, words: int, generator: np.random.Generator | None = None) -> Iterator[tuple[Tensor, Batch]]:
        """Batches of about `words` words, padding counted: in a random order with a generator, else by length."""
        lengths = self.lengths.cpu().numpy()
        noise = generator.uniform(-1.5, 1.5, len(lengths)) if generator else 0
        order = np.argsort(lengths + noise, kind="stable")
        groups, begin = [], 0
        while begin < len(order):
            # Sentences of about one length: what is taken by the first one's length is corrected by the longest's.
            count = max(1, words // (int(lengths[order[begin]]) + 2))
            count = max(1, min(count, words // int(lengths[order[begin : begin + count]].max())))
            groups.append(order[begin : begin + count])
            begin += count
        if generator:
            generator.shuffle(groups)
        for group in groups:
            chosen = torch.from_numpy(group).to(self.forms.device)
            yield chosen, self.batch(chosen, int(lengths[group].max()))
