"""Words of a row, or a line of the list, become a term of the client's glossary."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reviewer.checks.names_and_terms import Rendering
from reviewer.domain import Span
from reviewer.profiles import Profile, read_profile
from reviewer.review import Review
from reviewer.terminology import Glossary, Term
from reviewer.ui.dialogs.ask import Ask
from reviewer.ui.dialogs.names_and_terms_dialog import NamesAndTermsDialog
from reviewer.ui.dialogs.term_dialog import TermDialog
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage


@pytest.fixture
def profile(tmp_path: Path, window: MainWindow) -> Path:
    """A client's profile that is not there yet."""
    file = tmp_path / "Client.toml"
    file.write_text('name = "Client"\n', "utf-8")
    window.settings.keep_text("profile", str(file))
    return file


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[TermDialog]:
    """The dialogs that were shown; each is agreed to."""
    shown: list[TermDialog] = []

    def agree(dialog: TermDialog) -> int:
        shown.append(dialog)
        dialog.asked = (
            dialog.words(),
            [dialog.where.itemText(line) for line in range(dialog.where.count())],
        )
        return 1

    monkeypatch.setattr(TermDialog, "exec", agree)
    return shown


@pytest.fixture
def spoken(window: MainWindow) -> list[str]:
    """What the status bar says."""
    heard: list[str] = []
    window.review.said.connect(heard.append)
    return heard


def choose(page: ReviewPage, qtbot: QtBot, source: str, target: str) -> None:
    """Choose words of both sides of the row of the harbour, then say that they are a term."""
    row = next(row for row in page.review.review.rows(1) if "harbour" in row.source)
    page.review.go_to(row.key)
    page.review.editor.choose_words(page.review.current_row(), "target")
    start = row.target.index(target)
    page.editing._editor.select(Span(start, start + len(target)))
    qtbot.keyClick(page.editing._editor, Qt.Key.Key_Tab)
    start = row.source.index(source)
    page.editing._editor.select(Span(start, start + len(source)))


@pytest.mark.parametrize("selected", [True, False])
def test_the_words_that_are_selected_while_a_row_is_edited_are_chosen(
    page: ReviewPage, review: Review, selected: bool
) -> None:
    row = next(row for row in review.rows(1) if "Hafen" in row.target)
    page.review.go_to(row.key)
    page.editing.start(page.review.current_row())
    if selected:
        start = page.editing._editor.text().index("Hafen")
        page.editing._editor.select(Span(start, start + 5))
    assert page.review.editor.chosen_words() == ("", "Hafen" if selected else "")
    page.review.editor.stop()


@pytest.mark.parametrize("by", ["T", "command"])
def test_chosen_words_become_a_term_and_the_review_is_checked_by_it(
    window: MainWindow,
    page: ReviewPage,
    review: Review,
    qtbot: QtBot,
    profile: Path,
    asked: list[TermDialog],
    by: str,
) -> None:
    choose(page, qtbot, "harbour", "Hafen")
    if by == "T":
        qtbot.keyClick(page.editing._editor, Qt.Key.Key_T)
    else:
        window.actions_by_name["add_term"].trigger()
    qtbot.waitUntil(lambda: bool(review.profile.glossaries))
    [dialog] = asked
    words, places = dialog.asked
    assert words == ("harbour", "Hafen")
    assert places == [
        "Client terms.csv, new, in the profile “Client”",
        "A new file…",
        "Another file…",
    ]
    [glossary] = read_profile(profile).glossaries
    assert [term.words("de") for term in glossary.terms] == [("Hafen",)]
    assert review.profile.glossaries == (glossary,)
    assert not page.editing.active()


def test_the_file_of_last_time_is_offered_first(
    window: MainWindow,
    page: ReviewPage,
    qtbot: QtBot,
    profile: Path,
    asked: list[TermDialog],
    spoken: list[str],
) -> None:
    assert page
    for name in ("a.csv", "b.csv"):
        (profile.parent / name).write_text("en,de\npier,Mole\n", "utf-8")
    profile.write_text('name = "Client"\nglossaries = ["a.csv", "b.csv"]\n', "utf-8")
    window.settings.keep_text("glossary", str(profile.parent / "b.csv"))
    assert window.commands.glossary.ask_for(("quay", "Kai"), window)
    assert not window.commands.glossary.ask_for(("quay", "Kai"), window)
    assert spoken == ["“quay” is in the glossary now.", "“quay” is in the glossary already."]
    assert "quay,Kai" in (profile.parent / "b.csv").read_text("utf-8")


def test_another_file_counts_for_no_review(
    window: MainWindow,
    page: ReviewPage,
    profile: Path,
    monkeypatch: pytest.MonkeyPatch,
    spoken: list[str],
) -> None:
    assert page
    apart = profile.parent / "apart"
    monkeypatch.setattr(TermDialog, "exec", lambda dialog: dialog.where.setCurrentIndex(1) or 1)
    monkeypatch.setattr(Ask, "new_file", lambda *_: (apart, ""))
    assert not window.commands.glossary.ask_for(("quay", "Kai"), window)
    assert apart.with_suffix(".csv").read_text("utf-8").splitlines() == ["en,de", "quay,Kai"]
    assert spoken[-1] == "Added to apart.csv. It counts where a profile names this file."


def test_what_is_wrong_with_the_profile_is_told(
    window: MainWindow, page: ReviewPage, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert page
    told: list[str] = []
    monkeypatch.setattr(window.ask, "tell", lambda error, _what: told.append(str(error)))
    profile.write_text("name = [", "utf-8")
    assert not window.commands.glossary.ask_for(("quay", "Kai"), window)
    assert "no TOML file" in told[0]


def test_a_line_of_the_list_becomes_a_term(
    window: MainWindow, page: ReviewPage, qtbot: QtBot, profile: Path, asked: list[TermDialog]
) -> None:
    assert page
    dialog = NamesAndTermsDialog(
        window.review, window.commands.names.jobs, window.commands.glossary.ask_for, window
    )
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: not window.commands.names.jobs.busy())
    dialog._fill([Rendering("name", "Tessarin", "Tessarins", 2, ("a",))])
    qtbot.keyClick(dialog, Qt.Key.Key_Insert)
    assert dialog.added
    assert asked[0].asked[0] == ("Tessarin", "Tessarins")
    assert len(read_profile(profile).glossaries) == 1


def test_the_terms_of_the_row_stand_in_the_panel(
    window: MainWindow, page: ReviewPage, review: Review, qtbot: QtBot
) -> None:
    term = Term({"en": ("harbour",), "de": ("Hafen", "Seehafen")}, {"de": ("Port",)}, "Not the bar")
    row = next(row for row in review.rows(1) if "harbour" in row.source)
    page.review.go_to(row.key)
    assert not page.panel.terms.isVisibleTo(page.panel)
    review.use_profile(Profile("Client", glossaries=(Glossary("house", (term,)),)))
    qtbot.waitUntil(lambda: page.panel.terms.isVisibleTo(page.panel))
    assert "harbour → Hafen / Seehafen (not: Port). Not the bar" in page.panel.words()
    other = next(row for row in review.rows(1) if row.relation and "harbour" not in row.source)
    page.review.go_to(other.key)
    qtbot.waitUntil(lambda: not page.panel.terms.isVisibleTo(page.panel))
