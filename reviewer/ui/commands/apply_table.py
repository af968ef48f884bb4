"""The command that takes in a table which came back with answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from reviewer.domain import ReviewerError
from reviewer.messages import message
from reviewer.ui.dialogs.ask import Ask
from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import tr


class TableCommands:
    """`before` is done first: what was edited is to be complete."""

    def __init__(self, review: OpenReview, ask: Ask, before: Callable[[], None]) -> None:
        self._review = review
        self._ask = ask
        self._before = before

    def apply_table(self) -> None:
        """Ask for a table that came back, show what it would change, and do it in one step."""
        from reviewer.reports.table_reading import SUFFIXES, read_plans
        from reviewer.review.operations.apply_table import apply_table
        from reviewer.ui.dialogs.table_dialog import TableDialog

        self._before()
        globs = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        path = self._ask.file(tr("Apply a table"), f"{tr('Tables')} ({globs})")
        if path is None:
            return
        review = self._review
        try:
            plans = read_plans(review.review, path)
        except ReviewerError as error:
            self._ask.tell(error, tr("Nothing was applied."))
            return
        numbers = {
            (plan.translation, row.key): number
            for plan in plans
            for number, row in enumerate(
                (row for row in review.review.rows(plan.translation) if row.relation), 1
            )
        }
        dialog = TableDialog(
            path.name,
            plans,
            lambda translation, key: numbers[translation, key],
            self._ask.window,
        )
        agreed = dialog.exec()
        dialog.deleteLater()
        if not agreed:
            return
        for plan in plans:
            detail = message("{file}", file=path.name)
            review.do(
                partial(
                    review.review.carry_out,
                    apply_table,
                    plan.translation,
                    plan.answers(),
                    detail=detail,
                ),
                tr("Nothing was applied."),
            )
        conflicts = sum(len(plan.conflicts) for plan in plans)
        review.say(
            tr("Applied: {file}; {conflicts} in conflict", file=path.name, conflicts=conflicts)
        )
