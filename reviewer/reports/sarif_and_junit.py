"""Findings for what builds and tests: SARIF for code hosts, JUnit for everything else.

SARIF 2.1.0 (OASIS Standard, 27 March 2020). JUnit's XML has no standard; this is the part that
all readers know: suites, cases, failures and what was skipped.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from reviewer import __version__
from reviewer.checks import check_info
from reviewer.domain import Document, Severity
from reviewer.formats.shared.markup import escaped
from reviewer.formats.shared.xml_source import possible
from reviewer.reports.entries import Entry, Found, entries
from reviewer.wording import in_english

if TYPE_CHECKING:
    from reviewer.reports.kinds import Options
    from reviewer.review import Review, TranslationInfo

_LEVELS: dict[Severity, str] = {
    "critical": "error", "major": "error", "minor": "warning", "info": "note",
}  # fmt: skip
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_PLACE = re.compile(r"(?:.*:)?(\d+)-(\d+)\Z")


def sarif(review: Review, translation_ids: Sequence[int], _options: Options) -> bytes:
    """All findings; a dismissed one is suppressed, a fixed one is left out.

    A place is a line of the file where that is a text, and always the number of the row.
    """
    results: list[dict[str, Any]] = []
    rules: dict[str, dict[str, Any]] = {}
    for info in review.translations:
        if info.id not in translation_ids:
            continue
        line_of = _lines(review, info)
        for entry in entries(review, info):
            for one in entry.found:
                if one.state != "fixed":
                    rules.setdefault(one.finding.check, _rule(one.finding.check))
                    results.append(_result(info, entry, one, line_of(entry.key), list(rules)))
    run = {
        "tool": {
            "driver": {"name": "Reviewer", "version": __version__, "rules": list(rules.values())}
        },
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    made = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _rule(check: str) -> dict[str, Any]:
    try:
        facts = check_info(check)
    except KeyError:
        return {"id": check}
    return {
        "id": check,
        "shortDescription": {"text": facts.title},
        "defaultConfiguration": {"level": _LEVELS[facts.severity]},
        "properties": {"its": facts.its, "mqm": facts.mqm},
    }


def _result(
    info: TranslationInfo, entry: Entry, one: Found, line: int | None, rules: Sequence[str]
) -> dict[str, Any]:
    finding = one.finding
    where: dict[str, Any] = {"artifactLocation": {"uri": _uri(info.path)}}
    if line is not None:
        where["region"] = {"startLine": line, "snippet": {"text": entry.target or entry.source}}
    made: dict[str, Any] = {
        "ruleId": finding.check,
        "ruleIndex": rules.index(finding.check),
        "level": _LEVELS[finding.severity],
        "message": {"text": in_english(finding.message)},
        "locations": [
            {
                "physicalLocation": where,
                "logicalLocations": [{"name": f"row {entry.number}", "kind": "row"}],
            }
        ],
        "partialFingerprints": {"finding/v1": one.fingerprint},
        "properties": {
            "severity": finding.severity,
            "kind": finding.kind,
            "decision": one.state,
            "language": info.language,
            "source": entry.source,
            "target": entry.target,
        },
    }
    if one.state == "dismissed":
        suppressed = {"kind": "external", "status": "accepted"}
        made["suppressions"] = [
            suppressed | ({"justification": one.comment} if one.comment else {})
        ]
    return made


def _uri(path: str) -> str:
    from urllib.parse import quote

    return quote(PurePath(path).as_posix())


def _lines(review: Review, info: TranslationInfo) -> Callable[[str], int | None]:
    """The line that a row's translation begins in, for a file that is a text."""
    document = review.document(info.id)
    starts = _line_starts(document)
    places = review.sentence_places(info.id)
    rows = {row.key: row for row in review.rows(info.id)}

    def line(key: str) -> int | None:
        ids = [name for name in rows[key].target_ids if name in places]
        if not starts or not ids:
            return None
        block, span = places[ids[0]]
        found = _PLACE.match(document.blocks[block].place)
        return bisect_right(starts, int(found[1]) + span.start) if found else None

    return line


def _line_starts(document: Document) -> list[int]:
    """Where each line of a text begins; [] for a file that is none."""
    if not document.encoding:
        return []
    try:
        source = document.original.decode(document.encoding)
    except (LookupError, UnicodeDecodeError):
        return []
    return [0, *(found.end() for found in re.finditer(r"\r\n|\r|\n", source))]


def junit(review: Review, translation_ids: Sequence[int], _options: Options) -> bytes:
    """A suite for each translation, a case for each row.

    Open and accepted findings from "major" on fail; the others are told. A row whose findings
    are all dismissed is skipped.
    """
    suites = [
        _suite(info, list(entries(review, info)))
        for info in review.translations
        if info.id in translation_ids
    ]
    tests, failures = sum(one[1] for one in suites), sum(one[2] for one in suites)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuites name="Reviewer" tests="{tests}" failures="{failures}">\n'
        f"{''.join(one[0] for one in suites)}</testsuites>\n"
    ).encode("utf-8", "replace")


def _suite(info: TranslationInfo, rows: Sequence[Entry]) -> tuple[str, int, int]:
    name = _quoted(PurePath(info.path).name)
    cases, failed, skipped = [], 0, 0
    for entry in rows:
        standing = [one for one in entry.found if one.state in ("open", "accepted")]
        grave = [one for one in standing if _LEVELS[one.finding.severity] == "error"]
        dismissed = [one for one in entry.found if one.state == "dismissed"]
        inside = ""
        if grave:
            failed += 1
            first = grave[0].finding
            words = _quoted(in_english(first.message))
            said = escaped(possible(_told(entry, standing)))
            inside = f"<failure type={_quoted(first.check)} message={words}>{said}</failure>"
        elif dismissed and not standing:
            skipped += 1
            inside = f"<skipped message={_quoted(in_english(dismissed[0].finding.message))}/>"
        elif standing:
            inside = f"<system-out>{escaped(possible(_told(entry, standing)))}</system-out>"
        title = _quoted(f"row {entry.number}: {_short(entry.source or entry.target)}")
        cases.append(f"<testcase classname={name} name={title}>{inside}</testcase>\n")
    return (
        f'<testsuite name={name} tests="{len(rows)}" failures="{failed}" skipped="{skipped}" '
        f'errors="0">\n{"".join(cases)}</testsuite>\n',
        len(rows),
        failed,
    )


def _told(entry: Entry, found: Sequence[Found]) -> str:
    lines = [
        f"[{one.finding.severity}] {one.finding.check}: {in_english(one.finding.message)}"
        for one in found
    ]
    return "\n".join([*lines, entry.source, entry.target])


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


def _quoted(text: str) -> str:
    return quoteattr(possible(text))
