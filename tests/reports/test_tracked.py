"""Remarks in the document that is made to track changes in."""

from __future__ import annotations

import pytest

from reviewer.domain import Span
from reviewer.formats.shared.tracked import Remark
from reviewer.reports import tracked


@pytest.mark.parametrize(
    ("span", "cut", "moved"),
    [
        ((0, 2), 0, (0, 2)),
        ((2, 5), 2, (0, 3)),
        ((3, 5), 2, (1, 3)),
        ((1, 3), 2, (0, 1)),
        ((0, 1), 2, (0, 0)),
    ],
)
def test_a_remark_stays_on_its_words_where_the_bullet_before_them_is_gone(
    span: tuple[int, int], cut: int, moved: tuple[int, int]
) -> None:
    remark = Remark(4, Span(*span), "said", "Ann", None)
    found = tracked._moved(remark, 7, cut)
    assert (found.block, found.span) == (7, Span(*moved))
    assert (found.text, found.author) == (remark.text, remark.author)
