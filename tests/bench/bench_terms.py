"""tenor's vectorizers beside scikit-learn's: CPU and wall time in turn, medians of five, and memory's growth.

usage: bench_terms.py CORPUS.jsonl.gz [--documents 20000] [--size 2000] [--rounds 5] [--cases 0 1 ...]
       [--memory | --check]

--check compares the answers instead: vocabulary, structure, and values to 1e-12, of counts and of TF-IDF.
"""

import argparse
import gzip
import json
import os
import platform
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

CASES = [
    ("unigrams", (1, 1), 1, False),
    ("unigrams", (1, 1), 2, False),
    ("(1,2)", (1, 2), 1, False),
    ("(1,2)", (1, 2), 2, False),
    ("transform", (1, 1), 1, True),
]


def documents(path: str, count: int, size: int = 2000) -> list[str]:
    """The corpus in pieces of so many characters, in order."""
    out: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            out += (text[i : i + size] for i in range(0, len(text), size))
            if len(out) >= count:
                break
    return out[:count]


MEMORY_CASES = [
    ("unigrams", (1, 1), 1, 1),
    ("unigrams", (1, 1), 2, 1),
    ("(1,2)", (1, 2), 1, 1),
    ("(1,2)", (1, 2), 2, 1),
    ("(1,3), min_df=5", (1, 3), 1, 5),
]


def make(which: str, ngrams: tuple[int, int], n_jobs: int, min_df: int = 1):
    """One of the two vectorizers."""
    if which == "tenor":
        import tenor

        return tenor.CountVectorizer(ngram_range=ngrams, n_jobs=n_jobs, min_df=min_df)
    from sklearn.feature_extraction.text import CountVectorizer

    return CountVectorizer(ngram_range=ngrams, min_df=min_df)


def clocked(call) -> tuple[float, float]:
    """Wall and CPU seconds of a call, its result given back within them."""
    wall, cpu = time.perf_counter(), time.process_time()
    call()
    return time.perf_counter() - wall, time.process_time() - cpu


def speed(args: argparse.Namespace) -> None:
    """Print the ratio of each case."""
    docs = documents(args.corpus, args.documents, args.size)
    size = sum(len(d.encode()) for d in docs) / 1e6
    load = os.getloadavg()[0]
    print(
        f"{len(docs)} documents, {size:.1f} MB of UTF-8; {platform.machine()}, {os.cpu_count()} cores, load {load:.1f}"
    )
    for which in ("tenor", "scikit-learn"):
        make(which, (1, 1), 1).fit_transform(docs[:100])
    for name, ngrams, threads, transform in (CASES[i] for i in args.cases):
        wall: dict[str, list[float]] = {"tenor": [], "scikit-learn": []}
        cpu: dict[str, list[float]] = {"tenor": [], "scikit-learn": []}
        for _ in range(args.rounds):
            for which in wall:
                vectorizer = make(which, ngrams, threads)
                if transform:
                    vectorizer.fit(docs[: len(docs) // 4])
                call = vectorizer.transform if transform else vectorizer.fit_transform
                w, c = clocked(lambda call=call: call(docs))
                wall[which].append(w)
                cpu[which].append(c)
        w, c = ({k: median(v) for k, v in times.items()} for times in (wall, cpu))
        print(
            f"{name:9s} {threads} thread(s): wall {w['scikit-learn']:.2f} s / {w['tenor']:.3f} s = "
            f"{w['scikit-learn'] / w['tenor']:.1f}; CPU {c['scikit-learn']:.2f} s / {c['tenor']:.3f} s = "
            f"{c['scikit-learn'] / c['tenor']:.1f}"
        )


def check(args: argparse.Namespace) -> None:
    """Raise where an answer differs from scikit-learn's."""
    import numpy as np
    import sklearn.feature_extraction.text as sk

    import tenor

    docs = documents(args.corpus, args.documents, args.size)
    for ngrams in ((1, 1), (1, 2)):
        theirs = sk.CountVectorizer(ngram_range=ngrams)
        X = theirs.fit_transform(docs)
        X.sort_indices()
        weighed = sk.TfidfTransformer(sublinear_tf=True).fit_transform(X)
        for threads in (1, 2, 3):
            ours = tenor.CountVectorizer(ngram_range=ngrams, n_jobs=threads)
            Y = ours.fit_transform(docs)
            assert theirs.vocabulary_ == ours.vocabulary_
            tfidf = tenor.TfidfVectorizer(ngram_range=ngrams, n_jobs=threads, sublinear_tf=True)
            for a, b in ((X, Y), (X, ours.transform(docs)), (weighed, tfidf.fit_transform(docs))):
                assert a.dtype == b.dtype
                assert a.shape == b.shape
                np.testing.assert_array_equal(a.indptr, b.indptr)
                np.testing.assert_array_equal(a.indices, b.indices)
                np.testing.assert_allclose(a.data, b.data, rtol=1e-12)
            print(f"{len(docs)} documents, {ngrams}, {threads} thread(s): {X.shape[1]} terms, {X.nnz} entries the same")


# Beyond what is held before the call: the documents are read first, and the peak forgotten (Linux only).
GROWTH = """
import re, sys
sys.path.insert(0, {here!r})
import bench_terms as b
def status(name):
    return int(re.search(name + r":\\s+(\\d+)", open("/proc/self/status").read())[1]) / 1024
docs = b.documents({corpus!r}, {count})
b.make({which!r}, (1, 1), 1).fit_transform(docs[:100])
open("/proc/self/clear_refs", "w").write("5")
before = status("VmRSS")
v = b.make({which!r}, {ngrams}, {threads}, {min_df})
X = v.fit_transform(docs)
grown = status("VmHWM") - before
matrix = (X.data.nbytes + X.indices.nbytes + X.indptr.nbytes) / 2**20
print(grown, matrix, matrix + (v._terms.bytes / 2**20 if {which!r} == "tenor" else 0))
"""


def memory(args: argparse.Namespace) -> None:
    """Print how much the peak of memory grows, each case in a process of its own."""
    for name, ngrams, threads, min_df in MEMORY_CASES:
        grown, matrix, result = {}, 0.0, 0.0
        for which in ("tenor", "scikit-learn"):
            code = GROWTH.format(
                here=str(Path(__file__).parent),
                corpus=args.corpus,
                count=args.documents,
                which=which,
                ngrams=ngrams,
                threads=threads,
                min_df=min_df,
            )
            out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
            grown[which], matrix, size = map(float, out.stdout.split())
            result = max(result, size)
        print(
            f"{name:9s} {threads} thread(s): peak grows {grown['tenor']:.0f} MiB / {grown['scikit-learn']:.0f} MiB = "
            f"{grown['tenor'] / grown['scikit-learn']:.2f}; {grown['tenor'] / matrix:.2f} times the matrix, "
            f"{grown['tenor'] / result:.2f} times matrix and vocabulary"
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus")
    parser.add_argument("--documents", type=int, default=20000)
    parser.add_argument("--size", type=int, default=2000, help="characters of a document")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--cases", type=int, nargs="*", default=range(len(CASES)), help="which lines to print")
    parser.add_argument("--memory", action="store_true", help="memory instead of time")
    parser.add_argument("--check", action="store_true", help="compare answers instead")
    arguments = parser.parse_args()
    (memory if arguments.memory else check if arguments.check else speed)(arguments)
