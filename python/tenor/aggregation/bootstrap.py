"""Intervals: a studentised bootstrap that draws whole articles, or blocks of days.

Sentences of an article go together, so what is drawn again is the article (Cameron, Gelbach & Miller 2008), and over
time a block of days (Künsch 1989). With few or unequal articles the percentiles of such a bootstrap cover too seldom;
here each replicate is studentised, and the interval is symmetric (Hall 1988): value -+ q SE, where q is the quantile of
|replicate - value| / SE(replicate). A statistic of two sums A and B has its SE from five sums over what is drawn (A, B,
and their squares and product), so a replicate is one row of weights times one matrix of five columns.
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tenor.aggregation.statistics import Array, Statistic

__all__ = ["Interval", "auto_block", "block_sums", "interval"]

#: How many numbers one turn draws: memory stays bounded whatever the corpus.
_TURN = 2_000_000
#: With fewer units than this too many replicates draw one unit only; Student's t is used instead.
FEWEST = 5


class Interval(NamedTuple):
    """Bounds, and a remark where they need one."""

    low: float
    high: float
    se: float
    note: str = ""


def auto_block(days: int) -> int:
    """Return the length of a block for a series of so many days.

    The cube root of the series is best for a variance, but too short for an interval that covers, as one with the
    length of Lazarus, Lewis, Stock & Watson (2018), of the order of the square root, does more nearly.
    """
    return max(1, round(math.sqrt(days)))


def block_sums(sums: Array, length: int) -> Array:
    """Sum each run of `length` days that follow each other (they overlap); one row a run."""
    total: Array = np.vstack([np.zeros((1, sums.shape[1])), np.cumsum(sums, axis=0)])
    out: Array = total[length:] - total[:-length]
    return out


def interval(
    figure: Statistic,
    sums: Array,
    value: float,
    *,
    drawn: float | None = None,
    ci: float = 0.95,
    replicates: int = 2000,
    seed: int | list[int] = 0,
) -> Interval:
    """Find the interval of `figure` from the sums A and B of each unit of resampling.

    Parameters
    ----------
    figure : Statistic
    sums : array (units, 2)
        Of each article (or cluster of copies), or of each block of days.
    value : float
        The figure of all units, in the middle of the interval.
    drawn : float, optional
        How many units make a sample; by default as many as there are. Blocks overlap, so fewer of them do.
    ci : float
    replicates : int
    seed : int or list of int
    """
    units = len(sums)
    size = units if drawn is None else max(1, round(drawn))
    nothing = Interval(np.nan, np.nan, np.nan)
    if units < 2 or size < 2:
        return nothing._replace(note="one block of days: no interval" if drawn else "one article: no interval")
    mean = sums.mean(axis=0)
    if not np.isfinite(value):
        return nothing
    se = _error(figure, sums - mean, mean * size, size)
    if se == 0:
        return _no_variation(figure, value, size, ci)
    if size < FEWEST:
        from scipy.stats import t

        q = float(t.ppf((1 + ci) / 2, size - 1))
        note = f"{size} {'blocks of days' if drawn else 'articles'}: Student's t"
    else:
        q = _quantile(figure, sums - mean, mean, size, ci, replicates, seed)
        note = ""
    return Interval(max(value - q * se, figure.low), min(value + q * se, figure.high), se, note)


def _error(figure: Statistic, centred: Array, total: Array, size: int) -> float:
    """Return the linearised standard error (the delta method) of the figure of `size` units."""
    gradient = np.array(figure.gradient(*total))
    return math.sqrt(size * np.mean((centred @ gradient) ** 2) * size / (size - 1))


def _no_variation(figure: Statistic, value: float, size: int, ci: float) -> Interval:
    """Every unit says the same. If that is all or nothing, the exact bound of a share (Clopper-Pearson) remains.

    Of what lies between two bounds, n draws are all at one of them most easily if there is nothing between.
    """
    if value in (figure.low, figure.high) and np.isfinite(value):
        free = (figure.high - figure.low) * (1 - ((1 - ci) / 2) ** (1 / size))
        low, high = (value, value + free) if value == figure.low else (value - free, value)
        return Interval(low, high, 0.0, "all units alike: exact bound")
    return Interval(np.nan, np.nan, 0.0, "all units alike: no interval")


def _quantile(
    figure: Statistic, centred: Array, mean: Array, size: int, ci: float, replicates: int, seed: int | list[int]
) -> float:
    """Return the quantile `ci` of |t| over the replicates."""
    random = np.random.Generator(np.random.PCG64(seed))
    units = len(centred)
    a, b = centred.T
    columns = np.column_stack([a, b, a * a, a * b, b * b])
    value = figure.value(*(mean * size))
    statistics: list[Array] = []
    turn = max(1, min(replicates, _TURN // max(units, size)))
    for begin in range(0, replicates, turn):
        rows = min(turn, replicates - begin)
        s = _weights(random, rows, units, size) @ columns
        da, db = s[:, 0], s[:, 1]
        total_a, total_b = da + mean[0] * size, db + mean[1] * size
        with np.errstate(divide="ignore", invalid="ignore"):
            ga, gb = figure.gradient(total_a, total_b)
            # Sums of squares about the replicate's own mean.
            aa, ab, bb = s[:, 2] - da * da / size, s[:, 3] - da * db / size, s[:, 4] - db * db / size
            variance = (ga * ga * aa + 2 * ga * gb * ab + gb * gb * bb) * size / (size - 1)
            t = np.abs(figure.value(total_a, total_b) - value) / np.sqrt(variance)
        statistics.append(np.where(variance > 1e-12 * np.nanmedian(variance), t, np.nan))
    t = np.concatenate(statistics)
    # A replicate that drew one and the same unit only has no standard error, and says nothing.
    return float(np.quantile(t[np.isfinite(t)], ci)) if np.isfinite(t).any() else np.nan


def _weights(random: np.random.Generator, rows: int, units: int, size: int) -> Array:
    """Return how often each unit is drawn, in `rows` replicates of `size` draws."""
    drawn: NDArray[np.int32] = random.integers(0, units, (rows, size), dtype=np.int32)
    if units < 2000:  # one count for all rows; of many units each row's counts stay in the cache
        drawn += np.arange(rows, dtype=np.int32)[:, None] * units
        return np.bincount(drawn.ravel(), minlength=rows * units).reshape(rows, units).astype(np.float64)
    out = np.empty((rows, units))
    for i in range(rows):
        out[i] = np.bincount(drawn[i], minlength=units)
    return out
