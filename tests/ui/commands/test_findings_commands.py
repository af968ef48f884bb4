"""The commands on findings, beyond what deciding tests."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWhatsThis

from reviewer.ui.commands.actions import Actions
from reviewer.ui.look.check_facts import why_words
from reviewer.ui.review.page import ReviewPage


def test_why_says_what_the_check_looks_for(
    page: ReviewPage, actions: Actions, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert page.isVisible()
    said: list[str] = []
    monkeypatch.setattr(QWhatsThis, "showText", lambda _place, words, _widget: said.append(words))
    actions["next_finding"].trigger()
    actions["why"].trigger()
    assert "number, date, time, amount" in said[0]
    assert "MQM: number." in said[0]


def test_a_check_that_is_not_known_any_more_is_said() -> None:
    assert why_words("gone") == "This version does not know the check “gone”."
