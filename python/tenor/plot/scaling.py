"""Figures of scaling: words, documents with intervals, scores over time, keyness."""

from collections.abc import Iterable
from typing import Any

import narwhals as nw
import numpy as np
from numpy.typing import NDArray

from tenor._core import Error
from tenor.plot.canvas import CYCLE, LEFT, RIGHT, axes, columns

__all__ = ["documents", "keyness", "trend", "words"]


def words(
    model: Any, *, highlight: Iterable[str] | None = None, labels: int = 40, points: int | None = None, ax: Any = None
) -> Any:
    """Draw words by their polarity and how frequent they are.

    Parameters
    ----------
    model : fitted LSS or Wordfish, or its ``words()``
        LSS: beta against the logarithm of the frequency. Wordfish: beta against psi.
    highlight : iterable of str, optional
        Words to label, darker. By default those furthest out and most frequent (beta squared times the height in the
        figure, from its lowest word).
    labels : int
        Most labels to draw. A label that would cover another is left out.
    points : int, optional
        Draw so many words only, the most frequent.
    ax : matplotlib axes, optional

    Returns
    -------
    matplotlib axes

    Raises
    ------
    Error
        If there are no such columns, or a word to highlight is not there.
    """
    c = columns(model.words() if hasattr(model, "words") else model, "word", "beta")
    word, beta = c["word"].astype(str), c["beta"].astype(float)
    if "frequency" in c:
        with np.errstate(divide="ignore"):
            height, name = np.log(c["frequency"].astype(float)), "log frequency"
    elif "psi" in c:
        height, name = c["psi"].astype(float), "psi (log frequency)"
    else:
        raise Error(f"the frame has neither 'frequency' nor 'psi', only {', '.join(map(repr, c))}")
    kept = np.isfinite(beta) & np.isfinite(height)
    if "support" in c:
        kept &= c["support"].astype(bool)
    chosen = None if highlight is None else set(highlight)
    if chosen is not None and (unknown := chosen - set(word[kept])):
        raise Error(f"{sorted(unknown)[0]!r} is no word of the model; highlight words that it has")
    order = np.flatnonzero(kept)
    order = order[np.argsort(-height[order], kind="stable")][:points]
    if not order.size:
        raise Error("no word has both a polarity and a frequency, so there is nothing to draw")
    ax = axes(ax, 8, 6)
    ax.scatter(beta[order], height[order], s=6, color="0.8", linewidths=0, rasterized=True)
    weight = beta**2 * (height - height[order].min())
    if chosen is not None:
        order = np.flatnonzero(kept & np.isin(word, list(chosen)))
    order = order[np.argsort(-weight[order], kind="stable")]
    ax.axvline(0, color="0.6", linewidth=0.8, zorder=0)
    ax.set_xlabel("polarity (beta)")
    ax.set_ylabel(name)
    ax.margins(0.08)
    _label(ax, beta[order], height[order], word[order], labels)
    return ax


def _label(ax: Any, x: NDArray[Any], y: NDArray[Any], texts: NDArray[Any], most: int) -> None:
    """Write words at their places, in this order, where none covers another."""
    figure = ax.figure
    figure.draw_without_rendering()  # so that places on the canvas are known
    renderer = figure.canvas.get_renderer()
    boxes: list[Any] = []
    for i in range(len(texts)):
        if len(boxes) == most or i == 10 * most:
            break
        colour = RIGHT if x[i] > 0 else LEFT
        drawn = ax.text(x[i], y[i], texts[i], ha="center", va="center", fontsize=8, color=colour)
        box = drawn.get_window_extent(renderer).padded(1)
        if any(box.overlaps(other) for other in boxes):
            drawn.remove()
            continue
        boxes.append(box)


def documents(table: Any, *, labels: Any = None, most: int = 60, ax: Any = None) -> Any:
    """Draw documents' positions with their intervals, least at the bottom.

    Parameters
    ----------
    table : frame
        Of ``documents()`` or ``score_documents()``: a column ``fit`` or ``theta``; intervals are ``lwr`` and ``upr``,
        else twice ``se`` to each side, else none. Rows without a position are left out.
    labels : sequence, optional
        Names of the rows; by default the index of a pandas frame, or its column ``document``.
    most : int
        With more documents than these, their names are left out.
    ax : matplotlib axes, optional

    Returns
    -------
    matplotlib axes
    """
    c = columns(table)
    name = next((name for name in ("fit", "theta") if name in c), None)
    if name is None:
        raise Error(f"the frame has no column 'fit' or 'theta', only {', '.join(map(repr, c))}")
    place = c[name].astype(float)
    names = np.asarray(labels if labels is not None else c.get("document", np.arange(len(place))))
    if len(names) != len(place):
        raise Error(f"there are {len(names)} labels for {len(place)} documents; give one for each")
    if {"lwr", "upr"} <= c.keys():
        low, high = c["lwr"].astype(float), c["upr"].astype(float)
    else:
        half = 1.959963984540054 * c["se"].astype(float) if "se" in c else np.zeros(len(place))
        low, high = place - half, place + half
    order = np.flatnonzero(np.isfinite(place))
    order = order[np.argsort(place[order], kind="stable")]
    if not order.size:
        raise Error("no document has a position, so there is nothing to draw")
    longest = max(len(str(label)) for label in names[order]) if len(order) <= most else 0
    ax = axes(ax, 5.5 + 0.08 * longest, 1.2 + 0.2 * min(len(order), most))
    rows = np.arange(len(order))
    ax.hlines(rows, low[order], high[order], color="0.6", linewidth=1)
    ax.plot(place[order], rows, "o", color=RIGHT, markersize=4)
    ax.set_xlabel("position" if name == "theta" else "score")
    ax.set_ylim(-0.7, len(order) - 0.3)
    if len(order) <= most:
        ax.set_yticks(rows, [str(label) for label in names[order]])
    else:
        ax.set_yticks([])
        ax.set_ylabel(f"{len(order):,} documents")
    ax.grid(axis="x", color="0.9")
    ax.set_axisbelow(True)
    return ax


def trend(table: Any, *, scores: Any = None, dates: Any = None, ax: Any = None) -> Any:
    """Draw scores over time, smoothed, with a band; one line a group.

    Parameters
    ----------
    table : frame
        Of :func:`tenor.scaling.smooth`: date, fit, lwr, upr and, for several lines, group.
    scores, dates : sequences, optional
        Of the documents, drawn as points behind the lines.
    ax : matplotlib axes, optional

    Returns
    -------
    matplotlib axes
    """
    c = columns(table, "date", "fit", "lwr", "upr")
    date = c["date"].astype("datetime64[D]")
    labels = c.get("group", np.array([""] * len(date), dtype=object))
    ax = axes(ax, 8, 4)
    if scores is not None:
        if dates is None or len(dates) != len(scores):
            raise Error("scores need their dates, one for each")
        days = nw.from_native(dates, allow_series=True, pass_through=True)
        days = days.to_numpy() if isinstance(days, nw.Series) else np.asarray(dates)
        ax.plot(days.astype("datetime64[D]"), np.asarray(scores, dtype=float), ".", color="0.75", markersize=3)
    for i, label in enumerate(dict.fromkeys(labels.tolist())):
        own, colour = labels == label, CYCLE[i % len(CYCLE)]
        style = ("-", "--", ":")[i // len(CYCLE) % 3]
        ax.fill_between(date[own], c["lwr"][own], c["upr"][own], color=colour, alpha=0.2, linewidth=0)
        ax.plot(date[own], c["fit"][own], style, color=colour, label=str(label))
    ax.axhline(0, color="0.6", linewidth=0.8, zorder=0)
    ax.set_ylabel("score")
    if "group" in c:
        ax.legend(frameon=False)
    ax.figure.autofmt_xdate()
    return ax


def keyness(table: Any, *, n: int = 20, ax: Any = None) -> Any:
    """Draw the words that mark the target, and those that mark the rest, as bars.

    Parameters
    ----------
    table : frame
        Of :func:`tenor.stats.keyness` or :func:`tenor.stats.context`.
    n : int
        Words of each side, at most.
    ax : matplotlib axes, optional

    Returns
    -------
    matplotlib axes
    """
    c = columns(table, "feature")
    measure = next((name for name in ("chi2", "G2", "pmi", "exact") if name in c), None)
    if measure is None:
        raise Error(f"the frame has none of the columns chi2, G2, pmi and exact, only {', '.join(map(repr, c))}")
    if n < 1:
        raise Error(f"n must be 1 or more, and is {n}")
    stat, names = c[measure].astype(float), c["feature"].astype(str)
    middle = 1.0 if measure == "exact" else 0.0  # an odds ratio of 1 is no difference
    order = np.flatnonzero(np.isfinite(stat))
    order = order[np.argsort(-stat[order], kind="stable")]
    more, less = order[stat[order] > middle][:n], order[stat[order] < middle][-n:]
    order = np.concatenate([more, less])
    if not order.size:
        raise Error("no word stands in one part more often than in the other, so there is nothing to draw")
    ax = axes(ax, 7, 1.2 + 0.2 * len(order))
    rows = np.arange(len(order))[::-1]
    colours = [RIGHT if value > middle else LEFT for value in stat[order]]
    ax.barh(rows, stat[order] - middle, left=middle, color=colours, height=0.75)
    ax.set_yticks(rows, names[order].tolist())
    ax.axvline(middle, color="0.3", linewidth=0.8)
    inside = "n_inside" in c
    handles = [ax.barh([0], [0], color=colour) for colour in (RIGHT, LEFT)]
    ax.legend(handles, ["near the pattern", "elsewhere"] if inside else ["target", "reference"], frameon=False)
    ax.set_xlabel({"chi2": "chi squared", "G2": "G squared", "exact": "odds ratio"}.get(measure, measure))
    return ax
