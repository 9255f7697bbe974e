"""Lexicons: words, word beginnings and phrases, each with a valence."""

import hashlib
import math
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from importlib.resources import files
from os import PathLike
from pathlib import Path
from typing import Any, NamedTuple

from tenor import _core
from tenor._core import Error
from tenor.lexicon_files import Entry, read

__all__ = ["CATEGORIES", "Lexicon", "LexiconWarning", "Problem"]

#: What the categories of well-known dictionaries are worth (LIWC, LSD2015, NRC, Loughran-McDonald), unless told.
CATEGORIES = {
    **dict.fromkeys(("positive", "pos", "posemo", "tone_pos", "emo_pos", "neg_negative"), 1.0),
    **dict.fromkeys(("negative", "neg", "negemo", "tone_neg", "emo_neg", "neg_positive"), -1.0),
}


class LexiconWarning(UserWarning):
    """A dictionary's file holds something that is probably not meant; `Lexicon.problems` lists all of it."""


class Problem(NamedTuple):
    """What is odd about an entry."""

    line: int
    term: str
    what: str


@cache
def table(name: str) -> list[tuple[str, str]]:
    """Return the rows of a shipped table, cut at the first tab."""
    text = (files("tenor") / "data" / name).read_text("utf-8")
    return [(term, value) for term, _, value in (line.partition("\t") for line in text.split("\n")) if term]


class Lexicon(Mapping[str, float]):
    """Valences of terms. Immutable.

    Parameters
    ----------
    entries : mapping of str to float
        Terms: words ("good"), word beginnings ("abus*"), phrases of both ("fed up", "climate chang*", "not * good",
        where a star alone is any word). Terms are read as sentences are: case, hyphens and curly quotes do not matter.
    name : str
        How it appears in results.

    Attributes
    ----------
    problems : tuple of Problem
        What `read` found odd in the file, in order of lines.
    """

    def __init__(
        self, entries: Mapping[str, float], *, name: str = "lexicon", problems: Iterable[Problem] = ()
    ) -> None:
        self._entries = {term: float(valence) for term, valence in entries.items()}
        self.name = name
        self.problems = tuple(problems)

    def __getitem__(self, term: str) -> float:
        return self._entries[term]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __reduce__(self) -> tuple[Any, ...]:
        return _remake, (self._entries, self.name, self.problems)

    def __repr__(self) -> str:
        return f"Lexicon({self.name!r}, {len(self)} terms, sha256 {self.sha256[:12]})"

    @cached_property
    def sha256(self) -> str:
        """What made a result: the hash of all terms and valences, in order of terms."""
        rows = "".join(f"{term}\t{valence!r}\n" for term, valence in sorted(self._entries.items()))
        return hashlib.sha256(rows.encode()).hexdigest()

    def merge(self, other: Mapping[str, float]) -> "Lexicon":
        """Return a lexicon with the terms of both; `other` decides where both have a term, in whatever case."""
        name = f"{self.name}+{other.name if isinstance(other, Lexicon) else 'overrides'}"
        theirs = {_fold(term) for term in other}
        kept = {term: valence for term, valence in self._entries.items() if _fold(term) not in theirs}
        return Lexicon({**kept, **other}, name=name)

    def neutralise(self, terms: Iterable[str]) -> "Lexicon":
        """Return a lexicon in which these terms have valence 0, as for names that are words ("Hope", "Grace").

        They stay in it, so that no beginning ("hope*") matches them either.
        """
        silent = {_fold(term): 0.0 for term in ([terms] if isinstance(terms, str) else terms)}
        kept = {term: valence for term, valence in self._entries.items() if _fold(term) not in silent}
        return Lexicon({**kept, **silent}, name=f"{self.name}-{len(silent)}")

    @classmethod
    def read(
        cls,
        path: str | PathLike[str],
        *,
        format: str | None = None,
        categories: Mapping[str, float] | None = None,
        strict: bool = False,
    ) -> "Lexicon":
        """Read a dictionary's file.

        Parameters
        ----------
        path : path
            A table (.csv, .tsv, .txt: term and valence; or with a header; NRC's and Loughran-McDonald's own layouts),
            LIWC's .dic, quanteda's .yml (needs ``tenor[lexica]``) or Lexicoder's .lc3.
        format : {"table", "liwc", "quanteda", "lexicoder"}, optional
            By default the file's ending says it.
        categories : mapping of str to float, optional
            What each category is worth; those left out are not read. By default `CATEGORIES`, in which a category of
            negated forms (``neg_positive``) has the opposite sign.
        strict : bool
            Whether entries that are probably not meant are an error. Otherwise they are a `LexiconWarning`.

        Raises
        ------
        Error
            For what cannot be read, with file and line; with `strict`, for all that `problems` would list.

        Notes
        -----
        Checked are: one term with different valences (the last counts), terms that nothing in a text can match, and
        categories without a term.
        """
        file = Path(path)
        found = read(file, format)
        worth = _worth(found.categories, categories, str(file))
        filled = {entry.category for entry in found.entries}
        problems = [Problem(n, c, "a category without a term") for c, n in found.categories.items() if c not in filled]
        entries: dict[str, float] = {}
        seen: dict[str, Entry] = {}
        for entry in found.entries:
            valence = entry.weight * (1.0 if entry.category is None else worth.get(entry.category, 0.0))
            if entry.category is not None and entry.category not in worth:
                continue
            key = _fold(entry.term)
            if key in seen and entries[seen[key].term] != valence:
                before = seen[key]
                what = f"{valence:g} here, {entries[before.term]:g} in line {before.line}; the last counts"
                problems.append(Problem(entry.line, entry.term, what))
            if key in seen:
                del entries[seen[key].term]
            entries[entry.term], seen[key] = valence, entry
        lines = {entry.term: entry.line for entry in seen.values()}
        problems += [
            Problem(lines[term], term, "unreachable: it reads as a word that changes others, like 'not' and 'very'")
            for term in _unreachable(entries, lines, str(file))
        ]
        problems.sort()
        if problems:
            listed = "\n".join(f"  line {p.line}, {p.term!r}: {p.what}" for p in problems)
            if strict:
                raise Error(f"{file}: {len(problems)} entries are probably not meant:\n{listed}")
            first = "\n".join(listed.split("\n")[:5])
            what = f"{file}: {len(problems)} entries are probably not meant (Lexicon.problems lists them):\n{first}"
            warnings.warn(what, LexiconWarning, stacklevel=2)
        return cls(entries, name=file.stem, problems=problems)


def _fold(term: str) -> str:
    return re.sub(r"[-\s]+", " ", term.replace("’", "'").lower()).strip()


def _worth(named: dict[str, int], told: Mapping[str, float] | None, file: str) -> dict[str, float]:
    """Of the categories of a file, those to read and their valences."""
    listed = ", ".join(map(repr, named)) or "none"
    for category in told or ():
        if category not in named:
            raise Error(f"{file}: there is no category {category!r}; there are {listed}")
    short = {category: category.lower().rsplit(".", 1)[-1] for category in named}
    worth = dict(told) if told is not None else {c: CATEGORIES[s] for c, s in short.items() if s in CATEGORIES}
    if named and not worth:
        raise Error(
            f"{file}: say what its categories are worth, as categories={{{next(iter(named))!r}: 1.0}}: {listed}"
        )
    return worth


def _unreachable(entries: dict[str, float], lines: dict[str, int], file: str) -> list[str]:
    """Terms that the scorer does not find in themselves."""
    terms = list(entries)
    try:
        ones = [(t, 1.0 if math.isfinite(v) else v) for t, v in entries.items()]
        scorer = _core.NewsScorer(ones, table("emoji.tsv"), 0.0)
    except Error as error:
        if found := re.match(r"lexicon entry (\d+) (.*)", str(error), re.DOTALL):
            raise Error(f"{file}, line {lines[terms[int(found[1])]]}: entry {found[2]}") from None
        raise
    probes = [re.sub(r"(^|\s)\*", r"\1x", t).replace("*", "") for t in terms]
    hits = scorer.score(probes, 1)[1]
    return [t for t, n in zip(terms, hits, strict=True) if n == 0]


def _remake(entries: dict[str, float], name: str, problems: tuple[Problem, ...] = ()) -> Lexicon:
    return Lexicon(entries, name=name, problems=problems)
