"""The command that replaces words in a whole translation, or in all."""

from __future__ import annotations

from reviewer.messages import message
from reviewer.ui.dialogs.ask import Ask
from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import tr


class ReplaceCommands:
    """Acts on the translation that is shown."""

    def __init__(self, review: OpenReview, ask: Ask) -> None:
        self._review = review
        self._ask = ask

    def replace(self) -> None:
        """Ask what to replace, show what would change, and do it in one step."""
        from reviewer.ui.dialogs.replace_dialog import ReplaceDialog

        review = self._review
        review.editor.stop()
        dialog = ReplaceDialog(review, self._ask.window)
        agreed = dialog.exec()
        chosen, wanted = dialog.chosen(), dialog.wanted()
        dialog.deleteLater()
        if not agreed or not chosen:
            return
        texts = {
            translation: {one.row_key: one.after for one in some}
            for translation, some in chosen.items()
        }
        detail = message("“{words}” by “{other}”", words=wanted.words, other=wanted.by)
        change = review.do(
            lambda: review.review.edit_everywhere(texts, detail=detail),
            tr("Nothing was replaced."),
        )
        if change:
            found = [one for some in chosen.values() for one in some]
            places = sum(one.places for one in found)
            review.say(
                tr("Replaced {places} times in {texts} rows.", places=places, texts=len(found))
            )
