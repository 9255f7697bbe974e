"""`Sentiment`: its shapes, its explanations, its errors."""

import json
import pickle
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import tenor

NEWS = tenor.Sentiment("news")
VADER = tenor.Sentiment("vader")
WORDS = ["not", "very", "good", "bad", "but", "the", "PEACE", "war!", "ended", "“no", "may", "If", "😀"]
WORDS += ["isn’t", "denounced,", "it", "(never", "so)", "was?"]


def test_scores_are_an_array() -> None:
    scores = NEWS.score(["They denounced the annexation.", "The table is brown.", "They hailed the ceasefire."])
    assert scores.dtype == np.float64
    assert scores.shape == (3,)
    assert scores[0] < 0 == scores[1] < scores[2]
    assert NEWS.score([]).shape == (0,)
    assert NEWS.score(iter(["good"])).shape == (1,)
    assert list(NEWS.score_hits(["a good plan", ""])[1]) == [1, 0]


@pytest.mark.parametrize("scorer", [NEWS, VADER, tenor.Sentiment("vader", fixes="all")])
@given(st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_shares_add_up(scorer: tenor.Sentiment, text: str) -> None:
    shares = scorer.explain(text)
    assert sum(s.value for s in shares) == pytest.approx(scorer.score([text])[0], abs=1e-9)
    assert all(text[s.start : s.end] == s.text != "" for s in shares)


def test_spans_are_code_points() -> None:
    shares = NEWS.explain("«É» 😀😀 They did not applaud")
    assert shares[-1].text == "applaud"
    assert shares[-1].rule == "negation"


@pytest.mark.parametrize("lexicon", ["news", "vader"])
def test_shares_of_many_are_those_of_each(lexicon: str) -> None:
    scorer = tenor.Sentiment(lexicon, threads=3)
    texts = ["Not so good, but PEACE!", "Łódź 😀 is good!!!", "", "awful"] * 300
    text, start, end, value = scorer.shares(texts)
    found = [[] for _ in texts]
    for i, a, b, v in zip(text.tolist(), start.tolist(), end.tolist(), value.tolist(), strict=True):
        found[i].append((a, b, v))
    assert found == [[(s.start, s.end, s.value) for s in scorer.explain(t)] for t in texts]
    with pytest.raises(TypeError, match=r"texts\[1\] must be a str"):
        scorer.shares(["good", None])  # type: ignore[list-item]


def test_threads_do_not_change_a_digit() -> None:
    texts = [f"{a} good {b} war but {a} peace" for a in ("not", "very", "so") for b in ("the", "no", "never")] * 500
    one, four = (tenor.Sentiment("news", threads=n).score(texts) for n in (1, 4))
    assert one.tobytes() == four.tobytes()


@pytest.mark.parametrize(
    "scorer", [NEWS, tenor.Sentiment("vader", fixes=["but", "keys"], threads=1), tenor.SentimentIntensityAnalyzer()]
)
def test_pickles(scorer: tenor.Sentiment) -> None:
    text = ["I am fed up, but it is a good plan and a good deal"]
    copy = pickle.loads(pickle.dumps(scorer))
    assert type(copy) is type(scorer)
    assert copy.threads == scorer.threads
    assert copy.score(text) == scorer.score(text)


def test_a_pickle_carries_the_terms_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.tsv"
    path.write_text("splendid\t3\ndrab\t-2\n")
    analyzer = tenor.Analyzer(sentiment=str(path), stance=None, grammar=False)
    stored, before = pickle.dumps(analyzer), analyzer.document("A drab day.").sentences
    path.unlink()
    assert pickle.loads(stored).document("A drab day.").sentences == before
    assert before[0].sentiment < 0


def test_says_what_is_wrong() -> None:
    with pytest.raises(TypeError, match="put it in a list"):
        NEWS.score("one text")
    with pytest.raises(TypeError, match=r"texts\[1\] must be a str, not NoneType"):
        NEWS.score(["a", None])  # type: ignore[list-item]
    with pytest.raises(tenor.Error, match=r"texts\[1\] holds a lone surrogate U\+DC80 at offset 2"):
        NEWS.score(["a", "ab\udc80"])
    with pytest.raises(tenor.Error, match="lone surrogate"):
        NEWS.explain("\ud800")
    with pytest.raises(TypeError, match="decode"):
        NEWS.polarity_scores(b"good")  # type: ignore[arg-type]
    with pytest.raises(tenor.Error, match="there is no fix 'curly'; there are 'quotes'"):
        tenor.Sentiment("vader", fixes=["curly"])
    with pytest.raises(tenor.Error, match="fixes= repairs quirks of 'vader'"):
        tenor.Sentiment("news", fixes="all")
    with pytest.raises(tenor.Error, match="threads must be at least 1"):
        tenor.Sentiment("news", threads=0)


def test_takes_a_lexicon() -> None:
    scorer = tenor.Sentiment(tenor.Lexicon({"tariff": -2.0, "trade deal": 1.5}))
    assert list(np.sign(scorer.score(["A tariff.", "A Trade Deal.", "A deal."]))) == [-1, 1, 0]


def test_news_knows_what_vader_does_not() -> None:
    words = (
        "sanctions ceasefire annexation escalation occupation genocide slammed denounced lauded unlawful provocation"
    )
    assert all(NEWS.score_hits(words.split())[1])
    assert NEWS.score(["The minister did not reject the peace plan."])[0] > 0
    assert NEWS.score(["Weapons of Mass Destruction (WMD)"])[0] == 0


@pytest.mark.parametrize(
    "text",
    [
        "On the other hand, 143 of 187 (8) sat in Texas (R-TX) and NH.",
        "The Supreme Court and the Treasury argued about crude oil, respectively.",
        "Photo courtesy of Mia Farrow, hide caption",
    ],
)
def test_news_leaves_out_what_vader_reads_as_chat(text: str) -> None:
    assert NEWS.score_hits([text])[1][0] == 0 < tenor.Sentiment("vader").score_hits([text])[1][0]
    assert NEWS.score(["I <3 it :)"])[0] > 0


def test_news_lexicon_names_its_sources(root: Path) -> None:
    rows = [line.split("\t") for line in (root / "python/tenor/data/news_lexicon.tsv").read_text("utf-8").splitlines()]
    assert {row[2] for row in rows} == {"rule", "hand", "learnt", "hand, fitted", "learnt, fitted", "vader, fitted"}
    assert all(-4 <= float(row[1]) <= 4 for row in rows)


@pytest.mark.parametrize(("name", "r"), [("movieReviewSnippets", 0.427), ("newsmtsc_train", 0.428)])
def test_news_agrees_with_raters_better_than_vader(shared: Path, name: str, r: float) -> None:
    path = next((shared / "data").glob(f"*/{name}.jsonl"))
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    texts = [row.get("text") or row["sentence"] for row in rows]
    ratings = [row["rating"] if "rating" in row else np.mean([t["polarity"] for t in row["targets"]]) for row in rows]
    assert np.corrcoef(ratings, NEWS.score(texts))[0, 1] > r
