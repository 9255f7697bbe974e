"""What comes in: texts, a matrix of counts, a frame of them; and frames of the same kind out."""

import importlib
import importlib.util
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import narwhals as nw
import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from sklearn.utils.validation import check_array

from tenor._core import Error
from tenor.frames import strings

__all__ = ["Counts", "core_arrays", "frame", "group_places", "grouped", "read_counts", "thread_count"]


@dataclass(frozen=True)
class Counts:
    """A document-feature matrix, the names of its columns and rows, and the kind of frame it came as.

    Attributes
    ----------
    X : csr_matrix of float64
        Columns ascend within each row, no entry is stored twice.
    features : ndarray of object, or None
    documents : ndarray or None
        Labels of the rows: a pandas index, the groups.
    kind : str
        ``"pandas"``, ``"polars"``, ``"pyarrow"``, or empty where it was no frame.
    texts : bool
        Whether texts came in.
    """

    X: Any
    features: NDArray[Any] | None
    documents: NDArray[Any] | None
    kind: str
    texts: bool = False


def thread_count(n_jobs: int | None) -> int:
    """Threads for `n_jobs` as joblib counts them: None is 1, -1 all cores."""
    if n_jobs is None:
        return 1
    if not isinstance(n_jobs, int | np.integer) or n_jobs == 0:
        raise Error(f"n_jobs must be None or a whole number other than 0, not {n_jobs!r}")
    return int(n_jobs) if n_jobs > 0 else max(1, (os.cpu_count() or 1) + 1 + int(n_jobs))


def frame(columns: Mapping[str, NDArray[Any]], kind: str, index: Any = None) -> Any:
    """Make a table of the given kind; without a kind pandas where it is installed, else pyarrow.

    `index` becomes the index of a pandas table, and the first column, ``document``, of another.
    """
    if not kind:
        kind = "pandas" if importlib.util.find_spec("pandas") else "pyarrow"
    if kind == "pandas":
        pd = importlib.import_module("pandas")  # optional, and so are its stubs
        return pd.DataFrame(dict(columns), index=index)
    if index is not None:
        columns = {"document": np.asarray(index), **columns}
    import pyarrow as pa

    # Strings in a column of Python objects, for every backend alike.
    table = {k: pa.array(v.tolist() if v.dtype.kind == "O" else v) for k, v in columns.items()}
    if kind == "pyarrow":
        return pa.table(table)
    backend: Any = kind
    return nw.from_arrow(pa.table(table), backend=backend).to_native()


def _matrix(X: Any) -> Any:
    X = check_array(X, accept_sparse="csr", dtype=np.float64, ensure_min_features=1)
    X = sp.csr_matrix(X)
    if not X.has_canonical_format:
        X = X.copy()
        X.sum_duplicates()
    return X


def _names(feature_names: Any, X: Any) -> NDArray[Any] | None:
    if feature_names is None:
        return None
    if hasattr(feature_names, "get_feature_names_out"):
        feature_names = feature_names.get_feature_names_out()
    names = np.asarray([str(name) for name in feature_names], dtype=object)
    if len(names) != X.shape[1]:
        raise Error(f"feature_names has {len(names)} names, but the matrix has {X.shape[1]} columns")
    return names


def read_counts(
    X: Any, feature_names: Any = None, vectorize: Callable[[list[str]], Any] | None = None, text: str = "text"
) -> Counts:
    """Read a document-feature matrix.

    Parameters
    ----------
    X : sparse or dense matrix, frame of counts, or texts (a list, a series, a frame with a column of them)
    feature_names : sequence of str, or a fitted vectorizer
        Names of the columns, where the matrix does not carry them.
    vectorize : callable
        Turns a list of texts into (matrix, names).
    text : str
        Name of the texts' column in a frame.

    Raises
    ------
    Error
        If it is one text, or texts where a matrix is needed, or the names do not fit.
    """
    if isinstance(X, str | bytes):
        raise Error("X is one text, not a collection of texts or a matrix of counts; give a list")
    if sp.issparse(X):
        X = _matrix(X)
        return Counts(X, _names(feature_names, X), None, "")
    native = nw.from_native(X, pass_through=True, allow_series=True)
    if isinstance(native, nw.LazyFrame):
        raise Error("the frame is lazy; collect it first, as in frame.collect()")
    if isinstance(native, nw.Series | nw.DataFrame):
        kind = native.implementation.value
        index = np.asarray(X.index) if kind == "pandas" else None
        if kind == "pandas" and isinstance(native, nw.DataFrame) and _sparse(X):
            matrix = _matrix(X.sparse.to_coo())
            names = feature_names if feature_names is not None else X.columns
            return Counts(matrix, _names(names, matrix), index, kind)
        if isinstance(native, nw.Series):
            return _of_texts(native, vectorize, index, kind)
        if text in native.columns and not native[text].dtype.is_numeric():
            return _of_texts(native[text], vectorize, index, kind)
        wrong = [name for name in native.columns if not native[name].dtype.is_numeric()]
        if wrong:
            raise Error(
                f"column {wrong[0]!r} holds {native[wrong[0]].dtype}, not counts, and there is no column of texts "
                f"named {text!r}; drop it, or make it the index"
            )
        names = feature_names if feature_names is not None else native.columns
        X = _matrix(native.to_numpy())
        return Counts(X, _names(names, X), index, kind)
    if not hasattr(X, "__array__") and isinstance(X, Iterable):
        X = list(X)
        if X and all(isinstance(x, str) for x in X):
            return _of_texts(X, vectorize, None, "")
        if any(isinstance(x, str) for x in X):
            at = next(i for i, x in enumerate(X) if not isinstance(x, str))
            raise Error(f"text {at} is {X[at]!r}, not a str; drop it or replace it")
    elif isinstance(X, np.ndarray) and X.ndim == 1 and X.size and all(isinstance(x, str) for x in X):
        return _of_texts(list(X), vectorize, None, "")
    X = _matrix(X)
    return Counts(X, _names(feature_names, X), None, "")


def _sparse(X: Any) -> bool:
    return X.shape[1] > 0 and all(str(dtype).startswith("Sparse") for dtype in X.dtypes)


def _of_texts(texts: Any, vectorize: Callable[[list[str]], Any] | None, index: Any, kind: str) -> Counts:
    if vectorize is None:
        raise Error("X holds texts, and counts are needed; count them first, as in tenor.CountVectorizer()")
    if isinstance(texts, nw.Series):
        texts = (
            texts.to_list() if texts.dtype in (nw.Object, nw.String) else list(strings(texts.to_arrow(), texts.name))
        )
    for i, value in enumerate(texts):
        if not isinstance(value, str):
            raise Error(f"text {i} is {value!r}, not a str; drop it or replace it")
    X, names = vectorize(texts)
    X = _matrix(X)
    return Counts(X, _names(names, X), index, kind, texts=True)


def group_places(groups: Any, rows: int) -> tuple[NDArray[np.intp], NDArray[Any]]:
    """Return the number of each row's group, and the groups' labels, in the order in which they come."""
    labels = np.asarray(groups)
    if labels.ndim != 1 or len(labels) != rows:
        raise Error(f"groups must be one label for each of the {rows} rows, and has shape {labels.shape}")
    _, first, inverse = np.unique(labels.astype(str), return_index=True, return_inverse=True)
    order = np.argsort(first)
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    return place[inverse], labels[first[order]]


def grouped(counts: Counts, groups: Any) -> Counts:
    """Add the rows of each group up; groups keep the order in which they come."""
    rows, labels = group_places(groups, counts.X.shape[0])
    adder = sp.csr_matrix((np.ones(len(rows)), (rows, np.arange(len(rows)))), shape=(len(labels), len(rows)))
    return Counts(sp.csr_matrix(adder @ counts.X), counts.features, labels, counts.kind, counts.texts)


def core_arrays(X: Any) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.float64]]:
    """Return the arrays of a CSR matrix as the core takes them."""
    return X.indptr.astype(np.int64), X.indices.astype(np.int32, copy=False), X.data.astype(np.float64, copy=False)
