"""Back-translations that are made while the review is open."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from reviewer.analysis import analyse
from reviewer.domain import BackTranslation, Block, Document
from reviewer.machine_translation.install import install
from reviewer.review import Review
from reviewer.ui.background import sample
from reviewer.ui.background.jobs import Job
from reviewer.ui.look import resources
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage

PACKAGE = resources.folder() / "packages" / "translate-de_en-toy.argosmodel"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not PACKAGE.is_file():
        pytest.skip("the toy packages are not here")
    monkeypatch.setenv("REVIEWER_DATA", str(tmp_path / "data"))
    install(PACKAGE)


def made(page: ReviewPage) -> int:
    return sum(row.back_translation is not None for row in page.review.shown.rows())


def bare_review(folder: Path) -> Review:
    """One sentence that was never translated back."""
    source, german = (
        Document("", "text", tuple(map(Block, texts)), b"", language=language)
        for language, texts in (("en", ["One came."]), ("de", ["Eins kam."]))
    )
    made_without = analyse(source, [german])
    bare = replace(made_without.translations[0], evidence="none")
    return Review.create(folder / "bare.review", replace(made_without, translations=(bare,)))


def test_what_is_missing_is_translated_back(
    package: None, page: ReviewPage, window: MainWindow, qtbot: QtBot
) -> None:
    before = made(page)
    window.actions_by_name["back_translate"].trigger()
    assert window.progress.isVisible()
    qtbot.waitUntil(lambda: not window.progress.busy())
    assert made(page) > before
    assert window.actions_by_name["back_translate"].isEnabled()
    assert not page.review.review.untranslated(1)


def test_sentences_are_matched_again_by_back_translations_that_came_later(
    package: None,
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source, translations = sample.documents()
    german = next(one for one in translations if one.language == "de")
    review = Review.create(tmp_path / "late.review", analyse(source, [german]))
    window.commands.reviews.show(review)
    page = window.page
    assert not window.actions_by_name["align_again"].isEnabled()
    page.window().commands.navigation.next_finding()
    page.window().commands.findings.dismiss()
    dismissed = page.review.current_row().key
    window.actions_by_name["back_translate"].trigger()
    qtbot.waitUntil(lambda: not window.progress.busy())
    assert page.filter_bar.align_again.isVisible()

    monkeypatch.setattr(QMessageBox, "exec", lambda _box: 0)
    monkeypatch.setattr(QMessageBox, "clickedButton", QMessageBox.defaultButton)
    page.filter_bar.align_again.click()
    qtbot.waitUntil(lambda: not page.filter_bar.align_again.isVisible())
    qtbot.waitUntil(lambda: not window.progress.busy())
    assert page.review.current_row().key == dismissed
    assert review.counts(1).dismissed == 1
    assert made(page) > 20


def test_a_package_is_used_as_soon_as_it_is_installed(
    page: ReviewPage,
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    said: list[str],
) -> None:
    if not PACKAGE.is_file():
        pytest.skip("the toy packages are not here")
    monkeypatch.setenv("REVIEWER_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda _box: None)
    window.actions_by_name["back_translate"].trigger()
    assert said[0].startswith("No package translates German into English.")
    install(PACKAGE)
    window.actions_by_name["back_translate"].trigger()
    qtbot.waitUntil(lambda: not page.review.review.untranslated(1))
    qtbot.waitUntil(lambda: not window.progress.busy())
    assert len(said) == 1


def test_a_changed_sentence_is_translated_again(
    package: None, page: ReviewPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.window().commands.navigation.next_finding()
    page.window().commands.findings.apply_fix()
    qtbot.waitUntil(lambda: window.progress.busy())
    qtbot.waitUntil(lambda: not window.progress.busy())
    assert page.review.current_row().back_translation is not None


def test_closing_the_review_ends_it(package: None, page: ReviewPage, window: MainWindow) -> None:
    window.actions_by_name["back_translate"].trigger()
    window.commands.reviews.close_review()
    assert not window.progress.busy() or not window.review.is_open()


def test_what_comes_for_a_review_that_was_closed_meanwhile_is_left(
    package: None, page: ReviewPage, window: MainWindow, tmp_path: Path, said: list[str]
) -> None:
    began: list[Job] = []
    came: list[bool] = []
    window.commands.translations.job_began.connect(lambda job, _words: began.append(job))
    window.commands.translations.back_translations_came.connect(lambda: came.append(True))
    window.actions_by_name["back_translate"].trigger()
    other = bare_review(tmp_path)
    window.commands.reviews.show(other)
    untranslated = other.untranslated(1)
    # A part that the job handed over just before.
    began[0].delivered.emit({untranslated[0]: BackTranslation("One.", "de_en", "1.0")})
    assert (came, said) == ([], [])
    assert other.untranslated(1) == untranslated


def test_without_a_package_it_is_said_what_one_would_bring(
    page: ReviewPage,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    said: list[str],
) -> None:
    monkeypatch.setenv("REVIEWER_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda _box: None)
    page.review.pick(2)
    assert page.filter_bar.evidence.isVisible()
    page.filter_bar.evidence.click()
    assert said[0].startswith("No package translates Arabic into English.")


def test_a_translation_that_was_never_translated_back_is_left_so(
    package: None, window: MainWindow, tmp_path: Path
) -> None:
    review = bare_review(tmp_path)
    window.commands.reviews.show(review)
    began: list[str] = []
    window.commands.translations.job_began.connect(lambda _job, words: began.append(words))
    review.edit(1, review.rows(1)[0].key, "Zwei kamen.")
    window.commands.translations.refresh_back_translations()
    assert began == []
    assert review.untranslated(1)
