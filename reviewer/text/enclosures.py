"""Brackets and quotation marks: which pairs stand in a text and which mark lacks its partner."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reviewer.domain import Span
from reviewer.text.languages import base

BRACKETS = dict(zip("([{（［【〔｛", ")]}）］】〕｝", strict=True))
"""Opening brackets and what closes them."""

_QUOTATIONS = dict(zip("「『《〈«‹„“", "」』》〉»›“”", strict=True))
"""Opening quotation marks and the usual closing one (CLDR, delimiters)."""

_CLOSERS = {
    **{closing: (opening,) for opening, closing in BRACKETS.items()},
    **{_QUOTATIONS[mark]: (mark,) for mark in "「『《〈«‹"},
    "“": ("„", '"'),
    "”": ("“", "„", "”", '"'),
    "»": ("«", "»"),
    "«": ("»",),
    "‹": ("›",),
    '"': ('"', "„", "“"),
}
"""What closes what; „…” is Polish, Romanian and Hungarian, „…" a keyboard's German."""

QUOTATION_MARKS = frozenset({*_QUOTATIONS, *_CLOSERS}) - {*BRACKETS, *BRACKETS.values()}
"""All marks that open or close a quotation."""

_MARK = re.compile("[" + re.escape("".join({*BRACKETS, *_QUOTATIONS, *_CLOSERS})) + "\n]")

_PARTICLE = re.compile("(?:^|[\\s(])[\u0590-\u06ff]{1,3}$")
_NEVER_AFTER_OPENING = ",.;:!?)]}،؛؟。，、"

# CLDR, delimiters: languages that point »inwards« or use »the same« mark twice.
_POINTING_INWARDS = frozenset(
    {"de", "da", "cs", "sk", "hu", "hr", "sl", "sr", "bs", "pl", "sv", "fi", "nb", "nn"}
)
_MARKED_ACRONYMS = frozenset({"he", "yi"})


@dataclass(frozen=True, slots=True)
class Enclosures:
    """`pairs` are the balanced ones, each with its two marks; `single` the marks left over."""

    pairs: tuple[Span, ...]
    single: tuple[Span, ...]


_NONE = Enclosures((), ())


class _OpenMarks:
    """The marks that wait for their partner, and how many there are of each."""

    def __init__(self) -> None:
        self._stack: list[tuple[str, int]] = []
        self._counts: Counter[str] = Counter()

    def push(self, mark: str, index: int) -> None:
        self._stack.append((mark, index))
        self._counts[mark] += 1

    def pop(self) -> int:
        """Take the last one off; its place."""
        mark, index = self._stack.pop()
        self._counts[mark] -= 1
        return index

    def has(self, marks: Sequence[str]) -> bool:
        return any(self._counts[mark] for mark in marks)

    def drop_down_to(self, marks: Sequence[str]) -> list[Span]:
        """Take off all above the last of `marks`, which will find no partner, in text order."""
        dropped: list[Span] = []
        while self._stack and self._stack[-1][0] not in marks:
            index = self.pop()
            dropped.append(Span(index, index + 1))
        return dropped[::-1]


def enclosures(text: str, language: str) -> Enclosures:
    """The brackets and double quotation marks of `text`, line by line.

    Single quotation marks are left alone: they cannot be told from apostrophes. Neither do
    inches (5"), emoticons and the bracket of an enumeration ("1)", "a)") count.
    """
    if _MARK.search(text) is None:
        return _NONE
    return (_and_keep if len(text) <= _KEPT_LETTERS else _enclosures)(text, base(language))


def _enclosures(text: str, base_language: str) -> Enclosures:
    pairs: list[Span] = []
    single: list[Span] = []
    open_marks = _OpenMarks()
    for match in _MARK.finditer(text):
        index, char = match.start(), match[0]
        if char == '"' and _is_no_quotation(index, text, base_language, open_marks):
            continue
        if char == "\n":
            single += open_marks.drop_down_to(())
        elif char in _CLOSERS and _closes(char, index, text, open_marks):
            single += open_marks.drop_down_to(_CLOSERS[char])
            pairs.append(Span(open_marks.pop(), index + 1))
        elif _opens(char, index, text, base_language):
            open_marks.push(char, index)
        elif char in _CLOSERS and not _is_no_mark(char, index, text):
            single.append(Span(index, index + 1))
    single += open_marks.drop_down_to(())
    return Enclosures(tuple(sorted(pairs)), tuple(sorted(single)))


_KEPT_LETTERS = 1_000
_and_keep = lru_cache(maxsize=512)(_enclosures)
"""Four checks ask of the same sentences, one after the other; of a longer text hardly twice."""


def _is_no_quotation(index: int, text: str, language: str, open_marks: _OpenMarks) -> bool:
    """Inches, the second of a doubled mark, and the mark in Hebrew acronyms."""
    before, after = text[max(index - 1, 0) : index], text[index + 1 : index + 2]
    if before == '"':
        return True
    if before.isdigit() and not after.isalnum():
        return not open_marks.has(_CLOSERS['"'])
    return language in _MARKED_ACRONYMS and before.isalpha() and after.isalpha()


def _closes(char: str, index: int, text: str, open_marks: _OpenMarks) -> bool:
    if not open_marks.has(_CLOSERS[char]):
        return False
    return not (char == '"' and _looks_opening(index, text))


def _opens(char: str, index: int, text: str, language: str) -> bool:
    if char in BRACKETS:
        return not _is_emoticon(index, text)
    if char in _QUOTATIONS:
        return True
    if char == "”":
        return _looks_opening(index, text)
    if char in "»›":
        return language in _POINTING_INWARDS and _looks_opening(index, text)
    return char == '"' and _looks_opening(index, text)


def _looks_opening(index: int, text: str) -> bool:
    """A mark before a word and not directly behind one, or behind a particle written with it
    (Arabic و"...")."""
    before, after = text[max(index - 1, 0) : index], text[index + 1 : index + 2]
    behind_a_word = before.isalnum() or (before != "" and before in ".,!?%")
    if behind_a_word and not (
        after.isalnum() and _PARTICLE.search(text[max(index - 4, 0) : index])
    ):
        return False
    return after != "" and not after.isspace() and after not in _NEVER_AFTER_OPENING


def _is_no_mark(char: str, index: int, text: str) -> bool:
    return (char == ")" and _is_enumerator(index, text)) or _is_emoticon(index, text)


def _is_enumerator(index: int, text: str) -> bool:
    """Whether the bracket at `index` ends an enumerator that no bracket opened: 1) a) iv)."""
    start = index
    while start and text[start - 1].isalnum() and index - start < 3:
        start -= 1
    label = text[start:index]
    if not label or not (label.isdigit() or len(label) == 1 or set(label.lower()) <= set("ivxl")):
        return False
    return start == 0 or text[start - 1].isspace()


def _is_emoticon(index: int, text: str) -> bool:
    before = text[max(index - 2, 0) : index]
    return text[index] in "()" and (before[-1:] in (":", ";") or before in (":-", ";-"))
