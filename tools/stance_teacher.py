"""A fine-tuned encoder that labels targets for tools/distil_stance.py: it teaches the small network and never ships."""

import math
import time
from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from parser_vectors import WIDTH as STATE
from parser_vectors import Encoder
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

PIECES = 88
PAD, OPEN, CLOSE, FIRST, LAST, MASK = 0, 1, 2, 101, 102, 103  # [unused0] and [unused1] stand around the target


class Marked:
    """Targets as word pieces, marked: as they are, and with one mask in the target's place."""

    def __init__(self, tokenizer: Tokenizer, examples: Sequence[Any]):
        texts = [e[0] for e in examples]
        plain, hidden, own, own_hidden = [], [], [], []
        for at in range(0, len(texts), 20_000):
            part = examples[at : at + 20_000]
            encoded = tokenizer.encode_batch([e[0] for e in part], add_special_tokens=False)
            for (_, start, end, *_), e in zip(part, encoded, strict=True):
                inside = [i for i, (a, b) in enumerate(e.offsets) if a < end and b > start]
                first = inside[0] if inside else 0
                last = inside[-1] + 1 if inside else 0
                for target, pieces, spans in (
                    (e.ids[first:last][:20], plain, own),
                    ([MASK], hidden, own_hidden),
                ):
                    room = PIECES - 4 - len(target)
                    after = min(len(e.ids) - last, max(room - first, room // 2))
                    before = min(first, room - after)
                    left = e.ids[first - before : first]
                    pieces.append([FIRST, *left, OPEN, *target, CLOSE, *e.ids[last : last + after], LAST])
                    spans.append((1 + before, 3 + before + len(target)))
        self.pieces = [self.pad(plain), self.pad(hidden)]
        self.spans = [np.array(own, np.int16), np.array(own_hidden, np.int16)]

    @staticmethod
    def pad(rows: list[list[int]]) -> NDArray[np.uint16]:
        """Return the rows as an array, PAD behind them."""
        out = np.zeros((len(rows), PIECES), np.uint16)
        for i, row in enumerate(rows):
            out[i, : len(row)] = row
        return out


class Teacher(nn.Module):
    """The encoder with a layer over the target's pieces and the sentence."""

    def __init__(self, encoder: Encoder):
        super().__init__()
        self.encoder = encoder
        self.hidden, self.out = nn.Linear(2 * STATE, STATE), nn.Linear(STATE, 3)
        self.drop = nn.Dropout(0.1)

    def forward(self, pieces: Tensor, spans: Tensor) -> Tensor:
        """Logits: (b, 3)."""
        states = self.encoder(pieces, pieces != PAD)[-1]
        at = torch.arange(pieces.shape[1], device=pieces.device)
        own = ((at >= spans[:, :1]) & (at < spans[:, 1:]))[..., None]
        target = (states * own).sum(1) / own.sum(1).clamp(1)
        return self.out(self.drop(torch.tanh(self.hidden(self.drop(torch.cat([target, states[:, 0]], -1))))))


def batch_of(marked: Marked, index: NDArray[Any], masked: NDArray[Any], device: str) -> tuple[Tensor, Tensor]:
    pieces = np.where(masked[:, None], marked.pieces[1][index], marked.pieces[0][index])
    spans = np.where(masked[:, None], marked.spans[1][index], marked.spans[0][index])
    pieces = pieces[:, : int((pieces != PAD).sum(1).max())]
    return torch.from_numpy(pieces.astype(np.int64)).to(device), torch.from_numpy(spans.astype(np.int64)).to(device)


def half(device: str) -> Any:
    return torch.autocast(device, torch.bfloat16, enabled=device == "cuda")


def tune(
    teacher: Teacher,
    marked: Marked,
    truth: NDArray[np.float32],
    chosen: NDArray[Any],
    device: str,
    rate: float,
    epochs: float,
    seed: int,
    masked: float = 0.3,
    size: int = 32,
) -> None:
    """Fine-tune on the examples `chosen`, whose classes have the probabilities `truth`."""
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    no_decay = [p for p in teacher.parameters() if p.ndim < 2]
    decay = [p for p in teacher.parameters() if p.ndim >= 2]
    groups = [{"params": decay, "weight_decay": 0.01}, {"params": no_decay, "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, rate, fused=device == "cuda")
    steps = max(1, round(epochs * len(chosen) / size))
    order = np.concatenate([random.permutation(chosen) for _ in range(math.ceil(epochs) + 1)])
    teacher.train()
    for step in range(steps):
        for group in optimizer.param_groups:
            group["lr"] = rate * min((step + 1) / (0.1 * steps + 1), 1 - step / steps)
        index = order[step * size : (step + 1) * size]
        pieces, spans = batch_of(marked, index, random.random(len(index)) < masked, device)
        with half(device):
            logits = teacher(pieces, spans)
        target = torch.from_numpy(truth[index]).to(device)
        loss = -(target * F.log_softmax(logits.float(), -1)).sum(-1).mean()
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
        optimizer.step()
        if step % 200 == 0:
            print(f"  step {step}/{steps} loss {loss.item():.4f}", flush=True)


@torch.no_grad()
def label(teacher: Teacher, marked: Marked, masked: NDArray[Any], device: str, size: int = 1024) -> NDArray[np.float32]:
    """Logits of every target, hidden where `masked`."""
    teacher.eval()
    out = np.zeros((len(masked), 3), np.float32)
    length = np.where(masked, (marked.pieces[1] != PAD).sum(1), (marked.pieces[0] != PAD).sum(1))
    order = np.argsort(length, kind="stable")
    for at in range(0, len(order), size):
        index = order[at : at + size]
        with half(device):
            out[index] = teacher(*batch_of(marked, index, masked[index], device)).float().cpu().numpy()
    return out


class MaskedWords(nn.Module):
    """Predicts hidden word pieces, to accustom the encoder to news."""

    def __init__(self, encoder: Encoder):
        super().__init__()
        self.encoder = encoder
        self.dense, self.norm = nn.Linear(STATE, STATE), nn.LayerNorm(STATE)
        self.bias = nn.Parameter(torch.zeros(encoder.words.num_embeddings))

    def loss(self, pieces: Tensor) -> Tensor:
        """Cross entropy of 15 % of the pieces: hidden, exchanged or as they are (Devlin and others 2019)."""
        draw = torch.rand(pieces.shape, device=pieces.device)
        chosen = (draw < 0.15) & (pieces > MASK)
        shown = torch.where(chosen & (draw < 0.12), MASK, pieces)
        other = torch.randint(1000, self.encoder.words.num_embeddings, pieces.shape, device=pieces.device)
        shown = torch.where(chosen & (draw >= 0.135), other, shown)
        states = self.encoder(shown, pieces != PAD)[-1][chosen]
        states = self.norm(F.gelu(self.dense(states)))
        return F.cross_entropy((states @ self.encoder.words.weight.T + self.bias).float(), pieces[chosen])


def adapt(encoder: Encoder, pieces: NDArray[np.uint16], device: str, seconds: float, size: int = 256) -> float:
    """Train the encoder on unlabelled sentences for so long; return the mean loss of the last part."""
    model = MaskedWords(encoder).to(device)
    optimizer = torch.optim.AdamW(model.parameters(), 2e-4, weight_decay=0.01, fused=device == "cuda")
    torch.manual_seed(1)
    random = np.random.default_rng(1)
    length = (pieces != PAD).sum(1)
    begun, step, losses = time.monotonic(), 0, list[Tensor]()
    model.train()
    while (share := (time.monotonic() - begun) / seconds) < 1:
        # Sentences of about one length together.
        some = random.choice(len(pieces), size * 8)
        some = some[np.argsort(length[some], kind="stable")]
        for part in random.permutation(8):
            index = some[part * size : (part + 1) * size]
            for group in optimizer.param_groups:
                group["lr"] = 2e-4 * min((step + 1) / 100, 1 - min(share, 0.99))
            batch = torch.from_numpy(pieces[index][:, : int(length[index].max())].astype(np.int64)).to(device)
            with half(device):
                loss = model.loss(batch)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            losses.append(loss.detach())
            if step % 100 == 0:
                print(f"  adapt step {step} share {share:.2f} loss {loss.item():.3f}", flush=True)
            step += 1
    return float(torch.stack(losses[-100:]).mean())
