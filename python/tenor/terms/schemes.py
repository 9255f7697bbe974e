"""The weights of quanteda's dfm_weight and dfm_tfidf, for work that is to agree with R."""

from typing import Any

import numpy as np
import scipy.sparse as sp

from tenor._core import Error

__all__ = ["SCHEMES", "dfm_tfidf", "dfm_weight"]

SCHEMES = ("count", "prop", "propmax", "logcount", "boolean", "augmented", "logave")


def dfm_weight(X: Any, scheme: str = "count", base: float = 10.0, k: float = 0.5) -> Any:
    """Weigh counts as quanteda's ``dfm_weight`` does.

    Parameters
    ----------
    X : sparse matrix or array, (documents, terms)
        Counts. It is not changed.
    scheme : str
        With x a count of a document: ``"count"`` x; ``"prop"`` x / sum of x; ``"propmax"`` x / max of x;
        ``"logcount"`` 1 + log x; ``"boolean"`` 1; ``"augmented"`` k + (1 - k) x / max of x; ``"logave"``
        (1 + log x) / (1 + log of the mean of x over the document's terms). What is 0 stays 0.
    base : float
        Of the logarithms.
    k : float
        The least weight of ``"augmented"``, from 0 to 1.

    Returns
    -------
    csr_array of float64, (documents, terms)

    Raises
    ------
    Error
        If `scheme` is none of these, `base` is not above 1, `k` is not from 0 to 1, or a count is negative.
    """
    if scheme not in SCHEMES:
        raise Error(f"scheme must be one of {', '.join(SCHEMES)}, not {scheme!r}")
    if not 0 <= k <= 1:
        raise Error(f"k must be from 0 to 1, not {k}")
    scale = _scale(base)
    out = sp.csr_array(X, dtype=np.float64, copy=True)
    out.eliminate_zeros()
    if out.nnz and out.data.min() < 0:
        raise Error(f"counts must not be negative, and one is {out.data.min():g}")
    lengths = np.diff(out.indptr)
    rows = np.repeat(np.arange(out.shape[0]), lengths)
    if scheme in ("prop", "logave"):
        sums = np.bincount(rows, weights=out.data, minlength=out.shape[0])
    if scheme in ("propmax", "augmented"):
        largest = np.zeros(out.shape[0])
        np.maximum.at(largest, rows, out.data)
        out.data /= largest[rows]
    if scheme == "prop":
        out.data /= sums[rows]
    elif scheme == "boolean":
        out.data[:] = 1
    elif scheme == "augmented":
        out.data = k + (1 - k) * out.data
    elif scheme in ("logcount", "logave"):
        out.data = 1 + np.log(out.data) * scale
        if scheme == "logave":
            out.data /= 1 + np.log(sums[rows] / lengths[rows]) * scale
    return out


def dfm_tfidf(X: Any, scheme_tf: str = "count", base: float = 10.0, k: float = 0.5) -> Any:
    """Weigh counts as quanteda's ``dfm_tfidf`` does: `scheme_tf` of :func:`dfm_weight` times log(n / df).

    Parameters
    ----------
    X : sparse matrix or array, (n documents, terms)
        Counts. It is not changed.
    scheme_tf : str
        A scheme of :func:`dfm_weight`.
    base : float
        Of the idf's logarithm and of the scheme's.
    k : float
        As in :func:`dfm_weight`.

    Returns
    -------
    csr_array of float64, (documents, terms)

    Raises
    ------
    Error
        As :func:`dfm_weight` does.
    """
    out = dfm_weight(X, scheme_tf, base, k)
    df = np.bincount(out.indices, minlength=out.shape[1])
    idf = np.log(out.shape[0] / np.maximum(df, 1)) * _scale(base)
    out.data *= idf[out.indices]
    return out


def _scale(base: float) -> float:
    """From natural logarithms to those of `base`."""
    if not base > 1:
        raise Error(f"base must be above 1, not {base}")
    return float(1 / np.log(base))
