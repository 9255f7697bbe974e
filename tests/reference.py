"""Slow, obvious definitions that the core is tested against."""

import math
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


def term_counts(
    texts: list[str], stop_words: frozenset[str] = frozenset(), ngrams: tuple[int, int] = (1, 1)
) -> tuple[list[str], list[dict[str, int]]]:
    """Terms in the order of their code points, and how often each stands in each text.

    A word is two or more word characters of Python's `re` in a row, in lower case; words that are left when stop
    words are dropped stand next to each other, and so many of them in a row, joined by spaces, are a term.
    """
    counts: list[dict[str, int]] = []
    for text in texts:
        words = [word for word in re.findall(r"\w\w+", text.lower()) if word not in stop_words]
        row: dict[str, int] = {}
        for n in range(ngrams[0], ngrams[1] + 1):
            for i in range(len(words) - n + 1):
                term = " ".join(words[i : i + n])
                row[term] = row.get(term, 0) + 1
        counts.append(row)
    return sorted({term for row in counts for term in row}), counts


def tfidf(counts: list[dict[str, int]]) -> list[dict[str, float]]:
    """Each text's counts times ln((1 + texts) / (1 + texts with the term)) + 1, then divided by the row's length."""
    rows = []
    for row in counts:
        weights = {
            term: count * (math.log((1 + len(counts)) / (1 + sum(term in other for other in counts))) + 1)
            for term, count in row.items()
        }
        length = math.sqrt(sum(w * w for w in weights.values()))
        rows.append({term: w / length for term, w in weights.items()})
    return rows
