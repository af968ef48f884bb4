"""Kinds of beads that were missed before: how many of each are found exactly.

python -m pytest -m benchmark -s tests/benchmarks/test_alignment_kinds.py
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import pytest

from reviewer.alignment import align
from reviewer.domain import Bead
from tests.benchmarks.articles import ENGINES, SHARED, Link, flores

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.skipif(not SHARED.exists(), reason="the data to measure against is not here"),
    pytest.mark.timeout(600),
]

Line = tuple[str, str, str]
Text = tuple[list[str], list[tuple[str, str]], set[Link]]
"""Source; target with its back-translation; the beads that are asked for."""

TEXTS = 20


def one_moved_in_twelve(lines: Sequence[Line], draw: random.Random) -> Text:
    """A single sentence is told five or more sentences earlier or later."""
    source = [line[0] for line in lines[:12]]
    target = [line[1:] for line in lines[:12]]
    begin, end = draw.choice([(a, b) for a in range(12) for b in range(12) if abs(a - b) > 4])
    target.insert(end, target.pop(begin))
    return source, target, {((begin,), (end,))}


def one_missing_in_twelve(lines: Sequence[Line], draw: random.Random) -> Text:
    """A single sentence is left out."""
    gone = draw.randrange(12)
    target = [line[1:] for n, line in enumerate(lines[:12]) if n != gone]
    return [line[0] for line in lines[:12]], target, {((gone,), ())}


def moved_merged(lines: Sequence[Line], draw: random.Random) -> Text:
    """Two sentences are one in the translation, which is told elsewhere with its neighbour."""
    source = [line[0] for line in lines[:24]]
    begin = draw.randrange(2, 8)
    run = [_together(lines[begin : begin + 2]), lines[begin + 2][1:]]
    rest = [line[1:] for line in [*lines[:begin], *lines[begin + 3 : 24]]]
    place = begin + draw.randrange(8, 12)
    return source, [*rest[:place], *run, *rest[place:]], {((begin, begin + 1), (place,))}


def three_in_one(lines: Sequence[Line], draw: random.Random) -> Text:
    """The three neighbours that are the shortest together are one in the translation."""
    sizes = [sum(len(line[0]) for line in lines[n : n + 3]) for n in range(22)]
    begin = sizes.index(min(sizes))
    target = [line[1:] for line in lines[:24]]
    target[begin : begin + 3] = [_together(lines[begin : begin + 3])]
    return [line[0] for line in lines[:24]], target, {((begin, begin + 1, begin + 2), (begin,))}


def _together(lines: Sequence[Line]) -> tuple[str, str]:
    return " ".join(line[1] for line in lines), " ".join(line[2] for line in lines)


KINDS: tuple[Callable[[Sequence[Line], random.Random], Text], ...] = (
    one_moved_in_twelve,
    one_missing_in_twelve,
    moved_merged,
    three_in_one,
)


def _links(beads: Sequence[Bead]) -> set[Link]:
    return {(bead.source, bead.target) for bead in beads}


@pytest.mark.parametrize("translated", [True, False], ids=["translated", "none"])
def test_kinds(translated: bool) -> None:
    names = [kind.__name__.replace("_", " ") for kind in KINDS]
    print(f"\n{'back-translation' if translated else 'none'}, of {TEXTS} texts each")
    print(f"| language | {' | '.join(names)} | called alone, wrongly |")
    print("|---" * (len(KINDS) + 2) + "|")
    for language in ENGINES:
        lines = flores(language)
        cells, wrong = [], 0
        for kind in KINDS:
            draw = random.Random(f"{kind.__name__} {language}")
            found = 0
            for number in range(TEXTS):
                source, target, wanted = kind(lines[number * 47 : number * 47 + 30], draw)
                links = _links(
                    align(
                        source,
                        [text for text, _ in target],
                        source_language="en",
                        target_language=language,
                        back_translation=[back for _, back in target] if translated else None,
                    )
                )
                found += wanted <= links
                wrong += sum(not all(link) for link in links - wanted)
            cells.append(str(found))
        print(f"| {language} | {' | '.join(cells)} | {wrong} |", flush=True)
