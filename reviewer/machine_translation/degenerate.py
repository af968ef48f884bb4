"""Output that says nothing of its input: loops, nothing, a copy, an absurd length."""

from __future__ import annotations

import re

from rapidfuzz.fuzz import ratio

from reviewer.text.lengths import DENSE, substance

LONGEST_LOOP = 8
"""Words of a phrase that is looked for as a loop."""
LONG = 24.0
"""Weighted letters from which the ratio of two lengths says something."""


def is_reliable(source: str, output: str) -> bool:
    """Whether `output` may be a translation of `source` at all.

    The limits are such that none of the recorded back-translations of real engines that
    reads as a sentence is thrown out (tests/benchmarks/test_machine_translation.py).
    """
    if not _letters(source):
        return True
    return not (
        not _letters(output)
        or _is_copy(source, output)
        or loops(output) > max(3, loops(source))
        or _is_monotonous(source, output)
        or _is_absurdly_long_or_short(source, output)
    )


def loops(text: str) -> int:
    """How often a phrase of one to eight words, or a piece of a word, follows upon itself."""
    words = text.casefold().split()
    most = 1
    for length in range(1, LONGEST_LOOP + 1):
        run = 0
        for place in range(len(words) - length):
            run = run + 1 if words[place] == words[place + length] else 0
            most = max(most, run // length + 1)
    for match in re.finditer(r"([^\W\d_]{1,8}?)\1{3,}", text):
        # "aaah" and "hahahaha" are no loops of an engine; a long run of pieces is.
        if len(match[0]) >= 12:
            most = max(most, len(match[0]) // len(match[1]))
    return most


def _letters(text: str) -> bool:
    return any(char.isalpha() for char in text)


def _is_copy(source: str, output: str) -> bool:
    # Three words may be a name. Between related languages whole sentences are alike, but
    # hardly ever to the letter.
    left, right = source.casefold().split(), output.casefold().split()
    if len(left) <= 3 and not DENSE.search(source):
        return False
    return ratio(left, right) >= 90 and ratio(source, output) >= 92


def _is_monotonous(source: str, output: str) -> bool:
    def variety(text: str) -> float:
        words = text.casefold().split()
        return len(set(words)) / len(words) if len(words) >= 16 else 1.0

    return variety(output) < min(0.4, variety(source) * 0.6)


def _is_absurdly_long_or_short(source: str, output: str) -> bool:
    before, after = substance(source), substance(output)
    if max(before, after) < LONG:
        return False
    return not before / 4 <= after <= before * 4
