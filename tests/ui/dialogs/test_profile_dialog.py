"""A client's profile made in the window: a glossary, a rule, a check less grave."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTabWidget
from pytestqt.qtbot import QtBot

from reviewer.profiles import read_profile
from reviewer.profiles.rule_tables import read_rules
from reviewer.review import Review
from reviewer.ui.dialogs.ask import Ask
from reviewer.ui.dialogs.profile.lists_page import NewTerm
from reviewer.ui.dialogs.profile.profile_dialog import ProfileDialog
from reviewer.ui.dialogs.term_dialog import TermDialog
from reviewer.ui.look.menu_letters import letter_of
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage


@pytest.fixture
def dialog(window: MainWindow, page: ReviewPage, qtbot: QtBot, tmp_path: Path) -> ProfileDialog:
    assert page.isVisible()
    made = ProfileDialog(window.review, window.ask, tmp_path / "client.toml", window)
    qtbot.addWidget(made)
    return made


def type_rule(dialog: ProfileDialog, qtbot: QtBot, name: str, target: str) -> None:
    dialog.rules.add()
    for field, words in ((dialog.rules.name, name), (dialog.rules.target, target)):
        field.clear()
        qtbot.keyClicks(field, words)


@pytest.mark.parametrize(
    ("typed", "languages"),
    [("", ()), ("de", ("de",)), (" de ; pt-BR,, fr ,", ("de", "pt-BR", "fr")), (" , ", ())],
)
def test_spaces_around_what_is_typed_of_a_rule_do_not_count(
    dialog: ProfileDialog, qtbot: QtBot, typed: str, languages: tuple[str, ...]
) -> None:
    type_rule(dialog, qtbot, "Mooring", "Liegeplatz")
    page = dialog.rules
    for field in (
        page.name,
        page.source,
        page.target,
        page.unless,
        page.words,
        page.good,
        page.bad,
    ):
        field.setText("  said  ")
    page.replacement.setText("  as it is ")
    page.languages.setText(typed)
    page.languages.textEdited.emit(typed)
    [rule] = page.rules()
    texts = (rule.name, rule.source, rule.target, rule.unless, rule.words, rule.good, rule.bad)
    assert texts == ("said",) * 7
    assert rule.replacement == "  as it is "
    assert rule.languages == languages


def test_what_is_set_is_written_and_read_again(
    dialog: ProfileDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "terms.csv").write_text("en,de\nharbour,Hafen\n")
    monkeypatch.setattr(dialog._ask, "file", lambda *_: tmp_path / "terms.csv")
    dialog.glossaries.add()
    type_rule(dialog, qtbot, "Mooring", "Liegeplatz")
    box = dialog.checks.boxes["names"]
    box.setCurrentIndex(box.findData("off"))
    dialog.approved.words.setPlainText("Oss\n\nTessarin\nOss")
    dialog.accept()
    written = read_profile(tmp_path / "client.toml")
    assert dialog.chosen == written
    assert [glossary.name for glossary in written.glossaries] == ["terms"]
    assert [rule.target for rule in written.rules] == ["Liegeplatz"]
    assert written.weight("names", "de") == "off"
    assert written.approved == {"Oss", "Tessarin"}


@pytest.mark.parametrize(("width", "above"), [(1400, False), (700, True)])
def test_in_a_narrow_window_a_label_of_a_rule_stands_above_its_field(
    dialog: ProfileDialog, width: int, above: bool
) -> None:
    dialog.rules.setParent(None)
    dialog.rules.resize(width, 700)
    dialog.rules.show()
    field = dialog.rules.report
    label = next(one for one in dialog.rules.findChildren(QLabel) if one.buddy() is field)
    assert (label.geometry().bottom() <= field.geometry().top()) is above
    dialog.rules.hide()


@pytest.mark.parametrize("named", [False, True])
def test_a_term_that_is_added_is_written_with_the_profile(
    dialog: ProfileDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: bool
) -> None:
    terms = tmp_path / ("terms.csv" if named else "client terms.csv")
    if named:
        terms.write_text("en,de\nharbour,Hafen\n", "utf-8")
        monkeypatch.setattr(dialog._ask, "file", lambda *_: terms)
        dialog.glossaries.add()
    offered: list[list[Path]] = []

    def asked(files: list[Path]) -> NewTerm:
        offered.append(files)
        return NewTerm(files[0], ("en", "de"), ("crane", "Kran"))

    monkeypatch.setattr(dialog.glossaries, "_ask_term", asked)
    dialog.glossaries.add_term()
    assert offered == [[terms]]
    assert "crane → Kran" in "".join(label.text() for label in dialog.findChildren(QLabel))
    assert not terms.exists() or "Kran" not in terms.read_text("utf-8")
    dialog.accept()
    [glossary] = read_profile(tmp_path / "client.toml").glossaries
    assert {"de": ("Kran",), "en": ("crane",)} in [dict(term.allowed) for term in glossary.terms]


def test_a_term_goes_into_the_language_that_is_chosen_for_it(
    dialog: ProfileDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill_in(asked: TermDialog) -> int:
        assert [asked.language.itemText(n) for n in (0, 1)] == ["German", "Arabic"]
        asked.language.setCurrentIndex(1)
        assert "Arabic" in [label.text() for label in asked.findChildren(QLabel)]
        asked.source.setText("crane")
        asked.target.setText("رافعة")
        return 1

    monkeypatch.setattr(TermDialog, "exec", fill_in)
    dialog.glossaries.add_term()
    dialog.accept()
    [glossary] = read_profile(tmp_path / "client.toml").glossaries
    assert [dict(term.allowed) for term in glossary.terms] == [{"ar": ("رافعة",), "en": ("crane",)}]


def test_a_term_that_waits_is_not_left_without_a_question(
    dialog: ProfileDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(dialog._ask, "agreed", lambda words, *_, **__: asked.append(words))
    dialog.glossaries.terms.append(NewTerm(tmp_path / "terms.csv", ("en", "de"), ("crane", "Kran")))
    dialog.reject()
    assert len(asked) == 1
    assert not (tmp_path / "terms.csv").exists()


def test_a_style_is_chosen_for_all_languages_and_for_one(
    dialog: ProfileDialog, tmp_path: Path
) -> None:
    page = dialog.writing
    numbers, quotes = page.boxes["numbers"], page.boxes["quotes"]
    page.language.setCurrentIndex(page.language.findData("*"))
    numbers.setCurrentIndex(numbers.findText("12 345"))
    page.language.setCurrentIndex(page.language.findData("de"))
    assert numbers.currentText() == "No rule"
    quotes.setCurrentIndex(quotes.findText("„…“"))
    page.boxes["address"].setCurrentIndex(1)
    dialog.accept()
    written = read_profile(tmp_path / "client.toml")
    assert written.style == {
        "*": {"numbers": "12 345"}, "de": {"quotes": "„“", "address": "formal"},
    }  # fmt: skip
    dialog.show_file(tmp_path / "client.toml")
    page.language.setCurrentIndex(page.language.findData("de"))
    assert [box.currentText() for box in page.boxes.values()] == ["„…“", "No rule", "formal"]
    page.boxes["address"].setCurrentIndex(0)
    dialog.accept()
    assert read_profile(tmp_path / "client.toml").wanted("address", "de") == ""


def test_a_style_and_a_new_rule_are_for_the_language_in_sight(
    dialog: ProfileDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    shown = dialog._review.language()
    assert dialog.writing.language.currentData() == shown
    type_rule(dialog, qtbot, "Mooring", "Liegeplatz")
    assert dialog.rules.languages.text() == shown
    dialog.accept()
    [rule] = read_profile(tmp_path / "client.toml").rules
    assert rule.languages == (shown,)


def test_a_style_that_the_file_has_for_all_languages_is_shown_first(
    dialog: ProfileDialog, tmp_path: Path
) -> None:
    (tmp_path / "client.toml").write_text('[style]\naddress = "formal"\n', "utf-8")
    dialog.show_file(tmp_path / "client.toml")
    assert dialog.writing.language.currentData() == "*"
    assert dialog.writing.boxes["address"].currentText() == "formal"


def test_a_style_that_the_window_does_not_offer_stays(
    dialog: ProfileDialog, tmp_path: Path
) -> None:
    (tmp_path / "client.toml").write_text('[style]\nquotes = "„…”"\n', "utf-8")
    dialog.show_file(tmp_path / "client.toml")
    assert dialog.writing.boxes["quotes"].currentText() == "„…”"
    dialog.accept()
    assert (tmp_path / "client.toml").read_text("utf-8") == '[style]\nquotes = "„…”"\n'


def test_a_rule_says_how_many_rows_it_marks_while_it_is_typed(
    dialog: ProfileDialog, qtbot: QtBot
) -> None:
    type_rule(dialog, qtbot, "Mooring", "Liegeplatz")
    qtbot.waitUntil(lambda: dialog.rules.said.text() == "Marks 1 row of this translation.")
    qtbot.keyClicks(dialog.rules.target, "xyz")
    qtbot.waitUntil(lambda: dialog.rules.said.text() == "Marks 0 rows of this translation.")


def test_a_wrong_rule_is_said_while_it_is_typed_and_not_saved(
    dialog: ProfileDialog, qtbot: QtBot, said: list[str], tmp_path: Path
) -> None:
    type_rule(dialog, qtbot, "Mooring", "Liegeplatz")
    qtbot.keyClicks(dialog.rules.bad, "Anleger")
    qtbot.waitUntil(lambda: "does not find its bad example" in dialog.rules.said.text())
    dialog.accept()
    assert "does not find its bad example" in said[-1]
    assert dialog.chosen is None
    assert not (tmp_path / "client.toml").exists()


def test_enter_in_a_field_saves_and_opens_no_other_profile(
    dialog: ProfileDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    default = [b.text() for b in dialog.findChildren(QPushButton) if b.autoDefault()]
    assert default == ["Save, and check by it"]
    type_rule(dialog, qtbot, "Mooring", "Liegeplatz")
    dialog.show()
    qtbot.keyClick(dialog.rules.target, Qt.Key.Key_Return)
    assert [rule.name for rule in read_profile(tmp_path / "client.toml").rules] == ["Mooring"]


def test_tab_comes_to_saving_before_it_comes_to_cancelling(dialog: ProfileDialog) -> None:
    after = dialog.use.nextInFocusChain()
    assert isinstance(after, QPushButton)
    assert after.text() == "Cancel"


@pytest.mark.parametrize("agreed", [True, False])
def test_what_was_typed_is_not_left_without_a_question(
    dialog: ProfileDialog,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    agreed: bool,
) -> None:
    asked: list[str] = []

    def answer(_: Ask, question: str, *__: str, **___: bool) -> bool:
        asked.append(question)
        return agreed

    monkeypatch.setattr(Ask, "agreed", answer)
    monkeypatch.setattr(Ask, "file", lambda *_: tmp_path / "other.toml")
    dialog.show()
    type_rule(dialog, qtbot, "Mooring", "Liegeplatz")
    dialog._open_another()
    assert dialog.file.path.stem == ("other" if agreed else "client")
    if agreed:
        type_rule(dialog, qtbot, "Mooring", "Liegeplatz")
    dialog.reject()
    assert asked == ["What was changed in the profile is not saved."] * 2
    assert dialog.isVisible() is not agreed
    dialog.hide()


def test_nothing_is_asked_where_nothing_was_changed(
    dialog: ProfileDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(Ask, "agreed")
    dialog.show()
    dialog.reject()
    assert not dialog.isVisible()


def test_each_letter_chooses_one_thing_on_a_page(dialog: ProfileDialog) -> None:
    tabs = dialog.findChildren(QTabWidget)[0]
    common = [letter_of(tabs.tabText(number)) for number in range(tabs.count())]
    for page in (dialog.rules, dialog.writing):
        own = [letter_of(label.text()) for label in page.findChildren(QLabel) if label.buddy()]
        own += [letter_of(button.text()) for button in page.findChildren(QPushButton)]
        letters = [letter for letter in (*common, *own) if letter]
        assert len(set(letters)) == len(letters)
    assert "&New rule" in [button.text() for button in dialog.rules.findChildren(QPushButton)]


def test_a_rule_can_be_taken_out_again(dialog: ProfileDialog, qtbot: QtBot) -> None:
    type_rule(dialog, qtbot, "A", "x")
    type_rule(dialog, qtbot, "B", "y")
    dialog.rules.list.setCurrentRow(0)
    dialog.rules._take_out()
    assert [rule.name for rule in dialog.rules.rules()] == ["B"]
    assert dialog.rules.name.text() == "B"


def test_the_review_is_checked_by_what_was_saved(
    window: MainWindow,
    page: ReviewPage,
    review: Review,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    assert page.isVisible()
    path = tmp_path / "client.toml"
    path.write_text('[[rules]]\nname = "Mooring"\ntarget = "Liegeplatz"\n')
    window.settings.keep_text("profile", str(path))
    monkeypatch.setattr(ProfileDialog, "exec", lambda self: self.accept())
    window.actions_by_name["profile"].trigger()
    qtbot.waitUntil(lambda: not window.commands.translations.jobs.busy())
    assert [rule.name for rule in review.profile.rules] == ["Mooring"]
    assert window.statusBar().currentMessage() == "Checked by the profile “client”."


def test_rules_come_in_from_a_table_and_go_out_as_one(
    dialog: ProfileDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_rule(dialog, qtbot, "Mooring", "Liegeplatz")
    (tmp_path / "in.csv").write_text("name,target\nMooring,Anlegestelle\nQuay,Kai\n", "utf-8")
    monkeypatch.setattr(dialog._ask, "file", lambda *_: tmp_path / "in.csv")
    dialog.rules.import_rules()
    assert [(rule.name, rule.target) for rule in dialog.rules.rules()] == [
        ("Mooring", "Anlegestelle"),
        ("Quay", "Kai"),
    ]
    assert dialog.rules.said.text() == "2 rules were imported."
    monkeypatch.setattr(dialog._ask, "new_file", lambda *_: (tmp_path / "out.csv", ""))
    dialog.rules.export_rules()
    assert read_rules(tmp_path / "out.csv") == dialog.rules.rules()


def test_a_table_without_rules_is_said_and_changes_nothing(
    dialog: ProfileDialog,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    said: list[str],
) -> None:
    type_rule(dialog, qtbot, "Mooring", "Liegeplatz")
    (tmp_path / "in.csv").write_text("nothing\n", "utf-8")
    monkeypatch.setattr(dialog._ask, "file", lambda *_: tmp_path / "in.csv")
    dialog.rules.import_rules()
    assert len(dialog.rules.rules()) == 1
    assert "holds no rules" in said[0]


def test_each_list_says_what_it_is_for(dialog: ProfileDialog) -> None:
    said = [label.text() for label in dialog.approved.findChildren(QLabel)]
    assert said == ["One in each line. No check raises a finding about them."]
