"""Words that a language's table lists, as one pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable


def pattern_of(written: Iterable[str]) -> re.Pattern[str]:
    """A pattern of all forms: a form stands for itself as a whole word or several, * for any
    letters; one that begins with ~ is a regular expression. None of them: it matches nothing."""
    parts = [form[1:] if form.startswith("~") else _whole(form) for form in written]
    return re.compile("|".join(f"(?:{part})" for part in parts) or "(?!)", re.IGNORECASE)


def _whole(form: str) -> str:
    letters = r"\w*".join(map(re.escape, form.split("*")))
    return rf"(?<!\w){letters}(?!\w)"
