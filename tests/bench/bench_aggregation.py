"""How long figures with intervals take, and opening one: a million generated sentences of 100,000 articles.

python tests/bench/bench_aggregation.py [ARTICLES]
"""

import sys
import time

import numpy as np
import pyarrow as pa

import tenor

SENTENCES = (
    "The minister praised the fair plan.",
    "Critics called it a reckless failure, and the strike went on.",
    "The council met on Monday in the town hall.",
    "Nobody was hurt, but the damage was terrible.",
)


def corpus(articles: int, each: int = 10) -> tuple[pa.Table, pa.Table]:
    """Make a table of sentences with the scorer's own figures, and one of articles: 20 outlets, 52 weeks."""
    random = np.random.default_rng(0)
    kind = random.integers(0, len(SENTENCES), articles * each)
    scorer = tenor.Sentiment()
    scores, counts = scorer.score(SENTENCES), scorer.counts(SENTENCES)
    hits = counts[:, 0] + counts[:, 1]
    columns = {"sentiment": scores, "hits": hits, "words": counts[:, 2], "positive": counts[:, 0]}
    columns |= {"negative": counts[:, 1], "outlet_positive": counts[:, 0], "outlet_negative": counts[:, 1]}
    columns |= {"outlet_sentiment": scores, "outlet_share": np.ones(len(SENTENCES))}
    n = len(kind)
    sentences = {"article": np.repeat(np.arange(articles), each), "sentence": np.tile(np.arange(each), articles)}
    sentences |= {"start": np.zeros(n, dtype=np.int64)} | {name: c[kind] for name, c in columns.items()}
    sentences["text"] = pa.array(SENTENCES, pa.large_string()).take(kind)
    dates = np.datetime64("2024-01-01") + random.integers(0, 364, articles)
    meta = {"outlet": [f"outlet {i:02}" for i in random.integers(0, 20, articles)], "date": dates}
    return pa.table(sentences), pa.table(meta)


def main() -> None:
    """Print seconds."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    sentences, meta = corpus(articles)
    print(f"{sentences.num_rows:,} sentences of {articles:,} articles")
    for by, block in ((), None), (["outlet"], None), (["outlet", "week"], None), (["outlet"], "auto"):
        begin, work = time.perf_counter(), time.process_time()
        found = tenor.aggregate(sentences, by=by, articles=meta, block=block)
        seconds, work = time.perf_counter() - begin, time.process_time() - work
        begin = time.perf_counter()
        plain = tenor.aggregate(sentences, by=by, articles=meta, replicates=0)
        without = time.perf_counter() - begin
        print(
            f"by {by or 'nothing'}, block {block}: {len(found):,} groups, {seconds:.2f} s ({work:.2f} s of work)",
            end="",
        )
        print(f"; without intervals {without:.2f} s")
        assert found.table["value"].equals(plain.table["value"])
        if by:
            cells = {"outlet": "outlet 07"} | ({"week": "2024-05-15"} if "week" in by else {})
            begin = time.perf_counter()
            opened = found.evidence(**cells)
            print(f"  evidence({cells}): {opened.total:,} sentences, {time.perf_counter() - begin:.2f} s")


if __name__ == "__main__":
    main()
