"""Fixtures that every room's tests use."""

from pathlib import Path

import hypothesis
import pytest

ROOT = Path(__file__).resolve().parents[2]

# Speed is for tests/bench: a test that fails by the clock fails by the machine.
hypothesis.settings.register_profile("tenor", deadline=None, print_blob=True)
hypothesis.settings.load_profile("tenor")


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of development data, which no checkout contains; without it the test is skipped."""
    path = ROOT.parent / "shared"
    if not path.is_dir():
        pytest.skip(f"the development data is not there ({path.name} beside the checkout)")
    return path


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, and be in it."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
