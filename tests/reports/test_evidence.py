"""Reports say in words what the sentences were matched with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from reviewer.analysis import Analysis, analyse
from reviewer.domain import BackTranslation, Block, Document
from reviewer.reports.check_html import check_html
from reviewer.reports.check_json import check_json
from reviewer.reports.check_text import check_text


def document(text: str, language: str) -> Document:
    return Document(f"{language}.txt", "text", (Block(text),), text.encode(), language=language)


@pytest.fixture
def analysis() -> Analysis:
    """As if no sentence encoder had been there."""
    source = document("The bridge cost 97 million euros.", "en")
    made = analyse(source, [document("Cây cầu tốn 97 triệu euro.", "vi")])
    [comparison] = made.translations
    return replace(made, translations=(replace(comparison, encoder=""),))


def translated_back(analysis: Analysis, text: str) -> Analysis:
    """As if a package had been there."""
    [comparison] = analysis.translations
    back = {0: BackTranslation(text, "translate-vi_en", "1.2", reliable=bool(text))}
    evidence = "argos translate-vi_en 1.2"
    return replace(
        analysis, translations=(replace(comparison, back_translations=back, evidence=evidence),)
    )


@pytest.mark.parametrize("report", [check_text, check_html])
def test_words_for_people(report: Callable[[Analysis], str], analysis: Analysis) -> None:
    without = report(analysis)
    assert (
        "matched without back-translation: no package for Vietnamese to English is installed"
    ) in without
    assert "none" not in without
    helped = report(translated_back(analysis, "The bridge cost 97 million euros."))
    assert "matched with the help of a back-translation (argos translate-vi_en 1.2)" in helped


@pytest.mark.parametrize("report", [check_text, check_html])
def test_a_package_that_failed_was_no_help(
    report: Callable[[Analysis], str], analysis: Analysis
) -> None:
    failed = report(translated_back(analysis, ""))
    assert (
        "matched without back-translation: argos translate-vi_en 1.2 gave nothing usable"
    ) in failed


def test_machines_get_what_they_always_got(analysis: Analysis) -> None:
    assert '"evidence": "none"' in check_json(analysis)
