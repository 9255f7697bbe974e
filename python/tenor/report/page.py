"""The page: what is drawn, what is listed, what can be searched."""

import json
import os
import re
import warnings
from collections.abc import Iterator
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tenor._core import Error
from tenor.aggregation import Aggregate, AggregateWarning, aggregate
from tenor.aggregation.periods import NO_DAY, days
from tenor.aggregation.rows import arrow
from tenor.pipeline import Analysis
from tenor.report.blocks import image, outlets_table, stances_table
from tenor.report.sentences import choose, entries
from tenor.sentiment import Sentiment

__all__ = ["write"]


def write(
    analysis: Analysis,
    path: str | os.PathLike[str],
    *,
    articles: Any = None,
    outlet: str = "outlet",
    date: str = "date",
    title: str = "A corpus, read by tenor",
    statistic: str = "logratio",
    sentences: int = 2000,
    sentiment: str | Sentiment = "news",
    copies: Any = None,
    seed: int = 0,
    made: dict[str, str] | None = None,
) -> None:
    """Write the page.

    Parameters
    ----------
    analysis : Analysis
    path : path
        It needs no other file, no server and no network.
    articles : frame, optional
        Columns of the articles, as :func:`tenor.aggregate` takes them; by default what the analysis found.
    outlet, date : str
        The columns of the outlets and of the dates. Without dates there is no figure over time.
    title : str
    statistic : str
        Of the figures by outlet; see :func:`tenor.aggregate`.
    sentences : int
        How many sentences the page holds: those that weigh most, in equal parts by outlet.
    sentiment : str or Sentiment
        The scorer of the analysis.
    copies, seed
        As in :func:`tenor.aggregate`.
    made : dict, optional
        More lines for the end of the page.

    Raises
    ------
    Error
        If there is no sentence to show, or no column `outlet`.
    """
    tables = {name: arrow(getattr(analysis, name), name)[0] for name in ("sentences", "stances")}
    given = arrow(analysis.articles if articles is None else articles, "articles")[0]
    rows = tables["sentences"].filter(pc.equal(tables["sentences"]["status"], "ok"))
    if not rows.num_rows:
        raise Error("no text of the analysis has a sentence, so there is nothing to report")
    if outlet not in given.column_names:
        has = ", ".join(map(repr, given.column_names))
        raise Error(f"articles has no column {outlet!r}; it has {has}: name the column of the outlets")
    options = {"articles": given, "date": date, "copies": copies, "seed": seed}
    about = _about(given, arrow(analysis.articles, "articles")[0], outlet, date)
    own, quoted = (
        aggregate(analysis, outlet, voice=v, statistic=statistic, of="sentences", **options)
        for v in ("outlet", "quoted")
    )
    held = (
        aggregate(analysis, ["holder", "target"], statistic="mean", **options) if tables["stances"].num_rows else None
    )
    names = [about[a]["outlet"] for a in rows["article"].to_pylist()]
    number = {name: i for i, name in enumerate(dict.fromkeys(names))}
    kept = rows.take(choose(rows, np.array([number[n] for n in names]), tables["stances"], sentences))
    data = entries(kept, tables["stances"], about, sentiment)
    parts = {
        "title": escape(title),
        "summary": _summary(analysis, tables, about),
        "figures": "".join(_figures(analysis, own, quoted, held, outlet, options, statistic)),
        "tables": outlets_table(own, quoted, outlet) + (stances_table(held) if held else ""),
        "shown": escape(
            f"{len(data):,} of {rows.num_rows:,} sentences: those that weigh most, in equal parts by outlet."
        ),
        "made": _made(own, made or {}),
        # "<" as an escape, so that no text can end the script.
        "data": json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"),
    }
    page = (files("tenor.report") / "page.html").read_text("utf-8")
    # In one pass: what a text says in braces is not filled in.
    Path(path).write_text(re.sub(r"\{\{(\w+)\}\}", lambda m: parts[m[1]], page), "utf-8")


def _about(given: pa.Table, found: pa.Table, outlet: str, date: str) -> dict[int, dict[str, str]]:
    """Return outlet, date and title of each article."""
    numbers = given["article"].to_pylist() if "article" in given.column_names else list(range(given.num_rows))
    titles = dict(zip(found["article"].to_pylist(), found["title"].to_pylist(), strict=True))
    where = given["title"].to_pylist() if "title" in given.column_names else [None] * len(numbers)
    dates = given[date].to_pylist() if date in given.column_names else [None] * len(numbers)
    return {
        n: {"outlet": str(o or "(no outlet)"), "date": str(d or "")[:10], "title": str(t or titles.get(n) or "")[:200]}
        for n, o, d, t in zip(numbers, given[outlet].to_pylist(), dates, where, strict=True)
    }


def _summary(analysis: Analysis, tables: dict[str, pa.Table], about: dict[int, dict[str, str]]) -> str:
    statuses = arrow(analysis.articles, "articles")[0]["status"].to_pylist()
    unread = sum(s != "ok" for s in statuses)
    dates = sorted(a["date"] for a in about.values() if a["date"])
    facts = {
        "Articles": f"{len(statuses):,}" + (f", of which {unread:,} could not be read" if unread else ""),
        "Outlets": f"{len({a['outlet'] for a in about.values()}):,}",
        "Dates": f"{dates[0]} to {dates[-1]}" if dates else "none",
        "Sentences": f"{tables['sentences'].num_rows:,}",
        "Quotations": f"{len(analysis.quotes):,}",
        "Stances": f"{tables['stances'].num_rows:,}",
    }
    return f'<dl class="key">{"".join(f"<dt>{k}</dt><dd>{escape(v)}</dd>" for k, v in facts.items())}</dl>'


def _figures(
    analysis: Analysis,
    own: Aggregate,
    quoted: Aggregate,
    held: Aggregate | None,
    outlet: str,
    options: dict[str, Any],
    statistic: str,
) -> Iterator[str]:
    from tenor import plot

    yield "<h2>Outlets: own voice and quoted</h2>"
    alt = (
        "For each outlet the figure of its own voice and of what it quotes, with intervals; the table has the numbers."
    )
    yield image(plot.outlets(own, quoted), alt)
    if period := _period(options, len(own)):
        by = [outlet, period] if len(own) > 1 else [period]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", AggregateWarning)  # the page says it
            over = aggregate(analysis, by, voice="outlet", statistic=statistic, of="sentences", **options)
        yield "<h2>Over time, in the outlets' own voice</h2>"
        missing = f"{len(over.undated):,} articles have no date that can be read." if over.undated else ""
        alt = f"The figure of each outlet by {period}, with its interval as a band."
        yield image(plot.timeline(over), alt, missing)
    if held is not None:
        yield "<h2>Who is for and against what</h2>"
        yield image(plot.targets(held, most=12), "Holders by targets: triangles up are for, triangles down against.")
    ranked = [r for r in own.table.to_pylist() if r["value"] is not None and r["articles"] > 1]
    if len(ranked) > 1:
        ranked.sort(key=lambda r: r["value"])
        low, high = ranked[0][outlet], ranked[-1][outlet]
        ends = [own.evidence(n=0, **{outlet: name}) for name in (high, low)]
        yield f"<h2>Words that set {escape(str(high))} apart from {escape(str(low))}</h2>"
        yield image(plot.shift(*ends, names=(str(high), str(low))), "Words by what they add to the difference.")


def _period(options: dict[str, Any], outlets: int) -> str | None:
    """Choose the shortest period with up to 60 points and five articles or more in each; None without dates."""
    table, date = options["articles"], options["date"]
    if date not in table.column_names:
        return None
    day = days(table[date], date)
    day = day[day != NO_DAY]
    span = int(day.max() - day.min()) if len(day) else 0
    for name, length in (("day", 1), ("week", 7), ("month", 30), ("quarter", 91)):
        points = span / length + 1
        if points <= 60 and len(day) / points / outlets >= 5:
            return name
    return "year" if span else None


def _made(own: Aggregate, more: dict[str, str]) -> str:
    from tenor.text import build_config

    s = own.settings
    facts = {
        "tenor": ", ".join(f"{k} {v}" for k, v in build_config().items()),
        "Intervals": f"symmetric studentised bootstrap of articles, {s['replicates']:,} replicates, seed {s['seed']}"
        + (", near-duplicates drawn together" if s["copies"] else ""),
        "Sentiment": "how positive or negative the language is; no opinion of the outlet or of anybody else",
        **more,
    }
    body = "".join(f"<dt>{escape(k)}</dt><dd>{escape(v)}</dd>" for k, v in facts.items())
    return f'<dl class="key">{body}</dl>'
