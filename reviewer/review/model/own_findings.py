"""What a reviewer finds, beside the checks: categories, and how such findings go with their words.

An own finding stands among the findings of its row like any other; `check` is OWN, `kind` the
category, `subject` what identifies it. Categories are those of the core typology of MQM
(https://themqm.org), as `CheckInfo.mqm` names them too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from reviewer.domain import DecisionAction, Finding, Span
from reviewer.messages import Message, message
from reviewer.review.model.document_sentences import DocumentSentences
from reviewer.review.model.fingerprints import fingerprints
from reviewer.review.model.translation import TranslationState
from reviewer.store.records import BeadVersion, DecisionVersion

OWN = "own"

NOTE = "note"
"""The category of words that a comment is on, and that are no error."""


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of error with the letter that chooses it."""

    name: str
    title: Message
    letter: str


CATEGORIES: tuple[Category, ...] = (
    Category("mistranslation", message("Mistranslation"), "M"),
    Category("omission", message("Omission"), "O"),
    Category("addition", message("Addition"), "A"),
    Category("untranslated", message("Untranslated"), "U"),
    Category("terminology", message("Terminology"), "T"),
    Category("grammar", message("Grammar"), "G"),
    Category("spelling", message("Spelling"), "S"),
    Category("punctuation", message("Punctuation"), "P"),
    Category("unintelligible", message("Unintelligible"), "I"),
    Category("style", message("Style"), "Y"),
    Category("locale-convention", message("Locale convention"), "L"),
    Category("audience-appropriateness", message("Audience"), "D"),
    Category("markup", message("Design and markup"), "K"),
    Category(NOTE, message("Comment, no error"), "C"),
)

_TITLES = {
    **{one.name: one.title for one in CATEGORIES},
    "custom": message("Own rule"),
    "duplication": message("Duplication"),
    "entity": message("Name or place"),
    "inconsistency": message("Inconsistency"),
    "number": message("Number"),
    "number-format": message("Number format"),
    "register": message("Form of address"),
    "unpaired-marks": message("Unpaired marks"),
    "whitespace": message("Whitespace"),
}
"""What categories are called: those that a person can choose, and others that checks name."""


def category_title(name: str) -> Message:
    """What a category is called; of one that this version does not know, its name in words."""
    return _TITLES.get(name) or message("{words}", words=name.replace("-", " ").capitalize())


def mqm_category(finding: Finding) -> str:
    """The MQM issue type of a finding: of an own one its category, else that of its check."""
    if finding.check == OWN:
        return finding.kind
    from reviewer.checks import check_info

    try:
        return check_info(finding.check).mqm
    except KeyError:
        return finding.check


def own_of(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those that a reviewer has found."""
    return tuple(one for one in findings if one.check == OWN)


def standing_or_resting(beads: Mapping[str, BeadVersion]) -> dict[str, BeadVersion]:
    """Of the last versions of rows those that stand, and those that are gone with own findings
    that stand nowhere else, by key. What checks had found in rows that are gone is of no use."""
    standing = {key: bead for key, bead in beads.items() if bead.present}
    known = {one.subject for bead in standing.values() for one in own_of(bead.findings)}
    resting = {
        key: replace(bead, findings=left)
        for key, bead in beads.items()
        if not bead.present
        and (left := tuple(one for one in own_of(bead.findings) if one.subject not in known))
    }
    return standing | resting


def carried(
    before: TranslationState, after: TranslationState, beads: Mapping[str, BeadVersion]
) -> dict[str, tuple[Finding, ...]]:
    """The own findings of the rows that `beads` change, by the row that they go to.

    Each goes where its words are now; with no row that has all of them, to the first that has a
    sentence of its row, without those places that are gone. Where no row has one, its sentences are
    page furniture: the finding rests with its row, which is gone, until they are text again.
    """
    names = {
        name
        for key, bead in beads.items()
        for version in (bead, before.beads.get(key))
        if version
        for name in version.source + version.target
    }
    touched = {key for name in names if (key := before.key_of(name))} | beads.keys()
    had = {key: before.beads[key] for key in touched & before.beads.keys()}
    had |= {
        key: bead
        for key, bead in before.resting.items()
        if key in beads or names.intersection(bead.source + bead.target)
    }
    found: dict[str, list[Finding]] = {}
    present = [key for key, bead in beads.items() if bead.present and key in after.beads]
    for key, old in sorted(had.items()):
        if not old.present:
            found.setdefault(key, [])
        texts = before.source.text(old.source), before.text.text(old.target)
        for finding in own_of(old.findings):
            if not old.present:
                # Page furniture may have been edited.
                finding = within(finding, texts)
            there = _heir(before, after, present, old, finding)
            if there is None:
                found.setdefault(key, []).append(finding)
            else:
                moved = moved_to(finding, texts, _texts(after, there))
                found.setdefault(there, []).append(moved)
    return {key: tuple(findings) for key, findings in found.items()}


def _heir(
    before: TranslationState,
    after: TranslationState,
    present: Iterable[str],
    old: BeadVersion,
    finding: Finding,
) -> str | None:
    """The row that a finding of row `old` goes to; None where nothing of that is left."""
    texts = before.source.text(old.source), before.text.text(old.target)
    kin = [key for key in present if _is_kin(before, old, after.beads[key])]
    stays = [key for key in kin if key == old.key] or [
        key for key in kin if _shares(old, after.beads[key])
    ]
    whole = [key for key in kin if _is_whole(moved_to(finding, texts, _texts(after, key)), finding)]
    return next((key for key in (*(key for key in whole if key in stays), *whole, *stays)), None)


def _is_kin(before: TranslationState, old: BeadVersion, new: BeadVersion) -> bool:
    """Whether a row has sentences of another one, or such as were cut off some sentence."""
    return _shares(old, new) or any(
        name not in before.source and name not in before.text for name in new.source + new.target
    )


def carried_decisions(
    before: TranslationState, after: TranslationState, beads: Iterable[BeadVersion]
) -> Iterator[DecisionVersion]:
    """What was decided of the own findings in `beads`, under the names that they have there."""
    moved = [
        named for bead in beads if bead.present for named in _named(after.source, after.text, bead)
    ]
    if not moved:
        return
    known = {
        finding.subject: before.decisions.get(name)
        for bead in (*before.beads.values(), *before.resting.values())
        for finding, name in _named(before.source, before.text, bead)
    }
    for finding, name in moved:
        number = before.record.translation
        one, there = known.get(finding.subject), before.decisions.get(name)
        if one and (there is None or (there.state, there.comment) != (one.state, one.comment)):
            action: DecisionAction = "dismiss" if one.state == "dismissed" else "accept"
            action = "reopen" if one.state == "open" else action
            yield DecisionVersion(number, name, action, one.state, one.comment)
        elif one is there is None:
            # Its sentence was edited while it was page furniture.
            yield DecisionVersion(number, name, "accept", "accepted", "")


def _named(
    source: DocumentSentences, text: DocumentSentences, bead: BeadVersion
) -> Iterator[tuple[Finding, str]]:
    """The own findings of a row with their fingerprints."""
    if own_of(bead.findings):
        names = fingerprints(source.text(bead.source), text.text(bead.target), bead.findings)
        for finding, name in zip(bead.findings, names, strict=True):
            if finding.check == OWN:
                yield finding, name


def moved_to(finding: Finding, old: tuple[str, str], new: tuple[str, str]) -> Finding:
    """The finding with its places in the new texts (source, translation) of a row.

    Of words that are there several times those nearest to the former place are meant; what is
    gone has no place.
    """
    if old == new:
        return finding
    source, target = (
        tuple(place for span in spans if (place := _place(span, was, now)))
        for spans, was, now in (
            (finding.source_spans, old[0], new[0]),
            (finding.target_spans, old[1], new[1]),
        )
    )
    return replace(finding, source_spans=source, target_spans=target)


def within(finding: Finding, texts: tuple[str, str]) -> Finding:
    """The finding without the places that its texts (source, translation) have not."""
    source, target = (
        tuple(span for span in spans if 0 <= span.start < span.end <= len(text))
        for spans, text in zip((finding.source_spans, finding.target_spans), texts, strict=True)
    )
    return replace(finding, source_spans=source, target_spans=target)


def _place(span: Span, was: str, now: str) -> Span | None:
    words = span.of(was)
    if not words:
        return None
    places = []
    start = now.find(words)
    while start >= 0:
        places.append(start)
        start = now.find(words, start + 1)
    if not places:
        return None
    # Counted from the nearer end: what was typed before the words has moved them.
    from_end = span.start + len(now) - len(was)
    best = min(places, key=lambda place: min(abs(place - span.start), abs(place - from_end)))
    return Span(best, best + len(words))


def _texts(state: TranslationState, key: str) -> tuple[str, str]:
    bead = state.beads[key]
    return state.source.text(bead.source), state.text.text(bead.target)


def _shares(one: BeadVersion, other: BeadVersion) -> bool:
    return bool({*one.source, *one.target} & {*other.source, *other.target})


def _is_whole(moved: Finding, finding: Finding) -> bool:
    return (len(moved.source_spans), len(moved.target_spans)) == (
        len(finding.source_spans),
        len(finding.target_spans),
    )
