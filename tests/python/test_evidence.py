"""`Aggregate.evidence`: a figure opens down to its sentences and words."""

import datetime as dt

import pandas as pd
import pytest
from test_aggregation import META, TEXTS, sentences

import tenor


@pytest.fixture(scope="module")
def analysis() -> tenor.Analysis:
    return tenor.Analyzer().analyze(pd.DataFrame({"text": TEXTS}))


@pytest.mark.parametrize("voice", ["all", "outlet", "quoted"])
@pytest.mark.parametrize("outlet", ["A", "B"])
def test_words_add_up_to_the_figure(analysis: tenor.Analysis, voice: str, outlet: str) -> None:
    found = tenor.aggregate(analysis, "outlet", voice=voice, statistic="mean", articles=pd.DataFrame(META))  # type: ignore[arg-type]
    row = found.frame.set_index("outlet").loc[outlet]
    opened = found.evidence(outlet=outlet)
    assert isinstance(opened.words, pd.DataFrame)
    assert opened.total == row["sentences"]
    assert opened.words["positive"].sum() == row["positive"]
    assert opened.words["negative"].sum() == row["negative"]
    assert opened.sentences["score"].sum() == pytest.approx(opened.words["value"].sum(), abs=1e-9)
    if opened.total:
        assert opened.words["value"].sum() / opened.total == pytest.approx(row["value"], abs=1e-9)


def test_what_moves_most_comes_first(analysis: tenor.Analysis) -> None:
    opened = tenor.aggregate(analysis).evidence(n=2)
    assert opened.total == 6
    assert list(opened.sentences["text"]) == [
        'Critics called the plan "a terrible failure".',
        "The good minister welcomed the treaty.",
    ]
    assert opened.words["value"].abs().is_monotonic_decreasing
    assert {"terrible", "failure", "good"} <= {*opened.words["word"]}
    assert len(tenor.aggregate(analysis).evidence(n=None).sentences) == 6


def test_quoted_words_are_the_quoted_ones(analysis: tenor.Analysis) -> None:
    found = {v: tenor.aggregate(analysis, voice=v).evidence() for v in ("outlet", "quoted")}  # type: ignore[arg-type]
    assert {"terrible", "failure"} <= {*found["quoted"].words["word"]}
    assert not {"terrible", "failure"} & {*found["outlet"].words["word"]}
    assert {"violent", "good"} <= {*found["outlet"].words["word"]}


def test_any_day_of_a_period_opens_it(analysis: tenor.Analysis) -> None:
    found = tenor.aggregate(analysis, ["outlet", "week"], articles=pd.DataFrame(META))
    whole = found.evidence(outlet="B", week="2024-05-13")
    assert whole.total == 2
    assert found.evidence(outlet="B", week=dt.date(2024, 5, 17)).sentences.equals(whole.sentences)
    assert found.evidence(week="2024-05-13").total == 4
    assert found.evidence(outlet="A", week="2024-05-27").total == 0
    with pytest.raises(tenor.Error, match=r"week 'May' is no date; give a day of it, as in week='2024-05-13'"):
        found.evidence(week="May")
    with pytest.raises(tenor.Error, match=r"there is no week '2020-01-01'; there are 3: 2024-05-13"):
        found.evidence(week="2020-01-01")


def test_stances_open_too(analysis: tenor.Analysis) -> None:
    found = tenor.aggregate(analysis, "holder", statistic="mean")
    holder = found.frame["holder"][0]
    opened = found.evidence(holder=holder)
    assert {*opened.sentences["holder"]} == {holder}
    assert all(
        text in TEXTS[article]
        for article, text in zip(opened.sentences["article"], opened.sentences["text"], strict=True)
    )
    assert len(opened.words) > 0
    assert "sentences" in repr(opened)
    assert "<table" in opened._repr_html_()


def test_says_what_is_wrong(analysis: tenor.Analysis) -> None:
    found = tenor.aggregate(analysis, "outlet", articles=pd.DataFrame(META))
    with pytest.raises(tenor.Error, match=r"the figures are not by 'week'; they are by 'outlet'"):
        found.evidence(week="2024-05-13")
    with pytest.raises(tenor.Error, match=r"there is no outlet 'C'; there are 2: A, B"):
        found.evidence(outlet="C")
    with pytest.raises(
        tenor.Error, match=r"the scorer 'vader' does not give the score .* name the scorer of the analysis"
    ):
        found.evidence(outlet="B", sentiment="vader")
    with pytest.raises(tenor.Error, match=r"the table has no column 'text'"):
        tenor.aggregate(sentences(article=[0, 1])).evidence()
