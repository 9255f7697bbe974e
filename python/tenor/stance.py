"""Target-dependent sentiment: whether a sentence is for or against a target in it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from tenor import _core
from tenor._core import Error
from tenor.text import refuse

__all__ = ["LABELS", "Reasons", "Stance", "WordShare"]

#: The columns of every array of probabilities here, in order.
LABELS = ("unfavourable", "neutral", "favourable")


class WordShare(NamedTuple):
    """What one word adds to the logit of each label: its value, so far as its gate is open."""

    start: int
    end: int
    gate: float
    """0 to 1: how much the word counts for this target."""
    unfavourable: float
    neutral: float
    favourable: float


class Reasons(NamedTuple):
    """A probability, opened: `bias` and `shares` add up to the logits, so their differences to the log-odds.

    Logits are centred: each is the label's log-probability less the mean of the three.
    """

    sentence: str
    target: tuple[int, int]
    probabilities: tuple[float, float, float]
    bias: tuple[float, float, float]
    shares: list[WordShare]

    @property
    def log_odds(self) -> float:
        """The log of favourable over unfavourable: the sum of the differences of bias and shares."""
        return float(np.log(self.probabilities[2]) - np.log(self.probabilities[0]))

    def words(self) -> list[tuple[int, int, str, float]]:
        """Return (start, end, word, share of the log-odds) of each word, in the order of the text.

        What the model adds to every target comes last, as (0, 0, "", bias).
        """
        out = [(w.start, w.end, self.sentence[w.start : w.end], w.favourable - w.unfavourable) for w in self.shares]
        return [*out, (0, 0, "", self.bias[2] - self.bias[0])]

    def __str__(self) -> str:
        label = LABELS[int(np.argmax(self.probabilities))]
        start, end = self.target
        lines = [
            f"{self.sentence[start:end]}: {label} "
            + ", ".join(f"{n} {p:.2f}" for n, p in zip(LABELS, self.probabilities, strict=True)),
            f"log-odds of favourable over unfavourable {self.log_odds:+.3f}",
        ]
        ranked = sorted(self.words(), key=lambda w: -abs(w[3]))
        lines += [f"{v:+8.3f}  {w or '(every target)'}" for _, _, w, v in ranked]
        return "\n".join(lines)


@cache
def _shipped() -> _core.TargetModel:
    return _core.TargetModel((files("tenor") / "data" / "stance_gated.bin").read_bytes())


class Stance:
    """Says whether a sentence is unfavourable, neutral or favourable to a target in it, whoever speaks.

    A small network reads the words around the target, their parts and their distance from it, and gives each word a
    gate and a value for each label; the sum of gate times value is the logit, so the log-odds are linear in the words'
    shares and every share can be shown. It learnt from NewsMTSC [1]_ and from larger models' labels of 300,000 targets
    in news. Names in the target are not read: none is good or bad.

    Parameters
    ----------
    model : {"linear"}
        The model that ships.
    grammar : bool, default True
        Let a model that reads grammar parse each sentence. This model reads words alone: no difference there.

    References
    ----------
    .. [1] Hamborg, F., & Donnay, K. (2021). NewsMTSC: A dataset for (multi-)target-dependent sentiment classification
       in political news articles. EACL.
    """

    def __init__(self, model: Literal["linear"] = "linear", *, grammar: bool = True) -> None:
        if model != "linear":
            raise Error(f"model must be 'linear', not {model!r}")
        self.model = model
        self.grammar = bool(grammar)
        self._core = _shipped()

    def __reduce__(self) -> tuple[type[Stance], tuple[str], dict[str, bool]]:
        return Stance, (self.model,), {"grammar": self.grammar}

    @property
    def card(self) -> dict[str, Any]:
        """The model's data (with its hash), settings and figures."""
        card: dict[str, Any] = json.loads(self._core.card)
        return card

    def polarities(self, sentences: Sequence[str], starts: Sequence[int], ends: Sequence[int]) -> NDArray[np.float64]:
        """Probabilities for one target in each sentence.

        Parameters
        ----------
        sentences : sequence of str, length n
        starts, ends : sequences of int, length n
            The target is ``sentence[start:end]``, in code points.

        Returns
        -------
        array of float, shape (n, 3)
            Unfavourable, neutral, favourable; rows add up to 1. Calibrated on held-out articles.

        Raises
        ------
        Error
            If the lengths differ, a target is empty or outside its sentence, or a sentence holds a lone surrogate.
        TypeError
            If a sentence is not a string or an offset is not an integer.
        """
        if isinstance(sentences, str):
            raise TypeError("sentences must be a sequence of str, not one str; put it in a list")
        texts, begins, stops = list(sentences), list(starts), list(ends)
        try:
            if all(isinstance(text, str) for text in texts):  # the core would take bytes for text
                return self._core.polarities(texts, begins, stops)
        except TypeError:
            pass
        for i, text in enumerate(texts):
            _readable(text, f"sentences[{i}]")
        raise TypeError("starts and ends must be integers: offsets in code points")

    def explain(self, sentence: str, start: int, end: int) -> Reasons:
        """Open the probabilities of one target into each feature's share.

        Raises
        ------
        Error
            If the target is empty or outside the sentence.
        """
        _readable(sentence, "sentence")
        try:
            probabilities, bias, shares = self._core.explain(sentence, start, end)
        except TypeError:
            raise TypeError("start and end must be integers: offsets in code points") from None
        opened = [WordShare(a, b, gate, *logits) for a, b, gate, logits in shares]
        return Reasons(sentence, (start, end), probabilities, bias, opened)


def _readable(text: object, name: str) -> None:
    try:
        ok = isinstance(text, str) and text.encode() is not None
    except UnicodeEncodeError:
        ok = False
    if not ok:
        refuse(text, name)
