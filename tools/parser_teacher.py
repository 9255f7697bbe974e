"""The teacher of the parser: a pretrained encoder (all-MiniLM-L6-v2) fine-tuned on the treebanks with biaffine heads.

It runs only while tools/train_parser.py does: several of them label news, and the network that ships learns from that.
"""

import math
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from parser_batches import COLUMNS, Batch, Flat
from parser_indexes import PIECES
from parser_network import BIG, WEIGHTS, Sizes, soft_cross_entropy
from parser_vectors import LAYERS, WIDTH, Encoder
from torch import Tensor, nn
from torch.nn import functional as F

FIRST, LAST = 101, 102  # pieces around each sentence
ARC, LABEL = 320, 128
#: How many heads, relations, tags and fine tags of a word a label keeps.
KEPT = {"heads": 4, "relations": 4, "upos": 3, "xpos": 1}


class Teacher(nn.Module):
    """Scores of heads and relations after Dozat and Manning (2017); a word is its first and its last piece.

    The encoder reads no case, so the shape of each word (of its characters) is added to what it reads.
    """

    def __init__(self, encoder: Encoder, sizes: Sizes, pieces: Tensor, shapes: Tensor, small: Tensor):
        super().__init__()
        self.encoder = encoder
        self.pieces, self.shapes, self.small = pieces, shapes, small
        self.counts = (pieces > 0).sum(1)
        self.shape = nn.Embedding(sizes.affixes, WIDTH)
        nn.init.zeros_(self.shape.weight)
        self.mix = nn.Parameter(torch.zeros(LAYERS + 1))
        self.drop = nn.Dropout(0.3)
        self.upos, self.xpos = nn.Linear(2 * WIDTH, sizes.upos), nn.Linear(2 * WIDTH, sizes.xpos)
        self.root = nn.Parameter(torch.randn(2 * WIDTH) * 0.1)
        self.dependent, self.head = nn.Linear(2 * WIDTH, ARC), nn.Linear(2 * WIDTH, ARC)
        self.bilinear = nn.Linear(ARC, ARC, bias=False)
        self.offered = nn.Linear(ARC, 1)
        self.label_dependent, self.label_head = nn.Linear(2 * WIDTH, LABEL), nn.Linear(2 * WIDTH, LABEL)
        self.label = nn.Linear(LABEL, LABEL * sizes.relations, bias=False)
        self.label_sum = nn.Linear(2 * LABEL, sizes.relations)

    def encode(self, batch: Batch) -> Tensor:
        """Words in their contexts, the root before them: (b, n + 1, 2 * WIDTH)."""
        forms = batch.forms
        b, n = forms.shape
        if self.training:
            forms = torch.where(torch.rand(b, 1, device=forms.device) < 0.05, self.small[forms], forms)
        counts = self.counts[forms] * batch.real
        ends = counts.cumsum(1)  # of each word's pieces, the first piece of the sentence counted
        begins = ends - counts + 1
        size = int(ends[:, -1].max()) + 2
        # Pieces of a word that are not there go to a place after the end, which is cut off.
        offset = torch.arange(PIECES, device=forms.device)
        places = torch.where(offset < counts[..., None], begins[..., None] + offset, size).flatten(1)
        ids = torch.zeros(b, size + 1, dtype=torch.long, device=forms.device)
        ids.scatter_(1, places, self.pieces[forms].flatten(1))
        shapes = torch.zeros_like(ids) - 1
        shapes.scatter_(1, places, self.shapes[forms][..., None].expand(b, n, PIECES).flatten(1))
        ids, shapes = ids[:, :size], shapes[:, :size]
        ids[:, 0] = FIRST
        ids.scatter_(1, ends[:, -1:] + 1, LAST)
        more = self.shape(shapes.clamp(min=0)) * (shapes >= 0)[..., None]
        states = self.encoder(ids, ids > 0, more)
        x = (torch.stack(states, -1) * self.mix.softmax(0)).sum(-1) * (LAYERS + 1) ** 0.5
        at = [p.clamp(0, size - 1)[..., None].expand(b, n, WIDTH) for p in (begins, ends)]
        words = torch.cat([x.gather(1, p) for p in at], -1)
        return self.drop(torch.cat([self.root.expand(b, 1, 2 * WIDTH), words], 1))

    def arcs(self, x: Tensor, real: Tensor) -> Tensor:
        """Scores of every head (column 0: the root) of every word."""
        dependent, head = self.drop(F.gelu(self.dependent(x[:, 1:]))), self.drop(F.gelu(self.head(x)))
        scores = self.bilinear(dependent) @ head.transpose(1, 2) / ARC**0.5 + self.offered(head).transpose(1, 2)
        itself = torch.eye(x.shape[1], dtype=torch.bool, device=x.device)[1:]
        mask = F.pad(~real, (1, 0))[:, None, :] | itself
        return scores.float().masked_fill(mask, -BIG)

    def relations(self, x: Tensor, heads: Tensor) -> Tensor:
        """Scores of each word's relation, given its head."""
        dependent = self.drop(F.gelu(self.label_dependent(x[:, 1:])))
        head = self.drop(F.gelu(self.label_head(x))).gather(1, heads[..., None].expand(*heads.shape, LABEL))
        asked = self.label(dependent).unflatten(-1, (-1, LABEL)) / LABEL**0.5
        return (asked @ head[..., None])[..., 0] + self.label_sum(torch.cat([dependent, head], -1))

    def scores(self, batch: Batch, heads: Tensor | None = None) -> dict[str, Tensor]:
        """Scores of all tasks; of relations given the heads, or else what each head is likeliest to be."""
        x = self.encode(batch)
        out = {"heads": self.arcs(x, batch.real), "upos": self.upos(x[:, 1:]), "xpos": self.xpos(x[:, 1:])}
        return out | {"relations": self.relations(x, out["heads"].argmax(-1) if heads is None else heads)}


def autocast(device: torch.device) -> torch.autocast:
    """Half precision where the device is made for it."""
    return torch.autocast(device.type, torch.bfloat16, enabled=device.type == "cuda")


def teach(teacher: Teacher, data: Flat, seconds: float, rate: float, words: int, seed: int) -> Teacher:
    """Fine-tune with Adam, a warm-up and a line to nothing over the time given; the heads learn ten times faster."""
    encoder = list(teacher.encoder.parameters())
    ids = {id(p) for p in encoder}
    groups = [{"params": encoder, "most": rate}]
    groups += [{"params": [p for p in teacher.parameters() if id(p) not in ids], "most": 10 * rate}]
    optimizer = torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.98), weight_decay=0.01)
    generator, device = np.random.default_rng(seed), data.forms.device
    start, step, epoch, done = time.monotonic(), 0, 0, 0.0
    teacher.train()
    while done < 1:
        epoch += 1
        for _, batch in data.batches(words, generator):
            done = min(1.0, (time.monotonic() - start) / seconds)
            for group in optimizer.param_groups:
                group["lr"] = group["most"] * min(1, done / 0.06 + 0.01, (1 - done) / 0.94)
            with autocast(device):
                scores = teacher.scores(batch, batch.rows["heads"][..., 0])
            losses = [w * soft_cross_entropy(scores[k], batch.rows[k], batch.shares[k]) for k, w in WEIGHTS.items()]
            loss = torch.stack(losses).sum()
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            optimizer.step()
            step += 1
            if step % 200 == 0 or done >= 1:
                print(f"teacher {seed}: epoch {epoch} step {step} {done:.0%} loss {loss:.3f}", flush=True)
            if done >= 1:
                break
    return teacher.eval()


@torch.no_grad()
def label(
    teachers: list[Teacher], data: Flat, words: int, seconds: float = math.inf
) -> Iterator[tuple[Tensor, Batch, dict[str, Tensor]]]:
    """Batches and what the teachers together hold likely of each word: the mean of their shares."""
    start, device = time.monotonic(), data.forms.device
    for chosen, batch in data.batches(words, np.random.default_rng(1)):
        if time.monotonic() - start > seconds:
            return
        with autocast(device):
            encoded = [t.encode(batch) for t in teachers]
            arcs = [t.arcs(x, batch.real) for t, x in zip(teachers, encoded, strict=True)]
        shares = {"heads": torch.stack([a.softmax(-1) for a in arcs]).mean(0)}
        heads = shares["heads"].argmax(-1)
        with autocast(device):
            others = {
                "relations": [t.relations(x, heads) for t, x in zip(teachers, encoded, strict=True)],
                "upos": [t.upos(x[:, 1:]) for t, x in zip(teachers, encoded, strict=True)],
                "xpos": [t.xpos(x[:, 1:]) for t, x in zip(teachers, encoded, strict=True)],
            }
        yield chosen, batch, shares | {k: torch.stack(v).float().softmax(-1).mean(0) for k, v in others.items()}


def labelled(teachers: list[Teacher], data: Flat, words: int, sure: float, seconds: float) -> Flat:
    """Find likely heads, relations and tags; sentences of whose heads the teachers are not so sure are left out."""
    lengths, forms = [], []
    rows: dict[str, list[Tensor]] = {k: [] for k in COLUMNS}
    shares: dict[str, list[Tensor]] = {k: [] for k in COLUMNS}
    for _, batch, found in label(teachers, data, words, seconds):
        best = found["heads"].amax(-1) * batch.real
        kept = best.sum(1) / batch.real.sum(1) >= sure
        real = batch.real & kept[:, None]
        lengths.append(batch.real.sum(1)[kept].cpu())
        forms.append(batch.forms[real].int().cpu())
        for k, most in KEPT.items():
            values, at = found[k].topk(min(most, found[k].shape[-1]), -1)
            at = F.pad(at, (0, most - at.shape[-1]))
            values = F.pad(values, (0, most - values.shape[-1]))
            rows[k].append(at[real].to(torch.uint8).cpu())
            shares[k].append((values / values.sum(-1, keepdim=True))[real].half().cpu())
    counts = torch.cat(lengths)
    return Flat(
        counts.cumsum(0) - counts,
        counts,
        torch.cat(forms),
        {k: torch.cat(v) for k, v in rows.items()},
        {k: torch.cat(v) for k, v in shares.items()},
    )


def load_teacher(path: Path, teacher: Teacher) -> Teacher:
    """Read the weights that `teach` has found."""
    teacher.load_state_dict(torch.load(path, map_location="cpu", weights_only=True))
    return teacher.eval()
