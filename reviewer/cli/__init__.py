"""The command line. Exit codes: 0 clean, 1 findings at or above --fail-on, 2 bad input or usage,
130 interrupted by Ctrl+C."""

# Importing this is quick, so that Ctrl+C is in hand before anything slow begins.

from __future__ import annotations

from reviewer.cli import interrupt
from reviewer.machine_translation import WORKER_ARGUMENT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit code.

    Without `arguments` it takes the process's own, and Ctrl+C into its hands to the
    process's end.
    """
    if arguments is not None:
        from reviewer.cli.program import run

        return run(arguments)
    import sys

    if getattr(sys, "frozen", False):
        from reviewer.cli import frozen

        frozen.begin()
    if sys.argv[1:2] == [WORKER_ARGUMENT]:
        from reviewer.machine_translation.worker import main as work

        work()
    try:
        interrupt.end_at_once()
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    from reviewer.cli.program import run

    try:
        return run(sys.argv[1:])
    finally:
        interrupt.end_at_once()


def desktop() -> int:
    """The entry point without a terminal."""
    return main()
