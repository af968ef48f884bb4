"""What leaves the window: the corrected translation, and the list of findings."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from reviewer import formats
from reviewer.domain import ReviewerError
from reviewer.ui.dialogs import error_messages
from reviewer.ui.dialogs.questions import agreed

if TYPE_CHECKING:
    from reviewer.ui.main_window import MainWindow


class ExportCommands:
    """The export commands of the window, by name."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def export_text(self) -> None:
        """Ask where to, and write the current translation with its corrections."""
        page = self._window.page
        if page is None:
            return
        page.editing.stop()
        page.matching.match()
        review, translation = page.session.review, page.session.translation
        document = review.document(translation)
        old = Path(document.path)
        start = self._window.settings.folder / f"{old.stem}.reviewed{old.suffix}"
        others = [
            f"{title} (*{suffix})" for title, suffix in formats.made_forms() if suffix != old.suffix
        ]
        forms = [f"As it came (*{old.suffix})", *others]
        path = self._ask_where("Export the corrected translation", start, forms)
        if path is None:
            return

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
        path = self._ask_where("Export the findings", start, ["Table (*.csv)", "JSON (*.json)"])
        if path is None:
            return

        def write() -> None:
            from reviewer.reports.findings import write_findings

            write_findings(review, path)

        self._write(write, path)

    def _ask_where(self, title: str, start: Path, forms: Sequence[str]) -> Path | None:
        """The file to write, in the form that was chosen: by its name, or by the list of forms,
        which leaves the name as it is."""
        name, chosen = QFileDialog.getSaveFileName(
            self._window, title, str(start), ";;".join(forms)
        )
        if not name:
            return None
        path, suffix = Path(name), _suffix_of(chosen)
        if not path.suffix:
            path = path.with_name(f"{path.name}{suffix}")
        elif path.suffix == start.suffix and suffix and chosen != forms[0]:
            path = path.with_suffix(suffix)
        # The dialog has asked about the name that it was given, not about this one.
        return path if path == Path(name) or self._may_replace(path) else None

    def _may_replace(self, path: Path) -> bool:
        if not path.exists():
            return True
        already = f"There is already a file {path.name}."
        return agreed(self._window, already, "Replace it?", "Replace", destroys=True)

    def _write(self, write: Callable[[], None], path: Path) -> None:
        try:
            write()
        except (ReviewerError, OSError) as error:
            error_messages.show(self._window, error, f"{path.name} was not written.")
            return
        self._window.settings.folder = path.parent
        self._window.statusBar().showMessage(f"Written: {path}", 8000)


def _suffix_of(chosen: str) -> str:
    """The suffix that a file dialog's filter names."""
    found = re.search(r"\*(\.\w+)\)", chosen)
    return found[1] if found else ""
