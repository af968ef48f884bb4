"""What a unit of XLIFF that is translated now says of its state."""

from __future__ import annotations

import re

_STATE = re.compile(r"(\s(?:[\w.-]+:)?(?:state|status)\s*=\s*[\"'])([^\"']*)")
_STATES = {
    "new": "translated",
    "needs-translation": "translated",
    "initial": "translated",
    "NotStarted": "Edited",
}
"""States of a unit without a translation (XLIFF 1.2, 2.3; 2.1, 4.3.1.27; memoQ), and the first
that one with a translation can have. Other states are for people to change."""


def with_state(tag: str, is_segment: bool = False) -> str:
    """A start tag in which no state says that nothing is translated; a segment of XLIFF 2 without
    a state says so."""
    if is_segment and not _STATE.search(tag):
        return re.sub(r"\s*(/?)>\Z", r' state="translated"\1>', tag)
    return _STATE.sub(lambda found: found[1] + _STATES.get(found[2], found[2]), tag)


_CONF = re.compile(r"(\sconf\s*=\s*[\"'])([^\"']*)")
_CONFS = {"": "Translated", "Unspecified": "Translated", "Draft": "Translated"}
"""The same for Trados, whose record of a segment without a translation has mostly no state."""


def with_conf(tag: str) -> str:
    """Trados's record of a segment in which no state says that nothing is translated."""
    if not _CONF.search(tag):
        return re.sub(r"\s*(/?)>\Z", r' conf="Translated"\1>', tag)
    return _CONF.sub(lambda found: found[1] + _CONFS.get(found[2], found[2]), tag)
