"""A piece of a text is cut out between words."""

from __future__ import annotations

import pytest

from reviewer.ui.look.excerpts import begin_of_words, end_of_words

TEXT = "The harbour cost 12 million euros"


@pytest.mark.parametrize(
    ("at", "begins"),
    [(-3, 0), (0, 0), (1, 4), (3, 4), (4, 4), (5, 12), (12, 12), (17, 17)],
)
def test_it_begins_with_a_word(at: int, begins: int) -> None:
    assert begin_of_words(TEXT, at, 17) == begins


@pytest.mark.parametrize(
    ("at", "ends"), [(19, 19), (20, 19), (21, 19), (26, 19), (27, 27), (33, 33), (40, 33)]
)
def test_it_ends_with_a_word(at: int, ends: int) -> None:
    assert end_of_words(TEXT, at, 19) == ends


def test_a_language_without_spaces_is_cut_where_it_must_be() -> None:
    assert begin_of_words("港口耗资一千二百万欧元", 3, 8) == 3
    assert end_of_words("港口耗资一千二百万欧元", 8, 5) == 8
