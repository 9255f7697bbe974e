"""`tenor.aggregate`: figures, groups, voices, frames, bad input."""

import datetime as dt
import math
import warnings
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import tenor

TEXTS = [
    "The mayor praised the fair plan. It rained.",
    'Critics called the plan "a terrible failure". The strike was violent.',
    "The good minister welcomed the treaty.",
    "The council met on Monday.",
]
META = {"outlet": ["A", "B", "A", "B"], "date": ["2024-05-13", "2024-05-19", "2024-05-20", "2024-06-01"]}


@pytest.fixture(scope="module")
def analysis() -> tenor.Analysis:
    return tenor.Analyzer().analyze(TEXTS)


def rows(found: tenor.Aggregate) -> list[dict[str, Any]]:
    return found.table.to_pylist()


def sentences(**columns: Any) -> pa.Table:
    """Make a table of sentences in the outlet's own voice."""
    n = len(columns["article"])
    zero = np.zeros(n)
    base = {name: zero for name in ("sentence", "sentiment", "positive", "negative")}
    base |= {"words": np.full(n, 10), "outlet_share": np.ones(n)} | columns
    base["hits"] = base["positive"] + np.asarray(base["negative"])
    base |= {f"outlet_{name}": base[name] for name in ("positive", "negative", "sentiment")}
    return pa.table({k: v for k, v in base.items() if k not in ("outlet_share_",)})


def test_figures_of_a_small_table() -> None:
    table = sentences(
        article=[0, 0, 0, 1],
        positive=np.array([2, 0, 0, 1]),
        negative=np.array([0, 0, 1, 0]),
        sentiment=np.array([0.6, 0.0, -0.3, 0.5]),
    )
    expected = {
        "logratio": math.log(3.5 / 1.5),
        "net": 100 * 2 / 40,
        "relative": 2 / 4,
        "mean": 0.8 / 4,
        "article_mean": (0.1 + 0.5) / 2,
        "favourable": 2 / 4,
    }
    for name, value in expected.items():
        (row,) = rows(tenor.aggregate(table, statistic=name))
        assert row["value"] == pytest.approx(value), name
        assert row["low"] <= row["value"] <= row["high"], name
    assert {k: row[k] for k in ("articles", "clusters", "sentences", "words", "positive", "negative", "coverage")} == {
        "articles": 2,
        "clusters": 2,
        "sentences": 4,
        "words": 40,
        "positive": 3,
        "negative": 1,
        "coverage": 0.75,
    }


unit = st.tuples(st.integers(0, 6), st.sampled_from("xyz"), st.integers(0, 3), st.integers(0, 3))


@given(
    st.lists(unit, min_size=1, max_size=40), st.sampled_from(["logratio", "net", "relative", "mean", "article_mean"])
)
def test_values_are_those_of_the_definition(units: list[tuple[int, str, int, int]], name: str) -> None:
    table = sentences(
        article=np.array([u[0] for u in units]),
        positive=np.array([u[2] for u in units]),
        negative=np.array([u[3] for u in units]),
        sentiment=np.array([(u[2] - u[3]) / 4 for u in units]),
    ).append_column("topic", pa.array([u[1] for u in units]))
    found = tenor.aggregate(table, "topic", statistic=name, replicates=0)
    assert found.table["topic"].to_pylist() == sorted({u[1] for u in units})
    for row in rows(found):
        own = [u for u in units if u[1] == row["topic"]]
        p, n = sum(u[2] for u in own), sum(u[3] for u in own)
        means = [np.mean([(u[2] - u[3]) / 4 for u in own if u[0] == a]) for a in sorted({u[0] for u in own})]
        value = {
            "logratio": math.log((p + 0.5) / (n + 0.5)),
            "net": 100 * (p - n) / (10 * len(own)),
            "relative": (p - n) / (p + n) if p + n else None,
            "mean": (p - n) / 4 / len(own),
            "article_mean": np.mean(means),
        }[name]
        assert row["value"] == (None if value is None else pytest.approx(value))
        assert row["articles"] == len({u[0] for u in own})
        assert row["coverage"] == pytest.approx(np.mean([u[2] + u[3] > 0 for u in own]))


def test_voices_add_up(analysis: tenor.Analysis) -> None:
    by = {v: rows(tenor.aggregate(analysis, voice=v, replicates=0))[0] for v in ("all", "outlet", "quoted")}  # type: ignore[arg-type]
    for name in ("positive", "negative", "words"):
        assert by["outlet"][name] + by["quoted"][name] == by["all"][name]
    assert by["quoted"]["negative"] == 2
    assert by["quoted"]["articles"] == 3


def test_voices_of_stances(analysis: tenor.Analysis) -> None:
    every = tenor.aggregate(analysis, ["holder", "target"], statistic="mean", replicates=0)
    own = tenor.aggregate(analysis, "holder", voice="outlet", statistic="mean", replicates=0)
    assert every.settings["of"] == "stances"
    held = {r["holder"]: r for r in rows(own)}
    assert sum(r["stances"] for r in rows(every)) == len(analysis.stances)
    for holder, row in held.items():
        assert (row["value"] is None) == (holder != "outlet")
        if holder != "outlet":
            assert row["note"] == "nothing in the voice 'outlet'"


def test_periods(analysis: tenor.Analysis) -> None:
    meta = pd.DataFrame(META)
    found = {
        p: tenor.aggregate(analysis, p, articles=meta, replicates=0)
        for p in ("day", "week", "month", "quarter", "year")
    }
    assert found["week"].table["week"].to_pylist() == [dt.date(2024, 5, 13), dt.date(2024, 5, 20), dt.date(2024, 5, 27)]
    assert found["month"].table["month"].to_pylist() == [dt.date(2024, 5, 1), dt.date(2024, 6, 1)]
    assert found["quarter"].table["quarter"].to_pylist() == [dt.date(2024, 4, 1)]
    assert found["year"].table["year"].to_pylist() == [dt.date(2024, 1, 1)]
    assert found["day"].table["articles"].to_pylist() == [1, 1, 1, 1]
    for dates in (
        pd.to_datetime(meta["date"]),
        meta["date"].map(dt.date.fromisoformat),
        meta["date"] + "T10:00:00+01:00",
    ):
        again = tenor.aggregate(analysis, "week", articles=meta.assign(date=dates), replicates=0)
        assert again.table.equals(found["week"].table)


def test_a_time_is_of_the_day_where_it_was_written(analysis: tenor.Analysis) -> None:
    late = pd.Series(pd.to_datetime(["2024-05-13T23:30:00"] * 4)).dt.tz_localize("America/New_York")
    for dates in (late, ["2024-05-13T23:30:00-04:00"] * 4, ["20240513"] * 4):
        found = tenor.aggregate(analysis, "day", articles=pd.DataFrame({"date": dates}), replicates=0)
        assert found.table["day"].to_pylist() == [dt.date(2024, 5, 13)]


def test_dates_that_cannot_be_read_are_counted_and_listed(analysis: tenor.Analysis) -> None:
    meta = pd.DataFrame(META | {"date": ["2024-05-13", "yesterday", None, "13/05/2024"]})
    with pytest.warns(tenor.AggregateWarning, match=r"3 articles have no date in 'date'.*article 1: 'yesterday'"):
        found = tenor.aggregate(analysis, "week", articles=meta)
    assert found.undated == [(1, "yesterday"), (2, None), (3, "13/05/2024")]
    assert found.table["articles"].to_pylist() == [1]
    assert "3 articles left out" in repr(found)


def test_the_same_kind_of_frame_comes_back(analysis: tenor.Analysis) -> None:
    meta = pd.DataFrame(META)
    expected = tenor.aggregate(analysis, "outlet", articles=meta)
    assert isinstance(expected.frame, pa.Table)
    for kind, make in ((pd.DataFrame, pd.DataFrame), (pl.DataFrame, pl.DataFrame)):
        found = tenor.Analyzer().analyze(make({"text": TEXTS}))  # type: ignore[operator]
        for articles in (make(META), pa.table(META)):  # type: ignore[operator]
            again = tenor.aggregate(found, "outlet", articles=articles)
            assert isinstance(again.frame, kind)
            assert again.table.equals(expected.table)
    joined = found.sentences.join(pl.DataFrame(META | {"article": [0, 1, 2, 3]}), on="article")
    assert tenor.aggregate(joined, "outlet").table.equals(expected.table)
    assert pl.DataFrame(expected).equals(pl.from_arrow(expected.table))


def test_the_seed_decides_and_groups_do_not_meddle(analysis: tenor.Analysis) -> None:
    random = np.random.default_rng(0)
    table = sentences(article=np.arange(40) // 2, positive=random.poisson(1, 40), negative=random.poisson(1, 40))
    table = table.append_column("g", pa.array(["a", "b"] * 20))
    one, two = (tenor.aggregate(table, "g", seed=3) for _ in range(2))
    assert one.table.equals(two.table)
    assert not one.table.equals(tenor.aggregate(table, "g", seed=4).table)
    alone = tenor.aggregate(table.filter(pa.compute.equal(table["g"], "b")), "g", seed=3)
    assert rows(alone)[0] == rows(one)[1]


def test_copies_count_as_one(analysis: tenor.Analysis) -> None:
    random = np.random.default_rng(1)
    kinds = random.poisson(3, (10, 2))
    table = sentences(
        article=np.arange(30), positive=kinds[np.arange(30) % 10, 0], negative=kinds[np.arange(30) % 10, 1]
    )
    (apart,) = rows(tenor.aggregate(table))
    (joined,) = rows(tenor.aggregate(table, copies=np.arange(30) % 10))
    assert (joined["articles"], joined["clusters"]) == (30, 10)
    assert joined["value"] == apart["value"]
    assert joined["high"] - joined["low"] > 1.4 * (apart["high"] - apart["low"])
    found = tenor.dedupe(["one two three four five six", "one two three four five six", "seven eight nine ten"])
    small = sentences(article=np.arange(3))
    assert rows(tenor.aggregate(small, copies=found))[0]["clusters"] == 2
    with pytest.raises(tenor.Error, match=r"copies is of 3 texts, and there is an article 29"):
        tenor.aggregate(table, copies=found)


def test_one_article_and_no_article(analysis: tenor.Analysis) -> None:
    (row,) = rows(tenor.aggregate(sentences(article=[4, 4], positive=np.array([1, 0]))))
    assert (row["low"], row["high"], row["note"]) == (None, None, "one article: no interval")
    (row,) = rows(tenor.aggregate(sentences(article=np.array([], dtype=int))))
    assert (row["value"], row["articles"], row["coverage"]) == (None, 0, None)
    assert tenor.aggregate(sentences(article=np.array([], dtype=int)), "article").table.num_rows == 0
    (row,) = rows(tenor.aggregate(sentences(article=np.arange(10)), statistic="favourable"))
    assert row["value"] == row["low"] == 0
    assert row["high"] == pytest.approx(1 - 0.025 ** (1 / 10))
    assert "exact" in row["note"]


def test_texts_that_could_not_be_read_do_not_count() -> None:
    found = tenor.Analyzer().analyze([TEXTS[0], None, ""])
    assert rows(tenor.aggregate(found))[0]["articles"] == 1


def test_unknown_outlet_is_a_group(analysis: tenor.Analysis) -> None:
    found = tenor.aggregate(analysis, "outlet", articles=pd.DataFrame({"outlet": ["A", None, "A", None]}))
    assert found.table["outlet"].to_pylist() == ["A", None]
    assert found.evidence(outlet=None).total == 3


def test_blocks_of_days() -> None:
    random = np.random.default_rng(2)
    day = np.repeat(np.arange(100), 3)
    lean = np.repeat(random.normal(0, 1, 20), 5)  # what is said holds for five days
    table = sentences(article=np.arange(300), sentiment=np.tanh(lean[day] + random.normal(0, 0.2, 300)))
    meta = pa.table({"date": np.datetime64("2024-01-01") + day})
    width = {}
    for block in (None, 1, 10, "auto"):
        (row,) = rows(tenor.aggregate(table, statistic="mean", articles=meta, block=block))  # type: ignore[arg-type]
        width[block] = row["high"] - row["low"]
    assert width["auto"] == width[10] > 1.5 * width[1] > 1.5 * width[None]
    (row,) = rows(tenor.aggregate(table, statistic="mean", articles=meta, block=365))
    assert row["note"] == "one block of days: no interval"


BAD: list[tuple[dict[str, Any], str]] = [
    ({"by": "outlt"}, r"there is no column 'outlt'; there are 'article', .*'outlet', .*periods 'day', 'week'"),
    ({"by": ["outlet", "outlet"]}, "by names a column twice"),
    ({"by": "week", "date": "published"}, "by='week' needs dates, and there is no column 'published'"),
    ({"by": "week", "date": "hits"}, "column 'hits' holds int64, not dates"),
    ({"by": "quoted"}, "cannot group by a column of"),
    ({"by": "words"}, "the figures have a column 'words' of their own; rename the column"),
    ({"voice": "theirs"}, "voice must be one of 'all', 'outlet', 'quoted', not 'theirs'"),
    ({"statistic": "tone"}, "there is no statistic 'tone'; there are 'logratio', 'net'"),
    ({"ci": 95}, "ci must be between 0 and 1, as in 0.95, not 95"),
    ({"replicates": 10}, "replicates must be 0, or a whole number from 100, not 10"),
    ({"block": 0}, "block must be a number of days"),
    ({"of": "words"}, "of must be 'sentences' or 'stances'"),
    ({"articles": pa.table({"article": [0, 1, 1, 2]})}, "articles has more than one row for article 1"),
    ({"articles": pa.table({"outlet": ["A"]})}, "articles has no row for article 1; it has 1 rows"),
]


@pytest.mark.parametrize(("arguments", "message"), BAD)
def test_bad_input_says_what_to_do(analysis: tenor.Analysis, arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(tenor.Error, match=message):
        tenor.aggregate(analysis, **arguments)


def test_bad_tables() -> None:
    with pytest.raises(tenor.Error, match=r"the table has no column 'hits'; give the tables sentences or stances"):
        tenor.aggregate(pd.DataFrame({"article": [0], "sentence": [0], "sentiment": [0.1]}))
    with pytest.raises(tenor.Error, match=r"table is lazy; collect it first"):
        tenor.aggregate(pl.LazyFrame({"article": [0]}))
    with pytest.raises(TypeError, match=r"table must be a tenor.Analysis or a frame, not list"):
        tenor.aggregate([1])
    with pytest.raises(tenor.Error, match=r"of= chooses a table of an Analysis"):
        tenor.aggregate(sentences(article=[0]), of="sentences")


def test_shows_itself(analysis: tenor.Analysis) -> None:
    meta = pd.DataFrame(META | {"outlet": ["<b>", "B", "<b>", "B"]})
    with warnings.catch_warnings():
        found = tenor.aggregate(analysis, "outlet", articles=meta)
    html = found._repr_html_()
    assert "&lt;b&gt;" in html
    assert "<b>" not in html
    assert repr(found) == "<tenor.Aggregate: logratio of 2 groups by outlet, voice all, 95 %>"
