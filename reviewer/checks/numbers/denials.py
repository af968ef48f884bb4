"""Whether a text denies what the other one says without a denial."""

from __future__ import annotations

from reviewer.checks.numbers.sides import TextFigures


def denied_in_one(source: TextFigures, target: TextFigures) -> bool:
    """Whether one text denies more often than the other, so that words that say the opposite
    may say the same: not until May, only after May; must not exceed 5 %, is less than 5 %."""
    from reviewer.checks.negation import forms

    known = forms(source.language), forms(target.language)
    if known[0] is None or known[1] is None:
        return False
    here, there = known[0].read(source.text), known[1].read(target.text)
    return len(here.denials) != len(there.denials)
