"""Tables: workbooks and delimited text, as texts and as texts with their translations."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer import formats
from reviewer.domain import Span, TextEdit
from reviewer.formats.errors import DamagedFileError
from reviewer.formats.registry import format_of
from reviewer.formats.shared.units import BilingualFile
from reviewer.formats.tables.languages import layout

ROWS = [
    ["No", "Source (en)", "Target (de)", "Note"],
    ["1", "The bridge is open.", "Die Brücke ist offen.", "a b"],
    ["2", "It rained.", "", ""],
    ["3", "Say “no”, please; now.", "=1+1", ""],
]


def workbook(rows: list[list[str]]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append([cell or None for cell in row])
    for line in sheet:
        for cell in line:
            if cell.value:
                cell.data_type = "s"
    sheet["F1"] = "=SUM(1,2)"
    sheet["F2"] = 12.5
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def both(data: bytes, name: str) -> BilingualFile:
    return format_of(Path(name)).read_both(name, data)


def pairs(file: BilingualFile) -> list[tuple[str, str]]:
    rows = zip(file.source.blocks, file.translations[0].blocks, strict=True)
    return [(one.text, other.text) for one, other in rows]


READ = [
    ("The bridge is open.", "Die Brücke ist offen."),
    ("It rained.", ""),
    ("Say “no”, please; now.", "=1+1"),
]


def test_a_workbook_with_columns_by_language() -> None:
    file = both(workbook(ROWS), "x.xlsx")
    assert pairs(file) == READ
    assert (file.source.language, file.translations[0].language) == ("en", "de")


def cells(data: bytes) -> dict[str, object]:
    book = openpyxl.load_workbook(BytesIO(data))
    return {cell.coordinate: cell.value for row in book.active for cell in row if cell.value}


def test_an_edit_changes_its_cells_alone() -> None:
    data = workbook(ROWS)
    target = both(data, "x.xlsx").translations[0]
    edits = [
        TextEdit(0, Span(4, 10), "Fähre & <mehr>"),
        TextEdit(1, Span(0, 0), "Es regnete."),
        TextEdit(2, Span(0, 4), "@x"),
    ]
    written = formats.edited_bytes(target, edits)
    changed = {"C2": "Die Fähre & <mehr> ist offen.", "C3": "Es regnete.", "C4": "@x"}
    assert cells(written) == cells(data) | changed
    assert openpyxl.load_workbook(BytesIO(written)).active["C4"].data_type == "s"
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(BytesIO(written)) as new:
        differing = [name for name in old.namelist() if old.read(name) != new.read(name)]
        assert differing == ["xl/worksheets/sheet1.xml"]


def test_a_workbook_as_one_text_has_its_words() -> None:
    document = formats.read_bytes(Path("x.xlsx"), workbook([["One two", "12"], ["Three", ""]]))
    assert [block.text for block in document.blocks] == ["One two", "Three"]
    written = formats.edited_bytes(document, [TextEdit(1, Span(0, 5), "Four")])
    assert cells(written)["A2"] == "Four"


def test_a_cell_far_below_the_others_costs_nothing() -> None:
    data = workbook(ROWS)
    with zipfile.ZipFile(BytesIO(data)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace(b'"C4"', b'"XFD1048576"').replace(b'"B4"', b'"B1048576"')
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for each, content in parts.items():
            new.writestr(each, content)
    assert pairs(both(buffer.getvalue(), "x.xlsx"))[2] == ("Say “no”, please; now.", "")


def test_the_header_may_stand_below_empty_rows() -> None:
    assert pairs(both(workbook([[""], ["", ""], *ROWS]), "x.xlsx")) == READ


def tsv(rows: list[list[str]], between: str = "\t") -> str:
    return "\r\n".join(between.join(row) for row in rows) + "\r\n"


def test_a_table_of_text_with_columns_by_language() -> None:
    assert pairs(both(tsv(ROWS).encode(), "x.tsv")) == READ


@pytest.mark.parametrize("between", [",", ";", "|"])
def test_the_mark_between_cells_is_found(between: str) -> None:
    rows = [["en", "fr"], ["One two", "Un deux"], [f'"a{between} ""b"""', "c"]]
    assert pairs(both(tsv(rows, between).encode(), "x.csv")) == [
        ("One two", "Un deux"),
        (f'a{between} "b"', "c"),
    ]


def test_an_edited_cell_is_quoted_where_it_must_be() -> None:
    source = 'en,fr\nOne,"Un ""deux"""\nTwo,\nThree\n'
    target = both(source.encode(), "x.csv").translations[0]
    edits = [
        TextEdit(0, Span(0, 2), "Le"),
        TextEdit(1, Span(0, 0), "a, b"),
        TextEdit(2, Span(0, 0), "c"),
    ]
    written = formats.edited_bytes(target, edits).decode()
    assert written == 'en,fr\nOne,"Le ""deux"""\nTwo,"a, b"\nThree,c\n'


@pytest.mark.parametrize(
    ("header", "source", "targets"),
    [
        (["en", "de"], "en", ["de"]),
        (["English", "Deutsch", "Français"], "en", ["de", "fr"]),
        (["ID", "Source", "Target", "Status"], "", [""]),
        (["Source [en-GB]", "pt-BR", "zh-Hans"], "en-GB", ["pt-BR", "zh-Hans"]),
        (["Quelle: Deutsch", "Ziel: Polnisch"], "", [""]),
    ],
)
def test_headers(header: list[str], source: str, targets: list[str]) -> None:
    found = layout([header, ["a b", "c d", "e f", "g"]])
    assert found is not None
    assert found.first_row == 1
    if source:
        assert found.source.language == source
    assert len(found.targets) == len(targets)
    if targets[0]:
        assert [column.language for column in found.targets] == targets


def test_without_a_header_the_first_columns_of_words_count() -> None:
    found = layout([["1", "The bridge is open.", "Die Brücke ist offen."]] * 3)
    assert found is not None
    assert (found.source.index, found.targets[0].index, found.first_row) == (1, 2, 0)
    with pytest.raises(DamagedFileError, match="no two columns"):
        both(b"1,2\n3,4\n", "x.csv")


@settings(max_examples=60)
@given(
    st.lists(st.text(st.sampled_from("ab ,;\t\"'\n\r=+é"), max_size=8), min_size=1, max_size=4),
    st.text(st.sampled_from("ab ,;\"'=é"), max_size=8),
)
def test_any_edit_of_a_table_reads_back(texts: list[str], new: str) -> None:
    import csv
    from io import StringIO

    buffer = StringIO()
    rows = [["en", "de"], *([f"s {number}", text] for number, text in enumerate(texts))]
    csv.writer(buffer).writerows(rows)
    target = both(buffer.getvalue().encode(), "x.csv").translations[0]
    assert [block.text for block in target.blocks] == [" ".join(text.split()) for text in texts]
    edit = TextEdit(0, Span(0, len(target.blocks[0].text)), new)
    written = formats.edited_bytes(target, [edit])
    again = both(written, "x.csv").translations[0]
    assert again.blocks[0].text == " ".join(new.split())
    assert again.blocks[1:] == target.blocks[1:]


@pytest.mark.parametrize(
    ("header", "cells", "chosen"),
    [
        (["id", "en", "de"], ["1", "It rained.", "Es regnete."], [1, 2]),
        (["No", "en", "de"], ["a.b", "It rained.", "Es regnete."], [1, 2]),
        (["en", "id", "no"], ["It rained.", "Hujan turun.", "Det regnet."], [0, 1, 2]),
        (["en", "fr"], ["OK", ""], [0, 1]),
        (["en", "sw"], ["OK", "Sawa"], [0, 1]),
    ],
)
def test_a_column_of_numbers_is_no_language(
    header: list[str], cells: list[str], chosen: list[int]
) -> None:
    found = layout([header, cells])
    assert found
    assert [found.source.index, *(each.index for each in found.targets)] == chosen


def test_the_lines_of_a_cell_and_its_spaces_stay_beside_an_edit() -> None:
    text = "Prix\u00a0: 5\n  euros\u2009; rien"
    for name, data in (
        ("x.csv", f'id,"{text}"\n'.encode()),
        ("x.xlsx", workbook([["id", text]])),
    ):
        document = formats.read_bytes(Path(name), data)
        number, block = next((n, b) for n, b in enumerate(document.blocks) if "Prix" in b.text)
        assert block.text == "Prix\u00a0: 5 euros\u2009; rien"
        edit = TextEdit(number, Span(len(block.text) - 4, len(block.text)), "peu & tout")
        made = formats.edited_bytes(document, [edit])
        wanted = text.replace("rien", "peu & tout")
        assert wanted in (made.decode() if name == "x.csv" else list(cells(made).values()))


@pytest.mark.parametrize("name", ["x.csv", "x.xlsx"])
def test_a_row_with_a_translation_and_no_source_is_seen(name: str) -> None:
    rows = [["en", "de"], ["It rained.", "Es regnete."], ["", "Niemand weiß es."], ["", ""]]
    text = "\n".join(";".join(row) for row in rows)
    data = workbook(rows) if name == "x.xlsx" else text.encode()
    assert pairs(both(data, name)) == [("It rained.", "Es regnete."), ("", "Niemand weiß es.")]


@pytest.mark.parametrize(
    ("area", "reason"),
    [
        ("B3:C3", "no text"),
        ("B3:D3", "no text"),
        ("B3:C9", "no text"),
        ("C3:D3", ""),
        ("B2:C2", ""),
    ],
)
def test_a_cell_over_source_and_translation_needs_no_translation(area: str, reason: str) -> None:
    rows = [
        ["No", "en", "de", "Note"],
        ["1", "It is open.", "Es ist.", ""],
        ["2", "Part two", "", ""],
    ]
    book = openpyxl.load_workbook(BytesIO(workbook(rows)))
    assert book.active is not None
    book.active.merge_cells(area)
    made = BytesIO()
    book.save(made)
    target = both(made.getvalue(), "x.xlsx").translations[0]
    assert target.blocks[1].reason == reason


def test_cells_that_nobody_sees_are_set_aside() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in range(1, 6):
        for column in range(1, 5):
            sheet.cell(row, column, f"The text of {row} {column}.")
    sheet.row_dimensions[2].hidden = True
    sheet.row_dimensions[4].height = 77
    sheet.column_dimensions["C"].hidden = True
    sheet.row_dimensions[5].hidden = True
    sheet.row_dimensions[5].outlineLevel = 1
    for state in ("hidden", "veryHidden", "visible"):
        other = book.create_sheet(state)
        other["A1"] = f"The text of a {state} sheet."
        other.sheet_state = state
    made = BytesIO()
    book.save(made)
    flat = with_part(made.getvalue(), "xl/worksheets/sheet1.xml", 'ht="77"', 'ht="0"')
    document = formats.read_bytes(Path("a.xlsx"), flat)
    aside = [block.text for block in document.blocks if block.chrome]
    assert {block.reason for block in document.blocks if block.chrome} == {"hidden"}
    assert aside == [
        *(f"The text of {row} {column}." for row in range(1, 6) for column in range(1, 5)
          if row in (2, 4) or column == 3),
        "The text of a hidden sheet.",
        "The text of a veryHidden sheet.",
    ]  # fmt: skip


def test_rows_that_a_filter_leaves_out_are_read() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in range(1, 5):
        sheet.cell(row, 1, f"The text of row {row}.")
    sheet.row_dimensions[2].hidden = sheet.row_dimensions[4].hidden = True
    sheet.auto_filter.ref = "A1:A3"
    sheet.auto_filter.add_filter_column(0, ["The text of row 3."])
    made = BytesIO()
    book.save(made)
    document = formats.read_bytes(Path("a.xlsx"), made.getvalue())
    assert [block.text for block in document.blocks if block.chrome] == ["The text of row 4."]


def test_a_sheet_that_is_listed_and_not_there_is_told() -> None:
    book = openpyxl.Workbook()
    for title in ("one", "two"):
        book.create_sheet(title).append([f"The text of {title}."])
    buffer = BytesIO()
    book.save(buffer)
    whole = formats.read_bytes(Path("x.xlsx"), buffer.getvalue())
    assert formats.not_read(whole) is None
    made = BytesIO()
    with zipfile.ZipFile(buffer) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            if name != "xl/worksheets/sheet3.xml":
                after.writestr(name, before.read(name))
    document = formats.read_bytes(Path("x.xlsx"), made.getvalue())
    assert [block.text for block in document.blocks] == ["The text of one."]
    assert "is not in the file" in str(formats.not_read(document))


def with_part(data: bytes, name: str, old: str, new: str) -> bytes:
    """A package in whose part `name` one piece is another."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(made, "w") as after:
        for info in before.infolist():
            part = before.read(info)
            if info.filename == name:
                assert old.encode() in part
                part = part.replace(old.encode(), new.encode())
            after.writestr(info, part)
    return made.getvalue()
