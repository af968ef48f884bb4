"""Acronyms that the translation keeps elsewhere and lacks here."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from reviewer.checks.base import ALIGNED, DocumentCheck, Page
from reviewer.domain import Finding, Pair, Span, message

_ACRONYM = re.compile(r"(?<![\w-])[A-Z][A-Z0-9&]{1,7}(?![\w-])")
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

    def find_all(self, pairs: Sequence[Pair]) -> Mapping[int, list[Finding]]:
        """The findings by index into `pairs`."""
        rows: dict[str, dict[int, Span]] = {}
        for index, pair in enumerate(pairs):
            if pair.relation in ALIGNED and pair.target and not _is_shouted(pair.source):
                for match in _ACRONYM.finditer(pair.source):
                    if not _ROMAN.fullmatch(match[0]):
                        rows.setdefault(match[0], {}).setdefault(index, Span(*match.span()))
        found: dict[int, list[Finding]] = {}
        for acronym, places in rows.items():
            kept = sum(acronym in pairs[index].target for index in places)
            others = len(places) - 1
            if kept < _ELSEWHERE or kept < others * _SHARE_ELSEWHERE:
                continue
            for index, span in places.items():
                if acronym not in pairs[index].target:
                    found.setdefault(index, []).append(self._finding(acronym, span))
        return found

    def _finding(self, acronym: str, span: Span) -> Finding:
        return Finding(
            self.id,
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
