"""The suggestions of all findings of one kind at once."""

from __future__ import annotations

from reviewer.domain import Finding
from reviewer.review.model.translation import TranslationState


def fixed_texts(state: TranslationState, finding: Finding) -> dict[str, str]:
    """The texts of rows, by key, with what is suggested for the open findings of the same rule.

    Where a check tells a habit of the whole translation once, its places in all rows are mended.
    """
    from reviewer.checks import check_info
    from reviewer.checks.habits import HabitCheck, mended

    check = check_info(finding.check)
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
