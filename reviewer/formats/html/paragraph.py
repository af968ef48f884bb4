"""The text of one block of a page, put together as a browser shows it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from reviewer.formats.shared.mapped import Mapping
from reviewer.formats.shared.markup import resolved

_SPACE = " \t\n\r\f"
_UNSEEN = "\0\u00ad\u200b\u2060-\u2064\ufeff"
"""Browsers show nothing for them: NUL, the soft hyphen, joiners, invisible signs of formulas."""

_PIECE = re.compile(
    f"(?P<run>[^{_SPACE}&{_UNSEEN}]+(?: [^{_SPACE}&{_UNSEEN}]+)*)"
    f"|(?P<space>[{_SPACE}]+)|(?P<reference>&)|(?P<unseen>[{_UNSEEN}]+)"
)
_NOTHING = re.compile(f"[{_UNSEEN}]")
_WRAPPED_LINE = 25
"""Characters before a line break that may have been made for the width of the page only."""

_LINE_ENDS = ".!?…:;。！？：；؟؛।"
_GLUED = re.compile(r"[^\W\d_]{2}[.!?…][\"'”’»)]*\Z")


class Paragraph:
    """Characters of `source`, as far as they have been read since the last block ended.

    White space is one space, and none at the ends. `end` is called where a line break turns
    out to end the block; it then takes the text with `take`.
    """

    def __init__(self, source: str, end: Callable[[], None]) -> None:
        self.mapping = Mapping()
        self._source = source
        self._end = end
        self._space: list[tuple[int, int]] = []
        self._broken = False
        self._line = 0

    def __len__(self) -> int:
        return len(self.mapping)

    @property
    def ends_in_break(self) -> bool:
        """Whether a line break is the last that was read."""
        return self._broken

    def take(self) -> Mapping:
        """The text so far, which is forgotten."""
        taken = self.mapping
        self.clear()
        return taken

    def clear(self) -> None:
        """Forget all text so far."""
        if self.mapping:
            self.mapping = Mapping()
        self._space.clear()
        self._broken = False
        self._line = 0

    def add_space(self, start: int, end: int) -> None:
        """White space at `source[start:end]`, or what is shown as such."""
        self._space.append((start, end))

    def break_line(self, start: int, end: int) -> None:
        """A line break; a second one ends the block."""
        if self._broken:
            self._end()
        else:
            self._broken = True
            self._space.append((start, end))

    def add_text(self, start: int, end: int, *, preserved: bool, in_formula: bool) -> None:
        """The text `source[start:end]`; `preserved` keeps its white space, a formula has none."""
        first = True
        position, source = start, self._source
        while position < end:
            piece = _PIECE.match(source, position, end)
            assert piece is not None
            at, position = piece.span()
            kind = piece.lastgroup
            if kind == "run":
                text = piece.group()
                self._before_text(text, at, first)
                self.mapping.add_run(text, at)
            elif kind == "space":
                if not preserved and not in_formula:
                    self._space.append((at, position))
                elif preserved and self.mapping:
                    self.mapping.add_run(piece.group(), at)
                continue
            elif kind == "unseen":
                self._attach(at, position)
                continue
            else:
                position = self._reference(at, end, first)
            first = False

    def forget_from(self, length: int) -> None:
        """Drop the characters from number `length` on, but not the space before them."""
        mapping = self.mapping
        if length >= len(mapping):
            return
        if mapping.characters[length] == " ":
            before = [(mapping.starts[length], mapping.ends[length])]
            self._space[:0] = before + mapping.more.get(length, [])
        mapping.truncate(length)

    def _reference(self, at: int, end: int, first: bool) -> int:
        """Add the characters of the reference at `at`; the place behind it."""
        text, stop = resolved(self._source, at, end)
        if text in _SPACE:
            self._space.append((at, stop))
        elif _NOTHING.fullmatch(text):
            self._attach(at, stop)
        else:
            self._before_text(text, at, first)
            for number, character in enumerate(text):
                self.mapping.add(character, stop if number else at, stop)
        return stop

    def _before_text(self, text: str, at: int, first: bool) -> None:
        """Settle what stands between the text so far and `text`."""
        if self._broken:
            if self._goes_on(text):
                self._line = len(self.mapping)
            else:
                self._end()
            self._broken = False
        if self._space:
            self._settle_space()
        elif (
            first
            and text[0].isupper()
            and text[1:2].islower()
            and _GLUED.search("".join(self.mapping.characters[-6:]))
        ):
            # "…the end.</span><span>The next" has no space, and two sentences.
            self.mapping.add(" ", at, at)

    def _goes_on(self, text: str) -> bool:
        """Whether the line before a break was broken for the width of the page only."""
        line = self.mapping.characters[self._line :]
        return len(line) >= _WRAPPED_LINE and text[0].islower() and line[-1] not in _LINE_ENDS

    def _attach(self, start: int, stop: int) -> None:
        """Let what nobody sees go with the character before it."""
        if self.mapping:
            self.mapping.more.setdefault(len(self.mapping) - 1, []).append((start, stop))

    def _settle_space(self) -> None:
        pieces = _joined(self._space)
        self._space.clear()
        if not self.mapping:
            return
        self.mapping.add(" ", *pieces[0])
        if len(pieces) > 1:
            self.mapping.more[len(self.mapping) - 1] = pieces[1:]


def _joined(pieces: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        if joined and joined[-1][1] == start:
            start = joined.pop()[0]
        joined.append((start, end))
    return joined
