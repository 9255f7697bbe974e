"""The commands over corpora: `tenor analyze`, `tenor replay`, `tenor diff`."""

import os
import signal
import sys
from typing import Annotated

import typer

from tenor import files
from tenor._core import Error
from tenor.answers import answering, say
from tenor.options import Encoding, Grammar, Inputs, Progress, Read, Targets, Text, Threads

__all__ = ["analyze", "diff", "replay"]


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
    threads: Threads = None,
    progress: Progress = None,
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

    _end_politely()
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
    if done.unparted:
        say(f"{done.unparted:,} of {done.texts:,} texts have no {partition!r}: they are in a folder of their own")
    if done.unreadable:
        say(f"{done.unreadable:,} of {done.texts:,} texts could not be read: see their status")
    if output and sys.stderr.isatty():
        say(f"{done.texts:,} texts -> {', '.join(map(str, output.paths.values()))}")
    if done.unreadable == done.texts:
        raise typer.Exit(1)


def replay(
    out: Annotated[str, typer.Argument(metavar="OUT", help="A result: its name, its folder, or one of its files.")],
    anyway: Annotated[bool, typer.Option("--anyway", help="Try it, though versions, models or inputs differ.")] = False,
    threads: Threads = None,
    progress: Progress = None,
) -> None:
    """Make a result again from its receipt, and compare every byte; the new files are removed.

    Ends with 1 if a byte differs, and with 2 if it cannot be made again: a version, a model, a lexicon, or an input is
    not what the receipt says.
    """
    from tenor.output import Output
    from tenor.replay import replay

    _end_politely()
    with answering():
        output = Output.there(out)
        differ = replay(output, anyway, threads=threads, progress=progress)
    if differ:
        say(f"not the same: {', '.join(differ)}")
        raise typer.Exit(1)
    files = output.files()
    print(f"the same to the last byte: {len(files)} files, {sum(f.stat().st_size for f in files):,} bytes")


def diff(
    first: Annotated[str, typer.Argument(metavar="A", help="A result: its name, its folder, or one of its files.")],
    second: Annotated[str, typer.Argument(metavar="B", help="Another.")],
) -> None:
    """Say which sentences of two results differ, and by which words.

    Articles with the same file and row are compared. Ends with 0 if nothing differs, with 1 if something does.
    """
    from tenor.difference import Words, changes
    from tenor.output import Output
    from tenor.receipt import differences, read_receipt

    with answering():
        results = Output.there(first), Output.there(second)
        then, now = map(read_receipt, results)
        for line in differences(then, now):
            print(f"made with another {line}")
        words = Words(then, now)
        if words.missing:
            say(f"words of scores cannot be named: not here as they were: {', '.join(dict.fromkeys(words.missing))}")
        count, articles = 0, set()
        same = then["inputs"] == now["inputs"] and then["options"]["inputs"] == now["options"]["inputs"]
        for change in changes(*results, words, same):
            count += 1
            articles.add((change.file, change.row))
            print(f"{change.file} row {change.row}, sentence {change.sentence}: {'; '.join(change.what)}")
            print(f"    {' '.join(change.text.split())}")
            if change.words:
                print(f"    by {', '.join(change.words)}")
        print(f"{count:,} sentences differ, in {len(articles):,} articles")
    if count:
        raise typer.Exit(1)


def _end_politely() -> None:
    """Let SIGTERM clean up as Ctrl-C does."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))


def _to_stdout(data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(sys.stdout.fileno(), rest) :]
