"""A reviewer calls rows page furniture, or furniture text; it is kept and can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from reviewer.analysis import Comparison
from reviewer.domain import Bead
from reviewer.review import NotPossible, Review
from tests.review.operations.test_replace_translation import NEWER, NEWER_BEADS

Compare = Callable[[Sequence[Sequence[str]], Sequence[Bead]], Comparison]
Reopen = Callable[[Review], Review]


def shown(review: Review, translation: int = 1) -> list[tuple[str, str, str, str | None]]:
    return [(row.kind, row.source, row.target, row.relation) for row in review.rows(translation)]


def furniture(review: Review, translation: int = 1) -> list[str]:
    return [row.source or row.target for row in review.rows(translation) if row.kind == "furniture"]


def text_rows(review: Review, translation: int = 1) -> list[str]:
    return [row.key for row in review.rows(translation) if row.relation is not None]


def test_a_row_that_is_called_furniture_is_compared_no_more(review: Review) -> None:
    row = next(row for row in review.rows(1) if row.source and row.target)
    review.set_aside(1, [row.key])
    assert {row.source, row.target} <= set(furniture(review)) | {""}
    assert row.key not in text_rows(review)


def test_it_is_furniture_in_every_translation(review: Review) -> None:
    row = next(row for row in review.rows(1) if row.source and row.target)
    review.set_aside(1, [row.key])
    for number in (each.id for each in review.translations):
        assert not any(
            row.source in other.source for other in review.rows(number) if other.relation
        )


def test_undo_and_redo(review: Review) -> None:
    before = {n.id: shown(review, n.id) for n in review.translations}
    keys = text_rows(review)[:2]
    review.set_aside(1, keys)
    after = {n.id: shown(review, n.id) for n in review.translations}
    assert after != before
    review.undo()
    assert {n.id: shown(review, n.id) for n in review.translations} == before
    review.redo()
    assert {n.id: shown(review, n.id) for n in review.translations} == after


def test_it_is_kept(review: Review, reopened: Reopen) -> None:
    review.set_aside(1, text_rows(review)[:1])
    kept = {n.id: shown(review, n.id) for n in review.translations}
    again = reopened(review)
    assert {n.id: shown(again, n.id) for n in again.translations} == kept


def test_furniture_that_is_called_text_is_missing_or_added(review: Review) -> None:
    rows = [row for row in review.rows(1) if row.kind == "furniture"]
    assert rows
    for row in rows:
        review.take_as_text(1, [row.key])
    assert furniture(review) == []
    found = {row.source or row.target: row.relation for row in review.rows(1)}
    for row in rows:
        assert found[row.source or row.target] == ("missing" if row.source else "added")


def test_there_and_back_again(review: Review) -> None:
    texts = [(row.source, row.target) for row in review.rows(1)]
    row = next(row for row in review.rows(1) if row.source and row.target)
    review.set_aside(1, [row.key])
    aside = [each.key for each in review.rows(1) if each.kind == "furniture"]
    review.take_as_text(1, aside)
    joined = sorted(text for pair in texts for text in pair if text)
    assert sorted(t for r in review.rows(1) for t in (r.source, r.target) if t) == joined


def test_what_makes_no_sense_is_refused(review: Review) -> None:
    text, aside = text_rows(review)[0], None
    with pytest.raises(NotPossible, match="text already"):
        review.take_as_text(1, [text])
    review.set_aside(1, [text])
    aside = next(row.key for row in review.rows(1) if row.kind == "furniture")
    with pytest.raises(NotPossible, match="furniture already"):
        review.set_aside(1, [aside])


def test_the_rows_of_one_paragraph(review: Review) -> None:
    for row in review.rows(1):
        keys = review.rows_of_block(1, row.key)
        assert row.key in keys


def test_what_was_set_aside_stays_so_in_a_newer_version(
    review: Review, newer: Compare, reopened: Reopen
) -> None:
    aside = next(row for row in review.rows(1) if row.source == "One 1.")
    review.set_aside(1, [aside.key])
    review.reload_translation(1, newer(NEWER, NEWER_BEADS))
    assert {"One 1.", "Eins 1."} <= set(furniture(review))
    assert not any("One 1." in row.source for row in review.rows(1) if row.relation)
    rows = shown(review)
    assert shown(reopened(review)) == rows


def test_what_was_taken_as_text_stays_so_in_a_newer_version(review: Review, newer: Compare) -> None:
    for text in ("[Menu]", "[Teilen]"):
        row = next(row for row in review.rows(1) if text in (row.source, row.target))
        review.take_as_text(1, [row.key])
    review.reload_translation(1, newer(NEWER, NEWER_BEADS))
    assert furniture(review) == []
    found = {row.source or row.target: row.relation for row in review.rows(1)}
    assert (found["[Menu]"], found["[Teilen]"]) == ("missing", "added")


def test_what_was_set_aside_of_the_source_stays_so_beside_a_new_translation(
    review: Review, newer: Compare
) -> None:
    row = next(row for row in review.rows(1) if row.source == "One 1.")
    review.set_aside(1, [row.key])
    review.add_translation(newer(NEWER, NEWER_BEADS))
    number = max(each.id for each in review.translations)
    assert "One 1." in furniture(review, number)
    assert not any("One 1." in row.source for row in review.rows(number) if row.relation)


def test_undo_takes_a_newer_version_back_with_what_was_carried(
    review: Review, newer: Compare
) -> None:
    review.set_aside(1, text_rows(review)[1:3])
    before = shown(review)
    review.reload_translation(1, newer(NEWER, NEWER_BEADS))
    review.undo()
    assert shown(review) == before


@pytest.mark.parametrize("source", [True, False])
def test_a_sentence_that_stands_alone_is_furniture_in_a_new_version_too(
    review: Review, newer: Compare, source: bool
) -> None:
    if source:
        review.edit(1, "s4", "")
    alone = next(row for row in review.rows(1) if row.relation is not None and row.key == "s4")
    review.set_aside(1, [alone.key])
    review.reload_translation(1, newer(NEWER, NEWER_BEADS))
    assert alone.source in furniture(review)
