"""Which rows are looked at beside one that a person has changed, and with what."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reviewer.domain import BackTranslation
from reviewer.review import Review
from reviewer.review.model.translation import TranslationState
from reviewer.review.operations.absorb_missing import _is_sure, _pieces, _wanted
from reviewer.review.operations.realign_window import (
    _Numbers,
    _standing_near,
    beads_around,
    is_held,
    is_run,
)
from reviewer.store.records import BeadVersion

Harbour = tuple[list[str], list[str]]
PAIRS = [(n, n) for n in range(1, 13) if n not in (4, 8)] + [(4, None), (None, 8), (8, None)]


def state_of(review: Review) -> TranslationState:
    return review._runner.translations[1]


@pytest.fixture
def review(made: Callable[..., Review], harbour: Harbour) -> Review:
    """Twelve pairs, of which the fourth and the eighth sentence stand alone."""
    return made(PAIRS, back={harbour[1][0]: "The port was opened.", harbour[1][2]: "Mayor Anna."})


def test_the_alignment_gets_each_sentence_with_its_translation_back(
    review: Review, harbour: Harbour
) -> None:
    state = state_of(review)
    beads = [state.beads[key] for key in ("s3", "s1", "s2", "t8")]
    numbers = _Numbers.of(
        state, beads, {"t2": [("Rund 137 Schiffe", "137 ships"), ("kamen.", None)]}
    )
    assert list(numbers.rows) == ["s1", "s2", "s3"]
    assert numbers.whole == ["t1", "t2", "t2", "t3", "t8"]
    assert numbers.texts == [
        harbour[1][0], "Rund 137 Schiffe", "kamen.", harbour[1][2], harbour[1][7]
    ]  # fmt: skip
    assert numbers.backs == ["The port was opened.", "137 ships", None, "Mayor Anna.", None]
    assert [numbers.bead(state, bead).target for bead in beads] == [(3,), (0,), (1, 2), (4,)]
    for bead in beads:
        again = numbers.version(state, numbers.bead(state, bead))
        assert (again.key, again.source) == (bead.key, bead.source)
        assert tuple(dict.fromkeys(again.target)) == bead.target


@pytest.mark.parametrize(
    ("within", "keys"),
    [(0, "s6"), (1, "s5 s6 s7"), (2, "s4 s5 s6 s7 s8 t8"), (3, "s3 s4 s5 s6 s7 s8 s9 t8")],
)
def test_the_rows_that_stand_near(review: Review, within: int, keys: str) -> None:
    state = state_of(review)
    near = _standing_near(state, [state.beads["s6"]], state.bead_of, within)
    assert sorted(bead.key for bead in near) == keys.split()


def test_of_a_short_text_all_rows_stand_near(review: Review) -> None:
    state = state_of(review)
    near = beads_around(state, [state.beads["s6"]], state.bead_of)
    assert {bead.key for bead in near} == set(state.beads)


@pytest.mark.parametrize(
    ("names", "run"),
    [
        ("s1 s2", True),
        ("s2 s1", True),
        ("s1 s3", False),
        ("s5", True),
        ("", True),
        ("s1 s12", False),
    ],
)
def test_sentences_with_nothing_between_them_are_a_run(
    review: Review, names: str, run: bool
) -> None:
    state = state_of(review)
    assert is_run(state, state.source, names.split()) is run


def held(review: Review, key: str, **more: Any) -> bool:
    state = state_of(review)
    return is_held(state, state.beads[key], **more)


def test_a_row_shows_a_person_s_work(review: Review) -> None:
    assert not any(held(review, key) for key in state_of(review).beads)
    review.edit(1, "s2", "Rund 137 Schiffe kamen an.")
    assert held(review, "s2")
    assert not held(review, "s2", edited=False)
    review.edit(1, "s3", "")
    assert held(review, "s3", edited=False)
    review.comment(1, "s5", "Why?")
    assert held(review, "s5", edited=False)
    review.comment(1, "s5", "")
    assert not held(review, "s5")
    [finding] = review.row(1, "s4").findings
    for action in ("accept", "dismiss"):
        review.decide(1, "s4", finding.fingerprint, action)
        assert held(review, "s4")
    review.decide(1, "s4", finding.fingerprint, "reopen")
    assert not held(review, "s4")
    review.decide(1, "s4", finding.fingerprint, "comment", "Hm")
    assert held(review, "s4")
    review.link(1, ["s6", "s7"])
    assert held(review, "s6", edited=False)


def bead(confidence: float, source: str = "s1", target: str = "t1") -> BeadVersion:
    names = tuple(source.split()), tuple(target.split())
    return BeadVersion(1, "s1", *names, "aligned", confidence, fixed=False)


@pytest.mark.parametrize(
    ("beads", "sure"),
    [
        ([bead(0.8)], True),
        ([bead(0.79)], False),
        ([bead(0.9), bead(0.79)], False),
        ([bead(0.9, target="")], False),
        ([bead(0.9, source="")], False),
        ([], True),
    ],
)
def test_how_sure_it_must_be(beads: list[BeadVersion], sure: bool) -> None:
    assert _is_sure(beads, 0.8) is sure


@pytest.mark.parametrize(
    ("pieces", "wanted"),
    [
        ({"t1": [("One.", "A"), ("Two.", "B")]}, 0.8),
        ({"t1": [("One.", "A"), ("Two.", None)]}, 0.9),
        ({"t1": [("One.", "A")]}, 0.9),
        ({"t1": [("One.", "A")], "t2": [("Two.", "B"), ("Three.", "C")]}, 0.8),
        ({"t1": [("One.", "A")], "t2": [("Two.", "B")]}, 0.9),
    ],
)
def test_less_is_wanted_where_the_new_sentence_stands_apart_and_was_translated_back(
    pieces: dict[str, list[tuple[str, str | None]]], wanted: float
) -> None:
    assert _wanted(pieces) == wanted


@pytest.mark.parametrize(
    ("text", "back", "pieces"),
    [
        ("Ein Satz. Zwei Sätze.", "One sentence. Two.", ["One sentence.", "Two."]),
        ("Ein Satz. Zwei Sätze.", "One sentence and two.", [None, None]),
        ("Ein Satz. Zwei Sätze.", "", [None, None]),
        ("Ein Satz nur.", "One sentence. Two.", ["One sentence. Two."]),
    ],
)
def test_a_changed_sentence_is_looked_at_in_parts(
    review: Review, text: str, back: str, pieces: list[str | None]
) -> None:
    review.edit(1, "s2", text)
    if back:
        new = BackTranslation(back, "translate-de_en", "1.0")
        review.add_back_translations(1, {text: new})
    assert [one[1] for one in _pieces(state_of(review), "t2")] == pieces
    assert " ".join(one[0] for one in _pieces(state_of(review), "t2")) == text


def test_an_unchanged_sentence_is_one_piece(review: Review, harbour: Harbour) -> None:
    assert _pieces(state_of(review), "t1") == [(harbour[1][0], "The port was opened.")]
