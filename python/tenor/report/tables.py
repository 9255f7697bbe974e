"""A table as HTML: escaped, without script or outside file, in the page's own colours."""

from html import escape
from typing import Any

import pyarrow as pa

__all__ = ["cell", "html_table"]

_STYLE = """
.tenor-table{border-collapse:collapse;font-variant-numeric:tabular-nums;color:inherit}
.tenor-table caption{text-align:left;opacity:.75;padding:.3em 0}
.tenor-table th,.tenor-table td{padding:.2em .7em;border-top:1px solid #8884;text-align:left;vertical-align:top}
.tenor-table .n{text-align:right}
""".strip()


def cell(value: Any) -> str:
    """Return a value as people read it."""
    if value is None or value != value:
        return "–"
    if isinstance(value, float):
        return f"{value:+.3f}" if value else "0"
    return f"{value:,}" if isinstance(value, int) else str(value)


def html_table(table: pa.Table, caption: str = "") -> str:
    """Return an Arrow table of numbers and text as HTML; numbers are set to the right."""
    numbers = [pa.types.is_integer(f.type) or pa.types.is_floating(f.type) for f in table.schema]
    kind = [' class="n"' if number else "" for number in numbers]
    head = "".join(f"<th{k}>{escape(name)}</th>" for name, k in zip(table.column_names, kind, strict=True))
    rows = (
        "".join(f"<td{k}>{escape(cell(v))}</td>" for v, k in zip(row, kind, strict=True))
        for row in zip(*(column.to_pylist() for column in table.columns), strict=True)
    )
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    top = f"<caption>{escape(caption)}</caption>" if caption else ""
    inside = f"{top}<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
    return f'<style>{_STYLE}</style><table class="tenor-table">{inside}</table>'
