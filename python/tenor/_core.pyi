"""The compiled core. Private: the modules of tenor are its public face."""

import enum

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

# terms

# sentiment

# voice

# stance

# pipeline
