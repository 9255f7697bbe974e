"""What a group of sentences or stances adds up to: every statistic is a function of two sums, A and B."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tenor._core import Error

__all__ = ["STATISTICS", "Statistic", "statistic"]

Array = NDArray[Any]


@dataclass(frozen=True)
class Statistic:
    """A figure of a group, as a function of sums over its units (sentences, or stances).

    Attributes
    ----------
    name, formula : str
        The formula is for people; docs/figures.md explains its letters.
    sums : callable
        Takes a unit's columns and gives what it adds to A and to B.
    value, gradient : callable
        Of (A, B). The gradient is what turns sums over articles into a standard error.
    low, high : float
        The figure lies between them.
    by_article : bool
        A unit's share is first divided by the number of units of its article: every article weighs the same.
    """

    name: str
    formula: str
    sums: Callable[[dict[str, Array]], tuple[Array, Array]]
    value: Callable[[Any, Any], Any]
    gradient: Callable[[Any, Any], tuple[Any, Any]]
    low: float = -np.inf
    high: float = np.inf
    by_article: bool = False


def _ratio(name: str, formula: str, sums: Any, scale: float = 1.0, low: float = -1.0, **more: Any) -> Statistic:
    return Statistic(
        name,
        formula,
        sums,
        lambda a, b: scale * a / b,
        lambda a, b: (scale / b, -scale * a / b**2),
        low * scale,
        scale,
        **more,
    )


def _counts(u: dict[str, Array]) -> tuple[Array, Array]:
    return u["positive"], u["negative"]


STATISTICS = {
    s.name: s
    for s in (
        Statistic(
            "logratio",
            "log((P + 0.5) / (N + 0.5))",
            _counts,
            lambda a, b: np.log((a + 0.5) / (b + 0.5)),
            lambda a, b: (1 / (a + 0.5), -1 / (b + 0.5)),
        ),
        _ratio("net", "100 (P - N) / W", lambda u: (u["positive"] - u["negative"], u["words"]), 100.0),
        _ratio(
            "relative",
            "(P - N) / (P + N)",
            lambda u: (u["positive"] - u["negative"], u["positive"] + u["negative"]),
        ),
        _ratio("mean", "sum of scores / units", lambda u: (u["score"], np.ones_like(u["score"]))),
        _ratio(
            "article_mean",
            "mean over articles of the mean of their units' scores",
            lambda u: (u["score"], np.ones_like(u["score"])),
            by_article=True,
        ),
        _ratio(
            "favourable",
            "units with a score above 0 / units",
            lambda u: ((u["score"] > 0).astype(float), np.ones_like(u["score"])),
            low=0.0,
        ),
    )
}


def statistic(name: str) -> Statistic:
    """Return the statistic of that name; raise an Error that lists those there are."""
    if name not in STATISTICS:
        raise Error(f"there is no statistic {name!r}; there are {', '.join(map(repr, STATISTICS))}")
    return STATISTICS[name]
