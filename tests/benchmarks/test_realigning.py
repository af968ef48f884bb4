"""How long and how good it is to align the rows beside a correction or an edit again.

`.venv/bin/python -m pytest -m benchmark -s tests/benchmarks/test_realigning.py`
"""

from __future__ import annotations

import random
import statistics
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest

from reviewer.alignment import align
from reviewer.analysis import Analysis, Comparison, SegmentedDocument
from reviewer.domain import BackTranslation, Bead, Block, Document, Segment, Span
from reviewer.review import NotPossible, Review
from tests.benchmarks.articles import ENGINES, SHARED, Article, Recipe, articles, flores, long_text

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.skipif(not SHARED.exists(), reason="the data to measure against is not here"),
    pytest.mark.timeout(3600),
]

KINDS = ("typed", "typed, translated", "half", "another", "another, translated", "reworded")
SIZES = (100, 1_000, 10_000)
SEED = 3
ARTICLES = 8
"""Of each language; of the thirty-odd that there are."""


def side(name: str, language: str, texts: list[str], prefix: str) -> SegmentedDocument:
    segments = tuple(
        Segment(f"{prefix}{number + 1}", text, number, Span(0, len(text)))
        for number, text in enumerate(texts)
    )
    blocks = tuple(Block(text) for text in texts)
    return SegmentedDocument(
        Document(name, "txt", blocks, b"", "utf-8", language), language, segments
    )


def review_of(path: Path, article: Article, beads: list[Bead], *, translated: bool) -> Review:
    backs = {}
    if translated and article.back:
        backs = {n: BackTranslation(text, "p", "1") for n, text in enumerate(article.back)}
    comparison = Comparison(
        side("b", article.target_language, article.target, "t"),
        tuple(beads),
        ((),) * len(beads),
        backs,
        "argos p 1" if backs else "none",
    )
    source = side("a", article.source_language, article.source, "s")
    return Review.create(path, Analysis(source, (comparison,)), check=lambda _: [])


def milliseconds(
    work: Callable[[], object], before: Callable[[], object] | None, after: Callable[[], object]
) -> str:
    """The median time of `work`: on the clock, and of the processor alone."""
    clock, processor = [], []
    for _ in range(12):
        if before:
            before()
        began, began_processor = time.perf_counter(), time.process_time()
        work()
        clock.append((time.perf_counter() - began) * 1000)
        processor.append((time.process_time() - began_processor) * 1000)
        after()
    return f"{statistics.median(clock[1:]):.0f} ({statistics.median(processor[1:]):.0f}) ms"


def test_quickness(tmp_path: Path) -> None:
    """A missing sentence is typed beside it and matched; a row is unlinked, or merged."""
    print("\n| rows | typed sentence matched | unlink | merge |\n|---|---|---|---|")
    for size in SIZES:
        source, target, back = long_text(size)
        place = size // 2
        gone = target.pop(place)
        back.pop(place)
        beads = [
            Bead((n,), () if n == place else (n - (n > place),), "aligned", 0.99)
            for n in range(size)
        ]
        beads[place] = Bead((place,), (), "missing", 0.9)
        article = Article(source, target, "en", "de", [], back)
        with review_of(tmp_path / f"{size}.review", article, beads, translated=True) as review:
            typed = partial(review.edit, 1, f"s{place}", f"{target[place - 1]} {gone}")
            other = f"s{place + 5}"
            said = [
                milliseconds(work, before, review.undo)
                for work, before in (
                    (partial(review.match_edited, 1, f"s{place}"), typed),
                    (partial(review.unlink, 1, other), None),
                    (partial(review.merge_with_next, 1, other), None),
                )
            ]
        print(f"| {size} | {' | '.join(said)} |")


@pytest.mark.parametrize("translated", [True, False])
def test_what_is_typed_is_found(tmp_path: Path, translated: bool) -> None:
    """A missing sentence is typed beside it: its own words, half of them, another sentence's,
    or only the row's own words are changed."""
    print(f"\n{'back-translation' if translated else 'none'}: shares of the rows that took it in")
    print(f"| language | {' | '.join(KINDS)} |\n|---|---|---|---|---|---|---|")
    draw = random.Random(SEED)
    for language in ENGINES:
        lines = {english: rest for english, *rest in flores(language)}
        taken: Counter[str] = Counter()
        tried: Counter[str] = Counter()
        for number, article in enumerate(articles(language, SEED, Recipe())[:ARTICLES]):
            beads = align(
                article.source,
                article.target,
                source_language="en",
                target_language=language,
                back_translation=article.back if translated else None,
            )
            path = tmp_path / f"{language}-{number}-{translated}.review"
            with review_of(path, article, beads, translated=translated) as review:
                rows = [row for row in review.rows(1) if row.relation]
                for here, beside in pairwise(rows):
                    if (here.relation, beside.relation) != ("aligned", "missing"):
                        continue
                    if beside.source not in lines or len(here.target_ids) != 1:
                        continue
                    words, back = lines[beside.source]
                    others = lines[draw.choice(list(lines))]
                    old = review.row(1, here.key)
                    was = old.back_translation.text if old.back_translation else ""
                    for name, text, new in (
                        ("typed", f"{old.target} {words}", ""),
                        ("typed, translated", f"{old.target} {words}", f"{was} {back}"),
                        ("half", f"{old.target} {words[: len(words) // 2]}", ""),
                        ("another", f"{old.target} {others[0]}", ""),
                        ("another, translated", f"{old.target} {others[0]}", f"{was} {others[1]}"),
                        ("reworded", old.target[: len(old.target) * 9 // 10], ""),
                    ):
                        if new and not translated:
                            continue
                        review.edit(1, here.key, text)
                        if new:
                            made = {text: BackTranslation(new, "p", "1")}
                            review.add_back_translations(1, made)
                        tried[name] += 1
                        taken[name] += bool(review.match_edited(1, here.key).matched)
                        review.undo()
                        if new:
                            review._session.translations[1].back.pop(text)
        cells = [f"{taken[name] / tried[name]:.2f}" if tried[name] else "" for name in KINDS]
        print(f"| {language} ({tried['typed']}) | {' | '.join(cells)} |")


Links = set[tuple[tuple[str, ...], tuple[str, ...]]]


def links(review: Review) -> Links:
    return {(row.source_ids, row.target_ids) for row in review.rows(1)}


@pytest.mark.parametrize("translated", [True, False])
def test_what_corrections_bring_along(tmp_path: Path, translated: bool) -> None:
    """Wrong links are taken apart; every third right one is taken apart, merged and handed up
    without need. Of the links that came along in other rows: how many are right."""
    print(f"\n{'back-translation' if translated else 'none'}: links that came along, right / wrong")
    print("| language | wrong links taken apart | right ones taken apart | handed up | merged |")
    print("|---|---|---|---|---|")
    for language in ENGINES:
        did: Counter[str] = Counter()
        right: Counter[str] = Counter()
        wrong: Counter[str] = Counter()
        for number, article in enumerate(articles(language, SEED, Recipe())[:ARTICLES]):
            beads = align(
                article.source,
                article.target,
                source_language="en",
                target_language=language,
                back_translation=article.back if translated else None,
            )
            gold: Links = {
                (tuple(f"s{n + 1}" for n in rows), tuple(f"t{n + 1}" for n in columns))
                for rows, columns in article.gold
            }
            path = tmp_path / f"{language}-{number}-{translated}-by-hand.review"
            with review_of(path, article, beads, translated=translated) as review:
                for place, row in enumerate(review.rows(1)):
                    if not (row.source_ids and row.target_ids):
                        continue
                    link = row.source_ids, row.target_ids
                    true = any(
                        set(rows) & set(link[0]) and set(columns) & set(link[1])
                        for rows, columns in gold
                    )
                    names = [] if true else ["wrong"]
                    if link in gold and place % 3 == 0:
                        names = ["apart", "up", "merged"]
                    for name in names:
                        before = links(review)
                        try:
                            if name in ("wrong", "apart"):
                                review.unlink(1, row.key)
                            elif name == "up":
                                review.move(1, row.key, "target", up=True)
                            else:
                                review.merge_with_next(1, row.key)
                        except NotPossible:
                            continue
                        by_hand = {
                            (one.source_ids, one.target_ids) for one in review.rows(1) if one.fixed
                        }
                        came = {
                            one for one in links(review) - before - by_hand if one[0] and one[1]
                        }
                        did[name] += 1
                        right[name] += len(came & gold)
                        wrong[name] += len(came - gold)
                        review.undo()
        cells = " | ".join(
            f"{right[name]} / {wrong[name]} of {did[name]}"
            for name in ("wrong", "apart", "up", "merged")
        )
        print(f"| {language} | {cells} |")
