"""`clean` and what an `Article` shows of itself."""

import gzip
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tenor
from tenor import Article, Span

PAGE = (
    "Skip to content\n\nThe Harbour Post\n\nMinisters leave harbour talks “without a deal”\n\nThe Harbour Post\n\n"
    "Published 2 March 2020 22:15 GMT\n\nMinisters left the talks on the harbour without a deal on Monday.\n\n"
    "Both sides will meet again next week, officials said.\n\nSubscribe to our newsletter <b>now</b>"
)


def words(article: Article, span: Span | None) -> str:
    assert span is not None
    return article.text[span.start : span.end]


def test_spans_are_code_points_of_the_text() -> None:
    article = tenor.clean("\U0001f3a5 " + PAGE)
    assert words(article, article.title) == "Ministers leave harbour talks “without a deal”"
    assert words(article, article.outlet) == "The Harbour Post"
    assert words(article, article.dateline) == "Published 2 March 2020 22:15 GMT"
    assert article.date == "2020-03-02T22:15+00:00"
    assert [words(article, s) for s in article.body][1] == "Both sides will meet again next week, officials said."
    assert (words(article, article.removed[-1][0]), article.removed[-1][1]) == (
        "Subscribe to our newsletter <b>now</b>",
        "subscription",
    )


@given(st.lists(st.one_of(st.text(), st.sampled_from(PAGE.split("\n\n"))), max_size=12).map("\n".join))
def test_parts_are_in_order_and_hold_every_letter(text: str) -> None:
    article = tenor.clean(text)
    rest, at = "", 0
    for name, span, reason in article.parts():
        assert 0 <= span.start < span.end <= len(text)
        assert bool(reason) == (name == "removed")
        if name == "outlet" and span.end <= at:
            continue  # it stands inside its dateline
        assert span.start >= at
        rest += text[at : span.start]
        at = span.end
    assert not re.search(r"[A-Za-z]", rest + text[at:])


def test_what_is_not_text_is_refused() -> None:
    for bad in (None, 1, b"bytes"):
        with pytest.raises(TypeError, match="text must be a str"):
            tenor.clean(bad)  # type: ignore[arg-type]
    with pytest.raises(tenor.Error, match="U\\+D800 at offset 2"):
        tenor.clean("ab\ud800")


def test_the_sample_article(shared: Path) -> None:
    gold = json.loads((shared / "gold/talks.json").read_text(encoding="utf-8"))
    article = tenor.clean((shared / gold["document"]).read_text(encoding="utf-8"))
    assert words(article, article.title) == gold["title"]
    assert words(article, article.outlet) == gold["source"]
    assert words(article, article.dateline) == gold["dateline"]
    assert [s for s, _ in article.body] == [s["start"] for s in gold["sentences"]]
    removed = [words(article, s) for s, _ in article.removed]
    assert set(gold["chrome"]) <= set(removed)


def test_wikinews_keeps_its_paragraphs_and_dates(shared: Path) -> None:
    with gzip.open(shared / "data/articles/wikinews.jsonl.gz", "rt", encoding="utf-8") as rows:
        articles = [json.loads(row) for row in rows]
    wrong = removed = total = 0
    for row in articles:
        article = tenor.clean(row["text"])
        wrong += article.date not in (None, row["date"])
        total += len(row["text"])
        removed += sum(s.end - s.start for s, _ in article.removed)
    assert wrong == 0
    assert removed < 0.01 * total
