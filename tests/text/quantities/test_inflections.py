"""Number words, months, weekdays and units in the forms that sentences have them in.

The table holds a language, what a writing is, and the writing: `value 1/3`, `ordinal 3`, `unit
meter`, `month 5`, `weekday 1`, `percent`. Forms were written down by hand, not taken from the
lexica.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from reviewer.text.quantities.read_texts import ReadText, read_text

ROWS = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("inflections.tsv").read_text("utf-8").splitlines()
]
LANGUAGES = sorted({language for language, _, _ in ROWS})


def is_read(read: ReadText, what: str) -> bool:
    kind, _, told = what.partition(" ")
    if kind == "weekday":
        return [day for _, _, day in read.weekdays] == [int(told)]
    if kind == "month":
        return any(item.day is not None and item.day[1] == int(told) for item in read.items)
    if not read.items:
        return False
    item = read.items[0]
    if kind == "unit":
        return item.unit == told
    if kind == "percent":
        return item.kind == "percent"
    return Fraction(told) in item.values and (kind != "ordinal" or item.kind == "ordinal")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_is_read(language: str) -> None:
    unread = [
        (what, text)
        for own, what, text in ROWS
        if own == language and not is_read(read_text(text, language), what)
    ]
    assert not unread
