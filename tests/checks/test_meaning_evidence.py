"""What is usual in a document, as its pairs come and go."""

from __future__ import annotations

import pytest

from reviewer.checks.meaning_evidence import Evidence, Measures, Usual, evidence

TARGETS = (
    "Die Fähre hielt im Herbst an der Insel.",
    "Die Fähre hielt.",
    "Die alte weiße Fähre hielt im späten Herbst noch lange an der kleinen Insel im Norden.",
    "Die Fähre hielt an der Insel, und niemand stieg aus.",
    "Sie hielt dort.",
)
SOURCE = "The ferry stopped at the island in autumn."


def measured(target: str, back: str = "The ferry stopped at the island in the autumn.") -> Evidence:
    return evidence(SOURCE, target, back, "en", "de")


def usual(*targets: str) -> Usual:
    measures = Measures()
    for target in targets:
        measures.add(measured(target))
    return measures.usual()


def test_a_pair_that_went_leaves_nothing() -> None:
    measures = Measures()
    for target in TARGETS:
        measures.add(measured(target))
    for target in TARGETS[1::2]:
        measures.remove(measured(target))
    assert measures.usual() == usual(*TARGETS[::2])
    for target in TARGETS[::2]:
        measures.remove(measured(target))
    assert measures.usual() == Usual()


def test_of_two_pairs_the_middle_lies_between_them() -> None:
    short, long = (measured(target).length_target for target in TARGETS[1:3])
    trust_of_two = usual(TARGETS[1], TARGETS[2]).length_target - Usual().length_target
    of_like_pairs = usual(TARGETS[1], TARGETS[1]).length_target - Usual().length_target
    share = of_like_pairs / (short - Usual().length_target)
    wanted = share * ((short + long) / 2 - Usual().length_target)
    assert trust_of_two == pytest.approx(wanted, abs=0.01)


@pytest.mark.parametrize("back", ["The ferry.", f"{SOURCE} {SOURCE} {SOURCE} {SOURCE}"])
def test_a_pair_with_much_left_out_or_put_in_is_not_taken(back: str) -> None:
    measures = Measures()
    measures.add(measured(TARGETS[0], back))
    assert measures.usual() == Usual()
    measures.remove(measured(TARGETS[0], back))
