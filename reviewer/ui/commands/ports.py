"""What the commands for whole reviews need of the window around them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from reviewer.ui.background.services import Services
from reviewer.ui.dialogs.ask import Ask
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.settings import Settings


@dataclass(frozen=True)
class Ports:
    """What is open, how the user is asked, the helpers of jobs, and what is kept between
    sessions."""

    review: OpenReview
    ask: Ask
    services: Services
    settings: Settings


class CommandsWithPorts(QObject):
    """Commands that need all of it."""

    def __init__(self, ports: Ports, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review = ports.review
        self._ask = ports.ask
        self._services = ports.services
        self._settings = ports.settings
