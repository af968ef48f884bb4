"""Sentences left out of which the source says the same in another place that is translated."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from reviewer.checks.base import ALIGNED, DocumentCheck, Page
from reviewer.checks.missing import Missing
from reviewer.domain import Finding, Pair, Span, message
from reviewer.text.scripts import has_spaces

_FEWEST = 5
"""Different words of a sentence (pairs of letters, where words stand without spaces) that can be
told to be said again."""

_SAID = 0.8
"""Share of them that the other place must have."""

_LONGEST_QUOTE = 80
_STEM = 5
_WORD = re.compile(r"[^\W\d_]{2,}")
_FIGURE = re.compile(r"\d+")
_INNER_CAPITAL = re.compile(r"(?<=[^\W\d_] )[A-ZÀ-ÞΑ-ΩА-Я]\w+")


class RepeatedSource(DocumentCheck):
    """A sentence of the source without a counterpart that the source says twice, as a lead and the
    text below it do: the translation belongs to the other place."""

    id = "repeated-source"
    title = "Repeated, left out once"
    severity = "minor"
    its = "omission"
    mqm = "omission"
    page = Page(
        finds=message(
            "A sentence that the translation leaves out, where the source says the same in another "
            "place that is translated."
        ),
        languages=message("all"),
        measured="In place of a missing sentence only, which is told all the same.",
    )
    marks_whole_side = True
    explains = frozenset({Missing.id})

    def find_all(self, pairs: Sequence[Pair]) -> Mapping[int, list[Finding]]:
        """A finding for each such sentence."""
        missing = [n for n, pair in enumerate(pairs) if pair.relation == "missing"]
        if not missing:
            return {}
        having: dict[str, list[int]] = defaultdict(list)
        for index, pair in enumerate(pairs):
            if pair.relation in ALIGNED and pair.target.strip():
                for unit in _units(pair):
                    having[unit].append(index)
        found = {}
        for index in missing:
            other = _said_at(pairs[index], pairs, having)
            if other is not None:
                found[index] = [_finding(pairs[index], pairs[other])]
        return found


def _said_at(pair: Pair, pairs: Sequence[Pair], having: Mapping[str, Sequence[int]]) -> int | None:
    """The translated pair whose source says the most of what the source of `pair` says, if it
    says nearly all of it, and every figure and name."""
    units = _units(pair)
    if len(units) < _FEWEST:
        return None
    shared = Counter(index for unit in units for index in having.get(unit, ()))
    for index, count in sorted(shared.items(), key=lambda one: (-one[1], one[0])):
        if count < _SAID * len(units):
            return None
        if _certain(pair.source) <= _certain(pairs[index].source, anywhere=True):
            return index
    return None


def _units(pair: Pair) -> set[str]:
    words = _WORD.findall(pair.source.casefold())
    if has_spaces(pair.source_language):
        return {word[:_STEM] for word in words}
    return {word[n : n + 2] for word in words for n in range(len(word) - 1)}


def _certain(text: str, *, anywhere: bool = False) -> set[str]:
    """The figures and the names of a text (`anywhere`: every word, which may be one)."""
    words = _WORD.findall(text) if anywhere else _INNER_CAPITAL.findall(text)
    return {*_FIGURE.findall(text), *(word.casefold()[:_STEM] for word in words)}


def _finding(pair: Pair, other: Pair) -> Finding:
    words = other.source
    if len(words) > _LONGEST_QUOTE:
        words = words[: _LONGEST_QUOTE - 1].rstrip() + "…"
    return Finding(
        RepeatedSource.id,
        "sentence",
        "minor",
        message(
            "The translation leaves this sentence out. The source says the same in another place, "
            "which is translated: “{words}”",
            words=words,
        ),
        source_spans=(Span(0, len(pair.source)),),
        rule="repeated-source",
        confidence=pair.confidence,
    )
