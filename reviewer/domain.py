"""The nouns of the program: frozen data, no behaviour beyond what the data itself implies.

Every offset is a Python string offset, counted from 0, end exclusive. Every language is a
BCP 47 tag or ISO 639-1 code.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Literal

Role = Literal["title", "heading", "caption", "paragraph", "list_item", "table_cell"]
SegmentKind = Literal["body", "heading", "furniture"]
Relation = Literal["aligned", "missing", "added", "moved"]
Severity = Literal["critical", "major", "minor", "info"]
QuantityKind = Literal[
    "cardinal", "ordinal", "percent", "fraction", "date", "time", "range", "code"
]

SEVERITIES: tuple[Severity, ...] = ("critical", "major", "minor", "info")
"""From the gravest to the lightest."""


class ReviewerError(Exception):
    """Something that the user can put right. Its text says what is wrong and what to do."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A piece `text[start:end]` of some text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The piece of `text` that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-like unit of a document, as its text without markup.

    `place` is the format's own address of the block in the file, which only the format
    that read it understands. `chrome` says that the file's own markup calls the block
    navigation or other page furniture (an HTML `nav`, a docx header).
    """

    text: str
    role: Role = "paragraph"
    place: str = ""
    level: int = 0
    chrome: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it was read: its blocks in reading order and its bytes.

    `format` names the entry in the registry of formats that read it, `encoding` is the
    codec of a text file ("" for others). `language` is "" while it is not known.
    """

    path: str
    format: str
    blocks: tuple[Block, ...]
    original: bytes = field(repr=False)
    encoding: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class TextEdit:
    """Replace `span` of the text of block number `block` by `text` (an empty span inserts)."""

    block: int
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence, or a heading, of a document: `span` of the text of block `block`.

    `text` is what stands there now; it differs from the block's own text when the reviewer
    has changed the sentence. An inserted sentence has an empty span where it belongs.
    """

    id: str
    text: str
    block: int
    span: Span
    kind: SegmentKind = "body"
    role: Role = "paragraph"


@dataclass(frozen=True, slots=True)
class Bead:
    """Source segments and the target segments that translate them, as indices into two lists.

    `confidence` is the probability (0 to 1) that the bead is exactly right. `moved` is an
    aligned bead out of order. `fixed` marks what a person decided and no program may change.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    relation: Relation
    confidence: float
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, date, time or code as written, and every value that the writing may have.

    `unit` is a canonical unit, currency or "" (see `reviewer.text.quantities`);
    `approximate` says that the text itself calls the value a rough one ("about", "over").
    `vague` marks what may be no quantity at all (an article, "dozens"): it answers a
    counterpart and never asks for one. `text` is the canonical form of a code.
    """

    span: Span
    kind: QuantityKind
    values: tuple[Decimal | Fraction, ...]
    unit: str = ""
    approximate: bool = False
    vague: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class Fix:
    """Replace `span` of the target text by `text`."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check has to say of a bead.

    The spans count in the text of the bead's side, which is `joined` of its segments.
    `rule` names the rule of the check that raised it (for switching it off); `confidence`
    (0 to 1) says how sure the check is; `subject` is the part that identifies the finding
    when the sentences' other words change (the figures concerned).
    """

    check: str
    kind: str
    severity: Severity
    message: str
    source_spans: tuple[Span, ...] = ()
    target_spans: tuple[Span, ...] = ()
    rule: str = ""
    confidence: float = 1.0
    subject: str = ""
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class BackTranslation:
    """A target sentence in the source's language, by the package (and version) named.

    An unreliable one (a loop, an empty answer, a copy of the input) is shown as such and is
    evidence for nothing.
    """

    text: str
    package: str
    version: str
    reliable: bool = True


DecisionAction = Literal["accept", "dismiss", "reopen", "comment"]


@dataclass(frozen=True, slots=True)
class Pair:
    """The two sides of a bead as a check sees them.

    `others` holds the same source's translation in other languages, for agreement between
    translations.
    """

    source: str
    target: str
    source_language: str
    target_language: str
    relation: Relation = "aligned"
    confidence: float = 1.0
    back_translation: BackTranslation | None = None
    others: Mapping[str, str] = field(default_factory=dict)


def joined(texts: Sequence[str]) -> str:
    """The text of one side of a bead: its segments' texts with a space between them."""
    return " ".join(texts)


def located(texts: Sequence[str], span: Span) -> list[tuple[int, Span]]:
    """Where a span of `joined(texts)` lies: (index into `texts`, span in that text) each."""
    found: list[tuple[int, Span]] = []
    offset = 0
    for index, text in enumerate(texts):
        start, end = max(span.start - offset, 0), min(span.end - offset, len(text))
        if start < end or (span.start == span.end and 0 <= span.start - offset <= len(text)):
            found.append((index, Span(start, end)))
            if span.start == span.end:
                break
        offset += len(text) + 1
    return found
