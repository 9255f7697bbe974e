"""Validation as reviewers ask for it: a coder's sheet, agreement, error rates, corrected figures, a methods paragraph.

>>> sample = tenor.validate.sample(analysis, n=300, by=["outlet"], articles=frame)
>>> sample.write("sheet.html")                                  # or sheet.csv; send it to the coders
>>> coded = sample.read({"anna": "anna.csv", "ben": "ben.csv"})
>>> coded.alpha(), coded.scores(), coded.correct(aggregate)
>>> print(coded.methods())

docs/figures.md says what each figure is, and gives the references.
"""

from tenor.validate.coding import Agreement, Codings
from tenor.validate.sampling import Sample, sample

__all__ = ["Agreement", "Codings", "Sample", "sample"]
