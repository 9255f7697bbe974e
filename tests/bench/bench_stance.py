"""Targets a second of `tenor.Stance().polarities`, beside VADER on the same sentences.

    python tests/bench/bench_stance.py

One core, by the processor's clock; median of five runs, taken in turn. Rows of one sentence after another share its
words, so the model alone is timed with every tenth row ten times. VADER reads the sentence and knows no target: it is
the nearest peer in kind, a lexicon and rules in pure Python.
"""

import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import vaderSentiment.vaderSentiment as vader

import tenor

DATA = Path(__file__).resolve().parents[3] / "shared/data/targets/newsmtsc_train.jsonl"


def main() -> None:
    """Print targets a second, and their ratio."""
    rows = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
    targets = [(r["sentence"], t["start"], t["end"]) for r in rows for t in r["targets"]]
    sentences, starts, ends = (list(column) for column in zip(*targets, strict=True))
    stance, peer = tenor.Stance(), vader.SentimentIntensityAnalyzer()
    few = sentences[::20]
    again = [[x for x in column[::10] for _ in range(10)] for column in (sentences, starts, ends)]
    runs: dict[str, tuple[int, Callable[[], object]]] = {
        "tenor.Stance": (len(sentences), lambda: stance.polarities(sentences, starts, ends)),
        "tenor.Stance, words known": (len(again[0]), lambda: stance.polarities(*again)),
        "tenor.Segmenter.words alone": (len(sentences), lambda: [segmenter.words(s) for s in sentences]),
        "vaderSentiment": (len(few), lambda: [peer.polarity_scores(s) for s in few]),
    }
    segmenter = tenor.Segmenter()
    rates: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(5):
        for name, (n, call) in runs.items():
            start = time.process_time()
            call()
            rates[name].append(n / (time.process_time() - start))
    medians = {name: statistics.median(r) for name, r in rates.items()}
    for name, rate in medians.items():
        print(f"{name:28} {rate:10,.0f} a second")
    print(f"ratio to vaderSentiment {medians['tenor.Stance'] / medians['vaderSentiment']:.1f}")


if __name__ == "__main__":
    main()
