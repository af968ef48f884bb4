"""Lengths that can be compared whatever the script."""

import pytest

from reviewer.text.lengths import letters, substance


def test_letters_of_an_alphabet_count_one_each() -> None:
    assert letters(" Grün ist der Baum. ") == len("Grün ist der Baum.")


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (
            "母语人数取决于方言是否计算在内。",
            "The number of speakers depends on whether dialects count.",
        ),
        ("어제 저녁에 눈이 많이 내렸습니다.", "Yesterday evening it snowed heavily here."),
        (
            "昨夜は大雪が降り、町の道路が閉鎖された。",
            "Heavy snow fell last night and the town was cut off.",
        ),
    ],
)
def test_dense_scripts_are_as_long_as_what_they_say(text: str, english: str) -> None:
    assert 0.75 < letters(text) / letters(english) < 1.35


def test_a_name_in_latin_letters_does_not_make_a_chinese_sentence_seem_longer() -> None:
    plain = "首都位于河边，历史悠久。"
    named = "首都 (Novigrad) 位于河边，历史悠久。"
    english = "The capital lies by the river and has a long history."
    # In characters alone the name would add two thirds.
    assert (letters(named) - letters(plain)) / letters(english) < 0.25


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", 0),
        ("Boat 12.", 6),
        ("Grün, 5", 5),
        ("人", 3),
        ("人。", 3),
        ("人山人海 12", 14),
        ("かな 한국", 12),
        ("ไป", 6),
        ("ខ្មែរ", 9),
    ],
)
def test_letters_of_dense_scripts_say_as_much_as_three(text: str, said: float) -> None:
    assert substance(text) == said
