"""What an outlet prints again and again: learnt from its articles, and set aside like the rest of its chrome."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import blake2b
from itertools import repeat
from pathlib import Path
from typing import Any, NamedTuple

from tenor._core import Error
from tenor.article import Article
from tenor.article import clean as clean_text
from tenor.text import Segmenter, Span, refuse

__all__ = ["Cleaner", "Effect", "Repeat"]

_WORD = re.compile(r"\w+")
_VERSION = 1
_REASON = "repeated"


class Repeat(NamedTuple):
    """A sentence or line that an outlet repeats: in how many of its articles of the period, and which part of them.

    `text` is in lower case and without marks, as it is compared; empty where it was never seen twice in one fit.
    """

    outlet: str
    period: str
    text: str
    articles: int
    share: float


class Effect(NamedTuple):
    """What removing the repeats does to an outlet: counts, and the mean sentiment of its sentences before and after."""

    outlet: str
    articles: int
    articles_changed: int
    sentences: int
    removed: int
    sentiment: float
    sentiment_without: float


class _Group:
    """Counts of one outlet in one period. Sums: the order of the articles does not matter."""

    def __init__(self) -> None:
        self.articles = 0
        self.counts: Counter[int] = Counter()
        self.words: dict[int, str] = {}

    def add(self, units: dict[int, str]) -> None:
        self.articles += 1
        for key, words in units.items():
            self.counts[key] += 1
            if self.counts[key] == 2:
                self.words[key] = words


class Cleaner:
    """Learns what each outlet repeats in its articles, and takes it out of them.

    A sentence (a line without a full stop is one) is a repeat when it stands in at least `min_articles` articles of
    an outlet and period and in at least `min_share` of them. Sentences are compared by their words, not by case and
    marks. Articles are cleaned by `tenor.clean` first. Copies of an article would make its sentences repeats:
    take them out before, with `tenor.dedupe`.

    The counts are exact. A sentence is kept as 8 bytes until it comes again, so that memory grows with the number of
    different sentences. Counts are sums: articles may come in any order and in any number of parts, and profiles of
    parts can be merged.

    Parameters
    ----------
    min_articles : int
        Fewest articles of an outlet and period, at least 2.
    min_share : float
        Smallest share of them, in [0, 1].
    min_words : int
        Fewest words of a repeat: "No." and the names that head the turns of an interview recur, and are the article's.
    period : {"all", "year", "month"}
        What the dates given with the texts part: an outlet's footer changes over the years.
    """

    def __init__(
        self, *, min_articles: int = 5, min_share: float = 0.01, min_words: int = 3, period: str = "all"
    ) -> None:
        if isinstance(min_articles, bool) or not isinstance(min_articles, int) or min_articles < 2:
            raise Error(f"min_articles must be a whole number of at least 2, not {min_articles!r}")
        if not 0 <= min_share <= 1:
            raise Error(f"min_share must be from 0 to 1, not {min_share!r}")
        if isinstance(min_words, bool) or not isinstance(min_words, int) or min_words < 1:
            raise Error(f"min_words must be a whole number of at least 1, not {min_words!r}")
        if period not in _PERIODS:
            raise Error(f"period must be one of {', '.join(map(repr, _PERIODS))}, not {period!r}")
        self.min_articles, self.min_share, self.min_words, self.period = min_articles, min_share, min_words, period
        self._groups: dict[tuple[str, str], _Group] = {}
        self._whole = True  # False once loaded: a saved profile holds the repeats alone

    def fit(self, texts: Iterable[str], outlets: Iterable[str], dates: Iterable[str | None] | None = None) -> Cleaner:
        """Forget what was learnt, and learn from these articles."""
        self._groups, self._whole = {}, True
        return self.partial_fit(texts, outlets, dates)

    def partial_fit(
        self, texts: Iterable[str], outlets: Iterable[str], dates: Iterable[str | None] | None = None
    ) -> Cleaner:
        """Learn from more articles.

        Parameters
        ----------
        texts, outlets : iterables of str, as many of one as of the other
            Articles, and the name of the outlet of each.
        dates : iterable of str or None, optional
            Their dates in ISO 8601; needed where `period` is not ``"all"``.

        Raises
        ------
        TypeError
            If a text is not a str.
        Error
            If there are not as many of each, a date is missing, or the profile was loaded from a file.
        """
        self._refuse_loaded("learn more")
        for text, outlet, date in self._rows(texts, outlets, dates):
            units = {key: words for _, key, words in _units(clean_text(text)) if self._is_long(words)}
            self._groups.setdefault((outlet, self._period_of(date)), _Group()).add(units)
        return self

    def merge(self, other: Cleaner) -> Cleaner:
        """Add what another learnt, as if all had been learnt here."""
        self._refuse_loaded("merge")
        other._refuse_loaded("be merged")
        if (other.period, other.min_words) != (self.period, self.min_words):
            raise Error("profiles can be merged only when their period and min_words are the same")
        for key, theirs in other._groups.items():
            group = self._groups.setdefault(key, _Group())
            group.articles += theirs.articles
            group.counts.update(theirs.counts)
            group.words.update(theirs.words)
        return self

    def repeats(self, outlet: str | None = None) -> list[Repeat]:
        """Return what is repeated, the most frequent first; of one outlet or of all."""
        found = [
            Repeat(name, period, group.words.get(key, ""), count, count / group.articles)
            for (name, period), group in self._groups.items()
            if outlet is None or name == outlet
            for key, count in group.counts.items()
            if self._is_repeat(group, key)
        ]
        return sorted(found, key=lambda r: (-r.articles, r.outlet, r.period, r.text))

    def clean(self, text: str, outlet: str, date: str | None = None) -> Article:
        """Clean an article with `tenor.clean`, and set its outlet's repeats aside with the reason ``"repeated"``.

        An outlet or a period that was not learnt from has no repeats.
        """
        article = clean_text(text)
        group = self._groups.get((outlet, self._period_of(date)))
        if group is None:
            return article
        return _without(article, [span for span, key, _ in _units(article) if self._is_repeat(group, key)])

    def report(
        self,
        texts: Iterable[str],
        outlets: Iterable[str],
        dates: Iterable[str | None] | None = None,
        sentiment: str = "news",
    ) -> list[Effect]:
        """Return for each outlet what would be removed from these articles, and what that does to its sentiment.

        Parameters
        ----------
        texts, outlets, dates
            As for `fit`; the same articles or others.
        sentiment : str
            The scorer, as for `tenor.Sentiment`.
        """
        from tenor.sentiment import Sentiment

        scorer = Sentiment(sentiment)
        totals: dict[str, list[float]] = {}
        for text, outlet, date in self._rows(texts, outlets, dates):
            article = clean_text(text)
            group = self._groups.get((outlet, self._period_of(date)))
            units = list(_units(article))
            gone = [group is not None and self._is_repeat(group, key) for _, key, _ in units]
            scores = scorer.score([text[slice(*span)] for span, _, _ in units]).tolist() if units else []
            kept = [score for score, is_gone in zip(scores, gone, strict=True) if not is_gone]
            total = totals.setdefault(outlet, [0.0] * 6)
            row = (1, any(gone), len(units), sum(gone), sum(scores), sum(kept))
            totals[outlet] = [a + b for a, b in zip(total, row, strict=True)]
        return [
            Effect(
                outlet, int(n), int(changed), int(sentences), int(removed),
                before / sentences if sentences else 0.0,
                after / (sentences - removed) if sentences > removed else 0.0,
            )
            for outlet, (n, changed, sentences, removed, before, after) in sorted(totals.items())
        ]  # fmt: skip

    def save(self, path: str | Path) -> None:
        """Write the repeats as JSON that can be read and edited: small, for what is not repeated is left out."""
        groups = [
            {
                "outlet": outlet,
                "period": period,
                "articles": group.articles,
                "repeats": sorted(
                    ([count, f"{key:016x}", group.words.get(key, "")]
                     for key, count in group.counts.items() if self._is_repeat(group, key)),
                    key=lambda r: (-r[0], r[2], r[1]),  # type: ignore[operator]
                ),
            }
            for (outlet, period), group in sorted(self._groups.items())
        ]  # fmt: skip
        settings = {n: getattr(self, n) for n in ("min_articles", "min_share", "min_words", "period")}
        value = {"tenor_cleaner": _VERSION, **settings, "groups": [g for g in groups if g["repeats"]]}
        Path(path).write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, path: str | Path) -> Cleaner:
        """Read a saved profile, which cleans and reports but learns no more.

        Raises
        ------
        Error
            If the file is no such profile.
        """
        try:
            value = json.loads(Path(path).read_text(encoding="utf-8"))
            if value["tenor_cleaner"] != _VERSION:
                raise Error(f"{path} is a profile of version {value['tenor_cleaner']}; this tenor reads {_VERSION}")
            made = cls(**{n: value[n] for n in ("min_articles", "min_share", "min_words", "period")})
            for row in value["groups"]:
                group = made._groups[row["outlet"], row["period"]] = _Group()
                group.articles = int(row["articles"])
                for count, key, words in row["repeats"]:
                    group.counts[int(key, 16)] = int(count)
                    group.words[int(key, 16)] = str(words)
        except (ValueError, KeyError, TypeError) as e:
            if isinstance(e, Error):
                raise
            raise Error(f"{path} is not a saved Cleaner: {type(e).__name__}: {e}") from None
        made._whole = False
        return made

    def __repr__(self) -> str:
        articles = sum(group.articles for group in self._groups.values())
        return f"Cleaner({articles:,} articles of {len({o for o, _ in self._groups}):,} outlets)"

    def _is_repeat(self, group: _Group, key: int) -> bool:
        return group.counts[key] >= max(self.min_articles, self.min_share * group.articles)

    def _is_long(self, words: str) -> bool:
        return words.count(" ") + 1 >= self.min_words

    def _period_of(self, date: str | None) -> str:
        length = _PERIODS[self.period]
        if not length:
            return ""
        if date is None or not re.match(r"\d{4}-\d\d", date):
            raise Error(f"period={self.period!r} needs a date as in 2020-03-02 with each text, not {date!r}")
        return date[:length]

    def _refuse_loaded(self, what: str) -> None:
        if not self._whole:
            raise Error(f"a profile loaded from a file cannot {what}: the counts below its limits were not saved")

    def _rows(
        self, texts: Iterable[str], outlets: Iterable[str], dates: Iterable[str | None] | None
    ) -> Iterator[tuple[str, str, str | None]]:
        if isinstance(texts, str) or isinstance(outlets, str):
            raise TypeError("texts and outlets must be iterables of str, as long as each other, not one str")
        given: tuple[Iterable[Any], ...] = (texts, outlets) if dates is None else (texts, outlets, dates)
        try:
            for text, outlet, *date in zip(*given, strict=True):
                if not isinstance(text, str):
                    refuse(text)
                if not isinstance(outlet, str):
                    refuse(outlet, "outlet")
                yield text, outlet, next(iter(date), None)
        except ValueError as e:
            if isinstance(e, Error):
                raise
            raise Error("texts, outlets and dates must be of the same length") from None


_PERIODS = {"all": 0, "year": 4, "month": 7}
_SEGMENTER: list[Segmenter] = []


def _units(article: Article) -> Iterator[tuple[Span, int, str]]:
    """Yield the sentences of body and captions: span, hash of the words, words. Those without a word are left out."""
    if not _SEGMENTER:
        _SEGMENTER.append(Segmenter())
    for part in sorted(article.body + article.captions):
        for start, end in _SEGMENTER[0].sentences(article.text[slice(*part)]):
            words = " ".join(_WORD.findall(article.text[part.start + start : part.start + end].lower()))
            if words:
                key = int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), "big")
                yield Span(part.start + start, part.start + end), key, words


def _without(article: Article, spans: list[Span]) -> Article:
    """Take sentences out of the body and captions; what is left of a paragraph stays."""
    if not spans:
        return article

    def left(part: Span) -> Iterator[Span]:
        at = part.start
        for span in spans:
            if part.start <= span.start and span.end <= part.end:
                yield from _trimmed(article.text, at, span.start)
                at = span.end
        yield from _trimmed(article.text, at, part.end)

    return replace(
        article,
        body=[piece for part in article.body for piece in left(part)],
        captions=[piece for part in article.captions for piece in left(part)],
        removed=sorted(article.removed + list(zip(spans, repeat(_REASON)))),
    )


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    size = len(piece.strip())
    if size:
        start += len(piece) - len(piece.lstrip())
        yield Span(start, start + size)
