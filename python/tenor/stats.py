"""Statistics of a corpus: words that mark a part of it, words that go together, words near a subject."""

from collections.abc import Iterable, Sequence
from itertools import compress
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from scipy.stats import chi2 as chi2_distribution

from tenor import _core
from tenor._core import Error
from tenor.scaling.counts import frame, read_counts
from tenor.scaling.weights import tfidf, weigh
from tenor.tokens import Matcher, is_punctuation, read_tokens

__all__ = ["collocations", "context", "keyness", "tfidf", "weigh"]

_MEASURES = ("chi2", "lr", "pmi", "exact")


def _association(
    a: NDArray[Any], b: NDArray[Any], target: float, reference: float, measure: str, correction: str
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the signed statistic and its p of 2 x 2 tables: a, b in the word's row; `target`, `reference` in all."""
    c, d, N = target - a, reference - b, target + reference
    with np.errstate(divide="ignore", invalid="ignore"):
        observed = np.stack([a, b, c, d])
        expected = np.stack([(a + b) * target, (a + b) * reference, (c + d) * target, (c + d) * reference]) / N
        sign = np.where(a > expected[0], 1.0, -1.0)
        if measure == "pmi":
            return np.log(a / expected[0] + 1e-9), np.full(len(a), np.nan)
        gap = np.abs(a * d - b * c)
        yates = np.where((gap >= N / 2) & (expected < 5).any(axis=0) & (correction == "yates"), 0.5, 0.0)
        if measure == "chi2":
            stat = N * (gap - N * yates) ** 2 / ((a + b) * (c + d) * target * reference)
        else:
            moved = observed + yates * np.where(observed > expected, -1.0, 1.0)
            terms = np.where(moved > 0, moved * np.log(moved / expected + 1e-9), 0.0)
            stat = 2 * terms.sum(axis=0)
            stat = np.where(a + b > 0, stat, np.nan)
        if correction == "williams":
            q = 1 + (N / (a + b) + N / (c + d) - 1) * (N / target + N / reference - 1) / (6 * N)
            stat = stat / np.where((observed == 0).any(axis=0), 1.0, q)
        return sign * stat, chi2_distribution.sf(np.abs(stat), 1)


def _exact(a: NDArray[Any], b: NDArray[Any], target: float, reference: float) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return Fisher's conditional odds ratio and two-sided p."""
    from scipy.stats import fisher_exact
    from scipy.stats.contingency import odds_ratio

    ratios, ps = np.empty(len(a)), np.empty(len(a))
    for i, (x, y) in enumerate(zip(a, b, strict=True)):
        table = np.array([[x, y], [target - x, reference - y]]).astype(np.int64)
        ratios[i] = odds_ratio(table, kind="conditional").statistic
        ps[i] = fisher_exact(table).pvalue
    return ratios, ps


def keyness(
    X: Any,
    target: Any,
    *,
    measure: Literal["chi2", "lr", "pmi", "exact"] = "chi2",
    correction: Literal["yates", "williams", "none"] = "yates",
    feature_names: Any = None,
    vectorizer: Any = None,
) -> Any:
    """Words that stand in some documents more often than in the others (Dunning 1993; Rayson & Garside 2000).

    Parameters
    ----------
    X : matrix or frame of counts (n_documents, n_features), or texts
    target : array of bool of shape (n_documents,), or labels
        Which documents are the target. Where the rows have labels (a pandas index), a label or a list of them.
    measure : {"chi2", "lr", "pmi", "exact"}
        Pearson's chi squared and the likelihood ratio G squared, negative where the word is rarer than expected;
        pointwise mutual information; Fisher's conditional odds ratio.
    correction : {"yates", "williams", "none"}
        Yates' where an expected count is under 5; Williams' divides by his q (R's chi2 multiplies).
    feature_names : sequence of str or vectorizer, optional
    vectorizer : optional
        Counts words where texts are given; by default :class:`tenor.CountVectorizer`.

    Returns
    -------
    frame
        feature, the measure's name, p (NaN for pmi), n_target, n_reference; largest first, then by feature.

    Raises
    ------
    Error
        If no document or every document is a target, or a side has no words.
    """
    if measure not in _MEASURES:
        raise Error(f"measure must be one of {', '.join(map(repr, _MEASURES))}, not {measure!r}")
    if correction not in ("yates", "williams", "none"):
        raise Error(f"correction must be 'yates', 'williams' or 'none', not {correction!r}")

    def vectorize(texts: list[str]) -> Any:
        from sklearn.base import clone

        from tenor.terms import CountVectorizer

        counter = CountVectorizer() if vectorizer is None else clone(vectorizer)
        return counter.fit_transform(texts), counter

    counts = read_counts(X, feature_names, vectorize)
    mask = _targets(target, counts.X.shape[0], counts.documents)
    if counts.X.nnz and counts.X.data.min() < 0:
        raise Error(f"counts must not be negative, and one is {counts.X.data.min():g}")
    a = np.asarray(counts.X[mask].sum(axis=0)).ravel()
    b = np.asarray(counts.X[~mask].sum(axis=0)).ravel()
    for side, total in (("target", a.sum()), ("reference", b.sum())):
        if total == 0:
            raise Error(f"the {side} documents have no words, so there is nothing to compare")
    if measure == "exact":
        stat, p = _exact(a, b, a.sum(), b.sum())
    else:
        stat, p = _association(a, b, a.sum(), b.sum(), measure, correction)
    names = counts.features
    if names is None:
        names = np.array([f"x{i}" for i in range(len(a))], dtype=object)
    order = np.lexsort((names.astype(str), -stat))
    name = {"lr": "G2"}.get(measure, measure)
    columns = {"feature": names, name: stat, "p": p, "n_target": a, "n_reference": b}
    return frame({key: values[order] for key, values in columns.items()}, counts.kind)


def _targets(target: Any, n: int, documents: NDArray[Any] | None) -> NDArray[np.bool_]:
    mask = np.asarray(target)
    if mask.dtype != bool:
        if documents is None:
            raise Error(f"target must be an array of {n} truth values, for the documents have no labels")
        labels = [target] if np.ndim(target) == 0 else list(target)
        unknown = [label for label in labels if label not in set(documents.tolist())]
        if unknown:
            raise Error(f"target names {unknown[0]!r}, which is no document's label")
        mask = np.isin(documents, labels)
    if mask.shape != (n,):
        raise Error(f"target must have one truth value for each of the {n} documents, and has shape {mask.shape}")
    if not mask.any() or mask.all():
        raise Error(f"{int(mask.sum())} of {n} documents are the target; there must be some, and some others")
    return mask


def collocations(
    texts: Any,
    size: int | Sequence[int] = 2,
    *,
    min_count: int = 2,
    smoothing: float = 0.5,
    lowercase: bool = True,
    text: str = "text",
) -> Any:
    """Sequences of words that stand together more often than chance would have it (Blaheta & Johnson 2001).

    Parameters
    ----------
    texts : list of str, series, frame with a column of texts, or list of lists of str (tokens)
    size : int or sequence of int
        Words of a sequence, 2 to 5.
    min_count : int
        Least number of occurrences.
    smoothing : float
        Added to each of the counts that are compared.
    lowercase : bool
    text : str
        The texts' column in a frame.

    Returns
    -------
    frame
        collocation, count, count_nested (occurrences inside a longer sequence that was counted), length, lambda, z;
        largest z first. Of the kind that came in.

    Notes
    -----
    No sequence holds a token that is punctuation only. An empty token, where a word was removed, counts in a sequence,
    but no such sequence is returned. Texts are read one by one; time and memory are linear in the number of
    different sequences.
    """
    sizes = [size] if isinstance(size, int | np.integer) else list(size)
    if min_count < 1:
        raise Error(f"min_count must be 1 or more, and is {min_count}")
    counter = _core.CollocationCounter([max(int(s), 0) for s in sizes])
    documents = read_tokens(texts, text)
    numbers: dict[str, int] = {}
    words: list[str] = []
    for _, tokens, _ in documents:
        line = np.empty(len(tokens), dtype=np.uint32)
        for i, token in enumerate(tokens):
            number = numbers.get(token)
            if number is None:
                folded = token.lower() if lowercase else token
                if is_punctuation(token):
                    number = _core.CollocationCounter.gap
                else:
                    number = numbers.get(folded)
                    if number is None or folded == token:
                        number = numbers[folded] = len(words)
                        words.append(folded)
                numbers[token] = number
            line[i] = number
        counter.add(line)
    found, length, count, nested, strength, z = counter.find(min_count, smoothing)
    rows = found.reshape(-1, 5)
    empty = numbers.get("", -1)
    kept = [i for i in range(len(rows)) if empty not in rows[i, : length[i]]]
    phrases = np.array([" ".join(words[w] for w in rows[i, : length[i]]) for i in kept], dtype=object)
    columns = {"count": count, "count_nested": nested, "length": length, "lambda": strength, "z": z}
    return frame({"collocation": phrases} | {name: values[kept] for name, values in columns.items()}, documents.kind)


def context(
    texts: Any,
    pattern: str | Iterable[str],
    window: int = 10,
    *,
    min_count: int = 10,
    measure: Literal["chi2", "lr", "pmi"] = "chi2",
    correction: Literal["yates", "williams", "none"] = "yates",
    regex: bool = False,
    case: bool = False,
    lowercase: bool = True,
    p: float = 1.0,
    text: str = "text",
) -> Any:
    """Words near a pattern, by how much more often they stand there than elsewhere.

    Parameters
    ----------
    texts : list of str, series, frame with a column of texts, or list of lists of str (tokens)
    pattern : str or iterable of str
        As in :func:`tenor.kwic`.
    window : int
        Words on each side of a match: punctuation of a text is passed over. Where tokens are given, each counts.
    min_count : int
        Least number of occurrences near a match.
    measure, correction : str
        As in :func:`keyness`.
    regex, case : bool
        As in :func:`tenor.kwic`.
    lowercase : bool
        Whether words are counted in lower case.
    p : float
        With a value below 1: only words that stand near a match more often than expected, with a p below it; 0.001
        gives the words that LSS takes as `terms`.
    text : str
        The texts' column in a frame.

    Returns
    -------
    frame
        feature, the measure's name, p, n_inside, n_outside; largest first. The words of the matches themselves are
        left out, and so is punctuation.
    """
    if measure not in _MEASURES[:3]:
        raise Error(f"measure must be 'chi2', 'lr' or 'pmi', not {measure!r}")
    if window < 1:
        raise Error(f"window must be 1 or more, and is {window}")
    matcher = Matcher(pattern, regex=regex, case=case)
    documents = read_tokens(texts, text)
    inside: dict[str, int] = {}
    outside: dict[str, int] = {}
    matches = 0
    for _, tokens, spans in documents:
        hits = matcher.find(tokens)
        matches += len(hits)
        # Tokens that were given are all places of a window; in a text the words are.
        placed = [spans is None or not is_punctuation(token) for token in tokens]
        before = np.cumsum([0, *placed])
        near = np.zeros(before[-1], dtype=np.int8)
        for begin, end, _ in hits:
            near[max(0, before[begin] - window) : before[end] + window] |= 1
        for begin, end, _ in hits:
            near[before[begin] : before[end]] = 2
        for token, where in zip(compress(tokens, placed), near.tolist(), strict=True):
            if where == 2 or not token or is_punctuation(token):
                continue
            word = token.lower() if lowercase else token
            side = inside if where else outside
            side[word] = side.get(word, 0) + 1
    if not matches:
        raise Error(f"{pattern!r} matches no word of the texts")
    names = np.array(sorted({*inside, *outside}), dtype=object)
    a = np.array([inside.get(word, 0) for word in names], dtype=float)
    b = np.array([outside.get(word, 0) for word in names], dtype=float)
    stat, chance = _association(a, b, a.sum(), b.sum(), measure, correction)
    kept = a >= min_count
    if p < 1:
        kept &= (stat > 0) & (chance < p)
    order = np.lexsort((names, -stat))
    order = order[kept[order]]
    name = {"lr": "G2"}.get(measure, measure)
    columns = {"feature": names, name: stat, "p": chance, "n_inside": a, "n_outside": b}
    return frame({key: values[order] for key, values in columns.items()}, documents.kind)
