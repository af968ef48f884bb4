"""What the name of a folder says of its texts: their language, or that they are the source."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reviewer.formats.tables.headers import language_named, source_words, target_words

PARTS = re.compile(r"[._\-\s()\[\]]+")
"""What stands between the words of a name."""

SOURCES = source_words() | {"sources", "src", "originals", "orig", "originale", "quellen"}
"""What folders and ends of names are called that hold the source, in lower case."""

_TARGETS = target_words() | {
    "targets",
    "translations",
    "translated",
    "übersetzungen",
    "traductions",
}
_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?\Z", re.IGNORECASE)
"""Language, script and region, see https://www.rfc-editor.org/rfc/rfc5646#section-2.1."""


@dataclass(frozen=True, slots=True)
class FolderName:
    """The language that a name says ("" for none), and whether it says that this is the source."""

    language: str = ""
    is_source: bool = False


def folder_name(name: str) -> FolderName | None:
    """What a name says when it says nothing else: "de", "Deutsch", "02_Source EN"; None for a name
    of another kind."""
    text = name.casefold()
    if text in SOURCES:
        # Before languages are looked for: "src" is one, a Sardinian.
        return FolderName("", True)
    words = [word for word in PARTS.split(text) if word and not word.isdecimal()]
    if not words:
        return None
    rest = [word for word in words if word not in SOURCES and word not in _TARGETS]
    tag = "-".join(rest)
    # "pt_BR" is a language, "en de" is not one.
    language = _language(tag) if tag in text.replace("_", "-") else ""
    language = language or _language(" ".join(rest))
    if rest and not language:
        return None
    return FolderName(language, any(word in SOURCES for word in words))


def is_language(text: str) -> bool:
    """Whether a word of a name is a language code."""
    from reviewer.text.languages import known

    return bool(_TAG.match(text)) and known(text)


def _language(text: str) -> str:
    """The code of a language that is written as a code or by its English or own name, in lower
    case as `text` is."""
    return text if is_language(text) else language_named(text).lower()
