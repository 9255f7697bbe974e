"""Results read back, in bounded memory: row by row, or article by article."""

import csv
import gzip
import heapq
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from tenor._core import Error
from tenor.output import Output

__all__ = ["Read", "articles_of", "rows_of"]

#: The columns that are read.
_WANTED = {
    "articles": ["article", "file", "row", "status"],
    "sentences": ["article", "sentence", "section", "text", "sentiment", "status"],
    "quotes": ["article", "sentence", "holder", "kind", "depth"],
    "stances": ["article", "sentence", "holder", "target", "stance", "unfavourable", "neutral", "favourable"],
}
_NUMBERS = {"article": int, "row": int, "sentence": int, "stance": int, "depth": int} | dict.fromkeys(
    ["sentiment", "unfavourable", "neutral", "favourable"], float
)


@dataclass
class Read:
    """An article of a result: the file and row that it comes from, its sentences, and what was found in each."""

    key: tuple[str, int]
    sentences: list[dict[str, Any]]
    #: Of each sentence.
    quotes: dict[int, list[dict[str, Any]]]
    stances: dict[int, list[dict[str, Any]]]


def rows_of(output: Output, table: str) -> Iterator[dict[str, Any]]:
    """Read the rows of a table in the order of the articles, in bounded memory.

    Raises
    ------
    Error
        If a file is not what `tenor analyze` wrote.
    """
    try:
        yield from _rows(output, table)
    except (ValueError, KeyError, csv.Error) as e:  # pyarrow's own are ValueErrors too
        raise Error(f"cannot read {output.paths[table]}: {type(e).__name__}: {e}") from None


def _rows(output: Output, table: str) -> Iterator[dict[str, Any]]:
    path = output.paths[table]
    if output.partition:
        parts = [_parquet(p, table) for p in sorted(path.rglob("*.parquet"))]
        return heapq.merge(*parts, key=lambda row: row["article"])
    if output.suffix == ".parquet":
        return _parquet(path, table)
    return _csv(path, table) if output.suffix == ".csv" else _lines(path, table)


def _parquet(path: Path, table: str) -> Iterator[dict[str, Any]]:
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(4096, columns=_WANTED[table]):
            yield from batch.to_pylist()


def _lines(path: Path, table: str) -> Iterator[dict[str, Any]]:
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as f:
        for row in map(json.loads, f):
            yield {name: row[name] for name in _WANTED[table]}


def _csv(path: Path, table: str) -> Iterator[dict[str, Any]]:
    with open(path, encoding="utf-8", newline="") as f:
        for row in csv.DictReader(f):
            yield {n: _NUMBERS[n](row[n]) if row[n] and n in _NUMBERS else _text(n, row[n]) for n in _WANTED[table]}


def _text(name: str, value: str) -> str | None:
    return None if name in _NUMBERS else value


def articles_of(output: Output) -> Iterator[Read]:
    """Read article by article."""
    others = ("sentences", "quotes", "stances")
    groups = {name: groupby(rows_of(output, name), lambda row: row["article"]) for name in others}
    ahead = {name: next(group, None) for name, group in groups.items()}

    def rows(name: str, article: int) -> list[dict[str, Any]]:
        group = ahead[name]
        if group is None or group[0] != article:
            return []
        found = list(group[1])
        ahead[name] = next(groups[name], None)
        return found

    for row in rows_of(output, "articles"):
        sentences, *found = (rows(name, row["article"]) for name in others)
        yield Read((row["file"], row["row"]), sentences, *map(_by_sentence, found))


def _by_sentence(rows: list[dict[str, Any]]) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row.pop("sentence"), []).append(row)
        del row["article"]  # numbers of articles may differ where texts do not
    return found
