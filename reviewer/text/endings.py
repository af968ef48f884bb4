"""How a line ends: with the mark of a sentence, or as a heading does.

Behind the mark there may be closing quotation marks and brackets, marks of notes, and
characters that nobody sees.
"""

from __future__ import annotations

import re

from reviewer.text.note_marks import CLOSING, MARK, STOPS, UNSEEN

CLAUSES = ":;,،؛：；，、"
"""Marks inside a sentence, behind which it goes on."""

_LAST = 80
"""Characters at the end of a line that are looked at."""

_END = re.compile(
    rf"(?P<mark>[{STOPS}{CLAUSES}])(?:[ \u00a0\u202f]?[{CLOSING}{UNSEEN}‘„]"
    rf"|[ \u00a0\u202f]?(?:{MARK})|(?<=[^\W\d_A-Z]{{4}}[{STOPS}])\d{{1,3}})*\s*\Z"
)


def last_mark(text: str) -> str:
    """The punctuation mark that `text` ends with, "" where it ends with none."""
    match = _END.search(text, len(text) - _LAST)
    return match["mark"] if match else ""


def ends_as_sentence(text: str) -> bool:
    """Whether `text` ends with the mark of a sentence."""
    mark = last_mark(text)
    return bool(mark) and mark in STOPS
