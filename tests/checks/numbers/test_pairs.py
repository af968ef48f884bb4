"""Pairs in forty languages with a verdict: an alarm where a value differs, none where not.

`told.tsv` has the words of every finding on them, with its kind, rule, place, confidence and fix,
by a sum over the letters of the pair, so that none of these changes by a slip; a pair that is not
in it yet is only judged. After a change on purpose look at the difference that this makes:
python -m tests.checks.numbers.test_pairs

`wrong.tsv` has a sum over what is told where source and target change sides, and where a source
stands beside the translation of the line before it: nobody judged these, but no rule changes what
it says of them unseen, and none fails.

The rows of two languages are one test, for a test each would cost more than what it runs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

import pytest

from reviewer.checks.numbers import check_numbers
from reviewer.domain import Finding, Span

TABLE = Path(__file__).parent / "pairs.tsv"
TOLD = TABLE.with_name("told.tsv")
WRONG = TABLE.with_name("wrong.tsv")
ROWS: dict[tuple[str, str], list[list[str]]] = defaultdict(list)
for line in TABLE.read_text("utf-8").splitlines():
    verdict, *languages, source, target = line.split("\t")
    ROWS[languages[0], languages[1]].append([verdict, source, target])


def read(table: Path) -> dict[str, str]:
    return dict(line.split("\t", 1) for line in table.read_text("utf-8").splitlines())


KNOWN, KNOWN_WRONG = read(TOLD), read(WRONG)


def found(languages: tuple[str, str], source: str, target: str) -> list[Finding]:
    return check_numbers(source, target, source_language=languages[0], target_language=languages[1])


def key(languages: tuple[str, str], source: str, target: str) -> str:
    return short("\t".join((*languages, source, target)), 5)


def short(text: str, size: int) -> str:
    return blake2b(text.encode(), digest_size=size).hexdigest()


def told(findings: list[Finding], source: str, target: str) -> str:
    """All that is found on a pair, in one line."""
    return " / ".join(
        f"{one.severity} {one.kind} {one.rule} {one.confidence:g}: {one.message}"
        f" [{parts(one.source_spans, source)} → {parts(one.target_spans, target)}]"
        f" {one.subject}{f', fix {one.fix.span.of(target)!r}: {one.fix.text!r}' if one.fix else ''}"
        for one in findings
    )


def parts(spans: Iterable[Span], text: str) -> str:
    return ", ".join(one.of(text) for one in spans)


@pytest.mark.parametrize(("source_language", "target_language"), sorted(ROWS))
def test_the_pairs_get_their_verdicts(source_language: str, target_language: str) -> None:
    languages = source_language, target_language
    wrong, changed = [], []
    for verdict, source, target in ROWS[languages]:
        findings = found(languages, source, target)
        alarms = [str(f.message) for f in findings if f.severity in ("critical", "major")]
        if bool(alarms) != (verdict == "different"):
            wrong.append((verdict, source, target, alarms))
        now = told(findings, source, target)
        before = KNOWN.get(key(languages, source, target), now)
        if now != before:
            changed.append((source, target, before, now))
    assert not wrong
    assert not changed, "if meant: python -m tests.checks.numbers.test_pairs"


def wrong_pairs(languages: tuple[str, str]) -> Iterator[tuple[tuple[str, str], str, str]]:
    """The pairs of two languages the other way round, and with the target of the line before."""
    rows = ROWS[languages]
    for number, (_, source, target) in enumerate(rows):
        yield (languages[1], languages[0]), target, source
        yield languages, source, rows[number - 1][2]


def told_wrongly(languages: tuple[str, str], source: str, target: str) -> str:
    return short(told(found(languages, source, target), source, target), 3)


@pytest.mark.parametrize(("source_language", "target_language"), sorted(ROWS))
def test_of_wrong_pairs_the_same_is_told_as_ever(
    source_language: str, target_language: str
) -> None:
    changed = []
    for pair in wrong_pairs((source_language, target_language)):
        now = told_wrongly(*pair)
        if now != KNOWN_WRONG.get(key(*pair), now):
            changed.append(pair)
    assert not changed, "if meant: python -m tests.checks.numbers.test_pairs"


if __name__ == "__main__":
    TOLD.write_text(
        "".join(
            f"{key(languages, *pair)}\t{told(found(languages, *pair), *pair)}\n"
            for languages, rows in ROWS.items()
            for _, *pair in rows
        ),
        "utf-8",
    )
    every = dict.fromkeys(pair for languages in ROWS for pair in wrong_pairs(languages))
    WRONG.write_text("".join(f"{key(*one)}\t{told_wrongly(*one)}\n" for one in every), "utf-8")
