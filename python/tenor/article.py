"""From a scraped page to the article and nothing but the article: spans of the text as it was given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tenor import _core
from tenor.text import Span, refuse

if TYPE_CHECKING:
    from rich.console import Group

__all__ = ["Article", "clean"]


@dataclass(frozen=True)
class Article:
    """The parts of an article; each is a span of `text`, which is never altered.

    In a notebook it shows what was kept and what was set aside, side by side; ``rich.print(article)`` does so in a
    terminal.

    Attributes
    ----------
    text : str
        The text as it was given.
    title, outlet, byline, dateline : Span or None
        The headline, the name of the paper or agency, the authors, and the line that says where and when.
    date : str or None
        The date in ISO 8601 with the time and offset where the page gives them, as ``"2025-12-03T08:24+00:00"``;
        None where there is no date or it can be read in two ways (``"03/04/2019"``).
    body : list of Span
        Paragraphs in order.
    captions : list of Span
        Captions and credits of pictures.
    pull_quotes : list of Span
        Words of the body that the page prints a second time as an eye-catcher.
    removed : list of (Span, str)
        What was set aside as not the article's own, with the reason.
    status : str
        ``"ok"``, or why a page gave no article.
    """

    text: str = field(repr=False)
    title: Span | None = None
    outlet: Span | None = None
    byline: Span | None = None
    dateline: Span | None = None
    date: str | None = None
    body: list[Span] = field(default_factory=list)
    captions: list[Span] = field(default_factory=list)
    pull_quotes: list[Span] = field(default_factory=list)
    removed: list[tuple[Span, str]] = field(default_factory=list)
    status: str = "ok"

    def parts(self) -> Iterator[tuple[str, Span, str]]:
        """(name, span, reason) of every part in the order of the text; the reason is empty for what was kept."""
        found = [("body", s, "") for s in self.body] + [("caption", s, "") for s in self.captions]
        found += [("pull quote", s, "") for s in self.pull_quotes]
        for name in ("title", "outlet", "byline", "dateline"):
            span: Span | None = getattr(self, name)
            if span is not None:
                found.append((name, span, ""))
        found += [("removed", s, reason) for s, reason in self.removed]
        yield from sorted(found, key=lambda part: part[1])

    def __repr__(self) -> str:
        def show(span: Span | None) -> str | None:
            return None if span is None else self.text[span.start : span.end][:80]

        if self.status != "ok":
            return f"Article(status={self.status!r})"
        return (
            f"Article(title={show(self.title)!r}, outlet={show(self.outlet)!r}, date={self.date!r}, "
            f"{len(self.body)} paragraphs, {len(self.captions)} captions, {len(self.removed)} lines removed)"
        )

    def _repr_html_(self) -> str:
        from tenor.sides import html

        return html(self)

    def __rich__(self) -> Group:
        from tenor.sides import terminal

        return terminal(self)


def clean(text: str) -> Article:
    """Tell an article from what a site puts around it, in plain text that somebody scraped.

    Lines are judged one by one: what they say (calls to subscribe, share buttons, copyright notices), how they look,
    and where they stand. One line break ends a paragraph, or a blank line does where lines are wrapped; the text
    decides. A text of one paragraph is body.

    Parameters
    ----------
    text : str
        The text of a page or an article. Nothing of it is altered.

    Returns
    -------
    Article
        Spans are code points of `text`.

    Raises
    ------
    TypeError
        If `text` is not a string.
    Error
        If it holds a lone surrogate.
    """
    return read(text, _core.Origin.page)


def read(text: str, origin: _core.Origin) -> Article:
    """Read a page's text, or what an extractor took out of its HTML."""
    if not isinstance(text, str):
        refuse(text)
    try:
        found = _core.clean(text, origin)
    except TypeError:
        refuse(text)

    def span(pair: tuple[int, int] | None) -> Span | None:
        return None if pair is None else Span._make(pair)

    return Article(
        text,
        title=span(found["title"]),
        outlet=span(found["outlet"]),
        byline=span(found["byline"]),
        dateline=span(found["dateline"]),
        date=found["date"] or None,
        body=[Span._make(s) for s in found["body"]],
        captions=[Span._make(s) for s in found["captions"]],
        pull_quotes=[Span._make(s) for s in found["pull_quotes"]],
        removed=[(Span._make(s), reason) for s, reason in found["removed"]],
    )
