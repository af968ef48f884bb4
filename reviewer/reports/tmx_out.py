"""All corrected translations as one translation memory, TMX 1.4b."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from reviewer import __version__
from reviewer.domain import joined
from reviewer.formats.shared.markup import escaped
from reviewer.formats.shared.xml_source import possible

if TYPE_CHECKING:
    from reviewer.reports.kinds import Options
    from reviewer.review import Review, Row


def tmx(review: Review, translation_ids: Sequence[int], options: Options) -> bytes:
    """A unit for each sentence of the source with all languages; sentences that any translation
    renders together are one unit. What no translation has is left out."""
    chosen = [info for info in review.translations if info.id in translation_ids]
    rows = {info.id: [row for row in review.rows(info.id) if _is_pair(row)] for info in chosen}
    source = {one.source_id: one.source for one in review.overview()}
    languages = [info.language or "und" for info in chosen]
    at = re.sub(r"[-:]", "", options.at[:19])
    units = "".join(
        _unit(
            number, at, review.source.language or "und", text, zip(languages, targets, strict=True)
        )
        for number, (text, targets) in enumerate(
            _groups(source, [rows[info.id] for info in chosen]), 1
        )
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
        '<tmx version="1.4">\n'
        f'<header creationtool="Reviewer" creationtoolversion="{__version__}" segtype="sentence" '
        f'o-tmf="Reviewer" adminlang="en" srclang={_quoted(review.source.language or "und")} '
        f'datatype="plaintext" creationdate="{at}Z" creationid={_quoted(options.author)}/>\n'
        f"<body>\n{units}</body>\n</tmx>\n"
    ).encode()


def _quoted(text: str) -> str:
    return quoteattr(possible(text))


def _is_pair(row: Row) -> bool:
    return row.relation is not None and bool(row.source and row.target)


def _groups(
    source: dict[str, str], rows: Sequence[Sequence[Row]]
) -> Iterator[tuple[str, list[str]]]:
    """The source's text and that of each translation, for the smallest groups of sentences that
    no row cuts in two."""
    group_of: dict[str, str] = {name: name for name in source}

    def root(name: str) -> str:
        while group_of[name] != name:
            group_of[name] = group_of[group_of[name]]
            name = group_of[name]
        return name

    for of_one in rows:
        for row in of_one:
            names = [name for name in row.source_ids if name in group_of]
            for name in names[1:]:
                group_of[root(name)] = root(names[0])
    texts: dict[str, list[str]] = {}
    for name, text in source.items():
        texts.setdefault(root(name), []).append(text)
    targets: dict[str, list[list[str]]] = {}
    for number, of_one in enumerate(rows):
        for row in of_one:
            names = [name for name in row.source_ids if name in group_of]
            if names:
                own = targets.setdefault(root(names[0]), [[] for _ in rows])
                own[number].append(row.target)
    for name, of_group in texts.items():
        if name in targets:
            yield joined(of_group), [joined(parts) for parts in targets[name]]


def _unit(
    number: int, at: str, language: str, source: str, targets: Iterator[tuple[str, str]]
) -> str:
    variants = [(language, source), *((code, text) for code, text in targets if text)]
    inside = "".join(
        f"<tuv xml:lang={_quoted(code)}><seg>{escaped(possible(text))}</seg></tuv>"
        for code, text in variants
    )
    return f'<tu tuid="{number}" creationdate="{at}Z">{inside}</tu>\n'
