"""Phrases that name a time by its hour in a language's own way: без {m} {h}, tres quarts de {h}.

Each is written with {h} where the hour stands ({o}: an hour that only an ordinal names) and {m}
where minutes do; what stands around and between them is a regular expression. What stands before
a "~" must be there and is no part of the time. Source: the lexica (tools/data/number_words).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_SLOT = re.compile(r"\{([hmo])\}")
_OPTIONAL = re.compile(r"\([^()]*\)\??|\[[^\]]*\]|[^\W\d_]\?|\{[hmo]\}")
_LETTERS = re.compile(r"[^\W\d_]+")
_SPACED = "\u2e80"
"""Scripts from here on write words without spaces, so that a word may end anywhere."""


@dataclass(frozen=True, slots=True)
class ClockPhrase:
    """What stands before, between and behind the numbers, and the minutes that it makes of them.

    `told` is a piece of a word that every text with the phrase holds. `slots` are "h", "o" and
    "m" in the order of the text. The time is the hour with `shift` minutes and `sign` times the
    minutes told.
    """

    told: str
    context: re.Pattern[str]
    before: re.Pattern[str]
    between: re.Pattern[str]
    behind: re.Pattern[str]
    slots: str
    shift: int
    sign: int


def clock_phrases(written: Mapping[str, Sequence[int]]) -> tuple[ClockPhrase, ...]:
    """The phrases of a lexicon: how each is written, to its shift in minutes and its sign."""
    return tuple(_compiled(form, *numbers) for form, numbers in written.items())


def _compiled(form: str, shift: int, sign: int) -> ClockPhrase:
    context, _, phrase = form.rpartition("~")
    before, *rest = _SLOT.split(phrase)
    slots, behind = "".join(rest[::2]), rest[-1]
    words = _LETTERS.findall(_certain(phrase)) or [""]
    letters = "".join(filter(str.isalpha, behind))
    ends = r"(?![^\W\d_])" if letters and letters[-1] < _SPACED else ""
    return ClockPhrase(
        max(words, key=len)[1:],
        _ending(context),
        _ending(before),
        re.compile(rest[1] if len(slots) > 1 else "", re.IGNORECASE),
        re.compile(behind + ends, re.IGNORECASE),
        slots,
        shift,
        sign,
    )


def _certain(phrase: str) -> str:
    """What of a phrase stands in every text that has it."""
    without = _OPTIONAL.sub(" ", phrase)
    return without if without == phrase else _certain(without)


def _ending(words: str) -> re.Pattern[str]:
    """What must stand right before a place; words only from their beginnings."""
    apart = r"(?<!\w)" if words and words[-1] < _SPACED else ""
    return re.compile(f"{apart}(?:{words})$", re.IGNORECASE)
