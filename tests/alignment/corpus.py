"""Twenty articles in many languages whose alignment is known, since it was planted.

Made from the faithful translations in `tests/end_to_end/articles`, whose lines follow their
source's one by one: of the translation some sentences are taken out, two are told in another
place, two stand as one, and some of another article come in between. What is drawn is always
the same.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

from reviewer import formats
from reviewer.text.sentences import split_sentences

FOLDER = Path(__file__).parents[1] / "end_to_end/articles"

ARTICLES = (
    "contract en es", "contract pl en", "econ de en", "econ en uk", "finance en ja",
    "finance pt en", "football sv en", "health es en", "health id en", "history fr de",
    "history el fr", "interview hi en", "interview it en", "law nl en", "letter ar en",
    "letter vi en", "manual de nl", "recipe fr de", "science fa en", "science en zh",
)  # fmt: skip
"""Name, language of the source, language of the translation."""

_OMITTED, _ADDED = 3, 2
_FAR = 4
"""Sentences that the moved passage is told earlier or later at least."""

Link = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True)
class Article:
    """Two lists of sentences and what belongs together; `moved` are the links out of order."""

    name: str
    source_language: str
    target_language: str
    source: list[str]
    target: list[str]
    gold: frozenset[Link]
    moved: frozenset[Link]


@cache
def _lines(name: str, language: str) -> tuple[tuple[str, ...], ...]:
    (path,) = FOLDER.glob(f"{name}.{language}.*")
    return tuple(
        tuple(span.of(block.text) for span in split_sentences(block.text, language))
        for block in formats.read(path).blocks
    )


def _parallel(name: str, languages: Sequence[str]) -> list[tuple[str, str]]:
    sides = [_lines(name, language) for language in languages]
    return [
        pair
        for first, second in zip(*sides, strict=True)
        if len(first) == len(second)
        for pair in zip(first, second, strict=True)
    ]


def _strangers(name: str, language: str) -> list[str]:
    """Sentences in a language from the other articles."""
    paths = sorted(FOLDER.glob(f"*.{language}.*"))
    names = [path.name.partition(".")[0] for path in paths]
    lines = [line for other in names if other != name for line in _lines(other, language)]
    return [sentence for line in lines for sentence in line if len(sentence) > 25]


def article(described: str) -> Article:
    """One of `ARTICLES`."""
    name, source_language, target_language = described.split()
    draw = random.Random(described)
    pairs = _parallel(name, (source_language, target_language))
    gone = set(draw.sample(range(len(pairs)), _OMITTED))
    order = [number for number in range(len(pairs)) if number not in gone]
    # A passage of two is told in another place.
    at = draw.randrange(len(order) - 1)
    passage, rest = order[at : at + 2], order[:at] + order[at + 2 :]
    to = draw.choice([n for n in range(len(rest) + 1) if abs(n - at) >= _FAR])
    pieces: list[tuple[tuple[int, ...], str]] = [((n,), pairs[n][1]) for n in rest]
    pieces[to:to] = [((n,), pairs[n][1]) for n in passage]
    # Two neighbours stand as one.
    both = draw.choice(
        [
            n
            for n in range(len(pieces) - 1)
            if pieces[n + 1][0][0] == pieces[n][0][0] + 1
            and not set(passage) & {*pieces[n][0], *pieces[n + 1][0]}
        ]
    )
    (first, one), (second, other) = pieces[both : both + 2]
    pieces[both : both + 2] = [(first + second, f"{one} {other}")]
    for sentence in draw.sample(_strangers(name, target_language), _ADDED):
        pieces.insert(draw.randrange(len(pieces) + 1), ((), sentence))
    gold = {(source, (place,)) for place, (source, _) in enumerate(pieces)}
    gold |= {((number,), ()) for number in gone}
    return Article(
        described,
        source_language,
        target_language,
        [source for source, _ in pairs],
        [text for _, text in pieces],
        frozenset(gold),
        frozenset(link for link in gold if set(link[0]) & set(passage) and link[1]),
    )


def links_of(pairs: frozenset[Link]) -> set[tuple[int, int]]:
    """The pairs of single sentences that belong together."""
    return {pair for source, target in pairs for pair in product(source, target)}
