"""Words whose translation is known."""

import subprocess
import sys

import pytest

from reviewer.alignment.concepts import _common_words, concepts
from reviewer.text.languages import base


def test_days_countries_and_everyday_words_agree_across_languages() -> None:
    english = concepts("On Monday the president of France spoke about water.", "en")
    german = concepts("Am Montag sprach der Präsident Frankreichs über Wasser.", "de")
    assert {"day 0", "territory FR"} <= english & german
    assert any(concept.startswith("word ") for concept in english & german)


def test_a_vowel_sign_does_not_part_a_known_word() -> None:
    assert {"territory IN", "day 0"} <= concepts("सोमवार को भारत में", "hi")
    assert "territory RU" not in concepts("फिर वह इतने ज़ोर से हँसा", "hi")
    assert "territory CZ" not in concepts("चेहरे का", "hi")


def test_one_language_does_not_change_the_words_of_another() -> None:
    script = (
        "from reviewer.alignment.concepts import concepts\n"
        "concepts('Jumamosi', 'sw')\n"
        "assert concepts('У понеділок', 'uk') == {'day 0'}, concepts('У понеділок', 'uk')\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


@pytest.mark.parametrize("language", sorted(_common_words()))
def test_the_everyday_words_of_every_language_are_found_by_its_code(language: str) -> None:
    forms = [form for words in _common_words()[language] for form in words]
    known = sum(any(c.startswith("word ") for c in concepts(form, language)) for form in forms)
    assert base(language) == language
    assert known > 0.9 * len(forms)


def test_a_korean_word_of_two_syllables_is_known_with_its_particle() -> None:
    assert concepts("학교를", "ko") & concepts("The school", "en")
    assert not concepts("학자", "ko") & concepts("The school", "en")
