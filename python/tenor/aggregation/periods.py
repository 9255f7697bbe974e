"""Days, weeks, months... of dates."""

from datetime import date, datetime
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from tenor._core import Error

__all__ = ["NO_DAY", "PERIODS", "begin", "days", "parse"]

#: Names that `by` understands although no column has them.
PERIODS = ("day", "week", "month", "quarter", "year")

#: What a date that cannot be read is.
NO_DAY = np.iinfo(np.int64).min


def days(column: pa.ChunkedArray, name: str) -> NDArray[np.int64]:
    """Return each value's day, counted from 1970-01-01, and `NO_DAY` for what cannot be read as an ISO 8601 date."""
    kind = column.type.value_type if pa.types.is_dictionary(column.type) else column.type
    if pa.types.is_timestamp(kind) or pa.types.is_date(kind):
        if pa.types.is_timestamp(kind) and kind.tz:
            column = pc.local_timestamp(column)  # the day where it was written, as of text with an offset
        values = column.cast(pa.date32(), safe=False).cast(pa.int32()).cast(pa.int64())
        found: NDArray[np.int64] = np.asarray(values.fill_null(NO_DAY).to_numpy())
        return found
    text = (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view, pa.types.is_null)
    if not any(test(kind) for test in text):
        raise Error(f"column {name!r} holds {kind}, not dates; name the column of the dates with date=")
    coded = column.cast(pa.large_string()).combine_chunks().dictionary_encode()
    known = np.array([_day(text) for text in coded.dictionary.to_pylist()] + [NO_DAY], dtype=np.int64)
    indices: NDArray[np.int64] = np.asarray(coded.indices.fill_null(len(known) - 1))
    return known[indices]


def _day(text: str | None) -> int:
    try:
        return (datetime.fromisoformat((text or "").strip()).date() - date(1970, 1, 1)).days
    except ValueError:
        return NO_DAY


def begin(day: NDArray[np.int64], period: str) -> NDArray[np.int64]:
    """Return the first day of each day's period; weeks begin on Monday."""
    if period == "day":
        return day
    if period == "week":
        return day - (day + 3) % 7  # 1970-01-01 was a Thursday
    months = day.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    months -= months % {"month": 1, "quarter": 3, "year": 12}[period]
    return months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)


def parse(value: Any, period: str) -> int:
    """Return the first day of the period that a date, or its ISO 8601 text, lies in."""
    day = _day(value.isoformat() if isinstance(value, date) else str(value))
    if day == NO_DAY:
        raise Error(f"{period} {value!r} is no date; give a day of it, as in {period}='2024-05-13'")
    return int(begin(np.array([day]), period)[0])
