"""Weights of terms, as scikit-learn's TfidfTransformer and TfidfVectorizer have them."""

from collections.abc import Iterable
from typing import Any, ClassVar, Self

import numpy as np
import scipy.sparse as sp
from sklearn.feature_extraction.text import TfidfTransformer as SkTfidfTransformer
from sklearn.feature_extraction.text import TfidfVectorizer as SkTfidfVectorizer
from sklearn.utils.validation import FLOAT_DTYPES, check_is_fitted, validate_data

from tenor import _core
from tenor.terms.counting import CountVectorizer
from tenor.terms.matrices import align
from tenor.terms.reading import ANALYZERS, threads

__all__ = ["TfidfTransformer", "TfidfVectorizer"]


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
        return align(X)

    def _weigh(self, X: Any) -> None:
        """In place."""
        idf = np.empty(0, X.dtype)
        if hasattr(self, "idf_"):
            idf = np.ascontiguousarray(self.idf_, dtype=X.dtype)
        if X.indices.dtype != X.indptr.dtype:  # pragma: no cover
            X.indptr = X.indptr.astype(X.indices.dtype)
        norm = _core.Norm[self.norm or "none"]
        _core.weigh(X.indptr, X.indices, X.data, idf, self.sublinear_tf, norm, threads(self.n_jobs))


class TfidfVectorizer(SkTfidfVectorizer, CountVectorizer):  # type: ignore[misc]
    """Counts the terms of documents and weighs them. All of scikit-learn's ``TfidfVectorizer``.

    And the parameters and attributes that :class:`CountVectorizer` adds: `unit`, `min_count`, `n_jobs`.
    """

    _parameter_constraints: ClassVar[dict[str, Any]] = {
        **SkTfidfVectorizer._parameter_constraints,
        "analyzer": ANALYZERS,
    }

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
        unit: str = "document",
        min_count: int = 1,
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
            unit=unit,
            min_count=min_count,
            n_jobs=n_jobs,
        )
        self.norm = norm
        self.use_idf = use_idf
        self.smooth_idf = smooth_idf
        self.sublinear_tf = sublinear_tf

    def fit(self, raw_documents: Iterable[Any], y: Any = None) -> Self:
        """Learn the vocabulary and idf. See scikit-learn's method."""
        self._learn_weights(raw_documents, wanted=False)
        return self

    def fit_transform(self, raw_documents: Iterable[Any], y: Any = None) -> Any:
        """Learn the vocabulary and idf, count and weigh. See scikit-learn's method."""
        X = self._learn_weights(raw_documents, wanted=True)
        return self._tfidf.transform(X, copy=False)

    def transform(self, raw_documents: Iterable[Any]) -> Any:
        """Count the terms of the vocabulary and weigh them. See scikit-learn's method."""
        check_is_fitted(self, msg="The TF-IDF vectorizer is not fitted")
        return self._tfidf.transform(CountVectorizer.transform(self, raw_documents), copy=False)

    def _learn_weights(self, raw_documents: Iterable[Any], wanted: bool) -> Any:
        self._check_params()
        X = self._learn(raw_documents, wanted)
        self._weights()
        return X

    def _weights(self) -> None:
        self._tfidf = TfidfTransformer(
            norm=self.norm,
            use_idf=self.use_idf,
            smooth_idf=self.smooth_idf,
            sublinear_tf=self.sublinear_tf,
            n_jobs=self.n_jobs,
        )
        dtype = self.dtype if self.dtype in FLOAT_DTYPES and self.dtype != np.float16 else np.float64
        if self.use_idf:
            # The same operations in the same order as TfidfTransformer.fit, on frequencies that are known already.
            df = self._df.astype(dtype) + np.asarray(float(self.smooth_idf), dtype)
            idf = np.full_like(df, self._n_documents + int(self.smooth_idf)) / df
            self._tfidf.idf_ = np.log(idf) + np.asarray(1, dtype)
        self._tfidf.n_features_in_ = len(self._df)
