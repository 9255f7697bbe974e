"""Latent Semantic Scaling against R's LSX, scipy's ARPACK, and by hand."""

import pickle
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
import scipy.sparse as sp
from drawn import NAMES, SEEDS, sentences
from scipy.io import mmread
from scipy.sparse.linalg import svds
from sklearn.base import clone
from sklearn.exceptions import NotFittedError

import tenor
from tenor.scaling import LSS, seedwords

# A word in a component of its own, whose polarity in R is round-off ("amen", only ever the sentence "Amen.").
pytestmark = pytest.mark.filterwarnings("ignore:1 words have no vector")


@pytest.fixture(scope="module")
def reference(shared: Path) -> Path:
    return shared / "scaling" / "reference"


@pytest.fixture(scope="module")
def matrix(reference: Path) -> tuple[Any, list[str]]:
    X = sp.csr_matrix(mmread(reference / "lsx_dfm.mtx"), dtype=float)
    return X, (reference / "lsx_features.txt").read_text("utf-8").splitlines()


def table(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, keep_default_na=False)


def numbers(column: Any) -> np.ndarray:
    return pd.to_numeric(column, errors="coerce").to_numpy(float)


@pytest.fixture(scope="module")
def model300(matrix: Any) -> LSS:
    X, names = matrix
    return LSS(k=300).fit(X, feature_names=names)


@pytest.fixture(scope="module")
def terms(reference: Path) -> list[str]:
    return (reference / "lsx_terms_america.txt").read_text("utf-8").splitlines()


GLOBS = {"nice*": 1, "positive*": 1, "bad*": -1, "negative*": -1, "xyzzy": -1}


@pytest.mark.parametrize(
    ("file", "parameters"),
    [
        ("k10", {"k": 10}),
        ("k50", {"k": 50}),
        ("k100", {"k": 100}),
        ("k50_logcount", {"k": 50, "weight": "logcount"}),
        ("k50_glob", {"k": 50, "seeds": GLOBS}),
        ("k50_glob_flat", {"k": 50, "seeds": GLOBS, "nested_weight": False}),
        ("k50_unipolar", {"k": 50, "seeds": ["good", "nice"]}),
    ],
)
def test_word_scores_are_those_of_r(matrix: Any, reference: Path, file: str, parameters: dict[str, Any]) -> None:
    X, names = matrix
    model = LSS(**parameters).fit(X, feature_names=names)
    expected = table(reference / f"lsx_beta_{file}.csv")
    assert list(expected.feature) == names
    gap = np.abs(model.coef_ - numbers(expected.beta))[model.support_]
    assert gap.max() < 1e-9  # R's own vectors converge to 1e-10
    assert [names[i] for i in np.flatnonzero(~model.support_)] == ["amen"]
    assert model.coef_[~model.support_] == 0


@pytest.mark.parametrize(("file", "piece"), [("k300", None), ("k300_slice50", 50), ("k300_slice50b", range(1, 51))])
def test_slices_are_those_of_r(model300: LSS, reference: Path, file: str, piece: Any) -> None:
    model = model300._changed(slice=piece)
    gap = np.abs(model.coef_ - numbers(table(reference / f"lsx_beta_{file}.csv").beta))
    assert gap[model.support_].max() < 1e-12


def test_terms_and_documents_are_those_of_r(matrix: Any, model300: LSS, reference: Path, terms: list[str]) -> None:
    X, _ = matrix
    model = model300._changed(terms=terms)
    assert model.terms_.sum() == len(terms)
    expected = table(reference / "lsx_beta_k300_terms.csv").set_index("feature")
    words = model.words().set_index("word")
    assert np.abs(words.beta - expected.beta[words.index]).max() < 1e-12
    r = table(reference / "lsx_predict_terms_sentences.csv")
    plain = model.score_documents(X, rescale=False)
    padded = model.score_documents(X, rescale=False, min_n=10)
    columns = {"raw": plain.fit, "se": plain.se, "n": plain.n, "density": plain.density}
    for name, ours in (columns | {"raw_min10": padded.fit, "se_min10": padded.se, "n_min10": padded.n}).items():
        np.testing.assert_allclose(ours, numbers(r[name]), atol=1e-12, err_msg=name)
    b = table(reference / "lsx_bootstrap_k_coef.csv").set_index("feature")
    ours = model.bootstrap("k").set_index("word")
    np.testing.assert_allclose(ours.loc[b.index], b.apply(numbers), atol=1e-12)
    # LSX drops the seeds' signs when it leaves one out: its figures are those of a scale whose seeds are all 1.
    b = table(reference / "lsx_bootstrap_seeds_remove_coef.csv").set_index("feature")
    unipolar = model.with_seeds([word for word in model.seeds_.word if word])
    ours = unipolar.bootstrap("seeds", remove=True).set_index("word")
    np.testing.assert_allclose(ours.loc[b.index], b.apply(numbers), atol=1e-12)
    groups = table(reference / "lsx_docs.csv").group
    ratio = model.optimize(X, "k", groups=groups).ratio
    np.testing.assert_allclose(ratio, numbers(table(reference / "lsx_optimize_k.csv").ratio), atol=1e-12)


def test_groups_and_cohesion_are_those_of_r(matrix: Any, model300: LSS, reference: Path) -> None:
    X, names = matrix
    groups = table(reference / "lsx_docs.csv").group
    r = table(reference / "lsx_predict_k300_groups.csv").set_index("doc")
    found = model300.score_documents(X, groups=groups, rescale=False)
    assert list(found.index) == list(r.index)
    amen = pd.Series(X[:, names.index("amen")].toarray().ravel()).groupby(groups).sum()
    free = amen.index[amen == 0]  # the three speeches with "amen" have R's round-off in them
    assert len(free) == len(r) - 3
    np.testing.assert_allclose(found.fit[free], numbers(r.raw[free]), atol=1e-12)
    np.testing.assert_allclose(found.se[free], numbers(r.raw_se[free]), atol=1e-12)
    np.testing.assert_allclose(found.n, numbers(r.n))
    scaled = model300.score_documents(X, groups=groups)
    np.testing.assert_allclose(scaled.fit, numbers(r.fit), atol=0.002)
    assert scaled.fit.mean() == pytest.approx(0, abs=1e-12)
    assert scaled.fit.std() == pytest.approx(1)
    cohesion = model300.cohesion()
    r = table(reference / "lsx_cohesion_k300.csv")
    np.testing.assert_allclose(cohesion.raw, numbers(r.raw), atol=1e-9)
    known = np.isfinite(numbers(r.smoothed))
    np.testing.assert_allclose(cohesion.smoothed[known], numbers(r.smoothed)[known], atol=1e-9)
    assert np.isfinite(cohesion.smoothed).all()


def test_seed_weights_are_those_of_r(matrix: Any, reference: Path) -> None:
    for nested, file in ((True, "nested"), (False, "flat")):
        model = LSS(GLOBS, k=10, nested_weight=nested).fit(matrix[0], feature_names=matrix[1])
        r = table(reference / f"lsx_seeds_weighted_glob_{file}.csv")
        found = model.seeds_[model.seeds_.found]
        assert list(found.word) == list(r.seed)
        np.testing.assert_allclose(found.weight, r.weight)
        assert list(model.seeds_.pattern[~model.seeds_.found]) == ["nice*", "xyzzy"]


# -- without R


@pytest.fixture(scope="module")
def counts() -> Any:
    return sentences()


@pytest.fixture(scope="module")
def fitted(counts: Any) -> LSS:
    return LSS(SEEDS, k=20).fit(counts, feature_names=NAMES)


def test_polarity_equals_the_definition(counts: Any, fitted: LSS) -> None:
    _, s, vt = svds(counts, 20, tol=0, v0=np.ones(min(counts.shape)))
    np.testing.assert_allclose(fitted.singular_values_, np.sort(s)[::-1], rtol=1e-12)
    V = vt.T
    unit = V / np.linalg.norm(V, axis=1, keepdims=True)
    expected = unit @ (0.5 * unit[1] + 0.5 * unit[2] - unit[3])
    np.testing.assert_allclose(fitted.coef_, expected, atol=1e-10)


def test_threads_and_start_do_not_matter(counts: Any, fitted: LSS) -> None:
    again = LSS(SEEDS, k=20, n_jobs=3).fit(counts, feature_names=NAMES)
    assert np.array_equal(again.embedding_, fitted.embedding_)
    other = LSS(SEEDS, k=20, random_state=9).fit(counts, feature_names=NAMES)
    np.testing.assert_allclose(other.coef_, fitted.coef_, atol=1e-11)


def test_scales(counts: Any, fitted: LSS) -> None:
    batch = fitted.transform(counts)
    assert batch.shape == (600, 1)
    assert np.nanstd(batch, ddof=1) == pytest.approx(1)
    train = LSS(SEEDS, k=20, scale="train").fit(counts, feature_names=NAMES)
    np.testing.assert_allclose(train.transform(counts[:5]), train.transform(counts)[:5])
    raw = LSS(SEEDS, k=20, scale=None).fit(counts, feature_names=NAMES)
    np.testing.assert_allclose(raw.transform(counts[:1])[0], raw.score_documents(counts[:1]).fit)


def test_weighted_terms(counts: Any, fitted: LSS) -> None:
    model = fitted._changed(terms={"w1": 0.5, "w2*": 1})
    assert model.coef_[1] == pytest.approx(fitted.coef_[1] / 2)
    assert model.coef_[25] == fitted.coef_[25]
    assert model.coef_[3] == 0
    assert model.terms_.sum() == 72
    assert set(model.top_terms(2).word) <= set(model.words().word)


def test_texts_are_cut_into_sentences_and_counted() -> None:
    texts = ["A good day. Good weather!", "A bad day. Bad weather.", "Nice weather. A nice good day."] * 6
    model = LSS({"good": 1, "bad": -1}, k=3).fit(texts)
    assert set(model.feature_names_in_) == {"good", "bad", "nice", "day", "weather"}
    scores = model.score_documents(pd.Series(texts[:2], index=["x", "y"])).fit
    assert scores["x"] > scores["y"]
    own = LSS({"good": 1, "bad": -1}, k=3, vectorizer=tenor.CountVectorizer(min_df=2)).fit(
        pd.DataFrame({"text": texts})
    )
    assert "good" in own.feature_names_in_


def test_set_output_clone_and_pickle(counts: Any, fitted: LSS) -> None:
    model = clone(fitted).set_output(transform="pandas").fit(counts, feature_names=NAMES)
    assert list(model.transform(counts)) == ["lss0"]
    again = pickle.loads(pickle.dumps(fitted))
    assert np.array_equal(again.transform(counts), fitted.transform(counts), equal_nan=True)
    with pytest.raises(NotFittedError):
        LSS().transform(counts)
    assert clone(LSS(k=7)).get_params()["k"] == 7


def test_words_without_a_vector_are_listed() -> None:
    rows = sp.block_diag([np.random.default_rng(1).poisson(1.0, (300, 250)) * 5, np.ones((1, 1))]).tocsr()
    names = [*(f"w{i}" for i in range(250)), "amen"]
    with pytest.warns(UserWarning, match="1 words have no vector.*'amen'"):
        model = LSS(["w0"], k=5).fit(rows, feature_names=names)
    assert model.coef_[-1] == 0
    assert not model.support_[-1]


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({"seeds": ["nothing", "here"]}, "no seed is among the 260 features \\('nothing', 'here'\\)"),
        ({"seeds": {}}, "seeds is empty"),
        ({"seeds": "klingon"}, "no seed words are called 'klingon'"),
        ({"seeds": {"w1": float("nan")}}, "seed 'w1' must be finite"),
        ({"seeds": {"w1": "x"}}, "seed 'w1' must be a number"),
        ({"k": 0}, "k must be a whole number from 1, not 0"),
        ({"k": 261}, "k is 261, above the rank"),
        ({"slice": 21}, "slice must name components from 1 to 20, not 21"),
        ({"terms": ["nothing"]}, "no term is among"),
        ({"terms": "w1"}, "must be a list"),
        ({"terms": {"w1": -1}}, "term 'w1' must not be negative"),
        ({"weight": "tfidf"}, "weight must be one of"),
        ({"scale": "x"}, "scale must be"),
        ({"n_jobs": 0}, "n_jobs must be None"),
    ],
)
def test_bad_parameters_are_named(counts: Any, parameters: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        LSS(**({"seeds": SEEDS, "k": 20} | parameters)).fit(counts, feature_names=NAMES)


def test_seedwords() -> None:
    assert sum(seedwords("sentiment").values()) == 0
    assert seedwords("ideology")["austerity"] == 1
