"""Ctrl-C and its like wait where something has to be written whole."""

import contextlib
import signal
import threading
from collections.abc import Iterator
from typing import Any

__all__ = ["undisturbed"]


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """Put Ctrl-C and a polite end (SIGTERM) off until the end of the block, so that what it writes is whole."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard: list[Any] = []
    before = {n: signal.signal(n, lambda *said: heard.append(said)) for n in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for number, frame in heard:
            answer = before[number]
            if callable(answer):
                answer(number, frame)
            elif answer is signal.SIG_DFL:
                signal.raise_signal(number)
