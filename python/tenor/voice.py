"""Who says what: attributions with source, cue, content and holder."""

from functools import cache
from importlib import resources
from typing import NamedTuple

from tenor import _core
from tenor.syntax import shipped_parser
from tenor.text import Segmenter, Span, refuse

__all__ = ["Attribution", "Attributor"]


@cache
def shipped_tagger() -> _core.Tagger:
    """Part-of-speech tagger that ships with the package."""
    return _core.Tagger(resources.files("tenor").joinpath("data/tagger_en.txt").read_text("utf-8"))


class Attribution(NamedTuple):
    """Who says (thinks, demands, denies...) what. All spans are code points of the text given."""

    source: list[Span]
    """The words that name the holder here; empty where nobody is named."""
    cue: list[Span]
    """The words that signal the attribution ("said", "according to"); empty for a quotation that stands alone."""
    content: list[Span]
    """The attributed words."""
    holder: str
    """The fullest name the article gives; several are joined by "; ", an unnamed source stays as written."""
    kind: str
    """One of statement, belief, demand, denial, accusation, judgement."""
    depth: int
    """1 for the text's own report, 2 for a claim inside a claim."""
    rule: str = ""
    """The rule that found it, in words; empty unless the attributor explains."""


class Attributor:
    """Finds attributions by cue verbs and their frames, subjects and quotation marks.

    Parameters
    ----------
    segmenter : Segmenter, optional
        Finds the sentences; by default one that decides on line breaks for each text.
    grammar : bool, default True
        Parse the sentences that may report something. False reads tags alone: several times as fast, and less is
        found.
    explain : bool, default False
        Say in each attribution's `rule` which rule found it.
    """

    def __init__(self, segmenter: Segmenter | None = None, *, grammar: bool = True, explain: bool = False) -> None:
        self._segmenter = segmenter or Segmenter()
        self._parser = shipped_parser() if grammar else None
        self._explain = explain

    def attributions(self, text: str) -> list[Attribution]:
        """Attributions of a text, all of it read as body, in the order of their cues.

        Raises
        ------
        TypeError
            If `text` is not a string.
        Error
            If it holds a lone surrogate.
        """
        try:
            found = _core.attributions(self._segmenter._core, shipped_tagger(), self._parser, text)
        except TypeError:
            refuse(text)
        return [
            Attribution(
                _spans(source), _spans(cue), _spans(content), holder, kind, depth, rule if self._explain else ""
            )
            for source, cue, content, holder, kind, depth, rule in found
        ]


def _spans(spans: list[tuple[int, int]]) -> list[Span]:
    return [Span._make(s) for s in spans]
