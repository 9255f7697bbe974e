"""Sentences and words: spans of the text as it was given, never changed text."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Literal, NamedTuple, NoReturn, TypeVar

from tenor import _core
from tenor._core import Error

__all__ = ["Boundary", "Segmenter", "Span", "build_config", "refuse"]

_T = TypeVar("_T")


class Span(NamedTuple):
    """A half-open range of code points of the text the user gave: ``text[start:end]`` is the thing itself."""

    start: int
    end: int


# Span._make without a Python frame for each span.
_span: Callable[[tuple[int, int]], Span] = partial(tuple.__new__, Span)


def refuse(text: object, name: str = "text") -> NoReturn:
    """Say why `text` cannot be read.

    Raises
    ------
    TypeError
        If it is not a string.
    Error
        If it holds a lone surrogate: which, where, and the remedy.
    """
    if not isinstance(text, str):
        hint = "; decode it first, as in data.decode('utf-8')" if isinstance(text, bytes | bytearray) else ""
        raise TypeError(f"{name} must be a str, not {type(text).__name__}{hint}")
    try:
        text.encode()
    except UnicodeEncodeError as e:
        raise Error(
            f"{name} holds a lone surrogate U+{ord(text[e.start]):04X} at offset {e.start}, which no encoding can "
            "store; replace it, as in text.encode('utf-16', 'surrogatepass').decode('utf-16', 'replace')"
        ) from None
    raise AssertionError("the text is readable")


class Boundary(NamedTuple):
    """A place where a sentence could end (a code-point offset), whether it does, and the rule that decided."""

    at: int
    broken: bool
    rule: str


class Segmenter:
    """Finds sentences and words.

    Parameters
    ----------
    newline : {"auto", "hard", "soft"}
        What one line break means: the end of a paragraph (``"hard"``), a wrapped line (``"soft"``), or decided for
        each text from its line lengths (``"auto"``). A blank line always ends a paragraph.
    abbreviations : iterable of str
        Words that keep their full stop and never end a sentence, beyond the built-in ones.
    starters : iterable of str
        Words that begin a sentence after an ambiguous full stop, beyond the built-in ones.
    """

    def __init__(
        self,
        newline: Literal["auto", "hard", "soft"] = "auto",
        *,
        abbreviations: Iterable[str] = (),
        starters: Iterable[str] = (),
    ) -> None:
        if newline not in _core.Newline.__members__:
            raise Error(f"newline must be 'auto', 'hard' or 'soft', not {newline!r}")
        for name, words in (("abbreviations", abbreviations), ("starters", starters)):
            if isinstance(words, str):
                raise Error(f"{name} must be a list of words, not the string {words!r}; write [{words!r}]")
        self._core = _core.Segmenter(_core.Newline[newline], list(abbreviations), list(starters))

    def sentences(self, text: str) -> list[Span]:
        """Sentences in order, without the white space around them, with the marks that close them."""
        return list(map(_span, self._call(self._core.sentences, text)))

    def words(self, text: str) -> list[Span]:
        """Words and marks in order; no white space.

        The words of UAX #29 with the joins that news needs: "U.S.", "Mr.", "28-point", "$1.5", "5%", "AT&T", "@name",
        "#tag" and addresses are one word each; so is each quotation mark and other mark.
        """
        return list(map(_span, self._call(self._core.words, text)))

    def explain(self, text: str) -> list[Boundary]:
        """Every place where a sentence could end, in order, broken or joined, and by which rule."""
        return [Boundary._make(b) for b in self._call(self._core.explain, text)]

    @staticmethod
    def _call(method: Callable[[str], list[_T]], text: str) -> list[_T]:
        if not isinstance(text, str):  # the core would read bytes too
            refuse(text)
        try:
            return method(text)
        except TypeError:
            refuse(text)


def build_config() -> dict[str, str]:
    """Versions that can change a result, for bug reports and methods sections."""
    return {
        "tenor": _core.version,
        "icu": _core.icu_version,
        "unicode": _core.unicode_version,
        "compiler": _core.compiler,
    }
