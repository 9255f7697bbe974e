"""Near-duplicates in a corpus: wire reports that many outlets print, and later versions of the same article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from tenor._core import Error
from tenor.text import refuse

__all__ = ["Copies", "dedupe"]

_WORD = re.compile(r"\w+")

#: Hash functions of a signature, in bands of so many: texts with half of their shingles in common share a band with a
#: probability of 1 - (1 - 0.5 ** 4) ** 32 = 0.87, with 0.7 of them of 0.9998.
_BANDS, _ROWS = 32, 4


@dataclass(frozen=True)
class Copies:
    """Which texts are copies of which.

    Attributes
    ----------
    head : int array (n,)
        For each text the number of the earliest text of its cluster; its own number where it is that text.
    common : float array (n,)
        Share of the text's own shingles that its head has too; 1 for a head.
    clusters : list of list of int
        The clusters of two texts or more, each from the earliest on.
    effective_n : int
        Number of texts that are not a copy of an earlier one: what counts as the size of the sample.
    """

    head: NDArray[np.int64]
    common: NDArray[np.float64] = field(repr=False)
    clusters: list[list[int]] = field(repr=False)
    effective_n: int

    def __repr__(self) -> str:
        copies = len(self.head) - self.effective_n
        return f"Copies({len(self.head):,} texts, {copies:,} of them copies, {len(self.clusters):,} clusters)"


def dedupe(texts: Iterable[str], *, threshold: float = 0.5, words: int = 5) -> Copies:
    """Find near-duplicates: texts that share runs of words.

    Candidates are found by MinHash and locality-sensitive hashing [1]_ and then compared exactly, so that every pair
    that is joined does reach the threshold. A cluster holds all that are joined through others. The result depends on
    the texts and their order alone, not on the machine.

    Parameters
    ----------
    texts : iterable of str
        The earliest first: the first of a cluster is its head.
    threshold : float
        Two texts are copies from this Jaccard similarity of their shingles on, in (0, 1]. Below 0.4 more and more
        pairs are missed.
    words : int
        Words of a shingle, at least 1. A text with fewer is one shingle; one without a word is a copy of nothing.

    Returns
    -------
    Copies

    Raises
    ------
    TypeError
        If one of the texts is not a str.
    Error
        If `threshold` or `words` is out of range.

    References
    ----------
    .. [1] A. Z. Broder, "On the resemblance and containment of documents", SEQUENCES 1997; P. Indyk and R. Motwani,
       "Approximate nearest neighbors", STOC 1998.
    """
    if not 0 < threshold <= 1:
        raise Error(f"threshold must be above 0 and at most 1, not {threshold!r}")
    if isinstance(words, bool) or not isinstance(words, int) or words < 1:
        raise Error(f"words must be a whole number of at least 1, not {words!r}")
    known: dict[str, int] = {}
    sets = [shingles(text, words, known) for text in texts]
    parent = list(range(len(sets)))

    def find(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, j in _candidates(sets):
        a, b = find(i), find(j)
        if a != b and jaccard(sets[i], sets[j]) >= threshold:
            parent[max(a, b)] = min(a, b)
    head = np.array([find(i) for i in range(len(sets))], dtype=np.int64)
    clusters: dict[int, list[int]] = {}
    for i, h in enumerate(head.tolist()):
        clusters.setdefault(h, []).append(i)
    common = np.array([1.0 if i == h else _shared(sets[i], sets[h]) for i, h in enumerate(head.tolist())])
    return Copies(head, common, [c for c in clusters.values() if len(c) > 1], len(clusters))


def shingles(text: str, words: int, known: dict[str, int]) -> NDArray[np.uint64]:
    """Return the distinct hashes of a text's runs of `words` words, sorted. `known` holds hashes of words."""
    if not isinstance(text, str):
        refuse(text)
    own = _WORD.findall(text.lower())
    for word in own:
        if word not in known:
            known[word] = int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=8).digest(), "little")
    hashes = np.fromiter((known[word] for word in own), np.uint64, len(own))
    size = min(words, len(hashes))
    if size == 0:
        return hashes
    # A polynomial in an odd number, modulo 2 ** 64: the order of the words counts.
    total = np.zeros(len(hashes) - size + 1, np.uint64)
    for k in range(size):
        total = total * np.uint64(0x9E3779B97F4A7C15) + hashes[k : k + len(total)]
    return np.unique(total)


def jaccard(a: NDArray[np.uint64], b: NDArray[np.uint64]) -> float:
    """Return the size of what two sorted sets share as a part of what they hold together."""
    both = len(np.intersect1d(a, b, assume_unique=True))
    return both / (len(a) + len(b) - both) if both else 0.0


def _shared(a: NDArray[np.uint64], b: NDArray[np.uint64]) -> float:
    return len(np.intersect1d(a, b, assume_unique=True)) / len(a)


def _candidates(sets: list[NDArray[np.uint64]]) -> Iterable[tuple[int, int]]:
    """Yield pairs that share a band of their signatures: each text with the first and the last before it."""
    random = np.random.Generator(np.random.PCG64(0))
    factors = random.integers(0, 2**64, _BANDS * _ROWS, np.uint64) | np.uint64(1)
    signatures = np.zeros((len(sets), _BANDS * _ROWS), np.uint64)
    step = 4096  # shingles at once: memory stays bounded whatever the text
    for i, own in enumerate(sets):
        least = np.full(_BANDS * _ROWS, 2**64 - 1, np.uint64)
        for at in range(0, len(own), step):
            product = own[at : at + step, None] * factors
            np.minimum(least, (product ^ (product >> np.uint64(32))).min(0), out=least)
        signatures[i] = least
    for band in range(_BANDS):
        first: dict[bytes, int] = {}
        last: dict[bytes, int] = {}
        for i, own in enumerate(sets):
            if len(own):
                key = signatures[i, band * _ROWS : (band + 1) * _ROWS].tobytes()
                if key in first:
                    yield first[key], i
                    if last[key] != first[key]:
                        yield last[key], i
                first.setdefault(key, i)
                last[key] = i
