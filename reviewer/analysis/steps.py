"""How far an analysis is, and whether it is to stop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from reviewer.analysis.result import SegmentedDocument
from reviewer.processes import Call, Cancelled, Processes
from reviewer.wording import language_name, tr

Progress = Callable[[str, float], None]
"""Called with what is being done, in words, and the share that is done (0 to 1)."""

T = TypeVar("T")


class Steps:
    """Tells how far the analysis is and stops it when asked."""

    def __init__(
        self, total: int, progress: Progress | None, cancelled: Callable[[], bool] | None
    ) -> None:
        self._total, self._progress, self._cancelled = total, progress, cancelled
        self._done, self._words = -1, ""
        self._told = 0.0

    def begin(self, words: str) -> None:
        """The next step begins, with nothing of it done. Raises Cancelled."""
        self._done += 1
        self._words = words
        self.within(0.0)

    def skip(self) -> None:
        """The next step has nothing to do."""
        self._done += 1

    def within(self, share: float) -> None:
        """This share (0 to 1) of the step is done. Raises Cancelled."""
        if self.stopped():
            raise Cancelled
        if self._progress:
            # Texts in which something was called back are aligned twice.
            self._told = max(self._told, min((self._done + share) / self._total, 1.0))
            self._progress(self._words, self._told)

    def stopped(self) -> bool:
        """Whether the caller wants it to end."""
        return self._cancelled is not None and self._cancelled()

    def one(self, words: str, calls: Sequence[Call[T]], processes: Processes) -> list[T]:
        """The results of calls that are one step together."""
        self.begin(words)

        def show(done: int, share: float) -> None:
            self.within(min((done + share) / len(calls), 1.0))

        return processes.run(calls, progress=show, cancelled=self.stopped)

    def each(
        self,
        doing: str,
        sides: Sequence[SegmentedDocument],
        calls: Sequence[Call[T]],
        processes: Processes,
        lanes: Sequence[int] | None = None,
    ) -> list[T]:
        """The results of calls, as many as `sides` or a multiple; each side is a step.

        `doing` is a pattern with a hole for the language of the side.
        """
        if not sides:
            return []
        first = self._done + 1
        parts = len(calls) // len(sides)

        def show(done: int, share: float) -> None:
            number = min(done // parts, len(sides) - 1)
            self._done = first + number
            self._words = tr(doing, language=language_name(sides[number].language))
            self.within(min((done + share) / parts - number, 1.0))

        show(0, 0.0)
        results = processes.run(calls, progress=show, cancelled=self.stopped, lanes=lanes)
        self._done = first + len(sides) - 1
        return results
