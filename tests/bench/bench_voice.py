"""Speed of attribution on ../shared/data/corpus, one core: whole calls from Python, sentences and words included.

python tests/bench/bench_voice.py [--documents 2000]    # the median of five, then all documents once

The bars are 10,000 sentences a second with parsing and 60,000 without. The second table is for linear time: one text
of 1, 2, 4, 8 and 16 copies of an article, where the time of a byte must not grow.
"""

import argparse
import gzip
import json
import statistics
import time
from itertools import islice
from pathlib import Path

import tenor

NEWS = Path(__file__).parents[3] / "shared/data/corpus/news.jsonl.gz"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2000)
    count = parser.parse_args().documents
    with gzip.open(NEWS, "rt") as lines:
        texts = [json.loads(line)["text"] for line in islice(lines, count)]
    attributor, segmenter = tenor.Attributor(), tenor.Segmenter()
    sentences = sum(len(segmenter.sentences(text)) for text in texts)
    print(f"{len(texts):,} documents, {sentences:,} sentences")
    calls = {
        "with grammar": attributor.attributions,
        "without grammar": tenor.Attributor(grammar=False).attributions,
        "sentences alone": segmenter.sentences,
    }
    taken: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(5):
        for name, call in calls.items():
            start = time.process_time()
            for text in texts:
                call(text)
            taken[name].append(time.process_time() - start)
    for name, seconds in taken.items():
        print(f"{name:16} {sentences / statistics.median(seconds):10,.0f} sentences a second")

    total = lost = 0
    slowest = 0.0
    with gzip.open(NEWS, "rt") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            start = time.process_time()
            try:
                attributor.attributions(text)
            except tenor.Error:
                lost += 1
            slowest = max(slowest, (time.process_time() - start) / (len(text) + 1000))
            total += 1
    print(f"{total:,} documents in all, {lost} lost; slowest {slowest * 1e6:.1f} µs a character")

    article = max(texts[:200], key=len)
    print("copies  seconds  ns a character")
    for copies in (1, 2, 4, 8, 16):
        long = "\n\n".join([article] * copies)
        start = time.process_time()
        found = attributor.attributions(long)
        took = time.process_time() - start
        print(f"{copies:6d}  {took:7.3f}  {took / len(long) * 1e9:.0f}  ({len(found)} attributions)")


if __name__ == "__main__":
    main()
