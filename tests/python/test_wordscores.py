"""Wordscores against R and by hand."""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest
from sklearn.base import clone
from sklearn.exceptions import NotFittedError

from tenor.scaling import Wordscores

SCORES = [-1.5, -0.75, 0, 0.75, 1.5, np.nan]


@pytest.fixture(scope="module")
def reference(shared: Path) -> Path:
    return shared / "scaling" / "reference"


@pytest.fixture(scope="module")
def counts(reference: Path) -> pd.DataFrame:
    return pd.read_csv(reference / "lbg_dfm.csv", index_col=0)


def test_word_scores_are_those_of_r(reference: Path, counts: pd.DataFrame) -> None:
    for model, y, file in (
        (Wordscores(), SCORES, "words"),
        (Wordscores(smooth=1), SCORES, "words_smooth1"),
        (Wordscores("logit", smooth=1), [-1, *[np.nan] * 3, 1, np.nan], "words_logit_R1R5_smooth1"),
    ):
        expected = pd.read_csv(reference / f"wordscores_lbg_{file}.csv").wordscore
        np.testing.assert_allclose(model.fit(counts, y).words().score, expected, atol=1e-13)
    smoothed = pd.read_csv(reference / "wordscores_lbg_predict_smooth1.csv").fit
    np.testing.assert_allclose(Wordscores(smooth=1).fit(counts, SCORES).predict(counts), smoothed, atol=1e-13)


@pytest.mark.parametrize("rescaling", [None, "lbg", "mv"])
def test_documents_are_those_of_r(reference: Path, counts: pd.DataFrame, rescaling: Any) -> None:
    r = pd.read_csv(reference / f"wordscores_lbg_predict_{rescaling or 'none'}.csv").set_index("doc")
    found = Wordscores().fit(counts, SCORES).score_documents(counts, rescaling=rescaling)
    assert list(found.index) == list(r.index)
    for column in ("fit", "lwr", "upr"):
        np.testing.assert_allclose(found[column], r[column], atol=1e-12)
    # R's standard error of the lbg scale is shifted with it; ours agrees with the interval.
    expected = r.se if rescaling != "lbg" else (r.upr - r.lwr) / 2 / 1.959963984540054
    np.testing.assert_allclose(found.se, expected, atol=1e-12)


def test_known_by_hand() -> None:
    X = np.array([[3, 1, 0], [1, 3, 0], [1, 1, 7], [0, 0, 2]])
    model = Wordscores().fit(X, [-1, 1, np.nan, np.nan])
    np.testing.assert_allclose(model.wordscores_, [-0.5, 0.5, np.nan])
    found = model.score_documents(X)
    np.testing.assert_allclose(found.fit, [-0.25, 0.25, 0, np.nan])
    np.testing.assert_allclose(found.n, [4, 4, 2, 0])
    np.testing.assert_allclose(found.se[2], 0.5 / np.sqrt(2))
    np.testing.assert_allclose(model.score_documents(X, rescaling="mv").fit[:2], [-1, 1])
    over = model.score_documents(X, rescaling="lbg", virgin=[True, True, False, False]).fit
    np.testing.assert_allclose(over[:2], [-1, 1])


def test_a_virgin_text_alone(counts: pd.DataFrame) -> None:
    model = Wordscores().fit(counts, SCORES)
    assert model.score_documents(counts.loc[["V1"]], rescaling="mv").fit["V1"] == pytest.approx(-0.509957230983983)
    with pytest.raises(ValueError, match="two documents or more, and has 1"):
        model.score_documents(counts.loc[["V1"]], rescaling="lbg")


def test_frames_and_scikit_learn() -> None:
    X = pl.DataFrame({"a": [3, 1, 1], "b": [1, 3, 1]})
    model = clone(Wordscores(smooth=0.5)).fit(X, [-1, 1, np.nan])
    assert isinstance(model.score_documents(X), pl.DataFrame)
    assert list(model.words()["word"]) == ["a", "b"]
    assert model.n_features_in_ == 2
    with pytest.raises(NotFittedError):
        Wordscores().predict(X)


@pytest.mark.parametrize(
    ("X", "y", "message"),
    [
        ([[1, 2], [2, 1]], [np.nan, np.nan], "all 2 scores are NaN"),
        ([[1, 2], [2, 1]], [1, 1], "two different scores"),
        ([[1, 2], [2, 1]], [1], "y has 1 scores for 2 documents"),
        ([[1, 2], [2, 1]], [1, np.inf], "document 1 is infinite"),
        ([[1, 2], [0, 0]], [1, 2], "reference text 1 has no words"),
        ([[1, 2], [-1, 0]], [1, 2], "Negative values"),
    ],
)
def test_bad_input_is_named(X: Any, y: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Wordscores().fit(np.array(X), y)


def test_bad_parameters_are_named() -> None:
    X, y = np.array([[1, 2, 0], [2, 1, 0], [0, 0, 1]]), [-1, 1, np.nan]
    for model, message in (
        (Wordscores("x"), "scale must be"),
        (Wordscores(smooth=-1), "smooth must not be negative"),
        (Wordscores("logit"), None),
    ):
        if message is None:
            model.fit(X, y)
            continue
        with pytest.raises(ValueError, match=message):
            model.fit(X, y)
    with pytest.raises(ValueError, match="set smooth above 0"):
        Wordscores("logit").fit(np.array([[1, 0], [1, 1]]), [-1, 1])
    with pytest.raises(ValueError, match="scored -1 and 1"):
        Wordscores("logit").fit(X, [0, 1, np.nan])
    model = Wordscores().fit(X, y)
    with pytest.raises(ValueError, match="stands in a reference text"):
        model.score_documents(X[2:])
    with pytest.raises(ValueError, match="interval"):
        model.score_documents(X, interval=2)
    with pytest.raises(ValueError, match="rescaling must be"):
        model.score_documents(X, rescaling="x")  # type: ignore[arg-type]
