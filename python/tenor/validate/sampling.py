"""A stratified sample of sentences or stances, to be coded by hand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from tenor._core import Error
from tenor.aggregation.evidence import sentence_rows
from tenor.aggregation.rows import Rows, arrow, read
from tenor.pipeline import Analysis
from tenor.validate import sheet
from tenor.validate.coding import Codings

__all__ = ["Sample", "classes", "sample"]

#: A sentence's score within this of 0 is neutral.
BAND = 0.05


def classes(kind: str, score: NDArray[Any]) -> NDArray[np.int64]:
    """Return -1, 0 or 1 of each unit: the label of a stance, the side of a sentence's score."""
    band = BAND if kind == "sentences" else 0.0
    return (score > band).astype(np.int64) - (score < -band)


@dataclass(frozen=True, repr=False)
class Sample:
    """Units to be coded by hand, and what tenor says of them, which the coders are not shown.

    Attributes
    ----------
    table : pyarrow.Table
        One row a unit: id, article, sentence, before, text, after, holder and target (of stances), machine (-1, 0, 1),
        stratum, and weight: how many units of the corpus it stands for; and the columns of `by`.
    kind : str
        ``sentences`` or ``stances``.
    settings : dict
        n, by, seed, and the number of units of the corpus.
    """

    table: pa.Table
    kind: str
    settings: dict[str, Any]

    def __len__(self) -> int:
        return int(self.table.num_rows)

    def __repr__(self) -> str:
        strata = len(set(self.table["stratum"].to_pylist()))
        return f"<tenor.validate.Sample: {len(self):,} {self.kind} of {strata} strata>"

    def write(self, path: str | PathLike[str]) -> None:
        """Write the sheet: ``.csv`` for a spreadsheet, ``.html`` for a page that needs no server.

        It has neither tenor's labels nor the strata. The page keeps what was coded in the browser, and hands it out as
        the same CSV.

        Raises
        ------
        Error
            If the suffix is neither.
        """
        sheet.write(self.table, self.kind, Path(path))

    def save(self, path: str | PathLike[str]) -> None:
        """Keep the sample, with tenor's labels, in a Parquet file, for :meth:`load` when the sheets come back."""
        meta = {b"tenor.sample": repr((self.kind, self.settings)).encode()}
        pq.write_table(self.table.replace_schema_metadata(meta), path)

    @classmethod
    def load(cls, path: str | PathLike[str]) -> "Sample":
        """Read what :meth:`save` kept."""
        from ast import literal_eval

        table = pq.read_table(path)
        try:
            kind, settings = literal_eval((table.schema.metadata or {})[b"tenor.sample"].decode())
        except KeyError:
            raise Error(f"{path} holds no sample; it must be a file that Sample.save wrote") from None
        return cls(table.replace_schema_metadata(None), kind, settings)

    def read(self, sheets: Mapping[str, str | PathLike[str]] | Iterable[str | PathLike[str]]) -> Codings:
        """Read the coders' sheets back.

        Parameters
        ----------
        sheets : dict of coder and path, or list of paths
            CSV, as the page or a spreadsheet writes it (comma, semicolon or tab).

        Raises
        ------
        Error
            If a sheet has no such columns, an id that is not the sample's or comes twice, or a label that is none;
            the message names file and line.
        """
        named = dict(sheets) if isinstance(sheets, Mapping) else {Path(p).stem: p for p in sheets}
        if not named:
            raise Error("there is no sheet to read")
        ids = self.table["id"].to_pylist()
        labels = np.array([sheet.read(Path(path), ids, self.kind) for path in named.values()])
        return Codings(self.table, self.kind, self.settings, list(named), labels)


def sample(
    table: Any,
    n: int = 300,
    *,
    by: str | Iterable[str] = (),
    of: Literal["sentences", "stances"] = "stances",
    articles: Any = None,
    date: str = "date",
    voice: Literal["all", "outlet", "quoted"] = "all",
    seed: int = 0,
) -> Sample:
    """Draw a random sample, stratified by the columns of `by` and tenor's own label.

    Each stratum gives in proportion to the square root of its size (Bankier 1988), so that rare labels and small
    outlets are seen often enough; weights undo that in every figure.

    Parameters
    ----------
    table : Analysis
    n : int
        Units to code.
    by, articles, date, voice
        As in :func:`tenor.aggregate`: strata by outlet, ``"month"``...
    of : {"sentences", "stances"}
    seed : int

    Raises
    ------
    Error
        If there are no units, or `n` is not positive or below the number of strata.
    """
    if not isinstance(table, Analysis):
        raise TypeError(f"table must be a tenor.Analysis, not {type(table).__name__}")
    if isinstance(n, bool) or not isinstance(n, int) or n < 1:
        raise Error(f"n must be a positive whole number, not {n!r}")
    if of not in ("sentences", "stances"):
        raise Error(f"of must be 'sentences' or 'stances', not {of!r}")
    names = [by] if isinstance(by, str) else list(by)
    sentences = arrow(table.sentences, "table.sentences")[0]
    found = arrow(table.articles if articles is None else articles, "articles")[0]
    rows = read(arrow(getattr(table, of), f"table.{of}")[0], found, names, voice, date, False)
    heard = np.flatnonzero(rows.units["heard"])
    if not len(heard):
        raise Error(f"there are no {of} to draw from")
    machine = classes(rows.kind, rows.units["score"])
    stratum, strata = _strata(rows, machine, heard)
    random = np.random.Generator(np.random.PCG64(seed))
    sizes = np.bincount(stratum)
    if n < len(sizes):
        raise Error(f"n={n} is fewer than the {len(sizes)} strata; draw more units, or stratify by fewer columns")
    wanted = _allocate(sizes, min(n, len(heard)))
    drawn = [random.choice(heard[stratum == i], k, replace=False) for i, k in enumerate(wanted.tolist())]
    weight = np.repeat(sizes / np.maximum(wanted, 1), wanted)
    at, number = np.concatenate(drawn), np.repeat(np.arange(len(sizes)), wanted)
    order = random.permutation(len(at))  # coders should not meet all of one stratum in a row
    at = at[order]
    out = _units(rows, at, sentences)
    for name, (codes, labels) in rows.keys.items():
        out[name] = pa.array([labels[i] for i in codes[at].tolist()])
    out |= {"machine": pa.array(machine[at]), "stratum": pa.array([strata[i] for i in number[order].tolist()])}
    out |= {"weight": pa.array(weight[order])}
    settings = {"n": len(at), "by": names, "seed": seed, "voice": voice, "units": len(heard)}
    return Sample(pa.table(out), rows.kind, settings)


def _strata(rows: Rows, machine: NDArray[np.int64], heard: NDArray[np.int64]) -> tuple[NDArray[np.int64], list[str]]:
    code = machine[heard] + 1
    for codes, labels in rows.keys.values():
        code = code * max(len(labels), 1) + codes[heard]
    kept, first, number = np.unique(code, return_index=True, return_inverse=True)
    names = []
    for i in heard[first].tolist():
        parts = [str(labels[codes[i]]) for codes, labels in rows.keys.values()]
        names.append(" / ".join([*parts, f"{machine[i]:+d}"]))
    assert len(kept) == len(names)
    return number, names


def _allocate(sizes: NDArray[np.int64], n: int) -> NDArray[np.int64]:
    """Share n out in proportion to the square roots of the sizes, at least one each while there are enough."""
    out = np.zeros(len(sizes), dtype=np.int64)
    if n >= len(sizes):
        out[:] = 1
    while (left := n - int(out.sum())) > 0:
        # The next goes where a unit drawn stands for most, by the square root of what is there.
        room = out < sizes
        share = np.where(room, np.sqrt(sizes), 0.0)
        goal = share / share.sum() * (int(out[room].sum()) + left)
        more = np.minimum(np.maximum(np.floor(goal - out), 0).astype(np.int64), np.where(room, sizes - out, 0))
        if more.sum() == 0 or more.sum() > left:
            more = np.zeros(len(sizes), dtype=np.int64)
            more[np.argsort(-np.where(room, goal - out, -np.inf), kind="stable")[0]] = 1
        out += more
    return out


def _units(rows: Rows, at: NDArray[np.int64], sentences: pa.Table) -> dict[str, Any]:
    table = rows.table.take(at)
    article, number = table["article"].to_pylist(), table["sentence"].to_pylist()
    place = sentence_rows(table, sentences)
    texts = sentences["text"]
    owner = np.asarray(sentences["article"].to_numpy())

    def beside(step: int) -> list[str]:
        other = np.clip(place + step, 0, len(owner) - 1)
        same = (owner[other] == owner[place]) & (other == place + step)
        return [text if ok else "" for text, ok in zip(texts.take(other).to_pylist(), same.tolist(), strict=True)]

    out: dict[str, Any] = {
        "id": [f"{a}-{s}-{i}" for a, s, i in zip(article, number, at.tolist(), strict=True)],
        "article": table["article"],
        "sentence": table["sentence"],
        "before": beside(-1),
        "text": texts.take(place),
        "after": beside(1),
    }
    return out | ({name: table[name] for name in ("holder", "target")} if rows.kind == "stances" else {})
