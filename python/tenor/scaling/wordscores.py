"""Wordscores: words get the scores of the reference texts they stand in, and give them to other texts."""

from typing import Any, Literal, Self

import numpy as np
from numpy.typing import NDArray
from scipy.stats import norm
from sklearn.base import BaseEstimator
from sklearn.utils.validation import check_is_fitted

from tenor._core import Error
from tenor.scaling.counts import frame, grouped
from tenor.scaling.reading import CountReader

__all__ = ["Wordscores"]


class Wordscores(CountReader, BaseEstimator):  # type: ignore[misc]
    """Wordscores (Laver, Benoit & Garry 2003, doi 10.1017/S0003055403000698).

    Parameters
    ----------
    scale : {"linear", "logit"}
        Words' scores: the mean of the reference scores, weighted by the word's share in each reference text; or, with
        two reference texts scored -1 and 1, the log of the ratio of its shares (Beauchamp 2012).
    smooth : float
        Added to each count of the reference texts.
    vectorizer : optional
        Counts words where texts are given; by default :class:`tenor.CountVectorizer`.

    Attributes
    ----------
    wordscores_ : ndarray of shape (n_features,)
        NaN for a word of no reference text.
    reference_scores_ : ndarray
        The scores the words were learnt from.
    n_features_in_, feature_names_in_
        As in scikit-learn.
    """

    def __init__(
        self, scale: Literal["linear", "logit"] = "linear", smooth: float = 0.0, *, vectorizer: Any = None
    ) -> None:
        self.scale = scale
        self.smooth = smooth
        self.vectorizer = vectorizer

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.sparse = tags.input_tags.positive_only = True
        tags.target_tags.required = True
        return tags

    def fit(self, X: Any, y: Any, *, feature_names: Any = None) -> Self:
        """Learn the words' scores.

        Parameters
        ----------
        X : matrix or frame of counts (n_documents, n_features), or texts
        y : array-like of shape (n_documents,)
            Scores of the reference texts; NaN for the others.
        feature_names : sequence of str or vectorizer, optional

        Raises
        ------
        Error
            If there are fewer than two different scores, or a reference text has no words.
        """
        if self.scale not in ("linear", "logit"):
            raise Error(f"scale must be 'linear' or 'logit', not {self.scale!r}")
        if not self.smooth >= 0:
            raise Error(f"smooth must not be negative, and is {self.smooth}")
        counts = self._read_to_fit(X, feature_names)
        X = counts.X
        if y is None:
            raise ValueError("requires y to be passed, but the target y is None: the scores, NaN for virgin texts")
        scores = np.asarray(y, dtype=float).ravel()
        if len(scores) != X.shape[0]:
            raise Error(f"y has {len(scores)} scores for {X.shape[0]} documents; give NaN for a virgin text")
        if np.isinf(scores).any():
            raise Error(f"the score of document {int(np.flatnonzero(np.isinf(scores))[0])} is infinite")
        reference = np.isfinite(scores)
        A = scores[reference]
        if not reference.any():
            raise Error(f"all {len(scores)} scores are NaN; give a score to each reference text, two at least")
        if len(np.unique(A)) < 2:
            raise Error(
                f"the reference texts must have two different scores or more; they have {A[:5].tolist()} "
                f"(n_samples={len(scores)})"
            )
        R = X[reference]
        sums = np.asarray(R.sum(axis=1)).ravel()
        if not sums.all():
            row = int(np.flatnonzero(reference)[np.flatnonzero(sums == 0)[0]])
            raise Error(f"reference text {row} has no words; drop it or set its score to NaN")
        K = R.shape[1]
        share = R.multiply(1 / (sums + self.smooth * K)[:, None]).tocsr()
        # A word that is absent has the share smooth / sum, which need not be stored.
        absent = self.smooth / (sums + self.smooth * K)
        total = np.asarray(share.sum(axis=0)).ravel() + absent.sum()
        if self.scale == "logit":
            if len(A) != 2 or set(A) != {-1.0, 1.0}:
                raise Error(f"scale='logit' needs two reference texts, scored -1 and 1; the scores are {A.tolist()}")
            dense = share.toarray() + absent[:, None]
            with np.errstate(divide="ignore", invalid="ignore"):
                self.wordscores_ = np.log(dense[np.argmax(A)]) - np.log(dense[np.argmin(A)])
            lone = ~np.isfinite(self.wordscores_) & (total > 0)
            if lone.any():
                raise Error(f"{int(lone.sum())} words stand in one reference text only; set smooth above 0")
        else:
            with np.errstate(divide="ignore", invalid="ignore"):
                self.wordscores_ = np.where(total > 0, (share.T @ A + absent @ A) / total, np.nan)
        self.reference_scores_ = A
        low, high = np.flatnonzero(reference)[[np.argmin(A), np.argmax(A)]]
        raw, *_ = self._raw(X[[low, high]])
        self._anchors = raw, (A.min(), A.max())
        return self

    def _raw(self, X: Any) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
        """Return the raw score, its standard error and the scored tokens of documents."""
        known = np.isfinite(self.wordscores_)
        S = np.where(known, self.wordscores_, 0.0)
        n = X @ known.astype(float)
        with np.errstate(divide="ignore", invalid="ignore"):
            raw = (X @ S) / n
            # Around the document's own mean, so that nothing cancels.
            deviations = X.copy()
            rows = np.repeat(np.arange(X.shape[0]), np.diff(X.indptr))
            deviations.data = X.data * np.where(known[X.indices], S[X.indices] - raw[rows], 0.0) ** 2
            variance = np.asarray(deviations.sum(axis=1)).ravel() / n
            return raw, np.sqrt(variance) / np.sqrt(n), n

    def words(self) -> Any:
        """Return the words' scores as a frame: word, score."""
        check_is_fitted(self, "wordscores_")
        known = np.isfinite(self.wordscores_)
        return frame({"word": self._names()[known], "score": self.wordscores_[known]}, self._kind)

    def predict(self, X: Any) -> NDArray[np.float64]:
        """Return the raw scores of documents, NaN where a document has no scored word."""
        check_is_fitted(self, "wordscores_")
        return self._raw(self._read(X).X)[0]

    def score_documents(
        self,
        X: Any,
        *,
        rescaling: Literal["lbg", "mv"] | None = None,
        virgin: Any = None,
        interval: float = 0.95,
        groups: Any = None,
        feature_names: Any = None,
    ) -> Any:
        """Score documents, with standard errors and intervals.

        Parameters
        ----------
        X : as in :meth:`fit`
        rescaling : {None, "lbg", "mv"}
            Laver, Benoit & Garry's: the scores get the standard deviation of the reference scores, around their own
            mean; Martin & Vanberg's (doi 10.1093/pan/mpm010): the texts with the least and the largest reference
            score get these.
        virgin : array of bool, optional
            The documents whose mean and standard deviation ``"lbg"`` uses (as its authors do); all, if none is given.
        interval : float
        groups : sequence, optional
            The document of each row; rows of one are added up.
        feature_names : sequence of str or vectorizer, optional

        Returns
        -------
        frame
            fit, se, lwr, upr, n (scored tokens). The standard error is stretched with the scale.

        Raises
        ------
        Error
            If no document has a scored word, or one document alone is to be rescaled by ``"lbg"``.
        """
        check_is_fitted(self, "wordscores_")
        if rescaling not in (None, "lbg", "mv"):
            raise Error(f"rescaling must be None, 'lbg' or 'mv', not {rescaling!r}")
        if not 0 < interval < 1:
            raise Error(f"interval must lie between 0 and 1, and is {interval}")
        counts = self._read(X, feature_names)
        if groups is not None:
            counts = grouped(counts, groups)
        raw, se, n = self._raw(counts.X)
        if not np.isfinite(raw).any():
            raise Error(f"none of the {len(raw)} documents has a word that stands in a reference text")
        middle, new_middle, stretch = 0.0, 0.0, 1.0
        if rescaling == "lbg":
            over = raw if virgin is None else raw[np.asarray(virgin, dtype=bool)]
            over = over[np.isfinite(over)]
            if len(over) < 2 or not over.std() > 0:
                raise Error(
                    f"rescaling='lbg' needs the spread of two documents or more, and has {len(over)}; use 'mv' or None"
                )
            middle = new_middle = float(over.mean())
            stretch = float(self.reference_scores_.std(ddof=1) / over.std(ddof=1))
        elif rescaling == "mv":
            (low, high), (bottom, top) = self._anchors
            middle, new_middle, stretch = low, bottom, (top - bottom) / (high - low)
        fit, se = (raw - middle) * stretch + new_middle, se * abs(stretch)
        z = norm.ppf((1 + interval) / 2)
        return frame(
            {"fit": fit, "se": se, "lwr": fit - z * se, "upr": fit + z * se, "n": n}, counts.kind, counts.documents
        )
