import pickle
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tenor


def said(text: str) -> list[tuple[str, str, str, str]]:
    """(holder, cue, content, kind) of each attribution."""
    return [
        (a.holder, *(" ... ".join(text[s.start : s.end] for s in spans) for spans in (a.cue, a.content)), a.kind)
        for a in tenor.Attributor().attributions(text)
    ]


def test_direct_and_indirect_speech() -> None:
    text = "Mayor Jane Roe said the bridge would reopen. “We are ready,” she said. “It is safe.”"
    assert said(text) == [
        ("Jane Roe", "said", "the bridge would reopen", "statement"),
        ("Jane Roe", "said", "“We are ready,” ... “It is safe.”", "statement"),
    ]


def test_frames_of_judging_verbs() -> None:
    text = "Peter Holm accused the council of wasting money and rejected the plan."
    assert said(text) == [
        ("Peter Holm", "accused", "the council of wasting money", "accusation"),
        ("Peter Holm", "rejected", "the plan", "denial"),
    ]


def test_according_to_and_inverted_order() -> None:
    assert said("The road is closed, according to the police.") == [
        ("the police", "according to", "The road is closed", "statement")
    ]
    assert said('"The road is closed," said Anna Berg, a police spokeswoman.') == [
        ("Anna Berg", "said", '"The road is closed,"', "statement")
    ]


def test_a_group_speaks_as_its_named_members() -> None:
    text = "Leaders, including Chancellor Max Frey and President Ana Lima, have insisted they will reject any deal."
    assert said(text)[0][0] == "Max Frey; Ana Lima"


def test_claim_inside_a_claim_has_depth_two() -> None:
    text = "Holm said that Berg accused the council of fraud."
    assert [a.depth for a in tenor.Attributor().attributions(text)] == [1, 2]


def test_the_same_speakers_attitude_inside_their_words_is_no_claim_of_its_own() -> None:
    assert [cue for _, cue, _, _ in said("Anna Berg said she wants to close the road.")] == ["said"]


def test_a_quotation_runs_on_over_paragraphs_until_another_speaks() -> None:
    text = "“It is late,” said Anna Berg.\n\n“We must go.”\n\n“No,” Peter Holm said."
    assert said(text) == [
        ("Anna Berg", "said", "“It is late,” ... “We must go.”", "statement"),
        ("Peter Holm", "said", "“No,”", "statement"),
    ]


def test_a_quotation_in_a_sentence_of_its_own_goes_to_the_speaker_after_it() -> None:
    assert said("“The road is closed.” Berg said.") == [("Berg", "said", "“The road is closed.”", "statement")]


def test_an_impression_without_a_holder_stays_in_the_outlets_voice() -> None:
    text = "The bridge seems to be closed."
    assert said(text) == [("", "seems", "The bridge ... to be closed", "belief")]
    assert tenor.Analyzer().document(text).sentences[0].outlet_share == 1.0


def test_explaining_names_the_rule() -> None:
    text = "The road is closed, according to the police."
    assert tenor.Attributor(explain=True).attributions(text)[0].rule == "according to"
    assert tenor.Attributor().attributions(text)[0].rule == ""


@pytest.mark.parametrize("mark", ['"', "“", "”", "«", "'", "''"])
def test_a_stray_mark_costs_only_its_own_paragraph(mark: str) -> None:
    stray = f"The {mark}bridge was built in 1920."
    rest = "Mayor Jane Roe said the bridge would reopen."
    assert said(f"{stray}\n\n{rest}") == said(rest)


def test_bad_input_is_named() -> None:
    with pytest.raises(TypeError, match="text must be a str, not NoneType"):
        tenor.Attributor().attributions(None)  # type: ignore[arg-type]
    with pytest.raises(tenor.Error, match=r"lone surrogate U\+D800 at offset 2"):
        tenor.Attributor().attributions("ab\ud800")


@given(st.text(alphabet=st.sampled_from("aA .,:;\"'“”«»()\nsaid he The"), max_size=120))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    for a in tenor.Attributor().attributions(text):
        assert a.cue
        for span in [*a.source, *a.cue, *a.content]:
            assert 0 <= span.start < span.end <= len(text)


def test_many_threads_agree(shared: Path) -> None:
    text = (shared / "articles" / "talks.txt").read_text("utf-8")
    attributor = tenor.Attributor()
    expected = attributor.attributions(text)
    results: list[object] = []
    threads = [threading.Thread(target=lambda: results.append(attributor.attributions(text))) for _ in range(8)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert results == [expected] * 8


def test_attributions_pickle() -> None:
    found = tenor.Attributor().attributions("Mayor Jane Roe said no.")
    assert pickle.loads(pickle.dumps(found)) == found


def test_grammar_can_be_left_out() -> None:
    text = "Mayor Jane Roe said the bridge would reopen."
    found = tenor.Attributor(grammar=False).attributions(text)
    assert [text[a.cue[0].start : a.cue[0].end] for a in found] == ["said"]
    without = tenor.Analyzer(grammar=False)
    assert [q.holder for q in pickle.loads(pickle.dumps(without)).document(text).quotes] == ["Jane Roe"]


@pytest.mark.parametrize("grammar", [True, False])
@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("Ana Lima tweeted the plan on Monday.", "Ana Lima", "tweeted"),
        ("Lima pummeled the council over its plan.", "Lima", "pummeled"),
        ("The mayor argued for a new bridge.", "The mayor", "argued for"),
        ("Lima said she was safe. His opposition to the plan is known.", "His", "opposition to"),
        ("To many voters, the plan was dead on arrival.", "many voters", "To"),
        ("Trump lashed out at the council.", "Trump", "lashed out at"),
    ],
)
def test_frames_that_need_no_tree(text: str, source: str, cue: str, grammar: bool) -> None:
    found = tenor.Attributor(grammar=grammar).attributions(text)[-1]
    assert [text[s.start : s.end] for s in (*found.source, *found.cue)] == [source, cue]


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("Patient advocacy groups note that the bridge is safe.", "Patient advocacy groups", "note"),
        ("A committee aide blasted the statement.", "A committee aide", "blasted"),
        ("They got everything they wanted.", "they", "wanted"),
        ("She went on to attack the council.", "She", "attack"),
    ],
)
def test_frames_that_only_the_tree_shows(text: str, source: str, cue: str) -> None:
    found = tenor.Attributor().attributions(text)
    assert [text[s.start : s.end] for s in (*found[0].source, *found[0].cue)] == [source, cue]
    assert not tenor.Attributor(grammar=False).attributions(text)
