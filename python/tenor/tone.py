"""How positive or negative the language of many sentences is together: the figures that the field reports."""

from collections.abc import Hashable, Iterable
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tenor._core import Error

if TYPE_CHECKING:
    from tenor.sentiment import Sentiment

__all__ = ["Tone", "tone"]


class Tone(NamedTuple):
    """Figures of a group of sentences.

    With P and N the words and phrases that count for and against after the rules (a negated one on the other side),
    and W all words:

    Attributes
    ----------
    sentences, words, positive, negative : int
        How many there are; the last three are W, P and N.
    coverage : float
        The share of sentences with at least one of P or N. Read every figure beside it: where it is low, a figure is
        that of a few sentences.
    log_ratio : float
        log((P + 0.5) / (N + 0.5)), Lowe, Benoit, Mikhaylov & Laver (2011).
    se : float
        sqrt(1 / (P + 0.5) + 1 / (N + 0.5)), the standard error of `log_ratio` if words were independent; they are not,
        so it is too small.
    net_tone : float
        100 (P - N) / W, in percent of words; 0 may mean "nothing" or "both".
    relative : float
        (P - N) / (P + N), in [-1, 1]; NaN where nothing is known.
    mean : float
        The mean of the sentences' scores, each of equal weight, those without a hit as 0.
    """

    sentences: int
    words: int
    positive: int
    negative: int
    coverage: float
    log_ratio: float
    se: float
    net_tone: float
    relative: float
    mean: float


def tone(sentiment: "Sentiment", texts: Iterable[str], by: Iterable[Hashable]) -> dict[Hashable, Tone]:
    """Figures for each value of `by`, in the order in which it first occurs (see `Sentiment.tone`)."""
    rows, keys = list(texts), list(by)
    if len(rows) != len(keys):
        raise Error(f"by has {len(keys)} values for {len(rows)} texts; it needs one for each")
    scores, counts = sentiment.score(rows), sentiment.counts(rows)
    number = {key: i for i, key in enumerate(dict.fromkeys(keys))}
    group = np.array([number[key] for key in keys], dtype=np.intp)

    def total(values: np.ndarray) -> np.ndarray:
        return np.bincount(group, weights=values, minlength=len(number))

    n, mean = total(np.ones(len(rows))), total(scores)
    p, m, w = (total(column) for column in counts.T)
    hit = total((counts[:, 0] + counts[:, 1]) > 0)
    with np.errstate(invalid="ignore"):
        return {
            key: Tone(
                int(n[i]),
                int(w[i]),
                int(p[i]),
                int(m[i]),
                float(hit[i] / n[i]),
                float(np.log((p[i] + 0.5) / (m[i] + 0.5))),
                float(np.sqrt(1 / (p[i] + 0.5) + 1 / (m[i] + 0.5))),
                float(100 * (p[i] - m[i]) / max(w[i], 1)),
                float((p[i] - m[i]) / (p[i] + m[i])),
                float(mean[i] / n[i]),
            )
            for key, i in number.items()
        }
