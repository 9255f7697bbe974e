"""Outlets: their own voice beside what they quote."""

from typing import TYPE_CHECKING, Any

import numpy as np

from tenor._core import Error
from tenor.plot.canvas import LABEL, LINES, axes, centre

if TYPE_CHECKING:
    from tenor.aggregation import Aggregate

__all__ = ["dumbbells", "outlets"]


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
    ax.axvline(centre(own), color="0.6", linewidth=0.8, zorder=0)
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
