"""The client's own rules: a list, and a form for the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.checks.own_rules import OwnRule, Report
from reviewer.domain import SEVERITIES, ReviewerError
from reviewer.messages import Message, message
from reviewer.profiles.editing import ProfileFile
from reviewer.profiles.profile import ProfileError
from reviewer.profiles.reading import problems_of, rule_of
from reviewer.profiles.rule_tables import read_rules, with_rules, write_rules
from reviewer.ui.dialogs.ask import Ask
from reviewer.ui.look.widgets import Text
from reviewer.wording import error_in_words, in_words, term, tr, tr_plural

_PAUSE_MS = 250
"""After so long without a key the rule is tried on the rows."""

_REPORTS: dict[Report, Message] = {
    "in_target": message("the translation has the words"),
    "target_lacks": message("the source has its words and the translation lacks its own"),
    "source_lacks": message("the translation has its words and the source lacks its own"),
    "both": message("both sides have their words"),
    "counts_differ": message("the sides have them in different numbers"),
    "in_source": message("the source has the words"),
}

Marked = Callable[[OwnRule], int]
"""How many rows of the translation that is open a rule marks."""


class RulesPage(QWidget):
    """Rules can be added, changed and taken out; each is tried while it is typed.

    A new one is for `language`, that of the translation it is tried on: words of one language are
    missing from every other.
    """

    def __init__(
        self, marked: Marked, ask: Ask, language: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._marked, self._ask, self._language = marked, ask, language
        self._rules: list[OwnRule] = []
        self._showing = False
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Own rules"))
        self.list.currentRowChanged.connect(self._show_rule)
        add, self._remove = QPushButton(tr("New rule")), QPushButton(tr("Take it out"))
        add.clicked.connect(self.add)
        self._remove.clicked.connect(self._take_out)
        buttons = QHBoxLayout()
        buttons.addWidget(add)
        buttons.addWidget(self._remove)
        take, self._give = QPushButton(tr("Import…")), QPushButton(tr("Export…"))
        take.setToolTip(tr("Rules from a table (CSV, xlsx) or a pattern file of Okapi"))
        take.clicked.connect(self.import_rules)
        self._give.clicked.connect(self.export_rules)
        files = QHBoxLayout()
        files.addWidget(take)
        files.addWidget(self._give)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        left.addLayout(buttons)
        left.addLayout(files)
        self._form = QWidget()
        self.said = Text("")
        right = QVBoxLayout()
        right.addWidget(self._form)
        right.addWidget(self.said)
        right.addStretch(1)
        self._make_form()
        inside = QHBoxLayout(self)
        inside.addLayout(left, 2)
        inside.addLayout(right, 5)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._try)
        self._show_rule(-1)

    def _make_form(self) -> None:
        self.name, self.source, self.target = QLineEdit(), QLineEdit(), QLineEdit()
        self.unless, self.words, self.replacement = QLineEdit(), QLineEdit(), QLineEdit()
        self.languages, self.good, self.bad = QLineEdit(), QLineEdit(), QLineEdit()
        self.report, self.severity = QComboBox(), QComboBox()
        for value, said in _REPORTS.items():
            self.report.addItem(in_words(said), value)
        for severity in SEVERITIES:
            self.severity.addItem(term(severity), severity)
        self.regular = QCheckBox(tr("Regular &expressions"))
        self.languages.setPlaceholderText(tr("all; or de, pt-BR"))
        self.source.setPlaceholderText(tr("word | other word, in any form"))
        form = QFormLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for label, field in (
            (tr("Na&me"), self.name),
            (tr("Look in the &source for"), self.source),
            (tr("Look in the &translation for"), self.target),
            (tr("&Report when"), self.report),
            (tr("Unl&ess there is"), self.unless),
            (tr("Se&verity"), self.severity),
            (tr("Sa&y"), self.words),
            (tr("Re&place by"), self.replacement),
            (tr("&Languages"), self.languages),
            (tr("A &good example"), self.good),
            (tr("A &bad example"), self.bad),
            ("", self.regular),
        ):
            form.addRow(label, field)
            if isinstance(field, QLineEdit):
                field.textEdited.connect(self._typed)
        self.report.activated.connect(self._typed)
        self.severity.activated.connect(self._typed)
        self.regular.toggled.connect(self._typed)

    def add(self) -> None:
        """Begin a rule."""
        name = tr("Rule {number}", number=len(self._rules) + 1)
        languages = (self._language,) if self._language else ()
        self._rules.append(OwnRule(name, languages=languages))
        self.list.addItem(self._rules[-1].name)
        self.list.setCurrentRow(len(self._rules) - 1)
        self.name.selectAll()
        self.name.setFocus()

    def import_rules(self) -> None:
        """Add the rules of a file; one of a name that there is takes its place."""
        path = self._ask.file(
            tr("Import rules"), tr("Tables and patterns (*.csv *.tsv *.xlsx *.txt);;All files (*)")
        )
        if path is None:
            return
        try:
            found = read_rules(path)
        except ReviewerError as error:
            self._ask.tell(error, tr("The rules were not imported."))
            return
        self._show_rules(with_rules(self._rules, found))
        self.said.setText(
            tr_plural("{n} rule was imported.", "{n} rules were imported.", len(found))
        )

    def export_rules(self) -> None:
        """Write the rules as a table."""
        path, _ = self._ask.new_file(tr("Export rules"), "rules.csv", [tr("Tables (*.csv)")])
        if path is None:
            return
        try:
            write_rules(path.with_suffix(".csv"), self._rules)
        except ReviewerError as error:
            self._ask.tell(error, tr("The rules were not exported."))

    def _show_rules(self, rules: Sequence[OwnRule]) -> None:
        self._rules = list(rules)
        self.list.clear()
        self.list.addItems([rule.name for rule in self._rules])
        self.list.setCurrentRow(0 if self._rules else -1)
        self._give.setEnabled(bool(self._rules))

    def show_profile(self, file: ProfileFile) -> None:
        """Show the rules of a file. Those that make no sense are left out and named."""
        rules, wrong = [], []
        for data in file.rules():
            try:
                rules.append(rule_of(data))
            except ProfileError as error:
                wrong.append(error_in_words(error))
        self._show_rules(rules)
        if wrong:
            self.said.setText("\n".join(wrong))

    def write_to(self, file: ProfileFile) -> None:
        """Put the rules into a file."""
        if [rule.name for rule in self._rules] or file.rules():
            file.set_rules(self._rules)

    def rules(self) -> Sequence[OwnRule]:
        """The rules as they stand."""
        return tuple(self._rules)

    def stop(self) -> None:
        """Try nothing any more."""
        self._pause.stop()

    def _take_out(self) -> None:
        number = self.list.currentRow()
        if number >= 0:
            del self._rules[number]
            self.list.takeItem(number)
            self._show_rule(self.list.currentRow())

    def _show_rule(self, number: int) -> None:
        there = 0 <= number < len(self._rules)
        self._give.setEnabled(bool(self._rules))
        self._form.setEnabled(there)
        self._remove.setEnabled(there)
        rule = self._rules[number] if there else OwnRule("")
        self._showing = True
        for field, text in (
            (self.name, rule.name),
            (self.source, rule.source),
            (self.target, rule.target),
            (self.unless, rule.unless),
            (self.words, rule.words),
            (self.replacement, rule.replacement or ""),
            (self.languages, ", ".join(rule.languages)),
            (self.good, rule.good),
            (self.bad, rule.bad),
        ):
            field.setText(text)
        self.report.setCurrentIndex(self.report.findData(rule.report))
        self.severity.setCurrentIndex(self.severity.findData(rule.severity))
        self.regular.setChecked(rule.regular)
        self._showing = False
        self.said.setText("")
        if there:
            self._try()

    def _typed(self, *_what: object) -> None:
        number = self.list.currentRow()
        if self._showing or number < 0:
            return
        text = self.languages.text().replace(";", ",")
        rule = replace(
            self._rules[number],
            name=self.name.text().strip(),
            source=self.source.text().strip(),
            target=self.target.text().strip(),
            report=self.report.currentData(),
            unless=self.unless.text().strip(),
            severity=self.severity.currentData(),
            words=self.words.text().strip(),
            replacement=self.replacement.text() or None,
            languages=tuple(one.strip() for one in text.split(",") if one.strip()),
            good=self.good.text().strip(),
            bad=self.bad.text().strip(),
            regular=self.regular.isChecked(),
        )
        self._rules[number] = rule
        self.list.item(number).setText(rule.name)
        self._pause.start()

    def _try(self) -> None:
        number = self.list.currentRow()
        if not 0 <= number < len(self._rules):
            return
        rule = self._rules[number]
        if not rule.source and not rule.target:
            self.said.setText(tr("Type what to look for, on one side or on both."))
            return
        problems = problems_of(rule)
        if problems:
            self.said.setText("\n".join(in_words(problem) for problem in problems))
            return
        marked = self._marked(rule)
        self.said.setText(
            tr_plural(
                "Marks {n} row of this translation.", "Marks {n} rows of this translation.", marked
            )
        )
