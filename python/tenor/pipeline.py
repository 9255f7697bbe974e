"""The whole analysis: articles in; sentences, quotes and stances out."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from os import PathLike
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from tenor import _core
from tenor._core import Error
from tenor.document import Document, documents
from tenor.sentiment import Sentiment
from tenor.stance import Stance
from tenor.syntax import shipped_parser
from tenor.text import Segmenter, refuse
from tenor.voice import shipped_tagger

if TYPE_CHECKING:
    from tenor.intake import Batch, Chunks

__all__ = ["Analysis", "Analyzer"]

_T = TypeVar("_T")
_U = TypeVar("_U")


@dataclass(frozen=True, repr=False)
class Analysis:
    """The tables of a corpus; :mod:`tenor.frames` describes their columns.

    Attributes
    ----------
    sentences, quotes, stances : frame
        Of the kind that came in: pandas, polars...; pyarrow Tables for lists and Arrow streams.
    articles : frame
        One row a text: title, outlet, byline, dateline, date, and whether it could be read.
    """

    sentences: Any
    quotes: Any
    stances: Any
    articles: Any

    @classmethod
    def load(cls, out: str | PathLike[str]) -> "Analysis":
        """Read what ``tenor analyze`` wrote to `out`, as pyarrow Tables.

        Raises
        ------
        Error
            If there is no such result, or it is CSV.
        """
        from tenor.loading import load

        return load(out)

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(getattr(self, name))} {name}" for name in self.__dataclass_fields__)
        return f"<tenor.Analysis: {counts}>"


def _target_list(targets: Mapping[str, Iterable[str]] | Iterable[str] | None) -> list[tuple[str, list[str]]]:
    if targets is None:
        return []
    if isinstance(targets, str):
        raise Error(f"targets is one str; give a list, as in targets=[{targets!r}], or a dict of names and aliases")
    named = targets.items() if isinstance(targets, Mapping) else ((name, ()) for name in targets)
    out: list[tuple[str, list[str]]] = []
    owner: dict[str, str] = {}
    for name, aliases in named:
        if not isinstance(name, str) or not name.strip():
            raise Error(f"the name of a target must be a str that is not empty, not {name!r}")
        if isinstance(aliases, str) or not isinstance(aliases, Iterable):
            raise Error(f"the aliases of target {name!r} must be a list of str, not {aliases!r}")
        words = list(aliases)
        for word in [name, *words]:
            if not isinstance(word, str) or not word.strip():
                raise Error(f"target {name!r} has the alias {word!r}; an alias is a str that is not empty")
            if owner.setdefault(word, name) != name:
                raise Error(f"{word!r} means both target {owner[word]!r} and target {name!r}; keep it in one of them")
        out.append((name, words))
    return out


class Analyzer:
    """Reads articles: sentiment of each sentence, who speaks, and who is for or against what.

    Immutable, and safe to use from several threads at once; it can be pickled.

    Parameters
    ----------
    targets : dict of str to list of str, or list of str, optional
        What stances are looked for: names, and the words that mention them, in any case and number. An alias between
        slashes is a regular expression (ECMAScript, ASCII classes): ``"/(28|19)-point plan/"``.
    sentiment : str or Sentiment, optional
        Scorer of the sentences, as :class:`tenor.Sentiment` takes it; None leaves the score at 0.
    stance : str or Stance, optional
        Model of target-dependent sentiment, as :class:`tenor.Stance` takes it; None looks for no stances.
    discover : bool, optional
        Also find targets that nobody listed: names and noun phrases that a holder evaluates. By default only
        if there are no `targets`.
    grammar : bool
        Parse the sentences for voice and stance. False reads tags alone: faster, and less is found.
    newline : {"auto", "hard", "soft"}
        What one line break means; see :class:`tenor.Segmenter`.
    clean : bool
        Set site chrome, title, dateline... apart first. False reads the whole text as body.

    Raises
    ------
    Error
        If a target has no name, an alias is not text or a regular expression that cannot be read, or two targets
        share an alias.
    """

    def __init__(
        self,
        targets: Mapping[str, Iterable[str]] | Iterable[str] | None = None,
        *,
        sentiment: str | Sentiment | None = "news",
        stance: Literal["linear"] | Stance | None = "linear",
        discover: bool | None = None,
        grammar: bool = True,
        newline: Literal["auto", "hard", "soft"] = "auto",
        clean: bool = True,
    ) -> None:
        listed = _target_list(targets)
        self.discover = not listed if discover is None else bool(discover)
        self._clean = bool(clean)
        segmenter = Segmenter(newline)._core
        scorer = Sentiment(sentiment) if isinstance(sentiment, str) else sentiment
        self._arguments = (dict(listed), scorer, stance, self.discover, grammar, newline, clean)
        model = Stance(stance) if isinstance(stance, str) else stance
        parser = shipped_parser() if grammar else None
        finder = None
        if model is not None:
            # What words said of a target mean is always the news scorer's to say, whatever scores the sentences.
            judge = Sentiment("news")._core
            finder = _core.StanceFinder(judge, model._core, listed, self.discover, segmenter)
        self._core = _core.Analyzer(segmenter, shipped_tagger(), parser, scorer._core if scorer else None, finder)

    def __reduce__(self) -> tuple[Any, ...]:
        return _analyzer, self._arguments

    def document(self, text: str) -> Document:
        """Analyse one article.

        Raises
        ------
        TypeError
            If `text` is not a string.
        Error
            If it holds a lone surrogate.
        """
        from tenor import intake

        if not isinstance(text, str):
            refuse(text)
        (batch,) = intake.batches([text])
        if batch.why:
            refuse(text)
        return next(documents(self._found(batch, 1), batch))

    def _found(self, batch: "Batch", threads: int) -> Any:
        schema, array = batch.texts.__arrow_c_array__()
        return self._core.analyze(schema, array, batch.first, threads, self._clean)

    def analyze(
        self, texts: Any, text: str = "text", *, threads: int | None = None, progress: bool | None = False
    ) -> Analysis:
        """Analyse a corpus.

        Parameters
        ----------
        texts : frame, series, list of str, or Arrow stream or array
            A frame of any kind that narwhals knows (pandas, polars, pyarrow...), anything with
            ``__arrow_c_stream__`` or ``__arrow_c_array__``, or any iterable of texts. Strings of Arrow's (utf8, large,
            views, dictionaries; so polars' too) are read where they lie.
        text : str
            The column of the texts, if `texts` is a frame.
        threads : int, optional
            All cores by default. The result is the same, bit for bit, for any number.
        progress : bool or None
            Show a progress bar; None: only on a terminal.

        Returns
        -------
        Analysis
            A text that cannot be read (None, a number, bytes, empty, a lone surrogate...) never ends the batch: it
            has one row in ``sentences``, whose ``status`` says why.

        Raises
        ------
        Error
            If the frame has no column `text`, or `threads` is not a positive number.
        """
        import pyarrow as pa

        from tenor import frames, intake

        values, back = intake.read(texts, text)
        parts: dict[str, list[pa.Table]] = {name: [schema.empty_table()] for name, schema in frames.SCHEMA.items()}
        with _bar(values, progress) as bar:
            for batch in self._overlapped(values, 0, _thread_count(threads), True):
                for name, table in batch.items():
                    parts[name].append(table)
                bar.update(len(batch["articles"]))
        return Analysis(**{name: back(pa.concat_tables(tables)) for name, tables in parts.items()})

    def batches(
        self, texts: Iterable[object], *, first: int = 0, threads: int | None = None, progress: bool | None = False
    ) -> Iterator[dict[str, Any]]:
        """Analyse a stream; yields the pyarrow Tables of some hundred texts at a time, in bounded memory.

        The parameters are those of :meth:`analyze`; each batch is a dict of the four tables of an
        :class:`Analysis`, and their ``article`` counts on through the stream, from `first`.
        """
        with _bar(texts, progress) as bar:
            for tables in self._overlapped(texts, first, _thread_count(threads), False):
                yield tables
                bar.update(len(tables["articles"]))

    def _overlapped(
        self, texts: "Iterable[object] | Chunks", first: int, threads: int, ahead: bool
    ) -> Iterator[dict[str, Any]]:
        """Do what :meth:`batches` does; `ahead`: a batch is read while the one before it is analysed.

        Then each batch comes when the next one has been read: for a source that never waits.
        """
        from tenor import frames, intake

        def work(batch: "Batch") -> Any:
            return self._found(batch, threads)

        for batch, found in _each(work, intake.batches(texts, first=first), ahead and threads != 1):
            yield frames.assemble(found, batch.why)

    def pipe(self, texts: Iterable[object], batch_size: int = 256, *, threads: int | None = None) -> Iterator[Document]:
        """Analyse a stream of texts; yields one :class:`Document` for each, in order, in bounded memory.

        A text that cannot be read gives a document without sentences, whose ``status`` says why.
        """
        count = _thread_count(threads)
        if not isinstance(batch_size, int) or batch_size < 1:
            raise Error(f"batch_size must be a whole number from 1, not {batch_size!r}")
        return self._pipe(texts, batch_size, count)

    def _pipe(self, texts: Iterable[object], batch_size: int, threads: int) -> Iterator[Document]:
        from tenor import intake

        for batch in intake.batches(texts, batch_size):
            yield from documents(self._found(batch, threads), batch)


def _analyzer(
    targets: Any, sentiment: Any, stance: Any, discover: Any, grammar: Any, newline: Any, clean: Any
) -> Analyzer:
    """Make an analyzer again from what its pickle holds."""
    return Analyzer(
        targets,
        sentiment=sentiment,
        stance=stance,
        discover=discover,
        grammar=grammar,
        newline=newline,
        clean=clean,
    )


def _thread_count(threads: int | None) -> int:
    if threads is None:
        return 0
    if isinstance(threads, bool) or not isinstance(threads, int) or threads < 1:
        raise Error(f"threads must be a whole number from 1, or None for all cores, not {threads!r}")
    return threads


def _each(work: Callable[[_T], _U], jobs: Iterable[_T], ahead: bool) -> Iterator[tuple[_T, _U]]:
    """Yield each job and what it gives, in order; `ahead`: one is in work while the caller deals with the one before.

    The jobs are taken in the caller's thread: what reads them need not be safe in another.
    """
    if not ahead:
        for job in jobs:
            yield job, work(job)
        return
    with ThreadPoolExecutor(1) as pool:
        begun: list[tuple[_T, Future[_U]]] = []
        for job in jobs:
            done = [(before, future.result()) for before, future in begun]
            begun = [(job, pool.submit(work, job))]
            yield from done
        for job, future in begun:
            yield job, future.result()


def _bar(texts: "Iterable[object] | Chunks", progress: bool | None) -> Any:
    from tqdm import tqdm

    from tenor.intake import count_of

    return tqdm(total=count_of(texts), unit=" texts", disable=None if progress is None else not progress)
