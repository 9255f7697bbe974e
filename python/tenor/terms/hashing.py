"""Counts of terms in hashed columns, as scikit-learn's HashingVectorizer has them."""

from collections.abc import Iterable
from typing import Any, ClassVar

import numpy as np
import scipy.sparse as sp
from sklearn.feature_extraction.text import HashingVectorizer as SkHashingVectorizer

from tenor import _core
from tenor.terms.matrices import align, matrix
from tenor.terms.reading import ANALYZERS, Reading, listed, refuse_one_text, threads

__all__ = ["HashingVectorizer"]


class HashingVectorizer(Reading, SkHashingVectorizer, auto_wrap_output_keys=None):  # type: ignore[misc, call-arg]
    r"""Counts the terms of documents into hashed columns, so that nothing is learnt and no vocabulary is held.

    All parameters of scikit-learn's ``HashingVectorizer``, and these.

    Parameters
    ----------
    unit : {"document", "sentence"}
        What a row is. ``"sentence"``: documents are articles and rows their sentences; ``rows_`` says where each is.
    n_jobs : int, optional
        Threads: None is one, -1 as many as there are cores. Results do not depend on it.

    Attributes
    ----------
    rows_ : array of int64, (rows, 3)
        With ``unit="sentence"``, article, start and end (in code points) of each row of the last call.
    path_ : str
        Which path the last call took, as in :class:`CountVectorizer`.

    Notes
    -----
    A term's column is its MurmurHash3 modulo `n_features`, and its sign the hash's (Weinberger et al. 2009, *Feature
    hashing for large scale multitask learning*). Types other than float32, float64, int32 and int64 take
    scikit-learn's path.
    """

    _parameter_constraints: ClassVar[dict[str, Any]] = {
        **SkHashingVectorizer._parameter_constraints,
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
        stop_words: Any = None,
        token_pattern: str | None = r"(?u)\b\w\w+\b",
        ngram_range: tuple[int, int] = (1, 1),
        analyzer: Any = "word",
        n_features: int = 2**20,
        binary: bool = False,
        norm: str | None = "l2",
        alternate_sign: bool = True,
        dtype: Any = np.float64,
        unit: str = "document",
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
            n_features=n_features,
            binary=binary,
            norm=norm,
            alternate_sign=alternate_sign,
            dtype=dtype,
        )
        self.unit = unit
        self.n_jobs = n_jobs

    def transform(self, X: Iterable[Any]) -> Any:
        """Count terms. See scikit-learn's method.

        Raises
        ------
        ValueError
            If there is no document, or a character to hash is a lone surrogate, which has no UTF-8.
        """
        refuse_one_text(X)
        self._validate_ngram_range()
        plan = self._plan()
        X = self._rows(X)
        dtype = np.dtype(self.dtype)
        if plan is not None and not hasattr(_core.Hasher, f"count_{dtype.name}"):
            self.path_, plan = "python: dtype", None
        if plan is None:
            return super().transform(listed(X))
        self.build_analyzer()  # for its errors and warnings
        min_n, max_n = map(int, self.ngram_range)
        hasher = _core.Hasher(
            plan.lowercase,
            plan.unit,
            plan.min_length,
            min_n,
            max_n,
            sorted(plan.stop_words),
            int(self.n_features),
            self.alternate_sign,
        )
        # A norm makes floats of whole numbers, as scikit-learn's normalize does.
        count = getattr(hasher, f"count_{dtype.name if self.norm is None or dtype.kind == 'f' else 'float64'}")
        parts: list[Any] = []
        first, n_threads = 0, threads(self.n_jobs)
        for texts in self._texts(X, plan):
            parts.append(matrix(count(texts, first, n_threads), int(self.n_features)))
            first += parts[-1].shape[0]
        if first == 0:
            raise ValueError("Cannot vectorize empty sequence.")
        counts = parts[0] if len(parts) == 1 else sp.vstack(parts, format="csr")
        if self.binary:
            counts.data.fill(1)
        if self.norm is not None:
            none = np.empty(0, counts.dtype)
            norm = _core.Norm[self.norm]
            _core.weigh(counts.indptr, counts.indices, counts.data, none, False, norm, n_threads)
        return align(counts)
