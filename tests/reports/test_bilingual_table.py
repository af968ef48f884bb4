"""A table goes out, is edited elsewhere and comes back; what was changed in both places is told."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.domain import ReviewerError
from reviewer.reports import table_docx, table_xlsx
from reviewer.reports.bilingual_table import (
    BEFORE,
    COMMENT,
    CORRECTED,
    DECISION,
    NAME,
    SOURCE,
    plan,
)
from reviewer.reports.table_reading import not_in_the_table, read_plans
from reviewer.review import Review
from reviewer.review.operations.apply_table import apply_table
from tests.libreoffice import LibreOffice, needs_libreoffice
from tests.reports.conftest import OPTIONS

Table = list[list[str]]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def exported(review: Review, kind: str = "docx") -> Table:
    """The table as it is read back unchanged."""
    if kind == "docx":
        return table_docx.read_table("a.docx", table_docx.table_docx(review, [1], OPTIONS))
    return table_xlsx.read_table("a.xlsx", table_xlsx.table_xlsx(review, [1], OPTIONS))


def line(table: Table, words: str) -> list[str]:
    return next(cells for cells in table if any(words in cell for cell in cells))


@pytest.fixture(params=["docx", "xlsx"])
def table(request: pytest.FixtureRequest, reviewed: Review) -> Table:
    return exported(reviewed, str(request.param))


def test_what_was_not_edited_changes_nothing(reviewed: Review, table: Table) -> None:
    [made] = plan(reviewed, table)
    assert made.lines == len([row for row in reviewed.rows(1) if row.relation])
    assert not made.answers()
    assert not made.conflicts


def test_the_columns_say_what_was_found_and_done(reviewed: Review, table: Table) -> None:
    fixed = line(table, "Millionen")
    assert fixed[1:4] == [
        "The bridge cost 97 million euros.",
        "Die Brücke kostete 97 Milliarden Euro.",
        "Die Brücke kostete 97 Millionen Euro.",
    ]
    assert line(table, "5 km")[DECISION] == "accepted"
    assert line(table, "12 Bögen")[COMMENT] == "Count them"
    assert "(=a <joke>)" in line(table, "30 Euro")[4]


def test_corrections_comments_and_decisions_come_back_as_one_step(
    reviewed: Review, table: Table
) -> None:
    before = reviewed.rows(1)
    line(table, "5 km")[CORRECTED] = "Die Straße ist 4 km lang."
    line(table, "12 Bögen")[COMMENT] = "Counted"
    line(table, "30 Euro")[DECISION] = "Accepted"
    missing = line(table, "Nobody was hurt.")
    missing[CORRECTED] = "Niemand wurde verletzt."
    [made] = plan(reviewed, table)
    assert not made.conflicts
    reviewed.carry_out(apply_table, 1, made.answers())

    rows = {row.source: row for row in reviewed.rows(1)}
    assert rows["The road is 4 km long."].target == "Die Straße ist 4 km lang."
    assert rows["Nobody was hurt."].target == "Niemand wurde verletzt."
    assert rows["It has 12 arches."].comment == "Counted"
    assert [one.state for one in rows["The toll is 3 euros."].findings] == ["accepted"]
    assert [one.comment for one in rows["The toll is 3 euros."].findings] == ["=a <joke>"]

    reviewed.undo()
    assert reviewed.rows(1) == before
    reviewed.redo()
    assert {row.source: row for row in reviewed.rows(1)} == rows


def test_a_row_that_was_changed_in_both_places_is_a_conflict(
    reviewed: Review, table: Table
) -> None:
    there = line(table, "5 km")
    there[CORRECTED] = "Die Straße ist vier km lang."
    key = next(row.key for row in reviewed.rows(1) if "5 km" in row.target)
    reviewed.edit(1, key, "Die Straße misst 4 km.")
    [made] = plan(reviewed, table)
    [conflict] = made.conflicts
    assert (conflict.there, conflict.here) == (there[CORRECTED], "Die Straße misst 4 km.")
    assert not made.texts

    # The same change in both places is none.
    there[CORRECTED] = "Die Straße misst  4 km."
    [made] = plan(reviewed, table)
    assert not made.conflicts
    assert not made.texts


def test_what_was_changed_here_alone_stays(reviewed: Review, table: Table) -> None:
    key = next(row.key for row in reviewed.rows(1) if "5 km" in row.target)
    reviewed.edit(1, key, "Die Straße misst 4 km.")
    reviewed.comment(1, key, "Here")
    [made] = plan(reviewed, table)
    assert not made.answers()
    assert not made.conflicts


def test_comments_and_decisions_conflict_too(reviewed: Review, table: Table) -> None:
    there = line(table, "12 Bögen")
    there[COMMENT] = "From there"
    toll = line(table, "30 Euro")
    toll[DECISION] = "open"
    rows = {row.source: row for row in reviewed.rows(1)}
    reviewed.comment(1, rows["It has 12 arches."].key, "From here")
    row = rows["The toll is 3 euros."]
    reviewed.decide(1, row.key, row.findings[0].fingerprint, "accept")
    [made] = plan(reviewed, table)
    assert [one.there for one in made.conflicts] == ["From there", "open"]
    assert not made.answers()


def test_a_sentence_is_not_deleted_by_an_empty_cell(reviewed: Review, table: Table) -> None:
    line(table, "5 km")[CORRECTED] = "  "
    [made] = plan(reviewed, table)
    assert [one.here for one in made.conflicts] == ["Die Straße ist 5 km lang."]
    assert not made.texts


def test_lines_may_be_sorted_left_out_and_added(reviewed: Review, table: Table) -> None:
    cells = line(table, "5 km")
    cells[CORRECTED] = "Die Straße ist 4 km lang."
    some = [["a note of somebody"], *reversed(table[3:]), ["", "", "", "", "", "", "", "no name"]]
    [made] = plan(reviewed, some)
    assert list(made.texts.values()) == ["Die Straße ist 4 km lang."]


def test_a_row_that_stands_there_twice_must_say_the_same(reviewed: Review, table: Table) -> None:
    cells = line(table, "5 km")
    table.append(list(cells))
    assert not plan(reviewed, table)[0].conflicts
    cells[CORRECTED] = "Die Straße ist 4 km lang."
    [made] = plan(reviewed, table)
    assert not made.texts
    [conflict] = made.conflicts
    assert conflict.there == "Die Straße ist 4 km lang. / Die Straße ist 5 km lang."


@pytest.mark.parametrize("moved", ["first gone", "one more", "turned round"])
def test_columns_are_found_by_their_titles(reviewed: Review, table: Table, moved: str) -> None:
    cells = line(table, "5 km")
    cells[CORRECTED] = "Die Straße ist 4 km lang."
    cells[COMMENT] = "Measured"
    other = {
        "first gone": [row[1:] for row in table],
        "one more": [[*row[:3], "mine", *row[3:]] for row in table],
        "turned round": [row[::-1] for row in table],
    }[moved]
    [made] = plan(reviewed, other)
    assert list(made.texts.values()) == ["Die Straße ist 4 km lang."]
    assert list(made.comments.values()) == ["Measured"]
    assert not made.conflicts


def test_a_column_that_was_deleted_is_not_read(reviewed: Review, table: Table) -> None:
    line(table, "5 km")[CORRECTED] = "Die Straße ist 4 km lang."
    kept = [[cell for n, cell in enumerate(row) if n not in (0, 1, 2, COMMENT)] for row in table]
    [made] = plan(reviewed, kept)
    assert list(made.texts.values()) == ["Die Straße ist 4 km lang."]
    assert not made.comments
    assert not made.conflicts


@pytest.mark.parametrize("column", [SOURCE, BEFORE])
def test_what_was_typed_into_another_column_is_told(
    reviewed: Review, table: Table, column: int
) -> None:
    line(table, "5 km")[column] += " Very."
    [made] = plan(reviewed, table)
    assert not made.answers()
    assert [one.there.endswith(" Very.") for one in made.conflicts] == [True]


@pytest.mark.parametrize("said", ["maybe", "5 km", "2. accepted"])
def test_a_decision_that_is_none_is_told(reviewed: Review, table: Table, said: str) -> None:
    line(table, "5 km")[DECISION] = said
    [made] = plan(reviewed, table)
    assert not made.answers()
    assert [(one.there, one.here) for one in made.conflicts] == [(said, "accepted")]


def test_words_in_the_column_of_decisions_are_told_where_there_is_nothing_to_decide(
    reviewed: Review, table: Table
) -> None:
    undecided = [cells for cells in table[1:] if not cells[DECISION]]
    undecided[0][DECISION] = "accepted"
    assert not plan(reviewed, table)[0].conflicts
    undecided[0][DECISION] = "Die Brücke ist neu."
    [made] = plan(reviewed, table)
    assert [one.there for one in made.conflicts] == ["Die Brücke ist neu."]


def test_no_cell_of_a_workbook_is_a_formula(reviewed: Review) -> None:
    key = next(row.key for row in reviewed.rows(1) if "5 km" in row.target)
    reviewed.edit(1, key, "=SUM(A1) +1 -2 @3")
    book = openpyxl.load_workbook(BytesIO(table_xlsx.table_xlsx(reviewed, [1], OPTIONS)))
    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert any(cell.value == "=SUM(A1) +1 -2 @3" for cell in cells)


def test_word_marks_what_changed(reviewed: Review) -> None:
    document = docx.Document(BytesIO(table_docx.table_docx(reviewed, [1], OPTIONS)))
    [table] = document.tables
    row = next(row for row in table.rows if "Millionen" in row.cells[CORRECTED].text)
    struck = [run.text for run in row.cells[2].paragraphs[0].runs if run.font.strike]
    new = [run.text for run in row.cells[CORRECTED].paragraphs[0].runs if run.font.underline]
    assert (struck, new) == (["Milliarden"], ["Millionen"])


def test_tracked_changes_in_the_table_are_taken(reviewed: Review) -> None:
    data = table_docx.table_docx(reviewed, [1], OPTIONS)
    package = table_docx.Package(data, "a.docx")
    name = package.main()
    text = package.part(name).decode()
    run = re.search(r"<w:r>(?:(?!</w:r>).)*Die Straße ist 5 km lang\.</w:t></w:r>", text)
    assert run
    gone = f'<w:del w:id="1" w:author="A">{run[0].replace("w:t", "w:delText")}</w:del>'
    new = '<w:ins w:id="2" w:author="A"><w:r><w:t>Die Straße ist 4 km lang.</w:t></w:r></w:ins>'
    edited = package.with_parts({name: text.replace(run[0], gone + new).encode()})
    [made] = plan(reviewed, table_docx.read_table("a.docx", edited))
    assert "Die Straße ist 4 km lang." in made.texts.values()


@settings(max_examples=10)
@given(text=st.text(min_size=1, max_size=40).filter(lambda text: any(map(str.isalnum, text))))
def test_any_text_survives_both_tables(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    from tests.review.conftest import digits, small_analysis

    path = tmp_path_factory.mktemp("any") / "a.review"
    with Review.create(path, small_analysis(), check=digits) as review:
        key = next(row.key for row in review.rows(1) if row.target == "Eins 1.")
        review.edit(1, key, text)
        for kind in ("docx", "xlsx"):
            [made] = plan(review, exported(review, kind))
            assert not made.answers()
            assert not made.conflicts


@needs_libreoffice
def test_a_table_that_libreoffice_saved_again_comes_back(
    reviewed: Review, libreoffice: LibreOffice, tmp_path: Path
) -> None:
    word, book = tmp_path / "table.docx", tmp_path / "table.xlsx"
    word.write_bytes(table_docx.table_docx(reviewed, [1], OPTIONS))
    book.write_bytes(table_xlsx.table_xlsx(reviewed, [1], OPTIONS))
    folder = tmp_path / "saved"
    saved = [libreoffice.converted(path, path.suffix, folder) for path in (word, book)]
    tables = [
        table_docx.read_table("a.docx", saved[0].read_bytes()),
        table_xlsx.read_table("a.xlsx", saved[1].read_bytes()),
    ]
    for cells in tables:
        [made] = plan(reviewed, cells)
        assert made.lines == len([row for row in reviewed.rows(1) if row.relation])
        assert not made.answers()
        assert not made.conflicts
        assert NAME == 7


def word_rows(reviewed: Review) -> Any:
    return docx.Document(BytesIO(table_docx.table_docx(reviewed, [1], OPTIONS)))


def read_again(document: Any) -> Table:
    data = BytesIO()
    document.save(data)
    return table_docx.read_table("a.docx", data.getvalue())


@pytest.mark.parametrize(
    ("first", "last"),
    [((2, CORRECTED), (2, CORRECTED + 1)), ((2, BEFORE), (2, CORRECTED)), ((2, 5), (3, 5))],
    ids=["with what stands behind", "with what stands before", "with the row below"],
)
def test_merged_cells_are_told_and_nothing_of_them_is_taken(
    reviewed: Review, first: tuple[int, int], last: tuple[int, int]
) -> None:
    document = word_rows(reviewed)
    [table] = document.tables
    table.cell(*first).merge(table.cell(*last))
    [made] = plan(reviewed, read_again(document))
    assert not made.answers()
    assert {one.why.pattern for one in made.conflicts} == {
        "Cells of the row are merged: nobody can say what belongs where."
    }
    assert len(made.conflicts) == last[0] - first[0] + 1


def test_merged_cells_of_a_workbook_are_told(reviewed: Review) -> None:
    book = openpyxl.load_workbook(BytesIO(table_xlsx.table_xlsx(reviewed, [1], OPTIONS)))
    book.active.merge_cells("D2:D3")
    data = BytesIO()
    book.save(data)
    [made] = plan(reviewed, table_xlsx.read_table("a.xlsx", data.getvalue()))
    assert not made.answers()
    assert len(made.conflicts) == 2
    assert all("merged" in one.why for one in made.conflicts)


def test_a_cell_that_word_puts_into_a_control_is_read_in_its_place(reviewed: Review) -> None:
    document = word_rows(reviewed)
    cell = document.tables[0].cell(2, SOURCE)._tc
    control = cell.makeelement(f"{W}sdt")
    content = control.makeelement(f"{W}sdtContent")
    cell.addprevious(control)
    control.append(content)
    content.append(cell)
    [made] = plan(reviewed, read_again(document))
    assert not made.answers()
    assert not made.conflicts


def test_words_in_a_line_of_no_row_are_told(reviewed: Review, table: Table) -> None:
    table.insert(2, ["", "", "", "Ein neuer Satz.", "", "", "", ""])
    table.append(["", "", "", "", "", "Too late?", "", ""])
    table.append([""] * 8)
    [made] = plan(reviewed, table)
    assert not made.answers()
    assert [one.there for one in made.conflicts] == ["Ein neuer Satz.", "Too late?"]


def test_a_line_that_lost_its_name_is_told(reviewed: Review, table: Table) -> None:
    cells = line(table, "5 km")
    cells[CORRECTED], cells[NAME] = "Vier km.", ""
    [made] = plan(reviewed, table)
    assert [one.there for one in made.conflicts] == ["Vier km."]
    assert made.missing == 1


def test_rows_that_are_not_in_the_table_are_counted(reviewed: Review, table: Table) -> None:
    count = len([row for row in reviewed.rows(1) if row.relation])
    [made] = plan(reviewed, table[:2])
    assert made.missing == count - 1
    assert str(not_in_the_table(made)).startswith(f"{count - 1} rows of the review are not")
    [made] = plan(reviewed, table)
    assert not not_in_the_table(made)


def test_the_titles_in_another_language_are_no_line(reviewed: Review, table: Table) -> None:
    table[0] = [f"x{title}" for title in table[0]]
    [made] = plan(reviewed, table)
    assert not made.conflicts


def test_a_table_of_another_review_is_refused(reviewed: Review, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(table_xlsx.table_xlsx(reviewed, [1], OPTIONS))
    rows = [row for row in reviewed.rows(1) if row.relation and row.source]
    book = openpyxl.load_workbook(path)
    cells = [row[SOURCE] for row in book.active.iter_rows(min_row=2)]
    half = len(cells) // 2
    for cell in cells[:half]:
        cell.value = "Another text."
    book.save(path)
    assert len(rows) > 2
    [made] = read_plans(reviewed, path)
    assert made.conflicts
    for cell in cells[: half + 1]:
        cell.value = "Another text."
    book.save(path)
    with pytest.raises(ReviewerError, match="of another review"):
        read_plans(reviewed, path)
