"""What the cells of a table's header say of the columns below: source, translation, a language,
notes, a state, a lock."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable
from functools import cache
from importlib.resources import files

_LONGEST = 6
"""Words of a cell that names a column: a longer one is a text."""

_STEM = 4
"""Letters of a word for a side that are enough of it."""

_ENDS = ".!?…。！？؟।"

_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*\Z")
_BRACKETS = re.compile(r"(?:(?<!\s)\s+)?[(\[（]([^()\[\]（）]+)[)\]）]\s*")
_HYPHENS = re.compile(r"[_,–—-]")
_PARTS = re.compile(r"[,;/|()\[\]\n]+")
_APART = re.compile(r"[\s:/|_–—-]+")

_NAMED_IN = (
    *("de", "fr", "es", "it", "pt", "nl", "pl", "cs", "ru", "uk", "tr", "ar", "he", "fa", "hi"),
    *("id", "vi", "zh", "ja", "ko", "sv", "da", "fi", "hu", "ro", "el"),
)
"""Languages in which the names of languages are known, beside English and each language's own."""


def named(cell: str) -> tuple[str, str]:
    """What a cell of the header says of its column: "source", "target", "note", "state", "lock",
    "translatable", "language" or "", and the tag of a language or ""."""
    plain = _plain(cell)
    for kind in ("lock", "translatable"):
        if (rest := _lock_behind(kind, plain)) is not None:
            return kind, language_named(rest)
    if not plain or plain[-1] in _ENDS or len(_APART.split(plain)) > _LONGEST:
        return "", ""
    outside = _BRACKETS.sub(" ", plain).strip()
    inside = _BRACKETS.search(cell)
    for kind, look in _LOOKS:
        rest = look(kind, outside)
        if inside and kind in ("note", "state") and _plain(inside[1]) in _words()[kind]:
            rest = outside
        if rest is not None:
            said = (inside[1] if inside else "", rest, rest.replace(" ", "-"))
            return kind, next(filter(None, map(language_named, said)), "")
    code = language_named(cell)
    return ("language", code) if code else ("", "")


def says_more(cell: str) -> bool:
    """Whether a cell that names a side says something else, too: "Target length", not "Target 2" or
    "Source text (German)". Its column may hold anything then."""
    side, _ = named(cell)
    outside = _BRACKETS.sub(" ", _plain(cell)).strip()
    inside = _BRACKETS.search(cell)
    rest = _behind(side, outside) if side in ("source", "target") else None
    return any(
        not language_named(part) and not language_named(part.replace(" ", "-"))
        for said in (rest, _plain(inside[1]) if inside else "")
        for part in (" ".join(word for word in _APART.split(said or "") if _tells(word)),)
        if part
    )


def _tells(word: str) -> bool:
    return bool(word) and not word.isdecimal() and word not in _words()["of_a_text"]


def heads_numbers(cell: str) -> bool:
    """Whether a cell names a column of numbers or keys: "ID", "No."."""
    return _plain(cell).rstrip(".:") in _words()["number"]


def says_yes(cell: str) -> bool | None:
    """What a cell of a column for locks says; None where it is no such word or mark."""
    plain = _plain(cell)
    if plain in _words()["yes"] or plain in _words()["lock"]:
        return True
    return False if plain in _words()["no"] else None


def says_locked(state: str) -> bool:
    """Whether a state says that nobody may change the row: "Locked", "Translated, locked"."""
    return any(_plain(part) in _words()["lock"] for part in _PARTS.split(state))


def _lock_behind(kind: str, plain: str) -> str | None:
    """What a name of a column says beside a word for locks: "" or a language, as in "Locked (de)",
    "Target locked?". None where it has no such word."""
    inside = _BRACKETS.search(plain)
    outside = _BRACKETS.sub(" ", plain).strip(" ?")
    known, sides = _words()[kind], source_words() | target_words() | _words()["of_a_text"]
    before, _, last = outside.rpartition(" ")
    if outside in known or (last in known and before in sides):
        return inside[1] if inside else ""
    first, _, behind = outside.partition(" ")
    return behind if first in known and language_named(behind) else None


@cache
def source_words() -> frozenset[str]:
    """What heads the source."""
    return _words()["source"]


@cache
def target_words() -> frozenset[str]:
    """What heads a translation."""
    return _words()["target"]


@cache
def _words() -> dict[str, frozenset[str]]:
    data = files("reviewer.formats").joinpath("data/table_headers.toml").read_text("utf-8")
    return {kind: frozenset(map(_plain, words)) for kind, words in tomllib.loads(data).items()}


def _behind(kind: str, text: str) -> str | None:
    """What follows a word for this kind of column; None where `text` begins with none."""
    words = _APART.split(text)
    known = _words()[kind]
    for many in range(len(words), 0, -1):
        if " ".join(words[:many]) in known:
            return " ".join(words[many:])
    return None


def _before(kind: str, text: str) -> str | None:
    """What stands before a word for this kind of column at the end of `text`; None where it ends
    with none."""
    words = list(filter(None, _APART.split(text)))
    known = _words()[kind]
    for many in range(len(words), 0, -1):
        if " ".join(words[-many:]) in known:
            return " ".join(words[:-many])
    last = words[-1] if words else ""
    for word in known:
        if last.endswith(word) and _can_be_joined(last[: -len(word)]):
            return " ".join(words[:-1])
    return None


def _can_be_joined(head: str) -> bool:
    """Whether a word may go on with one for notes or states: "Ziel-", "Quell-", "译者-"."""
    if unicodedata.east_asian_width(head[0]) == "W":
        return True
    sides = source_words() | target_words()
    return any(
        head.startswith(side) or (len(head) >= _STEM and side.startswith(head)) for side in sides
    )


_LOOKS: tuple[tuple[str, Callable[[str, str], str | None]], ...] = (
    ("note", _before),
    ("state", _before),
    ("note", _behind),
    ("state", _behind),
    ("source", _behind),
    ("target", _behind),
)
"""In this order, as a side is often named first in what is said of it: "Target comment"."""


def language_named(text: str) -> str:
    """The tag of a language that is written as a tag or by a name, with its country or script in
    brackets or without: "de-AT", "German", "Deutsch (Österreich)"; "" for none."""
    from reviewer.text.languages import base, known

    tag = text.strip().replace("_", "-")
    if _TAG.match(tag) and known(tag):
        return _as_tag(tag)
    plain = _plain(text)
    inside = _BRACKETS.search(plain)
    if inside:
        outside, within = plain.replace(inside[0], " ").strip(), inside[1].strip()
    elif plain in _languages():
        return _languages()[plain]
    else:
        outside, _, within = (part.strip() for part in _HYPHENS.sub("-", plain).partition("-"))
    found = _languages().get(outside, "")
    if found and within in _countries():
        return f"{found}-{_countries()[within]}"
    tag = within.replace("_", "-")
    if _TAG.match(tag) and known(tag) and found in ("", base(tag)) and bool(outside) == bool(found):
        return _as_tag(tag)
    return found


def _as_tag(tag: str) -> str:
    language, *more = tag.split("-")
    country = 2
    written = (each.upper() if len(each) == country else each.title() for each in more)
    return "-".join([language.lower(), *written])


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


@cache
def _languages() -> dict[str, str]:
    """The tags of languages by their names."""
    from babel import Locale

    from reviewer.text.languages import all_languages

    names: dict[str, str] = {}
    codes = list(all_languages())
    for code, name in Locale.parse("en").languages.items():
        if code.split("_")[0] in codes:
            names.setdefault(_plain(name), code.replace("_", "-"))
    for ui in [*codes, *_NAMED_IN]:
        try:
            known = Locale.parse(ui).languages
        except (ValueError, LookupError):
            continue
        for code in codes if ui in _NAMED_IN else [ui]:
            if name := known.get(code):
                names.setdefault(_plain(name), code)
    return names


@cache
def _countries() -> dict[str, str]:
    """The codes of countries and scripts by their names and by themselves."""
    from babel import Locale

    names: dict[str, str] = {}
    for ui in ["en", *_NAMED_IN]:
        locale = Locale.parse(ui)
        for code, name in [*locale.territories.items(), *locale.scripts.items()]:
            names.setdefault(_plain(str(name)), str(code))
    codes = map(str, Locale.parse("en").territories)
    names.update({_plain(code): code for code in codes if code.isalpha()})
    return names
