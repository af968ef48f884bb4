"""How scripts are written: which put no spaces between words, which run from the right."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import bidirectional

from reviewer.text.languages import base

IDEOGRAPHS = (
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"  # kana and the marks that go with kanji
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Chinese characters
)
"""Characters that are words or syllables; for a class of a regular expression."""

CLUSTERED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
"""Letters of Thai, Lao, Burmese and Khmer, whose vowel signs belong to the letter before."""

UNSPACED_CHARACTERS = IDEOGRAPHS + CLUSTERED
"""All characters of scripts without spaces between words; for a class of a regular expression."""

_UNSPACED_SCRIPTS = frozenset(
    ["Hani", "Hans", "Hant", "Jpan", "Hira", "Kana", "Thai", "Laoo", "Khmr", "Mymr", "Tibt"]
)
"""ISO 15924. Tibetan marks its syllables and not its words; Korean has spaces."""


SYLLABIC = frozenset({"vi"})
"""Languages written with a space between syllables, so that what stands between two is no word."""


@lru_cache(maxsize=256)
def has_spaces(language: str) -> bool:
    """Whether a language is written with spaces between its words.

    By the script that the tag names, or the one that CLDR calls the language's likely one.
    """
    from babel.core import get_global

    named = (part.title() for part in re.split(r"[-_]", language)[1:])
    script = next((part for part in named if len(part) == 4 and part.isalpha()), "")
    likely: str = get_global("likely_subtags").get(base(language), "__")
    return (script or likely.split("_")[1]) not in _UNSPACED_SCRIPTS


def runs_from_the_right(text: str, right_to_left: bool) -> bool:
    """The direction in which a text is read that stands among texts of a direction: theirs, unless
    none of its letters runs that way. A sentence left in another language keeps its full stop at
    its own end; one that only begins with a foreign name runs as the others do."""
    runs = {bidirectional(sign) for sign in text}
    theirs, others = ({"R", "AL"}, {"L"}) if right_to_left else ({"L"}, {"R", "AL"})
    return right_to_left is not (runs.isdisjoint(theirs) and not runs.isdisjoint(others))
