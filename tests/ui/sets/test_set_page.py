"""Many documents in the window: folders, the list, the way from one to the next, exports."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from reviewer.reports.kinds import kind
from reviewer.review import Review
from reviewer.sets import ReviewSet, make_set, write_set
from reviewer.sets.making import Maker
from reviewer.sets.pairing import Group
from reviewer.ui.dialogs.export_dialog import ExportDialog
from reviewer.ui.dialogs.set_dialog import SetDialog
from reviewer.ui.main_window import MainWindow
from reviewer.ui.sets.set_model import SetModel
from reviewer.ui.sets.set_page import SetPage
from tests.ui.conftest import digits, small_analysis
from tests.ui.seen_dialogs import Dialogs, held

NAMES = ["a", "b", "c"]
LEADS_AWAY = frozenset({"next_finding", "previous_finding", "next_document", "previous_document"})


@pytest.fixture
def made(tmp_path: Path) -> ReviewSet:
    """Three documents; in the second nothing is open."""
    paths = []
    for name in NAMES:
        paths.append(tmp_path / f"{name}.review")
        with Review.create(paths[-1], small_analysis(), check=digits) as review:
            if name == "b":
                for info in review.translations:
                    review.decide_all(info.id, "dismiss", comment="")
            for info in review.translations:
                review.index(info.id)
    return write_set(tmp_path / "news.reviewset", paths)


@pytest.fixture
def page(window: MainWindow, made: ReviewSet, until_read: Callable[[MainWindow], None]) -> SetPage:
    window.open_file(made.path)
    until_read(window)
    assert window.set_page
    assert window.set_page.isVisible()
    return window.set_page


def lines(model: SetModel) -> list[list[str]]:
    return [
        [model.data(model.index(line, column)) for column in range(model.columnCount())]
        for line in range(model.rowCount())
    ]


def into(window: MainWindow, number: int, until_read: Callable[[MainWindow], None]) -> None:
    window.commands.sets.open_document(number)
    until_read(window)
    assert window.review.is_read()


def test_the_list_has_the_totals_first(page: SetPage) -> None:
    found = lines(page.model)
    assert [line[0] for line in found] == ["All 3 documents", *["article.txt"] * 3]
    one = int(found[1][3])
    assert one > 0
    assert [line[3] for line in found] == [str(2 * one), str(one), "✓", str(one)]
    assert [page.model.headerData(n, Qt.Orientation.Horizontal) for n in range(5)] == [
        "Document",
        "German",
        "Arabic",
        "Open findings",
        "Reviewed",
    ]
    assert found[1][4].startswith("0 of ")


def test_the_line_of_all_stays_on_top(page: SetPage) -> None:
    proxy = page.table.model()
    for order in (Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder):
        page.table.sortByColumn(3, order)
        assert proxy.data(proxy.index(0, 0)) == "All 3 documents"
    assert proxy.data(proxy.index(1, 3)) == "✓"
    page.filter.setText("no such document")
    assert proxy.rowCount() == 1
    page.filter.setText("artic")
    assert proxy.rowCount() == 4


def test_enter_goes_into_a_document_and_the_list_is_one_key_away(
    page: SetPage, window: MainWindow, qtbot: QtBot, until_read: Callable[[MainWindow], None]
) -> None:
    page.table.setCurrentIndex(page.table.model().index(3, 0))
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    until_read(window)
    assert window.review.look.path.stem == "c"
    assert window.page
    assert window.page.document_bar.isVisible()
    assert "document 3 of 3" in window.commands.sets.place_words()
    window.review.review.decide_all(1, "accept")
    window.actions_by_name["list_documents"].trigger()
    assert page.isVisible()
    assert not window.review.is_open()
    found = lines(page.model)
    assert int(found[3][3]) < int(found[1][3])
    assert page.model.document(3) is window.documents.documents[2]


def test_the_line_of_all_is_no_document(page: SetPage, window: MainWindow, qtbot: QtBot) -> None:
    page.table.setCurrentIndex(page.table.model().index(0, 0))
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert not window.commands.reviews.making.busy()


def test_documents_follow_each_other_around_the_end(
    page: SetPage, window: MainWindow, until_read: Callable[[MainWindow], None]
) -> None:
    for step, stem in ((1, "a"), (1, "b"), (1, "c"), (1, "a"), (-1, "c"), (-1, "b")):
        go = window.commands.sets
        (go.next_document if step > 0 else go.previous_document)()
        until_read(window)
        assert window.review.look.path.stem == stem


def test_after_the_last_finding_the_next_document_is_offered_and_entered_at_its_first(
    page: SetPage, window: MainWindow, qtbot: QtBot, until_read: Callable[[MainWindow], None]
) -> None:
    into(window, 0, until_read)
    for info in window.review.review.translations:
        window.review.review.decide_all(info.id, "accept")
    window.commands.navigation.next_finding()
    assert window.review.at_end
    assert window.page
    assert window.page.end_bar.isVisible()
    assert window.commands.sets.next_words().startswith("article.txt, ")
    window.commands.navigation.next_finding()
    until_read(window)
    assert window.review.look.path.stem == "c"
    assert not window.page.end_bar.isVisible()
    qtbot.waitUntil(lambda: window.review.finding() != "")
    found = window.review.current_finding()
    assert found
    assert found.state == "open"


def test_f8_in_the_list_goes_to_the_first_open_finding(
    page: SetPage, window: MainWindow, qtbot: QtBot, until_read: Callable[[MainWindow], None]
) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_F8)
    until_read(window)
    assert window.review.look.path.stem == "a"
    qtbot.waitUntil(lambda: window.review.finding() != "")


def test_another_review_leaves_the_set(
    page: SetPage, window: MainWindow, tmp_path: Path, until_read: Callable[[MainWindow], None]
) -> None:
    with Review.create(tmp_path / "other.review", small_analysis(), check=digits):
        pass
    window.open_file(tmp_path / "other.review")
    until_read(window)
    assert not window.documents.is_open()
    assert window.page
    assert not window.page.document_bar.isVisible()


def test_closing_goes_back_to_the_list_and_then_to_the_first_page(
    page: SetPage, window: MainWindow, until_read: Callable[[MainWindow], None]
) -> None:
    into(window, 1, until_read)
    close = window.actions_by_name["close_review"]
    close.trigger()
    assert page.isVisible()
    close.trigger()
    assert window.start_page.isVisible()
    assert not window.documents.is_open()
    assert not close.isEnabled()
    assert [path.name for path in window.settings.recent] == ["news.reviewset"]


def test_a_review_that_cannot_be_opened_is_told_and_the_list_stays(
    page: SetPage,
    window: MainWindow,
    made: ReviewSet,
    said: list[str],
    until_read: Callable[[MainWindow], None],
) -> None:
    made.reviews[1].write_bytes(b"no review")
    window.commands.sets.open_document(1)
    until_read(window)
    assert "b.review cannot be opened" in said[0]
    assert page.isVisible()


def test_what_is_no_set_is_told(
    window: MainWindow, tmp_path: Path, said: list[str], until_read: Callable[[MainWindow], None]
) -> None:
    (tmp_path / "x.reviewset").write_text("{}", "utf-8")
    window.open_file(tmp_path / "x.reviewset")
    until_read(window)
    assert "no set of reviews" in said[0]
    assert window.start_page.isVisible()


def test_folders_that_are_dropped_show_what_belongs_together_and_become_a_set(
    window: MainWindow,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    until_read: Callable[[MainWindow], None],
) -> None:
    source = "The town has built a new harbour. It took the builders nine years to finish it."
    german = "Die Stadt hat einen neuen Hafen gebaut. Die Bauleute brauchten neun Jahre dafür."
    for name, text in {
        "en/a.txt": source,
        "de/a.txt": german,
        "en/b.txt": source,
        "de/b.txt": "",
        "en/lonely.txt": source,
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    shown: list[tuple[list[str], str]] = []

    def agree(dialog: SetDialog) -> int:
        qtbot.waitUntil(lambda: dialog.pairs is not None)
        table = dialog.table
        shown.append(
            (
                [table.item(row, 1).text() for row in range(table.rowCount())],
                dialog._alone.text(),
            )
        )
        dialog.done(QDialog.DialogCode.Accepted)
        return 1

    told: list[str] = []
    monkeypatch.setattr(SetDialog, "exec", agree)
    monkeypatch.setattr(window.ask, "tell", lambda error, what: told.append(f"{what} {error}"))
    window.start_page.new_review.add_files([tmp_path / "en", tmp_path / "de"])
    until_read(window)
    assert shown == [
        (
            ["a.txt (German)", "b.txt (German)"],
            "Nothing belongs to 1 file, which is left out: lonely.txt",
        )
    ]
    assert window.set_page
    assert window.set_page.isVisible()
    assert [one.name for one in window.documents.documents] == ["a.txt"]
    assert told
    assert told[0].startswith("1 document has no review. b.txt: ")


def test_nothing_is_made_where_the_dialog_is_closed(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SetDialog, "exec", lambda _dialog: 0)
    window.start_page.folders_wanted.emit([tmp_path])
    assert window.start_page.isVisible()


def test_all_documents_are_exported_and_open_findings_are_mentioned(
    page: SetPage,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    until_read: Callable[[MainWindow], None],
) -> None:
    monkeypatch.setattr(ExportDialog, "exec", lambda _dialog: 1)
    monkeypatch.setattr(window.ask, "new_folder", lambda *_: tmp_path / "out")
    window.settings.keep_text("export/kind", "json")
    into(window, 0, until_read)
    window.actions_by_name["export_documents"].trigger()
    until_read(window)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        f"{name}.{kind('json').mark}.json" for name in NAMES
    ]
    assert page.isVisible()
    assert "findings are open" in window.statusBar().currentMessage()
    asked: list[str] = []
    monkeypatch.setattr(window.ask, "agreed", lambda *words, **_: bool(asked.append(words[0])))
    window.actions_by_name["export_documents"].trigger()
    assert "already" in asked[0]
    assert not window.commands.reviews.making.busy()


def test_what_was_made_before_a_stop_is_in_the_list(tmp_path: Path, made: ReviewSet) -> None:
    groups = [Group(name, tmp_path / f"{name}.txt", (), ("",)) for name in NAMES]
    again = make_set(made.path, groups, Maker(lambda *_: small_analysis()), cancelled=lambda: True)
    assert again.set
    assert again.set.reviews == made.reviews


@pytest.mark.parametrize(("answer", "written"), [(0, True), (1, True), (-1, False)])
def test_a_document_or_the_whole_set_is_saved_to_be_mailed(
    answer: int,
    written: bool,
    page: SetPage,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    until_read: Callable[[MainWindow], None],
) -> None:
    asked: list[str] = []

    def new_file(_title: str, start: str, forms: list[str]) -> tuple[Path, str]:
        asked.append(start)
        return tmp_path / "mail" / start, forms[0]

    (tmp_path / "mail").mkdir()
    monkeypatch.setattr(window.ask, "new_file", new_file)
    monkeypatch.setattr(window.ask, "choose", lambda *_: answer)
    window.actions_by_name["pack"].trigger()
    until_read(window)
    assert page.isVisible()
    into(window, 0, until_read)
    window.actions_by_name["pack"].trigger()
    assert asked == ["news.mail.zip", "a.mail.review"]
    assert sorted(path.name for path in (tmp_path / "mail").iterdir()) == (
        sorted(asked) if written else []
    )


def test_files_of_one_name_are_shown_with_their_folders(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    folders = [tmp_path / name for name in ("articles", "first", "second")]
    for folder in folders:
        folder.mkdir()
        (folder / "museum.txt").write_text("Text.", "utf-8")
    dialog = SetDialog(folders, tmp_path, window)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.pairs is not None)
    assert dialog.table.item(0, 1).text() == "first/museum.txt  ·  second/museum.txt"


def test_a_folder_that_is_added_while_others_are_read_is_read_too(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    for name in ("source", "de", "fr"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "museum.txt").write_text("The museum opens at 9.\n", "utf-8")
    dialog = SetDialog([tmp_path / "source", tmp_path / "de"], tmp_path, window)
    qtbot.addWidget(dialog)
    dialog.add_translations(tmp_path / "fr")
    qtbot.waitUntil(lambda: dialog.pairs is not None and not dialog.reading.busy())
    assert [len(one.translations) for one in dialog.groups] == [2]
    dialog.done(0)


def test_held_words_of_the_page_and_its_dialogs(
    page: SetPage, window: MainWindow, dialogs: Dialogs
) -> None:
    """HELD=write pytest tests/ui/sets/test_set_page.py writes `held_set_page.txt` anew."""
    lines = []
    for line, answer in ((0, 0), (2, 1)):
        page.table.setCurrentIndex(page.table.model().index(line, 0))
        QApplication.processEvents()
        dialogs.answer = answer
        dialogs.show(f"line {line}", page)
        lines += [*dialogs.told]
        dialogs.told.clear()
        lines += dialogs.of_commands(window, lambda: None, without=LEADS_AWAY)
    assert lines == held(Path(__file__).with_name("held_set_page.txt"), lines)
