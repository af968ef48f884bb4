"""Whatever is corrected, edited, undone and done again: nothing is lost and nothing fixed moves."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
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
    run_state_machine_as_test,
)

from reviewer.domain import BackTranslation, Span
from reviewer.review import OWN, NotPossible, Review, RowIndex
from reviewer.review.model.document_sentences import DocumentSentences
from reviewer.review.model.row_index import brief_of
from reviewer.review.model.row_order import row_order
from reviewer.review.model.translation import TranslationState
from reviewer.store.records import BeadVersion

Links = set[tuple[tuple[str, ...], tuple[str, ...]]]


def crossing(state: TranslationState, bead: BeadVersion) -> set[str]:
    """The rows in order whose translations stand on the other side of a row than their sources."""

    def span(names: Sequence[str], side: DocumentSentences) -> tuple[int, int]:
        places = [side.position(name) for name in names]
        return min(places), max(places)

    first, last = span(bead.source, state.source)
    begin, end = span(state.text.live(bead.target), state.text)
    found = set()
    for other in state.beads.values():
        if other.relation == "aligned" and other.key != bead.key:
            low, high = span(other.source, state.source)
            start, stop = span(state.text.live(other.target), state.text)
            if (high < first and stop > begin) or (low > last and start < end):
                found.add(other.key)
    return found


class Corrections(RuleBasedStateMachine):
    """Acts on real sentences, so that the rows beside them have something to find."""

    make: list[Any]
    words: Sequence[str]
    english: Sequence[str]
    learned = False

    @initialize(missing=st.integers(2, 7), pushed=st.integers(0, 3))
    def begin(self, missing: int, pushed: int) -> None:
        """One sentence is called missing, those after it stand one off, an added one ends it."""
        pairs: list[tuple[int | None, int | None]] = [
            (n, None if n == missing else n - (missing < n <= missing + pushed))
            for n in range(1, 13)
        ]
        pairs.append((None, missing + pushed))
        self.folder = tempfile.TemporaryDirectory()
        analysis, check = self.make[0](pairs)
        self.review = Review.create(Path(self.folder.name) / "a.review", analysis, check=check)
        self.first = self.picture()
        self.sentences = self.every_sentence()

    def picture(self) -> Any:
        review = self.review
        return review.rows(1), review.counts(1), review.settled(1), review.corrected_edits(1)

    @invariant()
    def the_index_knows_what_the_rows_show(self) -> None:
        index, rows = self.review.index(1), self.review.rows(1)
        assert index.keys == tuple(row.key for row in rows)
        assert index.known == [brief_of(row) for row in rows]
        assert index.counts() == RowIndex.of(rows).counts()

    def every_sentence(self) -> set[str]:
        state = self.review._runner.translations[1]
        return {name for bead in state.beads.values() for name in bead.source + bead.target}

    def fixed(self) -> Links:
        return {(row.source_ids, row.target_ids) for row in self.review.rows(1) if row.fixed}

    def correct(self, keys: Sequence[str], operation: Any) -> None:
        """What was fixed in other rows than `keys` and those beside them stays."""
        rows = [row for row in self.review.rows(1) if row.relation]
        places = [place for place, row in enumerate(rows) if row.key in keys]
        touched = {place + step for place in places for step in (-1, 0, 1)}
        others = {
            (row.source_ids, row.target_ids)
            for place, row in enumerate(rows)
            if row.fixed and place not in touched
        }
        decided = {
            (row.source, row.target)
            for place, row in enumerate(rows)
            if place not in touched and any(one.state != "open" for one in row.findings)
        }
        found = self.own()
        with suppress(NotPossible):
            operation()
        assert self.own() == found
        assert others <= self.fixed()
        assert decided <= {(row.source, row.target) for row in self.review.rows(1)}

    def key(self, number: int) -> str:
        rows = [row for row in self.review.rows(1) if row.relation]
        return rows[number % len(rows)].key

    numbers = st.integers(0, 14)
    sides = st.sampled_from(["source", "target"])

    @rule(n=numbers, m=numbers)
    def link(self, n: int, m: int) -> None:
        keys = [self.key(n), self.key(m)]
        self.correct(keys, lambda: self.review.link(1, keys))

    @rule(n=numbers)
    def unlink(self, n: int) -> None:
        key = self.key(n)
        self.correct([key], lambda: self.review.unlink(1, key))

    @rule(n=numbers, side=st.sampled_from(["source", "target", None]))
    def merge(self, n: int, side: Any) -> None:
        key = self.key(n)
        self.correct([key], lambda: self.review.merge_with_next(1, key, side))

    @rule(n=numbers, side=sides, cursor=st.integers(1, 60))
    def split(self, n: int, side: Any, cursor: int) -> None:
        key = self.key(n)
        self.correct([key], lambda: self.review.split(1, key, side, cursor))

    @rule(n=numbers, side=sides, up=st.booleans())
    def move(self, n: int, side: Any, up: bool) -> None:
        key = self.key(n)
        self.correct([key], lambda: self.review.move(1, key, side, up=up))

    @rule(n=numbers, m=st.integers(0, 11), keep=st.booleans())
    def edit(self, n: int, m: int, keep: bool) -> None:
        key = self.key(n)
        old = self.review.row(1, key).target if keep else ""
        text = f"{old} {self.words[m]}".strip()
        found = self.own()
        self.review.edit(1, key, text)
        assert self.own() == found
        fixed = self.fixed()
        change = self.review.match_edited(1, key)
        assert fixed == self.fixed()
        assert self.review.row(1, (change.matched or (key,))[0]).target == text

    @rule(n=numbers, m=st.integers(0, 11))
    def translated_back(self, n: int, m: int) -> None:
        """The new words of a row come back from the engine while something else goes on."""
        key = self.key(n)
        state = self.review._runner.translations[1]
        texts = [state.text.segment(name).text for name in self.review.row(1, key).target_ids]
        back = {text: BackTranslation(self.english[m], "p", "1") for text in texts}
        self.review.add_back_translations(1, back)
        found = self.own()
        self.review.match_edited(1, key)
        assert self.own() == found
        self.learned = True

    @rule(n=numbers)
    def empty(self, n: int) -> None:
        key = self.key(n)
        self.review.edit(1, key, "")
        self.review.match_edited(1, key)

    @rule(n=numbers, action=st.sampled_from(["accept", "dismiss"]))
    def decide(self, n: int, action: Any) -> None:
        row = self.review.row(1, self.key(n))
        for one in row.findings[:1]:
            self.review.decide(1, row.key, one.fingerprint, action)

    @rule(n=numbers, m=numbers)
    def set_aside(self, n: int, m: int) -> None:
        found, text = self.own(), [row for row in self.review.rows(1) if row.relation]
        if len(text) > 4:
            self.review.set_aside(1, list(dict.fromkeys([self.key(n), self.key(m)])))
            assert self.own() == found

    @rule(n=numbers)
    def take_as_text(self, n: int) -> None:
        furniture = [row.key for row in self.review.rows(1) if row.relation is None]
        if furniture:
            found = self.own()
            self.review.take_as_text(1, [furniture[n % len(furniture)]])
            assert self.own() == found

    def own(self) -> list[str]:
        """What identifies the reviewer's own findings; some rest while their row is furniture."""
        state = self.review._runner.translations[1]
        return sorted(
            finding.subject
            for bead in (*state.beads.values(), *state.resting.values())
            for finding in bead.findings
            if finding.check == OWN
        )

    @rule(n=numbers, start=st.integers(0, 20), length=st.integers(1, 20))
    def find(self, n: int, start: int, length: int) -> None:
        spans = [Span(start, start + length)]
        key = self.key(n)
        self.review.add_finding(
            1, key, "style", "minor", source_spans=spans, target_spans=spans, words="clumsy"
        )

    @invariant()
    def own_findings_are_accepted_and_stand_in_the_text(self) -> None:
        for row in self.review.rows(1):
            for one in row.findings:
                if one.finding.check == OWN:
                    assert one.state != "open"
                    for spans, text in (
                        (one.finding.source_spans, row.source),
                        (one.finding.target_spans, row.target),
                    ):
                        assert all(0 <= s.start < s.end <= len(text) for s in spans)

    @precondition(lambda self: self.review.undo_step is not None)
    @rule()
    def back_and_forth(self) -> None:
        now = self.picture()
        self.review.undo()
        self.review.redo()
        assert self.picture() == now

    @precondition(lambda self: self.review.undo_step is not None)
    @rule()
    def undo(self) -> None:
        self.review.undo()

    @rule()
    def reopen(self) -> None:
        before = self.picture()
        check = self.review._runner._rechecker._check
        self.review.close()
        self.review = Review.open(self.review.path, check=check)
        assert self.picture() == before

    @invariant()
    def every_sentence_is_in_one_bead(self) -> None:
        state = self.review._runner.translations[1]
        names = [name for bead in state.beads.values() for name in bead.source + bead.target]
        assert len(names) == len(set(names))
        there = [*state.source.ordered(), *state.text.ordered()]
        assert self.sentences <= {one.id for one in there}
        assert set(names) == {one.id for one in there if one.kind != "furniture"}

    @invariant()
    def what_is_kept_in_memory_is_what_would_be_made_anew(self) -> None:
        state = self.review._runner.translations[1]
        assert state.order() == row_order(
            state.source.ordered(), state.text.ordered(), state.beads.values()
        )
        for bead in state.beads.values():
            assert {state.key_of(name) for name in bead.source + bead.target} == {bead.key}

    @invariant()
    def rows_said_to_be_in_order_are(self) -> None:
        state = self.review._runner.translations[1]
        for bead in state.beads.values():
            if bead.relation == "aligned":
                assert crossing(state, bead) == set()

    def teardown(self) -> None:
        if not hasattr(self, "review"):
            return
        while self.review.undo_step:
            self.review.undo()
        if not self.learned:
            assert self.picture() == self.first
        assert self.review.corrected_edits(1) == self.first[3]
        self.review.close()
        self.folder.cleanup()


def test_nothing_is_lost_nothing_fixed_moves_and_all_can_be_undone(
    analysed: Any, harbour: tuple[list[str], list[str]]
) -> None:
    machine = type(
        "Machine", (Corrections,), {"make": [analysed], "english": harbour[0], "words": harbour[1]}
    )
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        machine,
        settings=settings(
            max_examples=20,
            stateful_step_count=12,
            suppress_health_check=list(HealthCheck),
        ),
    )
