"""The tour of the sample: what it says at each step, and which commands take it further."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reviewer.wording import tr

Keys = Callable[[str], str]
"""The keys of a command, by its name, in words."""


@dataclass(frozen=True)
class TourStep:
    """Any of `commands` is what the step asks for."""

    words: Callable[[Keys], str]
    commands: Sequence[str]


STEPS: Sequence[TourStep] = (
    TourStep(
        lambda keys: tr(
            "This review is a sample with planted errors. {next} goes to the next finding.",
            next=keys("next_finding"),
        ),
        ("next_finding",),
    ),
    TourStep(
        lambda keys: tr(
            "The panel says what is wrong, with the evidence. {accept} accepts a finding: it is "
            "an error. {dismiss} dismisses it.",
            accept=keys("accept"),
            dismiss=keys("dismiss"),
        ),
        (
            *("accept", "accept_and_go_on", "dismiss", "dismiss_and_go_on", "dismiss_only_here"),
            *("apply_fix", "apply_fix_and_go_on", "edit"),
        ),
    ),
    TourStep(
        lambda keys: tr(
            "{fix} puts a suggested text in; {edit} lets you write the sentence yourself.",
            fix=keys("apply_fix"),
            edit=keys("edit"),
        ),
        ("apply_fix", "apply_fix_and_go_on", "edit"),
    ),
    TourStep(
        lambda keys: tr(
            "A hatched cell stands for a missing sentence. {matrix} shows which translations lack "
            "it, and goes back.",
            matrix=keys("matrix"),
        ),
        ("matrix",),
    ),
    TourStep(
        lambda keys: tr(
            "{undo} takes back what was done last, also after a restart. Nothing has to be saved.",
            undo=keys("undo"),
        ),
        ("undo",),
    ),
    TourStep(
        lambda keys: tr(
            "{export} writes the corrected text, with tracked changes if you like, or a report. "
            "{handbook} opens the handbook, which tells the rest.",
            export=keys("export_as"),
            handbook=keys("handbook"),
        ),
        ("export_as", "export_text", "handbook"),
    ),
)
