"""Reads news sentence by sentence: how it sounds, who speaks, about what, and whether they are for or against it.

Modules load when a name of theirs is first used, so that ``import tenor`` is quick; nothing is ever downloaded.
"""

from importlib import import_module
from typing import Any

#: Public name -> the module that defines it.
_HOMES = {
    "Aggregate": "aggregation",
    "AggregateWarning": "aggregation",
    "Analysis": "pipeline",
    "Analyzer": "pipeline",
    "Article": "article",
    "Attribution": "voice",
    "Attributor": "voice",
    "Boundary": "text",
    "Cleaner": "cleaner",
    "Copies": "copies",
    "CountVectorizer": "terms",
    "Document": "document",
    "Error": "_core",
    "HashingVectorizer": "terms",
    "Lexicon": "lexicon",
    "LexiconWarning": "lexicon",
    "Parse": "syntax",
    "Parser": "syntax",
    "Segmenter": "text",
    "Sentiment": "sentiment",
    "SentimentIntensityAnalyzer": "sentiment",
    "Span": "text",
    "Stance": "stance",
    "TfidfTransformer": "terms",
    "TfidfVectorizer": "terms",
    "aggregate": "aggregation",
    "build_config": "text",
    "clean": "article",
    "clean_all": "cleaning",
    "clean_html": "html",
    "dedupe": "copies",
    "keyterms": "keyterm",
    "kwic": "concordance",
}

#: Modules that are used by their own name, as in ``tenor.scaling.LSS``.
_MODULES = ("plot", "report", "scaling", "spark", "stats", "validate")

__all__ = sorted(_HOMES)


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return import_module(f"tenor.{name}")
    if name not in _HOMES:
        raise AttributeError(f"module 'tenor' has no attribute {name!r}")
    value = getattr(import_module(f"tenor.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES, *_MODULES})
