"""The suggestions of all findings of one kind at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.domain import Finding
from reviewer.review.model.translation import TranslationState
from reviewer.review.model.views import ReviewChange
from reviewer.review.operations.edit_texts import edit_everywhere
from reviewer.review.operations.runner import OperationRunner

if TYPE_CHECKING:
    from reviewer.checks import CheckInfo


def fix_all(runner: OperationRunner, translation_id: int, finding: Finding) -> ReviewChange:
    """Put in what is suggested for all open findings of the same rule, in one step."""
    check = runner.profile().checks().of_id(finding.check)
    texts = fixed_texts(runner.translations[translation_id], finding, check)
    return edit_everywhere(runner, {translation_id: texts}, finding.message)


def fixed_texts(state: TranslationState, finding: Finding, check: CheckInfo) -> dict[str, str]:
    """The texts of rows, by key, with what is suggested for the open findings of the same rule,
    which `check` has found.

    Where a check tells a habit of the whole translation once, its places in all rows are mended.
    """
    from reviewer.checks.habits import HabitCheck, mended

    if isinstance(check, HabitCheck):
        keys = [key for key in state.order().keys if key in state.beads]
        found = check.mended([state.pair(key) for key in keys], finding.kind)
        return {keys[place]: text for place, text in found.items()}
    texts = {}
    for key in state.order().keys:
        if key not in state.beads:
            continue
        row = state.row(key)
        fixes = [
            item.finding.fix
            for item in row.findings
            if item.state == "open" and item.finding.rule == finding.rule and item.finding.fix
        ]
        text, before = row.target, len(row.target) + 1
        for fix in sorted(fixes, key=lambda one: one.span, reverse=True):
            if fix.span.end <= before:
                text, before = mended(text, fix), fix.span.start
        if fixes:
            texts[key] = text
    return texts
