"""Digits that a page sets raised or lowered: 10 with a raised 6 is not 106."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence

from reviewer.formats.shared.raised import Raised, raised
from reviewer.written_values import SUPERSCRIPTS

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""

_SMALLER = 0.9
"""Of the size of its line, at most, is what is raised or lowered."""

_ABOVE = 0.15
_BELOW = 0.1
"""How far it stands above or below the others, in heights of the line."""

_TIGHT = 0.1
"""The gap, in heights of the line, that is no space."""

_SIGNS = "+-−–"
_SET_APART = frozenset([*SUPERSCRIPTS.values(), *"₀₁₂₃₄₅₆₇₈₉"])


def as_seen(
    written: str, boxes: Sequence[Box], size_at: Callable[[int], float], size: float
) -> str:
    """A line with its raised and lowered digits as a person sees them; of the same length.

    `boxes` are those of its letters, `size_at` gives the size of the font of one, `size` that of
    most (0 where sizes say nothing).
    """
    seen = [box for letter, box in zip(written, boxes, strict=False) if letter.strip()]
    if not seen or not any(map(str.isdecimal, written)):
        return written
    height = statistics.median(box[3] - box[1] for box in seen)
    bottom = statistics.median(box[1] for box in seen)
    made = list(written)
    for number, (letter, box) in enumerate(zip(written, boxes, strict=False)):
        if (not letter.isdecimal() and letter not in _SIGNS) or box[3] - box[
            1
        ] >= _SMALLER * height:
            continue
        how = _how(box[1] - bottom, height)
        if how and (not size or size_at(number) < _SMALLER * size):
            made[number] = raised(letter, how)
    return "".join(made)


def _how(above: float, height: float) -> Raised:
    if above > _ABOVE * height:
        return "superscript"
    return "subscript" if above < -_BELOW * height else ""


def joined(before: str, own: str, boxes: tuple[Box, Box]) -> str | None:
    """Two pieces of a line where one of them is raised or lowered beside the other, which a reader
    of pages gives apart; None where they are no such pieces. `boxes` are theirs."""
    one, other = boxes
    height = one[3] - one[1]
    gap = other[0] - one[2]
    if not -_TIGHT * height <= gap <= height or other[1] >= one[3] or other[3] <= one[1]:
        return None
    space = "" if gap < _TIGHT * height else " "
    if before[-1:] in _SET_APART and abs(other[1] - one[1]) < _ABOVE * height:
        return f"{before}{space}{own}"
    how = _how(other[1] - one[1], height)
    if not how or space or other[3] - other[1] >= _SMALLER * height or " " in own:
        return None
    return before + raised(own, how, letters=False)
