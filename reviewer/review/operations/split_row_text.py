"""From the text of a row back to its sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewer.domain import joined

_LINE_BREAKS = re.compile(r"[\r\n\u2028\u2029]+")


def one_line(text: str) -> str:
    """The text without line breaks: a sentence is a piece of one paragraph."""
    return _LINE_BREAKS.sub(" ", text)


def split_row_text(old: Sequence[str], new: str) -> list[str]:
    """The new text of each sentence, when the text of the row becomes `new`.

    `old` are the sentences' texts, none blank. What comes back is parallel to it, and
    `joined` of its texts that are not blank is exactly `new`. A space between two
    sentences that the change left alone still parts them; where it is gone, the sentence
    that is most like what stands there keeps it all, and the others become "".
    """
    if len(old) < 2:
        return [new] * len(old)
    if not new.strip():
        return [""] * len(old)
    texts = [""] * len(old)
    begin, first = 0, 0
    for last, cut in _cuts(old, new):
        texts[_heir(old, first, last, new[begin:cut])] = new[begin:cut]
        begin, first = cut + 1, last + 1
    texts[_heir(old, first, len(old) - 1, new[begin:])] = new[begin:]
    return texts


def position_in(text: str, other: str, position: int) -> int:
    """Where in `other` the place `position` of `text` lies."""
    from rapidfuzz.distance import Levenshtein

    for code in Levenshtein.opcodes(text, other):
        if position <= code.src_end:
            inside = position - code.src_start
            if code.tag == "equal":
                return code.dest_start + inside
            return min(code.dest_start + inside, code.dest_end)
    return len(other)


def _cuts(old: Sequence[str], new: str) -> list[tuple[int, int]]:
    """(number of a sentence, the place in `new` of the space after it), where it is certain."""
    from rapidfuzz.distance import Levenshtein

    gaps, offset = [], 0
    for number, text in enumerate(old[:-1]):
        offset += len(text)
        gaps.append((number, offset))
        offset += 1
    found: list[tuple[int, int]] = []
    begin = 0
    codes = iter([code for code in Levenshtein.opcodes(joined(old), new) if code.tag == "equal"])
    code = next(codes, None)
    for number, gap in gaps:
        while code is not None and code.src_end <= gap:
            code = next(codes, None)
        if code is None:
            break
        if code.src_start <= gap:
            cut = code.dest_start + gap - code.src_start
            if new[begin:cut].strip() and new[cut + 1 :].strip():
                found.append((number, cut))
                begin = cut + 1
    return found


def _heir(old: Sequence[str], first: int, last: int, text: str) -> int:
    """Which of the sentences `first` to `last` is most like `text`."""
    from rapidfuzz.distance import Indel

    return max(
        range(first, last + 1),
        key=lambda number: (Indel.normalized_similarity(old[number], text), -number),
    )
