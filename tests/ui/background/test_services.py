"""The memory across reviews cannot be used: a review is opened without, and that is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.review import Review
from reviewer.ui.main_window import MainWindow


@pytest.fixture
def heard(window: MainWindow) -> list[str]:
    words: list[str] = []
    window.review.said.connect(words.append)
    return words


@pytest.mark.parametrize("harm", ["damaged", "no folder"])
def test_it_is_said_once_and_a_dismissal_is_not_said_to_be_remembered(
    window: MainWindow,
    review: Review,
    own_home: Path,
    heard: list[str],
    harm: str,
    until_read: Callable[[MainWindow], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    memory = own_home / "data" / "memory.sqlite"
    monkeypatch.setenv("REVIEWER_DATA", str(memory.parent))
    if harm == "damaged":
        memory.parent.mkdir(parents=True, exist_ok=True)
        memory.write_bytes(b"no database " * 100)
    else:
        memory.mkdir(parents=True)
    review.close()
    window.commands.reviews.open_path(review.path)
    until_read(window)
    assert [words.split(":")[0] for words in heard] == [
        "Decisions of other reviews are not known now"
    ]
    window.actions_by_name["next_finding"].trigger()
    window.actions_by_name["dismiss"].trigger()
    assert "Dismissed in this review." in heard[-1]
    window.commands.reviews.close_review()


def test_a_dismissal_is_said_to_be_remembered_where_it_is(
    window: MainWindow,
    review: Review,
    heard: list[str],
    until_read: Callable[[MainWindow], None],
) -> None:
    review.close()
    window.commands.reviews.open_path(review.path)
    until_read(window)
    window.actions_by_name["next_finding"].trigger()
    window.actions_by_name["dismiss"].trigger()
    assert "here and in other reviews" in heard[-1]
