"""What the figures share: axes to draw on, columns of a frame of any kind, colours."""

from typing import Any

import narwhals as nw
import numpy as np
from numpy.typing import NDArray

from tenor._core import Error

__all__ = ["CYCLE", "LABEL", "LEFT", "LINES", "RIGHT", "axes", "axis_name", "centre", "columns"]

#: Blue and vermilion, told apart with any kind of colour vision (Okabe & Ito).
RIGHT, LEFT = "#0072B2", "#D55E00"
CYCLE = (RIGHT, LEFT, "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000")

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


def axes(ax: Any, width: float = 7.0, height: float = 4.5) -> Any:
    """Return the axes given, or new ones of a figure of its own."""
    if ax is not None:
        return ax
    try:
        from matplotlib import pyplot
    except ImportError as e:
        raise ImportError("figures need matplotlib: pip install 'tenor[plot]'") from e
    _, ax = pyplot.subplots(figsize=(width, height), layout="constrained")
    return ax


def columns(table: Any, *names: str) -> dict[str, NDArray[Any]]:
    """Return all columns of a frame as arrays, with an error where one of `names` is not there.

    The index of a pandas frame comes as ``document``, unless a column has that name.
    """
    frame = nw.from_native(table, pass_through=True)
    if not isinstance(frame, nw.DataFrame):
        raise Error(f"a frame is needed, not {type(table).__name__}: give what the model returned")
    missing = [name for name in names if name not in frame.columns]
    if missing:
        raise Error(f"the frame has no column {missing[0]!r}, only {', '.join(map(repr, frame.columns))}")
    if not len(frame):
        raise Error("the frame has no rows, so there is nothing to draw")
    out = {name: frame[name].to_numpy() for name in frame.columns}
    if frame.implementation.value == "pandas":
        out.setdefault("document", np.asarray(table.index))
    return out


def axis_name(aggregate: Any) -> str:
    """Return what the axis of an aggregate's figure says."""
    s = aggregate.settings
    voice = {"all": "", "outlet": ", outlets' own voice", "quoted": ", quoted"}[s["voice"]]
    return f"{LABEL[s['statistic']]}{voice}"


def centre(aggregate: Any) -> float:
    """Return the value that is on neither side."""
    return 0.5 if aggregate.settings["statistic"] == "favourable" else 0.0
