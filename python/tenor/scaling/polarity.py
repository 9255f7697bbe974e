"""The arithmetic of Latent Semantic Scaling: words' polarity from vectors, documents' from words."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tenor._core import Error
from tenor.scaling.seeds import Seeds, glob

__all__ = ["chosen_components", "chosen_terms", "cohesion", "document_polarity", "moments", "word_polarity"]

# A word whose vector is shorter stands in components of its own; its direction is round-off.
_NO_VECTOR = 1e-10


def word_polarity(E: NDArray[Any], seeds: Seeds) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Return each word's mean cosine with the seeds, 0 without a vector; and whether it has one.

    Cosines are linear in the seeds' unit vectors, so that it is one matrix-vector product.
    """
    norms = np.sqrt(np.einsum("ij,ij->i", E, E))
    support = norms >= _NO_VECTOR
    units = np.where(support, norms, 1.0)
    used = seeds.column[seeds.found]
    weights = seeds.weight[seeds.found] * support[used]
    q = (weights / units[used]) @ E[used]
    return np.where(support, (E @ q) / units, 0.0), support


def chosen_components(wanted: Any, k: int) -> Any:
    """Return the columns that a slice names: the first so many, or a list counted from 1."""
    if wanted is None:
        return slice(None)
    numbers = np.arange(1, wanted + 1) if np.ndim(wanted) == 0 else np.asarray(wanted)
    if numbers.size == 0 or numbers.min() < 1 or numbers.max() > k:
        raise Error(f"slice must name components from 1 to {k}, not {wanted!r}")
    return numbers - 1


def chosen_terms(terms: Any, names: Sequence[str], case: bool) -> tuple[NDArray[np.bool_], NDArray[np.float64]]:
    """Return which words are among the terms, and the factors of their polarity."""
    factor = np.ones(len(names))
    if terms is None:
        return np.ones(len(names), dtype=bool), factor
    if isinstance(terms, str):
        raise Error(f"terms must be a list of words or patterns, not the string {terms!r}")
    chosen = np.zeros(len(names), dtype=bool)
    place = {name: i for i, name in enumerate(names)}
    for pattern in terms:
        if "*" in pattern or "?" in pattern or not case:
            test = glob(pattern, case).fullmatch
            hits = [i for i, name in enumerate(names) if test(name)]
        else:
            hits = [place[pattern]] if pattern in place else []
        chosen[hits] = True
        if isinstance(terms, Mapping):
            if not terms[pattern] >= 0:
                raise Error(f"the weight of term {pattern!r} must not be negative, and is {terms[pattern]!r}")
            factor[hits] = terms[pattern]
    if not chosen.any():
        raise Error(f"no term is among the {len(names)} features; compare terms with feature_names")
    return chosen, factor


def document_polarity(
    X: Any, beta: NDArray[Any], counted: NDArray[np.bool_], min_n: float = 0
) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Return fit, se, n and density of documents: the mean of their words, NaN where none counts."""
    length = X @ counted.astype(float)
    n = np.where(length > 0, np.maximum(length, min_n), 0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        fit = (X @ beta) / n
        variance = (X @ beta**2) / n - fit**2
        # What is 0 at seven digits of the largest is round-off.
        largest = np.nanmax(variance, initial=0.0)
        variance = np.where(np.abs(variance) < 0.5e-7 * largest, 0.0, variance)
        se = np.where(n > 1, np.sqrt(np.maximum(variance, 0.0)) / np.sqrt(n), np.nan)
        density = length / np.asarray(X.sum(axis=1)).ravel()
    return np.where(length > 0, fit, np.nan), np.where(length > 0, se, np.nan), n, density


def moments(fit: NDArray[Any]) -> tuple[float, float]:
    """Return the mean and standard deviation of the scores that are there."""
    fit = fit[np.isfinite(fit)]
    return (float(fit.mean()), float(fit.std(ddof=1))) if len(fit) > 1 else (float("nan"), float("nan"))


def cohesion(E: NDArray[Any], bandwidth: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the raw and the smoothed cohesion of the seeds' vectors E (k, seeds), component by component.

    With C = E E', the raw value of component j is the log of the mean of ``|C_jm|`` over m < j.
    """
    k = len(E)
    lower = np.tril(np.abs(E @ E.T), -1).sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        raw = np.log(lower / np.arange(k))
    sd = 0.3706506 * bandwidth  # a normal kernel with quartiles at bandwidth / 4
    distance = np.abs(np.subtract.outer(np.arange(k), np.arange(k)))
    kernel = np.where((distance <= 4 * sd) & np.isfinite(raw), np.exp(-0.5 * (distance / sd) ** 2), 0.0)
    with np.errstate(invalid="ignore"):
        smoothed = (kernel @ np.where(np.isfinite(raw), raw, 0.0)) / kernel.sum(axis=1)
    return raw, smoothed
