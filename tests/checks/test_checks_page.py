"""docs/checks.md says what the classes say, and every example on it is true."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from reviewer.checks import DOCUMENT_CHECKS, REGISTRY, check_document, check_pair
from reviewer.checks.base import CheckInfo
from reviewer.domain import BackTranslation, Pair

MAKER = Path(__file__).parents[2] / "packaging/docs/checks_page.py"
CHECKS: tuple[CheckInfo, ...] = (*REGISTRY, *DOCUMENT_CHECKS)
BY_A_PROFILE_ALONE = {"terminology", "own_rule"}


def test_the_page_is_what_the_classes_say() -> None:
    spec = spec_from_file_location("checks_page", MAKER)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.PAGE.read_text("utf-8") == module.page(), f"run {MAKER.name}"
    assert all(f"`{check.id}`" in module.page() for check in CHECKS)


def found(check: CheckInfo, example: tuple[str, ...]) -> bool:
    source, target, *back = example
    pieces = list(zip(source.split(". "), target.split(". "), strict=False))
    if check.marks_whole_side:
        source_parts, target_parts = source.split(". "), target.split(". ")
        extra = len(source_parts) - len(target_parts)
        if not extra:
            return bool(check_pair(Pair(source, target, "en", "de")))
        relation = "missing" if extra > 0 else "added"
        alone = (source_parts if extra > 0 else target_parts)[-1]
        pair = Pair(alone if extra > 0 else "", "" if extra > 0 else alone, "en", "de", relation)
        return any(one.check == check.id for one in check_pair(pair))
    assert pieces
    made = BackTranslation(back[0], "translate-de_en", "1.0") if back else None
    pair = Pair(source, target, "en", "de", back_translation=made)
    alone_found = check_pair(pair)
    across = [one for findings in check_document([pair]).values() for one in findings]
    return any(one.check == check.id for one in (*alone_found, *across))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_every_example_is_as_the_page_says(check: CheckInfo) -> None:
    if check.page.bad:
        assert found(check, check.page.bad)
    if check.page.good:
        assert not found(check, check.page.good)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_every_check_says_what_it_finds_and_what_was_measured(check: CheckInfo) -> None:
    assert check.page.finds.endswith(".")
    assert check.page.measured
    assert check.page.languages
    assert bool(check.page.bad) == bool(check.page.good)
