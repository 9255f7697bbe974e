import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tenor


def test_phrase_and_name():
    sentences = ["Ana Ruiz backed the peace plan.", "A peace plan is not new, Ruiz said on Monday."]
    terms = [t for t, _ in tenor.keyterms(sentences)]
    assert terms[:2] == ["peace plan", "Ana Ruiz"]
    assert not {"peace", "plan", "Ruiz", "said", "Monday", "new"} & set(terms)


def test_stop_words():
    assert [t for t, _ in tenor.keyterms(["red green"], stop_words=["red"])] == ["green"]
    assert {t for t, _ in tenor.keyterms(["of red"], stop_words=None)} == {"of", "red"}


@given(st.lists(st.text(), max_size=4), st.integers(0, 5))
def test_any_text(sentences, n):
    found = tenor.keyterms([s.encode("utf-8", "ignore").decode() for s in sentences], n)
    assert len(found) <= n
    assert [s for _, s in found] == sorted((s for _, s in found), reverse=True)


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: tenor.keyterms("one text"), TypeError, "pass \\[text\\]"),
        (lambda: tenor.keyterms(["a", 3]), TypeError, "sentence 1 must be a str, not int"),
        (lambda: tenor.keyterms(["a"], n=-1), tenor.Error, "-1"),
        (lambda: tenor.keyterms(["a"], stop_words="klingon"), tenor.Error, "klingon"),
        (lambda: tenor.keyterms(["a\ud800"]), tenor.Error, "sentence 0 holds a lone surrogate"),
    ],
)
def test_errors(call, error, message):
    with pytest.raises(error, match=message):
        call()


def test_needs_no_scikit_learn():
    code = "import sys, tenor; tenor.keyterms(['a b']); sys.exit('sklearn' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
