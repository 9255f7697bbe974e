"""The main job on one hand-coded article: every room at once, against ../shared/gold/talks.json."""

import json
from pathlib import Path
from typing import Any

import pytest

import tenor

Case = tuple[str, dict[str, Any], "tenor.Document"]


@pytest.fixture(scope="module")
def talks(shared: Path) -> Case:
    text = (shared / "articles" / "talks.txt").read_text("utf-8")
    gold = json.loads((shared / "gold" / "talks.json").read_text("utf-8"))
    return text, gold, tenor.Analyzer(discover=True).document(text)


def same_name(a: str, b: str) -> bool:
    return a.split()[-1] == b.split()[-1]


def test_article_is_told_from_its_chrome(talks: Case) -> None:
    text, gold, _ = talks
    article = tenor.clean(text)
    assert article.title is not None
    assert article.outlet is not None
    assert article.dateline is not None
    assert text[slice(*article.title)] == gold["title"]
    assert text[slice(*article.outlet)] == gold["source"]
    assert text[slice(*article.dateline)] == gold["dateline"]
    removed = " ".join(text[s.start : s.end] for s, _ in article.removed)
    assert all(line in removed for line in gold["chrome"])


def test_sentences_are_exact(talks: Case) -> None:
    _, gold, document = talks
    found = [(s.start, s.end) for s in document.sentences if s.section == "body"]
    assert found == [(s["start"], s["end"]) for s in gold["sentences"]]


def test_attributions_name_cue_and_speaker(talks: Case) -> None:
    text, gold, document = talks
    right = total = 0
    for sentence in gold["sentences"]:
        here = [q for q in document.quotes if document.sentences[q.sentence].start == sentence["start"]]
        for coded in sentence["attributions"]:
            total += 1
            right += any(
                coded["cue"].split()[0] in " ".join(text[s.start : s.end] for s in q.cue)
                and q.holder == coded["speaker"]
                for q in here
            )
    assert total == 18
    assert right >= 16


def test_stances_name_holder_target_and_sign(talks: Case) -> None:
    text, gold, document = talks
    right = total = 0
    for sentence in gold["sentences"]:
        here = [s for s in document.stances if document.sentences[s.sentence].start == sentence["start"]]
        for coded in sentence["stances"]:
            total += 1
            at = text.find(coded["target"].split(" '")[0], sentence["start"], sentence["end"])
            at = at if at >= 0 else text.find(coded["target"].split()[0], sentence["start"], sentence["end"])
            end = at + len(coded["target"])
            right += any(
                same_name(s.holder, coded["holder"])
                and s.stance == coded["stance"]
                and s.target_start < end
                and at < s.target_end
                for s in here
            )
    assert total == 16
    assert right >= 12


def test_outlet_share_leaves_out_what_others_say(talks: Case) -> None:
    _, _, document = talks
    shares = {s.start: s.outlet_share for s in document.sentences}
    assert shares[1555] == 1.0  # "Unresolved issues also include ...": nobody is quoted
    assert shares[1097] < 0.3  # "..., Ushakov said."
