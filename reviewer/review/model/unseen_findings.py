"""Findings that rest on a back-translation, in a row that has a new text and none yet.

Nothing can tell whether such a finding still holds: until there is a new back-translation, which
where no package is installed may be never, it stays and says so. Without that, any edit of the row
would pass for its correction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reviewer.checks.base import ALIGNED
from reviewer.domain import Finding
from reviewer.messages import message
from reviewer.review.model.fingerprints import marked
from reviewer.review.model.row_making import back_translation
from reviewer.review.model.translation import TranslationState

_UNSEEN = message("the text has changed since, and has no back-translation to look at again")


def unseen(
    before: TranslationState, after: TranslationState, key: str, found: Sequence[Finding]
) -> tuple[Finding, ...]:
    """The findings of a row of `before` that stay in `after`, beside those `found` there."""
    old, new = before.beads.get(key), after.beads[key]
    if old is None or not old.findings or new.relation not in ALIGNED:
        return ()
    texts = before.source.text(old.source), before.text.text(old.target)
    source, target = after.source.text(new.source), after.text.text(new.target)
    if source != texts[0] or target == texts[1] or not target:
        return ()
    if back_translation(after.back, after.text, new):
        return ()
    seen = back_translation(before.back, before.text, old)
    known = {(one.check, one.kind) for one in found}
    return tuple(
        _without_its_place(one, *texts)
        for one in old.findings
        if _rests_on_back_translation(one)
        and (_UNSEEN in one.message.notes or (seen is not None and seen.reliable))
        and (one.check, one.kind) not in known
        and not _is_there_now(one, target)
    )


def _rests_on_back_translation(finding: Finding) -> bool:
    from reviewer.checks import check_info

    try:
        return check_info(finding.check).reads_back_translation
    except KeyError:
        return False


def _is_there_now(finding: Finding, target: str) -> bool:
    """Whether the words that were missed, such as a name, stand in the new text."""
    words = finding.subject.casefold()
    return bool(finding.source_spans and words) and words in target.casefold()


def _without_its_place(finding: Finding, source: str, target: str) -> Finding:
    """The finding as it is kept: what it marked in the old text is no place in the new one."""
    said = finding.message
    return replace(
        finding,
        message=said if _UNSEEN in said.notes else said.noted(_UNSEEN),
        target_spans=(),
        fix=None,
        subject=finding.subject or marked(source, target, finding),
    )
