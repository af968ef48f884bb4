"""From a pattern and what stands in its holes to a sentence in the user's language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from unicodedata import bidirectional

from reviewer.messages import Message
from reviewer.wording.harmless import harmless
from reviewer.wording.language import catalogue, is_right_to_left, language
from reviewer.wording.units import HOLES, unit_name
from reviewer.written_values import in_figures

_HOLE = re.compile(r"\{(\w+)\}")
_SEVERAL_FIGURES = re.compile(r"\d[^\d.,،]+\d")
"""Figures whose order would be turned round with that of the words: 1.4 × 10⁹, 12–14."""

_COMMA = {"ar": "، "}
"""Of the languages that have another than English."""

_RIGHT_TO_LEFT = "\N{RIGHT-TO-LEFT MARK}"
_TURNED = str.maketrans("→←", "←→")
_ISOLATE, _END = "\u2068", "\u2069"
"""A value that reads in its own direction: FIRST STRONG ISOLATE and its end (Unicode UAX 9)."""


def tr(pattern: str, /, **holes: object) -> str:
    """The pattern in the user's language, with a value for each `{name}` of it.

    The pattern is written out at the call, where the tool that collects the patterns for
    translators finds it.
    """
    return _filled(catalogue(language()).gettext(pattern) if pattern else "", holes)


def tr_plural(one: str, many: str, n: int, /, **holes: object) -> str:
    """A pattern that counts: `one` for 1 in English, `many` otherwise; `{n}` is the number.

    Other languages choose among their own forms, of which Arabic has six.
    """
    return _filled(tr_pattern(one, many, n), {"n": n, **holes})


def in_words(said: str) -> str:
    """A message in the user's language; a text that is no message is given back as it is."""
    if not isinstance(said, Message) or not said.pattern:
        return str(said)
    n = said.holes.get("n")
    if said.plural:
        pattern = tr_pattern(said.pattern, said.plural, n if isinstance(n, int) else 2)
    else:
        pattern = catalogue(language()).gettext(said.pattern)
    parts = [_filled(pattern, said.holes), *(f"({in_words(note)})" for note in said.notes)]
    return " ".join(parts)


def unit_in_words(unit: str) -> str:
    """What a unit of a quantity is called in the user's language; "" for none."""
    return in_words(unit_name(unit, language())) if unit else ""


def in_english(said: str) -> str:
    """A message whose English text has the names of its units, for reports that programs read."""
    if not isinstance(said, Message):
        return said
    units = {
        name: unit_name(str(value), "en") for name, value in said.holes.items() if name in HOLES
    }
    if not units:
        return said
    return Message("", said.pattern, said.plural, {**said.holes, **units}, said.notes)


def listed(parts: Iterable[str]) -> str:
    """Words one after another, parted as the user's language parts them."""
    return _COMMA.get(language(), ", ").join(parts)


def onward() -> str:
    """An arrow that points the way the window is read."""
    return "←" if is_right_to_left() else "→"


def in_own_direction(words: str) -> str:
    """Words of a text that stand in a menu or a list of the window and run their own way."""
    return _isolated(words)


def in_turn(words: Iterable[str]) -> str:
    """Words, each of which becomes the next, along the way the window is read."""
    return _begun(f" {onward()} ".join(map(_isolated, words)))


def changed_lines(where: str, before: str, after: str) -> str:
    """A text and, in the line below, what becomes of it, each in its own direction."""
    lines = (f"{where}  {_isolated(before)}", f"{onward()}  {_isolated(after)}")
    return "\n".join(map(_begun, lines))


def _begun(line: str) -> str:
    """A line that runs the way of the window, whatever its first word is."""
    return f"{_RIGHT_TO_LEFT}{line}" if is_right_to_left() else line


def error_in_words(error: BaseException) -> str:
    """What an error says, in the user's language where it is one of the program's own."""
    said = error.args[0] if error.args else ""
    return in_words(said) if isinstance(said, Message) else str(error)


def tr_pattern(one: str, many: str, n: int) -> str:
    """The form of a counting pattern that the user's language has for `n`, with its holes."""
    return catalogue(language()).ngettext(one, many, n)


def _filled(pattern: str, holes: Mapping[str, object]) -> str:
    if is_right_to_left():
        # Arrows are the only signs that Unicode does not turn round with the sentence.
        pattern = pattern.translate(_TURNED)
    if not holes:
        return pattern
    return _HOLE.sub(lambda hole: _value(_in_hole(holes, hole)), pattern)


def _in_hole(holes: Mapping[str, object], hole: re.Match[str]) -> object:
    """What stands in a hole: a value, words, or for a unit its name."""
    value = holes.get(hole[1], hole[0])
    return unit_in_words(str(value)) if hole[1] in HOLES and hole[1] in holes else value


def _value(value: object) -> str:
    if isinstance(value, Message) and value.pattern:
        return in_words(value)
    if isinstance(value, int | Decimal | Fraction):
        return _isolated(figures(value))
    return _isolated(harmless(str(value)))


def figures(value: int | Decimal | Fraction) -> str:
    """A value with the separators of the user's language."""
    return in_figures(value).translate(_separators(language()))


def _isolated(value: str) -> str:
    """Words that read in the other direction than the sentence around them, set apart."""
    if value.isascii() and not is_right_to_left():
        return value
    other = ("L",) if is_right_to_left() else ("R", "AL")
    apart = is_right_to_left() and _SEVERAL_FIGURES.search(value)
    if apart or any(bidirectional(sign) in other for sign in value):
        return f"{_ISOLATE}{value}{_END}"
    return value


@cache
def _separators(code: str) -> dict[int, str]:
    """What stands for the comma and the point of an English figure, by CLDR."""
    if code == "en":
        return {}
    from babel import Locale

    symbols = Locale.parse(code).number_symbols
    latin = symbols.get("latn", symbols)
    return {ord(","): latin["group"], ord("."): latin["decimal"]}


def megabytes(size: int) -> str:
    """A size in bytes, in words; 0 is one that nobody knows."""
    return tr("{size} MB", size=Decimal(f"{size / 1e6:.1f}")) if size else tr("size unknown")


def language_name(tag: str) -> str:
    """What a language is called in the language of the user, by CLDR."""
    from reviewer.text.languages import display_name

    name = display_name(tag, language())
    # CLDR has the Vietnamese ones as they begin a line, unlike those of other languages.
    return name[:1].lower() + name[1:] if name.startswith("Tiếng ") else name


def language_title(tag: str) -> str:
    """The name of a language as it begins a heading, a tab or a line of a list: CLDR writes it as
    it stands inside a sentence, which is small in Ukrainian."""
    name = language_name(tag)
    return name[:1].upper() + name[1:]
