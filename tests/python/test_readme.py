"""Every block of the README, and of the pages named, runs in its order."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest


def blocks(root: Path, language: str, page: str = "README.md") -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", (root / page).read_text("utf-8"), re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("page", ["README.md", "docs/scaling.md", "docs/statistics.md"])
def test_python_blocks_run(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    found = blocks(root, "python", page)
    assert found
    for block in found:
        exec(compile(block, page, "exec"), names)


def test_shell_blocks_run(root: Path, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    tool = tmp_path / "bin" / "tenor"
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tenor.cli "$@"\n')
    tool.chmod(0o755)
    path = f"{tool.parent}{os.pathsep}{os.environ['PATH']}"
    install, check, *found = blocks(root, "sh")
    # These two build tenor anew: .ci/run gives the first as it stands, and the second runs this test.
    assert install == "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/tenor demo\n"
    assert check == "sh tests/run.sh\n"
    assert found
    for block in found:
        done = subprocess.run(
            ["sh", "-ec", block],
            cwd=tmp_path,
            env={**os.environ, "PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert done.stderr == ""


def test_links_and_pictures_are_there(root: Path) -> None:
    for link in re.findall(r"\]\(([^)]+)\)", (root / "README.md").read_text("utf-8")):
        assert link.startswith("https://") or (root / link).is_file(), link
