"""scikit-learn's text vectorizers, counted in the compiled core: same parameters, same answers.

Each class inherits scikit-learn's own of the same name, so it is one wherever the type is asked for. What the core
can read itself it counts there; a custom tokenizer, analyzer or token pattern runs in scikit-learn's Python.
"""

from tenor.terms.counting import CountVectorizer
from tenor.terms.hashing import HashingVectorizer
from tenor.terms.schemes import SCHEMES, dfm_tfidf, dfm_weight
from tenor.terms.weighing import TfidfTransformer, TfidfVectorizer

__all__ = [
    "SCHEMES",
    "CountVectorizer",
    "HashingVectorizer",
    "TfidfTransformer",
    "TfidfVectorizer",
    "dfm_tfidf",
    "dfm_weight",
]
