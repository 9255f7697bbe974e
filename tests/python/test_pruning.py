"""What pruning leaves, where the core need not hold what is dropped; scikit-learn is the definition."""

import numpy as np
import pyarrow as pa
import pytest
import sklearn.feature_extraction.text as sk
from hypothesis import given, settings
from hypothesis import strategies as st

import tenor

ALPHABET = "abcdefghij"


def zipfian(seed: int, documents: int) -> list[str]:
    """Texts whose words are as unevenly frequent as a language's, so that most sequences are rare."""
    rng = np.random.default_rng(seed)
    words = np.array(["".join(rng.choice(list(ALPHABET), 4)) for _ in range(300)])
    share = 1 / np.arange(1, 301)
    return [" ".join(rng.choice(words, rng.integers(0, 60), p=share / share.sum())) for _ in range(documents)]


def assert_same(theirs, ours, texts, given=None):
    X, Y = theirs.fit_transform(texts), ours.fit_transform(texts if given is None else given)
    X.sort_indices()
    assert theirs.vocabulary_ == ours.vocabulary_
    np.testing.assert_array_equal(X.toarray(), Y.toarray())


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 2**32 - 1),
    st.integers(20, 200),
    st.sampled_from([(1, 2), (2, 2), (1, 3), (2, 4)]),
    st.sampled_from([2, 3, 5, 0.03]),
    st.sampled_from([1.0, 30]),
    st.sampled_from([None, 40]),
    st.sampled_from([None, ["abcd"], "some"]),
    st.sampled_from([None, 2, 3]),
)
def test_rare_sequences_are_left_out_as_by_scikit_learn(
    seed, documents, ngrams, min_df, max_df, best, stop_words, n_jobs
):
    texts = zipfian(seed, documents)
    if stop_words == "some":
        stop_words = sorted(set(" ".join(texts).split()))[::7]
    kw = dict(ngram_range=ngrams, min_df=min_df, max_df=max_df, max_features=best, stop_words=stop_words)
    try:
        assert_same(sk.CountVectorizer(**kw), tenor.CountVectorizer(**kw, n_jobs=n_jobs), texts)
    except ValueError as e:
        with pytest.raises(ValueError, match=str(e)):
            tenor.CountVectorizer(**kw, n_jobs=n_jobs).fit(texts)


@pytest.mark.parametrize("n_jobs", [None, 2])
def test_min_count_and_arrow(n_jobs):
    texts = zipfian(7, 300)
    whole = sk.CountVectorizer(ngram_range=(1, 3))
    sums = np.asarray(whole.fit_transform(texts).sum(axis=0)).ravel()
    expected = whole.get_feature_names_out()[sums >= 4]
    chunks = pa.chunked_array([texts[:100], texts[100:]])
    for given_texts in (texts, tuple(texts), np.array(texts, dtype=object), chunks, iter(texts)):
        ours = tenor.CountVectorizer(ngram_range=(1, 3), min_count=4, n_jobs=n_jobs).fit(given_texts)
        np.testing.assert_array_equal(ours.get_feature_names_out(), expected)
    icu = tenor.CountVectorizer(ngram_range=(1, 3), min_df=4, n_jobs=n_jobs, analyzer="icu")
    assert_same(sk.CountVectorizer(ngram_range=(1, 3), min_df=4), icu, texts, chunks)


def test_thresholds_above_what_the_sketch_counts():
    texts = ["aa bb cc"] * 299 + ["aa bb dd"] * 301
    kw = dict(ngram_range=(2, 3), min_df=300)
    ours = tenor.CountVectorizer(**kw)
    assert_same(sk.CountVectorizer(**kw), ours, texts)
    assert list(ours.vocabulary_) == ["aa bb", "aa bb dd", "bb dd"]


def test_where_nothing_is_left():
    with pytest.raises(ValueError, match="After pruning, no terms remain"):
        tenor.CountVectorizer(ngram_range=(2, 2), min_df=2).fit(["aa bb", "bb aa"])
    with pytest.raises(ValueError, match="empty vocabulary"):
        tenor.CountVectorizer(ngram_range=(2, 2), min_df=2).fit(["aa", "bb"])
    with pytest.raises(ValueError, match="empty vocabulary"):
        tenor.CountVectorizer(ngram_range=(3, 3), min_df=2).fit(["aa bb", "bb aa"])
    with pytest.raises(ValueError, match="max_df corresponds to < documents than min_df"):
        tenor.CountVectorizer(ngram_range=(2, 2), min_df=3, max_df=2).fit(["aa bb", "bb aa"])


def test_what_a_fit_never_held_cannot_be_merged():
    dropped = tenor.CountVectorizer(ngram_range=(1, 2), min_df=2).fit(["aa bb", "aa bb cc", "cc"])
    kept = tenor.CountVectorizer(ngram_range=(1, 2), min_df=2).fit(["aa bb", "aa bb"])
    with pytest.raises(tenor.Error):
        dropped.merge(kept)
    assert kept.merge(kept).get_feature_names_out().tolist() == ["aa", "aa bb", "bb"]


def test_a_null_is_named_by_its_number():
    texts = pa.chunked_array([["aa bb"], ["aa", None]])
    with pytest.raises(tenor.Error, match="document 2 is null"):
        tenor.CountVectorizer(ngram_range=(1, 2), min_df=2).fit(texts)
