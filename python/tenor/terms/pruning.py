"""Which terms of a count stay: max_df, min_df, min_count and max_features."""

from collections.abc import Callable
from numbers import Integral
from typing import Any

import numpy as np
import numpy.typing as npt

__all__ = ["Pruning"]


class Pruning:
    """What a vectorizer leaves out of the vocabulary that it has met."""

    def _kept(self: Any, df: Any, frequencies: Callable[[], Any], n: int) -> npt.NDArray[np.uint32] | None:
        """Columns that max_df, min_df, min_count and max_features leave; None where they leave all."""
        high = self.max_df if isinstance(self.max_df, Integral) else self.max_df * n
        low = self.min_df if isinstance(self.min_df, Integral) else self.min_df * n
        if high < low:
            raise ValueError("max_df corresponds to < documents than min_df")
        mask = (df <= high) & (df >= low)
        best_only = self.max_features is not None and mask.sum() > self.max_features
        if best_only or self.min_count > 1:
            tf = frequencies()
            mask &= tf >= self.min_count
        if best_only and mask.sum() > self.max_features:
            # In the type scikit-learn sums in, so that its sort breaks ties the same way.
            tf = tf.astype(np.zeros(0, self.dtype).sum().dtype, copy=False)
            best = np.flatnonzero(mask)[(-tf[mask]).argsort()[: self.max_features]]
            mask = np.zeros_like(mask)
            mask[best] = True
        if not mask.any():
            raise ValueError("After pruning, no terms remain. Try a lower min_df or a higher max_df.")
        return None if mask.all() else np.flatnonzero(mask).astype(np.uint32)

    def _drop_rare(self: Any, X: Any) -> Any:
        """Leave out terms below min_count, where scikit-learn has counted."""
        if self.min_count == 1 or self.fixed_vocabulary_:
            return X
        keep = np.flatnonzero(np.asarray(X.sum(axis=0)).ravel() >= self.min_count)
        if len(keep) == 0:
            raise ValueError("After pruning, no terms remain. Try a lower min_df or a higher max_df.")
        names = self.get_feature_names_out()[keep]
        self.vocabulary_ = {term: i for i, term in enumerate(names)}
        return X[:, keep]
