"""What a document shows of itself in a notebook and a terminal."""

import io
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

import tenor
from tenor.document import Document, QuoteRow, SentenceRow, StanceRow
from tenor.text import Span

TEXT = 'Talks ended. "A <b>bad</b> deal & more," Anna Berg said of the plan. The town waits.'

#: What is not shown: words, positive, negative, and the outlet's part.
COUNTS: tuple[Any, ...] = (0, 0, 0, 0, 0, 0.0, [])


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def article() -> Document:
    """Return an article whose marks are set by hand, so that what is shown does not hang on the models."""
    texts = ["Talks ended.", '"A <b>bad</b> deal & more," Anna Berg said of the plan.', "The town waits."]
    tones = [0.0, -0.54, 0.31]
    quote = QuoteRow(
        1, 0, "Anna Berg", [at("Anna Berg")], [at("said")], [at("A <b>bad</b> deal & more,")], "statement", 1
    )
    return Document(
        TEXT,
        body=[Span(0, len(TEXT))],
        sentences=[SentenceRow(i, *at(t), "body", t, tones[i], 1, 1.0, *COUNTS) for i, t in enumerate(texts)],
        quotes=[quote],
        stances=[StanceRow(1, "Anna Berg", "the plan", *at("the plan"), -1, 0.8, 0.1, 0.1, 1)],
    )


class _Reader(HTMLParser):
    """Collects tags and what a reader would see; complains of tags that do not close."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.seen = ""
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.open.append(tag)
        assert not any(name.startswith("on") for name, _ in attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.seen += data


def printed(doc: Document, width: int = 100) -> str:
    out = io.StringIO()
    Console(file=out, width=width, color_system=None).print(doc)
    return out.getvalue()


def test_html_shows_the_text_escaped() -> None:
    page = article()._repr_html_()
    reader = _Reader(page)
    assert 'A <b>bad</b> deal & more,"' in reader.seen
    assert "&lt;b&gt;bad&lt;/b&gt; deal &amp; more" in page
    assert "script" not in reader.tags
    assert not re.search(r"https?:|url\(|@import", page)


def test_html_tells_sign_by_shape_and_word() -> None:
    page = article()._repr_html_()
    assert "▼ -0.54" in page
    assert "▲ +0.31" in page
    assert "● +0.00" in page
    assert 'title="unfavourable, p = 0.80">▼</span> the plan' in page
    assert '<span class="target unf">the plan▼</span>' in page
    assert '<span class="source">Anna Berg</span>' in page
    assert '<span class="cue">said</span>' in page


def test_html_is_for_light_and_dark() -> None:
    style = re.search(r"<style>(.*?)</style>", article()._repr_html_(), re.DOTALL)
    assert style
    # No opaque background and no fixed text colour but the two signs', which read well on both.
    for background in re.findall(r"background:(#\w+)", style[1]):
        assert len(background) in (5, 9)
    assert set(re.findall(r"[^-]color:(#\w+)", style[1])) == {"#2e9e5b", "#e0574f"}


def test_marks_may_cross() -> None:
    doc = article()
    crossed = Document(
        doc.text,
        sentences=doc.sentences,
        quotes=[QuoteRow(1, 0, "x", [Span(14, 30)], [Span(25, 45)], [Span(13, 84)], "statement", 1)],
    )
    reader = _Reader(crossed._repr_html_())
    assert "The town waits." in reader.seen
    assert 'class="content source cue"' in crossed._repr_html_()


def test_size_is_capped() -> None:
    sentence = "word " * 10
    text = sentence * 20_000
    rows = [SentenceRow(i, 50 * i, 50 * i + 49, "body", sentence[:-1], 0.0, 0, 1.0, *COUNTS) for i in range(20_000)]
    page = Document(text, sentences=rows)._repr_html_()
    assert len(page) < 200_000
    assert "… 19,800 more sentences" in page
    assert "… 19,800 more sentences" in printed(Document(text, sentences=rows))
    one = Document(
        "x" * 5_000_000, sentences=[SentenceRow(0, 0, 5_000_000, "body", "x" * 5_000_000, 0.0, 0, 1.0, *COUNTS)]
    )
    assert len(one._repr_html_()) < 200_000


def test_terminal_shows_who_is_for_what() -> None:
    lines = [line.rstrip() for line in printed(article()).splitlines()]
    assert lines[0] == "3 sentences, 1 quote, 1 stance"
    assert lines[1] == "● +0.00 Talks ended."
    assert lines[2] == '▼ -0.54 "A <b>bad</b> deal & more," Anna Berg said of the plan.'
    assert lines[3].strip() == "Anna Berg:  ▼ the plan"


def test_key_terms_are_shown() -> None:
    text = "The quay is old. The quay will close. A new quay costs less than the old quay."
    doc = tenor.Analyzer().document(text)
    assert doc.keyterms(1)[0][0].endswith("quay")
    assert "Key terms: " in doc._repr_html_()
    assert printed(doc).rstrip().splitlines()[-1].startswith("Key terms: ")
    assert len(doc.keyterms(2)) <= 2


def test_terminal_is_given_no_orders() -> None:
    text = "A \x1b[31mred\x07 [bold]line[/bold]."
    doc = Document(text, sentences=[SentenceRow(0, 0, len(text), "body", text, 0.0, 0, 1.0, *COUNTS)])
    shown = printed(doc)
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "[bold]line[/bold]." in shown


def test_empty_and_unreadable_documents_show_why() -> None:
    analyzer = tenor.Analyzer()
    docs = list(analyzer.pipe(["", None]))
    assert "empty" in docs[0]._repr_html_()
    assert "missing: there is no text" in printed(docs[1])


@given(st.text(min_size=1, max_size=200))
def test_any_text_shows(text: str) -> None:
    doc = tenor.Analyzer().document(text)
    _Reader(doc._repr_html_())
    assert "\x1b" not in printed(doc)


@pytest.mark.parametrize("width", [1, 8, 20])
def test_narrow_terminal(width: int) -> None:
    assert printed(article(), width)
