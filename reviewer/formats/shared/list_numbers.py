"""The numbers of lists as a reader sees them: 3, c, III."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN = 3_999
_LETTERS = 26


def decimal(number: int) -> str:
    """In digits."""
    return str(number)


def padded(number: int) -> str:
    """In two digits at least: 03."""
    return f"{number:02}"


def letters(number: int) -> str:
    """a to z, then aa to zz as Word counts (HTML goes on with ab)."""
    if number < 1:
        return str(number)
    turn, place = divmod(number - 1, _LETTERS)
    return chr(ord("a") + place) * (turn + 1)


def roman(number: int) -> str:
    """i, ii, iii, iv."""
    if not 0 < number <= _LARGEST_ROMAN:
        return str(number)
    written = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        written += sign * count
    return written


def capital(way: Callable[[int], str]) -> Callable[[int], str]:
    """The same in capitals."""
    return lambda number: way(number).upper()
