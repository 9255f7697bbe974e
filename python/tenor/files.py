"""Files: which are meant, what they hold by name, how their bytes are opened and decoded.

Offsets are code points of a file's text as it is stored: line ends are not translated; a byte order mark is left out.
"""

import codecs
import contextlib
import gzip
import json
import os
import sys
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import BinaryIO

from tenor._core import Error

__all__ = [
    "check_encoding",
    "decode",
    "find",
    "kind_of",
    "open_raw",
    "read_targets",
    "read_text",
    "shape_of",
    "unzipped",
]

_SUFFIXES = {".txt": "text", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".parquet": "parquet"}
_PAGES = {".html": "html", ".htm": "html", ".xhtml": "html", ".warc": "warc"}


def kind_of(path: Path) -> str | None:
    """Return what a file holds, by its name, ``.gz`` aside; None for a suffix that says nothing."""
    name = path.with_suffix("") if path.suffix == ".gz" else path
    return (_SUFFIXES | _PAGES).get(name.suffix.lower())


def shape_of(file: str, kind: str | None = None, html: bool = False) -> str:
    """Return how a file is read: as `kind`, or as its name says, or as text; as a page where texts are `html`."""
    shape = kind or kind_of(Path(file)) or "text"
    return "html" if html and shape == "text" else shape


def find(paths: Iterable[str], html: bool = False) -> list[str]:
    """Return the files that are meant: those given, and in each folder all with a known suffix, in order of name.

    Pages and web archives are among them where `html` is wanted.

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
            wanted = _SUFFIXES | _PAGES if html else _SUFFIXES
            inside = [str(p) for p in _walk(path) if kind_of(p) in wanted.values()]
            if not inside:
                raise Error(f"folder {path} holds no file to read; wanted: {', '.join(wanted)} (or these with .gz)")
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
        with open_raw(path) as raw, unzipped(path, raw) as f:
            return decode(f.read(), encoding)
    except (OSError, EOFError) as e:
        raise Error(f"cannot read {path}: {getattr(e, 'strerror', None) or e}") from None
    except Error as e:
        raise Error(f"{path}: {e}") from None


def open_raw(path: str) -> BinaryIO:
    """Open a file's bytes as they lie there; ``-`` is standard input."""
    return open(sys.stdin.fileno(), "rb", closefd=False) if path == "-" else open(path, "rb")


def unzipped(path: str, raw: BinaryIO) -> AbstractContextManager[BinaryIO]:
    """Read `raw` without the compression that the name of its file speaks of; its end leaves `raw` open."""
    if path.endswith(".gz"):
        return gzip.GzipFile(fileobj=raw, mode="rb")  # type: ignore[return-value]
    return contextlib.nullcontext(raw)


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
