"""Figures of results (extra ``plot``): each function draws on an axes, or makes one, and returns it.

``tenor.plot.charts`` has those of aggregates as Altair charts.
"""

from importlib import import_module
from typing import Any

#: Public name -> the module that defines it.
_HOMES = {
    "documents": "scaling",
    "keyness": "scaling",
    "outlets": "voices",
    "shift": "apart",
    "targets": "sides",
    "timeline": "overtime",
    "trend": "scaling",
    "words": "scaling",
}

__all__ = sorted(_HOMES)


def __getattr__(name: str) -> Any:
    if name == "charts":
        return import_module("tenor.plot.charts")
    if name not in _HOMES:
        raise AttributeError(f"module 'tenor.plot' has no attribute {name!r}")
    value = getattr(import_module(f"tenor.plot.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
