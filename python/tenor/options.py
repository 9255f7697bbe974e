"""Arguments and options that several commands share."""

from enum import StrEnum
from typing import Annotated

import typer

__all__ = ["Encoding", "Grammar", "Inputs", "Kind", "Progress", "Read", "Targets", "Text", "Threads"]


class Kind(StrEnum):
    """What a file holds, where its name does not say it."""

    text = "text"
    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"
    html = "html"
    warc = "warc"


Inputs = Annotated[list[str], typer.Argument(metavar="FILE...", help="Files or folders; - is standard input.")]
Text = Annotated[str, typer.Option(help="Column or field of the texts.")]
Read = Annotated[Kind | None, typer.Option(help="What the files hold, if their names do not say it.")]
Encoding = Annotated[str, typer.Option(help="Encoding of text, JSON Lines and CSV files.")]
Grammar = Annotated[bool, typer.Option(help="Parse the sentences; without it is faster, and less is found.")]
Threads = Annotated[int | None, typer.Option(min=1, help="Threads; all cores by default.")]
Progress = Annotated[bool | None, typer.Option(help="Show rate and time left; by default only on a terminal.")]
Targets = Annotated[str | None, typer.Option(help='TOML file of targets: "name" = ["alias", "alias"] on each line.')]
