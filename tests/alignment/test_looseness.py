"""How free a translation is, is read from the text itself, and moves what is said of it."""

from __future__ import annotations

import random

import numpy as np
import pytest

from reviewer.alignment import band as bands
from reviewer.alignment import parameters
from reviewer.alignment.align import align
from reviewer.alignment.likeness import Likeness, Likenesses, Rivals
from reviewer.alignment.looseness import Freedom, distrust, freedom, looseness, words_tell
from reviewer.domain import Bead

COUNT = 400


def likes_with(values: list[float], name: str = "meaning") -> Likenesses:
    """Texts whose sentence `n` has just this likeness to its counterpart."""
    even = _likeness([0.5] * len(values))
    parts = {"meaning": None, "sense": None, "letters": even, "tokens": even}
    return Likenesses(**{**parts, name: _likeness(values)})  # type: ignore[arg-type]


def _likeness(values: list[float]) -> Likeness:
    from reviewer.alignment.evidence import Channel

    count = len(values)
    cells = np.diag(values).ravel()
    ones = np.ones((2, count + 1), dtype=np.float32)
    channel = Channel(None, None, np.concatenate([[0.0], np.cumsum(cells)]), ones, ones, ones, ones)  # type: ignore[arg-type]
    rivals = Rivals(np.arange(count), np.array(values, np.float32), np.zeros(count, np.float32))
    return Likeness((channel,), (rivals, rivals), 1.0)


def measured(values: list[float], name: str = "meaning") -> float:
    count = len(values)
    path = [((n,), (n,), 0.9) for n in range(count)]
    return looseness(path, likes_with(values, name), bands.whole(count, count))


def uneven(spread: float, count: int = COUNT) -> list[float]:
    """Values with the mean 1 and this spread."""
    return [1 - spread, 1 + spread] * (count // 2)


@pytest.mark.parametrize(
    ("name", "faithful", "free"),
    [("meaning", 0.34, 0.52), ("sense", 0.13, 0.22), ("tokens", 0.64, 0.92)],
)
def test_the_spread_of_likeness_tells_a_free_translation(
    name: str, faithful: float, free: float
) -> None:
    assert measured(uneven(faithful * 0.9), name) == 0
    assert measured(uneven(faithful), name) == 0
    assert 0 < measured(uneven((faithful + free) / 2), name) < 0.75
    assert measured(uneven(free), name) > 0.85


def test_how_alike_the_sentences_are_on_the_mean_does_not_matter() -> None:
    poor_engine = [value * 0.3 for value in uneven(0.3)]
    assert measured(poor_engine) == 0


def test_a_short_text_is_taken_for_a_faithful_one_for_longer() -> None:
    assert measured(uneven(0.5, 10)) < measured(uneven(0.5, 60)) < measured(uneven(0.5, 600))


def read_by_words(best: int, count: int) -> bool:
    """Whether such vectors tell, of which so many pairs are each other's best."""
    sense = _likeness([0.8] * count)
    place = np.arange(count)
    place[best:] = -1
    rivals = Rivals(place, sense.rivals[0].best, sense.rivals[0].second)
    even = _likeness([0.5] * count)
    likes = Likenesses(None, even, even, Likeness(sense.channels, (rivals, rivals), 1.0))
    path = [((n,), (n,), 0.9) for n in range(count)]
    return words_tell(path, likes, bands.whole(count, count))


@pytest.mark.parametrize(
    ("best", "count", "tell"),
    [
        *[(100, 100, True), (47, 100, True), (46, 100, True), (45, 100, False), (0, 100, False)],
        *[(0, 8, True), (0, 9, False), (0, 0, True)],
    ],
)
def test_sentences_read_word_by_word_tell_if_half_of_them_are_each_others_best(
    best: int, count: int, tell: bool
) -> None:
    assert read_by_words(best, count) is tell


def test_vectors_of_words_that_tell_nothing_are_not_asked() -> None:
    source, target, _ = translated(1.0)
    draw = np.random.default_rng(1)
    vectors = [draw.normal(size=(len(side), 64)).astype(np.float32) for side in (source, target)]
    rows = [side / np.linalg.norm(side, axis=1, keepdims=True) for side in vectors]
    languages = {"source_language": "en", "target_language": "de"}
    without = align(source, target, **languages)
    assert (
        align(source, target, vectors=(rows[0], rows[1]), word_by_word=True, **languages) == without
    )
    assert align(source, target, vectors=(rows[0], rows[1]), **languages) != without


def test_a_machine_that_is_not_trusted_at_all_is_not_asked() -> None:
    source, target, back = translated(0.1)
    draw = np.random.default_rng(1)
    rows = draw.normal(size=(len(source), 64))
    columns = np.delete(rows, 40, axis=0) + 0.3 * draw.normal(size=(len(target), 64))
    vectors = [
        (side / np.linalg.norm(side, axis=1, keepdims=True)).astype(np.float32)
        for side in (rows, columns)
    ]
    languages = {"source_language": "en", "target_language": "de"}
    encoded = {"vectors": (vectors[0], vectors[1]), **languages}
    without = align(source, target, **encoded)
    assert align(source, target, back_translation=back, **encoded) == without
    good = translated(1.0)[2]
    assert align(source, target, back_translation=good, **encoded) != without


def test_it_has_a_bound() -> None:
    assert measured(uneven(0.99)) == 1.25


def test_pairs_that_are_not_each_others_best_say_nothing_of_it() -> None:
    values = uneven(0.1)
    likes = likes_with(values)
    assert likes.meaning
    zeros = np.zeros(COUNT, np.float32)
    strangers = Rivals(np.zeros(COUNT, np.int64), zeros + 1, zeros)
    spoiled = Likeness(likes.meaning.channels, (strangers, strangers), 1.0)
    path = [((n,), (n,), 0.9) for n in range(COUNT)]
    band = bands.whole(COUNT, COUNT)
    assert looseness(path, Likenesses(spoiled, likes.letters, likes.tokens), band) == 0


def test_nothing_beside_each_other_says_nothing() -> None:
    path = [((n,), (), 0.9) for n in range(COUNT)]
    assert looseness(path, likes_with(uneven(0.9)), bands.whole(COUNT, COUNT)) == 0


def freed(meaning: list[float] | None, sense: list[float] | None, **how: bool) -> Freedom:
    """By the likeness of the machine's translation and of the encoder, sentence by sentence."""
    values = meaning or sense or []
    even = _likeness([0.5] * len(values))
    likes = Likenesses(
        meaning=_likeness(meaning) if meaning else None,
        sense=_likeness(sense) if sense else None,
        letters=even,
        tokens=even,
    )
    path = [((n,), (n,), 0.9) for n in range(len(values))]
    return freedom(path, likes, bands.whole(len(values), len(values)), **how)


LOW, HIGH = parameters.WEAK


@pytest.mark.parametrize(
    ("freer", "doubt"),
    [
        (-1.0, 0.0),
        (LOW - 0.01, 0.0),
        (LOW, 0.0),
        (LOW + 0.01, 0.01 / (HIGH - LOW)),
        ((LOW + HIGH) / 2, 0.5),
        (HIGH - 0.01, 1 - 0.01 / (HIGH - LOW)),
        (HIGH, 1.0),
        (HIGH + 0.01, 1.0),
    ],
)
def test_a_machine_is_doubted_by_how_much_freer_it_makes_a_text_seem(
    freer: float, doubt: float
) -> None:
    assert distrust(freer) == pytest.approx(doubt)


def test_a_machine_that_is_uneven_where_the_encoder_is_even_is_not_trusted() -> None:
    assert freed(uneven(0.9), uneven(0.1)) == Freedom(0.0, 1.0)


def test_a_machine_that_is_uneven_where_the_encoder_is_too_is_trusted() -> None:
    found = freed(uneven(0.5), uneven(0.2))
    assert found.free > 0.8
    assert found.distrust == 0


def test_sentences_that_a_weak_machine_spoiled_tell_of_it_though_others_fit_them_better() -> None:
    values = uneven(0.9)
    spoiled = _likeness(values)
    others = np.where(np.arange(COUNT) % 2, np.arange(COUNT), 0)
    zeros = np.zeros(COUNT, np.float32)
    rivals = Rivals(others, zeros + 1, zeros)
    even = _likeness([0.5] * COUNT)
    likes = Likenesses(
        meaning=Likeness(spoiled.channels, (rivals, rivals), 1.0),
        sense=_likeness(uneven(0.1)),
        letters=even,
        tokens=even,
    )
    path = [((n,), (n,), 0.9) for n in range(COUNT)]
    band = bands.whole(COUNT, COUNT)
    assert looseness(path, likes, band) == 0
    assert freedom(path, likes, band).distrust == 1


@pytest.mark.parametrize("sense", [None, uneven(0.1)])
def test_where_no_encoder_tells_a_machine_is_doubted_as_far_as_the_text_is_free(
    sense: list[float] | None,
) -> None:
    assert freed(uneven(0.9), sense, word_by_word=True).distrust == parameters.UNTESTED


@pytest.mark.parametrize(
    ("free", "share"),
    [
        (0.0, 0.0),
        (parameters.FREE - 0.01, 0.0),
        (parameters.FREE, 0.0),
        (parameters.FREE + 0.01, 0.01 / (1 - parameters.FREE)),
        (0.99, 1 - 0.01 / (1 - parameters.FREE)),
        (1.0, 1.0),
        (1.25, 1.0),
    ],
)
def test_it_is_not_doubted_in_what_is_no_free_translation(free: float, share: float) -> None:
    assert Freedom.untested(free).distrust == pytest.approx(share * parameters.UNTESTED)


def test_without_a_machine_there_is_nothing_to_doubt() -> None:
    assert freed(None, uneven(0.25)).distrust == 0


SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]


def translated(share: float) -> tuple[list[str], list[str], list[str]]:
    """A source, a translation without its sentence 40, and that translated back with every
    other sentence keeping only this share of its words."""
    draw = random.Random(3)

    def words(count: int) -> list[str]:
        return ["".join(draw.choices(SYLLABLES, k=3)) for _ in range(count)]

    source = [" ".join(words(9)).capitalize() + "." for _ in range(120)]
    back = []
    for number, text in enumerate(source):
        kept = round(9 * (share if number % 2 else 1.0))
        back.append(" ".join(text[:-1].lower().split()[:kept] + words(9 - kept)) + ".")
    target = [f"{text[::-1]}" for text in source]
    del back[40], target[40]
    return source, target, back


def missing(share: float) -> Bead:
    source, target, back = translated(share)
    beads = align(source, target, source_language="en", target_language="de", back_translation=back)
    (bead,) = (bead for bead in beads if bead.source == (40,))
    return bead


def test_in_a_faithful_translation_what_is_missing_is_told_with_confidence() -> None:
    bead = missing(1.0)
    assert (bead.relation, bead.free) == ("missing", False)
    assert bead.confidence > 0.9


def test_in_a_free_translation_it_is_told_as_unsure() -> None:
    bead = missing(0.25)
    assert (bead.relation, bead.free) == ("missing", True)
    assert bead.confidence <= 1 - parameters.FREE_DOUBT


@pytest.mark.parametrize("translated", [True, False])
@pytest.mark.parametrize("encoded", [True, False])
def test_every_kind_of_evidence_has_weights_of_its_own(translated: bool, encoded: bool) -> None:
    weights = parameters.weights(translated=translated, encoded=encoded)
    assert ("meaning" in weights.usual) == translated
    assert ("sense" in weights.usual) == encoded
    assert weights.at(0) == dict(weights.usual)
    free = weights.at(1.0)
    assert free["alone"] == pytest.approx(weights.usual["alone"] + weights.loose["alone"])
