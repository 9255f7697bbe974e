"""Keyword in context against R, by hand, and on any text."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import tenor


@pytest.mark.parametrize(
    ("file", "pattern", "window"), [("america", "america*", 5), ("united_states", "united states", 3)]
)
def test_places_are_those_of_r(shared: Path, file: str, pattern: str, window: int) -> None:
    tokens = json.loads((shared / "scaling/reference/inaugural_tokens_first5.json").read_text("utf-8"))
    r = pd.read_csv(shared / f"scaling/reference/inaugural_kwic_{file}.csv", keep_default_na=False)
    r = r[r.docname.isin(tokens)].rename(columns={"docname": "document"}).reset_index(drop=True)
    found = tenor.kwic(tokens, pattern, window)
    pd.testing.assert_frame_equal(found[list(r)], r, check_dtype=False)


def test_by_hand() -> None:
    text = "The Board met. A board member left; the boards closed 😀 the board."
    found = tenor.kwic([text, "nothing"], "board*", 2)
    assert found.document.tolist() == [0, 0, 0, 0]
    assert found["from"].tolist() == [2, 6, 11, 15]
    assert found.keyword.tolist() == ["Board", "board", "boards", "board"]
    assert [text[s:e] for s, e in zip(found.start, found.end, strict=True)] == found.keyword.tolist()
    assert (found.pre[1], found.post[1]) == (". A", "member left")
    assert tenor.kwic([text], "board", case=True).keyword.tolist() == ["board", "board"]
    assert tenor.kwic([text], r"b\w+d", regex=True)["from"].tolist() == [2, 6, 15]
    phrase = tenor.kwic([text], ["board member", "the *"], 0)
    assert phrase.keyword.tolist() == ["The Board", "board member", "the boards", "the board"]
    assert phrase.pattern.tolist() == ["the *", "board member", "the *", "the *"]
    assert phrase.post.tolist() == [""] * 4


def test_kinds_of_frame() -> None:
    assert isinstance(tenor.kwic(pl.DataFrame({"text": ["a b"]}), "a"), pl.DataFrame)
    found = tenor.kwic(pd.DataFrame({"body": ["a b", "b a"]}, index=["x", "y"]), "a", text="body")
    assert found.document.tolist() == ["x", "y"]
    assert len(tenor.kwic(pd.Series(["a"]), "zebra")) == 0


@given(st.lists(st.text(alphabet=st.characters(codec="utf-8")), max_size=3), st.integers(0, 3))
def test_any_text(texts: list[str], window: int) -> None:
    found = tenor.kwic(texts, "*", window)
    for row in found.itertuples():
        assert texts[row.document][row.start : row.end] == row.keyword
        assert len(row.pre.split(" ")) <= max(window, 1)
    assert len(found) == sum(len(tenor.Segmenter().words(text)) for text in texts)


@pytest.mark.parametrize(
    ("texts", "pattern", "options", "message"),
    [
        ("one text", "a", {}, "one text"),
        (["a"], "", {}, "with a word in it, not ''"),
        (["a"], [], {}, "no pattern is given"),
        (["a"], "(", {"regex": True}, "not a regular expression"),
        (["a"], "a", {"window": -1}, "window must be"),
        (["a", None], "a", {}, "document 1 is None"),
        (["a\ud800"], "a", {}, "lone surrogate"),
    ],
)
def test_bad_input_is_named(texts: Any, pattern: Any, options: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        tenor.kwic(texts, pattern, **options)


def test_numpy_tokens() -> None:
    assert tenor.kwic([np.array(["a", "b"], dtype=object)], "b")["from"].tolist() == [2]
