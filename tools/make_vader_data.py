"""Make python/tenor/data/vader_lexicon.tsv and emoji.tsv from the PyPI package vaderSentiment 3.3.2 (MIT).

The package's lexicon has four columns, of which scoring reads two; of two lines for one term the last counts.
Terms that VADER can never match are kept: `fixes="keys"` makes them match.

    python tools/make_vader_data.py
"""

from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

DATA = Path(__file__).parent.parent / "python/tenor/data"


def table(name: str) -> dict[str, str]:
    """Return the first two columns of one of the package's files."""
    text = (files("vaderSentiment") / name).read_text("utf-8")
    return dict(line.strip().split("\t")[:2] for line in text.split("\n") if line.strip())


def main() -> None:
    assert version("vaderSentiment") == "3.3.2"
    for source, target in {"vader_lexicon.txt": "vader_lexicon.tsv", "emoji_utf8_lexicon.txt": "emoji.tsv"}.items():
        rows = "".join(f"{term}\t{value}\n" for term, value in table(source).items())
        (DATA / target).write_text(rows, "utf-8")


if __name__ == "__main__":
    main()
