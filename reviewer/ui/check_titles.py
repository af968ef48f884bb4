"""What the checks are called in the window."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=1)
def _titles() -> dict[str, str]:
    from reviewer.checks import REGISTRY

    return {check.id: check.title for check in REGISTRY}


def check_title(check: str) -> str:
    """The title of a check; of one that this version does not know, its id in words."""
    return _titles().get(check) or check.replace("_", " ").replace("-", " ").capitalize()
