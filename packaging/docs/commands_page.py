"""Write docs/commands.md from the parser: `python packaging/docs/commands_page.py`."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs/commands.md"

_HEAD = """# Commands

Made by `packaging/docs/commands_page.py` from the parser; a test fails when the two differ.
Results go to standard output, what is for people only (progress, notices) to standard error.
Exit codes: 0 clean, 1 findings or conflicts, 2 bad input or usage, 130 interrupted.

Without a command `reviewer` opens the window, on the files that are named.

## In a service that builds and tests

As a GitHub workflow; every other service runs the same two commands:

```yaml
- run: pip install "$REVIEWER_WHEEL" # or however Reviewer comes to your machine
- run: reviewer convert texts/en.md texts/de.md --to sarif --output findings.sarif
- uses: github/codeql-action/upload-sarif@v3
  with: { sarif_file: findings.sarif }
- run: reviewer check texts/en texts/de --fail-on critical
```
"""


def page() -> str:
    """The text of the page."""
    os.environ["COLUMNS"] = "100"
    from reviewer.cli.program import command_parsers

    return _HEAD + "".join(_section(name, each) for name, each in command_parsers().items())


def _section(name: str, parser: argparse.ArgumentParser) -> str:
    parts = [f"\n## reviewer {name}\n\n{parser.description or ''}\n"]
    rows = [_row(action) for action in parser._actions if _is_shown(action)]
    if rows:
        parts.append("\n| argument | what it is |\n|---|---|\n" + "".join(rows))
    if parser.epilog:
        lines = [line.strip() for line in parser.epilog.splitlines()[1:]]
        parts.append("\n" + "".join(f"    {line}\n" for line in lines))
    return "".join(parts)


def _is_shown(action: argparse.Action) -> bool:
    return not isinstance(action, argparse._HelpAction | argparse._SubParsersAction)


def _row(action: argparse.Action) -> str:
    names = ", ".join(action.option_strings) or str(action.metavar or action.dest)
    if action.option_strings and action.nargs != 0:
        names += f" {action.metavar or 'VALUE'}"
    said = action.help or ""
    if action.choices and not any(str(choice) in said for choice in action.choices):
        said += f" ({', '.join(map(str, action.choices))})"
    default = str(action.default or "")
    if action.option_strings and default and default not in (".", "[]", argparse.SUPPRESS):
        said += f"; {default} if not given"
    cells = (text.replace("|", "\\|") for text in (f"`{names}`", said))
    return f"| {' | '.join(cells)} |\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
