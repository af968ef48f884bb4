"""What leaves the window: the corrected translation, and the list of findings."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from reviewer.domain import ReviewerError
from reviewer.ui import errors

if TYPE_CHECKING:
    from reviewer.ui.main_window import MainWindow


_OTHER_FORMS = (
    "Plain text (*.txt)",
    "Markdown (*.md)",
    "Web page (*.html)",
    "Word document (*.docx)",
)


class Exporting:
    """The export commands of the window, by name."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def export_text(self) -> None:
        """Ask where to, and write the current translation with its corrections."""
        page = self._window.page
        if page is None:
            return
        page.editing.stop()
        review, translation = page.session.review, page.session.translation
        document = review.document(translation)
        old = Path(document.path)
        start = self._window.settings.folder / f"{old.stem}.reviewed{old.suffix}"
        name, chosen = QFileDialog.getSaveFileName(
            self._window,
            "Export the corrected translation",
            str(start),
            ";;".join([f"As it came (*{old.suffix})", *_OTHER_FORMS]),
        )
        if not name:
            return
        path = Path(name) if Path(name).suffix else Path(f"{name}{_suffix_of(chosen)}")

        def write() -> None:
            from reviewer.reports.corrected import write_corrected

            edits = review.corrected_edits(translation)
            write_corrected(document, edits, path, language=page.session.language())

        self._write(write, path)

    def export_findings(self) -> None:
        """Ask where to, and write the findings of all translations with what was decided."""
        page = self._window.page
        if page is None:
            return
        review = page.session.review
        start = self._window.settings.folder / f"{review.path.stem}-findings.csv"
        name, chosen = QFileDialog.getSaveFileName(
            self._window,
            "Export the findings",
            str(start),
            "Table (*.csv);;JSON (*.json)",
        )
        if not name:
            return
        path = Path(name)
        if not path.suffix:
            path = Path(f"{name}{_suffix_of(chosen)}")

        def write() -> None:
            from reviewer.reports.findings import write_findings

            write_findings(review, path)

        self._write(write, path)

    def _write(self, write: Callable[[], None], path: Path) -> None:
        try:
            write()
        except (ReviewerError, OSError) as error:
            errors.show(self._window, error, f"{path.name} was not written.")
            return
        self._window.settings.folder = path.parent
        self._window.statusBar().showMessage(f"Written: {path}", 8000)


def _suffix_of(chosen: str) -> str:
    """The suffix that a file dialog's filter names."""
    found = re.search(r"\*(\.\w+)\)", chosen)
    return found[1] if found else ""
