"""What is to be said of the quantities that nothing answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reviewer.checks.numbers import fixes, pairing, trends, wording
from reviewer.checks.numbers.agreement import converted, family
from reviewer.checks.numbers.matching import Matching
from reviewer.checks.numbers.relative_times import relative_time
from reviewer.checks.numbers.roles import role
from reviewer.checks.numbers.rounding import is_near, is_rounding
from reviewer.checks.numbers.sides import TextFigures, rule_of
from reviewer.checks.numbers.sides import finding as make_finding
from reviewer.checks.numbers.unmatched import SMALL, asks, certain, name_like
from reviewer.domain import Finding
from reviewer.messages import message, plural
from reviewer.text.quantities.approximation import approximates
from reviewer.text.quantities.items import Item
from reviewer.text.quantities.read_texts import read_items


def leftovers(
    matching: Matching, source: TextFigures, target: TextFigures, others: Mapping[str, str]
) -> list[Finding]:
    """The findings on what stands for something else, is missing, or came in."""
    findings: list[Finding] = []
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
        dozens = "dozens" in (a.tags ^ b.tags) or (marked and "a dozen" in (a.tags | b.tags))
        dozens = dozens and is_near(a.value, b.value)
        if not year and (dozens or is_rounding(a.value, b.value, marked=marked)):
            words = message("{source} → {target}: rounded", source=first, target=second)
            return make_finding("rounded", "minor", "rounding", words, a, b, 0.8)
    if _shrinks(a, b, target) or _shrinks(b, a, source):
        return None
    sure = (certain(a) or certain(b)) or family(a) != "number"
    if family(a) == family(b) == "number":
        words = wording.compared(a, b, source.text, target.text)
    else:
        words = message("{source} → {target}", source=first, target=second)
    return make_finding(
        "value", "critical" if sure else "major", rule_of(a), words, a, b, 0.95 if sure else 0.8,
        fixes.fix(a, b, target.text, target.lexicon) if mend else None,
    )  # fmt: skip


def _shrinks(minus: Item, plus: Item, side: TextFigures) -> bool:
    """Whether a value below zero is told as what something shrank by (-0.4 %, a fall of 0.4 %)."""
    if minus.value >= 0 or minus.value != -plus.value or plus.kind != "percent":
        return False
    if "t" in role(plus, side):
        return False  # fell to 7
    words = trends.told(side)
    return bool(words) and not words[0][2] and trends.near(plus, words, side)


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
