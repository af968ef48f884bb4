"""Fields of an OpenDocument text whose whole result is deleted.

A field that is left without a result is no empty place: LibreOffice computes it anew when it opens
the file, and the number of a page or figure stands there again. So the element goes with its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reviewer.formats.shared.changes import TextChange
from reviewer.formats.shared.fields import Field
from reviewer.formats.shared.mapped import Mapping
from reviewer.formats.shared.tracked import Step

_NAMES = (
    r"(?:bookmark|reference|sequence|note)-ref|sequence|expression|measure|placeholder|chapter"
    r"|(?:page|paragraph|word|character|table|image|object)-count|page-(?:number|continuation)"
    r"|(?:(?:print|creation|modification)-)?(?:date|time)|sender-[\w-]+|author-(?:name|initials)"
    r"|(?:file|template|sheet)-name|(?:page-)?variable-(?:set|get|input)|user-field-(?:get|input)"
    r"|text-input|user-defined|(?:initial-)?creator|printed-by|title|subject|keywords|description"
    r"|editing-(?:cycles|duration)|database-(?:display|name|row-number)|conditional-text|script"
    r"|hidden-text|execute-macro|dde-connection|table-formula|meta-field|bibliography-mark|drop-down"
)
"""OpenDocument 1.3, part 3: 7 (text fields) and 8.11."""

_FIELD = re.compile(rf"<(?P<name>(?:[\w.-]+:)?(?:{_NAMES}))(?:\s[^<>]*)?(?<!/)>")
_PARAGRAPH = re.compile(r"<(?:[\w.-]+:)?[ph](?=[\s>])")
_FARTHEST = 20_000
"""Characters of source between the start of a paragraph and its first letter."""

_MORE_THAN_TEXT = re.compile(r"<(?!/?(?:[\w.-]+:)?(?:span|s|tab|label)\b)")
"""Within a field: what is more than its result, such as a note, is not deleted with it."""


def gone_fields(
    source: str, mapping: Mapping, found: Sequence[TextChange]
) -> Iterator[tuple[int, int]]:
    """Where the elements of the fields stand whose results `found` deletes."""
    if not any(change.start < change.end for change in found):
        return
    first = mapping.starts[0]
    nearest = max(first - _FARTHEST, 0)
    begin = max((one.start() for one in _PARAGRAPH.finditer(source, nearest, first)), default=first)
    for tag in _FIELD.finditer(source, begin, mapping.ends[-1]):
        last = source.find(f"</{tag['name']}", tag.end())
        end = source.find(">", last) + 1
        if last < 0 or not end or _MORE_THAN_TEXT.search(source, tag.end(), last):
            continue
        if Field(tag.span(), (last, end)).holds_all(mapping, found):
            yield tag.start(), end


def with_whole_fields(
    own: Sequence[Step], source: str, mapping: Mapping, found: Sequence[TextChange]
) -> list[Step]:
    """The steps of a block, in which a field goes as a whole where its result does."""
    made = list(own)
    for start, end in gone_fields(source, mapping, found):
        rest: list[Step] = []
        is_gone = False
        for step in made:
            if not start < step.start <= step.end < end:
                rest.append(step)
            elif step.kind == "delete":
                rest += [] if is_gone else [replace(step, start=start, end=end)]
                is_gone = True
            else:
                place = start if step.kind == "open" else end
                rest.append(replace(step, start=place, end=place))
        made = rest
    return made
