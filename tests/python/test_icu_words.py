r"""Words of any script as terms: analyzer="icu"."""

import pytest
import sklearn.feature_extraction.text as sk
from hypothesis import given, settings
from hypothesis import strategies as st

import tenor


def test_words_that_w_cuts_apart():
    vectorizer = tenor.CountVectorizer(analyzer="icu")
    vectorizer.fit(["मैं हिंदी में लिखता हूँ। The U.S. didn't sign AT&T's 28-point plan: 日本!"])
    assert list(vectorizer.get_feature_names_out()) == [
        "28-point", "at&t's", "didn't", "plan", "sign", "the", "u.s.", "में", "मैं", "लिखता", "हिंदी", "हूँ", "日", "本",
    ]  # fmt: skip
    assert vectorizer.path_ == "core"


# The same words, cut by the Segmenter in Python, counted by scikit-learn.
@pytest.mark.filterwarnings("ignore:Your stop_words may be inconsistent")
@settings(max_examples=150)
@given(
    st.lists(st.text("aB .'-$5@é\u2019मैं日", max_size=30), min_size=1).map(lambda t: [*t, "the plan"]),
    st.sampled_from([(1, 1), (1, 2), (2, 3)]),
    st.booleans(),
    st.sampled_from([None, ["a", "the"]]),
)
def test_counts_are_those_of_the_segmenters_words(data, ngrams, lowercase, stop_words):
    ours = tenor.CountVectorizer(analyzer="icu", ngram_range=ngrams, lowercase=lowercase, stop_words=stop_words)
    theirs = sk.CountVectorizer(analyzer=ours.build_analyzer())
    try:
        expected = theirs.fit_transform(data)
    except ValueError as e:
        with pytest.raises(ValueError, match=str(e)[:20]):
            ours.fit(data)
        return
    found = ours.fit_transform(data)
    assert ours.vocabulary_ == theirs.vocabulary_
    assert (found != expected).nnz == 0


def test_all_vectorizers_have_it():
    data = ["हिंदी में", "U.S. plan"]
    assert tenor.TfidfVectorizer(analyzer="icu").fit_transform(data).shape == (2, 4)
    assert tenor.HashingVectorizer(analyzer="icu", norm=None, alternate_sign=False).transform(data).sum() == 4
    with pytest.raises(ValueError, match="'analyzer' parameter"):
        tenor.CountVectorizer(analyzer="words").fit(data)
