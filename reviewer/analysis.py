"""The way through: documents -> segments -> back-translation -> beads -> findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Protocol, TypeVar

from reviewer.alignment.align import align
from reviewer.alignment.second_look import Text, recalled, without_unanswered
from reviewer.checks import Checks, combined
from reviewer.domain import (
    BackTranslation,
    Bead,
    Document,
    Finding,
    Message,
    Pair,
    ReviewerError,
    Segment,
    joined,
    message,
)
from reviewer.machine_translation.encoders import VectorsOnDemand
from reviewer.machine_translation.errors import Cancelled
from reviewer.processes import Call, Processes, fitting
from reviewer.profiles import Profile
from reviewer.text import languages
from reviewer.text.furniture import furniture_reasons, with_furniture
from reviewer.text.segments import segments
from reviewer.text.set_aside import Reading, warnings
from reviewer.text.units import by_unit, has_units, unit_facts

Confirmed = Callable[[str, str], frozenset[tuple[str, str]]]
"""The pairs of sentences that a reviewer confirmed, for a source and a target language."""

Progress = Callable[[str, float], None]
"""Called with what is being done, in words, and the share that is done (0 to 1)."""


T = TypeVar("T")

_WORTH_PROCESSES = 1_200
"""Sentences of all translations together from which starting processes costs less than it
gives: a process needs some 0.6 s to begin, a thousand sentences some 1.5 s of work."""


class SameLanguageError(ReviewerError):
    """A translation is in the language of its source."""


class NothingToReviewError(ReviewerError):
    """A document holds no sentence."""


class Translator(Protocol):
    """What the analysis needs of the machine translation."""

    def evidence(self, from_language: str, to_language: str) -> str | None:
        """The package that would translate, as "argos PACKAGE VERSION"; None without one."""

    def translate(
        self,
        texts: Sequence[str],
        from_language: str,
        to_language: str,
        *,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> list[BackTranslation]:
        """The translations, parallel to `texts`."""


@dataclass(frozen=True)
class Side:
    """A document cut into segments, in a known language.

    `reasons` says why a segment is furniture (`reviewer.text.reasons`), by its index;
    `warnings` what a person has to know of how the document was read.
    """

    document: Document
    language: str
    segments: tuple[Segment, ...]
    reasons: Mapping[int, str] = field(default_factory=dict)
    warnings: tuple[Message, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """A translation beside its source.

    The beads' indices count in the sides' `segments`; furniture stands in no bead.
    `findings` is parallel to `beads`. `back_translations` is keyed by target segment index.
    `evidence` is "argos PACKAGE VERSION" or "none", `encoder` is "encoder NAME VERSION" where
    one helped in the alignment, else "".
    """

    side: Side
    beads: tuple[Bead, ...]
    findings: tuple[tuple[Finding, ...], ...]
    back_translations: Mapping[int, BackTranslation] = field(default_factory=dict)
    evidence: str = "none"
    encoder: str = ""


@dataclass(frozen=True)
class Analysis:
    """A source and its translations, aligned and checked."""

    source: Side
    translations: tuple[Comparison, ...]
    profile: Profile | None = None


def analyse(
    source: Document,
    translations: Sequence[Document],
    *,
    translator: Translator | None = None,
    confirmed: Confirmed | None = None,
    profile: Profile | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Analysis:
    """Align every translation with the source and check it.

    A document's `language` is taken as said; "" has it detected. `confirmed` gives the pairs
    that earlier reviews confirmed, `profile` what the client wants. Raises SameLanguageError and
    NothingToReviewError, and Cancelled soon after `cancelled()` is true.
    """
    steps = _Steps(1 + 3 * len(translations), progress, cancelled)
    steps.begin("Reading the documents")
    original, sides = _sides(source, translations)
    translated = []
    for side in sides:
        steps.begin(f"Translating {languages.display_name(side.language)} back")
        translated.append(_back_translate(original, side, translator, steps))
    with Processes(_processes(sides)) as processes:
        comparisons = _all_aligned(original, sides, translated, confirmed, processes, steps)
        looked = recalled(
            _text(original),
            [(_text(each.side), each.beads, each.back_translations) for each in comparisons],
        )
        if looked is not None:
            original = _with(original, looked[0])
            sides = [_with(*each) for each in zip(sides, looked[1], strict=True)]
            translated = [_back_translate(original, side, translator, steps) for side in sides]
            comparisons = _all_aligned(original, sides, translated, confirmed, processes, steps)
        original, comparisons = _answered(original, comparisons)
        checks = (profile or Profile()).checks()
        checked = _all_checked(original, comparisons, checks, processes, steps)
    return replace(_warned(original, checked), profile=profile)


def _text(side: Side) -> Text:
    """The side; only what its markup calls furniture can be called back."""
    blocks, parts = side.document.blocks, side.segments
    marked = {n: why for n, why in side.reasons.items() if blocks[parts[n].block].chrome}
    return Text(parts, side.language, marked)


def _with(side: Side, text: Text) -> Side:
    kept = {n: why for n, why in side.reasons.items() if text.segments[n].kind == "furniture"}
    return replace(side, segments=text.segments, reasons={**kept, **text.reasons})


def _answered(source: Side, comparisons: Sequence[Comparison]) -> tuple[Side, list[Comparison]]:
    """The same where nothing is in doubt that no translation has."""
    paired = [bead for each in comparisons for bead in each.beads if bead.source and bead.target]
    matched = {index for bead in paired for index in bead.source}
    source = _with(source, without_unanswered(_text(source), source.document.blocks, matched))
    made = []
    for each in comparisons:
        own = {index for bead in each.beads if bead.source for index in bead.target}
        text = without_unanswered(_text(each.side), each.side.document.blocks, own)
        side = _with(each.side, text)
        beads = tuple(
            bead
            for bead in each.beads
            if not all(source.segments[index].kind == "furniture" for index in bead.source)
            or not all(side.segments[index].kind == "furniture" for index in bead.target)
        )
        made.append(replace(each, side=side, beads=beads, findings=((),) * len(beads)))
    return source, made


def _warned(source: Side, comparisons: Sequence[Comparison]) -> Analysis:
    """The result, with what has to be said of what was set aside."""
    first = _said(source)
    made = [replace(each, side=_said(each.side, source)) for each in comparisons]
    return Analysis(first, tuple(made))


def _said(side: Side, beside: Side | None = None) -> Side:
    return replace(side, warnings=warnings(_reading(side), _reading(beside) if beside else None))


def _reading(side: Side) -> Reading:
    return Reading(side.document.path, side.document.blocks, side.segments)


def _processes(sides: Sequence[Side]) -> int:
    """How many processes align and check `sides`; short texts are done before one has begun."""
    sentences = sum(len(side.segments) for side in sides)
    return fitting(len(sides)) if sentences >= _WORTH_PROCESSES else 1


def _all_aligned(
    source: Side,
    sides: Sequence[Side],
    translated: Sequence[tuple[dict[int, BackTranslation], str]],
    confirmed: Confirmed | None,
    processes: Processes,
    steps: _Steps,
) -> list[Comparison]:
    calls = [
        partial(
            _aligned,
            source,
            side,
            back,
            confirmed(source.language, side.language) if confirmed else frozenset(),
        )
        for side, (back, _) in zip(sides, translated, strict=True)
    ]
    found = steps.together("Aligning", sides, calls, processes)
    return [
        Comparison(side, own, ((),) * len(own), back, evidence, encoder)
        for side, (own, encoder), (back, evidence) in zip(sides, found, translated, strict=True)
    ]


def _all_checked(
    source: Side,
    comparisons: Sequence[Comparison],
    checks: Checks,
    processes: Processes,
    steps: _Steps,
) -> list[Comparison]:
    counterparts = [_counterparts(comparison) for comparison in comparisons]
    calls = [
        partial(
            _checked, source, comparison, counterparts[:number] + counterparts[number + 1 :], checks
        )
        for number, comparison in enumerate(comparisons)
    ]
    found = steps.together("Checking", [each.side for each in comparisons], calls, processes)
    return [
        replace(comparison, findings=findings)
        for comparison, findings in zip(comparisons, found, strict=True)
    ]


def pair_of(
    source: Side,
    comparison: Comparison,
    bead: Bead,
    others: Mapping[str, str] | None = None,
) -> Pair:
    """A bead of `comparison` as the checks see it."""
    target = comparison.side
    facts = unit_facts(
        source.document.blocks,
        [source.segments[index] for index in bead.source],
        target.document.blocks,
        [target.segments[index] for index in bead.target],
    )
    return Pair(
        source=joined([source.segments[index].text for index in bead.source]),
        target=joined([target.segments[index].text for index in bead.target]),
        source_language=source.language,
        target_language=target.language,
        relation=bead.relation,
        confidence=bead.confidence,
        back_translation=_joined_back(comparison.back_translations, bead),
        others=others or {},
        empty_unit=facts.empty_unit,
        source_codes=facts.source_codes,
        target_codes=facts.target_codes,
        free=bead.free,
    )


class _Steps:
    """Tells how far the analysis is and stops it when asked."""

    def __init__(
        self, total: int, progress: Progress | None, cancelled: Callable[[], bool] | None
    ) -> None:
        self._total, self._progress, self._cancelled = total, progress, cancelled
        self._done, self._words = -1, ""
        self._told = 0.0

    def begin(self, words: str) -> None:
        self._done += 1
        self._words = words
        self.within(0.0)

    def together(
        self,
        doing: str,
        sides: Sequence[Side],
        calls: Sequence[Call[T]],
        processes: Processes,
    ) -> list[T]:
        """The results of one call for each side, each of which is a step."""
        first = self._done + 1

        def show(done: int, share: float) -> None:
            number = min(done, len(sides) - 1)
            self._done = first + number
            self._words = f"{doing} {languages.display_name(sides[number].language)}"
            self.within(share if done < len(sides) else 1.0)

        show(0, 0.0)
        results = processes.run(calls, progress=show, cancelled=self.stopped)
        self._done = first + len(sides) - 1
        return results

    def within(self, share: float) -> None:
        if self.stopped():
            raise Cancelled
        if self._progress:
            # Texts in which something was called back are aligned twice.
            self._told = max(self._told, min((self._done + share) / self._total, 1.0))
            self._progress(self._words, self._told)

    def stopped(self) -> bool:
        return self._cancelled is not None and self._cancelled()


def _sides(source: Document, translations: Sequence[Document]) -> tuple[Side, list[Side]]:
    documents = [_in_its_language(document) for document in (source, *translations)]
    cut = [
        segments(document, "s" if number == 0 else "t") for number, document in enumerate(documents)
    ]
    found = [document.language for document in documents]
    for document, part in zip(documents, cut, strict=True):
        if not part and not _is_side(document):
            raise NothingToReviewError(
                message("{path} holds no text to review.", path=document.path)
            )
    for document, language in zip(translations, found[1:], strict=True):
        if not _is_side(document) and languages.base(language) == languages.base(found[0]):
            raise SameLanguageError(
                message(
                    "{path} is in {display_name}, as its source is. Choose another file, or "
                    "set its language by hand.",
                    path=document.path,
                    display_name=languages.display_name(language),
                )
            )
    if any(_is_side(document) for document in documents):
        marked = [_set_aside(document, part) for document, part in zip(documents, cut, strict=True)]
        reasons = [_said_by_the_file(part) for part in marked]
    else:
        reasons = furniture_reasons(documents, cut)
        marked = with_furniture(cut, reasons)
    sides = [
        Side(document, document.language, tuple(part), why)
        for document, part, why in zip(documents, marked, reasons, strict=True)
    ]
    return sides[0], sides[1:]


def _is_side(document: Document) -> bool:
    """Whether the document is a side of a bilingual file."""
    return any(block.unit for block in document.blocks)


def _set_aside(document: Document, part: Sequence[Segment]) -> list[Segment]:
    """Segments of a bilingual file: what the file itself sets aside, and nothing else, is."""
    return [
        replace(segment, kind="furniture") if document.blocks[segment.block].chrome else segment
        for segment in part
    ]


def _said_by_the_file(segments: Sequence[Segment]) -> dict[int, str]:
    return {n: "said" for n, segment in enumerate(segments) if segment.kind == "furniture"}


def _in_its_language(document: Document) -> Document:
    """The document with its language, which decides where its sentences end."""
    if document.language:
        return document
    own = [block.text for block in document.blocks if not block.chrome]
    text = "\n".join(own or [block.text for block in document.blocks])
    return replace(document, language=languages.detect(text)[0])


def _content(side: Side) -> list[int]:
    return [index for index, segment in enumerate(side.segments) if segment.kind != "furniture"]


def _back_translate(
    source: Side, side: Side, translator: Translator | None, steps: _Steps
) -> tuple[dict[int, BackTranslation], str]:
    evidence = translator and translator.evidence(side.language, source.language)
    if not translator or not evidence:
        return {}, "none"
    content = _content(side)
    translated = translator.translate(
        [side.segments[index].text for index in content],
        side.language,
        source.language,
        progress=lambda done, total: steps.within(done / max(total, 1)),
        cancelled=steps.stopped,
    )
    return dict(zip(content, translated, strict=True)), evidence


def _aligned(
    source: Side,
    side: Side,
    back: Mapping[int, BackTranslation],
    confirmed: frozenset[tuple[str, str]],
    *,
    within: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> tuple[tuple[Bead, ...], str]:
    """The beads, and the encoder that helped in finding them ("" for none)."""
    if cancelled():
        raise Cancelled
    within(0.0)
    if has_units(source.document.blocks, side.document.blocks):
        return tuple(_unit_beads(source, side, back, confirmed, within, cancelled)), ""
    left, right = _content(source), _content(side)

    def go_on() -> None:
        if cancelled():
            raise Cancelled

    vectors = VectorsOnDemand(
        ([source.segments[index].text for index in left], source.language),
        ([side.segments[index].text for index in right], side.language),
        go_on=go_on,
    )
    beads = _text_beads(
        source, side, left, right, back, confirmed, vectors=vectors, cancelled=cancelled
    )
    return beads, vectors.evidence


def _unit_beads(
    source: Side,
    side: Side,
    back: Mapping[int, BackTranslation],
    confirmed: frozenset[tuple[str, str]],
    within: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> Iterator[Bead]:
    """The beads of a bilingual file: its units are pairs, in which sentences are aligned."""
    units = list(by_unit(source.segments, side.segments))
    for number, (left, right) in enumerate(units):
        if cancelled():
            raise Cancelled
        within(number / len(units))
        if len(left) == 1 and len(right) == 1:
            yield Bead(left, right, "aligned", 1.0)
        elif not right:
            yield from (Bead((index,), (), "missing", 1.0) for index in left)
        elif not left:
            yield from (Bead((), (index,), "added", 1.0) for index in right)
        else:
            yield from _text_beads(source, side, left, right, back, confirmed)


def _text_beads(
    source: Side,
    side: Side,
    left: Sequence[int],
    right: Sequence[int],
    back: Mapping[int, BackTranslation],
    confirmed: frozenset[tuple[str, str]],
    vectors: VectorsOnDemand | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Bead, ...]:
    beads = align(
        [source.segments[index].text for index in left],
        [side.segments[index].text for index in right],
        source_language=source.language,
        target_language=side.language,
        back_translation=[_evidence_text(back.get(index)) for index in right] if back else None,
        source_headings=_headings(source, left),
        target_headings=_headings(side, right),
        confirmed=confirmed,
        source_paragraphs=[source.segments[index].block for index in left],
        target_paragraphs=[side.segments[index].block for index in right],
        vectors=vectors,
        cancelled=cancelled,
    )
    return tuple(
        replace(
            bead,
            source=tuple(left[index] for index in bead.source),
            target=tuple(right[index] for index in bead.target),
        )
        for bead in beads
    )


def _evidence_text(translation: BackTranslation | None) -> str | None:
    return translation.text if translation and translation.reliable else None


def _headings(side: Side, indices: Sequence[int]) -> frozenset[int]:
    return frozenset(
        number for number, index in enumerate(indices) if side.segments[index].kind == "heading"
    )


def _joined_back(back: Mapping[int, BackTranslation], bead: Bead) -> BackTranslation | None:
    parts = [back[index] for index in bead.target if index in back]
    if not parts or len(parts) < len(bead.target):
        return None
    return replace(
        parts[0],
        text=joined([part.text for part in parts]),
        reliable=all(part.reliable for part in parts),
    )


def _counterparts(comparison: Comparison) -> tuple[str, dict[tuple[int, ...], str]]:
    """The language of a translation and the text that it has for each group of source segments."""
    texts = comparison.side.segments
    return comparison.side.language, {
        bead.source: joined([texts[index].text for index in bead.target])
        for bead in comparison.beads
        if bead.source and bead.target
    }


def _checked(
    source: Side,
    comparison: Comparison,
    others: Sequence[tuple[str, Mapping[tuple[int, ...], str]]],
    checks: Checks,
    *,
    within: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> tuple[tuple[Finding, ...], ...]:
    pairs = [
        pair_of(
            source,
            comparison,
            bead,
            {language: texts[bead.source] for language, texts in others if bead.source in texts},
        )
        for bead in comparison.beads
    ]
    across = _check_across(comparison.beads, pairs, checks)
    findings = []
    for number, pair in enumerate(pairs):
        if cancelled():
            raise Cancelled
        within(number / len(pairs))
        findings.append(combined(checks.of_pair(pair), across.get(number, ())))
    return tuple(findings)


def _check_across(
    beads: Sequence[Bead], pairs: Sequence[Pair], checks: Checks
) -> dict[int, list[Finding]]:
    """The document's own checks, which read the pairs in the order of the translation."""
    order = sorted(range(len(beads)), key=lambda number: (beads[number].target or (-1,), number))
    found = checks.of_document([pairs[number] for number in order])
    return {order[place]: findings for place, findings in found.items()}
