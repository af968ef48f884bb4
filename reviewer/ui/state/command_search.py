"""Which commands fit what was typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reviewer.ui.state.command import Command


def fitting(commands: Iterable[Command], typed: str) -> Sequence[Command]:
    """The commands whose words have all of `typed` in its order, the best first.

    Letters at the beginning of words and letters side by side count most; what fits alike
    stays in the order of the menus. Nothing typed fits every command.
    """
    wanted = "".join(typed.casefold().split())
    if not wanted:
        return list(commands)
    found = [
        (fit, number, command)
        for number, command in enumerate(commands)
        if (fit := _fit(wanted, command)) is not None
    ]
    return [command for _, _, command in sorted(found, key=lambda one: one[:2])]


def _fit(wanted: str, command: Command) -> tuple[int, int] | None:
    title = _fit_in(wanted, command.title.casefold())
    if title is not None:
        return (0, title)
    more = f"{command.title} {command.tip} {' '.join(command.keys)}".casefold()
    # In a long explanation scattered letters say nothing: it must have the letters as they are.
    return (1, 0) if wanted in "".join(more.split()) else None


def _fit_in(wanted: str, text: str) -> int | None:
    """How far apart the letters stand at best; None when they are not there in this order."""
    costs = {place: _start(text, place) for place in _places(text, wanted[0], 0)}
    for letter in wanted[1:]:
        following: dict[int, int] = {}
        for before, cost in costs.items():
            for place in _places(text, letter, before + 1):
                more = cost + _step(text, before, place)
                following[place] = min(more, following.get(place, more))
        costs = following
    return min(costs.values(), default=None)


def _places(text: str, letter: str, start: int) -> list[int]:
    return [place for place in range(start, len(text)) if text[place] == letter]


def _begins_word(text: str, place: int) -> bool:
    return place == 0 or not text[place - 1].isalnum()


def _start(text: str, place: int) -> int:
    return 0 if _begins_word(text, place) else 3


def _step(text: str, before: int, place: int) -> int:
    if place == before + 1:
        return 0
    return 1 if _begins_word(text, place) else place - before + 2
