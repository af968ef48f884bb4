"""After any operations a long text has the findings that a check of all its rows would have."""

from __future__ import annotations

import random
import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from reviewer.analysis import Analysis, Comparison, SegmentedDocument
from reviewer.checks import check_document, check_pair, combined
from reviewer.domain import Bead, Block, Document, Segment, Span
from reviewer.review import NotPossible, Review

ROWS = 260
TWICE = "Das hier steht zweimal im Text."
LETTERS = "abcdefghiklmnoprstuw"


def text(language: str, prefix: str) -> SegmentedDocument:
    """Sentences of which no two are alike."""
    draw, segments = random.Random(prefix), []
    for number in range(ROWS):
        words = ["".join(draw.choices(LETTERS, k=6)) for _ in range(6)]
        said = f"{' '.join(words).capitalize()}."
        segments.append(Segment(f"{prefix}{number + 1}", said, number, Span(0, len(said))))
    blocks = tuple(Block(one.text) for one in segments)
    document = Document(f"{prefix}.txt", "txt", blocks, b"", "utf-8", language)
    return SegmentedDocument(document, language, tuple(segments))


def analysis() -> Analysis:
    beads = tuple(Bead((n,), (n,), "aligned", 1.0) for n in range(ROWS))
    return Analysis(
        text("en", "s"), (Comparison(text("de", "t"), beads, ((),) * ROWS, {}, "none"),)
    )


OPERATIONS = st.sampled_from(["twice", "once", "empty", "merge", "unlink", "undo", "redo"])
ANALYSIS = analysis()


@settings(max_examples=12, deadline=None)
@given(
    done=st.lists(st.tuples(OPERATIONS, st.integers(0, 30)), min_size=2, max_size=12),
    start=st.sampled_from([0, 100, ROWS - 45]),
)
@example(done=[("twice", 0), ("twice", 30), ("merge", 3), ("once", 0)], start=100)
@example(done=[("twice", 0), ("twice", 30), ("merge", 3), ("once", 30)], start=100)
@example(done=[("twice", 5), ("twice", 9), ("undo", 0), ("empty", 5), ("redo", 0)], start=0)
def test_they_are_those_of_the_whole_text(done: list[tuple[str, int]], start: int) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        Review.create(Path(folder) / "long.review", ANALYSIS) as review,
    ):
        for name, number in done:
            keys = [row.key for row in review.rows(1)]
            key = keys[start + number]
            with suppress(NotPossible):
                match name:
                    case "twice" | "once" | "empty":
                        said = {
                            "twice": TWICE,
                            "once": f"Nur noch Möwe {number} ist da.",
                            "empty": "",
                        }[name]
                        review.edit(1, key, said)
                    case "merge":
                        review.merge_with_next(1, key)
                    case "unlink":
                        review.unlink(1, key)
                    case "undo":
                        review.undo()
                    case "redo":
                        review.redo()
        state = review._runner.translations[1]
        shown = [key for key in state.order().keys if key in state.beads]
        pairs = [state.pair(key) for key in shown]
        across = check_document(pairs)
        for place, (key, pair) in enumerate(zip(shown, pairs, strict=True)):
            kept = state.beads[key].findings
            if kept or place in across:
                assert kept == combined(check_pair(pair), across.get(place, ())), key
