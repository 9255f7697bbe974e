"""What each row of the parser's tables stands for, and the rows of each word form."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

import torch
from parser_data import AFFIXES, Lexemes, Sentence, count_words, features, fold, frequent
from tokenizers import Tokenizer
from torch import Tensor

KINDS = [*AFFIXES, "shape"]
LEAST = {"p2": 3, "p3": 3, "s1": 2, "s2": 2, "s3": 2, "s4": 4, "shape": 3}
#: Pieces of a form that the teacher reads; the rest of a longer form is left out.
PIECES = 6
UNKNOWN_PIECE = 100


@dataclass
class Indexes:
    """Rows of words, classes of words, affixes and labels. Row 0 of words: unknown; of classes: none."""

    words: dict[str, int]
    word_classes: list[list[int]]
    classes: int
    affixes: dict[tuple[str, bytes], int]
    upos: dict[str, int]
    xpos: dict[str, int]
    relations: dict[str, int]

    @classmethod
    def build(cls, sentences: list[Sentence], lexemes: Lexemes, news: Counter[str], size: int) -> "Indexes":
        """Take the words that the treebanks hold twice, then those of the lexemes most frequent in the news."""
        counted = count_words(sentences)
        known = set(lexemes.words)
        common = sorted((w for w in known if news[w]), key=lambda w: (-news[w] - counted[w], w))
        words = list(dict.fromkeys([*sorted(w for w, n in counted.items() if n >= 2), *common]))[: size - 1]
        classes: dict[str, int] = {}
        rows = [[classes.setdefault(c, len(classes) + 1) for c in lexemes.classes(w)] for w in words]
        widest = max(map(len, rows))
        counts: dict[str, Counter[bytes]] = {k: Counter() for k in KINDS}
        for word, n in Counter(w for s in sentences for w in s.words).items():
            for kind, value in features(word).items():
                counts[kind][value] += n
        affixes: dict[tuple[str, bytes], int] = {}
        for kind in KINDS:  # the first row of each kind: unknown
            for value in [b"", *frequent(counts[kind], LEAST[kind])]:
                affixes[kind, value] = len(affixes)

        def numbered(values: set[str]) -> dict[str, int]:
            return {v: i for i, v in enumerate(sorted(values))}

        return cls(
            {w: i + 1 for i, w in enumerate(words)},
            [[0] * widest, *(r + [0] * (widest - len(r)) for r in rows)],
            len(classes) + 1,
            affixes,
            numbered({t for s in sentences for t in s.upos}),
            numbered({t for s in sentences for t in s.xpos}),
            numbered({r for s in sentences for r in s.relations}),
        )


@dataclass
class Forms:
    """Numbers of word forms as they are written, and the same written small."""

    numbers: dict[str, int] = field(default_factory=dict)
    small: list[int] = field(default_factory=list)

    def add(self, words: Iterable[str]) -> list[int]:
        """Give a number to each word that has none, and return those of all."""
        out = []
        for word in words:
            number = self.numbers.get(word)
            if number is None:
                number = self.numbers[word] = len(self.small)
                self.small.append(number)
                if word.lower() != word:
                    self.small[number] = self.add([word.lower()])[0]
            out.append(number)
        return out

    def rows(self, ix: Indexes) -> tuple[Tensor, Tensor]:
        """Rows of the word and of its affixes for each form."""
        words, affixes = [], []
        for form in self.numbers:
            words.append(ix.words.get(fold(form), 0))
            found = features(form)
            affixes.append([ix.affixes.get((k, found[k]), ix.affixes[k, b""]) for k in KINDS])
        return torch.tensor(words), torch.tensor(affixes)

    def pieces(self, tokenizer: Tokenizer) -> Tensor:
        """Pieces of each form for the teacher, padded with 0."""
        out = torch.zeros(len(self.numbers), PIECES, dtype=torch.long)
        for row, found in enumerate(tokenizer.encode_batch([f[:60] for f in self.numbers], add_special_tokens=False)):
            ids = found.ids[:PIECES] or [UNKNOWN_PIECE]
            out[row, : len(ids)] = torch.tensor(ids)
        return out
