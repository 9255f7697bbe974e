"""Sentences as rows, frames, and min_count: what the vectorizers have beyond scikit-learn's."""

import numpy as np
import pytest
import sklearn.feature_extraction.text as sk
from sklearn.base import clone

import tenor

ARTICLES = ["Talks failed. Both sides blamed each other.", "", "Peace talks resume. 和平 talks!"]
SENTENCES = ["Talks failed.", "Both sides blamed each other.", "Peace talks resume.", "和平 talks!"]


@pytest.mark.parametrize("kw", [{}, {"tokenizer": str.split, "token_pattern": None}])
@pytest.mark.parametrize("name", ["CountVectorizer", "TfidfVectorizer", "HashingVectorizer"])
def test_rows_are_sentences(name, kw):
    ours = getattr(tenor, name)(unit="sentence", **kw)
    X = ours.fit_transform(iter(ARTICLES))
    Y = getattr(sk, name)(**kw).fit_transform(SENTENCES)
    np.testing.assert_allclose(X.toarray()[:, :1000], Y.toarray()[:, :1000], rtol=1e-12)
    assert ours.rows_[:, 0].tolist() == [0, 0, 2, 2]
    assert [ARTICLES[a][start:end] for a, start, end in ours.rows_] == SENTENCES
    ours.transform(["One. Two.", "Three."])
    assert ours.rows_[:, 0].tolist() == [0, 0, 1]


def test_as_a_frame():
    vectorizer = tenor.CountVectorizer(unit="sentence")
    X = vectorizer.fit_transform(ARTICLES)
    frame = vectorizer.to_frame(X, "pandas")
    assert list(frame.columns) == ["row", "article", "start", "end", "term", "value"]
    first = frame.iloc[0]
    assert (first["row"], first["article"], first["start"], first["end"]) == (0, 0, 0, 13)
    assert set(frame[frame["row"] == 3]["term"]) == {"和平", "talks"}
    assert frame["value"].sum() == X.sum()
    assert tenor.HashingVectorizer().to_frame(tenor.HashingVectorizer().transform(["aa"])).column_names == [
        "row",
        "column",
        "value",
    ]
    assert vectorizer.to_frame(X, "polars").height == vectorizer.to_frame(X).num_rows == X.nnz


@pytest.mark.parametrize("kw", [{}, {"tokenizer": str.split, "token_pattern": None}])
def test_min_count(kw):
    documents = ["aa bb bb cc", "bb dd", "aa ee"]
    vectorizer = tenor.CountVectorizer(min_count=2, **kw)
    X = vectorizer.fit_transform(documents)
    assert vectorizer.get_feature_names_out().tolist() == ["aa", "bb"]
    assert X.toarray().tolist() == [[1, 2], [0, 1], [1, 0]]
    weighed = tenor.TfidfVectorizer(min_count=3, **kw).fit(documents)
    assert weighed.get_feature_names_out().tolist() == ["bb"]
    np.testing.assert_allclose(weighed.idf_, [np.log(4 / 3) + 1])
    both = tenor.CountVectorizer(min_count=2, max_features=1, **kw).fit(documents)
    assert both.get_feature_names_out().tolist() == ["bb"]
    with pytest.raises(ValueError, match="no terms remain"):
        tenor.CountVectorizer(min_count=9, **kw).fit(documents)


def test_parameters_are_checked_and_cloned():
    with pytest.raises(tenor.Error, match="unit must be 'document' or 'sentence', not 'word'"):
        tenor.CountVectorizer(unit="word").fit(["aa"])
    with pytest.raises(tenor.Error, match="reads input='content' only"):
        tenor.HashingVectorizer(unit="sentence", input="filename").transform(["aa"])
    with pytest.raises(tenor.Error, match="min_count must be a whole number above 0, not 0"):
        tenor.CountVectorizer(min_count=0).fit(["aa"])
    with pytest.raises(TypeError, match="document 1 is a int, not a str"):
        tenor.CountVectorizer(unit="sentence").fit(["aa", 7])
    copy = clone(tenor.TfidfVectorizer(unit="sentence", min_count=3))
    assert (copy.unit, copy.min_count) == ("sentence", 3)
