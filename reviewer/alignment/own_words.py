"""Which words translate each other in these very texts, learnt from a first alignment.

Pairs of words that stand in the same beads far more often than by chance, each the other's best
(competitive linking, Melamed 2000). A name or a term that the known words lack is found in a long
text; in an article of thirty sentences too little comes twice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reviewer.alignment.search import Step
from reviewer.text.words import LETTERS

FEWEST, MOST = 200, 5_000
"""Sentences of the shorter and of the longer side for which it is done; of 160 little is learnt."""

_SURE = 0.7  # of beads that are learnt from
_LARGEST = 3  # sentences of such a bead, both sides together
_TIMES = 2  # that two words stand together, at least
_STRENGTH = 0.35
_COMMON = 0.2  # a word in a larger share of the beads tells nothing
_WORD = re.compile(LETTERS)
_SHORT, _STEM = 4, 6  # letters of a word that is kept whole, and of what is kept of others


@dataclass(frozen=True, slots=True)
class OwnWords:
    """For either side the number of the pair that a stem belongs to."""

    source: Mapping[str, int]
    target: Mapping[str, int]

    def __len__(self) -> int:
        return len(self.source)


def stems(text: str) -> set[str]:
    """The words of a text without their endings."""
    words = _WORD.findall(text.casefold())
    return {word if len(word) <= _SHORT else word[:_STEM] for word in words if len(word) > 1}


def learnt(path: Sequence[Step], source: Sequence[str], target: Sequence[str]) -> OwnWords:
    """The pairs that the firm beads of a path show."""
    both: Counter[tuple[str, str]] = Counter()
    times: tuple[Counter[str], Counter[str]] = Counter(), Counter()
    beads = 0
    for rows, columns, chance in path:
        if rows and columns and chance >= _SURE and len(rows) + len(columns) <= _LARGEST:
            beads += 1
            left = set().union(*(stems(source[n]) for n in rows))
            right = set().union(*(stems(target[n]) for n in columns))
            times[0].update(left)
            times[1].update(right)
            both.update((one, other) for one in left for other in right)
    strengths = {}
    for (one, other), count in both.items():
        apart = times[0][one], times[1][other]
        if count >= _TIMES and max(apart) <= _COMMON * beads:
            # Dice's coefficient beyond that of chance, drawn towards 0 where little was seen.
            chance = apart[0] * apart[1] / beads
            strength = 2 * (count - chance) / sum(apart) if chance < count else 0.0
            strengths[one, other] = strength * count / (count + 1)
    return _paired({pair: worth for pair, worth in strengths.items() if worth >= _STRENGTH})


def _paired(strengths: Mapping[tuple[str, str], float]) -> OwnWords:
    """The pairs of which each is the other's best."""
    best: tuple[dict[str, tuple[float, str]], dict[str, tuple[float, str]]] = ({}, {})
    for (one, other), worth in sorted(strengths.items()):
        best[0][one] = max(best[0].get(one, (0.0, "")), (worth, other))
        best[1][other] = max(best[1].get(other, (0.0, "")), (worth, one))
    pairs = [(one, other) for one, (_, other) in best[0].items() if best[1][other][1] == one]
    return OwnWords(
        {one: number for number, (one, _) in enumerate(pairs)},
        {other: number for number, (_, other) in enumerate(pairs)},
    )
