"""`tenor report`: one page, self-contained, that opens and searches in a real browser."""

import json
import re
from pathlib import Path

import pandas as pd
import pytest
from browser import browser, visit
from command import run, said

import tenor

pytest.importorskip("matplotlib")

PARTS = [
    "Mayor Ode praised the plan. It rained all day in the harbour. The fair was a great success.",
    'Ms Berg called the plan "a reckless failure". The council met. <script>alert("x")</script> is no word.',
    "The minister condemned the treaty. {{data}} stood on the sign. 😀 A good and happy end.",
    "Anna Berg rejected the treaty. The strike was violent, and two people were hurt.",
]
TEXTS = [f"{PARTS[i % 4]} {PARTS[(i * 3 + 1) % 4]}" for i in range(40)]
META = pd.DataFrame(
    {
        "outlet": ["Ledger", "Courier <b>", "Ledger", "Post & Co"] * 10,
        "date": [f"2024-{1 + i % 4:02}-{1 + i % 27:02}" for i in range(39)] + ["soon"],
        "title": [f"Headline {i}" for i in range(40)],
    }
)


@pytest.fixture(scope="module")
def analysis() -> tenor.Analysis:
    return tenor.Analyzer(targets=["plan", "treaty"]).analyze(TEXTS)


@pytest.fixture(scope="module")
def page(analysis: tenor.Analysis, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    tenor.report.write(analysis, path, articles=META, title="Plans & treaties")
    return path


def test_page_needs_nothing_else(page: Path) -> None:
    text = page.read_text("utf-8")
    assert not re.findall(r"""(?:src|href)=["'](?!data:)""", text)
    assert "default-src 'none'" in text
    assert text.count("<img ") == text.count("<img alt=") == 4
    assert text.count("</script>") == 2
    assert "<title>Plans &amp; treaties</title>" in text
    assert "Courier &lt;b&gt;" in text
    assert "1 articles have no date that can be read." in text


def test_same_analysis_same_page(analysis: tenor.Analysis, page: Path, tmp_path: Path) -> None:
    tenor.report.write(analysis, tmp_path / "again.html", articles=META, title="Plans & treaties")
    assert (tmp_path / "again.html").read_bytes() == page.read_bytes()


def test_data_is_the_tables(analysis: tenor.Analysis, page: Path) -> None:
    (found,) = re.findall(r'<script id="data" type="application/json">(.*?)</script>', page.read_text("utf-8"))
    rows = json.loads(found)
    assert len(rows) == len(analysis.sentences)
    own = {s["text"] for s in analysis.sentences.to_pylist()}
    assert {"".join(part for part, _, _ in row["text"]) for row in rows} == own
    marked = next(r for r in rows if "reckless" in "".join(p for p, _, _ in r["text"]))
    assert [part for part, quoted, sign in marked["text"] if quoted and sign < 0] == ["reckless", "failure"]
    assert {r["outlet"] for r in rows} == {*META["outlet"]}


def test_few_sentences_are_those_that_weigh_most(analysis: tenor.Analysis, tmp_path: Path) -> None:
    tenor.report.write(analysis, tmp_path / "few.html", articles=META, sentences=9)
    text = (tmp_path / "few.html").read_text("utf-8")
    (found,) = re.findall(r'<script id="data" type="application/json">(.*?)</script>', text)
    rows = json.loads(found)
    assert sorted(pd.Series([r["outlet"] for r in rows]).value_counts()) == [3, 3, 3]
    assert all(r["stances"] or abs(r["score"]) > 0.3 for r in rows)
    assert f"9 of {len(analysis.sentences)} sentences" in text


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1280, 900)])
def test_page_in_a_browser(page: Path, width: int, height: int) -> None:
    with browser() as started:
        opened, wrong = visit(started, page, width, height)
        assert wrong == []
        assert opened.title() == "Plans & treaties"
        # Nothing runs over the edge, and every figure is drawn within it.
        assert opened.evaluate("document.documentElement.scrollWidth") <= width
        for image in opened.query_selector_all("figure img"):
            assert image.evaluate("i => i.complete && i.naturalWidth > 0")
            box = image.bounding_box()
            assert box["width"] > 0.5 * min(width, 900)
            assert box["x"] + box["width"] <= width
        total = len(opened.query_selector_all("#rows .row"))
        assert total == 50
        opened.click("#more")
        assert len(opened.query_selector_all("#rows .row")) == 100
        opened.fill("#find", "RECKLESS failure")
        assert "reckless" in opened.inner_text("#rows .row >> nth=0")
        count = int(opened.inner_text("#count").split()[0])
        assert 0 < count < 100
        opened.select_option("#outlet", "Ledger")
        assert int(opened.inner_text("#count").split()[0]) < count
        opened.fill("#find", "no such word anywhere")
        assert opened.inner_text("#count").startswith("0 of")
        opened.click("#clear")
        opened.select_option("#side", "-1")
        assert all("▼" in row.inner_text() for row in opened.query_selector_all("#rows .row")[:10])
        # A holder in the table opens the sentences behind it.
        opened.click("td button >> text=Anna Berg")
        assert "with Anna Berg on treaty" in opened.inner_text("#count")
        assert "Anna Berg ▼ treaty" in opened.inner_text("#rows .row >> nth=0")
        # A text that looks like a page is shown as the text it is.
        opened.click("#clear")
        opened.fill("#find", "alert")
        assert 'alert("x")</script>' in opened.inner_text("#rows")
        opened.fill("#find", "{{data}}")
        assert "{{data}} stood on the sign." in opened.inner_text("#rows .row >> nth=0")
        assert wrong == []


@pytest.mark.parametrize("out", ["out.parquet", "out.jsonl", "parts"])
def test_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, out: str) -> None:
    monkeypatch.chdir(tmp_path)
    META.rename(columns={"outlet": "paper"}).assign(text=TEXTS).to_json("in.jsonl", orient="records", lines=True)
    Path("parts").mkdir()
    parts = ["--partition", "paper"] if out == "parts" else []
    assert run("analyze", "in.jsonl", "-o", out, "--no-grammar", *parts).returncode == 0
    options = [] if parts else ["--articles", "in.jsonl"]
    done = run("report", out, "-o", "r.html", "--outlet", "paper", "--title", "T", "--copies", *options)
    assert (done.returncode, said(done)) == (0, "")
    text = Path("r.html").read_text("utf-8")
    assert "<title>T</title>" in text
    assert "Post &amp; Co" in text
    assert "<dt>Receipt</dt>" in text
    assert "near-duplicates drawn together" in text
    if not parts:
        assert "Headline 7" in text
        plain = run("report", out, "-o", "plain.html")
        assert plain.returncode == 0, said(plain)
        assert "(no outlet)" in Path("plain.html").read_text("utf-8")


def test_loaded_is_what_was_analysed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, analysis: tenor.Analysis) -> None:
    monkeypatch.chdir(tmp_path)
    Path("parts").mkdir()
    Path("targets.toml").write_text("plan = []\ntreaty = []\n")
    META.assign(text=TEXTS).to_json("in.jsonl", orient="records", lines=True)
    for out, *options in (["out.parquet"], ["out.jsonl.gz"], ["parts", "--partition", "paper=outlet"]):
        done = run("analyze", "in.jsonl", "-o", out, "--targets", "targets.toml", *options)
        assert done.returncode == 0, said(done)
        found = tenor.Analysis.load(out)
        for name in ("sentences", "quotes", "stances"):
            table, expected = getattr(found, name), getattr(analysis, name)
            assert table.select(expected.column_names).equals(expected), (out, name)
        assert ("paper" in found.sentences.column_names) == (out == "parts")


def test_bad_input_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    META.assign(text=TEXTS).to_json("in.jsonl", orient="records", lines=True)
    META.head(3).to_json("short.jsonl", orient="records", lines=True)
    Path("other").mkdir()
    META.head(3).to_json("other/in.jsonl", orient="records", lines=True)
    assert run("analyze", "in.jsonl", "-o", "out.parquet", "--no-grammar").returncode == 0
    assert run("analyze", "in.jsonl", "-o", "out.csv", "--no-grammar").returncode == 0
    for arguments, message in (
        (["none.parquet", "-o", "r.html"], "there is no result none.parquet"),
        (["out.csv", "-o", "r.html"], "out.csv is CSV, which keeps no lists; analyse with -o NAME.parquet"),
        (["out.parquet", "-o", "r.pdf"], "the report is a page; end 'r.pdf' in .html"),
        (["out.parquet", "-o", "r.html", "--outlet", "paper"], "articles has no column 'paper'; it has 'article'"),
        (["out.parquet", "-o", "r.html", "--statistic", "x"], "there is no statistic 'x'"),
        (["out.parquet", "-o", "r.html", "--articles", "short.jsonl"], "the result is not of short.jsonl; it is of in"),
        (
            ["out.parquet", "-o", "r.html", "--articles", "other/in.jsonl"],
            "in.jsonl has 3 rows, and the result has row",
        ),
        (["out.parquet", "-o", "no/r.html"], "no/r.html: No such file or directory"),
    ):
        done = run("report", *arguments)
        assert done.returncode in (1, 2)
        assert message in said(done)
        assert said(done).count("\n") == 1
    with pytest.raises(tenor.Error, match=r"no text of the analysis has a sentence"):
        tenor.report.write(tenor.Analyzer().analyze([""]), "r.html")
