"""Documents on their way to the core, and the path that a call takes: the core's, or scikit-learn's Python."""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from numbers import Integral
from typing import Any, NamedTuple

import narwhals as nw
import numpy as np
import pyarrow as pa
import scipy.sparse as sp
from sklearn.feature_extraction.text import CountVectorizer as SkCountVectorizer

from tenor import _core
from tenor.text import Segmenter

try:  # csr_array or csr_matrix, as scikit-learn is configured (1.9 and later)
    from sklearn.utils._sparse import _align_api_if_sparse as align
except ImportError:  # pragma: no cover
    align = sp.csr_matrix

__all__ = ["Plan", "Reading", "align", "matrix", "refuse_one_text", "threads"]

_UNITS = {"word": _core.Unit.word, "char": _core.Unit.character, "char_wb": _core.Unit.padded_word}
# Patterns that find the runs of at least so many word characters: all that the core's tokeniser knows.
_RUNS = re.compile(r"(?:\(\?u\))?(?:\\b)?((?:\\w)*)(?:\\w\+|\\w\{([1-9]\d{0,3}),\})(?:\\b)?")
# Methods that a subclass may override to change what a token is; then Python has to call them.
_HOOKS = ("build_analyzer", "build_tokenizer", "_word_ngrams", "_char_ngrams", "_char_wb_ngrams")
_BATCH = 2048


class Plan(NamedTuple):
    """How the core is to read documents."""

    unit: "_core.Unit"
    min_length: int
    lowercase: bool
    stop_words: frozenset[str]
    prepare: Callable[[Any], str] | None
    path: str


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


class Reading:
    """What counting and hashing share: which path a call takes, and documents on their way to the core."""

    n_jobs: int | None
    unit: str

    def _rows(self: Any, documents: Iterable[Any]) -> Iterable[Any]:
        """Give what becomes rows: the documents, or their sentences, whose places `rows_` has once all are read."""
        self.__dict__.pop("rows_", None)
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
        for number, article in enumerate(articles):
            text = self.decode(article)
            if not isinstance(text, str):
                raise TypeError(f"document {number} is a {type(text).__name__}, not a str")
            for span in segmenter.sentences(text):
                rows.append((number, *span))
                yield text[span.start : span.end]
        self.rows_ = np.array(rows, dtype=np.int64).reshape(-1, 3)

    def to_frame(self: Any, X: Any, backend: str = "pyarrow") -> Any:
        """Make a frame of a matrix that this vectorizer made, a row for each entry.

        Parameters
        ----------
        X : sparse matrix, (rows, terms)
            The matrix.
        backend : str
            The library whose frame it is to be: ``"pyarrow"``, ``"pandas"`` or ``"polars"``.

        Returns
        -------
        frame
            ``row``, ``term`` (where there is no vocabulary ``column``), ``value``; where X has the rows of the last
            call with ``unit="sentence"``, also ``article``, ``start`` and ``end``, in code points.
        """
        X = sp.csr_array(X)
        row = np.repeat(np.arange(X.shape[0]), np.diff(X.indptr))
        columns: dict[str, Any] = {"row": row}
        places = getattr(self, "rows_", None)
        if places is not None and len(places) == X.shape[0]:
            columns |= {name: places[row, i] for i, name in enumerate(("article", "start", "end"))}
        if hasattr(self, "get_feature_names_out"):
            names = pa.array(self.get_feature_names_out(), pa.string())
            columns["term"] = names.take(pa.array(X.indices))
        else:
            columns["column"] = X.indices
        table = pa.table(columns | {"value": X.data})
        if backend == "pyarrow":
            return table
        return nw.from_arrow(table, backend=backend).to_native()  # type: ignore[arg-type]

    def _plan(self: Any) -> Plan | None:
        """How the core reads these documents, or None where Python has to."""
        overridden = any(getattr(type(self), h) is not getattr(SkCountVectorizer, h) for h in _HOOKS)
        if callable(self.analyzer) or overridden:
            self.path_ = "python: " + ("a method is overridden" if overridden else "analyzer is callable")
            return None
        if min(self.ngram_range) < 1:  # scikit-learn makes empty terms of these
            self.path_ = "python: ngram_range"
            return None
        min_length, stop_words = 1, frozenset[str]()
        if self.analyzer == "word":
            run = _RUNS.fullmatch(self.token_pattern or "")
            if self.tokenizer is not None or run is None:
                self.path_ = "python: " + ("tokenizer" if self.tokenizer is not None else "token_pattern")
                return None
            min_length = len(run[1]) // 2 + int(run[2] or 1)
            stop_words = frozenset(w for w in self.get_stop_words() or () if isinstance(w, str))
        prepared = (
            self.preprocessor is not None
            or self.strip_accents
            or type(self).build_preprocessor is not SkCountVectorizer.build_preprocessor
        )
        self.path_ = "core, after a Python preprocessor" if prepared else "core"
        return Plan(
            _UNITS[self.analyzer],
            min_length,
            self.lowercase and not prepared,
            stop_words,
            self.build_preprocessor() if prepared else None,
            self.path_,
        )

    def _texts(self: Any, documents: Iterable[Any], plan: Plan) -> Iterator[list[str]]:
        """Yield the texts to count, in batches."""
        plain = self.input == "content" and type(self).decode is SkCountVectorizer.decode
        for batch in _batches(documents, plan.prepare is None and plain):
            texts = [d if plain and type(d) is str else self.decode(d) for d in batch]
            yield texts if plan.prepare is None else [plan.prepare(t) for t in texts]


def refuse_one_text(documents: object) -> None:
    """Raise ValueError where one text came instead of several, as scikit-learn does."""
    if isinstance(documents, str):
        raise ValueError("Iterable over raw text documents expected, string object received.")


def matrix(arrays: tuple[Any, Any, Any], columns: int) -> Any:
    """Make a csr_array of the core's arrays, with indices of the type that scikit-learn's have."""
    data, indices, indptr = arrays
    if len(indices) <= np.iinfo(np.int32).max:
        indptr = indptr.astype(np.int32)
    else:  # pragma: no cover
        indices = indices.astype(np.int64)
    X = sp.csr_array((data, indices, indptr), shape=(len(indptr) - 1, columns), copy=False)
    X.has_sorted_indices = X.has_canonical_format = True
    return X
