"""A group opened down to the sentences and words that made its figure."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from tenor._core import Error
from tenor.aggregation.periods import PERIODS, parse
from tenor.aggregation.rows import Rows, arrow
from tenor.sentiment import Sentiment
from tenor.stance import Stance

__all__ = ["Evidence", "gather", "sentence_rows", "tally"]


@dataclass(frozen=True, repr=False)
class Evidence:
    """What a group is made of.

    Attributes
    ----------
    sentences : frame
        The sentences (or stances) that move the figure most, first: article, sentence, text, what they count for the
        voice (score, positive, negative), or holder, target, stance and its probabilities.
    words : frame
        Words and phrases, those that weigh most first: how often they count for and against, and the sum of what they
        add to the scores. Of sentences it covers the whole group; of stances the rows of `sentences`, as the target
        model sees them.
    total : int
        How many sentences (or stances) the group has.
    """

    sentences: Any
    words: Any
    total: int

    def shift(self, other: "Evidence", kind: Literal["same", "arrow"] = "same") -> Any:
        """Say which words make the mean score of this group differ from another's.

        Parameters
        ----------
        other : Evidence
        kind : {"same", "arrow"}
            The kind of frame: that of `words`, or a pyarrow Table.

        Returns
        -------
        frame
            word; one and other: what it adds to the mean score of a sentence there; shift: their difference. The
            largest first; all together they are the difference of the means.

        Raises
        ------
        Error
            If a group has no sentences.
        """
        if not (self.total and other.total):
            raise Error("a group has no sentences, so it has no mean to compare")
        first, back = arrow(self.words, "words")
        second = arrow(other.words, "words")[0]
        parts = [
            dict(zip(t["word"].to_pylist(), (t["value"].to_numpy() / e.total).tolist(), strict=True))
            for t, e in ((first, self), (second, other))
        ]
        words = list(dict.fromkeys([*parts[0], *parts[1]]))
        one, two = (np.array([part.get(word, 0.0) for word in words]) for part in parts)
        order = np.argsort(-np.abs(one - two), kind="stable")
        columns = {"one": one[order], "other": two[order], "shift": (one - two)[order]}
        table = pa.table({"word": pa.array([words[i] for i in order.tolist()], pa.large_string())} | columns)
        return table if kind == "arrow" else back(table)

    def __repr__(self) -> str:
        return f"<tenor.Evidence: {len(self.sentences):,} of {self.total:,} sentences, {len(self.words):,} words>"

    def _repr_html_(self) -> str:
        import narwhals as nw

        from tenor.report.tables import html_table

        parts = (
            nw.from_native(part, eager_only=True).to_arrow() for part in (self.words.head(30), self.sentences.head(30))
        )
        return "".join(html_table(part) for part in parts)


def gather(
    rows: Rows,
    sentences: pa.Table | None,
    cell: dict[str, Any],
    n: int | None,
    sentiment: Any,
    back: Callable[[pa.Table], Any],
) -> Evidence:
    """Find the units of a group; see `Aggregate.evidence`."""
    chosen = rows.units["heard"].copy()
    for name, value in cell.items():
        code = _code(rows, name, value)
        chosen &= rows.keys[name][0] == code
    at = np.flatnonzero(chosen)
    weight = np.abs(rows.units["score"][at])
    top = at[np.argsort(-weight, kind="stable")[:n]]
    if rows.kind == "sentences":
        words = tally(rows.table.take(at[rows.units["hits"][at] > 0]), rows.voice, sentiment)
        shown = _sentences(rows, top)
    else:
        shown = _stances(rows.table.take(top), sentences)
        words = _stance_words(shown, rows.table.take(top), sentences)
    return Evidence(back(shown), back(words), len(at))


def _code(rows: Rows, name: str, value: Any) -> int:
    if name not in rows.keys:
        has = ", ".join(map(repr, rows.keys)) or "none: all is one group"
        raise Error(f"the figures are not by {name!r}; they are by {has}")
    labels = rows.keys[name][1]
    if name in PERIODS and labels and hasattr(labels[0], "isoformat") and value not in labels:
        day = np.array([parse(value, name)]).astype("datetime64[D]").tolist()[0]
        value = day if day in labels else value
    if value not in labels:
        some = ", ".join(map(str, labels[:8])) + (", ..." if len(labels) > 8 else "")
        raise Error(f"there is no {name} {value!r}; there are {len(labels)}: {some}")
    return labels.index(value)


def _sentences(rows: Rows, top: NDArray[np.int64]) -> pa.Table:
    table = rows.table.take(top)
    columns = {name: table[name] for name in ("article", "sentence", "text") if name in table.column_names}
    for name in ("score", "positive", "negative"):
        values = rows.units[name][top]
        columns[name] = pa.array(values if name == "score" else values.astype(np.int64))
    return pa.table(columns)


def tally(table: pa.Table, voice: str, sentiment: Any) -> pa.Table:
    """Count the words behind the scores of sentences, in one voice.

    Raises
    ------
    Error
        If there are no texts, or the scorer's words do not add up to the table's scores.
    """
    if "text" not in table.column_names:
        raise Error("the table has no column 'text', so its words cannot be shown; keep the sentences' text in it")
    scorer = sentiment if isinstance(sentiment, Sentiment) else Sentiment(sentiment)
    texts = table["text"].to_pylist()
    text, start, end, value = scorer.shares(texts)
    scores = np.asarray(table["sentiment"].to_numpy())
    off = np.abs(np.bincount(text, weights=value, minlength=len(texts)) - scores)
    if len(off) and off.max() > 1e-6:
        i = int(off.argmax())
        raise Error(
            f"the scorer {scorer.lexicon.name!r} does not give the score {scores[i]:.4f} of {texts[i][:60]!r}; "
            "name the scorer of the analysis with sentiment="
        )
    if voice != "all":
        inside = _quoted(table, text, start)
        keep = inside if voice == "quoted" else ~inside
        text, start, end, value = text[keep], start[keep], end[keep], value[keep]
    spans = zip(text.tolist(), start.tolist(), end.tolist(), strict=True)
    words = pa.array([texts[i][a:b].lower() for i, a, b in spans], pa.large_string()).dictionary_encode()
    code = np.asarray(words.indices)
    size = len(words.dictionary)
    total = np.bincount(code, weights=value, minlength=size)
    order = np.argsort(-np.abs(total), kind="stable")
    return pa.table(
        {
            "word": words.dictionary.take(order),
            "positive": np.bincount(code[value > 0], minlength=size)[order],
            "negative": np.bincount(code[value <= 0], minlength=size)[order],
            "value": total[order],
        }
    )


def _quoted(table: pa.Table, text: NDArray[np.int64], start: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Say of each word whether it lies in a quoted part of its sentence."""
    if "quoted" not in table.column_names:
        raise Error("the table has no column 'quoted', so words cannot be told apart by voice; keep it, or open 'all'")
    parts = table["quoted"].combine_chunks()
    row = np.asarray(parts.value_parent_indices()) if hasattr(parts, "value_parent_indices") else _parents(parts)
    spans = parts.flatten()
    begin, stop = (np.asarray(spans.field(name), dtype=np.int64) for name in ("start", "end"))
    wide = int(stop.max(initial=0)) + 1
    word = np.asarray(table["start"].to_numpy())[text] + start
    wide = max(wide, int(word.max(initial=0)) + 1)
    last = np.searchsorted(row * wide + begin, text * wide + word, side="right") - 1
    held = last >= 0
    held[held] &= (row[last[held]] == text[held]) & (word[held] < stop[last[held]])
    return held


def _parents(parts: Any) -> NDArray[np.int64]:
    lengths = np.asarray(parts.value_lengths(), dtype=np.int64)
    return np.repeat(np.arange(len(lengths)), lengths)


def _stances(table: pa.Table, sentences: pa.Table | None) -> pa.Table:
    names = ("holder", "target", "stance", "unfavourable", "neutral", "favourable")
    columns = {name: table[name] for name in ("article", "sentence", *names) if name in table.column_names}
    if sentences is not None:
        at = sentence_rows(table, sentences)
        columns["text"] = sentences["text"].take(at)
    return pa.table(columns)


def sentence_rows(table: pa.Table, sentences: pa.Table) -> NDArray[np.int64]:
    """Return the row of each stance's sentence."""

    def key(t: pa.Table) -> Any:
        return np.asarray(t["article"].to_numpy()) * (1 << 24) + np.asarray(t["sentence"].to_numpy())

    keys = key(sentences)
    order = np.argsort(keys, kind="stable")  # they come sorted, which makes this quick
    at: NDArray[np.int64] = np.searchsorted(keys, key(table), sorter=order)
    found: NDArray[np.int64] = order[np.minimum(at, len(order) - 1)]
    return found


def _stance_words(shown: pa.Table, table: pa.Table, sentences: pa.Table | None) -> pa.Table:
    empty = pa.table({"word": pa.array([], pa.large_string()), "positive": [], "negative": [], "value": []})
    if sentences is None or not shown.num_rows:
        return empty
    model = Stance()
    begin = np.asarray(sentences["start"].take(sentence_rows(table, sentences)).to_numpy())
    found: dict[str, list[float]] = {}
    spans = zip(
        shown["text"].to_pylist(),
        (np.asarray(table["target_start"].to_numpy()) - begin).tolist(),
        (np.asarray(table["target_end"].to_numpy()) - begin).tolist(),
        strict=True,
    )
    for text, a, b in spans:
        if 0 <= a < b <= len(text):
            for _, _, word, value in model.explain(text, a, b).words():
                if word:
                    found.setdefault(word.lower(), []).append(value)
    ranked = sorted(found.items(), key=lambda item: -abs(sum(item[1])))
    return pa.table(
        {
            "word": pa.array([word for word, _ in ranked], pa.large_string()),
            "positive": [sum(v > 0 for v in values) for _, values in ranked],
            "negative": [sum(v < 0 for v in values) for _, values in ranked],
            "value": [float(sum(values)) for _, values in ranked],
        }
    )
