"""A corpus of any size through `tenor analyze`: peak memory, rate, and what threads bring.

    python tests/bench/bench_analyze.py --mb 500 2000            # one run for each size; peak memory must not grow
    python tests/bench/bench_analyze.py --mb 50 --threads 1 2    # each number of threads in turn; the same bytes
    python tests/bench/bench_analyze.py --spark --price 0.05     # on Spark too; a core costs 0.05 an hour

The articles are generated: sentences of the articles in --source (JSON Lines with a field `text`, .gz too; by default
the demo article that ships) are dealt out at random, 6 to 39 to an article. What is not known goes to `tenor analyze`.
"""

import argparse
import gzip
import hashlib
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from importlib.resources import files
from pathlib import Path

import tenor


def paragraphs(source, count=20_000):
    """Return paragraphs of three sentences of real news, dealt out at random."""
    if source is None:
        texts = [(files("tenor") / "data" / "demo.txt").read_text("utf-8")]
    else:
        with (gzip.open if source.endswith(".gz") else open)(source, "rt", encoding="utf-8") as f:
            texts = [json.loads(line)["text"] for line, _ in zip(f, range(500), strict=False)]
    segmenter = tenor.Segmenter()
    known = [text[a:b] for text in texts for a, b in segmenter.sentences(text)]
    deal = random.Random(20260101)
    return [" ".join(deal.choices(known, k=3)) for _ in range(count)]


def generate(path, size, known):
    """Write a corpus of about `size` bytes: JSON Lines or, by its name, Parquet in row groups of 100,000 rows."""
    deal = random.Random(20260102)
    written = count = 0
    if path.suffix == ".jsonl":
        quoted = [json.dumps(paragraph, ensure_ascii=False)[1:-1] for paragraph in known]
        with open(path, "wb") as f:
            while written < size:
                count += 1
                text = "\\n\\n".join(deal.choices(quoted, k=deal.randint(2, 13)))
                written += f.write(f'{{"outlet": "Outlet {count % 12}", "text": "{text}"}}\n'.encode())
        return count
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema({"outlet": pa.string(), "text": pa.string()})
    with pq.ParquetWriter(path, schema) as writer:
        while written < size:
            texts = []
            while len(texts) < 100_000 and written < size:
                texts.append("\n\n".join(deal.choices(known, k=deal.randint(2, 13))))
                written += len(texts[-1].encode())
            count += len(texts)
            outlets = [f"Outlet {i % 12}" for i in range(len(texts))]
            writer.write_table(pa.table({"outlet": outlets, "text": texts}, schema))
    return count


def analyze(corpus, out, threads, options):
    """Run the command; return seconds, peak memory in MB (of the whole, and in each quarter), and processor time."""
    command = [sys.executable, "-m", "tenor.cli", "analyze", str(corpus), "-o", str(out), *options]
    begin, resident = time.perf_counter(), []
    with subprocess.Popen([*command, "--threads", str(threads)]) as process:
        while True:
            done, status, usage = os.wait4(process.pid, os.WNOHANG)
            if done:
                break
            lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
            resident += [int(line.split()[1]) / 1000 for line in lines if line.startswith("VmRSS")]
            time.sleep(0.05)
        process.returncode = status
    assert status == 0, f"tenor ended with {status}"
    quarter = -(-len(resident) // 4)
    peaks = [max(resident[i : i + quarter]) for i in range(0, len(resident), quarter)]
    return time.perf_counter() - begin, usage.ru_maxrss / 1000, peaks, usage.ru_utime + usage.ru_stime


def costs(count, cpu, price):
    """Say what processor seconds mean for a large corpus, whatever else the machine does: they are what is paid for."""
    hours = 1e6 * cpu / count / 3600
    cost = f" = {hours * price:.2f}, at {price} a core's hour" if price else ""
    return f"{count / cpu * 3600:,.0f} articles a core's hour; a million: {hours:.1f} cores' hours{cost}"


def analyze_on_spark(corpus, out, cores):
    """Run the same analysis on Spark in a process of its own; return as `analyze` does, and the seconds of the job."""
    code = (
        "import os, sys, time; os.environ['PYSPARK_PYTHON'] = sys.executable\n"
        "import tenor; from pyspark.sql import SparkSession\n"
        f"spark = SparkSession.builder.master('local[{cores}]').config('spark.ui.enabled', 'false').getOrCreate()\n"
        f"df = spark.read.json({str(corpus)!r}).repartition({4 * cores})\n"
        "begin = time.perf_counter()\n"
        f"tenor.spark.analyze(df).write.parquet({str(out / 'found')!r})\n"
        "print(time.perf_counter() - begin)\n"
        # Java is waited for, so that its processor time is counted.
        "gateway = spark.sparkContext._gateway; spark.stop(); gateway.shutdown()\n"
        "gateway.proc.stdin.close(); gateway.proc.wait(60)\n"
    )
    begin = time.perf_counter()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - begin, cpu, float(done.stdout.split()[-1])


def digest(folder):
    """Return one digest of all files of a result."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            total.update(path.read_bytes())
    return total.hexdigest()[:16]


def processors(count, seconds=3):
    """Return how many processors that many busy processes get here: what threads can bring at most."""
    busy = f"import time\nend = time.time() + {seconds}\nwhile time.time() < end: pass\nprint(time.process_time())"
    begin = time.perf_counter()
    running = [subprocess.Popen([sys.executable, "-c", busy], stdout=subprocess.PIPE) for _ in range(count)]
    used = sum(float(process.communicate()[0]) for process in running)
    return used / (time.perf_counter() - begin)


def main():
    """Print one line for each run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mb", type=int, nargs="+", default=[100])
    parser.add_argument("--threads", type=int, nargs="+", default=[2])
    parser.add_argument("--runs", type=int, default=1, help="of each setting, in turn; the quickest counts")
    parser.add_argument("--source", help="JSON Lines with a field text, whose sentences are dealt out")
    parser.add_argument("--kind", choices=["jsonl", "parquet"], default="jsonl")
    parser.add_argument("--folder", help="where the corpus and the result are written, and removed")
    parser.add_argument("--price", type=float, help="of an hour of one core, to say what a million articles cost")
    parser.add_argument("--spark", action="store_true", help="also on Spark, on as many cores as the most threads")
    arguments, options = parser.parse_known_args()
    known = paragraphs(arguments.source)
    for size in arguments.mb:
        with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
            corpus = Path(folder) / f"corpus.{arguments.kind}"
            count = generate(corpus, size * 1_000_000, known)
            print(
                f"{size} MB, {count:,} articles, {arguments.kind} of {corpus.stat().st_size / 1e6:.0f} MB", flush=True
            )
            best = {}
            for _ in range(arguments.runs):
                for threads in arguments.threads:
                    out = Path(folder) / "out"
                    out.mkdir()
                    took, memory, peaks, cpu = analyze(corpus, out, threads, options)
                    same = digest(out)
                    print(
                        f"  {threads} thread(s): {took:7.1f} s  {size / took:5.2f} MB/s  peak {memory:5.0f} MB "
                        f"(by quarters {', '.join(f'{p:.0f}' for p in peaks)})  "
                        f"{size / cpu:5.2f} MB a processor second  result {same}",
                        flush=True,
                    )
                    print(f"    {costs(count, cpu, arguments.price)}")
                    best[threads] = min(took, best.get(threads, took))
                    shutil.rmtree(out)
            if arguments.spark:
                cores = max(arguments.threads)
                out.mkdir()
                took, cpu, job = analyze_on_spark(corpus, out, cores)
                print(
                    f"  Spark, {cores} core(s): {took:7.1f} s, of them the job {job:.1f} s ({size / job:.2f} MB/s)  "
                    f"{size / cpu:5.2f} MB a processor second, all told",
                    flush=True,
                )
                print(f"    {costs(count, cpu, arguments.price)}")
            if len(best) > 1:
                first = min(best)
                for threads, took in best.items():
                    got = processors(threads)
                    print(
                        f"  {threads} thread(s): {best[first] / took:.2f} times {first}; "
                        f"{threads} busy processes get {got:.2f} processors here"
                    )


if __name__ == "__main__":
    main()
