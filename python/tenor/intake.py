"""Texts as the core takes them: Arrow arrays, read where they lie; what is no array is made one, a batch at a time."""

from collections.abc import Callable, Iterable, Iterator, Sized
from typing import Any, NamedTuple

import narwhals as nw
import numpy as np
import pyarrow as pa

from tenor._core import Error
from tenor.document import Unreadable
from tenor.frames import holds_text

__all__ = ["Batch", "Chunks", "arrays_of", "batches", "check_column", "count_of", "read", "status_of"]

# A batch is what the core gets in one call. Between two of them Ctrl-C is heard, progress is shown and memory is
# given back; both limits are far above what keeps the threads busy.
_TEXTS = 1024
_BYTES = 8_000_000


class Chunks:
    """Texts in Arrow arrays, one after another; `total` is how many texts they hold, where that is known."""

    def __init__(self, arrays: Iterable[pa.Array], total: int | None = None) -> None:
        self.arrays, self.total = arrays, total


class Batch(NamedTuple):
    """Texts for one call of the core."""

    first: int  # number of the first of them
    texts: pa.Array
    why: dict[int, str]  # of numbers of texts: why the value that was given is none; it is null in `texts`
    values: list[object]  # that were given; empty where Arrow's were


def count_of(texts: "Iterable[object] | Chunks") -> int | None:
    """Return how many texts there are, where it is known."""
    if isinstance(texts, Chunks):
        return texts.total
    return len(texts) if isinstance(texts, Sized) else None


def batches(texts: "Iterable[object] | Chunks", size: int | None = None, first: int = 0) -> Iterator[Batch]:
    """Cut texts into batches, each within both limits; a text that alone is above them is a batch of its own."""
    size = size or _TEXTS
    if isinstance(texts, Chunks):
        for array in texts.arrays:
            # By the mean: one text that is far longer than the others costs memory, not correctness.
            step = max(1, min(size, int(_BYTES * len(array) / max(1, _bytes(array)))))
            for begin in range(0, len(array), step):
                piece = array.slice(begin, step)
                yield Batch(first, piece, {}, [])
                first += len(piece)
        return
    held, values = 0, []
    for value in texts:
        values.append(value)
        held += len(value) if isinstance(value, str) else 0
        if len(values) == size or held >= _BYTES:
            yield _batch(first, values)
            first, held, values = first + len(values), 0, []
    if values:
        yield _batch(first, values)


def _bytes(array: pa.Array) -> float:
    """Return about how many bytes of text an array holds, of a slice too."""
    if isinstance(array, pa.DictionaryArray):
        return _bytes(array.dictionary) * len(array) / max(1, len(array.dictionary))
    if pa.types.is_string_view(array.type):
        # A view begins with its length, in 4 of 16 bytes; `nbytes` would count the whole of what a slice was cut from.
        views = np.frombuffer(array.buffers()[1], np.int32)[4 * array.offset : 4 * (array.offset + len(array)) : 4]
        return float(views.sum(dtype=np.int64))
    return float(array.nbytes)


def _batch(first: int, values: list[object]) -> Batch:
    if all(type(value) is str for value in values):
        try:
            return Batch(first, pa.array(values, pa.large_string()), {}, values)
        except (UnicodeEncodeError, pa.ArrowInvalid):
            pass  # a lone surrogate, which is found below
    why = {i: status for i, value in enumerate(values) if (status := status_of(value))}
    texts = pa.array([None if i in why else value for i, value in enumerate(values)], pa.large_string())
    return Batch(first, texts, {first + i: status for i, status in why.items()}, values)


def status_of(value: object) -> str:
    """Say why a value of Python is not a text; empty where it is."""
    if isinstance(value, Unreadable):
        return value.reason
    if value is None or value != value:  # NaN is pandas' word for a missing value
        return "missing: there is no text"
    if isinstance(value, bytes | bytearray):
        return "not text: bytes; decode them first, as in data.decode('utf-8')"
    if not isinstance(value, str):
        return f"not text: {type(value).__name__} {str(value)[:40]!r}"
    try:
        value.encode()
    except UnicodeEncodeError as e:
        return f"lone surrogate U+{ord(value[e.start]):04X} at offset {e.start}"
    return ""


def read(data: Any, column: str) -> tuple[Iterable[object] | Chunks, Callable[[pa.Table], Any]]:
    """Take the texts out of a frame, a series, an Arrow stream or array, or a list.

    Returns
    -------
    texts : Chunks or iterable
        Arrow's where they lie in memory as Arrow's; or any values, of which :func:`batches` says why they are no text.
    back : callable
        Turns a pyarrow Table into the kind of frame that came in (pyarrow for lists and Arrow streams).

    Raises
    ------
    Error
        If there is no such column, or it holds no text.
    """
    if isinstance(data, str | bytes):
        raise Error("texts is one text, not a list or a frame of them; use analyze([text]) or document(text)")
    frame = nw.from_native(data, pass_through=True, allow_series=True)
    if isinstance(frame, nw.LazyFrame) and frame.implementation.is_spark_like():
        raise Error("the frame is Spark's; analyse it where it is: tenor.spark.analyze(frame)")
    if isinstance(frame, nw.LazyFrame):
        raise Error("the frame is lazy; collect it first, as in frame.collect()")
    if isinstance(frame, nw.Series | nw.DataFrame):
        backend = frame.implementation
        if isinstance(frame, nw.DataFrame):
            check_column(column, frame.columns)
            frame = frame[column]
        return _series(frame), lambda table: nw.from_arrow(table, backend=backend).to_native()
    if hasattr(data, "__arrow_c_stream__"):
        stream = pa.RecordBatchReader.from_stream(data)
        check_column(column, stream.schema.names)
        _check_text(column, stream.schema.field(column).type)
        return Chunks(batch.column(column) for batch in stream), lambda table: table
    if hasattr(data, "__arrow_c_array__"):
        array = pa.array(data)
        _check_text(column, array.type)
        return Chunks([array], len(array)), lambda table: table
    if isinstance(data, dict):
        raise Error("texts is a dict; give a list of texts, or a frame such as pandas.DataFrame(texts)")
    if not isinstance(data, Iterable):
        raise TypeError(f"texts must be a list of texts or a frame of them, not {type(data).__name__}")
    return data, lambda table: table


def arrays_of(texts: Any) -> Any:
    """Give the arrays of what is Arrow's, a series of a frame too; else what came."""
    if isinstance(texts, pa.Array | pa.ChunkedArray) or nw.dependencies.is_into_series(texts):
        return read(texts, "")[0]
    return texts


def check_column(column: str, has: list[str], argument: str = "text") -> None:
    """Raise an Error that names the columns that there are, if that one is not among them."""
    if column not in has:
        raise Error(
            f"there is no column {column!r}; the frame has {', '.join(map(repr, has))}: name one with {argument}="
        )


def _check_text(name: str, kind: pa.DataType) -> None:
    if not holds_text(kind):
        raise Error(f"column {name!r} holds {kind}, not text; name the column of the texts with text=")


def _series(series: nw.Series[Any]) -> Iterable[object] | Chunks:
    native = series.to_native()
    # A column of Python objects may hold anything, and strings that Arrow cannot.
    if series.dtype == nw.Object or str(getattr(native, "dtype", "")) == "object":
        return series.to_list()
    # The library's own export: that of narwhals copies polars' strings into another layout.
    array = pa.chunked_array(native) if hasattr(native, "__arrow_c_stream__") else series.to_arrow()
    _check_text(series.name, array.type)
    chunks = array.chunks if isinstance(array, pa.ChunkedArray) else [array]
    return Chunks(chunks, len(array))
