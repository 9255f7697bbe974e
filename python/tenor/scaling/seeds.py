"""Seed words: which words of a vocabulary they match, and how much each weighs."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tenor._core import Error

__all__ = ["Seeds", "glob", "match_seeds", "seedwords"]

_SENTIMENT = (
    "good nice excellent positive fortunate correct superior",
    "bad nasty poor negative unfortunate wrong inferior",
)
_IDEOLOGY = (
    "deficit austerity unstable recession inflation currency workforce",
    "poor poverty free benefits prices money workers",
)
_SETS = {"sentiment": _SENTIMENT, "ideology": _IDEOLOGY}


def seedwords(name: str) -> dict[str, float]:
    """Seed words of the literature.

    Parameters
    ----------
    name : {"sentiment", "ideology"}
        Turney and Littman's (2003, doi 10.1145/944012.944013) words for good and bad; Watanabe's (2020, doi
        10.1080/19312458.2020.1832976) for right and left in economic policy.

    Returns
    -------
    dict of str to float
        1 and -1.
    """
    if name not in _SETS:
        raise Error(f"no seed words are called {name!r}; there are {', '.join(map(repr, _SETS))}, or give your own")
    return {word: score for words, score in zip(_SETS[name], (1.0, -1.0), strict=True) for word in words.split()}


@lru_cache(maxsize=4096)
def glob(pattern: str, case: bool = True) -> re.Pattern[str]:
    """Compile a glob: ``*`` for any characters, ``?`` for one; everything else stands for itself."""
    parts = ("[\\s\\S]*" if c == "*" else "[\\s\\S]" if c == "?" else re.escape(c) for c in pattern)
    return re.compile("".join(parts), 0 if case else re.IGNORECASE)


@dataclass(frozen=True)
class Seeds:
    """Seed words found in a vocabulary.

    Attributes
    ----------
    pattern, word : list of str
        One entry for each word matched, in the order of the patterns and, within one, of the vocabulary; a pattern
        that matched nothing has one entry with an empty word.
    score, weight : ndarray
        The pattern's score as given; what the word weighs (0 where there is none).
    column : ndarray of int
        The word's column, -1 where there is none.
    """

    pattern: list[str]
    word: list[str]
    score: NDArray[np.float64]
    weight: NDArray[np.float64]
    column: NDArray[np.intp]

    @property
    def found(self) -> NDArray[np.bool_]:
        """Whether the entry has a word."""
        return self.column >= 0


def scored(seeds: Any) -> dict[str, float]:
    """Return the patterns and their scores: a name of a set, a mapping, or words (score 1)."""
    if isinstance(seeds, str):
        return seedwords(seeds)
    if isinstance(seeds, Mapping):
        out = {}
        for pattern, score in seeds.items():
            try:
                out[str(pattern)] = float(score)
            except (TypeError, ValueError):
                raise Error(f"the score of seed {pattern!r} must be a number, not {score!r}") from None
            if not np.isfinite(out[str(pattern)]):
                raise Error(f"the score of seed {pattern!r} must be finite, and is {score!r}")
    elif isinstance(seeds, Iterable):
        out = {str(pattern): 1.0 for pattern in seeds}
    else:
        raise Error(f"seeds must be a mapping of patterns to scores, a list of words or a name, not {seeds!r}")
    if not out:
        raise Error("seeds is empty; give at least one word")
    return out


def match_seeds(seeds: Any, vocabulary: Sequence[str], nested_weight: bool, case: bool = True) -> Seeds:
    """Find the seeds in a vocabulary and weigh them.

    With G the patterns whose scores have the sign of pattern p, and M_p the words it matches, a word weighs
    ``y_p / |G| / |M_p|`` where weights are nested: patterns are equal, and one that matches nothing weakens its pole.
    Else it weighs ``y_p`` over all words matched in G.
    """
    patterns = scored(seeds)
    # A pattern without a wildcard is looked up; the vocabulary is searched for the others only.
    columns: dict[str, list[int]] = {}
    for column, word in enumerate(vocabulary):
        columns.setdefault(word if case else word.lower(), []).append(column)
    matched: list[list[int]] = []
    for pattern in patterns:
        if "*" in pattern or "?" in pattern:
            test = glob(pattern, case).fullmatch
            matched.append([column for column, word in enumerate(vocabulary) if test(word)])
        else:
            matched.append(columns.get(pattern if case else pattern.lower(), []))
    if not any(matched):
        shown = ", ".join(map(repr, list(patterns)[:5]))
        raise Error(
            f"no seed is among the {len(vocabulary)} features ({shown}{'...' if len(patterns) > 5 else ''}); seeds "
            "match case-sensitively: compare them with feature_names, and look at min_df and stop words"
        )
    scores = np.array(list(patterns.values()))
    poles = [scores > 0, scores <= 0]
    out: dict[str, list[Any]] = {"pattern": [], "word": [], "score": [], "weight": [], "column": []}
    for p, (pattern, score) in enumerate(patterns.items()):
        pole = poles[0] if score > 0 else poles[1]
        if nested_weight:
            share = pole.sum() * len(matched[p])
        else:
            share = sum(len(m) for m, same in zip(matched, pole, strict=True) if same)
        for column in matched[p] or [-1]:
            out["pattern"].append(pattern)
            out["word"].append(vocabulary[column] if column >= 0 else "")
            out["score"].append(score)
            out["weight"].append(score / share if column >= 0 else 0.0)
            out["column"].append(column)
    return Seeds(out["pattern"], out["word"], np.array(out["score"]), np.array(out["weight"]), np.array(out["column"]))
