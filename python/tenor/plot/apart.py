"""Which words make two groups differ."""

from typing import TYPE_CHECKING, Any

import numpy as np

from tenor._core import Error
from tenor.plot.canvas import LINES, axes

if TYPE_CHECKING:
    from tenor.aggregation import Evidence

__all__ = ["shift"]


def shift(
    one: "Evidence", other: "Evidence", *, names: tuple[str, str] = ("one", "the other"), most: int = 25, ax: Any = None
) -> Any:
    """Draw the words by which the mean score of a group differs from that of another.

    A word's bar is what it adds to the mean score of a sentence in the one group, less what it adds in the other; all
    bars together, those not drawn too, are the difference of the means.

    Parameters
    ----------
    one, other : Evidence
        Of two groups of sentences: ``aggregate.evidence(outlet="A")``.
    names : (str, str)
        What to call them.
    most : int
        Words to draw.
    ax : matplotlib axes, optional

    Returns
    -------
    matplotlib axes

    Raises
    ------
    Error
        If a group has no sentences, or both are without a word of the lexicon.
    """
    table = one.shift(other, kind="arrow")
    if not table.num_rows:
        raise Error("neither group has a word of the lexicon, so there is nothing to draw")
    rows = table.slice(0, most).to_pylist()
    whole = float(np.sum(table["shift"].to_numpy()))
    drawn = sum(row["shift"] for row in rows)
    ax = axes(ax, 7, 1.4 + 0.24 * len(rows))
    # Up by a word that is for, or by less of one that is against: filled or hatched, dark or light.
    for more, hatch, label in ((True, "", f"more in {names[0]}"), (False, "////", f"more in {names[1]}")):
        own = [i for i, row in enumerate(rows) if (abs(row["one"]) > abs(row["other"])) == more]
        ax.barh(
            own,
            [rows[i]["shift"] for i in own],
            color=LINES[0][0] if more else "white",
            edgecolor=LINES[0][0] if more else LINES[1][0],
            hatch=hatch,
            height=0.7,
            label=label,
        )
    for i, row in enumerate(rows):
        right = row["shift"] > 0
        sign = "+" if row["one"] + row["other"] > 0 else "−"
        ax.annotate(
            f"{row['word']} {sign}",
            (row["shift"], i),
            (3 if right else -3, 0),
            textcoords="offset points",
            ha="left" if right else "right",
            va="center",
            fontsize=8,
        )
    ax.axvline(0, color="0.3", linewidth=0.8)
    ax.set_ylim(len(rows) - 0.4, -0.6)
    ax.set_yticks([])
    ax.margins(x=0.25)
    ax.set_xlabel(f"mean of {names[0]} less mean of {names[1]}: {whole:+.3f}; the words drawn: {drawn:+.3f}")
    ax.legend(frameon=False, ncols=2, loc="lower left", bbox_to_anchor=(0, 1))
    return ax
