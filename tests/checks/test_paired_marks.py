"""Marks that are left over, however many they are."""

from __future__ import annotations

import pytest

from reviewer.checks.paired_marks import PairedMarks
from reviewer.domain import Pair


def left_over(target: str) -> list[str]:
    pair = Pair("He said it (once).", target, "en", "de", "aligned", 0.9)
    return [finding.target_spans[0].of(target) for finding in PairedMarks().find(pair)]


@pytest.mark.parametrize(
    ("target", "marks"),
    [
        # A quotation that goes on in the next sentence, or comes from the one before.
        ("„Er sagte es (einmal).", []),
        ("Er sagte es (einmal).“", []),
        ("Er „sagte es (einmal).", ["„"]),
        ("„Er „sagte es (einmal).", ["„", "„"]),
        ("„Er sagte es (einmal.", ["("]),
    ],
)
def test_the_only_quotation_mark_may_open_or_close_the_text(target: str, marks: list[str]) -> None:
    assert left_over(target) == marks


def test_very_many_are_looked_at_once_each() -> None:
    # Each with all others took minutes.
    assert len(left_over("Er „" + "“" * 20_000 + " es.")) >= 10_000
