"""The command `tenor`: what goes in, what comes out, and a clear answer to everything else."""

import contextlib
import csv
import gzip
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
import pytest

import tenor
from tenor.frames import SCHEMA

TEXT = "The board met on Monday. It was a good day.\n\nMayor Ode called the plan reckless, and Berg said it was fair."
TABLES = ("sentences", "quotes", "stances", "articles")


def run(*arguments: object, stdin: bytes = b"", **options: Any) -> subprocess.CompletedProcess[bytes]:
    """Run tenor in a process of its own."""
    command = [sys.executable, "-m", "tenor.cli", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, timeout=120, check=False, **options)


def said(done: subprocess.CompletedProcess[bytes]) -> str:
    """Return standard error; a traceback is never an answer."""
    message = done.stderr.decode()
    assert "Traceback" not in message
    return message


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, data: str | bytes) -> Path:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def statuses(stem: str = "out") -> list[str]:
    """Return the status of each article, in a corpus that was written as Parquet."""
    result: list[str] = pq.read_table(f"{stem}.articles.parquet")["status"].to_pylist()
    return result


# demo and show


def test_demo_shows_the_article_that_ships() -> None:
    done = run("demo")
    assert (done.returncode, said(done)) == (0, "")
    shown = " ".join(done.stdout.decode().split())
    assert "Elena Marsh" in shown
    assert "\x1b" not in shown
    assert "All rights reserved" not in shown


def test_show_reads_a_file_and_standard_input(here: Path) -> None:
    write(here / "a.txt", TEXT)
    done = run("show", "a.txt")
    assert done.returncode == 0
    assert "The board met on Monday." in done.stdout.decode()
    assert run("show", "-", stdin=TEXT.encode()).stdout == done.stdout


def test_show_survives_an_ascii_terminal(here: Path) -> None:
    done = run("show", "-", stdin="Łódź waits.".encode(), env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert b"?d? waits." in done.stdout


@pytest.mark.parametrize("command", ["show", "clean"])
def test_one_article_that_cannot_be_read(here: Path, command: str) -> None:
    write(here / "latin.txt", "First line.\nA café noir.".encode("latin-1"))
    done = run(command, "latin.txt")
    assert done.returncode == 2
    assert "latin.txt: not utf-8: byte 0xe9 at byte 17 (line 2); name the encoding" in said(done)
    assert run(command, "latin.txt", "--encoding", "latin-1").returncode == 0
    assert "cannot read none.txt: No such file or directory" in said(run(command, "none.txt"))
    assert "there is no encoding 'klingon'" in said(run(command, "latin.txt", "--encoding", "klingon"))
    assert "- is empty" in said(run(command, "-", stdin=b" \n"))
    write(here / "cut.txt.gz", gzip.compress(TEXT.encode() * 99)[:-20])
    assert "cannot read cut.txt.gz: Compressed file ended" in said(run(command, "cut.txt.gz"))


def test_show_takes_no_folder_and_clean_one_with_texts(here: Path) -> None:
    done = run("show", ".")
    assert (done.returncode, "cannot read .: Is a directory" in said(done)) == (2, True)
    (here / "empty").mkdir()
    done = run("clean", "empty")
    assert (done.returncode, "folder empty holds no file to read" in said(done)) == (2, True)


def test_clean_prints_the_article_alone(here: Path) -> None:
    write(here / "a.txt", "Home | World | Sport\n\n" + TEXT * 4 + "\n\nSubscribe to our newsletter\n")
    done = run("clean", "a.txt")
    assert done.returncode == 0
    assert "The board met" in done.stdout.decode()
    assert "Subscribe" not in done.stdout.decode()
    reasons = run("clean", "--removed", "a.txt").stdout.decode()
    assert "Subscribe to our newsletter" in reasons
    assert "The board met" not in reasons


def test_clean_writes_a_row_for_each_text_of_a_corpus(here: Path) -> None:
    (here / "news").mkdir()
    write(here / "news" / "a.txt", TEXT)
    rows = [{"text": TEXT + "\n\nAdvertisement"}, {"text": None}, {"text": " "}]
    write(here / "news" / "b.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    done = run("clean", "news")
    assert done.returncode == 0
    assert "2 of 4 texts gave no article" in said(done)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(row["file"], row["row"], row["status"]) for row in found] == [
        ("news/a.txt", 0, "ok"),
        ("news/b.jsonl", 0, "ok"),
        ("news/b.jsonl", 1, "not a text but NoneType"),
        ("news/b.jsonl", 2, "empty"),
    ]
    assert "The board met on Monday." in found[1]["text"]
    assert found[1]["removed"] == [["advertisement", "Advertisement"]]


def test_clean_reads_html(here: Path) -> None:
    pytest.importorskip("trafilatura", reason="the extra tenor[html] is not installed")
    write(here / "a.html", f"<html><body><script>x()</script><p>{TEXT}</p></body></html>")
    done = run("clean", "--html", "a.html")
    assert (done.returncode, said(done)) == (0, "")
    assert "The board met on Monday." in done.stdout.decode()
    assert "x()" not in done.stdout.decode()
    write(here / "b.html", "<html></html>")
    assert "b.html: no text found on the page" in said(run("clean", "--html", "b.html"))


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
    from tenor.files import _flat

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


# analyze: what cannot be read


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
@pytest.mark.parametrize(("megabytes", "grammar"), [(50, "--no-grammar"), (5, "--grammar")])  # in two minutes
def test_megabytes_on_one_line(here: Path, megabytes: int, grammar: str) -> None:
    write(here / "a.txt", "The board met again and nothing was decided. " * (megabytes * 1_000_000 // 45))
    assert run("analyze", "a.txt", "-o", "out.parquet", grammar).returncode == 0
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


# analyze: what ends before its end


def corpus(here: Path, rows: int) -> None:
    write(here / "in.jsonl", (json.dumps({"text": TEXT * 20}) + "\n") * rows)


@pytest.mark.parametrize("out", ["out.parquet", "out.jsonl", "out.jsonl.gz", "out.csv"])
def test_full_disk_leaves_nothing_half_written(here: Path, out: str) -> None:
    corpus(here, 500)
    write(here / f"out.sentences.{out.split('.', 1)[1]}", "what was there before")

    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    before = {p: p.read_bytes() for p in here.iterdir()}
    done = run("analyze", "in.jsonl", "-o", out, preexec_fn=small_disk)
    assert done.returncode == 1
    assert "File too large" in said(done)
    assert "nothing was written" in said(done)
    assert {p: p.read_bytes() for p in here.iterdir()} == before


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full here")
def test_full_disk_behind_standard_output(here: Path) -> None:
    corpus(here, 3)
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "tenor.cli", "analyze", "in.jsonl", "-o", "-"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, timeout=120, check=False)
    assert done.returncode == 1
    assert "No space left on device" in said(done)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_interruption_leaves_nothing_half_written(here: Path, number: signal.Signals, code: int) -> None:
    # An endless corpus: a pipe that is never closed.
    os.mkfifo(here / "in.jsonl")
    command = [sys.executable, "-m", "tenor.cli", "analyze", "in.jsonl", "-o", "out.parquet"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        source = os.open(here / "in.jsonl", os.O_RDWR)
        row = (json.dumps({"text": TEXT}) + "\n").encode()
        for _ in range(2000):
            os.write(source, row)
        while not list(here.glob(".out.*.partial")):
            assert process.poll() is None
            time.sleep(0.05)
        process.send_signal(number)
        _, message = process.communicate(timeout=60)
        os.close(source)
    assert process.returncode == code
    assert b"Traceback" not in message
    if number == signal.SIGINT:
        assert message == b"tenor: interrupted; nothing was written\n"
    assert [p.name for p in here.iterdir()] == ["in.jsonl"]


def test_interruption_of_a_stream_leaves_whole_lines(here: Path) -> None:
    os.mkfifo(here / "in.jsonl")
    command = [sys.executable, "-m", "tenor.cli", "analyze", "in.jsonl", "-o", "-"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0) as process:
        source = os.open(here / "in.jsonl", os.O_RDWR)
        for _ in range(1030):  # a batch, and a few that the pipe holds
            os.write(source, (json.dumps({"text": TEXT}) + "\n").encode())
        assert process.stdout
        first = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        rest, message = process.communicate(timeout=60)
        os.close(source)
    assert process.returncode == 130
    assert message == b"tenor: interrupted; the lines written are whole\n"
    assert all(json.loads(line)["status"] == "ok" for line in (first + rest).splitlines())


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


def test_help_names_the_exit_codes() -> None:
    assert "Exit codes: 0 done; 1" in " ".join(run("--help").stdout.decode().split())
    assert "tenor 0.1.0" in run("--version").stdout.decode()
