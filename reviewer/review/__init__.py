"""What a reviewer can do, as operations with undo; the window and the command line call it."""

from reviewer.review.errors import NotPossible
from reviewer.review.facade import Review
from reviewer.review.recheck import Check
from reviewer.review.rules import IgnoreRule
from reviewer.review.session import Listener
from reviewer.review.views import (
    Change,
    ChangeKind,
    Counts,
    FindingState,
    HistoryEntry,
    OverviewCell,
    OverviewRow,
    Place,
    ReviewedFinding,
    Row,
    SettledFinding,
    Settlement,
    SideName,
    SourceInfo,
    Step,
    TranslationInfo,
)

__all__ = [
    "Change",
    "ChangeKind",
    "Check",
    "Counts",
    "FindingState",
    "HistoryEntry",
    "IgnoreRule",
    "Listener",
    "NotPossible",
    "OverviewCell",
    "OverviewRow",
    "Place",
    "Review",
    "ReviewedFinding",
    "Row",
    "SettledFinding",
    "Settlement",
    "SideName",
    "SourceInfo",
    "Step",
    "TranslationInfo",
]
