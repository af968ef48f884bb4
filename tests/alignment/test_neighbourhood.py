"""What a change of a sentence may touch."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from reviewer.alignment import parameters, realign, renumbered
from reviewer.alignment.align import align
from reviewer.domain import Bead

NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
SOURCE = [
    f"The {word} barrels of {100 + 37 * n} litres went to town {n}."
    for n, word in enumerate(NUMBERS * 3)
]
TARGET = [f"Fässer zu {100 + 37 * n} Liter kamen in die Stadt {n}." for n in range(len(SOURCE))]
LANGUAGES = {"source_language": "en", "target_language": "de"}


def beads() -> list[Bead]:
    return [Bead((n,), (n,), "aligned", 0.9) for n in range(len(SOURCE))]


def test_nothing_changes_where_nothing_changed() -> None:
    assert realign(beads(), SOURCE, TARGET, **LANGUAGES) == beads()


def test_only_the_neighbourhood_of_a_change_is_aligned_again() -> None:
    old = beads()
    old[2] = Bead((2,), (2,), "aligned", 0.123)
    target = list(TARGET)
    target[12] = "Es regnete."
    new = realign(old, SOURCE, target, changed_target=frozenset({12}), **LANGUAGES)
    assert new[2] == old[2]
    assert all(bead in new for bead in old[:7] + old[18:])


def is_linked_again(distance: int, **more: int) -> bool:
    """Whether a pair that was taken apart so far from a change is put together again."""
    target, old, at = list(TARGET), beads(), 12 + distance
    target[12] = "Fässer zu 545 Liter kamen in die Stadt am Fluss."
    old[at : at + 1] = [Bead((at,), (), "missing", 0.9), Bead((), (at,), "added", 0.9)]
    new = realign(old, SOURCE, target, changed_target=frozenset({12}), **LANGUAGES, **more)
    return any((bead.source, bead.target) == ((at,), (at,)) for bead in new)


@pytest.mark.parametrize("reach", [None, 0, 1, 2, 5])
def test_how_far_a_change_reaches(reach: int | None) -> None:
    more = {} if reach is None else {"reach": reach}
    wanted = 3 if reach is None else reach
    near = [n for n in range(-7, 8) if n and is_linked_again(n, **more)]
    assert near == [n for n in range(-wanted, wanted + 1) if n]


def test_a_sentence_split_in_two_is_found_again() -> None:
    target = [*TARGET[:5], "Fässer zu 285 Liter.", "Sie kamen in die Stadt 5.", *TARGET[6:]]
    numbers = [n if n <= 5 else n + 1 for n in range(len(TARGET))]
    old = renumbered(beads(), target=numbers)
    new = realign(old, SOURCE, target, changed_target=frozenset({5, 6}), **LANGUAGES)
    assert sorted(n for bead in new for n in bead.target) == list(range(len(target)))
    assert any(bead.source == (5,) and 5 in bead.target for bead in new)
    assert Bead((6,), (7,), "aligned", 0.9) in new or any(
        bead.source == (6,) and bead.target == (7,) for bead in new
    )


def test_what_a_person_fixed_stays_beside_a_change() -> None:
    old = beads()
    old[11] = Bead((11,), (11,), "aligned", 1.0, fixed=True)
    target = list(TARGET)
    target[12] = TARGET[11]
    new = realign(old, SOURCE, target, changed_target=frozenset({12}), **LANGUAGES)
    assert old[11] in new


def test_sentences_that_vanish_leave_their_counterparts_missing() -> None:
    old = renumbered(beads(), target=[None if n == 3 else n - (n > 3) for n in range(len(TARGET))])
    assert Bead((3,), (), "missing", 0.5) in old
    assert Bead((4,), (3,), "aligned", 0.9) in old


def test_realigning_everything_is_aligning() -> None:
    whole = align(SOURCE, TARGET, **LANGUAGES)
    again = realign([], SOURCE, TARGET, **LANGUAGES)
    assert [(bead.source, bead.target) for bead in again] == [
        (bead.source, bead.target) for bead in whole
    ]


def test_the_whole_texts_freedom_and_vectors_go_with_a_part() -> None:
    old = beads()
    target = [*TARGET[:12], "Es regnete.", *TARGET[13:]]
    asked: list[tuple[list[int], list[int]]] = []

    def vectors(rows: Sequence[int], columns: Sequence[int]) -> None:
        asked.append((list(rows), list(columns)))

    new = realign(
        old,
        SOURCE,
        target,
        changed_target=frozenset({12}),
        vectors=vectors,
        free=True,
        **LANGUAGES,
    )
    alone = [bead for bead in new if not (bead.source and bead.target)]
    assert alone == [bead for bead in alone if bead.free and bead.confidence < 0.6]
    assert asked == [(list(range(5, 20)), list(range(5, 20)))]


@pytest.mark.parametrize("free", [True, False])
def test_neighbours_are_read_together_as_in_the_whole_text(
    monkeypatch: pytest.MonkeyPatch, free: bool
) -> None:
    monkeypatch.setattr(parameters, "IN_DOUBT", 2.0)
    asked: list[str] = []

    def read(left: list[str], right: list[str]) -> None:
        asked.extend([*left, *right])

    realign(
        beads(),
        SOURCE,
        [*TARGET[:12], "Es regnete.", *TARGET[13:]],
        changed_target=frozenset({12}),
        vectors=lambda rows, columns: (
            np.eye(40, dtype=np.float32)[rows],
            np.eye(40, dtype=np.float32)[columns],
        ),
        read_together=read,
        free=free,
        **LANGUAGES,
    )
    assert f"{TARGET[11]} Es regnete." in asked
