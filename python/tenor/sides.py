"""How an article shows itself: what was kept and what was set aside, side by side.

The HTML is escaped, needs no script and no outside file, inherits the page's colours (so it is readable in light and
dark themes), says everything that it marks in words too, and is capped in size.
"""

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from tenor.display import printable

if TYPE_CHECKING:
    from rich.console import Group
    from rich.text import Text

    from tenor.article import Article

__all__ = ["html", "terminal"]

# Beyond these a page would no longer scroll; what is left out is counted.
_MAX_CHARACTERS = 30_000
_MAX_LINES = 12  # of what was set aside in one place
_MAX_LINE = 2_000

_STYLE = """
.tenor-article{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:.4em 1.4em;line-height:1.5;
max-width:76em;color:inherit;text-align:left;overflow-wrap:anywhere}
.tenor-article>div{border-top:1px solid #8884;padding-top:.3em}
.tenor-article .head{border-top:0;font-weight:600;opacity:.75}
.tenor-article p{margin:0 0 .5em;white-space:pre-wrap}
.tenor-article .title{font-weight:600;font-size:1.15em}
.tenor-article .caption,.tenor-article .pull{font-style:italic;padding-left:.8em;border-left:3px solid #8888}
.tenor-article small{opacity:.7;font-family:monospace;font-style:normal;font-weight:400}
.tenor-article .aside{font-size:.88em}
.tenor-article .aside p{margin-bottom:.15em;opacity:.85}
""".strip().replace("\n", "")

#: Parts that are told by their place and looks alone.
_UNNAMED = {"title", "body"}


class _Line(NamedTuple):
    name: str
    text: str
    reason: str


class _Row(NamedTuple):
    """A run of kept parts, and what was set aside after it."""

    kept: list[_Line]
    aside: list[_Line]


def _rows(article: "Article") -> tuple[list[_Row], int]:
    """Return the rows to show, and how many characters of the text lie beyond them."""
    rows: list[_Row] = []
    shown = 0
    for name, span, reason in article.parts():
        if shown >= _MAX_CHARACTERS:
            return rows, len(article.text) - span.start
        text = article.text[span.start : min(span.end, span.start + _MAX_LINE * (20 if not reason else 1))]
        text = text[: _MAX_CHARACTERS - shown]
        shown += len(text)
        line = _Line(name, text + (" …" if len(text) < span.end - span.start else ""), reason)
        if not rows or (not reason and rows[-1].aside):
            rows.append(_Row([], []))
        (rows[-1].aside if reason else rows[-1].kept).append(line)
    return rows, 0


def _capped(lines: list[_Line]) -> Iterator[_Line | int]:
    """Yield the first lines, then the number of those left out."""
    yield from lines[:_MAX_LINES]
    if len(lines) > _MAX_LINES:
        yield len(lines) - _MAX_LINES


def _heads(article: "Article") -> tuple[str, str]:
    if article.status != "ok":
        return article.status, ""
    kept, gone = len(article.body), len(article.removed)
    date = f" · {article.date}" if article.date else ""
    return f"Kept: {kept:,} paragraph{'s' * (kept != 1)}{date}", f"Set aside: {gone:,} line{'s' * (gone != 1)}"


def html(article: "Article") -> str:
    """Return the article as HTML in two columns."""
    rows, left = _rows(article)
    out = [f'<style>{_STYLE}</style><div class="tenor-article">']
    out += [f'<div class="head">{escape(head)}</div>' for head in _heads(article)]
    for row in rows:
        aside = "".join(
            f"<p>… {line:,} more</p>"
            if isinstance(line, int)
            else f"<p><small>{escape(line.reason)}</small> {escape(line.text)}</p>"
            for line in _capped(row.aside)
        )
        out.append(f'<div>{"".join(map(_paragraph, row.kept))}</div><div class="aside">{aside}</div>')
    if left:
        out.append(f"<div>… {left:,} more characters</div><div></div>")
    return "".join(out) + "</div>"


def _paragraph(line: _Line) -> str:
    label = "" if line.name in _UNNAMED else f"<small>{escape(line.name)}</small> "
    return f'<p class="{line.name.split()[0]}">{label}{escape(line.text)}</p>'


def terminal(article: "Article") -> "Group":
    """Return the article for ``rich``: two columns."""
    from rich import box
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    rows, left = _rows(article)
    table = Table(box=box.SIMPLE_HEAD, show_lines=False, expand=True, padding=(0, 1))
    for head, ratio in zip(_heads(article), (3, 2), strict=True):
        table.add_column(Text(head), ratio=ratio, overflow="fold")
    for row in rows:
        aside = Text("\n").join(
            Text(f"… {line:,} more", style="dim") if isinstance(line, int) else _aside(line)
            for line in _capped(row.aside)
        )
        table.add_row(Text("\n").join(map(_styled, row.kept)), aside)
    return Group(table, *([Text(f"… {left:,} more characters")] if left else []))


def _aside(line: _Line) -> "Text":
    from rich.text import Text

    return Text.assemble((f"{line.reason}: ", "bold dim"), (printable(line.text), "dim"))


def _styled(line: _Line) -> "Text":
    from rich.text import Text

    style = {"title": "bold", "caption": "italic", "pull quote": "italic"}.get(line.name, "")
    label = "" if line.name in _UNNAMED else f"{line.name}: "
    return Text.assemble((label, "dim"), (printable(line.text), style))
