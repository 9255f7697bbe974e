"""Targets in sentences for tools/distil_stance.py and tools/train_stance.py: what is read, and what a network sees."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from parser_data import features, fold, hash_key

FOLDS = 5
#: Words on each side of a target that are read, and of the target itself.
REACH, LONGEST = 40, 12
#: Upper ends of the distance classes, in words, on each side of the target.
DISTANCES = (1, 2, 3, 4, 6, 9, 14, 22)
PLACES = 2 * (len(DISTANCES) + 1) + 1  # the target's own words come last

Words = Callable[[str], Sequence[tuple[int, int]]]


class Example(NamedTuple):
    """A target in a sentence; `label` 0 to 2, the fold of its article, and the collection the article is from."""

    sentence: str
    start: int
    end: int
    label: int
    fold: int
    source: str


def read_examples(path: Path) -> list[Example]:
    """Read targets with their polarity; articles are told apart as the scorer does."""
    out = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        article = "_".join(row["id"].split("_")[:3])
        part = int(hashlib.sha256(article.encode()).hexdigest(), 16) % FOLDS
        source = article.split("_")[0]
        out += [Example(row["sentence"], t["start"], t["end"], t["polarity"] + 1, part, source) for t in row["targets"]]
    return out


class Window(NamedTuple):
    """The words around a target, in order, and the distance class of each."""

    words: list[str]
    places: list[int]


def window(sentence: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> Window:
    """Cut the window that cpp/tenor/stance/gated.cpp reads; capitalised words of the target are not read at all.

    So a name is neither good nor bad.
    """
    first = sum(b <= start for _, b in spans)
    last = sum(a < end for a, _ in spans)
    side = len(DISTANCES) + 1
    before = range(max(0, first - REACH), first)
    own = range(first, min(last, first + LONGEST))
    after = range(last, min(len(spans), last + REACH))
    places = [int(np.searchsorted(DISTANCES, first - i)) for i in before]
    places += [PLACES - 1] * len(own)
    places += [side + int(np.searchsorted(DISTANCES, i - last + 1)) for i in after]
    words = [sentence[slice(*spans[i])] for i in (*before, *own, *after)]
    for i in range(len(before), len(before) + len(own)):
        if words[i][:1].isupper():
            words[i] = ""
    return Window(words, places)


@dataclass
class Inventory:
    """Rows of the embedding tables: words by their folded form, and parts of words."""

    words: list[str]  # row 0, for unknown words, is not among them
    affixes: list[tuple[str, bytes]]

    @classmethod
    def count(cls, counts: Counter[str], words: int, least: int) -> "Inventory":
        """Keep the `words` most frequent forms, and parts of words that `least` words of running text have."""
        folded: Counter[str] = Counter()
        parts: Counter[tuple[str, bytes]] = Counter()
        for word, n in counts.items():
            folded[fold(word)] += n
            for part in features(word).items():
                parts[part] += n
        kept = sorted(folded, key=lambda w: (-folded[w], w))[:words]
        names = list(features("x"))
        unknown = [(name, b"") for name in names]
        return cls(kept, unknown + sorted(p for p, n in parts.items() if n >= least and p[1]))

    def rows(self, words: Sequence[str]) -> NDArray[np.int32]:
        """Row of each word, then rows of its parts."""
        places = {w: i + 1 for i, w in enumerate(self.words)}
        parts = {p: i for i, p in enumerate(self.affixes)}
        out = np.zeros((len(words), 8), dtype=np.int32)
        for i, word in enumerate(words):
            out[i, 0] = places.get(fold(word), 0)
            out[i, 1:] = [parts.get(p, parts[p[0], b""]) for p in features(word).items()]
        return out

    def keys(self) -> tuple[list[int], list[int]]:
        """Return what stands for the words and parts in the model: hashes, not strings."""
        words, seen = [0], {0}
        for word in self.words:
            key = hash_key("w", word.encode())
            while key in seen:  # a rare word whose key is taken gets one that no word has
                key = (key + 1) & 0xFFFFFFFF
            seen.add(key)
            words.append(key)
        return words, [hash_key(kind, value) for kind, value in self.affixes]


@dataclass
class Windows:
    """Windows as numbers, end to end: window i is tokens [begins[i], begins[i + 1])."""

    begins: NDArray[np.int64]
    tokens: NDArray[np.int32]  # index into `strings`
    places: NDArray[np.uint8]
    strings: list[str]

    @classmethod
    def cut(cls, examples: Sequence[Any], words: Words, known: list[str] | None = None) -> "Windows":
        """Cut the windows of (sentence, start, end, ...) rows; `known` strings keep their numbers."""
        number = {w: i for i, w in enumerate(known or [])}
        begins, tokens, places = [0], list[int](), list[int]()
        last, spans = None, list[tuple[int, int]]()
        for sentence, start, end, *_ in examples:
            if sentence is not last:
                last, spans = sentence, list(words(sentence))
            cut = window(sentence, start, end, spans)
            tokens += [number.setdefault(w, len(number)) for w in cut.words]
            places += cut.places
            begins.append(len(tokens))
        return cls(np.array(begins), np.array(tokens, np.int32), np.array(places, np.uint8), list(number))
