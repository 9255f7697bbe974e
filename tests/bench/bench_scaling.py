"""Scaling on news: the SVD beside scipy's ARPACK, LSS from text to scores with its bootstraps, Wordfish on many texts.

usage: bench_scaling.py CORPUS.jsonl.gz [--rounds 3] [--only svd lss wordfish] [--documents 190000]

CPU seconds of one thread, medians, taken in turn; memory is the peak of a process of its own, above what it holds
before the fit. R's LSX took 4.54 CPU seconds (RSpectra) on 37,464 sentences by 9,214 words where ARPACK took 10.2.
"""

import argparse
import gzip
import itertools
import json
import multiprocessing
import os
import platform
import resource
import time
from collections.abc import Callable
from statistics import median
from typing import Any

import numpy as np
import scipy
import scipy.sparse as sp
from scipy.sparse.linalg import svds
from threadpoolctl import threadpool_limits

import tenor
from tenor import _core
from tenor.scaling import LSS, Wordfish
from tenor.scaling.counts import core_arrays

K = 300
PIECE = 500  # characters of a text for Wordfish


def texts(path: str) -> Any:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def measured(work: Callable[[], Any]) -> tuple[float, float, Any]:
    cpu, wall = time.process_time(), time.perf_counter()
    out = work()
    return time.process_time() - cpu, time.perf_counter() - wall, out


def sentences_matrix(path: str, documents: int = 1000) -> tuple[Any, Any]:
    segmenter = tenor.Segmenter()
    chosen = list(itertools.islice(texts(path), documents))
    sentences = [text[start:end] for text in chosen for start, end in segmenter.sentences(text)]
    counter = tenor.CountVectorizer(stop_words="english", min_df=5)
    X = counter.fit_transform(sentences).astype(float).tocsr()
    X.sort_indices()
    return X, counter


def ours(X: Any, threads: int) -> Any:
    return _core.leading_svd(*core_arrays(X), X.shape[1], K, 0, threads)


def bench_svd(path: str, rounds: int) -> None:
    X, _ = sentences_matrix(path)
    print(f"\nSVD, k = {K}: 1,000 documents, {X.shape[0]:,} sentences x {X.shape[1]:,} words, {X.nnz:,} entries")
    methods: dict[str, Callable[[], Any]] = {
        "ARPACK": lambda: svds(X, K, tol=0, v0=np.ones(min(X.shape))),
        "tenor": lambda: ours(X, 1),
        "tenor, 2 threads": lambda: ours(X, 2),
    }
    cpu: dict[str, list[float]] = {name: [] for name in methods}
    wall: dict[str, list[float]] = {name: [] for name in methods}
    found = {}
    for _, name in itertools.product(range(rounds), methods):
        seconds, waited, found[name] = measured(methods[name])
        cpu[name].append(seconds)
        wall[name].append(waited)
    _, s, vt = found["ARPACK"]
    ours_s, ours_v, steps = found["tenor"]
    np.testing.assert_allclose(ours_s, np.sort(s)[::-1], rtol=1e-12)
    assert np.array_equal(ours_v, found["tenor, 2 threads"][1]), "threads change the result"
    at = np.random.default_rng(0).integers(0, X.shape[1], 14)
    gap = np.abs(cosines(vt.T, at) - cosines(ours_v, at)).max()
    print(f"{steps} Lanczos steps; cosines with 14 words differ from ARPACK's by up to {gap:.1e}")
    for name in methods:
        ratio = median(cpu["ARPACK"]) / median(cpu[name])
        seconds, waited = median(cpu[name]), median(wall[name])
        print(f"{name:17} CPU {seconds:6.2f} s  wall {waited:6.2f} s  {ratio:4.2f} times as fast as ARPACK (CPU)")


def cosines(V: Any, at: Any) -> Any:
    norms = np.linalg.norm(V, axis=1)
    unit = np.where(norms[:, None] > 1e-10, V / np.maximum(norms, 1e-300)[:, None], 0.0)
    return unit @ unit[at].T


def bench_lss(path: str) -> None:
    chosen = list(itertools.islice(texts(path), 1000))
    size = sum(map(len, chosen)) / 1e6
    model = LSS(k=K)
    fitting, _, _ = measured(lambda: model.fit(chosen))
    scoring, _, _ = measured(lambda: model.score_documents(chosen))
    print(f"\nLSS: 1,000 documents, {size:.1f} million characters, {model.n_features_in_:,} words, k = {K}")
    print(f"fit from text                {fitting:8.3f} s CPU")
    print(f"documents' scores from text  {scoring:8.3f} s")
    for name, work in (
        ("other seeds", lambda: model.with_seeds("ideology")),
        ("bootstrap of 14 seeds", lambda: model.bootstrap("seeds")),
        ("the same, each left out", lambda: model.bootstrap("seeds", remove=True)),
        ("bootstrap of k", lambda: model.bootstrap("k")),
    ):
        print(f"{name:27}  {measured(work)[0]:8.3f} s")


def resident() -> float:
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * resource.getpagesize() / 2**20


def fit_wordfish(X: Any, solver: Any, threads: int, out: Any) -> None:
    before = resident()
    model = Wordfish(solver=solver, n_jobs=threads, max_iter=100)
    cpu, wall, _ = measured(lambda: model.fit(X))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - before
    out.put((cpu, wall, peak, model.n_iter_, model.converged_, model.theta_))


def counted(path: str, documents: int) -> Any:
    pieces = (text[i : i + PIECE] for text in texts(path) for i in range(0, len(text), PIECE))
    counter = tenor.CountVectorizer(stop_words="english", min_df=20)
    X = counter.fit_transform(list(itertools.islice(pieces, documents))).tocsr()
    return X[np.asarray(X.sum(axis=1)).ravel() >= 10]


def drawn(documents: int, words: int = 20_000, length: int = 60) -> Any:
    """Counts from the model: documents evenly from left to right, words as frequent as Zipf has it."""
    rng = np.random.default_rng(0)
    psi, beta = -np.log(np.arange(1, words + 1)), rng.normal(0, 0.4, words)
    columns = []
    for theta in np.linspace(-1.7, 1.7, 50):
        rate = np.exp(psi + beta * theta)
        columns.append(rng.choice(words, documents // 50 * length, p=rate / rate.sum()))
    rows = np.repeat(np.arange(documents // 50 * 50), length)
    X = sp.csr_matrix((np.ones(len(rows)), (rows, np.concatenate(columns))))
    return X[:, np.asarray(X.sum(axis=0)).ravel() > 0]


def bench_wordfish(path: str, documents: int) -> None:
    processes = multiprocessing.get_context("fork")
    for title, X, fits in (
        ("pieces of news", counted(path, documents), [("map", 1), ("map", 2)]),
        ("texts drawn from the model", drawn(documents), [("quanteda", 1), ("quanteda", 2), ("map", 1)]),
    ):
        dense = X.shape[0] * X.shape[1] * 8 / 2**30
        print(f"\nWordfish: {X.shape[0]:,} {title} x {X.shape[1]:,} words, {X.nnz:,} entries ({dense:.0f} GB if dense)")
        positions: dict[str, Any] = {}
        for solver, threads in fits:
            queue = processes.Queue()
            child = processes.Process(target=fit_wordfish, args=(X, solver, threads, queue))
            child.start()
            cpu, wall, peak, iterations, converged, theta = queue.get()
            child.join()
            end = "converged" if converged else "stopped"
            print(
                f"{solver:9} {threads} thread(s)  CPU {cpu:6.1f} s  wall {wall:6.1f} s  {peak:6.0f} MB above the matrix"
                f"  {iterations} iterations, {end}"
            )
            assert np.array_equal(positions.setdefault(solver, theta), theta), "threads change the result"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="*", default=["svd", "lss", "wordfish"])
    parser.add_argument("--documents", type=int, default=190_000)
    args = parser.parse_args()
    print(f"Python {platform.python_version()}, scipy {scipy.__version__}, {os.cpu_count()} cores")
    # A BLAS with two threads on a busy machine makes ARPACK wait, not work.
    with threadpool_limits(1):
        if "svd" in args.only:
            bench_svd(args.corpus, args.rounds)
        if "lss" in args.only:
            bench_lss(args.corpus)
        if "wordfish" in args.only:
            bench_wordfish(args.corpus, args.documents)


if __name__ == "__main__":
    main()
