"""What is usual in a document, as its pairs come and go."""

from __future__ import annotations

import pytest

from reviewer.checks.meaning_evidence import (
    Evidence,
    Measures,
    Usual,
    addition_score,
    evidence,
    omission_score,
    weights,
)

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


SHORT = [
    ("The doctor weighed the child and told the parents to wait.",
     "De arts woog het kind en liet de ouders wachten.",
     "The doctor weighed the child, examined his swollen throat and told the parents to wait.",
     "De arts woog het kind, bekeek zijn gezwollen keel en liet de ouders wachten."),
    ("Rinse the filter in warm water and let it dry.",
     "Spoel het filter in warm water en laat het drogen.",
     "Rinse the filter in warm water with perfumed liquid soap and let it dry.",
     "Spoel het filter in warm water met geparfumeerde vloeibare zeep en laat het drogen."),
    ("Old mills stood beside the river near the bridge.",
     "Oude molens stonden aan de rivier bij de brug.",
     "Old mills stood beside the river and several abandoned ponds near the bridge.",
     "Oude molens stonden aan de rivier en enkele verlaten vijvers bij de brug."),
]  # fmt: skip


@pytest.mark.parametrize(("short", "translated", "long", "as_long"), SHORT)
def test_a_short_phrase_is_missed_where_all_else_is_answered(
    short: str, translated: str, long: str, as_long: str
) -> None:
    """Whichever side has it; as grave as a clause it is not."""
    needed, grave = weights().finding, weights().major
    added = addition_score(evidence(short, as_long, long, "en", "nl"), Usual())
    lost = omission_score(evidence(long, translated, short, "en", "nl"), Usual())
    assert needed <= added < grave
    assert needed <= lost < grave


@pytest.mark.parametrize(
    ("back", "target"),
    [
        ("The doctor weighed the little child and told the parents to wait.",
         "De arts woog het kleine kind en liet de ouders wachten."),
        ("The physician weighed the infant and asked the parents to be patient.",
         "De arts woog het kind en vroeg de ouders om geduld."),
    ],
)  # fmt: skip
def test_one_word_more_or_other_words_are_no_phrase(back: str, target: str) -> None:
    source = "The doctor weighed the child and told the parents to wait."
    shown = evidence(source, target, back, "en", "nl")
    assert max(addition_score(shown, Usual()), omission_score(shown, Usual())) < 0
