"""Who is for and against what."""

from typing import TYPE_CHECKING, Any

from tenor._core import Error
from tenor.plot.canvas import LEFT, RIGHT, axes, centre

if TYPE_CHECKING:
    from tenor.aggregation import Aggregate

__all__ = ["matrix", "side_of", "targets"]


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
    largest, middle = max(row["stances"] for row in rows), centre(aggregate)
    styles = {
        1: ("^", RIGHT, RIGHT, "for"),
        -1: ("v", LEFT, "white", "against"),
        0: (".", "0.55", "0.55", "not settled"),
    }
    for side, (marker, edge, face, label) in styles.items():
        own = [row for row in rows if side_of(row, middle) == side]
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


def side_of(row: dict[str, Any], middle: float) -> int:
    """Return the side that a row's interval settles, 0 where it settles none."""
    if row["low"] is None or row["low"] <= middle <= row["high"]:
        return 0
    return 1 if row["value"] > middle else -1


def _short(name: str, most: int = 32) -> str:
    return name if len(name) <= most else name[: most - 1] + "…"
