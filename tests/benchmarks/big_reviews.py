"""Reviews of any size to measure with, always the same ones."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from reviewer.analysis import Analysis, Comparison, SegmentedDocument
from reviewer.domain import Bead, Block, Document, Finding, Fix, Segment, Span
from reviewer.messages import Message
from reviewer.review import Review

WORDS = "The harbour of the town was opened by the mayor after nine years of work and much talk"
SIZES = {
    "an empty review": (1, 1),
    "1,000 rows": (1_000, 1),
    "10,000 rows": (10_000, 1),
    "50,000 rows": (50_000, 1),
    "10,000 rows in five translations": (10_000, 5),
}


def big_analysis(rows: int, translations: int = 1) -> Analysis:
    """Rows of 5 to 60 words; every tenth has a finding."""

    def side(name: str, language: str, prefix: str) -> SegmentedDocument:
        texts = [
            " ".join((WORDS.split() * 4)[: 5 + (number * 7919) % 56]) + f" {number}."
            for number in range(rows)
        ]
        segments = tuple(
            Segment(f"{prefix}{number + 1}", text, number, Span(0, len(text)))
            for number, text in enumerate(texts)
        )
        blocks = tuple(Block(text) for text in texts)
        original = "\n".join(texts).encode()
        return SegmentedDocument(
            Document(name, "text", blocks, original, "utf-8", language), language, segments
        )

    beads = tuple(Bead((number,), (number,), "aligned", 0.9) for number in range(rows))
    found = Finding(
        "numbers",
        "value",
        "major",
        Message("13 → 31"),
        (Span(4, 11),),
        (Span(4, 11),),
        fix=Fix(Span(4, 11), "x"),
    )
    findings = tuple((found,) if number % 10 == 0 else () for number in range(rows))
    languages = ["de", "fr", "es", "it", "nl"][:translations]
    return Analysis(
        side("source.txt", "en", "s"),
        tuple(
            Comparison(side(f"target-{language}.txt", language, "t"), beads, findings)
            for language in languages
        ),
    )


def analysis_named(name: str) -> Analysis:
    """The analysis of one of SIZES."""
    return big_analysis(*SIZES[name])


def make(folder: Path, name: str) -> Path:
    """The review of one of SIZES, closed."""
    path = folder / f"{name}.review"
    Review.create(path, analysis_named(name), check=lambda _pair: []).close()
    return path


def kill(path: Path, killed: Path) -> None:
    """A copy of a closed review, in which a process has decided something and then died."""
    for beside in killed.parent.glob(f"{killed.name}*"):
        beside.unlink()
    shutil.copyfile(path, killed)
    subprocess.run([sys.executable, "-m", "tests.benchmarks.big_reviews", str(killed)], check=True)


def _decide_and_die(path: Path) -> None:
    review = Review.open(path)
    [translation, *_] = review.translations
    row = next(row for row in review.rows(translation.id) if row.findings)
    review.decide(translation.id, row.key, row.findings[0].fingerprint, "dismiss")
    os._exit(0)


if __name__ == "__main__":
    _decide_and_die(Path(sys.argv[1]))
