"""Texts as the core takes them: any Arrow layout, read where it lies; results are handed on as they lie."""

import tracemalloc
from functools import partial
from typing import Any

import narwhals as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import tenor
from tenor import intake
from tenor.frames import SCHEMA

TABLES = ("sentences", "quotes", "stances", "articles")
LAYOUTS = [
    pa.string(),
    pa.large_string(),
    pa.string_view(),
    *(pa.dictionary(index, pa.string()) for index in (pa.int8(), pa.uint16(), pa.int32(), pa.int64())),
    pa.dictionary(pa.int32(), pa.large_string()),
]


@pytest.fixture(scope="module")
def analyzer() -> tenor.Analyzer:
    return tenor.Analyzer(grammar=False)


def laid_out(texts: list[str | None], kind: pa.DataType) -> pa.Array:
    array = pa.array(texts, pa.string())
    if pa.types.is_dictionary(kind):
        return array.dictionary_encode().cast(kind)
    return array.cast(kind)


@given(
    texts=st.lists(st.none() | st.text(max_size=30), min_size=1, max_size=12),
    kind=st.sampled_from(LAYOUTS),
    cut=st.tuples(st.integers(0, 12), st.integers(0, 12)),
)
def test_any_layout_and_slice_reads_like_a_list(
    texts: list[str | None], kind: pa.DataType, cut: tuple[int, int]
) -> None:
    analyzer = tenor.Analyzer(grammar=False)
    array = laid_out(texts, kind).slice(min(cut[0], len(texts)), cut[1])
    expected = analyzer.analyze(array.to_pylist())
    result = analyzer.analyze(pa.table({"text": array}))
    for name in TABLES:
        assert getattr(result, name).equals(getattr(expected, name))


@pytest.mark.parametrize("size", [1, 3, 1024])
def test_batches_number_on(size: int) -> None:
    arrays = [pa.array(["a", None]), pa.array([], pa.string()), pa.array(["b", "c", "d"])]
    found = list(intake.batches(intake.Chunks(arrays), size, first=5))
    assert [b.first + i for b in found for i in range(len(b.texts))] == [5, 6, 7, 8, 9]
    assert [t for b in found for t in b.texts.to_pylist()] == ["a", None, "b", "c", "d"]
    assert max(len(b.texts) for b in found) <= size


@pytest.mark.parametrize("kind", LAYOUTS, ids=str)
def test_batches_are_bounded_by_bytes_of_slices_too(kind: pa.DataType) -> None:
    texts = [str(i) + "x" * 200_000 for i in range(100)]
    for array in (laid_out(texts, kind), laid_out(["y" * 300_000_00, *texts], kind).slice(1)):
        sizes = [len(b.texts) for b in intake.batches(intake.Chunks([array]))]
        assert sum(sizes) == 100
        assert 1 < max(sizes) <= 40  # 8 MB are 39 of them
    short = laid_out(["z" * 50_000_000, *("short" for _ in range(2000))], kind).slice(1)
    if not pa.types.is_dictionary(kind):
        assert [len(b.texts) for b in intake.batches(intake.Chunks([short]))] == [1024, 976]


def test_values_that_are_no_texts_are_null_and_say_why() -> None:
    (batch,) = intake.batches(["a", None, 5, "b\ud800", b"c"], first=10)
    assert batch.texts.to_pylist() == ["a", None, None, None, None]
    assert batch.why == {
        11: "missing: there is no text",
        12: "not text: int '5'",
        13: "lone surrogate U+D800 at offset 1",
        14: "not text: bytes; decode them first, as in data.decode('utf-8')",
    }


def test_arrays_and_other_streams(analyzer: tenor.Analyzer) -> None:
    class Stream:
        """What any library's table may be: nothing but the protocol."""

        def __init__(self, table: pa.Table) -> None:
            self.table = table

        def __arrow_c_stream__(self, schema: object = None) -> object:
            return self.table.__arrow_c_stream__(schema)

    class Column:
        def __arrow_c_array__(self, schema: object = None) -> object:
            return pa.array(["One.", None]).__arrow_c_array__(schema)

    expected = analyzer.analyze(["One.", None]).sentences
    for data in (Stream(pa.table({"text": ["One.", None]})), Column(), pa.array(["One.", None])):
        assert analyzer.analyze(data).sentences.equals(expected)
    with pytest.raises(tenor.Error, match="column 'text' holds int64, not text"):
        analyzer.analyze(pa.array([1]))


def test_stream_is_read_a_batch_at_a_time(analyzer: tenor.Analyzer) -> None:
    read: list[int] = []

    def produced() -> Any:
        for i in range(50):
            read.append(i)
            yield pa.record_batch({"text": [f"Number {i}."]})

    stream = pa.RecordBatchReader.from_batches(pa.schema({"text": pa.string()}), produced())
    texts, _ = intake.read(stream, "text")
    first = next(analyzer.batches(texts))
    assert first["sentences"]["text"].to_pylist() == ["Number 0."]
    assert read == [0]


# nothing is copied


def data_buffers(array: pa.Array) -> list[tuple[int, int]]:
    """Return where an array's texts lie."""
    if isinstance(array, pa.DictionaryArray):
        return data_buffers(array.dictionary)
    return [(b.address, b.address + b.size) for b in array.buffers()[2:] if b is not None and b.size]


MEGABYTES = 64
ARROW = pd.ArrowDtype(pa.large_string())
LONG = [kind for kind in LAYOUTS if not pa.types.is_dictionary(kind) or kind.index_type != pa.int8()]
COLUMNS: list[tuple[str, Any]] = [
    *((str(kind), partial(lambda kind, texts: pa.table({"text": laid_out(texts, kind)}), kind)) for kind in LONG),
    ("polars", lambda texts: pl.DataFrame({"text": texts})),
    ("polars series", lambda texts: pl.Series("text", texts)),
    ("pandas of pyarrow", lambda texts: pd.DataFrame({"text": pd.array(texts, dtype=ARROW)})),
    ("slice", lambda texts: pa.table({"text": pa.array(texts, pa.large_string())}).slice(10)),
    ("stream", lambda texts: pa.table({"text": texts}).to_reader(100)),
]


@pytest.mark.parametrize("make", [make for _, make in COLUMNS], ids=[name for name, _ in COLUMNS])
def test_texts_are_read_where_they_lie(make: Any) -> None:
    frame = make([f"{i:06} " + "word " * 20_000 for i in range(MEGABYTES * 10)])
    tracemalloc.start()
    before = pa.total_allocated_bytes()
    try:
        texts, _ = intake.read(frame, "text")
        assert isinstance(texts, intake.Chunks)
        lying = {place for batch in intake.batches(texts) for place in data_buffers(batch.texts)}
        python = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    # Neither Python nor Arrow took memory for them, and read again they are in the same place.
    assert python < 1_000_000
    assert pa.total_allocated_bytes() - before < 1_000_000
    assert sum(end - begin for begin, end in lying) >= MEGABYTES * 990_000
    if not isinstance(frame, pa.RecordBatchReader):
        again, _ = intake.read(frame, "text")
        assert {p for batch in intake.batches(again) for p in data_buffers(batch.texts)} == lying


def test_results_are_handed_on_as_they_lie(analyzer: tenor.Analyzer) -> None:
    made: list[dict[str, dict[str, Any]]] = []

    class Listening:
        def analyze(self, *arguments: Any) -> Any:
            made.append(core.analyze(*arguments))
            return made[-1]

    texts = [f'Mayor Ode said the plan number {i} was "reckless". It rained.' for i in range(3000)]
    listening, core = tenor.Analyzer(grammar=False), analyzer._core
    listening._core = Listening()  # type: ignore[assignment]
    result = listening.analyze(pa.table({"text": texts}))
    assert len(made) == 3
    for name in ("sentences", "quotes", "stances"):
        table = getattr(result, name)
        for column in SCHEMA[name].names:
            if column == "status":
                continue
            chunks = [c for c in table[column].chunks if len(c)]
            assert len(chunks) == 3
            for chunk, found in zip(chunks, made, strict=True):
                parts = found[name][column]
                parts = parts if isinstance(parts, tuple) else (parts,)
                theirs = {part.ctypes.data for part in parts if part.size}
                ours = {b.address for b in chunk.buffers() if b is not None}
                assert theirs <= ours, column


def test_polars_gets_the_texts_without_a_copy(analyzer: tenor.Analyzer) -> None:
    table = analyzer.analyze(pa.table({"text": ["A first sentence here. And then another one."] * 10})).sentences
    frame = nw.from_arrow(table, backend="polars").to_native()
    (ours,) = (set(data_buffers(c)) for c in table["text"].chunks if len(c))
    (theirs,) = (set(data_buffers(c)) for c in pa.chunked_array(frame["text"]).chunks)
    assert {begin for begin, _ in ours} & {begin for begin, _ in theirs}
