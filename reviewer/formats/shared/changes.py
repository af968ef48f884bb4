"""From edits of a block to the smallest changes of its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reviewer.domain import TextEdit
from reviewer.formats.errors import StaleDocumentError
from reviewer.messages import message
from reviewer.text.figure_words import FIGURE

_WORDS = re.compile(r"\w+|\s|[^\w\s]")
_READ_WORDS = re.compile(f"{FIGURE}|{_WORDS.pattern}")
_LINE_BREAKS = re.compile(r"(?<![ \t])[ \t]*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029][\s\x1c-\x1e]*")


@dataclass(frozen=True, slots=True)
class TextChange:
    """Replace `text[start:end]` of a block by `text`, which may be a whole new `sentence`."""

    start: int
    end: int
    text: str
    sentence: bool = False


def on_one_line(text: str) -> str:
    """`text` with a space for each line break: a block is one paragraph."""
    return _LINE_BREAKS.sub(" ", text)


def by_block(edits: Iterable[TextEdit]) -> dict[int, list[TextEdit]]:
    """The edits of each block in the order of their spans."""
    blocks: dict[int, list[TextEdit]] = {}
    for edit in edits:
        blocks.setdefault(edit.block, []).append(edit)
    for of_block in blocks.values():
        of_block.sort(key=lambda edit: (edit.span.start, edit.span.end))
    return blocks


def changes(
    text: str, edits: Sequence[TextEdit], path: str = "", *, whole_words: bool = False
) -> list[TextChange]:
    """What `edits` (of one block, in order) change in `text`, word by word where they can.

    Of a word only the letters change that differ, unless `whole_words`: a person is to read them.

    Line breaks in new text become spaces: a block is one paragraph. Those that the block has
    itself (U+0085 is none to every format) stay. Raises
    `StaleDocumentError` where an edit lies outside the text or two overlap.
    """
    found: list[TextChange] = []
    position = 0
    for edit in edits:
        start, end = edit.span.start, edit.span.end
        if not position <= start <= end <= len(text):
            raise StaleDocumentError(
                path,
                message(
                    "A change does not fit the text of “{path}”. Load the file again.", path=path
                ),
            )
        new = _LINE_BREAKS.sub(
            lambda match: match[0] if set(match[0]) <= set(text) else " ", edit.text
        )
        begin = 0
        for at, span in edit.inserted if len(new) == len(edit.text) else ():
            before = text[start : edit.span.start + at]
            found.extend(_smallest(before, new[begin : span.start], start, whole_words))
            start, begin = start + len(before), span.end
            found.append(TextChange(start, start, span.of(new), sentence=True))
        found.extend(_smallest(text[start:end], new[begin:], start, whole_words))
        position = end
    return found


def edited(text: str, made: Iterable[TextChange]) -> str:
    """`text` after `made` (in order, not overlapping)."""
    pieces: list[str] = []
    position = 0
    for change in made:
        pieces += text[position : change.start], change.text
        position = change.end
    return "".join(pieces) + text[position:]


def _smallest(old: str, new: str, offset: int, whole_words: bool) -> list[TextChange]:
    from rapidfuzz.distance import Levenshtein

    pattern = _READ_WORDS if whole_words else _WORDS
    before, after = pattern.findall(old), pattern.findall(new)
    starts_before, starts_after = _starts(before), _starts(after)
    found = []
    for code in Levenshtein.opcodes(before, after):
        if code.tag == "equal":
            continue
        start, end = starts_before[code.src_start], starts_before[code.src_end]
        text = new[starts_after[code.dest_start] : starts_after[code.dest_end]]
        change = TextChange(start, end, text)
        found.append(change if whole_words else _trimmed(old, change))
    return [
        TextChange(offset + change.start, offset + change.end, change.text)
        for change in _joined(found)
    ]


def _starts(words: Sequence[str]) -> list[int]:
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word))
    return starts


def _trimmed(old: str, change: TextChange) -> TextChange:
    """The change without the characters at both ends that stay as they are."""
    start, end, text = change.start, change.end, change.text
    while start < end and text and old[start] == text[0]:
        start, text = start + 1, text[1:]
    while start < end and text and old[end - 1] == text[-1]:
        end, text = end - 1, text[:-1]
    return TextChange(start, end, text)


def _joined(found: Iterable[TextChange]) -> list[TextChange]:
    """Neighbours that touch, as one change."""
    made: list[TextChange] = []
    for change in found:
        if made and made[-1].end == change.start:
            last = made.pop()
            change = TextChange(last.start, change.end, last.text + change.text)
        made.append(change)
    return made
