"""How a finding is known again: by both sentences and by what it says of them."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Sequence

from reviewer.domain import Finding

_OF_ROW = "row:"
_STATUS = "reviewed:"


def fingerprints(source: str, target: str, findings: Sequence[Finding]) -> list[str]:
    """A fingerprint for each of a row's findings, all different.

    It stays the same as long as both texts (but for white space), the check, the kind and
    the subject do; message, severity and confidence may change with the program.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for finding in findings:
        subject = finding.subject or marked(source, target, finding)
        parts = (finding.check, finding.kind, subject)
        found.append(_digest(source, target, *parts, str(seen[parts])))
        seen[parts] += 1
    return found


def marked(source: str, target: str, finding: Finding) -> str:
    """The pieces of both texts that a finding marks."""
    pieces = [span.of(source) for span in finding.source_spans]
    pieces += [span.of(target) for span in finding.target_spans]
    return "\x1f".join(pieces)


def row_fingerprint(source: str, target: str) -> str:
    """The fingerprint that a remark on a whole row is kept under."""
    return _OF_ROW + _digest(source, target)


def is_of_row(fingerprint: str) -> bool:
    """Whether a fingerprint is one of a whole row."""
    return fingerprint.startswith(_OF_ROW)


def status_name(key: str, source: str, target: str) -> str:
    """The name that the status of a row is kept under: another text has no status yet.

    Unlike a decision it is of one row: two sentences that say the same are read one by one.
    """
    return f"{_STATUS}{key}:{_digest(source, target)}"


def row_of_status(name: str) -> str:
    """The key of the row whose status is kept under a name; "" for any other name."""
    return name.removeprefix(_STATUS).rpartition(":")[0] if name.startswith(_STATUS) else ""


def _digest(*parts: str) -> str:
    plain = (" ".join(unicodedata.normalize("NFC", part).split()) for part in parts)
    return hashlib.sha256("\x1e".join(plain).encode("utf-8", "surrogatepass")).hexdigest()[:32]
