"""What can be heard of the open review: one signal for each thing that happens to it."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Signal

Arrival = Literal["near", "centre", "centre_if_hidden"]
"""How a row comes into sight: with as little scrolling as can be, or in the middle."""

Replacement = Literal["near", "centre", "stay", "fold"]
"""Where the current row is after all lines were replaced: in sight, in the middle, where it was
on screen; "fold" keeps the scroll bar where it is."""


class ReviewSignals(QObject):
    """`opened`, `read` and `closed` say that a review is open, has been read, is open no more;
    `kept` that it goes on in another file.

    `changed` brings each ReviewChange; `rows_updated` the lines that look different;
    `rows_replaced` (Replacement) says that all lines are others; `view_changed` that another
    translation or the overview is shown; `row_wanted` (key, Arrival) that a row is to be in
    sight; `current_changed` that the current row, finding or selection is another, or that
    more or less can be done with it than before; `editing_ended` how an editing ended;
    `evidence_changed` that the links between the sentences could be surer, or are; `end_changed`
    that `at_end` is another; `comment_wanted` (a fingerprint, "" for the row) that a comment is
    to be written; `author_changed` that the reviewer has another name; `closing` that the review
    is closed next; `finding_wanted` (FindingDraft) that the reviewer has found something;
    `filters_wanted` that the mix of filters is to be chosen; `sentence_wanted` (its id) that a
    source sentence is to be shown where all are compared; `document_wanted` that the work goes on
    in the next document of a set.
    """

    opened = Signal()
    read = Signal()
    closed = Signal()
    kept = Signal()
    changed = Signal(object)
    rows_updated = Signal(list)
    rows_replaced = Signal(str)
    view_changed = Signal()
    filter_changed = Signal()
    filter_of_all_changed = Signal()
    search_changed = Signal()
    row_wanted = Signal(str, str)
    current_changed = Signal()
    editing_ended = Signal(str)
    evidence_changed = Signal()
    end_changed = Signal()
    comment_wanted = Signal(str)
    finding_wanted = Signal(object)
    filters_wanted = Signal()
    sentence_wanted = Signal(str)
    document_wanted = Signal()
    author_changed = Signal(str)
    closing = Signal()
    said = Signal(str)
    problem = Signal(object, str)
