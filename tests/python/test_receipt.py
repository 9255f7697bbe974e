"""Receipts: what a result was made with, the same result made again, and what hinders it."""

import hashlib
import json
import os
from importlib.resources import files as resources
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from command import TABLES, TEXT, run, said, write

import tenor
from tenor.output import Output
from tenor.receipt import complete, differences, read_receipt


def receipt(file: str = "out.articles.parquet") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(pq.read_metadata(file).metadata[b"tenor"])
    return found


@pytest.fixture
def rows(here: Path) -> Path:
    found = [{"text": f"{i}. {TEXT}", "from": "AB"[i % 2]} for i in range(9)]
    return write(here / "in.jsonl", "".join(json.dumps(row) + "\n" for row in found))


def test_what_a_receipt_holds(here: Path, rows: Path) -> None:
    write(here / "targets.toml", '"plan" = ["the plan"]\n')
    write(here / "own.tsv", "reckless\t-2\nfair\t1\n")
    command = ["in.jsonl", "-o", "out.parquet", "--targets", "targets.toml", "--sentiment", "own.tsv", "--no-clean"]
    assert run("analyze", *command).returncode == 0
    found = receipt()
    assert all(receipt(f"out.{table}.parquet") == found for table in TABLES)
    config = tenor.build_config()
    assert {name: found["versions"][name] for name in config} == config
    assert found["targets"] == {"plan": ["the plan"]}
    assert found["options"]["clean"] is False
    assert found["inputs"] == [
        {"file": "in.jsonl", "bytes": rows.stat().st_size, "sha256": hashlib.sha256(rows.read_bytes()).hexdigest()}
    ]
    assert (found["texts"], found["unreadable"]) == (9, 0)
    assert found["models"]["own.tsv"] == hashlib.sha256((here / "own.tsv").read_bytes()).hexdigest()
    tagger = (resources("tenor") / "data" / "tagger_en.txt").read_bytes()
    assert found["models"]["tagger_en.txt"] == hashlib.sha256(tagger).hexdigest()
    stated = found.pop("id")
    assert hashlib.sha256(json.dumps(found, ensure_ascii=False).encode()).hexdigest() == stated


@pytest.mark.parametrize(
    ("out", "others"),
    [
        (["out.parquet"], ["out.quotes.parquet"]),
        (["out.jsonl.gz"], ["out.articles.jsonl.gz"]),
        (["out.csv"], []),
        (["d"], ["d/sentences.parquet", "d/"]),
        (["d", "--partition", "side=from"], []),
    ],
    ids=["parquet", "jsonl.gz", "csv", "folder", "parts"],
)
def test_replay_gives_every_byte_again(here: Path, rows: Path, out: list[str], others: list[str]) -> None:
    (here / "d").mkdir()
    assert run("analyze", "in.jsonl", "-o", *out).returncode == 0
    before = sorted(here.rglob("*"))
    for name in [out[0], *others]:
        done = run("replay", name, "--threads", "1")
        assert (done.returncode, said(done)) == (0, "")
        assert done.stdout.startswith(b"the same to the last byte: ")
    assert sorted(here.rglob("*")) == before


def test_replay_finds_a_byte_that_is_another(here: Path, rows: Path) -> None:
    assert run("analyze", "in.jsonl", "-o", "out.jsonl").returncode == 0
    file = here / "out.stances.jsonl"
    file.write_text(file.read_text() + "\n")
    (here / "out.quotes.jsonl").unlink()
    done = run("replay", "out.jsonl")
    assert done.returncode == 1
    assert said(done) == "tenor: not the same: out.quotes.jsonl, out.stances.jsonl\n"


def rewritten(**members: Any) -> None:
    """Give a result in JSON Lines another receipt."""
    path = Path("out.receipt.json")
    found = json.loads(path.read_text())
    for name, value in members.items():
        found[name] |= value
    path.write_text(json.dumps(found))


def test_replay_names_what_differs(here: Path, rows: Path) -> None:
    write(here / "own.tsv", "reckless\t-2\nfair\t1\n")
    assert run("analyze", "in.jsonl", "-o", "out.jsonl", "--sentiment", "own.tsv").returncode == 0
    good = Path("out.receipt.json").read_text()
    rewritten(versions={"icu": "70.1"}, models={"tagger_en.txt": "0" * 64})
    done = run("replay", "out.jsonl")
    assert done.returncode == 2
    assert "version of icu (70.1 then, " in said(done)
    assert "model tagger_en.txt (sha256 000000000000 then, sha256 " in said(done)
    assert "input" not in said(done)
    assert run("replay", "out.jsonl", "--anyway").returncode == 1  # only the receipt differs
    Path("out.receipt.json").write_text(good)
    assert run("replay", "out.jsonl").returncode == 0
    write(here / "own.tsv", "reckless\t-3\nfair\t1\n")
    assert "model own.tsv (sha256 " in said(run("replay", "out.jsonl"))
    rows.write_text(rows.read_text().replace("Monday", "Sunday"))
    assert "input in.jsonl (1," in said(run("replay", "out.jsonl"))
    (here / "own.tsv").unlink()
    assert "cannot read own.tsv: No such file" in said(run("replay", "out.jsonl"))
    rows.unlink()
    done = run("replay", "out.jsonl")
    assert done.returncode == 2
    assert "cannot read in.jsonl: No such file or directory (paths are as they were given: replay from the" in said(
        done
    )


def test_what_has_no_receipt(here: Path, rows: Path) -> None:
    assert "there is no result out.parquet: no out.articles.parquet" in said(run("replay", "out.parquet"))
    assert "there is no folder none" in said(run("replay", "none/"))
    assert run("analyze", "in.jsonl", "-o", "out.parquet").returncode == 0
    pq.write_table(pq.read_table("out.articles.parquet").replace_schema_metadata(), "out.articles.parquet")
    done = run("replay", "out.parquet")
    assert done.returncode == 2
    assert "out.articles.parquet carries no receipt; was it written by tenor analyze?" in said(done)
    write(here / "out.articles.parquet", "x")
    assert "cannot read out.articles.parquet" in said(run("replay", "out.parquet"))


def test_parts_leave_the_inputs_to_the_file_beside_them(here: Path, rows: Path) -> None:
    assert run("analyze", "in.jsonl", "-o", ".", "--partition", "side=from").returncode == 0
    whole = json.loads(Path("receipt.json").read_text())
    assert whole["inputs"][0]["file"] == "in.jsonl"
    assert receipt("quotes/side=A/part-0.parquet") == {**whole, "inputs": None}


def test_options_of_another_version(here: Path, rows: Path) -> None:
    assert run("analyze", "in.jsonl", "-o", "out.jsonl").returncode == 0
    rewritten(options={"astrology": True}, versions={"tenor": "9.9"})
    done = run("replay", "out.jsonl")
    assert done.returncode == 2
    assert "was made by tenor 9.9, with options unknown here: " in said(done)


def test_a_pipe_cannot_be_replayed_but_has_its_digest(here: Path) -> None:
    data = b'{"text": "One."}\n'
    assert run("analyze", "-", "--read", "jsonl", "-o", "out.parquet", stdin=data).returncode == 0
    assert receipt()["inputs"] == [{"file": "-", "bytes": 17, "sha256": hashlib.sha256(data).hexdigest()}]
    assert "made from a pipe, which cannot be read again" in said(run("replay", "out.parquet", stdin=data))


def test_differences_are_those_of_every_member() -> None:
    then = {"versions": {"tenor": "1"}, "models": {"a": "0" * 64}, "options": {"clean": True}, "targets": None}
    then |= {"inputs": [{"file": "a.txt", "bytes": 3, "sha256": "1" * 64}]}
    assert differences(then, then) == []
    now = {**then, "options": {"clean": False}, "targets": {"quay": ["dock"]}, "inputs": []}
    assert differences(then, now) == [
        "option clean (True then, False now)",
        "target quay (none then, ['dock'] now)",
        "input a.txt (3 bytes, sha256 111111111111 then, none now)",
    ]


def test_id_is_of_the_whole(here: Path) -> None:
    head = {"format": 1, "versions": {}, "models": {}, "options": {}, "targets": None}
    ids = {json.loads(complete(head, [], n, m))["id"] for n in (1, 2) for m in (0, 1)}
    assert len(ids) == 4
    with pytest.raises(tenor.Error, match="cannot read"):
        read_receipt(Output(f"{here}{os.sep}"))
