"""The words of the program in the language of its user.

Everything above the domain says what it has to say as an English pattern with named holes
(`reviewer.messages.Message`), or directly through `tr` and `tr_plural`. The pattern is its own name
in the catalogues beside this file, one for each language; a pattern that a catalogue does not have
is said in English.
"""

from reviewer.wording.harmless import harmless
from reviewer.wording.language import (
    LANGUAGES,
    is_right_to_left,
    language,
    system_language,
    use_language,
)
from reviewer.wording.terms import counted, in_all_languages, term
from reviewer.wording.words import (
    changed_lines,
    error_in_words,
    figures,
    in_english,
    in_own_direction,
    in_turn,
    in_words,
    language_name,
    language_title,
    listed,
    megabytes,
    onward,
    tr,
    tr_plural,
    unit_in_words,
)

__all__ = [
    "LANGUAGES",
    "changed_lines",
    "counted",
    "error_in_words",
    "figures",
    "harmless",
    "in_all_languages",
    "in_english",
    "in_own_direction",
    "in_turn",
    "in_words",
    "is_right_to_left",
    "language",
    "language_name",
    "language_title",
    "listed",
    "megabytes",
    "onward",
    "system_language",
    "term",
    "tr",
    "tr_plural",
    "unit_in_words",
    "use_language",
]
