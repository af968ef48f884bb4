"""The figures of a source as the other language writes them."""

from __future__ import annotations

import pytest

from reviewer.checks.numbers.carried_over import carried_over


@pytest.mark.parametrize(
    ("source", "language", "written"),
    [
        ("It cost 2.5 million euros.", "de", ["2,5 Millionen"]),
        ("It cost 2.5 million euros.", "id", ["2,5 juta"]),
        ("Some 45,300 people came.", "de", ["45.300"]),
        ("Some 45,300 people came.", "fr", ["45\u202f300"]),
        ("About 7.25 per cent of 19 towns.", "uk", ["7,25", "19"]),
        ("In 1987 it was built.", "de", ["1987"]),
        ("It opens at 10:30 on 3 May 2024.", "de", ["10:30", "3 May 2024"]),
        ("Twelve men came.", "de", []),
        ("Nobody came.", "de", []),
    ],
)
def test_each_in_the_convention_of_the_language(
    source: str, language: str, written: list[str]
) -> None:
    assert [words for _, words in carried_over(source, "en", language)] == written


def test_each_says_where_it_stands() -> None:
    source = "Some 45,300 people paid 12 million."
    assert [span.of(source) for span, _ in carried_over(source, "en", "de")] == [
        "45,300",
        "12 million",
    ]
