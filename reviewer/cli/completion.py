"""`reviewer completion`: what lets a shell complete commands and options."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
    found = list(_commands(commands, ()))
    print(_fish(found) if options.shell == "fish" else _bash(found, options.shell))  # noqa: T201
    return 0


@dataclass(frozen=True, slots=True)
class _Command:
    """A command: its words (("set", "new")), what may stand behind them, and its options, each with
    the words that may follow it; None for an option that nothing follows."""

    words: tuple[str, ...]
    names: tuple[str, ...]
    options: tuple[tuple[tuple[str, ...], tuple[str, ...] | None], ...]
    has_commands: bool = False


def _commands(action: Any, before: tuple[str, ...]) -> Iterator[_Command]:
    """All commands of a parser, those below a command behind it."""
    yield _Command(before, tuple(action.choices), (), has_commands=True)
    for name, parser in action.choices.items():
        words = (*before, name)
        below = [each for each in parser._actions if isinstance(each, argparse._SubParsersAction)]
        if below:
            yield from _commands(below[0], words)
            continue
        named = [each for each in parser._actions if not each.option_strings and each.choices]
        options = tuple(
            (tuple(each.option_strings), None if each.nargs == 0 else _choices(each))
            for each in parser._actions
            if each.option_strings
        )
        yield _Command(words, tuple(word for each in named for word in _choices(each)), options)


def _choices(action: argparse.Action) -> tuple[str, ...]:
    return tuple(str(choice) for choice in action.choices or ())


def _bash(commands: Sequence[_Command], shell: str) -> str:
    """zsh runs the completion of bash. Where a file is meant, the shell completes it itself."""
    cases = []
    for command in commands:
        path, own = " ".join(command.words), " ".join(command.names)
        every = " ".join(name for names, _ in command.options for name in names)
        values = "".join(
            f' {"|".join(names)}) names="{" ".join(follow)}" options= ;;'
            for names, follow in command.options
            if follow is not None
        )
        cases.append(
            f'    "{path}") names="{own}" options="{every}"\n      case $before in{values} esac ;;'
        )
    groups = "|".join(" ".join(each.words) for each in commands if each.has_commands and each.words)
    zsh = [
        "whence compdef >/dev/null || { autoload -U compinit && compinit; }",
        "autoload -U +X bashcompinit && bashcompinit",
    ]
    return "\n".join(
        [
            *(zsh if shell == "zsh" else []),
            "_reviewer() {",
            "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}",
            "  local command= names= options=",
            '  [ "$COMP_CWORD" -gt 1 ] && command=${COMP_WORDS[1]}',
            f'  case $command in {groups}) [ "$COMP_CWORD" -gt 2 ] &&',
            '    command="$command ${COMP_WORDS[2]}" ;; esac',
            "  case $command in",
            *cases,
            "  esac",
            "  case $word in -*) names=$options ;; esac",
            '  COMPREPLY=($(compgen -W "$names" -- "$word"))',
            "}",
            "complete -o default -F _reviewer reviewer",
        ]
    )


def _fish(commands: Sequence[_Command]) -> str:
    lines = []
    seen = "__fish_seen_subcommand_from"
    for command in commands:
        where = "; and ".join(f"{seen} {word}" for word in command.words)
        if command.has_commands:
            below = " ".join(command.names)
            where = f"{where}; and not {seen} {below}" if where else "__fish_use_subcommand"
        if command.names:
            files = " -f" if command.words else ""
            names = " ".join(command.names)
            lines.append(f"complete -c reviewer -n '{where}'{files} -a '{names}'")
        for options, follow in command.options:
            long = next((each[2:] for each in options if each.startswith("--")), "")
            if not long:
                continue
            line = f"complete -c reviewer -n '{where}' -l {long}"
            if follow:
                line += f" -x -a '{' '.join(follow)}'"
            elif follow is not None:
                line += " -r"
            lines.append(line)
    return "\n".join(lines)
