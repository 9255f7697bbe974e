"""Matrices of terms as tables: every entry, or the terms that mark a sentence, an article or a group."""

from collections.abc import Sequence
from typing import Any

import narwhals as nw
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import scipy.sparse as sp

from tenor._core import Error

__all__ = ["Tabulating"]


class Tabulating:
    """What counting and hashing share: tables of the matrices they make."""

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
        return _native(columns | {"value": X.data}, backend)

    def keyterms(
        self: Any, X: Any, n: int = 10, groups: Sequence[Any] | npt.NDArray[Any] | None = None, backend: str = "pyarrow"
    ) -> Any:
        """Find the terms that mark each row of a matrix that this vectorizer made, or each group of its rows.

        Parameters
        ----------
        X : sparse matrix, (rows, terms)
            Counts or weights: TF-IDF says what marks a row among the others.
        n : int
            How many terms of a row or group at most; only those above 0 count.
        groups : sequence of length (rows,), optional
            Of which group each row is: an outlet, a week; ``vectorizer.rows_[:, 0]`` puts the sentences of an article
            together. A group's values are the sums of its rows'. Without it every row is its own.
        backend : str
            The library whose frame it is to be: ``"pyarrow"``, ``"pandas"`` or ``"polars"``.

        Returns
        -------
        frame
            ``row`` or ``group``, ``rank`` (from 1), ``term``, ``value``; groups in the order of their names, best
            term first, equal ones in the order of their columns.

        Raises
        ------
        Error
            If `groups` has another length than X has rows, or `n` is below 1.
        """
        X = sp.csr_array(X)
        if n < 1:
            raise Error(f"n must be 1 or more, and is {n}")
        labels: npt.NDArray[Any] = np.arange(X.shape[0])
        if groups is not None:
            if len(groups) != X.shape[0]:
                raise Error(f"groups has {len(groups)} entries for {X.shape[0]} rows")
            labels, member = np.unique(np.asarray(groups), return_inverse=True)
            ones = np.ones(X.shape[0], X.dtype)
            X = sp.csr_array((ones, (member, np.arange(X.shape[0]))), shape=(len(labels), X.shape[0])) @ X
            X.sort_indices()
        row = np.repeat(np.arange(X.shape[0]), np.diff(X.indptr))
        order = np.lexsort((X.indices, -X.data.astype(np.float64), row))
        rank = np.arange(len(row)) - X.indptr[row[order]] + 1
        best = order[(rank <= n) & (X.data[order] > 0)]
        names = pa.array(self.get_feature_names_out(), pa.string())
        columns = {
            "row" if groups is None else "group": labels[row[best]],
            "rank": rank[(rank <= n) & (X.data[order] > 0)],
            "term": names.take(pa.array(X.indices[best])),
            "value": X.data[best],
        }
        return _native(columns, backend)


def _native(columns: dict[str, Any], backend: str) -> Any:
    table = pa.table(columns)
    if backend == "pyarrow":
        return table
    return nw.from_arrow(table, backend=backend).to_native()  # type: ignore[arg-type]
