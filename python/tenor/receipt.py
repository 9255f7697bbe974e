"""What a result was made with: enough to make it again, byte for byte, and to say what differs if it cannot be.

A receipt is a JSON object with these members; it is in the footer of each Parquet file under the key ``tenor``, and for
JSON Lines, CSV, and results in parts in a file of its own beside them (the footers of parts leave ``inputs`` out).

==============  ======================================================================================================
``format``      1
``versions``    of tenor, ICU, Unicode, the compiler and pyarrow, which writes the files
``models``      SHA-256 of each lexicon, model and table that tenor read
``options``     those of the command, as it understood them
``targets``     names, each with its aliases; null if none was listed
``inputs``      each file with its bytes and their SHA-256 (of more than 1,000 files, several together)
``texts``       how many there were
``unreadable``  how many of them have a status other than ``ok``
``id``          SHA-256 of all of that
==============  ======================================================================================================
"""

import hashlib
import json
from importlib.resources import files as resources
from pathlib import Path
from typing import Any

from tenor._core import Error
from tenor.output import Output

__all__ = ["complete", "differences", "made_with", "read_receipt", "short"]

_FORMAT = 1
_KEY = b"tenor"


def made_with(sentiment: str) -> dict[str, Any]:
    """Return what the analysis depends on here: versions, and the digests of models and lexicons."""
    import pyarrow as pa

    from tenor.text import build_config

    models = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted((resources("tenor") / "data").iterdir(), key=lambda p: p.name)
        if path.name not in ("demo.txt", "SOURCES.md")
    }
    if sentiment not in ("news", "vader"):
        models[sentiment] = hashlib.sha256(Path(sentiment).read_bytes()).hexdigest()
    return {"format": _FORMAT, "versions": {**build_config(), "pyarrow": pa.__version__}, "models": models}


def complete(head: dict[str, Any], inputs: list[dict[str, Any]], texts: int, unreadable: int) -> str:
    """Return the receipt of a finished run, as it is stored."""
    whole = {**head, "inputs": inputs, "texts": texts, "unreadable": unreadable}
    return _json({**whole, "id": hashlib.sha256(_json(whole).encode()).hexdigest()})


def short(receipt: str) -> str:
    """Leave out the list of inputs, which may be long; the id is that of the whole."""
    return _json({**json.loads(receipt), "inputs": None})


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)


def read_receipt(output: Output) -> dict[str, Any]:
    """Read the receipt of a result.

    Raises
    ------
    Error
        If there is no result, or it has no receipt.
    """
    try:
        if output.sidecar:
            found: bytes | None = output.sidecar.read_bytes()
        else:
            import pyarrow.parquet as pq

            file = next((p for p in output.files() if p.suffix == ".parquet"), output.paths["articles"])
            found = (pq.read_metadata(file).metadata or {}).get(_KEY)
    except OSError as e:
        raise Error(f"cannot read {e.filename or output.paths['articles']}: {e.strerror or e}") from None
    except ValueError as e:  # pyarrow's, of what is no Parquet
        raise Error(f"cannot read {output.paths['articles']}: {e}") from None
    try:
        receipt = json.loads(found) if found else None
    except ValueError:
        receipt = None
    if not isinstance(receipt, dict) or receipt.get("format") != _FORMAT:
        raise Error(f"{output.paths['articles']} carries no receipt; was it written by tenor analyze?")
    return receipt


def differences(then: dict[str, Any], now: dict[str, Any]) -> list[str]:
    """Say in words what differs between two receipts, the thing before the values."""
    found = _fields("version of ", then["versions"], now["versions"])
    found += _fields("model ", then["models"], now["models"])
    found += _fields("option ", *({**r["options"], "suffix": None} for r in (then, now)))
    found += _fields("target ", then["targets"] or {}, now["targets"] or {})
    found += _fields("input ", _by_file(then["inputs"]), _by_file(now["inputs"]))
    return found


def _by_file(inputs: list[dict[str, Any]]) -> dict[str, Any]:
    return {f"{i['file']}" + (f" to {i['to']}" if "to" in i else ""): i for i in inputs}


def _fields(kind: str, then: dict[str, Any], now: dict[str, Any]) -> list[str]:
    return [
        f"{kind}{name} ({_said(then.get(name))} then, {_said(now.get(name))} now)"
        for name in dict.fromkeys([*then, *now])
        if then.get(name) != now.get(name)
    ]


def _said(value: object) -> str:
    if isinstance(value, dict):
        return f"{value.get('bytes', 0):,} bytes, sha256 {value['sha256'][:12]}" if "sha256" in value else str(value)
    if isinstance(value, str) and len(value) == 64:
        return f"sha256 {value[:12]}"
    return "none" if value is None else str(value)
