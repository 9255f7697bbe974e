"""Accuracy of sentence boundaries beside the peers', on ../shared/data/sentences: a table in Markdown.

python tests/bench/bench_sentences.py    # installs those peers that are missing and can be installed
"""

import importlib
import json
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import tenor

SHARED = Path(__file__).parents[2].parent / "shared"
Cut = Callable[[str], list]


def icu_peer() -> Cut:
    icu = importlib.import_module("icu")
    iterator = icu.BreakIterator.createSentenceInstance(icu.Locale("en"))

    def cut(text: str) -> list:
        iterator.setText(icu.UnicodeString(text))
        points = [0]  # ICU counts UTF-16 units
        for i, c in enumerate(text, 1):
            points += [i] * (2 if ord(c) > 0xFFFF else 1)
        ends = [0, *(points[at] for at in iterator)]
        return list(pairwise(ends))

    return cut


def nupunkt_peer() -> Cut:
    return importlib.import_module("nupunkt").sent_tokenize


def sentencex_peer() -> Cut:
    segment = importlib.import_module("sentencex").segment
    return lambda text: list(segment("en", text))


def blingfire_peer() -> Cut:
    cut = importlib.import_module("blingfire").text_to_sentences
    return lambda text: cut(text).split("\n")


def pysbd_peer() -> Cut:
    return importlib.import_module("pysbd").Segmenter(language="en", clean=False).segment


def koehn_peer() -> Cut:
    splitter = importlib.import_module("sentence_splitter").SentenceSplitter(language="en")
    return lambda text: [s for paragraph in text.split("\n\n") for s in splitter.split(paragraph) if s]


PEERS = {
    "ICU": ("icukit-pyicu", icu_peer),
    "sentence-splitter": ("sentence-splitter", koehn_peer),
    "nupunkt": ("nupunkt", nupunkt_peer),
    "blingfire": ("blingfire", blingfire_peer),
    "sentencex": ("sentencex", sentencex_peer),
    "pySBD": ("pysbd", pysbd_peer),
}


def main() -> None:
    sys.path.append(str(SHARED / "eval"))
    scorer = importlib.import_module("sentences")
    segmenter = tenor.Segmenter()
    cuts: dict[str, Cut] = {"tenor": segmenter.sentences}
    for name, (package, make) in PEERS.items():
        try:
            cuts[name] = make()
        except ImportError:
            subprocess.run([sys.executable, "-m", "pip", "install", "-q", package], check=False)
            try:
                cuts[name] = make()
            except ImportError as e:
                print(f"{name} did not install: {e}")
    print("| file |", " | ".join(cuts), "|")
    print("| --- |" + " --- |" * len(cuts))
    for path in sorted((SHARED / "data/sentences").glob("*.json")):
        gold = json.loads(path.read_text())
        row = []
        for cut in cuts.values():
            if isinstance(gold, list):
                met = sum(scorer.ends(text, cut(text)) == scorer.ends(text, want) for text, want in gold)
                row.append(f"{met}/{len(gold)}")
            else:
                found = scorer.score(gold["docs"], cut)
                row.append(f"{found['all'][2] * 100:.2f} / {found['inpar'][2] * 100:.2f} / {found['exact'] * 100:.0f}")
        print("|", path.stem, "|", " | ".join(row), "|", flush=True)


if __name__ == "__main__":
    main()
