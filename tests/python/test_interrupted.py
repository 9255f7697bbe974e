"""`tenor analyze` that ends before its end: a full disk, Ctrl-C, kill -9; nothing is ever half-written."""

import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command import TABLES, TEXT, run, said, write


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


# kill -9


QUICK = "--no-grammar"  # what is interrupted does not matter here


def result() -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in Path().rglob("*") if p.is_file() and p.name != "in.jsonl"}


@pytest.mark.parametrize(
    "out",
    [["out.parquet"], ["out.jsonl.gz"], ["out.csv"], ["parts", "--partition", "outlet=source"]],
    ids=lambda o: o[0],
)
def test_killed_run_goes_on_to_the_same_bytes(here: Path, out: list[str]) -> None:
    rows = [{"text": TEXT * 10, "source": "ABC"[i // 7 % 3]} for i in range(3500)]
    write(here / "in.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    (here / "parts").mkdir()
    assert run("analyze", "in.jsonl", "-o", *out, QUICK).returncode == 0
    whole = result()
    for file in whole:
        Path(file).unlink()
    command = [sys.executable, "-m", "tenor.cli", "analyze", "in.jsonl", "-o", *out, "--threads", "1", QUICK]
    with subprocess.Popen(command) as process:
        while not (lines := [p for p in here.rglob("journal.jsonl") if p.read_bytes().count(b"\n") >= 3]):
            assert process.poll() is None
            time.sleep(0.001)
        process.kill()
    assert process.returncode == -signal.SIGKILL
    finished = lines[0].read_bytes().count(b"\n") - 1
    assert 2 <= finished <= 4
    assert not [file for file in result() if ".partial" not in file]
    done = run("analyze", "in.jsonl", "-o", *out, QUICK)
    assert done.returncode == 0
    assert f"went on behind {finished} finished batches" in said(done)
    assert result() == whole


def unfinished(here: Path, number: int = signal.SIGINT) -> tuple[int, str]:
    """Interrupt a run that has finished a batch."""
    rows = [{"text": TEXT * 10}] * 3500
    write(here / "in.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    command = [sys.executable, "-m", "tenor.cli", "analyze", "in.jsonl", "-o", "out.parquet", "--threads", "1", QUICK]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        while not [p for p in here.rglob("journal.jsonl") if p.read_bytes().count(b"\n") >= 2]:
            assert process.poll() is None
            time.sleep(0.001)
        process.send_signal(number)
        _, message = process.communicate(timeout=60)
    return process.returncode, message.decode()


def test_ctrl_c_keeps_what_is_finished(here: Path) -> None:
    code, message = unfinished(here)
    assert code == 130
    assert message == (
        "tenor: interrupted; what is finished is kept in .out.parquet.partial: give the same command again to go on "
        "from there\n"
    )
    assert sorted(p.name for p in here.iterdir()) == [".out.parquet.partial", "in.jsonl"]
    other = run("analyze", "in.jsonl", "-o", "out.parquet", QUICK, "--sentiment", "vader", "--encoding", "latin-1")
    assert other.returncode == 2
    assert "option sentiment (news then, vader now); option encoding (utf-8 then, latin-1 now)" in said(other)
    write(here / "in.jsonl", '{"text": "Another."}\n')
    changed = run("analyze", "in.jsonl", "-o", "out.parquet", QUICK)
    assert changed.returncode == 2
    assert "input in.jsonl (" in said(changed)
    done = run("analyze", "in.jsonl", "-o", "out.parquet", "--restart")
    assert (done.returncode, said(done)) == (0, "")
    assert not [p for p in here.iterdir() if p.name.startswith(".")]


def test_full_disk_after_some_batches(here: Path) -> None:
    rows = [{"text": f"{i} " + TEXT * 20} for i in range(3000)]
    write(here / "in.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    (here / "disk").mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "none", "disk"]
    mounted = subprocess.run(mount, capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("no right to mount a small disk here: " + mounted.stderr.decode().strip())
    try:
        full = run("analyze", "in.jsonl", "-o", "disk/out.parquet", QUICK)
        assert full.returncode == 1
        assert "No space left on device; what is finished is kept in disk/.out.parquet.partial" in said(full)
        assert [p.name for p in (here / "disk").iterdir()] == [".out.parquet.partial"]
        subprocess.run(["mount", "-o", "remount,size=64m", "disk"], check=True)
        done = run("analyze", "in.jsonl", "-o", "disk/out.parquet", QUICK)
        assert done.returncode == 0
        assert "went on behind" in said(done)
        assert run("analyze", "in.jsonl", "-o", "out.parquet", QUICK).returncode == 0
        for table in TABLES:
            name = f"out.{table}.parquet"
            assert (here / "disk" / name).read_bytes() == (here / name).read_bytes()
    finally:
        subprocess.run(["umount", "disk"], check=True)
