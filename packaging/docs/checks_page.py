"""Write docs/checks.md from the classes of the checks: `python packaging/docs/checks_page.py`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reviewer.checks import DOCUMENT_CHECKS, REGISTRY
from reviewer.checks.base import CheckInfo

PAGE = Path(__file__).parents[2] / "docs/checks.md"

_HEAD = """# The checks

Made by `packaging/docs/checks_page.py` from the classes in `reviewer/checks/`; a test fails when
the two differ, and tries every example. "Why?" on a finding says the same in the window.

A check that is too loud for a client is set to *off*, or to at most some severity, in a
[profile](profiles.md), by its id.
"""


def page() -> str:
    """The page as it should be."""
    checks = sorted((*REGISTRY, *DOCUMENT_CHECKS), key=lambda check: check.title)
    lines = (line for check in checks for line in _section(check))
    return _HEAD + "\n" + "\n".join(lines).rstrip() + "\n"


def _section(check: CheckInfo) -> Iterator[str]:
    yield f"## {check.title}"
    yield ""
    yield str(check.page.finds)
    yield ""
    yield f"- **Id** `{check.id}`, at most *{check.severity}*"
    yield f"- **MQM** {check.mqm}, **ITS 2.0** {check.its}"
    yield f"- **Languages** {check.page.languages}"
    for name, example in (("Told", check.page.bad), ("Not told", check.page.good)):
        if example:
            source, target, *back = example
            words = f"- **{name}** “{source}” → “{target}”"
            yield words + (f" (back-translation: “{back[0]}”)" if back else "")
    yield f"- **Measured** {check.page.measured}"
    yield ""


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8", newline="\n")
