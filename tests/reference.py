"""Slow, obvious definitions that the core is tested against."""

import re

# A word of ASCII text: letters and digits with the joins that news needs, an ellipsis or a dash, else one mark.
_WORD = re.compile(
    r"""\$?[A-Za-z0-9]+(?:(?<=[A-Za-z])'(?=[A-Za-z])[A-Za-z0-9]+)?      # "Poe's", "$5"
        (?:-\$?[A-Za-z0-9]+(?:(?<=[A-Za-z])'(?=[A-Za-z])[A-Za-z0-9]+)?)*%?   # "son-in-law's", "5-percent", "5%"
        | \.{2,} | -{2,} | \S""",
    re.VERBOSE,
)


def ascii_words(text: str) -> list[str]:
    """Words of ASCII letters, digits, spaces and ``' - . ! ? " ( ) $``, where no abbreviation is among them."""
    return [m.group() for m in _WORD.finditer(text)]


def laid_out(paragraphs: list[list[str]], layout: str, width: int = 72) -> tuple[str, list[str]]:
    """A text made of known sentences, and the sentences as they stand in it.

    `layout` is ``"blank"`` (a blank line between paragraphs), ``"single"`` (one newline) or ``"wrapped"`` (lines broken
    at `width`, a blank line between paragraphs).
    """
    if layout != "wrapped":
        gap = "\n\n" if layout == "blank" else "\n"
        return gap.join(" ".join(p) for p in paragraphs), [s for p in paragraphs for s in p]
    lines, sentences = [], []
    for paragraph in paragraphs:
        block, line = [], ""
        for word in " ".join(paragraph).split(" "):
            if line and len(line) + 1 + len(word) > width:
                block.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        block.append(line)
        text = "\n".join(block)
        lines.append(text)
        at = 0
        for sentence in paragraph:
            sentences.append(text[at : at + len(sentence)])
            at += len(sentence) + 1
    return "\n\n".join(lines), sentences
