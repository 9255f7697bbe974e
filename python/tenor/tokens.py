"""Documents as words: from texts, cut by the segmenter, or from tokens; and patterns that find words in them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

import narwhals as nw
import numpy as np

from tenor._core import Error
from tenor.frames import strings
from tenor.text import Segmenter, Span

__all__ = ["Matcher", "Tokens", "is_punctuation", "read_tokens"]


class Tokens:
    """Documents, each as (label, tokens, spans); spans are None where tokens were given. Read once.

    Attributes
    ----------
    kind : str
        The kind of frame the documents came in, empty for a list.
    """

    def __init__(self, documents: Iterable[object], labels: Iterable[Any] | None, kind: str) -> None:
        self._documents, self._labels, self.kind = documents, labels, kind

    def __iter__(self) -> Iterator[tuple[Any, list[str], list[Span] | None]]:
        segmenter = Segmenter()
        labels = iter(self._labels) if self._labels is not None else None
        for i, document in enumerate(self._documents):
            label = next(labels) if labels is not None else i
            if isinstance(document, str):
                spans = segmenter.words(document)
                yield label, [document[start:end] for start, end in spans], spans
            elif isinstance(document, list | tuple | np.ndarray) and all(isinstance(token, str) for token in document):
                yield label, list(document), None
            else:
                shown = repr(document)
                raise Error(
                    f"document {i} is {shown[:40]}{'...' if len(shown) > 40 else ''}, neither a text nor a list of "
                    "tokens; drop it or replace it"
                )


def read_tokens(texts: Any, column: str = "text") -> Tokens:
    """Read texts (a list, a series, a frame with a column of them) or lists of tokens."""
    if isinstance(texts, str | bytes):
        raise Error("texts is one text, not a list of texts; give [text]")
    frame = nw.from_native(texts, pass_through=True, allow_series=True)
    if isinstance(frame, nw.LazyFrame):
        raise Error("the frame is lazy; collect it first, as in frame.collect()")
    if isinstance(frame, nw.DataFrame):
        if column not in frame.columns:
            has = ", ".join(map(repr, frame.columns))
            raise Error(f"there is no column {column!r}; the frame has {has}: name one with text=")
        labels = texts.index if frame.implementation.value == "pandas" else None
        series = frame[column]
    elif isinstance(frame, nw.Series):
        labels, series = (texts.index if frame.implementation.value == "pandas" else None), frame
    elif isinstance(texts, dict):
        return Tokens(texts.values(), texts.keys(), "")
    elif isinstance(texts, Iterable):
        return Tokens(texts, None, "")
    else:
        raise TypeError(f"texts must be a list of texts or a frame of them, not {type(texts).__name__}")
    nested = series.dtype in (nw.Object, nw.String, nw.List)
    values = series.to_list() if nested else strings(series.to_arrow(), series.name)
    return Tokens(values, labels, frame.implementation.value)


@lru_cache(maxsize=1 << 16)
def is_punctuation(token: str) -> bool:
    """Whether a token is punctuation and nothing else."""
    return bool(token) and all(unicodedata.category(c)[0] == "P" for c in token)


class Matcher:
    """Finds patterns in tokens: each distinct word is compared once, however often it stands."""

    def __init__(self, pattern: str | Iterable[str], *, regex: bool = False, case: bool = False) -> None:
        from tenor.scaling.seeds import glob

        patterns = [pattern] if isinstance(pattern, str) else list(pattern)
        if not patterns:
            raise Error("no pattern is given; name a word at least")
        self._patterns: list[tuple[str, list[re.Pattern[str]]]] = []
        for one in patterns:
            if not isinstance(one, str) or not one.split():
                raise Error(f"a pattern must be a str with a word in it, not {one!r}")
            try:
                parts = [
                    re.compile(part, 0 if case else re.IGNORECASE) if regex else glob(part, case)
                    for part in one.split()
                ]
            except re.error as e:
                raise Error(f"pattern {one!r} is not a regular expression: {e}; use regex=False for a glob") from None
            self._patterns.append((one, parts))
        self._known: dict[str, frozenset[tuple[int, int]]] = {}

    def _parts(self, token: str) -> frozenset[tuple[int, int]]:
        """Return which parts (pattern, place) the token matches."""
        known = self._known.get(token)
        if known is None:
            known = frozenset(
                (p, i)
                for p, (_, parts) in enumerate(self._patterns)
                for i, part in enumerate(parts)
                if part.fullmatch(token)
            )
            self._known[token] = known
        return known

    def find(self, tokens: Sequence[str]) -> list[tuple[int, int, str]]:
        """Return (begin, end, pattern) of every match, by place and then by the order of the patterns."""
        matched = [self._parts(token) for token in tokens]
        out = []
        for begin, here in enumerate(matched):
            if not here:
                continue
            for p, (pattern, parts) in enumerate(self._patterns):
                if (p, 0) not in here or begin + len(parts) > len(tokens):
                    continue
                if all((p, i) in matched[begin + i] for i in range(1, len(parts))):
                    out.append((begin, begin + len(parts), pattern))
        return out
