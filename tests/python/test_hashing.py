"""HashingVectorizer against scikit-learn's, which is the definition."""

import pickle

import numpy as np
import pytest
import sklearn.feature_extraction.text as sk
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.pipeline import make_pipeline
from test_terms import PARAMETERS, texts

import tenor

SHARED = ["analyzer", "ngram_range", "lowercase", "binary", "strip_accents", "token_pattern", "stop_words", "dtype"]
HASHING = {name: PARAMETERS[name] for name in SHARED} | {
    "n_features": st.sampled_from([1, 7, 64, 2**20, 2**31 - 2]),
    "norm": st.sampled_from(["l1", "l2", None]),
    "alternate_sign": st.booleans(),
}


def answer(vectorizer, documents):
    try:
        return vectorizer.fit_transform(documents)
    except ValueError as e:  # of which UnicodeEncodeError is one
        return e


@pytest.mark.filterwarnings("ignore")
@settings(max_examples=400, deadline=None)
@given(texts, st.fixed_dictionaries(HASHING), st.sampled_from([None, 2, 3]), st.booleans())
def test_counts_are_scikit_learns(documents, kw, n_jobs, as_stream):
    if kw["dtype"] is np.uint8:
        kw["alternate_sign"] = False  # -1 does not go into it, there and here
    theirs = answer(sk.HashingVectorizer(**kw), documents)
    ours = answer(tenor.HashingVectorizer(**kw, n_jobs=n_jobs), iter(documents) if as_stream else documents)
    if isinstance(theirs, ValueError) or isinstance(ours, ValueError):
        assert isinstance(theirs, UnicodeEncodeError)
        assert isinstance(ours, ValueError)
        assert "surrogate" in str(ours)
        return
    assert (theirs.shape, theirs.dtype, theirs.indices.dtype) == (ours.shape, ours.dtype, ours.indices.dtype)
    np.testing.assert_array_equal(theirs.indptr, ours.indptr)
    np.testing.assert_array_equal(theirs.indices, ours.indices)
    np.testing.assert_allclose(theirs.data, ours.data, rtol=1e-12 if theirs.dtype != np.float32 else 1e-6)


def test_batches_of_a_stream_make_one_matrix():
    documents = [f"document number{i % 97} of many" for i in range(5000)]
    X = tenor.HashingVectorizer(n_features=50).transform(iter(documents))
    Y = sk.HashingVectorizer(n_features=50).transform(documents)
    assert abs(X - Y).max() < 1e-12


def test_literal():
    # MurmurHash3("test") is 0xBA6BD213, which is -1167338989 as a signed number: column 1167338989 % 10, sign -1.
    X = tenor.HashingVectorizer(n_features=10, norm=None, dtype=np.int64).transform(["test Test", ""])
    assert X.toarray().tolist() == [[0, 0, 0, 0, 0, 0, 0, 0, 0, -2], [0] * 10]


@pytest.mark.parametrize(
    ("kw", "path"),
    [
        ({}, "core"),
        ({"strip_accents": "ascii"}, "core, after a Python preprocessor"),
        ({"dtype": np.int16}, "python: dtype"),
        ({"analyzer": str.split}, "python: analyzer is callable"),
    ],
)
def test_says_which_path_it_took(kw, path):
    vectorizer = tenor.HashingVectorizer(n_features=16, **kw)
    X = vectorizer.transform(["Ça va, va", "bien"])
    assert vectorizer.path_ == path
    np.testing.assert_allclose(
        X.toarray(), sk.HashingVectorizer(n_features=16, **kw).transform(["Ça va, va", "bien"]).toarray(), rtol=1e-12
    )


def test_errors_name_what_is_wrong():
    with pytest.raises(ValueError, match="Cannot vectorize empty sequence"):
        tenor.HashingVectorizer().transform([])
    with pytest.raises(TypeError, match="document 1 is a int, not a str"):
        tenor.HashingVectorizer().transform(["aa", 7])
    with pytest.raises(ValueError, match="document 2 has a lone surrogate"):
        tenor.HashingVectorizer(analyzer="char").transform(["aa", "bb", "\ud800"])
    with pytest.raises(ValueError, match="string object received"):
        tenor.HashingVectorizer().transform("aa")


def test_pickles_and_goes_in_a_pipeline():
    vectorizer = pickle.loads(pickle.dumps(tenor.HashingVectorizer(n_features=32, norm=None, alternate_sign=False)))
    X = make_pipeline(vectorizer, tenor.TfidfTransformer()).fit_transform(["war and peace", "peace talks"])
    assert X.shape == (2, 32)
