"""Raised and lowered characters: 10 with a raised 6 is 10⁶ to whoever sees it, not 106.

Digits and signs have characters of their own in Unicode (Superscripts and Subscripts, 2070
to 209F), letters by themselves as well (the mark of a note, a power). Several letters stay as
they are: "1er" and "2nd" are words.
"""

from __future__ import annotations

from typing import Literal
from unicodedata import decimal

from reviewer.written_values import SUPERSCRIPTS

Raised = Literal["", "superscript", "subscript"]

_DIGITS = "0123456789"
_FORMS: dict[str, dict[str, str]] = {
    "superscript": {**SUPERSCRIPTS, "−": "⁻", "–": "⁻"},
    "subscript": dict(zip(_DIGITS + "+-−–", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋", strict=True)),
}


_LETTERS = dict(zip("abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", strict=True))
"""Raised letters (Spacing Modifier Letters, Phonetic Extensions); there is none for q."""


def raised(text: str, how: Raised, *, letters: bool = True) -> str:
    """`text`, written raised or lowered, as a person sees it; of the same length.

    Digits are changed everywhere, signs only in a text of digits and signs, a letter where it
    stands alone (with `letters`; in a formula it is the name of a number).
    """
    forms = _FORMS.get(how)
    if not forms:
        return text
    if letters and how == "superscript" and len(text.strip()) == 1:
        forms = {**forms, **_LETTERS}
    plain = text if text.isascii() else "".join(map(_digit, text))
    whole = all(character in forms for character in plain.strip())
    return "".join(
        forms.get(as_plain, character) if whole or as_plain in _DIGITS else character
        for character, as_plain in zip(text, plain, strict=True)
    )


def _digit(character: str) -> str:
    """A digit of another script as a plain one: Unicode raises no others."""
    return str(decimal(character)) if character.isdecimal() else character


def lowered(character: str, how: Raised) -> str | None:
    """What to write in a raised (lowered) text so that it is seen as `character`.

    None where that cannot be: a digit of the line itself.
    """
    forms = _FORMS.get(how, {})
    if how == "superscript":
        forms = {**forms, **_LETTERS}
    for written, seen in forms.items():
        if seen == character:
            return written
    return None if character in forms else character


def lowered_beside(seen: str, written: str, text: str) -> str:
    """`text` as it is written beside a character that is seen as `seen` and `written` so.

    Beside a digit that markup raises, raised digits are written as plain ones.
    """
    for how, forms in _FORMS.items():
        if seen != written and forms.get(written) == seen:
            return "".join(lowered(each, how) or each for each in text)  # type: ignore[arg-type]
    return text
