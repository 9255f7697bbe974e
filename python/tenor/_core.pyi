"""The compiled core. Private: the modules of tenor are its public face."""

import enum
from typing import Any, TypeAlias, TypedDict

import numpy as np
from numpy.typing import NDArray

# A list of texts, or an array of Arrow: its schema and its data.
_Texts: TypeAlias = list[str] | tuple[Any, Any]

version: str
compiler: str

class Error(ValueError): ...

# text
icu_version: str
unicode_version: str

class Newline(enum.IntEnum):
    auto = 0
    hard = 1
    soft = 2

class Segmenter:
    def __init__(self, newline: Newline, abbreviations: list[str], starters: list[str]) -> None: ...
    def sentences(self, text: str) -> list[tuple[int, int]]: ...
    def words(self, text: str) -> list[tuple[int, int]]: ...
    def explain(self, text: str) -> list[tuple[int, bool, str]]: ...

# article
class _Article(TypedDict):
    title: tuple[int, int] | None
    outlet: tuple[int, int] | None
    byline: tuple[int, int] | None
    dateline: tuple[int, int] | None
    date: str
    body: list[tuple[int, int]]
    captions: list[tuple[int, int]]
    pull_quotes: list[tuple[int, int]]
    removed: list[tuple[tuple[int, int], str]]

class Origin(enum.IntEnum):
    page = 0
    extract = 1

def clean(text: str, origin: Origin) -> _Article: ...
def chrome_features(text: str) -> tuple[list[tuple[int, int]], list[str], list[float]]: ...

# terms
english_stop_words: list[str]

class Unit(enum.IntEnum):
    word = 0
    character = 1
    padded_word = 2
    segment = 3

class Norm(enum.IntEnum):
    none = 0
    l1 = 1
    l2 = 2

_Keep = NDArray[np.uint32] | None
_Matrix = tuple[NDArray[Any], NDArray[np.int32], NDArray[Any]]

class Vocabulary:
    def __init__(self, terms: list[str], stop_words: list[str], characters: bool) -> None: ...
    def __len__(self) -> int: ...
    @property
    def bytes(self) -> int: ...
    def terms(self) -> list[str]: ...

class Counter:
    def __init__(
        self,
        lowercase: bool,
        unit: Unit,
        min_length: int,
        min_n: int,
        max_n: int,
        *stop_words_or_vocabulary_and_threads: Any,
    ) -> None: ...
    def survey(self, texts: _Texts, characters: int) -> None: ...
    def end_survey(self, least: int) -> None: ...
    @property
    def surveyed(self) -> int: ...
    @property
    def met(self) -> int: ...
    @property
    def refused(self) -> int: ...
    def add(self, texts: _Texts) -> None: ...
    def finish(self) -> None: ...
    @property
    def documents(self) -> int: ...
    @property
    def terms(self) -> int: ...
    def document_frequencies(self) -> NDArray[Any]: ...
    def term_frequencies(self) -> NDArray[Any]: ...
    def vocabulary(self, keep: _Keep) -> Vocabulary: ...
    def matrix_int64(self, keep: _Keep) -> _Matrix: ...
    def matrix_int32(self, keep: _Keep) -> _Matrix: ...
    def matrix_float64(self, keep: _Keep) -> _Matrix: ...
    def matrix_float32(self, keep: _Keep) -> _Matrix: ...

class Hasher:
    def __init__(
        self,
        lowercase: bool,
        unit: Unit,
        min_length: int,
        min_n: int,
        max_n: int,
        stop_words: list[str],
        columns: int,
        signs: bool,
    ) -> None: ...
    def count_int64(self, texts: _Texts, first: int, threads: int) -> _Matrix: ...
    def count_int32(self, texts: _Texts, first: int, threads: int) -> _Matrix: ...
    def count_float64(self, texts: _Texts, first: int, threads: int) -> _Matrix: ...
    def count_float32(self, texts: _Texts, first: int, threads: int) -> _Matrix: ...

def keyterms(sentences: list[str], n: int, stop_words: list[str]) -> list[tuple[str, float]]: ...
def weigh(
    row_starts: NDArray[Any],
    columns: NDArray[Any],
    values: NDArray[Any],
    idf: NDArray[Any] | None,
    sublinear: bool,
    norm: Norm,
    threads: int,
) -> None: ...

# sentiment
class Scorer:
    def score(self, texts: _Texts, threads: int) -> tuple[NDArray[np.float64], NDArray[np.int32]]: ...
    def counts(self, texts: _Texts, threads: int) -> NDArray[np.int32]: ...
    def shares(
        self, texts: _Texts, threads: int
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]: ...
    def polarity(self, sentence: str) -> tuple[float, float, float, float]: ...
    def explain(self, sentence: str) -> list[tuple[int, int, float, str]]: ...

class VaderScorer(Scorer):
    def __init__(self, lexicon: list[tuple[str, float]], emoji: list[tuple[str, str]], fixes: int) -> None: ...

class NewsScorer(Scorer):
    def __init__(self, lexicon: list[tuple[str, float]], emoji: list[tuple[str, str]], negator: float) -> None: ...

# syntax

class Parser:
    def __init__(self, model: bytes) -> None: ...
    def parse(self, segmenter: Segmenter, text: str) -> list[list[tuple[int, int, str, int, str]]]: ...
    def parse_words(self, words: list[str]) -> list[tuple[str, int, str]]: ...

# voice

_Spans = list[tuple[int, int]]

class Tagger:
    def __init__(self, model: str) -> None: ...

def attributions(
    segmenter: Segmenter, tagger: Tagger, parser: Parser | None, text: str
) -> list[tuple[_Spans, _Spans, _Spans, str, str, int, str]]: ...

# stance

_Probabilities = tuple[float, float, float]

class TargetModel:
    def __init__(self, weights: bytes) -> None: ...
    def polarities(self, sentences: list[str], starts: list[int], ends: list[int]) -> NDArray[np.float64]: ...
    def explain(
        self, sentence: str, start: int, end: int
    ) -> tuple[_Probabilities, _Probabilities, list[tuple[int, int, float, _Probabilities]]]: ...
    @property
    def card(self) -> str: ...

# scaling

_Floats = NDArray[np.float64]

class Dispersion(enum.IntEnum):
    poisson = 0
    overall = 1
    feature = 2

class _WordfishFit(TypedDict):
    alpha: _Floats
    theta: _Floats
    se: _Floats
    psi: _Floats
    beta: _Floats
    phi: _Floats
    path: _Floats
    converged: bool
    theta_precision: float

def leading_svd(
    starts: NDArray[np.int64],
    indices: NDArray[np.int32],
    values: _Floats,
    features: int,
    k: int,
    seed: int,
    threads: int,
) -> tuple[_Floats, _Floats, int]: ...
def wordfish(
    starts: NDArray[np.int64],
    indices: NDArray[np.int32],
    values: _Floats,
    features: int,
    precision: list[float],
    dispersion: Dispersion,
    floor: float,
    tolerance: float,
    parameter_tolerance: float,
    absolute: bool,
    max_iterations: int,
    maximise: bool,
    low: int,
    high: int,
    threads: int,
) -> _WordfishFit: ...
def positions(
    starts: NDArray[np.int64],
    indices: NDArray[np.int32],
    values: _Floats,
    psi: _Floats,
    beta: _Floats,
    phi: _Floats,
    alpha_precision: float,
    theta_precision: float,
    threads: int,
) -> tuple[_Floats, _Floats, _Floats]: ...

_Integers = NDArray[np.int64]

class CollocationCounter:
    gap: int
    def __init__(self, sizes: list[int]) -> None: ...
    def add(self, words: NDArray[np.uint32]) -> None: ...
    def find(
        self, min_count: int, smoothing: float
    ) -> tuple[NDArray[np.uint32], _Integers, _Integers, _Integers, _Floats, _Floats]: ...

# pipeline

# A column of the core's tables: numbers; strings as (offsets, bytes); lists of spans as (offsets, start, end).
_Column = NDArray[Any] | tuple[NDArray[Any], ...]

class StanceFinder:
    def __init__(
        self,
        scorer: Scorer,
        model: TargetModel,
        targets: list[tuple[str, list[str]]],
        discover: bool,
        segmenter: Segmenter,
    ) -> None: ...

class Analyzer:
    def __init__(
        self,
        segmenter: Segmenter,
        tagger: Tagger,
        parser: Parser | None,
        scorer: Scorer | None,
        finder: StanceFinder | None,
    ) -> None: ...
    def analyze(
        self, schema: object, array: object, first: int, threads: int, clean: bool
    ) -> dict[str, dict[str, _Column]]: ...
