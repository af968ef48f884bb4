"""Whether the links between the sentences could be surer than they are."""

from __future__ import annotations

from reviewer.ui.state.open_review import OpenReview


def aligned_without(translation: int) -> str:
    """The setting of a review that says: this translation has back-translations by now, and was
    aligned without them."""
    return f"aligned_without_back_translation.{translation}"


def lacks_evidence(review: OpenReview) -> bool:
    """Whether the current translation was never translated back."""
    return review.info().evidence == "none"


def would_align_better(review: OpenReview) -> bool:
    """Whether back-translations came after the current translation was aligned."""
    late = bool(review.look.setting(aligned_without(review.translation)))
    return late and not review.look.untranslated(review.translation)
