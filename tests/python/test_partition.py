"""A result parted by a column: every row is in its folder, and readers of Parquet find the column again."""

import json
from pathlib import Path

import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from command import TABLES, run, said, write
from hypothesis import given
from hypothesis import strategies as st

import tenor
from tenor.corpus import Item
from tenor.frames import SCHEMA
from tenor.partition import NO_PART, Partition, cut

OUTLETS = ["Ledger", "Nord/Süd & Co.", "Ledger", None, "", "a=b", "Ledger"]
TEXTS = [f"Mayor Ode called plan {i} reckless. It rained." for i in range(len(OUTLETS))]


@pytest.fixture
def parted(here: Path) -> Path:
    rows = [{"text": text, "source": outlet} for text, outlet in zip(TEXTS, OUTLETS, strict=True)]
    write(here / "in.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    (here / "out").mkdir()
    done = run("analyze", "in.jsonl", "-o", "out", "--partition", "outlet=source")
    assert done.returncode == 0
    assert said(done) == "tenor: 2 of 7 texts have no 'outlet=source': they are in a folder of their own\n"
    assert run("analyze", "in.jsonl", "-o", "whole.parquet").returncode == 0
    return here / "out"


def test_every_row_is_in_its_folder(parted: Path) -> None:
    assert sorted(p.name for p in (parted / "sentences").iterdir()) == [
        "outlet=Ledger",
        "outlet=Nord%2FS%C3%BCd%20%26%20Co.",
        f"outlet={NO_PART}",
        "outlet=a%3Db",
    ]
    for table in TABLES:
        whole = pq.read_table(f"whole.{table}.parquet")
        rows = pq.read_table(parted / table).to_pylist()
        assert {row["article"]: row["outlet"] for row in rows} == {
            row["article"]: OUTLETS[row["article"]] or None for row in whole.to_pylist()
        }
        names = [name for name in whole.column_names if name != "outlet"]
        again = pq.read_table(parted / table).select(names).sort_by("article")
        assert again.to_pylist() == whole.select(names).to_pylist()


def test_other_readers_find_the_column(parted: Path) -> None:
    found = pd.read_parquet(parted / "articles", filters=[("outlet", "=", "Ledger")])
    assert sorted(found["article"]) == [0, 2, 6]
    frame = pl.scan_parquet(str(parted / "articles" / "**" / "*.parquet"), hive_partitioning=True)
    assert frame.filter(pl.col("outlet") == "a=b").collect()["article"].to_list() == [5]


def test_what_the_article_says_itself(here: Path) -> None:
    text = "River talks end\n\nNorthern Ledger\n12 March 2026\n\n" + "The river talks ended on Thursday. " * 9
    write(here / "in.jsonl", json.dumps({"text": text}) + "\n" + json.dumps({"text": text, "date": "1999-01-01"}))
    date = tenor.clean(text).date
    assert date
    assert run("analyze", "in.jsonl", "-o", ".", "--partition", "date").returncode == 0
    assert sorted(p.name for p in Path("articles").iterdir()) == ["date=1999-01-01", f"date={date}"]
    assert "date" not in pq.ParquetFile(f"articles/date={date}/part-0.parquet").schema_arrow.names


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-o", "o.parquet", "--partition", "side"], "--partition writes folders; name an existing folder with --out"),
        (["-o", "-", "--partition", "side"], "--partition writes folders; name an existing folder with --out, not '-'"),
        (["-o", ".", "--partition", "source"], "the result has a column 'source' of its own; give the parts another"),
        (["-o", ".", "--partition", "side"], "in.jsonl, row 0: 'side' is too long for the name of a folder: 'xxxx"),
    ],
)
def test_parts_that_cannot_be(here: Path, arguments: list[str], message: str) -> None:
    write(here / "in.jsonl", json.dumps({"text": "One.", "side": "x" * 300}))
    done = run("analyze", "in.jsonl", *arguments)
    assert done.returncode == 2
    assert message in said(done)
    assert [p.name for p in here.iterdir()] == ["in.jsonl"]


def test_column_that_is_not_there(here: Path) -> None:
    pq.write_table(pa.table({"text": ["One."], "side": ["a"]}), "in.parquet")
    done = run("analyze", "in.parquet", "-o", ".", "--partition", "outlets")
    assert done.returncode == 2
    assert "in.parquet has no column 'outlets'; it has 'text', 'side': name one with --partition" in said(done)
    assert run("analyze", "in.parquet", "-o", ".", "--partition", "outlet").returncode == 0


def test_names() -> None:
    assert Partition.parse("outlet") == Partition("outlet", "outlet")
    assert Partition.parse("outlet=source") == Partition("outlet", "source")
    articles = SCHEMA["articles"].empty_table()
    item = Item(0, "a", 0, "text", 3.5)
    assert Partition("side", "x").parts([item], articles) == ["side=3.5"]


@given(st.lists(st.tuples(st.sampled_from("xyz"), st.integers(0, 3)), max_size=20), st.integers(0, 1000))
def test_cut_is_a_stable_sort(articles: list[tuple[str, int]], first: int) -> None:
    """Against the plain definition: for each part, in the order in which they come, its articles' rows in order."""
    numbers = [first + i for i, (_, rows) in enumerate(articles) for _ in range(rows)]
    table = pa.table({"article": pa.array(numbers, pa.int64()), "row": range(len(numbers))})
    parts = [part for part, _ in articles]
    found = [(part, rows["row"].to_pylist()) for part, rows in cut(table, parts, first)]
    wanted = {part: [i for i, n in enumerate(numbers) if parts[n - first] == part] for part in parts}
    assert found == ([(part, rows) for part, rows in wanted.items() if rows] if parts else [("", [])] * 0)
