"""What a run has finished: only whole batches count, whatever was cut short."""

from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

import tenor
from tenor.spool import Spool


def rows(*values: int) -> pa.RecordBatch:
    return pa.record_batch({"n": pa.array(values, pa.int64()), "s": [str(v) * 50 for v in values]})


def differ(then: dict[str, Any], now: dict[str, Any]) -> list[str]:
    return [f"{k} {then[k]} and {now[k]}" for k in now if then[k] != now[k]]


def opened(here: Path, head: object = 1, **options: Any) -> Spool:
    return Spool(here / "spool", {"head": head}, differ, **options)


def held(spool: Spool, table: str, part: str = "") -> list[int]:
    return [n for batch in spool.rows(spool.parts(table)[part]) for n in batch["n"].to_pylist()]


def interrupt(spool: Spool) -> None:
    spool.__exit__(KeyboardInterrupt)


def test_rows_come_back_by_table_and_part(here: Path) -> None:
    with opened(here) as spool:
        spool.append({"a": [("x", rows(1, 2)), ("y", rows(3))], "b": [("", rows(9))]}, {})
        spool.append({"a": [("y", rows(4, 5))], "b": []}, {})
        assert list(spool.parts("a")) == ["x", "y"]
        assert held(spool, "a", "x") == [1, 2]
        assert held(spool, "a", "y") == [3, 4, 5]
        assert held(spool, "b") == [9]
    assert not (here / "spool").exists()


def test_goes_on_behind_the_last_whole_batch(here: Path) -> None:
    spool = opened(here)
    spool.append({"a": [("", rows(1))]}, {"next": 1})
    spool.append({"a": [("", rows(2))]}, {"next": 2})
    interrupt(spool)
    data, journal = ((here / "spool" / name).read_bytes() for name in ("rows.arrow", "journal.jsonl"))
    ends = [i + 1 for i, c in enumerate(journal) if c == ord("\n")]
    # As a kill at any byte leaves it: data comes first, then the journal's line.
    for cut in range(ends[1] - 20, len(journal) + 1):
        for rest in (data, data + b"of a batch that was not finished"):
            (here / "spool" / "journal.jsonl").write_bytes(journal[:cut])
            (here / "spool" / "rows.arrow").write_bytes(rest)
            whole = 2 if cut == ends[2] else 1 if cut >= ends[1] else 0
            spool = opened(here)
            assert spool.finished == whole
            assert spool.last is None if not whole else spool.last and spool.last["next"] == whole
            spool.append({"a": [("", rows(7))]}, {})
            assert held(spool, "a") == [*range(1, whole + 1), 7]
            interrupt(spool)


def test_rows_that_are_not_there_are_made_again(here: Path) -> None:
    spool = opened(here)
    spool.append({"a": [("", rows(1))]}, {})
    spool.append({"a": [("", rows(2))]}, {})
    interrupt(spool)
    file = here / "spool" / "rows.arrow"
    file.write_bytes(file.read_bytes()[:-1])
    with opened(here) as spool:
        assert spool.finished == 1


def test_journal_that_a_power_cut_spoilt(here: Path) -> None:
    spool = opened(here)
    spool.append({"a": [("", rows(1))]}, {})
    interrupt(spool)
    with open(here / "spool" / "journal.jsonl", "ab") as f:
        f.write(b"\0" * 20 + b"\n")
    with opened(here) as spool:
        assert spool.finished == 1
        spool.append({"a": [("", rows(2))]}, {})
        assert held(spool, "a") == [1, 2]


def test_another_run_is_named_and_kept(here: Path) -> None:
    spool = opened(here)
    spool.append({"a": [("", rows(1))]}, {})
    interrupt(spool)
    with pytest.raises(tenor.Error, match=r"unfinished run, which differs: head 1 and 2. Give its options .*--restart"):
        opened(here, 2)
    spool = opened(here)
    assert spool.finished == 1
    interrupt(spool)
    with opened(here, 2, restart=True) as spool:
        assert spool.finished == 0


def test_two_runs_at_once(here: Path) -> None:
    with opened(here), pytest.raises(tenor.Error, match="another run is writing"):
        opened(here)


@pytest.mark.parametrize(("keep", "batches"), [(False, 1), (True, 0)])
def test_what_cannot_go_on_leaves_nothing(here: Path, keep: bool, batches: int) -> None:
    spool = opened(here, keep=keep)
    for _ in range(batches):
        spool.append({"a": [("", rows(1))]}, {})
    interrupt(spool)
    assert not (here / "spool").exists()


def test_killed_run_over_a_pipe_is_no_obstacle(here: Path) -> None:
    spool = opened(here, keep=False)
    spool.append({"a": [("", rows(1))]}, {})
    spool._close()  # as a kill does
    with opened(here, keep=False) as spool:
        assert spool.finished == 0
