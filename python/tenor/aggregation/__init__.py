"""Figures of groups with intervals, which open down to the sentences and words behind them.

docs/figures.md defines every figure, says how the intervals are made, and how often they cover.
"""

import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from tenor._core import Error
from tenor.aggregation.evidence import Evidence, gather
from tenor.aggregation.groups import figures
from tenor.aggregation.rows import VOICES, Rows, arrow, read
from tenor.aggregation.statistics import STATISTICS, Statistic, statistic
from tenor.copies import Copies
from tenor.pipeline import Analysis

__all__ = ["STATISTICS", "Aggregate", "AggregateWarning", "Evidence", "aggregate"]


#: Columns of the result that a column of `by` may not be called like.
_OWN = {"value", "low", "high", "articles", "clusters", "sentences", "stances", "words", "positive", "negative"}
_OWN |= {"coverage", "note"}


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
    out = figures(rows, figure, cluster, length, ci, replicates, seed)
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
    if taken := [name for name in by if name in _OWN]:
        raise Error(f"the figures have a column {taken[0]!r} of their own; rename the column to group by it")
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
