"""Speed of the clean-up, in MB of UTF-8 a second of one core, and whether it stays linear on texts made to slow it.

    python tests/bench/bench_article.py ../shared/data/corpus/news.jsonl.gz ../shared/data/articles/chrome.jsonl.gz

The median of five runs, in turn, of the processor's time. The peer is jusText 3 (read as HTML, its only input), whose
task is the nearest: paragraphs of text, told from chrome by length, stop words and neighbours.
"""

import argparse
import gzip
import html
import itertools
import json
import statistics
import time
from collections.abc import Callable

import tenor


def seconds(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def texts(path: str, most: int) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        return [json.loads(row)["text"] for row in itertools.islice(rows, most)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus")
    parser.add_argument("pages")
    args = parser.parse_args()
    sets = {"articles": texts(args.corpus, 4000), "whole pages": texts(args.pages, 93) * 5}
    for name, found in sets.items():
        size = sum(len(t.encode()) for t in found)
        times = [seconds(lambda found=found: [tenor.clean(t) for t in found]) for _ in range(5)]
        print(f"{name}: {size / 1e6 / statistics.median(times):.1f} MB/s")
    try:
        import justext
    except ImportError:
        print("jusText is not installed")
    else:
        some = sets["whole pages"][:93]
        pages = ["".join(f"<p>{html.escape(line)}</p>" for line in t.split("\n\n")) for t in some]
        stop = justext.get_stoplist("English")
        ours, theirs = [], []
        for _ in range(5):
            ours.append(seconds(lambda: [tenor.clean(t) for t in some]))
            theirs.append(seconds(lambda: [justext.justext(p, stop) for p in pages]))
        print(f"whole pages, times as fast as jusText: {statistics.median(theirs) / statistics.median(ours):.0f}")
    print("seconds for 200 KB and for 2 MB of")
    for unit in ("a", "word ", "Advertisement\n", ".\n\n", "By A B\n", "1 May 2019 ", "(", "\x00"):
        small, large = (best(unit * (n // len(unit))) for n in (200_000, 2_000_000))
        print(f"  {unit!r}: {small:.4f} {large:.4f}, {large / small:.0f} times")


def best(text: str) -> float:
    return min(seconds(lambda: tenor.clean(text)) for _ in range(3))


if __name__ == "__main__":
    main()
