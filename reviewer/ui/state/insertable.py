"""What of a source can be put into its translation as it is: figures, names and terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reviewer.ui.state.row_terms import RowTerm


@dataclass(frozen=True, slots=True)
class Insertable:
    """`written` is how the translation's language writes it, `kind` what it is; `words` are all
    that may stand for it."""

    start: int
    written: str
    kind: Literal["figure", "name", "term"]
    words: tuple[str, ...] = ()


def insertable(
    source: str, source_language: str, target_language: str, terms: Sequence[RowTerm] = ()
) -> list[Insertable]:
    """The figures of a source in the convention of the translation's language, its names as they
    stand, and the words that the glossary has for its `terms`, in the order of the source; each
    once. What stands inside a term is the term's."""
    from reviewer.checks.numbers.carried_over import carried_over
    from reviewer.text.names import marks_names, names

    found = [
        Insertable(span.start, written, "figure")
        for span, written in carried_over(source, source_language, target_language)
    ]
    if marks_names(source_language):
        found += [
            Insertable(name.span.start, name.span.of(source), "name")
            for name in names(source, source_language, frozenset())
        ]
    wanted = [term for term in terms if term.wanted]
    found = [one for one in found if not any(term.start <= one.start < term.end for term in wanted)]
    found += [Insertable(term.start, term.wanted[0], "term", term.wanted) for term in wanted]
    once: dict[str, Insertable] = {}
    for one in sorted(found, key=lambda one: one.start):
        once.setdefault(one.written, one)
    return list(once.values())


def next_to_insert(among: list[Insertable], text: str, language: str) -> Insertable | None:
    """The first that a text in a language does not have yet; terms are found in all forms."""
    return next((one for one in among if not _has(text, one, language)), None)


def _has(text: str, one: Insertable, language: str) -> bool:
    if one.kind != "term":
        return one.written in text
    from reviewer.terminology import occurrences

    return any(occurrences(word, text, language) for word in one.words)
