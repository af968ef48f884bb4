"""Every translation into one folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from reviewer import formats
from reviewer.analysis import analyse
from reviewer.review import Review, TranslationInfo
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.export_names import export_names

KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def test_all_are_written_into_a_folder_that_was_not_there(
    page: ReviewPage,
    review: Review,
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "new" / "folder"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_what, **_more: (str(folder), ""))
    key = next(row.key for row in review.rows(1) if row.target == "Der Hafen")
    review.edit(1, key, "Der Kai")
    qtbot.keyClick(page.table, Qt.Key.Key_E, KEYS)
    assert sorted(path.name for path in folder.iterdir()) == [
        "article-ar.reviewed.txt",
        "artikel.reviewed.txt",
    ]
    assert (folder / "artikel.reviewed.txt").read_text("utf-8").startswith("Der Kai\n")
    assert window.statusBar().currentMessage().startswith("Written: 2 of 2 translations")


def test_files_that_are_there_are_asked_about_and_kept(
    page: ReviewPage,
    qtbot: QtBot,
    tmp_path: Path,
    said: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "artikel.reviewed.txt").write_text("mine")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_what, **_more: (str(tmp_path), ""))
    qtbot.keyClick(page.table, Qt.Key.Key_E, KEYS)
    assert "1 of 2 files are already" in said[0]
    assert (tmp_path / "artikel.reviewed.txt").read_text() == "mine"
    assert not (tmp_path / "article-ar.reviewed.txt").exists()


def test_a_folder_that_cannot_be_made_is_said(
    page: ReviewPage,
    qtbot: QtBot,
    tmp_path: Path,
    said: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_what, **_more: (str(tmp_path / "file" / "x"), "")
    )
    qtbot.keyClick(page.table, Qt.Key.Key_E, KEYS)
    assert said[0].startswith("artikel.reviewed.txt was not written.")


def test_no_two_files_have_one_name() -> None:
    infos = [
        TranslationInfo(1, "a/text.docx", "de", ""),
        TranslationInfo(2, r"C:\b\Text.docx", "fr", ""),
        TranslationInfo(3, "c/text.docx", "fr", ""),
    ]
    assert list(export_names(infos).values()) == [
        "text.reviewed.docx",
        "Text.fr.reviewed.docx",
        "text.fr-2.reviewed.docx",
    ]


def test_what_became_of_the_notes_of_deleted_sentences_is_said(
    tmp_path: Path, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted = "Der Hafen wurde 1189 eröffnet.[^1] Rund 137 Schiffe kamen.\n\n[^1]: Notiz.\n"
    (tmp_path / "a.txt").write_text("The harbour opened in 1189. Some 137 ships came.", "utf-8")
    (tmp_path / "b.md").write_text(noted, "utf-8")
    analysis = analyse(formats.read(tmp_path / "a.txt"), [formats.read(tmp_path / "b.md")])
    for name in ("getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, name, lambda *_what, **_more: (str(tmp_path / "out"), ""))
    with Review.create(tmp_path / "a.review", analysis) as review:
        window.commands.reviews.show(review)
        review.edit(1, next(row.key for row in review.rows(1) if "1189" in row.target), "")
        window.actions_by_name["export_all"].trigger()
        said = window.statusBar().currentMessage()
        window.commands.reviews.close_review()
    assert said.startswith("Written: 1 of 1 translations")
    assert "One deleted sentence carried more than words: The mark of its note goes" in said
    assert "[^1]" not in (tmp_path / "out" / "b.reviewed.md").read_text("utf-8").split("\n")[0]


@pytest.mark.parametrize("agreed", [True, False])
def test_it_is_asked_first_where_a_typed_sentence_has_no_place_of_its_own(
    tmp_path: Path, window: MainWindow, monkeypatch: pytest.MonkeyPatch, agreed: bool
) -> None:
    from reviewer.ui.dialogs.ask import Ask

    (tmp_path / "a.csv").write_text("Red house\nGreen river\nBlue mountain\n", "utf-8")
    cues = "1\n00:00:01,000 --> 00:00:02,000\nRotes Haus\n\n2\n00:00:02,000 --> 00:00:03,000\n"
    (tmp_path / "b.srt").write_text(f"{cues}Blauer Berg\n", "utf-8")
    asked: list[str] = []
    monkeypatch.setattr(
        Ask, "agreed", lambda _ask, _question, more, *_what, **_more: asked.append(more) or agreed
    )
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_what, **_more: (str(tmp_path / "out"), "")
    )
    analysis = analyse(formats.read(tmp_path / "a.csv"), [formats.read(tmp_path / "b.srt")])
    with Review.create(tmp_path / "a.review", analysis) as review:
        window.commands.reviews.show(review)
        key = next(row.key for row in review.rows(1) if not row.target)
        review.edit(1, key, "Grüner Fluss")
        window.actions_by_name["export_all"].trigger()
        window.commands.reviews.close_review()
    assert "“Grüner Fluss” has no place of its own in “b.srt”" in asked[0]
    assert (tmp_path / "out" / "b.reviewed.srt").exists() == agreed
