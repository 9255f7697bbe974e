"""`Cleaner`: what outlets repeat, whatever the order the articles come in."""

import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tenor
from tenor import Cleaner

FOOTER = "The Harbour Post is made by people who love the sea."


def article(n: int, footer: str = FOOTER) -> str:
    return (
        f"Ministers of group {n} left the talks on fishing rights without a deal on Monday.\n\n"
        f"Both sides of group {n} will meet again next week, officials said. {footer}\n\n"
        f"Nobody of group {n} would say what had gone wrong in the night before the last one."
    )


TEXTS = [article(n) for n in range(6)] + [article(n, "A ship sails.") for n in range(6, 12)]
OUTLETS = ["Post"] * 6 + ["Times"] * 6


def test_a_repeat_is_set_aside_and_the_rest_of_its_paragraph_stays() -> None:
    cleaner = Cleaner().fit(TEXTS, OUTLETS)
    assert cleaner.repeats("Post") == [
        ("Post", "", "the harbour post is made by people who love the sea", 6, 1.0),
    ]
    text = article(99, FOOTER.upper())
    found = cleaner.clean(text, "Post")
    assert [(text[slice(*s)], why) for s, why in found.removed] == [(FOOTER.upper(), "repeated")]
    assert [text[slice(*s)][:10] for s in found.body] == ["Ministers ", "Both sides", "Nobody of "]
    assert text[slice(*found.body[1])].endswith("officials said.")
    assert cleaner.clean(text, "Times") == cleaner.clean(text, "Gazette") == tenor.clean(text)


def test_limits() -> None:
    assert Cleaner(min_articles=7).fit(TEXTS, OUTLETS).repeats() == []
    assert Cleaner(min_words=12).fit(TEXTS, OUTLETS).repeats() == []
    assert len(Cleaner(min_words=11).fit(TEXTS, OUTLETS).repeats("Post")) == 1
    odd = [*TEXTS, *(article(n, "") for n in range(20, 26))]
    assert Cleaner(min_share=0.6).fit(odd, OUTLETS + ["Post"] * 6).repeats("Post") == []
    assert len(Cleaner(min_share=0.5).fit(odd, OUTLETS + ["Post"] * 6).repeats("Post")) == 1


def test_periods() -> None:
    dates = ["2019-05-01"] * 3 + ["2020-05-01"] * 3
    cleaner = Cleaner(min_articles=3, period="year").fit(TEXTS[:6], OUTLETS[:6], dates)
    assert [(r.period, r.articles) for r in cleaner.repeats()] == [("2019", 3), ("2020", 3)]
    assert cleaner.clean(TEXTS[0], "Post", "2021-01-01") == tenor.clean(TEXTS[0])
    assert cleaner.clean(TEXTS[0], "Post", "2020-01-01").removed[0][1] == "repeated"
    with pytest.raises(tenor.Error, match="needs a date as in 2020-03-02"):
        cleaner.clean(TEXTS[0], "Post")


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 12))
def test_order_and_parts_do_not_matter(seed: int, cut: int) -> None:
    whole = Cleaner().fit(TEXTS, OUTLETS)
    rows = list(zip(TEXTS, OUTLETS, strict=True))
    random.Random(seed).shuffle(rows)
    parts = [Cleaner().fit([t for t, _ in part], [o for _, o in part]) for part in (rows[:cut], rows[cut:])]
    merged = parts[0].merge(parts[1])
    assert [r._replace(text="") for r in merged.repeats()] == [r._replace(text="") for r in whole.repeats()]
    streamed = Cleaner()
    for text, outlet in rows:
        streamed.partial_fit([text], [outlet])
    assert streamed.repeats() == whole.repeats()
    assert [merged.clean(t, o) for t, o in rows] == [whole.clean(t, o) for t, o in rows]


def test_saved_profile_is_readable_and_cleans_alike(tmp_path: Path) -> None:
    cleaner = Cleaner(min_articles=6).fit(TEXTS, OUTLETS)
    cleaner.save(tmp_path / "profile.json")
    saved = json.loads((tmp_path / "profile.json").read_text(encoding="utf-8"))
    assert saved["groups"][0]["repeats"][0][2] == "the harbour post is made by people who love the sea"
    loaded = Cleaner.load(tmp_path / "profile.json")
    assert loaded.repeats() == cleaner.repeats()
    assert loaded.clean(TEXTS[0], "Post") == cleaner.clean(TEXTS[0], "Post")
    with pytest.raises(tenor.Error, match="cannot learn more"):
        loaded.partial_fit([], [])
    (tmp_path / "profile.json").write_text("{}", encoding="utf-8")
    with pytest.raises(tenor.Error, match="is not a saved Cleaner: KeyError"):
        Cleaner.load(tmp_path / "profile.json")


def test_report_gives_sentiment_with_and_without() -> None:
    effect = Cleaner().fit(TEXTS, OUTLETS).report(TEXTS, OUTLETS, sentiment="vader")[0]
    assert effect[:5] == ("Post", 6, 6, 24, 6)
    scorer = tenor.Sentiment("vader")
    own = [s for s in (*article(0, "").replace("\n\n", " ").split(". "), FOOTER) if s]
    scores = [float(scorer.score([s])[0]) for s in own]
    assert effect.sentiment == pytest.approx(sum(scores) / 4)
    assert effect.sentiment_without == pytest.approx(sum(scores[:3]) / 3)
    assert effect.sentiment > effect.sentiment_without


def test_wrong_arguments_are_refused() -> None:
    with pytest.raises(tenor.Error, match="must be of the same length"):
        Cleaner().fit(TEXTS, OUTLETS[:3])
    with pytest.raises(TypeError, match="text must be a str, not NoneType"):
        Cleaner().fit([None], ["a"])  # type: ignore[list-item]
    with pytest.raises(TypeError, match="not one str"):
        Cleaner().fit("text", "outlet")
    with pytest.raises(tenor.Error, match="min_articles must be a whole number of at least 2, not 1"):
        Cleaner(min_articles=1)
    with pytest.raises(tenor.Error, match="period must be one of"):
        Cleaner(period="week")
