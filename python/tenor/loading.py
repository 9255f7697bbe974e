"""Results of `tenor analyze` as an :class:`~tenor.Analysis`, and what their input files say of the articles."""

import csv
import gzip
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tenor._core import Error
from tenor.files import kind_of
from tenor.frames import SCHEMA
from tenor.output import TABLES, Output
from tenor.pipeline import Analysis

__all__ = ["described", "load", "texts"]


def load(out: str | os.PathLike[str]) -> Analysis:
    """Read the tables of a result, Parquet or JSON Lines, by the name it was written to.

    Raises
    ------
    Error
        If there is no such result, or it is CSV.
    """
    output = Output.there(os.fspath(out))
    if output.suffix == ".csv":
        raise Error(f"{out} is CSV, which keeps no lists; analyse with -o NAME.parquet to go on from a result")
    tables = {}
    for name in TABLES:
        table = _parquet(output.paths[name]) if output.suffix == ".parquet" else _lines(output.paths[name], name)
        order = [(key, "ascending") for key in ("article", "sentence") if key in table.column_names]
        tables[name] = table.sort_by(order) if output.partition else table
    return Analysis(**tables)


def texts(analysis: Analysis) -> list[str]:
    """Return what was read of each article, its sentences one after another."""
    found: list[list[str]] = [[] for _ in range(len(analysis.articles))]
    table = analysis.sentences.select(["article", "text"])
    for article, text in zip(table["article"].to_pylist(), table["text"].to_pylist(), strict=True):
        found[article].append(text)
    return [" ".join(sentences) for sentences in found]


def _parquet(path: Path) -> pa.Table:
    try:
        return pq.read_table(path)
    except pa.ArrowInvalid as e:
        raise Error(f"{path} cannot be read as Parquet: {e}") from None


def _lines(path: Path, name: str) -> pa.Table:
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as f:
        rows = [json.loads(line) for line in f]
    extra = [(key, pa.large_string() if key == "file" else pa.int64()) for key in ("file", "row") if name == "articles"]
    schema = pa.schema([*SCHEMA[name], *extra])
    return pa.Table.from_pylist(rows, schema=schema)


def described(articles: pa.Table, files: Iterable[str]) -> pa.Table:
    """Add the columns of the input files to a result's table of articles, whose own columns they replace.

    Parameters
    ----------
    articles : pa.Table
        With the columns file and row.
    files : iterable of str
        JSON Lines, CSV or Parquet that was analysed.

    Raises
    ------
    Error
        If a file is none of these, has fewer rows than were analysed, or is not one of the result's.
    """
    places: dict[str, dict[int, int]] = {}
    for number, (file, row) in enumerate(zip(articles["file"].to_pylist(), articles["row"].to_pylist(), strict=True)):
        places.setdefault(os.path.basename(file), {})[row] = number
    found: dict[str, list[Any]] = {}
    for file in files:
        wanted = places.get(os.path.basename(file))
        if wanted is None:
            raise Error(f"the result is not of {file}; it is of {', '.join(list(places)[:5])}")
        last = -1
        for last, values in enumerate(_rows(file)):
            if last in wanted:
                for key, value in values.items():
                    found.setdefault(key, [None] * articles.num_rows)[wanted[last]] = value
        if last < max(wanted):
            raise Error(f"{file} has {last + 1} rows, and the result has row {max(wanted)} of it; give the same file")
    for name, column in found.items():
        if name in ("article", "file", "row", "status"):
            continue
        array = pa.array([v if v is None or isinstance(v, str) else _plain(v) for v in column])
        if name in articles.column_names:
            articles = articles.drop_columns([name])
        articles = articles.append_column(name, array)
    return articles


def _plain(value: Any) -> str:
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _rows(file: str) -> Iterator[dict[str, Any]]:
    """Yield the columns of each row but for long texts, which nobody groups by."""
    kind = kind_of(Path(file))
    if kind == "parquet":
        with pq.ParquetFile(file) as f:
            for batch in f.iter_batches(1024):
                yield from map(_short, batch.to_pylist())
    elif kind in ("jsonl", "csv"):
        with (gzip.open if file.endswith(".gz") else open)(file, "rt", encoding="utf-8-sig", newline="") as f:
            lines = csv.DictReader(f) if kind == "csv" else (json.loads(line) for line in f if line.strip())
            yield from map(_short, lines)
    else:
        raise Error(f"{file} has no columns; give the JSON Lines, CSV or Parquet that was analysed")


def _short(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if not isinstance(value, str) or len(value) <= 500}
