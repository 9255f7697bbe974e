"""What the three estimators take, what comes back, and what they refuse."""

from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import scipy.sparse as sp
from drawn import NAMES, SEEDS, sentences
from sklearn.feature_extraction.text import CountVectorizer

import tenor
from tenor.scaling import LSS, Wordfish, Wordscores

pytestmark = pytest.mark.filterwarnings("ignore:Wordfish did not come")

TEXTS = ["red red blue sky", "red green grass sky", "blue blue green sea", "green sea sky grass grass", "red sea"]
SCORES = [-1, np.nan, 1, np.nan, np.nan]


def models() -> list[Any]:
    """Each estimator, its fit's further argument, its document scores' column."""
    return [
        (LSS({"red": 1, "blue": -1}, k=2, vectorizer=tenor.CountVectorizer()), None, "fit"),
        (Wordfish((0, 2)), None, "theta"),
        (Wordscores(), SCORES, "fit"),
    ]


def fitted(model: Any, X: Any, y: Any, **options: Any) -> Any:
    return model.fit(X, **options) if y is None else model.fit(X, y, **options)


@pytest.mark.parametrize("at", range(3))
def test_texts_matrices_and_frames_are_one(at: int) -> None:
    counter, theirs = tenor.CountVectorizer(), CountVectorizer()
    X = counter.fit_transform(TEXTS)
    names = list(counter.get_feature_names_out())
    index = list("abcde")
    frame = pd.DataFrame(X.toarray(), columns=names, index=index)
    inputs: list[tuple[Any, dict[str, Any], Any]] = [
        (X, {"feature_names": names}, pd.DataFrame),
        (X.astype(np.int32), {"feature_names": counter}, pd.DataFrame),
        (sp.csr_array(theirs.fit_transform(TEXTS)), {"feature_names": theirs}, pd.DataFrame),
        (sp.csc_matrix(X), {}, pd.DataFrame),
        (X.toarray(), {}, pd.DataFrame),
        (frame, {}, pd.DataFrame),
        (pd.DataFrame.sparse.from_spmatrix(X, columns=names, index=index), {}, pd.DataFrame),
        (pl.DataFrame(X.toarray(), schema=names), {}, pl.DataFrame),
        (pa.table(dict(zip(names, X.toarray().T, strict=True))), {}, pa.Table),
        (TEXTS, {}, pd.DataFrame),
        (pd.Series(TEXTS, index=index), {}, pd.DataFrame),
        (pl.DataFrame({"text": TEXTS, "outlet": list("vwxyz")}), {}, pl.DataFrame),
        (pa.table({"text": TEXTS}), {}, pa.Table),
    ]
    expected = None
    for given, options, kind in inputs:
        model, y, column = models()[at]
        if at == 0 and not options and not hasattr(given, "columns") and not isinstance(given, list | pd.Series):
            model.set_params(seeds={f"x{names.index('red')}": 1, f"x{names.index('blue')}": -1})
        fitted(model, given, y, **options)
        assert model.n_features_in_ == len(names)
        scores = model.score_documents(given, **options)
        assert type(scores) is kind
        assert type(model.words()) is kind
        values = scores.column(column).to_numpy() if kind is pa.Table else np.asarray(scores[column])
        expected = values if expected is None else expected
        np.testing.assert_allclose(values, expected, atol=1e-9)
        if hasattr(given, "index") and not isinstance(given, list):
            assert list(scores.index) == index
        named = options or not isinstance(given, sp.csc_matrix | np.ndarray)
        assert (list(model.feature_names_in_) == names) if named else not hasattr(model, "feature_names_in_")


@pytest.mark.parametrize("at", range(3))
def test_other_texts_are_counted_as_in_the_fit(at: int) -> None:
    model, y, column = models()[at]
    fitted(model, TEXTS, y)
    new = model.score_documents(["red red sky", "purple", "blue sea"])[column].to_numpy()
    assert np.isfinite(new[[0, 2]]).all()
    assert np.isnan(new[1])
    assert not hasattr(
        fitted(model, model.vectorizer_.transform(TEXTS).toarray() if at else sentences(), y)
        if at
        else LSS(SEEDS, k=5).fit(sentences(), feature_names=NAMES),
        "vectorizer_",
    )


@pytest.mark.parametrize("at", range(3))
def test_bad_input_is_named(at: int) -> None:
    model, y, _ = models()[at]
    X = np.array([[1, 2, 0], [0, 1, 3], [2, 1, 1], [1, 0, 1], [1, 1, 1]], dtype=float)
    names = ["red", "blue", "sea"]
    negative = X.copy()
    negative[3, 1] = -2
    missing = X.copy()
    missing[1, 1] = np.nan
    for given, options, message in (
        ("one text", {}, "one text"),
        (["a", None, "b", "c", "d"], {}, "text 1 is None"),
        (pd.DataFrame({"a": list("vwxyz")}), {}, "column 'a' holds String"),
        (pl.LazyFrame({"a": [1]}), {}, "lazy"),
        (X, {"feature_names": ["a", "b"]}, "feature_names has 2 names, but the matrix has 3 columns"),
        (negative, {"feature_names": names}, "Negative values.*-2 in row 3, column 'blue'"),
        (missing, {"feature_names": names}, "NaN"),
        (np.empty((0, 3)), {}, "0 sample"),
    ):
        with pytest.raises(ValueError, match=message):
            fitted(model, given, y, **options)
    fitted(model, X, y, feature_names=names)
    for given, options, message in (
        (["a text"], {}, "fitted to counts, not to texts"),
        (X[:, :2], {}, "X has 2 features, but .* is expecting 3"),
        (X, {"feature_names": ["blue", "red", "sea"]}, "feature 0 is 'blue', and was 'red' in the fit"),
        (negative, {}, "Negative values"),
    ):
        with pytest.raises(ValueError, match=message):
            model.score_documents(given, **options)


def test_one_document() -> None:
    one = np.array([[1, 2, 3]])
    with pytest.raises(ValueError, match="k is 300, above the rank of a matrix of 1 documents"):
        LSS(["x0"]).fit(one)
    with pytest.raises(ValueError, match="1 of the n_samples=1 has words"):
        Wordfish().fit(one)
    with pytest.raises(ValueError, match="two different scores or more"):
        Wordscores().fit(one, [1])
    assert LSS(["x0"], k=1, scale=None).fit(one).transform(one).shape == (1, 1)


def test_an_empty_feature() -> None:
    X = sentences(topics=5, length=1).toarray()
    more = np.hstack([X, np.zeros((600, 1))])
    names = [*NAMES, "never"]
    with pytest.warns(UserWarning, match="1 words have no vector.*'never'"):
        lss = LSS(SEEDS, k=5).fit(more, feature_names=names)
    np.testing.assert_allclose(lss.coef_[:-1], LSS(SEEDS, k=5).fit(X, feature_names=NAMES).coef_, atol=1e-9)
    assert lss.coef_[-1] == 0
    scores = Wordscores().fit(more[:4], [-1, 1, np.nan, np.nan], feature_names=names)
    assert np.isnan(scores.wordscores_[-1])
    assert "never" not in set(scores.words().word)


def test_k_above_the_rank() -> None:
    X = np.tile(sentences(40).toarray(), (10, 1))  # 400 rows, 40 of them different
    with pytest.raises(ValueError, match="k is 41, but the matrix has rank 40; choose a smaller k"):
        LSS(SEEDS, k=41).fit(X, feature_names=NAMES)


def test_groups_of_texts_are_theirs() -> None:
    texts = ["A good day. Good weather!", "A bad day. Bad weather.", "Nice weather. A nice good day."] * 6
    seeds = {"good": 1, "bad": -1}
    whole = LSS(seeds, k=3, scale="train").fit(texts)
    raw = whole.score_documents(texts, rescale=False).fit
    np.testing.assert_allclose(whole.score_documents(texts).fit, (raw - raw.mean()) / raw.std(), atol=1e-12)
    grouped = LSS(seeds, k=3, scale="train").fit(texts, groups=["a", "b", "c"] * 6)
    assert grouped.score_documents(texts, groups=["a", "b", "c"] * 6).fit.std() == pytest.approx(1)
    with pytest.raises(tenor.Error, match="one label for each of the 18 texts, and are 2"):
        LSS(seeds, k=3).fit(texts, groups=["a", "b"])
