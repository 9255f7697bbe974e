"""quanteda's weights, against its own figures on the inaugural addresses where they are at hand."""

import csv
from pathlib import Path

import numpy as np
import pytest
import scipy.sparse as sp

import tenor
from tenor.terms import SCHEMES, dfm_tfidf, dfm_weight

REFERENCE = Path(__file__).parents[2].parent / "shared/scaling/reference"
COUNTS = np.array([[2, 0, 6], [1, 1, 0], [0, 0, 0]])


@pytest.fixture(scope="module")
def inaugural():
    if not REFERENCE.exists():
        pytest.skip("no ../shared/scaling/reference beside this checkout")
    with open(REFERENCE / "inaugural_dfm_features.csv", encoding="utf-8", newline="") as f:
        features = [row["feature"] for row in csv.DictReader(f)]
    with open(REFERENCE / "inaugural_dfm_triplets.csv", encoding="utf-8", newline="") as f:
        triplets = [(int(r["doc"]), int(r["feature"]), float(r["value"])) for r in csv.DictReader(f)]
    doc, feature, value = zip(*triplets, strict=True)
    return features, sp.csr_array((value, (doc, feature)))


def assert_quantedas(name, features, X):
    with open(REFERENCE / f"{name}.csv", encoding="utf-8", newline="") as f:
        rows = list(csv.reader(f))
    columns = [features.index(term) for term in rows[0][1:]]
    theirs = np.array([[float(v) for v in row[1:]] for row in rows[1:]])
    np.testing.assert_allclose(X.toarray()[: len(theirs), columns], theirs, rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("scheme", [s for s in SCHEMES if s != "count"])
def test_weights_are_quantedas(inaugural, scheme):
    assert_quantedas(f"inaugural_weight_{scheme}", inaugural[0], dfm_weight(inaugural[1], scheme))


@pytest.mark.parametrize("scheme", ["count", "prop"])
def test_tfidf_is_quantedas(inaugural, scheme):
    assert_quantedas(f"inaugural_tfidf_{scheme}_top200", inaugural[0], dfm_tfidf(inaugural[1], scheme))


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        ("count", [[2, 0, 6], [1, 1, 0], [0, 0, 0]]),
        ("prop", [[0.25, 0, 0.75], [0.5, 0.5, 0], [0, 0, 0]]),
        ("propmax", [[1 / 3, 0, 1], [1, 1, 0], [0, 0, 0]]),
        ("boolean", [[1, 0, 1], [1, 1, 0], [0, 0, 0]]),
        ("augmented", [[2 / 3, 0, 1], [1, 1, 0], [0, 0, 0]]),
        ("logcount", [[2, 0, 1 + np.log2(6)], [1, 1, 0], [0, 0, 0]]),
        ("logave", [[2 / 3, 0, (1 + np.log2(6)) / 3], [1, 1, 0], [0, 0, 0]]),
    ],
)
def test_weights_by_hand(scheme, expected):
    X = sp.csr_array(COUNTS)
    np.testing.assert_allclose(dfm_weight(X, scheme, base=2).toarray(), expected, rtol=1e-15)
    np.testing.assert_array_equal(X.toarray(), COUNTS)


def test_tfidf_by_hand():
    idf = np.log10([3 / 2, 3, 3])
    np.testing.assert_allclose(dfm_tfidf(sp.csr_array(COUNTS)).toarray(), COUNTS * idf, rtol=1e-15)


@pytest.mark.parametrize(
    ("kw", "message"),
    [
        ({"scheme": "log"}, "scheme must be one of count, prop, .* not 'log'"),
        ({"base": 1}, "base must be above 1, not 1"),
        ({"k": 2}, "k must be from 0 to 1, not 2"),
    ],
)
def test_errors_name_the_value(kw, message):
    with pytest.raises(tenor.Error, match=message):
        dfm_weight(sp.csr_array(COUNTS), **kw)
    with pytest.raises(tenor.Error, match="one is -1"):
        dfm_weight(sp.csr_array([[-1]]))
