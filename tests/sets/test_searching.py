"""Words in all documents: where they may stand, and what is told of each row."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.review import Review
from reviewer.sets import Hit, ReviewSet, Unread, saying, search, write_set
from tests.ui.conftest import digits, small_analysis


@pytest.fixture
def of(tmp_path: Path) -> ReviewSet:
    paths = [tmp_path / "a.review", tmp_path / "2026" / "b.review"]
    for path in paths:
        path.parent.mkdir(exist_ok=True)
        with Review.create(path, small_analysis(), check=digits) as review:
            if path.stem == "b":
                rows = review.rows(1)
                row = next(row for row in rows if "Kräne" in row.target)
                review.comment(1, row.key, "Ask the harbour master")
                found = next(row for row in rows if row.findings)
                print_of = found.findings[0].fingerprint
                review.decide(1, found.key, print_of, "comment", comment="Second opinion wanted")
    return write_set(tmp_path / "news.reviewset", paths)


def hits(of: ReviewSet, words: str) -> list[Hit]:
    return [one for one in search(of, saying(words)) if isinstance(one, Hit)]


def test_each_document_and_each_translation_is_looked_through(of: ReviewSet) -> None:
    found = hits(of, "cost 12  MILLION")
    assert [(one.name, one.language) for one in found] == [
        ("a", "de"),
        ("a", "ar"),
        ("2026/b", "de"),
        ("2026/b", "ar"),
    ]
    assert [one.review for one in found[::2]] == list(of.reviews)
    assert {one.beside for one in found} == {""}


def test_a_row_bears_the_number_that_the_window_shows(of: ReviewSet) -> None:
    one, _ = hits(of, "kräne")
    with Review.open(one.review) as review:
        index = review.index(one.translation)
        assert index.number(index.place_of[one.key]) == one.number
        assert review.row(one.translation, one.key).target == one.target


@pytest.mark.parametrize("words", ["harbour MASTER", "second opinion"])
def test_comments_on_rows_and_on_findings_are_looked_through(of: ReviewSet, words: str) -> None:
    [one] = hits(of, words)
    assert one.name == "2026/b"
    assert words.casefold() in one.beside.casefold()


def test_page_furniture_is_not(of: ReviewSet) -> None:
    assert hits(of, "Menu") == []
    assert hits(of, "Teilen") == []


def test_a_document_that_cannot_be_read_does_not_stop_the_others(of: ReviewSet) -> None:
    of.reviews[0].write_bytes(b"no review")
    told: list[int] = []
    found = list(search(of, saying("Kräne"), told=told.append))
    assert [type(one) for one in found] == [Unread, Hit]
    assert told == [1, 2]


def test_it_can_be_stopped_between_documents(of: ReviewSet) -> None:
    told: list[int] = []
    found = list(search(of, saying("Kräne"), told=told.append, cancelled=lambda: bool(told)))
    assert [one.name for one in found] == ["a"]
