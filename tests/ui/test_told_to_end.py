"""Whatever tells the program to end, it closes the window as its user would and loses nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from reviewer.profiles import drafts, read_profile
from reviewer.review import Review
from reviewer.ui.dialogs.ask import Ask
from reviewer.ui.dialogs.profile.profile_dialog import ProfileDialog
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.settings import Settings
from tests.screens import screen

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")

# Somebody types a correction, leaves it open (behind a dialog, if wanted), and says so.
TYPING = """
import os, shutil, sys
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPlainTextEdit
from reviewer.ui import app
from reviewer.ui.main_window import MainWindow
from reviewer.ui.dialogs.profile.lists_page import NewTerm
from reviewer.ui.dialogs.profile.profile_dialog import ProfileDialog
from reviewer.ui.panel.comment_box import CommentBox
from reviewer.ui.table.row_editor import RowEditor

def type_words():
    [window] = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
    if not window.review.is_open():
        QTimer.singleShot(20, type_words)
        return
    table = window.page.table
    if sys.argv[2] == "remark":
        window.actions_by_name["remark"].trigger()
        box = window.page.findChild(CommentBox)
        QTest.keyClicks(box.findChild(QPlainTextEdit), "not sure, indeed")
    else:
        QTest.keyClick(table, Qt.Key.Key_Return)
        QTest.keyClicks(table.viewport().findChildren(RowEditor)[-1], " indeed")
    if sys.argv[2] == "replaced":
        shutil.copyfile(sys.argv[1], sys.argv[1] + ".copy")
        os.replace(sys.argv[1] + ".copy", sys.argv[1])
    if sys.argv[2].startswith("profile"):
        profile = Path(sys.argv[1]).with_name("p.toml")
        dialog = ProfileDialog(window.review, window.ask, profile, window)
        QTest.keyClicks(dialog.approved.words, "Kanzlei")
        dialog.glossaries.take_terms([NewTerm(Path("/terms.csv"), ("en", "de"), ("pier", "Kai"))])
        if sys.argv[2] == "profile, asked":
            QTimer.singleShot(0, dialog.reject)
        QTimer.singleShot(20, lambda: print("typed", flush=True))
        dialog.exec()
        return
    if sys.argv[2] == "dialog":
        box = QMessageBox(window)
        QTimer.singleShot(20, lambda: print("typed", flush=True))
        box.exec()
    else:
        print("typed", flush=True)

execute = QApplication.exec
def execute_typing():
    QTimer.singleShot(0, type_words)
    return execute()
QApplication.exec = staticmethod(execute_typing)
raise SystemExit(app.run([Path(sys.argv[1])]))
"""


@contextmanager
def typing(path: Path, what: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """The window, in which words were typed and neither kept nor dropped."""
    with subprocess.Popen(
        [sys.executable, "-W", "error", "-c", TYPING, str(path), what],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
    ) as program:
        assert program.stdout
        assert program.stdout.readline() == "typed\n"
        yield program


def indeed(path: Path) -> list[str]:
    """What ends in the word that was typed, all that the program's end has left in the file."""
    assert [file.name for file in path.parent.glob(f"{path.name}*")] == [path.name]
    with Review.open(path) as review:
        said = [said for row in review.rows(1) for said in (row.target, row.comment)]
    return [one for one in said if one.endswith(" indeed")]


@pytest.mark.parametrize(
    ("number", "code", "what"),
    [
        (signal.SIGINT, 130, "dialog"),
        (signal.SIGTERM, 143, "remark"),
        (signal.SIGHUP, 129, "correction"),
    ],
)
def test_what_is_being_typed_is_kept(
    number: signal.Signals, code: int, what: str, review: Review
) -> None:
    path = review.path
    review.close()
    with typing(path, what) as program:
        os.kill(program.pid, number)
        _, errors = program.communicate()
    assert program.returncode == code
    assert "Traceback" not in errors, errors
    assert len(indeed(path)) == 1


def test_a_program_that_a_shell_has_ignore_a_signal_goes_on(review: Review) -> None:
    path = review.path
    review.close()
    usual = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with typing(path, "correction") as program:
            os.kill(program.pid, signal.SIGHUP)
            os.kill(program.pid, signal.SIGTERM)
            program.communicate()
    finally:
        signal.signal(signal.SIGHUP, usual)
    assert program.returncode == 143


def test_what_is_being_typed_is_kept_when_the_screen_is_gone(review: Review) -> None:
    path = review.path
    review.close()
    with (
        screen() as (display, server),
        typing(path, "remark", DISPLAY=display, QT_QPA_PLATFORM="xcb") as program,
    ):
        server.terminate()
        _, errors = program.communicate()
    assert "Traceback" not in errors, errors
    assert "X11 connection broke" in errors
    assert program.returncode == 1
    assert len(indeed(path)) == 1


@pytest.mark.parametrize("what", ["profile", "profile, asked"])
def test_a_changed_profile_is_there_again(what: str, review: Review, qapp: QApplication) -> None:
    """Nobody is waited for who would say whether the changes are wanted."""
    path = review.path
    review.close()
    with typing(path, what) as program:
        os.kill(program.pid, signal.SIGTERM)
        _, errors = program.communicate()
    assert (program.returncode, "Traceback" in errors) == (143, False), errors
    profile = path.with_name("p.toml")
    assert not profile.exists()
    dialog = ProfileDialog(OpenReview(), Ask(QWidget(), Settings()), profile)
    assert dialog.approved.words.toPlainText() == "Kanzlei"
    assert [term.words for term in dialog.glossaries.terms] == [("pier", "Kai")]
    dialog.glossaries.terms.clear()
    dialog.glossaries.files.clear()
    dialog.accept()
    assert read_profile(profile).approved == {"Kanzlei"}
    assert drafts.of(profile) is None


def test_what_is_in_the_file_by_now_is_not_shown_again(tmp_path: Path, qapp: QApplication) -> None:
    profile = tmp_path / "p.toml"
    profile.write_text('approved = ["Kanzlei"]\n', "utf-8")
    drafts.keep(profile, drafts.Draft(profile.read_text("utf-8")))
    ProfileDialog(OpenReview(), Ask(QWidget(), Settings()), profile).reject()
    assert drafts.of(profile) is None


def test_a_draft_that_cannot_be_read_is_not_said_to_be_shown_and_stays(
    tmp_path: Path, qapp: QApplication
) -> None:
    profile = tmp_path / "p.toml"
    profile.write_text('approved = ["Kanzlei"]\n', "utf-8")
    drafts.keep(profile, drafts.Draft("approved = ["))
    dialog = ProfileDialog(OpenReview(), Ask(QWidget(), Settings()), profile)
    assert dialog.approved.words.toPlainText() == "Kanzlei"
    assert not [one for one in dialog.findChildren(QLabel) if "is shown here" in one.text()
                and not one.isHidden()]  # fmt: skip
    dialog.reject()
    assert drafts.of(profile) is not None


def test_no_way_out_is_asked_for_where_the_file_was_replaced(review: Review) -> None:
    path = review.path
    review.close()
    with typing(path, "replaced") as program:
        os.kill(program.pid, signal.SIGTERM)
        _, errors = program.communicate()
    assert (program.returncode, "Traceback" in errors) == (143, False), errors
    assert not indeed(path)
