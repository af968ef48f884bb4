"""Whether a text denies what the other one says without a denial."""

from __future__ import annotations

from reviewer.checks.numbers.sides import TextFigures


def denied_in_one(
    source: TextFigures, target: TextFigures, *, apart: tuple[str, str] = ("", "")
) -> bool:
    """Whether one text denies more often than the other, so that words that say the opposite
    may say the same: not until May, only after May; must not exceed 5 %, is less than 5 %.
    What stands `apart` is known to deny (no later than)."""
    from reviewer.checks.negation import forms

    known = forms(source.language), forms(target.language)
    if known[0] is None or known[1] is None:
        return False
    here, there = (
        len(forms_of.read(side.text).denials) - len(forms_of.read(words).denials)
        for forms_of, side, words in zip(known, (source, target), apart, strict=True)
        if forms_of is not None
    )
    return here != there
