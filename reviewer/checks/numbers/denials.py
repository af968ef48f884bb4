"""Whether a text denies what the other one says without a denial."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.checks.numbers.sides import TextFigures

if TYPE_CHECKING:
    from reviewer.checks.negation import Forms


def denied_in_one(
    source: TextFigures, target: TextFigures, *, apart: tuple[str, str] = ("", "")
) -> bool:
    """Whether one text denies more often than the other, so that words that say the opposite
    may say the same: not until May, only after May; must not exceed 5 %, is less than 5 %.
    What stands `apart` is known to deny (no later than)."""
    known = forms_of_denial(source), forms_of_denial(target)
    if known[0] is None or known[1] is None:
        return False
    here, there = (
        len(forms_of.read(side.text).denials) - len(forms_of.read(words).denials)
        for forms_of, side, words in zip(known, (source, target), apart, strict=True)
        if forms_of is not None
    )
    return here != there


def forms_of_denial(side: TextFigures) -> Forms | None:
    """How a text's language denies; None where its lexicon says what denies a limit, or nobody
    does."""
    from reviewer.checks.negation import forms

    return None if "denials" in side.lexicon.facts else forms(side.language)
