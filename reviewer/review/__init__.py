"""What a reviewer can do, as operations with undo; the window and the command line call it."""

from reviewer.review.facade import Check, Listener, Review
from reviewer.review.rules import IgnoreRule
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
    "OverviewCell",
    "OverviewRow",
    "Place",
    "Review",
    "ReviewedFinding",
    "Row",
    "SideName",
    "SourceInfo",
    "Step",
    "TranslationInfo",
]
