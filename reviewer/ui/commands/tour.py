"""Leads through the sample, a step at a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reviewer.ui.background import sample
from reviewer.ui.commands.actions import Actions
from reviewer.ui.look.action_keys import keys_in_words
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.settings import Settings
from reviewer.ui.state.tour_steps import STEPS
from reviewer.wording import tr


class Tour(QObject):
    """Goes on when the user has given the command that a step asks for, or wants to see the next.

    It begins by itself when the sample is opened for the first time; where it is is remembered.
    `changed` says that another step is to be shown, or none.
    """

    changed = Signal()

    def __init__(
        self,
        review: OpenReview,
        settings: Settings,
        open_sample: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._review, self._settings, self._open_sample = review, settings, open_sample
        self._keys: Callable[[str], str] = str
        review.opened.connect(self.changed)
        review.closed.connect(self.changed)

    def know(self, actions: Actions) -> None:
        """The commands that there are."""
        self._keys = lambda name: keys_in_words(actions[name])
        for name in {name for step in STEPS for name in step.commands}:
            actions[name].triggered.connect(lambda *_, name=name: self._given(name))

    def begin(self) -> None:
        """From the first step, in the sample."""
        self._settings.tour_step = 0
        if self._is_sample():
            self.changed.emit()
        else:
            self._open_sample()

    def go_on(self, *, told: bool = False) -> None:
        """To the next step; after the last one the tour is over. `told` says that a command has
        something to say of its own, such as where it wrote a file."""
        self._settings.tour_step += 1
        self.changed.emit()
        if self._settings.tour_step == len(STEPS) and not told:
            self._review.say(tr("That was the tour. The Help menu has it again."))

    def end(self) -> None:
        """Show no more of it."""
        self._settings.tour_step = len(STEPS)
        self.changed.emit()

    def step(self) -> tuple[str, int, int]:
        """What is to be said now ("" for nothing), the number of the step, and of how many."""
        number = self._settings.tour_step
        if not self._is_sample() or not 0 <= number < len(STEPS):
            return "", 0, len(STEPS)
        return STEPS[number].words(self._keys), number + 1, len(STEPS)

    def _given(self, name: str) -> None:
        words, number, _ = self.step()
        if words and name in STEPS[number - 1].commands:
            self.go_on(told=True)

    def _is_sample(self) -> bool:
        return self._review.is_open() and self._review.look.path == sample.review_path()
