"""How a finding is known again: by both sentences and by what it says of them."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reviewer.domain import Finding

if TYPE_CHECKING:
    from hashlib import _Hash

_OF_ROW = "row:"
_STATUS = "reviewed:"


def fingerprints(source: str, target: str, findings: Sequence[Finding]) -> list[str]:
    """A fingerprint for each of a row's findings, all different.

    It stays the same as long as both texts (but for white space), the check, the kind and
    the subject do; message, severity and confidence may change with the program.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    of_texts = _hashed(source, target)
    for finding in findings:
        subject = finding.subject or marked(source, target, finding)
        parts = (finding.check, finding.kind, subject)
        found.append(_name(_hashed(*parts, str(seen[parts]), behind=of_texts)))
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
    return _name(_hashed(*parts))


def _hashed(*parts: str, behind: _Hash | None = None) -> _Hash:
    """The hash of some texts, `behind` those that it already has taken in."""
    plain = [" ".join(unicodedata.normalize("NFC", part).split()) for part in parts]
    made = behind.copy() if behind else hashlib.sha256()
    made.update("\x1e".join(["", *plain] if behind else plain).encode("utf-8", "surrogatepass"))
    return made


def _name(made: _Hash) -> str:
    return made.hexdigest()[:32]
