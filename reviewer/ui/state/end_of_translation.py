"""What is said when nothing is left to decide, and what is offered next."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.ui.state.next_translation import translation_to_go_on_with
from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import counted, language_name, language_title, tr, tr_plural


@dataclass(frozen=True, slots=True)
class EndOfTranslation:
    """`words` say what is done and what is not, `following` is what the next translation, or the
    next document, is called ("" when none has an open finding), `unreviewed` how many sentences are
    left; `all_decided` that there are several translations and no finding is open in any."""

    words: str
    following: str
    unreviewed: int
    all_decided: bool = False


def still_in_the_text(accepted: int) -> str:
    """That accepted findings have not been corrected, with a space before it; "" without one."""
    if not accepted:
        return ""
    return " " + tr_plural(
        "{n} accepted finding still stands in the text.",
        "{n} accepted findings still stand in the text.",
        accepted,
    )


def end_of_translation(review: OpenReview) -> EndOfTranslation:
    """How the current translation stands at its end."""
    counts = review.counts(review.translation)
    name = language_name(review.language())
    words = (
        tr("No finding is open in {name}.", name=name)
        if not counts.open
        else tr_plural("{n} finding is open.", "{n} findings are open.", counts.open)
    )
    words += still_in_the_text(counts.accepted)
    left = counts.sentences - counts.reviewed
    if left:
        words += " " + tr(
            "{left} of {sentences} sentences are not marked as reviewed.",
            left=left,
            sentences=counts.sentences,
        )
    else:
        words += " " + tr("Every sentence is reviewed.")
    number = translation_to_go_on_with(review)
    following = review.next_document()
    if number is not None:
        info = next(one for one in review.look.translations if one.id == number)
        following = (
            f"{language_title(info.language)}, {counted('open', review.counts(number).open)}"
        )
    every = review.look.translations
    decided = len(every) > 1 and not any(review.counts(info.id).open for info in every)
    return EndOfTranslation(words, following, left, decided)
