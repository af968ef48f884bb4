"""`reviewer completion`: what lets a shell complete commands and options."""

from __future__ import annotations

import argparse
from functools import partial
from typing import Any

NAME = "completion"

_SHELLS = ("bash", "zsh", "fish")


def add_to(commands: Any) -> None:
    """Add the command to the parser's commands."""
    parser = commands.add_parser(
        NAME,
        help="print what lets a shell complete commands and options",
        description='bash: put `eval "$(reviewer completion bash)"` into ~/.bashrc; zsh: the same '
        "with zsh into ~/.zshrc; fish: `reviewer completion fish > "
        "~/.config/fish/completions/reviewer.fish`.",
    )
    parser.add_argument("shell", choices=_SHELLS, help="the shell that you use")
    parser.set_defaults(run=partial(_print, commands))


def _print(commands: Any, options: argparse.Namespace) -> int:
    """Print the script for the commands of a parser."""
    parsers: dict[str, argparse.ArgumentParser] = dict(commands.choices)
    print(_fish(parsers) if options.shell == "fish" else _bash(parsers, options.shell))  # noqa: T201
    return 0


def _options(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    return [action for action in parser._actions if action.option_strings]


def _choices(action: argparse.Action) -> list[str]:
    return [str(choice) for choice in action.choices or ()]


def _bash(parsers: dict[str, argparse.ArgumentParser], shell: str) -> str:
    """zsh runs the completion of bash."""
    cases = []
    for name, parser in parsers.items():
        words = [option for action in _options(parser) for option in action.option_strings]
        values = [
            f'      {"|".join(action.option_strings)}) words="{" ".join(_choices(action))}" ;;'
            for action in _options(parser)
            if action.choices
        ]
        inside = "\n".join(
            [f'    {name})\n      words="{" ".join(words)}"', "      case $before in", *values,
             "      esac ;;"]
        )  # fmt: skip
        cases.append(inside)
    lines = [
        *(["autoload -U +X bashcompinit && bashcompinit"] if shell == "zsh" else []),
        "_reviewer() {",
        "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words=",
        '  if [ "$COMP_CWORD" -eq 1 ]; then',
        f'    words="{" ".join(parsers)}"',
        "  else",
        "    case ${COMP_WORDS[1]} in",
        *cases,
        "    esac",
        "  fi",
        '  COMPREPLY=($(compgen -W "$words" -- "$word"))',
        "}",
        "complete -o default -F _reviewer reviewer",
    ]
    return "\n".join(lines)


def _fish(parsers: dict[str, argparse.ArgumentParser]) -> str:
    lines = []
    for name, parser in parsers.items():
        lines.append(f"complete -c reviewer -n __fish_use_subcommand -a {name}")
        for action in _options(parser):
            long = next((each for each in action.option_strings if each.startswith("--")), "")
            if not long:
                continue
            line = f"complete -c reviewer -n '__fish_seen_subcommand_from {name}' -l {long[2:]}"
            if action.choices:
                line += f" -x -a '{' '.join(_choices(action))}'"
            lines.append(line)
    return "\n".join(lines)
