"""Any frame in, the same kind out."""

from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import tenor
from tenor.frames import SCHEMA

TEXTS = ["The board met. Łódź waited 😀.", None, "One more.", ""]
TABLES = ("sentences", "quotes", "stances", "articles")


@pytest.fixture(scope="module")
def analyzer() -> tenor.Analyzer:
    return tenor.Analyzer()


def as_rows(frame: Any) -> list[dict[str, Any]]:
    """Return the rows as plain Python, missing values as None."""
    if isinstance(frame, pd.DataFrame):
        table = pa.Table.from_pandas(frame, preserve_index=False)
    else:
        table = frame.to_arrow() if isinstance(frame, pl.DataFrame) else frame
    return table.to_pylist()


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (lambda t: pd.DataFrame({"id": range(4), "text": t}), pd.DataFrame),
        (lambda t: pd.DataFrame({"text": pd.Series(t, dtype=object, index=[9, 8, 7, 6])}), pd.DataFrame),
        (lambda t: pd.DataFrame({"text": pd.Series(t, dtype="category")}), pd.DataFrame),
        (lambda t: pd.Series(t, name="anything"), pd.DataFrame),
        (lambda t: pl.DataFrame({"text": t, "outlet": ["a", "b", "c", "d"]}), pl.DataFrame),
        (lambda t: pl.Series("anything", t), pl.DataFrame),
        (lambda t: pl.DataFrame({"text": pl.Series(t, dtype=pl.Categorical)}), pl.DataFrame),
        (lambda t: pa.table({"text": pa.array(t, pa.string())}), pa.Table),
        (lambda t: pa.table({"text": pa.array(t, pa.large_string())}), pa.Table),
        (lambda t: pa.table({"text": pa.array(t, pa.string_view())}), pa.Table),
        (lambda t: pa.table({"text": pa.chunked_array([t[:1], t[1:]], pa.string())}), pa.Table),
        (lambda t: pa.table({"text": pa.array(t).dictionary_encode()}), pa.Table),
        (
            lambda t: pa.RecordBatchReader.from_batches(
                pa.schema({"text": pa.string()}), [pa.record_batch({"text": t})]
            ),
            pa.Table,
        ),
        (lambda t: np.array(t, dtype=object), pa.Table),
        (lambda t: tuple(t), pa.Table),
        (lambda t: (x for x in t), pa.Table),
    ],
)
def test_same_kind_comes_back(analyzer: tenor.Analyzer, make: Any, kind: type) -> None:
    expected = analyzer.analyze(TEXTS)
    result = analyzer.analyze(make(TEXTS))
    for name in TABLES:
        table = getattr(result, name)
        assert type(table) is kind
        assert list(table.columns if kind is not pa.Table else table.column_names) == SCHEMA[name].names
        if name in ("sentences", "articles"):
            want, got = as_rows(getattr(expected, name)), as_rows(table)
            assert [(r["article"], r.get("text"), r["status"]) for r in got] == [
                (r["article"], r.get("text"), r["status"]) for r in want
            ]


def test_schema_does_not_change_with_the_input(analyzer: tenor.Analyzer) -> None:
    for texts in ([], [None], [""], ["One. Two."], [None, "One."]):
        for name in TABLES:
            assert getattr(analyzer.analyze(texts), name).schema == SCHEMA[name]


def test_other_columns_join_on_article(analyzer: tenor.Analyzer) -> None:
    frame = pd.DataFrame({"outlet": ["A", "B"], "text": ["One. Two.", "Three."]}, index=[10, 20])
    result = analyzer.analyze(frame)
    joined = result.sentences.join(frame[["outlet"]].reset_index(drop=True), on="article")
    assert list(zip(joined["outlet"], joined["text"], strict=True)) == [("A", "One."), ("A", "Two."), ("B", "Three.")]


def test_missing_column_lists_those_there(analyzer: tenor.Analyzer) -> None:
    frame = pd.DataFrame({"headline": ["x"], "body": ["y"]})
    with pytest.raises(tenor.Error, match=r"no column 'text'; the frame has 'headline', 'body': name one with text="):
        analyzer.analyze(frame)
    with pytest.raises(tenor.Error, match="no column 'text'; the frame has 'n'"):
        analyzer.analyze(pa.RecordBatchReader.from_batches(pa.schema({"n": pa.int64()}), []))
    assert analyzer.analyze(frame, text="body").sentences["text"].tolist() == ["y"]


@pytest.mark.parametrize(
    "frame",
    [
        pd.DataFrame({"text": [1, 2]}),
        pl.DataFrame({"text": [1.5]}),
        pa.table({"text": pa.array([b"bytes"])}),
        pa.table({"text": pa.array([["list"]])}),
    ],
)
def test_column_that_holds_no_text(analyzer: tenor.Analyzer, frame: Any) -> None:
    with pytest.raises(tenor.Error, match=r"column 'text' holds \S+( \S+)?, not text"):
        analyzer.analyze(frame)


def test_column_of_nulls(analyzer: tenor.Analyzer) -> None:
    for frame in (pd.DataFrame({"text": [None, None]}), pl.DataFrame({"text": [None, None]})):
        assert list(analyzer.analyze(frame).sentences["status"]) == ["missing: there is no text"] * 2


def test_mixed_objects_of_pandas(analyzer: tenor.Analyzer) -> None:
    frame = pd.DataFrame({"text": ["One.", 5, b"x", float("nan"), "a\ud800"]}, dtype=object)
    assert list(analyzer.analyze(frame).sentences["status"]) == [
        "ok",
        "not text: int '5'",
        "not text: bytes; decode them first, as in data.decode('utf-8')",
        "missing: there is no text",
        "lone surrogate U+D800 at offset 1",
    ]


def test_surrogate_in_a_column_of_pandas(analyzer: tenor.Analyzer) -> None:
    # narwhals calls a column of objects that are all str a column of strings, and Arrow cannot hold this one.
    frame = pd.DataFrame({"text": ["One.", "a\ud800"]}, dtype=object)
    assert list(analyzer.analyze(frame).sentences["status"]) == ["ok", "lone surrogate U+D800 at offset 1"]


def test_arrow_string_that_is_not_utf8(analyzer: tenor.Analyzer) -> None:
    bad = pa.array([b"caf\xe9 noir", b"fine."]).cast(pa.binary()).view(pa.string())
    assert analyzer.analyze(pa.table({"text": bad})).sentences["status"].to_pylist() == [
        "not UTF-8: byte 0xe9 at byte 3 of the text",
        "ok",
    ]


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("a text", r"one text, not a list or a frame of them; use analyze\(\[text\]\) or document\(text\)"),
        (b"a text", "one text, not a list"),
        ({"text": ["a"]}, "texts is a dict"),
        (pl.LazyFrame({"text": ["a"]}), r"the frame is lazy; collect it first, as in frame.collect\(\)"),
    ],
)
def test_what_is_no_list_of_texts(analyzer: tenor.Analyzer, value: object, message: str) -> None:
    with pytest.raises(tenor.Error, match=message):
        analyzer.analyze(value)


def test_what_is_not_even_iterable(analyzer: tenor.Analyzer) -> None:
    with pytest.raises(TypeError, match="texts must be a list of texts or a frame of them, not int"):
        analyzer.analyze(3)


def test_spans_in_tables_are_lists(analyzer: tenor.Analyzer) -> None:
    kind = SCHEMA["quotes"].field("content").type
    assert kind.value_type == pa.struct({"start": pa.int64(), "end": pa.int64()})
