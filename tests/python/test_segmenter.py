"""Sentences and words from Python: code points, bad input, threads, the sample article."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference import ascii_words, laid_out

import tenor

SHARED = Path(__file__).parents[2].parent / "shared"


def cut(text: str, **options: object) -> list[str]:
    return [text[s.start : s.end] for s in tenor.Segmenter(**options).sentences(text)]


def test_offsets_are_code_points():
    assert cut("“Café 🙂.” Où? Là.") == ["“Café 🙂.”", "Où?", "Là."]
    text = "Café’s 🙂 U.S."
    assert [text[s.start : s.end] for s in tenor.Segmenter().words(text)] == ["Café’s", "🙂", "U.S."]


def test_newline():
    text = "The talks, which began in the capital on\nthe Monday, ended without any agreement."
    assert cut(text) == [text]
    assert len(cut(text, newline="hard")) == 2
    assert len(cut("First paragraph\n\nsecond", newline="soft")) == 2


def test_explain_agrees_with_sentences():
    text = "Mr. Poe left the U.S. Senate. He is in the U.S. The rest stayed."
    seg = tenor.Segmenter()
    places = seg.explain(text)
    assert [p.at for p in places if p.broken] == [s.end for s in seg.sentences(text)]
    joined = [p.rule for p in places if not p.broken]
    assert joined == ["title before a name", "inside a word", "acronym", "inside a word"]


def test_own_words():
    assert len(cut("The Blk. Smith came.")) == 2
    assert len(cut("The Blk. Smith came.", abbreviations=["blk."])) == 1
    assert len(cut("In the U.S. Zyx came.", starters=["Zyx"])) == 2


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"newline": "both"}, "newline must be"),
        ({"abbreviations": ["ok", "two words"]}, r"abbreviations\[1\] is 'two words'"),
        ({"starters": [""]}, r"starters\[0\]"),
        ({"abbreviations": ["."]}, "only a full stop"),
        ({"abbreviations": "Mr"}, "a list of words"),
    ],
)
def test_bad_options(options, message):
    with pytest.raises(tenor.Error, match=message):
        tenor.Segmenter(**options)


@pytest.mark.parametrize("method", ["sentences", "words", "explain"])
def test_bad_text(method):
    call = getattr(tenor.Segmenter(), method)
    for value in (None, 3, b"bytes"):
        with pytest.raises(TypeError, match=type(value).__name__):
            call(value)
    with pytest.raises(tenor.Error, match="surrogate"):
        call("a\ud800")
    assert call("") == []
    assert call(" \n\t ") == []


@given(st.text(alphabet=st.sampled_from("aB1 .?!\"'”“()\n-é🙂$%@#:/…"), max_size=60))
def test_everything_is_covered_once_and_sentences_end_between_words(text):
    seg = tenor.Segmenter()
    for spans in (seg.sentences(text), seg.words(text)):
        held = "".join(text[s.start : s.end] for s in spans)
        assert "".join(held.split()) == "".join(text.split())
        assert all(a.end <= b.start for a, b in pairwise(spans))
    words = seg.words(text)
    for s in seg.sentences(text):
        assert not any(w.start < s.end < w.end for w in words)


# No abbreviation, no speech verb: nothing here is in doubt.
WORDS = st.sampled_from(["the", "talks", "ended", "without", "any", "agreement", "on", "trade", "however", "long"])
SENTENCE = st.builds(
    lambda first, rest, mark: " ".join([first, *rest]) + mark,
    st.sampled_from(["Officials", "Nobody", "However", "Berlin", "It", "Mr. Poe", "The U.S. Senate", "Gov. Lee"]),
    st.lists(WORDS, min_size=6, max_size=24),
    st.sampled_from([".", "?", "!"]),
)


@settings(max_examples=60)
@given(st.lists(st.lists(SENTENCE, min_size=2, max_size=4), min_size=3, max_size=5))
@pytest.mark.parametrize("layout", ["blank", "single", "wrapped"])
def test_the_layout_of_a_text_does_not_matter(layout, paragraphs):
    text, sentences = laid_out(paragraphs, layout)
    assert cut(text) == sentences


@given(st.text(alphabet=st.sampled_from("ae zo19 '-.!?\"()$"), max_size=50))
def test_ascii_words_agree_with_the_reference(text):
    text = re.sub(r"(?<=[0-9])'|'(?=[0-9])|(?<![ ])\$|\$(?![0-9])|(?<=[0-9])\.(?=[0-9])|[.](?=[a-z0-9])", " ", text)
    words = [text[s.start : s.end] for s in tenor.Segmenter().words(text)]
    assert words == ascii_words(text)


def test_threads_agree():
    seg = tenor.Segmenter()
    text = "Mr. Poe said “no.” The U.S. Senate met at 5 p.m. He left. " * 500
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(seg.sentences, [text] * 16))
    assert all(r == results[0] for r in results)


@pytest.mark.parametrize(
    "text",
    [
        "." * 200_000,
        "1." * 100_000,
        "Mr. " * 50_000,
        "(" * 100_000,
        "a\n" * 50_000,
        "http://" * 30_000,
        "-a" * 100_000,
        "! " * 100_000,
        '." ' * 60_000,
        "1) a " * 40_000,
        "[1]" * 60_000,
        " \n" * 100_000 + "x",
    ],
)
def test_long_runs_end(text):
    seg = tenor.Segmenter()
    assert sum(s.end - s.start for s in seg.words(text)) == len("".join(text.split()))
    assert seg.sentences(text)[-1].end == len(text.rstrip())


@pytest.mark.skipif(not SHARED.exists(), reason="../shared, the development data, is not there")
def test_sample_article():
    text = (SHARED / "articles/talks.txt").read_text()
    gold = json.loads((SHARED / "gold/talks.json").read_text())["sentences"]
    found = {(s.start, s.end) for s in tenor.Segmenter().sentences(text)}
    assert {(g["start"], g["end"]) for g in gold} <= found
