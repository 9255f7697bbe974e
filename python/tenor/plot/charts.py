"""The figures of aggregates as Altair charts, which can be zoomed and asked for their numbers."""

from typing import TYPE_CHECKING, Any

from tenor.plot.canvas import LABEL, LINES, centre
from tenor.plot.overtime import series
from tenor.plot.sides import matrix, side_of
from tenor.plot.voices import dumbbells

if TYPE_CHECKING:
    from tenor.aggregation import Aggregate, Evidence

__all__ = ["outlets", "shift", "targets", "timeline"]


def _altair() -> Any:
    try:
        import altair
    except ImportError as e:
        raise ImportError("charts need altair: pip install 'tenor[plot]'") from e
    return altair


def _data(alt: Any, rows: list[dict[str, Any]]) -> Any:
    plain = [{key: v.isoformat() if hasattr(v, "isoformat") else v for key, v in row.items()} for row in rows]
    return alt.Data(values=plain)


def _tips(alt: Any, *names: str) -> list[Any]:
    numbers = {"value", "low", "high", "coverage", "shift"}
    return [alt.Tooltip(f"{n}:Q", format="+.3f") if n in numbers else alt.Tooltip(f"{n}:N") for n in names]


def timeline(aggregate: "Aggregate", *, most: int = 4) -> Any:
    """Draw as :func:`tenor.plot.timeline` does; returns an Altair chart."""
    alt = _altair()
    period, lines, _ = series(aggregate, min(most, len(LINES)))
    rows = [{**row, "line": name} for name, own in lines.items() for row in own if row["value"] is not None]
    names = list(lines)
    colours = [colour for colour, _, _ in LINES[: len(names)]]
    base = alt.Chart(_data(alt, rows)).encode(
        x=alt.X(f"{period}:T", title=period),
        color=alt.Color("line:N", scale=alt.Scale(domain=names, range=colours), title=None),
    )
    y = alt.Y("value:Q", title=LABEL[aggregate.settings["statistic"]])
    tips = _tips(alt, "line", period, "value", "low", "high", "articles", "coverage")
    band = base.mark_area(opacity=0.18).encode(y=alt.Y("low:Q", title=""), y2="high:Q")
    line = base.mark_line().encode(y=y, strokeDash=alt.StrokeDash("line:N", title=None))
    marks = base.mark_point(filled=True).encode(
        y=y, shape=alt.Shape("line:N", title=None), size=alt.Size("articles:Q"), tooltip=tips
    )
    return alt.layer(band, line, marks)


def outlets(own: "Aggregate", quoted: "Aggregate", *, most: int = 40) -> Any:
    """Draw as :func:`tenor.plot.outlets` does; returns an Altair chart."""
    alt = _altair()
    found = dumbbells(own, quoted, most)
    rows = [
        {"name": name, "voice": voice, **{k: row[k] for k in ("value", "low", "high", "articles")}}
        for name, *pair in found
        for voice, row in zip(("own voice", "quoted"), pair, strict=True)
        if row["value"] is not None
    ]
    order = [name for name, _, _ in reversed(found)]
    scale = alt.Scale(domain=["own voice", "quoted"], range=[LINES[0][0], LINES[1][0]])
    base = alt.Chart(_data(alt, rows)).encode(y=alt.Y("name:N", sort=order, title=None))
    x = alt.X("value:Q", title=LABEL[own.settings["statistic"]], scale=alt.Scale(zero=False))
    join = base.mark_line(color="#aaa").encode(x=x, detail="name:N")
    rule = base.mark_rule().encode(x="low:Q", x2="high:Q", color=alt.Color("voice:N", scale=scale, title=None))
    shape = alt.Shape("voice:N", scale=alt.Scale(domain=scale.domain, range=["circle", "square"]), title=None)
    tips = _tips(alt, "name", "voice", "value", "low", "high", "articles")
    marks = base.mark_point(filled=True, size=70).encode(
        x=x, color=alt.Color("voice:N", scale=scale, title=None), shape=shape, tooltip=tips
    )
    return alt.layer(join, rule, marks)


def targets(aggregate: "Aggregate", *, most: int = 15) -> Any:
    """Draw as :func:`tenor.plot.targets` does; returns an Altair chart."""
    alt = _altair()
    holders, names, rows = matrix(aggregate, most)
    words = {1: "for", -1: "against", 0: "not settled"}
    sides = list(words.values())
    rows = [{**row, "side": words[side_of(row, centre(aggregate))]} for row in rows]
    a, b = aggregate.by
    shapes = alt.Scale(domain=sides, range=["triangle-up", "triangle-down", "circle"])
    colours = alt.Scale(domain=sides, range=["#0072B2", "#D55E00", "#999999"])
    return (
        alt.Chart(_data(alt, rows))
        .mark_point(filled=True)
        .encode(
            x=alt.X(f"{b}:N", sort=names),
            y=alt.Y(f"{a}:N", sort=holders),
            shape=alt.Shape("side:N", scale=shapes, title=None),
            color=alt.Color("side:N", scale=colours, title=None),
            size=alt.Size("stances:Q"),
            tooltip=_tips(alt, a, b, "value", "low", "high", "stances", "articles"),
        )
    )


def shift(one: "Evidence", other: "Evidence", *, names: tuple[str, str] = ("one", "the other"), most: int = 25) -> Any:
    """Draw as :func:`tenor.plot.shift` does; returns an Altair chart."""
    alt = _altair()
    rows = one.shift(other, kind="arrow").slice(0, most).to_pylist()
    labels = [f"more in {name}" for name in names]
    rows = [{**row, "where": labels[abs(row["one"]) <= abs(row["other"])]} for row in rows]
    return (
        alt.Chart(_data(alt, rows))
        .mark_bar()
        .encode(
            x=alt.X("shift:Q", title=f"mean of {names[0]} less mean of {names[1]}"),
            y=alt.Y("word:N", sort=[row["word"] for row in rows], title=None),
            color=alt.Color("where:N", scale=alt.Scale(domain=labels, range=[LINES[0][0], LINES[3][0]]), title=None),
            tooltip=_tips(alt, "word", "shift", "where"),
        )
    )
