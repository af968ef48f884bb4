"""The MQM score of a translation in words."""

from __future__ import annotations

from decimal import Decimal

from reviewer.review import Review
from reviewer.wording import counted, tr


def score_words(review: Review, translation_id: int) -> str:
    """The score by what was accepted and found by hand, and whether the translation passes."""
    made = review.score(translation_id)
    if not made.points and review.counts(translation_id).open:
        # No figure where nothing is decided: it would say that the translation is without fault.
        return tr("Score (MQM): {verdict}.", verdict=verdict(review, translation_id))
    return tr(
        "Score (MQM): {points} points for 1,000 words, quality {quality} of 100; {verdict}.",
        points=Decimal(f"{made.per_1000:.1f}"),
        quality=Decimal(f"{made.quality:.1f}"),
        verdict=verdict(review, translation_id),
    )


def verdict(review: Review, translation_id: int) -> str:
    """Whether a translation passes. While findings are open nobody knows, unless what was accepted
    is too much already."""
    if not review.score(translation_id).passed:
        return tr("not passed")
    waiting = review.counts(translation_id).open
    return tr("not known yet ({open})", open=counted("open", waiting)) if waiting else tr("passed")
