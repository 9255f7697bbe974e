"""The command `tenor`."""

import json
import sys
from importlib.resources import files as resources
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from tenor import commands, files
from tenor._core import Error
from tenor.answers import answering, say
from tenor.options import Encoding, Grammar, Inputs, Read, Targets, Text
from tenor.pages import Page
from tenor.report.command import report

if TYPE_CHECKING:
    from tenor.article import Article
    from tenor.document import Document

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Reads news sentence by sentence: how it sounds, who speaks, about what, and whether they are for or against "
    "it.\n\nExit codes: 0 done; 1 nothing could be analysed, the result could not be written, or (replay, diff) it is "
    "not the same; 2 wrong use (an option, a missing file, a missing column, an input that is not what it was); 130 "
    "interrupted.",
)

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


def _show(doc: "Document | Article") -> None:
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
@answering()
def demo() -> None:
    """Analyse an article that comes with tenor: what each sentence says, and of whom."""
    text = (resources("tenor") / "data" / "demo.txt").read_text("utf-8")
    _show(_analyzer().document(text))


@app.command()
@answering()
def show(file: File, targets: Targets = None, grammar: Grammar = True, encoding: Encoding = "utf-8") -> None:
    """Analyse one article and show it sentence by sentence."""
    _show(_analyzer(targets, grammar=grammar).document(_read(file, encoding)))


@app.command()
@answering()
def clean(
    inputs: Inputs,
    removed: Annotated[bool, typer.Option("--removed", help="Print what was set aside, with the reason.")] = False,
    show: Annotated[bool, typer.Option("--show", help="Show what was kept and set aside, side by side.")] = False,
    text: Text = "text",
    read: Read = None,
    html: Annotated[bool, typer.Option("--html", help="The texts are pages' HTML.")] = False,
    encoding: Encoding = "utf-8",
) -> None:
    """Print an article without what its site put around it: title, then paragraphs.

    Of one text or page (- too) the article itself; of several, of a folder, and of JSON Lines, CSV, Parquet and web
    archives one JSON object a line: file, row, url (of an archive's page), title, outlet, byline, dateline, date, text,
    captions, pull_quotes, removed, and a status that says why there is no article. HTML (.html, or --html) needs
    tenor[html], web archives (.warc) need tenor[warc].
    """
    from tenor import cleaning
    from tenor.corpus import Corpus

    files.check_encoding(encoding)
    paths = files.find(inputs, html=True)
    shape = files.shape_of(paths[0], read, html)
    if len(paths) == 1 and inputs == paths and shape in ("text", "html"):
        one = _read(paths[0], encoding) if shape == "text" else next(Corpus(paths, kind=shape).items()).value
        article = cleaning.read(one)
        if article.status != "ok":
            raise Error(f"{paths[0]}: {article.status}")
        if show:
            return _show(article)
        row = cleaning.row(article)
        lines = ["\t".join(pair) for pair in row["removed"]] if removed else [cleaning.summary(row)]
        sys.stdout.buffer.write("".join(line + "\n" for line in lines).encode())
        return
    total = bad = 0
    for item in Corpus(paths, text, encoding, read, html=html).items():
        article = cleaning.read(item.value, html)
        total, bad = total + 1, bad + (article.status != "ok")
        if show:
            print(f"{item.file}, row {item.row}")
            _show(article)
            continue
        place: dict[str, object] = {"file": item.file, "row": item.row}
        if isinstance(item.value, Page):
            place["url"] = item.value.url
        line = json.dumps({**place, **cleaning.row(article)}, ensure_ascii=False)
        sys.stdout.buffer.write(line.encode() + b"\n")
    if bad:
        say(f"{bad:,} of {total:,} texts gave no article: see their status")
    if bad == total:
        raise typer.Exit(1)


for command in (commands.analyze, commands.replay, commands.diff, report):
    app.command()(command)


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command; the program's entry point."""
    app(arguments, prog_name="tenor")
    raise AssertionError("typer ends the program")


if __name__ == "__main__":
    main()
