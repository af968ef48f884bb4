"""Findings that the text had and has no more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby
from operator import attrgetter

from reviewer.review.history.row_versions import RowVersion, RowVersions
from reviewer.review.history.same_finding import counterparts
from reviewer.review.model.ignore_rules import RowTexts, ignored
from reviewer.review.model.own_findings import OWN
from reviewer.review.model.translation import TranslationState
from reviewer.review.model.views import SettledFinding, Settlement
from reviewer.store.records import Operation


@dataclass(frozen=True)
class _Note:
    """The finding `number` of a row, which stood there at operation `at` and matters."""

    row: RowVersion
    number: int
    at: int

    @property
    def name(self) -> str:
        return self.row.names[self.number]


def settled_findings(
    past: RowVersions, state: TranslationState
) -> Iterator[tuple[str, SettledFinding]]:
    """The findings of some rows that are settled, each with the key of the row that had it.

    Those count that were in a text as it was read, or when a decision was made of them;
    what there is to tell of one finding more than once is told of the last text.
    """
    for note in _last(_notes(past)):
        if not _is_there(past, note) and (one := _told(past, state, note)):
            yield note.row.key, one


def _notes(past: RowVersions) -> list[_Note]:
    """What was in a text as it was read, and what was decided, in order."""
    notes = []
    named = defaultdict(list)
    for row in past.rows:
        for number, name in enumerate(row.names):
            named[name].append((row, number))
            if row.operation == past.opened[row.document]:
                notes.append(_Note(row, number, row.operation))
    for at, decision in past.decisions:
        if at in past.standing and past.operations[at].kind == "decision":
            notes += (
                _Note(row, number, at)
                for row, number in named[decision.fingerprint]
                if past.held(row, at)
            )
    return sorted(notes, key=attrgetter("at"))


def _last(notes: Iterable[_Note]) -> Iterator[_Note]:
    """Of all notes of one finding the last."""
    single = {(id(note.row), note.number): note for note in notes}
    beside, named = defaultdict(list), defaultdict(list)
    for note in single.values():
        named[note.name].append(note)
        for sentence in note.row.sentences:
            beside[sentence].append(note)
    for note in single.values():
        row = note.row
        again = any(other.row.document > row.document for other in named[note.name])
        if not again and not any(
            other.at > note.at
            and counterparts(row.contents, other.row.contents).get(note.number) == other.number
            for sentence in row.sentences
            for other in beside[sentence]
        ):
            yield note


def _is_there(past: RowVersions, note: _Note) -> bool:
    """Whether the text has the finding now, perhaps in another row."""
    row = note.row
    if row is past.now.get(row.key) or _has(past.now_beside(row), note):
        return True
    return row.document != past.documents[-1] and note.name in past.names_now


def _has(rows: Iterable[RowVersion], note: _Note) -> bool:
    said = list(chain.from_iterable(row.contents for row in rows))
    return note.number in counterparts(note.row.contents, said)


def _told(past: RowVersions, state: TranslationState, note: _Note) -> SettledFinding | None:
    row = note.row
    finding = row.findings[note.number]
    sentences = RowTexts(row.source, row.target, state.source.language, state.text.language)
    if any(ignored(rule, finding, sentences) for rule in state.rules):
        return None
    by = _settler(past, note)
    how = _how(past, by)
    decision = state.decisions.get(note.name)
    if how == "withdrawn" and finding.check == OWN:
        # The reviewer took an own finding away: there was none.
        return None
    if how == "withdrawn" and (not decision or (decision.state, decision.comment) == ("open", "")):
        # The program saw its own mistake, and no work was spent on it.
        return None
    here = min(
        past.now_beside(row),
        key=lambda other: (other.key != row.key, row.sentences.index(_shared(row, other))),
        default=None,
    )
    return SettledFinding(
        here.key if here else "",
        finding,
        note.name,
        how,
        by.at,
        row.source,
        row.target,
        here.target if here else "",
        decision.state if decision else "open",
        decision.comment if decision else "",
    )


def _shared(row: RowVersion, other: RowVersion) -> tuple[int, str]:
    return next(sentence for sentence in row.sentences if sentence in other.sentences)


def _settler(past: RowVersions, note: _Note) -> Operation:
    """The operation, of those not undone, that took a finding away last."""
    rows: dict[str, RowVersion] = {}
    had, by = True, note.at
    for operation, versions in groupby(past.of_rows_beside(note.row), attrgetter("operation")):
        if operation > note.at and operation not in past.standing:
            continue
        rows |= {version.key: version for version in versions}
        if operation > note.at:
            has = _has((row for row in rows.values() if note.row.shares(row)), note)
            if had and not has:
                by = operation
            had = has
    following = [number for number in past.documents if number > note.row.document]
    if had and following:
        by = past.opened[following[0]]
    return past.operations[by]


def _how(past: RowVersions, by: Operation) -> Settlement:
    if by.kind == "translation" and by.id in past.opened.values():
        return "replaced"
    if by.kind == "edit" or (by.kind == "translation" and by.id in past.rewriting):
        return "corrected"
    return "realigned" if by.kind in ("alignment", "translation") else "withdrawn"
