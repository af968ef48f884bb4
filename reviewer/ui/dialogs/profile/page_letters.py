"""The letters that lead, with Alt, to the fields and buttons of a page behind a tab."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from reviewer.ui.look.menu_letters import with_own_letters


def give_own_letters(page: QWidget, tabs: Sequence[str]) -> None:
    """Give each label of a field and each button of a page a letter that no other has, the tabs
    with these titles included: a letter that two have only moves between them."""
    buttons = [one for one in page.findChildren(QAbstractButton) if one.text()]
    for button in buttons:
        if "&" not in button.text():
            button.setText(f"&{button.text()}")
    labels = [label for label in page.findChildren(QLabel) if label.buddy()]
    marked: list[QAbstractButton | QLabel] = [*buttons, *labels]
    titles = with_own_letters([*tabs, *(one.text() for one in marked)])[len(tabs) :]
    for one, title in zip(marked, titles, strict=True):
        one.setText(title)
