"""A result made again from its receipt, and compared byte for byte."""

import filecmp
import tempfile
from pathlib import Path
from typing import Any

from tenor._core import Error
from tenor.output import Output
from tenor.receipt import differences, read_receipt
from tenor.run import Job, run

__all__ = ["replay"]


def replay(output: Output, anyway: bool = False, **options: Any) -> list[str]:
    """Make a result again beside it, and say which of its files differ; the new ones are removed.

    Parameters
    ----------
    output : Output
        The result.
    anyway : bool
        Also where versions, models or inputs are not those of the receipt.
    **options
        For :func:`tenor.run.run`: threads, progress.

    Returns
    -------
    list of str
        The files that differ, or are in one of both alone; empty if every byte is the same.

    Raises
    ------
    Error
        If it has no receipt, was read from a pipe, or something is not as the receipt says: what.
    """
    receipt = read_receipt(output)
    try:
        job = Job(**receipt["options"], targets=receipt["targets"])
    except TypeError as e:
        made = receipt["versions"]["tenor"]
        raise Error(f"{output.paths['articles']} was made by tenor {made}, with options unknown here: {e}") from None
    try:
        corpus = job.corpus()
    except Error as e:
        raise Error(f"{e} (paths are as they were given: replay from the same folder)") from None
    if not corpus.repeatable:
        raise Error(f"{output.paths['articles']} was made from a pipe, which cannot be read again")
    try:
        now = job.receipt(corpus)
    except OSError as e:
        raise Error(f"cannot read {e.filename}: {e.strerror}") from None
    differ = differences(receipt, now)
    if differ and not anyway:
        raise Error(f"it cannot be made again as it was, for these differ: {'; '.join(differ)}. --anyway tries it")
    with tempfile.TemporaryDirectory(prefix=".replay-", dir=output.folder) as folder:
        name = output.hidden.name.removeprefix(".").removesuffix(".partial")
        again = Output(folder if name == "tenor" else f"{folder}/{name}", job.partition)
        run(job, again, **options)
        then, new = _files(output), _files(again)
        return sorted(
            name
            for name in {*then, *new}
            if name not in then or name not in new or not filecmp.cmp(then[name], new[name], shallow=False)
        )


def _files(output: Output) -> dict[str, Path]:
    return {str(path.relative_to(output.folder)): path for path in output.files()}
