"""Findings of the reviewer's own, on words of either side: kept through all that happens."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from reviewer.domain import Bead, Span
from reviewer.review import OWN, NotPossible, Review, ReviewedFinding


def aligned(review: Review) -> str:
    return next(row.key for row in review.rows(1) if row.relation == "aligned" and row.target)


def own(review: Review) -> list[tuple[str, ReviewedFinding]]:
    return [
        (row.key, one) for row in review.rows(1) for one in row.findings if one.finding.check == OWN
    ]


def find(review: Review, key: str, words: str, said: str = "") -> None:
    row = review.row(1, key)
    start = row.target.index(words)
    review.add_finding(
        1, key, "style", "minor", target_spans=[Span(start, start + len(words))], words=said
    )


def quoted(review: Review) -> str:
    [(key, one)] = own(review)
    return " ".join(span.of(review.row(1, key).target) for span in one.finding.target_spans)


def test_it_stands_in_the_row_as_accepted(
    review: Review, reopened: Callable[[Review], Review]
) -> None:
    key = aligned(review)
    words = review.row(1, key).target.split()[0]
    find(review, key, words, "clumsy")
    again = reopened(review)
    [(there, one)] = own(again)
    assert (there, one.state, one.finding.kind, one.finding.severity) == (
        key,
        "accepted",
        "style",
        "minor",
    )
    assert str(one.finding.message) == "clumsy"
    assert quoted(again) == words
    assert again.history(1, key)[-1].words == "Own finding: clumsy"


def test_without_words_it_says_its_category(review: Review) -> None:
    review.add_finding(1, aligned(review), "terminology", "major")
    [(_, one)] = own(review)
    assert str(one.finding.message) == "Terminology"


def test_undo_and_redo(review: Review) -> None:
    before = review.rows(1)
    review.add_finding(1, aligned(review), "style", "minor")
    now = review.rows(1)
    review.undo()
    assert review.rows(1) == before
    review.redo()
    assert review.rows(1) == now


def test_it_goes_with_its_words_through_an_edit(review: Review) -> None:
    key = aligned(review)
    review.edit(1, key, "eins zwei drei zwei")
    review.add_finding(1, key, "style", "minor", target_spans=[Span(15, 19)])
    review.edit(1, key, "null eins zwei drei zwei")
    [(_, one)] = own(review)
    assert one.finding.target_spans == (Span(20, 24),)
    assert one.state == "accepted"
    review.edit(1, key, "null eins zwei drei")
    [(_, one)] = own(review)
    assert one.finding.target_spans == (Span(10, 14),)
    review.edit(1, key, "nichts davon")
    [(_, one)] = own(review)
    assert one.finding.target_spans == ()
    review.undo()
    assert quoted(review) == "zwei"


def test_it_goes_with_its_words_into_a_merged_row_and_out_again(review: Review) -> None:
    key = aligned(review)
    words = review.row(1, key).target.split()[-1]
    find(review, key, words)
    review.merge_with_next(1, key)
    assert quoted(review) == words
    review.undo()
    assert quoted(review) == words


def test_it_goes_with_its_words_when_they_are_unlinked(review: Review) -> None:
    key = aligned(review)
    words = review.row(1, key).target.split()[0]
    find(review, key, words)
    review.unlink(1, key)
    assert quoted(review) == words
    [(there, _)] = own(review)
    assert review.row(1, there).target


def test_it_can_be_changed_and_taken_away(review: Review) -> None:
    key = aligned(review)
    review.add_finding(1, key, "style", "minor", words="clumsy")
    [(_, one)] = own(review)
    review.decide(1, key, one.fingerprint, "comment", "ask Ida")
    review.change_finding(1, key, one.fingerprint, "grammar", "major", "wrong case")
    [(_, changed)] = own(review)
    assert (changed.finding.kind, changed.finding.severity) == ("grammar", "major")
    assert str(changed.finding.message) == "wrong case"
    assert (changed.state, changed.comment) == ("accepted", "ask Ida")
    review.remove_finding(1, key, changed.fingerprint)
    assert own(review) == []
    assert review.settled(1) == ()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("  wrong case ", "wrong case"),
        ("wrong case", "wrong case"),
        ("", "Grammar"),
        (" \n", "Grammar"),
    ],
)
def test_blanks_around_its_words_are_left_out(review: Review, words: str, said: str) -> None:
    key = aligned(review)
    review.add_finding(1, key, "grammar", "minor", words=words)
    [(_, one)] = own(review)
    assert str(one.finding.message) == said
    review.change_finding(1, key, one.fingerprint, "grammar", "major", f"{words}")
    [(_, changed)] = own(review)
    assert str(changed.finding.message) == said


def test_what_a_check_has_found_cannot_be_taken_away(review: Review) -> None:
    row = next(row for row in review.rows(1) if row.findings)
    with pytest.raises(NotPossible):
        review.remove_finding(1, row.key, row.findings[0].fingerprint)
    with pytest.raises(NotPossible):
        review.change_finding(1, row.key, row.findings[0].fingerprint, "style", "minor", "")


def test_page_furniture_takes_none(review: Review) -> None:
    key = next(row.key for row in review.rows(1) if row.relation is None)
    with pytest.raises(NotPossible):
        review.add_finding(1, key, "style", "minor")


@pytest.mark.parametrize("span", [Span(0, 0), Span(5, 3), Span(0, 10_000), Span(-1, 2)])
def test_places_outside_of_the_text_are_left_out(review: Review, span: Span) -> None:
    review.add_finding(1, aligned(review), "style", "minor", target_spans=[span])
    [(_, one)] = own(review)
    assert one.finding.target_spans == ()


def test_it_stays_in_a_new_version_of_the_translation(
    review: Review, newer: Callable[[Sequence[Sequence[str]], Sequence[Bead]], object]
) -> None:
    from ..conftest import GERMAN, GERMAN_BEADS

    key = aligned(review)
    words = review.row(1, key).target.split()[0]
    find(review, key, words, "clumsy")
    review.reload_translation(1, newer(GERMAN, GERMAN_BEADS))
    [(there, one)] = own(review)
    assert (there, one.state) == (key, "accepted")
    assert quoted(review) == words


def test_what_was_said_of_it_goes_along_into_another_row(review: Review) -> None:
    before, key = [row.key for row in review.rows(1) if row.relation == "aligned"][:2]
    find(review, key, review.row(1, key).target.split()[0])
    [(_, one)] = own(review)
    review.decide(1, key, one.fingerprint, "dismiss", "not after all")
    for _ in range(2):
        review.link(1, [before, key])
        [(there, moved)] = own(review)
        assert there != key
        assert (moved.state, moved.comment) == ("dismissed", "not after all")
        review.undo()


def test_it_rests_while_its_row_is_page_furniture(
    review: Review, reopened: Callable[[Review], Review]
) -> None:
    key = aligned(review)
    row = review.row(1, key)
    words = row.target.split()[0]
    find(review, key, words, "clumsy")
    [(_, one)] = own(review)
    review.decide(1, key, one.fingerprint, "dismiss", "not after all")
    review.set_aside(1, [key])
    assert own(review) == []
    again = reopened(review)
    assert own(again) == []
    again.take_as_text(1, [*row.source_ids, *row.target_ids])
    [(there, back)] = own(again)
    assert again.row(1, there).target == row.target
    assert quoted(again) == words
    assert (back.state, back.comment) == ("dismissed", "not after all")
    again.undo()
    assert own(again) == []
    again.redo()
    assert [there for there, _ in own(again)] == [there]
    again.undo()
    again.undo()
    assert [there for there, _ in own(again)] == [key]


def test_it_goes_into_no_other_row_that_loses_a_sentence_with_it(review: Review) -> None:
    """In French two sentences of the source stand in one row, of which one is left."""
    several = next(row for row in review.rows(2) if len(row.source_ids) > 1)
    alone = [row.key for row in review.rows(2) if row.relation == "aligned"][-1]
    review.unlink(2, alone)
    review.add_finding(2, alone, "omission", "major")
    review.set_aside(1, [several.source_ids[0], alone])
    assert review.row(2, several.source_ids[1]).findings == ()
    review.take_as_text(1, [alone])
    [one] = [one for one in review.row(2, alone).findings if one.finding.check == OWN]
    assert one.state == "accepted"


def test_it_comes_back_when_its_row_is_linked_as_furniture(review: Review) -> None:
    first, second = [row.key for row in review.rows(1) if row.relation == "aligned"][:2]
    words = review.row(1, first).target.split()[0]
    find(review, first, words)
    names = review.row(1, first).target_ids
    review.set_aside(1, [first])
    review.link(1, [second, *names])
    assert quoted(review) == words


def test_what_was_edited_as_furniture_keeps_it_without_its_place(review: Review) -> None:
    key = aligned(review)
    row = review.row(1, key)
    find(review, key, row.target)
    review.set_aside(1, [key])
    review.edit(1, row.target_ids[0], "Ja")
    review.take_as_text(1, [*row.source_ids, *row.target_ids])
    [(_, one)] = own(review)
    assert (one.state, one.finding.target_spans) == ("accepted", ())


def test_it_rests_in_a_new_version_too(
    review: Review, newer: Callable[[Sequence[Sequence[str]], Sequence[Bead]], object]
) -> None:
    from ..conftest import GERMAN, GERMAN_BEADS

    key = aligned(review)
    source = review.row(1, key).source_ids
    find(review, key, review.row(1, key).target.split()[0])
    review.set_aside(1, [key])
    review.reload_translation(1, newer(GERMAN, GERMAN_BEADS))
    assert own(review) == []
    review.take_as_text(1, source)
    assert [there for there, _ in own(review)] == [key]


def test_one_on_an_added_sentence_stays_in_a_new_version(
    review: Review, newer: Callable[[Sequence[Sequence[str]], Sequence[Bead]], object]
) -> None:
    from ..conftest import GERMAN, GERMAN_BEADS

    key = next(row.key for row in review.rows(1) if row.relation == "added")
    find(review, key, review.row(1, key).target)
    review.reload_translation(
        1,
        newer(
            [*GERMAN[:1], ["Und."], *GERMAN[1:]],
            [
                *(
                    Bead(b.source, tuple(n + (n > 0) for n in b.target), b.relation, b.confidence)
                    for b in GERMAN_BEADS
                ),
                Bead((), (1,), "added", 0.6),
            ],
        ),
    )
    [(there, one)] = own(review)
    assert review.row(1, there).target == "Neu."
    assert one.state == "accepted"


def test_a_row_that_undo_takes_away_keeps_none(
    review: Review, reopened: Callable[[Review], Review]
) -> None:
    """It went back to the row that the words came from."""
    key = aligned(review)
    row = review.row(1, key)
    find(review, key, row.target)
    review.unlink(1, key)
    assert [there for there, _ in own(review)] == list(row.target_ids)
    review.undo()
    for one in (review, reopened(review)):
        assert one._runner.translations[1].resting == {}
        assert [there for there, _ in own(one)] == [key]
