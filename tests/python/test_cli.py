"""The command `tenor`: demo, show, clean, and what it says of itself."""

import gzip
import json
import os
from pathlib import Path

import pytest
from command import TEXT, run, said, write


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
    shown = run("clean", "--show", "a.txt").stdout.decode()
    assert "Set aside: " in shown
    assert "subscription: Subscribe" in shown


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
        ("news/b.jsonl", 1, "missing: there is no text"),
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


def test_help_names_the_exit_codes() -> None:
    assert "Exit codes: 0 done; 1" in " ".join(run("--help").stdout.decode().split())
    assert "tenor 0.1.0" in run("--version").stdout.decode()
