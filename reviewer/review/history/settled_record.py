"""What was settled in a translation, kept true by what happens to its rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from itertools import chain

from reviewer.review.history.document_lineage import DocumentLineage
from reviewer.review.history.row_versions import RowVersions, Sentence
from reviewer.review.history.settled_findings import settled_findings
from reviewer.review.model.translation import TranslationState
from reviewer.review.model.views import SettledFinding
from reviewer.store.project import ProjectFile
from reviewer.store.records import BeadVersion, Patch


class SettledRecord:
    """Made once from the rows that were ever changed; after a change only from those that have a
    sentence in common with the changed ones, directly or through other rows."""

    def __init__(
        self, project: ProjectFile, state: TranslationState, undone: Callable[[], Set[int]]
    ) -> None:
        """`undone` gives the steps that are undone now, by their first operation."""
        self._project = project
        self._state = state
        self._undone = undone
        self._told: dict[str, list[SettledFinding]] | None = None
        self._by_row: dict[str, list[SettledFinding]] = {}
        self._lineage: DocumentLineage | None = None
        self._several = False
        self._with: defaultdict[Sentence, set[str]] = defaultdict(set)
        self._of: defaultdict[str, set[Sentence]] = defaultdict(set)
        self._named: defaultdict[str, set[str]] = defaultdict(set)
        self._waiting: set[str] = set()
        self._many = 0

    def many(self) -> int:
        """How many findings are settled."""
        self.by_row()
        return self._many

    def by_row(self) -> Mapping[str, Sequence[SettledFinding]]:
        """What is settled, by the row where its sentences stand now; "" for those in no row."""
        if self._told is None or (self._waiting and self._several):
            self._make()
        elif self._waiting:
            self._make_again(self._beside(self._waiting))
        self._waiting.clear()
        return self._by_row

    def in_order(self) -> tuple[SettledFinding, ...]:
        """What is settled, in the order of the rows."""
        places = self._state.index().place_of
        found = chain.from_iterable(self.by_row().values())
        return tuple(sorted(found, key=lambda one: places.get(one.row_key, len(places))))

    def take_in(self, before: Iterable[BeadVersion], patch: Patch) -> None:
        """Rows have changed; `before` are those that `patch` took the place of."""
        if self._told is None:
            return
        mine = [bead for bead in patch.beads if bead.document == self._state.record.id]
        for bead in (*before, *mine):
            self._know(bead)
        self._waiting.update(bead.key for bead in mine)
        for decision in patch.decisions:
            if decision.translation == self._state.record.translation:
                self._waiting |= self._named.get(decision.fingerprint, set())

    def forget(self) -> None:
        """Make all of it anew when it is asked for."""
        self._told = None

    def _know(self, bead: BeadVersion) -> None:
        source, target = self._state.source.document, bead.document
        for sentence in (
            *((source, name) for name in bead.source),
            *((target, name) for name in bead.target),
        ):
            self._with[sentence].add(bead.key)
            self._of[bead.key].add(sentence)

    def _beside(self, keys: Iterable[str]) -> set[str]:
        """These rows and all that ever had a sentence in common with them, and so on."""
        found: set[str] = set()
        waiting = list(keys)
        while waiting:
            key = waiting.pop()
            if key not in found:
                found.add(key)
                waiting += (one for sentence in self._of[key] for one in self._with[sentence])
        return found

    def _make(self) -> None:
        past = self._past()
        self._lineage, self._several = past.lineage, past.lineage.several
        self._with.clear()
        self._of.clear()
        self._named.clear()
        self._many = 0
        for row in past.rows:
            for sentence in row.sentences:
                self._with[sentence].add(row.key)
                self._of[row.key].add(sentence)
        self._told = {}
        self._by_row = {}
        self._tell(past)

    def _make_again(self, keys: Set[str]) -> None:
        told = self._told or {}
        gone = {id(one): one for key in keys for one in told.pop(key, ())}
        self._many -= len(gone)
        for row in {one.row_key for one in gone.values()}:
            left = [one for one in self._by_row[row] if id(one) not in gone]
            if left:
                self._by_row[row] = left
            else:
                del self._by_row[row]
        self._tell(self._past(keys))

    def _past(self, keys: Set[str] | None = None) -> RowVersions:
        state = self._state
        return RowVersions(
            self._project,
            state.source.document,
            state.record.translation,
            self._undone(),
            keys,
            self._lineage if keys is not None else None,
        )

    def _tell(self, past: RowVersions) -> None:
        assert self._told is not None
        for key, one in settled_findings(past, self._state):
            self._told.setdefault(key, []).append(one)
            self._by_row.setdefault(one.row_key, []).append(one)
            self._named[one.fingerprint].add(key)
            self._many += 1
