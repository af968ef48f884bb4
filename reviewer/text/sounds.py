"""How far apart the sounds of two spellings are, where a name went through another script.

Letters of one place of the mouth cost little to exchange (b and p, k and g), vowels hardly count,
and what stands behind the name (an ending) is cheap. It tells "Enceladus" from "Raonic" where both
have a word in Arabic letters that is nothing like them, and holds for names that nobody has seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_VOWELS = frozenset("aeiouyw")
_LIGHT, _HALF, _SOFT, _HEAVY = 0.12, 0.6, 0.25, 1.0
"""What a vowel costs that is on one side only; r, l and n; h; any other consonant."""

_OTHER = 1.1
"""What it costs that a consonant is quite another."""

_BEFORE, _BEHIND, _LONGEST_ENDING = 0.8, 0.35, 1.2
"""Share of its cost that a sound has before a name, and behind it, up to so much."""

_LEAST = 0.5
"""The least weight that a name is taken to have."""

_NEAR, _FURTHEST = 0.15, 0.6
"""From where on no nearer word is sought, and how far apart two are looked at."""

_TOGETHER = re.compile(
    "(?P<J>tsch|sch|tch|sh|zh|dj)|(?P<C>ch)|(?P<F>ph)|(?P<T>th)|(?P<D>dh)|(?P<H>kh)|(?P<G>gh)"
    "|(?P<K>ck|qu|q)|(?P<Q>c(?![eiy]))|(?P<Z>c)|(?P<S>ts|tz|z)|(?P<g>g(?=[eiy]))|(?P<X>x)|(?P<one>[a-z])"
)
_PINYIN = re.compile("(?P<J>zh|sh|ch|j|q|x)|(?P<S>c|z)|(?P<one>[a-z])")

_ALIKE = (
    ("LR", 0.25), ("BP", 0.15), ("VF", 0.1), ("BPVF", 0.4), ("DT", 0.1), ("MN", 0.35),
    ("KQ", 0.0), ("GKQ", 0.1), ("GKQgC", 0.2), ("CKQHG", 0.2), ("ZKQG", 0.2), ("GKQH", 0.4),
    ("GJ", 0.3), ("gJCS", 0.3), ("QJSC", 0.35), ("SJCZ", 0.35), ("HJC", 0.5), ("SZ", 0.05),
    ("CJ", 0.05), ("TF", 0.3), ("TSJC", 0.5),
)  # fmt: skip
_ALIKE_EACH = (("X", "KQSGHJ", 0.3), ("wu", "VFBP", 0.35), ("iye", "Jg", 0.35), ("R", "e", 0.5))


def sounds(word: str, *, pinyin: bool = False) -> str:
    """A folded word as its sounds: one sign each, capitals for consonants."""
    found: list[str] = []
    for match in (_PINYIN if pinyin else _TOGETHER).finditer(word):
        kind = match.lastgroup or ""
        sound = kind
        if kind == "one":
            sound = match[0] if match[0] in _VOWELS else match[0].upper()
        if not found or found[-1] != sound:
            found.append(sound)
    return "".join(found)


def weight(name: str) -> float:
    """How much there is to hear of the sounds of a name."""
    return sum(map(_lost, name))


def distance(name: str, heard: Iterable[str], *, anywhere: bool = False) -> float:
    """How far the sounds of a name are from the nearest of some words: 0 is the same, and words
    that have nothing to do with it are hardly below 0.4. Beyond 0.6 it is 1. `anywhere`: they may
    stand in the midst of a text."""
    nearest = 1.0
    for one in heard:
        if one:
            nearest = min(nearest, _distance(name, one, anywhere))
            if nearest <= _NEAR:
                break
    return nearest


@lru_cache(maxsize=8192)
def _distance(name: str, text: str, anywhere: bool) -> float:
    added = [_LIGHT if sound in _VOWELS else _HALF if sound in "NRL" else _lost(sound)
             for sound in text]  # fmt: skip
    whole = max(weight(name), _LEAST)
    furthest = _FURTHEST * whole
    row = [0.0]
    for cost in added:
        row.append(0.0 if anywhere else row[-1] + _BEFORE * cost)
    for sound in name:
        lost, exchanged = _lost(sound), _EXCHANGED[sound]
        left = row[0] + lost
        new = [left]
        above = row[0]
        for at, other in enumerate(text, 1):
            best = above + exchanged[other]
            above = row[at]
            if above + lost < best:
                best = above + lost
            if left + added[at - 1] < best:
                best = left + added[at - 1]
            left = best
            new.append(best)
        if min(new) > furthest:
            return 1.0
        row = new
    if anywhere:
        return min(row) / whole
    behind, best = 0.0, row[-1]
    for at in range(len(text) - 1, -1, -1):
        behind = min(behind + added[at], _LONGEST_ENDING)
        best = min(best, row[at] + _BEHIND * behind)
    return best / whole if best <= furthest else 1.0


def _lost(sound: str) -> float:
    if sound in _VOWELS:
        return _LIGHT
    return _SOFT if sound == "H" else _HALF if sound in "NRL" else _HEAVY


def _exchange(first: str, second: str) -> float:
    if first == second:
        return 0.0
    if first in _VOWELS and second in _VOWELS:
        return _LIGHT
    costs = [cost for group, cost in _ALIKE if first in group and second in group]
    for some, others, cost in _ALIKE_EACH:
        if (first in some and second in others) or (second in some and first in others):
            costs.append(cost)
    if costs:
        return min(costs)
    if first in _VOWELS or second in _VOWELS:
        return _lost(first) + _lost(second)
    return _OTHER


_SOUNDS = "ABCDEFGHIJKLMNOPQRSTUVWXYZgaeiouyw"
_EXCHANGED = {first: {second: _exchange(first, second) for second in _SOUNDS} for first in _SOUNDS}
