"""The command `tenor`."""

import json
import os
import signal
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from importlib.resources import files as resources
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from tenor import files
from tenor._core import Error
from tenor.cleaning import cleaned, kept

if TYPE_CHECKING:
    from tenor.document import Document

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Reads news sentence by sentence: how it sounds, who speaks, about what, and whether they are for or against "
    "it.\n\nExit codes: 0 done; 1 nothing could be analysed, or the result could not be written; 2 wrong use (an "
    "option, a missing file, a missing column); 130 interrupted.",
)

Encoding = Annotated[str, typer.Option(help="Encoding of text, JSON Lines and CSV files.")]
Targets = Annotated[str | None, typer.Option(help='TOML file of targets: "name" = ["alias", "alias"] on each line.')]
Grammar = Annotated[bool, typer.Option(help="Parse the sentences; without it is faster, and less is found.")]
File = Annotated[str, typer.Argument(help="A text file, or - for standard input.")]


def _version(wanted: bool) -> None:
    if wanted:
        from tenor.text import build_config

        print(", ".join(f"{name} {value}" for name, value in build_config().items()))
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Say it.")] = False,
) -> None: ...


class Kind(StrEnum):
    """What a file holds, where its name does not say it."""

    text = "text"
    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"


@contextmanager
def _answering(kept: str = "") -> Iterator[None]:
    """Turn what can go wrong into one line and an exit code."""
    try:
        yield
    except Error as e:
        _say(str(e))
        raise typer.Exit(2) from None
    except BrokenPipeError:
        # The reader has seen enough, as `head` does: no complaint, and none from Python at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(1) from None
    except OSError as e:
        _say(f"{e.filename + ': ' if isinstance(e.filename, str) else ''}{e.strerror or e}{kept}")
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        _say(f"interrupted{kept}")
        raise typer.Exit(130) from None


def _show(doc: "Document") -> None:
    from rich.console import Console

    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    Console(highlight=False).print(doc)


def _read(file: str, encoding: str) -> str:
    text = files.read_text(file, encoding)
    if not text.strip():
        raise Error(f"{file} is empty")
    return text


def _analyzer(targets: str | None = None, **options: Any) -> Any:
    from tenor.pipeline import Analyzer

    try:
        return Analyzer(files.read_targets(targets) if targets else None, **options)
    except OSError as e:
        raise Error(f"cannot read {e.filename}: {e.strerror}") from None


@app.command()
@_answering()
def demo() -> None:
    """Analyse an article that comes with tenor: what each sentence says, and of whom."""
    text = (resources("tenor") / "data" / "demo.txt").read_text("utf-8")
    _show(_analyzer().document(text))


@app.command()
@_answering()
def show(file: File, targets: Targets = None, grammar: Grammar = True, encoding: Encoding = "utf-8") -> None:
    """Analyse one article and show it sentence by sentence."""
    _show(_analyzer(targets, grammar=grammar).document(_read(file, encoding)))


@app.command()
@_answering()
def clean(
    inputs: Annotated[list[str], typer.Argument(metavar="FILE...", help="Files or folders; - is standard input.")],
    removed: Annotated[bool, typer.Option("--removed", help="Print what was set aside, with the reason.")] = False,
    text: Annotated[str, typer.Option(help="Column or field of the texts.")] = "text",
    read: Annotated[Kind | None, typer.Option(help="What the files hold, if their names do not say it.")] = None,
    html: Annotated[bool, typer.Option("--html", help="The texts are pages' HTML (needs tenor[html]).")] = False,
    encoding: Encoding = "utf-8",
) -> None:
    """Print an article without what its site put around it: title, then paragraphs.

    Of one text file (- too) the article itself; of several, of a folder, and of JSON Lines, CSV and Parquet one JSON
    object a line: file, row, title, outlet, byline, date, text, removed, and a status that says why there is none.
    """
    files.check_encoding(encoding)
    paths = files.find(inputs)
    if len(paths) == 1 and inputs == paths and (read or files.kind_of(Path(paths[0])) or "text") == "text":
        row = cleaned(_read(paths[0], encoding), html)
        if row["status"] != "ok":
            raise Error(f"{paths[0]}: {row['status']}")
        lines = ["\t".join(pair) for pair in row["removed"]] if removed else ["\n\n".join(kept(row))]
        sys.stdout.buffer.write("".join(line + "\n" for line in lines).encode())
        return
    total = bad = 0
    for item in files.items(paths, text, encoding, read):
        row = cleaned(item.value, html)
        total, bad = total + 1, bad + (row["status"] != "ok")
        line = json.dumps({"file": item.file, "row": item.row, **row}, ensure_ascii=False)
        sys.stdout.buffer.write(line.encode() + b"\n")
    if bad:
        _say(f"{bad:,} of {total:,} texts gave no article: see their status")
    if bad == total:
        raise typer.Exit(1)


@app.command()
def analyze(
    inputs: Annotated[list[str], typer.Argument(metavar="FILE...", help="Files or folders; - is standard input.")],
    out: Annotated[
        str,
        typer.Option(
            "--out", "-o", help="NAME.parquet, NAME.jsonl, NAME.jsonl.gz or NAME.csv, a folder, or - (JSON Lines)."
        ),
    ],
    text: Annotated[str, typer.Option(help="Column or field of the texts.")] = "text",
    read: Annotated[Kind | None, typer.Option(help="What the files hold, if their names do not say it.")] = None,
    targets: Targets = None,
    sentiment: Annotated[str, typer.Option(help="Scorer of the sentences: news, vader, or a lexicon's file.")] = "news",
    clean: Annotated[bool, typer.Option(help="Set menus, adverts and the like aside first.")] = True,
    grammar: Grammar = True,
    threads: Annotated[int | None, typer.Option(min=1, help="Threads; all cores by default.")] = None,
    encoding: Encoding = "utf-8",
) -> None:
    """Analyse a corpus and write its tables.

    Reads text files (one article each), JSON Lines (also .gz), CSV and Parquet, and all of these in a folder. For
    NAME.parquet it writes NAME.sentences.parquet, NAME.quotes.parquet, NAME.stances.parquet and
    NAME.articles.parquet, in which `article` numbers the texts from 0; articles has the file and row of each. For a
    folder the names are sentences.parquet and so on. The files appear at the end, all together: after an
    interruption or on a full disk nothing is left half-written. With -o - each finished article is one whole line.

    A text that cannot be read never ends the run: its row has a `status` that says why.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with _answering("; the lines written are whole" if out == "-" else "; nothing was written"):
        files.check_encoding(encoding)
        paths = files.find(inputs)
        with files.Writer(out) as writer:
            analyzer = _analyzer(targets, sentiment=sentiment, grammar=grammar, clean=clean)
            total = bad = 0
            for tables in _batches(analyzer, files.items(paths, text, encoding, read), threads):
                writer.write(tables)
                total += tables["articles"].num_rows
                bad += sum(status != "ok" for status in tables["articles"]["status"].to_pylist())
    if bad:
        _say(f"{bad:,} of {total:,} texts could not be read: see their status")
    if writer.paths and sys.stderr.isatty():
        _say(f"{total:,} texts -> {', '.join(map(str, writer.paths.values()))}")
    if bad == total:
        raise typer.Exit(1)


def _batches(analyzer: Any, items: Iterator[files.Item], threads: int | None) -> Iterator[dict[str, Any]]:
    """Analyse the texts; to the table of articles add the file and the row that each comes from."""
    import pyarrow as pa

    origin: deque[tuple[str, int]] = deque()

    def values() -> Iterator[object]:
        for item in items:
            origin.append((item.file, item.row))
            yield item.value

    for tables in analyzer.batches(values(), threads=threads, progress=None):
        places = [origin.popleft() for _ in range(tables["articles"].num_rows)]
        names = pa.array([file for file, _ in places], pa.large_string())
        rows = pa.array([row for _, row in places], pa.int64())
        articles = tables["articles"].add_column(1, "file", names).add_column(2, "row", rows)
        yield {**tables, "articles": articles}


def _say(message: str) -> None:
    print(f"tenor: {message}", file=sys.stderr)


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command; the program's entry point."""
    app(arguments, prog_name="tenor")
    raise AssertionError("typer ends the program")


if __name__ == "__main__":
    main()
