"""Where the tables of a corpus go, and how they get there: all together, when everything is analysed.

``news.parquet`` stands for ``news.sentences.parquet`` and so on; a folder for ``sentences.parquet`` and so on in it,
or, parted by a column, for ``sentences/outlet=Ledger/part-0.parquet`` (Hive's names, known to readers of Parquet).
"""

import contextlib
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tenor._core import Error
from tenor.formats import SUFFIXES, Sink, sink, suffix_of
from tenor.spool import Spool
from tenor.undisturbed import undisturbed

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["TABLES", "Output"]

TABLES = ("sentences", "quotes", "stances", "articles")

# A row group is some megabytes: what a reader loads at once, and what is in memory here.
_GROUP_BYTES = 32_000_000
_GROUP_ROWS = 1_000_000


class Output:
    """The files of a result.

    Parameters
    ----------
    out : str
        A folder, or a name that ends in .parquet, .jsonl, .jsonl.gz or .csv.
    partition : str, optional
        By what the tables are parted; wants a folder.

    Raises
    ------
    Error
        If the folder is not there, the suffix is not known, or there is no folder for the parts.
    """

    def __init__(self, out: str, partition: str | None = None) -> None:
        path = Path(out)
        into = path.is_dir() or out.endswith(("/", os.sep))
        self.folder = path if into else path.parent
        if not self.folder.is_dir():
            raise Error(f"there is no folder {self.folder}; make it first: mkdir -p {self.folder}")
        self.suffix = ".parquet" if into else suffix_of(path.name)
        if partition and not into:
            raise Error(f"--partition writes folders; name an existing folder with --out, not {out!r}")
        self.partition = partition
        stem = "" if into else path.name.removesuffix(self.suffix) + "."
        end = "" if partition else self.suffix
        self.paths = {table: self.folder / f"{stem}{table}{end}" for table in TABLES}
        #: The receipt of what cannot carry it: formats without a place for it, and parts, which may be many.
        self.sidecar = self.folder / f"{stem}receipt.json" if partition or self.suffix != ".parquet" else None
        #: Everything unfinished is in here.
        self.hidden = self.folder / f".{'tenor' if into else path.name}.partial"

    @classmethod
    def there(cls, name: str) -> "Output":
        """Find a result by the name that it was given, its folder, or one of its files.

        Raises
        ------
        Error
            If there is none.
        """
        for table in TABLES:
            for suffix in SUFFIXES:
                if name.endswith(f".{table}{suffix}"):
                    name = name.removesuffix(f".{table}{suffix}") + suffix
                elif Path(name).name == f"{table}{suffix}":
                    name = str(Path(name).parent)
        found = cls(name)
        if (found.folder / "articles").is_dir() and not found.paths["articles"].exists():
            found = cls(name, "of the receipt")
        if not found.paths["articles"].exists():
            raise Error(f"there is no result {name}: no {found.paths['articles']}")
        return found

    def left(self) -> str:
        """Say what an interrupted run has left."""
        if not self.hidden.is_dir():
            return "; nothing was written"
        return f"; what is finished is kept in {self.hidden}: give the same command again to go on from there"

    def files(self) -> list[Path]:
        """Return all files of a result that is there, in order of name."""
        found = [p for path in self.paths.values() for p in ([path] if path.is_file() else path.rglob("*.parquet"))]
        return sorted([*found, self.sidecar] if self.sidecar and self.sidecar.is_file() else found)

    def publish(
        self,
        spool: Spool,
        schemas: "dict[str, pa.Schema]",
        note: str,
        short: str,
        threads: int,
        wrote: Callable[[int], Any],
    ) -> None:
        """Write what the spool holds, and put it in its place.

        Parameters
        ----------
        note, short : str
            The receipt, and what of it each part carries.
        threads : int
            How many tables are written at once.
        wrote : callable
            Is told how many bytes of the spool each step has written.
        """
        new, stop = self.hidden / "new", threading.Event()
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir()

        def write(table: str) -> None:
            target, parts = new / self.paths[table].name, spool.parts(table)
            if self.partition:
                target.mkdir()
            for part in parts if self.partition else [""]:
                path = target / part / "part-0.parquet" if self.partition else target
                path.parent.mkdir(exist_ok=True)
                with _closing(sink(path, self.suffix, schemas[table], short if self.partition else note)) as file:
                    for rows in _grouped(spool, parts.get(part)):
                        file.write_table(rows)
                        wrote(rows.nbytes)
                        if stop.is_set():
                            return
                _settle(path)

        with ThreadPoolExecutor(threads) as pool:
            try:
                list(pool.map(write, self.paths))
            except BaseException:
                stop.set()
                raise
        if self.sidecar:
            (new / self.sidecar.name).write_text(note + "\n", "utf-8")
        with undisturbed():
            for path in new.iterdir():
                _replace(path, self.folder / path.name, self.hidden / "old")


def _grouped(spool: Spool, places: Any) -> Iterator["pa.Table"]:
    """Read a part back, in tables of the size of a row group."""
    import pyarrow as pa

    held: list[pa.RecordBatch] = []
    size = count = 0
    for rows in spool.rows(places) if places else ():
        held.append(rows)
        size, count = size + rows.nbytes, count + rows.num_rows
        if size >= _GROUP_BYTES or count >= _GROUP_ROWS:
            yield pa.Table.from_batches(held).combine_chunks()
            held, size, count = [], 0, 0
    if held:
        yield pa.Table.from_batches(held).combine_chunks()


@contextlib.contextmanager
def _closing(file: Sink) -> Iterator[Sink]:
    try:
        yield file
    except BaseException:
        # It is thrown away: that it does not close well either is no news.
        with contextlib.suppress(Exception):
            file.close()
        raise
    file.close()


def _settle(path: Path) -> None:
    """Wait until a file is on the disk: what it was made of is removed next."""
    with open(path, "rb") as f:
        os.fsync(f.fileno())


def _replace(new: Path, place: Path, aside: Path) -> None:
    """Put a file or a folder in the place of what is there."""
    if place.is_dir() and not place.is_symlink():
        aside.mkdir(exist_ok=True)
        os.replace(place, aside / place.name)
    os.replace(new, place)
