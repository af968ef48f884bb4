"""The kinds of findings that are not raised in this language pair, and taking them back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.review import IgnoreRule
from reviewer.ui.look.check_facts import check_title
from reviewer.ui.look.fit_screen import resize_on_screen
from reviewer.ui.look.widgets import Text, without_icons
from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import tr


class IgnoredFindingsDialog(QDialog):
    """Lists the rules of the current translation."""

    def __init__(self, review: OpenReview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self.setWindowTitle(tr("Ignored kinds of findings"))
        resize_on_screen(self, 520, 340)
        self.rules = QListWidget()
        self.rules.setAccessibleName(tr("Ignored kinds"))
        self._again = QPushButton(tr("Raise it again"))
        self._again.clicked.connect(self._take_back)
        self.rules.itemSelectionChanged.connect(self._update)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self._again, QDialogButtonBox.ButtonRole.ActionRole)
        without_icons(buttons)
        buttons.rejected.connect(self.reject)
        source, target = review.names()
        inside = QVBoxLayout(self)
        inside.addWidget(
            Text(
                tr(
                    "Not raised in this review, {source} into {target}:",
                    source=source,
                    target=target,
                )
            )
        )
        inside.addWidget(self.rules, 1)
        inside.addWidget(buttons)
        self._refresh()

    def _refresh(self) -> None:
        self.rules.clear()
        for rule in self._review.review.ignore_rules(self._review.translation):
            item = QListWidgetItem(rule_words(rule))
            item.setData(Qt.ItemDataRole.UserRole, rule)
            self.rules.addItem(item)
        if not self.rules.count():
            nothing = QListWidgetItem(tr("Nothing is ignored."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.rules.addItem(nothing)
        self._update()

    def _take_back(self) -> None:
        for item in self.rules.selectedItems():
            rule = item.data(Qt.ItemDataRole.UserRole)
            self._review.do(
                partial(self._review.review.remove_ignore_rule, self._review.translation, rule),
                tr("The kind is still ignored."),
            )
        self._refresh()

    def _update(self) -> None:
        self._again.setEnabled(bool(self.rules.selectedItems()))


def rule_words(rule: IgnoreRule) -> str:
    """A rule in words."""
    parts = [check_title(rule.check)] if rule.check else [tr("Every check")]
    parts += [part.replace("_", " ") for part in (rule.kind, rule.rule) if part]
    if rule.unit:
        parts.append(tr("unit {unit}", unit=rule.unit))
    if rule.pattern:
        parts.append(tr("text like {pattern}", pattern=rule.pattern))
    return "  ·  ".join(dict.fromkeys(parts))
