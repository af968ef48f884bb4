"""Putting a review together."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QToolButton
from pytestqt.qtbot import QtBot

from reviewer import formats
from reviewer.domain import Block, Document
from reviewer.formats import conversion
from reviewer.formats.tables.columns import Columns
from reviewer.ui.background import analysis_jobs
from reviewer.ui.dialogs.columns_dialog import ColumnsDialog
from reviewer.ui.main_window import MainWindow
from reviewer.ui.start.file_row import FileRow
from reviewer.ui.start.new_review import NewReview
from tests.ui.seen_dialogs import Dialogs, held

ENGLISH = "The town has built a new harbour. It took the builders nine years to finish it."
GERMAN = "Die Stadt hat einen neuen Hafen gebaut. Die Bauleute brauchten neun Jahre dafür."


@pytest.fixture
def making(window: MainWindow) -> NewReview:
    return window.start_page.new_review


def files(folder: Path, *texts: str) -> list[Path]:
    paths = []
    for number, text in enumerate(texts):
        paths.append(folder / f"text{number}.txt")
        paths[-1].write_text(text, "utf-8")
    return paths


def test_the_first_file_is_the_source_and_languages_are_detected(
    making: NewReview, qtbot: QtBot, tmp_path: Path
) -> None:
    making.add_files(files(tmp_path, ENGLISH, GERMAN))
    qtbot.waitUntil(making.ready)
    assert making.languages() == ["en", "de"]


XLIFF = (
    '<xliff version="1.2"><file source-language="en" target-language="de"><body><trans-unit id="1">'
    f"<source>{ENGLISH}</source><target>{GERMAN}</target></trans-unit></body></file></xliff>"
)


def test_a_bilingual_file_brings_its_translation(
    making: NewReview, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "both.xliff"
    path.write_text(XLIFF, "utf-8")
    making.add_files([path])
    qtbot.waitUntil(making.ready)
    assert making.languages() == ["en", "de"]
    documents = [row.document for row in making.rows()]
    assert [each.blocks[0].text for each in documents if each] == [ENGLISH, GERMAN]


def test_a_language_is_corrected_by_hand(making: NewReview, qtbot: QtBot, tmp_path: Path) -> None:
    making.add_files(files(tmp_path, ENGLISH, GERMAN))
    qtbot.waitUntil(making.ready)
    picker = making.rows()[1].picker
    picker.lineEdit().setText("Dutch")
    picker.lineEdit().editingFinished.emit()
    assert making.languages() == ["en", "nl"]
    picker.lineEdit().setText("no such language")
    picker.lineEdit().editingFinished.emit()
    assert making.languages() == ["en", "nl"]
    assert picker.currentText() == "Dutch"


def test_two_texts_in_one_language_are_no_review(
    making: NewReview, qtbot: QtBot, tmp_path: Path
) -> None:
    making.add_files(files(tmp_path, ENGLISH, ENGLISH))
    qtbot.waitUntil(lambda: len(making.languages()) == 2 and all(making.languages()))
    assert not making.ready()
    assert "language of the source" in making.wanting()


def test_a_file_is_taken_out_again(making: NewReview, qtbot: QtBot, tmp_path: Path) -> None:
    making.add_files(files(tmp_path, ENGLISH, GERMAN))
    qtbot.waitUntil(making.ready)
    making.rows()[1].removed.emit()
    assert not making.ready()
    assert "at least one translation" in making.wanting()


def test_a_file_that_is_taken_out_while_it_is_read_is_not_waited_for(
    making: NewReview, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, slow, german = files(tmp_path, ENGLISH, GERMAN, GERMAN)
    go_on = threading.Event()
    usual = analysis_jobs.read

    def read(path: Path) -> tuple[Document, str, float]:
        if path == slow:
            go_on.wait(20)
        return usual(path)

    monkeypatch.setattr(analysis_jobs, "read", read)
    making.add_files([source, slow, german])
    qtbot.waitUntil(lambda: making.wanting() == "Reading text1.txt")
    making.rows()[1].removed.emit()
    qtbot.waitUntil(making.ready)
    assert [row.path for row in making.rows()] == [source, german]
    go_on.set()


def test_a_translation_and_the_source_change_places(
    making: NewReview, qtbot: QtBot, tmp_path: Path
) -> None:
    french = "La ville a construit un nouveau port. Les ouvriers ont mis neuf ans à le finir."
    german, english, other = files(tmp_path, GERMAN, ENGLISH, french)
    making.add_files([german, english, other])
    qtbot.waitUntil(making.ready)
    assert offered(making) == [False, True, True]
    to_source(making.rows()[1]).click()
    assert [row.path for row in making.rows()] == [english, german, other]
    assert offered(making) == [False, True, True]
    assert making.ready()
    with qtbot.waitSignal(making.start_wanted) as begun:
        making.begin()
    source, translations, place = begun.args
    assert (source.language, [each.language for each in translations]) == ("en", ["de", "fr"])
    assert place == english.with_suffix(".review")
    making.rows()[0].removed.emit()
    assert making.wanting() == "Choose a source."
    assert offered(making) == [True, True]
    to_source(making.rows()[1]).click()
    assert [row.path for row in making.rows()] == [other, german]


def test_a_file_with_both_texts_says_itself_which_is_the_source(
    making: NewReview, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "both.xliff"
    path.write_text(XLIFF, "utf-8")
    making.add_files([path])
    qtbot.waitUntil(making.ready)
    assert offered(making) == [False, False]


def to_source(row: FileRow) -> QToolButton:
    buttons = row.findChildren(QToolButton)
    return next(each for each in buttons if each.toolTip() == "Make this file the source")


def offered(making: NewReview) -> list[bool]:
    return [not to_source(row).isHidden() for row in making.rows()]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("missing.txt", None),
        ("binary.txt", bytes(range(256)) * 40),
        ("damaged.docx", b"PK\x03\x04 no archive"),
        ("unknown.xyz", b"text"),
    ],
)
def test_a_file_that_cannot_be_read_is_said_and_taken_out(
    making: NewReview,
    qtbot: QtBot,
    tmp_path: Path,
    said: list[str],
    name: str,
    content: bytes | None,
) -> None:
    [good] = files(tmp_path, ENGLISH)
    bad = tmp_path / name
    if content is not None:
        bad.write_bytes(content)
    making.add_files([good, bad])
    qtbot.waitUntil(lambda: bool(said))
    assert said[0].startswith(f"{name} cannot be reviewed.")
    assert "error in Reviewer" not in said[0]
    assert len(making.rows()) == 1


def test_a_review_that_is_dropped_is_opened(
    making: NewReview, qtbot: QtBot, said: list[str]
) -> None:
    with qtbot.waitSignal(making.review_dropped) as dropped:
        making.add_files([Path("some.review")])
    assert dropped.args == [Path("some.review")]
    qtbot.waitUntil(lambda: bool(said))
    assert "some.review cannot be opened" in said[0]


@pytest.mark.parametrize("answer", [True, False])
def test_libreoffice_converts_what_is_not_read_only_where_the_user_lets_it(
    answer: bool,
    making: NewReview,
    qtbot: QtBot,
    tmp_path: Path,
    said: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def agreed(_parent: object, question: str, *_more: str, **_options: object) -> bool:
        asked.append(question)
        return answer

    def converted(path: Path, _data: bytes, _suffix: str, _folder: Path) -> bytes:
        return formats.made(Path("made.docx"), [Block(ENGLISH)], "en")

    monkeypatch.setattr("reviewer.ui.start.new_review.agreed", agreed)
    monkeypatch.setattr(conversion, "program", lambda: "soffice")
    monkeypatch.setattr(conversion, "_converted", converted)
    path = tmp_path / "old.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0 an old document of Word")
    making.add_files([path])
    assert asked == ["old.doc is of a kind that Reviewer does not read."]
    if answer:
        qtbot.waitUntil(lambda: making.languages() == ["en"])
    else:
        qtbot.waitUntil(lambda: bool(said))
        assert "save it as docx" in said[0]


def test_the_columns_of_a_table_are_chosen(
    making: NewReview, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "table.csv"
    path.write_text(f"id,note,en,de\n1,A note that is rather long.,{ENGLISH},{GERMAN}\n", "utf-8")
    making.add_files([path])
    qtbot.waitUntil(making.ready)
    assert making.languages() == ["en", "de"]
    guessed: list[list[str]] = []

    def choose(dialog: ColumnsDialog) -> int:
        guessed.append([choice.currentText() for choice in dialog.choices])
        dialog.choices[2].setCurrentIndex(0)
        assert dialog.columns() is None
        dialog.choices[1].setCurrentIndex(1)
        assert dialog.columns() == Columns((1,), (3,))
        return 1

    monkeypatch.setattr(ColumnsDialog, "exec", choose)
    making.rows()[0].columns_wanted.emit()
    qtbot.waitUntil(making.ready)
    assert guessed == [["Not read", "Not read", "Source", "Translation"]]
    documents = [row.document for row in making.rows()]
    assert [each.blocks[0].text for each in documents if each] == [
        "A note that is rather long.",
        GERMAN,
    ]


def test_a_table_of_one_text_beside_others_has_columns_of_text(
    making: NewReview, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "table.csv"
    table.write_text(f"id,note,de\n1,A note that is rather long.,{GERMAN}\n", "utf-8")
    making.add_files([*files(tmp_path, ENGLISH), table])
    qtbot.waitUntil(making.ready)

    def choose(dialog: ColumnsDialog) -> int:
        assert [dialog.choices[0].itemText(n) for n in range(dialog.choices[0].count())] == [
            "Not read",
            "Text",
        ]
        for number, choice in enumerate(dialog.choices):
            choice.setCurrentIndex(int(number == 2))
        return 1

    monkeypatch.setattr(ColumnsDialog, "exec", choose)
    making.rows()[1].columns_wanted.emit()
    qtbot.waitUntil(making.ready)
    document = making.rows()[1].document
    assert document
    assert [block.text for block in document.blocks] == ["de", GERMAN]


@pytest.mark.parametrize("focused", [False, True])
def test_the_button_has_room_for_its_words_with_the_keyboard_too(
    making: NewReview, qtbot: QtBot, tmp_path: Path, focused: bool
) -> None:
    making.add_files(files(tmp_path, ENGLISH, GERMAN))
    qtbot.waitUntil(making.ready)
    button = making._start
    if focused:
        button.setFocus()
    else:
        button.clearFocus()
    option = QStyleOptionButton()
    button.initStyleOption(option)
    assert bool(option.state & QStyle.StateFlag.State_HasFocus) == focused
    room = button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, button)
    assert room.width() >= button.fontMetrics().horizontalAdvance(button.text())


def test_what_is_asked_for_is_what_is_wanting(
    making: NewReview, qtbot: QtBot, tmp_path: Path
) -> None:
    zone = making._translation_zone
    source, *translations = files(tmp_path, ENGLISH, GERMAN)
    assert making.wanting() == "Choose a source and at least one translation."
    making._add_translations(translations)
    assert making.wanting() == "Choose a source."
    assert zone.text() == "Choose more translations, or drop them here"
    making.add_files([source])
    qtbot.waitUntil(making.ready)
    making._drop(making._translations[0])
    assert making.wanting() == "Choose at least one translation."
    assert zone.text() == "Choose its translations, or drop them here"


def test_held_words_of_the_first_page(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, dialogs: Dialogs
) -> None:
    """HELD=write pytest tests/ui/start/test_new_review.py writes `held_start.txt` anew."""
    making = window.start_page.new_review
    (tmp_path / "both.xliff").write_text(XLIFF, "utf-8")
    english, german = files(tmp_path, ENGLISH, GERMAN)
    dialogs.show("nothing", window)
    for path in (english, german, english, tmp_path / "both.xliff"):
        making.add_files([path])
        qtbot.waitUntil(lambda: all(row.document for row in making.rows()))
        dialogs.show(path.name, window)
    lines = [*dialogs.told]
    dialogs.told.clear()
    lines += dialogs.of_commands(window, lambda: None)
    assert lines == held(Path(__file__).with_name("held_start.txt"), lines)
