"""What analyses lean on across reviews: the translators and the memory of this user."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.domain import ReviewerError
from reviewer.ui.background.analysis_jobs import Helpers
from reviewer.ui.background.translators import Translators
from reviewer.wording import tr

if TYPE_CHECKING:
    from reviewer.store.memory import Memory


class Services:
    """Each is made when it is first needed. `say` gets words for the status bar."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self.translators = Translators()
        self._say = say
        self._memory: Memory | None = None

    def memory(self) -> Memory | None:
        """What is remembered across reviews; a review can be opened without."""
        if self._memory is None:
            from reviewer.store.memory import Memory

            try:
                self._memory = Memory.of_this_user()
            except (ReviewerError, OSError) as error:
                self._say(tr("Decisions of other reviews are not known now: {error}", error=error))
        return self._memory

    def helpers(self, path: Path) -> Helpers:
        """What the analysis for the review at `path` leans on."""
        memory = self.memory()
        return Helpers(self.translators.at(path), memory.confirmed_pairs if memory else None)

    def close(self) -> None:
        """End the engines and close the files."""
        self.translators.close()
        if self._memory:
            self._memory.close()
