"""How the command answers: one line for what goes wrong, and an exit code."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

from tenor._core import Error

__all__ = ["answering", "say"]


def say(message: str) -> None:
    """Say something on standard error."""
    print(f"tenor: {message}", file=sys.stderr)


@contextmanager
def answering(kept: Callable[[], str] = lambda: "") -> Iterator[None]:
    """Turn what can go wrong into one line and an exit code; `kept` says what is left of an interrupted command."""
    try:
        yield
    except Error as e:
        say(str(e))
        raise typer.Exit(2) from None
    except BrokenPipeError:
        # The reader has seen enough, as `head` does: no complaint, and none from Python at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(1) from None
    except OSError as e:
        say(f"{e.filename + ': ' if isinstance(e.filename, str) else ''}{e.strerror or e}{kept()}")
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        say(f"interrupted{kept()}")
        raise typer.Exit(130) from None
