"""What a tracked deletion of an OpenDocument text keeps: the source that goes, with its looks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reviewer.formats.shared.markup import tokens
from reviewer.formats.shared.tracked import Step

_PARAGRAPHS = ("text:p", "text:h")
_SPANS = r"(?:</?text:span\b[^>]*>)*"
_ONLY_SPANS = re.compile(_SPANS)
_SPAN = re.compile(r"<(?P<end>/?)text:span\b[^>]*?(?P<closed>/?)>")
_FIRST_SPACE = re.compile(rf"\A({_SPANS})\s+")
_LAST_SPACE = re.compile(rf"\s+({_SPANS})\Z")
_SPACE = "<text:s/>"
"""A space that is kept at the start and at the end of a paragraph too (6.1.2)."""

_CLOSING = "</text:span>"


def joined(source: str, steps: Sequence[Step]) -> list[Step]:
    """`steps` with deletions that only looks part as one: LibreOffice gives what it puts back
    one after the other at one place the looks of what came first."""
    made: list[Step] = []
    for step in steps:
        last = made[-1] if made else None
        is_next = (
            last is not None
            and last.kind == step.kind == "delete"
            and last.end <= step.start
            and _ONLY_SPANS.fullmatch(source, last.end, step.start)
        )
        if last is not None and is_next:
            made[-1] = replace(last, end=step.end)
        else:
            made.append(step)
    return made


class Deletions:
    """Deletions from `source`."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._open: list[tuple[int, tuple[str, ...]]] | None = None

    def of(self, start: int, end: int) -> tuple[str, str]:
        """What goes from one place to another inside the spans that it stood in, so that it comes
        back as it was; and the tags of spans that stay there, of which one end does not go."""
        around = self._around(start)
        gone = self._source[start:end]
        ended, begun = 0, list[str]()
        for tag in _SPAN.finditer(gone):
            if tag["closed"]:
                continue
            if not tag["end"]:
                begun.append(tag[0])
            elif begun:
                begun.pop()
            else:
                ended += 1
        gone = _LAST_SPACE.sub(rf"{_SPACE}\1", _FIRST_SPACE.sub(rf"\1{_SPACE}", gone))
        closing = _CLOSING * (len(begun) + len(around) - ended)
        return f"{''.join(around)}{gone}{closing}", _CLOSING * ended + "".join(begun)

    def _around(self, place: int) -> tuple[str, ...]:
        """The start tags of the spans around a place."""
        if self._open is None:
            self._open = list(_open_spans(self._source))
        at = bisect_right(self._open, place, key=lambda one: one[0]) - 1
        return self._open[at][1] if at >= 0 else ()


def _open_spans(source: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Places in the source from which on these spans are open."""
    open_: list[tuple[str, str]] = []
    for token in tokens(source, xml=True):
        if token.kind == "start" and not token.closed:
            open_.append((token.name, source[token.start : token.end]))
        elif token.kind == "end" and open_:
            open_.pop()
        else:
            continue
        paragraph = max((n for n, (name, _) in enumerate(open_) if name in _PARAGRAPHS), default=-1)
        inside = open_[paragraph + 1 :] if paragraph >= 0 else []
        yield token.end, tuple(tag for name, tag in inside if name == "text:span")
