"""What a run has finished so far, on disk, so that a killed one goes on from there.

Two files: the rows of each batch, appended as Arrow messages, and a journal with a line for each batch that is whole.
A batch counts when its line in the journal is: what a kill, a power cut or a full disk cut short comes after the last
whole line, and is cut off before the run goes on.
"""

import fcntl
import json
import os
import shutil
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tenor._core import Error
from tenor.undisturbed import undisturbed

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Spool"]


class Spool:
    """Batches of rows of several tables, in a folder of their own.

    Parameters
    ----------
    folder : path
        Made if it is not there; its parent must be.
    head : dict
        What the run is: only one with the same head goes on.
    differ : callable
        Says in words how the head found differs from the one wanted.
    keep : bool
        Whether an interrupted run can go on: then its folder stays, if a batch is finished.
    restart : bool
        Drop what is there, and begin anew.

    Raises
    ------
    Error
        If the folder holds the work of another run, or one that is still going.
    """

    def __init__(
        self,
        folder: Path,
        head: dict[str, Any],
        differ: Callable[[dict[str, Any], dict[str, Any]], list[str]],
        *,
        keep: bool = True,
        restart: bool = False,
    ) -> None:
        self.folder, self._keep = folder, keep
        #: Lines of the journal so far.
        self.finished = 0
        #: What the last of them said; None before the first.
        self.last: dict[str, Any] | None = None
        self._data = -1
        folder.mkdir(exist_ok=True)
        self._journal = open(folder / "journal.jsonl", "ab", buffering=0)  # noqa: SIM115
        self._lock()
        try:
            self._data = os.open(folder / "rows.arrow", os.O_RDWR | os.O_CREAT, 0o666)
            self._go_on({**head, "repeatable": keep}, differ, restart)
        except Error:
            self._close()
            raise
        except OSError as e:
            self.__exit__(type(e))
            raise

    def _lock(self) -> None:
        try:
            fcntl.flock(self._journal, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._journal.close()
            raise Error(f"another run is writing {self.folder}; wait for it, or name another --out") from None

    def _go_on(self, head: dict[str, Any], differ: Callable[..., list[str]], restart: bool) -> None:
        end = 0
        for number, (after, line) in enumerate(self._lines()):
            if number == 0:
                if restart or not line["repeatable"]:
                    break
                if line != head:
                    raise Error(
                        f"{self.folder} holds an unfinished run, which differs: {'; '.join(differ(line, head))}. Give "
                        "its options and files to go on with it, or --restart to drop it"
                    )
            elif line["end"] > os.fstat(self._data).st_size:
                break
            else:
                self.finished, self.last = number, {k: v for k, v in line.items() if k != "tables"}
            end = after
        self._journal.truncate(end)
        os.ftruncate(self._data, self.last["end"] if self.last else 0)
        if not end:
            self._note(head)

    def _lines(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """Yield the whole lines of the journal, and where each ends."""
        end = 0
        with open(self.folder / "journal.jsonl", "rb") as f:
            for line in f:
                if not line.endswith(b"\n"):
                    return
                try:
                    read = json.loads(line)
                except ValueError:  # as a power cut may leave it
                    return
                end += len(line)
                yield end, read

    def _note(self, line: dict[str, Any]) -> None:
        _write(self._journal.fileno(), json.dumps(line, ensure_ascii=False).encode() + b"\n")
        os.fsync(self._journal.fileno())

    def append(self, tables: dict[str, list[tuple[str, "pa.RecordBatch"]]], state: dict[str, Any]) -> None:
        """Add a batch: for each table its parts with their rows, and what the run knows after it."""
        with undisturbed():
            self._append(tables, state)

    def _append(self, tables: dict[str, list[tuple[str, "pa.RecordBatch"]]], state: dict[str, Any]) -> None:
        end: int = self.last["end"] if self.last else 0
        os.lseek(self._data, end, os.SEEK_SET)
        places: dict[str, list[tuple[str, int, int]]] = {name: [] for name in tables}
        for name, parts in tables.items():
            for part, rows in parts:
                data = _packed(rows)
                _write(self._data, data)
                places[name].append((part, end, len(data)))
                end += len(data)
        os.fsync(self._data)
        self._note({**state, "end": end, "tables": places})
        self.finished, self.last = self.finished + 1, {**state, "end": end}

    def parts(self, table: str) -> dict[str, "array[int]"]:
        """Return the parts of a table, in the order in which they first came, and where their rows are."""
        found: dict[str, array[int]] = {}
        lines = self._lines()
        next(lines)
        for _, line in lines:
            for part, begin, size in line["tables"][table]:
                found.setdefault(part, array("q")).extend((begin, size))
        return found

    def rows(self, places: "array[int]") -> Iterator["pa.RecordBatch"]:
        """Read rows back, a batch at a time."""
        import pyarrow as pa

        # Not memory-mapped: pages of a map would count as the run's own memory.
        for begin, size in zip(places[::2], places[1::2], strict=True):
            with pa.ipc.open_stream(os.pread(self._data, size, begin)) as stream:
                yield from stream

    def __enter__(self) -> "Spool":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None or not (self._keep and self.finished):
            shutil.rmtree(self.folder, ignore_errors=True)
        self._close()

    def _close(self) -> None:
        self._journal.close()
        if self._data >= 0:
            os.close(self._data)
            self._data = -1


def _packed(rows: "pa.RecordBatch") -> bytes:
    import pyarrow as pa

    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, rows.schema, options=pa.ipc.IpcWriteOptions(compression="zstd")) as stream:
        stream.write_batch(rows)
    data: bytes = sink.getvalue().to_pybytes()
    return data


def _write(file: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(file, rest) :]
