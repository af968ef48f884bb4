"""Words whose translation is known."""

import subprocess
import sys

from reviewer.alignment.concepts import concepts


def test_days_countries_and_everyday_words_agree_across_languages() -> None:
    english = concepts("On Monday the president of France spoke about water.", "en")
    german = concepts("Am Montag sprach der Präsident Frankreichs über Wasser.", "de")
    assert {"day 0", "territory FR"} <= english & german
    assert any(concept.startswith("word ") for concept in english & german)


def test_one_language_does_not_change_the_words_of_another() -> None:
    script = (
        "from reviewer.alignment.concepts import concepts\n"
        "concepts('Jumamosi', 'sw')\n"
        "assert concepts('У понеділок', 'uk') == {'day 0'}, concepts('У понеділок', 'uk')\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
