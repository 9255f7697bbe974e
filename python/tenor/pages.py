"""Pages of HTML, in files and in web archives (WARC)."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import IO, Any, NamedTuple

from tenor._core import Error
from tenor.document import Unreadable

__all__ = ["Page", "read_page", "read_warc"]

#: Of a page no more is read than this: `clean_html` takes no page that is larger, and says so in its row.
_MOST = 10_000_001


class Page(NamedTuple):
    """A page as a server sent it, and its address where it is known."""

    html: bytes
    url: str | None = None


def read_page(file: IO[bytes]) -> Iterator[Page]:
    """Read a file that is one page."""
    yield Page(file.read(_MOST))


def read_warc(file: IO[bytes]) -> Iterator[Page | Unreadable]:
    """Read the pages of a web archive: its HTML responses, in order.

    Images, scripts and requests are passed over. A page that the server refused (404 and the like) and one that cannot
    be unpacked stand for themselves, and say why.

    Raises
    ------
    Error
        If warcio is not installed (``pip install 'tenor[warc]'``).
    OSError
        If the file is no web archive, or not one to its end.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError:
        raise Error("reading WARC needs warcio; install it with: pip install 'tenor[warc]'") from None

    pages = _pages(ArchiveIterator(file))
    while True:
        try:
            page = next(pages, None)
        except Exception as e:  # a broken archive makes warcio raise whatever its parser trips over
            raise OSError(0, f"not a WARC file, or a broken one: {e}") from None
        if page is None:
            return
        yield page


def _pages(records: Iterable[Any]) -> Iterator[Page | Unreadable]:
    for record in records:
        if record.rec_type in ("response", "resource") and "html" in _content_type(record):
            yield _page(record)


def _content_type(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return (headers.get_header("Content-Type") or "").lower()


def _page(record: Any) -> Page | Unreadable:
    url = record.rec_headers.get_header("WARC-Target-URI")
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if not status.startswith("2"):
        return Unreadable(f"{url}: the server answered {record.http_headers.statusline.strip()}")
    parts, size = [], 0
    try:
        stream = record.content_stream()
        while size < _MOST and (part := stream.read(min(1 << 16, _MOST - size))):
            parts.append(part)
            size += len(part)
    except (zlib.error, ValueError) as e:
        return Unreadable(f"{url}: the page cannot be unpacked: {e}")
    return Page(b"".join(parts), url)
