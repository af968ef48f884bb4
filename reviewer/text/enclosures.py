"""Brackets and quotation marks: which pairs stand in a text and which mark lacks its partner."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.domain import Span
from reviewer.text.languages import base

BRACKETS = dict(zip("([{（［【〔｛", ")]}）］】〕｝", strict=True))
"""Opening brackets and what closes them."""

_QUOTATIONS = dict(zip("「『《〈«‹„“", "」』》〉»›“”", strict=True))
"""Opening quotation marks and the usual closing one (CLDR, delimiters)."""

_CLOSERS = {
    **{closing: (opening,) for opening, closing in BRACKETS.items()},
    **{_QUOTATIONS[mark]: (mark,) for mark in "「『《〈«‹"},
    "“": ("„",),
    "”": ("“", "„", "”"),
    "«": ("»",),
    "‹": ("›",),
    '"': ('"', "„", "“"),
}
"""What closes what; „…” is Polish, Romanian and Hungarian, „…" a keyboard's German."""

# CLDR, delimiters: languages that open and close with the same mark, or point »inwards«.
_SAME_BOTH_SIDES = frozenset({"sv", "fi", "nb", "nn", "da", "he"})
_POINTING_INWARDS = frozenset({"de", "da", "cs", "sk", "hu", "hr", "sl", "sr", "bs", "pl"})


@dataclass(frozen=True, slots=True)
class Enclosures:
    """`pairs` are the balanced ones, each with its two marks; `single` the marks left over."""

    pairs: tuple[Span, ...]
    single: tuple[Span, ...]


def enclosures(text: str, language: str) -> Enclosures:
    """The brackets and double quotation marks of `text`, line by line.

    Single quotation marks are left alone: they cannot be told from apostrophes. Neither do
    inches (5"), emoticons and the bracket of an enumeration ("1)", "a)") count.
    """
    pairs: list[Span] = []
    single: list[Span] = []
    open_marks: list[tuple[str, int]] = []
    base_language = base(language)
    for index, char in enumerate(text):
        if char == '"' and _inside_a_word(index, text):
            continue
        if char == "\n":
            single += [Span(at, at + 1) for _, at in open_marks]
            open_marks.clear()
        elif char in _CLOSERS and _closes(char, index, text, open_marks):
            partners = _CLOSERS[char]
            depth = max(d for d, (mark, _) in enumerate(open_marks) if mark in partners)
            pairs.append(Span(open_marks[depth][1], index + 1))
            single += [Span(at, at + 1) for _, at in open_marks[depth + 1 :]]
            del open_marks[depth:]
        elif _opens(char, index, text, base_language):
            open_marks.append((char, index))
        elif char in _CLOSERS and not _is_no_mark(char, index, text):
            single.append(Span(index, index + 1))
    single += [Span(at, at + 1) for _, at in open_marks]
    return Enclosures(tuple(sorted(pairs)), tuple(sorted(single)))


def _inside_a_word(index: int, text: str) -> bool:
    """Hebrew writes acronyms with a quotation mark before the last letter."""
    return text[:index][-1:].isalpha() and text[index + 1 : index + 2].isalpha()


def _closes(char: str, index: int, text: str, open_marks: list[tuple[str, int]]) -> bool:
    if not any(mark in _CLOSERS[char] for mark, _ in open_marks):
        return False
    return not (char == '"' and open_marks[-1][0] != '"' and _looks_opening(index, text))


def _opens(char: str, index: int, text: str, language: str) -> bool:
    if char in BRACKETS:
        return not _is_emoticon(index, text)
    if char in _QUOTATIONS:
        return True
    if char == "”":
        return language in _SAME_BOTH_SIDES and _looks_opening(index, text)
    if char in "»›":
        return language in _POINTING_INWARDS and _looks_opening(index, text)
    return char == '"' and _looks_opening(index, text)


def _looks_opening(index: int, text: str) -> bool:
    """A mark before a word and not directly behind one."""
    before, after = text[:index][-1:], text[index + 1 : index + 2]
    behind_a_word = before.isalnum() or (before != "" and before in ".,!?%")
    return after != "" and not after.isspace() and not behind_a_word


def _is_no_mark(char: str, index: int, text: str) -> bool:
    if char == '"':
        return text[index - 1 : index].isdigit()
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
