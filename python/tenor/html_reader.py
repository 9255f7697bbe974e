"""Reads pages for `tenor.clean_html` in a process of its own, so that a hostile page costs that process at most.

A request is a line of JSON (``{"size": bytes, "text": whether they are UTF-8, "url": ...}``) and the page's bytes; the
answer is one line of JSON. The process ends when its standard input does.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Collection, Iterator
from typing import Any

__all__ = ["blocks", "read", "serve"]

#: Elements that begin a line of their own; in what trafilatura returns, and in HTML.
_NAMES = """
ab address article aside blockquote body br button caption cell code dd details div dl dt fieldset figcaption figure
footer form h1 h2 h3 h4 h5 h6 head header hr item lb legend li list main nav ol option p pre quote row section select
summary table tbody td textarea tfoot th thead title tr ul
"""
_LINES = frozenset(_NAMES.split())
_LINKS = {"a", "ref"}
_SILENT = {"noscript", "script", "style", "svg", "template", "title"}

#: Memory that the process may take, in bytes: far more than a page within the size limit needs.
_MEMORY = 4 << 30


def blocks(root: Any, skip: Collection[str] = ()) -> Iterator[tuple[str, bool]]:
    """Yield the lines under an element, and whether all but a tenth of each is a link.

    White space is closed up, as a browser does. No recursion: how deep the elements nest does not matter.
    """
    from lxml import etree

    words: list[str] = []
    linked = total = links = hidden = 0

    def add(text: str | None) -> None:
        nonlocal linked, total
        if text and not hidden:
            words.append(text)
            size = len("".join(text.split()))
            total += size
            linked += size if links else 0

    def close() -> Iterator[tuple[str, bool]]:
        nonlocal linked, total
        line = " ".join("".join(words).split())
        if total:
            yield line, linked >= 0.9 * total
        words.clear()
        linked = total = 0

    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _LINES:
                yield from close()
            links += tag in _LINKS
            hidden += tag in skip or not tag
            add(element.text)
        else:
            if tag in _LINES:
                yield from close()
            links -= tag in _LINKS
            hidden -= tag in skip or not tag
            if element is not root:
                add(element.tail)
    yield from close()


def read(page: str | bytes, url: str | None = None) -> dict[str, Any]:
    """Find a page's article and what its metadata says of it.

    Returns
    -------
    dict
        ``lines`` of (text, is a link); ``whole`` where no article was found and they are all the page's lines;
        ``title``, ``outlet``, ``byline`` and ``date``, each a string or None.
    """
    import trafilatura

    tree = _parse(page)
    if tree is None:
        return {"lines": [], "whole": True}
    # Tables are rarely prose; comments are other people's. The tree is used up.
    found: Any = trafilatura.bare_extraction(
        tree, url=url, include_comments=False, include_tables=False, include_links=True, with_metadata=True
    )
    lines = _lines(found.body) if found is not None and found.body is not None else []
    whole = not lines
    if whole:
        lines = _lines(_parse(page))
    about: Any = found or trafilatura.extract_metadata(_parse(page), default_url=url)
    known = {"title": about.title, "outlet": about.sitename, "byline": about.author, "date": about.date}
    return {
        "lines": [(_mend(line), link) for line, link in lines],
        "whole": whole,
        **{name: _mend(" ".join(value.split())) if value else None for name, value in known.items()},
    }


def _lines(root: Any) -> list[tuple[str, bool]]:
    """Return the lines that say anything: those with a letter or a figure."""
    return [line for line in blocks(root, _SILENT) if any(map(str.isalnum, line[0]))]


def _parse(page: str | bytes) -> Any:
    """Return the page's tree, or None where it holds no elements."""
    from lxml import etree, html
    from trafilatura.utils import decode_file, load_html

    tree = load_html(page)
    if tree is not None:
        return tree
    # trafilatura wants a whole page; a piece of one is read too.
    text = decode_file(page) if isinstance(page, bytes) else page
    try:
        return html.document_fromstring(text) if "<" in text else None
    except (etree.LxmlError, ValueError):
        return None


def _mend(text: str) -> str:
    """Replace lone surrogates, which a page may hold as numbers."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def serve() -> None:
    """Answer requests until standard input ends."""
    # What a library prints would break the answers: they get a copy of standard output to themselves.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    except (ImportError, ValueError, OSError):
        pass  # not on this system: the size limit has to do

    import trafilatura  # noqa: F401  before the first page's time begins to run

    def answer(value: dict[str, Any]) -> None:
        answers.write(json.dumps(value).encode() + b"\n")
        answers.flush()

    answer({"ready": True})
    while header := sys.stdin.buffer.readline():
        request = json.loads(header)
        page: str | bytes = sys.stdin.buffer.read(request["size"])
        if request["text"]:
            page = _mend(page.decode("utf-8", "surrogatepass"))  # type: ignore[union-attr]
        try:
            answer(read(page, request["url"]))
        except MemoryError:
            answer({"error": "the page takes too much memory to read"})
        except Exception as e:
            answer({"error": f"the page cannot be read: {type(e).__name__}: {e}"})
