"""Scores over time against R's loess and by hand."""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest

import tenor
from tenor.scaling import smooth

DAYS = pd.date_range("2020-01-01", periods=30)


def test_values_are_those_of_r(shared: Path) -> None:
    """R fits at few places and interpolates between them: where it fits, figures are equal."""
    reference = shared / "scaling" / "reference"
    scores = pd.read_csv(reference / "lsx_smooth_input.csv")
    r = pd.read_csv(reference / "lsx_smooth_loess_span03.csv", parse_dates=["date"]).set_index("date")
    found = smooth(scores, scores.date, span=0.3).set_index("date").loc[r.index]
    gap = (found.fit - r.fit).abs()
    assert (gap < 1e-12).sum() >= 20
    assert gap.max() < 0.11
    ratio = (found.se / r["se.fit"])[gap < 1e-12]
    np.testing.assert_allclose(ratio, ratio.iloc[0], rtol=1e-9)  # R approximates the degrees of freedom
    assert abs(ratio.iloc[0] - 1) < 0.015


def test_a_parabola_is_kept() -> None:
    x = np.arange(30.0)
    found = smooth(x**2 - 3 * x, DAYS, span=0.4)
    np.testing.assert_allclose(found.fit, x**2 - 3 * x, atol=1e-9)
    np.testing.assert_allclose(found.se, 0, atol=1e-9)
    assert list(found.date) == list(DAYS)
    flat = smooth(np.r_[1.0, 1, 1, 5, 5, 5], DAYS[:6], span=10, degree=0)
    np.testing.assert_allclose(flat.fit, 3, atol=0.1)


def test_groups_gaps_and_frames() -> None:
    y = np.where(np.arange(30) % 2, 1.0, 2.0)
    y[4] = np.nan
    found = smooth(pl.Series(y), list(DAYS.date), groups=["even", "odd"] * 15, span=0.6, degree=1, every=7)
    assert isinstance(found, pl.DataFrame)
    assert found.columns == ["group", "date", "fit", "se", "lwr", "upr", "n"]
    even = found.filter(pl.col("group") == "even")
    np.testing.assert_allclose(even["fit"], 2)
    assert even["n"].to_list() == [14] * 5
    assert found["date"].dtype == pl.Date
    one = smooth(y, ["2020-01-01"] * 30, span=1, degree=0)
    assert one.fit[0] == pytest.approx(np.nanmean(y))


def test_documents_of_a_day_are_one_point() -> None:
    """The same as the formula for documents one by one."""
    rng = np.random.default_rng(0)
    days = np.sort(rng.integers(0, 20, 90)).astype(float)
    y = rng.normal(size=90)
    near, hat = 45, np.zeros((90, 90))
    for i, place in enumerate(days):
        distance = np.abs(days - place)
        weight = (1 - np.minimum(distance / np.sort(distance)[near - 1], 1) ** 3) ** 3
        design = np.vander(days - place, 3)
        hat[i] = np.linalg.solve(design.T * weight @ design, design.T * weight)[-1]
    rest = np.eye(90) - hat
    variance = ((rest @ y) ** 2).sum() / (rest**2).sum()
    found = smooth(y, np.datetime64("2020-01-01") + days.astype("timedelta64[D]"), span=0.5)
    at = (days - days[0]).astype(int)
    np.testing.assert_allclose(found.fit[at], hat @ y, atol=1e-10)
    np.testing.assert_allclose(found.se[at], np.sqrt(variance * (hat**2).sum(axis=1)), atol=1e-10)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"span": 0.1}, "3 of the 30 documents count at one date, too few for a polynomial of degree 2; raise span"),
        (
            {"dates": ["2020-01-01"] * 29 + ["2020-01-02"], "span": 2},
            "2 different date.s. count 0 days after the first",
        ),
        ({"span": 0}, "span must be above 0"),
        ({"degree": 3}, "degree must be 0, 1 or 2"),
        ({"every": 0}, "every must be a day"),
        ({"interval": 1}, "interval must lie"),
        ({"groups": ["a"]}, "30 scores and 1 groups"),
        ({"dates": DAYS[:3]}, "30 scores and 3 dates"),
        ({"dates": ["yesterday"] * 30}, "dates must be dates"),
        ({"dates": [None, *DAYS[1:]]}, "date 0 is missing"),
        ({"scores": pd.DataFrame({"x": [1]})}, "no column 'fit' or 'theta', only 'x'"),
    ],
)
def test_bad_input_is_named(options: dict[str, Any], message: str) -> None:
    given = {"scores": np.arange(30.0), "dates": DAYS} | options
    with pytest.raises(tenor.Error, match=message):
        smooth(**given)
