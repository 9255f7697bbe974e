"""Speed of sentences and words beside sentencex and ICU, on ../shared/data/corpus, one core, median of five in turn.

python tests/bench/bench_segmenter.py    # installs sentencex, builds the C++ half in build/release, prints a table
"""

import gzip
import json
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import islice

from native import ROOT, build

import tenor

NEWS = ROOT.parent / "shared/data/corpus/news.jsonl.gz"


def main() -> None:
    try:
        import sentencex
    except ImportError:
        subprocess.run([sys.executable, "-m", "pip", "install", "-q", "sentencex"], check=True)
        import sentencex

    with gzip.open(NEWS, "rt") as lines:
        texts = [json.loads(line)["text"].replace("\0", "") for line in islice(lines, 2000)]
    megabytes = sum(len(t.encode()) for t in texts) / 1e6
    with tempfile.NamedTemporaryFile() as file:
        file.write("\0".join(texts).encode())
        file.flush()
        table = subprocess.run([build("bench_segmenter"), file.name], check=True, capture_output=True, text=True).stdout
    rows = {name: float(speed) for name, speed, _ in (line.split("\t") for line in table.splitlines())}
    # sentencex, which is Rust, has only a Python door here, so it is met at ours too.
    segmenter = tenor.Segmenter()
    calls = {
        "tenor sentences, from Python": segmenter.sentences,
        "sentencex, from Python": lambda text: sentencex.segment("en", text),
    }
    times: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(5):
        for name, call in calls.items():
            start = time.process_time()
            for text in texts:
                call(text)
            times[name].append(time.process_time() - start)
    rows |= {name: megabytes / statistics.median(t) for name, t in times.items()}
    for name, speed in rows.items():
        print(f"{name:36s} {speed:8.1f} MB/s")
    for ratio, ours, theirs in (
        ("sentences / sentencex", "tenor sentences", "sentencex, from Python"),
        ("sentences / sentencex, both from Python", "tenor sentences, from Python", "sentencex, from Python"),
        ("sentences / ICU sentences", "tenor sentences", "ICU sentences"),
        ("sentences, words, hashes / ICU words", "tenor sentences, words, hashes", "ICU words"),
    ):
        print(f"{ratio:40s} {rows[ours] / rows[theirs]:6.1f}")


if __name__ == "__main__":
    main()
