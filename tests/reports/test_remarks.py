"""Comments and open findings stand on their words in the corrected text."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.analysis import Analysis, Comparison, SegmentedDocument, analyse
from reviewer.domain import Bead
from reviewer.formats.shared.changes import by_block, changes, edited
from reviewer.formats.shared.tracked import Remark
from reviewer.reports.remarks import PROGRAM, remarks
from reviewer.review import Review
from reviewer.text.segments import segments

SOURCE = """The bridge cost 97 million euros. It has 12 arches.

The mayor opened it on Monday. Nobody was hurt. The road is 4 km long.
"""
GERMAN = """Die Brücke kostete 97 Milliarden Euro. Sie hat 12 Bögen.

Der Bürgermeister eröffnete sie am Montag. Die Straße ist 4 km lang.
"""


@pytest.fixture
def review(tmp_path: Path) -> Review:
    source, german = tmp_path / "source.txt", tmp_path / "german.txt"
    source.write_text(SOURCE, "utf-8")
    german.write_text(GERMAN, "utf-8")
    analysis = analyse(formats.read(source), [formats.read(german)])
    return Review.create(tmp_path / "bridge.review", analysis)


def quoted(review: Review, remark: Remark) -> str:
    """The words that a remark is about, in the corrected text."""
    document = review.document(1)
    block = document.blocks[remark.block].text
    edits = by_block(review.corrected_edits(1)).get(remark.block, [])
    return remark.span.of(edited(block, changes(block, edits)))


def made(review: Review, *, findings: bool = True) -> list[tuple[str, str, str]]:
    return [
        (quoted(review, one), one.author, one.text)
        for one in remarks(review, 1, "Ann", "2026-11-29T10:00:00Z", findings=findings)
    ]


def test_a_finding_stands_on_its_figure_and_quotes_the_source(review: Review) -> None:
    with review:
        words, author, text = made(review)[0]
        assert "97" in words
        assert words in GERMAN
        assert author == PROGRAM
        assert text.startswith("critical: ")
        assert "\nSource: 97" in text


def test_a_missing_sentence_stands_behind_the_sentence_before(review: Review) -> None:
    with review:
        [found] = [
            one
            for one in remarks(review, 1, "Ann", "2026-11-29T10:00:00Z")
            if "Nobody was hurt." in one.text
        ]
        assert found.block == 1
        assert (
            found.span.start == found.span.end == len("Der Bürgermeister eröffnete sie am Montag.")
        )


def test_a_comment_is_the_reviewers_and_stands_where_the_sentence_is_now(review: Review) -> None:
    with review:
        first, second = [row for row in review.rows(1) if row.relation == "aligned"][:2]
        review.edit(1, first.key, "Die alte Brücke kostete 97 Millionen Euro.")
        review.comment(1, second.key, "Count them")
        found = made(review, findings=False)
        assert found == [("Sie hat 12 Bögen.", "Ann", "Count them")]


def test_a_decided_finding_is_not_remarked_unless_it_was_commented(review: Review) -> None:
    with review:
        row = next(row for row in review.rows(1) if row.findings)
        [found] = row.findings
        review.decide(1, row.key, found.fingerprint, "dismiss")
        assert not [one for one in made(review) if "97" in one[0]]
        review.decide(1, row.key, found.fingerprint, "comment", "A joke")
        [(_, author, text)] = [one for one in made(review) if "97" in one[0]]
        assert author == "Ann"
        assert text.startswith("A joke\n(dismissed: ")


def test_a_comment_on_a_row_of_several_sentences_stands_on_all_in_its_paragraph(
    tmp_path: Path,
) -> None:
    sides = [
        SegmentedDocument(document, "en", tuple(segments(document, name)))
        for name, data in (("s", b"One and two."), ("t", b"Eins ist hier. Zwei ist da."))
        for document in [formats.read_bytes(Path(f"{name}.txt"), data)]
    ]
    bead = Bead((0,), (0, 1), "aligned", 0.9)
    analysis = Analysis(sides[0], (Comparison(sides[1], (bead,), ((),)),))
    with Review.create(tmp_path / "a.review", analysis, check=lambda _pair: []) as review:
        review.comment(1, review.rows(1)[0].key, "Look")
        assert made(review) == [("Eins ist hier. Zwei ist da.", "Ann", "Look")]
