"""Makes the frozen review of the present version: run once for each version, then kept.

    .venv/bin/python -m tests.store.frozen.make

A frozen file is never made again: it is what an installed program of that version wrote.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from reviewer.analysis import Analysis, Comparison, SegmentedDocument
from reviewer.domain import (
    BackTranslation,
    Bead,
    Block,
    Document,
    Finding,
    Fix,
    Pair,
    Segment,
    Span,
)
from reviewer.review import IgnoreRule, Review
from reviewer.store.migrations import STEPS


def side(path: str, language: str, sentences: Sequence[str], prefix: str) -> SegmentedDocument:
    """A document with one paragraph for each sentence; the last is furniture."""
    document = Document(
        path,
        "txt",
        tuple(Block(sentence) for sentence in sentences),
        "\n".join(sentences).encode(),
        "utf-8",
        language,
    )
    last = len(sentences) - 1
    segments = tuple(
        Segment(
            f"{prefix}{number + 1}",
            sentence,
            number,
            Span(0, len(sentence)),
            "furniture" if number == last else "body",
        )
        for number, sentence in enumerate(sentences)
    )
    return SegmentedDocument(document, language, segments)


def quiet(pair: Pair) -> list[Finding]:
    """No check: what a version found is not what is frozen here."""
    return []


def make(path: Path) -> None:
    """A review with something in every table."""
    source = side(
        "harbour.txt",
        "en",
        ["The harbour has 63 cranes.", "Nine are new.", "It opened in May.", "Share"],
        "s",
    )
    target = side(
        "hafen.txt", "de", ["Der Hafen hat 36 Kräne.", "Er öffnete im Mai.", "Neu.", "Teilen"], "t"
    )
    beads = (
        Bead((0,), (0,), "aligned", 0.97),
        Bead((1,), (), "missing", 0.9),
        Bead((2,), (1,), "aligned", 0.95),
        Bead((), (2,), "added", 0.6),
    )
    numbers = Finding(
        "numbers",
        "value",
        "critical",
        "63 → 36",
        (Span(16, 18),),
        (Span(14, 16),),
        "value",
        0.9,
        "63|36",
        Fix(Span(14, 16), "63"),
    )
    missing = Finding("missing", "sentence", "critical", "The sentence is left out.")
    added = Finding("added", "sentence", "major", "The sentence is not in the source.")
    back = {0: BackTranslation("The port has 36 cranes.", "translate-de_en", "1.0")}
    comparison = Comparison(
        target, beads, ((numbers,), (missing,), (), (added,)), back, "argos translate-de_en 1.0"
    )
    with Review.create(path, Analysis(source, (comparison,)), check=quiet) as review:
        [found] = review.row(1, "s1").findings
        review.decide(1, "s1", found.fingerprint, "accept", "a slip of the pen")
        review.decide_all(1, "dismiss", check="added")
        review.edit(1, "s3", "Er öffnete im Mai 1901.")
        review.edit(1, "s2", "Neun sind neu.")
        review.comment(1, "s3", "ask the harbour master")
        review.link(1, ["s3", "t3"])
        review.undo()
        review.set_place(1, "s3", filter="open")
        review.set_setting("shown", ["numbers"])
        review.add_ignore_rule(1, IgnoreRule(check="quotes"))


if __name__ == "__main__":
    place = Path(__file__).with_name(f"version-{len(STEPS)}.review")
    if place.exists():
        sys.exit(f"{place.name} is frozen already.")
    make(place)
