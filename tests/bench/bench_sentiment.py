"""Speed of sentiment scoring on one core, beside vaderSentiment in the same run: median of five, in turn.

    python tests/bench/bench_sentiment.py ../shared/data/corpus/news.jsonl.gz [--sentences 100000]

vaderSentiment reads a tenth of the sentences, since only the rate is compared.
"""

import argparse
import gzip
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

import tenor


def sentences(path: Path, count: int) -> list[str]:
    segmenter, out = tenor.Segmenter(), list[str]()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            out += [text[s.start : s.end] for s in segmenter.sentences(text)]
            if len(out) >= count:
                break
    return out[:count]


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("corpus", type=Path)
    ap.add_argument("--sentences", type=int, default=100_000)
    args = ap.parse_args()
    texts = sentences(args.corpus, args.sentences)
    tenth = texts[::10]
    peer = SentimentIntensityAnalyzer()
    vader, news = (tenor.Sentiment(name, threads=1) for name in ("vader", "news"))
    assert [peer.polarity_scores(t)["compound"] for t in tenth] == list(vader.score(tenth))
    contestants: dict[str, tuple[Callable[[], object], int]] = {
        "vaderSentiment": (lambda: [peer.polarity_scores(t)["compound"] for t in tenth], len(tenth)),
        "tenor vader": (lambda: vader.score(texts), len(texts)),
        "tenor news": (lambda: news.score(texts), len(texts)),
    }
    rates: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(5):
        for name, (run, count) in contestants.items():
            begin = time.process_time()
            run()
            rates[name].append(count / (time.process_time() - begin))
    base = statistics.median(rates["vaderSentiment"])
    for name, r in rates.items():
        print(f"{name:15} {statistics.median(r):12,.0f} sentences/s  {statistics.median(r) / base:6.1f} times")


if __name__ == "__main__":
    main()
