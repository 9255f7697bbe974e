"""One self-contained page for a colleague: figures, tables, and the sentences behind them, searchable.

>>> tenor.report.write(analysis, "report.html", articles=frame, outlet="source")

In the shell: ``tenor report news.parquet -o report.html``.
"""

from typing import Any

__all__ = ["write"]


def __getattr__(name: str) -> Any:
    if name != "write":
        raise AttributeError(f"module 'tenor.report' has no attribute {name!r}")
    from tenor.report.page import write

    return write
