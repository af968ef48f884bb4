"""Marks of notes and the numbers of list items are not compared with figures."""

from __future__ import annotations

import pytest

from reviewer import check_numbers, extract_quantities


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It rained.[1] It cost 45 euros.[2]", "Es regnete.[3] Es kostete 45 Euro.[4]"),
        ("It cost 45 euros.(1)", "Es kostete 45 Euro."),
        ("It cost 45 euros.¹", "Es kostete 45 Euro.*"),
        ("It cost 45 euros.[^7]", "Es kostete 45 Euro.[^8]"),
        ("Grind the wheat.", "1. Mahlen Sie den Weizen."),
        ("(2) Open the door.", "Öffnen Sie die Tür."),
        ("First place goes to Ann.", "1. Platz geht an Ann."),
        ("Grind the wheat.", "1.1 Mahlen Sie den Weizen."),
        ("Grind the wheat.", "§ 2 Mahlen Sie den Weizen."),
        ("2.3.1. Open the door.", "Öffnen Sie die Tür."),
    ],
)
def test_they_raise_nothing(source: str, target: str) -> None:
    found = check_numbers(source, target, source_language="en", target_language="de")
    assert [finding for finding in found if finding.severity in ("critical", "major")] == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Grind 3 bags.", "1. Mahlen Sie 4 Säcke."),
        ("It cost 45 euros.(1)", "Es kostete 46 Euro.(1)"),
        ("2 bags are open.", "3 Säcke sind offen."),
        ("1.5 million came.", "Es kamen 1,6 Millionen."),
        ("2.5 bags are open.", "3,5 Säcke sind offen."),
        ("1.1 Grind 3 bags.", "1.1 Mahlen Sie 4 Säcke."),
    ],
)
def test_the_figures_beside_them_are_compared(source: str, target: str) -> None:
    assert check_numbers(source, target, source_language="en", target_language="de")


def test_a_number_in_brackets_inside_a_sentence_is_one() -> None:
    assert [
        q.span.of("Part (2) has 3 ends.") for q in extract_quantities("Part (2) has 3 ends.", "en")
    ]
