"""Editing a translation in place, and the file that comes of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain import LeftOut, joined
from reviewer.formats.shared.changes import changes
from reviewer.review import NotPossible, Review
from reviewer.review.operations.split_row_text import position_in, split_row_text


def corrected(review: Review, translation: int = 1) -> list[str]:
    """The paragraphs of the translation with the edits in them."""
    texts = [block.text for block in review.document(translation).blocks]
    for edit in reversed(review.corrected_edits(translation)):
        if isinstance(edit, LeftOut):
            continue  # the text goes by an edit of its own
        text = texts[edit.block]
        texts[edit.block] = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return texts


GERMAN = ["#Titel", "Eins 1. Zwei 7. Neu.", "Vier 4. Drei 3.", "[Teilen]"]


def test_an_edit_is_checked_at_once_and_stands_after_reopening(
    review: Review, reopened: Callable[[Review], Review]
) -> None:
    review.edit(1, "s4", "Zwei 2.")
    row = review.row(1, "s4")
    assert (row.target, row.original_target, row.edited) == ("Zwei 2.", "Zwei 7.", True)
    assert row.findings == ()
    assert reopened(review).row(1, "s4") == row


def test_only_what_was_changed_is_edited_in_the_file(review: Review) -> None:
    assert review.corrected_edits(1) == []
    review.edit(1, "s4", "Zwei 2.")
    [edit] = review.corrected_edits(1)
    assert edit.block == 1
    assert [one.text for one in changes(GERMAN[1], [edit])] == ["2"]
    assert corrected(review) == [GERMAN[0], "Eins 1. Zwei 2. Neu.", *GERMAN[2:]]


def test_a_suggested_fix_replaces_its_span(review: Review) -> None:
    review.replace(1, "s4", 5, 6, "2")
    assert review.row(1, "s4").target == "Zwei 2."


def test_emptying_a_row_makes_its_sentence_missing(review: Review) -> None:
    review.edit(1, "s4", " ")
    row = review.row(1, "s4")
    assert (row.target, row.target_ids, row.relation) == ("", (), "missing")
    assert [one.finding.check for one in row.findings] == ["missing"]
    assert corrected(review)[1] == "Eins 1. Neu."
    review.edit(1, "s4", "Zwei 2.")
    assert review.row(1, "s4").relation == "aligned"
    assert corrected(review)[1] == "Eins 1. Zwei 2. Neu."


def test_emptying_an_added_row_settles_it(review: Review) -> None:
    review.edit(1, "t4", "")
    assert review.row(1, "t4").findings == ()
    assert corrected(review)[1] == "Eins 1. Zwei 7."


def test_a_missing_sentence_is_put_in_where_it_belongs(
    review: Review, reopened: Callable[[Review], Review]
) -> None:
    review.edit(1, "s7", "Fünf 5.")
    review = reopened(review)
    row = review.row(1, "s7")
    assert (row.target, row.relation, row.findings, row.fixed) == ("Fünf 5.", "aligned", (), True)
    assert corrected(review)[2] == "Vier 4. Fünf 5. Drei 3."


def test_missing_sentences_come_in_their_order_whichever_is_written_first(
    review: Review,
) -> None:
    for key in ("s6", "s7"):
        review.edit(1, key, "")
    review.unlink(1, "s3")
    review.edit(1, "s7", "Fünf.")
    review.edit(1, "s6", "Vier.")
    review.edit(1, "s3", "Eins.")
    text = " ".join(corrected(review))
    assert text.index("Vier.") < text.index("Fünf.")
    assert "Eins. Zwei 7." in text


def test_nothing_is_put_in_for_a_text_that_is_empty(review: Review) -> None:
    assert review.edit(1, "s7", "  ").rows == ()
    assert review.undo_step is None


def test_a_line_break_becomes_a_space(review: Review) -> None:
    review.edit(1, "s4", "Zwei\r\n2.")
    assert review.row(1, "s4").target == "Zwei 2."


def test_furniture_of_the_translation_can_be_edited_and_of_the_source_not(
    review: Review,
) -> None:
    review.edit(1, "t7", "[Weitersagen]")
    assert review.row(1, "t7").edited
    assert corrected(review)[3] == "[Weitersagen]"
    with pytest.raises(NotPossible):
        review.edit(1, "s1", "[Menü]")


def test_an_edit_of_a_row_of_two_sentences_goes_to_the_right_one(review: Review) -> None:
    review.link(1, ["s3", "s4"])
    review.edit(1, "s3", "Eins 1. Zwei 2!")
    assert corrected(review)[1] == "Eins 1. Zwei 2! Neu."
    review.unlink(1, "s3")
    assert review.row(1, "t2").target == "Eins 1. Zwei 2!"


def test_typing_with_pauses_is_one_step(review: Review) -> None:
    for text in ("Zwei 7.1", "Zwei 7.12", "Zwei 2."):
        review.edit(1, "s4", text, continued=True)
    [entry] = review.history(1, "s4")
    assert entry.words == "Edit: Zwei 2. (settled: 2 is missing)"
    review.undo()
    assert review.row(1, "s4").target == "Zwei 7."
    review.redo()
    assert review.row(1, "s4").target == "Zwei 2."
    review.edit(1, "s3", "Eins 1", continued=True)
    review.edit(1, "s4", "Zwei 22.", continued=True)
    review.undo()
    assert review.row(1, "s4").target == "Zwei 2."


def test_the_other_translations_are_left_alone(review: Review) -> None:
    before = review.rows(2)
    review.edit(1, "s4", "Zwei 2.")
    assert review.rows(2) == before
    assert review.corrected_edits(2) == []


sentences = st.text("ab. ", min_size=1, max_size=8).filter(str.strip)


@given(st.lists(sentences, min_size=1, max_size=4), st.text("abc. ", max_size=30))
def test_no_letter_is_lost_when_a_text_goes_back_to_its_sentences(old: list[str], new: str) -> None:
    texts = split_row_text(old, new)
    assert len(texts) == len(old)
    assert joined([text for text in texts if text.strip()]) == (new if new.strip() else "")


@given(st.lists(sentences, min_size=1, max_size=4))
def test_an_unchanged_text_changes_no_sentence(old: list[str]) -> None:
    assert split_row_text(old, joined(old)) == old


@pytest.mark.parametrize(
    ("new", "texts"),
    [
        ("The cat sat. A dog ran. It rained.", ["The cat sat.", "A dog ran.", "It rained."]),
        ("A dog ran. It rained.", ["", "A dog ran.", "It rained."]),
        ("The cat sat. It rained.", ["The cat sat.", "", "It rained."]),
        ("The cat sat.A dog ran. It rained.", ["The cat sat.A dog ran.", "", "It rained."]),
        ("The cat sat and a dog ran. It rained.", ["The cat sat and", "a dog ran.", "It rained."]),
        (
            "The cat sat down. The dog ran. It rained!",
            ["The cat sat down.", "The dog ran.", "It rained!"],
        ),
        ("", ["", "", ""]),
    ],
)
def test_each_sentence_keeps_what_is_its_own(new: str, texts: list[str]) -> None:
    assert split_row_text(["The cat sat.", "A dog ran.", "It rained."], new) == texts


@given(st.text("ab ", max_size=12), st.text("ab ", max_size=12), st.integers(0, 12))
def test_a_place_is_found_inside_the_other_text(text: str, other: str, position: int) -> None:
    assert 0 <= position_in(text, other, min(position, len(text))) <= len(other)
