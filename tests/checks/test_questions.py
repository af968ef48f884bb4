"""A question that became a statement, in Chinese too, where a particle may stand for the mark."""

from __future__ import annotations

import pytest

from reviewer.checks.questions import Questions
from reviewer.domain import Pair

ASKED = "Does the museum open on Sundays?"


@pytest.mark.parametrize(
    ("target", "lost"),
    [
        ("博物馆星期天开放。", True),
        ("博物馆星期天开放吗？", False),
        ("博物馆星期天开放吗。", False),
        ("博物馆星期天几点开放。", False),
        ("請問博物館星期天是否開放。", False),
        ("請問博物館星期天開放嗎", False),
        ("博物館星期天開放。", True),
    ],
)
@pytest.mark.parametrize("language", ["zh", "zh-Hant"])
def test_a_chinese_statement_is_no_question(target: str, lost: bool, language: str) -> None:
    assert bool(list(Questions().find(Pair(ASKED, target, "en", language)))) is lost


def test_a_chinese_question_without_its_mark_may_have_one_in_english() -> None:
    assert not list(Questions().find(Pair("博物馆星期天开放吗。", ASKED, "zh", "en")))
    assert list(Questions().find(Pair("博物馆星期天开放。", ASKED, "zh", "en")))
