"""Intervals: against a slow reference, and how often they cover."""

import numpy as np
import pytest
from bench.coverage_aggregation import clustered, over_time

from tenor.aggregation import STATISTICS
from tenor.aggregation.bootstrap import auto_block, block_sums, interval


def reference(figure, sums, size, replicates, ci):
    """Return half the width of the interval: every replicate drawn, summed and studentised one by one."""

    def error(drawn):
        total = drawn.sum(axis=0)
        gradient = np.array(figure.gradient(*total))
        share = (drawn - drawn.mean(axis=0)) @ gradient
        return np.sqrt((share**2).sum() * len(drawn) / (len(drawn) - 1))

    random = np.random.default_rng(11)
    middle = figure.value(*(sums.mean(axis=0) * size))
    found = []
    for _ in range(replicates):
        drawn = sums[random.integers(0, len(sums), size)]
        found.append(abs(figure.value(*drawn.sum(axis=0)) - middle) / error(drawn))
    spread = (sums - sums.mean(axis=0)) @ np.array(figure.gradient(*(sums.mean(axis=0) * size)))
    return np.quantile(found, ci) * np.sqrt(size * np.mean(spread**2) * size / (size - 1))


@pytest.mark.parametrize("name", ["logratio", "net", "mean"])
@pytest.mark.parametrize("blocks", [False, True])
def test_interval_is_that_of_a_slow_reference(name: str, blocks: bool) -> None:
    random = np.random.default_rng(5)
    sums = np.column_stack([random.poisson(6, 60), random.poisson(9, 60)]).astype(float)
    size = 60
    if blocks:
        sums, size = block_sums(sums, 5), 12
    figure = STATISTICS[name]
    value = figure.value(*sums.mean(axis=0))
    found = interval(figure, sums, value, drawn=size if blocks else None, replicates=40_000)
    half = reference(figure, sums, size, 40_000, 0.95)
    assert found.high - value == pytest.approx(half, rel=0.02)
    assert found.high - value == pytest.approx(value - found.low)


def test_blocks_are_sums_of_days_that_follow() -> None:
    daily = np.arange(10.0).reshape(5, 2)
    assert block_sums(daily, 2).tolist() == [[2, 4], [6, 8], [10, 12], [14, 16]]
    assert block_sums(daily, 5).tolist() == [[20, 25]]
    assert [auto_block(n) for n in (1, 30, 365)] == [1, 5, 19]


def test_few_units() -> None:
    figure = STATISTICS["mean"]
    two = interval(figure, np.array([[0.1, 1.0], [0.3, 1.0]]), 0.2)
    assert two.note == "2 articles: Student's t"
    assert two.high == 1.0  # 0.2 + 12.7 * 0.1, but no score is above 1
    assert interval(figure, np.array([[0.1, 1.0]]), 0.1).note == "one article: no interval"
    assert interval(figure, np.array([[0.5, 1.0]] * 9), 0.5).note == "all units alike: no interval"
    one = interval(figure, np.array([[1.0, 1.0]] * 9), 1.0)
    assert (one.low, one.high) == (pytest.approx(1 - 2 * (1 - 0.025 ** (1 / 9))), 1.0)


@pytest.mark.slow
def test_intervals_cover_as_often_as_they_say() -> None:
    found = list(clustered(1000, counts=(8, 20, 60), replicates=499))
    assert len(found) == 15
    for articles, figure, covered, naive in found:
        # With very few articles that holds within a point or so; docs/figures.md has the table.
        low, high = (0.93, 0.97) if articles >= 20 else (0.92, 0.985)
        assert low <= covered <= high, (articles, figure, covered)
        assert naive < 0.85, (articles, figure, naive)


@pytest.mark.slow
def test_blocks_cover_where_articles_do_not() -> None:
    for days, figure, by_blocks, by_articles in over_time(300, spans=(90, 180), replicates=399):
        assert 0.88 <= by_blocks <= 0.97, (days, figure, by_blocks)
        assert by_articles < 0.7, (days, figure, by_articles)
