"""What each command asks and shows, where it opens a dialog.

`held_dialogs.txt` has for each command, given twice on one way through a small review, the dialogs
that come up and what they say; the first time each is left as with Escape, the second time agreed
to as it stands. After a change on purpose: HELD=write pytest tests/ui/test_held_dialogs.py
"""

from __future__ import annotations

from pathlib import Path

from reviewer.review import Review
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from tests.ui.seen_dialogs import Dialogs, held

TABLE = Path(__file__).with_name("held_dialogs.txt")


def test_each_command_asks_what_it_asked(
    window: MainWindow, page: ReviewPage, review: Review, dialogs: Dialogs
) -> None:
    window.actions_by_name["next_finding"].trigger()
    lines = []
    for answer in (0, 1):
        dialogs.answer = answer
        lines += dialogs.of_commands(window, page.review.editor.stop)
    assert lines == held(TABLE, lines)
