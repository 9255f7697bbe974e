"""The texts of a corpus in files, in order, in bounded memory, each with the place that it comes from."""

import csv
import hashlib
import io
import os
import stat
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, NamedTuple

from tenor._core import Error
from tenor.document import Unreadable
from tenor.files import open_raw, shape_of
from tenor.readers import READERS, Source, columns_of, lacks

__all__ = ["Corpus", "Item"]

# A receipt names at most this many digests: beyond it, one for several files together.
_DIGESTS = 1000


class Item(NamedTuple):
    """A text of a corpus, the file it comes from, and its row there (from 0)."""

    number: int  # of the file, from 0
    file: str
    row: int
    value: object  # str, a page, or why there is none
    group: object = None  # what the column of the partition holds


class Corpus:
    """Files, and how their texts are read.

    Parameters
    ----------
    files : iterable of str
        What :func:`tenor.files.find` gave; ``-`` is standard input.
    column : str
        Column or field of the texts.
    encoding : str
    kind : str, optional
        What the files hold, where their names do not say it.
    group : str, optional
        A second column to read, by which the result is to be parted.
    optional : bool
        Whether files may lack that one.
    html : bool
        Files that hold a text hold a page's HTML.

    Raises
    ------
    Error
        If a CSV or Parquet file has no such column, or one that holds no text: which, before anything is read.
    """

    def __init__(
        self,
        files: Iterable[str],
        column: str = "text",
        encoding: str = "utf-8",
        kind: str | None = None,
        group: str | None = None,
        optional: bool = True,
        html: bool = False,
    ) -> None:
        self.files = list(files)
        self._wanted = group if group and not optional else None
        self.column, self.encoding, self.kind, self.group, self.html = column, encoding, kind, group, html
        #: Whether it can be read twice: pipes and standard input cannot.
        self.repeatable = all(_is_regular(f) for f in self.files)
        #: Bytes of the files, None where a pipe is among them.
        self.size = sum(map(os.path.getsize, self.files)) if self.repeatable else None
        self._before, self._source = 0, None  # type: int, Source | None
        self._piped: dict[str, dict[str, Any]] = {}
        self._check()

    def _shape(self, file: str) -> str:
        return shape_of(file, self.kind, self.html)

    def _check(self) -> None:
        """Find a column that is missing before the work of hours, not in the middle of it."""
        first = ""
        for file in self.files:
            found = columns_of(file, self._shape(file), self.encoding) if _is_regular(file) else None
            if found is None:
                continue
            why = _misses(found, self.column)
            if why and first:
                raise Error(
                    f"the files differ: {first} has texts in column {self.column!r}, but {file} {why}; give only files "
                    "that are alike, or name a column that all have with --text"
                )
            if why:
                raise Error(f"{file} {why}: name one with --text")
            if self._wanted and self._wanted not in found:
                raise Error(f"{file} {lacks(self._wanted, found)}: name one with --partition")
            first = first or file

    @property
    def read(self) -> int:
        """How many bytes of the files have been read."""
        return self._before + (self._source.at() if self._source else 0)

    def stamps(self) -> list[tuple[int, int]]:
        """Return what changes when a file does: its size and its time."""
        return [(s.st_size, s.st_mtime_ns) for s in map(os.stat, self.files)] if self.repeatable else []

    def items(self, begin: tuple[int, int] = (0, 0)) -> Iterator[Item]:
        """Yield every text, in order. A row that has none says why in its place.

        Parameters
        ----------
        begin : (int, int)
            The file and the row in it to begin at.
        """
        self._before = sum(map(_size, self.files[: begin[0]]))
        for number, file in list(enumerate(self.files))[begin[0] :]:
            row = begin[1] if number == begin[0] else 0
            size = _size(file)
            with _raw(file) as raw:
                self._source = Source(file, raw, self.column, self.encoding, self.group, row, size)
                try:
                    for value, group in READERS[self._shape(file)](self._source):
                        yield Item(number, file, row, value, group)
                        row += 1
                except (OSError, EOFError, csv.Error) as e:
                    # The rows before are kept, the file's place is marked, and the other files are read. Who begins
                    # behind the mark has had it.
                    if self._source.seen >= self._source.begin:
                        why = getattr(e, "strerror", None) or e
                        yield Item(number, file, row, Unreadable(f"cannot read on: {why}"))
                if isinstance(raw, _Hashed):
                    self._piped[file] = raw.digest(file)
            self._source = None
            self._before += size

    def digests(self) -> list[dict[str, Any]]:
        """Return what each file held: its name, its bytes and their SHA-256, as ``sha256sum`` gives it.

        Of more than a thousand files several have one together: the SHA-256 of what ``sha256sum FILE...`` prints.
        Pipes are known when they have been read.
        """
        if not self.repeatable:
            return [self._piped.get(file) or _digest([file]) for file in self.files]
        each = -(-len(self.files) // _DIGESTS)
        return [_digest(self.files[i : i + each]) for i in range(0, len(self.files), each)]


def _misses(columns: dict[str, str], wanted: str) -> str:
    if wanted not in columns:
        return lacks(wanted, columns)
    return (
        "" if columns[wanted] == "text" else f"is of another kind: column {wanted!r} holds {columns[wanted]}, not text"
    )


def _is_regular(file: str) -> bool:
    return file != "-" and stat.S_ISREG(os.stat(file).st_mode)


def _size(file: str) -> int:
    return os.path.getsize(file) if _is_regular(file) else 0


def _raw(file: str) -> BinaryIO:
    return open_raw(file) if _is_regular(file) else _Hashed(open_raw(file))


class _Hashed(io.BufferedReader):
    """A pipe that is read once, and hashed as it is."""

    def __init__(self, raw: BinaryIO) -> None:
        self._hash = _Hashing(raw)
        super().__init__(self._hash, 1 << 16)

    def digest(self, file: str) -> dict[str, Any]:
        while self.read(1 << 20):
            pass
        return {"file": file, "bytes": self._hash.bytes, "sha256": self._hash.sha256.hexdigest()}


class _Hashing(io.RawIOBase):
    def __init__(self, raw: BinaryIO) -> None:
        self._raw, self.sha256, self.bytes = raw, hashlib.sha256(), 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        count: int = self._raw.readinto1(buffer)  # type: ignore[attr-defined]
        self.sha256.update(memoryview(buffer)[:count])
        self.bytes += count
        return count

    def close(self) -> None:
        self._raw.close()
        super().close()


def _digest(files: list[str]) -> dict[str, Any]:
    lines, size = [], 0
    for file in files:
        with open(file, "rb") as f:
            lines.append(f"{hashlib.file_digest(f, 'sha256').hexdigest()}  {file}\n")
            size += f.tell()
    if len(files) == 1:
        return {"file": files[0], "bytes": size, "sha256": lines[0].split(" ")[0]}
    digest = hashlib.sha256("".join(lines).encode()).hexdigest()
    return {"file": files[0], "to": files[-1], "files": len(files), "bytes": size, "sha256": digest}
