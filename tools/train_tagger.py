"""Train the part-of-speech tagger that ships as python/tenor/data/tagger_en.txt.

usage: python tools/train_tagger.py TREEBANK_FOLDER OUT

A trigram hidden Markov model over Penn tags (Brants 2000, "TnT"): transitions interpolated with bigrams, words as they
were seen, unknown words by shape and suffix. Everything is written as whole hundredths of a negative logarithm, so that
the tagger adds integers and gives the same tags on every machine. Words are merged as tenor's segmenter has them:
a hyphen compound is one word. Prints accuracy on EWT's dev part, with this script's own decoder.
"""

import gzip
import hashlib
import math
import sys
from collections import Counter, defaultdict
from pathlib import Path

TRAIN = ["ewt_train.conllu.gz", "gum_open_train.conllu.gz"]
DEV = "ewt_dev.conllu.gz"
TRIGRAM_WEIGHT = 0.8
# Penn tags that differ by convention only, and marks that tenor's words do not tell apart.
MERGED = {
    "HYPH": ":", "NFP": ":", "AFX": "JJ", "GW": "NN", "ADD": "NNP", "LS": "CD", "SYM": "$", "``": '"', "''": '"',
    "-LRB-": "(", "-RRB-": ")", "PUNCT": ":", "X": "FW", "_": "FW",
}  # fmt: skip
OPEN = ["NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "VB", "VBD", "VBN", "VBG", "VBZ", "VBP", "RB", "CD", "FW", "UH"]

Sentence = list[tuple[str, str]]


def read(path: Path) -> list[Sentence]:
    """Sentences of (word, tag)."""
    sentences: list[Sentence] = []
    rows: list[tuple[str, str, bool]] = []
    for line in gzip.decompress(path.read_bytes()).decode().split("\n"):
        fields = line.split("\t")
        if fields == [""]:
            if rows:
                sentences.append(merge(rows))
            rows = []
        elif fields[0].isdigit():
            rows.append((fields[1], fields[4] if fields[4] != "_" else fields[3], "SpaceAfter=No" in fields[9]))
    return sentences


def merge(rows: list[tuple[str, str, bool]]) -> Sentence:
    """Make hyphen compounds one word: an adjective if its last part is a participle or stands before a noun."""
    out: Sentence = []
    i = 0
    while i < len(rows):
        word, tag, _ = rows[i]
        last = i
        while last + 2 < len(rows) and rows[last][2] and rows[last + 1][1] == "HYPH" and rows[last + 1][2]:
            word += "-" + rows[last + 2][0]
            tag = rows[last + 2][1]
            last += 2
        if last > i:
            before_noun = last + 1 < len(rows) and rows[last + 1][1].startswith("NN")
            if tag in ("VBN", "VBG", "VBD") or (tag == "NN" and before_noun):
                tag = "JJ"
        out.append((word, MERGED.get(tag, tag)))
        i = last + 1
    return out


def shape(word: str) -> str:
    """Class of an unknown word: 9 with a digit, - with a hyphen, a lower case, A capitalised, AA all capitals."""
    if any(c.isdigit() for c in word):
        return "9"
    if "-" in word[1:]:
        return "-"
    if not word[:1].isupper():
        return "a"
    return "AA" if len(word) > 1 and word.isupper() else "A"


def score(p: float) -> int:
    """Hundredths of a negative logarithm."""
    return round(-100 * math.log(p))


class Model:
    """Scores of transitions, words and suffixes."""

    def __init__(self, sentences: list[Sentence]) -> None:
        self.tags = Counter(t for s in sentences for _, t in s)
        self.names = sorted(self.tags)
        self.total = sum(self.tags.values())
        self._count_transitions(sentences)
        self._count_words(sentences)

    def _count_transitions(self, sentences: list[Sentence]) -> None:
        pairs: dict[str, Counter[str]] = defaultdict(Counter)
        triples: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for sentence in sentences:
            before, last = "^", "^"
            for tag in [*(t for _, t in sentence), "^"]:
                pairs[last][tag] += 1
                triples[before, last][tag] += 1
                before, last = last, tag
        ends = [*self.names, "^"]

        def bigram(last: str, tag: str) -> float:
            unigram = (self.tags[tag] if tag != "^" else len(sentences)) / self.total
            seen = sum(pairs[last].values())
            return 0.9 * (pairs[last][tag] / seen if seen else unigram) + 0.1 * unigram + 1e-6

        self.bigrams = {p: [score(bigram(p, t)) for t in ends] for p in ends}
        self.trigrams = {
            (q, p): [score(TRIGRAM_WEIGHT * c[t] / sum(c.values()) + (1 - TRIGRAM_WEIGHT) * bigram(p, t)) for t in ends]
            for (q, p), c in triples.items()
        }

    def _count_words(self, sentences: list[Sentence]) -> None:
        words: dict[str, Counter[str]] = defaultdict(Counter)
        for sentence in sentences:
            for i, (word, tag) in enumerate(sentence):
                lowered = i == 0 and word != "I" and not tag.startswith("NNP") and shape(word) == "A"
                words[word[0].lower() + word[1:] if lowered else word][tag] += 1
        by_shape: dict[str, Counter[str]] = defaultdict(Counter)
        by_suffix: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for word, counts in words.items():
            if sum(counts.values()) > 5:
                continue
            kind = shape(word)
            by_shape[kind].update(counts)
            for n in range(1, 5):
                if kind in ("a", "A") and len(word) > n:
                    by_suffix[kind, word[-n:].lower()].update(counts)
        flat = {t: 1 / len(OPEN) for t in OPEN}
        self.shapes = {k: self._smooth(c, flat, 2.0) for k, c in by_shape.items()}
        self.suffixes: dict[tuple[str, str], dict[str, float]] = {}
        for kind, suffix in sorted(by_suffix, key=lambda k: len(k[1])):
            counts = by_suffix[kind, suffix]
            shorter = self.suffixes.get((kind, suffix[1:]), self.shapes[kind])
            # A suffix seen once or twice says no more than a shorter one.
            if len(suffix) == 1 or sum(counts.values()) > 2:
                self.suffixes[kind, suffix] = self._smooth(counts, shorter, 3.0)
        # Frequent words first, so that what the core reads all the time lies together.
        often = sorted(words, key=lambda w: (-sum(words[w].values()), w))
        self.words = {w: self._emissions(w, words[w]) for w in often}

    def _smooth(self, counts: Counter[str], prior: dict[str, float], weight: float) -> dict[str, float]:
        seen = sum(counts[t] for t in OPEN)
        return {t: (counts[t] + weight * prior[t]) / (seen + weight) for t in OPEN}

    def unknown(self, word: str) -> dict[str, float]:
        """Tag probabilities of a word never seen, by its longest known suffix."""
        kind = shape(word)
        for n in range(min(4, len(word) - 1), 0, -1):
            if (kind, word[-n:].lower()) in self.suffixes:
                return self.suffixes[kind, word[-n:].lower()]
        return self.shapes[kind]

    def as_emissions(self, p: dict[str, float], count: float = 1.0) -> dict[str, int]:
        """Scores of a word given each tag, from tag probabilities given the word (Bayes; up to a constant)."""
        best = max(p.values())
        return {t: score(v * count / self.tags[t]) for t, v in p.items() if v >= 0.01 * best}

    def _emissions(self, word: str, counts: Counter[str]) -> dict[str, int]:
        n = sum(counts.values())
        p = {t: c / n for t, c in counts.items()}
        if n <= 2:
            # Seen once or twice: other tags stay possible, as the word's suffix suggests.
            p = {t: v / (n + 1) for t, v in self.unknown(word).items()}
            for t, c in counts.items():
                p[t] = p.get(t, 0.0) + c / (n + 1)
        return self.as_emissions(p, n)

    def candidates(self, word: str, first: bool) -> dict[str, int]:
        """Scores of the tags a word can have; the first word of a sentence may be a lower-case word capitalised."""
        found = self.words.get(word, {})
        if first and shape(word) == "A":
            lower = self.words.get(word[0].lower() + word[1:], {})
            found = {t: min(e[t] for e in (found, lower) if t in e) for t in {*found, *lower}}
        return found or self.as_emissions(self.unknown(word))

    def tag(self, words: list[str]) -> list[str]:
        """Best tags of a sentence (Viterbi)."""
        column = {("^", "^"): 0}
        history: list[dict[tuple[str, str], tuple[str, str]]] = []
        index = {t: i for i, t in enumerate([*self.names, "^"])}
        for i, word in enumerate(words):
            following: dict[tuple[str, str], int] = {}
            back: dict[tuple[str, str], tuple[str, str]] = {}
            for tag, emission in sorted(self.candidates(word, i == 0).items()):
                for (q, p), cost in column.items():
                    row = self.trigrams.get((q, p)) or self.bigrams[p]
                    total = cost + row[index[tag]] + emission
                    if (p, tag) not in following or total < following[p, tag]:
                        following[p, tag], back[p, tag] = total, (q, p)
            column = following
            history.append(back)
        state = min(column, key=lambda s: column[s] + (self.trigrams.get(s) or self.bigrams[s[1]])[index["^"]])
        tags = []
        for back in reversed(history):
            tags.append(state[1])
            state = back[state]
        return tags[::-1]

    def write(self, path: Path, notes: list[str]) -> None:
        """Write the model as lines of text, which the core reads."""
        lines = ["tenor tagger 1", *(f"# {n}" for n in notes), "tags " + " ".join([*self.names, "^"])]
        lines += [f"2 {p} " + " ".join(map(str, row)) for p, row in self.bigrams.items()]
        lines += [f"3 {q} {p} " + " ".join(map(str, row)) for (q, p), row in sorted(self.trigrams.items())]
        lines += [f"s {k} {pack(self.as_emissions(p))}" for k, p in sorted(self.shapes.items())]
        lines += [f"e {k} {s} {pack(self.as_emissions(p))}" for (k, s), p in sorted(self.suffixes.items())]
        lines += [f"w {w} {pack(e)}" for w, e in self.words.items() if " " not in w]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def pack(emissions: dict[str, int]) -> str:
    return " ".join(f"{t} {s}" for t, s in sorted(emissions.items()))


def main(folder: str, out: str) -> None:
    root = Path(folder)
    model = Model([s for name in TRAIN for s in read(root / name)])
    dev = read(root / DEV)
    right = sum(t == p for s in dev for (_, t), p in zip(s, model.tag([w for w, _ in s]), strict=True))
    figure = f"Penn tags right on EWT dev: {right / sum(map(len, dev)):.4f}"
    hashes = [f"{n} sha256 {hashlib.sha256((root / n).read_bytes()).hexdigest()}" for n in TRAIN]
    model.write(Path(out), ["made by tools/train_tagger.py; CC BY-SA 4.0", *hashes, figure])
    print(figure)


if __name__ == "__main__":
    main(*sys.argv[1:])
