"""What a copy of a review is without when it is sent to somebody else."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Collection, Sequence
from itertools import takewhile
from pathlib import Path, PureWindowsPath

from reviewer.store.digests import DOCUMENT_COLUMNS, MOST, OPERATION_COLUMNS, of_operation, of_row
from reviewer.store.messages import message_json

_PATH = DOCUMENT_COLUMNS.split(", ").index("path")
_DETAIL = OPERATION_COLUMNS.split(", ").index("detail")


def made_for_mail(path: Path, *, without_caches: bool) -> None:
    """Take out of a finished file where the texts lay on the disk of its owner: their names stay.

    `without_caches` takes out what can be made again, too: the back-translations.
    """
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        if without_caches:
            connection.execute("DELETE FROM back_translations")
        _keep_names(connection)
        connection.execute("COMMIT")
        # What was deleted must not be left in pages that are free.
        connection.execute("VACUUM")


def _keep_names(connection: sqlite3.Connection) -> None:
    documents = connection.execute(f"SELECT id, {DOCUMENT_COLUMNS} FROM documents").fetchall()
    paths: list[str] = [row[1 + _PATH] for row in documents]
    names = dict(zip(paths, _names(paths), strict=True))
    for number, *values in documents:
        values[_PATH] = names[values[_PATH]]
        connection.execute(
            "UPDATE documents SET path = ?, digest = ? WHERE id = ?",
            (values[_PATH], of_row(tuple(values)), number),
        )
    # Loading a version says which file it was.
    details = {message_json(path): message_json(name) for path, name in names.items()}
    for number, digest, *values in connection.execute(
        f"SELECT id, digest, {OPERATION_COLUMNS} FROM operations"
    ).fetchall():
        name = details.get(values[_DETAIL])
        if name is not None and name != values[_DETAIL]:
            before = of_operation(tuple(values))
            values[_DETAIL] = name
            left = (digest - before + of_operation(tuple(values))) % MOST
            connection.execute(
                "UPDATE operations SET detail = ?, digest = ? WHERE id = ?", (name, left, number)
            )


def _names(paths: Sequence[str]) -> list[str]:
    """The name of each file; where different files have the same one, with the folders below the
    one that they have in common."""
    split = [path.parts[bool(path.anchor) :] for path in map(PureWindowsPath, paths)]
    alike: dict[str, set[tuple[str, ...]]] = {}
    for parts in split:
        alike.setdefault(parts[-1], set()).add(parts)
    return ["/".join(parts[_common(alike[parts[-1]]) :]) for parts in split]


def _common(paths: Collection[tuple[str, ...]]) -> int:
    """How many parts of some paths are the same from the beginning on; all but the name of one."""
    shortest = min(map(len, paths)) - 1
    same = (len(set(parts)) == 1 for parts in zip(*paths, strict=False))
    return min(sum(takewhile(bool, same)), shortest)
