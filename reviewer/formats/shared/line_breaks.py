"""Whether a sentence goes on behind a line break that its author has set by hand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewer.formats.shared.mapped import Mapping
from reviewer.formats.shared.wrapped import columns
from reviewer.text.endings import last_mark

_JOINING = re.compile("[,،、，–—(\\[„«“‘/&-]$")
_STARTS_ANEW = re.compile(r"\s*(?:[•‣▪●◦·*–—-]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s")
_COMMAS = ",،，、"
_FULL_LINE = 40
"""Columns from which on a line without a full stop was broken for its length."""

_HALF_LINE = 20
"""Columns of a line that is too long for a label."""


def goes_on(before: str, after: str) -> bool:
    """Whether `after`, on a line of its own, goes on with the sentence of `before`.

    It does not where `before` ends as sentences do or `after` begins like a list item; it
    does where it begins with a small letter, where `before` ends within a sentence (a
    comma), or is as long as a full line; in a script without capitals, where `before` is
    no mere label and `after` ends as a sentence.
    """
    before, after = before.strip(), after.strip()
    if not before or not after or _ends(before) or _STARTS_ANEW.match(after):
        return False
    if after[0].islower() or _JOINING.search(before) or columns(before) >= _FULL_LINE:
        return True
    # Where no letter is small or capital, the rest of a sentence tells itself by its full stop.
    caseless = after[0].isalpha() and after[0].lower() == after[0].upper()
    return caseless and columns(before) >= _HALF_LINE and _ends(after)


def _ends(line: str) -> bool:
    """Whether a line is a sentence, or announces what stands on the next."""
    mark = last_mark(line)
    return bool(mark) and mark not in _COMMAS


def joined_lines(
    lines: Sequence[Mapping], breaks: Sequence[tuple[int, int]], *, always: bool = False
) -> list[Mapping]:
    """The lines; those that go on with the sentence before, or all if `always`, in one.

    `breaks` are the places in the source of the line breaks between them, which are read as
    spaces there.
    """
    joined = [Mapping()]
    for number, line in enumerate(lines):
        before = joined[-1]
        if number and not (always or goes_on(before.text, line.text)):
            joined.append(Mapping())
            joined[-1].append(line)
            continue
        if number and len(before) and not before.characters[-1].isspace():
            before.add(" ", *breaks[number - 1])
        before.append(line.trimmed_left() if number else line)
    return joined
