"""A figure over time."""

from typing import TYPE_CHECKING, Any

import numpy as np

from tenor._core import Error
from tenor.aggregation.periods import PERIODS
from tenor.plot.canvas import LINES, axes, axis_name, centre

if TYPE_CHECKING:
    from tenor.aggregation import Aggregate

__all__ = ["series", "timeline"]


def series(aggregate: "Aggregate", most: int | None) -> tuple[str, dict[str, list[dict[str, Any]]], int]:
    """Return the period's name, the rows of each line (those with the most articles), and how many were left out."""
    periods = [name for name in aggregate.by if name in PERIODS]
    others = [name for name in aggregate.by if name not in PERIODS]
    if len(periods) != 1 or len(others) > 1:
        raise Error(
            "a timeline wants an aggregate by one period and at most one more column, as in by=['outlet', 'week']; "
            f"this one is by {', '.join(map(repr, aggregate.by)) or 'nothing'}"
        )
    lines: dict[str, list[dict[str, Any]]] = {}
    for row in aggregate.table.to_pylist():
        lines.setdefault(str(row[others[0]]) if others else "", []).append(row)
    ranked = sorted(lines, key=lambda name: -sum(row["articles"] for row in lines[name]))[:most]
    if not ranked:
        raise Error("the aggregate has no groups, so there is nothing to draw")
    return periods[0], {name: lines[name] for name in lines if name in ranked}, len(lines) - len(ranked)


def timeline(aggregate: "Aggregate", *, most: int = 4, ax: Any = None) -> Any:
    """Draw a figure over time with its interval as a band; the larger a mark, the more articles are behind it.

    Parameters
    ----------
    aggregate : Aggregate
        By one period and at most one more column, which gives the lines.
    most : int
        Lines to draw, at most 4: those with the most articles.
    ax : matplotlib axes, optional

    Returns
    -------
    matplotlib axes

    Raises
    ------
    Error
        If the aggregate is by something else, or has no groups.
    """
    period, lines, left = series(aggregate, min(most, len(LINES)))
    ax = axes(ax, 8, 4)
    ax.axhline(centre(aggregate), color="0.6", linewidth=0.8, zorder=0)
    largest = max(row["articles"] for rows in lines.values() for row in rows)
    for (name, rows), (colour, marker, dashes) in zip(lines.items(), LINES, strict=False):
        when, value, low, high, size = _with_gaps(rows, period)
        ax.fill_between(when, low, high, color=colour, alpha=0.18, linewidth=0)
        ax.plot(when, value, dashes, color=colour, linewidth=1.4)
        ax.scatter(when, value, s=12 + 60 * size / max(largest, 1), color=colour, marker=marker, label=name, zorder=3)
    _frame(ax, [row for rows in lines.values() for row in rows])
    from matplotlib import dates

    locator: Any = dates.AutoDateLocator(minticks=3, maxticks=9)  # type: ignore[no-untyped-call]
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(dates.ConciseDateFormatter(locator))  # type: ignore[no-untyped-call]
    ax.set_ylabel(axis_name(aggregate))
    also = f"; {left} more lines are not drawn" if left else ""
    ax.set_xlabel(f"{period}; band: {100 * aggregate.settings['ci']:g} % interval; size: articles{also}")
    if list(lines) != [""]:
        marks = ax.legend(frameon=False, ncols=2, loc="lower left", bbox_to_anchor=(0, 1)).legend_handles
        for mark in marks:
            mark.set_sizes([40])
    return ax


def _frame(ax: Any, rows: list[dict[str, Any]]) -> None:
    """Fit the axis to the values and to most of the bands: that of two or three articles may run out of the frame."""
    values = [row["value"] for row in rows if row["value"] is not None]
    half = [row["high"] - row["value"] for row in rows if row["low"] is not None]
    if values:
        room = 1.3 * float(np.quantile(half, 0.8)) if half else 0.0
        low, high = min(values) - room, max(values) + room
        if high > low:
            ax.set_ylim(low - 0.05 * (high - low), high + 0.05 * (high - low))


def _with_gaps(rows: list[dict[str, Any]], period: str) -> tuple[Any, ...]:
    """Return the columns of a line, with a gap where a period has no articles."""
    rows = sorted((row for row in rows if row[period] is not None), key=lambda row: row[period])
    days = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}[period]
    out: list[list[Any]] = [[], [], [], [], []]
    before = None
    for row in rows:
        if before is not None and (row[period] - before).days > days:
            for column, gap in zip(out, (before, np.nan, np.nan, np.nan, 0), strict=True):
                column.append(gap)
        before = row[period]
        values = (row["value"], row["low"], row["high"])
        numbers = [np.nan if value is None else value for value in values]
        for column, entry in zip(out, (before, *numbers, row["articles"]), strict=True):
            column.append(entry)
    return np.array(out[0], dtype="datetime64[D]"), *(np.array(column, dtype=float) for column in out[1:])
