"""Codes of units that are a line break, so that what stands around them is two words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from reviewer.formats.shared.markup import Token
from reviewer.formats.shared.units import Entry
from reviewer.text.scripts import UNSPACED_CHARACTERS

_KINDS = frozenset({"lb", "br", "xlf:lb", "x-br", "x-lb"})
_SAID = ("equiv-text", "equiv", "disp")
_BREAK = re.compile(r"\s*(?:(?:<|&lt;|&#60;)br\b|\\n(?!\w))", re.IGNORECASE)
_BEGINS = re.compile(rf"(?![{UNSPACED_CHARACTERS}])[\w(\[„“«¿¡\"']")
_UNSPACED = re.compile(f"[{UNSPACED_CHARACTERS}]")


def is_line_break(found: Mapping[str, str], source: str, token: Token) -> bool:
    """Whether the code that `token` begins says that it is one: by its attributes `found`, or by
    what it holds."""
    if {found.get("ctype"), found.get("type"), found.get("subType")} & _KINDS:
        return True
    said = (found.get(key, "") for key in _SAID)
    if any(map(_BREAK.match, said)):
        return True
    return not token.closed and _BREAK.match(source, token.end) is not None


def part_words(entries: Iterable[Entry], source: str, at: int) -> None:
    """Put a space that takes no room at `at`, where text goes on behind the code, between the last
    letter of each entry and the letter that follows."""
    following = source[at]
    for entry in entries:
        last = entry.mapping.characters[-1] if len(entry.mapping) else " "
        if not last.isspace() and not _UNSPACED.match(last) and _BEGINS.match(following):
            entry.mapping.add(" ", at, at)
