"""`tenor analyze`: every way in and every way out."""

import csv
import gzip
import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from command import TABLES, TEXT, run, said, statuses, write

from tenor.frames import SCHEMA

# analyze: every way in


def test_analyze_text_files_and_folders(here: Path) -> None:
    (here / "news" / "deep").mkdir(parents=True)
    write(here / "news" / "b.txt", "Bees hum.")
    write(here / "news" / "deep" / "c.TXT", "Cats purr.")
    write(here / "news" / "notes.md", "not an article")
    write(here / "news" / ".hidden.txt", "not an article")
    write(here / "a.txt", TEXT)
    done = run("analyze", "a.txt", "news", "-o", "out.parquet")
    assert (done.returncode, done.stdout, said(done)) == (0, b"", "")
    articles = pq.read_table("out.articles.parquet")
    assert articles["file"].to_pylist() == ["a.txt", "news/b.txt", "news/deep/c.TXT"]
    assert articles["row"].to_pylist() == [0, 0, 0]
    texts = pq.read_table("out.sentences.parquet")
    assert texts["text"].to_pylist()[-2:] == ["Bees hum.", "Cats purr."]
    assert texts["article"].to_pylist()[-2:] == [1, 2]
    assert sorted(p.name for p in here.glob("out*")) == sorted(f"out.{name}.parquet" for name in TABLES)


ROWS = ["One here.", None, "", 'Three "quoted",\nlines. More.']


def make(kind: str) -> str:
    """Write the rows as a file of that kind."""
    if kind.startswith("jsonl"):
        data = "".join(json.dumps({"id": i, "text": text}) + "\n" for i, text in enumerate(ROWS)).encode()
        Path(f"in.{kind}").write_bytes(gzip.compress(data) if kind.endswith("gz") else data)
    elif kind == "csv":
        with open("in.csv", "w", newline="") as f:
            csv.writer(f).writerows([["id", "text"], *enumerate(ROWS)])
    else:
        pq.write_table(pa.table({"id": range(4), "text": ROWS}), "in.parquet")
    return f"in.{kind}"


@pytest.mark.parametrize("kind", ["jsonl", "jsonl.gz", "csv", "parquet"])
def test_analyze_rows_of(here: Path, kind: str) -> None:
    done = run("analyze", make(kind), "-o", "out.parquet")
    assert done.returncode == 0
    assert said(done) == "tenor: 2 of 4 texts could not be read: see their status\n"
    null = "empty" if kind == "csv" else "missing: there is no text"
    assert statuses() == ["ok", null, "empty", "ok"]
    texts = pq.read_table("out.sentences.parquet")
    assert texts["article"].to_pylist()[:3] == [0, 1, 2]
    assert texts["text"][0].as_py() == "One here."
    assert texts["status"].to_pylist()[:3] == ["ok", null, "empty"]
    assert pq.read_table("out.articles.parquet")["row"].to_pylist() == [0, 1, 2, 3]


def test_analyze_another_column(here: Path) -> None:
    pq.write_table(pa.table({"body": ["Yes."]}), "in.parquet")
    assert run("analyze", "in.parquet", "--text", "body", "-o", "out.parquet").returncode == 0
    assert statuses() == ["ok"]


# analyze: every way out


def test_output_formats_hold_the_same(here: Path) -> None:
    write(here / "a.txt", TEXT)
    for out in ("out.parquet", "out.jsonl", "out.jsonl.gz", "out.csv", "."):
        assert run("analyze", "a.txt", "-o", out).returncode == 0
    for name in TABLES:
        rows = pq.read_table(f"out.{name}.parquet").to_pylist()
        assert rows == pq.read_table(f"{name}.parquet").to_pylist()
        assert rows == list(map(json.loads, Path(f"out.{name}.jsonl").read_text().splitlines()))
        assert rows == list(map(json.loads, gzip.decompress(Path(f"out.{name}.jsonl.gz").read_bytes()).splitlines()))
        with open(f"out.{name}.csv", newline="") as f:
            table = list(csv.DictReader(f))
        assert [r["article"] for r in table] == [str(r["article"]) for r in rows]
        assert list(table[0]) == list(rows[0]) if rows else not table
    schema = pq.read_schema("out.sentences.parquet")
    assert schema.equals(SCHEMA["sentences"])


def test_spans_in_csv(here: Path) -> None:
    from tenor.formats import _flat

    spans = [[{"start": 1, "end": 4}, {"start": 6, "end": 9}], []]
    table = pa.table({"content": pa.array(spans, SCHEMA["quotes"].field("content").type)})
    assert _flat(table)["content"].to_pylist() == ["1:4 6:9", ""]


def test_stdin_to_stdout(here: Path) -> None:
    done = run("analyze", "-", "-o", "-", stdin=TEXT.encode())
    assert (done.returncode, said(done)) == (0, "")
    (article,) = map(json.loads, done.stdout.splitlines())
    assert article["file"] == "-"
    assert article["status"] == "ok"
    assert article["sentences"][0]["text"] == "The board met on Monday."
    assert article.keys() >= {"title", "quotes", "stances"}
    rows = b'{"text": "One."}\n{"text": "Two."}\n'
    done = run("analyze", "-", "--read", "jsonl", "-o", "-", stdin=rows)
    assert [json.loads(line)["article"] for line in done.stdout.splitlines()] == [0, 1]


def test_stdin_of_parquet(here: Path) -> None:
    done = run("analyze", "-", "--read", "parquet", "-o", "-", stdin=Path(make("parquet")).read_bytes())
    assert [json.loads(line)["status"] for line in done.stdout.splitlines()] == [
        "ok",
        "missing: there is no text",
        "empty",
        "ok",
    ]


def test_reader_that_has_seen_enough(here: Path) -> None:
    write(here / "in.jsonl", (json.dumps({"text": TEXT}) + "\n") * 5000)
    command = f"{sys.executable} -m tenor.cli analyze in.jsonl -o - | head -c 10"
    done = subprocess.run(command, shell=True, capture_output=True, timeout=120, check=False)
    assert done.stdout == b'{"article"'
    assert done.stderr == b""


def test_threads_do_not_change_the_result(here: Path) -> None:
    make("jsonl")
    one, two = (run("analyze", "in.jsonl", "-o", "-", "--threads", n) for n in (1, 2))
    assert one.stdout == two.stdout


def test_targets_file(here: Path) -> None:
    write(here / "a.txt", TEXT)
    write(here / "targets.toml", '"harbour plan" = ["the plan"]\nberg = []\n')
    assert run("analyze", "a.txt", "-o", "out.parquet", "--targets", "targets.toml").returncode == 0
    assert set(pq.read_table("out.stances.parquet")["target"].to_pylist()) <= {"harbour plan", "berg"}
    assert run("show", "a.txt", "--targets", "targets.toml").returncode == 0


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("a = [", "targets.toml is not TOML: "),
        ('a = "x"', 'targets.toml: target \'a\' wants a list of strings, as in "a" = ["an alias"]'),
        ("[a]\nb = []", "targets.toml: target 'a' wants a list of strings"),
        ("", "targets.toml names no target; write lines such as"),
        ('a = ["x"]\nb = ["x"]', "'x' means both target 'a' and target 'b'"),
        (b'a = ["caf\xe9"]', "targets.toml: not utf-8: byte 0xe9 at byte 9 (line 1)"),
    ],
)
def test_bad_targets_file(here: Path, toml: str | bytes, message: str) -> None:
    write(here / "a.txt", TEXT)
    write(here / "targets.toml", toml)
    done = run("analyze", "a.txt", "-o", "out.parquet", "--targets", "targets.toml")
    assert done.returncode == 2
    assert message in said(done)


# the corpora of development


@pytest.mark.slow
def test_every_wikinews_article_in_one_call(here: Path, shared: Path) -> None:
    path = shared / "data" / "articles" / "wikinews.jsonl.gz"
    assert run("analyze", path, "-o", "out.parquet").returncode == 0
    assert statuses() == ["ok"] * 295
    texts = [json.loads(line)["text"] for line in gzip.decompress(path.read_bytes()).splitlines()]
    for row in pq.read_table("out.sentences.parquet").to_pylist():
        if row["status"] == "ok":
            assert texts[row["article"]][row["start"] : row["end"]] == row["text"]
    rows = pd.read_parquet("out.stances.parquet")
    sentences = pq.read_table("out.sentences.parquet").select(["article", "sentence"]).to_pylist()
    known = {(r["article"], r["sentence"]) for r in sentences}
    assert {*zip(rows["article"], rows["sentence"], strict=True)} <= known


@pytest.mark.slow
def test_two_thousand_documents_of_the_corpus(here: Path, shared: Path) -> None:
    with gzip.open(shared / "data" / "corpus" / "news.jsonl.gz") as f:
        write(here / "in.jsonl", b"".join(line for line, _ in zip(f, range(2000), strict=False)))
    assert run("analyze", "in.jsonl", "-o", "out.parquet").returncode == 0
    assert statuses() == ["ok"] * 2000
