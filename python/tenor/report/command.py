"""The command `tenor report`."""

import json
from pathlib import Path
from typing import Annotated

import typer

from tenor._core import Error
from tenor.answers import answering

__all__ = ["report"]


def report(
    result: Annotated[str, typer.Argument(metavar="OUT", help="A result: its name, its folder, or one of its files.")],
    out: Annotated[str, typer.Option("--out", "-o", help="NAME.html.")],
    articles: Annotated[
        list[str] | None,
        typer.Option(help="The input, for its columns (outlet, date...); more than once for more files."),
    ] = None,
    outlet: Annotated[str, typer.Option(help="Column of the outlets.")] = "outlet",
    date: Annotated[str, typer.Option(help="Column of the dates, in ISO 8601.")] = "date",
    title: Annotated[str | None, typer.Option(help="Title of the page.")] = None,
    statistic: Annotated[
        str, typer.Option(help="logratio, net, relative, mean, article_mean or favourable.")
    ] = "logratio",
    sentences: Annotated[int, typer.Option(min=1, help="How many sentences the page holds.")] = 2000,
    seed: Annotated[int, typer.Option(help="Of the intervals.")] = 0,
    copies: Annotated[
        bool, typer.Option("--copies", help="Find near-duplicates, and let them count as one for the intervals.")
    ] = False,
) -> None:
    """Write one page for a colleague: figures, tables, and the sentences behind them, to search without a server.

    OUT is what `tenor analyze` wrote as Parquet or JSON Lines. Outlets and dates are those that the texts give
    themselves, or the columns of the input (--articles).
    """
    with answering():
        if not out.endswith(".html"):
            raise Error(f"the report is a page; end {out!r} in .html")
        try:
            import matplotlib
        except ImportError:
            raise Error("figures need matplotlib: pip install 'tenor[plot]'") from None
        from tenor.copies import dedupe
        from tenor.loading import described, load, texts
        from tenor.output import Output
        from tenor.receipt import read_receipt
        from tenor.report.page import write

        matplotlib.use("Agg")
        analysis = load(result)
        receipt = read_receipt(Output.there(result))
        table = described(analysis.articles, articles) if articles else analysis.articles
        made = {
            "Receipt": receipt["id"],
            "Options": json.dumps(receipt["options"], ensure_ascii=False),
            "Targets": json.dumps(receipt["targets"], ensure_ascii=False),
        }
        write(
            analysis,
            out,
            articles=table,
            outlet=outlet,
            date=date,
            title=title or Path(result).stem,
            statistic=statistic,
            sentences=sentences,
            sentiment=receipt["options"].get("sentiment", "news"),
            copies=dedupe(texts(analysis)) if copies else None,
            seed=seed,
            made=made,
        )
