"""The coders' sheet as CSV and as a page of its own, and sheets read back."""

import csv
import io
import json
from html import escape
from importlib.resources import files
from pathlib import Path

import numpy as np
import pyarrow as pa

from tenor._core import Error

__all__ = ["LABELS", "read", "write"]

#: What coders write, by kind, and what it means. The numbers are understood too.
LABELS = {
    "stances": {"unfavourable": -1, "neutral": 0, "favourable": 1},
    "sentences": {"negative": -1, "neutral": 0, "positive": 1},
}
_QUESTION = {
    "stances": "Is the holder, in this sentence, unfavourable, neutral or favourable to the target? Judge what the "
    "holder says or does, not what you think of either.",
    "sentences": "Is the language of this sentence negative, neutral or positive, whoever speaks and whatever about?",
}
_SHOWN = ("before", "text", "after", "holder", "target")


def write(table: pa.Table, kind: str, path: Path) -> None:
    """Write the sheet that the path's suffix names."""
    shown = [name for name in _SHOWN if name in table.column_names]
    units = table.select(["id", *shown]).to_pylist()
    if path.suffix == ".csv":
        out = io.StringIO()
        rows = csv.DictWriter(out, ["id", *shown, "label", "note"], restval="")
        rows.writeheader()
        rows.writerows({key: _tame(value or "") for key, value in unit.items()} for unit in units)
        path.write_text(out.getvalue(), "utf-8-sig", newline="")  # a spreadsheet wants the byte order mark
    elif path.suffix == ".html":
        page = (files("tenor.validate") / "sheet.html").read_text("utf-8")
        # "<" is written as an escape, so that no text can end the script.
        data = json.dumps({"units": units, "labels": list(LABELS[kind])}, ensure_ascii=False).replace("<", "\\u003c")
        path.write_text(page.replace("{{question}}", escape(_QUESTION[kind])).replace("{{data}}", data), "utf-8")
    else:
        raise Error(f"cannot tell the format of {str(path)!r}; end it in .csv or .html")


def _tame(value: str) -> str:
    """Keep a spreadsheet from taking a text for a formula."""
    return "'" + value if value[:1] in ("=", "+", "-", "@", "\t") else value


def read(path: Path, ids: list[str], kind: str) -> list[float]:
    """Return each unit's label, NaN where there is none."""
    try:
        text = path.read_bytes().decode("utf-8-sig", "replace")
    except OSError as e:
        raise Error(f"cannot read {path}: {e.strerror}") from None
    first = text.partition("\n")[0]
    lines = csv.DictReader(io.StringIO(text), delimiter=max(",;\t", key=first.count))
    names = [name.strip().lower() for name in lines.fieldnames or []]
    if not {"id", "label"} <= {*names}:
        raise Error(f"{path} needs the columns 'id' and 'label'; it has {', '.join(map(repr, names)) or 'none'}")
    lines.fieldnames = names
    known = LABELS[kind] | {str(v): v for v in (-1, 0)} | {"1": 1, "+1": 1}
    number = {unit: i for i, unit in enumerate(ids)}
    out, seen = np.full(len(ids), np.nan), set[str]()
    for row in lines:
        unit, label = (row["id"] or "").strip(), (row["label"] or "").strip().lower()
        if unit not in number:
            raise Error(f"{path}, line {lines.line_num}: the id {unit!r} is not one of the sample's {len(ids)}")
        if unit in seen:
            raise Error(f"{path}, line {lines.line_num}: the id {unit!r} comes twice")
        seen.add(unit)
        if label and label not in known:
            raise Error(
                f"{path}, line {lines.line_num}: the label {label!r} is none of {', '.join(map(repr, LABELS[kind]))}"
            )
        out[number[unit]] = known[label] if label else np.nan
    found: list[float] = out.tolist()
    return found
