"""All that a translation's rows ever were, from the tables that are only added to."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from functools import cached_property

from reviewer.domain import Finding, joined
from reviewer.review.history.document_lineage import DocumentLineage
from reviewer.review.history.same_finding import FindingContent, contents_of
from reviewer.review.model.fingerprints import fingerprints
from reviewer.store.project import ProjectFile
from reviewer.store.records import BeadVersion

Sentence = tuple[int, str]
"""A segment: its document and its id."""


@dataclass(frozen=True, eq=False)
class RowVersion:
    """A row as an operation left it, with its texts of that time."""

    operation: int
    document: int
    key: str
    present: bool
    sentences: tuple[Sentence, ...]
    source: str
    target: str
    findings: tuple[Finding, ...]

    @cached_property
    def contents(self) -> list[FindingContent]:
        """What its findings say."""
        return contents_of(self.source, self.target, self.findings)

    @cached_property
    def names(self) -> list[str]:
        """The fingerprints of its findings."""
        return fingerprints(self.source, self.target, self.findings)

    def shares(self, other: RowVersion) -> bool:
        """Whether the other row has a sentence of this one."""
        return other.present and not set(self.sentences).isdisjoint(other.sentences)


class RowVersions:
    """The versions of a translation's rows in order, and what was done to them.

    While the translation has one document only the rows count that something was done to: all
    others are as they were read, and so are their neighbours' sentences.

    With `keys` these rows alone are looked at; `lineage` may be what was found before.

    `documents` are the roots of the translation's documents in order, `opened` says which operation
    brought each; a row's document is its root. `standing` are the operations that were not undone,
    `rewriting` those that changed a sentence of the translation. `now` has the rows as they stand,
    by key.
    """

    def __init__(
        self,
        project: ProjectFile,
        source: int,
        translation: int,
        undone: Set[int],
        keys: Iterable[str] | None = None,
        lineage: DocumentLineage | None = None,
    ) -> None:
        # Not from the beads: the rows that a document came with may not be among them.
        self.lineage = lineage or DocumentLineage.of(project, translation, undone)
        root_of = self.lineage.root_of
        self.documents, self.opened = sorted({*root_of.values()}), self.lineage.opened
        changed = keys is None and not self.lineage.several
        beads = [
            (operation, bead)
            for operation, bead in project.all_beads(list(root_of), keys, changed=changed)
            if operation not in self.lineage.copying
        ]
        wanted: defaultdict[int, set[str]] = defaultdict(set)
        for _, bead in beads:
            wanted[root_of[bead.document]].update(bead.target)
            wanted[source].update(bead.source)
        texts = _Texts(project, wanted, {source: source, **root_of}, self.lineage.copying)
        self.rewriting = texts.rewriting
        self.rows = [
            _row(operation, replace(bead, document=root_of[bead.document]), source, texts)
            for operation, bead in beads
        ]
        self.decisions = project.all_decisions(
            translation, {name for row in self.rows for name in row.names}
        )
        numbers = {*self.opened.values(), *(operation for operation, _ in beads)}
        numbers |= {operation for operation, _ in self.decisions}
        self.operations = {one.id: one for one in project.operations_named(numbers)}
        self.standing = {
            one.id
            for one in self.operations.values()
            if one.undoes is one.redoes is None and (one.continues or one.id) not in undone
        }
        self._of_key: defaultdict[tuple[int, str], list[RowVersion]] = defaultdict(list)
        self._with: defaultdict[Sentence, list[RowVersion]] = defaultdict(list)
        for row in self.rows:
            self._of_key[row.document, row.key].append(row)
            for sentence in row.sentences:
                self._with[sentence].append(row)
        last = (versions[-1] for versions in self._of_key.values())
        self.now = {
            row.key: row for row in last if row.present and row.document == self.documents[-1]
        }
        self._now_with = {sentence: row for row in self.now.values() for sentence in row.sentences}

    @cached_property
    def names_now(self) -> set[str]:
        """The fingerprints of all findings that stand."""
        return {name for row in self.now.values() for name in row.names}

    def now_beside(self, row: RowVersion) -> list[RowVersion]:
        """The rows where sentences of `row` stand now."""
        found = (self._now_with.get(sentence) for sentence in row.sentences)
        return list(dict.fromkeys(one for one in found if one))

    def held(self, row: RowVersion, at: int) -> bool:
        """Whether a row stood as `row` says after operation `at`."""
        rewritten = (other.operation for other in self._of_key[row.document, row.key])
        reloaded = (begin for document, begin in self.opened.items() if document > row.document)
        return row.operation <= at and not any(
            row.operation < operation <= at for operation in (*rewritten, *reloaded)
        )

    def of_rows_beside(self, row: RowVersion) -> list[RowVersion]:
        """All versions of the rows that ever had a sentence of `row`, in order."""
        keys = {
            other.key
            for sentence in row.sentences
            for other in self._with[sentence]
            if other.document == row.document
        }
        versions = (version for key in keys for version in self._of_key[row.document, key])
        return sorted(versions, key=lambda version: version.operation)


class _Texts:
    """What some sentences, named for each root of documents, said at any time."""

    def __init__(
        self,
        project: ProjectFile,
        wanted: Mapping[int, set[str]],
        root_of: Mapping[int, int],
        copying: Set[int],
    ) -> None:
        self._texts: defaultdict[Sentence, list[str]] = defaultdict(list)
        self._operations: defaultdict[Sentence, list[int]] = defaultdict(list)
        self.rewriting: set[int] = set()
        for document, root in sorted(root_of.items()):
            for operation, version in project.all_segments(document, wanted.get(root, ())):
                if operation in copying:
                    continue
                sentence = (root, version.segment.id)
                self._texts[sentence].append(version.segment.text if version.present else "")
                self._operations[sentence].append(operation)
                self.rewriting.add(operation)

    def joined(self, sentences: Iterable[Sentence], operation: int) -> str:
        """`domain.joined` of the sentences that had text after `operation`."""
        texts = (self._at(sentence, operation) for sentence in sentences)
        return joined([text for text in texts if text])

    def _at(self, sentence: Sentence, operation: int) -> str:
        place = bisect_right(self._operations[sentence], operation)
        return self._texts[sentence][place - 1] if place else ""


def _row(operation: int, bead: BeadVersion, source: int, texts: _Texts) -> RowVersion:
    left = tuple((source, name) for name in bead.source)
    right = tuple((bead.document, name) for name in bead.target)
    return RowVersion(
        operation,
        bead.document,
        bead.key,
        bead.present,
        left + right,
        texts.joined(left, operation),
        texts.joined(right, operation),
        bead.findings,
    )
