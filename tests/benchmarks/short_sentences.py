"""Sentences of a few words put into articles of flores-dev: left out, on their own, or joined."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.articles import Article, Link, Recipe, articles

_SENTENCES: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_suffix(".toml").read_text("utf-8")
)
LANGUAGES = tuple(_SENTENCES)

_KINDS = ("left out", "on its own", "joined") * 2
_RECIPE = Recipe(missing=0.03, added=0.03, merged=0.05)


@dataclass(frozen=True)
class Asked:
    """A short sentence of the source: what became of it, its index, and its true bead."""

    kind: str
    index: int
    bead: Link


def with_short_sentences(language: str, seed: int) -> Iterator[tuple[Article, list[Asked]]]:
    """Articles in which six short sentences stand behind others: two were left out of the
    translation, two are sentences of it, and two stand in the translation of the one before."""
    draw = random.Random(f"short {language} {seed}")
    short = list(zip(_SENTENCES["en"], _SENTENCES[language], strict=True))
    for article in articles(language, seed, _RECIPE):
        single = [n for n, (rows, columns) in enumerate(article.gold) if len(rows + columns) == 2]
        single = [n for n in single if all(article.gold[n])]
        chosen = dict(zip(draw.sample(single, len(_KINDS)), _KINDS, strict=True))
        words = dict(zip(chosen, draw.sample(short, len(_KINDS)), strict=True))
        yield _laid_out(article, chosen, words)


def _laid_out(
    article: Article, chosen: dict[int, str], words: dict[int, tuple[str, str]]
) -> tuple[Article, list[Asked]]:
    source: list[str] = []
    target: list[str] = []
    back: list[str] = []
    gold: list[Link] = []
    asked: list[Asked] = []
    space = "" if article.target_language == "zh" else " "
    for number, (rows, columns) in enumerate(article.gold):
        row, column = len(source), len(target)
        source += [article.source[n] for n in rows]
        target += [article.target[n] for n in columns]
        back += [article.back[n] for n in columns] if article.back else []
        here = tuple(range(row, len(source))), tuple(range(column, len(target)))
        if number not in chosen:
            gold.append(here)
            continue
        kind, (english, other) = chosen[number], words[number]
        source.append(english)
        new: tuple[int, ...] = (row + 1,)
        if kind == "joined":
            target[-1] += space + other
            back[-1] += f" {english}"
            gold.append(((row, *new), here[1]))
        elif kind == "on its own":
            target.append(other)
            back.append(english)
            gold += [here, (new, (column + 1,))]
        else:
            gold += [here, (new, ())]
        asked.append(Asked(kind, row + 1, gold[-1]))
    made = Article(source, target, "en", article.target_language, gold, back)
    return made, asked
