"""How spans of text are marked."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtGui import QTextCharFormat

from reviewer.domain import SEVERITIES
from reviewer.ui.look.text_highlights import (
    agreeing_format,
    misspelt_format,
    severity_format,
)


def look(form: QTextCharFormat) -> tuple[object, ...]:
    return form.underlineStyle(), form.underlineColor().name(), form.background().style()


def test_every_mark_looks_different() -> None:
    """A figure that agrees is no decided finding, and a misspelt word no critical one."""
    forms = [severity_format(one, faint=faint) for one in SEVERITIES for faint in (False, True)]
    forms += [agreeing_format(), misspelt_format()]
    assert all(look(one) != look(other) for one, other in combinations(forms, 2))


def test_marks_of_one_line_differ_without_their_colour() -> None:
    forms = [severity_format(one, faint=True) for one in SEVERITIES] + [agreeing_format()]
    assert len({form.underlineStyle() for form in forms}) == len(forms)
