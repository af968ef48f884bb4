"""What beads are measured by."""

from __future__ import annotations

import numpy as np
import pytest

from reviewer.alignment.evidence import Texts, gather
from reviewer.alignment.measures import Measures
from reviewer.alignment.model import likenesses
from reviewer.alignment.sides import Sides
from reviewer.alignment.sums import Nodes
from reviewer.alignment.tokens import UNMARKED

LONG = "The council of the old harbour town met for the third time this week."
SHORT = "Nobody spoke."


def share(*target: float) -> float:
    """The share of the weaker of `LONG` and `SHORT` in one sentence with this vector."""
    source = np.eye(4, dtype=np.float32)[:2]
    vector = np.array([[*target, 0.0, 0.0]], dtype=np.float32)
    vectors = (source, vector / np.linalg.norm(vector))
    evidence = gather(Texts([LONG, SHORT], ["Der Stadtrat schwieg."], "en", "de", vectors=vectors))
    nodes = Nodes(np.array([2]), np.array([1]))
    measures = Measures(evidence, likenesses(evidence), Sides(evidence), nodes, translated=False)
    found = dict(measures.of((2, 1)))["sense share"]
    return float(np.asarray(found)[0])


@pytest.mark.parametrize("weight", [0.45, 0.3])
def test_a_short_sentence_that_is_rendered_has_its_share_of_the_likeness(weight: float) -> None:
    assert share(1.0, weight) > 0.5


def test_a_short_sentence_that_is_not_rendered_takes_likeness_away() -> None:
    assert share(1.0, 0.0) < 0


def endings(source: list[str], target: list[str], language: str) -> tuple[list[int], list[int]]:
    evidence = gather(Texts(source, target, "en", language))
    return evidence.source.endings.tolist(), evidence.target.endings.tolist()


THAI = ["ไม่มีผู้เสียชีวิต", "ตลาดจะปิดจนถึงวันศุกร์", "เธอสัญญาว่าจะช่วยเหลือ", "ทำไม?"]


def test_where_no_sentence_has_a_mark_at_its_end_this_tells_nothing() -> None:
    english = ["Nobody died.", "The market is closed until Friday.", "She promised help.", "Why?"]
    assert endings(english, THAI, "th") == ([1, 1, 1, 2], [UNMARKED] * 3 + [2])


def test_where_neither_text_has_marks_a_mark_still_tells() -> None:
    names = ["Nobody died", "The market is closed", "She promised help", "Why?"]
    assert endings(names, THAI, "th") == ([0, 0, 0, 2], [0, 0, 0, 2])


@pytest.mark.parametrize(
    ("paragraphs", "size", "crossed"),
    [
        ((0, 0, 1), 1, [0, 0, 0, 0]),
        ((0, 0, 1), 2, [0, 0, 0, 1]),
        ((0, 1, 1), 2, [0, 0, 1, 0]),
        ((0, 0, 0), 3, [0, 0, 0, 0]),
        ((0, 0, 1), 3, [0, 0, 0, 1]),
        ((0, 1, 2), 2, [0, 0, 1, 1]),
    ],
)
def test_sentences_of_several_paragraphs_are_told(
    paragraphs: tuple[int, ...], size: int, crossed: list[int]
) -> None:
    """By the node that ends each run; the first runs have fewer sentences than `size`."""
    texts = ["One came.", "Two went.", "Three stayed."]
    evidence = gather(Texts(texts, texts, "en", "de", source_paragraphs=paragraphs))
    assert Sides(evidence).crossed(0, size)[size:].tolist() == crossed[size:]


def test_a_greek_question_is_a_question() -> None:
    found = endings(
        ["Why?", "He left; she stayed.", "Yes."], ["Γιατί;", "Έφυγε· έμεινε.", "Ναι."], "el"
    )
    assert found == ([2, 1, 1], [2, 1, 1])
    evidence = gather(Texts(["Why?"], ["Γιατί;"], "en", "el"))
    assert evidence.source.marks.tolist() == evidence.target.marks.tolist()


def test_what_takes_long_and_is_not_wanted_is_left_out_and_all_else_is_the_same() -> None:
    evidence = gather(Texts([LONG, SHORT], ["Der Stadtrat schwieg."], "en", "de"))
    nodes = Nodes(np.array([2]), np.array([1]))
    likes, sides = likenesses(evidence), Sides(evidence)

    def of(wanted: set[str] | None) -> dict[str, float]:
        measures = Measures(evidence, likes, sides, nodes, translated=False, wanted=wanted)
        return {name: float(np.max(value)) for name, value in measures.of((2, 1))}

    everything, some = of(None), of({"letters share"})
    gone = {"letters part margin", "tokens share", "tokens part margin"}
    assert everything.keys() - some.keys() == gone
    assert some == {name: everything[name] for name in some}
