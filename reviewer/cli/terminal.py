"""What is printed on a terminal, which obeys more than letters."""

from __future__ import annotations

import re
from typing import Any, TextIO, cast

from reviewer.wording import harmless

_COLOUR = re.compile(r"(\x1b\[(?:0|1;31|33|36|2)m)")
"""What `reviewer check` colours with, and no sequence besides."""


class _Shown:
    """A terminal that shows every character it would obey; all else is the stream's own."""

    def __init__(self, terminal: TextIO) -> None:
        self.terminal = terminal

    def write(self, text: str) -> int:
        pieces = _COLOUR.split(text)
        # Every second piece is a colour.
        pieces[::2] = map(harmless, pieces[::2])
        self.terminal.write("".join(pieces))
        return len(text)

    def writelines(self, lines: Any) -> None:
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.terminal, name)


def shown(stream: TextIO) -> TextIO:
    """`stream` itself, which gets every character as it is, unless it is a terminal. It is None
    in a program without a console."""
    return cast("TextIO", _Shown(stream)) if stream and stream.isatty() else stream


def drawn_on(stream: TextIO) -> TextIO:
    """What lies under `shown`: for what is drawn by control characters."""
    return getattr(stream, "terminal", stream)
