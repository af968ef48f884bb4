"""What a reviewer can do, as operations with undo; the window and the command line call it."""

from reviewer.review.glance import Glance
from reviewer.review.model.errors import NotPossible
from reviewer.review.model.ignore_rules import IgnoreRule
from reviewer.review.model.lost_edits import LostEdit
from reviewer.review.model.own_findings import CATEGORIES, NOTE, OWN, category_title
from reviewer.review.model.row_index import FindingBrief, RowBrief, RowIndex
from reviewer.review.model.score import Score, Scoring, score
from reviewer.review.model.views import (
    ChangeKind,
    CommentOrigin,
    Counts,
    FindingState,
    HistoryEntry,
    OverviewCell,
    OverviewRow,
    ReadingPlace,
    ReviewChange,
    ReviewedFinding,
    Row,
    SettledFinding,
    Settlement,
    SideName,
    SourceInfo,
    TimelineStep,
    TranslationInfo,
    UndoStep,
)
from reviewer.review.operations.apply_table import Answers
from reviewer.review.operations.check_all import CheckedRows, KeyedPairs, check_all
from reviewer.review.operations.edit_text import LONGEST_TEXT
from reviewer.review.operations.kept_rows import CountedRows
from reviewer.review.operations.recheck import PairCheck
from reviewer.review.operations.runner import Listener
from reviewer.review.review import Review
from reviewer.review.summary import NothingKept, ReviewTotals, totals_at_rest
from reviewer.review.temporary import CopiedReview, copy_of, open_or_copy, temporary_review

__all__ = [
    "CATEGORIES",
    "LONGEST_TEXT",
    "NOTE",
    "OWN",
    "Answers",
    "ChangeKind",
    "CheckedRows",
    "CommentOrigin",
    "CopiedReview",
    "CountedRows",
    "Counts",
    "FindingBrief",
    "FindingState",
    "Glance",
    "HistoryEntry",
    "IgnoreRule",
    "KeyedPairs",
    "Listener",
    "LostEdit",
    "NotPossible",
    "NothingKept",
    "OverviewCell",
    "OverviewRow",
    "PairCheck",
    "ReadingPlace",
    "Review",
    "ReviewChange",
    "ReviewTotals",
    "ReviewedFinding",
    "Row",
    "RowBrief",
    "RowIndex",
    "Score",
    "Scoring",
    "SettledFinding",
    "Settlement",
    "SideName",
    "SourceInfo",
    "TimelineStep",
    "TranslationInfo",
    "UndoStep",
    "category_title",
    "check_all",
    "copy_of",
    "open_or_copy",
    "score",
    "temporary_review",
    "totals_at_rest",
]
