"""Wordfish: documents and words on one dimension, from counts alone."""

import warnings
from collections.abc import Sequence
from typing import Any, Literal, Self

import numpy as np
from numpy.typing import NDArray
from scipy.stats import norm
from sklearn.base import BaseEstimator, ClassNamePrefixFeaturesOutMixin, TransformerMixin
from sklearn.utils.validation import check_is_fitted

from tenor import _core
from tenor._core import Error
from tenor.scaling.counts import Counts, core_arrays, frame, grouped, thread_count
from tenor.scaling.reading import CountReader

__all__ = ["Wordfish"]


class Wordfish(CountReader, ClassNamePrefixFeaturesOutMixin, TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Wordfish (Slapin & Proksch 2008, doi 10.1111/j.1540-5907.2008.00338.x).

    The count of word k in document i is Poisson with log rate ``alpha_i + psi_k + beta_k theta_i``; theta is the
    document's position, standardised.

    Parameters
    ----------
    direction : pair of int or of str
        Two documents, by number from 0 or by label; the first is left of the second.
    prior_sd : tuple of 4 floats
        Standard deviations of the normal priors of alpha, psi, beta, theta; infinite for a flat one.
    dispersion : {"poisson", "quasipoisson"}
    dispersion_level : {"feature", "overall"}
        Whether each word has a dispersion of its own.
    dispersion_floor : float
        Least dispersion, 0 to 1.
    solver : {"quanteda", "map"}
        ``"quanteda"`` repeats the procedure of R's textmodel_wordfish, which stops before it converges: for
        replication. ``"map"`` finds the maximum of the posterior.
    tol : pair of float
        Rise of the objective, and move of a parameter, at which the iterations end.
    abs_err : bool
        With ``"quanteda"``: whether a fall of the objective counts as a rise.
    max_iter : int, optional
        100 with ``"quanteda"``, 1000 with ``"map"``.
    vectorizer : optional
        Counts words where texts are given; by default :class:`tenor.CountVectorizer`.
    n_jobs : int, optional
        Threads: None is one, -1 as many as there are cores. Results do not depend on it.

    Attributes
    ----------
    theta_, theta_se_, alpha_ : ndarray of shape (n_documents,)
        NaN for a document without words. The standard errors take the words' parameters as known, so they are too
        small.
    beta_, psi_, phi_ : ndarray of shape (n_features,)
        NaN for a word that never stands.
    n_iter_, converged_, loglik_path_
        Iterations, whether they came to their end, and the objective after each.
    n_features_in_, feature_names_in_
        As in scikit-learn.

    Notes
    -----
    Time and memory are linear in the matrix's entries, documents and words: sums of rates are read from a series
    expansion, exact to working precision, and no matrix of documents by words is made.
    """

    def __init__(
        self,
        direction: Sequence[Any] = (0, 1),
        *,
        prior_sd: tuple[float, float, float, float] = (np.inf, np.inf, 3.0, 1.0),
        dispersion: Literal["poisson", "quasipoisson"] = "poisson",
        dispersion_level: Literal["feature", "overall"] = "feature",
        dispersion_floor: float = 0.0,
        solver: Literal["quanteda", "map"] = "quanteda",
        tol: tuple[float, float] = (1e-6, 1e-8),
        abs_err: bool = False,
        max_iter: int | None = None,
        vectorizer: Any = None,
        n_jobs: int | None = None,
    ) -> None:
        self.direction = direction
        self.prior_sd = prior_sd
        self.dispersion = dispersion
        self.dispersion_level = dispersion_level
        self.dispersion_floor = dispersion_floor
        self.solver = solver
        self.tol = tol
        self.abs_err = abs_err
        self.max_iter = max_iter
        self.vectorizer = vectorizer
        self.n_jobs = n_jobs

    def _check(self) -> tuple[Any, int, list[float]]:
        for name, allowed in (
            ("solver", ("quanteda", "map")),
            ("dispersion", ("poisson", "quasipoisson")),
            ("dispersion_level", ("feature", "overall")),
        ):
            if getattr(self, name) not in allowed:
                raise Error(f"{name} must be {' or '.join(map(repr, allowed))}, not {getattr(self, name)!r}")
        if self.solver == "map" and self.dispersion != "poisson":
            raise Error("a quasi-Poisson model has no posterior to maximise; use solver='quanteda', or 'poisson'")
        if not 0 <= self.dispersion_floor <= 1:
            raise Error(f"dispersion_floor must be from 0 to 1, and is {self.dispersion_floor}")
        if len(self.prior_sd) != 4 or not all(sd > 0 for sd in self.prior_sd):
            raise Error(f"prior_sd must be four numbers above 0 (alpha, psi, beta, theta), not {self.prior_sd!r}")
        if self.max_iter is not None and self.max_iter < 1:
            raise Error(f"max_iter must be 1 or more, and is {self.max_iter}")
        level = "poisson" if self.dispersion == "poisson" else self.dispersion_level
        iterations = self.max_iter or (100 if self.solver == "quanteda" else 1000)
        return _core.Dispersion[level], iterations, [1 / sd**2 if np.isfinite(sd) else 0.0 for sd in self.prior_sd]

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.sparse = tags.input_tags.positive_only = True
        return tags

    def fit(self, X: Any, y: Any = None, *, feature_names: Any = None, groups: Any = None) -> Self:
        """Estimate the positions.

        Parameters
        ----------
        X : matrix or frame of counts (n_documents, n_features), or texts
        y : ignored
        feature_names : sequence of str or vectorizer, optional
        groups : sequence, optional
            The document of each row; rows of one are added up.

        Raises
        ------
        Error
            If a value is no count, fewer than two documents have words, or `direction` names no two of them.
        """
        dispersion, iterations, precision = self._check()
        counts = self._read_to_fit(X, feature_names)
        if groups is not None:
            counts = grouped(counts, groups)
        X = counts.X
        self._documents = counts.documents
        rows, columns = (np.asarray(X.sum(axis=axis)).ravel() > 0 for axis in (1, 0))
        if rows.sum() < 2:
            raise Error(
                f"Wordfish compares documents, and {int(rows.sum())} of the n_samples={len(rows)} has words; give two "
                "documents or more"
            )
        if columns.sum() < 2:
            raise Error(f"Wordfish needs two features with counts, and has {int(columns.sum())} feature(s)")
        self._warn(rows, columns, X)
        low, high = self._direction(rows)
        kept = np.flatnonzero(rows)
        fit = _core.wordfish(
            *core_arrays(X[rows][:, columns]),
            int(columns.sum()),
            precision,
            dispersion,
            float(self.dispersion_floor),
            float(self.tol[0]),
            float(self.tol[1]),
            bool(self.abs_err),
            iterations,
            self.solver == "map",
            int(np.searchsorted(kept, low)),
            int(np.searchsorted(kept, high)),
            thread_count(self.n_jobs),
        )

        def spread(values: NDArray[Any], present: NDArray[Any]) -> NDArray[np.float64]:
            out = np.full(len(present), np.nan)
            out[present] = values
            return out

        self.theta_, self.theta_se_, self.alpha_ = (spread(fit[name], rows) for name in ("theta", "se", "alpha"))
        self.beta_, self.psi_, self.phi_ = (spread(fit[name], columns) for name in ("beta", "psi", "phi"))
        self.loglik_path_, self.n_iter_ = fit["path"], len(fit["path"])
        self.converged_, self._theta_precision = fit["converged"], fit["theta_precision"]
        if not self.converged_:
            warnings.warn(
                f"Wordfish did not come to its end in {iterations} iterations; raise max_iter, or drop rare words",
                _convergence_warning(),
                stacklevel=2,
            )
        return self

    def _warn(self, rows: NDArray[Any], columns: NDArray[Any], X: Any) -> None:
        if not rows.all():
            at = np.flatnonzero(~rows)
            warnings.warn(
                f"{len(at)} documents have no words and get no position: rows {at[:10].tolist()}", stacklevel=3
            )
        if not columns.all():
            at = np.flatnonzero(~columns)
            names = self._names()[at[:10]].tolist()
            warnings.warn(f"{len(at)} features have no counts and are ignored: {names}", stacklevel=3)

    def _direction(self, rows: NDArray[Any]) -> tuple[int, int]:
        found = []
        for label in self.direction:
            if isinstance(label, int | np.integer) and (self._documents is None or label not in self._documents):
                at = int(label)
            else:
                places = np.flatnonzero([] if self._documents is None else self._documents == label)
                if len(places) != 1:
                    raise Error(f"direction names document {label!r}, of which there are {len(places)}; give numbers")
                at = int(places[0])
            if not 0 <= at < len(rows) or not rows[at]:
                raise Error(f"direction names document {label!r}, but there is none with words of that number")
            found.append(at)
        if len(found) != 2 or found[0] == found[1]:
            raise Error(f"direction must name two different documents, not {self.direction!r}")
        return found[0], found[1]

    def documents(self, interval: float = 0.95) -> Any:
        """Return the documents' positions as a frame: theta, se, alpha, lwr, upr.

        The interval is ``theta +- z se``. A pandas frame has the labels of the fit as its index.
        """
        check_is_fitted(self, "theta_")
        return self._table(self.theta_, self.theta_se_, self.alpha_, interval, self._kind, self._documents)

    @staticmethod
    def _table(theta: Any, se: Any, alpha: Any, interval: float, kind: str, index: Any) -> Any:
        if not 0 < interval < 1:
            raise Error(f"interval must lie between 0 and 1, and is {interval}")
        z = norm.ppf((1 + interval) / 2)
        return frame(
            {"theta": theta, "se": se, "alpha": alpha, "lwr": theta - z * se, "upr": theta + z * se}, kind, index
        )

    def words(self) -> Any:
        """Return the words' parameters as a frame: word, beta, psi, phi."""
        check_is_fitted(self, "theta_")
        return frame({"word": self._names(), "beta": self.beta_, "psi": self.psi_, "phi": self.phi_}, self._kind)

    def _place(self, X: Any, feature_names: Any) -> tuple[Counts, Any, Any, Any]:
        check_is_fitted(self, "theta_")
        counts = self._read(X, feature_names)
        known = np.isfinite(self.beta_)
        precision = 1 / self.prior_sd[0] ** 2 if np.isfinite(self.prior_sd[0]) else 0.0
        alpha, theta, se = _core.positions(
            *core_arrays(counts.X[:, known]),
            self.psi_[known],
            self.beta_[known],
            self.phi_[known],
            precision,
            self._theta_precision,
            thread_count(self.n_jobs),
        )
        return counts, alpha, theta, se

    def transform(self, X: Any) -> NDArray[np.float64]:
        """Place documents, also new ones, by the words' parameters: an array of shape (n_documents, 1).

        NaN where a document has none of the words.
        """
        _, _, theta, _ = self._place(X, None)
        return theta[:, None]  # type: ignore[no-any-return]

    @property
    def _n_features_out(self) -> int:
        return 1

    def score_documents(self, X: Any, *, interval: float = 0.95, feature_names: Any = None) -> Any:
        """Place documents, also new ones, as a frame: theta, se, alpha, lwr, upr."""
        counts, alpha, theta, se = self._place(X, feature_names)
        return self._table(theta, se, alpha, interval, counts.kind, counts.documents)


def _convergence_warning() -> type[Warning]:
    from sklearn.exceptions import ConvergenceWarning

    return ConvergenceWarning  # type: ignore[no-any-return]
