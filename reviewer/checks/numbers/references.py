"""Numbers of clauses and sections (1.1, Section 5.1), which look like decimal fractions."""

from __future__ import annotations

import re

from reviewer.text.quantities.items import Item

_POINTED = re.compile(r"\d{1,3}(?:\.\d{1,3})+")
_BEGINNING = re.compile(r"[\s\W]*")
_TEXT_AFTER = re.compile(r"[.)]?\s[\W_]*([^\W\d_])")
_NAME_BEFORE = re.compile(r"(?:(?<![^\s(\[«“„])[^\W\d_][\w-]*\.?|§+)[ \u00a0]$")


def is_reference(a: Item, b: Item, source: str, target: str) -> bool:
    """Whether both sides write the same number of a clause, which follows no locale.

    It numbers the sentence that it begins, or it stands behind a name ("Section 5.1"); or the
    source's own language does not write decimal fractions so.
    """
    if a.raw != b.raw or not _POINTED.fullmatch(a.raw) or a.unit or b.unit or a.scale > 1:
        return False
    if a.kind == "percent" or b.kind == "percent":
        return False
    if a.loose or (_numbers_a_sentence(a, source) and _numbers_a_sentence(b, target)):
        return True
    before = _NAME_BEFORE.search(source, 0, a.start)
    return before is not None and (before[0][0].isupper() or before[0][0] == "§")


def _numbers_a_sentence(item: Item, text: str) -> bool:
    after = _TEXT_AFTER.match(text, item.end)
    return (
        bool(_BEGINNING.fullmatch(text, 0, item.start))
        and after is not None
        and not after[1].islower()
    )
