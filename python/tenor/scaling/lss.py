"""Latent Semantic Scaling: words and documents on the dimension that a few seed words span."""

import warnings
from typing import Any, Literal, Self

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, ClassNamePrefixFeaturesOutMixin, TransformerMixin
from sklearn.utils.validation import check_is_fitted

from tenor import _core
from tenor._core import Error
from tenor.scaling.counts import Counts, core_arrays, frame, grouped, thread_count
from tenor.scaling.polarity import (
    chosen_components,
    chosen_terms,
    cohesion,
    document_polarity,
    moments,
    word_polarity,
)
from tenor.scaling.reading import CountReader
from tenor.scaling.seeds import Seeds, match_seeds
from tenor.scaling.variants import Variants
from tenor.scaling.weights import weigh

__all__ = ["LSS"]


class LSS(CountReader, Variants, ClassNamePrefixFeaturesOutMixin, TransformerMixin, BaseEstimator):  # type: ignore[misc]
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
            The document of each row, for the mean and standard deviation that ``scale="train"`` keeps; of each text,
            where texts are given (each is a document of its own if nothing is said).

        Raises
        ------
        Error
            If no seed is among the features, `k` is above the rank, or a parameter is none of those allowed.
        """
        if self.scale not in ("batch", "train", None):
            raise Error(f"scale must be 'batch', 'train' or None, not {self.scale!r}")
        if not isinstance(self.k, int | np.integer) or isinstance(self.k, bool) or self.k < 1:
            raise Error(f"k must be a whole number from 1, not {self.k!r}")
        counts = self._read_to_fit(X, feature_names)
        self.frequency_ = np.asarray(counts.X.sum(axis=0)).ravel()
        seeds = match_seeds(self.seeds, self._names().tolist(), self.nested_weight, self.case)
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
        if counts.texts:
            groups = self._cut_groups(groups)
        fit, *_ = self._raw(counts if groups is None else grouped(counts, groups), 0)
        self._mean, self._sd = moments(fit)
        return self

    def _decompose(self, X: Any) -> tuple[NDArray[np.float64], NDArray[np.float64], int]:
        X.sort_indices()
        return _core.leading_svd(
            *core_arrays(X), self.n_features_in_, int(self.k), int(self.random_state), thread_count(self.n_jobs)
        )

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.sparse = tags.input_tags.positive_only = True
        return tags

    def _default_vectorizer(self) -> Any:
        from tenor.terms import CountVectorizer

        return CountVectorizer(stop_words="english", min_df=5, n_jobs=self.n_jobs)

    def _rows_of(self, texts: list[str]) -> list[str]:
        from tenor.text import Segmenter

        segmenter = Segmenter()
        sentences = [[text[start:end] for start, end in segmenter.sentences(text)] for text in texts]
        self._cut = [len(own) for own in sentences]
        return [sentence for own in sentences for sentence in own]

    def _cut_groups(self, groups: Any) -> NDArray[Any]:
        """Return the document of each sentence of the texts just read, from the texts' own."""
        cut = self.__dict__.pop("_cut")
        labels = np.arange(len(cut)) if groups is None else np.asarray(groups)
        if len(labels) != len(cut):
            raise Error(f"groups must be one label for each of the {len(cut)} texts, and are {len(labels)}")
        return np.repeat(labels, cut)

    def _score_words(self, seeds: Seeds) -> None:
        self._matched = seeds
        columns = chosen_components(self.slice, self.embedding_.shape[1])
        beta, self.support_ = word_polarity(self.embedding_[:, columns], seeds)
        self.terms_, factor = chosen_terms(self.terms, self._names().tolist(), self.case)
        self.coef_ = np.where(self.terms_, beta * factor, 0.0)

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
        names = self._names()
        columns = {"word": names[at], "beta": self.coef_[at], "frequency": self.frequency_[at]}
        return frame(columns | {"support": self.support_[at]}, self._kind)

    def top_terms(self, n: int = 20) -> Any:
        """Return the n most negative and the n most positive words as a frame: word, beta, frequency."""
        check_is_fitted(self, "coef_")
        at = np.flatnonzero(self.terms_ & self.support_)
        at = at[np.argsort(self.coef_[at], kind="stable")]
        at = at if len(at) <= 2 * n else np.concatenate([at[:n], at[len(at) - n :]])
        names = self._names()
        return frame({"word": names[at], "beta": self.coef_[at], "frequency": self.frequency_[at]}, self._kind)

    # -- documents

    def _raw(self, counts: Counts, min_n: float) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any], NDArray[Any]]:
        return document_polarity(counts.X, self.coef_, self.terms_, min_n)

    def _scaled(self, fit: NDArray[Any]) -> tuple[float, float]:
        if self.scale is None:
            return 0.0, 1.0
        mean, sd = (self._mean, self._sd) if self.scale == "train" else moments(fit)
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

    def cohesion(self, bandwidth: float = 10) -> Any:
        """How much of the seeds' similarity each component adds, and smoothed: knees show where it ends.

        Returns
        -------
        frame
            component, raw, smoothed. With C = E E', E (k, seeds) the seeds' vectors, the raw value of component j is
            log of the mean of ``|C_jm|`` over m < j; smoothed by a normal kernel with quartiles at bandwidth / 4.
        """
        check_is_fitted(self, "coef_")
        if not bandwidth > 0:
            raise Error(f"bandwidth must be above 0, and is {bandwidth}")
        raw, smoothed = cohesion(self.embedding_[self._matched.column[self._matched.found]].T, bandwidth)
        return frame({"component": np.arange(1, len(raw) + 1), "raw": raw, "smoothed": smoothed}, self._kind)
