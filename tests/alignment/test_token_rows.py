"""What survives translation in sentences, read in parts."""

from __future__ import annotations

from dataclasses import astuple
from itertools import pairwise

import numpy as np
import pytest

from reviewer.alignment.align import align
from reviewer.alignment.cancelling import always
from reviewer.alignment.token_rows import TokenRows, token_rows, whole

ENGLISH = [
    "Anna Kowalska paid 1,204 euros in Lisbon.", "The ferry left at 8 p.m.", "", "Nobody waited.",
    "In 2019 the Danube rose by two metres.", "The mayor of Porto lives in a house.",
]  # fmt: skip
GERMAN = [
    "Anna Kowalska zahlte in Lissabon 1.204 Euro.", "Die Fähre legte um 20 Uhr ab.",
    "Niemand wartete.", "2019 stieg die Donau um zwei Meter.",
    "Der Bürgermeister von Porto wohnt in einem Haus.",
]  # fmt: skip


def rows(texts: list[str], language: str = "en") -> TokenRows:
    return token_rows(texts, language, cased=True, go_on=always)


def equal(one: TokenRows, other: TokenRows) -> bool:
    return all(
        np.array_equal(left, right) and np.asarray(left).dtype == np.asarray(right).dtype
        for kind, like in zip(astuple(one), astuple(other), strict=True)
        for left, right in zip(kind, like, strict=True)
    )


@pytest.mark.parametrize("cuts", [(0, 6), (0, 1, 6), (0, 3, 3, 6), (0, 1, 2, 3, 4, 5, 6)])
def test_a_side_read_in_parts_has_the_rows_of_the_side(cuts: tuple[int, ...]) -> None:
    parts = [ENGLISH[begin:end] for begin, end in pairwise(cuts)]
    assert equal(whole([rows(part) for part in parts]), rows(ENGLISH))


def test_of_rows_at_hand_only_the_known_words_are_made_anew() -> None:
    known = rows(ENGLISH)
    made = token_rows(
        ENGLISH, "en", cased=True, go_on=always, own={"ferry": 0, "danube": 1}, known=known
    )
    assert made.names is known.names
    assert made.figures is known.figures
    gained = np.diff(made.known.starts) - np.diff(known.known.starts)
    assert gained.tolist() == [0, 1, 0, 0, 1, 0]
    assert equal(
        made, token_rows(ENGLISH, "en", cased=True, go_on=always, own={"ferry": 0, "danube": 1})
    )


def test_an_alignment_that_is_given_the_rows_is_the_same() -> None:
    sides = (ENGLISH, "en"), (GERMAN, "de")
    for (source, language), (target, other) in (sides, sides[::-1]):
        plain, given = (
            align(source, target, source_language=language, target_language=other, token_rows=known)
            for known in (None, (rows(source, language), rows(target, other)))
        )
        assert given == plain
