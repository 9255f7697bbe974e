"""Targets a second of the target model, and of `tenor.Stance().polarities` beside VADER on the same sentences.

    python tests/bench/bench_stance.py      # builds the C++ half in build/release, prints a table

One core, by the processor's clock; median of five runs, taken in turn. The model alone is timed in C++, where sentences
and words have been found before; every target comes once, those of one sentence after each other. VADER reads the
sentence and knows no target: it is the nearest peer in kind, a lexicon and rules in pure Python.
"""

import json
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import vaderSentiment.vaderSentiment as vader
from native import build

import tenor

DATA = Path(__file__).resolve().parents[3] / "shared/data/targets/newsmtsc_train.jsonl"


def model_alone(targets: list[tuple[str, int, int]]) -> float:
    """Return what the C++ half measures."""
    lines = [f"{len(s[:a].encode())} {len(s[:b].encode())} {s}\n" for s, a, b in targets if not set(s) & set("\n\r")]
    with tempfile.NamedTemporaryFile() as file:
        file.write("".join(lines).encode())
        file.flush()
        model = files("tenor") / "data/stance_gated.bin"
        found = subprocess.run(
            [build("bench_stance"), str(model), file.name], check=True, capture_output=True, text=True
        )
    rate, count, sentences, _ = found.stdout.split("\t")
    print(f"{count} targets in {sentences} sentences")
    return float(rate)


def main() -> None:
    """Print targets a second, and their ratio."""
    rows = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
    targets = [(r["sentence"], t["start"], t["end"]) for r in rows for t in r["targets"]]
    sentences, starts, ends = (list(column) for column in zip(*targets, strict=True))
    stance, peer = tenor.Stance(), vader.SentimentIntensityAnalyzer()
    few = sentences[::20]
    runs: dict[str, tuple[int, Callable[[], object]]] = {
        "tenor.Stance": (len(sentences), lambda: stance.polarities(sentences, starts, ends)),
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
    medians = {"model, words known": model_alone(targets), **medians}
    for name, rate in medians.items():
        print(f"{name:28} {rate:10,.0f} a second")
    print(f"ratio to vaderSentiment {medians['tenor.Stance'] / medians['vaderSentiment']:.1f}")


if __name__ == "__main__":
    main()
