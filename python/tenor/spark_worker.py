"""What runs in a worker of :mod:`tenor.spark`: Arrow batches in, Arrow batches out, a model made once a process."""

import os
import pickle
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import numpy as np
import pyarrow as pa

from tenor import receipt
from tenor._core import Error
from tenor.frames import SCHEMA, strings
from tenor.intake import Chunks
from tenor.pipeline import Analyzer

__all__ = ["NARROW", "analyzed", "counted", "loaded", "made"]

Batches = Iterable[pa.RecordBatch]

_SPANS = pa.struct({"start": pa.int64(), "end": pa.int64()})

#: Type of a column in a table -> as Spark reads it: it wants offsets of 32 bits, and no batch has 2 GB of anything.
NARROW = {
    pa.int64(): pa.int64(),
    pa.float64(): pa.float64(),
    pa.large_string(): pa.string(),
    pa.large_list(_SPANS): pa.list_(_SPANS),
}


def made() -> tuple[tuple[str, str], ...]:
    """Return what a result depends on at this place, beside the analyzer: versions, and the digests of models."""
    here = receipt.made_with("news")
    versions = {f"version of {name}": here["versions"][name] for name in ("tenor", "icu", "unicode")}
    return tuple({**versions, **here["models"]}.items())


@lru_cache(maxsize=4)
def loaded(pickled: bytes, wanted: tuple[tuple[str, str], ...]) -> Any:
    """Return what was pickled; made when the first task of this process asks for it.

    Raises
    ------
    Error
        If another tenor than the driver's is installed here: parts of the result would not agree.
    """
    here = dict(made())
    odd = [
        f"{name} is {value[:12]} on the driver and {here.get(name, 'none')[:12]} here"
        for name, value in wanted
        if here.get(name) != value
    ]
    if odd:
        raise Error(f"{os.uname().nodename} has another tenor: {'; '.join(odd)}; install the same on all nodes")
    return pickle.loads(pickled)


def analyzed(analyzer: Analyzer, batches: Batches, kept: list[str], threads: int) -> Iterator[pa.RecordBatch]:
    """Analyse batches of: article, text, what is carried along. Yield: article, that as `kept`, a column a table.

    Each article is one row: ``articles`` is a struct, the other tables are lists of structs.
    """
    for batch in batches:
        begin = 0
        for tables in analyzer._overlapped(Chunks([batch.column(1)]), 0, threads, False):
            count = len(tables["articles"])
            given = batch.slice(begin, count).columns
            found = {name: _lists(table, name, begin, count) for name, table in tables.items()}
            found["articles"] = found["articles"].values
            yield pa.RecordBatch.from_arrays(
                [given[0], *given[2:], *(found[name] for name in SCHEMA)],
                ["article", *kept, *SCHEMA],
            )
            begin += count


def _lists(table: pa.Table, name: str, first: int, count: int) -> pa.ListArray:
    """Make one list for each article: its rows, as structs. The rows of a table are in order of their articles."""
    fields = [field.with_type(NARROW[field.type]) for field in SCHEMA[name] if field.name != "article"]
    columns = [table[field.name].combine_chunks().cast(field.type) for field in fields]
    counts = np.bincount(table["article"].to_numpy() - first, minlength=count)
    offsets = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
    return pa.ListArray.from_arrays(pa.array(offsets), pa.StructArray.from_arrays(columns, fields=fields))


def counted(vectorizer: Any, batches: Batches) -> Iterator[pa.RecordBatch]:
    """Count the terms of batches of texts. Yield: term, df, tf.

    In each batch the row without a term says how many documents there were, and how many rows without a text.
    """
    for batch in batches:
        texts = [value for value in strings(batch.column(0), "text") if isinstance(value, str)]
        piece = vectorizer._count_piece(texts)
        about = {"term": [None], "df": [piece.documents], "tf": [len(batch) - len(texts)]}
        yield from pa.concat_tables([piece.table, pa.table(about, piece.table.schema)]).combine_chunks().to_batches()
