"""How positive or negative the language of a sentence is, and each word's share in it."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cache
from os import PathLike
from typing import Any, Literal, TypeVar

import numpy as np
from numpy.typing import NDArray

from tenor import _core
from tenor._core import Error
from tenor.explanation import Explanation, Share
from tenor.lexicon import Lexicon, table
from tenor.text import refuse
from tenor.tone import Tone, tone

__all__ = ["FIXES", "Explanation", "Lexicon", "Sentiment", "SentimentIntensityAnalyzer", "Share", "Tone"]

_T = TypeVar("_T")
_N = TypeVar("_N", bound=np.generic)

#: Quirks of vaderSentiment 3.3.2 and the bit that repairs each (cpp/tenor/sentiment/vader.h says what they are).
FIXES = {"quotes": 1, "so_this": 2, "but": 4, "idioms": 8, "keys": 16, "emoji": 32, "length": 64, "short": 128}

#: The valence of "not" and its like themselves in the news scorer, chosen on five sets of ratings: it helps on all.
NEGATOR = -0.5


@cache
def shipped(name: Literal["vader", "news"]) -> Lexicon:
    """Return the lexicon of one of the built-in scorers."""
    rows = table("vader_lexicon.tsv") + (table("news_lexicon.tsv") if name == "news" else [])
    return Lexicon({term: float(value.partition("\t")[0]) for term, value in rows}, name=name)


def _fix_bits(fixes: str | Iterable[str]) -> int:
    if fixes == "all":
        return sum(FIXES.values())
    names = [fixes] if isinstance(fixes, str) else list(fixes)
    for name in names:
        if name not in FIXES:
            raise Error(f"there is no fix {name!r}; there are {', '.join(map(repr, FIXES))}, or 'all' for every one")
    return sum({FIXES[name] for name in names})


class Sentiment:
    """Scores the sentiment of sentences: of their language, whoever speaks and whatever about.

    Parameters
    ----------
    lexicon : {"news", "vader"} or Lexicon or path
        ``"news"`` is tenor's own scorer, made for reporting. ``"vader"`` gives the numbers of vaderSentiment 3.3.2
        (Hutto & Gilbert 2014) to the last digit. A lexicon of your own, or the path of its file, is scored by the
        rules of ``"news"``.
    fixes : "all" or iterable of str
        For ``"vader"`` alone: which of its quirks to repair, of `FIXES`.
    threads : int, optional
        How many threads score a batch; by default as many as there are cores. The result does not depend on it.

    Raises
    ------
    Error
        If there is no such scorer or fix, or the lexicon's file cannot be read.
    """

    def __init__(
        self,
        lexicon: str | PathLike[str] | Lexicon = "news",
        *,
        fixes: str | Iterable[str] = (),
        threads: int | None = None,
    ) -> None:
        bits = _fix_bits(fixes)
        if bits and lexicon != "vader":
            raise Error("fixes= repairs quirks of 'vader'; the other scorers have none of them")
        if threads is not None and threads < 1:
            raise Error(f"threads must be at least 1, not {threads}; leave it out for all cores")
        self.threads = threads
        if isinstance(lexicon, Lexicon):
            self.lexicon = lexicon
        elif lexicon in ("vader", "news"):
            self.lexicon = shipped(lexicon)
        else:
            lexicon = self.lexicon = Lexicon.read(lexicon)  # pickled with its terms: where it wakes is no such file
        self._args = (lexicon, tuple(name for name, bit in FIXES.items() if bits & bit), threads)
        emoji = table("emoji.tsv")
        # What the other modules hand to the compiled core.
        self._core: _core.Scorer = (
            _core.VaderScorer(list(self.lexicon.items()), emoji, bits)
            if lexicon == "vader"
            else _core.NewsScorer(list(self.lexicon.items()), emoji, NEGATOR if lexicon == "news" else 0.0)
        )

    def __reduce__(self) -> tuple[Any, ...]:
        return _remake, self._args

    def __repr__(self) -> str:
        return f"Sentiment({self.lexicon.name!r})"

    def score(self, texts: Iterable[str]) -> NDArray[np.float64]:
        """One score for each text, negative to positive; 0 where no word is known.

        Parameters
        ----------
        texts : iterable of str, or Arrow array or series
            Sentences. A longer text is scored as one sentence, and saturates: split it first. An array of Arrow and a
            series that lies in Arrow's memory are read where they lie.

        Returns
        -------
        array of shape (n,)
            Between -1 and 1, except for ``fixes="length"``, where it is the sum of valences.

        Raises
        ------
        TypeError
            If `texts` is one string, or one of them is not a string (which one is named).
        Error
            If a text holds a lone surrogate, or is null in an Arrow array.
        """
        return self.score_hits(texts)[0]

    def score_hits(self, texts: Iterable[str]) -> tuple[NDArray[np.float64], NDArray[np.int32]]:
        """Scores as `score` gives them, and how many words and phrases of each text the lexicon knows.

        Returns
        -------
        scores : array of shape (n,)
        hits : array of shape (n,)
        """
        scores, hits = zip(*(part for _, part in self._parts(self._core.score, texts)), strict=True)
        return _joined(scores), _joined(hits)

    def counts(self, texts: Iterable[str]) -> NDArray[np.int32]:
        """How many words and phrases of each text count for and against, after the rules, and how many words there are.

        Returns
        -------
        array of shape (n, 3)
            Positive, negative, words. A negation that the news scorer gives a valence of its own counts as negative.
        """
        return _joined([part for _, part in self._parts(self._core.counts, texts)])

    def shares(
        self, texts: Iterable[str]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
        """List what `explain` lists, for many texts at once, as columns.

        Returns
        -------
        text, start, end : int arrays
            The number of the text, and the span of the word or phrase in it.
        value : float array
            What it adds to the text's score.
        """
        parts = [(text + first, *rest) for first, (text, *rest) in self._parts(self._core.shares, texts)]
        text, start, end, value = zip(*parts, strict=True)
        return _joined(text), _joined(start), _joined(end), _joined(value)

    def tone(self, texts: Iterable[str], by: Iterable[Hashable] | None = None) -> dict[Hashable, Tone]:
        """Figures of groups of sentences: log ratio, net tone, mean, with coverage beside each.

        Parameters
        ----------
        texts : iterable of str
            Sentences, or segments; the unit is yours to choose and to report.
        by : iterable, optional
            A group for each text, as its outlet or its month; by default all are one group, ``"all"``.

        Returns
        -------
        dict of Tone
            In the order in which groups first occur.
        """
        rows = _listed(texts)
        return tone(self, rows, ["all"] * len(rows) if by is None else by)

    def _parts(self, method: Callable[[Any, int], _T], texts: Iterable[str]) -> list[tuple[int, _T]]:
        """Return what `method` of the core gives, with the number of its first text; for Arrow, of each array."""
        threads = self.threads or 0
        if not isinstance(texts, list | str | bytes):
            from tenor.intake import Chunks, arrays_of  # not for lists: it takes a while to load

            texts = arrays_of(texts)
            if isinstance(texts, Chunks):
                arrays = list(_numbered(texts.arrays))
                return [(first, method(a.__arrow_c_array__(), threads)) for first, a in arrays] or self._parts(
                    method, []
                )
        rows = _listed(texts)
        try:
            return [(0, method(rows, threads))]
        except (TypeError, Error):
            _check_all(rows)
            raise

    def polarity_scores(self, text: str) -> dict[str, float]:
        """VADER's four numbers: ``neg``, ``neu`` and ``pos``, parts that add up to 1, and ``compound``, in [-1, 1]."""
        _check(text)
        return dict(zip(("neg", "neu", "pos", "compound"), self._core.polarity(text), strict=True))

    def explain(self, text: str) -> Explanation:
        """List the words and phrases that made the score, in order; their values add up to it. A notebook draws it.

        A share's ``rule`` says what changed the word's own valence ("negation+contrast"); empty for nothing.
        """
        _check(text)
        return Explanation(
            text, [Share(a, b, text[a:b], value, rule) for a, b, value, rule in self._core.explain(text)]
        )


def _listed(texts: Iterable[str]) -> list[str]:
    if isinstance(texts, str | bytes):
        raise TypeError("texts must be an iterable of str, not one text; put it in a list")
    return texts if isinstance(texts, list) else list(texts)


def _numbered(arrays: Iterable[Any]) -> Iterator[tuple[int, Any]]:
    """Yield Arrow's arrays, each with the number of its first text."""
    first = 0
    for array in arrays:
        if array.null_count:
            missing = first + array.is_null().index(True).as_py()
            raise Error(f"texts[{missing}] is null; drop it, or put an empty text in its place")
        yield first, array
        first += len(array)


def _joined(columns: Sequence[NDArray[_N]]) -> NDArray[_N]:
    return columns[0] if len(columns) == 1 else np.concatenate(columns)


def _check_all(rows: list[str]) -> None:
    for i, row in enumerate(rows):
        _check(row, f"texts[{i}]")


def _check(text: object, name: str = "text") -> None:
    try:
        if not isinstance(text, str):
            raise TypeError
        text.encode()
    except (TypeError, UnicodeEncodeError):
        refuse(text, name)


def _remake(lexicon: str | PathLike[str] | Lexicon, fixes: tuple[str, ...], threads: int | None) -> Sentiment:
    return Sentiment(lexicon, fixes=fixes, threads=threads)


class SentimentIntensityAnalyzer(Sentiment):
    """A drop-in for vaderSentiment's class of this name: ``Sentiment("vader")``."""

    def __init__(self) -> None:
        super().__init__("vader")

    def __reduce__(self) -> tuple[Any, ...]:
        return SentimentIntensityAnalyzer, ()
