"""`tenor analyze` of what cannot be read, and of what is wrong use: a status, or a clear answer before any work."""

import contextlib
import gzip
import os
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from command import TEXT, run, said, statuses, write

import tenor


@pytest.mark.parametrize(
    ("name", "data", "status"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t ", "empty: white space only"),
        ("a.txt", "Line.\nA café.".encode("latin-1"), "not utf-8: byte 0xe9 at byte 11 (line 2); name the encoding"),
        ("a.txt", "\ufeffOne.".encode("utf-16-le"), "not utf-8: byte 0xff at byte 0 (line 1)"),
        ("a.jsonl", b"{\n", "line 1 is not JSON: Expecting property name"),
        ("a.jsonl", b"[1]\n", "line 1 is not a JSON object but list"),
        ("a.jsonl", b'{"body": "x", "id": 1}', "line 1 has no field 'text'; it has 'body', 'id'"),
        ("a.jsonl", b'{"text": 5}', "not text: int '5'"),
        ("a.jsonl", b'{"text": "a \\ud800"}', "lone surrogate U+D800 at offset 2"),
        ("a.jsonl", b'{"text": "caf\xe9"}', "line 1: not utf-8: byte 0xe9 at byte 13"),
        ("a.jsonl", b'{"text": ' + b"[" * 100_000, "line 1 is nested too deeply"),
        ("a.csv", b"text\ncaf\xe9\n", "not utf-8: byte 0xe9 at offset 3 of the text (line 2)"),
        ("a.parquet", b"nonsense", "cannot read on: not a Parquet file"),
        ("a.jsonl.gz", b"nonsense", "cannot read on: Not a gzipped file"),
        ("a.jsonl.gz", gzip.compress(b'{"text": "One."}\n' * 999)[:-9], "cannot read on: Compressed file ended"),
    ],
)
def test_bad_text_has_a_status_and_the_run_goes_on(here: Path, name: str, data: bytes, status: str) -> None:
    write(here / name, data)
    write(here / "z.txt", TEXT)
    done = run("analyze", name, "z.txt", "-o", "out.parquet")
    assert done.returncode == 0
    assert "could not be read: see their status" in said(done)
    *rest, bad, last = statuses()
    assert bad.startswith(status)
    assert {last, *rest} == {"ok"}
    assert run("analyze", name, "-o", "out.parquet").returncode == (0 if rest else 1)


@pytest.mark.parametrize("text", ["NUL \0 here. And \0 there.", 'A stray " mark. It stays.', "One.\r\n\r\nTwo."])
def test_odd_texts_are_kept_as_they_are(here: Path, text: str) -> None:
    write(here / "a.txt", text)
    assert run("analyze", "a.txt", "-o", "out.parquet").returncode == 0
    for row in pq.read_table("out.sentences.parquet").to_pylist():
        assert text[row["start"] : row["end"]] == row["text"]


@pytest.mark.slow
@pytest.mark.parametrize("grammar", ["--no-grammar", "--grammar"])
def test_fifty_megabytes_on_one_line(here: Path, grammar: str) -> None:
    write(here / "a.txt", "The board met again and nothing was decided. " * 1_111_111)
    assert run("analyze", "a.txt", "-o", "out.parquet", grammar, timeout=600).returncode == 0
    assert statuses() == ["ok"]


def test_byte_order_mark_is_no_text(here: Path) -> None:
    write(here / "a.txt", "\ufeffOne.")
    assert run("analyze", "a.txt", "-o", "out.parquet").returncode == 0
    assert pq.read_table("out.sentences.parquet")["text"].to_pylist() == ["One."]


def test_encoding(here: Path) -> None:
    write(here / "a.txt", "Ein café.".encode("utf-16"))
    assert run("analyze", "a.txt", "-o", "out.parquet", "--encoding", "utf-16").returncode == 0
    assert pq.read_table("out.sentences.parquet")["text"].to_pylist() == ["Ein café."]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["none.txt", "-o", "o.csv"], "cannot read none.txt: No such file or directory"),
        (["void", "-o", "o.csv"], "folder void holds no file to read; wanted: .txt, .jsonl"),
        (["a.txt", "-o", "none/o.csv"], "there is no folder none; make it first: mkdir -p none"),
        (["a.txt", "-o", "none/"], "there is no folder none; make it first: mkdir -p none"),
        (
            ["a.txt", "-o", "o.xlsx"],
            "cannot tell the format of 'o.xlsx'; end it in .parquet, .jsonl, .jsonl.gz or .csv",
        ),
        (["a.txt", "-o", "o.csv", "--encoding", "klingon"], "there is no encoding 'klingon'; try utf-8, latin-1"),
        (["b.parquet", "-o", "o.csv"], "b.parquet has no column 'text'; it has 'id', 'body': name one with --text"),
        (["b.parquet", "-o", "o.csv", "--text", "id"], "column 'id' holds int64, not text"),
        (["b.csv", "-o", "o.csv"], "b.csv has no column 'text'; it has 'id', 'body': name one with --text"),
        (["a.txt", "-o", "o.csv", "--targets", "none.toml"], "cannot read none.toml: No such file or directory"),
        (["a.txt", "-o", "o.csv", "--threads", "0"], "Invalid value for '--threads'"),
        (["a.txt"], "Missing option '--out' / '-o'"),
        (["a.txt", "-o", "o.csv", "--sentiment", "none.tsv"], "cannot read none.tsv: No such file or directory"),
    ],
)
def test_wrong_use_is_said_before_any_work(here: Path, arguments: list[str], message: str) -> None:
    (here / "void").mkdir()
    write(here / "a.txt", TEXT)
    write(here / "b.csv", "id,body\n1,x\n")
    pq.write_table(pa.table({"id": [1], "body": ["x"]}), "b.parquet")
    before = sorted(here.rglob("*"))
    done = run("analyze", *arguments)
    assert done.returncode == 2
    assert message in " ".join(said(done).replace("│", " ").split())
    assert sorted(here.rglob("*")) == before


@contextlib.contextmanager
def without_rights() -> Iterator[None]:
    """Root may read everything: be nobody for a while."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_unreadable_folder_and_file(here: Path) -> None:
    from tenor import files

    (here / "closed").mkdir(mode=0o000)
    write(here / "secret.txt", TEXT).chmod(0o000)
    # The way to the folder has to be open, though not its inside.
    for folder in [here, *here.parents]:
        if folder.owner() == here.owner() and folder.is_relative_to("/tmp") and folder != Path("/tmp"):
            folder.chmod(0o755)
    with without_rights():
        with pytest.raises(tenor.Error, match="cannot read folder closed: Permission denied"):
            files.find(["closed"])
        with pytest.raises(tenor.Error, match=r"cannot read secret.txt: Permission denied"):
            files.find(["secret.txt"])
