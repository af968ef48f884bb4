"""`reviewer apply`: put back what was edited and decided in an exported table."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewer.cli.options import add_command
from reviewer.cli.telling import tell
from reviewer.messages import message
from reviewer.wording import in_words, tr

if TYPE_CHECKING:
    from reviewer.reports.bilingual_table import Plan

NAME = "apply"


def add_to(commands: Any) -> None:
    """Add the command to the parser's commands."""
    parser = add_command(
        commands,
        NAME,
        run,
        help="put corrections, comments and decisions from an exported table back into its review",
        description="Reads tables of `reviewer export --as table-docx` or `table-xlsx` after they "
        "were edited elsewhere. What was changed in both places is a conflict: it is told and not "
        "applied. All of a table is one step of undo. Exit code 1: there were conflicts.",
        examples=(
            "reviewer apply article.review article.de.table.docx --dry-run",
            "reviewer apply article.review article.de.table.docx",
        ),
    )
    parser.add_argument("project", type=Path, metavar="REVIEW", help="a .review file")
    parser.add_argument("tables", type=Path, nargs="+", metavar="TABLE", help="a .docx or .xlsx")
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would be changed and change nothing"
    )


def run(options: argparse.Namespace) -> int:
    """Apply the tables in their order, and return the exit code."""
    from reviewer.reports.table_reading import not_in_the_table, read_plans
    from reviewer.review import Review
    from reviewer.review.operations.apply_table import apply_table

    conflicts = 0
    with Review.open(options.project) as review:
        for notice in review.notices:
            tell(notice)
        for path in options.tables:
            for plan in read_plans(review, path):
                if not options.dry_run and plan.answers():
                    detail = message("{file}", file=path.name)
                    review.carry_out(apply_table, plan.translation, plan.answers(), detail=detail)
                print(f"{path}: {_counted(plan)}")  # noqa: T201
                if absent := not_in_the_table(plan):
                    tell(f"{path}: {in_words(absent)}")
                for one in plan.conflicts:
                    conflicts += 1
                    tell(
                        tr("{path}, row {number}: {why}", path=path, number=one.number, why=one.why)
                    )
                    print(f"    table:  {one.there}", file=sys.stderr)  # noqa: T201
                    if one.here:
                        print(f"    review: {one.here}", file=sys.stderr)  # noqa: T201
    return 1 if conflicts else 0


def _counted(plan: Plan) -> str:
    decided = sum(len(of_row) for of_row in plan.decisions.values())
    return tr(
        "{lines} rows read; {corrected} corrected, {commented} commented, {decided} decided, "
        "{conflicts} in conflict",
        lines=plan.lines,
        corrected=len(plan.texts),
        commented=len(plan.comments),
        decided=decided,
        conflicts=len(plan.conflicts),
    )
