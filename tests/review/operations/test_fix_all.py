"""The suggestions of one kind put in everywhere, in one step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reviewer.analysis import analyse
from reviewer.domain import Block, Document, Finding
from reviewer.review import Review
from reviewer.review.operations.fix_all import fix_all

ENGLISH = (
    "The bridge opened at noon.", "The mayor said “yes” to all.", "The old baker said “no” then.",
    "Some children said “perhaps” loudly.", "A teacher of music said “never” again.",
)  # fmt: skip
GERMAN = (
    "Die Brücke  öffnete mittags.", "Die  Bürgermeisterin sagte „ja“ zu allem.",
    "Der alte Bäcker sagte „nein“.", "Einige Kinder riefen laut „vielleicht“.",
    "Ein Lehrer Lehrer der Musik sagte «nie» wieder.",
)  # fmt: skip


def document(name: str, language: str, lines: tuple[str, ...]) -> Document:
    blocks = tuple(Block(line) for line in lines)
    return Document(name, "txt", blocks, "\n".join(lines).encode(), "utf-8", language)


@pytest.fixture
def review_of(tmp_path: Path) -> Iterator[Callable[[tuple[str, ...]], Review]]:
    opened: list[Review] = []

    def make(german: tuple[str, ...]) -> Review:
        texts = document("a.txt", "en", ENGLISH), document("b.txt", "de", german)
        opened.append(Review.create(tmp_path / "a.review", analyse(texts[0], [texts[1]])))
        return opened[-1]

    yield make
    for review in opened:
        review.close()


def texts(review: Review) -> list[str]:
    return [row.target for row in review.rows(1)]


def told(review: Review, check: str) -> list[Finding]:
    found = (item.finding for row in review.rows(1) for item in row.findings)
    return [finding for finding in found if finding.check == check]


def test_all_findings_of_the_rule_are_mended_and_no_other(
    review_of: Callable[[tuple[str, ...]], Review],
) -> None:
    review = review_of(GERMAN)
    review.carry_out(fix_all, 1, told(review, "whitespace")[0])
    assert texts(review) == [text.replace("  ", " ") for text in GERMAN]
    assert told(review, "whitespace") == []
    assert len(told(review, "repeated-words")) == 1
    review.undo()
    assert texts(review) == list(GERMAN)


def test_what_is_dismissed_stays_as_it_is(
    review_of: Callable[[tuple[str, ...]], Review],
) -> None:
    review = review_of(GERMAN)
    row = review.rows(1)[1]
    review.decide(1, row.key, row.findings[0].fingerprint, "dismiss")
    review.carry_out(fix_all, 1, told(review, "whitespace")[0])
    assert texts(review) == [GERMAN[0].replace("  ", " "), *GERMAN[1:]]


def test_several_places_of_one_row_are_all_mended(
    review_of: Callable[[tuple[str, ...]], Review],
) -> None:
    review = review_of(("Die  Brücke  öffnete  mittags.", *GERMAN[1:]))
    review.carry_out(fix_all, 1, told(review, "whitespace")[0])
    assert texts(review)[0] == "Die Brücke öffnete mittags."


def test_a_habit_is_mended_in_all_rows_though_it_is_told_once(
    review_of: Callable[[tuple[str, ...]], Review],
) -> None:
    review = review_of((GERMAN[0], *(text.replace("Der", "Er „da“, der") for text in GERMAN[1:])))
    (finding,) = told(review, "mixed-quotes")
    review.carry_out(fix_all, 1, finding)
    assert texts(review)[-1] == "Ein Lehrer Lehrer der Musik sagte „nie“ wieder."
    assert told(review, "mixed-quotes") == []
