"""The core's arrays as scipy's sparse matrices."""

from typing import Any

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from tenor import _core

try:  # csr_array or csr_matrix, as scikit-learn is configured (1.9 and later)
    from sklearn.utils._sparse import _align_api_if_sparse as align
except ImportError:  # pragma: no cover
    align = sp.csr_matrix

__all__ = ["align", "matrix", "matrix_of"]


def matrix(arrays: tuple[Any, Any, Any], columns: int) -> Any:
    """Make a csr_array of the core's arrays, with indices of the type that scikit-learn's have."""
    data, indices, indptr = arrays
    if len(indices) <= np.iinfo(np.int32).max:
        indptr = indptr.astype(np.int32)
    else:  # pragma: no cover
        indices = indices.astype(np.int64)
    X = sp.csr_array((data, indices, indptr), shape=(len(indptr) - 1, columns), copy=False)
    X.has_sorted_indices = X.has_canonical_format = True
    return X


def matrix_of(counter: Any, keep: npt.NDArray[np.uint32] | None, dtype: Any, binary: bool) -> Any:
    """Take a counter's matrix, of the columns to keep, in any type that numpy has."""
    dtype = np.dtype(dtype)
    make = getattr(counter, f"matrix_{dtype.name}", None)
    columns = counter.terms if keep is None else len(keep)
    X = matrix((make or counter.matrix_int64)(keep), columns)
    if make is None:
        if dtype.kind in "iu" and X.nnz and X.data.max() > int(np.iinfo(np.dtype(dtype)).max):
            raise _core.Error(f"a count of {X.data.max()} does not fit dtype {dtype}; use a wider one")
        X.data = X.data.astype(dtype)
    if binary:
        X.data.fill(1)
    return X
