"""What a cell of decisions says, in the language of whoever made or edited the table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from reviewer.domain import DecisionAction
from reviewer.wording import in_all_languages

STATES = ("open", "accepted", "dismissed")
ACTIONS: Mapping[str, DecisionAction] = {
    "open": "reopen", "accepted": "accept", "dismissed": "dismiss",
}  # fmt: skip
_DECISION = re.compile(r"(?:(\d{1,9})\s*[.:)]?\s*)?(\D.*)")


def decided(cell: str, count: int) -> tuple[dict[int, str], bool]:
    """The states that a cell names by the number of the finding, of which there are `count`, and
    whether all that it says is one of these. Without findings any decision is one."""
    found: dict[int, str] = {}
    is_all = True
    for line in re.split(r"[\n;,]", cell):
        match = _DECISION.fullmatch(line.strip())
        state = _words().get(" ".join(match[2].split()).casefold()) if match else None
        if match is None or state is None:
            is_all = is_all and not line.strip()
        elif match[1] is None:
            found |= dict.fromkeys(range(count), state)
        elif 0 < int(match[1]) <= count:
            found[int(match[1]) - 1] = state
        else:
            is_all = is_all and not count
    return found, is_all


@cache
def _words() -> dict[str, str]:
    """The states by what they are called in any language, and by what makes them so."""
    called: dict[str, str] = {action: state for state, action in ACTIONS.items()}
    for state in STATES:
        called |= {word.casefold(): state for word in in_all_languages(state)}
    return called
