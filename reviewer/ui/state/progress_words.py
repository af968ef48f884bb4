"""How far the review is, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import counted, listed, tr, tr_plural

if TYPE_CHECKING:
    from reviewer.review import Counts


def progress_words(review: OpenReview) -> str:
    """What is decided and reviewed in what is shown, and where the reviewer is; "" without a
    review. A finding that an edit has fixed is decided: it stays in the total."""
    if not review.is_open():
        return ""
    known = [info.id for info in review.look.translations]
    shown = known if review.overview else [review.translation]
    counts = [review.counts(translation) for translation in shown]
    words = [_findings(review, shown, counts)]
    if sentences := sum(one.sentences for one in counts):
        reviewed = sum(one.reviewed for one in counts)
        words.append(
            tr(
                "{reviewed} of {sentences} sentences reviewed",
                reviewed=reviewed,
                sentences=sentences,
            )
        )
    if review.overview:
        words.append(tr_plural("{n} translation", "{n} translations", len(known)))
    else:
        row = review.current_row()
        number = review.shown.number_of(row.key) if row else None
        if number:
            words.append(
                tr("row {number} of {numbered}", number=number, numbered=review.shown.numbered())
            )
    return "  ·  ".join(words)


def decided_words(review: OpenReview, translation: int) -> str:
    """How the findings of a translation stand, one number for each state that there is."""
    counts = review.counts(translation)
    fixed = review.fixed_count(translation)
    numbers = {
        "open": counts.open,
        "accepted": counts.accepted,
        "dismissed": counts.dismissed,
        "fixed": fixed,
    }
    return listed(counted(state, many) for state, many in numbers.items() if many)


def _findings(review: OpenReview, shown: Sequence[int], counts: Sequence[Counts]) -> str:
    waiting = sum(one.open for one in counts)
    decided = sum(one.accepted + one.dismissed for one in counts)
    decided += sum(review.fixed_count(translation) for translation in shown)
    if not waiting + decided:
        return tr("No findings")
    critical = sum(one.by_severity.get("critical", 0) for one in counts)
    grave = tr_plural(", {n} critical open", ", {n} critical open", critical) if critical else ""
    return tr(
        "{decided} of {all} findings decided{grave}",
        decided=decided,
        all=waiting + decided,
        grave=grave,
    )
