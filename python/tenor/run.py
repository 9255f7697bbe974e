"""A run over a corpus in files: read, analysed, spooled a batch at a time, then written; it can go on after a kill."""

import os
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from tenor import files, receipt
from tenor._core import Error
from tenor.corpus import Corpus, Item
from tenor.formats import articles_as_lines
from tenor.output import Output
from tenor.partition import NO_PART, Partition, cut
from tenor.spool import Spool
from tenor.undisturbed import undisturbed

if TYPE_CHECKING:
    import pyarrow as pa

    from tenor.pipeline import Analyzer

__all__ = ["Job", "Outcome", "run", "stream"]

#: What is known of a run before its first batch: where to read on, and what has been counted.
_BEGIN: dict[str, Any] = {"next": [0, 0], "read": 0, "texts": 0, "unreadable": 0, "unparted": 0}


@dataclass(frozen=True)
class Job:
    """What is to be analysed, and how: all that the result depends on."""

    inputs: list[str]
    suffix: str
    text: str = "text"
    read: str | None = None
    targets: dict[str, list[str]] | None = None
    sentiment: str = "news"
    clean: bool = True
    grammar: bool = True
    encoding: str = "utf-8"
    partition: str | None = None

    def corpus(self) -> Corpus:
        """Find the files."""
        files.check_encoding(self.encoding)
        partition = self.parting()
        group, optional = (partition.column, partition.optional) if partition else (None, True)
        paths = files.find(self.inputs)
        for path in paths:
            if files.shape_of(path, self.read) in ("html", "warc"):
                raise Error(f"{path} holds HTML; clean it first, as in: tenor clean {path} > articles.jsonl")
        return Corpus(paths, self.text, self.encoding, self.read, group, optional)

    def parting(self) -> Partition | None:
        """Return by what the result is parted."""
        return Partition.parse(self.partition) if self.partition else None

    def analyzer(self) -> "Analyzer":
        """Make the analyzer."""
        from tenor.pipeline import Analyzer

        try:
            return Analyzer(self.targets, sentiment=self.sentiment, clean=self.clean, grammar=self.grammar)
        except OSError as e:
            raise Error(f"cannot read {e.filename}: {e.strerror}") from None

    def receipt(self, corpus: Corpus) -> dict[str, Any]:
        """Return what is known of the receipt before the work; of pipes there is no digest yet."""
        options = asdict(self)
        targets = options.pop("targets")
        inputs = corpus.digests() if corpus.repeatable else []
        return {**receipt.made_with(self.sentiment), "options": options, "targets": targets, "inputs": inputs}


@dataclass(frozen=True)
class Outcome:
    """How a run ended."""

    texts: int
    unreadable: int
    unparted: int = 0  # texts that have no value in the column of the partition
    went_on: int = 0  # batches that an earlier run had finished


def run(
    job: Job, output: Output, *, threads: int | None = None, progress: bool | None = False, restart: bool = False
) -> Outcome:
    """Analyse a corpus and write its tables, with their receipt.

    An interrupted run over files leaves the batches that it finished, in a hidden folder beside the result; the same
    run goes on from there, and writes the same bytes. A run over a pipe, or one that finished no batch, leaves nothing.

    Raises
    ------
    Error
        If the files differ, or an unfinished run of another kind is there.
    OSError
        If the disk is full.
    """
    corpus, analyzer, partition = job.corpus(), job.analyzer(), job.parting()
    schemas = _schemas(partition)
    before = corpus.stamps()
    head = job.receipt(corpus)
    with Spool(output.hidden, head, receipt.differences, keep=corpus.repeatable, restart=restart) as spool:
        went_on = spool.finished
        state = spool.last or _BEGIN
        with _bar(corpus.size, state["read"], progress, "") as bar:
            for after, tables, batch in _batches(analyzer, corpus, state, threads):
                parts = partition.parts(batch, tables["articles"]) if partition else []
                after["unparted"] = state["unparted"] + sum(part.endswith(f"={NO_PART}") for part in parts)
                rows = {name: table.select(schemas[name].names) for name, table in tables.items()}
                spool.append({name: cut(table, parts, state["texts"]) for name, table in rows.items()}, after)
                state = after
                bar.set_postfix_str(f"{state['texts']:,} texts", refresh=False)
                bar.update(state["read"] - bar.n)
        if corpus.stamps() != before:
            raise Error("a file changed while it was read; run again, with --restart")
        note = receipt.complete(head, head["inputs"] or corpus.digests(), state["texts"], state["unreadable"])
        with _bar(None, 0, progress, "writing") as bar:
            output.publish(spool, schemas, note, receipt.short(note), threads or os.cpu_count() or 1, bar.update)
    return Outcome(state["texts"], state["unreadable"], state["unparted"], went_on)


def stream(job: Job, write: Callable[[bytes], object], *, threads: int | None = None) -> Outcome:
    """Analyse a corpus and write each finished article as one line of JSON, whole, when its batch is done."""
    corpus, analyzer = job.corpus(), job.analyzer()
    state = _BEGIN
    for after, tables, _ in _batches(analyzer, corpus, state, threads):
        state = after
        data = articles_as_lines(tables)
        with undisturbed():
            write(data)
    return Outcome(state["texts"], state["unreadable"])


def _batches(
    analyzer: "Analyzer", corpus: Corpus, state: dict[str, Any], threads: int | None
) -> Iterator[tuple[dict[str, Any], dict[str, "pa.Table"], list[Item]]]:
    """Analyse the texts from where `state` is; yield the state after each batch, its tables, its texts."""
    waiting: deque[Item] = deque()

    def values() -> Iterator[object]:
        for item in corpus.items(tuple(state["next"])):
            waiting.append(item)
            yield item.value

    for tables in analyzer._overlapped(values(), state["texts"], threads or 0, corpus.repeatable):
        articles = tables["articles"]
        batch = [waiting.popleft() for _ in range(len(articles))]
        state = {
            "next": [batch[-1].number, batch[-1].row + 1],
            "read": corpus.read,
            "texts": state["texts"] + len(batch),
            "unreadable": state["unreadable"] + sum(s != "ok" for s in articles["status"].to_pylist()),
        }
        yield state, {**tables, "articles": _placed(articles, batch)}, batch


def _placed(articles: "pa.Table", batch: list[Item]) -> "pa.Table":
    """Add the file and the row that each article comes from."""
    import pyarrow as pa

    names = pa.array([item.file for item in batch], pa.large_string())
    rows = pa.array([item.row for item in batch], pa.int64())
    return articles.add_column(1, "file", names).add_column(2, "row", rows)


def _schemas(partition: Partition | None) -> dict[str, "pa.Schema"]:
    """Return the schemas of the files: those of the tables, with the places that the articles come from."""
    import pyarrow as pa

    from tenor.frames import SCHEMA

    placed = SCHEMA["articles"].insert(1, pa.field("file", pa.large_string())).insert(2, pa.field("row", pa.int64()))
    schemas = {**SCHEMA, "articles": placed}
    return partition.schemas(schemas) if partition else schemas


def _bar(total: int | None, done: int, progress: bool | None, what: str) -> Any:
    from tqdm import tqdm

    off = None if progress is None else not progress
    return tqdm(total=total, initial=done, unit="B", unit_scale=True, desc=what, disable=off, dynamic_ncols=True)
