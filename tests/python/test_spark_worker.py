"""What runs in Spark's workers, without Spark."""

import pickle

import pyarrow as pa
import pytest

import tenor
from tenor.frames import SCHEMA
from tenor.spark_worker import NARROW, analyzed, counted, loaded, made

TEXTS = ["Marsh said the deal was fair. It rained.", None, "", "Reik called the deal reckless.", "\xa0", "Berg left."]


def batches(size: int) -> list[pa.RecordBatch]:
    """Return what Spark hands over: article, text, and what is carried along."""
    numbers = pa.array(range(100, 100 + len(TEXTS)), pa.int64())
    table = pa.table({"0": numbers, "1": pa.array(TEXTS, pa.string()), "2": pa.array("abcdef")})
    return table.to_batches(max_chunksize=size)


@pytest.mark.parametrize("size", [1, 4, 6])
@pytest.mark.parametrize("name", ["sentences", "quotes", "stances"])
def test_rows_are_those_of_analyze(name: str, size: int) -> None:
    analyzer = tenor.Analyzer(["deal"])
    found = pa.Table.from_batches(analyzed(analyzer, batches(size), ["a.b"], 1))
    assert found.column_names == ["article", "a.b", *SCHEMA]
    assert found["article"].to_pylist() == [100, 101, 102, 103, 104, 105]
    assert found["a.b"].to_pylist() == list("abcdef")
    alone = getattr(analyzer.analyze(TEXTS), name).to_pylist()
    assert alone
    rows = [{"article": i, **row} for i, of in enumerate(found[name].to_pylist()) for row in of]
    assert rows == alone


def test_articles_are_one_struct_each() -> None:
    found = pa.Table.from_batches(analyzed(tenor.Analyzer(stance=None), batches(6), ["c"], 1))["articles"].to_pylist()
    assert [row["status"][:5] for row in found] == ["ok", "missi", "empty", "ok", "empty", "ok"]


def test_types_are_those_that_spark_reads() -> None:
    """Every type of a table's column has its narrow one, so that a new column cannot fail on a cluster alone."""
    assert {field.type for schema in SCHEMA.values() for field in schema} == set(NARROW)
    wide = (pa.types.is_large_string, pa.types.is_large_list)
    assert not any(test(kind) for kind in NARROW.values() for test in wide)


def test_counts_say_how_many_texts_there_were() -> None:
    texts = pa.table({"text": pa.array(["a deal a deal", None, "", "no deal"], pa.string())})
    rows = pa.Table.from_batches(counted(tenor.TfidfVectorizer(), texts.to_batches())).to_pylist()
    assert rows == [
        {"term": "deal", "df": 2, "tf": 3},
        {"term": "no", "df": 1, "tf": 1},
        {"term": None, "df": 3, "tf": 1},
    ]


def test_made_once_and_by_the_same_tenor_only() -> None:
    stored = pickle.dumps(["an analyzer"])
    assert loaded(stored, made()) is loaded(stored, made())
    other = tuple({**dict(made()), "version of icu": "12.3"}.items())
    with pytest.raises(tenor.Error, match=r"another tenor: version of icu is 12\.3 on the driver and .* here"):
        loaded(stored, other)
