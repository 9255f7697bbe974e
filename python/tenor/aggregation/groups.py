"""The figures of groups, with an interval each, and what stands beside them."""

import zlib
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from tenor.aggregation.bootstrap import Interval, auto_block, block_sums, interval
from tenor.aggregation.rows import Rows
from tenor.aggregation.statistics import Array, Statistic

__all__ = ["figures", "group_labels"]


def figures(
    rows: Rows,
    figure: Statistic,
    cluster: NDArray[np.int64],
    length: int | None,
    ci: float,
    replicates: int,
    seed: int,
) -> pa.Table:
    """Make the table of :class:`tenor.Aggregate`: one row a group.

    Parameters
    ----------
    rows : Rows
    figure : Statistic
    cluster : int array
        What is drawn together with each unit: its article, or the article and its copies.
    length : int, optional
        Days of a block, 0 to choose; None draws clusters.
    ci, replicates, seed
        As in :func:`tenor.aggregate`.
    """
    cells, cell = rows.cells()
    heard = rows.units["heard"]
    u = {name: column[heard] for name, column in rows.units.items()}
    cell_of, article, cluster = cell[heard], rows.article[heard], cluster[heard]
    article_cell, in_article = _groups(cell_of, article)
    cluster_cell, in_cluster = _groups(cell_of, cluster)
    a, b = figure.sums(u)
    if figure.by_article:
        size = np.bincount(in_article)[in_article]
        a, b = a / size, b / size

    def total(values: Array, groups: NDArray[np.int64] = cell_of, n: int = len(cells)) -> Array:
        return np.bincount(groups, weights=values, minlength=n)

    parts = np.column_stack([total(x, in_cluster, len(cluster_cell)) for x in (a, b)])
    whole = np.column_stack([total(a), total(b)])
    n = total(np.ones(len(cell_of)))
    with np.errstate(divide="ignore", invalid="ignore"):
        values = np.where(n > 0, figure.value(whole[:, 0], whole[:, 1]), np.nan)
        coverage = total(u["hits"] > 0) / n
    labels = group_labels(rows, cells)
    day = None
    if length is not None and rows.day is not None:
        day = np.full(len(cluster_cell), np.iinfo(np.int64).max)
        np.minimum.at(day, in_cluster, rows.day[heard])
    where = np.searchsorted(cluster_cell, np.arange(len(cells) + 1))
    found: list[Interval] = []
    for i in range(len(cells)):
        part = slice(where[i], where[i + 1])
        # A seed from the group's own name: its interval does not depend on which other groups there are.
        key = zlib.crc32(repr([str(column[i].as_py()) for column in labels.values()]).encode())
        options: dict[str, Any] = {"ci": ci, "replicates": replicates, "seed": [seed, key]}
        if n[i] == 0:
            found.append(Interval(np.nan, np.nan, np.nan, f"nothing in the voice {rows.voice!r}"))
        elif replicates == 0:
            found.append(Interval(np.nan, np.nan, np.nan))
        elif day is None:
            found.append(interval(figure, parts[part], values[i], **options))
        else:
            sums, drawn = _blocks(parts[part], day[part], length or 0)
            found.append(interval(figure, sums, values[i], drawn=drawn, **options))
    bounds = {"value": values, "low": [x.low for x in found], "high": [x.high for x in found]}
    columns: dict[str, Any] = labels | {k: pa.array(v, pa.float64(), from_pandas=True) for k, v in bounds.items()}
    counts = {
        "articles": np.bincount(article_cell, minlength=len(cells)),
        "clusters": np.bincount(cluster_cell, minlength=len(cells)),
        rows.kind: n,
    }
    counts |= {"words": total(u["words"]).round()} if rows.kind == "sentences" else {}
    counts |= {"positive": total(u["positive"]), "negative": total(u["negative"])}
    columns |= {name: pa.array(values.astype(np.int64)) for name, values in counts.items()}
    columns |= {"coverage": pa.array(coverage, from_pandas=True)}
    columns |= {"note": pa.array([x.note for x in found], pa.large_string())}
    return pa.table(columns)


def _groups(first: NDArray[Any], second: NDArray[Any]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the first part of each pair that occurs, in order, and the number of each row's pair."""
    base = int(second.max(initial=0)) + 1
    pairs, number = np.unique(first * base + second, return_inverse=True)
    return pairs // base, number


def group_labels(rows: Rows, cells: NDArray[np.int64]) -> dict[str, pa.Array]:
    """Return each group's value of each column."""
    out: dict[str, pa.Array] = {}
    rest = cells
    for name, (_, labels) in reversed(rows.keys.items()):
        array = pa.array([labels[i] for i in (rest % max(len(labels), 1)).tolist()])
        text = pa.types.is_string(array.type) or pa.types.is_null(array.type)
        out[name] = array.cast(pa.large_string()) if text else array
        rest = rest // max(len(labels), 1)
    return {name: out[name] for name in rows.keys}


def _blocks(parts: Array, day: NDArray[np.int64], length: int) -> tuple[Array, float]:
    """Return the sums of each block of days, and how many blocks make a sample."""
    span = int(day.max() - day.min()) + 1
    length = length or auto_block(span)
    daily = np.column_stack([np.bincount(day - day.min(), weights=x, minlength=span) for x in parts.T])
    if length >= span:
        return daily.sum(axis=0, keepdims=True), 1.0
    return block_sums(daily, length), span / length
