"""The commands that write files: the corrected translation, and the list of findings."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from reviewer.domain import ReviewerError
from reviewer.ui.dialogs.ask import Ask
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.settings import Settings


class ExportCommands:
    """`before` is done first: what was edited is to be complete."""

    def __init__(
        self, review: OpenReview, ask: Ask, settings: Settings, before: Callable[[], None]
    ) -> None:
        self._review = review
        self._ask = ask
        self._settings = settings
        self._before = before

    def export_text(self) -> None:
        """Ask where to, and write the current translation with its corrections."""
        from reviewer import formats

        self._before()
        review, translation = self._review.review, self._review.translation
        language = self._review.language()
        document = review.document(translation)
        old = Path(document.path)
        others = [
            f"{title} (*{suffix})" for title, suffix in formats.made_forms() if suffix != old.suffix
        ]
        path = self._ask_where(
            "Export the corrected translation",
            f"{old.stem}.reviewed{old.suffix}",
            [f"As it came (*{old.suffix})", *others],
        )
        if path is None:
            return

        def write() -> None:
            from reviewer.reports.corrected import write_corrected

            edits = review.corrected_edits(translation)
            write_corrected(document, edits, path, language=language)

        self._write(write, path)

    def export_findings(self) -> None:
        """Ask where to, and write the findings of all translations with what was decided."""
        review = self._review.review
        path = self._ask_where(
            "Export the findings",
            f"{review.path.stem}-findings.csv",
            ["Table (*.csv)", "JSON (*.json)"],
        )
        if path is None:
            return

        def write() -> None:
            from reviewer.reports.findings import write_findings

            write_findings(review, path)

        self._write(write, path)

    def _ask_where(self, title: str, start: str, forms: Sequence[str]) -> Path | None:
        """The file to write, in the form that was chosen: by its name, or by the list of forms,
        which leaves the name as it is."""
        asked, chosen = self._ask.new_file(title, start, forms)
        if asked is None:
            return None
        path, suffix = asked, _suffix_of(chosen)
        if not path.suffix:
            path = path.with_name(f"{path.name}{suffix}")
        elif path.suffix == Path(start).suffix and suffix and chosen != forms[0]:
            path = path.with_suffix(suffix)
        # The dialog has asked about the name that it was given, not about this one.
        return path if path == asked or self._may_replace(path) else None

    def _may_replace(self, path: Path) -> bool:
        if not path.exists():
            return True
        already = f"There is already a file {path.name}."
        return self._ask.agreed(already, "Replace it?", "Replace", destroys=True)

    def _write(self, write: Callable[[], None], path: Path) -> None:
        try:
            write()
        except (ReviewerError, OSError) as error:
            self._ask.tell(error, f"{path.name} was not written.")
            return
        self._settings.folder = path.parent
        self._review.say(f"Written: {path}")


def _suffix_of(chosen: str) -> str:
    """The suffix that a file dialog's filter names."""
    found = re.search(r"\*(\.\w+)\)", chosen)
    return found[1] if found else ""
