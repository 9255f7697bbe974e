"""A real browser for tests of pages: Chromium from the system's packages, or a reason to skip."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@contextmanager
def browser() -> Iterator[Any]:
    """Start a headless browser; skips the test where there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="the Python package playwright is not installed")
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        pytest.skip("no browser: install chromium with the system's package manager")
    # The sandbox wants rights that root in a container does not have; the pages are the tests' own.
    flags = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with playwright.sync_playwright() as p:
        try:
            started = p.chromium.launch(executable_path=program, args=flags)
        except playwright.Error as e:
            pytest.skip(f"{program} does not start: {str(e).splitlines()[0]}")
        yield started
        started.close()


def visit(started: Any, path: Any, width: int, height: int) -> tuple[Any, list[str]]:
    """Open a file in a page of that size; returns it, and the errors and requests that should not be."""
    page = started.new_page(viewport={"width": width, "height": height})
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("request", lambda request: wrong.append(request.url) if request.url.startswith("http") else None)
    page.goto(path.as_uri())
    return page, wrong
