"""Documents -> sides: their languages, their sentences, and what is page furniture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reviewer import formats
from reviewer.analysis.result import SegmentedDocument
from reviewer.analysis.steps import Steps
from reviewer.domain import Document, ReviewerError, Segment
from reviewer.messages import Message, message
from reviewer.text import languages
from reviewer.text.furniture import furniture_reasons, with_furniture
from reviewer.text.quantities.lexicon import lexicon
from reviewer.text.segments import segments
from reviewer.text.set_aside import Reading, warnings


class SameLanguageError(ReviewerError):
    """A translation is in the language of its source."""


class LongSentenceError(ReviewerError):
    """A document has a sentence, or a unit, longer than LONGEST_SENTENCE."""


class NothingToReviewError(ReviewerError):
    """A document holds no sentence."""


def sides_of(
    source: Document, translations: Sequence[Document], steps: Steps
) -> tuple[SegmentedDocument, list[SegmentedDocument]]:
    """The source and its translations, cut into sentences.

    Raises LongSentenceError, SameLanguageError, NothingToReviewError and Cancelled.
    """
    documents, cut = [], []
    for number, document in enumerate((source, *translations)):
        steps.within(number / (len(translations) + 2))
        documents.append(_in_its_language(document))
        steps.within(number / (len(translations) + 2))
        cut.append(segments(documents[-1], "t" if number else "s"))
        _refuse_endless(documents[-1], cut[-1])
    steps.within((len(translations) + 1) / (len(translations) + 2))
    found = [document.language for document in documents]
    for document, part in zip(documents, cut, strict=True):
        if not part and not _is_side(document):
            raise NothingToReviewError(
                message("{path} holds no text to review.", path=document.path)
            )
    for document, language in zip(translations, found[1:], strict=True):
        # A language that could not be told is not known to be the source's.
        told = language and not _is_side(document)
        if told and languages.base(language) == languages.base(found[0]):
            raise SameLanguageError(
                message(
                    "{path} is in {display_name}, as its source is. Choose another file, or "
                    "set its language by hand.",
                    path=document.path,
                    display_name=languages.display_name(language),
                )
            )
    reasons = _reasons(documents, cut)
    marked = with_furniture(cut, reasons)
    sides = [
        SegmentedDocument(document, document.language, tuple(part), why)
        for document, part, why in zip(documents, marked, reasons, strict=True)
    ]
    return sides[0], sides[1:]


LONGEST_SENTENCE = 100_000
"""Characters: twice a talk of an hour that nobody has given full stops. Of such a sentence full
of figures, every one without its counterpart, the checks take seconds."""


def _refuse_endless(document: Document, part: Sequence[Segment]) -> None:
    """Raises LongSentenceError where one of the sentences is longer than can be checked."""
    endless = next((each for each in part if len(each.text) > LONGEST_SENTENCE), None)
    if endless is not None:
        raise LongSentenceError(
            message(
                "“{path}” has a sentence or segment of more than {value} characters (“{words}”…). "
                "Divide it into sentences.",
                path=document.path,
                value=LONGEST_SENTENCE,
                words=endless.text[:60],
            )
        )


def _is_side(document: Document) -> bool:
    """Whether the document is a side of a bilingual file."""
    return any(block.unit for block in document.blocks)


def _reasons(
    documents: Sequence[Document], cut: Sequence[Sequence[Segment]]
) -> list[dict[int, str]]:
    """For each document what is set aside, and why."""
    said = [_said_by_the_file(*both) for both in zip(documents, cut, strict=True)]
    all_text = [formats.is_all_text(document.format) for document in documents]
    if all(all_text) or any(_is_side(document) for document in documents):
        return said
    found = furniture_reasons(documents, cut)
    return [own if whole else why for own, why, whole in zip(said, found, all_text, strict=True)]


def _said_by_the_file(document: Document, part: Sequence[Segment]) -> dict[int, str]:
    """What the file itself sets aside, and why."""
    blocks = [document.blocks[segment.block] for segment in part]
    return {n: block.reason or "said" for n, block in enumerate(blocks) if block.chrome}


def _in_its_language(document: Document) -> Document:
    """The document with its language, which decides where its sentences end."""
    if document.language:
        return document
    own = [block.text for block in document.blocks if not block.chrome]
    text = "\n".join(own or [block.text for block in document.blocks])
    return replace(document, language=languages.detect_file(document.path, text)[0])


def with_warnings(
    side: SegmentedDocument,
    source: SegmentedDocument | None = None,
    of_languages: Sequence[Message] = (),
) -> SegmentedDocument:
    """The side with what has to be said of what was set aside, of what cannot be compared, and of
    its language; `source` is that of a translation."""
    told = warnings(_reading(side), _reading(source) if source else None)
    unread = formats.not_read(side.document)
    own = (unread,) if unread and not (source and unread in source.warnings) else ()
    return replace(
        side, warnings=(*own, *of_languages, *told, *_unknown_number_words(side.document))
    )


def _unknown_number_words(document: Document) -> tuple[Message, ...]:
    """The warning that numbers in words are not read in the document's language."""
    if not document.language or lexicon(document.language).complete:
        return ()
    return (
        message(
            "“{path}”: the number words of its language are not known, so only figures are "
            "compared.",
            path=document.path,
        ),
    )


def _reading(side: SegmentedDocument) -> Reading:
    return Reading(side.document.path, side.document.blocks, side.segments)
