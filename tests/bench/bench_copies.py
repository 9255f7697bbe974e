"""Precision, recall and speed of `tenor.dedupe` on the first articles of a corpus, beside datasketch.

    python tests/bench/bench_copies.py ../shared/data/corpus/news.jsonl.gz [articles]

The truth is exact: all pairs whose Jaccard similarity over shingles of 5 words reaches the threshold, counted through
an index from shingles to articles.
"""

import argparse
import collections
import gzip
import itertools
import json
import re
import time

import numpy as np

import tenor
from tenor.copies import jaccard, shingles


def exact_pairs(sets: list[np.ndarray], threshold: float) -> set[tuple[int, int]]:
    holders: dict[int, list[int]] = collections.defaultdict(list)
    for i, own in enumerate(sets):
        for s in own.tolist():
            holders[s].append(i)
    shared: collections.Counter[tuple[int, int]] = collections.Counter()
    for found in holders.values():
        shared.update(itertools.combinations(found, 2))
    return {p for p, n in shared.items() if n / (len(sets[p[0]]) + len(sets[p[1]]) - n) >= threshold}


def joined(pairs: set[tuple[int, int]], n: int) -> set[tuple[int, int]]:
    """All pairs of the clusters that the pairs make."""
    parent = list(range(n))

    def find(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    for a, b in sorted(pairs):
        parent[max(find(a), find(b))] = min(find(a), find(b))
    clusters = collections.defaultdict(list)
    for i in range(n):
        clusters[find(i)].append(i)
    return {p for c in clusters.values() for p in itertools.combinations(c, 2)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus")
    parser.add_argument("articles", type=int, nargs="?", default=5000)
    args = parser.parse_args()
    with gzip.open(args.corpus, "rt", encoding="utf-8") as rows:
        texts = [json.loads(row)["text"] for row in itertools.islice(rows, args.articles)]
    # Few articles of a corpus are copies: cut and changed versions of some are added, to be found again.
    random = np.random.default_rng(0)
    for text in texts[: args.articles // 20]:
        words = text.split()
        cut = words[: int(len(words) * random.uniform(0.4, 1))]
        changed = ["other" if random.random() < 0.03 else w for w in cut]
        texts.append(" ".join(changed))
    known: dict[str, int] = {}
    sets = [shingles(t, 5, known) for t in texts]
    for threshold in (0.5, 0.7, 0.9):
        start = time.process_time()
        copies = tenor.dedupe(texts, threshold=threshold)
        seconds = time.process_time() - start
        truth = joined(exact_pairs(sets, threshold), len(texts))
        found = {p for c in copies.clusters for p in itertools.combinations(c, 2)}
        right = len(found & truth)
        print(
            f"threshold {threshold}: {len(truth)} pairs, precision {right / max(1, len(found)):.3f}, "
            f"recall {right / max(1, len(truth)):.3f}, effective n {copies.effective_n} of {len(texts)}, "
            f"{len(texts) / seconds:.0f} articles a second"
        )
    try:
        from datasketch import MinHash, MinHashLSH
    except ImportError:
        print("datasketch is not installed")
        return
    start = time.process_time()
    lsh, found = MinHashLSH(threshold=0.5, num_perm=128), set()
    for i, text in enumerate(texts):
        words = re.findall(r"\w+", text.lower())
        m = MinHash(num_perm=128)
        m.update_batch([" ".join(words[k : k + 5]).encode() for k in range(max(1, len(words) - 4))])
        found |= {(j, i) for j in lsh.query(m)}
        lsh.insert(i, m)
    seconds = time.process_time() - start
    found = joined({p for p in found if jaccard(sets[p[0]], sets[p[1]]) >= 0.5}, len(texts))
    truth = joined(exact_pairs(sets, 0.5), len(texts))
    print(f"datasketch: recall {len(found & truth) / len(truth):.3f}, {len(texts) / seconds:.0f} articles a second")


if __name__ == "__main__":
    main()
