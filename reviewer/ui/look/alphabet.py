"""Titles in the order of the alphabet of the language that the window speaks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import QCollator, QLocale

from reviewer.wording.language import language

T = TypeVar("T")


def in_alphabet(titled: Iterable[tuple[str, T]]) -> list[tuple[str, T]]:
    """Sorted by the titles, which stand first: an Ä beside an A, a Ґ behind a Г."""
    collator = QCollator(QLocale(language()))
    return sorted(titled, key=lambda one: collator.sortKey(one[0]))
