"""Findings that are gone from the text stay in the record of what was done."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from reviewer.analysis import Analysis, Comparison
from reviewer.domain import BackTranslation, Bead, Finding, Pair, Span
from reviewer.review import IgnoreRule, PairCheck, Review, SettledFinding

Compare = Callable[[Sequence[Sequence[str]], Sequence[Bead]], Comparison]
Reopen = Callable[[Review], Review]


def told(review: Review, translation: int = 1) -> list[tuple[str, str, str, str]]:
    """Row, what was found, how it was settled and what had been decided of it."""
    return [
        (one.row_key, one.finding.message, one.how, one.state)
        for one in review.settled(translation)
    ]


def decide(review: Review, key: str, action: str, comment: str = "") -> None:
    [one] = review.row(1, key).findings
    review.decide(1, key, one.fingerprint, action, comment)  # type: ignore[arg-type]


def test_nothing_is_settled_at_first(review: Review) -> None:
    assert review.settled(1) == ()
    assert review.settled(2) == ()


def test_an_accepted_finding_that_an_edit_put_right_stays_in_the_record(
    review: Review, reopened: Reopen
) -> None:
    [found] = review.row(1, "s4").findings
    decide(review, "s4", "accept", "a slip")
    review.edit(1, "s4", "Zwei 2.")
    [one] = review.settled(1)
    assert one == SettledFinding(
        row_key="s4",
        finding=found.finding,
        fingerprint=found.fingerprint,
        how="corrected",
        at=one.at,
        source="Two 2.",
        target_before="Zwei 7.",
        target_now="Zwei 2.",
        state="accepted",
        comment="a slip",
    )
    assert one.at == review.history(1, "s4")[-1].at
    assert review.settled(2) == ()
    assert reopened(review).settled(1) == (one,)


def test_a_finding_that_nobody_decided_is_settled_by_an_edit_too(review: Review) -> None:
    review.edit(1, "s4", "Zwei 2.")
    assert told(review) == [("s4", "2 is missing", "corrected", "open")]


def test_it_is_told_in_the_order_of_the_rows_whatever_was_done_first(review: Review) -> None:
    rows = [row.key for row in review.rows(1) if row.findings and row.target]
    for key in reversed(rows):
        review.edit(1, key, review.row(1, key).source)
        told(review)  # what is known by then is kept
    keys = [key for key, *_ in told(review)]
    places = [row.key for row in review.rows(1)]
    assert len(set(keys)) > 1
    assert keys == sorted(keys, key=places.index)


def test_undo_makes_it_a_finding_again_and_redo_settles_it(
    review: Review, reopened: Reopen
) -> None:
    decide(review, "s4", "accept")
    review.edit(1, "s4", "Zwei 2.")
    settled = review.settled(1)
    review.undo()
    assert review.settled(1) == ()
    assert [one.state for one in review.row(1, "s4").findings] == ["accepted"]
    review = reopened(review)
    assert review.settled(1) == ()
    review.redo()
    [again] = review.settled(1)
    assert (again, *settled[1:]) == settled


def test_a_decision_that_was_undone_with_its_edit_leaves_nothing(review: Review) -> None:
    review.edit(1, "s3", "Eins.")
    decide(review, "s3", "accept")
    for _ in range(2):
        review.undo()
    review.edit(1, "s3", "Eins: 1.")
    assert review.settled(1) == ()


def test_two_edits_in_a_row_tell_of_the_text_as_it_was_read(review: Review) -> None:
    decide(review, "s4", "accept")
    review.edit(1, "s4", "Zwei 8.")
    assert review.settled(1) == ()
    review.edit(1, "s4", "Zwei 2.")
    review.edit(1, "s4", "Zwei: 2.")
    [one] = review.settled(1)
    assert (one.target_before, one.target_now, one.state) == ("Zwei 7.", "Zwei: 2.", "accepted")
    assert one.at == review.history(1, "s4")[-2].at


def test_the_text_that_was_last_decided_is_the_one_told(review: Review) -> None:
    decide(review, "s4", "accept", "first")
    review.edit(1, "s4", "Zwei 8.")
    decide(review, "s4", "dismiss", "on second thoughts")
    review.edit(1, "s4", "Zwei 2.")
    [one] = review.settled(1)
    assert (one.target_before, one.state, one.comment) == (
        "Zwei 8.",
        "dismissed",
        "on second thoughts",
    )


def test_what_was_there_only_while_someone_typed_is_not_told(review: Review) -> None:
    for text in ("Eins", "Eins 9", "Eins: 1."):
        review.edit(1, "s3", text, continued=True)
    assert review.settled(1) == ()
    for text in ("Eins", "Eins: 1!"):
        review.edit(1, "s3", text)
    assert review.settled(1) == ()


def test_what_the_reviewer_left_over_and_took_in_is_not_told_whenever_one_asks(
    review: Review, reopened: Reopen
) -> None:
    """The document came with other rows: none of those that are asked for was in it."""
    assert review.settled(1) == ()
    change = review.split(1, "s3", "source", 3)
    new = next(key for key in change.rows if review.row(1, key).relation == "missing")
    assert review.settled(1) == ()
    review.edit(1, new, "1.")
    assert review.settled(1) == ()
    assert reopened(review).settled(1) == ()


def test_a_finding_of_a_later_text_is_told_once_it_was_decided(review: Review) -> None:
    review.edit(1, "s3", "Eins.")
    decide(review, "s3", "accept")
    review.edit(1, "s3", "Eins: 1.")
    assert told(review) == [("s3", "1 is missing", "corrected", "accepted")]
    assert review.settled(1)[0].target_before == "Eins."


def test_a_finding_that_came_back_is_not_settled(review: Review) -> None:
    review.edit(1, "s4", "Zwei 2.")
    review.edit(1, "s4", "Zwei 9.")
    assert review.settled(1) == ()
    review.edit(1, "s4", "Zwei 2!")
    [one] = review.settled(1)
    assert (one.target_before, one.target_now) == ("Zwei 7.", "Zwei 2!")


def test_a_sentence_put_in_settles_that_it_was_missing(review: Review) -> None:
    decide(review, "s7", "accept", "left out")
    review.edit(1, "s7", "Fünf 5.")
    [one] = review.settled(1)
    assert (one.row_key, one.source, one.target_before, one.target_now) == (
        "s7",
        "Five 5.",
        "",
        "Fünf 5.",
    )


def test_an_added_sentence_is_settled_when_it_is_deleted_and_not_when_it_changes(
    review: Review,
) -> None:
    review.edit(1, "t4", "Ganz neu.")
    assert review.settled(1) == ()
    review.edit(1, "t4", "")
    assert told(review) == [("t4", "Put in", "corrected", "open")]
    assert review.settled(1)[0].target_now == ""


def test_a_link_by_hand_settles_what_was_missing_and_added(
    review: Review, reopened: Reopen
) -> None:
    decide(review, "t4", "dismiss", "that is the fifth")
    review.link(1, ["s7", "t4"])
    assert told(review) == [
        ("s7", "Left out", "realigned", "open"),
        ("s7", "Put in", "realigned", "dismissed"),
    ]
    assert {one.target_now for one in review.settled(1)} == {"Neu."}
    review = reopened(review)
    review.undo()
    assert review.settled(1) == ()


def test_a_finding_that_goes_into_another_row_is_not_settled(review: Review) -> None:
    decide(review, "s4", "accept")
    review.merge_with_next(1, "s3")
    assert [one.finding.message for one in review.row(1, "s3").findings] == ["2 is missing"]
    assert review.settled(1) == ()
    review.split(1, "s3", "target", len("Eins 1."))
    assert review.settled(1) == ()
    review.edit(1, "s4", "Zwei 2.")
    assert told(review) == [("s4", "2 is missing", "corrected", "accepted")]


def test_a_merge_settles_a_figure_that_the_next_row_had(
    tmp_path: Path, analysis: Analysis, check: PairCheck
) -> None:
    with Review.create(tmp_path / "a.review", analysis, check=check) as review:
        review.split(2, "s3", "target", len("Un 1,"))
        review.move(2, "s3", "source", up=True)
        [missing] = review.row(2, "s2").findings
        review.decide(2, "s2", missing.fingerprint, "accept")
        review.merge_with_next(2, "s2", "target")
        assert ("s2", "1 is missing", "realigned", "accepted") in told(review, 2)


def test_each_of_two_rows_that_say_the_same_is_settled_by_itself(
    tmp_path: Path, twice: Analysis, check: PairCheck
) -> None:
    with Review.create(tmp_path / "a.review", twice, check=check) as review:
        review.decide(1, "s1", review.row(1, "s1").findings[0].fingerprint, "accept")
        review.edit(1, "s2", "Eins 1.")
        assert told(review) == [("s2", "1 is missing", "corrected", "accepted")]


def test_of_two_findings_without_a_subject_the_right_one_is_settled(
    tmp_path: Path, twice: Analysis
) -> None:
    def capitals(pair: Pair) -> list[Finding]:
        return [
            Finding("x", "x", "minor", f"capital {letter}", (), (Span(place, place + 1),))
            for place, letter in enumerate(pair.target)
            if letter.isupper()
        ]

    with Review.create(tmp_path / "a.review", twice, check=capitals) as review:
        review.edit(1, "s1", "A b C d E.")
        review.decide_all(1, "accept")
        review.edit(1, "s1", "A b c d E!")
        gone = [one for one in told(review) if one[1].startswith("capital")]
        assert gone == [("s1", "capital C", "corrected", "accepted")]


# The second sentence has the right figure, the fifth has come, the added one is gone.
NEWER = [["#Titel"], ["Eins 1.", "Zwei 2."], ["Vier 4.", "Drei 3.", "Fünf 5."]]
NEWER_BEADS = [
    Bead((1,), (0,), "aligned", 0.99),
    Bead((2,), (1,), "aligned", 0.9),
    Bead((3,), (2,), "aligned", 0.9),
    Bead((4,), (4,), "moved", 0.7),
    Bead((5,), (3,), "aligned", 0.9),
    Bead((6,), (5,), "aligned", 0.6),
]
SAME = [["#Titel"], ["Eins 1.", "Zwei 7.", "Neu."], ["Vier 4.", "Drei 3."]]
SAME_BEADS = [
    *NEWER_BEADS[:3],
    Bead((4,), (5,), "moved", 0.7),
    Bead((5,), (4,), "aligned", 0.9),
    Bead((6,), (), "missing", 0.6),
    Bead((), (3,), "added", 0.6),
]


def test_another_version_settles_what_it_no_longer_has(
    review: Review, newer: Compare, reopened: Reopen
) -> None:
    decide(review, "s4", "accept", "a slip")
    review.reload_translation(1, newer(NEWER, NEWER_BEADS))
    assert told(review) == [
        ("s4", "2 is missing", "replaced", "accepted"),
        ("s7", "Left out", "replaced", "open"),
        ("", "Put in", "replaced", "open"),
    ]
    assert review.settled(1)[0].target_now == "Zwei 2."
    assert review.settled(1)[0].target_before == "Zwei 7."
    settled = review.settled(1)
    assert reopened(review).settled(1) == settled


def test_a_version_that_was_taken_back_settles_nothing(
    review: Review, newer: Compare, reopened: Reopen
) -> None:
    review.edit(1, "s4", "Zwei 2.")
    before = told(review)
    review.reload_translation(
        1,
        newer(
            [["#Titel"], ["Eins 1."]],
            [
                Bead((1,), (0,), "aligned", 0.9),
                Bead((2,), (1,), "aligned", 0.9),
                *(Bead((n,), (), "missing", 0.9) for n in range(3, 7)),
            ],
        ),
    )
    loaded = told(review)
    assert loaded != before
    review.undo()
    assert told(review) == before
    review = reopened(review)
    assert told(review) == before
    review.undo()
    assert told(review) == []
    review.redo()
    assert told(review) == before
    review.redo()
    assert told(review) == loaded


def test_what_was_corrected_is_told_as_before_when_a_version_brings_the_slip_again(
    review: Review, newer: Compare
) -> None:
    decide(review, "s4", "accept", "a slip")
    review.edit(1, "s4", "Zwei 2.")
    review.reload_translation(1, newer(SAME, SAME_BEADS))
    assert review.row(1, "s4").target == "Zwei 2."
    assert told(review) == [("s4", "2 is missing", "corrected", "accepted")]


def test_what_was_corrected_before_another_version_came_stays_corrected(
    review: Review, newer: Compare
) -> None:
    decide(review, "s4", "accept", "a slip")
    review.edit(1, "s4", "Zwei 2.")
    review.reload_translation(1, newer(NEWER, NEWER_BEADS))
    assert told(review)[0] == ("s4", "2 is missing", "corrected", "accepted")


def test_a_version_that_has_it_again_leaves_it_a_finding(review: Review, newer: Compare) -> None:
    review.reload_translation(1, newer(SAME, SAME_BEADS))
    assert review.settled(1) == ()


def test_what_better_evidence_took_away_is_told_only_where_it_was_decided(
    tmp_path: Path, analysis: Analysis
) -> None:
    def doubtful(pair: Pair) -> list[Finding]:
        if pair.back_translation or pair.relation != "aligned":
            return []
        return [Finding("x", "x", "minor", "doubtful", subject="x")]

    back = BackTranslation("Any.", "translate-de_en", "1.0")
    with Review.create(tmp_path / "a.review", analysis, check=doubtful) as review:
        review.edit(1, "s3", "Eins 1!")
        decide(review, "s3", "accept")
        review.edit(1, "s6", "Vier 4!")
        review.add_back_translations(1, {"Eins 1!": back, "Vier 4!": back, "Zwei 7.": back})
        assert told(review) == [("s3", "doubtful", "withdrawn", "accepted")]


def test_what_a_rule_covers_is_not_told(review: Review) -> None:
    review.edit(1, "s4", "Zwei 2.")
    review.add_ignore_rule(1, IgnoreRule(check="numbers"))
    assert review.settled(1) == ()


def test_a_source_sentence_cut_for_another_translation_settles_nothing(review: Review) -> None:
    decide(review, "s7", "accept")
    review.split(2, "s7", "source", len("Five"))
    assert review.settled(1) == ()


def test_the_history_says_which_finding_an_edit_settled(review: Review) -> None:
    review.edit(1, "s4", "Zwei 8.")
    review.edit(1, "s4", "Zwei 2.")
    review.undo()
    assert [(entry.words, entry.undone) for entry in review.history(1, "s4")] == [
        ("Edit: Zwei 8.", False),
        ("Edit: Zwei 2. (settled: 2 is missing)", True),
    ]


def test_a_review_of_the_first_version_tells_what_was_settled(tmp_path: Path) -> None:
    frozen = Path(__file__).parents[2] / "store/frozen/version-1.review"
    path = tmp_path / "a.review"
    shutil.copyfile(frozen, path)
    with Review.open(path) as review:
        before = told(review)
        review.edit(1, "s1", "Der Hafen hat 63 Kräne.")
        assert set(told(review)) - set(before) == {("s1", "63 → 36", "corrected", "accepted")}


def test_what_is_settled_is_counted_once_however_often_its_row_is_edited(review: Review) -> None:
    assert review.settled_count(1) == 0
    for number, text in enumerate(("Zwei 2.", "Zwei, 2.", "2 und 2.", "Zwei: 2."), 1):
        review.edit(1, "s4", text)
        assert review.settled_count(1) == len(review.settled(1)) == 1, number
    review.edit(1, "s4", "Zwei.")
    assert review.settled_count(1) == len(review.settled(1))
