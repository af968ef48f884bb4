"""Punctuation of another script: a Latin comma in Arabic text, a Spanish question without ¿."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reviewer.checks.base import ALIGNED, DocumentCheck, Page
from reviewer.domain import Finding, Fix, Message, Pair, Span, message
from reviewer.text.address_words import ADDRESS_WORD
from reviewer.text.languages import base

_ARABIC = frozenset({"ar", "fa", "ur", "ps", "ku", "ug", "sd", "pnb"})
_OPENED = frozenset({"es", "ast", "an", "gl"})
"""Languages that open a question or exclamation with ¿ or ¡ (Real Academia Española,
Ortografía 3.4.9; usual in Galician, where it is optional: only with a habit of it)."""

_OPTIONAL = frozenset({"gl"})
_LATIN_MARK = re.compile(r"(?<=[\u0620-\u064a\u066e-\u06d3])\s?[,;?](?=\s|$|[\u0600-\u06ff»”\"')])")
_AS_ARABIC = {",": "،", ";": "؛", "?": "؟"}
_CLOSING = re.compile(r"[?!]+(?=\s|$|[»”\"')\]])")
_NOT_ASKED = re.compile(ADDRESS_WORD + r"|\(\s*[?!]+\s*\)")
_MOST_ALIKE = 3
"""More findings of one kind than this are one habit, told once."""


class ScriptMarks(DocumentCheck):
    """Marks of punctuation that the target language writes in its own way.

    A habit of the whole translation is told once, at its first place, with how often it is
    there.
    """

    id = "script-marks"
    title = "Punctuation of the language"
    severity = "minor"
    its = "typographical"
    mqm = "punctuation"
    page = Page(
        finds=message(
            "Latin commas, semicolons and question marks in Arabic script; "
            "Spanish questions and exclamations without their opening mark."
        ),
        languages=message("Arabic script, Spanish, Galician, Asturian"),
        measured=("No faithful row of seven languages is told."),
    )

    def find_all(self, pairs: Sequence[Pair]) -> Mapping[int, list[Finding]]:
        """The findings by index into `pairs`."""
        places: dict[str, list[tuple[int, Span, str]]] = {}
        for index, pair in enumerate(pairs):
            if pair.relation in ALIGNED:
                for kind, span, mended in _faults(pair):
                    places.setdefault(kind, []).append((index, span, mended))
        found: dict[int, list[Finding]] = {}
        for kind, of_kind in places.items():
            habit = len(of_kind) > _MOST_ALIKE
            for index, span, mended in of_kind[:1] if habit else of_kind:
                finding = self._finding(kind, span, mended, pairs[index], len(of_kind))
                found.setdefault(index, []).append(finding)
        return found

    def _finding(self, kind: str, span: Span, mended: str, pair: Pair, count: int) -> Finding:
        return Finding(
            self.id,
            kind,
            "minor",
            _words(kind, span.of(pair.target).strip(), count),
            target_spans=(span,),
            rule=f"script-marks-{kind}",
            subject=kind,
            fix=Fix(span, mended) if mended else None,
        )


def _words(kind: str, mark: str, count: int) -> Message:
    often = count > _MOST_ALIKE
    if kind == "arabic":
        if often:
            return message(
                "“{mark}” is a Latin mark; Arabic script has its own. There are {count} such "
                "marks in this translation.",
                mark=mark,
                count=count,
            )
        return message("“{mark}” is a Latin mark; Arabic script has its own.", mark=mark)
    opening = "¿" if "?" in mark else "¡"
    if often:
        return message(
            "“{opening}” is missing before this sentence, and in {count} places of this "
            "translation.",
            opening=opening,
            count=count,
        )
    return message("“{opening}” is missing before this sentence.", opening=opening)


def _faults(pair: Pair) -> Iterator[tuple[str, Span, str]]:
    """(kind, span, what belongs there or "" when that is for the reviewer to say)."""
    language = base(pair.target_language)
    if language in _ARABIC:
        for match in _LATIN_MARK.finditer(pair.target):
            mark = match[0].strip()
            yield "arabic", Span(match.end() - 1, match.end()), _AS_ARABIC[mark]
    elif language in _OPENED:
        text = _NOT_ASKED.sub(lambda match: " " * len(match[0]), pair.target)
        if language in _OPTIONAL and not re.search("[¿¡]", text):
            return
        before = 0
        for match in _CLOSING.finditer(text):
            if not re.search("[¿¡]", text[before : match.start()]):
                yield "opening", Span(*match.span()), ""
            before = match.end()
