"""`reviewer profiles`: begin a client's profile, and see whether one is right."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from reviewer.domain import ReviewerError, message

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
    if profile.approved:
        lines.append(f"  approved: {', '.join(sorted(profile.approved))}")
    print("\n".join(lines))  # noqa: T201
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
