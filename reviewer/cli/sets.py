"""`reviewer set`: many documents with their translations, a review each."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewer.cli.options import add_command, add_output
from reviewer.cli.telling import tell
from reviewer.domain import SEVERITIES, ReviewerError
from reviewer.messages import message
from reviewer.wording import counted, in_words, language_name, listed, tr, tr_plural

if TYPE_CHECKING:
    from reviewer.sets import DocumentTotals, Sum

NAME = "set"


def add_to(commands: Any) -> None:
    """Add the command and its own commands to the parser's."""
    parser = commands.add_parser(
        NAME,
        help="make a set of reviews from folders, and list how its documents stand",
        description="A set is a file NAME.reviewset beside the reviews of its documents, one "
        "each. `reviewer export NAME.reviewset` exports all of them.",
    )
    inner = parser.add_subparsers(metavar="COMMAND", required=True)
    _add_new(inner)
    _add_list(inner)
    _add_search(inner)


def _add_new(commands: Any) -> None:
    parser = add_command(
        commands,
        "new",
        run_new,
        help="make a review of each document in folders",
        description="Files belong together that have the same name but for the language code; a "
        "bilingual file is a document by itself. Given again, it goes on with the documents that "
        "have no review yet. Exit code 2: some could not be read, and the others were made.",
        examples=(
            "reviewer set new en/ de/ fr/ --output work/news.reviewset",
            "reviewer set new texts/ --dry-run",
        ),
    )
    parser.add_argument(
        "source", type=Path, metavar="FOLDER", help="the sources, or the texts of all languages"
    )
    parser.add_argument(
        "translations", type=Path, nargs="*", metavar="FOLDER", help="their translations"
    )
    add_output(parser, "the .reviewset; NAME-review/NAME.reviewset beside FOLDER if not given")
    parser.add_argument(
        "--dry-run", action="store_true", help="say what belongs together and make nothing"
    )


def _add_list(commands: Any) -> None:
    parser = add_command(
        commands,
        "list",
        run_list,
        help="list the documents of a set with their open findings",
        description="Totals come first. Exit code 1: findings are open.",
        examples=("reviewer set list news.reviewset",),
    )
    parser.add_argument("set", type=Path, metavar="SET", help="a .reviewset file")


def _add_search(commands: Any) -> None:
    parser = add_command(
        commands,
        "search",
        run_search,
        help="find words in all documents of a set",
        description="Sources, translations, back-translations and comments are searched as they "
        "stand now, whatever the case of the letters. Exit code 1: nothing was found; 2: a "
        "document could not be searched.",
        examples=("reviewer set search news.reviewset 'city council'",),
    )
    parser.add_argument("set", type=Path, metavar="SET", help="a .reviewset file")
    parser.add_argument("words", metavar="WORDS", help="what to look for")


def run_search(options: argparse.Namespace) -> int:
    """Print the rows that say the words: document, language and number, then both sides,
    and what says them beside these."""
    from reviewer.sets import Hit, read_set, saying, search

    if not options.words.strip():
        raise ReviewerError(message("Name the words that are looked for."))
    found = failed = 0
    for one in search(read_set(options.set), saying(options.words)):
        if isinstance(one, Hit):
            found += 1
            print(f"{one.name} ({language_name(one.language)}) {one.number}:")  # noqa: T201
            print(f"    {one.source or '–'}\n    {one.target or '–'}")  # noqa: T201
            if one.beside:
                print(f"    [{one.beside}]")  # noqa: T201
        else:
            failed += 1
            tell(f"{one.name}: {in_words(one.why)}")
    tell(tr_plural("{n} row found", "{n} rows found", found))
    return 2 if failed else int(not found)


def run_new(options: argparse.Namespace) -> int:
    """Make the set, and print its path."""
    from reviewer.cli.check import groups_of
    from reviewer.sets.making import set_path, usual_path

    groups = groups_of(options.source, options.translations)
    if options.dry_run:
        for group in groups:
            print(f"{group.source}: {', '.join(map(str, group.translations)) or '–'}")  # noqa: T201
        return 0
    path = set_path(options.output or usual_path(options.source.resolve()))
    from reviewer.analysis import analyse
    from reviewer.cli.progress import Bar
    from reviewer.cli.texts import prepared, translating
    from reviewer.sets import Maker, make_set
    from reviewer.store.memory import Memory

    with Bar(sys.stderr) as bar, translating() as translator, prepared(translator):
        memory = Memory.of_this_user()
        try:
            work = partial(
                analyse, translator=translator, confirmed=memory.confirmed_pairs, takes_part=True
            )
            made = make_set(path, groups, Maker(work, memory), progress=bar.show)
        finally:
            memory.close()
    for words in (*made.notes, *(in_words(why) for _, why in made.failed)):
        tell(words)
    said = tr_plural("{n} review made", "{n} reviews made", made.made)
    if made.kept:
        said += ", " + tr_plural("{n} was there", "{n} were there", made.kept)
    tell(said)
    if made.set is None:
        raise ReviewerError(message("No review was made."))
    print(made.set.path)  # noqa: T201
    return 2 if made.failed else 0


def run_list(options: argparse.Namespace) -> int:
    """Print the documents of a set."""
    from reviewer.sets import read_set, total, totals

    found = totals(read_set(options.set))
    whole = total(found)
    name = tr_plural("All {n} document", "All {n} documents", len(found))
    print(f"{name}: {_findings(whole)}\n")  # noqa: T201
    for one in found:
        print(_document(one))  # noqa: T201
    return 1 if whole.open else 0


def _document(one: DocumentTotals) -> str:
    if one.known is None:
        return f"{one.name}: {in_words(one.problem) or tr('was not closed; open it to see')}"
    each = listed(
        f"{language_name(info.language)} {counts.open}" for info, counts in one.translations
    )
    return f"{one.name}: {_findings(one.sum)} ({each})"


def _findings(one: Sum) -> str:
    found = [counted(level, one.of(level)) for level in SEVERITIES if one.of(level)]
    reviewed = tr(
        "{reviewed} of {sentences} sentences reviewed",
        reviewed=one.reviewed,
        sentences=one.sentences,
    )
    return f"{listed(found) or tr('no findings')}; {reviewed}"
