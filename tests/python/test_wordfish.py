"""Wordfish against R, against its definition, and on documents it has not seen."""

import pickle
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest
import scipy.sparse as sp
from numpy.typing import NDArray
from sklearn.base import clone
from sklearn.exceptions import ConvergenceWarning, NotFittedError

from tenor.scaling import Wordfish

# quanteda's procedure often takes all its iterations.
pytestmark = pytest.mark.filterwarnings("ignore:Wordfish did not come")


@pytest.fixture(scope="module")
def reference(shared: Path) -> Path:
    return shared / "scaling" / "reference"


def drawn(documents: int = 12, words: int = 150, seed: int = 0) -> NDArray[np.float64]:
    """Counts from the model: documents from left to right, and more spread than Poisson's."""
    rng = np.random.default_rng(seed)
    theta = np.linspace(-1.5, 1.5, documents)
    rate = np.exp(rng.normal(0.5, 0.7, words) + rng.normal(0, 0.5, words) * theta[:, None])
    y = rng.negative_binomial(3, 3 / (3 + rate)).astype(float)
    return y[:, y.sum(axis=0) > 0]


def by_definition(y: NDArray[np.float64], dispersion: str = "poisson", floor: float = 0.0) -> dict[str, Any]:
    """The procedure of R's textmodel_wordfish with dense matrices, word by word and document by document."""
    n, m = y.shape
    r, c, total = y.sum(axis=1), y.sum(axis=0), y.sum()
    e = np.outer(r, c) / total
    theta = np.linalg.svd((y - e) / np.sqrt(e), full_matrices=False)[0][:, 0] / np.sqrt(r / total)
    theta = (theta - theta.mean()) / theta.std(ddof=1)
    alpha, psi = np.log(r) - np.log(r.mean()), np.log(c / n)
    beta, phi = np.zeros(m), np.ones(m)
    before, path = -1e12, []
    for outer in range(100):
        for words in (True, False):
            for i in range(m if words else n):
                for inner in range(10):
                    if words:
                        rate = np.exp(alpha + psi[i] + beta[i] * theta)
                        w, x, counts, prior = np.full(n, 1 / phi[i]), theta, y[:, i], (0, 1 / 9)
                        at = np.array([psi[i], beta[i]])
                    else:
                        rate = np.exp(alpha[i] + psi + beta * theta[i])
                        w, x, counts, prior = 1 / phi, beta, y[i], (0, 1)
                        at = np.array([alpha[i], theta[i]])
                    g = np.array([(w * (counts - rate)).sum(), (w * x * (counts - rate)).sum()]) - at * prior
                    cross = (w * x * rate).sum()
                    H = np.array([[(w * rate).sum() + prior[0], cross], [cross, (w * x * x * rate).sum() + prior[1]]])
                    step = (0.5 if outer == inner == 0 else 1) * np.linalg.solve(H, g)
                    if words:
                        psi[i], beta[i] = at + step
                    else:
                        alpha[i], theta[i] = at + step
                    if np.abs(step).max() <= 1e-8:
                        break
        mu = np.exp(alpha[:, None] + psi + np.outer(theta, beta))
        x2, freedom = ((y - mu) ** 2 / mu).sum(axis=0), n * m - 2 * n - 2 * m
        if dispersion != "poisson":
            phi = np.full(m, x2.sum() / freedom) if dispersion == "overall" else m * x2 / freedom
            phi = np.maximum(floor, phi) if floor else phi
        alpha -= alpha.mean()
        theta = (theta - theta.mean()) / theta.std(ddof=1)
        log_rate = alpha[:, None] + psi + np.outer(theta, beta)
        lp = (y * log_rate - np.exp(log_rate)).sum() - ((beta**2).sum() / 9 + (theta**2).sum()) / 2
        path.append(lp)
        if lp - before <= 1e-6:
            break
        before = lp
    if theta[0] > theta[1]:
        theta, beta = -theta, -beta
    return {"theta": theta, "alpha": alpha, "psi": psi, "beta": beta, "phi": phi, "path": path}


def test_figures_are_those_of_r(reference: Path) -> None:
    y = pd.read_csv(reference / "lbg_dfm.csv", index_col=0)
    model = Wordfish().fit(y)
    documents = model.documents()
    r = pd.read_csv(reference / "wordfish_lbg_poisson_docs.csv").set_index("doc")
    assert list(documents.index) == list(r.index)
    for column in ("theta", "se", "alpha"):
        np.testing.assert_allclose(documents[column], r[column], atol=1e-12)
    interval = pd.read_csv(reference / "wordfish_lbg_ci95.csv")
    np.testing.assert_allclose(documents[["lwr", "upr"]], interval[["lwr", "upr"]], atol=1e-12)
    r = pd.read_csv(reference / "wordfish_lbg_poisson_features.csv")
    words = model.words()
    assert list(words.word) == list(r.feature)
    for column in ("beta", "psi", "phi"):
        np.testing.assert_allclose(words[column], r[column], atol=1e-11)


@pytest.mark.parametrize(
    ("parameters", "dispersion", "floor"),
    [
        ({}, "poisson", 0.0),
        ({"dispersion": "quasipoisson"}, "feature", 0.0),
        ({"dispersion": "quasipoisson", "dispersion_floor": 0.5}, "feature", 0.5),
        ({"dispersion": "quasipoisson", "dispersion_level": "overall"}, "overall", 0.0),
    ],
)
def test_equals_the_definition(parameters: dict[str, Any], dispersion: str, floor: float) -> None:
    y = drawn()
    expected = by_definition(y, dispersion, floor)
    model = Wordfish(**parameters).fit(sp.csr_matrix(y))
    assert model.n_iter_ == len(expected["path"])
    np.testing.assert_allclose(model.loglik_path_, expected["path"], rtol=1e-11)
    for name in ("theta", "alpha", "psi", "beta", "phi"):
        np.testing.assert_allclose(getattr(model, f"{name}_"), expected[name], atol=1e-9, err_msg=name)


def test_the_maximum_is_one() -> None:
    y = drawn()
    model = Wordfish(solver="map").fit(y)
    assert model.converged_
    path = model.loglik_path_
    assert (np.diff(path) > -1e-12 * abs(path[-1])).all()
    assert path[-1] > Wordfish().fit(y).loglik_path_[-1]
    rate = np.exp(model.alpha_[:, None] + model.psi_ + np.outer(model.theta_, model.beta_))
    # Flat priors of alpha and psi: sums of rates are sums of counts.
    np.testing.assert_allclose(rate.sum(axis=1), y.sum(axis=1), rtol=1e-5)
    np.testing.assert_allclose(rate.sum(axis=0), y.sum(axis=0), rtol=1e-5)
    assert model.theta_.mean() == pytest.approx(0, abs=1e-12)
    assert model.theta_.std(ddof=1) == pytest.approx(1)
    assert np.corrcoef(model.theta_, np.linspace(-1, 1, 12))[0, 1] > 0.95


@pytest.mark.parametrize("parameters", [{}, {"solver": "map"}, {"dispersion": "quasipoisson"}])
def test_threads_do_not_matter(parameters: dict[str, Any]) -> None:
    y = sp.random(300, 4000, density=0.05, random_state=0, data_rvs=lambda n: np.ones(n)).tocsr()
    y = y[:, np.asarray(y.sum(axis=0)).ravel() > 1]
    one, three = (Wordfish(**parameters, max_iter=5, n_jobs=n) for n in (1, 3))
    one.fit(y)
    three.fit(y)
    for name in ("theta_", "theta_se_", "alpha_", "beta_", "psi_", "phi_", "loglik_path_"):
        assert np.array_equal(getattr(one, name), getattr(three, name)), name


def test_new_documents_are_placed() -> None:
    y = drawn(20)
    model = Wordfish(solver="map").fit(y)
    np.testing.assert_allclose(model.transform(y).ravel(), model.theta_, atol=1e-5)
    found = model.score_documents(y)
    np.testing.assert_allclose(found.se, model.theta_se_, rtol=1e-4)
    assert ((found.lwr < found.theta) & (found.theta < found.upr)).all()
    left_out = Wordfish((0, 17), solver="map").fit(y[[*range(9), *range(10, 20)]])
    assert abs(left_out.transform(y[9:10]).item() - model.theta_[9]) < 0.3
    empty = model.transform(np.vstack([y[0], np.zeros_like(y[0])]))
    assert np.isfinite(empty[0])
    assert np.isnan(empty[1])


def test_direction_names_documents() -> None:
    y = pd.DataFrame(drawn(), index=[f"d{i}" for i in range(12)])
    y.columns = [f"w{i}" for i in y.columns]
    assert np.diff(Wordfish(("d0", "d11")).fit(y).theta_[[0, 11]]) > 0
    assert np.diff(Wordfish((11, 0)).fit(y).theta_[[0, 11]]) < 0
    grouped = Wordfish(("a", "b")).fit(y, groups=["a"] * 4 + ["b"] * 4 + ["c"] * 4)
    assert list(grouped.documents().index) == ["a", "b", "c"]
    assert isinstance(Wordfish().fit(pl.from_pandas(y)).words(), pl.DataFrame)


def test_what_is_empty_is_left_out_and_named() -> None:
    y = drawn()
    more = np.vstack([np.hstack([y, np.zeros((12, 1))]), np.zeros((1, y.shape[1] + 1))])
    with (
        pytest.warns(UserWarning, match="1 documents have no words.*\\[12\\]"),
        pytest.warns(match="1 features have no"),
    ):
        model = Wordfish().fit(more)
    np.testing.assert_array_equal(model.theta_[:-1], Wordfish().fit(y).theta_)
    assert np.isnan(model.theta_[-1])
    assert np.isnan(model.beta_[-1])
    assert np.isfinite(model.transform(more)[:-1]).all()


def test_clone_pickle_and_output() -> None:
    y = drawn()
    model = clone(Wordfish(solver="map")).set_output(transform="pandas").fit(y)
    again = pickle.loads(pickle.dumps(model))
    assert again.transform(y).equals(model.transform(y))
    assert list(again.transform(y)) == ["wordfish0"]
    with pytest.raises(NotFittedError):
        Wordfish().transform(y)
    with pytest.warns(ConvergenceWarning, match="2 iterations"):
        Wordfish(solver="map", max_iter=2).fit(y)


@pytest.mark.parametrize(
    ("y", "parameters", "message"),
    [
        ([[1, 2]], {}, "1 of the n_samples=1 has words"),
        ([[1, 2], [0.5, 1]], {}, "0.5.* in row 1, column 0 is not a count"),
        ([[1, 2], [-1, 1]], {}, "Negative values.*-1 in row 1"),
        ([[1, 2], [2, 4]], {}, "the same proportions"),
        ([[1, 2], [3, 1]], {"direction": (0, 5)}, "direction names document 5"),
        ([[1, 2], [3, 1]], {"direction": (1, 1)}, "two different documents"),
        ([[1, 2], [3, 1]], {"direction": ("a", 1)}, "document 'a', of which there are 0"),
        ([[1, 2], [3, 1]], {"solver": "x"}, "solver must be"),
        ([[1, 2], [3, 1]], {"solver": "map", "dispersion": "quasipoisson"}, "no posterior"),
        ([[1, 2], [3, 1]], {"dispersion": "quasipoisson"}, "too few documents"),
        ([[1, 2], [3, 1]], {"prior_sd": (1, 1, 0, 1)}, "prior_sd must be four"),
        ([[1, 2], [3, 1]], {"dispersion_floor": 2}, "dispersion_floor"),
        ([[1, 2], [3, 1]], {"max_iter": 0}, "max_iter"),
        ([[np.nan, 2], [3, 1]], {}, "NaN"),
    ],
)
def test_bad_input_is_named(y: Any, parameters: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Wordfish(**parameters).fit(np.array(y, dtype=float))
