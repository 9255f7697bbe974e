"""Speed of sentences and words beside sentencex and ICU, on ../shared/data/corpus, one core, median of five in turn.

python tests/bench/bench_segmenter.py BUILD    # BUILD: a release build folder that holds bench_segmenter
"""

import gzip
import json
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

try:
    import sentencex
except ImportError:
    subprocess.run([sys.executable, "-m", "pip", "install", "-q", "sentencex"], check=True)
    import sentencex

import tenor

NEWS = Path(__file__).parents[2].parent / "shared/data/corpus/news.jsonl.gz"


def main(build: str) -> None:
    with gzip.open(NEWS, "rt") as lines:
        texts = [json.loads(line)["text"].replace("\0", "") for line in islice(lines, 2000)]
    megabytes = sum(len(t.encode()) for t in texts) / 1e6
    with tempfile.NamedTemporaryFile() as file:
        file.write("\0".join(texts).encode())
        file.flush()
        program = next(Path(build).rglob("bench_segmenter"))
        table = subprocess.run([program, file.name], check=True, capture_output=True, text=True).stdout
    rows = {name: float(speed) for name, speed, _ in (line.split("\t") for line in table.splitlines())}
    # The peers that have only a Python door are met at ours, in this process.
    segmenter = tenor.Segmenter()
    calls = {
        "tenor sentences, from Python": segmenter.sentences,
        "sentencex, from Python": lambda text: sentencex.segment("en", text),
    }
    times: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(5):
        for name, call in calls.items():
            start = time.perf_counter()
            for text in texts:
                call(text)
            times[name].append(time.perf_counter() - start)
    rows |= {name: megabytes / statistics.median(t) for name, t in times.items()}
    for name, speed in rows.items():
        print(f"{name:34s} {speed:8.1f} MB/s")
    print(f"sentences / sentencex          {rows['tenor sentences'] / rows['sentencex, from Python']:6.1f}")
    print(
        f"the same, both from Python     {rows['tenor sentences, from Python'] / rows['sentencex, from Python']:6.1f}"
    )
    print(f"sentences, words, hashes / ICU words {rows['tenor sentences, words, hashes'] / rows['ICU words']:6.1f}")


if __name__ == "__main__":
    main(sys.argv[1])
