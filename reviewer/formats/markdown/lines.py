"""The lines of a Markdown source as its parser counts them, and where contents stand in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LINE_END = re.compile(r"\r\n|\n|\r")


class Lines:
    """The lines of `source` from `offset` on."""

    def __init__(self, source: str, offset: int) -> None:
        # The parser reads NUL so, too; the offsets stay.
        self.source = source.replace("\x00", "\ufffd")
        self._starts = [offset]
        self._ends: list[int] = []
        for match in _LINE_END.finditer(source, offset):
            self._ends.append(match.start())
            self._starts.append(match.end())
        self._ends.append(len(source))
        self._row = -1
        self._row_position = 0

    def text(self) -> str:
        """The lines with "\\n" between them."""
        pairs = zip(self._starts, self._ends, strict=True)
        return "\n".join(self.source[start:end] for start, end in pairs)

    def range(self, first: int, after: int) -> tuple[int, int]:
        """The offsets at which line `first` starts and the line before `after` ends."""
        last = min(max(after, first + 1), len(self._ends)) - 1
        return self._starts[first], self._ends[last]

    def places(self, content: str, lines: Sequence[int] | None, *, is_cell: bool) -> list[int]:
        """Where each character of `content`, and its end, stands in the source.

        `content` is the text of an inline token of the parser: `lines` without the marks of
        lists, quotes and headings. Cells of a table are to be asked for in their order.
        """
        first = lines[0] if lines else 0
        if is_cell:
            return self._cell(content, first)
        places: list[int] = []
        for number, line in enumerate(content.split("\n"), first):
            start, end = self._starts[number], self._ends[number]
            at = len(self.source[start:end].rstrip()) + start - len(line.rstrip())
            if not self.source.startswith(line, max(at, start)):
                # A heading with closing marks.
                at = self.source.rfind(line, start, end)
            places += range(at, at + len(line) + 1)
        return places

    def _cell(self, cell: str, row: int) -> list[int]:
        """As `places` for a cell, in which "|" is written with a backslash."""
        if row != self._row:
            self._row, self._row_position = row, self._starts[row]
        end = self._ends[row]
        written = "".join(r"\\?\|" if each == "|" else re.escape(each) for each in cell)
        pattern = re.compile(rf"(?:^|(?<=[|\s])){written}(?=\s*(?:\||$))")
        match = pattern.search(self.source[:end], self._row_position)
        position = match.start() if match else end
        places = []
        for character in cell:
            if character == "|" and self.source[position : position + 1] == "\\":
                position += 1
            places.append(min(position, end))
            position += 1
        self._row_position = min(position, end)
        return [*places, min(position, end)]
