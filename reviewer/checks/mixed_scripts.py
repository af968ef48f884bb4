"""Words that mix letters of two scripts which look alike: a Latin "c" inside a Cyrillic word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from string import ascii_letters

from reviewer.checks.base import Check, Page
from reviewer.domain import Finding, Fix, Pair, Span
from reviewer.messages import message

# Letters that no reader can tell apart, by the script that they belong to (a part of Unicode
# Technical Standard 39, confusables).
_LATIN = "aceopxyijsABCEHIJKMOPSTXYäëïö"
_CYRILLIC = "асеорхуіјѕАВСЕНІЈКМОРЅТХУӓёїӧ"
_GREEK_AS_LATIN = {"ο": "o", "ν": "v", "Α": "A", "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H", "Ι": "I",
                   "Κ": "K", "Μ": "M", "Ν": "N", "Ο": "O", "Ρ": "P", "Τ": "T", "Υ": "Y",
                   "Χ": "X"}  # fmt: skip
_IN_GREEK = {"α": "a", "γ": "y", "ι": "i", "κ": "k", "τ": "t", "υ": "u", "χ": "x"}
"""Alike enough to slip into a Greek word; a Greek letter in a Latin word may be a formula's,
and a p belongs to pH."""

_SAME: dict[tuple[str, str], dict[str, str]] = {
    ("LATIN", "CYRILLIC"): dict(zip(_LATIN, _CYRILLIC, strict=True)),
    ("CYRILLIC", "LATIN"): dict(zip(_CYRILLIC, _LATIN, strict=True)),
    ("GREEK", "LATIN"): _GREEK_AS_LATIN,
    ("LATIN", "GREEK"): {latin: greek for greek, latin in (_GREEK_AS_LATIN | _IN_GREEK).items()},
}
"""(from, to): the letters of the one script that look like letters of the other."""

_PLAIN = {"ɡ": "g", "ɑ": "a"} | {chr(ord(letter) + 0xFEE0): letter for letter in ascii_letters}
"""Latin letters that look like plain ones: two of the phonetic alphabet, and the wide ones."""

_ODD = re.compile(f"[{''.join(_PLAIN)}]")
_OPENS_SOUNDS, _CLOSES_SOUNDS = tuple("/[ˈˌ"), tuple("/]ːˈˌ")
_PHONETIC = re.compile("[\u0250-\u02af]")

_WORD = re.compile(r"[^\W\d_]{2,}")


class MixedScripts(Check):
    """A word in two scripts at once that reads like a word in one of them.

    A word that the source has just so is a name and raises nothing, nor does one that no
    exchange of look-alikes brings into one script ("SMSка", "μm").
    """

    id = "mixed-scripts"
    title = "Mixed scripts"
    severity = "minor"
    its = "typographical"
    mqm = "spelling"
    page = Page(
        finds=message(
            "A word with letters of two scripts that look alike, such as a "
            "Cyrillic a in a Latin word, or a letter that only looks like a plain one."
        ),
        languages=message("those in Latin, Cyrillic and Greek script"),
        bad=(
            "The tower fell.",
            "Der Тurm fiel.",
        ),
        good=(
            "The tower fell.",
            "Der Turm fiel.",
        ),
        measured=("One faithful row of 6,979 is told; the letter is wrong there."),
    )

    def find(self, pair: Pair) -> Iterator[Finding]:
        """One finding for each word, with the word in one script as its fix."""
        if pair.target.isascii():
            return
        for match in _WORD.finditer(pair.target):
            word = match[0]
            mended = (
                None
                if word.isascii()
                else _in_one_script(word, pair.target) or _in_plain_letters(match)
            )
            if mended and word not in pair.source:
                span = Span(*match.span())
                yield Finding(
                    self.id,
                    "word",
                    "minor",
                    message("“{word}” mixes letters of two scripts that look alike.", word=word),
                    target_spans=(span,),
                    rule="mixed-scripts",
                    subject=word,
                    fix=Fix(span, mended),
                )


def _in_one_script(word: str, text: str) -> str | None:
    """The word with its look-alikes of the rarer script exchanged; None where it is in one
    script already or cannot be brought into one. Where it has as many of both, that script is
    the rarer which the text has less of."""
    if _is_in_one_script(word):
        return None
    scripts = list(map(_script, word))
    of_text = list(map(_script, text))
    known = sorted({script for script in scripts if script}, key=of_text.count)
    if len(known) != 2:
        return None
    few, many = sorted(known, key=scripts.count)
    same = _SAME.get((few, many), {})
    letters = [
        same.get(letter, "") if script == few else letter
        for letter, script in zip(word, scripts, strict=True)
    ]
    return "".join(letters) if all(letters) else None


def _in_plain_letters(match: re.Match[str]) -> str | None:
    """The word with plain letters for those that only look so; None where it has none, where all
    of it is wide, and where it is written by its sounds."""
    word = match[0]
    odd = set(_ODD.findall(word))
    if not odd or len(odd) == len(set(word)):
        return None
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    if before in _OPENS_SOUNDS or after in _CLOSES_SOUNDS or set(_PHONETIC.findall(word)) - odd:
        return None
    mended = "".join(_PLAIN.get(letter, letter) for letter in word)
    return mended if all(_script(letter) == "LATIN" for letter in mended) else None


@lru_cache(maxsize=4096)
def _is_in_one_script(word: str) -> bool:
    return len(set(map(_script, word))) < 2


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    if letter.isascii():
        return "LATIN"
    name = unicodedata.name(letter, "").partition(" ")[0]
    return name if name in ("LATIN", "CYRILLIC", "GREEK") else ""
