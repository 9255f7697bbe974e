"""Articles as rows: what `tenor.clean_all` makes of a frame, and `tenor clean` of files.

=============  =============  =======================================================================================
article        int64          row of the text, from 0
title          string         null where there is none; so too the next four
outlet         string
byline         string
dateline       string
date           string         ISO 8601, where it can be read in one way
text           string         the body: its paragraphs with a blank line between
captions       list           captions and credits of pictures
pull_quotes    list           words of the body that the page prints again as an eye-catcher
removed        list of pairs  what was set aside: reason, text
status         string         ``ok``, or why there is no article
=============  =============  =======================================================================================
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from tenor.pages import Page

if TYPE_CHECKING:
    from tenor.article import Article

__all__ = ["SCHEMA", "clean_all", "read", "row", "summary"]

_STRINGS = pa.large_list(pa.large_string())
_REMOVED = pa.large_list(pa.struct({"reason": pa.large_string(), "text": pa.large_string()}))
_PARTS = ("title", "outlet", "byline", "dateline")

#: The schema of `clean_all`'s table; the same whatever comes in.
SCHEMA = pa.schema(
    {
        "article": pa.int64(),
        **dict.fromkeys((*_PARTS, "date", "text"), pa.large_string()),
        "captions": _STRINGS,
        "pull_quotes": _STRINGS,
        "removed": _REMOVED,
        "status": pa.large_string(),
    }
)


def clean_all(texts: Any, text: str = "text", *, html: bool = False) -> Any:
    """Clean a corpus: one row a text, in order, in a frame of the kind that came in.

    A text that cannot be read, and a page without an article, has its row too: with a `status` that says why. Bytes
    are read as HTML, strings as plain text.

    Parameters
    ----------
    texts : frame, series, list of str, or Arrow stream
        A frame of any kind that narwhals knows (pandas, polars, pyarrow...), anything with ``__arrow_c_stream__``, or
        any iterable of texts or pages.
    text : str
        The column of the texts, if `texts` is a frame.
    html : bool
        The strings are pages' HTML, for `tenor.clean_html`.

    Returns
    -------
    frame
        Columns ``article``, ``title``, ``outlet``, ``byline``, ``dateline``, ``date``, ``text``, ``captions``,
        ``pull_quotes``, ``removed`` and ``status`` (`tenor.cleaning` describes them); of pyarrow for lists.

    Raises
    ------
    Error
        If the frame has no such column, or pages are to be read without the extra ``tenor[html]``.
    """
    from tenor import frames, intake

    values, back = intake.read(texts, text)
    if isinstance(values, intake.Chunks):
        values = chain.from_iterable(frames.strings(array, text) for array in values.arrays)
    parts = [SCHEMA.empty_table(), *_tables(values, html)]
    return back(pa.concat_tables(parts).combine_chunks())


def _tables(values: Iterable[object], html: bool, size: int = 1024) -> Iterator[pa.Table]:
    rows: list[dict[str, Any]] = []
    for number, value in enumerate(values):
        found = row(read(value, html))
        removed = [{"reason": why, "text": part} for why, part in found["removed"]]
        rows.append({"article": number, **found, "removed": removed})
        if len(rows) == size:
            yield pa.Table.from_pylist(rows, schema=SCHEMA)
            rows = []
    yield pa.Table.from_pylist(rows, schema=SCHEMA)


def read(value: object, html: bool = False) -> "Article":
    """Return the article of a text or a page; of what gives none an empty one, whose `status` says why."""
    from tenor.article import Article, clean
    from tenor.html import clean_html
    from tenor.intake import status_of

    if isinstance(value, bytes):
        value = Page(value)
    if isinstance(value, Page):
        return clean_html(value.html, url=value.url)
    if html and isinstance(value, str):
        return clean_html(value)
    if why := status_of(value):
        return Article("", status=why)
    assert isinstance(value, str)
    article = clean(value)
    return article if article.body or article.captions or article.title else Article("", status="empty")


def row(article: "Article") -> dict[str, Any]:
    """Return an article's parts as words instead of spans."""

    def words(span: Any) -> str | None:
        return None if span is None else article.text[slice(*span)]

    def line(span: Any) -> str:
        return " ".join(article.text[slice(*span)].split())

    return {
        **{name: words(getattr(article, name)) for name in _PARTS},
        "date": article.date,
        "text": "\n\n".join(article.text[slice(*span)] for span in article.body),
        "captions": [line(span) for span in article.captions],
        "pull_quotes": [line(span) for span in article.pull_quotes],
        "removed": [[why, line(span)] for span, why in article.removed],
        "status": article.status,
    }


def summary(found: dict[str, Any]) -> str:
    """Return a row's title and text, where it has them."""
    return "\n\n".join(part for part in (found["title"], found["text"]) if part)
