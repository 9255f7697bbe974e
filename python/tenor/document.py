"""One article as tenor read it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from tenor.text import Span

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tenor.intake import Batch

__all__ = ["Document", "QuoteRow", "Removed", "SentenceRow", "StanceRow", "Unreadable", "documents"]


class Unreadable(NamedTuple):
    """Stands for a text that could not be read, and says why."""

    reason: str


class Removed(NamedTuple):
    """A part of the text that is not the article's, and why the clean-up thinks so."""

    span: Span
    reason: str


class SentenceRow(NamedTuple):
    """A row of the table ``sentences`` (:mod:`tenor.frames` describes the columns)."""

    sentence: int
    start: int
    end: int
    section: str
    text: str
    sentiment: float
    hits: int
    outlet_share: float
    words: int
    positive: int
    negative: int
    outlet_positive: int
    outlet_negative: int
    outlet_sentiment: float
    quoted: list[Span]


class QuoteRow(NamedTuple):
    """A row of the table ``quotes`` (:mod:`tenor.frames` describes the columns)."""

    sentence: int
    quote: int
    holder: str
    source: list[Span]
    cue: list[Span]
    content: list[Span]
    kind: str
    depth: int


class StanceRow(NamedTuple):
    """A row of the table ``stances`` (:mod:`tenor.frames` describes the columns)."""

    sentence: int
    holder: str
    target: str
    target_start: int
    target_end: int
    stance: int
    unfavourable: float
    neutral: float
    favourable: float
    depth: int


@dataclass(frozen=True, repr=False)
class Document:
    """An article, its parts and what was found in it.

    In a notebook it shows itself with holders, cues, contents and targets marked; ``rich.print(doc)`` does so in a
    terminal. Every span is in code points of ``text``.

    Attributes
    ----------
    text : str
        The text as it was given.
    title, outlet, byline, dateline : Span or None
        Parts that the clean-up found.
    date : str or None
        ISO 8601, where the page gives a date that can be read in one way.
    body, captions : list of Span
        Paragraphs.
    removed : list of Removed
        Site chrome, with the reason.
    sentences, quotes, stances : list of named tuples
        The rows of the three tables. ``stances[j].sentence`` is an index into ``sentences``.
    status : str
        ``"ok"``, or why the text could not be read.
    """

    text: str
    title: Span | None = None
    outlet: Span | None = None
    byline: Span | None = None
    dateline: Span | None = None
    date: str | None = None
    body: list[Span] = field(default_factory=list)
    captions: list[Span] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    sentences: list[SentenceRow] = field(default_factory=list)
    quotes: list[QuoteRow] = field(default_factory=list)
    stances: list[StanceRow] = field(default_factory=list)
    status: str = "ok"

    def keyterms(self, n: int = 10) -> list[tuple[str, float]]:
        """Terms that mark the article and their weights, best first, as :func:`tenor.keyterms` finds them."""
        from tenor.keyterm import keyterms

        return keyterms([s.text for s in self.sentences], n)

    def __repr__(self) -> str:
        title = f"{self.text[slice(*self.title)]!r}, " if self.title else ""
        counts = f"{len(self.sentences)} sentences, {len(self.quotes)} quotes, {len(self.stances)} stances"
        return f"<tenor.Document {title}{counts}{'' if self.status == 'ok' else ', ' + self.status}>"

    def _repr_html_(self) -> str:
        from tenor.display import html

        return html(self)

    def __rich__(self) -> "RenderableType":
        from tenor.display import terminal

        return terminal(self)


def _strings(column: Any) -> list[str]:
    offsets, data = column
    blob, at = data.tobytes(), offsets.tolist()
    return [blob[b:e].decode() for b, e in pairwise(at)]


def _span_lists(column: Any) -> list[list[Span]]:
    offsets, start, end = column
    spans = list(map(Span, start.tolist(), end.tolist()))
    at = offsets.tolist()
    return [spans[b:e] for b, e in pairwise(at)]


def _list(column: Any) -> list[Any]:
    if not isinstance(column, tuple):
        values: list[Any] = column.tolist()
        return values
    return _strings(column) if len(column) == 2 else _span_lists(column)


def _spans(table: dict[str, Any], name: str) -> list[Span | None]:
    pairs = zip(table[f"{name}_start"].tolist(), table[f"{name}_end"].tolist(), strict=True)
    return [Span(s, e) if s >= 0 else None for s, e in pairs]


def _rows(table: dict[str, Any], kind: Any, count: int, first: int) -> list[list[Any]]:
    """Return the rows of each article as named tuples."""
    out: list[list[Any]] = [[] for _ in range(count)]
    columns = zip(*(_list(table[name]) for name in kind._fields), strict=True)
    for article, row in zip(table["article"].tolist(), columns, strict=True):
        out[article - first].append(kind._make(row))
    return out


def documents(found: dict[str, dict[str, Any]], batch: "Batch") -> Iterator[Document]:
    """Turn what the core found into documents, one for each value of the batch."""
    n = len(batch.values)
    a, unread = found["articles"], found["unreadable"]
    title, outlet, byline, dateline = (_spans(a, name) for name in ("title", "outlet", "byline", "dateline"))
    parts = {name: _list(a[name]) for name in ("date", "body", "captions", "removed", "reasons")}
    sentences = _rows(found["sentences"], SentenceRow, n, batch.first)
    quotes = _rows(found["quotes"], QuoteRow, n, batch.first)
    stances = _rows(found["stances"], StanceRow, n, batch.first)
    statuses = dict(zip(unread["article"].tolist(), _strings(unread["status"]), strict=True)) | batch.why
    row = 0
    for i, text in enumerate(batch.values):
        if batch.first + i in statuses:
            yield Document(text if isinstance(text, str) else "", status=statuses[batch.first + i])
            continue
        yield Document(
            str(text),
            title=title[row],
            outlet=outlet[row],
            byline=byline[row],
            dateline=dateline[row],
            date=parts["date"][row] or None,
            body=parts["body"][row],
            captions=parts["captions"][row],
            removed=list(map(Removed, parts["removed"][row], parts["reasons"][row].split("\n"))),
            sentences=sentences[i],
            quotes=quotes[i],
            stances=stances[i],
        )
        row += 1
