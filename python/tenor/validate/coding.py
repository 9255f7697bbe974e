"""What coders said, beside what tenor says: agreement, error rates, correlation, correction."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from tenor._core import Error
from tenor.validate.sheet import LABELS

if TYPE_CHECKING:
    from tenor.aggregation import Aggregate

__all__ = ["Agreement", "Codings", "Correlation"]

Array = NDArray[np.float64]
VALUES = (-1, 0, 1)


class Agreement(NamedTuple):
    """Krippendorff's alpha, its interval, and what it is of.

    Usual reading: from 0.8 on reliable, from 0.667 for tentative conclusions (Krippendorff 2018).
    """

    value: float
    low: float
    high: float
    units: int
    coders: int
    level: str


class Correlation(NamedTuple):
    """Pearson's r between the coders' and tenor's mean over groups, and how many groups there are."""

    r: float
    groups: int


@dataclass(frozen=True, repr=False)
class Codings:
    """The coders' labels of a sample.

    Where coders differ, each one's label counts for its part: nothing is left out, so that hard cases count too.

    Attributes
    ----------
    table : pyarrow.Table
        The sample's.
    coders : list of str
    labels : float array (coders, units)
        -1, 0, 1; NaN where a coder gave none.
    """

    table: pa.Table
    kind: str
    settings: dict[str, Any]
    coders: list[str]
    labels: Array = field(repr=False)

    def __post_init__(self) -> None:
        if not np.isfinite(self.labels).any():
            raise Error("no unit of the sheets has a label")

    def __repr__(self) -> str:
        coded = int(np.isfinite(self.labels).any(axis=0).sum())
        return f"<tenor.validate.Codings: {coded:,} of {self.labels.shape[1]:,} units by {', '.join(self.coders)}>"

    @property
    def votes(self) -> Array:
        """The share of coders for each of -1, 0 and 1, one row a unit; NaN in the rows that nobody coded."""
        counts = np.stack([(self.labels == v).sum(axis=0) for v in VALUES], axis=1).astype(float)
        with np.errstate(invalid="ignore"):
            out: Array = counts / counts.sum(axis=1, keepdims=True)
        return out

    def alpha(
        self,
        level: Literal["nominal", "ordinal"] = "nominal",
        *,
        ci: float = 0.95,
        replicates: int = 1000,
        seed: int = 0,
    ) -> Agreement:
        """Krippendorff's alpha of the units that two coders or more labelled; the interval draws units again.

        Raises
        ------
        Error
            If no unit has two labels, or the extra ``validate`` is not installed.
        """
        try:
            import krippendorff
        except ModuleNotFoundError:
            raise Error("Krippendorff's alpha needs the package krippendorff: pip install 'tenor[validate]'") from None
        both = np.isfinite(self.labels).sum(axis=0) >= 2
        if not both.any():
            raise Error(f"no unit was labelled by two coders; there are sheets of {', '.join(self.coders)}")
        counts = np.stack([(self.labels[:, both] == v).sum(axis=0) for v in VALUES], axis=1)

        def alpha(of: NDArray[np.int64]) -> float:
            if (of.sum(axis=0) > 0).sum() < 2:
                return np.nan  # one label throughout: chance would agree as well
            return float(krippendorff.alpha(value_counts=of, value_domain=list(VALUES), level_of_measurement=level))

        random = np.random.Generator(np.random.PCG64(seed))
        drawn = [alpha(counts[random.integers(0, len(counts), len(counts))]) for _ in range(replicates)]
        low, high = _bounds(np.array(drawn), ci)
        return Agreement(alpha(counts), low, high, int(both.sum()), len(self.coders), level)

    def _by_article(self) -> Array:
        """Return each article's part of the confusion table (true, machine), weighted."""
        votes, machine = self.votes, np.asarray(self.table["machine"].to_numpy())
        weight = np.asarray(self.table["weight"].to_numpy())
        coded = np.isfinite(votes).all(axis=1)
        _, article = np.unique(self.table["article"].to_numpy()[coded], return_inverse=True)
        out = np.zeros((int(article.max()) + 1, 3, 3))
        for true in range(3):
            np.add.at(out[:, true], (article, machine[coded] + 1), votes[coded, true] * weight[coded])
        return out

    def confusion(self) -> Array:
        """Return the table of coders (rows) by tenor (columns), -1, 0, 1, in units of the corpus."""
        out: Array = self._by_article().sum(axis=0)
        return out

    def replicated(self, replicates: int, seed: int) -> Array:
        """Return tables as `confusion` gives them, each of articles drawn again."""
        parts = self._by_article()
        random = np.random.Generator(np.random.PCG64(seed))
        n = len(parts)
        weights = random.multinomial(n, np.full(n, 1 / n), size=replicates).astype(float)
        out: Array = (weights @ parts.reshape(n, 9)).reshape(replicates, 3, 3)
        return out

    def scores(self, *, ci: float = 0.95, replicates: int = 2000, seed: int = 0) -> pa.Table:
        """Precision, recall and F1 of each label, their means, and accuracy, for the whole corpus.

        Each unit counts for those it stands for (its weight), and intervals draw articles again.

        Returns
        -------
        pyarrow.Table
            label, measure, value, low, high, units (how many coded units have the label).
        """
        names = list(LABELS[self.kind])
        value = _rates(self.confusion()[None])[0]
        drawn = _rates(self.replicated(replicates, seed))
        units = np.nansum(self.votes, axis=0)
        rows = []
        for i, (label, measure) in enumerate(_measures(names)):
            low, high = _bounds(drawn[:, i], ci)
            of = float(units[names.index(label)]) if label in names else float(units.sum())
            found = {"value": float(value[i]), "low": low, "high": high, "units": of}
            rows.append({"label": label, "measure": measure} | found)
        return pa.Table.from_pylist(rows)

    def correlation(self, by: str | Iterable[str] | None = None) -> Correlation:
        """Correlate the coders' mean label with tenor's over groups: at the level that is reported.

        Parameters
        ----------
        by : str or list of str, optional
            Columns that the sample was stratified by; by default all of them.

        Raises
        ------
        Error
            If there is no such column, or there are fewer than three groups.
        """
        has = list(self.settings["by"])
        names = has if by is None else [by] if isinstance(by, str) else list(by)
        for name in names:
            if name not in has:
                raise Error(f"the sample is not stratified by {name!r}; it is by {', '.join(map(repr, has)) or 'none'}")
        coded = np.asarray(np.isfinite(self.votes).all(axis=1))
        keys = list(zip(*(self.table[name].to_pylist() for name in names), strict=True)) or [()] * len(coded)
        number = {key: i for i, key in enumerate(dict.fromkeys(keys))}
        group = np.array([number[key] for key in keys])[coded]
        weight = np.asarray(self.table["weight"].to_numpy())[coded]
        total = np.bincount(group, weights=weight, minlength=len(number))
        seen: NDArray[Any] = np.asarray(total > 0)
        if seen.sum() < 3:
            raise Error(f"a correlation needs three groups or more, and the coded units have {int(seen.sum())}")
        human = np.bincount(group, weights=weight * (self.votes[coded] @ VALUES), minlength=len(number))[seen]
        machine = np.asarray(self.table["machine"].to_numpy())[coded]
        found = np.bincount(group, weights=weight * machine, minlength=len(number))[seen]
        a, b = human / total[seen], found / total[seen]
        r = float(np.corrcoef(a, b)[0, 1]) if a.std() > 0 and b.std() > 0 else float("nan")
        return Correlation(r, int(seen.sum()))

    def correct(
        self,
        aggregate: "Aggregate",
        *,
        statistic: str | None = None,
        method: Literal["misclassification", "calibration"] = "misclassification",
        ci: float = 0.95,
        replicates: int = 2000,
        seed: int = 0,
    ) -> pa.Table:
        """Correct an aggregate for the error that the sample shows, and widen its intervals by it.

        Parameters
        ----------
        aggregate : Aggregate
            Of the same kind of units and the same voice as the sample.
        statistic : {"favourable", "mean", "net", "relative", "logratio"}, optional
            Of the units' labels; by default the aggregate's.
        method : {"misclassification", "calibration"}
            The first inverts how often a true label is taken for which: right for groups that differ in how common
            the labels are. The second multiplies by how often a label given is which: steadier with few coded units,
            but it draws groups towards the sample.
        ci, replicates, seed
            As in :func:`tenor.aggregate`.

        Returns
        -------
        pyarrow.Table
            The columns of `by`; machine (the figure of tenor's labels), corrected, low, high, articles.

        Raises
        ------
        Error
            If kinds or voices differ, the statistic is not one of labels, or a label was coded too seldom.
        """
        from tenor.validate.correction import correct

        return correct(self, aggregate, statistic, method, ci, replicates, seed)

    def methods(self, aggregate: "Aggregate | None" = None) -> str:
        """Write the paragraph for a methods section, with versions and references."""
        from tenor.validate.methods import paragraph

        return paragraph(self, aggregate)


def _bounds(drawn: Array, ci: float) -> tuple[float, float]:
    kept = drawn[np.isfinite(drawn)]
    if not len(kept):
        return float("nan"), float("nan")
    low, high = np.quantile(kept, [(1 - ci) / 2, (1 + ci) / 2])
    return float(low), float(high)


def _measures(names: list[str]) -> list[tuple[str, str]]:
    each = [(label, measure) for label in names for measure in ("precision", "recall", "f1")]
    return [*each, ("macro", "f1"), ("all", "accuracy")]


def _rates(tables: Array) -> Array:
    """Return the measures of each table (true, machine), in the order of `_measures`."""
    right = np.diagonal(tables, axis1=1, axis2=2)
    with np.errstate(invalid="ignore", divide="ignore"):
        precision = right / tables.sum(axis=1)
        recall = right / tables.sum(axis=2)
        f1 = 2 * right / (tables.sum(axis=1) + tables.sum(axis=2))
        accuracy = right.sum(axis=1) / tables.sum(axis=(1, 2))
    each = np.stack([precision, recall, f1], axis=2).reshape(len(tables), 9)
    with np.errstate(invalid="ignore"):
        return np.column_stack([each, np.nanmean(f1, axis=1), accuracy])
