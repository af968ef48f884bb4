"""What follows from a correction by hand in the rows beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from reviewer.review import Review, Row
from reviewer.store.memory import Memory


def one_to_one(but: Mapping[int, int | None] | None = None) -> list[tuple[int | None, int | None]]:
    """Each sentence with its own, but for those said otherwise."""
    return [(n, (but or {}).get(n, n)) for n in range(1, 13)]


def links(review: Review) -> set[tuple[tuple[str, ...], tuple[str, ...]]]:
    return {(row.source_ids, row.target_ids) for row in review.rows(1)}


def pair(left: int, right: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return (f"s{left}",), (f"t{right}",)


def shifted() -> list[tuple[int | None, int | None]]:
    """Sentences 5 to 7 each with the one before their own; 4 has none, 7's own none."""
    pairs = one_to_one({4: None, 5: 4, 6: 5, 7: 6})
    return [*pairs, (None, 7)]


def test_a_neighbour_that_was_pushed_off_is_put_right(made: Callable[..., Review]) -> None:
    review = made([*one_to_one({5: None, 6: 5}), (None, 6)])
    change = review.link(1, ["s6", "t6"])
    assert review.row(1, "s6").target_ids == ("t5", "t6")
    review.undo()
    review.unlink(1, "s6")
    assert pair(5, 5) in links(review)
    assert pair(6, 6) in links(review)
    assert change.matched == ()


def test_a_link_across_wrong_neighbours_is_in_order_once_they_are_put_right(
    made: Callable[..., Review],
) -> None:
    review = made([*one_to_one({4: None, 5: 6, 6: None}), (None, 4), (None, 5)])
    change = review.link(1, ["s6", "t5"])
    assert review.row(1, "s6").fixed
    assert pair(4, 4) in links(review)
    assert "s4" in change.matched


def test_what_was_pushed_along_by_one_follows_step_by_step(made: Callable[..., Review]) -> None:
    review = made(shifted())
    change = review.unlink(1, "s7")
    assert {pair(4, 4), pair(5, 5), pair(6, 6), pair(7, 7)} <= links(review)
    assert set(change.matched) == {"s4", "s5", "s6", "s7"}


@pytest.mark.parametrize("owner", [5, 6])
def test_the_halves_of_a_sentence_find_their_partners(
    made: Callable[..., Review], harbour: tuple[list[str], list[str]], owner: int
) -> None:
    english, german = harbour
    joined = [*german[:4], f"{german[4]} {german[5]}", *german[6:]]
    other = 11 - owner
    pairs = [(n, n if n < 5 else n - 1) for n in range(1, 13) if n not in (5, 6)]
    review = made([*pairs, (owner, 5), (other, None)], joined)
    review.split(1, f"s{owner}", "target", len(german[4]))
    assert {row.source: row.target for row in review.rows(1)} == dict(
        zip(english, german, strict=True)
    )
    review.undo()
    assert review.row(1, f"s{other}").relation == "missing"


def test_what_is_left_of_a_row_finds_its_partner(made: Callable[..., Review]) -> None:
    review = made([*one_to_one({5: None, 6: 5}), (None, 6)])
    review.move(1, "s6", "target", up=True)
    assert review.row(1, "s5").fixed
    assert {pair(5, 5), pair(6, 6)} <= links(review)
    assert not review.row(1, "s6").fixed


def test_rows_far_away_stay_as_they_are(made: Callable[..., Review]) -> None:
    review = made([*one_to_one({1: None, 5: None, 6: 5}), (None, 1), (None, 6)])
    finding = review.row(1, "s1").findings[0]
    review.decide(1, "s1", finding.fingerprint, "accept", "truly")
    before = {row.key: row for row in review.rows(1)}
    review.unlink(1, "s6")
    after = {row.key: row for row in review.rows(1)}
    assert {key for key in before if before[key] != after.get(key)} == {"s5", "s6", "t6"}


@pytest.mark.parametrize(
    "work", ["fixed", "accepted", "dismissed", "commented", "remarked", "edited"]
)
def test_a_row_that_shows_a_persons_work_is_not_touched(
    made: Callable[..., Review], work: str
) -> None:
    review = made([*one_to_one({5: None, 6: 5}), (None, 6)])

    def prepare(row: Row) -> None:
        if work == "fixed":
            review.unlink(1, "s4")
            review.link(1, ["s4", "t4"])
        elif work == "edited":
            review.edit(1, "t6", row.target + "!")
        elif work == "remarked":
            review.comment(1, row.key, "look")
        else:
            action = {"accepted": "accept", "dismissed": "dismiss", "commented": "comment"}[work]
            review.decide(1, row.key, row.findings[0].fingerprint, action, "why")  # type: ignore[arg-type]

    key = {"fixed": "s4", "edited": "t6"}.get(work, "s5")
    prepare(review.row(1, key))
    row = review.row(1, key)
    review.unlink(1, "s6")
    assert review.row(1, key) == row


def test_one_undo_takes_a_correction_and_its_consequences_back(
    made: Callable[..., Review],
) -> None:
    review = made(shifted())
    before = review.rows(1), review.settled(1), review.counts(1)
    review.unlink(1, "s7")
    after = review.rows(1), review.settled(1), review.counts(1)
    review.undo()
    assert (review.rows(1), review.settled(1), review.counts(1)) == before
    assert review.undo_step is None
    review.redo()
    assert (review.rows(1), review.settled(1), review.counts(1)) == after


def test_what_it_settles_is_settled_by_realigning(made: Callable[..., Review]) -> None:
    review = made([*one_to_one({5: None, 6: 5}), (None, 6)])
    review.unlink(1, "s6")
    settled = {(one.finding.check, one.how) for one in review.settled(1)}
    assert {("missing", "realigned"), ("added", "realigned")} <= settled


def test_sides_taken_apart_do_not_come_together_again(made: Callable[..., Review]) -> None:
    review = made(one_to_one())
    review.unlink(1, "s6")
    assert review.row(1, "s6").relation == "missing"
    assert review.row(1, "t6").relation == "added"
    review.merge_with_next(1, "s8")
    review.unlink(1, "s4")
    assert review.row(1, "s6").relation == "missing"
    assert review.row(1, "t6").relation == "added"


def test_only_what_a_person_linked_is_remembered_for_other_reviews(
    made: Callable[..., Review], harbour: tuple[list[str], list[str]], tmp_path: Path
) -> None:
    memory = Memory(tmp_path / "memory.sqlite")
    review = made([*one_to_one({5: None, 6: 5}), (None, 6)], memory=memory)
    review.move(1, "s6", "target", up=True)
    assert pair(6, 6) in links(review)
    assert memory.confirmed_pairs("en", "de") == {(harbour[0][4], harbour[1][4])}
    memory.close()


def test_a_pair_is_not_taken_where_what_was_found_with_it_is_not(
    made: Callable[..., Review], harbour: tuple[list[str], list[str]]
) -> None:
    """The first sentence seems to stand third now, and the second is not given up for it."""
    review = made(one_to_one(), back={harbour[1][2]: harbour[0][0]})
    review.unlink(1, "s1")
    assert review.row(1, "s2").relation == "aligned"
    assert review.row(1, "s2").target_ids == ("t2",)
    assert review.row(1, "s1").relation in ("missing", "moved")


def test_what_a_person_moved_stays_where_it_was_moved(made: Callable[..., Review]) -> None:
    """The program would have it otherwise."""
    review = made([*one_to_one({5: None}), (None, 5)])
    review.move(1, "s6", "target", up=True)
    assert pair(5, 6) in links(review)
    review.move(1, "s7", "target", up=False)
    assert review.row(1, "s8").target_ids == ("t7", "t8")
    review.move(1, "s2", "target", up=True)
    assert review.row(1, "s1").target_ids == ("t1", "t2")
    assert pair(5, 6) in links(review)
    assert all(review.row(1, key).fixed for key in ("s1", "s5", "s8"))


def test_a_sentence_that_was_emptied_stays_in_a_row(made: Callable[..., Review]) -> None:
    review = made([*one_to_one({3: None, 4: 3, 5: 4}), (None, 5)])
    review.edit(1, "t5", "")
    review.link(1, ["s4", "t5"])
    review.move(1, "s4", "source", up=False)
    rows = [row.key for row in review.rows(1) if row.relation is None]
    assert rows == []
