"""Counts of terms, as scikit-learn's CountVectorizer has them."""

from collections.abc import Iterable
from numbers import Integral
from typing import Any, ClassVar, Self

import numpy as np
import numpy.typing as npt
from sklearn.base import _fit_context
from sklearn.feature_extraction.text import CountVectorizer as SkCountVectorizer

from tenor import _core
from tenor.terms.matrices import align, matrix_of
from tenor.terms.pieces import Piecewise
from tenor.terms.pruning import Pruning
from tenor.terms.reading import ANALYZERS, Plan, Reading, listed, refuse_one_text, threads, warn_of_upper_case

__all__ = ["CountVectorizer"]


class CountVectorizer(Reading, Pruning, Piecewise, SkCountVectorizer):  # type: ignore[misc]
    r"""Counts the terms of documents into a sparse matrix.

    All parameters and attributes of scikit-learn's ``CountVectorizer``, and these.

    Parameters
    ----------
    analyzer : {"word", "char", "char_wb", "icu"} or callable
        Beside scikit-learn's, ``"icu"``: the words of :class:`tenor.Segmenter` (UAX #29) that hold a letter or digit,
        for scripts where ``\w\w+`` fails, such as Devanagari, whose vowel signs are no ``\w``. `token_pattern` is not
        used.
    unit : {"document", "sentence"}
        What a row is. ``"sentence"``: documents are articles and rows their sentences; ``rows_`` says where each is.
    min_count : int
        Terms that stand fewer times in all the documents are left out, before `max_features` counts.
    n_jobs : int, optional
        Threads: None is one, -1 as many as there are cores. Results do not depend on it.

    Attributes
    ----------
    vocabulary_ : dict of str to int
        Made when it is first asked for, since for n-grams it can take longer than the counting.
    rows_ : array of int64, (rows, 3)
        With ``unit="sentence"``, article, start and end (in code points) of each row of the last call.
    path_ : str
        Which path the last call took: ``"core"``, ``"core, after a Python preprocessor"``, or ``"python: "`` and why.

    Notes
    -----
    A word is what Python's ``re`` calls one and lower case is ``str.lower``, as in scikit-learn. Rows come with their
    column numbers ascending.
    """

    _parameter_constraints: ClassVar[dict[str, Any]] = {
        **SkCountVectorizer._parameter_constraints,
        "analyzer": ANALYZERS,
    }
    _terms: Any  # the core's vocabulary, once fitted; `_vocabulary` is the dict, once asked for
    _stop_words: frozenset[str]  # those that _terms knows
    _df: npt.NDArray[Any]  # of the last call, for idf
    _n_documents: int
    _fitted: tuple[npt.NDArray[Any], int]  # document frequencies and documents of a fit that dropped no term

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
        unit: str = "document",
        min_count: int = 1,
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
        self.unit = unit
        self.min_count = min_count
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
        self._learn(raw_documents, wanted=False)
        return self

    def fit_transform(self, raw_documents: Iterable[Any], y: Any = None) -> Any:
        """Learn the vocabulary and count. See scikit-learn's method."""
        return self._learn(raw_documents, wanted=True)

    def transform(self, raw_documents: Iterable[Any]) -> Any:
        """Count the terms of the vocabulary. See scikit-learn's method."""
        refuse_one_text(raw_documents)
        self._check_vocabulary()
        return align(self._look_up(self._rows(raw_documents)))

    def get_feature_names_out(self, input_features: Any = None) -> npt.NDArray[np.object_]:
        """Terms in the order of their columns."""
        self._check_vocabulary()
        if "_terms" not in vars(self):
            names: npt.NDArray[np.object_] = super().get_feature_names_out()
            return names
        return np.asarray(self._terms.terms(), dtype=object)

    @_fit_context(prefer_skip_nested_validation=True)  # type: ignore[untyped-decorator]
    def _learn(self, raw_documents: Iterable[Any], wanted: bool) -> Any:
        refuse_one_text(raw_documents)
        self._validate_ngram_range()
        self._warn_for_unused_params()
        plan = self._plan()
        if not isinstance(self.min_count, Integral) or self.min_count < 1:
            raise _core.Error(f"min_count must be a whole number above 0, not {self.min_count!r}")
        for name in ("_fitted", "_pieces"):  # of an earlier fit
            self.__dict__.pop(name, None)
        raw_documents = self._rows(raw_documents)
        if plan is None:
            self.__dict__.pop("_terms", None)
            X = self._drop_rare(SkCountVectorizer.fit_transform(self, listed(raw_documents)))
            self._df, self._n_documents = np.bincount(X.indices, minlength=X.shape[1]), X.shape[0]
            return X
        self.build_analyzer()  # for its errors and warnings
        self._validate_vocabulary()
        if self.fixed_vocabulary_:
            warn_of_upper_case(self)
            X = self._look_up(raw_documents)
            return align(X) if wanted else X
        sums = self.max_features is not None or self.min_count > 1
        counter = _core.Counter(
            plan.lowercase,
            plan.unit,
            plan.min_length,
            *map(int, self.ngram_range),
            sorted(plan.stop_words),
            threads(self.n_jobs),
            wanted or (sums and not self.binary),  # whether counts are kept, beyond document frequencies
        )
        self._survey(counter, raw_documents, plan)
        for texts in self._texts(raw_documents, plan):
            counter.add(texts)
        counter.finish()
        if counter.terms == 0 and counter.met == 0:
            raise ValueError("empty vocabulary; perhaps the documents only contain stop words")
        n = counter.documents
        df = counter.document_frequencies()
        keep = self._kept(df, lambda: df if self.binary else counter.term_frequencies(), n)
        self._df, self._n_documents = df if keep is None else df[keep], n
        X = matrix_of(counter, keep, self.dtype, self.binary) if wanted else None
        self.__dict__.pop("_vocabulary", None)
        self._terms, self._stop_words = counter.vocabulary(keep), plan.stop_words
        if keep is None and counter.refused == 0:  # so that it can be merged
            self._fitted = (self._df, n)
        return X if X is None else align(X)

    def _look_up(self, raw_documents: Iterable[Any]) -> Any:
        """Return counts of the known vocabulary's terms."""
        plan = self._plan()
        if plan is not None:
            self.build_analyzer()  # for its errors and warnings
            plan = self._index(plan)
        if plan is None:
            _, X = self._count_vocab(listed(raw_documents), fixed_vocab=True)
            if self.binary:
                X.data.fill(1)
            return X
        counter = _core.Counter(
            plan.lowercase,
            plan.unit,
            plan.min_length,
            *map(int, self.ngram_range),
            self._terms,
            threads(self.n_jobs),
        )
        for texts in self._texts(raw_documents, plan):
            counter.add(texts)
        self._df, self._n_documents = counter.document_frequencies(), counter.documents
        return matrix_of(counter, None, self.dtype, self.binary)

    def _index(self, plan: Plan) -> Plan | None:
        """Sees to it that the core has the vocabulary, with these stop words; None where it cannot be had."""
        if "_terms" in vars(self) and self._stop_words == plan.stop_words:
            return plan
        columns = sorted(self.vocabulary_.items(), key=lambda item: item[1])
        if [i for _, i in columns] != list(range(len(columns))) or not all(type(t) is str for t, _ in columns):
            self.path_ = "python: vocabulary"
            return None
        characters = plan.unit in (_core.Unit.character, _core.Unit.padded_word)
        self._terms = _core.Vocabulary([t for t, _ in columns], sorted(plan.stop_words), characters)
        self._stop_words = plan.stop_words
        return plan
