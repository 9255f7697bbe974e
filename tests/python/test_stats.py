"""Keyness, collocations, context words and weights against R and by hand."""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest
import scipy.sparse as sp

import tenor
from tenor import stats


@pytest.fixture(scope="module")
def reference(shared: Path) -> Path:
    return shared / "scaling" / "reference"


def table(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, keep_default_na=False)


def numbers(column: Any) -> np.ndarray:
    return pd.to_numeric(column, errors="coerce").to_numpy(float)


@pytest.fixture(scope="module")
def party(reference: Path) -> pd.DataFrame:
    return table(reference / "keyness_input_post1980_party.csv")


@pytest.mark.parametrize("correction", ["none", "yates", "williams"])
@pytest.mark.parametrize(("measure", "column"), [("chi2", "chi2"), ("lr", "G2"), ("pmi", "pmi")])
def test_keyness_is_that_of_r(reference: Path, party: pd.DataFrame, measure: Any, column: str, correction: Any) -> None:
    if measure == "pmi" and correction != "none":
        return
    file = "pmi" if measure == "pmi" else f"{measure}_{correction}"
    r = table(reference / f"keyness_{file}.csv")
    X = party[["Dem", "Rep"]].to_numpy(float).T
    found = stats.keyness(X, [False, True], measure=measure, correction=correction, feature_names=party.feature)
    ours = found.set_index("feature").loc[r.feature]
    expected, p = numbers(r[column]), numbers(r.p)
    if file == "chi2_williams":  # R multiplies by q, where Williams 1976 divides
        plain = table(reference / "keyness_chi2_none.csv").set_index("feature").chi2[r.feature]
        expected = numbers(plain) ** 2 / expected
    else:
        assert list(found.feature) == list(r.feature)
        if measure != "pmi":  # the p of a pmi means nothing
            np.testing.assert_allclose(ours.p, p, atol=1e-14)
    np.testing.assert_allclose(ours[column], expected, atol=1e-11)
    assert (ours.n_target.to_numpy() == r.n_target).all()


def test_exact_keyness_is_that_of_r(reference: Path, party: pd.DataFrame) -> None:
    r = table(reference / "keyness_exact_min20.csv")
    some = party[party.feature.isin(r.feature)]
    X = some[["Dem", "Rep"]].to_numpy(float).T
    found = stats.keyness(X, [False, True], measure="exact", feature_names=some.feature).set_index("feature")
    np.testing.assert_allclose(found.p[r.feature], r.p, atol=1e-12)
    np.testing.assert_allclose(found.exact[r.feature], r.exact, rtol=1e-3)  # R's root finder stops there


def test_keyness_by_hand() -> None:
    texts = pd.Series(["red red red blue", "red blue", "blue blue blue green"], index=["a", "b", "c"])
    found = stats.keyness(texts, ["a", "b"], correction="none")
    assert list(found.feature) == ["red", "blue", "green"]
    # a=4, b=0 of 6 and 4: N (ad - bc)^2 / ...
    assert found.chi2[0] == pytest.approx(10 * 16**2 / (4 * 6 * 6 * 4))
    assert found.chi2[2] < 0
    assert found.n_reference.tolist() == [0, 3, 1]
    empty = stats.keyness([[1, 2, 0], [2, 1, 0]], [True, False], measure="lr")
    assert np.isnan(empty.G2[2])
    assert isinstance(stats.keyness(pl.DataFrame({"x": [1, 2], "y": [2, 1]}), [True, False]), pl.DataFrame)


@pytest.mark.parametrize(
    ("target", "options", "message"),
    [
        ([True, True], {}, "2 of 2 documents are the target"),
        ([True], {}, "one truth value for each of the 2"),
        ("a", {}, "have no labels"),
        ([True, False], {"measure": "x"}, "measure must be"),
        ([True, False], {"correction": "x"}, "correction must be"),
    ],
)
def test_bad_keyness_is_named(target: Any, options: dict[str, Any], message: str) -> None:
    with pytest.raises(tenor.Error, match=message):
        stats.keyness([[1, 2], [2, 1]], target, **options)


def test_more_bad_keyness_is_named() -> None:
    with pytest.raises(tenor.Error, match="target names 'z'"):
        stats.keyness(pd.DataFrame({"x": [1, 2]}, index=["a", "b"]), "z")
    with pytest.raises(tenor.Error, match="the reference documents have no words"):
        stats.keyness([[1, 2], [0, 0]], [True, False])
    with pytest.raises(tenor.Error, match="must not be negative"):
        stats.keyness([[1, 2], [-1, 3]], [True, False])


def test_toy_collocations_are_those_of_r(reference: Path) -> None:
    toy = [line.split() for line in (reference / "collocations_toy.txt").read_text().splitlines()]
    found = stats.collocations(toy, (2, 3))
    r = table(reference / "collocations_toy_size23.csv")
    pd.testing.assert_frame_equal(found, r, check_dtype=False, atol=1e-13, rtol=0)


def test_speeches_collocations_are_those_of_r(reference: Path) -> None:
    """tenor cuts a few words otherwise than quanteda; sequences with the same counts have the same figures."""
    texts = pd.read_json(reference / "inaugural_corpus.json")["text"]
    for file, size, least in (("size2_min5", 2, 5), ("size23_min10", (2, 3), 10)):
        r = table(reference / f"collocations_inaugural_{file}.csv").set_index("collocation")
        found = stats.collocations(texts, size, min_count=least).set_index("collocation")
        both = found.join(r.add_suffix("_r"), how="inner")
        assert len(both) == len(r)
        same = both["count"] == both.count_r
        assert same.mean() > 0.98
        assert (np.abs(both.z / both.z_r - 1)[same].quantile(0.95)) < 0.01


def test_collocations_of_texts() -> None:
    frame = pl.DataFrame({"text": ["The White House said. The white house, White House!"]})
    found = stats.collocations(frame)
    assert isinstance(found, pl.DataFrame)
    assert found["collocation"].to_list() == ["white house", "the white"]
    assert found["count"].to_list() == [3, 2]
    upper = stats.collocations(frame, lowercase=False)
    assert upper["collocation"].to_list() == ["White House"]
    # An empty token stands where a word was removed: it keeps its neighbours apart.
    assert stats.collocations([["a", "", "b"]] * 3)["collocation"].tolist() == []


def test_bad_collocations_are_named() -> None:
    for call, message in (
        (lambda: stats.collocations(["a b"], 1), "size must be from 2 to 5 words, and is 1"),
        (lambda: stats.collocations(["a b"], []), "size names no number"),
        (lambda: stats.collocations(["a b"], smoothing=0), "smoothing must be above 0"),
        (lambda: stats.collocations(["a b"], min_count=0), "min_count"),
        (lambda: stats.collocations("a b"), "one text"),
        (lambda: stats.collocations(["a", 3]), "document 1 is 3"),
        (lambda: stats.collocations(pd.DataFrame({"x": ["a"]})), "no column 'text'; the frame has 'x'"),
    ):
        with pytest.raises(tenor.Error, match=message):
            call()


def test_context_by_hand() -> None:
    tokens = ["tax", "cut", "plan", ",", "far", "away", "cut", "sun"]
    found = stats.context([tokens], "tax*", window=3, min_count=1, correction="none")
    assert set(found.feature) == {"cut", "plan"}
    row = found.set_index("feature").loc["plan"]
    assert (row.n_inside, row.n_outside) == (1, 0)
    assert row.chi2 == pytest.approx(6 * (1 * 4 - 0 * 1) ** 2 / (1 * 5 * 2 * 4))
    assert len(stats.context([tokens], "tax*", window=3, min_count=1, p=0.001)) == 0
    with pytest.raises(tenor.Error, match="matches no word"):
        stats.context([tokens], "zebra")


def test_context_is_that_of_r(reference: Path) -> None:
    """From raw text: tenor cuts other words than quanteda in three places of 135,000."""
    r = table(reference / "lsx_textstat_context_america.csv")
    sentences = pd.read_csv(reference / "inaugural_sentences.csv")
    sentences = sentences[sentences.doc_id.isin(table(reference / "lsx_docs.csv").group)]
    found = stats.context(sentences.text, "america*", window=10, min_count=1)
    both = found.merge(r, on="feature", suffixes=("", "_r"))
    assert set(r.feature) - set(both.feature) == {"mr"}  # "mr." here
    same = (both.n_inside == both.n_inside_r) & (both.n_outside == both.n_outside_r)
    assert set(both.feature[~same]) == {"safe", "well"}
    # All figures move a little with the number of all words.
    np.testing.assert_allclose(both.chi2[same], numbers(both.chi2_r)[same], atol=0.004)
    # With R's own counts of all words the figures are R's to the last digits.
    inside, all_words = numbers(r.n_inside), 135_286 - 461  # without the matches
    stat, p = stats._association(inside, numbers(r.n_outside), inside.sum(), all_words - inside.sum(), "chi2", "yates")
    np.testing.assert_allclose(stat, numbers(r.chi2), atol=1e-11)
    np.testing.assert_allclose(p, numbers(r.p), atol=1e-14)
    terms = stats.context(sentences.text, "america*", window=10, min_count=10, p=0.001)
    assert set(terms.feature) <= set(r.feature)
    assert (terms.p < 0.001).all()


def test_windows_of_texts_count_words() -> None:
    found = stats.context(["far near, tax. near gone"], "tax", window=1, min_count=1).set_index("feature")
    assert found.n_inside.to_dict() == {"near": 2}
    given = stats.context([["far", "near", ",", "tax", ".", "near", "gone"]], "tax", window=1, min_count=1)
    assert len(given) == 0


@pytest.mark.parametrize("scheme", ["prop", "propmax", "logcount", "boolean", "augmented", "logave"])
def test_weights_are_those_of_r(reference: Path, scheme: str) -> None:
    X, names = speeches(reference)
    r = table(reference / f"inaugural_weight_{scheme}.csv")
    at = [names.index(word) for word in r.columns[1:]]
    found = stats.weigh(X, scheme)[: len(r)][:, at].toarray()
    np.testing.assert_allclose(found, r.iloc[:, 1:].to_numpy(float), atol=1e-13)


@pytest.mark.parametrize("scheme", ["count", "prop"])
def test_tfidf_is_that_of_r(reference: Path, scheme: str) -> None:
    X, names = speeches(reference)
    r = table(reference / f"inaugural_tfidf_{scheme}_top200.csv")
    at = [names.index(word) for word in r.columns[1:]]
    np.testing.assert_allclose(stats.tfidf(X, scheme)[:, at].toarray(), r.iloc[:, 1:].to_numpy(float), atol=1e-12)


def speeches(reference: Path) -> tuple[Any, list[str]]:
    t = table(reference / "inaugural_dfm_triplets.csv")
    X = sp.csr_matrix((numbers(t.value), (t.doc, t.feature)))
    return X, list(table(reference / "inaugural_dfm_features.csv").feature)
