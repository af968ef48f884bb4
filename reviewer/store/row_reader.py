"""Reading rows of a project file, one reader at a time."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from reviewer.store.errors import making_sense, told_plainly
from reviewer.store.guard import Guard

Inputs = ParamSpec("Inputs")
Result = TypeVar("Result")
Reader = TypeVar("Reader", bound="RowReader")


def sensible(
    method: Callable[Concatenate[Reader, Inputs], Result],
) -> Callable[Concatenate[Reader, Inputs], Result]:
    """A reading that raises DamagedReview when what it reads makes no sense."""

    @wraps(method)
    def read(self: Reader, /, *values: Inputs.args, **named: Inputs.kwargs) -> Result:
        with making_sense(self.path):
            return method(self, *values, **named)

    return read


def one_of(column: str, values: Iterable[str | int]) -> tuple[str, str]:
    """A condition with one mark: the column is one of `values`, however many; and what the mark
    stands for."""
    return f"{column} IN (SELECT value FROM json_each(?))", json.dumps(list(values))


class RowReader:
    """A file that is read from: a damaged one is told plainly."""

    def __init__(self, path: Path, connection: sqlite3.Connection, guard: Guard) -> None:
        self.path = path
        self._connection = connection
        self._guard = guard
        self._one_at_a_time = threading.RLock()

    def _rows(self, sql: str, values: Iterable[Any] = ()) -> list[Sequence[Any]]:
        with self._guarded():
            return self._connection.execute(sql, tuple(values)).fetchall()

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        with self._one_at_a_time, told_plainly(self.path):
            self._guard.begin()
            yield
