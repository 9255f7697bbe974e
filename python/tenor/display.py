"""How a document shows itself: HTML for a notebook, and text with styles for a terminal.

The HTML is escaped, needs no script and no outside file, inherits the page's colours (so it is readable in light and
dark themes), says everything that colour says by shape or wording too, and is capped in size.
"""

from bisect import bisect_right
from collections.abc import Iterator
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tenor.text import Span

if TYPE_CHECKING:
    from rich.console import Group
    from rich.text import Text

    from tenor.document import Document, QuoteRow, SentenceRow, StanceRow

__all__ = ["html", "terminal"]

#: A label's sign, told by shape.
SHAPE = {1: "▲", 0: "●", -1: "▼"}
_SIGN = {1: "fav", 0: "neu", -1: "unf"}
_WORD = {1: "favourable", 0: "neutral", -1: "unfavourable"}

# Beyond these a page would no longer scroll; what is left out is counted.
_MAX_SENTENCES = 200
_MAX_CHARACTERS = 60_000
_MAX_MARKS = 40  # of one sentence

_STYLE = """
.tenor{line-height:1.55;max-width:62em;color:inherit;text-align:left}
.tenor h4{margin:.2em 0;color:inherit}
.tenor .about{opacity:.75;margin:0 0 .6em}
.tenor .s{display:grid;grid-template-columns:4.2em 1fr;gap:0 .8em;padding:.25em 0;border-top:1px solid #8884}
.tenor .score{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.tenor .who{grid-column:2;font-size:.88em;opacity:.9;overflow-wrap:anywhere}
.tenor .text{overflow-wrap:anywhere;white-space:pre-wrap}
.tenor .content{background:#7a8cff2b;color:inherit;border-radius:.2em}
.tenor .source{border-bottom:2px solid currentColor;font-weight:600}
.tenor .cue{font-style:italic;border-bottom:2px dotted currentColor}
.tenor .target{outline:1px solid #888a;border-radius:.25em;padding:0 .1em}
.tenor .fav{color:#2e9e5b}.tenor .unf{color:#e0574f}.tenor .neu{color:inherit}
.tenor .target.fav,.tenor .target.unf{color:inherit}
.tenor .target.fav{outline:2px solid #2e9e5b}.tenor .target.unf{outline:2px dashed #e0574f}
.tenor .key{font-size:.82em;opacity:.8;margin-top:.6em}
""".strip()


class _Mark(NamedTuple):
    span: Span
    role: str  # source, cue, content, target
    sign: int


def sign(value: float, band: float = 0.05) -> int:
    """-1, 0 or 1; scores within `band` of 0 are neutral."""
    return (value > band) - (value < -band)


def _by_sentence(doc: "Document") -> tuple[list[list["QuoteRow"]], list[list["StanceRow"]]]:
    quotes: list[list[QuoteRow]] = [[] for _ in doc.sentences]
    stances: list[list[StanceRow]] = [[] for _ in doc.sentences]
    for quote in doc.quotes:
        quotes[quote.sentence].append(quote)
    for stance in doc.stances:
        stances[stance.sentence].append(stance)
    return quotes, stances


def _marks(doc: "Document", shown: int) -> list[list[_Mark]]:
    """Return the marks of the first sentences; a content that runs over several sentences is cut at their ends."""
    sentences = doc.sentences[:shown]
    out: list[list[_Mark]] = [[] for _ in sentences]

    def add(span: Span, role: str, value: int, first: int) -> None:
        for i in range(first, len(sentences)):
            begin, end = max(span.start, sentences[i].start), min(span.end, sentences[i].end)
            if begin < end and len(out[i]) < _MAX_MARKS:
                out[i].append(_Mark(Span(begin, end), role, value))
            if sentences[i].end >= span.end:
                return

    starts = [s.start for s in sentences]
    for quote in doc.quotes:
        for role in ("content", "source", "cue"):
            for span in getattr(quote, role):
                add(span, role, 0, max(0, bisect_right(starts, span.start) - 1))
    for stance in doc.stances:
        if stance.sentence < len(sentences):
            add(Span(stance.target_start, stance.target_end), "target", stance.stance, stance.sentence)
    return out


def _pieces(begin: int, end: int, marks: list[_Mark]) -> Iterator[tuple[int, int, list[_Mark]]]:
    """Cut a sentence where a mark begins or ends; yields (start, end, the marks over it)."""
    cuts = sorted({begin, end, *(m.span.start for m in marks), *(m.span.end for m in marks)})
    for b, e in pairwise(cuts):
        yield b, e, [m for m in marks if m.span.start <= b and e <= m.span.end]


def _shown(doc: "Document") -> int:
    characters = 0
    for i, sentence in enumerate(doc.sentences):
        characters += min(sentence.end - sentence.start, _MAX_CHARACTERS)
        if i == _MAX_SENTENCES or (characters > _MAX_CHARACTERS and i):
            return i
    return len(doc.sentences)


def _about(doc: "Document") -> list[str]:
    parts = [doc.text[slice(*span)] for span in (doc.outlet, doc.byline, doc.dateline) if span]
    return [" ".join(part.split())[:200] for part in parts]


def _summary(doc: "Document") -> str:
    if doc.status != "ok":
        return doc.status
    counts = [(len(doc.sentences), "sentence"), (len(doc.quotes), "quote"), (len(doc.stances), "stance")]
    counts += [(len(doc.removed), "part set aside")] if doc.removed else []
    return ", ".join(f"{n} {_plural(word, n)}" for n, word in counts)


def _terms(doc: "Document") -> str:
    terms = [term[:120] for term, _ in doc.keyterms(10)]
    return f"Key terms: {', '.join(terms)}" if terms else ""


def _plural(word: str, n: int) -> str:
    return word if n == 1 else word.replace("part", "parts") if " " in word else word + "s"


def _said(quotes: list["QuoteRow"], stances: list["StanceRow"]) -> Iterator[tuple[str, list["StanceRow"]]]:
    """Yield each holder of a sentence once, with the stances they take in it."""
    holders = dict.fromkeys([q.holder for q in quotes if q.holder] + [s.holder for s in stances])
    for holder in holders:
        yield holder, [s for s in stances if s.holder == holder]


def html(doc: "Document") -> str:
    """Return the document as HTML: one row a sentence, with holders, cues, contents and targets marked."""
    shown = _shown(doc)
    quotes, stances = _by_sentence(doc)
    title = f"<h4>{escape(doc.text[slice(*doc.title)][:300])}</h4>" if doc.title else ""
    about = " · ".join(map(escape, [*_about(doc), _summary(doc)]))
    out = [f'<div class="tenor"><style>{_STYLE}</style>{title}<div class="about">{about}</div>']
    marks = _marks(doc, shown)
    for i, sentence in enumerate(doc.sentences[:shown]):
        out.append(_row(doc, sentence, quotes[i], stances[i], marks[i]))
    if shown < len(doc.sentences):
        out.append(f'<div class="s"><span></span><span>… {len(doc.sentences) - shown:,} more sentences</span></div>')
    out.append(f'<div class="about">{escape(_terms(doc))}</div>')
    out.append(
        '<div class="key"><span class="source">source</span> <span class="cue">cue</span> '
        '<span class="content">content</span> <span class="target fav">target ▲ favourable</span> '
        '<span class="target unf">target ▼ unfavourable</span> <span class="target">target ● neutral</span></div></div>'
    )
    return "".join(out)


def _row(
    doc: "Document",
    sentence: "SentenceRow",
    quotes: list["QuoteRow"],
    stances: list["StanceRow"],
    marks: list[_Mark],
) -> str:
    tone = sign(sentence.sentiment)
    score = (
        f'<span class="score {_SIGN[tone]}" title="sentiment, {_WORD[tone]}">{SHAPE[tone]} {sentence.sentiment:+.2f}'
    )
    text = "".join(_span(doc, b, e, over) for b, e, over in _capped(_pieces(sentence.start, sentence.end, marks)))
    if sentence.end - sentence.start > _MAX_CHARACTERS:
        text += " …"
    if sentence.section != "body":
        text = f"<b>{text}</b>" if sentence.section == "title" else f"<i>{text}</i>"
    who = " &nbsp; ".join(
        " ".join([f"<b>{escape(holder[:120])}</b>", *map(_label, taken[:_MAX_MARKS])])
        for holder, taken in list(_said(quotes, stances))[:_MAX_MARKS]
    )
    row = f'<div class="s">{score}</span><span class="text">{text}</span>'
    return row + (f'<span class="who">{who}</span></div>' if who else "</div>")


def _label(stance: "StanceRow") -> str:
    title = f"{_WORD[stance.stance]}, p = {_probability(stance):.2f}"
    shape = f'<span class="{_SIGN[stance.stance]}" title="{title}">{SHAPE[stance.stance]}</span>'
    return f"{shape} {escape(stance.target[:120])}"


def _probability(stance: "StanceRow") -> float:
    return (stance.unfavourable, stance.neutral, stance.favourable)[stance.stance + 1]


def _capped(pieces: Iterator[tuple[int, int, list[_Mark]]]) -> Iterator[tuple[int, int, list[_Mark]]]:
    left = _MAX_CHARACTERS
    for b, e, over in pieces:
        yield b, min(e, b + left), over
        left -= e - b
        if left <= 0:
            return


def _span(doc: "Document", begin: int, end: int, over: list[_Mark]) -> str:
    text = escape(doc.text[begin:end])
    if not over:
        return text
    classes = dict.fromkeys(c for m in over for c in ([m.role] if m.role != "target" else ["target", _SIGN[m.sign]]))
    last = [SHAPE[m.sign] for m in over if m.role == "target" and m.span.end == end]
    return f'<span class="{" ".join(classes)}">{text}{"".join(dict.fromkeys(last))}</span>'


_ROLE = {"source": "bold", "cue": "italic", "content": "cyan", "target": "underline"}
_COLOUR = {1: "green", 0: "", -1: "red"}


def terminal(doc: "Document") -> "Group":
    """Return the document for ``rich``: the text of each sentence, who speaks, and what they are for or against."""
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    shown = _shown(doc)
    quotes, stances = _by_sentence(doc)
    marks = _marks(doc, shown)
    parts: list[Text | Table] = []
    if doc.title:
        parts.append(Text(printable(doc.text[slice(*doc.title)]), style="bold"))
    parts.append(Text(printable(" · ".join([*_about(doc), _summary(doc)])), style="dim"))
    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column(overflow="fold")
    for i, sentence in enumerate(doc.sentences[:shown]):
        tone = sign(sentence.sentiment)
        score = Text(f"{SHAPE[tone]} {sentence.sentiment:+.2f}", style=_COLOUR[tone])
        grid.add_row(score, _styled(doc, sentence, marks[i]))
        for holder, taken in _said(quotes[i], stances[i]):
            line = Text.assemble("  " if taken else "  speaking: ", (printable(holder), "bold"), ":" if taken else "")
            for stance in taken[:_MAX_MARKS]:
                line.append(f"  {SHAPE[stance.stance]} ", _COLOUR[stance.stance]).append(printable(stance.target))
            grid.add_row("", line)
    parts.append(grid)
    if shown < len(doc.sentences):
        parts.append(Text(f"… {len(doc.sentences) - shown:,} more sentences"))
    if terms := _terms(doc):
        parts.append(Text(printable(terms), style="bold"))
    return Group(*parts)


def _styled(doc: "Document", sentence: "SentenceRow", marks: list[_Mark]) -> "Text":
    from rich.text import Text

    line = Text(style={"title": "bold", "caption": "italic"}.get(sentence.section, ""))
    for b, e, over in _capped(_pieces(sentence.start, sentence.end, marks)):
        styles = [_ROLE[m.role] for m in over] + [_COLOUR[m.sign] for m in over if m.role == "target"]
        line.append(printable(doc.text[b:e]), " ".join(filter(None, dict.fromkeys(styles))))
    return line


def printable(text: str) -> str:
    """Replace control characters: a terminal obeys them, and an article may not give it orders."""
    return "".join(c if c.isprintable() else " " if c.isspace() else "\N{REPLACEMENT CHARACTER}" for c in text)
