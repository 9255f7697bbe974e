"""The command `tenor`, as its tests give it: in a process of its own."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

TEXT = "The board met on Monday. It was a good day.\n\nMayor Ode called the plan reckless, and Berg said it was fair."
TABLES = ("sentences", "quotes", "stances", "articles")


def run(
    *arguments: object, stdin: bytes = b"", timeout: float = 120, **options: Any
) -> subprocess.CompletedProcess[bytes]:
    """Run tenor in a process of its own."""
    command = [sys.executable, "-m", "tenor.cli", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, timeout=timeout, check=False, **options)


def said(done: subprocess.CompletedProcess[bytes]) -> str:
    """Return standard error; a traceback is never an answer."""
    message = done.stderr.decode()
    assert "Traceback" not in message
    return message


def write(path: Path, data: str | bytes) -> Path:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def statuses(stem: str = "out") -> list[str]:
    """Return the status of each article, in a corpus that was written as Parquet."""
    result: list[str] = pq.read_table(f"{stem}.articles.parquet")["status"].to_pylist()
    return result
