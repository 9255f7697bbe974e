"""What the three estimators share: reading what comes in, at the fit and after."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.base import clone

from tenor._core import Error
from tenor.scaling.counts import Counts, read_counts

__all__ = ["CountReader"]


class CountReader:
    """Reads texts, matrices and frames for an estimator with a parameter `vectorizer`, and remembers its features."""

    vectorizer: Any

    def _default_vectorizer(self) -> Any:
        from tenor.terms import CountVectorizer

        return CountVectorizer()

    def _rows_of(self, texts: list[str]) -> list[str]:
        """Return the rows that texts make in the fit."""
        return texts

    def _read_to_fit(self, X: Any, feature_names: Any) -> Counts:
        """Read what the model is fitted to; with texts, keep the vectorizer that counted them."""
        self.__dict__.pop("vectorizer_", None)

        def vectorize(texts: list[str]) -> Any:
            self.vectorizer_: Any = self._default_vectorizer() if self.vectorizer is None else clone(self.vectorizer)
            return self.vectorizer_.fit_transform(self._rows_of(texts)), self.vectorizer_

        counts = read_counts(X, feature_names, vectorize)
        self._check_signs(counts)
        self.n_features_in_ = counts.X.shape[1]
        if counts.features is not None:
            self.feature_names_in_ = counts.features
        else:
            self.__dict__.pop("feature_names_in_", None)
        self._kind = counts.kind
        return counts

    def _read(self, X: Any, feature_names: Any = None, *, rows: bool = False) -> Counts:
        """Read documents for a fitted model: their features have to be those of the fit.

        With `rows`, texts become as many rows as in the fit.
        """

        def vectorize(texts: list[str]) -> Any:
            if not hasattr(self, "vectorizer_"):
                raise Error("the model was fitted to counts, not to texts; count the words as for the fit")
            return self.vectorizer_.transform(self._rows_of(texts) if rows else texts), self.vectorizer_

        counts = read_counts(X, feature_names, vectorize)
        self._check_signs(counts)
        if counts.X.shape[1] != self.n_features_in_:
            raise ValueError(
                f"X has {counts.X.shape[1]} features, but {type(self).__name__} is expecting "
                f"{self.n_features_in_} features as input"
            )
        known = getattr(self, "feature_names_in_", None)
        if known is not None and counts.features is not None and not np.array_equal(known, counts.features):
            at = int(np.flatnonzero(known != counts.features)[0])
            raise ValueError(
                f"feature {at} is {counts.features[at]!r}, and was {known[at]!r} in the fit; give the same "
                "features in the same order"
            )
        return counts

    def _check_signs(self, counts: Counts) -> None:
        X = counts.X
        if X.nnz and X.data.min() < 0:
            at = int(np.argmin(X.data))
            row, column = int(np.searchsorted(X.indptr, at, side="right")) - 1, int(X.indices[at])
            name = column if counts.features is None else repr(counts.features[column])
            raise Error(
                f"Negative values in data passed to {type(self).__name__}: {X.data[at]:g} in row {row}, column {name}; "
                "it needs counts"
            )

    def _names(self) -> NDArray[Any]:
        """Return the features' names: x0, x1... where none came in."""
        names = getattr(self, "feature_names_in_", None)
        if names is not None:
            return names  # type: ignore[no-any-return]
        return np.array([f"x{i}" for i in range(self.n_features_in_)], dtype=object)
