"""What formats, kinds of export, checks and options of the command line declare of themselves.

Each declares facts by switches that many rooms read: whether a format takes new blocks, whether a
report is signed, what an option is when nobody gives it. `declared_facts.txt` has them all, so that
none changes by a slip. After a change on purpose: python -m tests.test_declared_facts
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from reviewer.checks import DOCUMENT_CHECKS, REGISTRY
from reviewer.cli.program import command_parsers
from reviewer.formats.registry import FORMATS
from reviewer.reports.kinds import KINDS

TABLE = Path(__file__).with_name("declared_facts.txt")
WORDS = {"title", "tip", "unread", "changed", "page"}
"""For people; the catalogues and the pages of the documentation have them."""


def facts() -> Iterator[str]:
    """One line for each."""
    for form in FORMATS:
        yield f"format {form.name}: {declared(form)}"
    for kind in KINDS:
        yield f"export {kind.name}: {declared(kind)}"
    for check in (*REGISTRY, *DOCUMENT_CHECKS):
        kept = ("severity", "its", "mqm", "compares_sides", "marks_whole_side")
        kept += ("reads_back_translation", "explains", "relations")
        said = {name: getattr(check, name) for name in kept if hasattr(check, name)}
        yield f"check {check.id}: {written(said)}"
    for name, parser in sorted(command_parsers().items()):
        for action in parser._actions:
            if not isinstance(action, argparse._SubParsersAction):
                yield f"{name} {option(action)}"


def option(action: argparse.Action) -> str:
    said = {
        "default": action.default,
        "const": action.const,
        "nargs": action.nargs,
        "required": action.required,
        "choices": list(action.choices) if action.choices else None,
        "type": getattr(action.type, "__name__", None),
    }
    name = "/".join(action.option_strings) or action.dest
    return f"{name} ({type(action).__name__.strip('_')}): {written(said)}"


def declared(item: object) -> str:
    """What the fields of an entry say that are not for people."""
    known = (one for one in fields(item) if one.name not in WORDS | {"name"})  # type: ignore[arg-type]
    return written({one.name: getattr(item, one.name) for one in known})


def written(said: dict[str, object]) -> str:
    """The facts that say something, in order."""
    return " ".join(
        f"{name}={','.join(map(str, sorted(value) if isinstance(value, frozenset) else value))}"
        if isinstance(value, list | tuple | frozenset)
        else f"{name}={value}"
        for name, value in said.items()
        if value not in (None, "", False, (), [], frozenset())
    )


def test_they_are_as_they_were_meant() -> None:
    assert TABLE.read_text("utf-8").splitlines() == list(facts())


if __name__ == "__main__":
    TABLE.write_text("".join(f"{line}\n" for line in facts()), "utf-8")
