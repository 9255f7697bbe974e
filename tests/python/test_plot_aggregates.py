"""Figures of aggregates: what is drawn is what the tables say, and it can be told apart without colour."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from test_aggregation import sentences

import tenor
from tenor import plot
from tenor.plot.canvas import LINES

pyplot = pytest.importorskip("matplotlib.pyplot")
colors = pytest.importorskip("matplotlib.colors")


@pytest.fixture(autouse=True)
def canvas() -> Iterator[None]:
    pyplot.switch_backend("Agg")
    yield
    pyplot.close("all")


def grey(colour: Any) -> float:
    """Return how light a colour is in a greyscale print (Rec. 709, gamma kept)."""
    return float(np.dot(colors.to_rgb(colour), [0.2126, 0.7152, 0.0722]))


@pytest.fixture(scope="module")
def table() -> pa.Table:
    random = np.random.default_rng(0)
    n = 600
    outlet = np.arange(n) // 10 % 5
    table = sentences(
        article=np.arange(n) // 5,
        positive=random.poisson(1 + outlet / 3),
        negative=random.poisson(1.2, n),
        sentiment=random.normal((outlet - 2) / 10, 0.2),
    )
    share = np.where(np.arange(n) % 3 == 0, 0.5, 1.0)
    table = table.set_column(table.column_names.index("outlet_share"), "outlet_share", pa.array(share))
    return table.append_column("outlet", pa.array([f"outlet {i}" for i in outlet]))


@pytest.fixture(scope="module")
def meta() -> pd.DataFrame:
    days = pd.Timestamp("2024-01-01") + pd.to_timedelta(np.arange(120) % 40 * 3, unit="D")
    return pd.DataFrame({"date": days})


def test_timeline_draws_values_and_bands(table: pa.Table, meta: pd.DataFrame) -> None:
    found = tenor.aggregate(table, ["outlet", "month"], articles=meta, statistic="mean")
    ax = plot.timeline(found)
    rows = [r for r in found.table.to_pylist() if r["outlet"] == "outlet 0"]
    line = ax.get_lines()[1]
    np.testing.assert_allclose(line.get_ydata(), [r["value"] for r in rows])
    band = ax.collections[0].get_paths()[0].vertices[:, 1]
    assert {*np.round([r["low"] for r in rows], 12)} <= {*np.round(band, 12)}
    assert {*np.round([r["high"] for r in rows], 12)} <= {*np.round(band, 12)}
    assert len(ax.get_legend().get_texts()) == 4
    assert "1 more lines are not drawn" in ax.get_xlabel()
    assert ax.get_ylabel() == "mean score"


def test_timeline_has_gaps_where_nothing_was_written(table: pa.Table, meta: pd.DataFrame) -> None:
    gap = meta.assign(date=meta["date"].where(meta["date"].dt.month != 2, pd.Timestamp("2024-01-15")))
    ax = plot.timeline(tenor.aggregate(table, "month", articles=gap, replicates=0))
    y = ax.get_lines()[1].get_ydata()
    assert list(np.isnan(y)) == [False, True, False, False]


def test_outlets_draws_both_voices(table: pa.Table) -> None:
    own, quoted = (tenor.aggregate(table, "outlet", voice=v, statistic="mean") for v in ("outlet", "quoted"))  # type: ignore[arg-type]
    ax = plot.outlets(own, quoted)
    drawn = [np.asarray(c.get_offsets())[:, 0] for c in ax.collections if len(c.get_offsets()) > 1]
    for offsets, found in zip(drawn, (own, quoted), strict=True):
        np.testing.assert_allclose(np.sort(offsets), np.sort(found.table["value"].to_numpy()))
    assert next(t.get_text() for t in ax.get_yticklabels()).startswith("outlet 0  (")
    faces = [c.get_facecolor()[0] for c in ax.collections if len(c.get_offsets()) > 1]
    assert abs(grey(faces[0]) - grey(faces[1])) > 0.5


def test_targets_draws_sides(meta: pd.DataFrame) -> None:
    n = 90
    holder, target = np.arange(n) % 3, np.arange(n) // 3 % 2
    label = np.where(holder == 0, 1, np.where(holder == 1, -1, np.where(np.arange(n) // 6 % 2, 1, -1)))
    stances = pa.table(
        {
            "article": np.arange(n),
            "sentence": np.zeros(n, dtype=int),
            "holder": [f"h{i}" for i in holder],
            "target": [f"t{i}" for i in target],
            "stance": np.where(np.arange(n) % 10 == 9, 0, label),
        }
    )
    found = tenor.aggregate(stances, ["holder", "target"], statistic="mean")
    ax = plot.targets(found)
    places = {c.get_label(): {tuple(p) for p in np.asarray(c.get_offsets()).tolist()} for c in ax.collections}
    assert places["for"] == {(0, 0), (1, 0)}
    assert places["against"] == {(0, 1), (1, 1)}
    assert places["not settled"] == {(0, 2), (1, 2)}
    paths = [c.get_paths()[0].vertices.round(6).tobytes() for c in ax.collections]
    assert len(set(paths)) == 3


def test_shift_adds_up_to_the_difference() -> None:
    texts = ["A good and fair plan.", "A terrible failure.", "The good news was a disaster.", "It rained."]
    found = tenor.aggregate(
        tenor.Analyzer().analyze(texts), "outlet", statistic="mean", articles=pd.DataFrame({"outlet": list("ABAB")})
    )
    a, b = (found.evidence(outlet=name) for name in "AB")
    table = a.shift(b)
    means = dict(zip(found.table["outlet"].to_pylist(), found.table["value"].to_pylist(), strict=True))
    assert sum(table["shift"].to_pylist()) == pytest.approx(means["A"] - means["B"], abs=1e-9)
    ax = plot.shift(a, b, names=("A", "B"))
    assert sorted(p.get_width() for p in ax.patches) == pytest.approx(sorted(table["shift"].to_pylist()))
    assert {p.get_hatch() for p in ax.patches} >= {"////"}
    assert f"mean of A less mean of B: {means['A'] - means['B']:+.3f}" in ax.get_xlabel()


def test_lines_differ_in_grey_in_shape_and_in_dashes() -> None:
    greys = [grey(colour) for colour, _, _ in LINES]
    assert min(np.diff(greys)) > 0.1
    assert greys[-1] < 0.8
    assert len({m for _, m, _ in LINES}) == len({d for _, _, d in LINES}) == len(LINES)


@pytest.mark.filterwarnings("ignore:.*:DeprecationWarning:altair")
def test_charts_hold_the_same_numbers(table: pa.Table, meta: pd.DataFrame) -> None:
    pytest.importorskip("altair")
    found = tenor.aggregate(table, ["outlet", "month"], articles=meta, statistic="mean", replicates=100)
    spec = plot.charts.timeline(found).to_dict()
    assert len(spec["layer"]) == 3
    (values,) = (
        (layer["data"]["values"] for layer in spec["layer"][:1])
        if "data" in spec["layer"][0]
        else (spec["data"]["values"],)
    )
    assert {v["line"] for v in values} == {f"outlet {i}" for i in range(4)}
    assert values[0]["month"] == "2024-01-01"
    assert values[0]["value"] == found.table["value"][0].as_py()
    own, quoted = (
        tenor.aggregate(table, "outlet", voice=v, statistic="mean", replicates=100) for v in ("outlet", "quoted")
    )  # type: ignore[arg-type]
    assert plot.charts.outlets(own, quoted).to_dict()["layer"]


def test_says_what_is_wrong(table: pa.Table, meta: pd.DataFrame) -> None:
    by = {name: tenor.aggregate(table, name, articles=meta, replicates=0) for name in ("outlet", "month")}
    with pytest.raises(tenor.Error, match=r"a timeline wants an aggregate by one period .* this one is by 'outlet'"):
        plot.timeline(by["outlet"])
    with pytest.raises(tenor.Error, match=r"must be by the same one column, .* are by outlet and month"):
        plot.outlets(by["outlet"], by["month"])
    with pytest.raises(tenor.Error, match=r"the aggregates are a logratio and a mean"):
        plot.outlets(by["outlet"], tenor.aggregate(table, "outlet", statistic="mean", replicates=0))
    with pytest.raises(tenor.Error, match=r"a matrix wants an aggregate of stances by two columns"):
        plot.targets(by["outlet"])
    with pytest.raises(tenor.Error, match=r"no groups, so there is nothing to draw"):
        plot.timeline(tenor.aggregate(table.slice(0, 0), "month", articles=meta.head(0)))
