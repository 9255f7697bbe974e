"""The weighting schemes of a document-feature matrix that quanteda names."""

from typing import Any

import numpy as np
import scipy.sparse as sp

from tenor._core import Error

__all__ = ["SCHEMES", "tfidf", "weigh"]

SCHEMES = ("count", "prop", "propmax", "logcount", "boolean", "augmented", "logave")


def _rows(X: Any, values: Any) -> Any:
    return np.repeat(values, np.diff(X.indptr))


def weigh(X: Any, scheme: str = "count", k: float = 0.5) -> Any:
    """Weigh the counts of each document.

    Parameters
    ----------
    X : sparse matrix (n_documents, n_features)
        Counts.
    scheme : {"count", "prop", "propmax", "logcount", "boolean", "augmented", "logave"}
        With x the count, r the document's sum and m its maximum: x; x / r; x / m; 1 + log10 x; 1;
        k + (1 - k) x / m; (1 + log10 x) / (1 + log10 of the mean count). Zeros stay zeros.
    k : float
        For ``"augmented"``.

    Returns
    -------
    csr_matrix of float64
    """
    if scheme not in SCHEMES:
        raise Error(f"weight must be one of {', '.join(map(repr, SCHEMES))}, not {scheme!r}")
    X = sp.csr_matrix(X, dtype=np.float64, copy=True)
    X.eliminate_zeros()
    x = X.data
    if x.size and x.min() < 0 and scheme != "count":
        raise Error(f"counts must not be negative, and one is {x.min()}")
    with np.errstate(divide="ignore", invalid="ignore"):
        largest = _rows(X, X.max(axis=1).toarray().ravel()) if X.shape[1] and x.size else x
        sums = X.sum(axis=1).A1 if hasattr(X.sum(axis=1), "A1") else X.sum(axis=1)
        if scheme == "prop":
            X.data = x / _rows(X, sums)
        elif scheme == "propmax":
            X.data = x / largest
        elif scheme == "logcount":
            X.data = 1 + np.log10(x)
        elif scheme == "boolean":
            X.data = np.ones_like(x)
        elif scheme == "augmented":
            X.data = k + (1 - k) * x / largest
        elif scheme == "logave":
            X.data = (1 + np.log10(x)) / (1 + np.log10(_rows(X, sums / np.diff(X.indptr))))
    return X


def tfidf(X: Any, scheme: str = "count", smoothing: float = 0.0, k: float = 0.0) -> Any:
    """Weigh by rarity as quanteda does: tf times log10(N / (k + df) + smoothing).

    Scikit-learn's and :class:`tenor.TfidfTransformer`'s idf is another: natural logarithm, plus 1, and then a norm.

    Parameters
    ----------
    X : sparse matrix (n_documents, n_features)
        Counts.
    scheme : str
        Of the term frequency, as in :func:`weigh`.
    smoothing, k : float
    """
    X = sp.csr_matrix(X, dtype=np.float64)
    present = sp.csr_matrix((X.data != 0, X.indices, X.indptr), shape=X.shape)
    df = np.asarray(present.sum(axis=0)).ravel()
    with np.errstate(divide="ignore"):
        idf = np.where(df > 0, np.log10(X.shape[0] / (k + df) + smoothing), 0.0)
    out = weigh(X, scheme)
    out.data *= idf[out.indices]
    return out
