"""What the fields of a review may hold, checked by SQLite before anything is made of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import get_args

from reviewer.domain import SEVERITIES, DecisionAction, Relation, Role, SegmentKind
from reviewer.messages import Message, message
from reviewer.store.records import DecisionState, OperationKind

_MOST = 1 << 31


def _words(*columns: str) -> list[str]:
    return [f"typeof({column}) = 'text'" for column in columns]


def _numbers(*columns: str) -> list[str]:
    return [
        f"typeof({column}) = 'integer' AND {column} BETWEEN 0 AND {_MOST}" for column in columns
    ]


def _flags(*columns: str) -> list[str]:
    return [f"typeof({column}) = 'integer' AND {column} IN (0, 1)" for column in columns]


def _one_of(column: str, values: Iterable[str]) -> str:
    return f"{column} IN ({', '.join(repr(value) for value in values)})"


def _share(column: str) -> str:
    return f"typeof({column}) IN ('real', 'integer') AND {column} BETWEEN 0 AND 1"


def _earlier(column: str) -> str:
    return f"{column} IS NULL OR typeof({column}) = 'integer' AND {column} BETWEEN 1 AND id - 1"


_RULES: dict[str, list[str]] = {
    "documents": [
        *_numbers("id", "translation"),
        *_words("path", "format", "encoding", "language", "evidence", "blocks", "added_at"),
        "typeof(original) = 'blob'",
    ],
    "operations": [
        *_numbers("id"),
        "typeof(translation) = 'integer' AND translation BETWEEN -1 AND 100000",
        *_words("at", "kind", "label", "detail", "row_key"),
        _one_of("kind", get_args(OperationKind)),
        _earlier("continues"),
        _earlier("undoes"),
        _earlier("redoes"),
    ],
    "segments": [
        *_numbers("document", "operation", "block", "start", "end"),
        *_words("id", "text"),
        "id <> '' AND instr(id, ' ') = 0",
        "typeof(rank) = 'real' AND abs(rank) < 1e15",
        "start <= end",
        _one_of("kind", get_args(SegmentKind)),
        _one_of("role", get_args(Role)),
        *_flags("present"),
    ],
    "beads": [
        *_numbers("document", "operation"),
        *_words("key", "source", "target"),
        "key <> ''",
        "trim(source || target) <> ''",
        _one_of("relation", get_args(Relation)),
        _share("confidence"),
        *_flags("fixed", "present"),
    ],
    "findings": [
        *_numbers("document", "operation", "position"),
        *_words("key", "check_id", "kind", "message", "source_spans", "target_spans", "rule"),
        *_words("subject"),
        _one_of("severity", SEVERITIES),
        _share("confidence"),
        "fix IS NULL OR typeof(fix) = 'text'",
    ],
    "decisions": [
        *_numbers("translation", "operation"),
        *_words("fingerprint", "comment"),
        _one_of("action", get_args(DecisionAction)),
        _one_of("state", get_args(DecisionState)),
    ],
    "back_translations": [
        *_words("text", "package", "version", "language", "translated"),
        *_flags("reliable"),
    ],
    "ignore_rules": _words("source_language", "target_language", "rule"),
    "settings": _words("key", "value"),
}


_SINCE_VERSION_3 = {"operations": _words("author")}


def condition(table: str, version: int = 3) -> str:
    """What is true in SQL of every row of a table that the program has written."""
    rules = [*_RULES[table], *(_SINCE_VERSION_3.get(table, ()) if version >= 3 else ())]
    return " AND ".join(f"coalesce({rule}, 0)" for rule in rules)


def problems(connection: sqlite3.Connection) -> Iterator[Message]:
    """Which tables hold something that the program never writes, in words.

    The file may be one of an older version that is not brought up to date yet.
    """
    [version] = connection.execute("PRAGMA user_version").fetchone()
    for table in _RULES:
        [wrong] = connection.execute(
            f"SELECT count(*) FROM {table} WHERE NOT ({condition(table, version)})"
        ).fetchone()
        if wrong:
            yield message(
                "{wrong} of the rows of “{table}” make no sense", wrong=wrong, table=table
            )
    for broken in connection.execute("PRAGMA foreign_key_check").fetchmany(1):
        yield message("rows of “{table}” belong to nothing", table=str(broken[0]))
