"""`tenor.validate`: the sample, the sheets, agreement, error rates, corrected figures, the paragraph."""

import csv
import itertools
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

import tenor
from tenor.validate.correction import on_simplex
from tenor.validate.sampling import _allocate

TEXTS = [
    "Mayor Ode praised the plan. Ms Berg called the plan reckless. The council met.",
    "The minister rejected the treaty. The union welcomed the treaty.",
    "=SUM(A1) is what Mr Reik called the plan. He condemned the treaty.",
    "Anna Berg denounced the plan. </script><b>Tom Ode backed the treaty. Ms Roe rejected the plan.",
] * 5
META = pd.DataFrame({"outlet": list("ABCD") * 5})


@pytest.fixture(scope="module")
def analysis() -> tenor.Analysis:
    return tenor.Analyzer(targets=["plan", "treaty"]).analyze(TEXTS)


@pytest.fixture(scope="module")
def drawn(analysis: tenor.Analysis) -> tenor.validate.Sample:
    return tenor.validate.sample(analysis, 24, by="outlet", articles=META)


def code(path: Path, sample: tenor.validate.Sample, labels: list[str], delimiter: str = ",") -> Path:
    """Fill a sheet in as a coder would, in a spreadsheet that knows no byte order mark."""
    rows = [{"ID": unit, "Label": label} for unit, label in zip(sample.table["id"].to_pylist(), labels, strict=True)]
    with path.open("w", newline="") as f:
        out = csv.DictWriter(f, ["ID", "Label"], delimiter=delimiter)
        out.writeheader()
        out.writerows(rows)
    return path


def simulated(truth: np.ndarray, machine: np.ndarray, coders: list[np.ndarray], article: np.ndarray) -> Any:
    """Make codings without a corpus: every unit stands for itself."""
    n = len(truth)
    columns = {"article": article, "machine": machine, "weight": np.ones(n), "id": [str(i) for i in range(n)]}
    settings = {"by": [], "n": n, "units": n, "seed": 0, "voice": "all"}
    labels = np.array(coders, dtype=float)
    return tenor.validate.Codings(pa.table(columns), "stances", settings, [f"c{i}" for i in range(len(coders))], labels)


def test_sample_is_stratified_and_weights_add_up(analysis: tenor.Analysis, drawn: tenor.validate.Sample) -> None:
    assert len(drawn) == 24
    total = pd.DataFrame({"w": drawn.table["weight"].to_numpy(), "s": drawn.table["stratum"].to_pylist()})
    assert total["w"].sum() == pytest.approx(len(analysis.stances))
    outlets = META["outlet"].to_numpy()[analysis.stances["article"].to_numpy()]
    labels = analysis.stances["stance"].to_numpy()
    sizes = pd.Series([f"{o} / {v:+d}" for o, v in zip(outlets, labels, strict=True)]).value_counts()
    assert total.groupby("s")["w"].sum().to_dict() == pytest.approx(sizes.to_dict())
    assert len(set(drawn.table["id"].to_pylist())) == 24
    again = tenor.validate.sample(analysis, 24, by="outlet", articles=META)
    assert again.table.equals(drawn.table)
    other = tenor.validate.sample(analysis, 24, by="outlet", articles=META, seed=1)
    assert other.table["id"].to_pylist() != drawn.table["id"].to_pylist()


def test_context_is_of_the_same_article(analysis: tenor.Analysis) -> None:
    every = tenor.validate.sample(analysis, 10_000, of="sentences")
    assert len(every) == len(analysis.sentences)
    for row in every.table.to_pylist():
        text = TEXTS[row["article"]]
        assert row["text"] in text
        assert text.index(row["before"]) <= text.index(row["text"]) <= text.rindex(row["after"] or row["text"])
        assert (row["before"] == "") == (row["sentence"] == 0)


@pytest.mark.parametrize(("sizes", "n"), [([5, 1, 100], 20), ([3, 3], 6), ([1, 400, 9], 2), ([2, 2, 50], 54), ([7], 3)])
def test_allocation(sizes: list[int], n: int) -> None:
    out = _allocate(np.array(sizes), n)
    assert out.sum() == n
    assert (out <= sizes).all()
    if n >= len(sizes):
        assert (out >= 1).all()
    order = np.argsort(sizes)
    assert (np.diff(out[order]) >= 0).all() or n < len(sizes)


def test_sheet_is_blind_and_safe(drawn: tenor.validate.Sample, tmp_path: Path) -> None:
    for name in ("sheet.csv", "sheet.html"):
        drawn.write(tmp_path / name)
    with (tmp_path / "sheet.csv").open(encoding="utf-8-sig", newline="") as f:
        rows = list(csv.DictReader(f))
    assert list(rows[0]) == ["id", "before", "text", "after", "holder", "target", "label", "note"]
    assert [r["id"] for r in rows] == drawn.table["id"].to_pylist()
    assert not any(value.startswith("=") for row in rows for value in row.values())
    assert any(row["text"].startswith("'=SUM") or row["before"].startswith("'=SUM") for row in rows)
    page = (tmp_path / "sheet.html").read_text("utf-8")
    assert "machine" not in page
    assert page.count("</script>") == 2  # the data and the code; the texts' own is escaped
    assert "http" not in page
    with pytest.raises(tenor.Error, match=r"cannot tell the format of .*end it in \.csv or \.html"):
        drawn.write(tmp_path / "sheet.docx")


def test_sheets_come_back(drawn: tenor.validate.Sample, tmp_path: Path) -> None:
    drawn.save(tmp_path / "sample.parquet")
    kept = tenor.validate.Sample.load(tmp_path / "sample.parquet")
    assert kept.table.equals(drawn.table)
    assert (kept.kind, kept.settings) == (drawn.kind, drawn.settings)
    labels = list(itertools.islice(itertools.cycle(["favourable", " Neutral", "-1", "1", ""]), 24))
    one = code(tmp_path / "anna.csv", drawn, labels)
    two = code(tmp_path / "ben.csv", drawn, labels[::-1], ";")
    coded = kept.read([one, two])
    assert coded.coders == ["anna", "ben"]
    np.testing.assert_array_equal(coded.labels[0][:5], [1, 0, -1, 1, np.nan])
    assert repr(coded) == "<tenor.validate.Codings: 20 of 24 units by anna, ben>"


def test_bad_sheets_name_file_and_line(drawn: tenor.validate.Sample, tmp_path: Path) -> None:
    labels = ["neutral"] * 24
    wrong = code(tmp_path / "wrong.csv", drawn, [*labels[:2], "good", *labels[3:]])
    with pytest.raises(tenor.Error, match=r"wrong\.csv, line 4: the label 'good' is none of 'unfavourable', 'neutral'"):
        drawn.read([wrong])
    twice = code(tmp_path / "twice.csv", drawn, labels)
    twice.write_text(twice.read_text() + twice.read_text().splitlines()[1] + "\n")
    with pytest.raises(tenor.Error, match=r"twice\.csv, line 26: the id .* comes twice"):
        drawn.read({"anna": twice})
    other = tmp_path / "other.csv"
    other.write_text("id,label\n9-9-9,neutral\n")
    with pytest.raises(tenor.Error, match=r"other\.csv, line 2: the id '9-9-9' is not one of the sample's 24"):
        drawn.read([other])
    other.write_text("unit,code\n1,neutral\n")
    with pytest.raises(tenor.Error, match="needs the columns 'id' and 'label'; it has 'unit', 'code'"):
        drawn.read([other])
    with pytest.raises(tenor.Error, match=r"cannot read .*none\.csv"):
        drawn.read([tmp_path / "none.csv"])
    with pytest.raises(tenor.Error, match="no unit of the sheets has a label"):
        drawn.read([code(tmp_path / "empty.csv", drawn, [""] * 24)])


def test_bad_samples(analysis: tenor.Analysis, tmp_path: Path) -> None:
    with pytest.raises(tenor.Error, match="n must be a positive whole number, not 0"):
        tenor.validate.sample(analysis, 0)
    with pytest.raises(tenor.Error, match=r"n=3 is fewer than the \d+ strata; draw more units"):
        tenor.validate.sample(analysis, 3, by="outlet", articles=META)
    with pytest.raises(tenor.Error, match="there is no column 'paper'"):
        tenor.validate.sample(analysis, by="paper")
    with pytest.raises(tenor.Error, match="there are no stances to draw from"):
        tenor.validate.sample(tenor.Analyzer(["nothing"]).analyze(["It rained."]))
    with pytest.raises(TypeError, match=r"table must be a tenor\.Analysis, not list"):
        tenor.validate.sample([])
    pd.DataFrame({"id": ["1"]}).to_parquet(tmp_path / "x.parquet")
    with pytest.raises(tenor.Error, match="holds no sample"):
        tenor.validate.Sample.load(tmp_path / "x.parquet")


def reference_alpha(labels: np.ndarray) -> float:
    """Krippendorff's alpha, nominal, pair by pair."""
    units = [u[np.isfinite(u)] for u in labels.T]
    units = [u for u in units if len(u) > 1]
    observed = sum(sum(a != b for a, b in itertools.permutations(u, 2)) / (len(u) - 1) for u in units)
    every = np.concatenate(units)
    n = len(every)
    expected = sum(a != b for a, b in itertools.permutations(every, 2)) / (n - 1)
    return 1 - observed / expected


def test_alpha_is_that_of_the_definition() -> None:
    random = np.random.default_rng(0)
    truth = random.integers(-1, 2, 60)
    coders = [np.where(random.random(60) < 0.8, truth, random.integers(-1, 2, 60)).astype(float) for _ in range(3)]
    coders[1][:20] = np.nan
    coded = simulated(truth, truth, coders, np.arange(60))
    found = coded.alpha()
    assert found.value == pytest.approx(reference_alpha(np.array(coders)))
    assert found.low < found.value < found.high
    assert (found.units, found.coders) == (60, 3)
    assert coded.alpha("ordinal").value != found.value
    same = simulated(truth, truth, [truth, truth], np.arange(60))
    assert same.alpha().value == 1
    with pytest.raises(tenor.Error, match="no unit was labelled by two coders"):
        simulated(truth, truth, [truth], np.arange(60)).alpha()
    assert np.isnan(simulated(truth, truth, [truth * 0, truth * 0], np.arange(60)).alpha().value)


def test_scores_are_those_of_scikit_learn() -> None:
    from sklearn.metrics import accuracy_score, precision_recall_fscore_support

    random = np.random.default_rng(1)
    truth, machine = random.integers(-1, 2, 200), random.integers(-1, 2, 200)
    coded = simulated(truth, machine, [truth], np.arange(200) // 4)
    rows = {(r["label"], r["measure"]): r for r in coded.scores().to_pylist()}
    expected = precision_recall_fscore_support(truth, machine, labels=[-1, 0, 1])
    for i, label in enumerate(["unfavourable", "neutral", "favourable"]):
        for measure, values in zip(("precision", "recall", "f1", "units"), expected, strict=True):
            row = rows[label, "f1" if measure == "units" else measure]
            assert row["units" if measure == "units" else "value"] == pytest.approx(values[i])
            assert row["low"] <= row["value"] <= row["high"]
    assert rows["all", "accuracy"]["value"] == pytest.approx(accuracy_score(truth, machine))


def test_coders_who_differ_count_in_parts() -> None:
    coded = simulated(np.zeros(2), np.array([1, 1]), [np.array([1, 0]), np.array([1, 1])], np.arange(2))
    assert coded.confusion().tolist() == [[0, 0, 0], [0, 0, 0.5], [0, 0, 1.5]]


def test_correlation_is_of_groups(analysis: tenor.Analysis, drawn: tenor.validate.Sample, tmp_path: Path) -> None:
    names = {-1: "unfavourable", 0: "neutral", 1: "favourable"}
    labels = [names[v] for v in drawn.table["machine"].to_pylist()]
    coded = drawn.read([code(tmp_path / "anna.csv", drawn, labels)])
    found = coded.correlation()
    assert found.groups == 4
    assert found.r == pytest.approx(1)
    with pytest.raises(tenor.Error, match="not stratified by 'week'; it is by 'outlet'"):
        coded.correlation("week")
    with pytest.raises(tenor.Error, match="needs three groups or more, and the coded units have 1"):
        coded.correlation([])


def noisy(random: np.random.Generator, truth: np.ndarray) -> np.ndarray:
    """Label as a machine that takes much for neutral, and some for its opposite."""
    table = np.array([[0.7, 0.25, 0.05], [0.1, 0.8, 0.1], [0.1, 0.3, 0.6]])
    u = random.random(len(truth))
    return (u[:, None] > np.cumsum(table[truth + 1], axis=1)).sum(axis=1) - 1


def world(random: np.random.Generator, shares: list[float], articles: int) -> tuple[np.ndarray, np.ndarray]:
    """Draw an outlet's stances: each article leans its own way."""
    size = random.integers(2, 10, articles)
    own = np.repeat(random.dirichlet(np.array(shares) * 6, articles), size, axis=0)
    return (random.random(size.sum())[:, None] > np.cumsum(own, axis=1)).sum(axis=1) - 1, np.repeat(
        np.arange(articles), size
    )


def stances(label: np.ndarray, article: np.ndarray) -> pa.Table:
    n = len(label)
    return pa.table({"article": article, "sentence": np.zeros(n, dtype=int), "holder": ["x"] * n, "stance": label})


@pytest.mark.slow
def test_corrected_intervals_cover_and_plain_ones_do_not() -> None:
    random = np.random.default_rng(3)
    shares = [0.5, 0.3, 0.2]
    hits = {"corrected": 0, "plain": 0}
    widths: list[float] = []
    for _ in range(150):
        elsewhere, articles = world(random, [0.3, 0.4, 0.3], 60)
        coded = simulated(elsewhere, noisy(random, elsewhere), [elsewhere], articles)
        truth, article = world(random, shares, 80)
        found = tenor.aggregate(stances(noisy(random, truth), article), statistic="mean", replicates=400)
        (row,) = coded.correct(found, replicates=400).to_pylist()
        plain = found.table.to_pylist()[0]
        hits["corrected"] += row["low"] <= -0.3 <= row["high"]
        hits["plain"] += plain["low"] <= -0.3 <= plain["high"]
        widths.append((row["high"] - row["low"]) / (plain["high"] - plain["low"]))
        assert row["machine"] == pytest.approx(plain["value"])
    assert 0.92 <= hits["corrected"] / 150 <= 0.98
    assert hits["plain"] / 150 < 0.75
    assert min(widths) > 1


def test_calibration_and_its_errors() -> None:
    random = np.random.default_rng(4)
    truth, article = world(random, [0.3, 0.4, 0.3], 200)
    machine = noisy(random, truth)
    coded = simulated(truth, machine, [truth], article)
    found = tenor.aggregate(stances(machine, article), statistic="favourable")
    for method in ("misclassification", "calibration"):
        (row,) = coded.correct(found, method=method).to_pylist()
        assert row["corrected"] == pytest.approx((truth == 1).mean(), abs=1e-9)  # the very units: exact by both
        assert row["low"] < row["corrected"] < row["high"]
    with pytest.raises(tenor.Error, match="the statistic 'article_mean' is not one of labels"):
        coded.correct(found, statistic="article_mean")
    with pytest.raises(tenor.Error, match="method must be 'misclassification' or 'calibration', not 'magic'"):
        coded.correct(found, method="magic")
    with pytest.raises(tenor.Error, match="the sample has voice 'all' and the aggregate 'quoted'"):
        coded.correct(tenor.aggregate(stances(machine, article), voice="quoted"))
    few = simulated(truth[:3] * 0, machine[:3], [truth[:3] * 0], article[:3])
    with pytest.raises(tenor.Error, match=r"cannot tell how labels are mistaken: .* use method='calibration'"):
        few.correct(found)


def test_nearest_shares() -> None:
    p = on_simplex(np.array([[0.2, 0.3, 0.5], [1.4, -0.2, -0.2], [0.6, 0.6, -0.2]]))
    np.testing.assert_allclose(p, [[0.2, 0.3, 0.5], [1, 0, 0], [0.5, 0.5, 0]], atol=1e-12)


def test_paragraph_has_figures_versions_and_references(analysis: tenor.Analysis, drawn: Any, tmp_path: Path) -> None:
    names = ["unfavourable", "neutral", "favourable"]
    machine = drawn.table["machine"].to_pylist()
    other = [names[(v + 1 + (k % 5 == 0)) % 3] for k, v in enumerate(machine)]
    sheets = [
        code(tmp_path / "anna.csv", drawn, [names[v + 1] for v in machine]),
        code(tmp_path / "ben.csv", drawn, other),
    ]
    coded = drawn.read(sheets)
    found = tenor.aggregate(analysis, "outlet", of="stances", articles=META)
    text = coded.methods(found)
    a = coded.alpha()
    for part in (
        "tenor 0.1.0 (ICU",
        f"a random sample of 24 of {len(analysis.stances)} units",
        "stratified by outlet, label",
        "24 were coded by 2 coders",
        f"alpha (nominal) was {a.value:.2f} (95 % interval {a.low:.2f} to {a.high:.2f}; 24 units",
        "logratio (Lowe et al., 2011) of all text is given by outlet, of 20 articles",
        "2,000 replicates, seed 0",
        "Hayes, A. F., & Krippendorff, K. (2007)",
        "TeBlunthuis, N., Hase, V., & Chan, C.-H. (2024)",
    ):
        assert part in text, part
    assert "Künsch" not in text
    alone = drawn.read(sheets[:1]).methods()
    assert "There is no agreement to report" in alone
    assert "Krippendorff, K. (2007)" not in alone
