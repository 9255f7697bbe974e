"""Lexicons: words, word beginnings and phrases, each with a valence."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import Any

from tenor._core import Error

__all__ = ["Lexicon"]


class Lexicon(Mapping[str, float]):
    """Valences of terms. Immutable.

    Parameters
    ----------
    entries : mapping of str to float
        Terms: words ("good"), word beginnings ("abus*"), phrases ("fed up"); case does not matter.
    name : str
        How it appears in results.
    """

    def __init__(self, entries: Mapping[str, float], *, name: str = "lexicon") -> None:
        self._entries = {term: float(valence) for term, valence in entries.items()}
        self.name = name

    def __getitem__(self, term: str) -> float:
        return self._entries[term]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __reduce__(self) -> tuple[Any, ...]:
        return _remake, (self._entries, self.name)

    def __repr__(self) -> str:
        return f"Lexicon({self.name!r}, {len(self)} terms, sha256 {self.sha256[:12]})"

    @cached_property
    def sha256(self) -> str:
        """What made a result: the hash of all terms and valences, in order of terms."""
        rows = "".join(f"{term}\t{valence!r}\n" for term, valence in sorted(self._entries.items()))
        return hashlib.sha256(rows.encode()).hexdigest()

    def merge(self, other: Mapping[str, float]) -> "Lexicon":
        """Return a lexicon with the terms of both; `other` decides where both have a term."""
        name = f"{self.name}+{other.name if isinstance(other, Lexicon) else 'overrides'}"
        return Lexicon({**self._entries, **other}, name=name)

    def neutralise(self, terms: Iterable[str]) -> "Lexicon":
        """Return a lexicon without these terms, as for names that are words ("Hope", "Grace")."""
        gone = set(terms)
        return Lexicon({t: v for t, v in self._entries.items() if t not in gone}, name=f"{self.name}-{len(gone)}")

    @classmethod
    def read(cls, path: str | PathLike[str]) -> "Lexicon":
        """Read a lexicon from a file of two columns, term and valence, with a tab or a comma between them."""
        file = Path(path)
        entries: dict[str, float] = {}
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            term, _, value = line.partition("\t" if "\t" in line else ",")
            if not line.strip():
                continue
            try:
                entries[term] = float(value.split("\t")[0])
            except ValueError:
                raise Error(
                    f"{file}, line {number}: {value!r} is not a number; each line is a term and its valence"
                ) from None
        return cls(entries, name=file.stem)


def _remake(entries: dict[str, float], name: str) -> Lexicon:
    return Lexicon(entries, name=name)
