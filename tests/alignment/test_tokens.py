"""What survives translation."""

from __future__ import annotations

import pytest

from reviewer.alignment.concepts import concepts
from reviewer.alignment.tokens import ending, figures, marks, names, skeleton


@pytest.mark.parametrize(
    "forms",
    [
        ("Shevchenko", "Шевченко", "شيفتشينكو"),
        ("Aldwych", "Олдвіч"),
        ("Moscow", "Москва"),
        ("Trafalgar", "Трафальгар", "ترافالغار"),
    ],
)
def test_a_name_keeps_its_consonants_in_every_script(forms: tuple[str, ...]) -> None:
    bones = [skeleton(form) for form in forms]
    assert all(one[:2] == bones[0][:2] for one in bones)


@pytest.mark.parametrize(
    ("one", "language", "other", "other_language"),
    [
        ("97,000 billion", "en", "97 Billionen", "de"),
        ("687,000", "en", "687 тисяч", "uk"),
        ("87.08%", "en", "87,08 %", "de"),
        ("1,928,311", "en", "١٬٩٢٨٬٣١١", "ar"),
        ("six months", "en", "6 Monate", "de"),
        ("at 4 p.m.", "en", "a las 16 horas", "es"),
        ("half past seven in the evening, 7:30 p.m.", "en", "um 19.30 Uhr", "de"),
    ],
)
def test_a_figure_is_the_same_in_any_writing(
    one: str, language: str, other: str, other_language: str
) -> None:
    assert set(figures(one, language)) & set(figures(other, other_language))


def test_an_hour_of_the_evening_is_the_same_on_both_clocks() -> None:
    assert figures("from 9 a.m. to 8 p.m.", "en").keys() >= {"figure 9", "figure 2"}
    assert figures("de 9 a 20 horas", "es").keys() == {"figure 9", "figure 2"}


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("रामदीन", "Ramdin"),
        ("विक्रम", "Vikram"),
        ("ঢাকায়", "Dhakaya"),
        ("తిరుపతి", "Tirupati"),
        ("ಮೈಸೂರು", "Maisuru"),
        ("ગુજરાત", "Gujarat"),
        ("തിരുവനന്തപുരം", "Tiruvanantapuram"),
        ("ਪੰਜਾਬ", "Pamjab"),
        ("கோயம்புத்தூர்", "Koyamputtur"),
        ("דָּוִד", "David"),
    ],
)
def test_a_vowel_sign_does_not_part_a_name(name: str, latin: str) -> None:
    whole = f"name {skeleton(latin)}"
    assert whole in names(f"x {name} y", cased=False)
    assert whole in names(f"x {latin} y", cased=True)


def test_only_capitals_inside_a_sentence_are_names_where_there_are_capitals() -> None:
    assert "name plnk" not in names("Prank is a word that went to Oslo.", cased=True)
    assert any(name.startswith("name") for name in names("It went to Oslo.", cased=True))


@pytest.mark.parametrize(
    ("one", "language", "other", "other_language"),
    [
        ("The government in France", "en", "Die Regierung in Frankreich", "de"),
        ("on Monday in Germany", "en", "в понеділок у Німеччині", "uk"),
        ("the police of Japan", "en", "日本警察", "zh"),
        ("The school is important", "en", "المدرسة مهمة", "ar"),
        ("The Prime Minister of Vietnam", "en", "Thủ tướng Việt Nam", "vi"),
    ],
)
def test_known_words_meet_across_languages(
    one: str, language: str, other: str, other_language: str
) -> None:
    assert len(concepts(one, language) & concepts(other, other_language)) >= 2


def test_an_unknown_language_has_no_known_words() -> None:
    assert concepts("Ĉi tio estas teksto.", "xx") == set()


def test_marks_are_counted_by_kind_and_not_by_glyph() -> None:
    assert marks("„So?“ (ja); 5 %…") == marks('"So؟" （ja）； 5 ٪...')


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ja.", 1),
        ("好。", 1),
        ("Who?”", 2),
        ("نعم؟", 2),
        ("Oh!)", 3),
        ("namely:", 4),
        ("x…", 6),
        ("x", 0),
        ("from 10 a.m. to 4 p.m.", 7),
        ("in the U. S.", 7),
        ("It is plan B.", 1),
    ],
)
def test_the_mark_at_the_end_is_seen_through_quotes(text: str, kind: int) -> None:
    assert ending(text) == kind


@pytest.mark.parametrize(("name", "weight"), [("Ada", None), ("Adab", 0.5), ("Adabro", 1.0)])
def test_a_name_of_few_consonants_says_less(name: str, weight: float | None) -> None:
    found = names(f"There {name} stood.", cased=True)
    assert found.get(f"name {skeleton(name)}") == weight
