"""Decisions, and the way from one finding to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reviewer.messages import Message, message
from reviewer.ui.commands.groups import CommandGroups, Line
from reviewer.ui.state.command import Command
from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import in_words


def findings_menu(
    review: OpenReview, by: CommandGroups, rows: Mapping[str, Command]
) -> tuple[Line, ...]:
    """Decisions, and the way from one finding to the next."""
    findings, go, is_open = by.findings, by.navigation, review.is_open

    def then_next(
        decide: Callable[[], bool], can: Callable[[], bool], otherwise: Message | None = None
    ) -> Callable[[], None]:
        """What is so already is passed; what cannot be done is said, and one stays."""

        def run() -> None:
            if not can() and otherwise:
                review.say(in_words(otherwise))
            elif not can() or decide():
                go.next_finding(stay_if_waiting=True)

        return run

    return (
        Command(
            "next_finding",
            "&Next finding",
            ("Alt+Down", "F8"),
            lambda: go.next_finding() if is_open() else by.sets.next_open(),
            lambda: is_open() or by.sets.is_open(),
        ),
        Command(
            "previous_finding",
            "&Previous finding",
            ("Alt+Up", "Shift+F8"),
            go.previous_finding,
            is_open,
        ),
        None,
        rows["accept"],
        rows["dismiss"],
        Command(
            "accept_and_go_on",
            "A&ccept and go on",
            ("Ctrl+Return", "Shift+A"),
            then_next(findings.accept, findings.can_accept),
            findings.has_finding,
            "Accept, then on to the next finding",
        ),
        Command(
            "dismiss_and_go_on",
            "D&ismiss and go on",
            ("Ctrl+D", "Shift+D"),
            then_next(findings.dismiss, findings.can_dismiss),
            findings.has_finding,
            "Dismiss, then on to the next finding",
        ),
        Command(
            "dismiss_only_here",
            "Dismiss only here",
            ("H",),
            findings.dismiss_only_here,
            findings.can_dismiss,
            "It is no error in this review; others raise it as before",
        ),
        Command(
            "apply_fix_and_go_on",
            "Appl&y the fix and go on",
            ("Shift+F", "Ctrl+Shift+."),
            then_next(
                findings.apply_fix,
                findings.has_fix,
                message("No text is suggested for this finding."),
            ),
            findings.has_finding,
            "Put the suggested text in, then on to the next finding",
        ),
        rows["reopen"],
        rows["comment"],
        rows["apply_fix"],
        Command(
            "fix_all_alike",
            "Apply this fix &everywhere",
            (),
            findings.fix_all_alike,
            findings.has_fix,
            "Put the suggested text in for all open findings of this kind, in one step",
        ),
        None,
        Command(
            "why",
            "&Why is this told?",
            ("?",),
            findings.why,
            findings.has_finding,
            "What the check looks for, and in which languages",
        ),
        Command(
            "dismiss_all_alike",
            "Dismiss a&ll of this check…",
            (),
            findings.dismiss_all_alike,
            findings.is_waiting,
        ),
        Command(
            "ignore_alike",
            "Never raise this &kind here",
            (),
            findings.ignore_alike,
            findings.is_waiting,
            "No finding of this kind in this translation; “Ignored kinds” takes it back",
        ),
        Command(
            "dismissals",
            "Dismissed &findings…",
            ("Ctrl+Alt+D",),
            findings.dismissals,
            is_open,
            "All of them, here and for all reviews: see them and take them back",
        ),
        Command(
            "ignore_rules",
            "I&gnored kinds…",
            (),
            findings.ignore_rules,
            is_open,
            "Kinds, checks and words that are not raised: in this review, in the client's profile",
        ),
        None,
        rows["mark_words"],
        Command(
            "mark_source_words",
            "Choose words of the &source…",
            ("Shift+W",),
            by.own_findings.mark_source,
            by.own_findings.can_mark_source,
            "To copy them, or to say something of them",
        ),
        rows["change_own_finding"],
        rows["remove_own_finding"],
        Command(
            "scorecard",
            "Sc&orecard…",
            ("Ctrl+Alt+S",),
            by.own_findings.scorecard,
            is_open,
            "Errors by category and severity, points for 1,000 words, the pass mark",
        ),
        None,
        rows["remark"],
    )
