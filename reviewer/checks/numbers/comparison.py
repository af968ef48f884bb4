"""Two texts' quantities compared, and what that says as findings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from reviewer.checks.numbers import (
    fixes,
    lookalikes,
    order,
    pairing,
    rates,
    references,
    roles,
    wording,
)
from reviewer.checks.numbers.agreement import converted, family, units_agree
from reviewer.checks.numbers.changes import other_changes
from reviewer.checks.numbers.compound_amounts import compound_amounts
from reviewer.checks.numbers.consumption import told_otherwise
from reviewer.checks.numbers.counted_adjectives import other_adjectives
from reviewer.checks.numbers.derived import derived
from reviewer.checks.numbers.directions import directions
from reviewer.checks.numbers.frequency import other_frequency
from reviewer.checks.numbers.matching import Match, Matching, match
from reviewer.checks.numbers.parts_of_periods import other_part
from reviewer.checks.numbers.relative_times import relative_time
from reviewer.checks.numbers.rounding import is_near, is_rounding
from reviewer.checks.numbers.sides import TextFigures, rule_of
from reviewer.checks.numbers.sides import finding as make_finding
from reviewer.checks.numbers.solutions import told_by_volume
from reviewer.checks.numbers.spans_behind import other_span_behind
from reviewer.checks.numbers.units import same_dimension
from reviewer.checks.numbers.unmatched import ABOUT, SMALL, asks, certain, drop_answered, name_like
from reviewer.domain import Finding, message, plural
from reviewer.text.languages import base
from reviewer.text.quantities.approximation import approximates
from reviewer.text.quantities.items import Item, is_currency
from reviewer.text.quantities.lexicon import Lexicon
from reviewer.text.quantities.read_texts import read_items

MIXED = frozenset({"es", "ar"})
"""Languages whose regions use both separator conventions (CLDR: es-MX, ar-MA)."""


TIMES = frozenset({"second", "minute", "quarter_hour", "half_hour", "hour", "day", "week", "month",
                   "year", "decade_span", "century_span", "millennium"})  # fmt: skip


def compare(source: TextFigures, target: TextFigures, others: Mapping[str, str]) -> list[Finding]:
    """Every finding of the pair, gravest first in reading order."""
    findings = lookalikes.weekdays(source, target)
    if source.periods and target.periods:
        findings += lookalikes.periods(source, target)
    if source.lexicon.facts.get("counted") and target.lexicon.facts.get("counted"):
        findings += other_adjectives(source, target)
    if source.spans and target.spans and not source.items and not target.items:
        findings += lookalikes.lone_spans(Matching(), source, target)
    if not source.items and not target.items:
        return findings
    matching = matched(source, target)
    findings += [f for m in matching.matches for f in _matched(m, source, target)]
    findings += [f for m in matching.matches for f in directions(m, source, target)]
    findings += [f for m in matching.matches for f in other_part(m, source, target)]
    if matching.matches:
        findings += other_changes(matching, source, target)
    measured = [m for m in matching.matches if m.source.unit and m.target.unit]
    findings += [f for m in measured for f in rates.other_rate(m, source, target)]
    if source.spans or target.spans:
        findings += other_frequency(matching, source, target)
        findings += other_span_behind(matching.matches, source, target)
    findings += order.turned(source, target)
    findings += order.other_scores(source, target)
    if len(matching.matches) > 1:
        findings += order.turned_dates(source, target, matching)
        exchanged = order.swapped(source, target, matching)
        findings += exchanged or roles.exchanged(source, target, matching)
    if matching.source and matching.target:
        references.drop_references(matching, source, target)
        findings += told_otherwise(matching, source, target)
        findings += told_by_volume(matching, source, target)
        findings += lookalikes.magnitudes(matching, source, target)
        findings += lookalikes.vague_pairs(matching, source, target)
        findings += lookalikes.months(matching, source, target)
    if matching.source or matching.target:
        findings += derived(matching, source, target)
    if source.spans and target.spans:
        findings += lookalikes.lone_spans(matching, source, target)
    if matching.source or matching.target:
        findings += lookalikes.other_spans(matching, source, target)
        drop_answered(matching, source, target)
    if matching.source or matching.target:
        findings += _unmatched(matching, source, target, others)
    if source.lexicon.complete and target.lexicon.complete:
        return findings
    return [_unsure(f, target) if f.kind in _ALONE else f for f in findings]


def _unsure(finding: Finding, target: TextFigures) -> Finding:
    """A figure that is alone where a word that is not known may say the number."""
    note = (
        message("number words of the source are not known")
        if target.lexicon.complete
        else message("number words of the translation are not known")
    )
    return replace(
        finding,
        message=finding.message.noted(note),
        confidence=finding.confidence * _WORDS_UNKNOWN,
    )


_ALONE = ("missing", "extra")
_WORDS_UNKNOWN = 0.7
"""What is left of the confidence where a language's number words are not known."""


def matched(source: TextFigures, target: TextFigures) -> Matching:
    """Which quantity answers which, and what is left on both sides."""
    first, second = _marked(source, target.lexicon), _marked(target, source.lexicon)
    return match(*_without_copies(first, second, source, target))


def _marked(side: TextFigures, other: Lexicon) -> list[Item]:
    """The quantities, those with a unit with what a conversion asks of the text around them.

    A place counted from the end is a plain one to a language whose words for that are not known.
    """
    items = [_with_context(item, side) if item.unit else item for item in side.items]
    if other.facts.get("counts_from_end"):
        return items
    return [replace(item, unit="") if item.unit == "from_end" else item for item in items]


def _without_copies(
    first: list[Item], second: list[Item], source: TextFigures, target: TextFigures
) -> tuple[list[Item], list[Item]]:
    """The quantities without the codes that both texts write alike ("Figure 3.4m")."""
    if len(first) + len(second) > _MANY:
        return first, second
    both = (first, source, second, target), (second, target, first, source)
    for items, side, others, other in both:
        for item in [i for i in items if i.kind == "code"]:
            written = side.text[item.start : item.end]
            place = re.search(rf"(?<!\w){re.escape(written)}(?!\w)", other.text)
            if place is None or not any(c.isalpha() for c in written):
                continue
            inside = [o for o in others if place.start() <= o.start and o.end <= place.end()]
            if inside and all(o.kind != "code" for o in inside):
                items.remove(item)
                others[:] = [o for o in others if not any(o is i for i in inside)]
    return first, second


_MANY = 400
"""More quantities than that are no sentence's, and none of them is looked for elsewhere."""


def _with_context(item: Item, side: TextFigures) -> Item:
    tags = item.tags
    if approximates(side.text, item, side.lexicon):
        tags |= ABOUT
    if item.unit == "degree" and base(side.language) == "en":
        tags |= {"perhaps fahrenheit"}
    if item.unit == "pound" and side.lexicon.facts.get("metric_pound"):
        tags |= {"perhaps half a kilogram"}
    return item if tags == item.tags else replace(item, tags=tags)


def _matched(found: Match, source: TextFigures, target: TextFigures) -> list[Finding]:
    """What is to be said of two quantities that agree in value."""
    a, b = found.source, found.target
    if found.how in ("converted", "share"):
        return _loosely(found, source, target)
    if found.how == "reading" and "ambiguous" in (a.tags | b.tags):
        return _misread(a, b, source, target)
    if a.raw != b.raw and references.other_version(a, b, source, target):
        words = message("{source} → {target}", source=a.raw, target=b.raw)
        return [make_finding("value", "major", "version", words, a, b, 0.8)]
    if b.loose and references.is_reference(a, b, source.text, target.text):
        return []
    if b.loose and family(a) == family(b) == "number" and b.unit != "decade":
        fix = fixes.fix(a, b, target.text, target.lexicon)
        written = target.text[b.start : b.end]
        return [
            make_finding(
                "format", "minor", "separators",
                message("{written}: the separators are not those of the language",
                        written=written),
                a, b, 0.9, fix,
            )
        ]  # fmt: skip
    if a.vague or b.vague or found.how == "equivalent":
        return []
    if not units_agree(a, b) and family(a) == "number":
        return _unit(a, b, source, target)
    if (a.unit == "point") != (b.unit == "point") and a.kind == b.kind == "percent":
        return _unit(a, b, source, target)
    return []


def _may_be_either(item: Item) -> bool:
    """Whether a figure may be grouped or have decimals in a language that writes both.

    Before a scale word the language's own reading is meant, unless its decimals end in a zero.
    """
    decimals = (item.value * Fraction(1, item.scale)).denominator > 1
    return item.scale == 1 or (decimals and item.raw.endswith("0"))


def _loosely(found: Match, source: TextFigures, target: TextFigures) -> list[Finding]:
    """A conversion or a share in words; what is exactly the same is no finding."""
    a, b = found.source, found.target
    first, second = wording.described(a, source.text), wording.described(b, target.text)
    if found.how == "share":
        words = message("{source} → {target}: told as a share", source=first, target=second)
        return [make_finding("rounded", "minor", "share", words, a, b, 0.8)]
    if a.vague or b.vague or (a.unit in TIMES and b.unit in TIMES):
        return []
    if "cent" in (a.unit, b.unit):
        return []
    words = message("{source} → {target}: converted to another unit", source=first, target=second)
    return [make_finding("rounded", "minor", "conversion", words, a, b, 0.8)]


def _misread(a: Item, b: Item, source: TextFigures, target: TextFigures) -> list[Finding]:
    """The same figure under another reading of its separators."""
    if a.scale > 1 and b.scale > 1 and not {"ambiguous"} & (a.tags | b.tags):
        return []
    fix = fixes.fix(a, b, target.text, target.lexicon)
    written = target.text[b.start : b.end]
    excused = any(i.loose for i in source.items + target.items)
    mixed = any(
        base(side.language) in MIXED and "ambiguous" in item.tags and _may_be_either(item)
        for item, side in ((a, source), (b, target))
    )
    words = wording.compared(a, b, source.text, target.text)
    if "ambiguous" in b.tags:
        words = words.noted(
            message("{written} is read by the separators of the language", written=written)
        )
    if excused or mixed:
        return [make_finding("format", "minor", "separators", words, a, b, 0.6, fix)]
    return [make_finding("value", "critical", "separators", words, a, b, 0.85, fix)]


def _unit(a: Item, b: Item, source: TextFigures, target: TextFigures) -> list[Finding]:
    words = message(
        "{source} → {target}: the unit changes from {source_unit} to {target_unit}",
        source=source.text[a.start : a.end],
        target=target.text[b.start : b.end],
        source_unit=wording.named(a.unit or "percent"),
        target_unit=wording.named(b.unit or "percent"),
    )
    points = (a.unit == "point") != (b.unit == "point")
    other_power = a.unit.rstrip("23") == b.unit.rstrip("23")
    grave = (
        points
        or other_power
        or same_dimension(a.unit, b.unit)
        or (_may_be_money(a.unit) and _may_be_money(b.unit))
    )
    return [
        make_finding(
            "unit", "major" if grave else "minor", "unit", words, a, b, 0.8 if grave else 0.5
        )
    ]


def _may_be_money(unit: str) -> bool:
    """Whether a unit is money; a pound that stands against money is."""
    return is_currency(unit) or unit == "pound"


def _unmatched(
    matching: Matching, source: TextFigures, target: TextFigures, others: Mapping[str, str]
) -> list[Finding]:
    findings: list[Finding] = []
    findings += compound_amounts(matching, source, target)
    pairs, missing, extra = pairing.pair(matching.source, matching.target)
    mend = len(pairs) <= fixes.MOST
    for a, b in pairs:
        finding = _differing(a, b, source, target, mend=mend)
        if finding is not None:
            findings.append(_with_others(finding, a, others))
    for item in missing:
        if name_like(item):
            continue
        if asks(item, source, target):
            written = wording.described(item, source.text)
            grave = certain(item)
            findings.append(
                _with_others(
                    make_finding("missing", "critical" if grave else "major", rule_of(item),
                             message("{quantity} has no counterpart in the translation",
                                     quantity=written),
                             item, None, 0.9 if grave else 0.7),
                    item, others,
                )
            )  # fmt: skip
    repeated = {m.target.value for m in matching.matches if not m.target.spelled}
    for item in extra:
        if asks(item, target, source) and not name_like(item):
            written = wording.described(item, target.text)
            if item.value in repeated and item.value > SMALL and item.day is None:
                findings.append(
                    make_finding(
                        "extra",
                        "minor",
                        "repeated",
                        message("{quantity} is repeated", quantity=written),
                        None,
                        item,
                        0.4,
                    )
                )
                continue
            words = relative_time(item, source)
            if words:
                findings.append(
                    make_finding(
                        "extra", "minor", "relative",
                        message("{quantity} is named where the source says “{words}”",
                                quantity=written, words=words),
                        None, item, 0.5,
                    )
                )  # fmt: skip
                continue
            findings.append(
                make_finding("extra", "critical" if certain(item) else "major", rule_of(item),
                         message("{quantity} has no counterpart in the source",
                                 quantity=written),
                         None, item, 0.9 if certain(item) else 0.7)
            )  # fmt: skip
    return findings


def _differing(
    a: Item, b: Item, source: TextFigures, target: TextFigures, *, mend: bool
) -> Finding | None:
    """Two leftovers that stand for each other and differ."""
    first, second = wording.described(a, source.text), wording.described(b, target.text)
    if family(a) == family(b) == "number":
        marked = approximates(target.text, b, target.lexicon) or approximates(
            source.text, a, source.lexicon
        )
        year = a.raw.isdigit() and 1000 <= a.value <= 2100 and not a.unit and not marked
        if converted(a, b):
            words = message(
                "{source} → {target}: converted to another unit", source=first, target=second
            )
            return make_finding("rounded", "minor", "conversion", words, a, b, 0.8)
        dozens = "dozens" in (a.tags ^ b.tags) and is_near(a.value, b.value)
        if not year and (dozens or is_rounding(a.value, b.value, marked=marked)):
            words = message("{source} → {target}: rounded", source=first, target=second)
            return make_finding("rounded", "minor", "rounding", words, a, b, 0.8)
    sure = (certain(a) or certain(b)) or family(a) != "number"
    if family(a) == family(b) == "number":
        words = wording.compared(a, b, source.text, target.text)
    else:
        words = message("{source} → {target}", source=first, target=second)
    return make_finding(
        "value", "critical" if sure else "major", rule_of(a), words, a, b, 0.95 if sure else 0.8,
        fixes.fix(a, b, target.text, target.lexicon) if mend else None,
    )  # fmt: skip


def _with_others(finding: Finding, item: Item, others: Mapping[str, str]) -> Finding:
    """What the other translations of the same sentence say about the source's value."""
    if not others:
        return finding
    kept = 0
    for language, text in others.items():
        values = {v for i in read_items(text, language) for p in (i, *i.parts) for v in p.values}
        kept += item.value in values
    total = len(others)
    if kept == total:
        note = plural("the other translation keeps it", "all other translations keep it", total)
        return replace(finding, message=finding.message.noted(note),
                       confidence=min(0.99, finding.confidence + 0.05))  # fmt: skip
    if kept == 0 and total > 1:
        return replace(
            finding,
            message=finding.message.noted(
                message("no other translation has it: look at the source")
            ),
            confidence=finding.confidence * 0.7,
        )
    note = plural(
        "{kept} of {n} other translation keeps it",
        "{kept} of {n} other translations keep it",
        total,
        kept=kept,
    )
    return replace(finding, message=finding.message.noted(note))
