"""Undo and redo, against a model that keeps a picture of every state."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from reviewer.analysis import Analysis, Comparison
from reviewer.domain import BackTranslation, Bead, LeftOut, NewBlock
from reviewer.review import NotPossible, PairCheck, Review, ReviewChange, RowIndex
from reviewer.review.history.settled_record import SettledRecord
from tests.review.conftest import GERMAN, GERMAN_BEADS
from tests.review.operations.test_replace_translation import NEWER, NEWER_BEADS


def test_undo_says_first_what_and_where(review: Review) -> None:
    assert review.undo_step is None
    assert review.undo() is None
    review.edit(1, "s4", "Zwei 2.")
    step = review.undo_step
    assert step
    assert (step.label, step.translation_id, step.row_key) == ("Edit", 1, "s4")
    review.undo()
    assert review.undo_step is None
    assert review.redo_step == step
    review.edit(1, "s3", "Eins.")
    assert review.redo_step is None


def test_undo_goes_on_after_reopening(tmp_path: Path, analysis: Analysis, check: PairCheck) -> None:
    path = tmp_path / "a.review"
    with Review.create(path, analysis, check=check) as review:
        before = review.rows(1)
        review.edit(1, "s4", "Zwei 2.")
        after = review.rows(1)
        review.link(1, ["s7", "t4"])
        review.undo()
    with Review.open(path, check=check) as review:
        assert review.redo_step
        assert review.rows(1) == after
        review.undo()
        assert review.rows(1) == before
    with Review.open(path, check=check) as review:
        review.redo()
        assert review.rows(1) == after


class AnyOrder(RuleBasedStateMachine):
    """Whatever is done, undo and redo walk through exactly the states that were."""

    analysis: Analysis
    check: list[PairCheck]
    versions: Sequence[Comparison]

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.review = Review.create(
            Path(self.folder.name) / "a.review", self.analysis, check=self.check[0]
        )
        self.states: list[Any] = [self.picture()]
        self.now = 0

    def picture(self) -> Any:
        review = self.review
        return [
            (review.rows(t), review.counts(t), review.corrected_edits(t), review.settled(t))
            for t in (1, 2)
        ]

    def known(self, index: RowIndex) -> Any:
        """Everything that an index says."""
        fingerprints = {one.fingerprint for row in index.known for one in row.findings}
        arrivals = {key: rows for key, rows in index.arrivals.items() if rows}
        return (
            (index.keys, index.known, index.with_findings, index.waiting, index.edited),
            (index.furniture, arrivals, index.checks(), index.counts()),
            {name: set(index.rows_with(name)) for name in fingerprints},
            [index.number(place) for place in range(len(index))],
        )

    @invariant()
    def the_index_knows_what_the_rows_show(self) -> None:
        for t in (1, 2):
            index = self.review.index(t)
            assert self.known(index) == self.known(RowIndex.of(self.review.rows(t)))

    @invariant()
    def what_is_settled_is_what_the_whole_history_tells(self) -> None:
        runner = self.review._runner
        for t, state in runner.translations.items():
            anew = SettledRecord(runner.project, state, lambda: runner.history.taken_back)
            assert self.review.settled(t) == anew.in_order()
            assert self.review.settled_by_row(t) == anew.by_row()
            assert self.review.settled_count(t) == anew.many()

    def did(self, change: ReviewChange) -> None:
        picture = self.picture()
        if change.rows or change.structure:
            del self.states[self.now + 1 :]
            self.states.append(picture)
            self.now += 1

    def key(self, translation: int, number: int) -> str:
        rows = self.review.rows(translation)
        return rows[number % len(rows)].key

    translations = st.integers(1, 2)
    numbers = st.integers(0, 20)
    sides = st.sampled_from(["source", "target"])

    @rule(
        t=translations,
        n=numbers,
        action=st.sampled_from(["accept", "dismiss", "reopen", "comment"]),
        comment=st.sampled_from(["", "why"]),
    )
    def decide(self, t: int, n: int, action: Any, comment: str) -> None:
        row = self.review.row(t, self.key(t, n))
        for one in row.findings[:1]:
            self.did(self.review.decide(t, row.key, one.fingerprint, action, comment))

    @rule(t=translations, n=numbers, text=st.sampled_from(["", "remark", "other"]))
    def comment(self, t: int, n: int, text: str) -> None:
        with suppress(NotPossible):
            self.did(self.review.comment(t, self.key(t, n), text))

    @rule(t=translations, n=numbers, text=st.text("ab 17.", max_size=12))
    def edit(self, t: int, n: int, text: str) -> None:
        with suppress(NotPossible):
            self.did(self.review.edit(t, self.key(t, n), text))

    @rule(t=translations, n=numbers, m=numbers)
    def link(self, t: int, n: int, m: int) -> None:
        with suppress(NotPossible):
            self.did(self.review.link(t, [self.key(t, n), self.key(t, m)]))

    @rule(t=translations, n=numbers, side=sides, cursor=st.integers(0, 10))
    def split(self, t: int, n: int, side: Any, cursor: int) -> None:
        with suppress(NotPossible):
            self.did(self.review.split(t, self.key(t, n), side, cursor))

    @rule(t=translations, n=numbers, side=sides, up=st.booleans())
    def move(self, t: int, n: int, side: Any, up: bool) -> None:
        with suppress(NotPossible):
            self.did(self.review.move(t, self.key(t, n), side, up=up))

    @rule(t=translations, n=numbers)
    def unlink(self, t: int, n: int) -> None:
        with suppress(NotPossible):
            self.did(self.review.unlink(t, self.key(t, n)))

    @rule(t=translations, n=numbers, side=st.sampled_from(["source", "target", None]))
    def merge(self, t: int, n: int, side: Any) -> None:
        with suppress(NotPossible):
            self.did(self.review.merge_with_next(t, self.key(t, n), side))

    @rule(version=st.integers(0, 1))
    def load(self, version: int) -> None:
        self.did(self.review.reload_translation(1, self.versions[version]))

    @precondition(lambda self: self.now > 0)
    @rule()
    def undo(self) -> None:
        assert self.review.undo() is not None
        self.now -= 1

    @precondition(lambda self: self.now + 1 < len(self.states))
    @rule()
    def redo(self) -> None:
        assert self.review.redo() is not None
        self.now += 1

    @rule()
    def reopen(self) -> None:
        self.review.close()
        self.review = Review.open(self.review.path, check=self.check[0])

    @invariant()
    def stands_where_the_model_does(self) -> None:
        assert self.picture() == self.states[self.now]

    @invariant()
    def the_edits_make_the_documents_say_what_the_rows_say(self) -> None:
        for t in (1, 2):
            texts = [block.text for block in self.review.document(t).blocks]
            for edit in reversed(self.review.corrected_edits(t)):
                if isinstance(edit, LeftOut):
                    continue  # the text goes by an edit of its own
                if isinstance(edit, NewBlock):
                    texts.append(edit.text)
                    continue
                text = texts[edit.block]
                texts[edit.block] = text[: edit.span.start] + edit.text + text[edit.span.end :]
            said = Counter("".join("".join(texts).split()))
            shown = "".join(row.target for row in self.review.rows(t))
            assert said == Counter("".join(shown.split()))

    @invariant()
    def every_sentence_is_in_one_row(self) -> None:
        for t in (1, 2):
            rows = self.review.rows(t)
            names = [name for row in rows for name in row.source_ids + row.target_ids]
            assert len(names) == len(set(names))
            assert len({row.key for row in rows}) == len(rows)

    @invariant()
    def what_is_settled_is_not_there(self) -> None:
        for t in (1, 2):
            there = {
                (row.key, one.fingerprint) for row in self.review.rows(t) for one in row.findings
            }
            settled = [(one.row_key, one.fingerprint) for one in self.review.settled(t)]
            assert there.isdisjoint(settled)
            assert len(set(settled)) == len(settled)

    def teardown(self) -> None:
        if hasattr(self, "review"):
            self.review.close()
            self.folder.cleanup()


def test_whatever_is_done_can_be_undone(
    analysis: Analysis,
    check: PairCheck,
    newer: Callable[[Sequence[Sequence[str]], Sequence[Bead]], Comparison],
) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    versions = [newer(GERMAN, GERMAN_BEADS), newer(NEWER, NEWER_BEADS)]
    members = {"analysis": analysis, "check": [check], "versions": versions}
    machine = type("Machine", (AnyOrder,), members)
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        machine,
        settings=settings(
            max_examples=12,
            stateful_step_count=15,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_what_a_back_translation_found_meanwhile_is_not_undone(
    made: Callable[..., Review], harbour: tuple[list[str], list[str]]
) -> None:
    english, german = harbour
    short = [*german[:2], "Bürgermeisterin Anna Petersen.", *german[3:]]
    back = {
        said: BackTranslation(text, "p", "1") for said, text in zip(short, english, strict=True)
    }
    back[short[2]] = BackTranslation("Mayor Anna Petersen.", "p", "1")
    with made([(number, number) for number in range(1, 13)], short) as small:
        path = small.path

    def omitted(review: Review) -> list[str]:
        rows = review.rows(1)
        return [row.key for row in rows if "omission" in {f.finding.check for f in row.findings}]

    with Review.open(path) as review:
        review.merge_with_next(1, "s3")
        review.add_back_translations(1, back)
        assert omitted(review) == ["s3"]
        review.undo()
        assert review.row(1, "s3").source == english[2]
        assert omitted(review) == ["s3"]
        review.redo()
        assert omitted(review) == ["s3"]
    with Review.open(path) as review:
        review.undo()
        assert omitted(review) == ["s3"]
