"""All that is not raised any more in one place: seen, shown in its row, taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reviewer.profiles import read_profile
from reviewer.review import IgnoreRule, Review
from reviewer.spelling.own_words import OwnWords
from reviewer.ui.dialogs.dismissals import DismissalsDialog
from reviewer.ui.dialogs.profile.profile_dialog import ProfileDialog, ProfileEntry
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage

CLIENT = 'name = "Harbour News"\nbased_on = "house.toml"\napproved = ["Oss"]\n'
HOUSE = (
    'approved = ["Tessarin", "Berth"]\n[checks]\nwhitespace = "off"\n[checks.de]\nnames = "off"\n'
)


@pytest.fixture
def client(tmp_path: Path, window: MainWindow) -> Path:
    (tmp_path / "house.toml").write_text(HOUSE, "utf-8")
    file = tmp_path / "client.toml"
    file.write_text(CLIENT, "utf-8")
    window.settings.keep_text("profile", str(file))
    return file


def listed(window: MainWindow, page: ReviewPage, qtbot: QtBot) -> DismissalsDialog:
    dialog = DismissalsDialog(
        page.review, window.spelling.forget, window, window.commands.profile.layers()
    )
    qtbot.addWidget(dialog)
    return dialog


def test_they_are_seen_and_taken_back(
    page: ReviewPage, review: Review, window: MainWindow, qtbot: QtBot
) -> None:
    window.commands.navigation.next_finding()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(page.table, Qt.Key.Key_H)
    assert review.counts(1).dismissed == 1
    dialog = listed(window, page, qtbot)
    assert dialog.lines() == [("German, row 2; only here", "Numbers: 12 is missing")]
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.place == (1, page.review.current_row().key)
    qtbot.keyClick(dialog, Qt.Key.Key_Delete)
    assert dialog.lines() == []
    assert review.counts(1).dismissed == 0
    assert not dialog._back.isEnabled()
    dialog.take_back()


def test_kinds_of_all_translations_are_seen_and_taken_back(
    page: ReviewPage, review: Review, window: MainWindow, qtbot: QtBot
) -> None:
    review.add_ignore_rule(1, IgnoreRule(check="numbers", kind="value"))
    review.add_ignore_rule(2, IgnoreRule(check="missing"))
    dialog = listed(window, page, qtbot)
    assert dialog.lines() == [
        ("this review, English into German", "Ignored kind: Numbers  ·  value"),
        ("this review, English into Arabic", "Ignored kind: Missing sentence"),
    ]
    qtbot.keyClick(dialog, Qt.Key.Key_Delete)
    assert [where for where, _ in dialog.lines()] == ["this review, English into Arabic"]
    assert review.ignore_rules(1) == ()
    assert review.ignore_rules(2) != ()


def test_what_a_profile_silences_is_seen_with_its_file_and_not_taken_back_here(
    page: ReviewPage, review: Review, window: MainWindow, qtbot: QtBot, client: Path
) -> None:
    review.use_profile(read_profile(client))
    dialog = listed(window, page, qtbot)
    house, own = (f"profile “Harbour News”, file {file}" for file in ("house.toml", "client.toml"))
    assert dialog.lines() == [
        (house, "Check switched off: White space"),
        (house, "Check switched off: Missing name (German)"),
        (house, "Approved word: Berth"),
        (own, "Approved word: Oss"),
        (house, "Approved word: Tessarin"),
    ]
    assert str(client.parent / "house.toml") in dialog._said.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Delete)
    assert len(dialog.lines()) == 5
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.place is None
    assert dialog.entry is not None
    assert (dialog.entry.part, dialog.entry.key) == ("checks", "whitespace")
    assert dialog.entry.path == client.parent / "house.toml"
    assert dialog.entry.top == client


@pytest.mark.parametrize("gone", ["file", "word"])
def test_what_no_file_says_any_more_is_in_the_copy_of_the_review(
    page: ReviewPage, review: Review, window: MainWindow, qtbot: QtBot, client: Path, gone: str
) -> None:
    client.write_text('name = "Harbour News"\napproved = ["Oss"]\n', "utf-8")
    review.use_profile(read_profile(client))
    if gone == "file":
        client.unlink()
    else:
        client.write_text('name = "Harbour News"\n', "utf-8")
    dialog = listed(window, page, qtbot)
    kept = "profile “Harbour News”, as this review keeps it"
    assert dialog.lines() == [(kept, "Approved word: Oss")]
    assert "in no file" in dialog._said.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.entry is None


def test_from_the_list_to_the_word_in_the_profile_and_checked_again(
    page: ReviewPage,
    review: Review,
    window: MainWindow,
    qtbot: QtBot,
    client: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    review.use_profile(read_profile(client))
    seen: list[str] = []

    def in_the_list(dialog: DismissalsDialog) -> int:
        dialog.table.setCurrentCell(4, 0)
        dialog._change.click()
        return 1

    def in_the_profile(dialog: ProfileDialog) -> int:
        seen.append(dialog.tabs.tabText(dialog.tabs.currentIndex()))
        seen.append(dialog.approved.words.textCursor().selectedText())
        dialog.approved.words.setPlainText("Berth")
        dialog.accept()
        return 1

    monkeypatch.setattr(DismissalsDialog, "exec", in_the_list)
    monkeypatch.setattr(ProfileDialog, "exec", in_the_profile)
    window.commands.findings.ignore_rules()
    assert seen == ["&Approved words", "Tessarin"]
    qtbot.waitUntil(lambda: not window.commands.translations.jobs.busy())
    # The whole profile counts, not only the file that it is based on.
    assert review.profile.name == "Harbour News"
    assert review.profile.approved == {"Oss", "Berth"}
    assert window.settings.text("profile") == str(client)


def test_the_profile_opens_at_a_check(
    window: MainWindow, page: ReviewPage, qtbot: QtBot, client: Path
) -> None:
    assert page
    dialog = ProfileDialog(window.review, window.ask, client.parent / "house.toml", window)
    qtbot.addWidget(dialog)
    dialog.tabs.setCurrentWidget(dialog.checks)
    dialog.show()
    dialog.checks.show_entry("whitespace")
    box = dialog.checks.boxes["whitespace"]
    qtbot.waitUntil(lambda: not box.visibleRegion().isEmpty())
    assert dialog.focusWidget() is box


def test_a_check_that_is_off_in_one_language_is_changed_in_the_profile(
    window: MainWindow, page: ReviewPage, qtbot: QtBot, client: Path
) -> None:
    assert page
    house = client.parent / "house.toml"
    dialog = ProfileDialog(window.review, window.ask, house, window)
    qtbot.addWidget(dialog)
    dialog.show_entry(ProfileEntry("checks", "names", house, client, "de"))
    box = dialog.checks.own["de", "names"]
    assert dialog.focusWidget() is box
    assert box.accessibleName() == "Missing name (German)"
    assert box.currentText() == "Off"
    box.setCurrentIndex(0)
    dialog.accept()
    assert read_profile(house).weight("names", "de") is None
    assert read_profile(house).weight("whitespace", "de") == "off"
    dialog.show_file(house)
    assert dialog.checks.own == {}


def test_what_came_back_says_so_on_its_card(
    page: ReviewPage, review: Review, window: MainWindow
) -> None:
    key = next(row.key for row in review.rows(1) if row.relation == "missing")
    review.decide(1, key, review.row(1, key).findings[0].fingerprint, "dismiss")
    review.edit(1, key, "Nichts mit sieben.")
    page.review.go_to(key)
    assert "You dismissed this" not in page.panel.words()


def test_learnt_words_are_seen_and_forgotten(
    page: ReviewPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.spelling.learn("de-AT", ["Oss", "Tessarin"])
    window.spelling.learn("uk", ["Осс"])
    dialog = listed(window, page, qtbot)
    assert dialog.lines() == [
        ("all reviews, German", "Learnt word: Oss"),
        ("all reviews, German", "Learnt word: Tessarin"),
        ("all reviews, Ukrainian", "Learnt word: Осс"),
    ]
    qtbot.keyClick(dialog, Qt.Key.Key_Delete)
    assert [what for _, what in dialog.lines()] == ["Learnt word: Tessarin", "Learnt word: Осс"]
    assert OwnWords("de").words() == ["Tessarin"]
    assert not window.spelling._own_words("de-AT").knows("Oss")
