"""The letters that choose from a menu: marked by & in a title, one thing each in one menu."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MARKS = re.compile("&&|&")


def letter_of(title: str) -> str:
    """The letter that is marked in a title, small; "" for none."""
    _, mark, after = title.replace("&&", "").partition("&")
    return after[:1].casefold() if mark else ""


def with_own_letters(titles: Sequence[str]) -> list[str]:
    """The titles of one menu, each with another letter where there are letters enough.

    The first that marks a letter keeps it. Any later one takes the next free letter of its own,
    beginnings of words first, and none when all are taken. A title without a mark gets none.
    """
    taken: set[str] = set()
    given = []
    for title in titles:
        letter = letter_of(title)
        if letter in taken:
            title = _with_another(title, taken)
            letter = letter_of(title)
        if letter:
            taken.add(letter)
        given.append(title)
    return given


def _with_another(title: str, taken: set[str]) -> str:
    plain = _MARKS.sub(lambda mark: "&&" if mark[0] == "&&" else "", title)
    places = [place for place, one in enumerate(plain) if one.isalpha()]
    places.sort(key=lambda place: place > 0 and plain[place - 1].isalpha())
    for place in places:
        if plain[place].casefold() not in taken:
            return f"{plain[:place]}&{plain[place:]}"
    return plain
