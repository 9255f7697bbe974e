"""The sentences of a report: those that weigh most, each cut where quotes and judging words begin and end."""

import itertools
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from tenor._core import Error
from tenor.display import sign
from tenor.sentiment import Sentiment

__all__ = ["choose", "entries"]


def choose(table: pa.Table, group: NDArray[np.int64], stances: pa.Table, most: int) -> NDArray[np.int64]:
    """Return the rows to show: those with a stance or the strongest scores, in equal parts by group."""
    count = int(group.max(initial=0)) + 1
    score = np.abs(table["sentiment"].fill_null(0).to_numpy())
    keys = _keys(table)
    held = np.isin(keys, _keys(stances))
    order = np.lexsort((np.arange(len(score)), -(score + held)))
    rank = np.empty(len(order), dtype=np.int64)
    seen = np.zeros(count, dtype=np.int64)
    for i in order.tolist():
        rank[i] = seen[group[i]]
        seen[group[i]] += 1
    chosen: NDArray[np.int64] = np.lexsort((-score, rank))[:most]
    return np.sort(chosen)


def _keys(table: pa.Table) -> NDArray[np.int64]:
    found: NDArray[np.int64] = np.asarray(table["article"].to_numpy()) * (1 << 24) + table["sentence"].to_numpy()
    return found


def entries(
    table: pa.Table, stances: pa.Table, about: dict[int, dict[str, str]], sentiment: str | Sentiment
) -> list[dict[str, Any]]:
    """Return what the page needs of each sentence.

    Raises
    ------
    Error
        If the scorer does not give the table's scores.
    """
    texts = table["text"].to_pylist()
    scorer = sentiment if isinstance(sentiment, Sentiment) else Sentiment(sentiment)
    marks: list[list[tuple[int, int, int]]] = [[] for _ in texts]
    row, start, end, value = scorer.shares(texts)
    scores = table["sentiment"].to_pylist()
    total = np.bincount(row, weights=value, minlength=len(texts))
    if len(texts) and np.abs(total - np.array(scores)).max() > 1e-6:
        raise Error(f"the scorer {scorer.lexicon.name!r} is not that of the analysis; name it with sentiment=")
    for i, a, b, v in zip(row.tolist(), start.tolist(), end.tolist(), value.tolist(), strict=True):
        marks[i].append((a, b, 1 if v > 0 else -1))
    said: dict[tuple[int, int], list[list[Any]]] = {}
    wanted = stances.filter(pc.is_in(stances["article"], value_set=pc.unique(table["article"])))
    for s in wanted.select(["article", "sentence", "holder", "target", "stance"]).to_pylist():
        said.setdefault((s["article"], s["sentence"]), []).append([s["holder"], s["target"], s["stance"]])
    out = []
    for i, unit in enumerate(table.select(["article", "sentence", "start", "quoted"]).to_pylist()):
        quoted = [(q["start"] - unit["start"], q["end"] - unit["start"]) for q in unit["quoted"]]
        out.append(
            {
                "text": _pieces(texts[i], quoted, marks[i]),
                "score": round(scores[i], 4),
                "side": sign(scores[i]),
                "stances": said.get((unit["article"], unit["sentence"]), []),
                **about[unit["article"]],
            }
        )
    return out


def _pieces(text: str, quoted: list[tuple[int, int]], marks: list[tuple[int, int, int]]) -> list[list[Any]]:
    """Cut a text into [part, whether it is quoted, its sign]; JavaScript counts characters otherwise than Python."""
    cuts = sorted({0, len(text), *(x for a, b, *_ in (*quoted, *marks) for x in (a, b))})
    out: list[list[Any]] = []
    for a, b in itertools.pairwise(cuts):
        inside = any(s <= a and b <= e for s, e in quoted)
        of = next((k for s, e, k in marks if s <= a and b <= e), 0)
        out.append([text[a:b], int(inside), of])
    return out
