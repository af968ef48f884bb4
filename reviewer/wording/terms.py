"""The words for what the program keeps as identifiers: severities, decisions, kinds of marks."""

from __future__ import annotations

from reviewer.messages import message, plural
from reviewer.wording.language import LANGUAGES, catalogue
from reviewer.wording.words import in_words

_NAMES = {
    "critical": message("critical"),
    "major": message("major"),
    "minor": message("minor"),
    "info": message("info"),
    "open": message("open"),
    "accepted": message("accepted"),
    "dismissed": message("dismissed"),
    "fixed": message("fixed"),
    "reviewed": message("reviewed"),
    "decided": message("decided"),
    "edited": message("edited"),
    "bookmark": message("bookmark"),
    "deleted": message("deleted"),
    "inserted": message("inserted"),
}


def term(name: str) -> str:
    """A severity, a decision or a kind of change as one word; what is not known stays as it is."""
    return in_words(_NAMES.get(name, name))


def in_all_languages(name: str) -> tuple[str, ...]:
    """What the program calls it in each language: a file may come from who speaks another."""
    pattern = _NAMES[name].pattern
    return (name, pattern, *(catalogue(code).gettext(pattern) for code in LANGUAGES))


def counted(name: str, n: int) -> str:
    """How many of them: "3 critical", "1 open". The number belongs to findings or rows."""
    return in_words(_COUNTED[name](n)) if name in _COUNTED else f"{n} {name}"


_COUNTED = {
    "critical": lambda n: plural("{n} critical", "{n} critical", n),
    "major": lambda n: plural("{n} major", "{n} major", n),
    "minor": lambda n: plural("{n} minor", "{n} minor", n),
    "info": lambda n: plural("{n} info", "{n} info", n),
    "open": lambda n: plural("{n} open", "{n} open", n),
    "accepted": lambda n: plural("{n} accepted", "{n} accepted", n),
    "dismissed": lambda n: plural("{n} dismissed", "{n} dismissed", n),
    "fixed": lambda n: plural("{n} fixed", "{n} fixed", n),
    "decided": lambda n: plural("{n} decided", "{n} decided", n),
    "edited": lambda n: plural("{n} edited", "{n} edited", n),
    "bookmark": lambda n: plural("{n} bookmark", "{n} bookmarks", n),
}
