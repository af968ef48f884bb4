"""How the work on translations is given out, so that every process has as much of it."""

from __future__ import annotations

from collections.abc import Sequence
from math import gcd
from typing import TypeVar

T = TypeVar("T")


def parts_of_each(translations: int, processes: int) -> int:
    """In how many parts each translation is looked at.

    The parts of all translations, one translation behind the other, go to one process after the
    other, again and again: all have as many. What a part of a translation was read in is the
    process that checks it, too, for what is known of its sentences there.
    """
    return processes // gcd(processes, translations)


def part(items: Sequence[T], number: int, parts: int) -> Sequence[T]:
    """The items of a part, which are next to each other."""
    return items[len(items) * number // parts : len(items) * (number + 1) // parts]
