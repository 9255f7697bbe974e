"""What made a sentence's score: a list of shares that draws itself in a notebook."""

from collections.abc import Iterable
from html import escape
from typing import NamedTuple

__all__ = ["Explanation", "Share"]


class Share(NamedTuple):
    """What one word or phrase adds to a sentence's score."""

    start: int
    end: int
    text: str
    value: float
    rule: str


# Beyond this a page would no longer scroll; what is left out is counted.
_MAX_SHARES = 200
_MAX_CHARACTERS = 20_000

# Colours that can be read on light and dark grounds; the sign is told by shape and by the kind of line as well.
_STYLE = """
.tenor-why{line-height:1.9;max-width:62em;color:inherit;text-align:left;overflow-wrap:anywhere;white-space:pre-wrap}
.tenor-why span{border-radius:.2em;padding:0 .1em}
.tenor-why .for{background:rgb(46 158 91/var(--w));border-bottom:2px solid #2e9e5b}
.tenor-why .against{background:rgb(224 87 79/var(--w));border-bottom:2px dashed #e0574f}
.tenor-why sub{font-size:.7em;opacity:.85;font-variant-numeric:tabular-nums}
""".strip()


class Explanation(list[Share]):
    """Shares of a sentence's score, in order; their values add up to it.

    Attributes
    ----------
    sentence : str
    score : float
    """

    def __init__(self, sentence: str, shares: Iterable[Share]) -> None:
        super().__init__(shares)
        self.sentence = sentence

    @property
    def score(self) -> float:
        """The sum of the shares."""
        return sum(share.value for share in self)

    def _repr_html_(self) -> str:
        """Draw the sentence, each word of weight marked, with its share and the rule that changed it."""
        largest = max((abs(share.value) for share in self), default=0) or 1
        parts, at = [], 0
        for share in [s for s in self if s.end <= _MAX_CHARACTERS][:_MAX_SHARES]:
            if share.start < at or share.value == 0:  # "!!" may stand around words that have shares of their own
                continue
            side, shape = ("for", "▲") if share.value > 0 else ("against", "▼")
            rule = f" {share.rule.replace('+', ', ')}" if share.rule else ""
            parts += [
                escape(self.sentence[at : share.start]),
                f'<span class="{side}" style="--w:{0.45 * abs(share.value) / largest:.2f}">{escape(share.text)}'
                f"<sub> {shape}{share.value:+.2f}{escape(rule)}</sub></span>",
            ]
            at = share.end
        rest = self.sentence[at:]
        cut = len(rest) - _MAX_CHARACTERS
        parts.append(escape(rest[:_MAX_CHARACTERS]) + (f" … ({cut} characters more)" if cut > 0 else ""))
        tone = "▲" if self.score > 0 else "▼" if self.score < 0 else "●"
        return f'<style>{_STYLE}</style><div class="tenor-why"><b>{tone} {self.score:+.3f}</b>  {"".join(parts)}</div>'
