"""From a page's HTML to the article, through trafilatura, and safe against any page."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from dataclasses import replace
from importlib.util import find_spec
from typing import Any

from tenor import _core
from tenor._core import Error
from tenor.article import Article, read
from tenor.text import Span

__all__ = ["clean_html"]

_PROGRAM = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from tenor.html_reader import serve; serve()"


class _Reader:
    """A process that reads pages, one after the other. After an error or a time-out it is not used again."""

    def __init__(self) -> None:
        if not sys.executable:
            raise Error("clean_html starts a process of its own, and sys.executable does not say which Python to start")
        self.process = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM, json.dumps(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for the program that reads, not for its helper
        )
        if "ready" not in self._answer():
            self.close()
            raise Error("the process that reads pages does not start; try: python -c 'import trafilatura'")

    def _answer(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        return json.loads(line) if line.endswith(b"\n") else {}

    def read(self, page: bytes, header: dict[str, Any], timeout: float) -> dict[str, Any]:
        """Return the answer, or ``{"error": why}``."""
        assert self.process.stdin is not None
        late = threading.Event()

        def end() -> None:
            late.set()
            self.process.kill()

        timer = threading.Timer(timeout, end)
        timer.daemon = True
        timer.start()
        answer: dict[str, Any] = {}
        try:
            self.process.stdin.write(json.dumps(header).encode() + b"\n" + page)
            self.process.stdin.flush()
            answer = self._answer()
        except OSError:
            pass  # it ended before it had read the page
        finally:
            timer.cancel()
            timer.join()  # from here on it cannot end a process that reads the next page
            if late.is_set() or not answer:
                self.close()
        if late.is_set():
            return {"error": f"the page took longer than {timeout:g} s to read"}
        return answer or {"error": f"the page ended the process that read it (exit code {self.process.returncode})"}

    @property
    def alive(self) -> bool:
        return self.process.returncode is None

    def close(self) -> None:
        self.process.kill()
        for pipe in (self.process.stdin, self.process.stdout):
            try:
                assert pipe is not None
                pipe.close()
            except OSError:
                pass  # half of a page was left in it
        self.process.wait()


#: Readers at rest. Each is used by one thread at a time; there are as many as threads that read at once.
_idle: list[_Reader] = []


def _close_all() -> None:
    while _idle:
        _idle.pop().close()


atexit.register(_close_all)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_idle.clear)  # the parent's readers are not the child's


def _read(page: bytes, header: dict[str, Any], timeout: float) -> dict[str, Any]:
    try:
        reader = _idle.pop()
    except IndexError:
        reader = _Reader()
    answer = reader.read(page, header, timeout)
    if reader.alive:
        _idle.append(reader)
    return answer


def clean_html(
    page: str | bytes, *, url: str | None = None, timeout: float = 10.0, max_bytes: int = 10_000_000
) -> Article:
    """Take the article out of a page's HTML.

    trafilatura [1]_ finds the article and its metadata; then lines that are nothing but a link, and lines whose words
    give them away (calls to subscribe, credits, notices), are set aside. Where trafilatura finds nothing, all the
    page's text is read as `clean` reads it. A page is read in a process of its own, which is ended at the time limit
    and replaced when a page ends it; it is kept for the next page.

    Parameters
    ----------
    page : str or bytes
        HTML. The encoding of bytes is found from what they declare and look like.
    url : str, optional
        The page's address, which helps to find its date and outlet.
    timeout : float
        Most seconds for the page.
    max_bytes : int
        Most bytes (of a str: in UTF-8).

    Returns
    -------
    Article
        Its `text` is made of the page: title, outlet, authors, then the paragraphs, with a blank line between them.
        The date is that of the metadata. A page that gives no article has an empty one with a `status` that says why:
        nothing that a page holds raises an error.

    Raises
    ------
    TypeError
        If `page` is neither str nor bytes.
    Error
        If trafilatura is not installed (``pip install 'tenor[html]'``), or a limit is not positive.

    References
    ----------
    .. [1] A. Barbaresi, "Trafilatura: A Web Scraping Library and Command-Line Tool for Text Discovery and
       Extraction", ACL-IJCNLP 2021 Demo.
    """
    if not isinstance(page, str | bytes | bytearray | memoryview):
        raise TypeError(f"page must be str or bytes, not {type(page).__name__}")
    for name, limit in (("timeout", timeout), ("max_bytes", max_bytes)):
        if not limit > 0:
            raise Error(f"{name} must be positive, not {limit!r}")
    if find_spec("trafilatura") is None:
        raise Error("clean_html needs trafilatura; install it with: pip install 'tenor[html]'")
    # A page that is far too large is not even encoded.
    size = len(page) if isinstance(page, str) else memoryview(page).nbytes
    if size <= max_bytes:
        data = page.encode("utf-8", "surrogatepass") if isinstance(page, str) else bytes(page)
        size = len(data)
    if size > max_bytes:
        return Article("", status=f"the page has {size:,} bytes, more than max_bytes={max_bytes:,}")
    answer = _read(data, {"size": size, "text": isinstance(page, str), "url": url}, timeout)
    if "error" in answer:
        return Article("", status=answer["error"])
    return _article(answer)


def _article(found: dict[str, Any]) -> Article:
    """Put the parts together; see `html_reader.read` for what was found."""
    lines: list[tuple[str, bool]] = found["lines"]
    body = "\n\n".join(text for text, _ in lines)
    if found["whole"]:
        article = read(body, _core.Origin.page)
        status = "ok" if article.body else "no text found on the page"
        return replace(article, date=article.date or found.get("date"), status=status)

    text, spans = "", {}
    for name in ("title", "outlet", "byline"):
        if value := found[name]:
            spans[name] = Span(len(text), len(text) + len(value))
            text += value + "\n\n"
    at, links = len(text), []
    for line, is_link in lines:
        if is_link or line == found["title"]:
            links.append((Span(at, at + len(line)), "link" if is_link else "title again"))
        at += len(line) + 2
    return _set_aside(_shift(read(body, _core.Origin.extract), text, spans, found["date"]), links)


def _shift(article: Article, head: str, known: dict[str, Span], date: str | None) -> Article:
    """Move an article behind the head of its page. What the metadata says goes before what the text seems to say."""

    def move(span: Span | None) -> Span | None:
        return None if span is None else Span(span.start + len(head), span.end + len(head))

    def moved(spans: list[Span]) -> list[Span]:
        return [Span(s.start + len(head), s.end + len(head)) for s in spans]

    return replace(
        article,
        text=head + article.text,
        title=known.get("title"),
        outlet=known.get("outlet") or move(article.outlet),
        byline=known.get("byline") or move(article.byline),
        dateline=move(article.dateline),
        date=date or article.date,
        body=moved(article.body),
        captions=moved(article.captions),
        pull_quotes=moved(article.pull_quotes),
        removed=[(Span(s.start + len(head), s.end + len(head)), why) for s, why in article.removed],
    )


def _set_aside(article: Article, lines: list[tuple[Span, str]]) -> Article:
    """Take these lines out of the body and the captions."""
    reasons = {span.start: reason for span, reason in lines}
    taken = [s for s in article.body + article.captions if s.start in reasons]
    return replace(
        article,
        body=[s for s in article.body if s.start not in reasons],
        captions=[s for s in article.captions if s.start not in reasons],
        removed=sorted(article.removed + [(s, reasons[s.start]) for s in taken]),
    )
