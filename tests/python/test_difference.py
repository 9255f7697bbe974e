"""`tenor diff`: which sentences differ, and by which words."""

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from command import run, said, write

TEXTS = [
    "The board met on Monday. Mayor Ode called the plan reckless.",
    "It rained. Nothing was decided.",
    "The harbour plan is a great success. Berg praised it.",
]


def corpus(name: str, texts: list[str]) -> str:
    write(Path(name), "".join(json.dumps({"text": text}) + "\n" for text in texts))
    return name


def analyzed(out: str, texts: list[str], *options: str) -> str:
    """Analyse the texts, always under one name."""
    done = run("analyze", corpus("in.jsonl", texts), "-o", out, *options)
    assert done.returncode == 0
    return out


def lines(*arguments: str) -> tuple[int, list[str]]:
    done = run("diff", *arguments)
    assert said(done) == ""
    return done.returncode, done.stdout.decode().splitlines()


def test_nothing_differs_in_any_format(here: Path) -> None:
    outs = [analyzed(out, TEXTS) for out in ("a.parquet", "b.jsonl", "c.jsonl.gz", "d.csv")]
    (here / "e").mkdir()
    outs.append(analyzed("e", TEXTS, "--partition", "side"))
    for other in outs[1:4]:
        assert lines(outs[0], other) == (0, ["0 sentences differ, in 0 articles"])
    assert lines(outs[0], outs[4]) == (
        0,
        ["made with another option partition (none then, side now)", "0 sentences differ, in 0 articles"],
    )


def test_words_of_two_lexicons(here: Path) -> None:
    write(here / "a.tsv", "reckless\t-2\ngreat\t3\n")
    write(here / "b.tsv", "reckless\t-1\ngreat\t3\nrained\t-1\n")
    analyzed("a.parquet", TEXTS, "--sentiment", "a.tsv")
    analyzed("b.csv", TEXTS, "--sentiment", "b.tsv")
    code, found = lines("a.parquet", "b.csv")
    assert code == 1
    heads = [line for line in found if line.startswith("in.jsonl")]
    assert [line.split(":")[0] for line in heads] == ["in.jsonl row 0, sentence 1", "in.jsonl row 1, sentence 0"]
    changed = found[found.index(heads[0]) + 1 : found.index(heads[0]) + 3]
    assert changed[0] == "    Mayor Ode called the plan reckless."
    assert changed[1].startswith("    by reckless -")
    assert "," not in changed[1]
    assert found[found.index(heads[1]) + 2].startswith("    by rained +0.000 -> -")
    assert found[-1] == "2 sentences differ, in 2 articles"
    write(here / "b.tsv", "reckless\t-1\n")
    done = run("diff", "a.parquet", "b.csv")
    assert "words of scores cannot be named: not here as they were: b.tsv" in said(done)
    assert b"    by " not in done.stdout


def test_words_of_a_text_that_changed(here: Path) -> None:
    analyzed("a.parquet", TEXTS)
    analyzed("b.parquet", [TEXTS[0].replace("plan reckless", "plan very wise"), *TEXTS[1:]])
    code, found = lines("a.parquet", "b.parquet")
    assert code == 1
    assert found[0].startswith("made with another input in.jsonl (")
    assert found[1].startswith("in.jsonl row 0, sentence 1: the text is another; sentiment ")
    assert found[2:] == [
        "    Mayor Ode called the plan very wise.",
        "    by reckless. -> very wise.",
        "1 sentences differ, in 1 articles",
    ]


def test_stances_of_another_target(here: Path) -> None:
    write(here / "a.toml", '"plan" = ["the plan"]\n')
    write(here / "b.toml", '"plan" = ["the plan"]\n"harbour" = ["the harbour plan"]\n')
    analyzed("a.parquet", TEXTS, "--targets", "a.toml")
    analyzed("b.parquet", TEXTS, "--targets", "b.toml")
    code, found = lines("a.parquet", "b.parquet")
    assert code == 1
    assert found[0] == "made with another target harbour (none then, ['the harbour plan'] now)"
    assert any("outlet on harbour: none -> favourable" in line for line in found)
    assert any(line.startswith("    by ") and "harbour" in line for line in found)


def test_articles_that_are_in_one_alone(here: Path) -> None:
    for name, text in zip("abc", TEXTS, strict=True):
        write(here / f"{name}.txt", text)
    assert run("analyze", "a.txt", "b.txt", "-o", "1.parquet").returncode == 0
    assert run("analyze", "b.txt", "c.txt", "-o", "2.parquet").returncode == 0
    code, found = lines("1.parquet", "2.parquet")
    heads = [line for line in found if " row " in line]
    assert heads == [
        *(f"a.txt row 0, sentence {i}: only in the first" for i in range(2)),
        *(f"c.txt row 0, sentence {i}: only in the second" for i in range(2)),
    ]
    assert (code, found[-1]) == (1, "4 sentences differ, in 2 articles")
    assert run("analyze", "c.txt", "b.txt", "-o", "3.parquet").returncode == 0
    done = run("diff", "2.parquet", "3.parquet")
    assert done.returncode == 2
    assert "another order: the first has row 0 of b.txt where the second has row 0 of c.txt" in said(done)


def test_every_sentence_that_was_changed_is_found(here: Path) -> None:
    """Against the plain definition: numbers put in by hand, row by row."""
    analyzed("a.parquet", TEXTS * 5)
    analyzed("b.parquet", TEXTS * 5)
    table = pq.read_table("b.sentences.parquet")
    scores = table["sentiment"].to_pylist()
    wanted = [3, 8, 17]
    for i in wanted:
        scores[i] += 0.125
    column = table.schema.get_field_index("sentiment")
    pq.write_table(table.set_column(column, "sentiment", pa.array(scores)), "b.sentences.parquet")
    rows = table.select(["article", "sentence"]).to_pylist()
    _, found = lines("a.parquet", "b.parquet")
    assert [line.split(":")[0] for line in found if " row " in line] == [
        f"in.jsonl row {rows[i]['article']}, sentence {rows[i]['sentence']}" for i in wanted
    ]


def test_what_is_no_result(here: Path) -> None:
    analyzed("a.parquet", TEXTS)
    done = run("diff", "a.parquet", "none.parquet")
    assert (done.returncode, said(done)) == (
        2,
        "tenor: there is no result none.parquet: no none.articles.parquet\n",
    )


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("b.sentences.jsonl", b"{}\n"),
        ("b.sentences.jsonl", b"no JSON\n"),
        ("a.stances.parquet", b"nonsense"),
        ("b.articles.jsonl", b"\xff\n"),
    ],
)
def test_files_that_were_spoilt(here: Path, name: str, data: bytes) -> None:
    analyzed("a.parquet", TEXTS)
    analyzed("b.jsonl", TEXTS)
    write(here / name, data)
    done = run("diff", "a.parquet", "b.jsonl")
    assert done.returncode == 2
    assert f"cannot read {name}" in said(done)


@pytest.mark.slow
def test_wikinews_under_two_scorers(here: Path, shared: Path) -> None:
    path = shared / "data" / "articles" / "wikinews.jsonl.gz"
    for name in ("news", "vader"):
        assert run("analyze", path, "-o", f"{name}.parquet", "--sentiment", name).returncode == 0
    _, found = lines("news.parquet", "vader.parquet")
    pairs = [pq.read_table(f"{name}.sentences.parquet")["sentiment"].to_pylist() for name in ("news", "vader")]
    differ = sum(a != b for a, b in zip(*pairs, strict=True))
    assert sum("sentiment" in line for line in found if " row " in line) == differ
    assert sum(line.startswith("    by ") for line in found) >= differ * 0.99
