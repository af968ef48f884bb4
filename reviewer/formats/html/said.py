"""What the head of a page says of its article, for programs that show links to it: the title, the
lead, and sometimes the whole text. It is evidence of which blocks are the article's."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from reviewer.formats.shared.declared_language import language_tag

LINKED_DATA = "application/ld+json"

_TITLES = frozenset({"og:title", "twitter:title", "headline"})
_LEADS = frozenset({"description", "og:description", "twitter:description", "alternativeheadline"})
_TEXTS = frozenset({"articlebody"})
_AUTHORS = frozenset({"author", "article:author", "byl", "dc.creator"})
_LONGEST = 2_000_000
"""Characters of data that are looked at."""

_DEEPEST = 6
_LEAST = 20.0
"""Letters of a block that stands in the article's text by no accident; one character of Chinese or
Japanese says as much as three."""


@dataclass(slots=True)
class Said:
    """The titles, leads, texts and authors that a page names, the language that it declares (BCP
    47, "" for nothing), and the program that made it."""

    titles: list[str] = field(default_factory=list)
    leads: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    language: str = ""
    generator: str = ""

    def add(self, name: str, value: object) -> None:
        """Take in what is said under a name; other names say nothing here."""
        if not isinstance(value, str) or not value.strip():
            return
        name = name.lower()
        places = (self.titles, self.leads, self.texts, self.authors)
        for known, values in zip((_TITLES, _LEADS, _TEXTS, _AUTHORS), places, strict=True):
            if name in known and value not in values:
                values.append(value)

    def add_meta(self, found: Mapping[str, str]) -> None:
        """Take in the attributes of a `meta` element."""
        name = (found.get("name") or found.get("http-equiv", "")).lower()
        content = found.get("content", "")
        self.add(found.get("property") or name, content)
        if name == "generator":
            self.generator = content
        elif name == "content-language" and not self.language:
            self.language = language_tag(content)

    def add_outermost(self, name: str, found: Mapping[str, str]) -> None:
        """Take in the attributes of the `html` or the `body` element."""
        if not self.language:
            self.language = language_tag(found.get("lang") or found.get("xml:lang", ""))
        if name == "body" and "doc-content" in found.get("class", "").split():
            self.generator = self.generator or "Google Docs"

    def add_data(self, written: str) -> None:
        """Take in a script of linked data; one that cannot be read says nothing."""
        if len(written) > _LONGEST:
            return
        try:
            data = json.loads(written, strict=False)
        except (ValueError, RecursionError):
            return
        for each in _objects(data, _DEEPEST):
            if _is_article(each):
                for name, value in each.items():
                    self.add(name, value)
                for who in _objects(each.get("author"), _DEEPEST):
                    self.add("author", who.get("name"))


def _objects(data: Any, deepest: int) -> Iterator[dict[str, Any]]:
    if deepest and isinstance(data, dict):
        yield data
        for name in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart"):
            yield from _objects(data.get(name), deepest - 1)
    elif deepest and isinstance(data, list):
        for each in data:
            yield from _objects(each, deepest - 1)


def _is_article(data: dict[str, Any]) -> bool:
    kinds = data.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(str(kind).endswith(("Article", "Posting", "Report", "Recipe")) for kind in named)


def plain(text: str) -> str:
    """Its letters and figures in small letters: white space and marks are written in many ways."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(filter(str.isalnum, folded))


def is_long(plain_text: str) -> bool:
    """Whether so many letters stand in another text by no accident."""
    return sum(3 if each >= "\u2e80" else 1 for each in plain_text) >= _LEAST
