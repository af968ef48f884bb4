"""A Word table with a column for the source and one for the translation is a bilingual file."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import docx
import pytest

from reviewer import formats
from reviewer.analysis import analyse
from reviewer.cli import main
from reviewer.domain import Span, TextEdit
from reviewer.formats.errors import DamagedFileError
from reviewer.formats.shared.tracked import Tracking
from reviewer.formats.shared.units import BilingualFile
from reviewer.review import Review

HEAD = ["No.", "Source", "Target"]
ROWS = [
    ["1", "The bridge cost 97 million euros.", "Die Brücke kostete 79 Millionen Euro."],
    ["2", "It was opened on Monday.", "Sie wurde am Montag eröffnet."],
    ["3", "Nobody was hurt.", ""],
]


def table(rows: Sequence[Sequence[str]], path: Path) -> Path:
    """A document with an introduction and a table; a line break parts paragraphs of a cell."""
    made = docx.Document()
    made.add_paragraph("What is to be reviewed:")
    grid = made.add_table(len(rows), len(rows[0]))
    for row, texts in zip(grid.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            first, *more = text.split("\n")
            cell.paragraphs[0].text = first
            for one in more:
                cell.add_paragraph(one)
    made.save(str(path))
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return table([HEAD, *ROWS], tmp_path / "table.docx")


def pairs(file: BilingualFile) -> list[tuple[str, str]]:
    [translation] = file.translations
    return [
        (one.text, other.text)
        for one, other in zip(file.source.blocks, translation.blocks, strict=True)
    ]


def cells(data: bytes) -> list[list[str]]:
    return [
        [cell.text for cell in row.cells] for row in docx.Document(BytesIO(data)).tables[0].rows
    ]


def test_rows_are_units(path: Path) -> None:
    file = formats.read_bilingual(path)
    assert pairs(file) == [(row[1], row[2]) for row in ROWS]
    assert len({block.unit for block in file.source.blocks}) == 3
    assert [one.unit for one in file.source.blocks] == [
        one.unit for one in file.translations[0].blocks
    ]


def test_columns_may_be_named_by_languages(tmp_path: Path) -> None:
    rows = [["de", "en"], ["Ein Haus am See.", "A house by the lake."]]
    file = formats.read_bilingual(table(rows, tmp_path / "a.docx"))
    assert (file.source.language, file.translations[0].language) == ("de", "en")


def test_a_second_row_of_names_is_a_header(tmp_path: Path) -> None:
    rows = [["ID", "Source", "Target"], ["", "English", "German"], *ROWS]
    file = formats.read_bilingual(table(rows, tmp_path / "a.docx"))
    assert pairs(file) == [(row[1], row[2]) for row in ROWS]
    assert (file.source.language, file.translations[0].language) == ("en", "de")
    edit = TextEdit(2, Span(0, 0), "Niemand.")
    assert cells(formats.edited_bytes(file.translations[0], [edit]))[-1][2] == "Niemand."


def test_paragraphs_of_a_cell_are_units_of_their_own(tmp_path: Path) -> None:
    rows = [["Source", "Target"], ["One house.\nTwo houses.", "Ein Haus.\nZwei Häuser."]]
    file = formats.read_bilingual(table(rows, tmp_path / "a.docx"))
    assert pairs(file) == [("One house.", "Ein Haus."), ("Two houses.", "Zwei Häuser.")]


def test_paragraphs_without_a_counterpart_are_set_aside(tmp_path: Path) -> None:
    rows = [["Source", "Target"], ["One house.\nTwo houses.", "Ein Haus. Zwei Häuser."]]
    file = formats.read_bilingual(table(rows, tmp_path / "a.docx"))
    assert [block.chrome for block in file.source.blocks] == [False, True]


def test_an_edit_goes_into_its_cell(path: Path) -> None:
    [translation] = formats.read_bilingual(path).translations
    old = translation.blocks[0].text
    edit = TextEdit(0, Span(0, len(old)), old.replace("79", "97"))
    made = cells(formats.edited_bytes(translation, [edit]))
    assert made == [HEAD, [ROWS[0][0], ROWS[0][1], old.replace("79", "97")], *ROWS[1:]]
    assert formats.edited_bytes(translation, []) == path.read_bytes()


def test_a_translation_that_is_typed_goes_into_the_empty_cell(path: Path) -> None:
    [translation] = formats.read_bilingual(path).translations
    edit = TextEdit(2, Span(0, 0), "Niemand wurde verletzt.")
    made = cells(formats.edited_bytes(translation, [edit]))
    assert made == [HEAD, *ROWS[:2], ["3", "Nobody was hurt.", "Niemand wurde verletzt."]]


def test_changes_in_a_table_are_tracked(path: Path) -> None:
    [translation] = formats.read_bilingual(path).translations
    old = translation.blocks[0].text
    edit = TextEdit(0, Span(0, len(old)), old.replace("79", "97"))
    tracking = Tracking("Ann Lee", "2026-11-29T10:00:00+00:00")
    made = formats.tracked_bytes(translation, [edit], tracking)
    assert "<w:delText" in "".join(docx.Document(BytesIO(made)).element.xml)
    again = formats.read_bytes(Path("a.docx"), made)
    assert any("97 Millionen" in block.text for block in again.blocks)


def test_a_review_of_a_table(path: Path, tmp_path: Path) -> None:
    file = formats.read_bilingual(path)
    with Review.create(tmp_path / "a.review", analyse(file.source, file.translations)) as review:
        rows = {row.source: row for row in review.rows(1) if row.relation}
        assert rows["Nobody was hurt."].target == ""
        review.edit(1, rows["Nobody was hurt."].key, "Niemand wurde verletzt.")
        found = [one.finding.check for one in rows["The bridge cost 97 million euros."].findings]
        assert found == ["numbers"]
        document, edits = review.document(1), review.corrected_edits(1)
    assert cells(formats.edited_bytes(document, edits))[3][2] == "Niemand wurde verletzt."


def test_the_command_line_takes_it_alone(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(path)]) == 1
    assert "79" in capsys.readouterr().out


def test_without_a_header_the_languages_tell(tmp_path: Path) -> None:
    file = formats.read_bilingual(table(ROWS, tmp_path / "a.docx"))
    assert pairs(file) == [(row[1], row[2]) for row in ROWS]


def test_the_table_of_a_tool_with_a_title_and_countries(tmp_path: Path) -> None:
    head = [["Our tool 9.9", "", ""], ["ID", "English (United States)", "German (Germany)"]]
    file = formats.read_bilingual(table([*head, *ROWS], tmp_path / "a.docx"))
    assert (file.source.language, file.translations[0].language) == ("en-US", "de-DE")
    assert pairs(file) == [(row[1], row[2]) for row in ROWS]


@pytest.mark.parametrize(
    "rows",
    [
        [["Year", "Crossings"], ["2025", "61,300"]],
        [["a house on the hill", "some other words"], ["One house.", "Ein Haus."]],
    ],
)
def test_another_table_is_none(rows: list[list[str]], tmp_path: Path) -> None:
    with pytest.raises(DamagedFileError, match="must name"):
        formats.read_bilingual(table(rows, tmp_path / "a.docx"))
