"""What the findings inside a sentence are worth, on flores-dev with clauses left out or put in."""

from __future__ import annotations

import ast
import importlib.util
import sys
import time
from collections.abc import Sequence
from itertools import cycle, islice, pairwise
from pathlib import Path
from types import ModuleType

import pytest

from reviewer.checks.meaning import Addition, Meaning, Omission, is_unlike
from reviewer.domain import BackTranslation, Finding, Pair, joined
from reviewer.machine_translation.encoders import BUNDLED, VectorsOnDemand
from tests.benchmarks.articles import NOVELS, flores, novel, textberg

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]

ARTICLE = 40
CHANGED = 8
"""Pairs that are looked at as one document, and how many of them have a clause less or more."""


@pytest.fixture(scope="module")
def made(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "omissions", Path(__file__).with_name("omissions.py")
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["omissions"] = module
    spec.loader.exec_module(module)
    return module


def _pair(case: object) -> Pair:
    back = BackTranslation(case.back, "recorded", "1")
    return Pair(case.source, case.target, "en", case.language, back_translation=back)


def _found(check: object, cases: Sequence[object]) -> list[list[Finding]]:
    """The findings of each case, the cases being cut into articles."""
    found: list[list[Finding]] = []
    for start, end in pairwise([*range(0, len(cases), ARTICLE), len(cases)]):
        article = check.find_all([_pair(case) for case in cases[start:end]])
        found += [article.get(index, []) for index in range(end - start)]
    return found


def _articles(cases: Sequence[object], plain: Sequence[object]) -> list[list[object]]:
    """Articles of which the first CHANGED sentences are of `cases`, the others faithful."""
    others = cycle(plain)
    whole = len(cases) // CHANGED * CHANGED
    return [
        [*cases[start : start + CHANGED], *islice(others, ARTICLE - CHANGED)]
        for start in range(0, whole, CHANGED)
    ]


def _hits(made: ModuleType, text: str, words: frozenset[str]) -> bool:
    return bool(words & {made.stem(word) for word in made._WORD.findall(text)})


def test_left_out_and_put_in(made: ModuleType) -> None:
    print(f"\nArticles of {ARTICLE} sentences, {CHANGED} of them changed.")
    print("lang   left out: precision recall   put in: precision recall   untouched flagged")
    for language in made.LANGUAGES:
        plain = made.untouched(language)
        row, flagged = [], [0] * len(plain)
        for check, cases in (
            (Omission(), made.left_out(language, seed=2)),
            (Addition(), made.put_in(language, seed=2)),
        ):
            alarms = _found(check, plain)
            flagged = [a + bool(b) for a, b in zip(flagged, alarms, strict=True)]
            results = [_found(check, article) for article in _articles(cases, plain)]
            changed = [found for each in results for found in each[:CHANGED]]
            faithful = [found for each in results for found in each[CHANGED:]]
            right = sum(
                any(_hits(made, finding.subject, case.lost | case.extra) for finding in found)
                for case, found in zip(cases, changed, strict=False)
            )
            wrong = sum(map(bool, faithful)) + sum(map(bool, changed)) - right
            row += [right / max(right + wrong, 1), right / len(changed), len(changed)]
        differing = _found(Meaning(), plain)
        flagged = [a + bool(b) for a, b in zip(flagged, differing, strict=True)]
        share = sum(map(bool, flagged)) / len(plain)
        print(
            f"{language}     {row[0]:.3f}  {row[1]:.3f} (of {row[2]})     "
            f"{row[3]:.3f}  {row[4]:.3f} (of {row[5]})     {share:.2%}"
        )
        assert share <= 0.02


def test_meaning_differs(made: ModuleType) -> None:
    print("\nlang   untouched flagged   unrelated flagged")
    for language in made.LANGUAGES:
        quiet = _found(Meaning(), made.untouched(language))
        loud = _found(Meaning(), list(made.unrelated(language)))
        shares = [sum(map(bool, found)) / len(found) for found in (quiet, loud)]
        print(f"{language}     {shares[0]:.2%}     {shares[1]:.1%}")
        assert shares[0] <= 0.006


def test_free_translations_of_another_pair(shared: Path) -> None:
    """Text+Berg: German source, French yearbooks, engines of 2010. Every finding is printed."""
    folder = shared / "bench" / "textberg-dev"
    source, target, beads = (
        (folder / name).read_text("utf-8").splitlines()
        for name in ("source.de", "target.fr", "gold.beads")
    )
    links = [tuple(map(ast.literal_eval, bead.split(":"))) for bead in beads]
    for back in sorted(folder.glob("back.*.de")):
        made = back.read_text("utf-8").splitlines()
        pairs = [
            Pair(
                joined([source[index] for index in left]),
                joined([target[index] for index in right]),
                "de",
                "fr",
                back_translation=BackTranslation(joined([made[i] for i in right]), "", ""),
            )
            for left, right in links
            if left and right
        ]
        for check in (Omission(), Addition(), Meaning()):
            found = check.find_all(pairs)
            print(f"\n{back.name} {check.id}: {len(found)} of {len(pairs)}")
            for index, findings in found.items():
                print("   ", findings[0].message, "|", pairs[index].target)


def test_speed(made: ModuleType) -> None:
    pairs = [_pair(case) for case in made.left_out("de", seed=3)]
    began = time.perf_counter()
    for check in (Omission(), Addition(), Meaning()):
        check.find_all(pairs)
    seconds = time.perf_counter() - began
    print(f"\n{len(pairs) / seconds:.0f} pairs a second")


def test_what_the_encoder_finds_unlike(shared: Path) -> None:
    """Where nothing translates back: faithful pairs, and sentences paired with the translation of
    their neighbour in the article or of one far away."""
    print("\n| language | faithful: flagged | neighbour's: flagged | far away: flagged |")
    print("|---|---|---|---|")
    for language in ("ar", "de", "id", "tr", "zh"):
        lines = flores(language)
        found = VectorsOnDemand(
            ([line[0] for line in lines], "en"), ([line[1] for line in lines], language), BUNDLED
        )()
        if found is None:
            pytest.skip("the encoder is not here")
        cells = []
        for apart in (0, 1, 300):
            targets = [*range(apart, len(lines)), *range(apart)]
            cosines = (found[0] * found[1][targets]).sum(axis=1)
            flagged = sum(
                is_unlike(Pair(lines[n][0], lines[m][1], "en", language, likeness=float(cosine)))
                for n, (m, cosine) in enumerate(zip(targets, cosines, strict=True))
            )
            cells.append(f"{flagged} of {len(lines)}")
        print(f"| {language} | {' | '.join(cells)} |")
    for title in (*NOVELS, "Text+Berg"):
        book = textberg() if title == "Text+Berg" else novel(title)
        found = VectorsOnDemand(
            (book.source, book.source_language), (book.target, book.target_language), BUNDLED
        )()
        assert found
        pairs = [(a[0], b[0]) for a, b in book.gold if len(a) == len(b) == 1]
        flagged = sum(
            is_unlike(
                Pair(
                    book.source[a],
                    book.target[b],
                    book.source_language,
                    book.target_language,
                    likeness=float(found[0][a] @ found[1][b]),
                )
            )
            for a, b in pairs
        )
        print(f"{title} (were it not free): {flagged} of {len(pairs)}")
