"""`reviewer profiles`: begin a client's profile, see whether one is right, move its rules."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from reviewer.domain import ReviewerError
from reviewer.messages import message

NAME = "profiles"


def add_to(commands: Any) -> None:
    """Add the command to the parser's commands."""
    parser = commands.add_parser(
        NAME,
        help="begin a client's profile, and see whether one is right",
        description="A profile says which checks count, and has glossaries, rules and approved "
        "words. `reviewer check --profile FILE` checks by it.",
    )
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    beginning = actions.add_parser("new", help="write a profile with an example of everything")
    beginning.add_argument("profile", type=Path, metavar="FILE", help="the file to begin")
    beginning.set_defaults(run=_new)
    looking = actions.add_parser(
        "show",
        help="say what a profile asks for, or what is wrong with it",
        description="Exit code 0: it is right; 2: it is not.",
    )
    looking.add_argument("profile", type=Path, metavar="FILE", help="the file to look at")
    looking.set_defaults(run=_show)
    taking = actions.add_parser(
        "import",
        help="take rules from tables and pattern files into a profile",
        description="Tables (CSV, TSV, xlsx) whose first row names the settings of a rule, and "
        "pattern files of Okapi's CheckMate. A rule of a name that there is gives way. A profile "
        "that there is not is begun; nothing is written where one of the files is wrong.",
    )
    taking.add_argument("profile", type=Path, metavar="FILE", help="the profile")
    taking.add_argument("rules", type=Path, nargs="+", metavar="RULES", help="the files of rules")
    taking.set_defaults(run=_import)
    giving = actions.add_parser("export", help="write the rules of a profile as a table (CSV)")
    giving.add_argument("profile", type=Path, metavar="FILE", help="the profile")
    giving.add_argument("table", type=Path, metavar="TABLE", help="the file to write")
    giving.set_defaults(run=_export)


def _new(options: argparse.Namespace) -> int:
    from reviewer.formats.atomic import write_text

    if options.profile.exists():
        raise ReviewerError(message("{path} exists already.", path=options.profile))
    write_text(options.profile, EXAMPLE)
    print(options.profile)  # noqa: T201
    return 0


def _show(options: argparse.Namespace) -> int:
    from reviewer.checks import check_info
    from reviewer.profiles import read_profile

    profile = read_profile(options.profile)
    lines = [f"{profile.name}"]
    for language, weights in profile.weights.items():
        where = "" if language == "*" else f" ({language})"
        lines += [
            f"  {check_info(check).title}{where}: {weight}" for check, weight in weights.items()
        ]
    lines += [f"  glossary {one.name}: {len(one.terms)} terms" for one in profile.glossaries]
    lines += [f"  rule {rule.name}: {rule.severity}" for rule in profile.rules]
    for language, wanted in profile.style.items():
        where = "" if language == "*" else f" ({language})"
        lines += [f"  style{where}: {key} {text}" for key, text in wanted.items()]
    if profile.approved:
        lines.append(f"  approved: {', '.join(sorted(profile.approved))}")
    print("\n".join(lines))  # noqa: T201
    return 0


def _import(options: argparse.Namespace) -> int:
    from reviewer.profiles.editing import ProfileFile
    from reviewer.profiles.reading import rule_of
    from reviewer.profiles.rule_tables import read_rules, with_rules

    path = options.profile
    file = ProfileFile(path) if path.exists() else ProfileFile.new(path)
    file.profile()  # what is wrong with it is said before anything is added
    rules = [rule_of(data, path.stem) for data in file.rules()]
    for table in options.rules:
        found = read_rules(table)
        rules = with_rules(rules, found)
        print(f"{table}: {len(found)}")  # noqa: T201
    file.set_rules(rules)
    file.profile()
    file.save()
    return 0


def _export(options: argparse.Namespace) -> int:
    from reviewer.profiles import read_profile
    from reviewer.profiles.rule_tables import write_rules

    rules = read_profile(options.profile).rules
    write_rules(options.table, rules)
    print(f"{options.table}: {len(rules)}")  # noqa: T201
    return 0


EXAMPLE = """\
# What a client wants. Lines that begin with # are not read.

# glossaries = ["terms.csv"]     # TBX, CSV or xlsx, beside this file
# approved = ["Tessarin"]        # names and words that are right as they are
# based_on = "house.toml"        # another profile below this one

[checks]
# whitespace = "off"             # off, or at most info, minor, major, critical

# [checks.de]                    # for translations into German alone
# names = "minor"

# [style]                        # for all languages; [style.de] for German alone
# quotes = "„…“"                 # the outer quotation marks
# numbers = "12.345"             # how long numbers are grouped; or "12 345", "12345"
# address = "formal"             # how the reader is addressed; or informal

# [[rules]]
# name = "Percent"
# target = "Prozent"             # words in any form; "source" looks in the source
# report = "in_target"           # or target_lacks, source_lacks, in_source, both, counts_differ
# languages = ["de"]
# replacement = "%"
# severity = "minor"
# message = "The client writes %."
# good = "3 %"
# bad = "3 Prozent"

# [mqm]                          # points of a finding in the score per 1,000 words
# critical = 25
"""
