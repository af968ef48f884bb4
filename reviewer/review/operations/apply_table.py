"""Take in what was decided and edited in a table in another program, as one step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reviewer.domain import DecisionAction
from reviewer.messages import Message, message
from reviewer.review.model.fingerprints import row_fingerprint
from reviewer.review.model.views import ReviewChange
from reviewer.review.operations.decide import decide
from reviewer.review.operations.edit_text import edit_text
from reviewer.review.operations.edit_texts import edits_of
from reviewer.review.operations.runner import OperationRunner
from reviewer.review.operations.split_row_text import one_line
from reviewer.store.records import DecisionVersion, Operation, Patch


@dataclass(frozen=True, slots=True)
class Answers:
    """By row: the translations as they should be, the remarks on rows, and what to do with
    findings (by fingerprint)."""

    texts: Mapping[str, str] = field(default_factory=dict)
    comments: Mapping[str, str] = field(default_factory=dict)
    decisions: Mapping[str, Mapping[str, DecisionAction]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.texts or self.comments or self.decisions)


def apply_table(
    runner: OperationRunner, translation: int, answers: Answers, detail: Message | str = ""
) -> ReviewChange:
    """Do what was decided, edited and remarked elsewhere, as one step; `detail` says where.

    Decisions come first: an edit carries those along that still hold. Remarks come last, since
    they belong to a row as it then stands.
    """
    step = _Step(runner, translation, detail)
    state = runner.translations[translation]
    decided: list[DecisionVersion] = []
    for key, actions in answers.decisions.items():
        row = state.row(key)
        for action in dict.fromkeys(actions.values()):
            wanted = [one for one in row.findings if actions.get(one.fingerprint) == action]
            decided += decide(translation, wanted, action, "")
    step.write("decision", next(iter(answers.decisions), ""), Patch(decisions=tuple(decided)))
    standing = {key: text for key, text in answers.texts.items() if state.row(key).target}
    step.write("edit", next(iter(standing), ""), edits_of(runner, state, standing))
    for key, text in answers.texts.items():
        if key not in standing and text.strip():
            patch = runner.checked(translation, *edit_text(state, key, one_line(text)))
            step.write("edit", key, patch)
    remarks = []
    for key, text in answers.comments.items():
        now = state.key_of(key) or key
        row = state.row(now)
        name = row_fingerprint(row.source, row.target)
        remarks.append(DecisionVersion(translation, name, "comment", "open", text))
    step.write("decision", next(iter(answers.comments), ""), Patch(decisions=tuple(remarks)))
    if not answers:
        return ReviewChange("edit", translation, ())
    return runner.announce_all(translation)


class _Step:
    """Operations that undo takes back together."""

    def __init__(self, runner: OperationRunner, translation: int, detail: Message | str) -> None:
        self._runner = runner
        self._translation = translation
        self._detail = detail
        self._first: int | None = None

    def write(self, kind: str, key: str, patch: Patch) -> None:
        if not patch:
            return
        operation = Operation(
            "edit" if kind == "edit" else "decision",
            message("Apply a table"),
            self._translation,
            key,
            self._detail,
            continues=self._first,
        )
        self._runner.perform(operation, patch)
        if self._first is None:
            done = self._runner.history.undoable
            self._first = done.id if done else None
