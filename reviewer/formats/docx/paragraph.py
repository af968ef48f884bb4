"""A paragraph of a docx part while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from reviewer.formats.shared.line_breaks import joined_lines
from reviewer.formats.shared.mapped import Mapping
from reviewer.formats.shared.markup import Token


@dataclass(slots=True)
class Paragraph:
    """A paragraph while it is read. `lines` are divided by `breaks` (places in the source).

    `fallback` counts the copies for older programs around it, `plain` says that some of its
    text is not bold, `joins_next` that a tracked change has deleted its end. `list_id` and
    `list_level` are its own numbering (None and -1: that of its style); `number_code` is the code
    of a field before its text that numbers it.
    """

    start: int
    in_cell: bool = False
    chrome: bool = False
    fallback: int = 0
    alternative: int = -1
    style: str = ""
    outline: int = -1
    list_id: str | None = None
    list_level: int = -1
    number_code: str = ""
    plain: bool = False
    joins_next: bool = False
    lines: list[Mapping] = field(default_factory=lambda: [Mapping()])
    breaks: list[tuple[int, int]] = field(default_factory=list)

    @property
    def numbered(self) -> bool | None:
        """Whether it says itself that it stands in a list; None where it does not say."""
        return None if self.list_id is None else self.list_id not in ("", "0")

    def numbered_by(self, code: str) -> None:
        """Note the code of a field that shows a number, if nothing stands before it."""
        if not self.number_code and not any(line.text.strip() for line in self.lines):
            self.number_code = code

    def line_break(self, token: Token) -> None:
        self.breaks.append((token.start, token.end))
        self.lines.append(Mapping())

    def trimmed(self, joined: bool) -> list[Mapping]:
        """What it says, without the space around it: one line if `joined`, else one for each
        line behind whose break no sentence goes on."""
        lines = joined_lines(self.lines, self.breaks, always=joined)
        return [line for line in (each.trimmed() for each in lines) if line]

    def before(self, other: Paragraph) -> None:
        """Put the lines of `other`, whose end is deleted, before those of this one."""
        other.lines[-1].append(self.lines[0])
        self.lines[:1] = other.lines
        self.breaks[:0] = other.breaks
        self.start = other.start
        self.number_code = other.number_code or self.number_code
        self.plain = self.plain or other.plain
