"""The formats of the tables: Parquet, JSON Lines, CSV; the same rows give the same bytes."""

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from tenor._core import Error

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["SUFFIXES", "Sink", "articles_as_lines", "sink", "suffix_of"]

SUFFIXES = (".parquet", ".jsonl.gz", ".jsonl", ".csv")


class Sink(Protocol):
    """A file that is being written."""

    def write_table(self, rows: "pa.Table") -> None:
        """Append rows."""

    def close(self) -> None:
        """Write what ends the file."""


def suffix_of(name: str) -> str:
    """Return the suffix that says a result's format.

    Raises
    ------
    Error
        If it is none of those known.
    """
    for suffix in SUFFIXES:
        if name.endswith(suffix):
            return suffix
    raise Error(f"cannot tell the format of {name!r}; end it in .parquet, .jsonl, .jsonl.gz or .csv")


def sink(path: Path, suffix: str, schema: "pa.Schema", note: str) -> Sink:
    """Open a file for rows of that schema; Parquet carries the note in its footer, under the key ``tenor``."""
    if suffix == ".parquet":
        import pyarrow.parquet as pq

        writer = pq.ParquetWriter(path, schema, compression="zstd")
        writer.add_key_value_metadata({"tenor": note})
        return writer  # type: ignore[no-any-return]
    if suffix == ".csv":
        import pyarrow.csv

        return _Csv(pyarrow.csv.CSVWriter(path, _flat(schema.empty_table()).schema))
    return _Lines(path, suffix == ".jsonl.gz")


class _Csv:
    def __init__(self, writer: Any) -> None:
        self._writer, self.close = writer, writer.close

    def write_table(self, rows: "pa.Table") -> None:
        for piece in _pieces(rows):
            self._writer.write_table(_flat(piece))


class _Lines:
    def __init__(self, path: Path, zipped: bool) -> None:
        self._file = open(path, "wb")  # noqa: SIM115
        # Neither name nor time in the header: they would make two runs differ.
        self._zip = gzip.GzipFile("", "wb", 6, self._file, mtime=0) if zipped else None

    def write_table(self, rows: "pa.Table") -> None:
        for piece in _pieces(rows):
            (self._zip or self._file).write("".join(_lines(piece.to_pylist())).encode())

    def close(self) -> None:
        try:
            if self._zip:
                self._zip.close()
        finally:
            self._file.close()


def _pieces(rows: "pa.Table") -> "Iterator[pa.Table]":
    """Cut rows small: as objects of Python they take many times the memory."""
    return (rows.slice(begin, 4096) for begin in range(0, len(rows), 4096))


def _flat(table: "pa.Table") -> "pa.Table":
    """Write lists of spans as CSV can hold them: ``start:end`` with blanks between."""
    import pyarrow as pa

    for i, field in enumerate(table.schema):
        if pa.types.is_large_list(field.type):
            cells = [" ".join(f"{s['start']}:{s['end']}" for s in spans) for spans in table[i].to_pylist()]
            table = table.set_column(i, field.name, pa.array(cells, pa.large_string()))
    return table


def _lines(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    return (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def articles_as_lines(tables: "dict[str, pa.Table]") -> bytes:
    """Write a batch as JSON Lines: one article a line, with its rows of the other tables in it."""
    others = [name for name in tables if name != "articles"]
    articles = {row["article"]: row | {name: [] for name in others} for row in tables["articles"].to_pylist()}
    for name in others:
        for row in tables[name].to_pylist():
            articles[row.pop("article")][name].append(row)
    return "".join(_lines(articles.values())).encode()
