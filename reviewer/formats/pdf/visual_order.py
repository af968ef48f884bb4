"""A printed line of a script from right to left, put back into the order in which it is read.

A page has glyphs at places. What reads such a line from left to right, or guesses the directions
of its pieces, gives "%42" for "42%", brackets the wrong way round and the letters of a ligature
turned. Here a line is read by the places of its characters alone, as the bidirectional algorithm
(https://www.unicode.org/reports/tr9/) has put them there, the other way round.
"""

from __future__ import annotations

import re
import statistics
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_RIGHT_TO_LEFT = ("R", "AL")
_DIGITS = ("EN", "AN")
_BETWEEN_DIGITS = ".,:/٫٬،"
"""Separators of numbers (CS) that stay between two digits in either direction (rule W4)."""

_BESIDE_DIGITS = "%٪‰°€$£¥₪"
"""What goes with a number in Hebrew; beside Arabic letters it goes with the line (W2, W5)."""

_BRACKETS = {"(": ")", "[": "]", "{": "}", "«": "»", "‹": "›"}
_OPENING = {**{one: one for one in _BRACKETS}, **{two: one for one, two in _BRACKETS.items()}}
_LONGEST_UNIT = 3
"""Letters of a unit or a short name behind a number ("30 MW"); a longer word has its number behind
it ("Windows 10"). On the page both look alike."""

_GAP = 0.4
"""Of the width of a letter: what is wider between two letters is a space. Letters of one word
touch, or overlap."""

_BEFORE_OPENING = frozenset(" \u00a0\"“”'-–—/")


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character and where it begins and ends on its line, from the left."""

    text: str
    left: float
    right: float

    @property
    def middle(self) -> float:
        """Where it stands."""
        return (self.left + self.right) / 2


def runs_right_to_left(line: str, *, page: bool = False) -> bool:
    """Whether a line begins at the right: it is on a `page` of such lines and has a letter of such
    a script, or most of its letters are."""
    kinds = [unicodedata.bidirectional(letter) for letter in line]
    own = sum(kind in _RIGHT_TO_LEFT for kind in kinds)
    return own > (0 if page else sum(kind == "L" for kind in kinds))


def in_reading_order(glyphs: Sequence[Glyph]) -> str:
    """The text of a line that runs from right to left; `glyphs` in any order.

    Two letters in one place are a ligature, which readers of pages give turned round.
    """
    # A space without a width is one that was guessed from the wrong neighbours.
    known = [one for one in glyphs if not one.text.isspace() or one.right > one.left]
    letters = [one for one in known if not unicodedata.combining(one.text[:1])]
    numbered = sorted(enumerate(letters), key=lambda one: (-round(one[1].middle, 1), -one[0]))
    placed = [one for _, one in numbered]
    for mark in known:
        if unicodedata.combining(mark.text[:1]):
            _put_on_its_letter(placed, mark)
    found = _spaced(placed)
    hebrew = not any(unicodedata.bidirectional(each[:1]) == "AL" for each in found)
    made: list[str] = []
    position = 0
    while position < len(found):
        end = _end_of_run(found, position, hebrew=hebrew)
        made += (
            reversed(found[position:end]) if end > position + 1 else found[position : position + 1]
        )
        position = max(end, position + 1)
    return _brackets_turned("".join(made))


def _put_on_its_letter(placed: list[Glyph], mark: Glyph) -> None:
    """Put a mark behind the letter that it stands over."""

    def shared(number: int) -> float:
        one = placed[number]
        return min(one.right, mark.right) - max(one.left, mark.left)

    if placed:
        number = max(range(len(placed)), key=shared)
        while number + 1 < len(placed) and unicodedata.combining(placed[number + 1].text[:1]):
            number += 1
        placed.insert(number + 1, mark)


def _spaced(placed: Sequence[Glyph]) -> list[str]:
    """The characters from right to left, with a space wherever the line has a gap."""
    if not placed:
        return []
    wide = _GAP * statistics.median(one.right - one.left for one in placed)
    made = [placed[0].text]
    edge = placed[0].left
    for one in placed[1:]:
        if edge - one.right > wide and not one.text.isspace() and not made[-1].isspace():
            made.append(" ")
        made.append(one.text)
        if not unicodedata.combining(one.text[:1]):
            edge = one.left
    return made


def _end_of_run(found: Sequence[str], start: int, *, hebrew: bool) -> int:
    """Where a run that reads from left to right ends, which begins at `start`; `start` where none
    does."""
    if not _reads_left_to_right(found, start, hebrew=hebrew):
        return start
    end = start + 1
    while True:
        position = end
        while position < len(found) and not _is_word(found[position]):
            position += 1
        if position == len(found) or not _may_stand_inside(found, end, position, hebrew):
            break
        while position < len(found) and _is_word(found[position]):
            position += 1
        end = position
    while (
        hebrew and end < len(found) and found[end] in _BESIDE_DIGITS and _is_digit(found[end - 1])
    ):
        end += 1
    return end


def _reads_left_to_right(found: Sequence[str], at: int, *, hebrew: bool) -> bool:
    if _is_word(found[at]):
        return True
    following = found[at + 1] if at + 1 < len(found) else ""
    return hebrew and found[at] in _BESIDE_DIGITS and bool(following) and _is_digit(following)


def _may_stand_inside(found: Sequence[str], end: int, following: int, hebrew: bool) -> bool:
    """Whether what stands from `end` to `following` parts two words of one run.

    `found` goes from right to left: what follows there stands before it in the run.
    """
    between = "".join(found[end:following])
    if any(unicodedata.bidirectional(each) in _RIGHT_TO_LEFT for each in between):
        return False
    if not between:
        return True
    before, after = found[following], found[end - 1]
    if _is_digit(before) and _is_digit(after):
        allowed = _BETWEEN_DIGITS + ("-–" if hebrew else "")
        return len(between) == 1 and between in allowed
    if _is_digit(after) and " " in between:
        # A number, then Latin letters to its left.
        word = _word_at(found, following)
        return len(word) > _LONGEST_UNIT
    if _is_digit(before) and " " in between:
        return True
    return not _BRACKET.search(between) or " " not in between


def _word_at(found: Sequence[str], at: int) -> str:
    end = at
    while end < len(found) and _is_word(found[end]):
        end += 1
    return "".join(found[at:end])


_BRACKET = re.compile(r"[()\[\]{}]")


def _is_word(text: str) -> bool:
    kind = unicodedata.bidirectional(text[:1])
    return kind == "L" or kind in _DIGITS


def _is_digit(text: str) -> bool:
    return unicodedata.bidirectional(text[:1]) in _DIGITS


def _brackets_turned(text: str) -> str:
    """A bracket opens behind a space and closes before one, whichever way it is drawn."""
    made = list(text)
    open_now: list[str] = []
    padded = f" {text} "
    for number, (before, sign) in enumerate(pairwise(padded[:-1])):
        opening = _OPENING.get(sign)
        if opening is None:
            continue
        after = padded[number + 2]
        opens = before in _BEFORE_OPENING and not after.isspace()
        closes = not before.isspace() and (after.isspace() or after in ".,;:!?،؛؟")
        if opens == closes:
            opens = opening not in open_now
        if opens:
            open_now.append(opening)
        elif opening in open_now:
            open_now.remove(opening)
        made[number] = opening if opens else _BRACKETS[opening]
    return "".join(made)
