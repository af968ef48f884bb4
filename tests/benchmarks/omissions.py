"""Sentence pairs of flores-dev with a clause left out of, or put into, the translation.

A clause is what punctuation marks off: a coordinate or relative clause, a parenthesis, an
item of a list. It is taken out of the target and the clause at the same place out of the
recorded back-translation, where both have the same number of clauses. What the source loses
an answer to follows from the words that it shares with that clause alone.
"""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SHARED = Path(__file__).resolve().parents[3] / "shared" / "bench" / "flores-dev"
LANGUAGES = ("ar", "de", "id", "tr", "uk", "vi", "zh")

_MARK = re.compile(r"\s*(?:(?<!\d)[,;:]|[,;:](?!\d)|[()،؛，、；：（）]|\s[–—-]\s|——)\s*")
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True)
class Case:
    """A pair with its back-translation; `lost` are the source's words without an answer.

    Without `lost` and `extra` the pair is as it was; `extra` are words of the
    back-translation that were put in.
    """

    language: str
    source: str
    target: str
    back: str
    lost: frozenset[str] = frozenset()
    extra: frozenset[str] = frozenset()


def untouched(language: str) -> list[Case]:
    """The pairs as they are."""
    read = {
        name: (SHARED / name).read_text("utf-8").splitlines()
        for name in ("en.txt", f"{language}.txt", back_name(language))
    }
    return [Case(language, *sides) for sides in zip(*read.values(), strict=True)]


def back_name(language: str) -> str:
    return next(SHARED.glob(f"{language}.back.*.en")).name


def left_out(language: str, seed: int = 1) -> list[Case]:
    """Of every pair that allows it, a version with one clause left out."""
    chance = random.Random(f"{seed}{language}")
    return [case for pair in untouched(language) if (case := _leave_out(pair, chance))]


def put_in(language: str, seed: int = 1) -> list[Case]:
    """Of every pair that allows it, a version with a clause of another pair put in."""
    chance = random.Random(f"{seed}{language}+")
    pairs = untouched(language)
    clauses = [
        (cut[0][where], cut[1][where])
        for pair in pairs
        if (cut := _cut(pair.target, pair.back))
        for where in range(1, len(cut[0]))
        if 2 <= len(_WORD.findall(cut[1][where])) <= 9
    ]
    cases = []
    for pair in pairs:
        cut = _cut(pair.target, pair.back)
        if not cut:
            continue
        where = chance.randrange(1, len(cut[0]))
        target, back = chance.choice(clauses)
        extra = _stems(back) - _stems(pair.source)
        if len(extra) < 2:
            continue
        sides = [
            _put(text, where, clause) for text, clause in ((pair.target, target), (pair.back, back))
        ]
        cases.append(Case(language, pair.source, *sides, extra=frozenset(extra)))
    return cases


def stem(word: str) -> str:
    return word.casefold()[:5]


def _stems(text: str) -> set[str]:
    return {stem(word) for word in _WORD.findall(text)}


def _pieces(text: str) -> list[tuple[int, int]]:
    """Clauses as (start, end), each with the mark that follows it."""
    cuts = [0, *(match.end() for match in _MARK.finditer(text)), len(text)]
    return [(a, b) for a, b in itertools.pairwise(cuts) if text[a:b].strip()]


def _cut(target: str, back: str) -> tuple[list[str], list[str]] | None:
    left, right = _pieces(target), _pieces(back)
    if len(left) != len(right) or len(left) < 2:
        return None
    return [target[a:b] for a, b in left], [back[a:b] for a, b in right]


def _put(text: str, where: int, clause: str) -> str:
    start = _pieces(text)[where][0]
    clause = clause.rstrip(" .,;:()。，、（）") + ("，" if "，" in text or "。" in text else ", ")
    return text[:start] + clause + text[start:]


def _leave_out(pair: Case, chance: random.Random) -> Case | None:
    cut = _cut(pair.target, pair.back)
    if not cut:
        return None
    for where in chance.sample(range(len(cut[0])), len(cut[0])):
        piece = cut[1][where]
        if len(piece) > 0.6 * len(pair.back):
            continue
        rest = "".join(cut[1][:where] + cut[1][where + 1 :])
        lost = (_stems(pair.source) & _stems(piece)) - _stems(rest)
        if len(lost) < 2:
            continue
        target = "".join(cut[0][:where] + cut[0][where + 1 :])
        return Case(pair.language, pair.source, target, rest, lost=frozenset(lost))
    return None


def unrelated(language: str) -> Iterator[Case]:
    """Each source with the translation of the next sentence but six."""
    pairs = untouched(language)
    for index, pair in enumerate(pairs):
        other = pairs[(index + 7) % len(pairs)]
        yield Case(language, pair.source, other.target, other.back)
