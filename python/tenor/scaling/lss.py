"""Latent Semantic Scaling: words and documents on the dimension that a few seed words span."""

import copy
import warnings
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, Self

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, ClassNamePrefixFeaturesOutMixin, TransformerMixin
from sklearn.utils.validation import check_is_fitted, check_random_state

from tenor import _core
from tenor._core import Error
from tenor.scaling.counts import Counts, core_arrays, frame, grouped, read_counts, thread_count
from tenor.scaling.seeds import Seeds, glob, match_seeds
from tenor.scaling.weights import weigh

__all__ = ["LSS"]

# A word whose vector is shorter stands in components of its own; its direction is round-off.
_NO_VECTOR = 1e-10


class LSS(ClassNamePrefixFeaturesOutMixin, TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Latent Semantic Scaling (Watanabe 2020, doi 10.1080/19312458.2020.1832976).

    Words get vectors by a truncated singular value decomposition of a document-feature matrix; a word's polarity is
    its mean cosine with the seed words, weighted by their scores; a document's is the mean of its words.

    Parameters
    ----------
    seeds : mapping of str to float, list of str or str
        Patterns (``*`` and ``?`` are wildcards) and their scores; a list is unipolar, each word counting 1;
        ``"sentiment"`` and ``"ideology"`` are sets of the literature (:func:`seedwords`).
    k : int
        Components. At most the rank of the matrix.
    slice : int or sequence of int, optional
        Components to use: the first so many, or these, counted from 1.
    terms : list of str or mapping of str to float, optional
        Words that count for documents (patterns), for instance those near a subject (:func:`tenor.stats.context`);
        a mapping also gives the factor of each word's polarity. The vectors are those of the whole matrix.
    weight : str
        How counts are weighted before the decomposition, see :func:`tenor.scaling.weights.weigh`.
    nested_weight : bool
        Whether each pattern of a pole weighs the same, however many words it matches. If so, a pattern that matches
        nothing weakens its pole.
    case : bool
        Whether patterns match case-sensitively.
    scale : {"batch", "train", None}
        What the scores of documents are standardised by: the documents scored together (as in R), the documents of
        the fit, or nothing.
    random_state : int
        Of the start vector. The result is the same to working precision.
    vectorizer : optional
        Counts words where texts are given; by default those that stand in five sentences or more, without stop words.
    n_jobs : int, optional
        Threads: None is one, -1 as many as there are cores. Results do not depend on it.

    Attributes
    ----------
    coef_ : ndarray of shape (n_features,)
        Polarity of each word; 0 for a word without a vector and for one that is not among the terms.
    support_ : ndarray of bool
        Whether the word has a vector.
    terms_ : ndarray of bool
        Whether the word counts for documents.
    embedding_ : ndarray of shape (n_features, k)
        The right singular vectors.
    singular_values_ : ndarray of shape (k,)
    seeds_ : frame
        pattern, word, score, weight, found.
    n_features_in_, feature_names_in_, n_iter_
        As in scikit-learn; `n_iter_` is the number of Lanczos steps.

    Notes
    -----
    The decomposition is run to convergence. Randomised methods, which are the default elsewhere, find another scale:
    the singular values are close to each other where the vectors are cut off.

    Examples
    --------
    >>> import tenor
    >>> texts = ["a good day", "a bad day", "good weather", "bad weather", "a nice day"] * 2
    >>> cv = tenor.CountVectorizer()
    >>> lss = tenor.scaling.LSS({"good": 1, "bad": -1}, k=3).fit(cv.fit_transform(texts), feature_names=cv)
    >>> bool(lss.coef_[cv.vocabulary_["good"]] > 0 > lss.coef_[cv.vocabulary_["bad"]])
    True
    """

    def __init__(
        self,
        seeds: Any = "sentiment",
        k: int = 300,
        *,
        slice: Any = None,
        terms: Any = None,
        weight: str = "count",
        nested_weight: bool = True,
        case: bool = True,
        scale: Literal["batch", "train"] | None = "batch",
        random_state: int = 0,
        vectorizer: Any = None,
        n_jobs: int | None = None,
    ) -> None:
        self.seeds = seeds
        self.k = k
        self.slice = slice
        self.terms = terms
        self.weight = weight
        self.nested_weight = nested_weight
        self.case = case
        self.scale = scale
        self.random_state = random_state
        self.vectorizer = vectorizer
        self.n_jobs = n_jobs

    # -- fitting

    def fit(self, X: Any, y: Any = None, *, feature_names: Any = None, groups: Any = None) -> Self:
        """Find the word vectors and the words' polarity.

        Parameters
        ----------
        X : matrix or frame of counts (n_documents, n_features), or texts
            Usually one row a sentence. Texts are cut into sentences and counted.
        y : ignored
        feature_names : sequence of str or vectorizer
            Names of the columns, where X does not carry them.
        groups : sequence, optional
            The document of each row, for the mean and standard deviation that ``scale="train"`` keeps.

        Raises
        ------
        Error
            If no seed is among the features, `k` is above the rank, or a parameter is none of those allowed.
        """
        if self.scale not in ("batch", "train", None):
            raise Error(f"scale must be 'batch', 'train' or None, not {self.scale!r}")
        if not isinstance(self.k, int | np.integer) or isinstance(self.k, bool) or self.k < 1:
            raise Error(f"k must be a whole number from 1, not {self.k!r}")
        counts = self._read(X, feature_names, fitting=True)
        self.n_features_in_ = counts.X.shape[1]
        names = counts.features
        if names is not None:
            self.feature_names_in_ = names
        elif hasattr(self, "feature_names_in_"):
            del self.feature_names_in_
        self._kind = counts.kind
        self.frequency_ = np.asarray(counts.X.sum(axis=0)).ravel()
        seeds = match_seeds(self.seeds, self._names(), self.nested_weight, self.case)
        weighted = weigh(counts.X, self.weight)
        self.singular_values_, self.embedding_, self.n_iter_ = self._decompose(weighted)
        self._score_words(seeds)
        silent = np.flatnonzero(~self.support_)
        if len(silent):
            shown = ", ".join(repr(self._names()[i]) for i in silent[:10])
            warnings.warn(
                f"{len(silent)} words have no vector, for they never stand beside the others; their polarity is 0: "
                f"{shown}{'...' if len(silent) > 10 else ''}",
                stacklevel=2,
            )
        fit, *_ = self._raw(counts if groups is None else grouped(counts, groups), 0)
        self._mean, self._sd = _moments(fit)
        return self

    def _decompose(self, X: Any) -> tuple[NDArray[np.float64], NDArray[np.float64], int]:
        X.sort_indices()
        return _core.leading_svd(
            *core_arrays(X), self.n_features_in_, int(self.k), int(self.random_state), thread_count(self.n_jobs)
        )

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.sparse = True
        return tags

    def _names(self) -> Sequence[str]:
        if hasattr(self, "feature_names_in_"):
            return self.feature_names_in_.tolist()  # type: ignore[no-any-return]
        return [f"x{i}" for i in range(self.n_features_in_)]

    def _read(self, X: Any, feature_names: Any = None, fitting: bool = False) -> Counts:
        def vectorize(texts: list[str]) -> Any:
            if not fitting:
                if not hasattr(self, "vectorizer_"):
                    raise Error("the model was fitted to counts, not to texts; count the words as for the fit")
                return self.vectorizer_.transform(texts), self.vectorizer_
            from sklearn.base import clone

            from tenor.terms import CountVectorizer
            from tenor.text import Segmenter

            default = CountVectorizer(stop_words="english", min_df=5, n_jobs=self.n_jobs)
            self.vectorizer_: Any = default if self.vectorizer is None else clone(self.vectorizer)
            segmenter = Segmenter()
            sentences = [text[s.start : s.end] for text in texts for s in segmenter.sentences(text)]
            return self.vectorizer_.fit_transform(sentences), self.vectorizer_

        if fitting:
            self.__dict__.pop("vectorizer_", None)
        counts = read_counts(X, feature_names, vectorize)
        if not fitting:
            if counts.X.shape[1] != self.n_features_in_:
                raise ValueError(
                    f"X has {counts.X.shape[1]} features, but {type(self).__name__} is expecting "
                    f"{self.n_features_in_} features as input"
                )
            known = getattr(self, "feature_names_in_", None)
            if known is not None and counts.features is not None and not np.array_equal(known, counts.features):
                at = int(np.flatnonzero(known != counts.features)[0])
                raise ValueError(
                    f"feature {at} is {counts.features[at]!r}, and was {known[at]!r} in the fit; give the same "
                    "features in the same order"
                )
        return counts

    def _score_words(self, seeds: Seeds) -> None:
        """Polarity from the vectors: since cosines are linear in the seeds, one matrix-vector product."""
        self._matched = seeds
        E = self.embedding_[:, self._components()]
        norms = np.sqrt(np.einsum("ij,ij->i", E, E))
        self.support_ = norms >= _NO_VECTOR
        units = np.where(self.support_, norms, 1.0)
        used = seeds.column[seeds.found]
        weights = seeds.weight[seeds.found] * self.support_[used]
        q = (weights / units[used]) @ E[used]
        beta = np.where(self.support_, (E @ q) / units, 0.0)
        self.terms_, factor = self._select()
        self.coef_ = np.where(self.terms_, beta * factor, 0.0)

    def _components(self) -> Any:
        if self.slice is None:
            return slice(None)
        k = self.embedding_.shape[1]
        wanted = np.arange(1, self.slice + 1) if np.ndim(self.slice) == 0 else np.asarray(self.slice)
        if wanted.size == 0 or wanted.min() < 1 or wanted.max() > k:
            raise Error(f"slice must name components from 1 to {k}, not {self.slice!r}")
        return wanted - 1

    def _select(self) -> tuple[NDArray[np.bool_], NDArray[np.float64]]:
        factor = np.ones(self.n_features_in_)
        if self.terms is None:
            return np.ones(self.n_features_in_, dtype=bool), factor
        if isinstance(self.terms, str):
            raise Error(f"terms must be a list of words or patterns, not the string {self.terms!r}")
        chosen = np.zeros(self.n_features_in_, dtype=bool)
        names = self._names()
        place = {name: i for i, name in enumerate(names)}
        for pattern in self.terms:
            if "*" in pattern or "?" in pattern or not self.case:
                test = glob(pattern, self.case).fullmatch
                hits = [i for i, name in enumerate(names) if test(name)]
            else:
                hits = [place[pattern]] if pattern in place else []
            chosen[hits] = True
            if isinstance(self.terms, Mapping):
                if not self.terms[pattern] >= 0:
                    raise Error(f"the weight of term {pattern!r} must not be negative, and is {self.terms[pattern]!r}")
                factor[hits] = self.terms[pattern]
        if not chosen.any():
            raise Error(f"no term is among the {self.n_features_in_} features; compare terms with feature_names")
        return chosen, factor

    # -- what was found

    @property
    def seeds_(self) -> Any:
        """Return the seeds as a frame: pattern, word, score, weight, found."""
        check_is_fitted(self, "coef_")
        m = self._matched
        columns = {"pattern": np.array(m.pattern, dtype=object), "word": np.array(m.word, dtype=object)}
        return frame(columns | {"score": m.score, "weight": m.weight, "found": m.found}, self._kind)

    def words(self) -> Any:
        """Return the words that count for documents as a frame: word, beta, frequency, support."""
        check_is_fitted(self, "coef_")
        at = np.flatnonzero(self.terms_)
        names = np.asarray(self._names(), dtype=object)
        columns = {"word": names[at], "beta": self.coef_[at], "frequency": self.frequency_[at]}
        return frame(columns | {"support": self.support_[at]}, self._kind)

    def top_terms(self, n: int = 20) -> Any:
        """Return the n most negative and the n most positive words as a frame: word, beta, frequency."""
        check_is_fitted(self, "coef_")
        at = np.flatnonzero(self.terms_ & self.support_)
        at = at[np.argsort(self.coef_[at], kind="stable")]
        at = at if len(at) <= 2 * n else np.concatenate([at[:n], at[len(at) - n :]])
        names = np.asarray(self._names(), dtype=object)
        return frame({"word": names[at], "beta": self.coef_[at], "frequency": self.frequency_[at]}, self._kind)

    # -- documents

    def _raw(self, counts: Counts, min_n: float) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any], NDArray[Any]]:
        """Return fit, se, n and density of documents, unscaled."""
        X, known = counts.X, self.terms_.astype(float)
        length = X @ known
        n = np.where(length > 0, np.maximum(length, min_n), 0.0)
        with np.errstate(divide="ignore", invalid="ignore"):
            fit = (X @ self.coef_) / n
            variance = (X @ self.coef_**2) / n - fit**2
            # What is 0 at seven digits of the largest is round-off.
            largest = np.nanmax(variance, initial=0.0)
            variance = np.where(np.abs(variance) < 0.5e-7 * largest, 0.0, variance)
            se = np.where(n > 1, np.sqrt(np.maximum(variance, 0.0)) / np.sqrt(n), np.nan)
            density = length / np.asarray(X.sum(axis=1)).ravel()
        return np.where(length > 0, fit, np.nan), np.where(length > 0, se, np.nan), n, density

    def _scaled(self, fit: NDArray[Any]) -> tuple[float, float]:
        if self.scale is None:
            return 0.0, 1.0
        mean, sd = (self._mean, self._sd) if self.scale == "train" else _moments(fit)
        if not sd > 0:
            raise Error(
                f"the scores of {int(np.isfinite(fit).sum())} of {len(fit)} documents are all there is to standardise "
                f"by, and they do not differ; use scale='train' or scale=None"
            )
        return mean, sd

    def transform(self, X: Any) -> NDArray[np.float64]:
        """Score documents: an array of shape (n_documents, 1), NaN where no word of a document counts."""
        check_is_fitted(self, "coef_")
        fit, *_ = self._raw(self._read(X), 0)
        mean, sd = self._scaled(fit)
        return ((fit - mean) / sd)[:, None]

    @property
    def _n_features_out(self) -> int:
        return 1

    def score_documents(
        self, X: Any, *, groups: Any = None, min_n: float = 0, rescale: bool = True, feature_names: Any = None
    ) -> Any:
        """Score documents, with standard errors.

        Parameters
        ----------
        X : as in :meth:`fit`
        groups : sequence, optional
            The document of each row; rows of one are added up first.
        min_n : float
            A shorter document is filled up with words of polarity 0 to this length, which draws it to 0.
        rescale : bool
            Whether to standardise as `scale` says.
        feature_names : sequence of str, optional

        Returns
        -------
        frame
            fit, se, n (tokens that count), density (their share of all tokens); one row a document. A pandas frame
            keeps its index; another has the group in the column ``document``.
        """
        check_is_fitted(self, "coef_")
        counts = self._read(X, feature_names)
        if groups is not None:
            counts = grouped(counts, groups)
        if min_n < 0:
            raise Error(f"min_n must not be negative, and is {min_n}")
        fit, se, n, density = self._raw(counts, min_n)
        if not np.isfinite(fit).any():
            raise Error(f"none of the {len(fit)} documents has a word that counts; compare terms with the documents")
        mean, sd = self._scaled(fit) if rescale else (0.0, 1.0)
        columns = {"fit": (fit - mean) / sd, "se": se / sd, "n": n, "density": density}
        return frame(columns, counts.kind or (self._kind if groups is None else ""), counts.documents)

    # -- other seeds, other components

    def with_seeds(self, seeds: Any) -> "LSS":
        """Return a model with the same vectors and other seeds; it costs one matrix-vector product."""
        check_is_fitted(self, "coef_")
        return self._changed(seeds=seeds)

    def _changed(self, **parameters: Any) -> "LSS":
        other = copy.copy(self)
        for name, value in parameters.items():
            setattr(other, name, value)
        other._score_words(match_seeds(other.seeds, other._names(), other.nested_weight, other.case))
        return other

    def _variants(self, what: str, remove: bool, ks: Iterable[int] | None) -> dict[str, "LSS"]:
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
        words = {"word": np.asarray(self._names(), dtype=object)[at]}
        return frame(words | {name: model.coef_[at] for name, model in variants.items()}, self._kind)

    def bootstrap_documents(self, X: Any, n: int = 20, *, feature_names: Any = None, random_state: Any = 0) -> Any:
        """Polarity of the words in `n` fits to documents drawn with replacement: word, then a column for each."""
        check_is_fitted(self, "coef_")
        counts, draw = self._read(X, feature_names), check_random_state(random_state)
        at = np.flatnonzero(self.terms_)
        out: dict[str, Any] = {"word": np.asarray(self._names(), dtype=object)[at]}
        for i in range(n):
            sample = weigh(counts.X[draw.randint(0, counts.X.shape[0], counts.X.shape[0])], self.weight)
            other = copy.copy(self)
            _, other.embedding_, _ = _core.leading_svd(
                *core_arrays(sample),
                self.n_features_in_,
                int(self.k),
                int(self.random_state),
                thread_count(self.n_jobs),
            )
            other._score_words(self._matched)
            out[str(i)] = other.coef_[at]
        return frame(out, self._kind)

    def optimize(
        self, X: Any, what: Literal["seeds", "k"] = "k", *, groups: Any = None, remove: bool = True, ks: Any = None
    ) -> Any:
        """Variance of the documents' scores over that of the words', for each variant: larger is better.

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

    def cohesion(self, bandwidth: float = 10) -> Any:
        """How much of the seeds' similarity each component adds, and smoothed: knees show where it ends.

        Returns
        -------
        frame
            component, raw, smoothed. With C = E E', E (k, seeds) the seeds' vectors, the raw value of component j is
            log of the mean of ``|C_jm|`` over m < j; smoothed by a normal kernel with quartiles at bandwidth / 4.
        """
        check_is_fitted(self, "coef_")
        E = self.embedding_[self._matched.column[self._matched.found]].T
        k = len(E)
        lower = np.tril(np.abs(E @ E.T), -1).sum(axis=1)
        with np.errstate(divide="ignore", invalid="ignore"):
            raw = np.log(lower / np.arange(k))
        sd = 0.3706506 * bandwidth
        distance = np.abs(np.subtract.outer(np.arange(k), np.arange(k)))
        kernel = np.where((distance <= 4 * sd) & np.isfinite(raw), np.exp(-0.5 * (distance / sd) ** 2), 0.0)
        smoothed = (kernel @ np.where(np.isfinite(raw), raw, 0.0)) / kernel.sum(axis=1)
        return frame({"component": np.arange(1, k + 1), "raw": raw, "smoothed": smoothed}, self._kind)


def _moments(fit: NDArray[Any]) -> tuple[float, float]:
    fit = fit[np.isfinite(fit)]
    return (float(fit.mean()), float(fit.std(ddof=1))) if len(fit) > 1 else (float("nan"), float("nan"))
