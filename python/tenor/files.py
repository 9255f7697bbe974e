"""Corpora in files: what `tenor analyze` reads and writes.

Offsets are code points of a file's text as it is stored: line ends are not translated; a byte order mark is left out.
"""

import codecs
import contextlib
import csv
import gzip
import json
import os
import signal
import sys
import threading
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from tenor._core import Error
from tenor.document import Unreadable

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Item", "Writer", "find", "items", "read_targets", "read_text"]

_SUFFIXES = {".txt": "text", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".parquet": "parquet"}
_TABLES = ("sentences", "quotes", "stances", "articles")


class Item(NamedTuple):
    """A text of a corpus, the file it comes from, and its row there (from 0)."""

    file: str
    row: int
    value: object  # str, or why there is none


def kind_of(path: Path) -> str | None:
    """Return what a file holds, by its name, ``.gz`` aside; None for a suffix that says nothing."""
    name = path.with_suffix("") if path.suffix == ".gz" else path
    return _SUFFIXES.get(name.suffix.lower())


def find(paths: Iterable[str]) -> list[str]:
    """Return the files that are meant: those given, and in each folder all with a known suffix, in order of name.

    Raises
    ------
    Error
        If a file or folder is missing or may not be read, or a folder holds nothing to read.
    """
    found: list[str] = []
    for path in paths:
        if path == "-":
            found.append(path)
        elif os.path.isdir(path):
            inside = [str(p) for p in _walk(path) if kind_of(p)]
            if not inside:
                raise Error(f"folder {path} holds no file to read; wanted: {', '.join(_SUFFIXES)} (or these with .gz)")
            found += inside
        else:
            try:
                open(path, "rb").close()
            except OSError as e:
                raise Error(f"cannot read {path}: {e.strerror}") from None
            found.append(path)
    return found


def _walk(folder: str) -> Iterator[Path]:
    def refuse(e: OSError) -> None:
        raise Error(f"cannot read folder {e.filename}: {e.strerror}") from None

    for where, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        yield from (Path(where, name) for name in sorted(names) if not name.startswith("."))


def check_encoding(encoding: str) -> str:
    """Return the codec's name; for UTF-8 the one that leaves a byte order mark out."""
    try:
        name = codecs.lookup(encoding).name
    except LookupError:
        raise Error(f"there is no encoding {encoding!r}; try utf-8, latin-1, windows-1252 or utf-16") from None
    return "utf-8-sig" if name == "utf-8" else name


def decode(data: bytes, encoding: str) -> str:
    """Decode bytes, or raise an Error that names the first bad byte and its place."""
    try:
        return data.decode(check_encoding(encoding))
    except UnicodeDecodeError as e:
        line = e.object.count(b"\n", 0, e.start) + 1
        raise Error(
            f"not {encoding}: byte 0x{e.object[e.start]:02x} at byte {e.start} (line {line}); "
            "name the encoding of the file, as in --encoding latin-1"
        ) from None


def read_text(path: str, encoding: str = "utf-8") -> str:
    """Read one article from a file, or from standard input for ``-``.

    Raises
    ------
    Error
        If the file cannot be read, or is not in that encoding.
    """
    try:
        with _open(path) as f:
            return decode(f.read(), encoding)
    except (OSError, EOFError) as e:
        raise Error(f"cannot read {path}: {getattr(e, 'strerror', None) or e}") from None
    except Error as e:
        raise Error(f"{path}: {e}") from None


def _open(path: str) -> IO[bytes]:
    if path == "-":
        return open(sys.stdin.fileno(), "rb", closefd=False)
    return gzip.open(path, "rb") if path.endswith(".gz") else open(path, "rb")  # type: ignore[return-value]


def items(files: Iterable[str], column: str, encoding: str, kind: str | None = None) -> Iterator[Item]:
    """Yield every text of the files, in order. A row that has none says why in its place.

    Raises
    ------
    Error
        If a Parquet or CSV file has no such column.
    """
    for file in files:
        shape = kind or (kind_of(Path(file)) or "text")
        row = 0
        try:
            for value in _READERS[shape](file, column, encoding):
                yield Item(file, row, value)
                row += 1
        except (OSError, EOFError, csv.Error) as e:
            # The rows before are kept, the file's place is marked, and the other files are read.
            yield Item(file, row, Unreadable(f"cannot read on: {getattr(e, 'strerror', None) or e}"))


def _read_whole(path: str, column: str, encoding: str) -> Iterator[object]:
    with _open(path) as f:
        data = f.read()
    try:
        yield decode(data, encoding)
    except Error as e:
        yield Unreadable(str(e))


def _read_jsonl(path: str, column: str, encoding: str) -> Iterator[object]:
    with _open(path) as f:
        for number, line in enumerate(f, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(decode(line, encoding))
            except json.JSONDecodeError as e:
                yield Unreadable(f"line {number} is not JSON: {e.msg} at column {e.colno}")
            except Error as e:
                yield Unreadable(f"line {number}: {e}")
            except RecursionError:
                yield Unreadable(f"line {number} is nested too deeply")
            else:
                yield _field(row, column, number)


def _field(row: object, column: str, line: int) -> object:
    if not isinstance(row, dict):
        return Unreadable(f"line {line} is not a JSON object but {type(row).__name__}")
    if column not in row:
        return Unreadable(f"line {line} has no field {column!r}; it has {', '.join(map(repr, row))}")
    return row[column]


def _read_csv(path: str, column: str, encoding: str) -> Iterator[object]:
    import io

    # A byte that cannot be decoded is kept as a mark in its own row, and the rows around it are read.
    with _open(path) as f, io.TextIOWrapper(f, check_encoding(encoding), "surrogateescape", newline="") as lines:
        csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
        reader = csv.DictReader(lines)
        names = list(reader.fieldnames or [])
        if column not in names:
            raise Error(_no_column(path, column, names))
        for row in reader:
            value = row[column]
            bad = next((c for c in value or "" if "\udc80" <= c <= "\udcff"), None)
            if bad is None:
                yield value
            else:
                yield Unreadable(
                    f"not {encoding}: byte 0x{ord(bad) - 0xDC00:02x} at offset {value.index(bad)} of the text "
                    f"(line {reader.line_num}); name the encoding of the file, as in --encoding latin-1"
                )


def _read_parquet(path: str, column: str, encoding: str) -> Iterator[object]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    from tenor.frames import strings

    try:
        file = pq.ParquetFile(pa.BufferReader(_open("-").read()) if path == "-" else path)
    except pa.ArrowInvalid as e:
        raise OSError(0, f"not a Parquet file: {e}") from None
    with file:
        if column not in file.schema_arrow.names:
            raise Error(_no_column(path, column, file.schema_arrow.names))
        for batch in file.iter_batches(batch_size=1024, columns=[column]):
            yield from strings(batch.column(0), column)


_READERS = {"text": _read_whole, "jsonl": _read_jsonl, "csv": _read_csv, "parquet": _read_parquet}


def _no_column(path: str, column: str, has: list[str]) -> str:
    return f"{path} has no column {column!r}; it has {', '.join(map(repr, has))}: name one with --text"


def read_targets(path: str) -> dict[str, list[str]]:
    """Read targets from TOML: a line for each, its name and its aliases, as in ``"peace plan" = ["US plan"]``.

    Raises
    ------
    Error
        If the file cannot be read, is not TOML, or a value is not a list of strings.
    """
    try:
        data = tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as e:
        raise Error(f"{path} is not TOML: {e}") from None
    for name, aliases in data.items():
        if not isinstance(aliases, list) or not all(isinstance(a, str) for a in aliases):
            raise Error(f'{path}: target {name!r} wants a list of strings, as in {json.dumps(name)} = ["an alias"]')
    if not data:
        raise Error(f'{path} names no target; write lines such as "peace plan" = ["US plan", "peace proposal"]')
    return data


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Put Ctrl-C off until the end of the block, so that what it writes is whole."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard: list[Any] = []
    before = signal.signal(signal.SIGINT, lambda *arguments: heard.append(arguments))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if heard and callable(before):
            before(*heard[0])


class Writer:
    """Writes the four tables; as files they appear all together at the end, or not at all.

    `out` is a folder (``sentences.parquet`` and so on are written in it); or a name such as ``news.csv``, which stands
    for ``news.sentences.csv``, ``news.quotes.csv``, ``news.stances.csv`` and ``news.articles.csv``; or ``-``: JSON
    Lines on standard output, one article a line with its rows of the other tables in it, each line whole.

    Raises
    ------
    Error
        If the folder does not exist, or the suffix is none of .parquet, .jsonl, .jsonl.gz and .csv.
    """

    def __init__(self, out: str) -> None:
        self.paths: dict[str, Path] = {}
        self._open: dict[str, Any] = {}
        if out == "-":
            return
        path = Path(out)
        stem, suffix = "", ".parquet"
        folder = path if path.is_dir() or out.endswith(("/", os.sep)) else path.parent
        if not folder.is_dir():
            raise Error(f"there is no folder {folder}; make it first: mkdir -p {folder}")
        if folder != path:
            suffix = next((s for s in (".parquet", ".jsonl.gz", ".jsonl", ".csv") if path.name.endswith(s)), "")
            if not suffix:
                raise Error(f"cannot tell the format of {out!r}; end it in .parquet, .jsonl, .jsonl.gz or .csv")
            stem = path.name.removesuffix(suffix) + "."
        self.paths = {table: folder / f"{stem}{table}{suffix}" for table in _TABLES}
        self._hidden = {t: p.with_name(f".{p.name}.{os.getpid()}.partial") for t, p in self.paths.items()}
        self._suffix = suffix

    def write(self, tables: "dict[str, pa.Table]") -> None:
        """Append the rows of a batch."""
        if not self.paths:
            with _undisturbed():
                rest = memoryview(b"".join(_whole_articles(tables)))
                while rest:
                    rest = rest[os.write(sys.stdout.fileno(), rest) :]
            return
        for name, table in tables.items():
            rows = _flat(table) if self._suffix == ".csv" else table
            if name not in self._open:
                self._open[name] = _sink(self._hidden[name], self._suffix, rows.schema)
            if self._suffix in (".csv", ".parquet"):
                self._open[name].write_table(rows)
            else:
                self._open[name].writelines(_lines(rows.to_pylist()))

    def __enter__(self) -> "Writer":
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if not self.paths:
            return
        try:
            for file in self._open.values():
                # After an error the files are thrown away: that they do not close well either is no news.
                with contextlib.suppress(Exception) if kind else contextlib.nullcontext():
                    file.close()
            if not kind:
                with _undisturbed():
                    for name in self._open:
                        os.replace(self._hidden[name], self.paths[name])
        finally:
            for path in self._hidden.values():
                path.unlink(missing_ok=True)


def _sink(path: Path, suffix: str, schema: "pa.Schema") -> Any:
    if suffix == ".parquet":
        import pyarrow.parquet as pq

        return pq.ParquetWriter(path, schema, compression="zstd")
    if suffix == ".csv":
        import pyarrow.csv

        return pyarrow.csv.CSVWriter(path, schema)
    return gzip.open(path, "wt", encoding="utf-8") if suffix == ".jsonl.gz" else open(path, "w", encoding="utf-8")


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


def _whole_articles(tables: "dict[str, pa.Table]") -> Iterator[bytes]:
    articles = {row["article"]: row | {name: [] for name in _TABLES[:3]} for row in tables["articles"].to_pylist()}
    for name in _TABLES[:3]:
        for row in tables[name].to_pylist():
            articles[row.pop("article")][name].append(row)
    return (line.encode() for line in _lines(articles.values()))
