"""Documents in Arrow's memory: read where they lie, with the answers that lists get."""

import numpy as np
import pyarrow as pa
import pytest
from arrow_kinds import KINDS
from hypothesis import given, settings
from hypothesis import strategies as st

import tenor

# Blocks of sixteen bytes with what is not ASCII at every place of them, and what lower-cases by its neighbours.
texts = st.lists(
    st.one_of(st.text("aB é\u2019Σİ", max_size=40), st.text(max_size=20).filter(lambda t: t.isprintable())), min_size=1
)


def assert_same(ours, theirs):
    for a, b in zip(ours, theirs, strict=True):
        np.testing.assert_array_equal(a.toarray(), b.toarray())


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=40)
@given(data=texts, lowercase=st.booleans())
def test_arrow_gives_what_lists_give(kind, data, lowercase):
    data = [*data, "Peace talks", "Peace"]
    kw = {"token_pattern": r"(?u)\b\w+\b", "lowercase": lowercase}
    a, b = tenor.CountVectorizer(**kw), tenor.CountVectorizer(**kw)
    given = KINDS[kind](data)
    assert_same([a.fit_transform(given), a.transform(given)], [b.fit_transform(data), b.transform(data)])
    assert a.vocabulary_ == b.vocabulary_
    assert a.path_ == "core"
    hashing = tenor.HashingVectorizer(n_features=64, **kw)
    assert_same([hashing.transform(given)], [hashing.transform(data)])


@pytest.mark.parametrize("kw", [{"unit": "sentence"}, {"strip_accents": "ascii"}, {"tokenizer": str.split}])
@pytest.mark.filterwarnings("ignore:The parameter 'token_pattern'")
def test_where_python_reads_too(kw):
    data = ["Ça va. Bien.", "Talks."]
    assert_same(
        [tenor.TfidfVectorizer(**kw).fit_transform(pa.array(data))], [tenor.TfidfVectorizer(**kw).fit_transform(data)]
    )


def test_counts_pieces():
    whole = tenor.CountVectorizer().fit(["a peace plan", "talks"])
    parts = tenor.CountVectorizer()
    for text in ["a peace plan", "talks"]:
        parts.partial_fit(pa.array([text]))
    assert parts.vocabulary_ == whole.vocabulary_


def test_names_a_null():
    with pytest.raises(tenor.Error, match="document 2 is null"):
        tenor.CountVectorizer().fit(pa.chunked_array([["peace", "talks"], [None]]))
    with pytest.raises(tenor.Error, match="document 1 is null"):
        tenor.HashingVectorizer().transform(pa.array(["peace", None]))
    with pytest.raises(tenor.Error, match="holds int64, not text"):
        tenor.CountVectorizer().fit(pa.array([1, 2]))
