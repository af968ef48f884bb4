"""The paragraphs of an RTF document while they are read: their lines, characters as seen."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby

from reviewer.formats.shared.line_breaks import goes_on
from reviewer.formats.shared.raised import Raised, raised


@dataclass(slots=True)
class Paragraph:
    """One paragraph: the lines that its author broke it into, each of pieces and how they are
    raised."""

    lines: list[list[tuple[str, Raised]]] = field(default_factory=lambda: [[]])
    in_cell: bool = False
    level: int = 0
    """Of a heading, from 1; 0 where it is none."""

    def add(self, text: str, how: Raised) -> None:
        """Append text to the last line."""
        if text:
            self.lines[-1].append((text, how))

    def texts(self) -> list[str]:
        """The lines as they are seen; those that go on with a sentence in one."""
        joined: list[list[str]] = []
        for line in map(_seen, self.lines):
            text = line.strip()
            if joined and text and (self.level or goes_on(joined[-1][-1], text)):
                joined[-1].append(text)
            elif text:
                joined.append([text])
        return [" ".join(parts) for parts in joined]


def _seen(line: list[tuple[str, Raised]]) -> str:
    runs = groupby(line, key=lambda piece: piece[1])
    return "".join(raised("".join(text for text, _ in run), how) for how, run in runs)
