"""Keyword in context: every place where a word, or a phrase, stands."""

from collections.abc import Iterable
from typing import Any

import numpy as np

from tenor._core import Error
from tenor.tokens import Matcher, read_tokens

__all__ = ["kwic"]


def kwic(
    texts: Any,
    pattern: str | Iterable[str],
    window: int = 5,
    *,
    regex: bool = False,
    case: bool = False,
    text: str = "text",
) -> Any:
    """Find the places where a pattern stands, with the words around it.

    Parameters
    ----------
    texts : list of str, series, frame with a column of texts, or list of lists of str (tokens)
        Documents.
    pattern : str or iterable of str
        A glob for one word (``*`` any characters, ``?`` one), or several with a space between for a phrase.
    window : int
        Words to show on each side.
    regex : bool
        Whether the patterns are regular expressions for whole words instead.
    case : bool
        Whether case matters.
    text : str
        The texts' column in a frame.

    Returns
    -------
    frame
        document (a pandas index label, else the row), from, to (numbers of the tokens, from 1), pre, keyword, post,
        pattern, start, end (code points of the text; -1 where tokens were given). Of the kind that came in; for a
        list pandas where it is installed, else pyarrow.

    Raises
    ------
    Error
        If a pattern is empty or no regular expression, or `window` is negative.
    """
    from tenor.scaling.counts import frame

    if not isinstance(window, int | np.integer) or window < 0:
        raise Error(f"window must be a whole number from 0, not {window!r}")
    matcher = Matcher(pattern, regex=regex, case=case)
    documents = read_tokens(texts, text)
    names = ("document", "from", "to", "pre", "keyword", "post", "pattern", "start", "end")
    rows: list[tuple[Any, ...]] = []
    for label, tokens, spans in documents:
        for begin, end, which in matcher.find(tokens):
            rows.append(
                (
                    label,
                    begin + 1,
                    end,
                    " ".join(tokens[max(0, begin - window) : begin]),
                    " ".join(tokens[begin:end]),
                    " ".join(tokens[end : end + window]),
                    which,
                    spans[begin][0] if spans else -1,
                    spans[end - 1][1] if spans else -1,
                )
            )
    columns = {name: [row[i] for row in rows] for i, name in enumerate(names)}
    kinds = {"from": np.int64, "to": np.int64, "start": np.int64, "end": np.int64}
    arrays = {name: np.array(values, dtype=kinds.get(name, object)) for name, values in columns.items()}
    if all(isinstance(label, int | np.integer) for label in columns["document"]):
        arrays["document"] = np.array(columns["document"], dtype=np.int64)
    return frame(arrays, documents.kind)
