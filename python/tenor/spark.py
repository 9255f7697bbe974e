"""A corpus on a Spark cluster: the whole analysis and TF-IDF's counts, with the results of one machine.

docs/spark.md says how to bring tenor to the nodes, and when a cluster is worth it.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Literal
from warnings import warn

import pyarrow as pa
import pyarrow.compute as pc

from tenor._core import Error
from tenor.frames import SCHEMA
from tenor.intake import check_column
from tenor.pipeline import Analyzer, _thread_count
from tenor.spark_worker import NARROW, Batches, analyzed, counted, loaded, made
from tenor.terms import TfidfVectorizer
from tenor.terms.pieces import Pieces

try:
    from pyspark import cloudpickle
    from pyspark.sql import DataFrame
    from pyspark.sql import functions as F
    from pyspark.sql.types import ArrayType, DataType, DoubleType, LongType, StringType, StructField, StructType
except ImportError as e:
    raise ImportError("tenor.spark needs pyspark: pip install 'tenor[spark]'") from e

__all__ = ["analyze", "fit_tfidf", "table"]

Name = Literal["sentences", "quotes", "stances", "articles"]


def analyze(
    df: DataFrame,
    text: str = "text",
    *,
    analyzer: Analyzer | None = None,
    table: Name | None = None,
    article: str | None = None,
    keep: Iterable[str] | None = None,
    threads: int = 1,
) -> DataFrame:
    """Analyse the texts of a Spark frame where they are.

    Parameters
    ----------
    df : pyspark.sql.DataFrame
        One row an article.
    text : str
        The column of the texts.
    analyzer : Analyzer, optional
        What analyses; ``Analyzer()`` by default. Each worker process makes it once, whatever the number of its tasks.
    table : {"sentences", "quotes", "stances", "articles"}, optional
        The one table that is wanted. By default all four are found in one pass: see Returns.
    article : str, optional
        A column of whole numbers, a different one for each article, which becomes ``article``. By default each gets a
        number from Spark, which depends on how the frame is parted, and may be another when it is read again.
    keep : list of str, optional
        The other columns to carry along; by default all, but for that of the texts.
    threads : int
        Of each task. More than 1 only together with Spark's ``spark.task.cpus``.

    Returns
    -------
    pyspark.sql.DataFrame
        Not yet computed. By default one row an article: ``article``, the columns to keep, ``articles`` (a struct: what
        the clean-up found, and the status), and ``sentences``, ``quotes`` and ``stances``, lists of structs. Write it
        or cache it, then open each table with :func:`table`: nothing is analysed twice. With `table`, the rows of that
        table, with its columns as :mod:`tenor.frames` has them, and the columns to keep.

    Raises
    ------
    TypeError
        If `df` is no frame of Spark's.
    Error
        If a column is missing, has the wrong type, or has the name of one of the result's.
    """
    _check_frame(df, text)
    if article is not None:
        check_column(article, df.columns, "article")
        if (kind := df.schema[article].dataType.simpleString()) not in ("tinyint", "smallint", "int", "bigint"):
            raise Error(f"article={article!r} holds {kind}, not whole numbers; leave it out, and tenor numbers them")
    kept = [c for c in df.columns if c not in (text, article)] if keep is None else list(dict.fromkeys(keep))
    for column in kept:
        check_column(column, df.columns, "keep")
    _refuse_clash(kept, ["article", *SCHEMA], "what tenor gives")
    work, count = _shipped(analyzer or Analyzer()), _thread_count(threads)

    def run(batches: Batches) -> Iterator[pa.RecordBatch]:
        return analyzed(loaded(*work), batches, kept, count)

    number = F.monotonically_increasing_id() if article is None else _column(article).cast("long")
    # Spark finds no column with a dot in its name when it hands a frame to Python: on the way they have numbers.
    given = df.select(number.alias("0"), *(_column(c).alias(str(i)) for i, c in enumerate([text, *kept], 1)))
    fields = [StructField("article", LongType()), *(df.schema[name] for name in kept)]
    for name, schema in SCHEMA.items():
        row = StructType([StructField(f.name, _type(NARROW[f.type])) for f in schema if f.name != "article"])
        fields.append(StructField(name, row if name == "articles" else ArrayType(row)))
    found = given.mapInArrow(run, StructType(fields))
    return found if table is None else _rows(found, table)


def table(analyzed: DataFrame, name: Name) -> DataFrame:
    """Open one of the tables of what :func:`analyze` gave.

    Parameters
    ----------
    analyzed : pyspark.sql.DataFrame
        What :func:`analyze` gave without `table`, cached, or read back from where it was written.
    name : {"sentences", "quotes", "stances", "articles"}
        Which.

    Returns
    -------
    pyspark.sql.DataFrame
        The columns that :mod:`tenor.frames` describes, then those of the frame.

    Raises
    ------
    Error
        If there is no such table, or a column of the frame has the name of one of its columns.
    """
    for column in ("article", *SCHEMA):
        if column not in analyzed.columns:
            raise Error(f"there is no column {column!r}: give what analyze gave without table=")
    return _rows(analyzed, name)


def _rows(analyzed: DataFrame, name: Name) -> DataFrame:
    if name not in SCHEMA:
        raise Error(f"there is no table {name!r}; there are {', '.join(map(repr, SCHEMA))}")
    kept = [column for column in analyzed.columns if column != "article" and column not in SCHEMA]
    _refuse_clash(kept, SCHEMA[name].names, f"the table {name!r}")
    rows = F.col("articles.*") if name == "articles" else F.inline(name)
    return analyzed.select("article", rows, *map(_column, kept))


def fit_tfidf(df: DataFrame, text: str = "text", **parameters: Any) -> TfidfVectorizer:
    """Fit TF-IDF on the texts of a Spark frame: counted and added up on the cluster, pruned and weighed here.

    Parameters
    ----------
    df : pyspark.sql.DataFrame
        One row a document.
    text : str
        The column of the texts.
    **parameters
        Those of :class:`tenor.TfidfVectorizer`.

    Returns
    -------
    TfidfVectorizer
        As :meth:`~tenor.TfidfVectorizer.partial_fit` leaves it after the same documents in any order.

    Warns
    -----
    UserWarning
        If rows hold no text (null, or not UTF-8); they are not counted.

    Raises
    ------
    TypeError
        If `df` is no frame of Spark's.
    Error
        If there is no such column, it holds no text, or the vocabulary was given.
    """
    _check_frame(df, text)
    vectorizer = TfidfVectorizer(**parameters)
    vectorizer._count_piece([])  # a parameter that is wrong is better refused here than on the cluster
    work = _shipped(vectorizer)

    def run(batches: Batches) -> Iterator[pa.RecordBatch]:
        return counted(loaded(*work), batches)

    counts = df.select(_column(text).alias("text")).mapInArrow(run, "term string, df long, tf long")
    sums = counts.groupBy("term").agg(F.sum("df").alias("df"), F.sum("tf").alias("tf")).toArrow()
    about = sums.filter(pc.is_null(sums["term"]))  # no row, if there was no batch
    if skipped := sum(about["tf"].to_pylist()):
        warn(f"{skipped} rows of column {text!r} hold no text, and are not counted", stacklevel=2)
    terms = sums.filter(pc.is_valid(sums["term"])).sort_by("term")
    vectorizer._settle(Pieces(terms, sum(about["df"].to_pylist()), True))
    return vectorizer


def _shipped(work: Any) -> tuple[bytes, tuple[tuple[str, str], ...]]:
    """Return what a worker needs to have the same object, and to know that it is the same."""
    return cloudpickle.dumps(work), made()


def _column(name: str) -> Any:
    """Return the column of that very name: a dot in it would mean a field."""
    return F.col("`" + name.replace("`", "``") + "`")


def _check_frame(df: object, text: str) -> None:
    if not isinstance(df, DataFrame):
        raise TypeError(f"df must be a pyspark.sql.DataFrame, not {type(df).__name__}; others go to Analyzer.analyze")
    check_column(text, df.columns)
    kind = df.schema[text].dataType
    if not isinstance(kind, StringType):
        raise Error(f"column {text!r} holds {kind.simpleString()}, not text; name the column of the texts with text=")


def _refuse_clash(kept: list[str], names: list[str], where: str) -> None:
    own = {name.lower() for name in names}  # Spark does not tell case apart
    for column in kept:
        if column.lower() in own:
            raise Error(
                f"{where} has a column {column!r} of its own; rename yours, as in "
                f"df.withColumnRenamed({column!r}, {'my_' + column!r}), or name those to carry along with keep="
            )


def _type(kind: pa.DataType) -> DataType:
    """Return Spark's name for a type of a table's column."""
    if pa.types.is_list(kind):
        return ArrayType(_type(kind.value_type))
    if pa.types.is_struct(kind):
        return StructType([StructField(field.name, _type(field.type)) for field in kind])
    return {pa.int64(): LongType(), pa.float64(): DoubleType(), pa.string(): StringType()}[kind]
