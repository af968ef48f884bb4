"""The nouns of the program: frozen data, no behaviour beyond what the data itself implies.

Every offset is a Python string offset, counted from 0, end exclusive. Every language is a
BCP 47 tag or ISO 639-1 code.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from reviewer.messages import Message

Role = Literal["title", "heading", "caption", "paragraph", "list_item", "table_cell"]
SegmentKind = Literal["body", "heading", "furniture"]
Relation = Literal["aligned", "missing", "added", "moved"]
Severity = Literal["critical", "major", "minor", "info"]

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


BOXED = "boxed"
"""The `Block.reason` of what reads as text in a box that is mostly no part of an article."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-like unit of a document, as its text without markup.

    `place` is the format's own address of the block in the file, which only the format
    that read it understands. `chrome` says that the file's own markup calls the block
    navigation or other page furniture (an HTML `nav`, a docx header); `reason` is a word for
    why (see `reviewer.formats.html.evidence`), "" for what is text.

    In a bilingual file `unit` names the unit that the block is one side of, the same in both
    documents; a side that is not translated has a block without text. `codes` are the inline
    codes in the block (which are no text), `note` what the file says of it (state, comments,
    the times of a subtitle).

    `mark` is the number or bullet that a reader sees before it and that the file's program makes,
    not its author: no part of the text, and compared with nothing.
    """

    text: str
    role: Role = "paragraph"
    place: str = ""
    level: int = 0
    chrome: bool = False
    reason: str = ""
    unit: str = ""
    codes: tuple[str, ...] = ()
    note: str = ""
    mark: str = ""


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
    """Replace `span` of the text of block number `block` by `text` (an empty span inserts).
    `inserted` are the new sentences in it: behind how much of what is replaced, and where."""

    block: int
    span: Span
    text: str
    inserted: tuple[tuple[int, Span], ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class NewBlock:
    """Put `text` as a block of its own behind block number `block`, or before it.

    It gets the look that the document's blocks of this role and level have. Several at one
    place come in their order. `source` is the block that it translates, None if none is known.
    """

    block: int
    text: str
    role: Role = "paragraph"
    level: int = 0
    behind: bool = True
    source: Block | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A `TextEdit` beside this deletes `span` of number `block`; what hangs on it goes as well."""

    block: int
    span: Span


Edit = TextEdit | NewBlock | LeftOut


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
    `free` says that the whole text is translated freely, so that little is sure of what is
    `missing` or `added`.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    relation: Relation
    confidence: float
    fixed: bool = False
    free: bool = False


@dataclass(frozen=True, slots=True)
class Fix:
    """Replace `span` of the target text by `text`."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check has to say of a bead, in a `message`.

    The spans count in the text of the bead's side, which is `joined` of its segments.
    `rule` names the rule of the check that raised it (for switching it off); `confidence`
    (0 to 1) says how sure the check is; `subject` is the part that identifies the finding
    when the sentences' other words change (the figures concerned).
    """

    check: str
    kind: str
    severity: Severity
    message: Message
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

    `others` holds the same source's translation in other languages. `empty_unit`: it is a unit of
    a bilingual file without a translation. `source_codes` and `target_codes` are the inline codes
    of such a unit's sides. `free` is that of the bead. `likeness` is the cosine of what the two
    sides mean to the sentence encoder, where it was asked. `stands`: as what its blocks are in the
    file. `marks` are the numbers or bullets before the sides that no author typed.
    """

    source: str
    target: str
    source_language: str
    target_language: str
    relation: Relation = "aligned"
    confidence: float = 1.0
    back_translation: BackTranslation | None = None
    others: Mapping[str, str] = field(default_factory=dict)
    empty_unit: bool = False
    source_codes: tuple[str, ...] = ()
    target_codes: tuple[str, ...] = ()
    free: bool = False
    likeness: float | None = None
    stands: Literal["text", "heading", "cell"] = "text"
    marks: tuple[str, str] = ("", "")


def joined(texts: Sequence[str]) -> str:
    """The text of one side of a bead: its segments' texts with a space between them.

    Between two figures, as cells of a table hold them, it is a tab: "560 987" is one number.
    """
    whole = " ".join(texts)
    at = 0
    for before, after in pairwise(texts):
        at += len(before)
        if before[-1:].isdecimal() and after[:1].isdecimal():
            whole = f"{whole[:at]}\t{whole[at + 1 :]}"
        at += 1
    return whole


def located(texts: Sequence[str], span: Span) -> list[tuple[int, Span]]:
    """Where a span of `joined(texts)` lies: (index into `texts`, span in that text) each."""
    found: list[tuple[int, Span]] = []
    offset = 0
    for index, text in enumerate(texts):
        start, end = max(span.start - offset, 0), min(span.end - offset, len(text))
        if start < end or (span.start == span.end and 0 <= span.start - offset <= len(text)):
            found.append((index, Span(start, end)))
        offset += len(text) + 1
    return found
