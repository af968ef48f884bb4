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


@pytest.mark.parametrize(
    ("language", "source", "target", "told"),
    [
        ("fr", "He said: “It is late.”", "Il a dit : Il est tard. »", True),
        ("uk", "“It is late,” she said.", "Запізно», – сказала вона.", True),
        ("ja", "“It is late,” she said.", "「遅いです、と彼女は言った。", True),
        ("it", "The film “Rain” won.", "«Pioggia ha vinto.", True),
        ("fr", "“It is late,” she said. “Go.”", "« Il est tard, a-t-elle dit. Allez. »", False),
        ("de", "The “old” and the “new” town.", "Die „alte“ und die „neue“ Stadt: „", False),
        ("es", "It is late,” she said.", "Es tarde», dijo.", False),
        ("pl", "“It is late,” she said.", "– Jest późno – powiedziała.", False),
        # The rows of «It is late, – said she. – Go home».
        ("uk", "“It is late,” she said.", "«Вже пізно, – сказала вона.", False),
        ("ru", "“Go home.”", "– Идите домой».", False),
        ("ru", "“Go home.”", "Идите домой».", True),
        ("ru", "“It is late,” she said.", "«Уже поздно, сказала она.", True),
    ],
)
def test_nothing_goes_on_where_the_source_has_all_of_the_quotation(
    language: str, source: str, target: str, told: bool
) -> None:
    found = list(PairedMarks().find(Pair(source, target, "en", language, "aligned", 0.9)))
    assert bool(found) == told


def test_very_many_are_looked_at_once_each() -> None:
    # Each with all others took minutes.
    assert len(left_over("Er „" + "“" * 20_000 + " es.")) >= 10_000
