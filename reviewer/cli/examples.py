"""Examples at the end of a command's help."""

from __future__ import annotations


def examples(*lines: str) -> str:
    """The epilog of a parser whose `formatter_class` keeps lines as they are."""
    return "examples:\n" + "\n".join(f"  {line}" for line in lines)
