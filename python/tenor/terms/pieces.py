"""A corpus counted in pieces: what partial_fit has seen, and how two such counts become one."""

from collections.abc import Iterable, Sized
from typing import Any, NamedTuple, Self

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from sklearn.base import clone
from sklearn.utils.validation import check_is_fitted

from tenor import _core

__all__ = ["Pieces", "Piecewise"]


class Pieces(NamedTuple):
    """All terms of all the documents seen, in the order of their code points, before any is pruned."""

    table: pa.Table  # term; df, documents with it; tf, how often it stands in all
    documents: int
    has_tf: bool  # whether tf is known; fit alone has no need of it

    @classmethod
    def of(cls, terms: Any, df: npt.NDArray[Any], tf: npt.NDArray[Any] | None, documents: int) -> Self:
        """Pieces of one count."""
        columns = {"term": pa.array(terms, pa.string()), "df": pa.array(df, pa.int64())}
        columns["tf"] = pa.array(df if tf is None else tf, pa.int64())
        return cls(pa.table(columns), documents, tf is not None)

    def plus(self, other: "Pieces") -> "Pieces":
        """Give the pieces of both."""
        both = pa.concat_tables([self.table, other.table])
        sums = both.group_by("term").aggregate([("df", "sum"), ("tf", "sum")]).sort_by("term")
        table = sums.rename_columns({"term": "term", "df_sum": "df", "tf_sum": "tf"}).select(["term", "df", "tf"])
        return Pieces(table, self.documents + other.documents, self.has_tf and other.has_tf)

    def column(self, name: str) -> npt.NDArray[np.int64]:
        """Give a column as numpy has it."""
        values: npt.NDArray[np.int64] = self.table[name].to_numpy()
        return values


# What may differ between two counts that are merged: everything else says what a term is.
_FREE = {
    "n_jobs",
    "min_df",
    "max_df",
    "max_features",
    "min_count",
    "dtype",
    "norm",
    "use_idf",
    "smooth_idf",
    "sublinear_tf",
}


class Piecewise:
    """partial_fit and merge, for a vectorizer that learns a vocabulary."""

    _pieces: Pieces

    def partial_fit(self: Any, raw_documents: Iterable[Any], y: Any = None) -> Any:
        """Learn from more documents, as if all had come at once.

        Parameters
        ----------
        raw_documents : iterable of str
            The next piece of the corpus. Every call puts the vocabulary in order again, so pieces should be large.
        y : object
            Not used.

        Returns
        -------
        self

        Raises
        ------
        Error
            If the vocabulary was given, so that there is nothing to learn.
        ValueError
            As :meth:`fit` does, where pruning leaves nothing yet. What was counted is kept for the next call.
        """
        new = self._count_piece(raw_documents)
        old = _pieces_of(self)
        if old is None and "_df" in vars(self):
            raise _core.Error("fit has dropped terms that more documents could bring back; begin with partial_fit")
        self._settle(new if old is None else old.plus(new))
        return self

    def _count_piece(self: Any, raw_documents: Iterable[Any]) -> Pieces:
        """Count documents and learn nothing from them; :meth:`partial_fit` without the second half."""
        if self.vocabulary is not None:
            raise _core.Error("the vocabulary was given, so there is nothing to learn; use transform")
        whole = {"min_df": 1, "max_df": 1.0, "max_features": None, "min_count": 1, "dtype": np.int64}
        piece = clone(self).set_params(**whole)
        documents = raw_documents if isinstance(raw_documents, str | Sized) else list(raw_documents)
        try:
            X = piece._learn(documents, True)
        except ValueError as e:  # a piece of stop words alone still has documents
            if not str(e).startswith("empty vocabulary"):
                raise
            zero = np.zeros(0, np.int64)
            new = Pieces.of([], zero, zero, len(documents) if self.unit == "document" else len(piece.rows_))
        else:
            df = np.bincount(X.indices, minlength=X.shape[1])
            tf = np.bincount(X.indices, weights=X.data, minlength=X.shape[1]).astype(np.int64)
            new = Pieces.of(piece.get_feature_names_out(), df, tf, X.shape[0])
        self.path_ = piece.path_
        return new

    def merge(self: Any, other: Any) -> Any:
        """Take in what another vectorizer has learnt, as if its documents had come here too.

        Parameters
        ----------
        other : vectorizer of the same class and parameters
            Fitted by `partial_fit`, or by `fit` where that dropped no term. It is not changed.

        Returns
        -------
        self

        Raises
        ------
        Error
            If a parameter that says what a term is differs, or either has dropped terms.
        """
        if type(other) is not type(self):
            raise _core.Error(f"a {type(self).__name__} merges with its like, not with a {type(other).__name__}")
        mine, theirs = self.get_params(), other.get_params()
        for name in sorted(mine.keys() - _FREE):
            if mine[name] != theirs[name]:
                raise _core.Error(
                    f"{name} is {mine[name]!r} here and {theirs[name]!r} there; terms would not be the same"
                )
        for name, vectorizer in (("this", self), ("the other", other)):
            check_is_fitted(vectorizer)
            if _pieces_of(vectorizer) is None:
                raise _core.Error(f"{name} vectorizer holds its kept terms only; count its documents with partial_fit")
        self._settle(_pieces_of(self).plus(_pieces_of(other)))
        return self

    def _settle(self: Any, pieces: Pieces) -> None:
        """Prune what all the pieces have, and be fitted with what is left."""
        self._pieces = pieces  # first: what a piece had is kept though pruning leaves nothing yet
        df, tf, n = pieces.column("df"), pieces.column("tf"), pieces.documents
        if len(df) == 0:
            raise ValueError("empty vocabulary; perhaps the documents only contain stop words")
        if not pieces.has_tf and (self.max_features is not None or self.min_count > 1):
            raise _core.Error("max_features and min_count need how often each term stands; count with partial_fit")
        keep = self._kept(df, lambda: tf, n)
        table = pieces.table if keep is None else pieces.table.take(keep)
        self._df, self._n_documents = df if keep is None else df[keep], n
        self.fixed_vocabulary_ = False
        self.vocabulary_ = {term: i for i, term in enumerate(table["term"].to_pylist())}
        self._weights()

    def _weights(self) -> None:
        """Make what depends on document frequencies; a count has nothing of the kind."""


def _pieces_of(vectorizer: Any) -> Any:
    """All that it has seen, or None where it holds a part, or nothing."""
    state = vars(vectorizer)
    if "_pieces" in state:
        return state["_pieces"]
    if "_fitted" not in state:
        return None
    df, documents = state["_fitted"]
    return Pieces.of(vectorizer.get_feature_names_out(), df, None, documents)
