"""An edited row takes in the missing sentences beside it that it says now."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reviewer.domain import BackTranslation
from reviewer.review import Review

Harbour = tuple[list[str], list[str]]


@pytest.fixture
def lacking(made: Callable[..., Review], harbour: Harbour) -> Callable[..., Review]:
    """Makes a review in which the sixth German sentence is left out."""

    def make(**more: object) -> Review:
        german = [text for number, text in enumerate(harbour[1], 1) if number != 6]
        pairs = [(n, None if n == 6 else n - (n > 6)) for n in range(1, 13)]
        return made(pairs, german, **more)

    return make


@pytest.mark.parametrize(("key", "first"), [("s5", False), ("s7", True)])
def test_a_missing_sentence_that_is_typed_into_the_row_beside_it_is_missing_no_more(
    lacking: Callable[..., Review], harbour: Harbour, key: str, first: bool
) -> None:
    review = lacking()
    before = review.rows(1)
    old = review.row(1, key).target
    text = f"{harbour[1][5]} {old}" if first else f"{old} {harbour[1][5]}"
    review.edit(1, key, text)
    assert review.row(1, "s6").relation == "missing"
    change = review.match_edited(1, key)
    [grown] = change.matched
    assert change.rows[0] == grown
    row = review.row(1, grown)
    assert set(row.source_ids) == {key, "s6"}
    assert (row.target, row.fixed, row.edited) == (text, False, True)
    assert not [one for row in review.rows(1) for one in row.findings]
    assert [(one.finding.check, one.how) for one in review.settled(1)] == [("missing", "corrected")]
    review.undo()
    assert review.rows(1) == before
    assert review.undo_step is None
    review.redo()
    assert review.row(1, grown) == row


def test_the_other_rows_stay(lacking: Callable[..., Review], harbour: Harbour) -> None:
    review = lacking()
    before = {row.key: row for row in review.rows(1)}
    review.edit(1, "s5", f"{before['s5'].target} {harbour[1][5]}")
    review.match_edited(1, "s5")
    after = {row.key: row for row in review.rows(1)}
    assert {key for key in before if before[key] != after.get(key)} == {"s5", "s6"}


@pytest.mark.parametrize(
    "text",
    [
        "Der Schaden betrug 90 Millionen Mark!",
        "Der Schaden betrug rund 90 Millionen Mark.",
        "Schaden: 90 Millionen.",
    ],
)
def test_other_words_change_no_row(lacking: Callable[..., Review], text: str) -> None:
    review = lacking()
    review.edit(1, "s5", text)
    before = review.rows(1)
    assert review.match_edited(1, "s5").matched == ()
    assert review.rows(1) == before


@pytest.mark.parametrize("work", ["fixed", "accepted", "dismissed", "remarked", "remark beside"])
def test_nothing_changes_that_shows_a_persons_work(
    lacking: Callable[..., Review], harbour: Harbour, work: str
) -> None:
    review = lacking()
    if work == "fixed":
        review.unlink(1, "s5")
        review.link(1, ["s5", "t5"])
    elif work == "remarked":
        review.comment(1, "s6", "left out on purpose")
    elif work == "remark beside":
        review.comment(1, "s5", "look")
    else:
        [one] = review.row(1, "s6").findings
        action = {"accepted": "accept", "dismissed": "dismiss"}[work]
        review.decide(1, "s6", one.fingerprint, action)  # type: ignore[arg-type]
    review.edit(1, "s5", f"{review.row(1, 's5').target} {harbour[1][5]}")
    before = review.rows(1)
    assert review.match_edited(1, "s5").matched == ()
    assert review.rows(1) == before


def test_it_belongs_to_the_edit_or_does_not_happen(
    lacking: Callable[..., Review], harbour: Harbour
) -> None:
    review = lacking()
    review.edit(1, "s5", f"{review.row(1, 's5').target} {harbour[1][5]}")
    review.edit(1, "s9", "Roboter tragen 43 Container.")
    assert review.match_edited(1, "s5").matched == ()
    review.undo()
    review.undo()
    assert review.match_edited(1, "s5").matched == ()
    assert review.match_edited(1, "s6").matched == ()
    assert review.match_edited(1, "gone").matched == ()


def test_a_new_back_translation_makes_it_sure(
    lacking: Callable[..., Review], harbour: Harbour
) -> None:
    """The words typed say it in their own way; only what comes back of them shows it."""
    typed = "Lindley hat den Plan gemacht."
    back = dict(zip(harbour[1], harbour[0], strict=True))
    review = lacking(back=back)
    text = f"{review.row(1, 's5').target} {typed}"
    review.edit(1, "s5", text)
    new = BackTranslation(
        "The damage came to 90 million marks. Engineer Lindley drew the map.",
        "translate-de_en",
        "1.0",
    )
    review.add_back_translations(1, {text: new})
    assert review.match_edited(1, "s5").matched == ("s5",)
    assert review.row(1, "s5").back_translation == new
    review.undo()
    assert review.row(1, "s6").relation == "missing"
    assert review.row(1, "s5").target == harbour[1][4]


def test_an_added_sentence_that_is_rewritten_finds_the_missing_one(
    made: Callable[..., Review], harbour: Harbour
) -> None:
    german = [*harbour[1][:5], "Es regnete die ganze Nacht.", *harbour[1][6:]]
    pairs = [(n, None if n == 6 else n) for n in range(1, 13)]
    review = made([*pairs, (None, 6)], german)
    review.edit(1, "t6", harbour[1][5])
    assert review.match_edited(1, "t6").matched == ("s6",)
    assert review.row(1, "s6").target == harbour[1][5]


def test_deleting_a_sentence_takes_nothing_in(
    lacking: Callable[..., Review], harbour: Harbour
) -> None:
    review = lacking()
    review.edit(1, "s5", "")
    assert review.match_edited(1, "s5").matched == ()
