"""The coder's sheet as a page: coded in a real browser, saved, and read back."""

from pathlib import Path

import pytest
from browser import browser, visit
from test_validate import TEXTS

import tenor


@pytest.mark.parametrize("width", [390, 1280])
def test_sheet_is_coded_and_read_back(tmp_path: Path, width: int) -> None:
    sample = tenor.validate.sample(tenor.Analyzer(["plan", "treaty"]).analyze(TEXTS), 6)
    sample.write(tmp_path / "sheet.html")
    with browser() as started:
        page, wrong = visit(started, tmp_path / "sheet.html", width, 800)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.fill("#coder", "Anna B.")
        for unit, key in zip(sample.table.to_pylist(), "123", strict=False):
            assert page.inner_text("#text") == " ".join(unit["text"].split())
            assert unit["target"] in page.inner_text("#about")
            page.evaluate("document.activeElement.blur()")
            page.keyboard.press(key)
        assert page.inner_text("#count") == "4 of 6; 3 coded"
        page.click("#labels button >> nth=1")
        page.fill("#note", 'said "no", twice')
        page.wait_for_timeout(1000)  # a browser hands on what is stored a moment later
        page.reload()  # what was coded is kept
        assert page.inner_text("#count") == "5 of 6; 4 coded"
        assert page.input_value("#coder") == "Anna B."
        with page.expect_download() as download:
            page.click("#save")
        assert download.value.suggested_filename == "Anna_B_.csv"
        download.value.save_as(tmp_path / "anna.csv")
        assert wrong == []
    coded = sample.read([tmp_path / "anna.csv"])
    assert coded.labels[0][:4].tolist() == [-1, 0, 1, 0]
    assert repr(coded) == "<tenor.validate.Codings: 4 of 6 units by anna>"
    assert 'said ""no"", twice' in (tmp_path / "anna.csv").read_text("utf-8")
