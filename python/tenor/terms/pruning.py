"""Which terms of a count stay: max_df, min_df, min_count and max_features."""

import math
from collections.abc import Callable
from numbers import Integral
from typing import Any

import numpy as np
import numpy.typing as npt

__all__ = ["Pruning"]


class Pruning:
    """What a vectorizer leaves out of the vocabulary that it has met."""

    def _survey(self: Any, counter: Any, documents: Any, plan: Any) -> None:
        """Let the core see all documents before it counts them, where it then need not hold sequences that are rare.

        What `max_features` drops is held all the same: between terms as frequent as the last that stays, scikit-learn
        chooses by a sort that is not stable, so that the choice depends on all that are dropped.
        """
        size = self._size(documents, plan)
        if size is None or not plan.of_words or self.ngram_range[1] == 1:
            return
        n, characters = size
        least = max(math.ceil(self._limits(n)[0]), self.min_count)
        if least > 1 and n > 0:
            for texts in self._texts(documents, plan):
                counter.survey(texts, characters)
            counter.end_survey(least)

    def _limits(self: Any, n: int) -> tuple[Any, Any]:
        """In how many of n documents a term stands at least and at most."""
        low, high = (x if isinstance(x, Integral) else x * n for x in (self.min_df, self.max_df))
        return low, high

    def _kept(self: Any, df: Any, frequencies: Callable[[], Any], n: int) -> npt.NDArray[np.uint32] | None:
        """Columns that max_df, min_df, min_count and max_features leave; None where they leave all."""
        low, high = self._limits(n)
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
