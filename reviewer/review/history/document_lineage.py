"""Which documents of a translation are one and the same, and which count."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from reviewer.store.project import ProjectFile


@dataclass(frozen=True)
class DocumentLineage:
    """To undo the loading of a version, and to do it again, a document is written once more.

    `root_of` has for each document that counts the one that it goes on with (often itself), without
    those that were loaded and taken back. `opened` says which operation brought each root,
    `copying` are those that only wrote one again; `several` that there is more than one document.
    """

    root_of: Mapping[int, int]
    opened: Mapping[int, int]
    copying: Set[int]
    several: bool

    @classmethod
    def of(cls, project: ProjectFile, translation: int, undone: Set[int]) -> DocumentLineage:
        """The lineage of a translation's documents; `undone` are the steps taken back."""
        first = project.first_operations(project.documents_of(translation))
        operations = {one.id: one for one in project.operations_named(first.values())}
        root_of: dict[int, int] = {}
        opened: dict[int, int] = {}
        stood_before: dict[int, int] = {}
        brought: dict[int, int] = {}
        last = 0
        for document, number in sorted(first.items()):
            operation = operations[number]
            if operation.undoes is not None:
                root = stood_before[operation.undoes]
            elif operation.redoes is not None:
                root = brought[operation.redoes]
            else:
                root = document
                stood_before[number], brought[number] = last, root
                opened[root] = number
            root_of[document] = last = root
        gone = {root for root, number in opened.items() if number in undone}
        return cls(
            {document: root for document, root in root_of.items() if root not in gone},
            {root: number for root, number in opened.items() if root not in gone},
            set(first.values()) - set(opened.values()),
            len(first) > 1,
        )
