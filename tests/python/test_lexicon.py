"""`Lexicon`: the files dictionaries come in, what is checked on load, and what can be made of one."""

import pickle
from pathlib import Path

import numpy as np
import pytest

import tenor
from tenor.lexicon import Problem

LIWC = "%\n1\tposemo (Positive)\n2\tnegemo\n9\tcog\n%\ngood\t1\nabus*\t2\nfed up\t2\nmaybe\t9\n"
YAML = """# made for a test
sentiment:
  positive: [good, "peace deal*"]
  negative:
    - abus*
    - 'no'
neg_positive:
  - not good
topic: [tariff]
"""
LC3 = """<?xml version="1.0" encoding="UTF-8"?>
<dictionary style="Lexicoder" name="T">
  <cnode name="positive"><pnode name="GOOD"></pnode><pnode name="peace deal*"/></cnode>
  <cnode name="negative">
    <pnode name="ABUS*"/>
  </cnode>
</dictionary>
"""
NRC = "abuse\tanger\t1\nabuse\tnegative\t1\nabuse\tpositive\t0\ngood\tnegative\t0\ngood\tpositive\t1\n"
LM = """Word,Seq_num,Word Count,Negative,Positive,Uncertainty,Syllables
ABUSE,1,10,2009,0,0,2
GOOD,2,99,0,2009,0,1
GLAMOR,3,5,-2020,0,0,2
MAYBE,4,5,0,0,2009,2
"""


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.csv", 'good,1.5\n"fed up",-2\n', {"good": 1.5, "fed up": -2}),
        ("a.tsv", "# ours\ngood\t1.5\t0.3\n\nfed up\t-2\n", {"good": 1.5, "fed up": -2}),
        ("a.csv", "Word,Length,Valence\ngood,4,1.5\n", {"good": 1.5}),
        ("a.csv", "category,term\npositive,good\nnegative,abus*\n", {"good": 1, "abus*": -1}),
        ("a.csv", "term,category,weight\ngood,positive,0.5\nbad,negative,2\n", {"good": 0.5, "bad": -2}),
        ("nrc.txt", NRC, {"abuse": -1, "good": 1}),
        ("lm.csv", LM, {"ABUSE": -1, "GOOD": 1}),
        ("a.dic", LIWC, {"good": 1, "abus*": -1, "fed up": -1}),
        ("a.dic", LIWC.replace("\t", " "), {"good": 1, "abus*": -1, "fed up": -1}),
        ("a.lc3", LC3, {"GOOD": 1, "peace deal*": 1, "ABUS*": -1}),
    ],
)
def test_reads_each_layout(tmp_path: Path, name: str, text: str, expected: dict[str, float]) -> None:
    lexicon = tenor.Lexicon.read(write(tmp_path, name, text))
    assert dict(lexicon) == expected
    assert lexicon.problems == ()


def test_reads_quanteda(tmp_path: Path) -> None:
    path = write(tmp_path, "a.yml", YAML)
    with pytest.warns(tenor.LexiconWarning, match=r"a.yml: 1 entries .*\n  line 6, 'no': unreachable"):
        lexicon = tenor.Lexicon.read(path)
    assert dict(lexicon) == {"good": 1, "peace deal*": 1, "abus*": -1, "no": -1, "not good": -1}
    scores = tenor.Sentiment(lexicon).score(
        ["Two peace deals.", "It is not good.", "It is good.", "abused", "a tariff"]
    )
    assert list(np.sign(scores)) == [1, -1, 1, -1, 0]
    topic = tenor.Lexicon.read(path, categories={"topic": -1})
    assert dict(topic) == {"tariff": -1}


def test_lists_what_is_odd(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", "Good,1\nvery,1\ngood,2\nbad,-1\nbad,-1\n")
    expected = (
        Problem(2, "very", "unreachable: it reads as a word that changes others, like 'not' and 'very'"),
        Problem(3, "good", "2 here, 1 in line 1; the last counts"),
    )
    with pytest.warns(tenor.LexiconWarning, match="2 entries"):
        lexicon = tenor.Lexicon.read(path)
    assert lexicon.problems == expected == pickle.loads(pickle.dumps(lexicon)).problems
    assert dict(lexicon) == {"good": 2, "very": 1, "bad": -1}
    with pytest.raises(tenor.Error, match=r"line 3, 'good'"):
        tenor.Lexicon.read(path, strict=True)
    path = write(tmp_path, "b.lc3", LC3.replace('<pnode name="ABUS*"/>', ""))
    with pytest.raises(tenor.Error, match="line 4, 'negative': a category without a term"):
        tenor.Lexicon.read(path, strict=True)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.csv", "good,1\nbad,much\n", r"a.csv, line 2: 'much' is not a number"),
        ("a.csv", "good,1\nbad\n", r"a.csv, line 2: '' is not a number"),
        ("a.csv", "good,1\nbad,nan\n", r"a.csv, line 2: entry \('bad'\): the valence must be a finite number"),
        ("a.csv", "good,1\na*b,1\n", r"a.csv, line 2: entry \('a\*b'\): a star stands at the end"),
        ("a.csv", "word,size\ngood,1\n", "line 1: no column of valences among word, size"),
        ("a.dic", "good 1\n", "between two lines of '%'"),
        ("a.dic", "%\n1 posemo\n%\ngood 2\n", r"a.dic, line 4: '2' is no category of 'good': there are '1'"),
        ("a.dic", "%\n1 posemo\n%\ngood\n", r"a.dic, line 4: 'good' has no category"),
        ("a.yml", "a: [b\nc: d", r"a.yml, line \d: not YAML"),
        ("a.yml", "- good", "mapping of categories"),
        ("a.yml", "topic: [tariff]", r"say what its categories are worth, as categories=\{'topic': 1.0\}"),
        ("a.lc3", "<dictionary>\n<cnode name='a'>", "a.lc3, line 2: not XML"),
        ("a.lc3", "<dictionary><pnode name='good'/></dictionary>", "outside of any category"),
        ("a.lc3", "<!DOCTYPE d [\n<!ENTITY a 'b'>]><d/>", "line 2: entity declarations"),
    ],
)
def test_says_where_it_is_wrong(tmp_path: Path, name: str, text: str, message: str) -> None:
    with pytest.raises(tenor.Error, match=message):
        tenor.Lexicon.read(write(tmp_path, name, text))


def test_says_what_else_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"good,1\ncaf\xe9,1\n")
    with pytest.raises(tenor.Error, match=r"a.csv, line 2: byte 0xe9 is not UTF-8"):
        tenor.Lexicon.read(tmp_path / "a.csv")
    path = write(tmp_path, "b.dic", LIWC)
    with pytest.raises(tenor.Error, match=r"there is no category 'joy'; there are 'posemo'"):
        tenor.Lexicon.read(path, categories={"joy": 1})
    with pytest.raises(tenor.Error, match="there is no format 'liwc2022'"):
        tenor.Lexicon.read(path, format="liwc2022")


def test_is_merged_overridden_and_neutralised() -> None:
    lexicon = tenor.Lexicon({"Good": 2, "hop*": 1})
    assert dict(lexicon.merge({"good": -1, "fine": 1})) == {"hop*": 1, "good": -1, "fine": 1}
    quiet = lexicon.neutralise(["Hope"])
    scores = tenor.Sentiment(quiet).score(["Hope won.", "She hopes.", "A good day."])
    assert list(np.sign(scores)) == [0, 1, 1]
    assert lexicon.sha256 != quiet.sha256
    assert lexicon.sha256 == tenor.Lexicon({"hop*": 1, "Good": 2}).sha256
