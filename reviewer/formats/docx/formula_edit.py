"""Changes that touch formulas, whose line of text has marks that stand nowhere in the file."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reviewer.formats.shared.changes import TextChange, edited
from reviewer.formats.shared.mapped import Mapping, SourcePatch
from reviewer.formats.shared.markup import escaped

_NUMBER = re.compile(r"\d[\d.,]*\Z")
_NAME = re.compile(r"[^\W\d_]+\Z")


@dataclass(slots=True)
class FormulaEdits:
    """Changes parted by where they belong.

    `outside` are those beside formulas, `inside` the patches of characters in formulas, and
    `whole` has a patch with the new text, not yet XML, for each formula that goes.
    """

    outside: list[TextChange]
    inside: list[SourcePatch] = field(default_factory=list)
    whole: list[SourcePatch] = field(default_factory=list)


def around_formulas(
    mapping: Mapping, formulas: Sequence[tuple[int, int]], found: Sequence[TextChange]
) -> FormulaEdits:
    """`found` with what touches `formulas` (places in the source) taken out.

    A number or a name inside a formula is changed where it stands. Any other change of a
    formula puts its whole new text in its place.
    """
    edits = FormulaEdits(list(found))
    for start, end in formulas:
        first, after = _characters(mapping, start, end)
        touching = [change for change in edits.outside if _touches(change, first, after)]
        if first >= after or not touching:
            continue
        edits.outside = [change for change in edits.outside if change not in touching]
        if all(_is_simple(mapping, change, first, after) for change in touching):
            for change in touching:
                edits.inside += _in_place(mapping, change)
            continue
        inside: list[TextChange] = []
        for change in touching:
            outer, inner = _parted(change, first, after)
            edits.outside += outer
            inside.append(inner)
        edits.whole.append(SourcePatch(start, end, edited(mapping.text[first:after], inside)))
    edits.outside.sort(key=lambda change: (change.start, change.end))
    return edits


def _characters(mapping: Mapping, start: int, end: int) -> tuple[int, int]:
    """The characters of `mapping` that stand in `source[start:end]`, first and after the last."""
    first, after = bisect_left(mapping.starts, start), bisect_left(mapping.starts, end)
    while after < len(mapping) and mapping.starts[after] == mapping.ends[after] == end:
        after += 1
    return first, after


def _in_place(mapping: Mapping, change: TextChange) -> Iterator[SourcePatch]:
    for at in range(change.start, change.end):
        text = escaped(change.text) if at == change.start else ""
        yield SourcePatch(mapping.starts[at], mapping.ends[at], text)


def _touches(change: TextChange, first: int, after: int) -> bool:
    if change.start == change.end:
        # What is typed behind a formula would stand in its last part.
        return first < change.start <= after or change.start == first == 0
    return change.start < after and first < change.end


def _is_simple(mapping: Mapping, change: TextChange, first: int, after: int) -> bool:
    """Whether a number takes a number's place, or a name a name's, all of it real text."""
    if change.start == change.end or change.start < first or change.end > after:
        return False
    old = mapping.text[change.start : change.end]
    real = all(mapping.ends[at] > mapping.starts[at] for at in range(change.start, change.end))
    return real and any(
        form.match(old) and form.match(change.text) is not None for form in (_NUMBER, _NAME)
    )


def _parted(change: TextChange, first: int, after: int) -> tuple[list[TextChange], TextChange]:
    """What of the change lies outside the formula, and what in it (counted from its start)."""
    outside = []
    text = change.text
    if change.start < first:
        outside.append(TextChange(change.start, first, text))
        text = ""
    if change.end > after:
        outside.append(TextChange(after, change.end, ""))
    start, end = max(change.start, first) - first, min(change.end, after) - first
    return outside, TextChange(start, end, text)
