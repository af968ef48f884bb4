"""How a translation usually writes a name, and which words are a letter away from that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reviewer.text.names import folded

FEWEST_LETTERS = 5
"""Shorter names differ by a letter from too many words."""

_MOST_CHANGES = 1
"""Letters by which a slip differs from the usual spelling; two neighbours exchanged are one."""

_ENDING = 2
"""Letters at the end of a word that inflection may change."""

_USUAL = 2
"""Rows that must have the usual spelling for each row that has the other one."""

PUT_BEFORE = {"ar": "وفبكل", "he": "ובכלמשה"}
"""Letters that a language writes together with the word behind them: "and", "in", "to"."""

_NO_ENDINGS = frozenset({"en", "es", "fr", "id", "it", "ms", "nl", "pt", "vi"})
"""Languages in which another last letter makes no other form of a name."""

_LONGEST_ENDING = 6
_NEW_ENDING = 3
"""Letters of an ending that the name has nowhere else."""


@dataclass(frozen=True, slots=True)
class UsualSpelling:
    """How a translation writes a name: its forms, what they begin with, and how often each."""

    forms: frozenset[str]
    stem: str
    often: int
    counts: Mapping[str, int]
    fixed: bool
    """Whether nothing of the stem is an ending: it is the source's own spelling."""

    @classmethod
    def of(cls, name: str, counts: Mapping[str, int], language: str) -> UsualSpelling | None:
        """Those of most places; None where no spelling is the usual one."""
        counts = _without_put_before(counts, PUT_BEFORE.get(language, ""))
        if not counts:
            return None
        stands = language in _NO_ENDINGS
        most = max(
            sorted(counts),
            key=lambda one: (
                _is_own(one, name) and counts[one] >= _USUAL,
                sum(counts[form] for form in _forms(one, counts, stands or _is_own(one, name))),
                counts[one],
            ),
        )
        fixed = stands or _is_own(most, name)
        forms = _forms(most, counts, fixed)
        often = sum(counts[form] for form in forms)
        if often < _USUAL or len(most) < FEWEST_LETTERS:
            return None
        return cls(frozenset(forms), _common_beginning(forms), often, counts, fixed)

    def has(self, written: str) -> bool:
        """Whether a word is the name in any form."""
        return written.startswith(self.stem) or written in self.forms

    def spells_like(self, other: UsualSpelling) -> bool:
        """Whether the same words are forms of the name, however often each."""
        return (self.forms, self.stem, self.fixed) == (other.forms, other.stem, other.fixed)

    def is_near(self, written: str) -> bool:
        """Whether one letter of a word, and not in the ending, makes it other than a form."""
        return (
            abs(len(written) - len(self.stem)) <= _LONGEST_ENDING
            and len(written) >= FEWEST_LETTERS - 1
            and (written[0].lower() == written[0].upper() or written[0].isupper())
            and (
                any(self._differs_inside(written, form) for form in self.forms)
                or self._has_another_stem(written)
            )
        )

    def nearest(self, written: str) -> str:
        """The form that a word is a slip of, the most frequent one; "" where the word is too
        frequent to be a slip."""
        if self.counts.get(written, 1) * _USUAL > self.often:
            return ""
        return min(
            (form for form in self.forms if self._differs_inside(written, form)),
            key=lambda form: (-self.counts[form], form),
            default=self._with_ending(written),
        )

    def _with_ending(self, written: str) -> str:
        """The usual stem with the ending of a word whose stem has another letter; "" for others."""
        another = self._has_another_stem(written)
        return self.stem + written[len(self.stem) :] if another else ""

    def _has_another_stem(self, written: str) -> bool:
        """Whether a word is like a form that nobody has seen yet, but for one letter inside: its
        beginning is the stem with another letter, and an ending follows."""
        ending = written[len(self.stem) :]
        if self.fixed or len(self.stem) < FEWEST_LETTERS or len(ending) > _NEW_ENDING:
            return False
        pairs = zip(self.stem[:-1], written, strict=False)
        differs = sum(one.casefold() != other.casefold() for one, other in pairs)
        if folded(self.stem) == folded(written[: len(self.stem)]):
            return False  # a mark on a letter: an umlaut, as derivation puts it
        return (
            differs == 1
            and written[0] == self.stem[0]
            and self.stem[-1] == written[len(self.stem) - 1 : len(self.stem)]
        )

    def _differs_inside(self, written: str, form: str) -> bool:
        from rapidfuzz.distance import OSA

        return (
            form.casefold() != written.casefold()
            and OSA.distance(form, written) == _MOST_CHANGES
            and self._is_inside(written, form)
        )

    def _is_inside(self, written: str, form: str) -> bool:
        """Whether the one letter that differs is neither at the end, where inflection changes it
        too, nor put before the word, as Arabic writes "in" and "and"."""
        place = len(_common_beginning([form, written]))
        if len(form) == len(written):
            return self.fixed or place < len(form) - 1
        return 0 < place < len(self.stem) - (not self.fixed)


def _without_put_before(counts: Mapping[str, int], letters: str) -> Mapping[str, int]:
    """The counts with "in Berlin" written as one word under Berlin, where that stands too."""
    if not letters:
        return counts
    found: Counter[str] = Counter()
    for written, count in counts.items():
        rest = written[1:]
        found[rest if written[0] in letters and rest in counts else written] += count
    return found


def _is_own(written: str, name: str) -> bool:
    """Whether a word is the source's own spelling, letter by letter: one in another script takes
    endings whatever it sounds like."""
    return folded(written) == name and written[0] < "\u0250"


def _forms(most: str, counts: Mapping[str, int], fixed: bool) -> set[str]:
    """What may be forms of one spelling: only the ending differs, and not inside it; where it is
    `fixed`, nothing but what is put behind it."""
    kept = len(most) if fixed else max(len(most) - _ENDING, 3)
    return {
        one
        for one in counts
        if one.startswith(most[:kept])
        and (one == most or len(one) != len(most) or one[-1] != most[-1])
    }


def _common_beginning(words: Iterable[str]) -> str:
    ordered = sorted(words)
    first, last = ordered[0], ordered[-1]
    same = (index for index, letter in enumerate(first) if last[index : index + 1] != letter)
    return first[: next(same, len(first))]
