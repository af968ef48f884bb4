"""Checksums of what a review holds, by operation and by document.

They tell accidental damage and say what it touches; they are no defence against somebody
who writes a file on purpose.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol
from zlib import crc32

from reviewer.messages import Message, message
from reviewer.store import rows
from reviewer.store.messages import message_json, read_message

if TYPE_CHECKING:
    from reviewer.store.records import Operation

MOST = 1 << 62
"""Sums are kept below this, so that SQLite can hold and add them."""

DOCUMENT_COLUMNS = (
    "translation, path, format, encoding, language, evidence, blocks, original, added_at"
)
OPERATION_COLUMNS = (
    "at, kind, label, detail, translation, row_key, continues, undoes, redoes, author"
)
_WITHOUT_AUTHOR = OPERATION_COLUMNS.removesuffix(", author")
BACK_TRANSLATION_COLUMNS = "text, package, version, language, translated, reliable"
SETTING_COLUMNS = "key, value"
RULE_COLUMNS = "source_language, target_language, rule"

_VERSIONED = (
    ("segments", rows.SEGMENT_COLUMNS),
    ("beads", rows.BEAD_COLUMNS),
    ("findings", rows.FINDING_COLUMNS),
    ("decisions", rows.DECISION_COLUMNS),
)
_SINGLE = (
    ("documents", DOCUMENT_COLUMNS),
    ("back_translations", BACK_TRANSLATION_COLUMNS),
    ("settings", SETTING_COLUMNS),
    ("ignore_rules", RULE_COLUMNS),
)


def of_row(values: Sequence[Any]) -> int:
    """The checksum of one row, of its values as SQLite gives them back: of `repr(values)`, which
    of a whole document would keep the window waiting while it is made."""
    if not any(isinstance(one, str | bytes) and len(one) > _PIECE for one in values):
        return crc32(repr(values).encode("utf-8", "surrogatepass"))
    total = crc32(b"(")
    for number, value in enumerate(values):
        total = crc32(b", " if number else b"", total)
        for piece in _representation(value):
            total = crc32(piece.encode("utf-8", "surrogatepass"), total)
    return crc32(b",)" if len(values) == 1 else b")", total)


_PIECE = 1 << 16
"""Characters or bytes of a value that are looked at at a time: well under a millisecond."""


def _representation(value: Any) -> Iterator[str]:
    """`repr(value)` in pieces."""
    if isinstance(value, str):
        quote = '"' if "'" in value and '"' not in value else "'"
        # Behind each piece stand the quotes that make `repr` choose as it does for the whole.
        both = "'" if quote == '"' else "'\""
        yield quote
        for begin in range(0, len(value), _PIECE):
            yield repr(value[begin : begin + _PIECE] + both)[1 : -len(repr(both)) + 1]
        yield quote
    elif isinstance(value, bytes):
        quote = '"' if b"'" in value and b'"' not in value else "'"
        ends = b"'" if quote == '"' else b"'\""
        yield f"b{quote}"
        for begin in range(0, len(value), _PIECE):
            yield repr(value[begin : begin + _PIECE] + ends)[2 : -len(repr(ends)) + 2]
        yield quote
    else:
        yield repr(value)


def of_rows(rows_written: Iterable[Sequence[Any]]) -> int:
    """The checksum of several rows in whatever order."""
    return sum(map(of_row, rows_written)) % MOST


class Connection(Protocol):
    """What runs SQL: SQLite's own connection, or sqlite-utils' database."""

    def execute(self, sql: str, values: Any = ..., /) -> Iterable[Any]:
        """The rows of the answer."""


def fill(connection: Connection) -> None:
    """Write the checksums of everything that is there, for a file that had none."""
    for number, found in _found(connection).items():
        connection.execute("UPDATE operations SET digest = ? WHERE id = ?", (found, number))
    for table, columns in _SINGLE:
        key = _KEYS[table]
        for row in list(connection.execute(f"SELECT {key}, {columns} FROM {table}")):
            width = len(key.split(","))
            where = " AND ".join(f"{name.strip()} = ?" for name in key.split(","))
            connection.execute(
                f"UPDATE {table} SET digest = ? WHERE {where}", (of_row(row[width:]), *row[:width])
            )


def problems(connection: Connection) -> Iterator[Message]:
    """What of a review is not as it was written, in words."""
    found = _found(connection)
    said = {
        row[0]: row[1:]
        for row in connection.execute(
            "SELECT id, digest, at, label, translation, row_key FROM operations"
        )
    }
    if said and max(said) != len(said):
        yield message("operations are missing")
    for number in sorted(said.keys() | found.keys()):
        if number not in said:
            yield message(
                "what operation {number} wrote, whose own record is missing", number=number
            )
        elif said[number][0] != found.get(number):
            _, at, label, translation, row_key = said[number]
            yield _step(read_message(label), at, translation, row_key)
    for table, columns in _SINGLE:
        wrong = sum(
            row[0] != of_row(row[1:])
            for row in connection.execute(f"SELECT digest, {columns} FROM {table}")
        )
        if wrong:
            yield _rows_of(table, wrong)


def _step(label: Message, at: str, translation: int | None, row_key: str) -> Message:
    if not translation:
        return message("“{label}” of {at}", label=label, at=at)
    if not row_key:
        return message(
            "“{label}” of {at} in translation {translation}",
            label=label,
            at=at,
            translation=translation,
        )
    return message(
        "“{label}” of {at} in translation {translation}, row {row}",
        label=label,
        at=at,
        translation=translation,
        row=row_key,
    )


def _rows_of(table: str, wrong: int) -> Message:
    match table:
        case "documents":
            return message("{wrong} of the documents", wrong=wrong)
        case "back_translations":
            return message("{wrong} of the back-translations", wrong=wrong)
        case "settings":
            return message("{wrong} of the settings", wrong=wrong)
    return message("{wrong} of the rules", wrong=wrong)


_KEYS = {
    "documents": "id",
    "back_translations": "text, package, version",
    "settings": "key",
    "ignore_rules": "source_language, target_language, rule",
}


def of_operation(values: Sequence[Any]) -> int:
    """The checksum of an operation's own row, of OPERATION_COLUMNS or of those without the author.

    One without an author counts as in files from before there were any.
    """
    columns = len(OPERATION_COLUMNS.split(","))
    return of_row(tuple(values[:-1] if len(values) == columns and not values[-1] else values))


def operation_row(operation: Operation, at: str, author: str) -> tuple[Any, ...]:
    """In the order of OPERATION_COLUMNS."""
    return (
        at,
        operation.kind,
        message_json(operation.label),
        message_json(operation.detail),
        operation.translation,
        operation.row_key,
        operation.continues,
        operation.undoes,
        operation.redoes,
        author,
    )


def _found(connection: Connection) -> Counter[int]:
    """By operation: the checksum of all that is there of it."""
    found: Counter[int] = Counter()
    [version] = next(iter(connection.execute("PRAGMA user_version")))
    columns = OPERATION_COLUMNS if version >= 3 else _WITHOUT_AUTHOR
    for row in connection.execute(f"SELECT id, {columns} FROM operations"):
        found[row[0]] += of_operation(row[1:])
    for table, its_columns in _VERSIONED:
        place = [name.strip() for name in its_columns.split(",")].index("operation")
        for row in connection.execute(f"SELECT {its_columns} FROM {table}"):
            found[row[place]] += of_row(row)
    return Counter({number: total % MOST for number, total in found.items()})
