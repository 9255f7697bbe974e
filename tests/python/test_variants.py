"""Bootstraps and other variants of a scale: by definition, and with known answers."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from drawn import NAMES, SEEDS, sentences

import tenor
from tenor.scaling import LSS


@pytest.fixture(scope="module")
def counts() -> Any:
    return sentences()


@pytest.fixture(scope="module")
def fitted(counts: Any) -> LSS:
    return LSS(SEEDS, k=20).fit(counts, feature_names=NAMES)


def test_other_seeds_are_another_fit(counts: Any, fitted: LSS) -> None:
    other = fitted.with_seeds({"w5": 1, "w6*": -1})
    expected = LSS({"w5": 1, "w6*": -1}, k=20).fit(counts, feature_names=NAMES)
    np.testing.assert_array_equal(other.coef_, expected.coef_)
    assert fitted.seeds == SEEDS


def test_bootstrap_of_seeds_keeps_signs(fitted: LSS) -> None:
    alone = fitted.bootstrap("seeds").set_index("word")
    assert list(alone) == ["w1", "w2", "w3"]
    np.testing.assert_allclose(alone.w3, -fitted.with_seeds(["w3"]).coef_)
    without = fitted.bootstrap("seeds", remove=True).set_index("word")
    np.testing.assert_allclose(without.w1, fitted.with_seeds({"w2": 1, "w3": -1}).coef_)


def test_bootstrap_of_components_is_a_slice(counts: Any, fitted: LSS) -> None:
    found = fitted.bootstrap("k", ks=[3, 20])
    np.testing.assert_allclose(found["20"], fitted.coef_, atol=1e-14)
    three = LSS(SEEDS, k=20, slice=3).fit(counts, feature_names=NAMES)
    np.testing.assert_allclose(found["3"], three.coef_, atol=1e-12)
    assert LSS(SEEDS, k=20).fit(counts, feature_names=NAMES).bootstrap("k").columns.tolist() == ["word"]


def test_bootstrap_of_documents_is_near_the_fit() -> None:
    X = sentences(900, topics=5, length=8, seed=3)
    model = LSS(SEEDS, k=5).fit(X, feature_names=NAMES)  # as many components as there are topics
    drawn = model.bootstrap_documents(X, 3).set_index("word")
    assert drawn.shape == (260, 3)
    assert np.corrcoef(drawn["0"], model.coef_)[0, 1] > 0.8
    assert not np.array_equal(drawn["0"], drawn["1"])
    again = model.bootstrap_documents(X, 3).set_index("word")
    pd.testing.assert_frame_equal(drawn, again)


def test_documents_are_drawn_with_all_their_rows() -> None:
    X = sentences(400, topics=5, length=4)
    model = LSS(SEEDS, k=5).fit(X, feature_names=NAMES)
    # One document: the only draw there is is the fit itself.
    np.testing.assert_allclose(model.bootstrap_documents(X, 1, groups=["a"] * 400)["0"], model.coef_, atol=1e-9)
    apart = model.bootstrap_documents(X, 1, groups=range(400))
    pd.testing.assert_frame_equal(apart, model.bootstrap_documents(X, 1))


def test_texts_are_drawn_whole() -> None:
    texts = ["A good day. Good weather!", "A bad day. Bad weather.", "Nice weather. A nice good day."] * 6
    model = LSS({"good": 1, "bad": -1}, k=3).fit(texts)
    found = model.bootstrap_documents(texts, 2)
    assert list(found.word) == list(model.feature_names_in_)
    by_group = model.bootstrap_documents(texts, 1, groups=["all"] * 18)
    np.testing.assert_allclose(by_group["0"], model.coef_, atol=1e-9)


def test_optimize_is_the_ratio_of_variances(counts: Any, fitted: LSS) -> None:
    found = fitted.optimize(counts, "k", ks=[5, 20])
    raw = (counts @ fitted.coef_) / np.asarray(counts.sum(axis=1)).ravel()
    assert found.ratio[1] == pytest.approx(np.nanvar(raw, ddof=1) / fitted.coef_.var(ddof=1))


def test_bad_input_is_named(counts: Any, fitted: LSS) -> None:
    for call, message in (
        (lambda: fitted.bootstrap("words"), "what must be 'seeds' or 'k', not 'words'"),
        (lambda: fitted.with_seeds(["w1"]).bootstrap(remove=True), "there is one seed word"),
        (lambda: fitted.bootstrap("k", ks=[21]), "slice must name components from 1 to 20, not 21"),
        (lambda: fitted.with_seeds(["nothing"]), "no seed is among the 260 features"),
        (lambda: fitted.bootstrap_documents(counts, 0), "n must be 1 or more"),
        (lambda: fitted.bootstrap_documents(counts, groups=["a"]), "one label for each of the 600 rows"),
        (lambda: fitted.cohesion(0), "bandwidth must be above 0"),
    ):
        with pytest.raises(tenor.Error, match=message):
            call()
