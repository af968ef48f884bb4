"""A line of progress on a terminal."""

from __future__ import annotations

import shutil
from types import TracebackType
from typing import TextIO

from reviewer.cli.terminal import drawn_on
from reviewer.wording import harmless

_WIDTH = 24


class Bar:
    """Draws one line on `stream` while it is a terminal, and nothing elsewhere."""

    def __init__(self, stream: TextIO | None) -> None:
        """Nothing is drawn on None, which `sys.stderr` is in a program without a console."""
        self._stream = drawn_on(stream) if stream and stream.isatty() else None
        self._last = ""

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._stream and self._last:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def show(self, words: str, share: float) -> None:
        """Say what is being done and the share (0 to 1) that is done."""
        if not self._stream:
            return
        filled = round(share * _WIDTH)
        line = f"[{'#' * filled}{'.' * (_WIDTH - filled)}] {share:4.0%} {harmless(words)}"
        line = line[: shutil.get_terminal_size().columns - 1]
        if line != self._last:
            self._last = line
            self._stream.write(f"\r\x1b[K{line}")
            self._stream.flush()
