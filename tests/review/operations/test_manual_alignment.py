"""Alignment by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reviewer.review import NotPossible, Review
from reviewer.review.operations.manual_alignment import relation_of
from reviewer.store.records import BeadVersion


def sides(review: Review, translation: int = 1) -> dict[str, tuple[str, str]]:
    """The two texts of each row that is not furniture."""
    return {row.key: (row.source, row.target) for row in review.rows(translation) if row.relation}


def test_linking_makes_one_row_that_no_program_moves(
    review: Review, reopened: Callable[[Review], Review]
) -> None:
    change = review.link(1, ["s7", "t4"])
    assert (change.rows[0], change.structure) == ("s7", True)
    row = review.row(1, "s7")
    assert (row.source, row.target, row.fixed, row.confidence) == ("Five 5.", "Neu.", True, 1.0)
    assert [one.finding.message for one in row.findings] == ["5 is missing"]
    assert "t4" not in sides(review)
    assert reopened(review).row(1, "s7") == row


def test_a_link_out_of_order_is_moved(review: Review) -> None:
    review.link(1, ["s7", "t4"])
    assert review.row(1, "s7").relation == "moved"
    assert review.row(1, "s7").moved_to == "s4"


def test_a_link_in_order_is_aligned(review: Review) -> None:
    review.unlink(1, "s4")
    assert sides(review)["s4"] == ("Two 2.", "")
    review.link(1, ["s4", "t3"])
    assert review.row(1, "s4").relation == "aligned"


def test_furniture_that_is_linked_becomes_text(review: Review) -> None:
    review.link(1, ["s7", "t7"])
    assert review.row(1, "s7").target == "[Teilen]"
    review.unlink(1, "s7")
    assert review.row(1, "t7").relation == "added"


def test_unlinking_leaves_a_missing_and_an_added_row(review: Review) -> None:
    review.unlink(1, "s3")
    assert sides(review)["s3"] == ("One 1.", "")
    assert sides(review)["t2"] == ("", "Eins 1.")
    assert [one.finding.check for one in review.row(1, "s3").findings] == ["missing"]
    with pytest.raises(NotPossible):
        review.unlink(1, "t2")


def test_merging_with_the_next_row(review: Review) -> None:
    review.merge_with_next(1, "s3")
    assert sides(review)["s3"] == ("One 1. Two 2.", "Eins 1. Zwei 7.")


@pytest.mark.parametrize(
    ("side", "here", "there"),
    [
        ("source", ("Three 3. Four 4.", "Trois 3."), ("", "Quatre 4.")),
        ("target", ("Three 3.", "Trois 3. Quatre 4."), ("Four 4.", "")),
    ],
)
def test_merging_one_side_only(
    review: Review, side: str, here: tuple[str, str], there: tuple[str, str]
) -> None:
    review.merge_with_next(2, "s5", side)  # type: ignore[arg-type]
    assert sides(review, 2)["s5"] == here
    assert there in sides(review, 2).values()


def test_splitting_between_two_sentences_parts_the_other_side_too(review: Review) -> None:
    review.merge_with_next(1, "s3")
    review.split(1, "s3", "target", len("Eins 1."))
    assert sides(review)["s3"] == ("One 1.", "Eins 1.")
    assert sides(review)["s4"] == ("Two 2.", "Zwei 7.")


def test_splitting_inside_a_sentence_of_the_translation(
    review: Review, reopened: Callable[[Review], Review]
) -> None:
    before = review.corrected_edits(2)
    change = review.split(2, "s3", "target", len("Un 1,"))
    assert sides(review, 2)["s3"] == ("One 1.", "Un 1,")
    assert sides(review, 2)["s4"] == ("Two 2.", "deux 2.")
    assert change.rows[0] == "s3"
    assert review.corrected_edits(2) == before
    review.edit(2, "s4", "Deux 2.")
    again = reopened(review)
    [edit] = again.corrected_edits(2)
    before_it = again.document(2).blocks[edit.block].text
    assert edit.text == before_it.replace("deux", "Deux")


def test_splitting_a_corrected_sentence_keeps_the_correction(review: Review) -> None:
    review.edit(2, "s3", "Un 1 et puis deux 2.")
    review.split(2, "s3", "target", len("Un 1"))
    assert sides(review, 2)["s3"] == ("One 1.", "Un 1")
    assert sides(review, 2)["s4"] == ("Two 2.", "et puis deux 2.")
    text = review.document(2).blocks[1].text
    for edit in reversed(review.corrected_edits(2)):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert text == "Un 1 et puis deux 2. Trois 3."


def test_splitting_a_source_sentence_serves_all_translations(review: Review) -> None:
    review.split(1, "s3", "source", len("One"))
    assert sides(review)["s3"] == ("One", "Eins 1.")
    assert ("1.", "") in sides(review).values()
    assert review.row(2, "s3").source == "One 1. Two 2."
    assert review.row(2, "s3").source_ids == ("s3", "s8", "s4")
    review.undo()
    assert review.row(2, "s3").source_ids == ("s3", "s4")


@pytest.mark.parametrize("cursor", [0, 100])
def test_there_is_nothing_to_split_at_the_edge(review: Review, cursor: int) -> None:
    with pytest.raises(NotPossible):
        review.split(1, "s3", "target", cursor)


def test_moving_hands_a_sentence_to_the_neighbour(review: Review) -> None:
    review.move(2, "s5", "target", up=True)
    assert sides(review, 2)["s3"] == ("One 1. Two 2.", "Un 1, deux 2. Trois 3.")
    assert sides(review, 2)["s5"] == ("Three 3.", "")
    review.move(2, "s3", "target", up=False)
    assert sides(review, 2)["s5"] == ("Three 3.", "Trois 3.")
    review.move(2, "s3", "source", up=False)
    assert sides(review, 2)["s3"] == ("One 1.", "Un 1, deux 2.")
    assert sides(review, 2)["s4"] == ("Two 2. Three 3.", "Trois 3.")


def test_moving_needs_something_to_move_and_somewhere_to_go(review: Review) -> None:
    with pytest.raises(NotPossible):
        review.move(1, "s7", "target", up=True)
    with pytest.raises(NotPossible):
        review.move(1, "s2", "target", up=True)
    with pytest.raises(NotPossible):
        review.move(1, "s1", "source", up=True)


def test_a_link_needs_two_rows(review: Review) -> None:
    with pytest.raises(NotPossible):
        review.link(1, ["s3", "s3"])


def test_an_emptied_sentence_stays_in_its_row_when_that_is_split(review: Review) -> None:
    review.link(1, ["s3", "s4", "t4"])
    review.edit(1, "s3", "Eins 1. Neu.")
    assert review.row(1, "s3").target_ids == ("t2", "t4")
    review.split(1, "s3", "target", len("Eins 1."))
    review.edit(1, "s3", "")
    review.undo()
    state = review._runner.translations[1]
    held = [name for bead in state.beads.values() for name in bead.target]
    assert sorted(held) == ["t1", "t2", "t3", "t4", "t5", "t6"]


def test_of_two_rows_that_a_correction_lets_cross_one_is_moved(made: Callable[..., Review]) -> None:
    pairs = [(1, 1), (2, 2), (3, None), (4, 3), *((n, n) for n in range(5, 13)), (None, 4)]
    review = made(pairs)
    review.link(1, ["s3", "s5"])
    review.move(1, review.rows(1)[3].key, "source", up=False)
    found = {row.source_ids: (row.target_ids, row.relation) for row in review.rows(1)}
    assert found["s4", "s5"] == (("t4",), "aligned")
    assert found["s3",] == (("t5",), "moved")


@pytest.mark.parametrize(
    ("row", "target", "relation"),
    [("s3", ("t2", "t4"), "moved"), ("s3", ("t1", "t2"), "aligned"), ("s5", ("t4",), "aligned")],
)
def test_a_row_is_moved_where_any_sentence_of_its_neighbour_stands_behind_it(
    review: Review, row: str, target: tuple[str, ...], relation: str
) -> None:
    state = review._state(1)
    neighbour = BeadVersion(state.record.id, row, (row,), target, "aligned", 1.0, fixed=True)
    assert relation_of(state, ("s4",), ("t3",), (), {row: neighbour}) == relation


def test_a_row_within_another_one_is_looked_at_too(made: Callable[..., Review]) -> None:
    """The nearest row reaches further back than the one that stands between its sentences."""
    review = made([(n, n) for n in range(1, 13)])
    for key in ("s3", "s5", "s6"):
        review.unlink(1, key)
    review.link(1, ["s1", "s4"])
    review.link(1, ["s2", "t6"])
    assert review.row(1, "s2").relation == "aligned"
    review.link(1, ["s5", "t5"])
    assert review.row(1, "s5").relation == "moved"


def test_rows_beyond_one_that_reaches_further_do_not_matter(made: Callable[..., Review]) -> None:
    review = made([(n, n) for n in range(1, 13)])
    review.unlink(1, "s3")
    review.link(1, ["s2", "s4"])
    review.link(1, ["s3", "t3"])
    assert review.row(1, "s3").relation == "aligned"
    review.unlink(1, "s5")
    review.link(1, ["s5", "t5"])
    assert review.row(1, "s5").relation == "aligned"


def test_furniture_of_the_source_that_is_linked_is_missing_in_other_translations(
    review: Review, reopened: Callable[[Review], Review]
) -> None:
    assert review.row(2, "s1").relation is None
    review.link(1, ["s1", "t4"])
    row = review.row(2, "s1")
    assert (row.kind, row.relation) == ("body", "missing")
    assert [one.finding.check for one in row.findings] == ["missing"]
    review.split(1, "s1", "source", 2)
    rows = review.rows(2)
    assert reopened(review).rows(2) == rows
