"""Columns for comments and states: shown with their rows, and never taken for translations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest
from babel import Locale

from reviewer import formats
from reviewer.analysis import analyse
from reviewer.domain import Span, TextEdit
from reviewer.formats import table_start
from reviewer.formats.shared.units import BilingualFile
from reviewer.formats.tables.columns import parsed
from reviewer.formats.tables.headers import named
from reviewer.review import Review

Rows = Sequence[Sequence[str]]


def _workbook(rows: Rows, path: Path) -> None:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append([cell or None for cell in row])
    book.save(str(path))


def _text(between: str) -> Callable[[Rows, Path], None]:
    def write(rows: Rows, path: Path) -> None:
        path.write_text("".join(between.join(row) + "\n" for row in rows), "utf-8")

    return write


def _word(rows: Rows, path: Path) -> None:
    made = docx.Document()
    grid = made.add_table(len(rows), len(rows[0]))
    for row, texts in zip(grid.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    made.save(str(path))


MAKERS = {".xlsx": _workbook, ".csv": _text(","), ".tsv": _text("\t"), ".docx": _word}


@pytest.fixture(params=MAKERS)
def table(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[Rows], Path]:
    def make(rows: Rows) -> Path:
        path = tmp_path / f"table{request.param}"
        MAKERS[request.param](rows, path)
        return path

    return make


def notes(file: BilingualFile) -> list[list[str]]:
    return [[block.note for block in one.blocks] for one in (file.source, *file.translations)]


SOURCE, TARGET = "The bridge is open again.", "Die Brücke ist wieder offen."
PLAIN = ("Nobody was hurt.", "Niemand wurde verletzt.")


@pytest.mark.parametrize(
    "header",
    [
        ["ID", "English (United States)", "German (Germany)", "Comment", "Status"],
        ["No.", "Source", "Target", "Target comment", "Translation status"],
        ["#", "Source text", "Target text", "Source comment:", "State"],
        ["Nr.", "Ausgangstext", "Übersetzung", "Zielkommentar", "Übersetzungsstatus"],
        ["N°", "Texte source", "Texte cible", "Commentaires du réviseur", "État"],
        ["N.º", "Texto original", "Traducción", "Observaciones", "Estado de la traducción"],
        ["№", "Исходный текст", "Перевод", "Примечания переводчика", "Статус перевода"],
        ["№", "Оригінал", "Переклад", "Примітки", "Стан"],
        ["الرقم", "النص الأصلي", "الترجمة", "ملاحظات المترجم", "الحالة"],
        ["序号", "原文", "译文", "译文备注", "状态"],
        ["STT", "Bản gốc", "Bản dịch", "Ghi chú", "Trạng thái"],
        ["No", "Teks sumber", "Terjemahan", "Catatan", "Status"],
        ["番号", "原文", "訳文", "コメント", "ステータス"],
    ],
)
def test_comments_and_states_are_notes(table: Callable[[Rows], Path], header: list[str]) -> None:
    rows = [header, ["1", SOURCE, TARGET, "Which bridge?", "Draft"], ["2", *PLAIN, "", ""]]
    file = formats.read_bilingual(table(rows))
    assert [[block.text for block in one.blocks] for one in (file.source, *file.translations)] == [
        [SOURCE, PLAIN[0]],
        [TARGET, PLAIN[1]],
    ]
    assert notes(file) == [["Draft; Which bridge?", ""]] * 2


def test_comments_of_one_language_are_not_those_of_another(table: Callable[[Rows], Path]) -> None:
    header = ["Source (en)", "de", "Comment (de)", "fr", "French comment", "Notes"]
    rows = [header, [SOURCE, TARGET, "Welche?", "Le pont est ouvert.", "Lequel ?", "A sign"]]
    file = formats.read_bilingual(table(rows))
    assert [one.language for one in file.translations] == ["de", "fr"]
    assert notes(file) == [["A sign"], ["Welche?; A sign"], ["Lequel ?; A sign"]]


def test_two_translations_into_one_language_share_its_comments(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = [["Source", "Target (de)", "Target (de)", "Comment (de)"], [SOURCE, TARGET, "", "Hm"]]
    MAKERS[".csv"](rows, path)
    assert notes(formats.read_bilingual(path))[1:] == [["Hm"], ["Hm"]]


def test_comments_beside_columns_that_were_chosen(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    MAKERS[".csv"]([["en", "fr", "Notes", "de"], [SOURCE, "Oui", "A sign", TARGET]], path)
    for chosen, said in (("A:D", "A sign"), ("A:C", "")):
        file = formats.read_columns(path, parsed(chosen, table_start(path), path))
        assert isinstance(file, BilingualFile)
        assert notes(file) == [[said], [said]]


def test_a_correction_leaves_the_comments(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    _workbook([["Source", "Target", "Target comment"], [SOURCE, TARGET, "Which?"]], path)
    [target] = formats.read_bilingual(path).translations
    written = formats.edited_bytes(target, [TextEdit(0, Span(0, 3), "Eine")])
    sheet = openpyxl.load_workbook(BytesIO(written)).active
    assert [cell.value for cell in sheet[2]] == [SOURCE, TARGET.replace("Die", "Eine"), "Which?"]


def test_a_review_shows_them_with_and_without_a_translation(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = [["Source", "Target", "Remarks"], [SOURCE, TARGET, "Which?"], [PLAIN[0], "", "To do"]]
    MAKERS[".csv"](rows, path)
    file = formats.read_bilingual(path)
    with Review.create(tmp_path / "a.review", analyse(file.source, file.translations)) as review:
        said = {row.source: review.file_note(1, row.key) for row in review.rows(1)}
    assert said == {SOURCE: "Which?", PLAIN[0]: "To do"}


@pytest.mark.parametrize(
    ("cell", "kind", "language"),
    [
        ("Target note", "note", ""),
        ("Comment [de-AT]", "note", "de-AT"),
        ("Reviewer’s notes", "note", ""),
        ("Kommentar/Bemerkung", "note", ""),
        ("Status DE", "state", "de"),
        ("原文备注", "note", ""),
        ("译者备注", "note", ""),
        ("Çeviri durumu", "state", ""),
        ("Fordítás megjegyzései", "note", ""),
        ("Traduction (notes)", "note", ""),
        ("Translation (with comments)", "target", ""),
        ("Quellkommentar", "note", ""),
        ("Quelkommentar", "note", ""),
        ("Quekommentar", "", ""),
        ("Zustandskommentar", "", ""),
        ("Asltila", "", ""),
        ("Alkutila", "state", ""),
        ("Footnotes", "", ""),
        ("Real estate", "", ""),
        ("Target status was never what anybody noted.", "", ""),
    ],
)
def test_a_cell_names_a_column_of_notes_or_states(cell: str, kind: str, language: str) -> None:
    assert named(cell) == (kind, language)


@pytest.mark.parametrize("interface", ["en", "de", "fr", "pl", "tr", "id", "vi", "ar", "zh", "fi"])
def test_no_name_of_a_language_is_a_word_for_notes(interface: str) -> None:
    names = Locale.parse(interface).languages.values()
    assert [name for name in names if named(name)[0] in ("note", "state")] == []
