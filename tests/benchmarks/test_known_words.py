"""What the known words bring where nothing else tells the sentences apart.

Articles of twelve plain sentences without figures and names, in ten languages (tests/alignment/
plain_words), disturbed at random: one or two sentences are left out, one of another text comes in,
two stand as one. Neither a translation nor an encoder helps.

python -m pytest -m benchmark -s tests/benchmarks/test_known_words.py
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from reviewer.alignment import evidence
from reviewer.alignment.align import align

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]

FOLDER = Path(__file__).parents[1] / "alignment/plain_words"
LANGUAGES = ("ko", "ro", "hu", "el", "fi", "da", "no", "ms", "he", "th")
TIMES = 30

Link = tuple[tuple[int, ...], tuple[int, ...]]


def lines(language: str) -> list[str]:
    return (FOLDER / f"{language}.txt").read_text("utf-8").splitlines()


def disturbed(target: list[str], draw: random.Random) -> tuple[list[str], set[Link]]:
    """The translation of the first twelve lines, and the true beads."""
    gone = set(draw.sample(range(12), draw.choice([1, 1, 2])))
    joined = draw.choice([n for n in range(11) if not {n, n + 1} & gone])
    extra = draw.choice([n for n in range(12) if n not in gone and n != joined])
    made: list[str] = []
    gold: set[Link] = set()
    for n in range(12):
        if n in gone:
            gold.add(((n,), ()))
        elif n == joined + 1:
            made[-1] += (" " if made[-1][-1] == "." else "") + target[n]
            gold.add(((n - 1, n), (len(made) - 1,)))
        else:
            made.append(target[n])
            if n != joined:
                gold.add(((n,), (len(made) - 1,)))
        if n == extra:
            gold.add(((), (len(made),)))
            made.append(target[draw.randrange(12, 16)])
    return made, gold


def test_known_words(monkeypatch: pytest.MonkeyPatch) -> None:
    print(
        "\n| language | without: beads right | missing P | R | with: beads right | missing P | R |"
    )
    print("|---|---|---|---|---|---|---|")
    source = lines("en")[:12]
    usual = evidence.concepts
    for language in LANGUAGES:
        cells = []
        for known in (False, True):
            words = usual if known else lambda *_: set()
            monkeypatch.setattr(evidence, "concepts", words)
            draw = random.Random(language)
            right = beads = hits = found = true = 0
            for _ in range(TIMES):
                target, gold = disturbed(lines(language), draw)
                made = {
                    (bead.source, bead.target)
                    for bead in align(
                        source, target, source_language="en", target_language=language
                    )
                }
                right += len(made & gold)
                beads += len(made)
                missing = {link for link in made if not link[1]}
                gone = {link for link in gold if not link[1]}
                hits, found, true = (
                    hits + len(missing & gone),
                    found + len(missing),
                    true + len(gone),
                )
            cells += [right / beads, hits / max(found, 1), hits / true]
        print(f"| {language} | {' | '.join(f'{cell:.3f}' for cell in cells)} |", flush=True)
