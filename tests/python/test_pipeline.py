"""The Analyzer: batches, streams, bad rows, threads, pickles."""

import pickle
import threading
from concurrent.futures import ThreadPoolExecutor

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import tenor

TEXT = (
    "The harbour board met on Monday.\n\n"
    '"The new quay is a gift to the town," Anna Berg said. Mayor Tom Ode called the plan reckless.'
)


@pytest.fixture(scope="module")
def analyzer() -> tenor.Analyzer:
    return tenor.Analyzer()


def test_document_spans_are_the_text(analyzer: tenor.Analyzer) -> None:
    doc = analyzer.document(TEXT)
    assert doc.text == TEXT
    assert doc.status == "ok"
    assert [s.text for s in doc.sentences] == [
        "The harbour board met on Monday.",
        '"The new quay is a gift to the town," Anna Berg said.',
        "Mayor Tom Ode called the plan reckless.",
    ]
    assert all(TEXT[s.start : s.end] == s.text for s in doc.sentences)
    assert [s.sentence for s in doc.sentences] == [0, 1, 2]
    assert all(0 <= s.outlet_share <= 1 for s in doc.sentences)


def test_offsets_count_code_points(analyzer: tenor.Analyzer) -> None:
    text = "A 😀 day in Łódź. It rained."
    doc = analyzer.document(text)
    assert [(s.start, s.end) for s in doc.sentences] == [(0, 16), (17, 27)]


def test_document_rows_are_the_tables_rows(analyzer: tenor.Analyzer) -> None:
    doc = analyzer.document(TEXT)
    result = analyzer.analyze([TEXT])
    for name in ("sentences", "quotes", "stances"):
        rows = [
            {k: [x._asdict() for x in v] if isinstance(v, list) else v for k, v in row._asdict().items()}
            for row in getattr(doc, name)
        ]
        assert getattr(result, name).drop_columns(["article"] + ["status"] * (name == "sentences")).to_pylist() == rows


def test_voices_of_a_sentence_add_up(analyzer: tenor.Analyzer) -> None:
    scorer = tenor.Sentiment("news")
    doc = analyzer.document(TEXT)
    assert [s.words for s in doc.sentences] == [6, 12, 7]
    for s in doc.sentences:
        shares = scorer.explain(s.text)
        assert (s.positive, s.negative) == (sum(x.value > 0 for x in shares), sum(x.value < 0 for x in shares))
        own = [x for x in shares if not any(q.start <= s.start + x.start < q.end for q in s.quoted)]
        assert s.outlet_positive == sum(x.value > 0 for x in own)
        assert s.outlet_sentiment == pytest.approx(sum(x.value for x in own))
    assert [TEXT[q.start : q.end] for q in doc.sentences[1].quoted] == ['"The new quay is a gift to the town,"']
    assert doc.sentences[1].positive == 1
    assert doc.sentences[1].outlet_positive == 0


BAD = [
    (None, "missing: there is no text"),
    (float("nan"), "missing: there is no text"),
    (7, "not text: int '7'"),
    (2.5, "not text: float '2.5'"),
    (b"bytes", "not text: bytes; decode them first, as in data.decode('utf-8')"),
    ("", "empty"),
    (" \n\t\u00a0", "empty: white space only"),
    ("a lone \ud800 surrogate", "lone surrogate U+D800 at offset 7"),
    (["a", "list"], "not text: list \"['a', 'list']\""),
]


@pytest.mark.parametrize(("value", "status"), BAD)
def test_bad_row_has_a_status_and_the_batch_goes_on(analyzer: tenor.Analyzer, value: object, status: str) -> None:
    result = analyzer.analyze([TEXT, value, TEXT])
    rows = result.sentences.to_pylist()
    assert [r["article"] for r in rows] == [0, 0, 0, 1, 2, 2, 2]
    assert [r["status"] for r in rows] == ["ok"] * 3 + [status] + ["ok"] * 3
    bad = rows[3]
    assert (bad["start"], bad["end"], bad["text"], bad["sentiment"]) == (0, 0, "", None)
    assert result.articles["status"].to_pylist() == ["ok", status, "ok"]


def test_bad_rows_in_a_stream(analyzer: tenor.Analyzer) -> None:
    docs = list(analyzer.pipe([TEXT, *(value for value, _ in BAD), TEXT], batch_size=2))
    assert [d.status for d in docs] == ["ok", *(status for _, status in BAD), "ok"]
    assert docs[0] == docs[-1] == analyzer.document(TEXT)
    assert not any(d.sentences for d in docs[1:-1])


def test_document_refuses_what_is_not_text(analyzer: tenor.Analyzer) -> None:
    with pytest.raises(TypeError, match=r"text must be a str, not bytes; decode it first"):
        analyzer.document(b"bytes")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="text must be a str, not NoneType"):
        analyzer.document(None)  # type: ignore[arg-type]
    with pytest.raises(tenor.Error, match=r"lone surrogate U\+DC80 at offset 2"):
        analyzer.document("ab\udc80")
    assert analyzer.document("").sentences == []
    assert analyzer.document(" \n ").sentences == []


@pytest.mark.parametrize(
    "text",
    [
        "NUL \0 in a text. And\0 more.",
        '"',
        'He said "no. Then he left.\n\nThe end.',
        "”“’‘»«",
        "\0",
        "\ufeffA start.",
    ],
)
def test_odd_texts_are_read(analyzer: tenor.Analyzer, text: str) -> None:
    doc = analyzer.document(text)
    assert all(text[s.start : s.end] == s.text for s in doc.sentences)
    assert analyzer.analyze([text]).articles["status"].to_pylist() == ["ok"]


def test_article_that_is_all_chrome_keeps_its_row(analyzer: tenor.Analyzer) -> None:
    for text in ("NEWSLETTER\n\nSign up", "\0\0", "—"):
        assert set(analyzer.analyze([text]).sentences["article"].to_pylist()) == {0}


def test_empty_batch(analyzer: tenor.Analyzer) -> None:
    result = analyzer.analyze([])
    assert [len(getattr(result, n)) for n in ("sentences", "quotes", "stances", "articles")] == [0, 0, 0, 0]
    assert list(analyzer.pipe([])) == []


@given(st.lists(st.one_of(st.none(), st.text(), st.text(st.characters(codec=None)), st.binary()), max_size=6))
def test_any_rows_any_threads(texts: list[object]) -> None:
    analyzer = tenor.Analyzer()
    one, two = (analyzer.analyze(texts, threads=n) for n in (1, 2))
    for name in ("sentences", "quotes", "stances", "articles"):
        assert getattr(one, name).equals(getattr(two, name))
    assert one.articles["article"].to_pylist() == list(range(len(texts)))
    assert sorted(set(one.sentences["article"].to_pylist())) == list(range(len(texts)))
    for row in one.sentences.to_pylist():
        if row["status"] == "ok":
            assert texts[row["article"]][row["start"] : row["end"]] == row["text"]  # type: ignore[index]


def test_batches_do_not_change_the_result(analyzer: tenor.Analyzer, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [TEXT, None, "Short. Text.", "", TEXT * 3, "One."]
    whole = analyzer.analyze(texts)
    monkeypatch.setattr("tenor.intake._TEXTS", 1)
    cut = analyzer.analyze(iter(texts))
    for name in ("sentences", "quotes", "stances", "articles"):
        assert getattr(whole, name).equals(getattr(cut, name))


def test_stream_is_lazy_and_keeps_order(analyzer: tenor.Analyzer) -> None:
    taken: list[int] = []

    def source():  # type: ignore[no-untyped-def]
        for i in range(100):
            taken.append(i)
            yield f"This is number {i}."

    stream = analyzer.pipe(source(), batch_size=4)
    assert next(stream).sentences[0].text == "This is number 0."
    assert len(taken) <= 5
    assert [d.sentences[0].text for d in stream] == [f"This is number {i}." for i in range(1, 100)]


def test_ctrl_c_between_batches(analyzer: tenor.Analyzer) -> None:
    def source():  # type: ignore[no-untyped-def]
        yield TEXT
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        analyzer.analyze(source())


def test_several_threads_of_python_share_one(analyzer: tenor.Analyzer) -> None:
    expected = analyzer.document(TEXT)
    start = threading.Barrier(4)

    def work(_: int) -> bool:
        start.wait()
        return all(analyzer.document(TEXT) == expected for _ in range(20))

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(work, range(4)))


def test_pickles(analyzer: tenor.Analyzer) -> None:
    doc = analyzer.document(TEXT)
    assert pickle.loads(pickle.dumps(doc)) == doc
    for made in (analyzer, tenor.Analyzer({"quay": ["new quay"]}, discover=True, newline="hard", clean=False)):
        again = pickle.loads(pickle.dumps(made))
        assert again.document(TEXT) == made.document(TEXT)
        assert again.discover == made.discover
    result = analyzer.analyze([TEXT])
    assert pickle.loads(pickle.dumps(result)).sentences.equals(result.sentences)


def test_discover_is_for_those_who_list_no_targets() -> None:
    assert tenor.Analyzer().discover
    assert not tenor.Analyzer(["quay"]).discover
    assert tenor.Analyzer(["quay"], discover=True).discover


@pytest.mark.parametrize(
    ("targets", "message"),
    [
        ("quay", r"targets is one str; give a list, as in targets=\['quay'\]"),
        ([""], "the name of a target must be a str that is not empty, not ''"),
        ([3], "must be a str that is not empty, not 3"),
        ({"quay": "new quay"}, "the aliases of target 'quay' must be a list of str, not 'new quay'"),
        ({"quay": None}, "must be a list of str, not None"),
        ({"quay": [""]}, "target 'quay' has the alias ''"),
        ({"quay": ["/(new quay/"]}, r"target \"quay\" has a regular expression that cannot be read: /\(new quay/"),
        ({"a": ["x"], "b": ["x"]}, "'x' means both target 'a' and target 'b'"),
    ],
)
def test_bad_targets(targets: object, message: str) -> None:
    with pytest.raises(tenor.Error, match=message):
        tenor.Analyzer(targets)  # type: ignore[arg-type]


@pytest.mark.parametrize("threads", [0, -1, 1.5, True, "2"])
def test_bad_threads(analyzer: tenor.Analyzer, threads: object) -> None:
    with pytest.raises(tenor.Error, match="threads must be a whole number from 1"):
        analyzer.analyze([TEXT], threads=threads)  # type: ignore[arg-type]


def test_bad_batch_size(analyzer: tenor.Analyzer) -> None:
    with pytest.raises(tenor.Error, match="batch_size must be a whole number from 1, not 0"):
        analyzer.pipe([TEXT], batch_size=0)


def test_bad_newline() -> None:
    with pytest.raises(tenor.Error, match="newline must be"):
        tenor.Analyzer(newline="unix")  # type: ignore[arg-type]


def test_progress_is_silent_unless_asked(analyzer: tenor.Analyzer, capsys: pytest.CaptureFixture[str]) -> None:
    analyzer.analyze([TEXT])
    analyzer.analyze([TEXT], progress=None)
    assert capsys.readouterr().err == ""
    analyzer.analyze([TEXT], progress=True)
    assert "1/1" in capsys.readouterr().err


def test_repr_says_what_is_inside(analyzer: tenor.Analyzer) -> None:
    result = analyzer.analyze([TEXT])
    assert repr(result).startswith("<tenor.Analysis: 3 sentences, ")
    assert isinstance(result.sentences, pa.Table)
    assert "3 sentences" in repr(analyzer.document(TEXT))
    assert repr(next(analyzer.pipe([""]))).endswith("empty>")


@pytest.mark.slow
def test_fifty_megabytes_on_one_line(analyzer: tenor.Analyzer) -> None:
    sentence = "The board met again and nothing was decided. "
    text = sentence * (50_000_000 // len(sentence))
    doc = analyzer.document(text)
    assert doc.sentences[-1].end == len(text) - 1
