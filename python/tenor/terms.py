"""scikit-learn's text vectorizers, counted in the compiled core: same parameters, same answers.

Each class inherits scikit-learn's own of the same name, so it is one wherever the type is asked for. What the core
can read itself it counts there; a custom tokenizer, analyzer or token pattern runs in scikit-learn's Python.
"""

import os
import re
import warnings
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from numbers import Integral
from typing import Any, NamedTuple, Self

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp
from sklearn.base import _fit_context
from sklearn.feature_extraction.text import CountVectorizer as SkCountVectorizer
from sklearn.feature_extraction.text import TfidfTransformer as SkTfidfTransformer
from sklearn.feature_extraction.text import TfidfVectorizer as SkTfidfVectorizer
from sklearn.utils.validation import FLOAT_DTYPES, check_is_fitted, validate_data

from tenor import _core

try:  # csr_array or csr_matrix, as scikit-learn is configured (1.9 and later)
    from sklearn.utils._sparse import _align_api_if_sparse as _align
except ImportError:  # pragma: no cover
    _align = sp.csr_matrix

__all__ = ["CountVectorizer", "TfidfTransformer", "TfidfVectorizer"]

_UNITS = {"word": _core.Unit.word, "char": _core.Unit.character, "char_wb": _core.Unit.padded_word}
# Patterns that find the runs of at least so many word characters: all that the core's tokeniser knows.
_RUNS = re.compile(r"(?:\(\?u\))?(?:\\b)?((?:\\w)*)(?:\\w\+|\\w\{([1-9]\d{0,3}),\})(?:\\b)?")
# Methods that a subclass may override to change what a token is; then Python has to call them.
_HOOKS = ("build_analyzer", "build_tokenizer", "_word_ngrams", "_char_ngrams", "_char_wb_ngrams")
_BATCH = 2048


class _Plan(NamedTuple):
    """How the core is to read documents."""

    unit: "_core.Unit"
    min_length: int
    lowercase: bool
    stop_words: frozenset[str]
    prepare: Callable[[Any], str] | None
    path: str


def _threads(n_jobs: int | None) -> int:
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


class _Reading:
    """What counting and hashing share: which path a call takes, and documents on their way to the core."""

    n_jobs: int | None

    def _plan(self: Any) -> _Plan | None:
        """How the core reads these documents, or None where Python has to."""
        overridden = any(getattr(type(self), h) is not getattr(SkCountVectorizer, h) for h in _HOOKS)
        if callable(self.analyzer) or overridden:
            self.path_ = "python: " + ("a method is overridden" if overridden else "analyzer is callable")
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
        return _Plan(
            _UNITS[self.analyzer],
            min_length,
            self.lowercase and not prepared,
            stop_words,
            self.build_preprocessor() if prepared else None,
            self.path_,
        )

    def _feed(self: Any, counter: Any, documents: Iterable[Any], plan: _Plan) -> None:
        plain = self.input == "content" and type(self).decode is SkCountVectorizer.decode
        for batch in _batches(documents, plan.prepare is None and plain):
            texts = [d if plain and type(d) is str else self.decode(d) for d in batch]
            if plan.prepare is not None:
                texts = [plan.prepare(t) for t in texts]
            counter.add(texts, plan.lowercase)


class CountVectorizer(_Reading, SkCountVectorizer):  # type: ignore[misc]
    r"""Counts the terms of documents into a sparse matrix.

    All parameters and attributes of scikit-learn's ``CountVectorizer``, and these.

    Parameters
    ----------
    n_jobs : int, optional
        Threads: None is one, -1 as many as there are cores. Results do not depend on it.

    Attributes
    ----------
    vocabulary_ : dict of str to int
        Made when it is first asked for, since for n-grams it can take longer than the counting.
    path_ : str
        Which path the last call took: ``"core"``, ``"core, after a Python preprocessor"``, or ``"python: "`` and why.

    Notes
    -----
    A word is what Python's ``re`` calls one and lower case is ``str.lower``, as in scikit-learn. Rows come with their
    column numbers ascending.
    """

    def __init__(
        self,
        *,
        input: str = "content",
        encoding: str = "utf-8",
        decode_error: str = "strict",
        strip_accents: Any = None,
        lowercase: bool = True,
        preprocessor: Any = None,
        tokenizer: Any = None,
        stop_words: Any = None,
        token_pattern: str | None = r"(?u)\b\w\w+\b",
        ngram_range: tuple[int, int] = (1, 1),
        analyzer: Any = "word",
        max_df: float = 1.0,
        min_df: float = 1,
        max_features: int | None = None,
        vocabulary: Any = None,
        binary: bool = False,
        dtype: Any = np.int64,
        n_jobs: int | None = None,
    ) -> None:
        super().__init__(
            input=input,
            encoding=encoding,
            decode_error=decode_error,
            strip_accents=strip_accents,
            lowercase=lowercase,
            preprocessor=preprocessor,
            tokenizer=tokenizer,
            stop_words=stop_words,
            token_pattern=token_pattern,
            ngram_range=ngram_range,
            analyzer=analyzer,
            max_df=max_df,
            min_df=min_df,
            max_features=max_features,
            vocabulary=vocabulary,
            binary=binary,
            dtype=dtype,
        )
        self.n_jobs = n_jobs

    @property
    def vocabulary_(self) -> dict[str, int]:
        """Each term's column."""
        if "_vocabulary" not in vars(self):
            if "_terms" not in vars(self):
                raise AttributeError(f"{type(self).__name__} has no vocabulary_ before it is fitted")
            self._vocabulary = {term: i for i, term in enumerate(self._terms.terms())}
        return self._vocabulary

    @vocabulary_.setter
    def vocabulary_(self, value: dict[str, int]) -> None:
        self.__dict__.pop("_terms", None)
        self._vocabulary = value

    @vocabulary_.deleter
    def vocabulary_(self) -> None:
        self.__dict__.pop("_terms", None)
        self.__dict__.pop("_vocabulary", None)

    def __sklearn_is_fitted__(self) -> bool:
        return "_vocabulary" in vars(self) or "_terms" in vars(self) or hasattr(self, "fixed_vocabulary_")

    def _check_vocabulary(self) -> None:
        if "_terms" in vars(self) and "_vocabulary" not in vars(self):
            return
        super()._check_vocabulary()

    def fit(self, raw_documents: Iterable[Any], y: Any = None) -> Self:
        """Learn the vocabulary. See scikit-learn's method."""
        self._learn(raw_documents, matrix=False)
        return self

    def fit_transform(self, raw_documents: Iterable[Any], y: Any = None) -> Any:
        """Learn the vocabulary and count. See scikit-learn's method."""
        return self._learn(raw_documents, matrix=True)

    def transform(self, raw_documents: Iterable[Any]) -> Any:
        """Count the terms of the vocabulary. See scikit-learn's method."""
        _refuse_one_text(raw_documents)
        self._check_vocabulary()
        return _align(self._look_up(raw_documents))

    def get_feature_names_out(self, input_features: Any = None) -> npt.NDArray[np.object_]:
        """Terms in the order of their columns."""
        self._check_vocabulary()
        if "_terms" not in vars(self):
            names: npt.NDArray[np.object_] = super().get_feature_names_out()
            return names
        return np.asarray(self._terms.terms(), dtype=object)

    @_fit_context(prefer_skip_nested_validation=True)  # type: ignore[untyped-decorator]
    def _learn(self, raw_documents: Iterable[Any], matrix: bool) -> Any:
        _refuse_one_text(raw_documents)
        self._validate_ngram_range()
        self._warn_for_unused_params()
        plan = self._plan()
        if plan is None:
            self.__dict__.pop("_terms", None)
            X = SkCountVectorizer.fit_transform(self, raw_documents)
            self._df, self._n_documents = np.bincount(X.indices, minlength=X.shape[1]), X.shape[0]
            return X
        self.build_analyzer()  # for its errors and warnings
        self._validate_vocabulary()
        if self.fixed_vocabulary_:
            self._warn_of_upper_case()
            X = self._look_up(raw_documents)
            return _align(X) if matrix else X
        counter = _core.Counter(
            plan.lowercase,
            plan.unit,
            plan.min_length,
            *map(int, self.ngram_range),
            sorted(plan.stop_words),
            _threads(self.n_jobs),
        )
        self._feed(counter, raw_documents, plan)
        counter.finish()
        if counter.terms == 0:
            raise ValueError("empty vocabulary; perhaps the documents only contain stop words")
        n = counter.documents
        keep = self._kept(counter)
        self._df, self._n_documents = counter.document_frequencies(), n
        if keep is not None:
            self._df = self._df[keep]
        X = self._matrix(counter, keep, n) if matrix else None
        self.__dict__.pop("_vocabulary", None)
        self._terms, self._stop_words = counter.vocabulary(keep), plan.stop_words
        return X if X is None else _align(X)

    def _kept(self, counter: Any) -> npt.NDArray[np.uint32] | None:
        """Columns that max_df, min_df and max_features leave; None where they leave all."""
        n = counter.documents
        high = self.max_df if isinstance(self.max_df, Integral) else self.max_df * n
        low = self.min_df if isinstance(self.min_df, Integral) else self.min_df * n
        if high < low:
            raise ValueError("max_df corresponds to < documents than min_df")
        df = counter.document_frequencies()
        mask = (df <= high) & (df >= low)
        if self.max_features is not None and mask.sum() > self.max_features:
            tf = df if self.binary else counter.term_frequencies()
            # In the type scikit-learn sums in, so that its sort breaks ties the same way.
            tf = tf.astype(np.zeros(0, self.dtype).sum().dtype, copy=False)
            best = np.flatnonzero(mask)[(-tf[mask]).argsort()[: self.max_features]]
            mask = np.zeros_like(mask)
            mask[best] = True
        if not mask.any():
            raise ValueError("After pruning, no terms remain. Try a lower min_df or a higher max_df.")
        return None if mask.all() else np.flatnonzero(mask).astype(np.uint32)

    def _look_up(self, raw_documents: Iterable[Any]) -> Any:
        """Return counts of the known vocabulary's terms."""
        plan = self._plan()
        if plan is not None:
            self.build_analyzer()  # for its errors and warnings
            plan = self._index(plan)
        if plan is None:
            _, X = self._count_vocab(raw_documents, fixed_vocab=True)
            if self.binary:
                X.data.fill(1)
            return X
        counter = _core.Counter(
            plan.lowercase,
            plan.unit,
            plan.min_length,
            *map(int, self.ngram_range),
            self._terms,
            _threads(self.n_jobs),
        )
        self._feed(counter, raw_documents, plan)
        self._df, self._n_documents = counter.document_frequencies(), counter.documents
        return self._matrix(counter, None, counter.documents)

    def _index(self, plan: _Plan) -> _Plan | None:
        """Sees to it that the core has the vocabulary, with these stop words; None where it cannot be had."""
        if "_terms" in vars(self) and self._stop_words == plan.stop_words:
            return plan
        columns = sorted(self.vocabulary_.items(), key=lambda item: item[1])
        if [i for _, i in columns] != list(range(len(columns))) or not all(type(t) is str for t, _ in columns):
            self.path_ = "python: vocabulary"
            return None
        self._terms = _core.Vocabulary([t for t, _ in columns], sorted(plan.stop_words), plan.unit != _core.Unit.word)
        self._stop_words = plan.stop_words
        return plan

    def _matrix(self, counter: Any, keep: npt.NDArray[np.uint32] | None, rows: int) -> Any:
        dtype = np.dtype(self.dtype)
        make = getattr(counter, f"matrix_{dtype.name}", None)
        columns = counter.terms if keep is None else len(keep)
        data, indices, indptr = (make or counter.matrix_int64)(keep)
        if make is None:
            if dtype.kind in "iu" and data.size and data.max() > int(np.iinfo(np.dtype(dtype)).max):  # type: ignore[type-var]
                raise _core.Error(f"a count of {data.max()} does not fit dtype {dtype}; use a wider one")
            data = data.astype(dtype)
        if len(indices) <= np.iinfo(np.int32).max:
            indptr = indptr.astype(np.int32)
        else:  # pragma: no cover
            indices = indices.astype(np.int64)
        if self.binary:
            data.fill(1)
        X = sp.csr_array((data, indices, indptr), shape=(rows, columns), copy=False)
        X.has_sorted_indices = X.has_canonical_format = True
        return X

    def _warn_of_upper_case(self) -> None:
        if self.lowercase and any(any(map(str.isupper, t)) for t in self.vocabulary):
            warnings.warn(
                "Upper case characters found in vocabulary while 'lowercase' is True. These entries will not be"
                " matched with any documents",
                stacklevel=4,
            )


def _refuse_one_text(documents: object) -> None:
    if isinstance(documents, str):
        raise ValueError("Iterable over raw text documents expected, string object received.")


class TfidfTransformer(SkTfidfTransformer, auto_wrap_output_keys=None):  # type: ignore[misc, call-arg]
    """Weighs a matrix of counts. All parameters and attributes of scikit-learn's ``TfidfTransformer``, and `n_jobs`."""

    def __init__(
        self,
        *,
        norm: str | None = "l2",
        use_idf: bool = True,
        smooth_idf: bool = True,
        sublinear_tf: bool = False,
        n_jobs: int | None = None,
    ) -> None:
        super().__init__(norm=norm, use_idf=use_idf, smooth_idf=smooth_idf, sublinear_tf=sublinear_tf)
        self.n_jobs = n_jobs

    def transform(self, X: Any, copy: bool = True) -> Any:
        """Weigh counts. See scikit-learn's method."""
        check_is_fitted(self)
        X = validate_data(self, X, accept_sparse="csr", dtype=[np.float64, np.float32], copy=copy, reset=False)
        if not sp.issparse(X):
            X = sp.csr_array(X, dtype=X.dtype)
        self._weigh(X)
        return _align(X)

    def _weigh(self, X: Any) -> None:
        """In place."""
        idf = np.empty(0, X.dtype)
        if hasattr(self, "idf_"):
            idf = np.ascontiguousarray(self.idf_, dtype=X.dtype)
        if X.indices.dtype != X.indptr.dtype:  # pragma: no cover
            X.indptr = X.indptr.astype(X.indices.dtype)
        norm = _core.Norm[self.norm or "none"]
        _core.weigh(X.indptr, X.indices, X.data, idf, self.sublinear_tf, norm, _threads(self.n_jobs))


class TfidfVectorizer(SkTfidfVectorizer, CountVectorizer):  # type: ignore[misc]
    """Counts the terms of documents and weighs them. All of scikit-learn's ``TfidfVectorizer``, and `n_jobs`."""

    def __init__(
        self,
        *,
        input: str = "content",
        encoding: str = "utf-8",
        decode_error: str = "strict",
        strip_accents: Any = None,
        lowercase: bool = True,
        preprocessor: Any = None,
        tokenizer: Any = None,
        analyzer: Any = "word",
        stop_words: Any = None,
        token_pattern: str | None = r"(?u)\b\w\w+\b",
        ngram_range: tuple[int, int] = (1, 1),
        max_df: float = 1.0,
        min_df: float = 1,
        max_features: int | None = None,
        vocabulary: Any = None,
        binary: bool = False,
        dtype: Any = np.float64,
        norm: str | None = "l2",
        use_idf: bool = True,
        smooth_idf: bool = True,
        sublinear_tf: bool = False,
        n_jobs: int | None = None,
    ) -> None:
        CountVectorizer.__init__(
            self,
            input=input,
            encoding=encoding,
            decode_error=decode_error,
            strip_accents=strip_accents,
            lowercase=lowercase,
            preprocessor=preprocessor,
            tokenizer=tokenizer,
            analyzer=analyzer,
            stop_words=stop_words,
            token_pattern=token_pattern,
            ngram_range=ngram_range,
            max_df=max_df,
            min_df=min_df,
            max_features=max_features,
            vocabulary=vocabulary,
            binary=binary,
            dtype=dtype,
            n_jobs=n_jobs,
        )
        self.norm = norm
        self.use_idf = use_idf
        self.smooth_idf = smooth_idf
        self.sublinear_tf = sublinear_tf

    def fit(self, raw_documents: Iterable[Any], y: Any = None) -> Self:
        """Learn the vocabulary and idf. See scikit-learn's method."""
        self._learn_weights(raw_documents, matrix=False)
        return self

    def fit_transform(self, raw_documents: Iterable[Any], y: Any = None) -> Any:
        """Learn the vocabulary and idf, count and weigh. See scikit-learn's method."""
        X = self._learn_weights(raw_documents, matrix=True)
        return self._tfidf.transform(X, copy=False)

    def transform(self, raw_documents: Iterable[Any]) -> Any:
        """Count the terms of the vocabulary and weigh them. See scikit-learn's method."""
        check_is_fitted(self, msg="The TF-IDF vectorizer is not fitted")
        return self._tfidf.transform(CountVectorizer.transform(self, raw_documents), copy=False)

    def _learn_weights(self, raw_documents: Iterable[Any], matrix: bool) -> Any:
        self._check_params()
        transformer = TfidfTransformer(
            norm=self.norm,
            use_idf=self.use_idf,
            smooth_idf=self.smooth_idf,
            sublinear_tf=self.sublinear_tf,
            n_jobs=self.n_jobs,
        )
        X = self._learn(raw_documents, matrix)
        self._tfidf = transformer
        dtype = self.dtype if self.dtype in FLOAT_DTYPES and self.dtype != np.float16 else np.float64
        if self.use_idf:
            # The same operations in the same order as TfidfTransformer.fit, on frequencies that are known already.
            df = self._df.astype(dtype) + np.asarray(float(self.smooth_idf), dtype)
            idf = np.full_like(df, self._n_documents + int(self.smooth_idf)) / df
            transformer.idf_ = np.log(idf) + np.asarray(1, dtype)
        transformer.n_features_in_ = len(self._df)
        return X
