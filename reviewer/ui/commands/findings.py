"""The commands on findings: accept, dismiss, reopen, apply the suggested fix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.domain import ReviewerError
from reviewer.ui.commands.out_of_sight import show_first
from reviewer.ui.dialogs.ask import Ask
from reviewer.ui.look.check_facts import check_title, why_words
from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import tr

if TYPE_CHECKING:
    from reviewer.domain import DecisionAction
    from reviewer.review import Row
    from reviewer.ui.background.spelling import Spelling
    from reviewer.ui.commands.profile import ProfileCommands


class FindingCommands:
    """Acts on the current finding."""

    def __init__(
        self, review: OpenReview, ask: Ask, profile: ProfileCommands, spelling: Spelling
    ) -> None:
        self._review = review
        self._ask = ask
        self._profile = profile
        self._spelling = spelling

    def is_waiting(self) -> bool:
        """Whether the current finding waits for a decision."""
        item = self._review.current_finding()
        return item is not None and item.state == "open"

    def can_accept(self) -> bool:
        item = self._review.current_finding()
        return item is not None and item.state != "accepted"

    def can_dismiss(self) -> bool:
        item = self._review.current_finding()
        return item is not None and item.state != "dismissed"

    def is_decided(self) -> bool:
        item = self._review.current_finding()
        return item is not None and item.state != "open"

    def has_finding(self) -> bool:
        return self._review.current_finding() is not None

    def has_fix(self) -> bool:
        item = self._review.current_finding()
        return item is not None and item.state != "dismissed" and item.finding.fix is not None

    def accept(self) -> bool:
        """Whether it was done; so it is for all that decide."""
        return self.can_accept() and self._decide("accept", tr("Accepted."))

    def dismiss(self) -> bool:
        if not (self.can_dismiss() and self._decide("dismiss", "")):
            return False
        review = self._review
        review.say(
            review.keys.done(
                tr("Dismissed, here and in other reviews.")
                if review.review.is_remembered()
                else tr(
                    "Dismissed in this review. The file that other reviews would know it by cannot "
                    "be written."
                )
            )
        )
        return True

    def dismiss_only_here(self) -> bool:
        """Dismiss the finding in this review; others raise it as before."""
        return self.can_dismiss() and self._decide(
            "dismiss", tr("Dismissed in this review."), only_here=True
        )

    def dismissals(self) -> None:
        """Show everything that is not raised any more, the dismissed findings first."""
        self._show_dismissed()

    def ignore_rules(self) -> None:
        """Show everything that is not raised any more, at the ignored kinds."""
        self._show_dismissed(at_kinds=True)

    def _show_dismissed(self, *, at_kinds: bool = False) -> None:
        from reviewer.ui.dialogs.dismissals import DismissalsDialog

        review = self._review
        review.editor.stop()
        try:
            layers = self._profile.layers()
        except ReviewerError:  # what the review itself holds is shown
            layers = ()
        dialog = DismissalsDialog(review, self._spelling.forget, self._ask.window, layers)
        if at_kinds:
            dialog.choose_kinds()
        dialog.exec()
        place, entry = dialog.place, dialog.entry
        dialog.deleteLater()
        if entry:
            self._profile.change(entry)
        elif place:
            with review.one_change():
                if review.view() != place[0]:
                    review.pick(place[0])
                review.go_to(place[1], "centre_if_hidden")

    def reopen(self) -> None:
        self._decide("reopen", tr("The finding is open again."))

    def apply_fix(self) -> bool:
        review, row, item = self._review, self._review.current_row(), self._review.current_finding()
        if row is None or item is None or item.finding.fix is None or not self._is_seen(row):
            return False
        fix = item.finding.fix
        review.editor.stop()
        change = review.do(
            lambda: review.review.replace(
                review.translation, row.key, fix.span.start, fix.span.end, fix.text
            ),
            tr("The suggested text was not put in."),
        )
        if change is not None:
            review.say(review.keys.done(tr("The suggested text is put in.")))
        return change is not None

    def fix_all_alike(self) -> None:
        """Put in the suggested texts of all open findings like the current one."""
        from reviewer.review.operations.fix_all import fix_all

        review, item = self._review, self._review.current_finding()
        if item is None or item.finding.fix is None:
            return
        review.editor.stop()
        change = review.do(
            lambda: review.review.carry_out(fix_all, review.translation, item.finding),
            tr("The suggested text was not put in."),
        )
        if change is not None:
            review.say(tr("The fix was put in everywhere. One undo takes all of it back."))

    def why(self) -> None:
        """Say what the check of the current finding looks for."""
        item = self._review.current_finding()
        if item is not None:
            self._ask.explain(why_words(item.finding.check))

    def dismiss_all_alike(self) -> None:
        review, item = self._review, self._review.current_finding()
        if item is None:
            return
        check = item.finding.check
        number = review.counts(review.translation).by_check.get(check, 0)
        if self._ask.agreed(
            tr(
                "Dismiss all {number} open findings of “{check}”?",
                number=number,
                check=check_title(check),
            ),
            tr("One undo takes all of it back."),
            tr("Dismiss all"),
        ):
            review.do(
                lambda: review.review.decide_all(review.translation, "dismiss", check=check),
                tr("The findings were not dismissed."),
            )

    def ignore_alike(self) -> None:
        from reviewer.review import IgnoreRule

        review, item = self._review, self._review.current_finding()
        if item is None:
            return
        finding = item.finding
        rule = IgnoreRule(check=finding.check, kind=finding.kind, rule=finding.rule)
        change = review.do(
            lambda: review.review.add_ignore_rule(review.translation, rule),
            tr("The kind of finding is still shown."),
        )
        if change is not None:  # it is a rule, which no undo takes back
            review.say(tr("Not raised any more. “Ignored kinds” in the menu takes it back."))

    def _decide(self, action: DecisionAction, done: str, *, only_here: bool = False) -> bool:
        review, row, item = self._review, self._review.current_row(), self._review.current_finding()
        if row is None or item is None or not self._is_seen(row):
            return False
        change = review.do(
            lambda: review.review.decide(
                review.translation, row.key, item.fingerprint, action, only_here=only_here
            ),
            tr("The decision was not kept."),
        )
        if change is not None and done:
            review.say(review.keys.done(done))
        return change is not None

    def _is_seen(self, row: Row) -> bool:
        """Whether the row is on screen; otherwise it is shown first, and nothing is done."""
        if self._review.editor.shows(row):
            return True
        show_first(self._review, row)
        return False
