"""Any frame in, the same kind of frame out; the schema of the tables.

Every table has the column ``article``: the number of the row (from 0) that the text came in. The other columns of a
frame (outlet, date...) are carried over by a join on it, for instance with pandas
``result.stances.join(frame.reset_index(drop=True), on="article")``. ``start`` and ``end`` are always code points of the
text as it was given: ``text[start:end]`` is the thing itself.

**sentences**, one row a sentence; a text that could not be read has one row with ``start == end == 0``

=============  ========  ==========================================================================================
article        int64     row of the text
sentence       int64     number of the sentence in its article, from 0
start, end     int64     span of the sentence
section        string    ``title``, ``body`` or ``caption``
text           string    the sentence
sentiment      double    how positive or negative its language is; null in the row of a text that could not be read
hits           int64     words and phrases that the scorer knows
outlet_share   double    share of its words in the outlet's own voice, 0 to 1
words          int64     how many words it has, as the scorer counts them; punctuation is none
positive       int64     words and phrases of the lexicon that count for, after the rules (a negated one against)
negative       int64     those that count against
outlet_*       as there  the parts of positive, negative and sentiment in the outlet's own voice: outlet_positive,
                         outlet_negative, outlet_sentiment; the rest is in quoted
quoted         spans     what is not in the outlet's own voice
status         string    ``ok``, or why the text could not be read
=============  ========  ==========================================================================================

**quotes**, one row an attribution (who says, thinks, demands, denies... what); spans are lists, a quotation may resume

=============  ========  ==========================================================================================
article        int64     row of the text
sentence       int64     number of the sentence that holds the cue
quote          int64     number of the attribution in its article, from 0
holder         string    who speaks: the fullest name that the article gives, or the source's own words
source         spans     the words that name the holder here; empty where nobody is named
cue            spans     the words that signal the attribution
content        spans     the attributed words
kind           string    ``statement``, ``belief``, ``demand``, ``denial``, ``accusation``, ``judgement``, ``scare``
depth          int64     1 for the article's own report, 2 for a claim inside a claim
=============  ========  ==========================================================================================

**stances**, one row a (holder, target) of a sentence

=============  ========  ==========================================================================================
article        int64     row of the text
sentence       int64     number of the sentence
holder         string    as in quotes; ``outlet`` for the article's own voice
target         string    the name the user gave the target, or the words of the text
target_start   int64     span of the target's words
target_end     int64
stance         int64     -1 unfavourable, 0 neutral, 1 favourable
unfavourable   double    probabilities of the three; they add up to 1
neutral        double
favourable     double
depth          int64     of the claim that conveys it; 0 in the outlet's own voice
=============  ========  ==========================================================================================

**articles**, one row a text: what the clean-up found, and whether the text could be read

=============  ========  ==========================================================================================
article        int64     row of the text
title          string    null where there is none; so too the next four
outlet         string
byline         string
dateline       string
date           string    ISO 8601, where the dateline can be read as a date
status         string    ``ok``, or why the text could not be read
=============  ========  ==========================================================================================
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from tenor._core import Error
from tenor.document import Unreadable

__all__ = ["SCHEMA", "Column", "assemble", "holds_text", "strings"]

#: A column of the core's tables: numbers; strings as (offsets, bytes); lists of spans as (offsets, start, end).
Column = NDArray[Any] | tuple[NDArray[Any], ...]

_SPANS = pa.large_list(pa.struct({"start": pa.int64(), "end": pa.int64()}))


#: Table name -> its pyarrow schema; the same whatever comes in.
SCHEMA: dict[str, pa.Schema] = {
    "sentences": pa.schema(
        {
            "article": pa.int64(),
            "sentence": pa.int64(),
            "start": pa.int64(),
            "end": pa.int64(),
            "section": pa.large_string(),
            "text": pa.large_string(),
            "sentiment": pa.float64(),
            "hits": pa.int64(),
            "outlet_share": pa.float64(),
            "words": pa.int64(),
            "positive": pa.int64(),
            "negative": pa.int64(),
            "outlet_positive": pa.int64(),
            "outlet_negative": pa.int64(),
            "outlet_sentiment": pa.float64(),
            "quoted": _SPANS,
            "status": pa.large_string(),
        }
    ),
    "quotes": pa.schema(
        {
            "article": pa.int64(),
            "sentence": pa.int64(),
            "quote": pa.int64(),
            "holder": pa.large_string(),
            "source": _SPANS,
            "cue": _SPANS,
            "content": _SPANS,
            "kind": pa.large_string(),
            "depth": pa.int64(),
        }
    ),
    "stances": pa.schema(
        {
            "article": pa.int64(),
            "sentence": pa.int64(),
            "holder": pa.large_string(),
            "target": pa.large_string(),
            "target_start": pa.int64(),
            "target_end": pa.int64(),
            "stance": pa.int64(),
            "unfavourable": pa.float64(),
            "neutral": pa.float64(),
            "favourable": pa.float64(),
            "depth": pa.int64(),
        }
    ),
    "articles": pa.schema(
        {
            "article": pa.int64(),
            "title": pa.large_string(),
            "outlet": pa.large_string(),
            "byline": pa.large_string(),
            "dateline": pa.large_string(),
            "date": pa.large_string(),
            "status": pa.large_string(),
        }
    ),
}


def _array(column: Column) -> pa.Array:
    """Wrap a column of the core as Arrow, without a copy."""
    if not isinstance(column, tuple):
        return pa.array(column)
    if len(column) == 2:
        offsets, data = column
        return pa.LargeStringArray.from_buffers(len(offsets) - 1, pa.py_buffer(offsets), pa.py_buffer(data))
    offsets, start, end = column
    spans = pa.StructArray.from_arrays([pa.array(start), pa.array(end)], ["start", "end"])
    return pa.LargeListArray.from_arrays(pa.array(offsets), spans)


def _nullable(column: Column, there: NDArray[np.bool_]) -> pa.Array:
    """Wrap strings, null where there is none."""
    offsets, data = column
    bits = None if there.all() else pa.py_buffer(np.packbits(there, bitorder="little"))
    return pa.LargeStringArray.from_buffers(len(there), pa.py_buffer(offsets), pa.py_buffer(data), bits)


def assemble(found: dict[str, dict[str, Column]], why: dict[int, str]) -> dict[str, pa.Table]:
    """Make the tables of one batch: the core's rows, and one row for each text that could not be read.

    Parameters
    ----------
    found : dict
        What ``_core.Analyzer.analyze`` gave. Its columns are handed on as they lie.
    why : dict of int to str
        Of texts that the core did not get: why.
    """
    out: dict[str, pa.Table] = {}
    for name in ("sentences", "quotes", "stances"):
        columns = {key: _array(column) for key, column in found[name].items()}
        if name == "sentences":
            columns["status"] = _ok(len(columns["article"]))
        out[name] = pa.table([columns[key] for key in SCHEMA[name].names], schema=SCHEMA[name])
    rows = found["articles"]
    articles = {"article": _array(rows["article"]), "status": _ok(len(rows["article"]))}
    for part in ("title", "outlet", "byline", "dateline"):
        articles[part] = _nullable(rows[part], np.asarray(rows[f"{part}_start"]) >= 0)
    articles["date"] = _nullable(rows["date"], np.diff(rows["date"][0]) > 0)
    out["articles"] = pa.table([articles[key] for key in SCHEMA["articles"].names], schema=SCHEMA["articles"])
    unread = found["unreadable"]
    said = zip(_array(unread["article"]).to_pylist(), _array(unread["status"]).to_pylist(), strict=True)
    bad = [(row, why.get(row, status)) for row, status in said]
    # A text that was read and has no sentence (all of it chrome, say) gets its row too: nothing is lost.
    silent = np.setdiff1d(rows["article"], found["sentences"]["article"]).tolist()
    _insert(out, "sentences", bad + [(row, "no sentence: everything was set aside by the clean-up") for row in silent])
    _insert(out, "articles", bad)
    return out


def _ok(count: int) -> pa.Array:
    return pa.repeat(pa.scalar("ok", pa.large_string()), count)


def _insert(tables: dict[str, pa.Table], name: str, bad: list[tuple[int, str]]) -> None:
    if not bad:
        return
    schema = SCHEMA[name]
    nothing = {pa.large_string(): "", pa.int64(): 0, _SPANS: []}  # null in a column of doubles
    row = {field.name: None if name == "articles" else nothing.get(field.type) for field in schema}
    extra = pa.Table.from_pylist([{**row, "article": number, "status": why} for number, why in bad], schema=schema)
    both = pa.concat_tables([tables[name], extra])
    tables[name] = both.take(np.argsort(both["article"].to_numpy(), kind="stable"))


def holds_text(kind: pa.DataType) -> bool:
    """Say whether a column of that type can hold texts."""
    kind = kind.value_type if pa.types.is_dictionary(kind) else kind
    tests = (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view, pa.types.is_null)
    return any(test(kind) for test in tests)


def strings(column: pa.Array | pa.ChunkedArray, name: str) -> Iterator[object]:
    """Yield the texts of an Arrow column, None for a null; raise an Error if it holds no text."""
    if not holds_text(column.type):
        raise Error(f"column {name!r} holds {column.type}, not text; name the column of the texts with text=")
    return _decoded(column)


def _decoded(column: pa.Array | pa.ChunkedArray) -> Iterator[object]:
    """Yield the strings a slice at a time: an Arrow string is not always UTF-8, whatever its type says."""
    for begin in range(0, len(column), 1024):
        part = column.slice(begin, 1024)
        for value in part.cast(pa.large_string(), safe=False).cast(pa.large_binary()).to_pylist():
            if value is None:
                yield None
                continue
            try:
                yield value.decode()
            except UnicodeDecodeError as e:
                yield Unreadable(f"not UTF-8: byte 0x{value[e.start]:02x} at byte {e.start} of the text")
