"""What analyses lean on across reviews: the translators and the memory of this user."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.domain import ReviewerError
from reviewer.ui.background.analysis_jobs import Helpers
from reviewer.ui.background.translators import Translators
from reviewer.wording import error_in_words, tr

if TYPE_CHECKING:
    from reviewer.store.memory import Memory


class Services:
    """Each is made when it is first needed, by the window or by a job on its thread."""

    def __init__(self) -> None:
        self.translators = Translators()
        self._memory: Memory | None = None
        self._problem: BaseException | None = None

    def memory(self) -> Memory | None:
        """What is remembered across reviews; a review can be opened without."""
        if self._memory is None:
            from reviewer.store.memory import Memory

            try:
                self._memory = Memory.of_this_user()
            except (ReviewerError, OSError) as error:
                self._problem = error
        return self._memory

    def take_problem(self) -> str:
        """What has to be said of the memory since this was asked last; "" for nothing."""
        error, self._problem = self._problem, None
        if error is None:
            return ""
        return tr(
            "Decisions of other reviews are not known now: {error}", error=error_in_words(error)
        )

    def helpers(self, path: Path) -> Helpers:
        """What the analysis for the review at `path` leans on."""
        memory = self.memory()
        return Helpers(self.translators.at(path), memory.confirmed_pairs if memory else None)

    def close(self) -> None:
        """End the engines and close the files."""
        self.translators.close()
        if self._memory:
            self._memory.close()
