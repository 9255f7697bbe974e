"""Figures of scaling: what is drawn is what the tables say."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest

import tenor
from tenor import plot, stats
from tenor.scaling import LSS, Wordfish, smooth

pyplot = pytest.importorskip("matplotlib.pyplot")


@pytest.fixture(autouse=True)
def canvas() -> Iterator[None]:
    pyplot.switch_backend("Agg")
    yield
    pyplot.close("all")


@pytest.fixture(scope="module")
def counts() -> pd.DataFrame:
    rng = np.random.default_rng(0)
    rates = rng.dirichlet(np.ones(8) * 0.3, 60) @ rng.gamma(0.3, size=(8, 40))
    y = rng.poisson(rates / rates.mean() * 2) + 1
    return pd.DataFrame(y, columns=[f"w{i}" for i in range(40)], index=[f"d{i}" for i in range(60)])


@pytest.fixture(scope="module")
def lss(counts: pd.DataFrame) -> LSS:
    return LSS({"w1": 1, "w2": -1}, k=10).fit(counts)


def texts(ax: Any) -> list[str]:
    return [text.get_text() for text in ax.texts]


def test_words(lss: LSS, counts: pd.DataFrame) -> None:
    ax = plot.words(lss)
    places = ax.collections[0].get_offsets()
    order = np.argsort(-lss.frequency_, kind="stable")
    np.testing.assert_allclose(places, np.c_[lss.coef_, np.log(lss.frequency_)][order])
    # A word is labelled where it stands, and no label covers another.
    for text in ax.texts:
        x, y = text.get_position()
        at = list(counts.columns).index(text.get_text())
        assert (x, y) == pytest.approx((lss.coef_[at], np.log(lss.frequency_[at])))
    boxes = [text.get_window_extent() for text in ax.texts]
    assert len(boxes) > 3
    assert not any(a.overlaps(b) for i, a in enumerate(boxes) for b in boxes[:i])
    assert texts(plot.words(lss, highlight=["w7"])) == ["w7"]
    assert len(plot.words(lss, points=5).collections[0].get_offsets()) == 5
    mine = pyplot.subplots()[1]
    assert plot.words(Wordfish(max_iter=100).fit(counts), ax=mine) is mine
    assert mine.get_ylabel() == "psi (log frequency)"
    with pytest.raises(tenor.Error, match="'zebra' is no word of the model"):
        plot.words(lss, highlight=["zebra"])
    with pytest.raises(tenor.Error, match="neither 'frequency' nor 'psi'"):
        plot.words(lss.words()[["word", "beta"]])


def test_documents(lss: LSS, counts: pd.DataFrame) -> None:
    scores = lss.score_documents(counts)
    ax = plot.documents(scores)
    assert [label.get_text() for label in ax.get_yticklabels()] == list(scores.fit.sort_values().index)
    np.testing.assert_allclose(ax.lines[0].get_xdata(), np.sort(scores.fit))
    low = np.array([segment[0][0] for segment in ax.collections[0].get_segments()])
    np.testing.assert_allclose(np.sort(low), np.sort(scores.fit - 1.959963984540054 * scores.se))
    table = pl.DataFrame({"theta": [0.5, None, -1.0], "lwr": [0.0, 0.0, -2.0], "upr": [1.0, 0.0, 0.0]})
    ax = plot.documents(table, labels=["a", "b", "c"])
    assert [label.get_text() for label in ax.get_yticklabels()] == ["c", "a"]
    assert "60 documents" in plot.documents(scores, most=10).get_ylabel()
    with pytest.raises(tenor.Error, match="2 labels for 3 documents"):
        plot.documents(table, labels=["a", "b"])
    with pytest.raises(tenor.Error, match="no document has a position"):
        plot.documents(pd.DataFrame({"fit": [np.nan]}))
    with pytest.raises(tenor.Error, match="no column 'fit' or 'theta', only 'x'"):
        plot.documents(pl.DataFrame({"x": [1]}))


def test_trend() -> None:
    dates = pd.date_range("2020-01-01", periods=40)
    y = np.random.default_rng(0).normal(size=40)
    table = smooth(y, dates, groups=["a", "b"] * 20, span=0.5)
    ax = plot.trend(table, scores=y, dates=dates)
    own = table[table.group == "b"]
    np.testing.assert_allclose(ax.lines[2].get_ydata(), own.fit)
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["a", "b"]
    band = ax.collections[1].get_paths()[0].vertices[:, 1]
    assert band.min() == pytest.approx(own.lwr.min())
    assert band.max() == pytest.approx(own.upr.max())
    with pytest.raises(tenor.Error, match="scores need their dates"):
        plot.trend(table, scores=y)
    with pytest.raises(tenor.Error, match="no column 'lwr'"):
        plot.trend(table.drop(columns="lwr"))


def test_keyness(counts: pd.DataFrame) -> None:
    table = stats.keyness(counts, np.arange(60) < 30)
    ax = plot.keyness(table, n=4)
    expected = pd.concat([table[table.chi2 > 0].head(4), table[table.chi2 < 0].tail(4)])
    assert [label.get_text() for label in ax.get_yticklabels()] == list(expected.feature)
    np.testing.assert_allclose([bar.get_width() for bar in ax.patches[: len(expected)]], expected.chi2)
    ratio = plot.keyness(pl.DataFrame({"feature": ["a", "b", "c"], "exact": [3.0, 1.0, 0.5]}))
    np.testing.assert_allclose([bar.get_x() for bar in ratio.patches[:2]], 1)  # an odds ratio of 1 is no difference
    with pytest.raises(tenor.Error, match="none of the columns chi2"):
        plot.keyness(pl.DataFrame({"feature": ["a"]}))
    with pytest.raises(tenor.Error, match="n must be 1 or more"):
        plot.keyness(table, n=0)
    with pytest.raises(tenor.Error, match="no rows"):
        plot.keyness(table[:0])
    with pytest.raises(tenor.Error, match="a frame is needed, not list"):
        plot.keyness([1])
