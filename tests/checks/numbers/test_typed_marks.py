"""The number of a heading or an item, typed on one side and made by the program on the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.analysis import Analysis, analyse
from reviewer.checks.numbers import check_numbers
from reviewer.domain import Block, Document
from reviewer.review import Review


def _alarms(source: str, target: str, language: str, marks: tuple[str, str]) -> list[str]:
    found = check_numbers(
        source, target, source_language="en", target_language=language, marks=marks
    )
    return [str(finding.message) for finding in found]


@pytest.mark.parametrize(
    ("target", "language", "mark"),
    [
        ("1 Kosten der Mauern", "de", "1."),
        ("1 – Kosten der Mauern", "de", "1"),
        ("§ 1 Kosten der Mauern", "de", "1."),
        ("Kapitel 1: Kosten der Mauern", "de", "1."),
        ("Artikel 1 Kosten der Mauern", "de", "Article 1"),
        ("3.2 Coût des murs", "fr", "3.2"),
        ("Розділ 3. Вартість мурів", "uk", "3)"),
        ("Bab 3 Biaya tembok", "id", "3."),
        ("الفصل 3: تكلفة الجدران", "ar", "3."),
        ("第一章 城墙的费用", "zh", "1."),
        ("第3章　壁の費用", "ja", "3."),
        ("제3장 벽의 비용", "ko", "3."),
    ],
)
def test_the_same_number_typed_is_a_mark_as_well(target: str, language: str, mark: str) -> None:
    assert _alarms("Costs of the walls", target, language, (mark, "")) == []
    mirrored = check_numbers(
        target,
        "Costs of the walls",
        source_language=language,
        target_language="en",
        marks=("", mark),
    )
    assert [str(finding.message) for finding in mirrored] == []


@pytest.mark.parametrize(
    "typed",
    ["5:", "5 –", "5/", "#5", "№ 5", "5º", "5.º", "5-", "٥-", "5\ufe0f\u20e3", "５．", "5."],
)
def test_behind_an_item_that_is_left_out_the_typed_number_is_another(typed: str) -> None:
    assert _alarms("Costs of the walls", f"{typed} Kosten der Mauern", "de", ("6.", "")) == []


@pytest.mark.parametrize("text", ["5 Kosten der Mauern", "5,5 Kosten", "5 % der Kosten"])
def test_beside_another_mark_an_amount_is_told(text: str) -> None:
    assert len(_alarms("Costs of the walls", text, "de", ("6.", ""))) == 1


@pytest.mark.parametrize("mark", ["", "•", "2.", "1.2", "11."])
def test_another_number_is_an_amount(mark: str) -> None:
    assert _alarms("Costs of the walls", "1 Kosten der Mauern", "de", (mark, "")) == [
        "1 has no counterpart in the source"
    ]


@pytest.mark.parametrize(
    "target", ["Kosten der 3 Mauern", "Die Kosten für 3 Mauern", "3 Kosten der 3 Mauern"]
)
def test_the_number_inside_the_text_is_an_amount(target: str) -> None:
    assert _alarms("Costs of the walls", target, "de", ("3.", "")) == [
        "3 has no counterpart in the source"
    ]


def test_a_typed_number_still_answers_one_in_the_text() -> None:
    assert _alarms("Costs of 3 walls", "3 Mauern und was sie kosten", "de", ("3.", "")) == []


def _analysis() -> Analysis:
    source = tuple(
        Block(text, role="heading", mark=mark)
        for mark, text in (("1.", "Costs of the walls"), ("2.", "Who pays for them"))
    )
    target = tuple(
        Block(text, role="heading") for text in ("1 Kosten der Mauern", "Kapitel 2: Wer sie zahlt")
    )
    return analyse(
        Document("a", "text", source, b"", language="en"),
        [Document("b", "text", target, b"", language="de")],
    )


def test_an_analysis_knows_the_marks_of_both_files() -> None:
    assert [list(findings) for findings in _analysis().translations[0].findings] == [[], []]


def test_a_row_that_is_edited_is_checked_with_them(tmp_path: Path) -> None:
    with Review.create(tmp_path / "a.review", _analysis()) as review:
        first, second = review.rows(1)
        review.edit(1, first.key, "1 Kosten aller Mauern")
        review.edit(1, second.key, "Kapitel 3: Wer sie zahlt")
        told = [[item.finding.check for item in row.findings] for row in review.rows(1)]
        assert told == [[], ["numbers"]]
