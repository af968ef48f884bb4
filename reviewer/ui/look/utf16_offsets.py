"""Python counts code points, Qt counts UTF-16 units: the one place where they meet.

"😀 5" has its 5 at offset 2 in Python and at offset 3 in Qt.
"""

from __future__ import annotations

from reviewer.domain import Span

_LAST_OF_ONE_UNIT = "\uffff"


def to_qt(text: str, offset: int) -> int:
    """The UTF-16 offset of the Python offset `offset` of `text`."""
    if text.isascii():
        return offset
    # Counted outside of Python: a text that was pasted into a row has thousands of places.
    return len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def from_qt(text: str, offset: int) -> int:
    """The Python offset of the UTF-16 offset `offset` of `text`.

    An offset inside a surrogate pair counts as the one before the character, one behind the
    text as its end.
    """
    if text.isascii():
        return min(offset, len(text))
    units = 0
    for index, character in enumerate(text):
        units += 2 if character > _LAST_OF_ONE_UNIT else 1
        if units > offset:
            return index
    return len(text)


def qt_range(text: str, span: Span) -> tuple[int, int]:
    """A span of `text` as Qt's (start, length)."""
    start = to_qt(text, span.start)
    return start, to_qt(text, span.end) - start
