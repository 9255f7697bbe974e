"""Scores over time, smoothed, with a band."""

from typing import Any

import narwhals as nw
import numpy as np
from numpy.typing import NDArray
from scipy.stats import norm

from tenor._core import Error
from tenor.scaling.counts import frame

__all__ = ["local_regression", "smooth"]


def _weights(
    x: NDArray[np.float64], count: NDArray[np.float64], at: NDArray[np.float64], span: float, degree: int
) -> NDArray[np.float64]:
    """Return L (places, points), whose rows make the fit of a local polynomial at each place from points' means.

    The neighbourhood of a place is as wide as holds its share of all counts.
    """
    near = np.floor(count.sum() * min(span, 1.0) + 1e-5)
    out = np.zeros((len(at), len(x)))
    for i, place in enumerate(at):
        distance = np.abs(x - place)
        order = np.argsort(distance, kind="stable")
        width = distance[order[np.searchsorted(np.cumsum(count[order]), near)]] * max(span, 1.0)
        # Where all are at the place itself, they alone count.
        tricube = (1 - np.minimum(distance / width, 1) ** 3) ** 3 if width > 0 else (distance == 0) * 1.0
        used = np.flatnonzero(tricube)
        if len(used) <= degree:
            raise Error(
                f"{len(used)} different date(s) count {place:.0f} days after the first, too few for a polynomial of "
                f"degree {degree}; raise span, or lower degree"
            )
        # In units of the width, so that squares of days do not dwarf the constant.
        step = (x[used] - place) / (width or 1.0)
        root = np.sqrt(tricube[used] * count[used])
        design = np.vander(step, degree + 1, increasing=True) * root[:, None]
        out[i, used] = np.linalg.pinv(design)[0] * root
    return out


def local_regression(
    x: NDArray[np.float64], y: NDArray[np.float64], at: NDArray[np.float64], span: float, degree: int = 2
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Loess (Cleveland & Devlin 1988, doi 10.1080/01621459.1988.10478639): fit and standard error at each place.

    The polynomial is fitted at each place itself, and the residuals' variance has its exact degrees of freedom. What
    has the same x counts as one point, its mean, as often as it stands: the result is the same, and memory grows with
    the square of the different x alone.
    """
    points, which, times = np.unique(x, return_inverse=True, return_counts=True)
    count = times.astype(np.float64)
    means = np.bincount(which, y) / count
    hat = _weights(points, count, points, span, degree)
    freedom = len(y) - 2 * np.trace(hat) + float((count[:, None] * hat**2 / count).sum())
    squares = float(((y - (hat @ means)[which]) ** 2).sum())
    variance = squares / freedom if freedom > 1e-9 else np.nan
    L = _weights(points, count, at, span, degree)
    return L @ means, np.sqrt(variance * (L**2 / count).sum(axis=1))


def _days(dates: Any) -> NDArray[Any]:
    values = nw.from_native(dates, allow_series=True, pass_through=True)
    values = values.to_numpy() if isinstance(values, nw.Series) else np.asarray(dates)
    try:
        days = values.astype("datetime64[D]")
    except (TypeError, ValueError) as e:
        raise Error(f"dates must be dates, or text like '2019-01-31': {e}") from None
    if np.isnat(days).any():
        raise Error(f"date {int(np.flatnonzero(np.isnat(days))[0])} is missing; drop its row, or give its date")
    return days


def smooth(
    scores: Any,
    dates: Any,
    *,
    groups: Any = None,
    span: float = 0.1,
    degree: int = 2,
    every: int = 1,
    interval: float = 0.95,
) -> Any:
    """Smooth documents' scores over time by local regression (loess).

    Parameters
    ----------
    scores : frame with a column ``fit`` or ``theta``, or array of float
        As :meth:`LSS.score_documents` returns them; NaN is left out.
    dates : sequence of dates
        One for each score.
    groups : sequence, optional
        One for each score, such as its outlet: each is smoothed by itself.
    span : float
        Share of the documents that counts at one date. Above 1 the neighbourhood is wider than all of them.
    degree : {0, 1, 2}
        Of the polynomial.
    every : int
        Days from one value to the next.
    interval : float
        Of the band.

    Returns
    -------
    frame
        group (where there are groups), date, fit, se, lwr, upr, n (documents of the group). Of the kind of `scores`.

    Raises
    ------
    Error
        If lengths differ, a date is missing, or a neighbourhood holds too few documents for the polynomial.

    Notes
    -----
    The band says how sure the mean at a date is, taking documents as independent and equally spread. Time and memory
    grow with the square of the days, not of the documents.
    """
    if not 0 < interval < 1:
        raise Error(f"interval must lie between 0 and 1, and is {interval}")
    if degree not in (0, 1, 2):
        raise Error(f"degree must be 0, 1 or 2, not {degree!r}")
    if not span > 0:
        raise Error(f"span must be above 0, and is {span}")
    if every < 1:
        raise Error(f"every must be a day or more, and is {every}")
    kind, y = _scores(scores)
    days = _days(dates)
    labels = None if groups is None else np.asarray(groups)
    for name, values in (("dates", days), ("groups", labels)):
        if values is not None and len(values) != len(y):
            raise Error(f"there are {len(y)} scores and {len(values)} {name}; give one for each")
    z = norm.ppf((1 + interval) / 2)
    names = [None] if labels is None else list(dict.fromkeys(labels.tolist()))
    parts = []
    for group in names:
        kept = np.isfinite(y) if group is None else np.isfinite(y) & (labels == group)
        which = "" if group is None else f" of group {group!r}"
        near = int(np.floor(int(kept.sum()) * min(span, 1.0) + 1e-5))
        if near < degree + 2:
            raise Error(
                f"{near} of the {int(kept.sum())} documents{which} count at one date, too few for a polynomial of "
                f"degree {degree}; raise span, or lower degree"
            )
        first = days[kept].min()
        x = (days[kept] - first).astype(float)
        at = np.arange(0.0, x.max() + 1, every)
        fit, se = local_regression(x, y[kept], at, span, degree)
        columns = {"date": first + at.astype("timedelta64[D]"), "fit": fit, "se": se}
        columns |= {"lwr": fit - z * se, "upr": fit + z * se, "n": np.full(len(at), int(kept.sum()))}
        parts.append(columns if group is None else {"group": np.array([group] * len(at), dtype=object)} | columns)
    table = {key: np.concatenate([part[key] for part in parts]) for key in parts[0]}
    if kind in ("", "pandas"):
        table["date"] = table["date"].astype("datetime64[ns]")
    return frame(table, kind)


def _scores(scores: Any) -> tuple[str, NDArray[np.float64]]:
    table = nw.from_native(scores, allow_series=True, pass_through=True)
    if isinstance(table, nw.DataFrame):
        name = next((name for name in ("fit", "theta") if name in table.columns), None)
        if name is None:
            raise Error(f"the frame has no column 'fit' or 'theta', only {', '.join(map(repr, table.columns))}")
        return table.implementation.value, table[name].to_numpy().astype(float)
    kind = table.implementation.value if isinstance(table, nw.Series) else ""
    return kind, np.asarray(scores, dtype=float).ravel()
