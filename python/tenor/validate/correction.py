"""Shares of labels corrected for a classifier's measured error.

With M[t, m] the probability that a unit of true label t gets label m, and q the shares of the labels given, the true
shares p solve q = M' p (the adjusted counts of Forman 2008; Rogan & Gladen 1978 for two labels). Calibration uses
p[t] = sum over m of P(t | m) q[m] instead; Kloos, Meertens, Scholtus & Karch (2021) compare the two.
"""

from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from tenor._core import Error

if TYPE_CHECKING:
    from tenor.aggregation import Aggregate
    from tenor.validate.coding import Codings

__all__ = ["correct", "on_simplex"]

Array = NDArray[np.float64]


def _figure(name: str, p: Array, n: float) -> Any:
    """Return the statistic of shares p (..., 3) of n units."""
    against, _, favour = np.moveaxis(p, -1, 0)
    with np.errstate(invalid="ignore", divide="ignore"):
        if name == "favourable":
            return favour
        if name == "logratio":
            return np.log((n * favour + 0.5) / (n * against + 0.5))
        if name == "relative":
            return (favour - against) / (favour + against)
        return (favour - against) * (100 if name == "net" else 1)


_STATISTICS = ("favourable", "mean", "net", "relative", "logratio")


def on_simplex(p: Array) -> Array:
    """Return the nearest shares: none below 0, summing to 1 (Duchi, Shalev-Shwartz, Singer & Chandra 2008)."""
    u = -np.sort(-p, axis=-1)
    over = (np.cumsum(u, axis=-1) - 1) / np.arange(1, p.shape[-1] + 1)
    k = np.sum(u > over, axis=-1, keepdims=True) - 1
    out: Array = np.maximum(p - np.take_along_axis(over, k, axis=-1), 0)
    return out


def _invert(tables: Array, q: Array) -> Array:
    """Solve q = M' p for each table (true, machine); rows that cannot be solved are NaN."""
    with np.errstate(invalid="ignore", divide="ignore"):
        m = np.swapaxes(tables / tables.sum(axis=2, keepdims=True), 1, 2)
    good = np.isfinite(m).all(axis=(1, 2))
    good[good] = np.linalg.cond(m[good]) < 1e3
    out = np.full(q.shape, np.nan)
    if good.any():
        out[good] = on_simplex(np.linalg.solve(m[good], q[good][..., None])[..., 0])
    return out


def _calibrate(tables: Array, q: Array) -> Array:
    with np.errstate(invalid="ignore", divide="ignore"):
        given = np.nan_to_num(tables / tables.sum(axis=1, keepdims=True))  # P(true | machine)
    out: Array = np.einsum("rtm,rm->rt", given, q)
    out /= out.sum(axis=1, keepdims=True)
    return out


_METHODS = {"misclassification": _invert, "calibration": _calibrate}


def correct(
    codings: "Codings",
    aggregate: "Aggregate",
    statistic: str | None,
    method: str,
    ci: float,
    replicates: int,
    seed: int,
) -> pa.Table:
    """Correct an aggregate; see `Codings.correct`."""
    from scipy.stats import t as student

    from tenor.aggregation.groups import group_labels
    from tenor.validate.sampling import classes

    name = statistic or aggregate.settings["statistic"]
    if name not in _STATISTICS:
        raise Error(f"the statistic {name!r} is not one of labels; there are {', '.join(map(repr, _STATISTICS))}")
    if method not in _METHODS:
        raise Error(f"method must be 'misclassification' or 'calibration', not {method!r}")
    for what, ours in (("of", codings.kind), ("voice", codings.settings["voice"])):
        theirs = aggregate.settings[what]
        if theirs != ours:
            raise Error(f"the sample has {what} {ours!r} and the aggregate {theirs!r}; make them alike")
    rows, solve = aggregate._rows, _METHODS[method]
    table = codings.confusion()
    tables = codings.replicated(replicates, seed)
    if method == "misclassification" and np.isnan(_invert(table[None], np.full((1, 3), 1 / 3))).any():
        seen, given = (dict(zip((-1, 0, 1), n.round(1).tolist(), strict=True)) for n in (table.sum(1), table.sum(0)))
        raise Error(
            f"the coded units cannot tell how labels are mistaken: by coders {seen}, by tenor {given} (weighted); "
            "what one of them never gives cannot be inverted: code more units, or use method='calibration'"
        )
    cells, cell = rows.cells()
    heard = rows.units["heard"]
    label = classes(rows.kind, rows.units["score"]) + 1
    random = np.random.Generator(np.random.PCG64([seed, 1]))
    out: dict[str, list[Any]] = {key: [] for key in ("machine", "corrected", "low", "high", "articles")}
    for i in range(len(cells)):
        own = heard & (cell == i)
        n = int(own.sum())
        _, cluster = np.unique(aggregate._cluster[own], return_inverse=True)
        m = int(cluster.max(initial=-1)) + 1
        counts = np.zeros((m, 3))
        np.add.at(counts, (cluster, label[own]), 1)
        if not n:
            values: list[float | None] = [None] * 4
        else:
            q = counts.sum(axis=0) / n
            value = float(_figure(name, solve(table[None], q[None]), n)[0])
            values = [float(_figure(name, q, n)), value, None, None]
            if m > 1:
                drawn = random.multinomial(m, np.full(m, 1 / m), size=replicates) @ counts
                found = _figure(name, solve(tables, drawn / drawn.sum(axis=1, keepdims=True)), n)
                # Both sources are in the spread: which articles there are, and which units were coded.
                spread = np.nanstd(found) * np.sqrt(m / (m - 1)) * student.ppf((1 + ci) / 2, m - 1)
                bound = {"favourable": (0, 1), "logratio": (-np.inf, np.inf), "net": (-100, 100)}.get(name, (-1, 1))
                values[2:] = [max(value - spread, bound[0]), min(value + spread, bound[1])]
        for key, entry in zip(out, [*values, m], strict=True):
            out[key].append(entry)
    columns = group_labels(rows, cells)
    return pa.table(columns | {key: pa.array(column) for key, column in out.items()})
