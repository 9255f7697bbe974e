"""Counting in pieces gives what counting all at once does."""

import pickle

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_terms import texts

import tenor

# Words of real alphabets only: what was counted is held as UTF-8, which lone surrogates do not have.
PIECES = st.lists(texts, min_size=1, max_size=3)
PARAMETERS = {
    "ngram_range": st.sampled_from([(1, 1), (1, 2), (2, 2)]),
    "stop_words": st.sampled_from([None, "english"]),
    "min_df": st.sampled_from([1, 2]),
    "max_df": st.sampled_from([1.0, 0.7]),
    "max_features": st.sampled_from([None, 3]),
    "min_count": st.sampled_from([1, 2]),
    "binary": st.booleans(),
}


def by_pieces(make, pieces):
    vectorizer, error = make(), None
    for piece in pieces:
        try:
            vectorizer.partial_fit(piece)
            error = None
        except ValueError as e:
            error = str(e)
    return vectorizer, error


def assert_same(whole, pieces, documents):
    assert whole.vocabulary_ == pieces.vocabulary_
    X, Y = whole.transform(documents), pieces.transform(documents)
    np.testing.assert_allclose(X.toarray(), Y.toarray(), rtol=1e-12)


@settings(max_examples=30, deadline=None)
@given(PIECES, st.fixed_dictionaries(PARAMETERS), st.sampled_from([tenor.CountVectorizer, tenor.TfidfVectorizer]))
def test_partial_fit_is_fit(pieces, kw, cls):
    documents = [d for piece in pieces for d in piece]
    parts, error = by_pieces(lambda: cls(**kw), pieces)
    if error is not None:
        with pytest.raises(ValueError) as caught:  # noqa: PT011
            cls(**kw).fit(documents)
        assert str(caught.value) == error
        return
    whole = cls(**kw).fit(documents)
    assert_same(whole, parts, documents)


@settings(max_examples=20, deadline=None)
@given(texts, texts, st.sampled_from([tenor.CountVectorizer, tenor.TfidfVectorizer]), st.booleans())
def test_merge_is_fit_on_both(first, second, cls, by_fit):
    first, second = [*first, "a word"], [*second, "other words"]
    learn = "fit" if by_fit else "partial_fit"
    a, b = (getattr(cls(), learn)(documents) for documents in (first, second))
    b = pickle.loads(pickle.dumps(b))  # as from another machine
    assert_same(cls().fit(first + second), a.merge(b), first + second)


def test_a_merge_that_cannot_be_exact_is_refused():
    pruned = tenor.CountVectorizer(min_df=2).fit(["aa bb", "aa"])
    whole = tenor.CountVectorizer().fit(["aa"])
    with pytest.raises(tenor.Error, match="the other vectorizer holds its kept terms only"):
        whole.merge(pruned)
    with pytest.raises(tenor.Error, match="begin with partial_fit"):
        pruned.partial_fit(["cc"])
    with pytest.raises(tenor.Error, match=r"ngram_range is \(1, 1\) here and \(1, 2\) there"):
        whole.merge(tenor.CountVectorizer(ngram_range=(1, 2)).fit(["aa"]))
    with pytest.raises(tenor.Error, match="merges with its like, not with a TfidfVectorizer"):
        whole.merge(tenor.TfidfVectorizer().fit(["aa"]))
    with pytest.raises(tenor.Error, match="how often each term stands"):
        tenor.CountVectorizer(max_features=9).fit(["aa"]).merge(whole)
    with pytest.raises(tenor.Error, match="the vocabulary was given"):
        tenor.CountVectorizer(vocabulary=["aa"]).partial_fit(["aa"])


def test_a_piece_of_stop_words_still_has_documents():
    a = tenor.TfidfVectorizer(stop_words="english").partial_fit(["peace talks"]).partial_fit(["the and"])
    b = tenor.TfidfVectorizer(stop_words="english").fit(["peace talks", "the and"])
    np.testing.assert_array_equal(a.idf_, b.idf_)
