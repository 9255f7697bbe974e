"""Figures of aggregates: over time, by outlet, by holder and target.

Whatever colour says is said by shape too, and the greys of the colours differ, so that a figure can be printed.
"""

from typing import TYPE_CHECKING, Any

import numpy as np

from tenor._core import Error
from tenor.aggregation.periods import PERIODS
from tenor.plot.canvas import LEFT, RIGHT, axes

if TYPE_CHECKING:
    from tenor.aggregation import Aggregate

__all__ = ["LABEL", "LINES", "dumbbells", "matrix", "outlets", "series", "targets", "timeline"]

#: Colour, marker and dashes of a line; from the first on each is lighter by a step that a grey print keeps.
LINES = (("#16284A", "o", "-"), ("#B5401A", "s", "--"), ("#2B9C8B", "^", "-."), ("#EBAE4B", "D", ":"))

#: What the axis of a figure says.
LABEL = {
    "logratio": "log ratio (P + 0.5) / (N + 0.5)",
    "net": "net tone, % of words",
    "relative": "(P - N) / (P + N)",
    "mean": "mean score",
    "article_mean": "mean of article means",
    "favourable": "share favourable",
}


def _axis(aggregate: "Aggregate") -> str:
    s = aggregate.settings
    voice = {"all": "", "outlet": ", outlets' own voice", "quoted": ", quoted"}[s["voice"]]
    return f"{LABEL[s['statistic']]}{voice}"


def _centre(aggregate: "Aggregate") -> float:
    return 0.5 if aggregate.settings["statistic"] == "favourable" else 0.0


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
    ax.axhline(_centre(aggregate), color="0.6", linewidth=0.8, zorder=0)
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
    ax.set_ylabel(_axis(aggregate))
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


def dumbbells(
    own: "Aggregate", quoted: "Aggregate", most: int | None
) -> list[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Return (name, own row, quoted row) of each group that is in either, by its own value."""
    if own.by != quoted.by or len(own.by) != 1:
        raise Error(
            "the two aggregates must be by the same one column, as in by='outlet'; they are by "
            f"{', '.join(own.by) or 'nothing'} and {', '.join(quoted.by) or 'nothing'}"
        )
    kinds = [a.settings["statistic"] for a in (own, quoted)]
    if kinds[0] != kinds[1]:
        raise Error(f"the aggregates are a {kinds[0]} and a {kinds[1]}; make them alike")
    (name,) = own.by
    empty = {"value": None, "low": None, "high": None, "articles": 0}
    rows = [{str(row[name]): row for row in a.table.to_pylist()} for a in (own, quoted)]
    names = sorted({*rows[0], *rows[1]}, key=lambda n: -max(r.get(n, empty)["articles"] for r in rows))[:most]
    found = [(n, rows[0].get(n, empty), rows[1].get(n, empty)) for n in names]
    if not found:
        raise Error("the aggregates have no groups, so there is nothing to draw")
    return sorted(found, key=lambda item: (item[1]["value"] is not None, item[1]["value"] or 0))


def outlets(own: "Aggregate", quoted: "Aggregate", *, most: int = 40, ax: Any = None) -> Any:
    """Draw each outlet's own voice (filled circle) beside what it quotes (open square), with their intervals.

    Parameters
    ----------
    own, quoted : Aggregate
        By the same one column, of the voices ``"outlet"`` and ``"quoted"``, of one statistic.
    most : int
        Rows to draw: those with the most articles.
    ax : matplotlib axes, optional

    Returns
    -------
    matplotlib axes

    Raises
    ------
    Error
        If the aggregates do not go together, or have no groups.
    """
    rows = dumbbells(own, quoted, most)
    ax = axes(ax, 7, 1.3 + 0.36 * len(rows))
    ax.axvline(_centre(own), color="0.6", linewidth=0.8, zorder=0)
    styles = (
        (own, LINES[0][0], "o", LINES[0][0], 0.13, "own voice"),
        (quoted, LINES[1][0], "s", "white", -0.13, "quoted"),
    )
    for i, (_, *pair) in enumerate(rows):
        values = [np.nan if row["value"] is None else row["value"] for row in pair]
        ax.plot(values, [i + 0.13, i - 0.13], color="0.65", linewidth=2, zorder=1, solid_capstyle="round")
    for k, (aggregate, colour, marker, face, shift, label) in enumerate(styles):
        column = [pair[k] for _, *pair in rows]
        y = np.arange(len(rows)) + shift
        value, low, high = (
            np.array([np.nan if row[key] is None else row[key] for row in column], dtype=float)
            for key in ("value", "low", "high")
        )
        ax.hlines(y, low, high, color=colour, linewidth=1, linestyle="-" if k == 0 else (0, (4, 2)))
        ax.scatter(value, y, marker=marker, s=42, color=face, edgecolors=colour, linewidths=1.4, zorder=3, label=label)
        assert aggregate.settings["ci"] == own.settings["ci"]
    ax.set_yticks(range(len(rows)), [f"{name}  ({max(a['articles'], b['articles']):,})" for name, a, b in rows])
    ax.set_ylim(-0.7, len(rows) - 0.3)
    about = f"lines: {100 * own.settings['ci']:g} % intervals; in brackets: articles"
    ax.set_xlabel(f"{LABEL[own.settings['statistic']]}\n{about}")
    ax.legend(frameon=False, ncols=2, loc="lower left", bbox_to_anchor=(0, 1))
    return ax


def matrix(aggregate: "Aggregate", most: int) -> tuple[list[str], list[str], list[dict[str, Any]]]:
    """Return the holders and targets with the most stances, and the rows of their pairs."""
    if len(aggregate.by) != 2 or aggregate.settings["of"] != "stances":
        raise Error(
            "a matrix wants an aggregate of stances by two columns, as in by=['holder', 'target']; this one is of "
            f"{aggregate.settings['of']} by {', '.join(map(repr, aggregate.by)) or 'nothing'}"
        )
    rows = [row for row in aggregate.table.to_pylist() if row["value"] is not None]
    if not rows:
        raise Error("the aggregate has no groups, so there is nothing to draw")
    names: list[list[str]] = []
    for column in aggregate.by:
        count: dict[str, int] = {}
        for row in rows:
            row[column] = str(row[column])
            count[row[column]] = count.get(row[column], 0) + row["stances"]
        names.append(sorted(count, key=lambda n: (-count[n], n))[:most])
    a, b = aggregate.by
    return names[0], names[1], [row for row in rows if row[a] in names[0] and row[b] in names[1]]


def targets(aggregate: "Aggregate", *, most: int = 15, ax: Any = None) -> Any:
    """Draw who is for (filled ▲) and against (open ▼) what; the larger a mark, the more stances it stands for.

    A mark is a dot where the interval holds the middle, or there is none: the side is not settled.

    Parameters
    ----------
    aggregate : Aggregate
        Of stances, by two columns: the rows, as holders, and the columns, as targets.
    most : int
        Rows and columns to draw: those with the most stances.
    ax : matplotlib axes, optional

    Returns
    -------
    matplotlib axes

    Raises
    ------
    Error
        If the aggregate is of or by something else, or has no groups.
    """
    holders, names, rows = matrix(aggregate, most)
    ax = axes(ax, 2.5 + 0.55 * len(names), 1.8 + 0.34 * len(holders))
    a, b = aggregate.by
    largest, middle = max(row["stances"] for row in rows), _centre(aggregate)
    styles = {
        1: ("^", RIGHT, RIGHT, "for"),
        -1: ("v", LEFT, "white", "against"),
        0: (".", "0.55", "0.55", "not settled"),
    }
    for side, (marker, edge, face, label) in styles.items():
        own = [row for row in rows if _side(row, middle) == side]
        x, y = ([names.index(row[b]) for row in own], [holders.index(row[a]) for row in own])
        size = [30 + 220 * (row["stances"] / largest) ** 0.5 for row in own]
        ax.scatter(x, y, s=size, marker=marker, color=face, edgecolors=edge, linewidths=1.6, label=label, zorder=3)
    ax.set_xticks(range(len(names)), [_short(n) for n in names], rotation=40, ha="right", rotation_mode="anchor")
    ax.set_yticks(range(len(holders)), [_short(n) for n in holders])
    ax.set_xlim(-0.6, len(names) - 0.4)
    ax.set_ylim(len(holders) - 0.4, -0.6)
    ax.set_xlabel(b)
    ax.set_ylabel(a)
    ax.grid(color="0.92")
    ax.set_axisbelow(True)
    marks = ax.legend(frameon=False, ncols=3, loc="lower left", bbox_to_anchor=(0, 1)).legend_handles
    for mark in marks:
        mark.set_sizes([60])
    return ax


def _side(row: dict[str, Any], middle: float) -> int:
    if row["low"] is None or row["low"] <= middle <= row["high"]:
        return 0
    return 1 if row["value"] > middle else -1


def _short(name: str, most: int = 32) -> str:
    return name if len(name) <= most else name[: most - 1] + "…"
