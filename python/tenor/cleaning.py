"""Articles as rows: what `tenor clean` writes for each text."""

from typing import Any

from tenor._core import Error
from tenor.document import Unreadable

__all__ = ["cleaned", "kept"]


def cleaned(value: object, html: bool = False) -> dict[str, Any]:
    """Return the article of a text, or of a page's HTML, as a row; what gives none has a `status` that says why."""
    from tenor.article import Article, clean
    from tenor.html import clean_html

    if isinstance(value, Unreadable):
        return _row(Article("", status=value.reason))
    if not isinstance(value, str):
        return _row(Article("", status=f"not a text but {type(value).__name__}"))
    try:
        article = clean_html(value) if html else clean(value)
    except Error as e:
        if html:
            raise  # the extra is not installed: no row is at fault
        article = Article("", status=str(e))
    if article.status == "ok" and not (article.body or article.captions or article.title):
        return _row(Article("", status="empty"))
    return _row(article)


def _row(article: Any) -> dict[str, Any]:
    def words(span: Any) -> str | None:
        return None if span is None else article.text[slice(*span)]

    return {
        "title": words(article.title),
        "outlet": words(article.outlet),
        "byline": words(article.byline),
        "date": article.date,
        "text": "\n\n".join(article.text[slice(*s)] for s in sorted(article.body + article.captions)),
        "removed": [[why, " ".join(article.text[slice(*s)].split())] for s, why in article.removed],
        "status": article.status,
    }


def kept(row: dict[str, Any]) -> list[str]:
    """Return a row's title and text, where it has them."""
    return [part for part in (row["title"], row["text"]) if part]
