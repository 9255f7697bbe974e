"""`dedupe`: near-duplicates against exact shingle overlap."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tenor

WIRE = (
    "Ministers left the talks on fishing rights in the old harbour without a deal on Monday after a night in which "
    "both sides blamed each other for the failure of the round and promised to meet again before the end of the month"
)
OTHER = "Rain is expected over the north of the country until Friday when a front from the sea brings warmer air again"


def overlap(a: str, b: str, words: int = 5) -> float:
    """Jaccard similarity, by definition."""
    sets = []
    for text in (a, b):
        own = text.lower().split()
        sets.append({tuple(own[i : i + words]) for i in range(max(1, len(own) - words + 1))})
    return len(sets[0] & sets[1]) / len(sets[0] | sets[1])


def test_copies_point_to_the_earliest() -> None:
    update = WIRE + " officials said"
    copies = tenor.dedupe([OTHER, WIRE, "", update, WIRE.upper() + "!", OTHER[:40]])
    assert copies.head.tolist() == [0, 1, 2, 1, 1, 5]
    assert copies.clusters == [[1, 3, 4]]
    assert copies.effective_n == 4
    # 36 words make 32 runs of five; two words more make two runs more.
    n = len(WIRE.split()) - 4
    np.testing.assert_allclose(copies.common, [1, 1, 1, n / (n + 2), 1, 1])
    assert repr(copies) == "Copies(6 texts, 2 of them copies, 1 clusters)"


def test_threshold_decides() -> None:
    half = " ".join(WIRE.split()[:24])
    value = overlap(WIRE, half)
    assert tenor.dedupe([WIRE, half], threshold=value - 0.01).effective_n == 1
    assert tenor.dedupe([WIRE, half], threshold=value + 0.01).effective_n == 2


_WORDS = st.lists(st.sampled_from("a b c d e f g h".split()), min_size=0, max_size=30).map(" ".join)  # noqa: SIM905


@settings(deadline=None)
@given(st.lists(_WORDS, max_size=8), st.sampled_from([0.5, 0.8, 1.0]))
def test_joined_texts_reach_the_threshold_and_equal_ones_are_joined(texts: list[str], threshold: float) -> None:
    copies = tenor.dedupe(texts, threshold=threshold)
    for cluster in copies.clusters:
        for i in cluster[1:]:
            assert max(overlap(texts[i], texts[j]) for j in cluster if j != i) >= threshold - 1e-9
    for i, j in itertools.combinations(range(len(texts)), 2):
        if texts[i] == texts[j] and texts[i]:
            assert copies.head[i] == copies.head[j]
    assert (copies.head <= np.arange(len(texts))).all()
    assert copies.effective_n == len(set(copies.head.tolist()))


def test_any_input() -> None:
    assert tenor.dedupe([]).effective_n == 0
    assert tenor.dedupe(iter(["", " ", "\0", "?"])).clusters == []
    assert tenor.dedupe(["x\ud800 y", "x\ud800 y"]).effective_n == 1
    with pytest.raises(TypeError, match="text must be a str, not NoneType"):
        tenor.dedupe([None])  # type: ignore[list-item]
    with pytest.raises(tenor.Error, match="threshold must be above 0 and at most 1, not 0"):
        tenor.dedupe([], threshold=0)
    with pytest.raises(tenor.Error, match="words must be a whole number of at least 1, not 0"):
        tenor.dedupe([], words=0)
