"""How the texts of one file are read: text, JSON Lines, CSV, Parquet, pages; a row at a time, never the whole file."""

import contextlib
import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import repeat
from typing import Any, BinaryIO

from tenor import pages
from tenor._core import Error
from tenor.document import Unreadable
from tenor.files import check_encoding, decode, open_raw, unzipped

__all__ = ["READERS", "Source", "columns_of", "lacks"]

#: A text (or why there is none), and what the column of the partition holds in its row.
Row = tuple[object, object]


@dataclass
class Source:
    """A file that is being read: what to read of it, from which row on, and how far one is."""

    path: str
    raw: BinaryIO
    column: str
    encoding: str
    group: str | None = None
    begin: int = 0
    size: int = 0
    #: Rows met so far, those before `begin` too.
    seen: int = 0
    #: Rows read of rows there are, where the place in the file does not say it.
    share: tuple[int, int] | None = None

    def at(self) -> int:
        """Return how many bytes have been read; 0 of a pipe."""
        if self.share:
            return self.size * self.share[0] // max(1, self.share[1])
        return self.raw.tell() if self.size and not self.raw.closed else 0


def _read_whole(source: Source) -> Iterator[Row]:
    if source.begin:
        return
    with unzipped(source.path, source.raw) as f:
        data = f.read()
    try:
        yield decode(data, source.encoding), None
    except Error as e:
        yield Unreadable(str(e)), None


def _read_jsonl(source: Source) -> Iterator[Row]:
    with unzipped(source.path, source.raw) as f:
        for number, line in enumerate(f, 1):
            if not line.strip():
                continue
            source.seen += 1
            if source.seen <= source.begin:
                continue
            try:
                found = json.loads(decode(line, source.encoding))
            except json.JSONDecodeError as e:
                yield Unreadable(f"line {number} is not JSON: {e.msg} at column {e.colno}"), None
            except Error as e:
                yield Unreadable(f"line {number}: {e}"), None
            except RecursionError:
                yield Unreadable(f"line {number} is nested too deeply"), None
            else:
                yield _fields(found, source, number)


def _fields(row: object, source: Source, line: int) -> Row:
    if not isinstance(row, dict):
        return Unreadable(f"line {line} is not a JSON object but {type(row).__name__}"), None
    group = row.get(source.group)
    if source.column not in row:
        return Unreadable(f"line {line} has no field {source.column!r}; it has {', '.join(map(repr, row))}"), group
    return row[source.column], group


@contextlib.contextmanager
def _csv(path: str, raw: BinaryIO, encoding: str) -> Iterator[Any]:
    # A byte that cannot be decoded is kept as a mark in its own row, and the rows around it are read.
    with unzipped(path, raw) as f:
        csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
        lines = io.TextIOWrapper(f, check_encoding(encoding), "surrogateescape", newline="")
        try:
            yield csv.DictReader(lines)
        finally:
            lines.detach()


def _read_csv(source: Source) -> Iterator[Row]:
    with _csv(source.path, source.raw, source.encoding) as reader:
        if source.column not in (reader.fieldnames or []):
            raise Error(f"{source.path} {lacks(source.column, reader.fieldnames or [])}: name one with --text")
        for row in reader:
            source.seen += 1
            if source.seen <= source.begin:
                continue
            value, group = row[source.column], row.get(source.group) or None
            bad = next((c for c in value or "" if "\udc80" <= c <= "\udcff"), None)
            if bad is None:
                yield value, group
                continue
            yield (
                Unreadable(
                    f"not {source.encoding}: byte 0x{ord(bad) - 0xDC00:02x} at offset {value.index(bad)} of the text "
                    f"(line {reader.line_num}); name the encoding of the file, as in --encoding latin-1"
                ),
                group,
            )


def _parquet(path: str, raw: BinaryIO) -> Any:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        # Buffered, so that a column of a row group is read page by page: it may be gigabytes.
        return pq.ParquetFile(
            path if path != "-" and raw.seekable() else pa.BufferReader(raw.read()),
            buffer_size=1 << 20,
            pre_buffer=False,
            page_checksum_verification=True,
        )
    except pa.ArrowInvalid as e:
        raise OSError(0, f"not a Parquet file: {e}") from None


def _read_parquet(source: Source) -> Iterator[Row]:
    import pyarrow as pa

    with _parquet(source.path, source.raw) as file:
        names = file.schema_arrow.names
        if source.column not in names:
            raise Error(f"{source.path} {lacks(source.column, names)}: name one with --text")
        wanted = [name for name in dict.fromkeys([source.column, source.group]) if name in names]
        row = 0
        for group in range(file.num_row_groups):
            end = row + file.metadata.row_group(group).num_rows
            try:
                for batch in file.iter_batches(1024, row_groups=[group], columns=wanted) if end > source.begin else ():
                    skip = min(len(batch), max(0, source.begin - row))
                    row += len(batch)
                    source.share = row, file.metadata.num_rows
                    yield from _rows(batch.slice(skip), source)
            except (OSError, pa.ArrowException) as e:
                # The rows that were not read have their place in the result, and the groups after are read.
                why = Unreadable(f"row group {group} cannot be read on: {e}")
                yield from ((why, None) for _ in range(max(row, source.begin), end))
            row = end


def _rows(batch: Any, source: Source) -> Iterator[Row]:
    from tenor.frames import strings

    texts = strings(batch.column(source.column), source.column)
    if source.group not in batch.schema.names:
        return zip(texts, repeat(None))
    return zip(texts, batch.column(source.group).to_pylist(), strict=True)


def _read_html(source: Source) -> Iterator[Row]:
    with unzipped(source.path, source.raw) as f:
        yield from zip(pages.read_page(f), repeat(None))


def _read_warc(source: Source) -> Iterator[Row]:
    with unzipped(source.path, source.raw) as f:
        yield from zip(pages.read_warc(f), repeat(None))


READERS: dict[str, Callable[[Source], Iterator[Row]]] = {
    "text": _read_whole,
    "jsonl": _read_jsonl,
    "csv": _read_csv,
    "parquet": _read_parquet,
    "html": _read_html,
    "warc": _read_warc,
}


def lacks(column: str, has: Iterable[str]) -> str:
    """Say that a file has no such column, and which it has."""
    return f"has no column {column!r}; it has {', '.join(map(repr, has))}"


def columns_of(path: str, kind: str, encoding: str) -> dict[str, str] | None:
    """Return the columns of a CSV or Parquet file and what they hold; None where a file has none or cannot be read."""
    try:
        with open_raw(path) as raw:
            if kind == "csv":
                with _csv(path, raw, encoding) as reader:
                    return dict.fromkeys(reader.fieldnames or [], "text")
            if kind == "parquet":
                from tenor.frames import holds_text

                with _parquet(path, raw) as file:
                    return {f.name: "text" if holds_text(f.type) else str(f.type) for f in file.schema_arrow}
    except (OSError, EOFError, csv.Error):
        return None  # said again, in the file's place, when its turn comes
    return None
