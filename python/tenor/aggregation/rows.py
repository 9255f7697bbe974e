"""The tables of an analysis as arrays: what each sentence (or stance) counts, its article, its groups."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import narwhals as nw
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from tenor._core import Error
from tenor.aggregation.periods import NO_DAY, PERIODS, begin, days
from tenor.aggregation.statistics import Array

__all__ = ["VOICES", "Rows", "arrow", "read"]

VOICES = ("all", "outlet", "quoted")


@dataclass
class Rows:
    """Units of a table that can be read, and the columns they are grouped by.

    Attributes
    ----------
    kind : str
        ``sentences`` or ``stances``.
    voice : str
        Whose words the units count.
    table : pa.Table
        The rows behind the units.
    article, day : int arrays
        Of each unit; the day is there if a date was asked for.
    units : dict of arrays
        positive, negative, words, score; hits, heard (whether the unit has any part in the voice).
    keys : dict of (codes, labels)
        For each column of `by`: which label each unit has.
    undated : list of (article, value)
        What was left out because its date cannot be read; each article once.
    """

    kind: str
    voice: str
    table: pa.Table
    article: NDArray[np.int64]
    units: dict[str, Array]
    keys: dict[str, tuple[NDArray[np.int64], list[Any]]]
    day: NDArray[np.int64] | None = None
    undated: list[tuple[int, Any]] = field(default_factory=list)

    def cells(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return a number for each group, in the order of its labels, and the place of each unit's group there."""
        code = np.zeros(len(self.article), dtype=np.int64)
        for codes, labels in self.keys.values():
            code = code * max(len(labels), 1) + codes
        cells, cell = np.unique(code, return_inverse=True)
        if not self.keys and not len(cells):
            cells = np.zeros(1, dtype=np.int64)  # the one group is there, and empty
        return cells, cell


def arrow(table: Any, what: str) -> tuple[pa.Table, Any]:
    """Return a frame of any kind as Arrow, and a function that turns an Arrow table into that kind."""
    frame = nw.from_native(table, pass_through=True)
    if isinstance(frame, nw.LazyFrame):
        raise Error(f"{what} is lazy; collect it first, as in frame.collect()")
    if isinstance(frame, nw.DataFrame):
        backend = frame.implementation
        return frame.to_arrow(), lambda t: nw.from_arrow(t, backend=backend).to_native()
    if hasattr(table, "__arrow_c_stream__"):
        return pa.table(table), lambda t: t
    raise TypeError(f"{what} must be a tenor.Analysis or a frame, not {type(table).__name__}")


def read(table: pa.Table, articles: pa.Table | None, by: Iterable[str], voice: str, date: str, dated: bool) -> Rows:
    """Take the units out of a table of sentences or of stances.

    Parameters
    ----------
    table : pa.Table
    articles : pa.Table, optional
        One row an article: either with a column ``article``, or in the order in which the texts were analysed.
    by : iterable of str
        Columns of either, or periods.
    voice : str
    date : str
        The column of the dates.
    dated : bool
        Whether days are wanted although no period is in `by`.
    """
    kind = "stances" if "stance" in table.column_names else "sentences"
    needed = ["article", "sentence", "holder", "stance"] if kind == "stances" else _SENTENCE_COLUMNS
    if missing := [name for name in needed if name not in table.column_names]:
        raise Error(
            f"the table has no column {missing[0]!r}; give the tables sentences or stances of an analysis "
            f"by this version of tenor, with any columns added; it has {', '.join(map(repr, table.column_names))}"
        )
    if kind == "sentences" and "status" in table.column_names:
        table = table.filter(pc.equal(table["status"], "ok"))
    article = np.asarray(table["article"].to_numpy(), dtype=np.int64)
    at = _positions(article, articles)
    found = {name: _column(name, table, articles, at, date) for name in by}
    day, undated = None, list[tuple[int, Any]]()
    if dated or any(value is None for value in found.values()):
        column = _column(date, table, articles, at, None)
        assert column is not None
        day = days(column, date)
        bad = np.flatnonzero(day == NO_DAY)
        if len(bad):
            first = bad[np.unique(article[bad], return_index=True)[1]]
            undated = list(zip(article[first].tolist(), column.take(first).to_pylist(), strict=True))
            good = np.flatnonzero(day != NO_DAY)
            table, article, day = table.take(good), article[good], day[good]
            found = {name: c if c is None else c.take(good) for name, c in found.items()}
    keys = {}
    for name, column in found.items():
        if column is None:
            assert day is not None
            first_days, codes = np.unique(begin(day, name), return_inverse=True)
            keys[name] = codes, list(first_days.astype("datetime64[D]").tolist())
        else:
            keys[name] = _codes(column)
    units = _stances(table, voice) if kind == "stances" else _sentences(table, voice)
    return Rows(kind, voice, table, article, units, keys, day, undated)


_SENTENCE_COLUMNS = [
    *("article", "sentence", "sentiment", "hits", "outlet_share", "words", "positive", "negative"),
    *("outlet_positive", "outlet_negative", "outlet_sentiment"),
]


def _positions(article: NDArray[np.int64], articles: pa.Table | None) -> NDArray[np.int64] | None:
    """Return the row of each unit's article in `articles`."""
    if articles is None:
        return None
    numbers = np.arange(articles.num_rows)
    if "article" in articles.column_names:
        numbers = np.asarray(articles["article"].to_numpy(), dtype=np.int64)
        if len(again := np.flatnonzero(np.bincount(numbers) > 1)):
            raise Error(f"articles has more than one row for article {again[0]}; give one row an article")
    order = np.argsort(numbers, kind="stable")
    place = np.searchsorted(numbers[order], article)
    at = order[np.minimum(place, len(order) - 1)] if len(order) else np.zeros(len(article), dtype=np.int64)
    if len(article) and (not len(order) or (numbers[at] != article).any()):
        missing = article[numbers[at] != article][0] if len(order) else article[0]
        raise Error(
            f"articles has no row for article {missing}; it has {articles.num_rows} rows: give the frame that was "
            "analysed, in its order, or one with a column 'article'"
        )
    return at


def _column(
    name: str, table: pa.Table, articles: pa.Table | None, at: NDArray[np.int64] | None, date: str | None
) -> pa.ChunkedArray | None:
    """Return a column of the units; None for a period that is to be made of the column `date`."""
    if articles is not None and name in articles.column_names and name != "article":
        return articles[name].take(at)
    if name in table.column_names:
        return table[name]
    here = table.column_names + [c for c in (articles.column_names if articles is not None else []) if c != "article"]
    if date is not None and name in PERIODS:
        if date in here:
            return None
        raise Error(f"by={name!r} needs dates, and there is no column {date!r}; name it with date=, or give articles=")
    extra = "" if date is None else f", and the periods {', '.join(map(repr, PERIODS))}"
    raise Error(f"there is no column {name!r}; there are {', '.join(map(repr, here))}{extra}")


def _codes(column: pa.ChunkedArray) -> tuple[NDArray[np.int64], list[Any]]:
    """Return a code for each value, in the order of the values, and the values; a null comes last."""
    coded = column.combine_chunks()
    if not pa.types.is_dictionary(coded.type):
        try:
            coded = coded.dictionary_encode(null_encoding="encode")
        except pa.ArrowNotImplementedError:
            raise Error(f"cannot group by a column of {column.type}") from None
    values = coded.dictionary.to_pylist()
    codes = np.asarray(coded.indices.fill_null(len(values)).to_numpy(zero_copy_only=False), dtype=np.int64)
    if len(codes) and codes.max() == len(values):
        values.append(None)
    order = sorted(range(len(values)), key=lambda i: (values[i] is None, values[i]))
    rank = np.empty(len(values), dtype=np.int64)
    rank[order] = np.arange(len(values))
    return rank[codes], [values[i] for i in order]


def _sentences(table: pa.Table, voice: str) -> dict[str, Array]:
    c: dict[str, Array] = {n: np.asarray(table[n].to_numpy(), dtype=np.float64) for n in _SENTENCE_COLUMNS[2:]}
    own = c["outlet_share"]
    found: tuple[Array, ...]
    if voice == "outlet":
        found = (c["outlet_positive"], c["outlet_negative"], c["words"] * own, c["outlet_sentiment"], own > 0)
    elif voice == "quoted":
        rest = (c[n] - c[f"outlet_{n}"] for n in ("positive", "negative"))
        found = (*rest, c["words"] * (1 - own), c["sentiment"] - c["outlet_sentiment"], own < 1)
    else:
        found = (c["positive"], c["negative"], c["words"], c["sentiment"], np.ones(len(own), dtype=bool))
    units: dict[str, Array] = dict(zip(("positive", "negative", "words", "score", "heard"), found, strict=True))
    units["hits"] = units["positive"] + units["negative"]
    return units


def _stances(table: pa.Table, voice: str) -> dict[str, Array]:
    label = np.asarray(table["stance"].to_numpy(), dtype=np.float64)
    own = np.asarray(pc.fill_null(pc.equal(table["holder"], "outlet"), False).to_numpy())
    positive, negative = (label > 0).astype(float), (label < 0).astype(float)
    return {
        "positive": positive,
        "negative": negative,
        "words": np.ones(len(label)),
        "score": label,
        "hits": positive + negative,
        "heard": np.ones(len(label), dtype=bool) if voice == "all" else own if voice == "outlet" else ~own,
    }
