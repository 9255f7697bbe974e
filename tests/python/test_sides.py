"""What an article shows of itself: what was kept and what was set aside, side by side."""

import io
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

import tenor
from tenor import Article

PAGE = (
    "Skip to content\n\nMinisters leave harbour talks “without a deal”\n\nPublished 2 March 2020 22:15 GMT\n\n"
    "Ministers left the talks on the harbour without a deal on Monday.\n\n"
    "Both sides will meet again next week, officials said.\n\nA boat. (Image: Getty)\n\n"
    "Subscribe to our newsletter <b>now</b>"
)


class _Columns(HTMLParser):
    """Collects the text of each cell; fails on tags that do not match and on scripts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.cells: list[str] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in {"style", "div", "p", "small"}
        assert all(name == "class" for name, _ in attrs)
        self.open.append(tag)
        if self.open == ["div", "div"]:
            self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[:2] == ["div", "div"]:
            self.cells[-1] += data + "|"


def terminal(article: Article, width: int = 100) -> str:
    out = io.StringIO()
    Console(file=out, width=width).print(article)
    return out.getvalue()


def test_notebook_shows_kept_and_set_aside_beside_each_other() -> None:
    html = tenor.clean(PAGE)._repr_html_()
    cells = _Columns(html).cells
    assert cells[:2] == ["Kept: 2 paragraphs · 2020-03-02T22:15+00:00|", "Set aside: 2 lines|"]
    rows = list(zip(cells[2::2], cells[3::2], strict=True))
    assert rows[0] == ("", "navigation| Skip to content|")
    kept, aside = rows[1]
    assert kept.startswith("Ministers leave harbour talks “without a deal”|dateline| Published")
    assert "caption| A boat. (Image: Getty)|" in kept
    assert aside == "subscription| Subscribe to our newsletter <b>now</b>|"
    assert "&lt;b&gt;now&lt;/b&gt;" in html


def test_terminal_shows_both_columns() -> None:
    lines = terminal(tenor.clean(PAGE)).splitlines()
    assert re.search(r"Kept: 2 paragraphs .* Set aside: 2 lines", lines[0] + lines[1])
    row = next(line for line in lines if "Ministers leave harbour talks" in line)
    assert "subscription: Subscribe to our" in row
    # A terminal obeys control characters; an article may not give it orders.
    assert "\x1b" not in terminal(tenor.clean("A line with \x1b[31m red in it ends here.\n\nAdvertisement \x07"))


def test_page_without_an_article_says_why() -> None:
    broken = Article("", status="the page took longer than 10 s to read")
    assert "took longer than 10 s" in broken._repr_html_()
    assert "took longer than 10 s" in terminal(broken)


@pytest.mark.parametrize("line", ["A sentence that is repeated ends here.", "Advertisement"])
def test_long_pages_are_capped_and_what_is_left_out_is_counted(line: str) -> None:
    article = tenor.clean("\n\n".join([line, *[f"{line} {i}" for i in range(20_000)], "It ends. So it does."]))
    html = article._repr_html_()
    assert len(html) < 200_000
    assert "more" in html
    assert len(terminal(article)) < 300_000
    one = Article("x" * 1_000_000, body=[tenor.Span(0, 1_000_000)])
    assert len(one._repr_html_()) < 60_000


@given(st.lists(st.text(), max_size=8).map("\n".join))
def test_any_text_is_shown(text: str) -> None:
    article = tenor.clean(text)
    _Columns(article._repr_html_())
    assert "\x1b" not in terminal(article)
