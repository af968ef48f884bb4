"""The review is checked by a profile in a job, and a newer version of it is offered."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.profiles import read_profile
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage

CLIENT = 'name = "Client"\napproved = ["{word}"]\n[[rules]]\nname = "No"\ntarget = "{word}"\n'


@pytest.fixture
def client(tmp_path: Path, window: MainWindow) -> Path:
    file = tmp_path / "client.toml"
    file.write_text(CLIENT.format(word="froh"), "utf-8")
    window.settings.keep_text("profile", str(file))
    return file


def used(window: MainWindow, client: Path, qtbot: QtBot) -> None:
    window.commands.profile.use(read_profile(client))
    qtbot.waitUntil(lambda: not window.commands.translations.jobs.busy())


def test_a_profile_is_used_in_a_job_and_undone_in_one_step(
    window: MainWindow, page: ReviewPage, client: Path, qtbot: QtBot
) -> None:
    assert page
    review = window.review.review
    before = [[row.findings for row in review.rows(number)] for number in (1, 2)]
    window.review.pick(2)
    here = window.review.current_row().key
    window.commands.profile.use(read_profile(client))
    assert window.commands.translations.jobs.busy()
    assert not window.commands.profile.can_choose()
    qtbot.waitUntil(lambda: not window.commands.translations.jobs.busy())
    assert review.profile.name == "Client"
    assert review.undo_step is not None
    window.actions_by_name["undo"].trigger()
    assert [[row.findings for row in review.rows(number)] for number in (1, 2)] == before
    assert review.undo_step is None
    # It is nowhere in particular: the reviewer stays where they are.
    assert (window.review.view(), window.review.current_row().key) == (2, here)


@pytest.mark.parametrize("agrees", [True, False])
def test_a_newer_version_is_offered_once(
    window: MainWindow,
    page: ReviewPage,
    client: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    agrees: bool,
) -> None:
    assert page
    asked: list[str] = []
    monkeypatch.setattr(
        window.ask, "agreed", lambda question, *_, **__: bool(asked.append(question)) or agrees
    )
    used(window, client, qtbot)
    window.commands.profile.offer_newer()
    assert asked == []
    client.write_text(CLIENT.format(word="Hafen"), "utf-8")
    window.commands.profile.offer_newer()
    qtbot.waitUntil(lambda: not window.commands.translations.jobs.busy())
    assert asked == ["The profile “Client” has changed since."]
    assert window.review.review.profile.approved == {"Hafen" if agrees else "froh"}
    window.commands.profile.offer_newer()
    assert len(asked) == 1


@pytest.mark.parametrize("text", ["", "name = [", 'name = "Other"\n'])
def test_a_file_that_is_no_profile_or_another_is_passed_over(
    window: MainWindow,
    page: ReviewPage,
    client: Path,
    qtbot: QtBot,
    said: list[str],
    text: str,
) -> None:
    assert page
    used(window, client, qtbot)
    before = list(said)
    client.write_text(text, "utf-8")
    window.commands.profile.offer_newer()
    assert said == before
