"""The texts of files: in order, from any place on, with a status where there is none; and what the files held."""

import csv
import gzip
import hashlib
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from command import write

import tenor
from tenor.corpus import Corpus, Item
from tenor.document import Unreadable

ROWS = [f"Text {i}. It says so." for i in range(7)]


def jsonl(name: str, rows: list[object], spoil: int = 0) -> str:
    data = "".join(json.dumps({"text": r, "outlet": f"o{i}"}) + "\n\n" for i, r in enumerate(rows)).encode()
    data = gzip.compress(data) if name.endswith("gz") else data
    write(Path(name), data[: len(data) - spoil])
    return name


def parquet(name: str, rows: list[str], group: int = 3) -> str:
    table = pa.table({"outlet": [f"o{i}" for i in range(len(rows))], "text": rows})
    pq.write_table(table, name, row_group_size=group, use_dictionary=False, write_statistics=False, compression="none")
    return name


def csv_file(name: str, rows: list[str]) -> str:
    with open(name, "w", newline="") as f:
        csv.writer(f).writerows([["outlet", "text"], *((f"o{i}", r) for i, r in enumerate(rows))])
    return name


def spoil_row_group(name: str, group: int) -> None:
    """Overwrite the pages of the texts in one row group."""
    with pq.ParquetFile(name) as file:
        chunk = file.metadata.row_group(group).column(1)
        assert chunk.path_in_schema == "text"
    with open(name, "r+b") as f:
        f.seek(chunk.data_page_offset)
        f.write(b"\xff" * chunk.total_compressed_size)


def many() -> list[str]:
    """Write a file of each kind, some of which cannot be read to their end."""
    spoil_row_group(parquet("spoilt.parquet", ROWS), 1)
    return [
        write(Path("a.txt"), "One.").name,
        jsonl("b.jsonl", ["x", None, 5, *ROWS]),
        jsonl("cut.jsonl.gz", ROWS * 200, spoil=9),
        write(Path("no.parquet"), b"nonsense").name,
        csv_file("c.csv", ROWS),
        parquet("d.parquet", ROWS),
        "spoilt.parquet",
        write(Path("z.txt"), "Last.").name,
    ]


def test_from_any_place_on(here: Path) -> None:
    corpus = Corpus(many(), group="outlet")
    whole = list(corpus.items())
    assert [i.file for i in whole if isinstance(i.value, Unreadable)] == ["cut.jsonl.gz", "no.parquet"] + [
        "spoilt.parquet"
    ] * 3
    for k in [*range(20), *range(len(whole) - 40, len(whole))]:
        place = whole[k].number, whole[k].row
        assert list(corpus.items(place)) == whole[k:]
        # As a run goes on: behind the text that it had last.
        assert list(corpus.items((place[0], place[1] + 1))) == whole[k + 1 :]


def test_items_say_where_they_come_from(here: Path) -> None:
    files = [jsonl("b.jsonl", ["x", "y"]), csv_file("c.csv", ROWS[:1]), parquet("d.parquet", ROWS[:2])]
    assert list(Corpus(files, group="outlet").items()) == [
        Item(0, "b.jsonl", 0, "x", "o0"),
        Item(0, "b.jsonl", 1, "y", "o1"),
        Item(1, "c.csv", 0, ROWS[0], "o0"),
        Item(2, "d.parquet", 0, ROWS[0], "o0"),
        Item(2, "d.parquet", 1, ROWS[1], "o1"),
    ]
    assert {i.group for i in Corpus(files).items()} == {None}


def test_same_file_twice_is_read_twice(here: Path) -> None:
    corpus = Corpus([jsonl("b.jsonl", ["x", "y"])] * 2)
    assert [(i.number, i.row) for i in corpus.items()] == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert [(i.number, i.row) for i in corpus.items((0, 1))] == [(0, 1), (1, 0), (1, 1)]


def test_corrupt_row_group_loses_no_row_and_not_the_next_group(here: Path) -> None:
    spoil_row_group(parquet("d.parquet", ROWS), 1)
    values = [i.value for i in Corpus(["d.parquet"]).items()]
    assert values[:3] + values[6:] == ROWS[:3] + ROWS[6:]
    assert all(v.reason.startswith("row group 1 cannot be read on: ") for v in values[3:6])


def test_row_group_is_read_page_by_page(here: Path) -> None:
    texts = [f"{i} " + os.urandom(5000).hex() for i in range(6000)]
    pq.write_table(pa.table({"text": texts}), "d.parquet", row_group_size=6000, use_dictionary=False)
    assert pq.read_metadata("d.parquet").num_row_groups == 1
    # In a process of its own: Arrow keeps one record of the most memory it has ever had.
    count = (
        "import pyarrow as pa; from tenor.corpus import Corpus; "
        "print(sum(len(i.value) for i in Corpus(['d.parquet']).items()), pa.default_memory_pool().max_memory())"
    )
    done = subprocess.run([sys.executable, "-c", count], capture_output=True, check=True)
    size, memory = map(int, done.stdout.split())
    assert size == sum(map(len, texts)) > 60_000_000
    assert memory < 40_000_000


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: pq.write_table(pa.table({"body": ["x"]}), "b.parquet"),
            "the files differ: a.parquet has texts in column 'text', but b.parquet has no column 'text'; it has 'body'",
        ),
        (
            lambda: pq.write_table(pa.table({"text": [1]}), "b.parquet"),
            "the files differ: a.parquet has texts in column 'text', but b.parquet is of another kind: column 'text' "
            "holds int64, not text",
        ),
        (
            lambda: write(Path("b.csv"), "id,body\n1,x\n"),
            "the files differ: a.parquet has texts in column 'text', but b.csv has no column 'text'; it has 'id'",
        ),
    ],
)
def test_files_that_differ_are_named_before_any_work(here: Path, make, message: str) -> None:  # type: ignore[no-untyped-def]
    parquet("a.parquet", ROWS)
    make()
    with pytest.raises(tenor.Error) as error:
        Corpus(sorted(p.name for p in here.iterdir()))
    assert str(error.value).startswith(message)


def test_kinds_of_text_do_not_differ(here: Path) -> None:
    for kind in (pa.string(), pa.large_string(), pa.dictionary(pa.int32(), pa.string())):
        pq.write_table(pa.table({"text": pa.array(["x"]).cast(kind)}), f"{kind.id}.parquet")
    assert [i.value for i in Corpus(sorted(p.name for p in here.iterdir())).items()] == ["x"] * 3


def test_read_counts_bytes_up_to_the_size(here: Path) -> None:
    corpus = Corpus(many())
    assert corpus.size == sum(p.stat().st_size for p in here.iterdir())
    seen = [corpus.read for _ in corpus.items()]
    assert seen == sorted(seen)
    assert corpus.read == corpus.size


def test_digests_are_those_of_sha256sum(here: Path) -> None:
    corpus = Corpus([write(Path("a.txt"), "One.").name])
    assert corpus.digests() == [{"file": "a.txt", "bytes": 4, "sha256": hashlib.sha256(b"One.").hexdigest()}]


def test_many_files_share_digests(here: Path) -> None:
    files = [write(Path(f"{i:04}.txt"), f"Text {i}.").name for i in range(1001)]
    found = Corpus(files).digests()
    assert [(d["file"], d.get("to"), d.get("files")) for d in found[:2]] == [
        ("0000.txt", "0001.txt", 2),
        ("0002.txt", "0003.txt", 2),
    ]
    assert found[-1]["file"] == "1000.txt"
    lines = "".join(f"{hashlib.sha256(Path(f).read_bytes()).hexdigest()}  {f}\n" for f in files[:2])
    assert found[0]["sha256"] == hashlib.sha256(lines.encode()).hexdigest()
    Path("0001.txt").write_text("Changed")
    assert [a == b for a, b in zip(found, Corpus(files).digests(), strict=True)].count(False) == 1


def test_pipe_is_read_once_and_hashed(here: Path) -> None:
    os.mkfifo("in.jsonl")
    data = b'{"text": "One."}\n{"text": "Two."}\n' * 5000
    writer = threading.Thread(target=lambda: Path("in.jsonl").write_bytes(data))
    writer.start()
    corpus = Corpus(["in.jsonl"])
    assert (corpus.repeatable, corpus.size) == (False, None)
    assert [i.value for i in corpus.items()] == ["One.", "Two."] * 5000
    writer.join()
    assert corpus.digests() == [{"file": "in.jsonl", "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}]
