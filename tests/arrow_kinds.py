"""The kinds of Arrow strings, and of series over them, that texts may come in."""

import pandas as pd
import polars as pl
import pyarrow as pa

#: Each makes one of a list of texts.
KINDS = {
    "utf8": pa.array,
    "large": lambda t: pa.array(t, pa.large_string()),
    "view": lambda t: pa.array(t, pa.string_view()),
    "dictionary": lambda t: pa.array(t).dictionary_encode(),
    "slice": lambda t: pa.array(["gone", *t]).slice(1),
    "chunks": lambda t: pa.chunked_array([t[:1], t[1:]], pa.string()),
    "polars": pl.Series,
    "pandas": lambda t: pd.Series(t, dtype="string[pyarrow]"),
    "objects": pd.Series,
}
