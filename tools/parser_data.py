"""Treebanks and features for tools/train_parser.py; cpp/tenor/syntax/word_features.cpp makes the same features."""

import gzip
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

#: How many words of each part of a word make a feature, in bytes of UTF-8.
AFFIXES = {"p2": 2, "p3": 3, "s1": 1, "s2": 2, "s3": 3, "s4": 4}
#: First bits of a word cluster's path that each make a class.
CLUSTER_BITS = (4, 6, 8, 10, 24)
SHAPE_LENGTH = 6


@dataclass
class Sentence:
    """A sentence of a treebank: heads are 1-based, 0 is the root."""

    document: str
    words: list[str]
    upos: list[str]
    xpos: list[str]
    heads: list[int]
    relations: list[str]
    spaces: list[bool]
    paragraph: bool = False  # it begins one


def read_treebank(path: Path) -> list[Sentence]:
    """Read CoNLL-U; words written as one (multiword tokens) are kept apart, empty nodes left out."""
    sentences: list[Sentence] = []
    rows: list[list[str]] = []
    document, joined, paragraph = "", set[int](), False
    for line in gzip.decompress(path.read_bytes()).decode().split("\n"):
        if line.startswith("# newdoc"):
            document, paragraph = line.split()[-1], True
        elif line.startswith("# newpar"):
            paragraph = True
        elif not line.strip():
            if rows:
                columns = list(zip(*rows, strict=True))
                sentences.append(
                    Sentence(
                        document,
                        list(columns[1]),
                        list(columns[3]),
                        list(columns[4]),
                        [int(h) for h in columns[6]],
                        list(columns[7]),
                        ["SpaceAfter=No" not in r[9] and int(r[0]) not in joined for r in rows],
                        paragraph,
                    )
                )
            rows, joined, paragraph = [], set(), False
        elif not line.startswith("#"):
            fields = line.split("\t")
            if fields[0].isdigit():
                rows.append(fields)
            elif "-" in fields[0]:
                first, last = map(int, fields[0].split("-"))
                joined |= {*range(first, last + (1 if "SpaceAfter=No" in fields[9] else 0))}
    return sentences


def held_out(sentences: list[Sentence]) -> set[str]:
    """Name the documents that training leaves for a figure: every twelfth."""
    return set(sorted({s.document for s in sentences})[::12])


QUOTES = str.maketrans({c: "'" for c in "\u2018\u2019\u201a\u201b"} | {c: '"' for c in "\u201c\u201d\u201e\u201f"})


def fold(word: str) -> str:
    """Lower-case a word character by character; curly quotes become straight and digits 0."""
    lowered = (c.lower() if len(c.lower()) == 1 else c for c in word.translate(QUOTES))
    return "".join("0" if "0" <= c <= "9" else c for c in lowered)


def shape(word: str) -> str:
    """Write runs of upper-case letters, others and digits as X, x and 0; ASCII marks stay; the rest is *."""
    out = ""
    for c in word.translate(QUOTES):
        kind = "X" if c.isupper() else "x" if c.isalpha() else "0" if c.isdigit() else c if ord(c) < 128 else "*"
        if not out.endswith(kind):
            out += kind
        if len(out) == SHAPE_LENGTH:
            break
    return out


def features(word: str) -> dict[str, bytes]:
    """Name the features of a word, apart from the word itself."""
    folded = fold(word).encode()
    out = {k: folded[:n] if k[0] == "p" else folded[-n:] for k, n in AFFIXES.items()}
    return out | {"shape": shape(word).encode()}


def hash_key(kind: str, value: bytes) -> int:
    """32 bits of FNV-1a over the feature's name and value: what the model holds in place of the string."""
    h = 0xCBF29CE484222325
    for byte in kind.encode() + b"=" + value:
        h = ((h ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return (h >> 32) ^ (h & 0xFFFFFFFF)


def frequent(counts: Counter[bytes], least: int) -> list[bytes]:
    return sorted(v for v, n in counts.items() if n >= least)


@dataclass
class Lexemes:
    """Frequencies and word clusters (Brown and others 1992) of spacy-lookups-data (MIT)."""

    clusters: dict[str, int]
    words: list[str]  # folded, most frequent first

    @classmethod
    def read(cls, folder: Path, limit: int = 300_000) -> "Lexemes":
        """Read the package's data folder; of the words the `limit` most frequent."""
        clusters = json.loads(gzip.decompress((folder / "en_lexeme_cluster.json.gz").read_bytes()))
        probabilities = json.loads(gzip.decompress((folder / "en_lexeme_prob.json.gz").read_bytes()))
        seen: dict[str, None] = {}
        for word, _ in sorted(probabilities.items(), key=lambda wp: -wp[1])[:limit]:
            if not any(c.isspace() for c in word):
                seen.setdefault(fold(word))
        return cls(clusters, list(seen))

    def classes(self, folded: str) -> list[str]:
        """Prefixes of the cluster paths of a folded word written small and capitalised."""
        out = []
        for case, form in (("l", folded), ("c", folded[:1].upper() + folded[1:])):
            path = self.clusters.get(form, 0)
            if path:
                out += [f"{case}{bits}:{path & ((1 << bits) - 1)}" for bits in CLUSTER_BITS]
        return out


def count_words(sentences: Iterable[Sentence]) -> Counter[str]:
    return Counter(fold(w) for s in sentences for w in s.words)
