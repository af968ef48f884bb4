"""Own rules in tables: read from CSV, xlsx and Okapi's pattern files, written as CSV.

A table has a first row that names the settings of a rule: name, source, target, report, unless,
severity, mqm, message, replacement, regular (1 or yes), languages, good, bad; other columns are
passed over. A pattern file of Okapi's CheckMate has no such row but five columns parted by tabs:
whether it is on (1), severity (0 to 2), source, target ("<same>" for the source's), description.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from reviewer.checks.own_rules import OwnRule
from reviewer.domain import Severity
from reviewer.formats import atomic
from reviewer.formats.errors import FormatError
from reviewer.formats.file_bytes import only_file, why_unreadable
from reviewer.formats.tables import delimited, xlsx
from reviewer.messages import message
from reviewer.profiles.profile import ProfileError
from reviewer.profiles.reading import rule_of

_LARGEST = 10 * 2**20
_COLUMNS = tuple("message" if one.name == "words" else one.name for one in fields(OwnRule))
_YES = frozenset({"1", "yes", "true", "x"})
_SAME = "<same>"
_OKAPI_COLUMNS = 5
_OKAPI_SEVERITIES: dict[str, Severity] = {"0": "info", "1": "minor", "2": "major"}


def read_rules(path: Path) -> tuple[OwnRule, ...]:
    """The rules in a file. Raises ProfileError, which names the line that is no rule."""
    try:
        if only_file(path).stat().st_size > _LARGEST:
            raise ProfileError(message("“{path}” is too large for a table of rules.", path=path))
        data = path.read_bytes()
        excel = path.suffix.lower() in (".xlsx", ".xlsm")
        rows = (xlsx if excel else delimited).rows_of(str(path), data)
        plain = [] if excel else data.decode("utf-8-sig", "replace").splitlines()
    except OSError as error:
        raise ProfileError(why_unreadable(path, error)) from error
    except FormatError as error:
        raise ProfileError(*error.args) from error
    patterns = list(_of_okapi(plain))
    tables = patterns or list(_of_table(rows))
    if not tables:
        raise ProfileError(
            message(
                "“{path}” holds no rules. A table needs a first row with name, source or target.",
                path=path,
            )
        )
    return tuple(rule_of(table, f"{path.name} {number}") for number, table in enumerate(tables, 1))


def with_rules(rules: Iterable[OwnRule], others: Sequence[OwnRule]) -> list[OwnRule]:
    """Rules with others behind them; one of the same name gives way."""
    names = {rule.name for rule in others}
    return [*(rule for rule in rules if rule.name not in names), *others]


def write_rules(path: Path, rules: Sequence[OwnRule]) -> None:
    """Write rules as a table that `read_rules` reads. Raises UnwritableFileError."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows([_cell(getattr(rule, one.name)) for one in fields(OwnRule)] for rule in rules)
    atomic.write_text(path, out.getvalue())


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    return ("1" if value else "") if isinstance(value, bool) else str(value or "")


def _of_table(rows: Sequence[Sequence[str]]) -> Iterator[dict[str, Any]]:
    names = [name.strip().casefold() for name in rows[0]] if rows else []
    if not {"source", "target"}.intersection(names):
        return
    for number, row in enumerate(rows[1:], 1):
        cells = {name: cell.strip() for name, cell in zip(names, row, strict=False)}
        if not (cells.get("source") or cells.get("target")):
            continue
        table: dict[str, Any] = {
            name: cell for name, cell in cells.items() if cell and name in _COLUMNS
        }
        table.setdefault("name", f"{cells.get('source') or cells.get('target')} {number}")
        if "regular" in table:
            table["regular"] = table["regular"].casefold() in _YES
        if "languages" in table:
            languages = table["languages"].replace(";", ",").split(",")
            table["languages"] = [one.strip() for one in languages if one.strip()]
        yield table


def _of_okapi(lines: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Nothing where the first line is none of a pattern file."""
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = line.split("\t")
        if len(parts) != _OKAPI_COLUMNS or parts[0] not in ("0", "1"):
            return
        on, severity, source, target, description = parts
        if on == "1" and (source or target):
            yield {
                "name": description.strip() or f"Pattern {number}",
                "source": source,
                "target": source if target == _SAME else target,
                "report": "target_lacks" if source else "in_target",
                "severity": _OKAPI_SEVERITIES.get(severity.strip(), "minor"),
                "regular": True,
            }
