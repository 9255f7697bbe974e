"""The commands over corpora: `tenor analyze`, `tenor replay`."""

import os
import signal
import sys
from typing import Annotated

import typer

from tenor import files
from tenor._core import Error
from tenor.answers import answering, say
from tenor.options import Encoding, Grammar, Inputs, Read, Targets, Text

__all__ = ["analyze"]


def analyze(
    inputs: Inputs,
    out: Annotated[
        str,
        typer.Option(
            "--out", "-o", help="NAME.parquet, NAME.jsonl, NAME.jsonl.gz or NAME.csv, a folder, or - (JSON Lines)."
        ),
    ],
    text: Text = "text",
    read: Read = None,
    targets: Targets = None,
    sentiment: Annotated[str, typer.Option(help="Scorer of the sentences: news, vader, or a lexicon's file.")] = "news",
    clean: Annotated[bool, typer.Option(help="Set menus, adverts and the like aside first.")] = True,
    grammar: Grammar = True,
    partition: Annotated[
        str | None, typer.Option(metavar="COLUMN", help="Part the tables by it, into folders; NAME=COLUMN renames it.")
    ] = None,
    threads: Annotated[int | None, typer.Option(min=1, help="Threads; all cores by default.")] = None,
    progress: Annotated[
        bool | None, typer.Option(help="Show rate and time left; by default only on a terminal.")
    ] = None,
    restart: Annotated[bool, typer.Option("--restart", help="Drop an unfinished run, and begin anew.")] = False,
    encoding: Encoding = "utf-8",
) -> None:
    """Analyse a corpus of any size and write its tables.

    Reads text files (one article each), JSON Lines (also .gz), CSV and Parquet, and all of these in a folder. For
    NAME.parquet it writes NAME.sentences.parquet, NAME.quotes.parquet, NAME.stances.parquet and
    NAME.articles.parquet, in which `article` numbers the texts from 0; articles has the file and row of each. For a
    folder the names are sentences.parquet and so on. The files appear at the end, all together, with a receipt that
    `tenor replay` reads. An interrupted run goes on where it was when it is given again. With -o - each finished
    article is one whole line.

    A text that cannot be read never ends the run: its row has a `status` that says why.
    """
    from tenor.output import Output
    from tenor.run import Job, run, stream

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    output: Output | None = None

    def kept() -> str:
        return "; the lines written are whole" if out == "-" else output.left() if output else "; nothing was written"

    with answering(kept):
        if out == "-" and partition:
            raise Error("--partition writes folders; name an existing folder with --out, not '-'")
        if out != "-":
            output = Output(out, partition)
        job = Job(
            inputs=inputs,
            suffix=output.suffix if output else ".jsonl",
            text=text,
            read=read,
            targets=files.read_targets(targets) if targets else None,
            sentiment=sentiment,
            clean=clean,
            grammar=grammar,
            encoding=encoding,
            partition=partition,
        )
        if output:
            done = run(job, output, threads=threads, progress=progress, restart=restart)
        else:
            done = stream(job, _to_stdout, threads=threads)
    if done.went_on:
        say(f"went on behind {done.went_on} finished batches of an earlier run")
    if done.unreadable:
        say(f"{done.unreadable:,} of {done.texts:,} texts could not be read: see their status")
    if output and sys.stderr.isatty():
        say(f"{done.texts:,} texts -> {', '.join(map(str, output.paths.values()))}")
    if done.unreadable == done.texts:
        raise typer.Exit(1)


def _to_stdout(data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(sys.stdout.fileno(), rest) :]
