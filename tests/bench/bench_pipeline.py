"""Speed of the whole analysis, MB of text a second of processor time, all threads together: median of five runs.

    python tests/bench/bench_pipeline.py CORPUS.jsonl.gz [--documents 2000] [--threads 1]

CORPUS holds a JSON object with a "text" a line. The parts are timed too, each by leaving it out.
"""

import argparse
import gzip
import json
import platform
import statistics
import time

import tenor


def seconds(work, runs=5):
    """Return the median time of some runs."""
    times = []
    for _ in range(runs):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return statistics.median(times)


def main():
    """Print one line for each setting."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus")
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    with gzip.open(arguments.corpus, "rt", encoding="utf-8") as f:
        texts = [json.loads(line)["text"] for line, _ in zip(f, range(arguments.documents), strict=False)]
    size = sum(len(t.encode()) for t in texts) / 1e6
    print(f"{len(texts)} documents, {size:.1f} MB; {platform.machine()}, {arguments.threads} thread(s)")
    settings = {
        "whole analysis": {},
        "without grammar": {"grammar": False},
        "nor stance": {"grammar": False, "stance": None},
        "nor sentiment": {"grammar": False, "stance": None, "sentiment": None},
    }
    for name, options in settings.items():
        analyzer = tenor.Analyzer(**options)
        took = seconds(lambda analyzer=analyzer: analyzer.analyze(texts, threads=arguments.threads))
        print(f"{name:30} {took:6.2f} s  {size / took:6.1f} MB/s a core")


if __name__ == "__main__":
    main()
