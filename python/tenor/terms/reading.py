"""Documents on their way to the core, and the path that a call takes: the core's, or scikit-learn's Python."""

import os
import re
import warnings
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from numbers import Integral
from typing import Any, NamedTuple

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer as SkCountVectorizer
from sklearn.utils._param_validation import StrOptions

from tenor import _core
from tenor.intake import Chunks, arrays_of
from tenor.terms.tabulating import Tabulating
from tenor.text import Segmenter

__all__ = ["ANALYZERS", "Plan", "Reading", "listed", "refuse_one_text", "threads", "warn_of_upper_case"]

_UNITS = {
    "word": _core.Unit.word,
    "char": _core.Unit.character,
    "char_wb": _core.Unit.padded_word,
    "icu": _core.Unit.segment,
}
# Patterns that find the runs of at least so many word characters: all that the core's tokeniser knows.
_RUNS = re.compile(r"(?:\(\?u\))?(?:\\b)?((?:\\w)*)(?:\\w\+|\\w\{([1-9]\d{0,3}),\})(?:\\b)?")
# Methods that a subclass may override to change what a token is; then Python has to call them.
_HOOKS = ("build_analyzer", "build_tokenizer", "_word_ngrams", "_char_ngrams", "_char_wb_ngrams")
_WORD = re.compile(r"\w")
#: What the parameter `analyzer` may be.
ANALYZERS = [StrOptions(set(_UNITS)), callable]
_BATCH = 2048


class Plan(NamedTuple):
    """How the core is to read documents."""

    unit: "_core.Unit"
    min_length: int
    lowercase: bool
    stop_words: frozenset[str]
    prepare: Callable[[Any], str] | None
    path: str

    @property
    def of_words(self) -> bool:
        """Whether terms are words and sequences of words."""
        return self.unit in (_core.Unit.word, _core.Unit.segment)


def threads(n_jobs: int | None) -> int:
    """Threads for `n_jobs` as joblib counts them: None is 1, -1 all cores, -2 all but one."""
    if n_jobs is None:
        return 1
    if not isinstance(n_jobs, Integral) or n_jobs == 0:
        raise ValueError(f"n_jobs must be None or a whole number other than 0, not {n_jobs!r}")
    return int(n_jobs) if n_jobs > 0 else max(1, (os.cpu_count() or 1) + 1 + int(n_jobs))


def _batches(documents: Iterable[Any], whole: bool) -> Iterator[list[Any]]:
    """Yield lists of documents: all at once where they are at hand anyway and nothing is made of them."""
    if whole and isinstance(documents, list | tuple | np.ndarray):
        yield list(documents)
        return
    iterator = iter(documents)
    while batch := list(islice(iterator, _BATCH)):
        yield batch


class Reading(Tabulating):
    """What counting and hashing share: which path a call takes, and documents on their way to the core."""

    n_jobs: int | None
    unit: str

    def _warn_for_unused_params(self: Any) -> None:
        if self.analyzer != "icu":
            SkCountVectorizer._warn_for_unused_params(self)

    def build_analyzer(self: Any) -> Callable[[Any], list[str]]:
        """Return a function from a document to its terms. See scikit-learn's method."""
        if self.analyzer != "icu":
            made: Callable[[Any], list[str]] = SkCountVectorizer.build_analyzer(self)
            return made
        stop_words, segmenter = self.get_stop_words(), Segmenter()
        prepare = self.build_preprocessor() if self._prepares() else str
        lower = str.lower if self.lowercase and prepare is str else str  # later: capitals tell the segmenter things

        def analyze(document: Any) -> list[str]:
            text = prepare(self.decode(document))
            words = [lower(text[w.start : w.end]) for w in segmenter.words(text)]
            return self._word_ngrams([w for w in words if _WORD.search(w)], stop_words)  # type: ignore[no-any-return]

        return analyze

    def _rows(self: Any, documents: Iterable[Any]) -> Iterable[Any]:
        """Give what becomes rows: the documents, or their sentences, whose places `rows_` has once all are read."""
        self.__dict__.pop("rows_", None)
        documents = arrays_of(documents)
        if self.unit == "document":
            return documents
        if self.unit != "sentence":
            raise _core.Error(f"unit must be 'document' or 'sentence', not {self.unit!r}")
        if self.input != "content":
            raise _core.Error(f"unit='sentence' reads input='content' only, not {self.input!r}; read the files first")
        sentences: Iterator[str] = self._sentences(documents)
        return sentences

    def _sentences(self: Any, articles: Iterable[Any]) -> Iterator[str]:
        segmenter, rows = Segmenter(), []
        for number, article in enumerate(listed(articles)):
            text = self.decode(article)
            if not isinstance(text, str):
                raise TypeError(f"document {number} is a {type(text).__name__}, not a str")
            for span in segmenter.sentences(text):
                rows.append((number, *span))
                yield text[span.start : span.end]
        self.rows_ = np.array(rows, dtype=np.int64).reshape(-1, 3)

    def _prepares(self: Any) -> bool:
        """Whether Python has something to do to a text beyond lower-casing."""
        own = type(self).build_preprocessor is not SkCountVectorizer.build_preprocessor
        return bool(self.preprocessor is not None or self.strip_accents or own)

    def _plan(self: Any) -> Plan | None:
        """How the core reads these documents, or None where Python has to."""
        own = {SkCountVectorizer, Reading}
        overridden = any(all(getattr(type(self), h) is not getattr(c, h, None) for c in own) for h in _HOOKS)
        if callable(self.analyzer) or overridden:
            self.path_ = "python: " + ("a method is overridden" if overridden else "analyzer is callable")
            return None
        if min(self.ngram_range) < 1:  # scikit-learn makes empty terms of these
            self.path_ = "python: ngram_range"
            return None
        min_length, stop_words = 1, frozenset[str]()
        if self.analyzer == "icu":
            stop_words = frozenset(w for w in self.get_stop_words() or () if isinstance(w, str))
        if self.analyzer == "word":
            run = _RUNS.fullmatch(self.token_pattern or "")
            if self.tokenizer is not None or run is None:
                self.path_ = "python: " + ("tokenizer" if self.tokenizer is not None else "token_pattern")
                return None
            min_length = len(run[1]) // 2 + int(run[2] or 1)
            stop_words = frozenset(w for w in self.get_stop_words() or () if isinstance(w, str))
        prepared = self._prepares()
        self.path_ = "core, after a Python preprocessor" if prepared else "core"
        return Plan(
            _UNITS[self.analyzer],
            min_length,
            self.lowercase and not prepared,
            stop_words,
            self.build_preprocessor() if prepared else None,
            self.path_,
        )

    def _plain(self: Any) -> bool:
        """Whether documents are the texts themselves."""
        return self.input == "content" and type(self).decode is SkCountVectorizer.decode

    def _size(self: Any, documents: Any, plan: Plan) -> tuple[int, int] | None:
        """How many documents there are, and about how many characters, where they can be read twice at no cost."""
        if plan.prepare is not None or not self._plain():
            return None
        if isinstance(documents, Chunks) and isinstance(documents.arrays, list):
            return sum(map(len, documents.arrays)), sum(array.nbytes for array in documents.arrays)
        if isinstance(documents, list | tuple | np.ndarray) and set(map(type, documents)) == {str}:
            return len(documents), sum(map(len, documents))
        return None

    def _texts(self: Any, documents: Iterable[Any], plan: Plan) -> Iterator[list[str] | tuple[Any, Any]]:
        """Yield the texts to count, in batches: lists, or Arrow arrays as (schema, array)."""
        plain = self._plain()
        if isinstance(documents, Chunks):
            if plain and plan.prepare is None:
                for array in documents.arrays:
                    yield array.__arrow_c_array__()
                return
            documents = listed(documents)
        for batch in _batches(documents, plan.prepare is None and plain):
            if not plain or set(map(type, batch)) != {str}:
                batch = [self.decode(d) for d in batch]
            yield batch if plan.prepare is None else [plan.prepare(t) for t in batch]


def listed(documents: Any) -> Any:
    """Give Arrow's texts as Python's; what came where it is none."""
    if isinstance(documents, Chunks):
        return (text for array in documents.arrays for text in array.to_pylist())
    return documents


def refuse_one_text(documents: object) -> None:
    """Raise ValueError where one text came instead of several, as scikit-learn does."""
    if isinstance(documents, str):
        raise ValueError("Iterable over raw text documents expected, string object received.")


def warn_of_upper_case(vectorizer: Any) -> None:
    """Warn of terms that no text has, since texts are lower-cased, as scikit-learn does."""
    if vectorizer.lowercase and any(any(map(str.isupper, t)) for t in vectorizer.vocabulary):
        warnings.warn(
            "Upper case characters found in vocabulary while 'lowercase' is True. These entries will not be"
            " matched with any documents",
            stacklevel=4,
        )
