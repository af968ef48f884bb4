"""What a table of texts asks of its model, besides what Qt asks."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Protocol, cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex

from reviewer.ui.table.cells import Cell

Index = QModelIndex | QPersistentModelIndex


class CellModel(Protocol):
    """The text columns of a model, what stands in each cell, and a stamp for each line that
    changes whenever the line looks different, but for what is painted over its text (matches of
    a search, marks of figures): by it laid-out text is kept. `letters` says how long a text is,
    without all that a cell needs besides. `prepare` says which lines are asked for next."""

    text_columns: tuple[int, ...]

    def cell(self, number: int, column: int) -> Cell: ...
    def letters(self, number: int, column: int) -> int: ...
    def stamp(self, number: int) -> Hashable: ...
    def prepare(self, numbers: Sequence[int]) -> None: ...
    def rowCount(self, parent: Index = ...) -> int: ...


def cell_model(model: QAbstractItemModel) -> CellModel:
    """The model of one of our tables, as what it is besides a model of Qt."""
    return cast("CellModel", model)
