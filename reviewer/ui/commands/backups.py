"""Choosing a backup of a review, and bringing it back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.domain import ReviewerError
from reviewer.ui.dialogs.ask import Ask
from reviewer.ui.state.file_kinds import REVIEW_SUFFIX
from reviewer.wording import error_in_words, harmless, tr
from reviewer.wording.moments import exact_moment

if TYPE_CHECKING:
    from reviewer.store.backups import Backup


def chosen_backup(ask: Ask, path: Path | None) -> Backup | None:
    """The backup that the user chooses, of the review at `path` or of all; None for none."""
    # The start of the window does not wait for SQLite.
    from reviewer.store import backups

    try:
        kept = backups.of(path) if path else backups.every()
    except ReviewerError as error:
        ask.tell(error, tr("The backups cannot be listed."))
        return None
    if not kept:
        ask.tell(ReviewerError(tr("No review was opened yet.")), tr("There are no backups."))
        return None
    names = [
        harmless(f"{number}.   {exact_moment(one.at)}   {one.origin.name}   in {one.origin.parent}")
        for number, one in enumerate(kept, 1)
    ]
    chosen = ask.one_of(
        tr("Restore a backup"),
        tr("The review goes back to what it was then. The file of now is kept beside it."),
        names,
    )
    return kept[chosen] if chosen >= 0 else None


def restored(ask: Ask, kept: Backup) -> Path | None:
    """Put a backup in the place of its review, or where the user wants it when nothing can be
    written there; returns where. Where that fails, say why."""
    from reviewer.store import backups
    from reviewer.store.errors import ReadOnlyPlace

    target = kept.origin
    while True:
        try:
            backups.restore(kept.path, target)
            return target
        except ReviewerError as error:
            words = tr("The backup was not restored.")
            if not isinstance(error, ReadOnlyPlace):
                ask.tell(error, words)
                return None
            if ask.choose(words, error_in_words(error), [tr("Choose another place…")]) < 0:
                return None
        elsewhere, _ = ask.new_file(
            tr("Restore a backup"),
            kept.origin.name,
            [tr("Reviews (*{review_suffix})", review_suffix=REVIEW_SUFFIX)],
        )
        if elsewhere is None:
            return None
        target = elsewhere
