"""Words that are found to translate each other in the texts themselves."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from reviewer.alignment import own_words
from reviewer.alignment.align import align
from reviewer.alignment.own_words import learnt, stems
from reviewer.alignment.search import Step

WORDS = {
    "barge": "kahn", "otter": "fisch", "lantern": "lampe", "meadow": "wiese",
    "bridge": "steg", "market": "platz", "winter": "kalt", "window": "glas",
}  # fmt: skip
FILL = [f"f{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(200)]


def texts(pairs: Sequence[str], *, always: str = "") -> tuple[list[str], list[str], list[Step]]:
    """A sentence for each word, with its translation in the other, and other words that never
    come twice."""
    source = [f"The {word} {FILL[2 * n]} {always}" for n, word in enumerate(pairs)]
    target = [f"Das {WORDS[word]} {FILL[2 * n + 1]}x {always}" for n, word in enumerate(pairs)]
    return source, target, [((n,), (n,), 0.9) for n in range(len(pairs))]


def pairs(source: list[str], target: list[str], path: list[Step]) -> set[tuple[str, str]]:
    found = learnt(path, source, target)
    by_number = {number: stem for stem, number in found.target.items()}
    return {(stem, by_number[number]) for stem, number in found.source.items()}


def test_a_vowel_sign_does_not_part_a_word() -> None:
    assert stems("दरवाज़ा खुला, ख 12") == {"दरवाज़", "खुला"}
    assert stems("of a 12 it") == {"of", "it"}


def test_words_that_always_stand_together_are_a_pair() -> None:
    source, target, path = texts([*WORDS] * 3)
    assert {("barge", "kahn"), ("otter", "fisch"), ("lanter", "lampe")} <= pairs(
        source, target, path
    )


@pytest.mark.parametrize(("times", "found"), [(1, False), (2, True)])
def test_once_is_chance(times: int, found: bool) -> None:
    source, target, path = texts(["barge"] * times + [*WORDS][1:] * 2)
    assert (("barge", "kahn") in pairs(source, target, path)) is found


def test_a_word_that_stands_everywhere_is_no_pair() -> None:
    source, target, path = texts([*WORDS] * 3, always="often")
    assert "often" not in {stem for pair in pairs(source, target, path) for stem in pair}


@pytest.mark.parametrize(("chance", "found"), [(0.69, False), (0.7, True)])
def test_only_firm_beads_teach(chance: float, found: bool) -> None:
    source, target, path = texts([*WORDS] * 3)
    assert bool(pairs(source, target, [(*step[:2], chance) for step in path])) is found


@pytest.mark.parametrize(("others", "taught"), [((0,), True), ((0, 1), False), ((), False)])
def test_a_bead_of_many_sentences_teaches_nothing(others: tuple[int, ...], taught: bool) -> None:
    source, target, _ = texts([word for word in WORDS for _ in range(2)] * 2)
    path = [((n, n + 1), tuple(n + other for other in others), 0.99) for n in range(0, 32, 2)]
    assert bool(pairs(source, target, path)) is taught


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Barge BARGE barge", {"barge"}),
        ("a ab abcd abcde", {"ab", "abcd", "abcde"}),
        ("lanter lantern lanterns", {"lanter"}),
        ("x9 ab_cd 12", {"ab", "cd"}),
        ("", set()),
    ],
)
def test_a_stem_is_the_beginning_of_a_longer_word_in_small_letters(
    text: str, found: set[str]
) -> None:
    assert stems(text) == found


def test_it_does_not_depend_on_the_direction() -> None:
    source, target, path = texts([*WORDS] * 3)
    swapped = [(columns, rows, chance) for rows, columns, chance in path]
    assert pairs(source, target, path) == {(b, a) for a, b in pairs(target, source, swapped)}


@pytest.mark.parametrize(
    ("sentences", "most", "asked"),
    [(199, 5_000, False), (200, 5_000, True), (201, 5_000, True), (201, 201, True),
     (201, 200, False)],
)  # fmt: skip
def test_a_text_must_be_long_for_it_and_not_too_long(
    sentences: int, most: int, asked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    taught: list[int] = []
    monkeypatch.setattr(own_words, "MOST", most)

    def learn(path: Sequence[Step], *sides: Sequence[str]) -> own_words.OwnWords:
        taught.append(len(sides[0]))
        return learnt(path, *sides)

    monkeypatch.setattr(own_words, "learnt", learn)
    draw = random.Random(3)
    source = [f"{1000 + n} {draw.choice([*WORDS])}." for n in range(sentences)]
    target = [" ".join([text.split()[0], WORDS[text.split()[1][:-1]]]) + "." for text in source]
    beads = align(source, target, source_language="en", target_language="de")
    assert bool(taught) is asked
    assert sum(bead.source == bead.target for bead in beads) > sentences * 0.9
    align(source, target, source_language="en", target_language="de", back_translation=source)
    assert len(taught) == asked
