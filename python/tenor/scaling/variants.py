"""Other seeds, other components, other documents: how much of a scale depends on them."""

import copy
from collections.abc import Iterable
from typing import Any, Literal, Self

import numpy as np
from numpy.typing import NDArray
from sklearn.utils.validation import check_is_fitted, check_random_state

from tenor._core import Error
from tenor.scaling.counts import frame, group_places, grouped
from tenor.scaling.seeds import match_seeds
from tenor.scaling.weights import weigh

__all__ = ["Variants"]


class Variants:
    """What :class:`LSS` says of its own stability."""

    # Of LSS, which inherits from this.
    coef_: NDArray[np.float64]
    terms_: NDArray[np.bool_]
    support_: NDArray[np.bool_]
    embedding_: NDArray[np.float64]
    seeds: Any
    nested_weight: bool
    case: bool
    weight: str
    _kind: str
    _matched: Any
    _names: Any
    _read: Any
    _raw: Any
    _decompose: Any
    _score_words: Any
    _cut_groups: Any

    def with_seeds(self, seeds: Any) -> Self:
        """Return a model with the same vectors and other seeds; it costs one matrix-vector product."""
        check_is_fitted(self, "coef_")
        return self._changed(seeds=seeds)

    def _changed(self, **parameters: Any) -> Self:
        other = copy.copy(self)
        for name, value in parameters.items():
            setattr(other, name, value)
        other._score_words(match_seeds(other.seeds, other._names().tolist(), other.nested_weight, other.case))
        return other

    def _variants(self, what: str, remove: bool, ks: Iterable[int] | None) -> dict[str, Self]:
        check_is_fitted(self, "coef_")
        if what == "k":
            k = self.embedding_.shape[1]
            return {str(s): self._changed(slice=s) for s in (ks or range(50, k + 1, 50))}
        if what != "seeds":
            raise Error(f"what must be 'seeds' or 'k', not {what!r}")
        m = self._matched
        signed = {word: float(np.sign(s)) for word, s, found in zip(m.word, m.score, m.found, strict=True) if found}
        if remove and len(signed) < 2:
            raise Error("there is one seed word, and none is left without it")
        return {
            word: self._changed(seeds={w: s for w, s in signed.items() if (w != word) == remove}) for word in signed
        }

    def bootstrap(self, what: Literal["seeds", "k"] = "seeds", *, remove: bool = False, ks: Any = None) -> Any:
        """Polarity of the words with other seeds or components, from the same vectors.

        Parameters
        ----------
        what : {"seeds", "k"}
            Each seed word alone (or, with `remove`, each left out), 1 or -1 by the sign of its score; or the first
            `ks` components (50, 100...).
        remove : bool
        ks : iterable of int, optional

        Returns
        -------
        frame
            word, then a column for each variant.

        Notes
        -----
        R's LSX 1.5.2 drops the signs, so that a bipolar scale becomes another one; here they are kept.
        """
        variants = self._variants(what, remove, ks)
        at = np.flatnonzero(self.terms_)
        words = {"word": self._names()[at]}
        return frame(words | {name: model.coef_[at] for name, model in variants.items()}, self._kind)

    def bootstrap_documents(
        self, X: Any, n: int = 20, *, groups: Any = None, feature_names: Any = None, random_state: Any = 0
    ) -> Any:
        """Polarity of the words in `n` fits to documents drawn with replacement.

        Parameters
        ----------
        X : as in :meth:`fit`
        n : int
        groups : sequence, optional
            The document of each row; its rows are drawn together. Texts are drawn whole, with all their sentences.
        feature_names : sequence of str, optional
        random_state : int or RandomState

        Returns
        -------
        frame
            word, then a column for each fit; NaN where a word has no vector in it.
        """
        check_is_fitted(self, "coef_")
        if n < 1:
            raise Error(f"n must be 1 or more, and is {n}")
        counts, draw = self._read(X, feature_names, rows=True), check_random_state(random_state)
        if counts.texts:
            groups = self._cut_groups(groups)
        rows = counts.X.shape[0]
        place, labels = group_places(np.arange(rows) if groups is None else groups, rows)
        ordered, ends = np.argsort(place, kind="stable"), np.cumsum(np.bincount(place))
        members = np.split(ordered, ends[:-1])
        at = np.flatnonzero(self.terms_)
        out: dict[str, Any] = {"word": self._names()[at]}
        for i in range(n):
            drawn = np.concatenate([members[j] for j in draw.randint(0, len(labels), len(labels))])
            other = copy.copy(self)
            _, other.embedding_, _ = self._decompose(weigh(counts.X[drawn], self.weight))
            other._score_words(self._matched)
            out[str(i)] = np.where(other.support_, other.coef_, np.nan)[at]
        return frame(out, self._kind)

    def optimize(
        self, X: Any, what: Literal["seeds", "k"] = "k", *, groups: Any = None, remove: bool = True, ks: Any = None
    ) -> Any:
        """Variance of the documents' scores over that of the words', for each variant: larger is better.

        Parameters
        ----------
        X : as in :meth:`fit`
        what, remove, ks
            As in :meth:`bootstrap`.
        groups : sequence, optional
            The document of each row; rows of one are added up first.

        Returns
        -------
        frame
            variant, ratio.
        """
        variants = self._variants(what, remove, ks)
        counts = self._read(X)
        if groups is not None:
            counts = grouped(counts, groups)
        ratios = []
        for model in variants.values():
            fit, *_ = model._raw(counts, 0)
            ratios.append(np.nanvar(fit, ddof=1) / np.var(model.coef_[model.terms_], ddof=1))
        return frame({"variant": np.array(list(variants), dtype=object), "ratio": np.array(ratios)}, self._kind)
