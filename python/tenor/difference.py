"""Which sentences of two results differ, and by which words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from tenor._core import Error
from tenor.output import Output
from tenor.receipt import made_with
from tenor.results import Read, articles_of, rows_of
from tenor.sentiment import Sentiment

__all__ = ["Change", "Words", "changes"]

_LABELS = {-1: "unfavourable", 0: "neutral", 1: "favourable"}


@dataclass(frozen=True)
class Change:
    """A sentence that is not the same in both results, or is in one alone."""

    file: str
    row: int
    sentence: int
    text: str
    what: list[str]
    #: The words that make the difference, each with what it was and is.
    words: list[str] = field(default_factory=list)


class Words:
    """Says which words changed a score: what each adds by the scorer of either result.

    A scorer whose lexicon is not here, or is another by now, is not asked.
    """

    def __init__(self, *receipts: dict[str, Any]) -> None:
        self.missing: list[str] = []
        self._scorers: list[Sentiment | None] = []
        for receipt in receipts:
            name = receipt["options"]["sentiment"]
            try:
                here = made_with(name)["models"]
            except OSError:
                here = {}
            others = [m for m in ("news_lexicon.tsv", "vader_lexicon.tsv", "emoji.tsv", name) if m in receipt["models"]]
            changed = [m for m in others if here.get(m) != receipt["models"][m]]
            self.missing += changed
            self._scorers.append(None if changed else Sentiment(name))

    def between(self, text: str) -> list[str]:
        """Return the words of a sentence whose shares differ, with both."""
        shares: list[dict[tuple[int, int], float]] = []
        for scorer in self._scorers:
            if scorer is None:
                return []
            shares.append({(s.start, s.end): s.value for s in scorer.explain(text)})
        then, now = shares
        return [
            f"{text[a:b]} {then.get((a, b), 0.0):+.3f} -> {now.get((a, b), 0.0):+.3f}"
            for a, b in sorted({*then, *now})
            if then.get((a, b)) != now.get((a, b))
        ]


def changes(then: Output, now: Output, words: Words, same_inputs: bool) -> Iterator[Change]:
    """Yield what differs, article by article; those with the same file and row are compared.

    Parameters
    ----------
    then, now : Output
    words : Words
    same_inputs : bool
        Both have the same articles, in the same order.

    Raises
    ------
    Error
        If the articles that both have are not in the same order.
    """
    keys = [set() if same_inputs else {(r["file"], r["row"]) for r in rows_of(o, "articles")} for o in (then, now)]
    left, right = articles_of(then), articles_of(now)
    a, b = next(left, None), next(right, None)
    while a or b:
        if a and b and a.key == b.key:
            yield from _article(a, b, words)
            a, b = next(left, None), next(right, None)
        elif a and (b is None or a.key not in keys[1]):
            yield from _alone(a, "only in the first")
            a = next(left, None)
        elif b and (a is None or b.key not in keys[0]):
            yield from _alone(b, "only in the second")
            b = next(right, None)
        else:
            assert a
            assert b
            raise Error(
                f"the articles come in another order: the first has row {a.key[1]} of {a.key[0]} where the second has "
                f"row {b.key[1]} of {b.key[0]}; analyse the files in the same order"
            )


def _alone(article: Read, what: str, sentences: Iterable[dict[str, Any]] | None = None) -> Iterator[Change]:
    for s in article.sentences if sentences is None else sentences:
        yield Change(*article.key, s["sentence"], s["text"] or "", [what])


def _article(a: Read, b: Read, words: Words) -> Iterator[Change]:
    then, now = ([s["text"] or "" for s in read.sentences] for read in (a, b))
    for kind, i, j, k, m in SequenceMatcher(None, then, now, autojunk=False).get_opcodes():
        if kind == "equal":
            for s, t in zip(a.sentences[i:j], b.sentences[k:m], strict=True):
                yield from _sentence(s, t, a, b, words)
            continue
        pairs = list(zip(a.sentences[i:j], b.sentences[k:m], strict=False))
        for s, t in pairs:
            said = _edited((s["text"] or "").split(), (t["text"] or "").split())
            yield Change(*b.key, t["sentence"], t["text"] or "", ["the text is another", *_values(s, t)], said)
        yield from _alone(a, "only in the first", a.sentences[i + len(pairs) : j])
        yield from _alone(b, "only in the second", b.sentences[k + len(pairs) : m])


def _edited(then: list[str], now: list[str]) -> list[str]:
    found = []
    for kind, i, j, k, m in SequenceMatcher(None, then, now, autojunk=False).get_opcodes():
        if kind != "equal":
            found.append(f"{' '.join(then[i:j]) or 'nothing'} -> {' '.join(now[k:m]) or 'nothing'}")
    return found


def _sentence(s: dict[str, Any], t: dict[str, Any], a: Read, b: Read, words: Words) -> Iterator[Change]:
    what = _values(s, t)
    by = words.between(t["text"] or "") if s["sentiment"] != t["sentiment"] else []
    for name, ends in (("quotes", ("holder", "kind")), ("stances", ("holder", "target"))):
        sides = [_keyed(getattr(read, name).get(row["sentence"], []), ends) for read, row in ((a, s), (b, t))]
        for key in dict.fromkeys([*sides[0], *sides[1]]):
            then, now = (side.get(key) for side in sides)
            if then != now:
                who, other, _ = key
                between = " on " if name == "stances" else ", "
                what.append(f"{who or 'nobody'}{between}{other}: {_row(then)} -> {_row(now)}")
                by.append(other if name == "stances" else who)
    if what:
        yield Change(*b.key, t["sentence"], t["text"] or "", what, list(dict.fromkeys(filter(None, by))))


def _values(s: dict[str, Any], t: dict[str, Any]) -> list[str]:
    return [
        f"{name} {_said(s[name])} -> {_said(t[name])}"
        for name in ("section", "status", "sentiment")
        if s[name] != t[name]
    ]


def _said(value: object) -> str:
    return "none" if value is None else f"{value:+.4f}" if isinstance(value, float) else str(value)


def _keyed(rows: list[dict[str, Any]], ends: tuple[str, str]) -> dict[tuple[str, str, int], dict[str, Any]]:
    """Name the rows of a sentence by their ends, and by how many of these came before."""
    seen: dict[tuple[str, str], int] = {}
    found = {}
    for row in rows:
        pair = row[ends[0]] or "", row[ends[1]] or ""
        seen[pair] = seen.get(pair, 0) + 1
        found[(*pair, seen[pair])] = row
    return found


def _row(row: dict[str, Any] | None) -> str:
    if row is None:
        return "none"
    if "stance" not in row:
        return f"depth {row['depth']}"
    label = _LABELS[row["stance"]]
    return f"{label} {row[label]:.2f}"
