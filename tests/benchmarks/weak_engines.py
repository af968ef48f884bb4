"""Translations by weak engines, to measure the alignment with: by rules, word for word, and what
recorded ones become when an engine drops, exchanges, repeats and breaks off."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain

import numpy as np

from tests.benchmarks.articles import NOVELS, Article, flores, novel, textberg

BY_RULES = {"fr": ("fr-es", "spa-eng"), "es": ("spa-eng",)}
"""The pairs of Apertium by which each language becomes English."""

_WORD = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_ROUNDS = 8


def by_rules(article: Article) -> Article | None:
    """The article with its target translated back by Apertium (Debian's packages apertium-eng-spa
    and apertium-fr-es); None where these are not installed."""
    if not shutil.which("apertium"):
        return None
    text = "\n".join(article.target) + "\n"
    for pair in BY_RULES[article.target_language]:
        command = ["apertium", "-u", "-f", "line", pair]
        made = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
        if made.returncode:
            return None
        text = made.stdout
    return replace(article, back=text.rstrip("\n").split("\n"))


def words(text: str) -> list[str]:
    """Words, figures and marks, in small letters."""
    return _WORD.findall(text.lower())


Pairs = Sequence[tuple[Sequence[str], Sequence[str]]]
Table = Mapping[str, str]


def learnt(pairs: Pairs) -> Table:
    """For each word of the right sides the left word that most probably made it (model 1 of Brown
    and others 1993), where one is at least twice beside it."""
    left_ids = {word: n for n, word in enumerate(dict.fromkeys(chain(*(a for a, _ in pairs))))}
    right_ids = {word: n for n, word in enumerate(dict.fromkeys(chain(*(b for _, b in pairs))))}
    cells: list[np.ndarray] = []
    place: list[np.ndarray] = []
    count = 0
    for left, right in pairs:
        if not left or not right:
            continue
        a = np.array([left_ids[word] for word in left])
        b = np.array([right_ids[word] for word in right])
        cells.append((a[None, :] * len(right_ids) + b[:, None]).ravel())
        place.append(np.repeat(np.arange(count, count + len(b)), len(a)))
        count += len(b)
    keys, cell = np.unique(np.concatenate(cells), return_inverse=True)
    slot = np.concatenate(place)
    of_left = keys // len(right_ids)
    chance = np.full(len(keys), 1.0 / len(right_ids))
    for _ in range(_ROUNDS):
        each = chance[cell]
        each /= np.bincount(slot, each)[slot]
        counted = np.bincount(cell, each, len(keys))
        chance = counted / np.bincount(of_left, counted, len(left_ids))[of_left]
    names = list(left_ids), list(right_ids)
    best: dict[str, tuple[float, str]] = {}
    for key, expected in zip(keys.tolist(), counted.tolist(), strict=True):
        one, other = names[0][key // len(right_ids)], names[1][key % len(right_ids)]
        best[other] = max(best.get(other, (0.0, "")), (expected, one))
    return {word: one for word, (expected, one) in best.items() if expected >= 1.5}


def glossed(texts: Iterable[str], table: Table) -> list[str]:
    """Each text word for word; words that the table has not are kept."""
    return [" ".join(table.get(word, word) for word in words(text)) for text in texts]


def _beads(article: Article) -> Pairs:
    return [
        (
            words(" ".join(article.source[n] for n in left)),
            words(" ".join(article.target[n] for n in right)),
        )
        for left, right in article.gold
        if left and right
    ]


@cache
def _german() -> Table:
    return learnt([(words(english), words(german)) for english, german, _ in flores("de")])


def word_for_word(title: str) -> Article:
    """A French novel with its target in English words, by what the other French novels and, with
    its German in English words, Text+Berg teach."""
    own = novel(title)
    pairs: list[tuple[Sequence[str], Sequence[str]]] = []
    for other in NOVELS:
        book = novel(other)
        if other != title and book.target_language == own.target_language:
            pairs += _beads(book)
    berg = textberg()
    if berg.target_language == own.target_language:
        english = glossed(berg.source, _german())
        pairs += _beads(replace(berg, source=english))
    return replace(own, back=glossed(own.target, learnt(pairs)))


def found_again(article: Article) -> float:
    """The share of the words of the translations back that stand in the true counterpart."""
    assert article.back is not None
    hits = total = 0
    for left, right in article.gold:
        if left and right:
            source = Counter(words(" ".join(article.source[n] for n in left)))
            back = Counter(words(" ".join(article.back[n] for n in right)))
            hits += (source & back).total()
            total += back.total()
    return hits / max(total, 1)


def _neighbours(texts: Sequence[str]) -> Mapping[str, list[str]]:
    """Words of the texts by their first letter, from which a wrong one is drawn."""
    found: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        for word in text.split():
            found[word[:1].lower()].append(word)
    return found


def degraded(texts: Sequence[str], seed: int, share: float) -> list[str]:
    """What a poor engine might make of the same sentences: of the words this share is lost and as
    many are others; of the sentences half this share breaks off, and as many say a phrase again
    and again."""
    draw = random.Random(f"{seed} {share}")
    others = _neighbours(texts)
    result = []
    for text in texts:
        said = []
        for word in text.split():
            chance = draw.random()
            if chance < share:
                continue
            said.append(draw.choice(others[word[:1].lower()]) if chance < 2 * share else word)
        if len(said) > 4:
            chance = draw.random()
            place = draw.randrange(2, len(said) - 1)
            if chance < share / 2:
                said = said[:place]
            elif chance < share:
                said = said[:place] + said[max(place - 3, 0) : place] * draw.randint(3, 8)
        result.append(" ".join(said) or text)
    return result
