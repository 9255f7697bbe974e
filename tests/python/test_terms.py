"""The vectorizers against scikit-learn's, which is the definition."""

import pickle

import numpy as np
import pytest
import sklearn.feature_extraction.text as sk
from hypothesis import given, settings
from hypothesis import strategies as st
from reference import term_counts, tfidf
from sklearn.base import clone

import tenor

# What word and case rules trip over: dotted I, sigmas, combining marks, digits of other scripts, astral letters.
ODD = "İzmir ΟΔΟΣ ΟΔΟΣ. Σ ǅ ß ﬁ é e\u0301 𝒳𝒴 𐐀𐐀 ١٢ ²³ Ⅷ a_b __ ‿‿ ﷺ ਕਿ กข 中文 \x00 \x1c \x85 \u2028 \ud800 ..."
PLAIN = ["the", "The", "a", "peace", "Peace", "plan", "x" * 7, "x" * 8, "x" * 9, "y" * 40, "and", "I", "\t", "\n"]
texts = st.lists(
    st.one_of(
        st.lists(st.sampled_from([*ODD.split(" "), *PLAIN]), max_size=12).map(" ".join),
        st.text(max_size=12),
        st.text("ab \n", max_size=20),
    ),
    min_size=1,
    max_size=6,
)
PARAMETERS = {
    "analyzer": st.sampled_from(["word", "word", "word", "char", "char_wb"]),
    "ngram_range": st.sampled_from([(1, 1), (1, 2), (2, 2), (1, 3), (2, 3), (4, 5)]),
    "lowercase": st.booleans(),
    "binary": st.booleans(),
    "strip_accents": st.sampled_from([None, None, "unicode", "ascii"]),
    "token_pattern": st.sampled_from([r"(?u)\b\w\w+\b", r"(?u)\b\w+\b", r"\w{3,}", r"[a-z]+", r"(\w)\w+"]),
    "stop_words": st.sampled_from([None, "english", ["peace", "ab", "οδος", "xxxxxxxxx", ""]]),
    "min_df": st.sampled_from([1, 1, 2, 0.4]),
    "max_df": st.sampled_from([1.0, 1.0, 3, 0.7]),
    "max_features": st.sampled_from([None, None, 1, 5]),
    "dtype": st.sampled_from([np.int64, np.int32, np.float64, np.float32, np.uint8]),
}
WEIGHTS = {
    "norm": st.sampled_from(["l1", "l2", None]),
    "use_idf": st.booleans(),
    "smooth_idf": st.booleans(),
    "sublinear_tf": st.booleans(),
}


def answers(vectorizer, fit, more):
    """What a vectorizer says to these texts: itself and two matrices, or an error."""
    try:
        X, Y = vectorizer.fit_transform(fit), vectorizer.transform(more)
    except ValueError as e:
        return str(e)
    for matrix in (X, Y):
        matrix.sort_indices()
    return vectorizer, X, Y


def assert_same(theirs, ours):
    if isinstance(theirs, str) or isinstance(ours, str):
        assert theirs == ours
        return
    assert theirs[0].vocabulary_ == ours[0].vocabulary_
    assert list(theirs[0].get_feature_names_out()) == list(ours[0].get_feature_names_out())
    for a, b in zip(theirs[1:], ours[1:], strict=True):
        assert (a.shape, a.dtype, type(a), a.indices.dtype) == (b.shape, b.dtype, type(b), b.indices.dtype)
        np.testing.assert_array_equal(a.indptr, b.indptr)
        np.testing.assert_array_equal(a.indices, b.indices)
        np.testing.assert_allclose(a.data, b.data, rtol=1e-12 if a.dtype != np.float32 else 1e-6)


@pytest.mark.filterwarnings("ignore")
@settings(max_examples=300)
@given(texts, texts, st.fixed_dictionaries(PARAMETERS), st.sampled_from([None, 2, 3]))
def test_counts_are_scikit_learns(fit, more, kw, n_jobs):
    ours = answers(tenor.CountVectorizer(**kw, n_jobs=n_jobs), fit, more)
    assert_same(answers(sk.CountVectorizer(**kw), fit, more), ours)


@pytest.mark.filterwarnings("ignore")
@settings(max_examples=200)
@given(texts, texts, st.fixed_dictionaries(PARAMETERS | WEIGHTS), st.sampled_from([None, 2]))
def test_weights_are_scikit_learns(fit, more, kw, n_jobs):
    ours = answers(tenor.TfidfVectorizer(**kw, n_jobs=n_jobs), fit, more)
    assert_same(answers(sk.TfidfVectorizer(**kw), fit, more), ours)


@settings(max_examples=200)
@given(texts, st.sampled_from([frozenset(), frozenset({"peace", "ab"})]), st.sampled_from([(1, 1), (1, 2), (2, 3)]))
def test_counts_and_weights_are_those_of_the_definition(documents, stop_words, ngrams):
    terms, counts = term_counts(documents, stop_words, ngrams)
    kw = {"stop_words": list(stop_words) or None, "ngram_range": ngrams, "n_jobs": 2}
    for vectorizer, rows in ((tenor.CountVectorizer(**kw), counts), (tenor.TfidfVectorizer(**kw), tfidf(counts))):
        if not terms:
            with pytest.raises(ValueError, match="empty vocabulary"):
                vectorizer.fit_transform(documents)
            continue
        X = vectorizer.fit_transform(documents).toarray()
        assert list(vectorizer.get_feature_names_out()) == terms
        expected = [[row.get(term, 0) for term in terms] for row in rows]
        np.testing.assert_allclose(X, np.reshape(expected, X.shape), rtol=1e-12)


@pytest.mark.filterwarnings("ignore")
@settings(max_examples=100)
@given(texts, st.fixed_dictionaries(PARAMETERS), st.sampled_from([None, 2]))
def test_fit_learns_without_counts_what_it_learns_with_them(fit, kw, n_jobs):
    def learnt(method):
        vectorizer = tenor.TfidfVectorizer(**kw | {"dtype": np.float64}, n_jobs=n_jobs)
        try:
            getattr(vectorizer, method)(fit)
        except ValueError as e:
            return str(e)
        return vectorizer.vocabulary_, vectorizer.idf_.tolist()

    assert learnt("fit") == learnt("fit_transform")


def test_every_word_character_is_pythons():
    # Each code point between letters, as it is and lower-cased: 1.1 million in 272 documents.
    pages = ["".join(f"a{chr(c)}b " for c in range(p, p + 4096)) for p in range(0, 0x110000, 4096)]
    for lowercase in (True, False):
        ours = tenor.CountVectorizer(lowercase=lowercase).fit(pages)
        assert ours.path_ == "core"
        assert ours.vocabulary_ == sk.CountVectorizer(lowercase=lowercase).fit(pages).vocabulary_


def test_literal():
    vectorizer = tenor.CountVectorizer(ngram_range=(1, 2))
    X = vectorizer.fit_transform(["the cat sat", "the cat the cat"])
    assert list(vectorizer.get_feature_names_out()) == ["cat", "cat sat", "cat the", "sat", "the", "the cat"]
    assert X.toarray().tolist() == [[1, 1, 0, 1, 1, 1], [2, 0, 1, 0, 2, 2]]
    assert vectorizer.path_ == "core"


@pytest.mark.parametrize(
    ("kw", "path"),
    [
        ({}, "core"),
        ({"strip_accents": "ascii"}, "core, after a Python preprocessor"),
        ({"preprocessor": str.upper}, "core, after a Python preprocessor"),
        ({"tokenizer": str.split, "token_pattern": None}, "python: tokenizer"),
        ({"token_pattern": "[a-z]+"}, "python: token_pattern"),
        ({"analyzer": str.split}, "python: analyzer is callable"),
    ],
)
def test_says_which_path_it_took(kw, path):
    vectorizer = tenor.TfidfVectorizer(**kw)
    X = vectorizer.fit_transform(["Ça va, va", "bien"])
    assert vectorizer.path_ == path
    Y = sk.TfidfVectorizer(**kw).fit_transform(["Ça va, va", "bien"])
    np.testing.assert_allclose(X.toarray(), Y.toarray(), rtol=1e-12)


def test_an_overridden_method_is_called():
    class Halves(tenor.CountVectorizer):
        def build_tokenizer(self):
            return lambda text: text.split("/")

    assert set(Halves().fit(["a/b c"]).vocabulary_) == {"a", "b c"}


@pytest.mark.parametrize("bad", [7, None, 1.5])
def test_names_the_document_that_is_no_text(bad):
    with pytest.raises(TypeError, match=rf"document 2 is a {type(bad).__name__}, not a str"):
        tenor.CountVectorizer().fit(["aa", "bb", bad])


def test_pickles_and_reads_its_parameters_anew():
    docs = ["war and peace", "peace talks"]
    vectorizer = tenor.TfidfVectorizer(ngram_range=(1, 2), stop_words="english")
    X = vectorizer.fit_transform(docs).toarray()
    again = pickle.loads(pickle.dumps(vectorizer))
    np.testing.assert_array_equal(again.transform(docs).toarray(), X)
    assert again.vocabulary_ == vectorizer.vocabulary_
    assert not hasattr(clone(vectorizer), "vocabulary_")
    # Other stop words than those it was fitted with count from the next call.
    theirs = sk.TfidfVectorizer(ngram_range=(1, 2), stop_words="english").fit(docs)
    for v in (vectorizer, theirs):
        v.set_params(stop_words=["talks", "war"])
    more = ["peace talks war talks and peace"]
    np.testing.assert_allclose(vectorizer.transform(more).toarray(), theirs.transform(more).toarray(), rtol=1e-12)


def test_a_count_that_does_not_fit_is_an_error():
    with pytest.raises(tenor.Error, match="a count of 300 does not fit dtype int8; use a wider one"):
        tenor.CountVectorizer(dtype=np.int8).fit_transform(["aa " * 300])
