"""`clean_all`: frames in, frames of the same kind out, and a status for each row that gives no article."""

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import tenor
from tenor.cleaning import SCHEMA
from tenor.document import Unreadable

TEXT = "MOSCOW, Dec 3 (Reuters) - The board met on Monday.\n\nIt did not agree, officials said.\n\nAdvertisement"
TEXTS = [TEXT, None, " ", "ab\ud800"]


def check(rows: list[dict[str, object]]) -> None:
    assert [row["article"] for row in rows] == list(range(len(rows)))
    first = rows[0]
    assert first["text"] == "The board met on Monday.\n\nIt did not agree, officials said."
    assert (first["outlet"], first["dateline"]) == ("Reuters", "MOSCOW, Dec 3 (Reuters)")
    assert first["removed"] == [{"reason": "advertisement", "text": "Advertisement"}]
    assert [row["status"] for row in rows[:3]] == ["ok", "missing: there is no text", "empty"]


def test_frames_come_back_as_their_kind() -> None:
    texts = TEXTS[:3]
    found = tenor.clean_all(pd.DataFrame({"body": texts}), text="body")
    assert isinstance(found, pd.DataFrame)
    assert list(found.columns) == SCHEMA.names
    check(pa.Table.from_pandas(found, preserve_index=False).to_pylist())
    frame = tenor.clean_all(pl.DataFrame({"text": texts}))
    assert isinstance(frame, pl.DataFrame)
    check(frame.to_dicts())
    table = tenor.clean_all(pa.table({"text": texts}))
    assert isinstance(table, pa.Table)
    assert table.schema == SCHEMA
    check(table.to_pylist())
    check(tenor.clean_all(pd.Series(texts)).to_dict("records"))


def test_lists_give_arrow_and_every_bad_row_a_status() -> None:
    table = tenor.clean_all([*TEXTS, 3, float("nan"), Unreadable("line 4 is not JSON")])
    check(table.to_pylist())
    assert table["status"].to_pylist()[3:] == [
        "lone surrogate U+D800 at offset 2",
        "not text: int '3'",
        "missing: there is no text",
        "line 4 is not JSON",
    ]
    assert tenor.clean_all([]).schema == SCHEMA
    assert tenor.clean_all(TEXT for _ in range(2500)).num_rows == 2500
    with pytest.raises(tenor.Error, match="there is no column 'text'; the frame has 'body'"):
        tenor.clean_all(pd.DataFrame({"body": TEXTS[:3]}))


def test_captions_and_pull_quotes_are_no_part_of_the_text() -> None:
    text = (
        "The minister left on Monday and told reporters that “we have never been so close to a deal” in years.\n\n"
        "“we have never been so close to a deal”\n\nA boat leaves the harbour. (Image: Getty)\n\n"
        "Both sides meet again next week, officials said."
    )
    row = tenor.clean_all([text]).to_pylist()[0]
    assert row["captions"] == ["A boat leaves the harbour. (Image: Getty)"]
    assert row["pull_quotes"] == ["“we have never been so close to a deal”"]
    assert row["text"].endswith("in years.\n\nBoth sides meet again next week, officials said.")


def test_pages_and_texts_beside_each_other() -> None:
    pytest.importorskip("trafilatura", reason="the extra tenor[html] is not installed")
    page = "<html><body><p>One sentence of the page ends here.</p></body></html>"
    rows = tenor.clean_all([page.encode(), TEXT, b""]).to_pylist()
    assert rows[0]["text"] == "One sentence of the page ends here."
    assert [row["status"] for row in rows] == ["ok", "ok", "no text found on the page"]
    assert tenor.clean_all([page], html=True).to_pylist()[0] == rows[0]
