"""Images and tables of the page."""

import base64
import io
import json
from html import escape
from typing import Any

from tenor.aggregation import Aggregate
from tenor.report.tables import cell

__all__ = ["image", "outlets_table", "stances_table"]


def image(ax: Any, alt: str, caption: str = "") -> str:
    """Return a drawing as an image inside the page, the same bytes for the same drawing."""
    from matplotlib import pyplot, rc_context

    out = io.BytesIO()
    with rc_context({"svg.hashsalt": "tenor"}):
        ax.figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None}, bbox_inches="tight")
    pyplot.close(ax.figure)
    data = base64.b64encode(out.getvalue()).decode()
    under = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
    return f'<figure><img alt="{escape(alt)}" src="data:image/svg+xml;base64,{data}">{under}</figure>'


def _table(caption: str, head: list[str], rows: list[list[str]], text: int) -> str:
    kind = ["" if i < text else ' class="n"' for i in range(len(head))]
    top = "".join(f'<th scope="col"{k}>{escape(h)}</th>' for h, k in zip(head, kind, strict=True))
    body = "".join(
        "<tr>" + "".join(f"<td{k}>{v}</td>" for v, k in zip(row, kind, strict=True)) + "</tr>" for row in rows
    )
    inside = f"<caption>{escape(caption)}</caption><thead><tr>{top}</tr></thead><tbody>{body}</tbody>"
    return f'<div class="wide"><table>{inside}</table></div>'


def _open(label: str, value: Any) -> str:
    return f'<button data-open="{escape(json.dumps(value, ensure_ascii=False))}">{escape(label)}</button>'


def _interval(row: dict[str, Any]) -> str:
    if row["value"] is None:
        return "–"
    return cell(row["value"]) + ("" if row["low"] is None else f" [{cell(row['low'])}, {cell(row['high'])}]")


def outlets_table(own: Aggregate, quoted: Aggregate, outlet: str) -> str:
    """Return the table of outlets; a name opens its sentences."""
    theirs = {row[outlet]: row for row in quoted.table.to_pylist()}
    rows = []
    for row in own.table.to_pylist():
        name, other = row[outlet], theirs[row[outlet]]
        shown = str(name or "(no outlet)")
        numbers = [f"{row['articles']:,}", f"{row['sentences']:,}", cell(row["coverage"]).lstrip("+")]
        rows.append([_open(shown, {"outlet": shown}), _interval(row), _interval(other), *numbers])
    s = own.settings
    caption = f"{s['statistic']} with {100 * s['ci']:g} % intervals; an outlet's name opens its sentences"
    head = ["outlet", "own voice", "quoted", "articles", "sentences", "coverage"]
    return "<h2>Outlets</h2>" + _table(caption, head, rows, 1)


def stances_table(held: Aggregate, most: int = 50) -> str:
    """Return the table of holders and targets with the most stances; a holder's name opens the sentences."""
    found = sorted(held.table.to_pylist(), key=lambda row: -row["stances"])[:most]
    rows = [
        [
            _open(str(row["holder"]), {"stance": [row["holder"], row["target"]]}),
            escape(str(row["target"])),
            _interval(row),
            *(f"{row[name]:,}" for name in ("positive", "negative", "stances", "articles")),
        ]
        for row in found
    ]
    more = f" ({len(held):,} pairs in all)" if len(held) > most else ""
    head = ["holder", "target", "mean stance", "for", "against", "stances", "articles"]
    return "<h2>Stances</h2>" + _table(f"-1 against to 1 for; a holder's name opens the sentences{more}", head, rows, 2)
