"""`Sentiment.tone` and `Sentiment.counts` against definitions written out."""

import math

import numpy as np
import pytest

import tenor

SCORER = tenor.Sentiment(tenor.Lexicon({"good": 2.0, "fair": 1.0, "war": -3.0}))
TEXTS = ["A good and fair deal.", "It is not good.", "The table is brown.", "War!", "A good war"]


def test_counts() -> None:
    assert SCORER.counts(TEXTS).tolist() == [[2, 0, 5], [0, 1, 4], [0, 0, 4], [0, 1, 1], [1, 1, 3]]
    assert SCORER.counts([]).shape == (0, 3)
    with pytest.raises(TypeError, match=r"texts\[0\] must be a str"):
        SCORER.counts([None])  # type: ignore[list-item]


def test_figures_by_group() -> None:
    tones = SCORER.tone(TEXTS, by=["a", "b", "a", "b", "c"])
    assert list(tones) == ["a", "b", "c"]
    a = tones["a"]
    assert (a.sentences, a.words, a.positive, a.negative, a.coverage) == (2, 9, 2, 0, 0.5)
    assert a.log_ratio == pytest.approx(math.log(2.5 / 0.5))
    assert a.se == pytest.approx(math.sqrt(1 / 2.5 + 1 / 0.5))
    assert a.net_tone == pytest.approx(100 * 2 / 9)
    assert a.relative == 1
    assert a.mean == pytest.approx(np.mean(SCORER.score([TEXTS[0], TEXTS[2]])))
    assert tones["c"].log_ratio == tones["c"].net_tone == 0
    assert tones["c"].coverage == 1


def test_one_group_and_none() -> None:
    assert list(SCORER.tone(TEXTS)) == ["all"]
    assert math.isnan(SCORER.tone(["brown"])["all"].relative)
    assert SCORER.tone([]) == {}
    with pytest.raises(tenor.Error, match="by has 1 values for 5 texts"):
        SCORER.tone(TEXTS, by=["a"])


def test_an_explanation_draws_itself() -> None:
    text = "They did not applaud <the> “annexation”!"
    drawn = tenor.Sentiment("news").explain(text)._repr_html_()
    assert drawn.count('class="against"') == 3  # not, applaud turned round, annexation
    assert "applaud<sub> ▼" in drawn
    assert "negation" in drawn
    assert "&lt;the&gt;" in drawn
    assert "<script" not in drawn
    nothing = tenor.Sentiment("news").explain("")
    assert nothing.score == 0
    assert "●" in nothing._repr_html_()
    long = tenor.Sentiment("news").explain("good war " * 50_000)
    assert len(long._repr_html_()) < 100_000
    assert tenor.Sentiment("vader").explain("War! Good!")._repr_html_().count("<sub>") == 2
