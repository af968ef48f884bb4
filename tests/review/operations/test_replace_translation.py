"""A newer version of a translation, or one more, comes into an open review."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.analysis import Analysis, Comparison
from reviewer.domain import BackTranslation, Bead
from reviewer.review import LostEdit, PairCheck, Review, ReviewChange

Compare = Callable[[Sequence[Sequence[str]], Sequence[Bead]], Comparison]

# The second sentence is gone, the fifth has come, and one has another figure.
NEWER = [["#Titel"], ["Eins 1.", "Neu."], ["Vier 9.", "Drei 3.", "Fünf 6."], ["[Teilen]"]]
NEWER_BEADS = [
    Bead((1,), (0,), "aligned", 0.99),
    Bead((2,), (1,), "aligned", 0.9),
    Bead((3,), (), "missing", 0.9),
    Bead((), (2,), "added", 0.6),
    Bead((4,), (4,), "moved", 0.7),
    Bead((5,), (3,), "aligned", 0.9),
    Bead((6,), (5,), "aligned", 0.6),
]


def test_the_new_version_is_shown_and_stays(
    review: Review, newer: Compare, reopened: Callable[[Review], Review]
) -> None:
    heard: list[ReviewChange] = []
    review.subscribe(heard.append)
    review.reload_translation(1, newer(NEWER, NEWER_BEADS))
    assert review.row(1, "s7").target == "Fünf 6."
    assert [(change.kind, change.structure) for change in heard] == [("translation", True)]
    assert review.document(1).blocks[2].text == "Vier 9. Drei 3. Fünf 6."
    rows = review.rows(1)
    assert reopened(review).rows(1) == rows


def test_decisions_stay_on_sentences_that_did_not_change(review: Review, newer: Compare) -> None:
    review.decide_all(1, "dismiss", comment="meant so")
    review.comment(1, "s3", "ask")
    review.reload_translation(1, newer(NEWER, NEWER_BEADS))
    assert [one.state for one in review.row(1, "t3").findings] == ["dismissed"]
    assert review.row(1, "s3").comment == "ask"
    assert [one.state for one in review.row(1, "s6").findings] == ["open"]
    assert [one.state for one in review.row(1, "s7").findings] == ["open"]


def test_corrections_stay_on_sentences_that_did_not_change(review: Review, newer: Compare) -> None:
    review.edit(1, "s3", "Eins: 1.")
    review.edit(1, "s6", "Vier: 4.")
    review.reload_translation(1, newer(NEWER, NEWER_BEADS))
    assert (review.row(1, "s3").target, review.row(1, "s3").original_target) == (
        "Eins: 1.",
        "Eins 1.",
    )
    assert review.row(1, "s6").target == "Vier 9."


def test_a_sentence_put_in_is_put_in_again_where_it_is_still_missing(
    review: Review, newer: Compare
) -> None:
    review.edit(1, "s4", "")
    review.edit(1, "s7", "Fünf 5.")
    review.reload_translation(
        1,
        newer(
            [*NEWER[:2], ["Vier 4."]],
            [
                *NEWER_BEADS[:4],
                Bead((4,), (), "missing", 0.5),
                Bead((5,), (3,), "aligned", 0.9),
                Bead((6,), (), "missing", 0.9),
            ],
        ),
    )
    assert review.row(1, "s7").target == "Fünf 5."
    assert review.row(1, "s4").target == ""


def test_links_by_hand_stay_between_sentences_that_did_not_change(
    review: Review, newer: Compare
) -> None:
    review.link(1, ["s7", "t4"])
    review.reload_translation(1, newer(NEWER, NEWER_BEADS))
    row = review.row(1, "s7")
    assert (row.target, row.fixed) == ("Neu.", True)
    left = review.row(1, "t6")
    assert (left.target, left.relation, left.fixed) == ("Fünf 6.", "added", False)


def test_a_source_sentence_that_was_split_stays_split(review: Review, newer: Compare) -> None:
    review.split(2, "s3", "source", len("One"))
    review.reload_translation(1, newer(NEWER, NEWER_BEADS))
    assert review.row(1, "s3").source_ids == ("s3", "s8")
    assert review.row(1, "s4").source == "Two 2."


def test_undo_takes_it_back_as_one_step_and_goes_on_behind_it(
    review: Review, newer: Compare, reopened: Callable[[Review], Review]
) -> None:
    first = review.rows(1)
    review.edit(1, "s3", "Eins: 1.")
    edited = review.rows(1)
    review.link(1, ["s7", "t4"])
    before, document = review.rows(1), review.document(1)
    review.reload_translation(1, newer(NEWER, NEWER_BEADS))
    loaded = review.rows(1)
    review.edit(1, "s4", "Zwei: 2.")
    after = review.rows(1)
    review.undo()
    assert review.rows(1) == loaded
    change = review.undo()
    assert change is not None
    assert (change.kind, change.structure) == ("translation", True)
    assert review.rows(1) == before
    assert review.document(1) == document
    review = reopened(review)
    assert review.rows(1) == before
    review.undo()
    assert review.rows(1) == edited
    review.undo()
    assert review.rows(1) == first
    assert review.undo() is None
    review = reopened(review)
    for stood in (edited, before, loaded, after):
        review.redo()
        assert review.rows(1) == stood
    assert review.redo() is None
    assert review.document(1).blocks[2].text == "Vier 9. Drei 3. Fünf 6."
    for stood in (loaded, before, edited, first):
        review.undo()
        assert review.rows(1) == stood


def test_undo_goes_back_behind_several_versions_and_a_split_of_the_source(
    review: Review, newer: Compare
) -> None:
    """What both translations share is undone for both."""
    from ..conftest import GERMAN, GERMAN_BEADS

    pictures = [(review.rows(1), review.rows(2))]

    def picture() -> None:
        pictures.append((review.rows(1), review.rows(2)))

    review.split(2, "s3", "source", len("One"))
    picture()
    review.reload_translation(1, newer(NEWER, NEWER_BEADS))
    picture()
    review.set_aside(1, ["s6"])
    picture()
    review.reload_translation(1, newer(GERMAN, GERMAN_BEADS))
    picture()
    review.edit(1, "s4", "Zwei: 2.")
    picture()
    for stood in pictures[-2::-1]:
        review.undo()
        assert (review.rows(1), review.rows(2)) == stood
    assert review.undo_step is None
    for stood in pictures[1:]:
        review.redo()
        assert (review.rows(1), review.rows(2)) == stood


def test_undo_stops_at_one_more_translation(review: Review, newer: Compare) -> None:
    """The new one stands on the source as it is now."""
    review.split(1, "s3", "source", len("One"))
    review.add_translation(newer(NEWER, NEWER_BEADS))
    assert review.undo_step is None
    assert review.undo() is None


def test_corrections_without_a_place_are_listed(review: Review, newer: Compare) -> None:
    review.edit(1, "s3", "Eins: 1.")
    review.edit(1, "s6", "Vier: 4.")
    old = review.row(1, "s6").original_target
    change = review.reload_translation(1, newer(NEWER, NEWER_BEADS))
    lost = LostEdit("s6", review.row(1, "s6").source, old, "Vier: 4.")
    assert change.dropped == (lost,)
    assert review.lost_edits(1) == (lost,)
    assert review.lost_edits(2) == ()
    review.close()
    with Review.open(review.path) as again:
        assert again.lost_edits(1) == (lost,)


def test_a_correction_that_has_its_place_again_is_listed_no_more(
    review: Review, newer: Compare
) -> None:
    review.edit(1, "s6", "Vier: 4.")
    [lost] = review.reload_translation(1, newer(NEWER, NEWER_BEADS)).dropped
    review.edit(1, "s6", "Vier: 4. Und mehr.")
    assert review.lost_edits(1) == ()
    review.undo()
    assert review.lost_edits(1) == (lost,)
    review.undo()
    assert review.row(1, "s6").target == "Vier: 4."
    assert review.lost_edits(1) == ()


def test_a_correction_can_be_taken_off_the_list(review: Review, newer: Compare) -> None:
    review.edit(1, "s6", "Vier: 4.")
    [lost] = review.reload_translation(1, newer(NEWER, NEWER_BEADS)).dropped
    review.forget_lost_edit(1, lost)
    assert review.lost_edits(1) == ()


@pytest.mark.parametrize("value", [5, "x", {"a": 1}, [1], [{"text": "x"}], [[]], None])
def test_a_forged_list_is_passed_over(review: Review, value: object) -> None:
    review.set_setting("lost_edits.1", value)
    assert review.lost_edits(1) == ()


def test_a_translation_can_be_added(
    review: Review, analysis: Analysis, reopened: Callable[[Review], Review]
) -> None:
    review.add_translation(analysis.translations[1])
    assert [(one.id, one.language) for one in review.translations] == [
        (1, "de"),
        (2, "fr"),
        (3, "fr"),
    ]
    assert reopened(review).rows(3) == review.rows(2)


@pytest.fixture
def back() -> BackTranslation:
    return BackTranslation("Two 7.", "translate-de_en", "1.0")


def test_back_translations_are_kept_by_sentence(
    review: Review, back: BackTranslation, reopened: Callable[[Review], Review]
) -> None:
    assert "Zwei 7." in review.untranslated(1)
    assert "[Teilen]" not in review.untranslated(1)
    change = review.add_back_translations(1, {"Zwei 7.": back})
    assert (change.kind, change.rows) == ("back_translation", ("s4",))
    assert "Zwei 7." not in review.untranslated(1)
    review = reopened(review)
    assert review.row(1, "s4").back_translation == back
    assert review.row(1, "s3").back_translation is None
    assert review.undo_step is None


def test_a_changed_sentence_has_no_back_translation_until_it_gets_one(
    review: Review, back: BackTranslation
) -> None:
    review.add_back_translations(1, {"Zwei 7.": back})
    review.edit(1, "s4", "Zwei 8.")
    assert review.row(1, "s4").back_translation is None
    review.undo()
    assert review.row(1, "s4").back_translation == back


@pytest.mark.parametrize("evidence", ["none", ""])
def test_back_translations_are_evidence_from_then_on(
    tmp_path: Path, analysis: Analysis, check: PairCheck, evidence: str
) -> None:
    path = tmp_path / "a.review"
    first, *others = analysis.translations
    analysis = replace(analysis, translations=(replace(first, evidence=evidence), *others))
    with Review.create(path, analysis, check=check) as review:
        loop = BackTranslation("One one one", "translate-de_en", "1.0", reliable=False)
        review.add_back_translations(1, {"Eins 1.": loop})
        assert review.translations[0].evidence == evidence
        for version in ("1.0", "1.1"):
            back = BackTranslation("Two 7.", "translate-de_en", version)
            review.add_back_translations(1, {"Zwei 7.": back})
        assert review.translations[0].evidence == "argos translate-de_en 1.0"
        assert review.translations[1].evidence == "none"
    with Review.open(path, check=check) as review:
        assert review.translations[0].evidence == "argos translate-de_en 1.0"


def test_what_was_undone_cannot_be_done_again_in_another_version(
    review: Review, newer: Compare
) -> None:
    review.edit(1, "s3", "Eins: 1.")
    review.undo()
    assert review.redo_step
    review.reload_translation(1, newer(NEWER, NEWER_BEADS))
    assert review.redo_step is None
    assert review.redo() is None
