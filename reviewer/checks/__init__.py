"""What is wrong with a translated sentence: one file per check, one line each in the registry.

The names are imported when they are first asked for: who wants one check does not load all.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reviewer.checks.base import Check, CheckInfo, DocumentCheck
    from reviewer.checks.registry import DOCUMENT_CHECKS, REGISTRY, check_info
    from reviewer.checks.run import ALL_CHECKS, Checks, check_document, check_pair, combined

__all__ = [
    "ALL_CHECKS",
    "DOCUMENT_CHECKS",
    "REGISTRY",
    "Check",
    "CheckInfo",
    "Checks",
    "DocumentCheck",
    "check_document",
    "check_info",
    "check_pair",
    "combined",
]

_HOMES = {
    "ALL_CHECKS": "run",
    "DOCUMENT_CHECKS": "registry",
    "REGISTRY": "registry",
    "Check": "base",
    "CheckInfo": "base",
    "Checks": "run",
    "DocumentCheck": "base",
    "check_document": "run",
    "check_info": "registry",
    "check_pair": "run",
    "combined": "run",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
