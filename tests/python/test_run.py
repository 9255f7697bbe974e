"""Runs over files: interrupted anywhere they go on to the same bytes, whatever they read and write."""

import csv
import gzip
import json
import os
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from command import write

import tenor
from tenor.output import Output
from tenor.run import Job, Outcome, run
from tenor.spool import Spool

TEXTS = [f"Mayor Ode called plan {i} reckless. It rained on day {i}." for i in range(9)]
TEXTS[4] = " "


def inputs() -> list[str]:
    """Write the texts in every kind of file, some of which end too early."""
    rows = "".join(json.dumps({"text": text, "side": f"s{i % 2}"}) + "\n" for i, text in enumerate(TEXTS))
    write(Path("a.jsonl"), rows)
    write(Path("b.jsonl.gz"), gzip.compress(rows.encode() * 40, mtime=0)[:-9])
    with open("c.csv", "w", newline="") as f:
        csv.writer(f).writerows([["side", "text"], *((f"s{i % 3}", text) for i, text in enumerate(TEXTS))])
    pq.write_table(pa.table({"text": TEXTS, "side": ["s9"] * 9}), "d.parquet", row_group_size=4)
    write(Path("e.txt"), TEXTS[0])
    return ["a.jsonl", "b.jsonl.gz", "c.csv", "d.parquet", "e.txt"]


def files(folder: str) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(Path(folder).rglob("*")) if p.is_file()}


def job(partition: str | None = None, suffix: str = ".parquet") -> Job:
    return Job(inputs(), suffix, grammar=False, partition=partition)


class Cut(Exception):
    """Stands for whatever ends a run."""


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tenor.intake._TEXTS", 29)


@pytest.mark.parametrize(
    ("name", "partition"), [("o.parquet", None), ("o.jsonl.gz", None), ("o.csv", None), ("", "side"), ("", None)]
)
@pytest.mark.usefixtures("small_batches")
def test_interrupted_after_any_batch(
    here: Path, monkeypatch: pytest.MonkeyPatch, name: str, partition: str | None
) -> None:
    for folder in ("whole", "cut"):
        Path(folder).mkdir()
    whole, cut = (Output(f"{folder}/{name}", partition) for folder in ("whole", "cut"))
    task = job(partition, whole.suffix)
    texts = run(task, whole, threads=2).texts
    batches = -(-texts // 29)
    append = Spool.append
    for last in range(1, batches + 1):
        left = [last]

        def limited(spool: Spool, *arguments: object, left: list[int] = left) -> None:
            if not left[0]:
                raise Cut
            left[0] -= 1
            append(spool, *arguments)  # type: ignore[arg-type]

        with monkeypatch.context() as patch:
            patch.setattr(Spool, "append", limited)
            if last < batches:
                with pytest.raises(Cut):
                    run(task, cut, threads=1 + last % 2)
                assert not any(path.exists() for path in cut.paths.values())
        done = run(task, cut, threads=2)
        assert done == Outcome(texts, done.unreadable, done.unparted, last if last < batches else 0)
        assert files("cut") == files("whole")
        for path in cut.files():
            path.unlink()
        for path in cut.paths.values():
            if path.is_dir():
                path.rename(f"aside{last}{path.name}")


@pytest.mark.usefixtures("small_batches")
def test_interrupted_while_the_files_are_written(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("whole", "cut"):
        Path(folder).mkdir()
    task, cut = job("side"), Output("cut", "side")
    run(task, Output("whole", "side"))
    for path in cut.paths.values():
        path.mkdir()
        (path / "of an earlier run").touch()
    before = files("cut")

    def fails(*_: object) -> None:
        raise Cut

    for what in ("tenor.output._grouped", "tenor.output._replace"):
        with monkeypatch.context() as patch:
            patch.setattr(what, fails)
            with pytest.raises(Cut):
                run(task, cut)
        assert {k: v for k, v in files("cut").items() if ".partial" not in k} == before
    assert run(task, cut).went_on > 0
    assert files("cut") == files("whole")


@pytest.mark.usefixtures("small_batches")
def test_file_that_changes_while_it_is_read(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    append: Callable[..., None] = Spool.append

    def meddling(spool: Spool, *arguments: object) -> None:
        os.utime("e.txt", (0, 0))
        append(spool, *arguments)

    monkeypatch.setattr(Spool, "append", meddling)
    with pytest.raises(tenor.Error, match="a file changed while it was read; run again, with --restart"):
        run(job(), Output("o.parquet"))
    assert not list(here.glob("o.*"))


@pytest.mark.usefixtures("small_batches")
def test_threads_do_not_change_a_byte(here: Path) -> None:
    for threads in (1, 2, 5):
        Path(str(threads)).mkdir()
        run(job(), Output(f"{threads}/o.parquet"), threads=threads)
    assert files("1") == files("2") == files("5")


def test_row_groups_are_of_some_size(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tenor.intake._TEXTS", 10)
    monkeypatch.setattr("tenor.output._GROUP_ROWS", 100)
    run(job(), Output("o.parquet"))
    groups = pq.read_metadata("o.sentences.parquet")
    sizes = [groups.row_group(i).num_rows for i in range(groups.num_row_groups)]
    assert len(sizes) > 3
    assert all(100 <= size < 100 + 10 * 2 for size in sizes[:-1])


def test_bar_shows_rate_and_time_left(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(job(), Output("o.parquet"), progress=True)
    shown = capsys.readouterr().err
    assert "100%" in shown
    assert "B/s" in shown
    assert "<" in shown  # [elapsed<left, rate]
    assert "389 texts" in shown
    run(job(), Output("o.parquet"))
    assert capsys.readouterr().err == ""
