"""The commands on findings: accept, dismiss, reopen, comment, apply the suggested fix."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reviewer.domain import DecisionAction
from reviewer.review import IgnoreRule, ReviewedFinding, Row
from reviewer.ui.dialogs.ignored_findings import IgnoredFindingsDialog
from reviewer.ui.dialogs.questions import agreed
from reviewer.ui.dialogs.text_prompt import ask
from reviewer.ui.look.check_facts import check_title

if TYPE_CHECKING:
    from reviewer.ui.review.page import ReviewPage


class FindingCommands:
    """Acts on the page's current finding. The methods are commands, by name."""

    def __init__(self, page: ReviewPage) -> None:
        self._page = page
        self._session = page.session

    def enabled(self) -> dict[str, bool]:
        """Which of the commands can be given now."""
        _, item = self._page.current_row(), self._page.current_finding()
        waiting = item is not None and item.state == "open"
        return {
            "accept": waiting,
            "dismiss": waiting,
            "accept_and_go_on": waiting,
            "dismiss_and_go_on": waiting,
            "reopen": item is not None and item.state != "open",
            "comment": item is not None,
            "apply_fix": waiting and item.finding.fix is not None,
            "dismiss_all_alike": waiting,
            "ignore_alike": waiting,
            "remark": self._page.current_row() is not None,
        }

    def accept(self) -> None:
        self._decide("accept")

    def dismiss(self) -> None:
        self._decide("dismiss")

    def accept_and_go_on(self) -> None:
        self._decide("accept")
        self._page.going.next_finding()

    def dismiss_and_go_on(self) -> None:
        self._decide("dismiss")
        self._page.going.next_finding()

    def reopen(self) -> None:
        self._decide("reopen")

    def comment(self) -> None:
        row, item = self._page.current_row(), self._page.current_finding()
        if row is None or item is None:
            return
        words = ask(self._page, "Comment", "What is to be said of this finding?", item.comment)
        if words is not None:
            self._decide("comment", words)

    def remark(self) -> None:
        row = self._page.current_row()
        if row is None:
            return
        words = ask(self._page, "Remark", "What is to be said of this row?", row.comment)
        if words is not None:
            self._do(
                lambda: self._session.review.comment(self._session.translation, row.key, words),
                "The remark was not kept.",
            )

    def apply_fix(self) -> None:
        row, item = self._page.current_row(), self._page.current_finding()
        if row is None or item is None or item.finding.fix is None:
            return
        fix = item.finding.fix
        self._page.editing.stop()
        self._do(
            lambda: self._session.review.replace(
                self._session.translation, row.key, fix.span.start, fix.span.end, fix.text
            ),
            "The suggested text was not put in.",
        )

    def dismiss_all_alike(self) -> None:
        item = self._page.current_finding()
        if item is None:
            return
        check = item.finding.check
        number = self._session.review.counts(self._session.translation).by_check.get(check, 0)
        if agreed(
            self._page,
            f"Dismiss all {number} open findings of “{check_title(check)}”?",
            "One undo takes all of it back.",
            "Dismiss all",
        ):
            self._do(
                lambda: self._session.review.decide_all(
                    self._session.translation, "dismiss", check=check
                ),
                "The findings were not dismissed.",
            )

    def ignore_alike(self) -> None:
        item = self._page.current_finding()
        if item is None:
            return
        finding = item.finding
        rule = IgnoreRule(check=finding.check, kind=finding.kind, rule=finding.rule)
        self._do(
            lambda: self._session.review.add_ignore_rule(self._session.translation, rule),
            "The kind of finding is still shown.",
        )

    def ignore_rules(self) -> None:
        dialog = IgnoredFindingsDialog(self._session, self._page)
        dialog.exec()
        dialog.deleteLater()

    def _decide(self, action: DecisionAction, words: str = "") -> None:
        row, item = self._page.current_row(), self._page.current_finding()
        if row is None or item is None:
            return
        if action in ("accept", "dismiss") and item.state != "open":
            return
        self._do(lambda: self._decided(row, item, action, words), "The decision was not kept.")

    def _decided(
        self, row: Row, item: ReviewedFinding, action: DecisionAction, words: str
    ) -> object:
        return self._session.review.decide(
            self._session.translation, row.key, item.fingerprint, action, words
        )

    def _do(self, operation: Callable[[], object], what: str) -> None:
        self._session.do(operation, what)
