"""Part of speech, head and relation of each word: Universal Dependencies v2 for English."""

from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from importlib.resources import files
from typing import NamedTuple

from tenor import _core
from tenor._core import Error
from tenor.text import Segmenter, Span, refuse

__all__ = ["Parse", "Parser", "Word"]


class Word(NamedTuple):
    """A syntactic word: a word of the text or a part of one ("do" and "n't", "28", "-" and "point")."""

    start: int
    end: int
    text: str
    upos: str
    """Part of speech, one of UD's seventeen: "NOUN", "VERB"..."""
    head: int
    """The word this one hangs on, counted from 1 in its sentence; 0 for the root."""
    relation: str
    """Relation to the head, with UD's subtype: "nsubj", "acl:relcl"..."""


@cache
def shipped_parser() -> _core.Parser:
    """Return the parser that ships with the package."""
    return _core.Parser((files("tenor") / "data" / "parser_en.bin").read_bytes())


class Parser:
    """Finds the dependency trees of English sentences.

    A convolutional network scores heads and relations (after Dozat and Manning 2017, with the dilated convolutions of
    Strubell and others 2017); where the best heads make no tree, the maximum spanning arborescence is taken (Chu and
    Liu 1965, Edmonds 1967). Trained by tools/train_parser.py on the English Web Treebank, GUM's open genres, and news
    labelled by larger networks that learnt from these.

    Parameters
    ----------
    segmenter : Segmenter, optional
        Finds the sentences and words; by default one that decides on line breaks for each text.

    Notes
    -----
    A sentence of more than 250 words is parsed in stretches, whose roots hang on the first one's by parataxis.
    """

    def __init__(self, segmenter: Segmenter | None = None) -> None:
        self._segmenter = segmenter or Segmenter()

    def parse(self, text: str) -> "Parse":
        """Trees of all sentences of a text.

        Raises
        ------
        TypeError
            If `text` is not a string.
        Error
            If it holds a lone surrogate.
        """
        if not isinstance(text, str):  # the core would read bytes too
            refuse(text)
        try:
            found = shipped_parser().parse(self._segmenter._core, text)
        except TypeError:
            refuse(text)
        sentences = [[Word(a, b, text[a:b], upos, head, rel) for a, b, upos, head, rel in rows] for rows in found]
        return Parse(text, sentences)

    def parse_words(self, words: Sequence[str]) -> "Parse":
        """Tree of one sentence whose words are known, cut as UD cuts them; offsets are those of ``" ".join(words)``.

        Raises
        ------
        TypeError
            If `words` is one string, or one of them is not a string.
        Error
            If one of them is empty or holds a lone surrogate.
        """
        if isinstance(words, str):
            raise TypeError("words must be a sequence of words, not one string; call parse(text) to have them found")
        words = list(words)
        for i, word in enumerate(words):
            if not isinstance(word, str):
                refuse(word, f"words[{i}]")
            if not word:
                raise Error(f"words[{i}] is empty; leave it out")
        try:
            found = shipped_parser().parse_words(words)
        except TypeError:
            for i, word in enumerate(words):
                if any("\ud800" <= c <= "\udfff" for c in word):
                    refuse(word, f"words[{i}]")
            raise
        sentence, at = [], 0
        for word, (upos, head, relation) in zip(words, found, strict=True):
            sentence.append(Word(at, at + len(word), word, upos, head, relation))
            at += len(word) + 1
        return Parse(" ".join(words), [sentence] if sentence else [])


#: Relations of the words before a noun that belong to its base phrase.
_BEFORE = {"det", "det:predet", "amod", "nummod", "compound", "nmod:poss", "nmod:desc", "nmod:unmarked", "flat"}
_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "SYM", "X"}


class Parse:
    """Trees of a text.

    Attributes
    ----------
    text : str
        The text given.
    sentences : list of list of Word
        Words of each sentence.
    """

    def __init__(self, text: str, sentences: list[list[Word]]) -> None:
        self.text = text
        self.sentences = sentences

    @property
    def words(self) -> list[Word]:
        """Words of all sentences; heads are counted in each word's own sentence."""
        return [word for sentence in self.sentences for word in sentence]

    @property
    def tags(self) -> list[str]:
        """Parts of speech of all words."""
        return [word.upos for word in self.words]

    @property
    def heads(self) -> list[int]:
        """Heads of all words, counted from 1 in each sentence; 0 for its root."""
        return [word.head for word in self.words]

    @property
    def relations(self) -> list[str]:
        """Relations of all words to their heads."""
        return [word.relation for word in self.words]

    def __len__(self) -> int:
        return sum(map(len, self.sentences))

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    def __repr__(self) -> str:
        return f"<Parse of {len(self.sentences)} sentences, {len(self)} words>"

    def noun_phrases(self) -> list[Span]:
        """Find the base noun phrases: nouns and pronouns with what modifies them before, and the rest of a name.

        Not what follows the head ("of ...", "who ..."), so none holds another; a possessor belongs to its phrase ("the
        president's plan").
        """
        phrases: list[Span] = []
        for sentence in self.sentences:
            start, end = list(range(len(sentence))), list(range(len(sentence)))  # each word's own modifiers
            # The words below a word come to it from the inside out: those nearest first.
            for i in sorted(range(len(sentence)), key=lambda i: abs(i + 1 - sentence[i].head)):
                head = sentence[i].head - 1
                if head < 0:
                    continue
                if i < head and (sentence[i].relation in _BEFORE or sentence[i].upos == "ADJ"):
                    start[head] = min(start[head], start[i])
                elif i > head and sentence[i].relation == "flat":
                    end[head] = max(end[head], end[i])
            covered = -1
            for i, word in sorted(enumerate(sentence), key=lambda iw: start[iw[0]]):
                if word.upos in _NOMINAL - {"NUM", "SYM", "X"} and word.relation not in _BEFORE and start[i] > covered:
                    phrases.append(Span(sentence[start[i]].start, sentence[end[i]].end))
                    covered = end[i]
        return phrases

    def to_conllu(self) -> str:
        """CoNLL-U, the format of Universal Dependencies; columns that are not known hold ``_``."""
        out = []
        for number, sentence in enumerate(self.sentences, 1):
            said = " ".join(self.text[sentence[0].start : sentence[-1].end].split()) if sentence else ""
            out += [f"# sent_id = {number}", f"# text = {said}"]
            for i, w in enumerate(sentence):
                joined = i + 1 < len(sentence) and sentence[i + 1].start == w.end
                misc = "SpaceAfter=No" if joined else "_"
                form = "".join(w.text.split()) or "_"
                out.append(f"{i + 1}\t{form}\t_\t{w.upos}\t_\t_\t{w.head}\t{w.relation}\t_\t{misc}")
            out.append("")
        return "".join(line + "\n" for line in out)

    def _repr_html_(self) -> str:
        shown = [s for s in self.sentences if s][:_MAX_SENTENCES]
        left = sum(1 for s in self.sentences if s) - len(shown)
        more = f"<p>and {left} more sentences</p>" if left else ""
        return f'<div class="tenor-parse" style="overflow-x:auto">{"".join(map(_picture, shown))}{more}</div>'


_MAX_SENTENCES, _MAX_WORDS = 10, 80


def _picture(sentence: list[Word]) -> str:
    """Draw a sentence's arcs over its words as SVG: no script, the page's own colour and font."""
    words = sentence[:_MAX_WORDS]
    middles, at = [], 8.0
    for w in words:
        width = max(38.0, 8.2 * max(len(w.text), len(w.upos)) + 14)
        middles.append(at + width / 2)
        at += width
    # An arc stands above all arcs within it.
    arcs = sorted((abs(w.head - 1 - i), i) for i, w in enumerate(words) if 0 < w.head <= len(words))
    top = [0] * len(words)
    drawn, highest = [], 1
    for _, i in arcs:
        low, high = sorted((i, words[i].head - 1))
        level = max(top[low:high], default=0) + 1
        top[low:high] = [level] * (high - low)
        highest = max(highest, level)
        drawn.append((i, level))
    floor = 24.0 + 22 * highest
    out = []
    for i, level in drawn:
        a, b = middles[words[i].head - 1], middles[i] + (5 if words[i].head - 1 > i else -5)
        y = floor - 22 * level
        out.append(
            f'<path d="M{a:.0f},{floor}C{a:.0f},{y:.0f} {b:.0f},{y:.0f} {b:.0f},{floor}" fill="none" '
            f'stroke="currentColor" opacity=".6"/><path d="M{b - 3:.0f},{floor - 5}l3,6l3,-6z" fill="currentColor"/>'
            f'<text x="{(a + b) / 2:.0f}" y="{floor - 0.75 * (floor - y) - 3:.0f}" font-size="10" '
            f'text-anchor="middle">{escape(words[i].relation)}</text>'
        )
    for x, w in zip(middles, words, strict=True):
        root = ' font-weight="bold"' if w.head == 0 else ""
        out.append(f'<text x="{x:.0f}" y="{floor + 16}" text-anchor="middle"{root}>{escape(w.text)}</text>')
        out.append(
            f'<text x="{x:.0f}" y="{floor + 31}" font-size="10" opacity=".7" text-anchor="middle">'
            f"{escape(w.upos)}</text>"
        )
    cut = f'<text x="{at:.0f}" y="{floor + 16}">…</text>' if len(sentence) > len(words) else ""
    return (
        f'<svg width="{at + 24:.0f}" height="{floor + 40:.0f}" role="img" style="color:inherit" fill="currentColor" '
        f'font-family="inherit" font-size="14">{"".join(out)}{cut}</svg><br>'
    )
