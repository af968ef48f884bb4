"""Where the window begins."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from reviewer import __version__
from reviewer.domain import ReviewerError
from reviewer.ui import leaving, told_to_end
from reviewer.ui.background.collector import collect_now
from reviewer.ui.dialogs import error_messages
from reviewer.ui.file_opener import FileOpener
from reviewer.ui.look import resources, theme
from reviewer.ui.look.desktop_scheme import DesktopScheme
from reviewer.ui.look.key_names import KeyNames
from reviewer.ui.look.qt_words import QtWords
from reviewer.ui.main_window import MainWindow
from reviewer.ui.state.file_kinds import is_kept
from reviewer.ui.state.settings import Settings
from reviewer.wording import is_right_to_left, language, system_language, tr, use_language

if TYPE_CHECKING:
    from reviewer.sets import DocumentTotals, ReviewSet

_TRANSLATIONS = QLibraryInfo.LibraryPath.TranslationsPath
_QT_LOCALES = {"ar": "ar_AE"}
"""Where Qt writes digits otherwise than all the rest of the window, which has Latin ones."""


def run(paths: Sequence[Path], demo: bool = False) -> NoReturn:
    """Open the window on a review file, or on a source and its translations; ends the program when
    it is closed."""
    theme.prepare()
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("Reviewer")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("reviewer")
    application.setWindowIcon(QIcon(str(resources.folder() / "icons" / "reviewer.svg")))
    error_messages.install()
    settings = Settings()
    speak(settings.language or system_language())
    desktop = _desktop_scheme(application)
    theme.apply(settings.scheme)
    for changed in (desktop.changed, QApplication.styleHints().colorSchemeChanged):
        changed.connect(lambda *_: theme.apply("system") if settings.scheme == "system" else None)
    windows = Windows(settings, application)
    windows.open()
    if sys.platform == "darwin":
        # Nowhere else do files come as events; each event of the window would go through Python.
        opener = FileOpener(lambda path: begin(windows.current, [path], demo=False), application)
        application.installEventFilter(opener)
    # No name holds the window: it goes when another one, in another language, takes its place.
    QTimer.singleShot(0, windows, lambda: begin(windows.current, list(paths), demo))
    if settings.problem:
        told = ReviewerError(settings.problem)
        say = partial(windows.current.ask.tell, told, tr("The settings cannot be read."))
        QTimer.singleShot(0, windows, say)
    leaving.at_once(application, told_to_end.run(application))


def _desktop_scheme(application: QApplication) -> DesktopScheme:
    """The scheme of the desktop; D-Bus, by which Linux tells it, is loaded nowhere else."""
    if sys.platform != "linux":
        return DesktopScheme(application)
    from reviewer.ui.look.settings_portal import SettingsPortal

    return SettingsPortal(application)


class Windows(QObject):
    """The window of now: another takes its place when another language is chosen."""

    current: MainWindow

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings

    def open(self) -> MainWindow:
        """Make the window and show it."""
        self.current = MainWindow(self._settings)
        self.current.language_chosen.connect(self.open_anew)
        self.current.show()
        return self.current

    def open_anew(self) -> None:
        """The same window in the language that is chosen now, with the same review.

        All that was decided is kept at once, and so is the place in the review: the old window
        is closed as if the user had closed it.
        """
        old = self.current
        path = old.review.path() if old.review.is_open() else None
        documents = (
            (old.documents.set, old.documents.documents) if old.documents.is_open() else None
        )
        QApplication.setQuitOnLastWindowClosed(False)
        try:
            old.close()
            speak(self._settings.language or system_language())
            new = self.open()
        finally:
            QApplication.setQuitOnLastWindowClosed(True)
        old.deleteLater()
        QTimer.singleShot(0, new, lambda: _go_on(new, path, documents))


def _go_on(
    window: MainWindow,
    path: Path | None,
    documents: tuple[ReviewSet, Sequence[DocumentTotals]] | None,
) -> None:
    """Open in a new window what was open in the one before, which is gone by now."""
    collect_now()
    if documents:
        window.documents.open(*documents)
        window.show_home()
    if path:
        window.commands.reviews.open_path(path)


def speak(code: str) -> None:
    """Have the program and Qt's own dialogs speak a language, in its direction of writing and
    with its figures."""
    use_language(code)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    if language() != "en":
        # The one that is installed last is asked first; Qt's own catalogues have gaps.
        application.installTranslator(QtWords(application))
        translator = QTranslator(application)
        if translator.load(f"qtbase_{language()}", QLibraryInfo.path(_TRANSLATIONS)):
            application.installTranslator(translator)
    application.installTranslator(KeyNames(application))
    QLocale.setDefault(QLocale(_QT_LOCALES.get(language(), language())))
    right = Qt.LayoutDirection.RightToLeft
    application.setLayoutDirection(right if is_right_to_left() else Qt.LayoutDirection.LeftToRight)


def begin(window: MainWindow, paths: list[Path], demo: bool) -> None:
    """Open the sample or what was named on the command line."""
    if demo:
        window.commands.reviews.open_sample()
    elif len(paths) == 1 and is_kept(paths[0]):
        window.open_file(paths[0])
    elif paths:
        window.start_page.new_review.add_files(paths)
    else:
        window.get_ready()
