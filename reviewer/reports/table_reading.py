"""Tables that come back, whatever program they were edited in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.domain import ReviewerError
from reviewer.formats.file_bytes import read_file
from reviewer.messages import Message, message, plural
from reviewer.reports.bilingual_table import Plan, plan

if TYPE_CHECKING:
    from reviewer.review import Review

SUFFIXES = (".docx", ".xlsx")


def read_plans(review: Review, path: Path) -> list[Plan]:
    """What the table in the file at `path` would change in `review`; nothing is changed yet.

    Raises a `ReviewerError` for a file that is no such table, or one of another review.
    """
    suffix = path.suffix.lower()
    if suffix == ".docx":
        from reviewer.reports.table_docx import read_table
    elif suffix == ".xlsx":
        from reviewer.reports.table_xlsx import read_table
    else:
        raise ReviewerError(
            message(
                "“{path}” is no table that can be read back: save it as docx or xlsx.",
                path=str(path),
            )
        )
    plans = plan(review, read_table(str(path), read_file(path)))
    if not plans:
        raise ReviewerError(
            message(
                "“{path}” is no table of this review. Its last column, “Do not change”, says which "
                "row each line is of; it must not be missing.",
                path=str(path),
            )
        )
    lines, foreign = (sum(getattr(one, name) for one in plans) for name in ("lines", "foreign"))
    if lines > 1 and 2 * foreign > lines:
        raise ReviewerError(
            message(
                "“{path}” is a table of another review: its source sentences are others.",
                path=str(path),
            )
        )
    return plans


def not_in_the_table(made: Plan) -> Message | None:
    """What is said of rows that the table does not have any more, None where there are none."""
    if not made.missing:
        return None
    return plural(
        "{n} row of the review is not in the table and stays as it is.",
        "{n} rows of the review are not in the table and stay as they are.",
        made.missing,
    )
