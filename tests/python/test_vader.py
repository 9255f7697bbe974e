"""`Sentiment("vader")` against its outside witness, vaderSentiment 3.3.2."""

import gzip
import json
import random
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from vaderSentiment import vaderSentiment as witness

import tenor

VADER = tenor.Sentiment("vader")
WITNESS = witness.SentimentIntensityAnalyzer()


def agree(texts: Iterable[str]) -> int:
    """How many texts were compared; all four numbers of each must be the same."""
    texts = list(texts)
    scores = VADER.score(texts)
    for text, score in zip(texts, scores, strict=True):
        expected = WITNESS.polarity_scores(text)
        assert VADER.polarity_scores(text) == expected, text
        assert score == expected["compound"], text
    return len(texts)


def column(path: Path, name: str) -> list[str]:
    return [json.loads(line)[name] for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("name", ["amazonReviewSnippets", "movieReviewSnippets", "tweets"])
def test_rated_snippets(shared: Path, name: str) -> None:
    assert agree(column(shared / f"data/sentiment/{name}.jsonl", "text")[::2]) > 1800


def test_target_sentences(shared: Path) -> None:
    assert agree(column(shared / "data/targets/newsmtsc_train.jsonl", "sentence")[::2]) > 3000


@pytest.mark.slow
def test_news_sentences(shared: Path) -> None:
    sentences: list[str] = []
    with gzip.open(shared / "data/corpus/news.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            sentences += [s for s in json.loads(line)["text"].replace(". ", ".\n").split("\n") if s]
            if len(sentences) >= 200_000:
                break
    assert agree(sentences[:200_000]) == 200_000


RULE_WORDS = [
    *(WORDS := list(WITNESS.lexicon)),
    *witness.NEGATE * 5,
    *list(witness.BOOSTER_DICT) * 5,
    *["but", "no", "nor", "or", "so", "this", "never", "without", "doubt", "least", "at"] * 60,
    *" ".join(witness.SPECIAL_CASES).split() * 20,
    *["kind", "of", "sort", "just", "enough"] * 40,
]
EMOJI = list(WITNESS.emojis)


def random_text(rng: random.Random) -> str:
    parts = []
    for _ in range(rng.randrange(30)):
        word = rng.choice(EMOJI) if rng.random() < 0.05 else rng.choice(RULE_WORDS)
        word = rng.choice([word] * 8 + [word.upper(), word.title()])
        word = rng.choice([*["{}"] * 8, "({}", "{}!", "{}??", "“{}”", "{}n't", "'{}'", "{}…"]).format(word)
        parts.append(word + rng.choice([*[" "] * 8, "", "\n", "\u00a0", "\u2009", "\x1c", "\u3000"]))
    return "".join(parts)


def test_random_rules() -> None:
    rng = random.Random(11)
    agree(random_text(rng) for _ in range(5_000))


# Letters newer than the witness's Unicode may differ in case: leave unassigned code points and surrogates out.
CHARACTERS = st.characters(exclude_categories=["Cs", "Cn"])
TEXT = st.text(
    st.one_of(st.sampled_from(" '!?’ISİKßDžſ\U0001f600☹\ufe0f"), st.characters(exclude_categories=["Cs", "Cn"]))
)


@given(st.lists(st.one_of(TEXT, st.sampled_from(RULE_WORDS))).map(" ".join))
@settings(max_examples=300)
def test_random_text(text: str) -> None:
    agree([text])


def test_drop_in() -> None:
    analyzer = tenor.SentimentIntensityAnalyzer()
    assert analyzer.polarity_scores("VADER is smart, handsome, and funny!") == {
        "neg": 0.0,
        "neu": 0.248,
        "pos": 0.752,
        "compound": 0.8439,
    }


@pytest.mark.parametrize(
    ("fix", "text", "quirk", "repaired"),
    [
        ("quotes", "The “good” plan isn’t bad.", -0.5423, 0.6956),
        ("so_this", "They were all so good.", 0.5777, 0.4927),
        ("but", "It was brilliantly done, but few agree.", 0.5023, 0.6956),
        ("idioms", "The bomb!", -0.5411, 0.6476),
        ("keys", "I am fed up with it.", 0.0, -0.4215),
        ("emoji", "\N{MAN}\N{ZERO WIDTH JOINER}\N{FIRE ENGINE}", -0.34, 0.0),
        ("length", "bad " * 20, -0.997, -50.0),
        ("short", "Was it good? No.", 0.4404, 0.1779),
    ],
)
def test_each_quirk_has_a_switch(fix: str, text: str, quirk: float, repaired: float) -> None:
    assert VADER.score([text])[0] == quirk == WITNESS.polarity_scores(text)["compound"]
    assert tenor.Sentiment("vader", fixes=fix).score([text])[0] == pytest.approx(repaired, abs=1e-4)
    if fix != "length":
        everything = [f for f in tenor.sentiment.FIXES if f != "length"]
        assert tenor.Sentiment("vader", fixes=everything).score([text])[0] == pytest.approx(repaired, abs=1e-4)
