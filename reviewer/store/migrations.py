"""From one version of the project file to the next.

The number of steps is the version (`user_version`). Each step runs in one transaction with
its record and with the new version number, so a step is done or not done.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reviewer.store import digests, schema, seal

if TYPE_CHECKING:
    from sqlite_utils import Database

Step = Callable[["Database"], None]

STEPS: list[Step] = []


def step(function: Step) -> Step:
    """Register the next step."""
    STEPS.append(function)
    return function


@step
def first_tables(database: Database) -> None:
    """Version 1."""
    database.executescript(schema.VERSION_1)
    database.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")


@step
def checksums(database: Database) -> None:
    """Version 2: checksums of all rows, and the seal of a closed file."""
    for statement in schema.VERSION_2:
        database.execute(statement)
    database.execute("INSERT INTO seal (id, mark) VALUES (1, ?)", (seal.blank(),))
    digests.fill(database)


@step
def authors(database: Database) -> None:
    """Version 3: who did what."""
    for statement in schema.VERSION_3:
        database.execute(statement)


def migrate(database: Database, steps: Sequence[Step]) -> None:
    """Run those `steps` on `database` that it has not seen yet, in order."""
    from sqlite_utils.migrations import Migrations

    known = Migrations("review")
    for number, function in enumerate(steps, 1):
        known(name=function.__name__)(_numbered(function, number))
    known.apply(database)


def _numbered(function: Step, number: int) -> Step:
    def run(database: Database) -> None:
        function(database)
        database.execute(f"PRAGMA user_version = {number}")

    run.__name__ = function.__name__
    return run
