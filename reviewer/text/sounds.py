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
    "|(?P<K>ck|qu|q)|(?P<Q>c(?![eiy]))|(?P<Z>c)|(?P<S>ts|tz|z)|(?P<j>g(?=[eiy]))"
)
_PINYIN = re.compile("(?P<J>zh|sh|ch|j|q|x)|(?P<S>c|z)")
_AS_BEFORE = re.compile(r"(.)\1+")

_ALIKE = (
    ("LR", 0.25), ("BP", 0.15), ("VF", 0.1), ("BPVF", 0.4), ("DT", 0.1), ("MN", 0.35),
    ("KQ", 0.0), ("GKQ", 0.1), ("GKQgC", 0.2), ("CKQHG", 0.2), ("ZKQG", 0.2), ("GKQH", 0.4),
    ("GJ", 0.3), ("gJCS", 0.3), ("QJSC", 0.35), ("SJCZ", 0.35), ("HJC", 0.5), ("SZ", 0.05),
    ("CJ", 0.05), ("TF", 0.3), ("TSJC", 0.5),
)  # fmt: skip
_ALIKE_EACH = (("X", "KQSGHJ", 0.3), ("wu", "VFBP", 0.35), ("iye", "Jg", 0.35), ("R", "e", 0.5))


@lru_cache(maxsize=16_384)
def sounds(word: str, *, pinyin: bool = False) -> str:
    """A folded word as its sounds: one sign each, capitals for consonants."""
    signs = (_PINYIN if pinyin else _TOGETHER).sub(_sign, word).translate(_SIGNS)
    return _AS_BEFORE.sub(r"\1", signs)


def _sign(match: re.Match[str]) -> str:
    """What stands for some letters, before those that stand for themselves: a soft g is a zero."""
    sign = match.lastgroup or ""
    return "\0" if sign == "j" else sign


class _Signs(dict[int, str]):
    """Of a letter its sign; all else is left out."""

    def __missing__(self, char: int) -> str:
        return ""


_SIGNS = _Signs(
    {ord(one): one if one in _VOWELS else one.upper() for one in "abcdefghijklmnopqrstuvwxyz"}
    | {ord(one): one for one in "JCFTDHGKQZS"}
)
_SIGNS[0] = "g"


@lru_cache(maxsize=8192)
def weight(name: str) -> float:
    """How much there is to hear of the sounds of a name."""
    return sum(_LOST[sound] for sound in name)


def distance(
    name: str, heard: Iterable[str], *, anywhere: bool = False, within: float = _FURTHEST
) -> float:
    """How far the sounds of a name are from the nearest of some words: 0 is the same, and words
    that have nothing to do with it are hardly below 0.4. Beyond 0.6, or `within` where that is
    less, it is 1. `anywhere`: they may stand in the midst of a text."""
    whole = max(weight(name), _LEAST)
    nearest, furthest = whole, min(within, _FURTHEST) * whole
    near = [_LEVELS[sound] for sound in name]
    for least, one in sorted((_at_least(near, one), one) for one in heard if one):
        if least > furthest:
            break
        far = _distance(name, one, furthest, anywhere)
        if far <= furthest:
            nearest = furthest = far
            if far <= _NEAR * whole:
                break
    return nearest / whole


def _at_least(near: list[tuple[tuple[int, float], ...]], word: str) -> float:
    """What it costs to find for each sound of a name the nearest that a word has, whatever the
    order: most words need not be compared any further."""
    has, cost = _as_bits(word), 0.0
    for levels in near:
        for bits, asked in levels:
            if bits & has:
                cost += asked
                break
    return cost


def _distance(name: str, text: str, furthest: float, anywhere: bool) -> float:
    """The cost of making a text out of a name, or more than `furthest`."""
    added = [_LOST[sound] for sound in text]
    row = [0.0]
    for cost in added:
        row.append(0.0 if anywhere else row[-1] + _BEFORE * cost)
    for sound in name:
        lost, exchanged = _LOST[sound], _EXCHANGED[sound]
        above = row[0]
        left = above + lost
        new = [left]
        for other, more, here in zip(text, added, row[1:], strict=True):
            best = above + exchanged[other]
            above = here
            if above + lost < best:
                best = above + lost
            if left + more < best:
                best = left + more
            left = best
            new.append(best)
        if min(new) > furthest:
            return min(new)
        row = new
    if anywhere:
        return min(row)
    behind, best = 0.0, row[-1]
    for at in range(len(text) - 1, -1, -1):
        behind = min(behind + added[at], _LONGEST_ENDING)
        best = min(best, row[at] + _BEHIND * behind)
    return best


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
        return _LOST[first] + _LOST[second]
    return _OTHER


@lru_cache(maxsize=8192)
def _as_bits(word: str) -> int:
    """The sounds of a word, one bit each."""
    return sum(_BITS[sound] for sound in set(word))


_SOUNDS = "ABCDEFGHIJKLMNOPQRSTUVWXYZgaeiouyw"
_LOST = {
    one: _LIGHT if one in _VOWELS else _SOFT if one == "H" else _HALF if one in "NRL" else _HEAVY
    for one in _SOUNDS
}
_EXCHANGED = {first: {second: _exchange(first, second) for second in _SOUNDS} for first in _SOUNDS}

_BITS = {sound: 1 << at for at, sound in enumerate(_SOUNDS)}


def _levels(sound: str) -> tuple[tuple[int, float], ...]:
    """For each cost, from the least, the sounds that may stand for one at no more than that; last
    what it costs to do without it."""
    costs = sorted({one for one in _EXCHANGED[sound].values() if one < _LOST[sound]})
    cheap = [
        (sum(_BITS[other] for other in _SOUNDS if _EXCHANGED[sound][other] <= cost), cost)
        for cost in costs
    ]
    return (*cheap, (-1, _LOST[sound]))


_LEVELS = {sound: _levels(sound) for sound in _SOUNDS}
