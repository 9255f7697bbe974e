"""What `Cleaner` finds in a corpus and takes out of it, for reading by eye.

    python tests/bench/bench_cleaner.py ../shared/data/corpus/news.jsonl.gz [--most 4000] [--sample 200] [--seed 1]

A row: {"source", "text"}. Copies are taken out first (`tenor.dedupe`), for a copy makes each of its sentences a repeat.
Prints the 50 sentences found most often, a random sample of removals with the text on either side of each, and what
the removal does to each outlet's mean sentiment.
"""

import argparse
import gzip
import itertools
import json
import random
import time
from collections.abc import Iterator

import tenor

AROUND = 60


def removals(cleaner: tenor.Cleaner, texts: list[str], outlets: list[str]) -> Iterator[tuple[str, str, str, str]]:
    """Yield the outlet, what stands before a removed sentence, the sentence, and what stands after it."""
    for text, outlet in zip(texts, outlets, strict=True):
        for (start, end), reason in cleaner.clean(text, outlet).removed:
            if reason == "repeated":
                yield outlet, text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND]


def line(text: str) -> str:
    return " ".join(text.split())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus")
    parser.add_argument("--most", type=int, default=4000, help="Articles that are read, the first of the file.")
    parser.add_argument("--sample", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    with gzip.open(args.corpus, "rt", encoding="utf-8") as file:
        rows = [json.loads(row) for row in itertools.islice(file, args.most)]
    texts = [row["text"] for row in rows]
    copies = tenor.dedupe(texts)
    kept = [i for i, head in enumerate(copies.head.tolist()) if head == i]
    texts, outlets = [texts[i] for i in kept], [rows[i]["source"] for i in kept]
    print(f"{len(rows):,} articles, {len(kept):,} without copies, {len(set(outlets))} outlets")
    start = time.process_time()
    cleaner = tenor.Cleaner().fit(texts, outlets)
    print(f"fitted in {time.process_time() - start:.0f} s")

    found = cleaner.repeats()
    print(f"\n{len(found):,} repeats; the 50 found most often (articles, share of the outlet's, outlet, words)")
    for repeat in found[:50]:
        print(f"{repeat.articles:5} {repeat.share:5.0%}  {repeat.outlet}: {repeat.text[:150]}")

    gone = list(removals(cleaner, texts, outlets))
    print(f"\n{len(gone):,} removals, {args.sample} of them at random")
    for outlet, before, text, after in random.Random(args.seed).sample(gone, min(args.sample, len(gone))):
        print(f"{outlet}: ... {line(before)} [[{line(text)}]] {line(after)} ...")

    effects = cleaner.report(texts, outlets)
    effects.sort(key=lambda e: -abs(e.sentiment_without - e.sentiment))
    print("\nmean sentiment with the repeats and without, where it changes most")
    for e in effects[:15]:
        print(f"{e.outlet}: {e.sentiment:+.4f} {e.sentiment_without:+.4f}, {e.removed:,} of {e.sentences:,} sentences")


if __name__ == "__main__":
    main()
