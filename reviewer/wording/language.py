"""Which language the program speaks: that of the system, or one that the user has chosen."""

from __future__ import annotations

import gettext
import locale
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

LANGUAGES: Mapping[str, str] = {
    "en": "English",
    "ar": "العربية",
    "de": "Deutsch",
    "id": "Bahasa Indonesia",
    "uk": "Українська",
    "vi": "Tiếng Việt",
}
"""Code and own name of each language of the interface; English is the language of the patterns."""

_RIGHT_TO_LEFT = ("ar",)
_CATALOGUES = Path(__file__).parent / "catalogues"

_chosen = "en"


def language() -> str:
    """The code of the language that is spoken now."""
    return _chosen


def use_language(code: str) -> None:
    """Speak the language from now on; one that is not known is English.

    What is on the screen already stays as it is: the window makes itself anew.
    """
    global _chosen
    _chosen = code if code in LANGUAGES else "en"


def system_language() -> str:
    """The language of the user's system, where the program speaks it, and English otherwise.

    Read as gettext does: LANGUAGE, LC_ALL, LC_MESSAGES and LANG; on systems that set none of
    them, what the C library says.
    """
    named = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    first = next((name for name in named if name), "") or locale.getlocale()[0] or ""
    # A list of languages counts only where the locale is not the plain one.
    listed = [] if first in ("", "C", "POSIX", "C.UTF-8") else _listed()
    for name in [*listed, first]:
        code = name.replace("-", "_").split("_")[0].split(".")[0].lower()
        if code in LANGUAGES:
            return code
    return "en"


def is_right_to_left() -> bool:
    """Whether the language that is spoken now is written from right to left."""
    return _chosen in _RIGHT_TO_LEFT


def _listed() -> list[str]:
    return [name for name in os.environ.get("LANGUAGE", "").split(":") if name]


@cache
def catalogue(code: str) -> gettext.NullTranslations:
    """The catalogue of a language, as compiled from its .po file; English has an empty one."""
    try:
        with (_CATALOGUES / f"{code}.mo").open("rb") as file:
            return gettext.GNUTranslations(file)
    except OSError:
        return gettext.NullTranslations()
