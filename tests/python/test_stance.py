"""Target-dependent sentiment: shapes, reasons, errors, figures."""

import pickle
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import tenor

STANCE = tenor.Stance()
PRAISE, BLAME = "Voters praised Lee as a brave leader.", "Voters condemned Lee as a corrupt liar."


def test_polarities_are_an_array() -> None:
    p = STANCE.polarities([PRAISE, BLAME], [14, 16], [17, 19])
    assert p.shape == (2, 3)
    assert p.dtype == np.float64
    assert p.sum(1) == pytest.approx([1, 1])
    assert list(p.argmax(1)) == [2, 0]
    assert STANCE.polarities([], [], []).shape == (0, 3)
    assert (STANCE.polarities((PRAISE,), np.array([14]), np.array([17])) == p[:1]).all()


@given(st.lists(st.sampled_from(["Lee", "😀", "not", "praised", "a", "liar", ",", "“", "said"]), min_size=1), st.data())
def test_reasons_add_up(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    reasons = STANCE.explain(text, start, end)
    p = STANCE.polarities([text], [start], [end])[0]
    assert p == pytest.approx(reasons.probabilities)
    assert reasons.log_odds == pytest.approx(np.log(p[2] / p[0]), abs=1e-9)
    assert sum(share for *_, share in reasons.words()) == pytest.approx(reasons.log_odds, abs=1e-9)
    logits = np.array(reasons.bias) + sum(np.array(s[3:]) for s in reasons.shares)
    assert logits - np.log(p) == pytest.approx(np.full(3, -np.log(p).mean()), abs=1e-9)
    assert all(text[a:b] == w for a, b, w, _ in reasons.words())


def test_reasons_point_at_words_in_code_points() -> None:
    words = {w: share for _, _, w, share in STANCE.explain("😀 “É”: " + BLAME, 23, 26).words()}
    assert words["corrupt"] < 0
    assert words["liar"] < 0
    assert "condemned" in str(STANCE.explain(BLAME, 16, 19))


def test_names_are_neither_good_nor_bad() -> None:
    text = "{} met the ministers in Geneva on Friday."
    names = ["Trump", "Putin", "Merkel", "Smith"]
    p = STANCE.polarities([text.format(n) for n in names], [0] * 4, [len(n) for n in names])
    assert np.ptp(p, axis=0) == pytest.approx([0, 0, 0], abs=1e-12)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ((["Lee left."], [3], [3]), r"\[3, 3\) of row 0 is empty or outside its sentence of 9 characters"),
        ((["a b", "é"], [0, 0], [1, 2]), r"\[0, 2\) of row 1 .* of 1 characters"),
        ((["a"], [-1], [1]), r"\[-1, 1\) of row 0"),
        ((["a"], [0, 0], [1]), "1 sentences, 2 starts and 1 ends"),
        ((["\ud800a"], [0], [1]), r"sentences\[0\] holds a lone surrogate U\+D800 at offset 0"),
    ],
)
def test_bad_data_is_named(args: tuple[list[str], list[int], list[int]], message: str) -> None:
    with pytest.raises(tenor.Error, match=message):
        STANCE.polarities(*args)


def test_wrong_types_are_named() -> None:
    with pytest.raises(TypeError, match=r"sentences\[1\] must be a str, not bytes; decode it"):
        STANCE.polarities(["a", b"a"], [0, 0], [1, 1])  # type: ignore[list-item]
    with pytest.raises(TypeError, match="not one str"):
        STANCE.polarities("a", [0], [1])
    with pytest.raises(TypeError, match="must be integers"):
        STANCE.polarities(["a"], [0.5], [1])  # type: ignore[list-item]
    with pytest.raises(TypeError, match="sentence must be a str, not NoneType"):
        STANCE.explain(None, 0, 1)  # type: ignore[arg-type]
    with pytest.raises(tenor.Error, match=r"\[0, 2\) is empty or outside its sentence of 1"):
        STANCE.explain("a", 0, 2)
    with pytest.raises(tenor.Error, match="'large'"):
        tenor.Stance(model="large")  # type: ignore[arg-type]


def test_pickles() -> None:
    again = pickle.loads(pickle.dumps(STANCE))
    assert (again.polarities([BLAME], [16], [19]) == STANCE.polarities([BLAME], [16], [19])).all()
    assert not pickle.loads(pickle.dumps(tenor.Stance(grammar=False))).grammar


def test_card_says_what_it_was_trained_on() -> None:
    card = STANCE.card
    assert card["data"] == "NewsMTSC training part"
    assert card["cross_validation"]["calibration_error"] <= 0.05
    assert card["cross_validation"]["macro_f1"] - card["cross_validation"]["macro_f1_masked"] <= 0.03


def test_finance_headlines(shared: Path) -> None:
    scorer = [sys.executable, str(shared / "eval/targets.py"), str(shared / "data/targets/sentfin_headlines.jsonl")]
    done = subprocess.run(scorer, capture_output=True, text=True, check=True)
    assert float(done.stdout.split("macro_f1=")[1].split()[0]) >= 60
