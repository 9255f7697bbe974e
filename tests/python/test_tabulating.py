"""Tables of the vectorizers' matrices."""

import numpy as np
import pytest

import tenor

TEXTS = ["peace talks talks", "peace plan", "war", ""]


def test_key_terms_of_each_row():
    vectorizer = tenor.CountVectorizer()
    X = vectorizer.fit_transform(TEXTS)
    table = vectorizer.keyterms(X, n=1).to_pylist()
    assert table == [
        {"row": 0, "rank": 1, "term": "talks", "value": 2},
        {"row": 1, "rank": 1, "term": "peace", "value": 1},  # as often as plan, and before it
        {"row": 2, "rank": 1, "term": "war", "value": 1},
    ]


def test_key_terms_of_groups_add_their_rows_up():
    vectorizer = tenor.TfidfVectorizer()
    X = vectorizer.fit_transform(TEXTS)
    outlets = ["b", "a", "b", "a"]
    frame = vectorizer.keyterms(X, n=2, groups=outlets, backend="pandas")
    names = vectorizer.get_feature_names_out()
    for outlet in "ab":
        sums = X.toarray()[[o == outlet for o in outlets]].sum(axis=0)
        best = sorted(range(len(sums)), key=lambda i: (-sums[i], i))[:2]
        mine = frame[frame["group"] == outlet]
        assert list(mine["term"]) == [names[i] for i in best]
        np.testing.assert_allclose(mine["value"], sums[best])


def test_key_terms_of_articles_by_their_sentences():
    vectorizer = tenor.TfidfVectorizer(unit="sentence")
    X = vectorizer.fit_transform(["Talks failed. Talks ended.", "A plan came."])
    table = vectorizer.keyterms(X, n=1, groups=vectorizer.rows_[:, 0]).to_pylist()
    assert [(r["group"], r["term"]) for r in table] == [(0, "talks"), (1, "came")]


def test_says_what_is_wrong():
    vectorizer = tenor.CountVectorizer()
    X = vectorizer.fit_transform(TEXTS)
    with pytest.raises(tenor.Error, match="groups has 2 entries for 4 rows"):
        vectorizer.keyterms(X, groups=["a", "b"])
    with pytest.raises(tenor.Error, match="n must be 1 or more, and is 0"):
        vectorizer.keyterms(X, n=0)
