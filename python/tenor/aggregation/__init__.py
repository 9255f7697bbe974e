"""Figures of groups with intervals, which open down to the sentences and words behind them.

docs/figures.md defines every figure, says how the intervals are made, and how often they cover.
"""

import warnings
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from tenor._core import Error
from tenor.aggregation.bootstrap import Interval, auto_block, block_sums, interval
from tenor.aggregation.evidence import Evidence, gather
from tenor.aggregation.rows import VOICES, Rows, arrow, read
from tenor.aggregation.statistics import STATISTICS, Array, Statistic, statistic
from tenor.copies import Copies
from tenor.pipeline import Analysis

__all__ = ["STATISTICS", "Aggregate", "AggregateWarning", "Evidence", "aggregate"]


class AggregateWarning(UserWarning):
    """Some rows could not be counted."""


@dataclass(frozen=True, repr=False)
class Aggregate:
    """Figures of groups.

    Attributes
    ----------
    frame : frame
        One row a group, of the kind that came in: the columns of `by`; value, low and high; articles, clusters
        (articles without their copies), sentences (or stances), words, positive and negative; coverage (the share of
        sentences with a word of the lexicon, or of stances that are not neutral); and a note, where there is one.
    table : pyarrow.Table
        The same.
    undated : list of (article, value)
        Articles that were left out, as their date cannot be read.
    settings : dict
        What it was made with: statistic, voice, ci, replicates, seed, block, and the number of articles.
    """

    frame: Any
    table: pa.Table
    undated: list[tuple[int, Any]]
    settings: dict[str, Any]
    _rows: Rows = field(repr=False)
    _cluster: NDArray[np.int64] = field(repr=False)
    _sentences: pa.Table | None = field(repr=False)
    _back: Callable[[pa.Table], Any] = field(repr=False)

    @property
    def by(self) -> list[str]:
        """The columns that make the groups."""
        return list(self.settings["by"])

    def evidence(self, *, n: int | None = 100, sentiment: Any = "news", **cell: Any) -> Evidence:
        """Open a group down to its sentences and their words.

        Parameters
        ----------
        n : int, optional
            How many sentences to return, those that move the figure most first; None returns all.
        sentiment : str, Lexicon or Sentiment
            The scorer of the analysis, which is asked again which words made the scores.
        **cell
            A value for each column of `by`, as in ``evidence(outlet="Ledger", week="2024-05-13")``: of a period any
            day. A column that is left out stands for all its values.

        Raises
        ------
        Error
            If there is no such column or value, or the scorer gives other scores than the table has.
        """
        return gather(self._rows, self._sentences, cell, n, sentiment, self._back)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.table.__arrow_c_stream__(requested_schema)

    def __len__(self) -> int:
        return int(self.table.num_rows)

    def __repr__(self) -> str:
        s = self.settings
        groups = f"{len(self)} groups by {', '.join(s['by'])}" if s["by"] else "one group"
        undated = f", {len(self.undated):,} articles left out for want of a date" if self.undated else ""
        return f"<tenor.Aggregate: {s['statistic']} of {groups}, voice {s['voice']}, {100 * s['ci']:g} %{undated}>"

    def _repr_html_(self) -> str:
        from tenor.report.tables import html_table

        return html_table(self.table.slice(0, 200), caption=repr(self).strip("<>"))


def aggregate(
    table: Any,
    by: str | Iterable[str] = (),
    *,
    voice: Literal["all", "outlet", "quoted"] = "all",
    statistic: str = "logratio",
    of: Literal["sentences", "stances"] | None = None,
    articles: Any = None,
    date: str = "date",
    copies: Copies | Iterable[int] | None = None,
    ci: float = 0.95,
    replicates: int = 2000,
    block: int | Literal["auto"] | None = None,
    seed: int = 0,
) -> Aggregate:
    """Figures of groups with intervals: by outlet, holder, target, week, or any column of the articles.

    Parameters
    ----------
    table : Analysis or frame
        An analysis, or its table of sentences or of stances, with any columns added.
    by : str or list of str
        Columns of the table or of `articles`; also ``"day"``, ``"week"`` (from Monday), ``"month"``, ``"quarter"``
        and ``"year"`` of the column `date`. None: all is one group.
    voice : {"all", "outlet", "quoted"}
        Whose words count. In a sentence that quotes, each word counts for the voice that it is in.
    statistic : {"logratio", "net", "relative", "mean", "article_mean", "favourable"}
        `STATISTICS` has the formulas.
    of : {"sentences", "stances"}, optional
        Which table of an analysis; by default stances where `by` names holder or target.
    articles : frame, optional
        Columns of the articles: the frame that was analysed, in its order, or one with a column ``article``. By
        default what an analysis found itself.
    date : str
        The column of dates: dates, times, or text in ISO 8601.
    copies : Copies or sequence of int, optional
        What :func:`tenor.dedupe` found among the texts, or a number for each article that its copies share: copies
        are drawn together, so that they count as one for the interval.
    ci : float
        How often the interval is to cover.
    replicates : int
        0 makes no intervals.
    block : int or "auto", optional
        Draw blocks of so many days that follow each other instead of articles, for groups that reach over time:
        reports of one story go together. "auto" takes the square root of the days.
    seed : int
        The same seed gives the same intervals; one of a group does not depend on the other groups.

    Returns
    -------
    Aggregate

    Raises
    ------
    Error
        If there is no such column, statistic or voice, or a number is out of range.

    Warns
    -----
    AggregateWarning
        If the dates of some articles cannot be read; `Aggregate.undated` lists them.
    """
    names = [by] if isinstance(by, str) else list(by)
    figure, length = _check(names, statistic, voice, ci, replicates, block)
    sentences = None
    if isinstance(table, Analysis):
        of = of or ("stances" if {"holder", "target"} & {*names} else "sentences")
        if of not in ("sentences", "stances"):
            raise Error(f"of must be 'sentences' or 'stances', not {of!r}")
        sentences = arrow(table.sentences, "table.sentences")[0]
        found = arrow(table.articles, "table.articles")[0]
        data, back = arrow(getattr(table, of), f"table.{of}")
    elif of is not None:
        raise Error("of= chooses a table of an Analysis; a frame is the table itself")
    else:
        data, back = arrow(table, "table")
        found = None
    if articles is not None:
        found = arrow(articles, "articles")[0]
    rows = read(data, found, names, voice, date, length is not None)
    if rows.undated:
        shown = ", ".join(f"article {a}: {v!r}" for a, v in rows.undated[:5])
        warnings.warn(
            f"{len(rows.undated):,} articles have no date in {date!r} that can be read as ISO 8601 and are left out "
            f"({shown}{', ...' if len(rows.undated) > 5 else ''})",
            AggregateWarning,
            stacklevel=2,
        )
    cluster = _clusters(rows, copies)
    out = _figures(rows, figure, cluster, length, ci, replicates, seed)
    settings = {
        "by": names,
        "statistic": statistic,
        "voice": voice,
        "of": rows.kind,
        "ci": ci,
        "replicates": replicates,
        "block": block,
        "seed": seed,
        "copies": copies is not None,
        "articles": len(np.unique(rows.article)),
    }
    sentences = rows.table if rows.kind == "sentences" else sentences
    return Aggregate(back(out), out, rows.undated, settings, rows, cluster, sentences, back)


def _check(
    by: list[str], name: str, voice: str, ci: float, replicates: int, block: int | str | None
) -> tuple[Statistic, int | None]:
    if len(set(by)) < len(by):
        raise Error(f"by names a column twice: {', '.join(map(repr, by))}")
    if voice not in VOICES:
        raise Error(f"voice must be one of {', '.join(map(repr, VOICES))}, not {voice!r}")
    if not 0 < ci < 1:
        raise Error(f"ci must be between 0 and 1, as in 0.95, not {ci!r}")
    if isinstance(replicates, bool) or not isinstance(replicates, int) or (replicates != 0 and replicates < 100):
        raise Error(f"replicates must be 0, or a whole number from 100, not {replicates!r}")
    if block is not None and block != "auto" and (isinstance(block, bool) or not isinstance(block, int) or block < 1):
        raise Error(f"block must be a number of days, 'auto' or None, not {block!r}")
    return statistic(name), 0 if block == "auto" else block  # type: ignore[return-value]


def _clusters(rows: Rows, copies: Copies | Iterable[int] | None) -> NDArray[np.int64]:
    if copies is None:
        return rows.article
    heads = copies.head if isinstance(copies, Copies) else np.asarray(list(copies))
    if len(rows.article) and rows.article.max() >= len(heads):
        raise Error(
            f"copies is of {len(heads)} texts, and there is an article {rows.article.max()}; "
            "find the copies among the texts that were analysed, in their order"
        )
    number: NDArray[np.int64] = np.unique(heads, return_inverse=True)[1].astype(np.int64)
    return number[rows.article]


def _groups(first: NDArray[Any], second: NDArray[Any]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the first part of each pair that occurs, in order, and the number of each row's pair."""
    base = int(second.max(initial=0)) + 1
    pairs, number = np.unique(first * base + second, return_inverse=True)
    return pairs // base, number


def _figures(
    rows: Rows,
    figure: Statistic,
    cluster: NDArray[np.int64],
    length: int | None,
    ci: float,
    replicates: int,
    seed: int,
) -> pa.Table:
    cells, cell = rows.cells()
    heard = rows.units["heard"]
    u = {name: column[heard] for name, column in rows.units.items()}
    cell_of, article, cluster = cell[heard], rows.article[heard], cluster[heard]
    article_cell, in_article = _groups(cell_of, article)
    cluster_cell, in_cluster = _groups(cell_of, cluster)
    a, b = figure.sums(u)
    if figure.by_article:
        size = np.bincount(in_article)[in_article]
        a, b = a / size, b / size

    def total(values: Array, groups: NDArray[np.int64] = cell_of, n: int = len(cells)) -> Array:
        return np.bincount(groups, weights=values, minlength=n)

    parts = np.column_stack([total(x, in_cluster, len(cluster_cell)) for x in (a, b)])
    whole = np.column_stack([total(a), total(b)])
    n = total(np.ones(len(cell_of)))
    with np.errstate(divide="ignore", invalid="ignore"):
        values = np.where(n > 0, figure.value(whole[:, 0], whole[:, 1]), np.nan)
        coverage = total(u["hits"] > 0) / n
    where = np.searchsorted(cluster_cell, np.arange(len(cells) + 1))
    day = None
    if length is not None and rows.day is not None:
        day = np.full(len(cluster_cell), np.iinfo(np.int64).max)
        np.minimum.at(day, in_cluster, rows.day[heard])
    labels = group_labels(rows, cells)
    found: list[Interval] = []
    for i in range(len(cells)):
        part = slice(where[i], where[i + 1])
        key = zlib.crc32(repr([str(column[i].as_py()) for column in labels.values()]).encode())
        options: dict[str, Any] = {"ci": ci, "replicates": replicates, "seed": [seed, key]}
        if n[i] == 0:
            found.append(Interval(np.nan, np.nan, np.nan, f"nothing in the voice {rows.voice!r}"))
        elif replicates == 0:
            found.append(Interval(np.nan, np.nan, np.nan))
        elif day is None:
            found.append(interval(figure, parts[part], values[i], **options))
        else:
            sums, drawn = _blocks(parts[part], day[part], length or 0)
            found.append(interval(figure, sums, values[i], drawn=drawn, **options))
    bounds = {"value": values, "low": [x.low for x in found], "high": [x.high for x in found]}
    columns: dict[str, Any] = labels | {k: pa.array(v, pa.float64(), from_pandas=True) for k, v in bounds.items()}
    counts = {
        "articles": np.bincount(article_cell, minlength=len(cells)),
        "clusters": np.bincount(cluster_cell, minlength=len(cells)),
        rows.kind: n,
    }
    counts |= {"words": total(u["words"]).round()} if rows.kind == "sentences" else {}
    counts |= {"positive": total(u["positive"]), "negative": total(u["negative"])}
    columns |= {name: pa.array(values.astype(np.int64)) for name, values in counts.items()}
    columns |= {"coverage": pa.array(coverage, from_pandas=True)}
    columns |= {"note": pa.array([x.note for x in found], pa.large_string())}
    return pa.table(columns)


def group_labels(rows: Rows, cells: NDArray[np.int64]) -> dict[str, pa.Array]:
    """Return each group's value of each column."""
    out: dict[str, pa.Array] = {}
    rest = cells
    for name, (_, labels) in reversed(rows.keys.items()):
        array = pa.array([labels[i] for i in (rest % max(len(labels), 1)).tolist()])
        text = pa.types.is_string(array.type) or pa.types.is_null(array.type)
        out[name] = array.cast(pa.large_string()) if text else array
        rest = rest // max(len(labels), 1)
    return {name: out[name] for name in rows.keys}


def _blocks(parts: Array, day: NDArray[np.int64], length: int) -> tuple[Array, float]:
    """Return the sums of each block of days, and how many blocks make a sample."""
    span = int(day.max() - day.min()) + 1
    length = length or auto_block(span)
    daily = np.column_stack([np.bincount(day - day.min(), weights=x, minlength=span) for x in parts.T])
    if length >= span:
        return daily.sum(axis=0, keepdims=True), 1.0
    return block_sums(daily, length), span / length
