"""Spark gives what one machine gives. One session for all: it takes half a minute to start."""

import os
import shutil
import signal
import sys
from pathlib import Path

import pyarrow as pa
import pytest

import tenor
from tenor.frames import SCHEMA

pytest.importorskip("pyspark", reason="there is no pyspark")
if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
    pytest.skip("there is no Java, which Spark needs", allow_module_level=True)

pytestmark = [
    pytest.mark.spark,
    pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning"),
]

NAMES = tuple(SCHEMA)
TARGETS = {"quotas": ["water quotas"], "treaty": ["draft treaty"]}


@pytest.fixture(scope="module")
def spark():
    """Return a session of two cores that tries a task three times; its Java ends with the module."""
    from pyspark import SparkContext
    from pyspark.sql import SparkSession

    kept = os.environ.get("PYSPARK_PYTHON")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        # Half the processor time of so short a life is the compiler's that makes Java fast in a long one.
        "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "7",
    }
    session = SparkSession.builder.master("local[2,3]").config(map=settings).getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()
    gateway = SparkContext._gateway
    gateway.shutdown()
    gateway.proc.stdin.close()
    gateway.proc.wait(60)
    SparkContext._gateway = SparkContext._jvm = None
    os.environ.pop("PYSPARK_PYTHON") if kept is None else os.environ.update(PYSPARK_PYTHON=kept)


@pytest.fixture(scope="module")
def corpus(root: Path) -> pa.Table:
    """Return thirty articles of the press, and rows that are none: nothing, blank, not UTF-8."""
    import pandas as pd

    news = pd.read_json(root / "notebooks" / "data" / "wikinews.jsonl.xz", lines=True)[:30]
    demo = (Path(tenor.__file__).parent / "data" / "demo.txt").read_text("utf-8")
    texts = [*(t.encode() for t in news["text"]), None, b" \n", b"half a w\xf6rd", demo.encode()]
    outlets = [f"Outlet {i % 3}" for i in range(len(texts))]
    text = pa.array(texts, pa.binary()).view(pa.string())
    return pa.table({"id": range(len(texts)), "outlet.name": outlets, "text": text})


@pytest.fixture(scope="module")
def frame(spark, corpus):
    """Return it as Spark has it, in five parts."""
    as_bytes = corpus.set_column(2, "text", corpus["text"].combine_chunks().view(pa.binary()))
    rows = spark.createDataFrame(as_bytes).repartition(5, "id")
    return rows.selectExpr("id", "`outlet.name`", "CAST(text AS STRING) AS text").cache()


@pytest.fixture(scope="module")
def analyzer() -> tenor.Analyzer:
    return tenor.Analyzer(targets=TARGETS, discover=True)


@pytest.fixture(scope="module")
def alone(corpus, analyzer) -> dict[str, pa.Table]:
    """Return what one machine finds, as Arrow's."""
    found = analyzer.analyze(corpus)
    return {name: getattr(found, name) for name in NAMES}


@pytest.fixture(scope="module")
def at_once(frame, analyzer):
    """Return all tables of one pass, cached."""
    return tenor.spark.analyze(frame, analyzer=analyzer, article="id").cache()


def as_alone(df, name: str) -> pa.Table:
    """Return a table of Spark's in the order and the types that one machine has."""
    rows = df.toArrow().select(SCHEMA[name].names).cast(SCHEMA[name])
    keys = [key for key in ("article", "sentence", "quote") if key in rows.column_names]
    # Several stances of a sentence stay in the order in which they are.
    numbered = rows.append_column("at", pa.array(range(len(rows)), pa.int64()))
    order = pa.compute.sort_indices(numbered, [(key, "ascending") for key in [*keys, "at"]])
    return rows.take(order)


@pytest.mark.parametrize("name", NAMES)
def test_tables_are_those_of_one_machine(at_once, alone, name):
    assert len(alone[name])
    assert as_alone(tenor.spark.table(at_once, name), name).equals(alone[name])


def test_bad_rows_say_why(at_once, alone):
    said = {
        row["id"]: row["status"] for row in at_once.selectExpr("article AS id", "articles.status").toArrow().to_pylist()
    }
    assert list(said.values()).count("ok") == 31
    assert said[30] == "missing: there is no text"
    assert "0xf6" in said[32]
    assert said == dict(zip(*(alone["articles"][c].to_pylist() for c in ("article", "status")), strict=True))


def test_one_table_carries_the_other_columns(frame, analyzer, alone, corpus):
    df = tenor.spark.analyze(frame, analyzer=analyzer, article="id", table="quotes")
    assert df.columns == [*SCHEMA["quotes"].names, "outlet.name"]
    assert as_alone(df, "quotes").equals(alone["quotes"])
    outlets = corpus["outlet.name"].to_pylist()
    pairs = df.select("article", "`outlet.name`").distinct().toArrow().to_pylist()
    assert pairs
    assert all(pair["outlet.name"] == outlets[pair["article"]] for pair in pairs)


def test_written_and_read_back(spark, at_once, alone, tmp_path):
    at_once.write.parquet(str(tmp_path / "found"))
    back = spark.read.parquet(str(tmp_path / "found"))
    assert as_alone(tenor.spark.table(back, "stances"), "stances").equals(alone["stances"])


def test_articles_are_numbered_where_no_column_says_so(frame, alone):
    df = tenor.spark.analyze(frame, keep=["id"], table="sentences", analyzer=tenor.Analyzer(stance=None, grammar=False))
    rows = df.select("article", "id", "sentence").toArrow()
    pairs = {(row["article"], row["id"]) for row in rows.to_pylist()}
    assert len(pairs) == len({a for a, _ in pairs}) == len({i for _, i in pairs}) == 34
    assert len(rows) == len(alone["sentences"])


def test_figures_of_spark(at_once, alone, corpus):
    """What Spark found goes to tenor.aggregate like what one machine found."""
    found = tenor.spark.table(at_once, "sentences").toArrow()
    by_spark = tenor.aggregate(found, by=["outlet.name"], replicates=100).table
    plain = tenor.aggregate(alone["sentences"], by=["outlet.name"], articles=corpus, replicates=100).table
    assert by_spark["value"].to_pylist() == pytest.approx(plain["value"].to_pylist(), rel=1e-12)


def test_model_is_loaded_once_a_worker(frame):
    from pyspark import cloudpickle

    pickled = cloudpickle.dumps(tenor.Analyzer(["a target that no other test has"], discover=False))

    def seen(batches):
        from tenor.spark_worker import analyzed, loaded, made

        before = loaded.cache_info().misses
        rows = sum(len(found) for found in analyzed(loaded(pickled, made()), batches, [], 1))
        made_here = loaded.cache_info().misses - before
        yield pa.RecordBatch.from_pydict({"pid": [os.getpid()], "rows": [rows], "made": [made_here]})

    tasks = frame.select("id", "text").repartition(8).mapInArrow(seen, "pid long, rows long, made long")
    rows = tasks.toArrow().to_pylist()
    assert len(rows) == 8
    assert sum(row["rows"] for row in rows) == 34
    assert sum(row["made"] for row in rows) == len({row["pid"] for row in rows}) < 8


def test_a_lost_worker_is_retried_and_nothing_is_double(frame, analyzer, alone, tmp_path):
    died = tmp_path / "died"

    class Mortal(tenor.Analyzer):
        """Kills its process, once, when its first rows have gone out."""

        def __reduce__(self):
            return Mortal, ()

        def _overlapped(self, texts, first, threads, ahead):
            for found in analyzer._overlapped(texts, first, threads, ahead):
                yield found
                try:
                    os.close(os.open(died, os.O_CREAT | os.O_EXCL))
                except FileExistsError:
                    continue
                os.kill(os.getpid(), signal.SIGKILL)

    df = tenor.spark.analyze(frame, analyzer=Mortal(), article="id", table="sentences")
    assert as_alone(df, "sentences").equals(alone["sentences"])
    assert died.exists()


def test_errors_name_what_there_is(spark, frame):
    at = tenor.spark.analyze
    with pytest.raises(tenor.Error, match=r"no column 'body'; the frame has 'id', 'outlet.name', 'text'.*text="):
        at(frame, "body")
    with pytest.raises(tenor.Error, match=r"no column 'date'.*keep="):
        at(frame, keep=["date"])
    with pytest.raises(tenor.Error, match=r"no column 'number'.*article="):
        at(frame, article="number")
    with pytest.raises(tenor.Error, match="article='text' holds string, not whole numbers"):
        at(frame, article="text")
    with pytest.raises(tenor.Error, match="column 'id' holds bigint, not text"):
        at(frame, "id")
    with pytest.raises(tenor.Error, match="no table 'words'; there are 'sentences', 'quotes', 'stances', 'articles'"):
        at(frame, table="words")
    with pytest.raises(
        tenor.Error, match=r"the table 'sentences' has a column 'section' .*withColumnRenamed\('section'"
    ):
        at(frame.withColumnRenamed("outlet.name", "section"), table="sentences")
    with pytest.raises(tenor.Error, match="has a column 'Quotes' of its own"):
        at(frame.withColumnRenamed("outlet.name", "Quotes"))
    with pytest.raises(tenor.Error, match="no column 'article': give what analyze gave"):
        tenor.spark.table(frame, "quotes")
    with pytest.raises(tenor.Error, match="threads must be"):
        at(frame, threads=0)
    with pytest.raises(TypeError, match=r"not list; others go to Analyzer\.analyze"):
        at(["a text"])
    with pytest.raises(tenor.Error, match=r"is Spark's; analyse it where it is: tenor\.spark\.analyze"):
        tenor.Analyzer(stance=None).analyze(frame)
    with pytest.raises(tenor.Error, match="nothing to learn"):
        tenor.spark.fit_tfidf(frame, vocabulary=["a"])


@pytest.fixture(scope="module")
def texts(corpus) -> list[str]:
    """Return those that are texts."""
    rows = corpus["text"].cast(pa.binary()).to_pylist()
    return [row.decode() for row in rows if row is not None and b"\xf6" not in row]


def assert_same(fitted: tenor.TfidfVectorizer, alone: tenor.TfidfVectorizer, texts: list[str]) -> None:
    assert fitted.vocabulary_ == alone.vocabulary_
    assert fitted.idf_.tobytes() == alone.idf_.tobytes()
    X, Y = fitted.transform(texts), alone.transform(texts)
    assert [X.data.tobytes(), X.indices.tobytes()] == [Y.data.tobytes(), Y.indices.tobytes()]


@pytest.mark.parametrize(
    "parameters",
    [
        {"min_df": 2, "max_df": 0.9, "ngram_range": (1, 2), "stop_words": "english", "sublinear_tf": True},
        {"unit": "sentence", "max_features": 50, "smooth_idf": False},
    ],
    ids=["pruned", "sentences"],
)
def test_tfidf_is_that_of_one_machine(frame, texts, parameters):
    with pytest.warns(UserWarning, match="2 rows of column 'text' hold no text"):
        fitted = tenor.spark.fit_tfidf(frame, **parameters)
    assert_same(fitted, tenor.TfidfVectorizer(**parameters).fit(texts), texts)


def test_tfidf_merges_with_what_another_job_counted(frame, texts):
    first, second = (tenor.spark.fit_tfidf(frame.where(which)) for which in ("id < 12", "id >= 12 AND id < 30"))
    assert_same(first.merge(second), tenor.TfidfVectorizer().fit(texts[:30]), texts)


def test_tfidf_of_nothing(frame):
    with pytest.raises(ValueError, match="empty vocabulary"):
        tenor.spark.fit_tfidf(frame.where("id < 0"))
