"""What is typed into rows without a translation stands in the export as in the source."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewer import formats
from reviewer.analysis import Analysis, Comparison, SegmentedDocument
from reviewer.domain import Bead, Block, Document, NewBlock
from reviewer.formats import plain_forms
from reviewer.formats.docx.form import as_docx
from reviewer.review import Review
from reviewer.text.segments import segments

TEXT = [
    ("title", 1, "The bridge opens again"),
    ("paragraph", 0, "It was closed for three years. The work cost 5 million."),
    ("heading", 2, "Money"),
    ("paragraph", 0, "The town paid half of it."),
    ("paragraph", 0, "The state paid the rest. Nobody else paid anything."),
    ("list_item", 0, "first thing to see"),
    ("list_item", 0, "second thing to see"),
    ("list_item", 0, "third thing to see"),
    ("paragraph", 0, "Then the article goes on for a while."),
    ("heading", 2, "The end"),
    ("paragraph", 0, "The last paragraph ends the text here."),
]
FORMS = {
    ".html": plain_forms.as_html,
    ".md": plain_forms.as_markdown,
    ".txt": plain_forms.as_text,
    ".docx": as_docx,
}


def made(suffix: str, left_out: frozenset[int]) -> Document:

    blocks = [
        Block(text, role, level=level)  # type: ignore[arg-type]
        for number, (role, level, text) in enumerate(TEXT)
        if number not in left_out
    ]
    return formats.read_bytes(Path(f"text{suffix}"), FORMS[suffix](blocks, "en"))


def side(document: Document, prefix: str) -> SegmentedDocument:
    document = replace(document, language="en")
    return SegmentedDocument(document, "en", tuple(segments(document, prefix)))


def review_of(path: Path, suffix: str, left_out: frozenset[int]) -> Review:
    """A review of the whole text and of one without some blocks; every sentence that is
    there is aligned."""
    source, target = side(made(suffix, frozenset()), "s"), side(made(suffix, left_out), "t")
    chrome = [
        {n for n, each in enumerate(one.document.blocks) if each.chrome} for one in (source, target)
    ]
    places = {
        segment.text: number
        for number, segment in enumerate(target.segments)
        if segment.block not in chrome[1]
    }
    beads = [
        Bead((number,), (places[segment.text],), "aligned", 0.9)
        if segment.text in places
        else Bead((number,), (), "missing", 0.9)
        for number, segment in enumerate(source.segments)
        if segment.block not in chrome[0]
    ]
    comparison = Comparison(target, tuple(beads), tuple(() for _ in beads))
    path.unlink(missing_ok=True)
    return Review.create(path, Analysis(source, (comparison,)), check=lambda _pair: [])


def seen(document: Document) -> list[tuple[str, int, str]]:
    return [(each.role, each.level, each.text) for each in document.blocks if not each.chrome]


@pytest.mark.parametrize("suffix", FORMS)
@settings(
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(left_out=st.frozensets(st.integers(1, len(TEXT) - 1), min_size=1, max_size=4))
def test_what_was_left_out_and_is_typed_reads_as_if_it_had_been_there(
    suffix: str, left_out: frozenset[int], tmp_path: Path
) -> None:
    with review_of(tmp_path / "r.review", suffix, left_out) as review:
        for row in review.rows(1):
            if row.relation == "missing":
                review.edit(1, row.key, row.source)
        data = formats.edited_bytes(review.document(1), review.corrected_edits(1))
    document = formats.read_bytes(Path(f"text{suffix}"), data)
    assert seen(document) == seen(made(suffix, frozenset()))


def test_several_sentences_of_one_paragraph_are_one_new_block(tmp_path: Path) -> None:
    with review_of(tmp_path / "r.review", ".html", frozenset({4})) as review:
        missing = [row for row in review.rows(1) if row.relation == "missing"]
        for row in reversed(missing):
            review.edit(1, row.key, row.source)
        [new] = review.corrected_edits(1)
    assert isinstance(new, NewBlock)
    assert (new.text, new.role) == (TEXT[4][2], "paragraph")


def test_what_is_emptied_again_leaves_nothing(tmp_path: Path) -> None:
    with review_of(tmp_path / "r.review", ".html", frozenset({2})) as review:
        [row] = [row for row in review.rows(1) if row.relation == "missing"]
        review.edit(1, row.key, "Geld")
        review.edit(1, row.key, "")
        assert review.corrected_edits(1) == []


def test_an_anew_written_form_has_the_block_too(tmp_path: Path) -> None:
    from reviewer.reports.corrected import converted

    with review_of(tmp_path / "r.review", ".docx", frozenset({2})) as review:
        [row] = [row for row in review.rows(1) if row.relation == "missing"]
        review.edit(1, row.key, "Geld")
        text = converted(review.document(1), review.corrected_edits(1), Path("x.md")).decode()
    assert "\n\n## Geld\n\n" in text


def test_a_subtitle_that_was_missing_is_shown_when_its_source_is(tmp_path: Path) -> None:
    cues = [
        f"{n}\n00:0{n}:00,000 --> 00:0{n}:04,000\n{text}\n\n"
        for n, text in enumerate(["One is here.", "Two is red.", "Three goes away."], 1)
    ]
    names = ["whole.srt", "cut.srt"]
    for name, text in zip(names, ["".join(cues), cues[0] + cues[2]], strict=True):
        (tmp_path / name).write_text(text)
    both = zip(names, "st", strict=True)
    source, target = (side(formats.read(tmp_path / name), prefix) for name, prefix in both)
    beads = [
        Bead((0,), (0,), "aligned", 0.9),
        Bead((1,), (), "missing", 0.9),
        Bead((2,), (1,), "aligned", 0.9),
    ]
    analysis = Analysis(source, (Comparison(target, tuple(beads), ((), (), ())),))
    with Review.create(tmp_path / "r.review", analysis, check=lambda _pair: []) as review:
        [row] = [row for row in review.rows(1) if row.relation == "missing"]
        assert review.file_note(1, row.key) == "00:02:00,000 --> 00:02:04,000"
        review.edit(1, row.key, row.source)
        data = formats.edited_bytes(review.document(1), review.corrected_edits(1))
    assert data.decode() == "".join(cues)
