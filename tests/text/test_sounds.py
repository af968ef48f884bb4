"""How far apart the sounds of a name are from those of other words."""

from __future__ import annotations

import pytest

from reviewer.text.names import folded
from reviewer.text.sounds import distance, sounds, weight
from reviewer.text.words import latin

SAME = [
    ("Kowalczyk", "Ковальчик"), ("Duxbury", "Даксбері"), ("Enceladus", "إنسيلادوس"),
    ("Raonic", "راونيتش"), ("Onega", "أونيجا"), ("Theodorou", "Теодору"), ("Lister", "Лістером"),
    ("Mecca", "Mekka"), ("Wieczorek", "Вечорек"), ("Philippou", "فيليبو"),
]  # fmt: skip
OTHERS = [
    ("Kowalczyk", "корабель"), ("Duxbury", "будинок"), ("Enceladus", "العلماء"),
    ("Raonic", "الرياضة"), ("Theodorou", "терміново"), ("Mecca", "Morgen"),
]  # fmt: skip


def between(name: str, word: str) -> float:
    return distance(sounds(folded(name)), [sounds(folded(word))])


def test_a_name_sounds_as_its_transcription_does() -> None:
    assert not [pair for pair in SAME if between(*pair) > 0.45]
    assert not [pair for pair in OTHERS if between(*pair) <= 0.45]


def test_a_name_stands_in_the_midst_of_what_has_no_spaces() -> None:
    text = sounds(latin("霍华德卡特在那里发现了它"), pinyin=True)
    assert distance(sounds("howard"), [text], anywhere=True) <= 0.45
    assert distance(sounds("howard"), [text]) > 0.45
    assert distance(sounds("mussolini"), [text], anywhere=True) > 0.45


def test_an_ending_is_cheaper_than_a_beginning() -> None:
    assert between("Lister", "Listerov") < between("Lister", "Volister")


def test_what_is_far_is_no_further() -> None:
    assert between("Lister", "Babagabu") == distance(sounds("lister"), []) == 1


@pytest.mark.parametrize(
    ("word", "heard"), [("oahu", 0.61), ("lr", 1.2), ("h", 0.25), ("kt", 2.0), ("", 0.0)]
)
def test_vowels_hardly_count(word: str, heard: float) -> None:
    assert weight(sounds(word)) == pytest.approx(heard)


def test_the_nearest_of_many_words_is_found_wherever_it_stands() -> None:
    words = [sounds(folded(word)) for _, word in OTHERS + SAME]
    for name, word in SAME:
        alone = between(name, word)
        assert distance(sounds(folded(name)), words) <= max(alone, 0.15)
        assert distance(sounds(folded(name)), words[::-1]) <= max(alone, 0.15)


def test_beyond_what_is_asked_for_it_is_as_far_as_can_be() -> None:
    name, heard = sounds("theodorou"), [sounds(folded("Теодору"))]
    far = distance(name, [sounds("tedor")])
    assert 0 < far < 0.6
    assert distance(name, [sounds("tedor")], within=far + 0.001) == far
    assert distance(name, [sounds("tedor")], within=far - 0.001) == 1
    assert distance(name, heard, within=0.1) == distance(name, heard)
