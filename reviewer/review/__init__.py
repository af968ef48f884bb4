"""What a reviewer can do, as operations with undo; the window and the command line call it."""

from reviewer.review.model.errors import NotPossible
from reviewer.review.model.ignore_rules import IgnoreRule
from reviewer.review.model.views import (
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
from reviewer.review.operations.recheck import Check
from reviewer.review.operations.runner import Listener
from reviewer.review.review import Review

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
