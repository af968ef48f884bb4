"""How good and how fast the alignment is; prints the tables of docs/measurements/alignment.md.

python -m pytest -m benchmark -s tests/benchmarks/test_alignment.py
"""

from __future__ import annotations

import json
import math
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from reviewer.alignment import align
from reviewer.domain import Bead
from tests.benchmarks.alignment_scores import Score, lax, strict
from tests.benchmarks.articles import (
    ENGINES,
    NOVELS,
    SHARED,
    Article,
    Link,
    Recipe,
    articles,
    novel,
    textberg,
)

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.skipif(not SHARED.exists(), reason="the data to measure against is not here"),
    pytest.mark.timeout(3600),
]

SEEDS = (1, 2, 3)
"""The weights were fitted to articles of other seeds."""


def aligned(article: Article, *, translated: bool = True) -> list[Bead]:
    return align(
        article.source,
        article.target,
        source_language=article.source_language,
        target_language=article.target_language,
        back_translation=article.back if translated else None,
        forward_translation=article.forward if translated else None,
    )


def links(beads: Iterable[Bead]) -> list[Link]:
    return [(bead.source, bead.target) for bead in beads]


def test_textberg() -> None:
    print("\n| engine | strict P | R | F1 | lax P | R | F1 |\n|---|---|---|---|---|---|---|")
    reached = {}
    for back in (None, "google2010", "europarl-smt"):
        for forward in (None, "google2010", "europarl-smt"):
            if back and forward and back != forward:
                continue
            article = textberg(back=back, forward=forward)
            found = links(aligned(article))
            name = " and ".join(
                f"{way} {engine}"
                for way, engine in (("back", back), ("forward", forward))
                if engine
            )
            one, other = strict(found, article.gold), lax(found, article.gold)
            reached[name or "none"] = one.f1
            print(
                f"| {name or 'none'} | {one.precision:.3f} | {one.recall:.3f} | {one.f1:.3f} "
                f"| {other.precision:.3f} | {other.recall:.3f} | {other.f1:.3f} |"
            )
    assert reached["none"] > 0.85
    assert max(reached.values()) > 0.90


@dataclass
class Tally:
    """What was found and what is true, over many articles."""

    found: dict[str, set[object]] = field(default_factory=dict)
    true: dict[str, set[object]] = field(default_factory=dict)
    right: int = 0
    beads: int = 0
    kept: int = 0
    wrongly_missing: int = 0

    def count(self, number: int, article: Article, beads: list[Bead]) -> None:
        gold = set(article.gold)
        found = set(links(beads))
        self.right += len(found & gold)
        self.beads += len(found)
        missing = {left for left, right in gold if not right}
        self.kept += len(article.source) - len(missing)
        self.wrongly_missing += sum(
            not bead.target and bead.source not in missing for bead in beads
        )
        for kind, those, these in (
            ("missing", [x for x in found if not x[1]], [x for x in gold if not x[1]]),
            ("added", [x for x in found if not x[0]], [x for x in gold if not x[0]]),
            (
                "moved",
                [
                    (n, bead.source)
                    for bead in beads
                    if bead.relation == "moved"
                    for n in bead.target
                ],
                [(n, left) for left, right in article.moved for n in right],
            ),
        ):
            self.found.setdefault(kind, set()).update((number, x) for x in those)
            self.true.setdefault(kind, set()).update((number, x) for x in these)

    def score(self, kind: str) -> Score:
        found, true = self.found[kind], self.true[kind]
        hits = len(found & true)
        return Score(hits / len(found) if found else 1.0, hits / len(true) if true else 1.0)


@pytest.mark.parametrize("moved", [False, True])
@pytest.mark.parametrize("translated", [True, False])
def test_articles(moved: bool, translated: bool) -> None:
    print(f"\n{'runs moved' if moved else 'plain'}, {'back-translation' if translated else 'none'}")
    print("| language | missing P | R | F1 | added P | R | F1 | moved P | R | beads right "
          "| kept but called missing |\n|---|---|---|---|---|---|---|---|---|---|---|")  # fmt: skip
    for language in ENGINES:
        tally = Tally()
        made = [one for seed in SEEDS for one in articles(language, seed, Recipe(moved=moved))]
        for number, article in enumerate(made):
            tally.count(number, article, aligned(article, translated=translated))
        missing, added, run = (tally.score(kind) for kind in ("missing", "added", "moved"))
        moves = f"{run.precision:.3f} | {run.recall:.3f}" if moved else " | "
        print(
            f"| {language} | {missing.precision:.3f} | {missing.recall:.3f} | {missing.f1:.3f} "
            f"| {added.precision:.3f} | {added.recall:.3f} | {added.f1:.3f} | {moves} "
            f"| {tally.right / tally.beads:.3f} | {tally.wrongly_missing / tally.kept:.4f} |"
        )


def _tight(*, translated: bool) -> list[Article]:
    """Articles in all languages: plain, with runs moved, with a third left out."""
    made = []
    for language in ENGINES:
        for moved in (False, True):
            made += articles(language, SEEDS[0], Recipe(moved=moved))[::3]
        made += articles(language, SEEDS[0], Recipe(missing=0.35, added=0.12))[::3]
    return made


def _loose(*, translated: bool) -> list[Article]:
    """Yearbooks and, without a translation, novels."""
    if translated:
        return [textberg(back=engine) for engine in ("google2010", "europarl-smt")]
    return [textberg(), *map(novel, NOVELS)]


@pytest.mark.parametrize("made", [_tight, _loose], ids=["tight", "loose"])
@pytest.mark.parametrize("translated", [True, False], ids=["translated", "none"])
def test_confidence(translated: bool, made: Callable[..., list[Article]]) -> None:
    """Of the beads with a confidence, how many are right: of pairs, and of sentences left alone."""
    edges = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01)
    bins: list[tuple[list[tuple[float, bool]], list[tuple[float, bool]]]] = [
        ([], []) for _ in edges
    ]
    for article in made(translated=translated):
        gold = set(article.gold)
        lonely = {side for link in gold if not all(link) for side in _sentences(link)}
        for bead in aligned(article, translated=translated):
            place = max(n for n, edge in enumerate(edges) if bead.confidence >= edge)
            link = (bead.source, bead.target)
            alone = not all(link)
            right = lonely.issuperset(_sentences(link)) if alone else link in gold
            bins[place][alone].append((bead.confidence, right))
    print(f"\n{made.__name__[1:]} texts, {'back-translation' if translated else 'none'}")
    print("| confidence | pairs | mean confidence | right | alone | mean confidence | right |")
    print("|---|---|---|---|---|---|---|")
    for low, high, kinds in zip(edges, edges[1:], bins, strict=False):
        cells = [
            f"{len(some)} | {math.fsum(c for c, _ in some) / len(some):.3f} "
            f"| {sum(ok for _, ok in some) / len(some):.3f}"
            if some
            else "0 | | "
            for some in kinds
        ]
        print(f"| {low:.2f} to {min(high, 1):.2f} | {' | '.join(cells)} |")
    sure = [
        ok for low, (_, alone) in zip(edges, bins, strict=True) if low >= 0.6 for _, ok in alone
    ]
    print(f"left alone with a confidence of 0.6 and more: {len(sure)}, right {sum(sure)}")


def _sentences(link: Link) -> list[tuple[int, int]]:
    return [(side, n) for side in range(2) for n in link[side]]


_TIMED = """
import json, resource, sys, time
sys.path.insert(0, {root!r})
from tests.benchmarks.articles import long_text
from reviewer.alignment import align
source, target, back = long_text({size})
align(source[:40], target[:40], source_language="en", target_language="de")
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start, busy = time.perf_counter(), time.process_time()
beads = align(source, target, source_language="en", target_language="de",
              back_translation=back if {translated} else None)
print(json.dumps([time.perf_counter() - start, time.process_time() - busy,
                  resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                  sum(len(b.source) == len(b.target) == 1 for b in beads)]))
"""


@pytest.mark.parametrize("translated", [True, False])
def test_scaling(translated: bool) -> None:
    """Time and memory of one call in a process of its own."""
    print(f"\n{'back-translation' if translated else 'none'}")
    print("| sentences | seconds | processor seconds | ms each | peak MB | one to one |")
    print("|---|---|---|---|---|---|")
    for size in (100, 1000, 10000, *(() if translated else (50_000,))):
        script = _TIMED.format(
            root=str(Path(__file__).parents[2]), size=size, translated=translated
        )
        answer = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=True
        )
        wall, busy, memory, single = json.loads(answer.stdout)
        print(
            f"| {size} | {wall:.2f} | {busy:.2f} | {1000 * busy / size:.2f} | {memory:.0f} "
            f"| {single} |"
        )
