"""The texts that the weights of the alignment are fitted to, and how much each of them counts."""

from __future__ import annotations

from tests.benchmarks.articles import (
    NOVELS,
    Article,
    Recipe,
    articles,
    novel,
    short_articles,
    textberg,
    with_some_left_out,
)
from tests.benchmarks.fit_examples import Kind

TESTED = 1  # the seed of the articles that are measured; others are fitted to


RECIPES = (
    (Recipe(), 9),
    (Recipe(moved=True), 6),
    (Recipe(missing=0.35, added=0.12, merged=0.05, cut=0.05), 7),
    (Recipe(missing=0.01, added=0.02, merged=0.0, uneven=0.25, cut=0.35), 6),
)


LANGUAGES = ("id", "de", "uk", "vi", "ar", "tr", "zh")


ENCODED_LANGUAGES = ("id", "de", "ar", "tr", "zh")


FAITHFUL = ((Recipe(), 2), (Recipe(moved=True), 2), *((recipe, 1) for recipe, _ in RECIPES[2:]))
"""How many articles of each recipe, and besides `FAITHFUL_SHORT` of short sentences, a language has
where only the weights of faithful texts are fitted."""


FAITHFUL_SHORT = 4


ARTICLE, SHORT = 3.0, 2.0
"""What an article of flores-dev and one of short sentences weigh."""


def faithful(languages: list[str]) -> list[tuple[str, Article, float]]:
    """Fewer articles and no book, as `collected` gives them."""
    found = []
    for language in languages:
        made = [
            (articles(language, 100 + n, recipe), count)
            for n, (recipe, count) in enumerate(FAITHFUL)
        ]
        made.append((short_articles(language, 100), FAITHFUL_SHORT))
        for some, count in made:
            found += [(language, some[int(n * len(some) / count)], ARTICLE) for n in range(count)]
    return found


def collected(kind: Kind, languages: list[str], share: float) -> list[tuple[str, Article, float]]:
    """The articles and books that a kind of evidence exists for, each with the name of its text
    and its weight."""
    found = []
    for language in languages:
        for number, (recipe, usual_count) in enumerate(RECIPES):
            made = articles(language, 100 + number, recipe)
            count = max(int(usual_count * share), 1)
            step = len(made) / count
            found += [(language, made[int(index * step)], ARTICLE) for index in range(count)]
        found += [(language, article, SHORT) for article in short_articles(language, 100)[::5]]
    return found + [
        each
        for name, book, weight in books(kind)
        for each in ((name, book, weight), (name, with_some_left_out(book, 0), weight))
    ]


def books(kind: Kind) -> list[tuple[str, Article, float]]:
    """The loose texts that a kind of evidence exists for. Few sentences are left out of them, so
    each is fitted to a second time with some taken from either side."""
    if kind.translated:
        return [
            ("Text+Berg", textberg(back=back, forward=forward), 0.5)
            for engine in ("google2010", "europarl-smt")
            for back, forward in ((engine, None), (None, engine), (engine, engine))
        ]
    novels = [(name, novel(name), 2.0 if name == "Emma" else 1.0) for name in NOVELS]
    return [("Text+Berg", textberg(), 2.0), *novels]
