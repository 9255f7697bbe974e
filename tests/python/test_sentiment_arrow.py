"""Sentences in Arrow's memory: read where they lie, with the answers that lists get."""

import numpy as np
import pyarrow as pa
import pytest
from arrow_kinds import KINDS
from hypothesis import given, settings
from hypothesis import strategies as st

import tenor

SCORERS = {name: tenor.Sentiment(name) for name in ("vader", "news")}
texts = st.lists(st.one_of(st.text("aB é\u2019Σ\U0001f600!,", max_size=150), st.just("NOT good, but bad!")))


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=30)
@given(data=texts, name=st.sampled_from(sorted(SCORERS)))
def test_arrow_gives_what_lists_give(kind, data, name):
    data = [*data, "a good plan", "war"]
    given, scorer = KINDS[kind](data), SCORERS[name]
    for ours, theirs in zip(
        [*scorer.score_hits(given), scorer.counts(given), *scorer.shares(given)],
        [*scorer.score_hits(data), scorer.counts(data), *scorer.shares(data)],
        strict=True,
    ):
        np.testing.assert_array_equal(ours, theirs)


def test_nothing_gives_nothing():
    for empty in ([], pa.array([], pa.string()), pa.chunked_array([], pa.string())):
        scores, hits = SCORERS["news"].score_hits(empty)
        assert scores.shape == hits.shape == (0,)
        assert SCORERS["news"].counts(empty).shape == (0, 3)


def test_says_which_text_is_none():
    with pytest.raises(tenor.Error, match=r"texts\[2\] is null"):
        SCORERS["vader"].score(pa.chunked_array([["a", "b"], [None]]))
    with pytest.raises(tenor.Error, match="holds int64, not text"):
        SCORERS["vader"].score(pa.array([1]))
