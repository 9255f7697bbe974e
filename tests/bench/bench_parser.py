"""Words a second of the parser on one core, end to end, beside the attributions of the same package.

    python tests/bench/bench_parser.py ../shared/data/articles/wikinews.jsonl.gz

By processor time, median of five rounds in turn. `core` finds sentences, words and trees and hands them over as lists;
`parse` makes Words of them too. Attributions use the tagger and rules instead of trees: a yardstick of the machine.
"""

import gzip
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import tenor
from tenor.syntax import shipped_parser


def seconds(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start


def main(path: str) -> None:
    lines = gzip.decompress(Path(path).read_bytes()).decode().splitlines()
    texts = [json.loads(line)["text"] for line in lines][:60]
    parser, attributor, segmenter = tenor.Parser(), tenor.Attributor(), tenor.Segmenter()
    core = shipped_parser()
    words = sum(len(segmenter.words(t)) for t in texts)
    ways: dict[str, Callable[[], object]] = {
        "core": lambda: [core.parse(segmenter._core, t) for t in texts],
        "parse": lambda: [parser.parse(t) for t in texts],
        "attributions": lambda: [attributor.attributions(t) for t in texts],
    }
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(5):
        for name, way in ways.items():
            taken[name].append(seconds(way))
    for name, rounds in taken.items():
        print(f"{name}: {words / statistics.median(rounds):,.0f} words/s ({words:,} words)")
    ratio = statistics.median(taken["attributions"]) / statistics.median(taken["core"])
    print(f"core / attributions: {ratio:.2f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
