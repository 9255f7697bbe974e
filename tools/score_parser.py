"""Score the installed parser on a treebank, with gold words and with tenor's own sentences and words.

    python tools/score_parser.py ../shared/data/treebank/ewt_dev.conllu.gz
    python tools/score_parser.py ../shared/data/treebank/gum_open_train.conllu.gz --held
    python tools/score_parser.py ../shared/data/treebank/ewt_dev.conllu.gz --model build/parser/student1.bin --relations

Own words are aligned to the treebank's by characters, white space left out; a word counts as found where both cut it
alike, and every figure is the F1 over words (Zeman and others 2018). Relations are compared without subtype. Then come
the arcs that reading of news rests on: subjects, clauses and objects of verbs of saying and judging. With `--relations`
the F1 of each relation, gold words. `--held` takes the documents that tools/train_parser.py keeps out.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from parser_data import Sentence, held_out, read_treebank

import tenor
from tenor import _core

#: Forms of common verbs of saying and judging.
SAYING = re.compile(
    "(say|tell|call|warn|demand|announce|ask|add|reject|condemn|support|back|report|suggest|insist|claim)(s|ed|d|ing)?"
    "|(accus|argu|prais|criticiz|blam|urg|believ|oppos|hop|promis)(e|es|ed|ing)|den(y|ies|ied|ying)"
    "|said|told|thought|thinks?|thinking|wrote|writes?|writing|admit(s|ted|ting)?"
)
GROUPS = {"subject": {"nsubj"}, "clause": {"ccomp", "xcomp", "parataxis"}, "object": {"obj", "iobj"}}

Arc = tuple[tuple[int, int], tuple[int, int] | None, str, str]  # span, head's span, part of speech, relation


def gold_arcs(sentences: Iterable[Sentence], at: int = 0) -> list[Arc]:
    """Arcs with offsets that count characters other than white space."""
    arcs: list[Arc] = []
    for s in sentences:
        spans = []
        for word in s.words:
            end = at + len("".join(word.split()))
            spans.append((at, end))
            at = end
        for span, head, upos, relation in zip(spans, s.heads, s.upos, s.relations, strict=True):
            arcs.append((span, spans[head - 1] if head else None, upos, relation.split(":")[0]))
    return arcs


def found_arcs(parse: tenor.Parse) -> list[Arc]:
    """Arcs of a parse, counted likewise."""
    before, count = [0], 0
    for c in parse.text:
        count += not c.isspace()
        before.append(count)
    arcs: list[Arc] = []
    for sentence in parse.sentences:
        spans = [(before[w.start], before[w.end]) for w in sentence]
        arcs += [
            (span, spans[w.head - 1] if w.head else None, w.upos, w.relation.split(":")[0])
            for span, w in zip(spans, sentence, strict=True)
        ]
    return arcs


def text_of(document: list[Sentence]) -> str:
    """Text of a document: its sentences one after the other, an empty line before each paragraph."""
    out = ""
    for s in document:
        out += "\n\n" if s.paragraph else ""
        out += "".join(w + (" " if space else "") for w, space in zip(s.words, s.spaces, strict=True))
    return out


def f1(gold: list[Arc], found: list[Arc]) -> list[float]:
    """F1 of words, parts of speech, heads, and heads with relations, in per cent."""
    sides = [
        ({a[0] for a in arcs}, {(a[0], a[2]) for a in arcs}, {a[:2] for a in arcs}, {(a[0], a[1], a[3]) for a in arcs})
        for arcs in (gold, found)
    ]
    return [200 * len(g & f) / (len(g) + len(f)) for g, f in zip(*sides, strict=True)]


def by_relation(gold: list[Arc], found: list[Arc]) -> list[str]:
    """F1 of heads with relations, for each relation of the treebank that is not rare."""
    counts, right = [Counter(a[3] for a in arcs) for arcs in (gold, found)], Counter[str]()
    arcs = {(a[0], a[1], a[3]) for a in gold}
    right.update(a[3] for a in found if (a[0], a[1], a[3]) in arcs)
    return [f"{r} ({n}) {200 * right[r] / (n + counts[1][r]):.1f}" for r, n in counts[0].most_common() if n >= 50]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("treebank", type=Path)
    arguments.add_argument("--held", action="store_true")
    arguments.add_argument("--relations", action="store_true")
    arguments.add_argument("--model", type=Path, help="weights to score in place of those that ship")
    args = arguments.parse_args()
    if args.model:
        model = _core.Parser(args.model.read_bytes())
        tenor.syntax.shipped_parser = lambda: model  # type: ignore[assignment]
    parser = tenor.Parser(tenor.Segmenter(newline="soft"))
    sentences = read_treebank(args.treebank)
    if args.held:
        names = held_out(sentences)
        sentences = [s for s in sentences if s.document in names]
    documents: dict[str, list[Sentence]] = {}
    for s in sentences:
        documents.setdefault(s.document, []).append(s)
    gold, given, own = [], [], []
    at, saying = 0, {k: [0, 0, 0] for k in GROUPS}
    for document in documents.values():
        arcs = gold_arcs(document, at)
        gold += arcs
        base = at
        for s in document:
            parse = parser.parse_words(s.words)
            tree = [
                (r.split(":")[0], h, s.words[h - 1].lower() if h and s.upos[h - 1] == "VERB" else "")
                for r, h in zip(s.relations, s.heads, strict=True)
            ]
            for i, w in enumerate(parse.words):
                for group, names in GROUPS.items():
                    relation, head, verb = tree[i]
                    g = relation in names and SAYING.fullmatch(verb) is not None
                    is_verb = w.head and s.upos[w.head - 1] == "VERB" and SAYING.fullmatch(s.words[w.head - 1].lower())
                    f = w.relation.split(":")[0] in names and bool(is_verb)
                    counts = saying[group]
                    counts[0] += g
                    counts[1] += f
                    counts[2] += g and f and head == w.head
            given += gold_arcs([Sentence("", s.words, parse.tags, [], parse.heads, parse.relations, s.spaces)], base)
            base += sum(len("".join(w.split())) for w in s.words)
        own += [
            ((a + at, b + at), (h[0] + at, h[1] + at) if h else None, upos, relation)
            for (a, b), h, upos, relation in found_arcs(parser.parse(text_of(document)))
        ]
        at = arcs[-1][0][1]
    for name, arcs in (("gold words", given), ("own words", own)):
        words, upos, uas, las = f1(gold, arcs)
        print(f"{name}: words {words:.2f} UPOS {upos:.2f} UAS {uas:.2f} LAS {las:.2f}")
    for group, (g, f, right) in saying.items():
        precision, recall = right / max(f, 1), right / max(g, 1)
        score = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"{group} of saying and judging: {g} in gold, P {precision:.3f} R {recall:.3f} F1 {score:.3f}")
    if args.relations:
        print(*by_relation(gold, given), sep="\n")


if __name__ == "__main__":
    main()
