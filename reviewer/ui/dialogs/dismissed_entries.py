"""What is not raised any more: in a row, in this review, in all reviews, for this client; and the
words that the spelling was taught."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from reviewer.domain import ReviewerError
from reviewer.profiles.profile import ALL_LANGUAGES, Profile
from reviewer.profiles.reading import Layer
from reviewer.review import IgnoreRule, Review
from reviewer.spelling.own_words import learnt_words
from reviewer.ui.dialogs.profile.profile_dialog import ProfileEntry
from reviewer.ui.look.check_facts import check_title, finding_title
from reviewer.wording import in_words, language_name, language_title, tr


@dataclass(frozen=True, slots=True)
class DismissedFinding:
    """`row_key` is "" for what is remembered and stands in no row of this review."""

    fingerprint: str
    translation: int = 0
    row_key: str = ""


@dataclass(frozen=True, slots=True)
class IgnoredKind:
    """A rule of this review, for the language of `translation`."""

    rule: IgnoreRule
    translation: int


@dataclass(frozen=True, slots=True)
class KeptFromProfile:
    """What the review's copy of a profile holds, and no file of this user says (any more)."""

    profile: str


@dataclass(frozen=True, slots=True)
class LearntWord:
    """A word that the user taught for a language (its code), in all reviews."""

    language: str
    word: str


@dataclass(frozen=True, slots=True)
class DismissedEntry:
    """One line: where it holds, what it is, its comment and moment (ISO 8601, UTC) or ""."""

    where: str
    what: str
    thing: DismissedFinding | IgnoredKind | ProfileEntry | KeptFromProfile | LearntWord
    comment: str = ""
    at: str = ""


def all_dismissed(review: Review, layers: Sequence[Layer]) -> list[DismissedEntry]:
    """Everything; `layers` are the files of the review's profile, the uppermost first."""
    return [*_dismissed(review), *_kinds(review), *_by_profile(review, layers), *_learnt()]


def _dismissed(review: Review) -> Iterator[DismissedEntry]:
    remembered = {one.fingerprint: one for one in review.remembered()}
    for info in review.translations:
        index = review.index(info.id)
        for place in index.with_findings:
            if not any(one.state == "dismissed" for one in index.known[place].findings):
                continue
            row = review.row(info.id, index.keys[place])
            for item in row.findings:
                if item.state != "dismissed":
                    continue
                kept = remembered.pop(item.fingerprint, None)
                name = language_title(info.language)
                number = index.number(place) or 0
                yield DismissedEntry(
                    tr("{language}, row {number}; all reviews", language=name, number=number)
                    if kept
                    else tr("{language}, row {number}; only here", language=name, number=number),
                    f"{finding_title(item.finding)}: {in_words(item.finding.message)}",
                    DismissedFinding(item.fingerprint, info.id, row.key),
                    item.comment,
                    kept.at if kept else "",
                )
    for one in remembered.values():
        check, _, words = one.words.partition(": ")
        what = f"{check_title(check)}: {words}" if words else tr("from an earlier version")
        yield DismissedEntry(
            tr("all reviews"), what, DismissedFinding(one.fingerprint), one.comment, one.at
        )


def _kinds(review: Review) -> Iterator[DismissedEntry]:
    """Rules hold for a pair of languages: translations into one language share theirs."""
    source = language_name(review.source.language)
    for language, translation in {one.language: one.id for one in review.translations}.items():
        where = tr(
            "this review, {source} into {target}", source=source, target=language_name(language)
        )
        for rule in review.ignore_rules(translation):
            what = tr("Ignored kind: {kind}", kind=_rule_words(rule))
            yield DismissedEntry(where, what, IgnoredKind(rule, translation))


def _by_profile(review: Review, layers: Sequence[Layer]) -> Iterator[DismissedEntry]:
    try:
        profile = review.profile
    except ReviewerError:  # said where a profile is used
        return
    for tag, weights in profile.weights.items():
        for check in sorted(check for check, weight in weights.items() if weight == "off"):
            what = tr("Check switched off: {check}", check=check_title(check))
            if tag != ALL_LANGUAGES:
                what += f" ({language_name(tag)})"
            found = [one for one in layers if one.says.weights.get(tag, {}).get(check) == "off"]
            yield _in_profile(profile, what, "checks", check, found, layers, tag)
    for word in sorted(profile.approved):
        found = [one for one in layers if word in one.says.approved]
        what = tr("Approved word: {word}", word=word)
        yield _in_profile(profile, what, "approved", word, found, layers)


def _learnt() -> Iterator[DismissedEntry]:
    for language, words in learnt_words().items():
        where = tr("all reviews, {language}", language=language_name(language))
        for word in words:
            yield DismissedEntry(
                where, tr("Learnt word: {word}", word=word), LearntWord(language, word)
            )


def _in_profile(
    profile: Profile,
    what: str,
    part: Literal["checks", "approved"],
    key: str,
    found: Sequence[Layer],
    layers: Sequence[Layer],
    language: str = ALL_LANGUAGES,
) -> DismissedEntry:
    if not found:
        where = tr("profile “{name}”, as this review keeps it", name=profile.name)
        return DismissedEntry(where, what, KeptFromProfile(profile.name))
    path = found[0].path
    where = tr("profile “{name}”, file {file}", name=profile.name, file=path.name)
    return DismissedEntry(where, what, ProfileEntry(part, key, path, layers[0].path, language))


def _rule_words(rule: IgnoreRule) -> str:
    parts = [check_title(rule.check)] if rule.check else [tr("Every check")]
    parts += [part.replace("_", " ") for part in (rule.kind, rule.rule) if part]
    if rule.unit:
        parts.append(tr("unit {unit}", unit=rule.unit))
    if rule.pattern:
        parts.append(tr("text like {pattern}", pattern=rule.pattern))
    return "  ·  ".join(dict.fromkeys(parts))
