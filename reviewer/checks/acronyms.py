"""Acronyms that the translation keeps elsewhere and lacks here."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from reviewer.checks.base import ALIGNED, DocumentCheck, Page
from reviewer.checks.rows import Key, Rows, Whole
from reviewer.domain import Finding, Pair, Span
from reviewer.messages import message
from reviewer.text.words import is_function_word

_ACRONYM = re.compile(r"(?<![\w-])[A-Z][A-Z0-9&]{1,7}(?![\w-])")
_NEXT_WORD = re.compile(r"[ \u00a0]([^\W\d_]+)")
_LANDS = frozenset({"US", "USA", "UK", "EU", "UN", "UAE", "USSR", "GDR", "PRC", "DRC"})
"""Lands whose acronym before a noun is an adjective in most languages (the US army)."""

_ROMAN = re.compile(r"[IVXLCDM]+")
_ELSEWHERE = 2
"""Other rows that must keep the acronym."""
_SHARE_ELSEWHERE = 0.75
"""Share of the other rows with the acronym that must keep it."""
_IN_CAPITALS = 0.5
"""Share of capitals from which a text is written in capitals and holds no acronyms."""


class Acronyms(DocumentCheck):
    """An acronym of the source that other rows keep as it is, and this one has not."""

    id = "acronyms"
    title = "Missing acronym"
    severity = "minor"
    its = "omission"
    mqm = "omission"
    page = Page(
        finds=message("An acronym that other rows keep as it is and this one has not."),
        languages=message("all"),
        measured=("At most 0.1 % of faithful rows are told."),
    )
    compares_sides = True

    def whole(self, rows: Rows) -> _Kept:
        """Which acronyms stand in the rows, and where they are kept."""
        return _Kept(rows)


class _Kept(Whole):
    """For each acronym the rows of the source that have it, and those that keep it."""

    def __init__(self, rows: Rows) -> None:
        super().__init__(rows)
        self._kept: Counter[str] = Counter()
        self._left_out: dict[str, set[Key]] = {}
        self._touched: dict[str, None] = {}
        self._rows: set[Key] = set()

    def add(self, key: Key, pair: Pair) -> None:
        """Count the acronyms of a row."""
        for acronym in _acronyms(pair):
            self._touched[acronym] = None
            if acronym in pair.target:
                self._kept[acronym] += 1
            else:
                self._left_out.setdefault(acronym, set()).add(key)

    def remove(self, key: Key, pair: Pair) -> None:
        """Count them no longer."""
        self._rows.add(key)
        for acronym in _acronyms(pair):
            self._touched[acronym] = None
            if acronym in pair.target:
                self._kept[acronym] -= 1
            else:
                self._left_out[acronym].discard(key)

    def changed(self) -> set[Key]:
        """The rows that lack an acronym of which there are more or fewer now."""
        rows, touched = self._rows, self._touched
        self._rows, self._touched = set(), {}
        return rows.union(*(self._left_out.get(acronym, ()) for acronym in touched))

    def found(self, key: Key) -> list[Finding]:
        """One finding for each acronym that is kept elsewhere."""
        pair = self.rows.pairs.get(key)
        return [
            _finding(acronym, span)
            for acronym, span in (_acronyms(pair) if pair else {}).items()
            if key in self._left_out.get(acronym, ()) and self._is_kept_elsewhere(acronym)
        ]

    def _is_kept_elsewhere(self, acronym: str) -> bool:
        kept = self._kept[acronym]
        others = kept + len(self._left_out[acronym]) - 1
        return kept >= max(_ELSEWHERE, others * _SHARE_ELSEWHERE)


def _acronyms(pair: Pair) -> dict[str, Span]:
    """The acronyms of a source that has a translation, where each stands first."""
    if pair.relation not in ALIGNED or not pair.target:
        return {}
    found: dict[str, Span] = {}
    for match in _ACRONYM.finditer(pair.source):
        if not (_ROMAN.fullmatch(match[0]) or _is_adjective(match, pair.source_language)):
            found.setdefault(match[0], Span(*match.span()))
    return {} if found and _is_shouted(pair.source) else found


def _is_adjective(match: re.Match[str], language: str) -> bool:
    if match[0] not in _LANDS:
        return False
    behind = _NEXT_WORD.match(match.string, match.end())
    return behind is not None and not is_function_word(behind[1], language)


def _finding(acronym: str, span: Span) -> Finding:
    return Finding(
        Acronyms.id,
        "missing",
        "minor",
        message(
            "“{acronym}” is not in the translation of this sentence; elsewhere it is kept.",
            acronym=acronym,
        ),
        source_spans=(span,),
        rule="acronym-missing",
        confidence=0.5,
        subject=acronym,
    )


@lru_cache(maxsize=8192)
def _is_shouted(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return sum(map(str.isupper, letters)) > len(letters) * _IN_CAPITALS
