"""Whole articles of 25 sentences, some left out and some figures changed, without an engine.

What a person opens: a text in paragraphs beside its translation. Two sentences of 25 are left out
of the translation and one figure is changed in each of up to three others.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from reviewer.analysis import Analysis, analyse
from reviewer.domain import Block, Document
from reviewer.text.scripts import has_spaces
from tests.benchmarks.articles import ENGINES, SHARED, flores
from tests.benchmarks.test_numbers import mutations

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.skipif(not SHARED.exists(), reason="the data is not beside the project"),
]

SENTENCES, LEFT_OUT, CHANGED, PARAGRAPH = 25, 2, 3, 4
KINDS = ("one digit changed", "ten times as much", "two digits swapped")
ALARMS = ("critical", "major")


@dataclass
class Score:
    """What was planted and found, and what was said of figures that nobody changed."""

    changed: int = 0
    alarmed: int = 0
    left_out: int = 0
    missed: list[str] = field(default_factory=list)
    found: int = 0
    articles: int = 0
    false: list[str] = field(default_factory=list)


def document(name: str, language: str, sentences: list[str]) -> Document:
    """A plain text in paragraphs."""
    glue = " " if has_spaces(language) else ""
    blocks = [
        Block(glue.join(sentences[start : start + PARAGRAPH]))
        for start in range(0, len(sentences), PARAGRAPH)
    ]
    return Document(name, "text", tuple(blocks), b"", language=language)


def planted(
    lines: list[tuple[str, str, str]], language: str, dice: random.Random
) -> tuple[list[str], set[str], dict[str, str]]:
    """The translation with its errors; the source sentences left out; changed to source."""
    out = set(dice.sample(range(len(lines)), LEFT_OUT))
    kept = [n for n in range(len(lines)) if n not in out]
    dice.shuffle(kept)
    changed: dict[int, str] = {}
    for n in kept:
        choices = [text for kind, text in mutations(lines[n][1], language, dice) if kind in KINDS]
        if choices and len(changed) < CHANGED:
            changed[n] = dice.choice(choices)
    target = [changed.get(n, lines[n][1]) for n in range(len(lines)) if n not in out]
    return target, {lines[n][0] for n in out}, {changed[n]: lines[n][0] for n in changed}


def lies_in(text: str, segments: Sequence[str]) -> bool:
    """Whether a planted sentence, or a piece that it was cut into, is among the segments."""
    whole = "".join(text.split())
    pieces = ["".join(segment.split()) for segment in segments]
    return any(piece in whole or whole in piece for piece in pieces)


def judge(result: Analysis, out: set[str], changed: dict[str, str], score: Score) -> None:
    part = result.translations[0]
    score.articles += 1
    alarmed: set[str] = set()
    lost: set[str] = set()
    for bead, findings in zip(part.beads, part.findings, strict=True):
        source = [result.source.segments[index].text for index in bead.source]
        target = [part.side.segments[index].text for index in bead.target]
        for finding in findings:
            if finding.check == "numbers" and finding.severity in ALARMS:
                hit = {text for text in changed if lies_in(text, target)}
                alarmed |= hit
                if not hit:
                    told = f"{bead.confidence:.2f} {finding.message} | {source} | {target}"
                    score.false.append(told)
            if finding.check == "missing":
                lost |= {text for text in out if lies_in(text, source)}
    score.changed += len(changed)
    score.alarmed += len(alarmed)
    score.left_out += len(out)
    score.found += len(lost)
    score.missed += [f"figure: {changed[text]} | {text}" for text in changed if text not in alarmed]
    score.missed += [f"left out: {text}" for text in out if text not in lost]


@pytest.mark.parametrize("language", sorted(ENGINES))
def test_changed_figures_and_sentences_left_out(language: str) -> None:
    lines = flores(language)
    dice = random.Random(f"{language} 14")
    score = Score()
    for start in range(0, len(lines) - SENTENCES + 1, SENTENCES):
        inside = lines[start : start + SENTENCES]
        target, out, changed = planted(inside, language, dice)
        result = analyse(
            document("source.txt", "en", [line[0] for line in inside]),
            [document("target.txt", language, target)],
        )
        judge(result, out, changed, score)
    print(
        f"{language}: {score.alarmed}/{score.changed} changed figures alarmed"
        f" ({score.alarmed / score.changed:.3f}), {score.found}/{score.left_out} left out found"
        f" ({score.found / score.left_out:.3f}), {len(score.false) / score.articles:.2f} false"
        f" alarms an article"
    )
    for line in (*score.missed, *score.false):
        print("   ", line)
