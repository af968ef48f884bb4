"""Ctrl+C, in the program's own words: no traceback, and what a shell calls interrupted.

Python's own KeyboardInterrupt does not do. Code that is being imported may pass it on as
another error, and an interpreter that has met it in `exec` ends by the signal, whoever caught
it. And what is raised in one of the interpreter's callbacks, of which importing makes many,
is printed and dropped.
"""

from __future__ import annotations

import os
import signal
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import Any

EXIT_CODE = 130
"""What shells report for a program that SIGINT ended."""

_pressed = False


class Interrupted(SystemExit):
    """Ctrl+C was pressed."""


def end_at_once() -> None:
    """From here on Ctrl+C ends the process as it stands: there is nothing to lose.

    The engine's process ends by itself with its input.
    """
    # A shell has the programs that it starts in the background ignore the key.
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, _leave)


def end_in_order() -> None:
    """From here on Ctrl+C raises Interrupted in the main thread; a second one ends at once.

    Only where it ended the process at once until now: who calls the program as a function
    has Ctrl+C in their own hands.
    """
    if signal.getsignal(signal.SIGINT) is _leave:
        sys.unraisablehook = _unraisable
        signal.signal(signal.SIGINT, _raise)


def pressed() -> bool:
    """Whether Interrupted was raised, whatever has become of it since."""
    return _pressed


def _leave(*_: object) -> None:
    os._exit(EXIT_CODE)


def _raise(_signal: int, _frame: FrameType | None) -> None:
    global _pressed
    _pressed = True
    signal.signal(signal.SIGINT, _leave)
    raise Interrupted(EXIT_CODE)


def _unraisable(dropped: Any) -> None:
    if isinstance(dropped.exc_value, Interrupted):
        _leave()
    sys.__unraisablehook__(dropped)
