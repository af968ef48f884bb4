"""What a person reads in the window goes through the catalogues, so that every language has it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import reviewer

WINDOW = Path(reviewer.__file__).parent / "ui"
NAMES_OF_THE_PROGRAM = {"Reviewer"}
SHOW = re.compile(
    r"add(Row|Item|Items|Tab|Action|Menu|Button)|insertItem|showMessage|Q(Label|Action)"
    r"|Q(Push|Tool|Radio)Button|QCheckBox|QGroupBox|Text|Elided"
    r"|set(Text|ToolTip|StatusTip|PlaceholderText|WindowTitle|Title|LabelText|AccessibleName"
    r"|AccessibleDescription|InformativeText|Prefix|Suffix|HorizontalHeaderLabels"
    r"|SpecialValueText|WhatsThis|Html|PlainText)"
)
"""Calls that put their words before a person's eyes."""


def written_out(source: str) -> Iterator[tuple[int, str]]:
    """Words that such a call is given as they stand in the source, with their line."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and SHOW.fullmatch(_called(node)):
            data = _called(node) == "addItem"  # what follows the words is never shown
            args = node.args[:1] if data else node.args
            for given in [*args, *(keyword.value for keyword in node.keywords)]:
                for words in _words(given):
                    if re.search(r"[A-Za-z]{2}", words) and words not in NAMES_OF_THE_PROGRAM:
                        yield node.lineno, words


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def _words(given: ast.expr) -> Iterator[str]:
    """The words of an expression that no call has gone over."""
    if isinstance(given, ast.Constant) and isinstance(given.value, str):
        yield given.value
    elif isinstance(given, ast.IfExp):
        yield from _words(given.body)
        yield from _words(given.orelse)
    elif isinstance(given, ast.JoinedStr | ast.List | ast.Tuple | ast.BoolOp | ast.BinOp):
        for part in ast.iter_child_nodes(given):
            if isinstance(part, ast.expr):
                yield from _words(part)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('form.addRow("&Find", field)', ["&Find"]),
        ('QPushButton("Go" if on else tr("Stop"))', ["Go"]),
        ('label.setText(f"{n} rows")', [" rows"]),
        ('box.addItems(["One", tr("Two")])', ["One"]),
        ('label.setText(tr("Rows"))', []),
        ('box.addItem(tr("Off"), "off")', []),
        ('label.setText("→")', []),
        ('thing.setObjectName("quiet")', []),
    ],
)
def test_words_without_a_translation_are_seen(source: str, found: list[str]) -> None:
    assert [words for _, words in written_out(source)] == found


def test_every_word_in_the_window_can_be_translated() -> None:
    files = list(WINDOW.rglob("*.py"))
    assert len(files) > 80
    found = [
        f"{file.relative_to(WINDOW)}:{line}: {words!r}"
        for file in files
        for line, words in written_out(file.read_text("utf-8"))
    ]
    assert not found
