"""Texts and words on a continuous dimension: Latent Semantic Scaling, Wordfish, Wordscores.

Three scikit-learn estimators that read a document-feature matrix.
"""

from importlib import import_module
from typing import Any

_HOMES = {
    "LSS": "lss",
    "Wordfish": "wordfish",
    "Wordscores": "wordscores",
    "seedwords": "seeds",
    "smooth": "smoothing",
}

__all__ = ["LSS", "Wordfish", "Wordscores", "seedwords", "smooth"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'tenor.scaling' has no attribute {name!r}")
    value = getattr(import_module(f"tenor.scaling.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
