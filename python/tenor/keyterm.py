"""The terms that mark an article. Apart from the vectorizers, so that it needs no scikit-learn."""

from collections.abc import Iterable, Sequence

from tenor import _core
from tenor.text import refuse

__all__ = ["keyterms"]


def keyterms(
    sentences: Sequence[str], n: int = 10, stop_words: str | Iterable[str] | None = "english"
) -> list[tuple[str, float]]:
    """Words and phrases that mark an article, by TF-IDF over its sentences.

    A phrase is a name, or stands there twice; it neither begins nor ends with a stop word or a number. A surname
    counts for the full name where the article gives one. No term repeats most of a better one's words.

    Parameters
    ----------
    sentences : sequence of str
        The article's sentences.
    n : int
        How many terms at most.
    stop_words : "english", iterable of str or None
        Words that no term begins or ends with.

    Returns
    -------
    list of (str, float)
        Terms as the article writes them, with count times idf (1 + log of sentences by sentences with it), raised
        by half for each word after the first; best first.

    Raises
    ------
    TypeError
        If a sentence is not a str; its index is given.
    Error
        If `stop_words` names another list than ``"english"``, or `n` is negative.
    """
    if isinstance(sentences, str):
        raise TypeError("sentences must be a sequence of str, not one str; pass [text] or split it first")
    if n < 0:
        raise _core.Error(f"n must not be negative, and is {n}")
    if isinstance(stop_words, str):
        if stop_words != "english":
            raise _core.Error(f"not a built-in stop list: {stop_words!r}; pass 'english', None or the words themselves")
        words = _core.english_stop_words
    else:
        words = [w.lower() for w in stop_words or ()]
    try:
        return _core.keyterms(list(sentences), n, words)
    except TypeError:
        for i, sentence in enumerate(sentences):
            if not isinstance(sentence, str):
                raise TypeError(f"sentence {i} must be a str, not {type(sentence).__name__}") from None
            _readable(sentence, i)
        raise


def _readable(sentence: str, i: int) -> None:
    try:
        sentence.encode()
    except UnicodeEncodeError:
        refuse(sentence, f"sentence {i}")
