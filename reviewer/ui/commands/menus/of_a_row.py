"""Commands that stand in a menu and also beside a row or a finding."""

from __future__ import annotations

from reviewer.ui.commands.groups import CommandGroups
from reviewer.ui.state.command import Command


def row_commands(by: CommandGroups) -> dict[str, Command]:
    """By name, what can be done with the current row and its current finding."""
    findings, alignment, go, reading = by.findings, by.alignment, by.navigation, by.reading
    made = (
        Command(
            "edit",
            "&Edit the translation",
            ("F2",),
            by.editing.edit,
            go.can_edit,
            "Change this sentence (Enter)",
            button="Write",
        ),
        Command(
            "draft_missing",
            "&Draft by machine",
            ("Ctrl+T",),
            by.drafting.draft,
            by.drafting.can_draft,
            "Put a translation in that is marked as a machine's until you change or review it",
        ),
        Command("copy_source", "Copy the so&urce", ("Ctrl+Shift+C",), go.copy_source, go.has_row),
        Command(
            "copy_translation",
            "Copy the &translation",
            ("Ctrl+C",),
            go.copy_translation,
            go.has_row,
        ),
        Command(
            "add_term",
            "Add to the &glossary…",
            ("Ctrl+F7",),
            by.glossary.add,
            go.has_row,
            "The chosen words of the source and of the translation, as a term of the client",
        ),
        Command(
            "accept",
            "&Accept",
            ("A",),
            findings.accept,
            findings.can_accept,
            "It is an error: keep it in the report",
        ),
        Command(
            "dismiss",
            "&Dismiss",
            ("D",),
            findings.dismiss,
            findings.can_dismiss,
            "It is no error, here and in other reviews",
        ),
        Command(
            "reopen",
            "&Reopen",
            ("R",),
            findings.reopen,
            findings.is_decided,
            "Take the decision back",
        ),
        Command(
            "comment",
            "Co&mment",
            ("C",),
            by.comments.comment,
            by.comments.can_comment,
            "Say something about this finding, or about the row",
        ),
        Command(
            "apply_fix",
            "Apply &fix",
            ("F", "Ctrl+."),
            findings.apply_fix,
            findings.has_fix,
            "Put the suggested text in",
        ),
        Command(
            "change_own_finding",
            "C&hange your finding…",
            ("E",),
            by.own_findings.change,
            by.own_findings.is_own,
            "Another category, severity or text",
            button="Change",
        ),
        Command(
            "remove_own_finding",
            "Re&move your finding",
            ("Del",),
            by.own_findings.remove,
            by.own_findings.is_own,
            button="Remove",
        ),
        Command(
            "review_and_go_on",
            "Re&viewed, and go on",
            ("N",),
            reading.review_and_go_on,
            reading.has_sentence,
            "Mark the sentence as reviewed, then on to the next that is not",
        ),
        Command(
            "reviewed",
            "Sentence is &reviewed",
            ("Shift+N",),
            reading.switch_reviewed,
            reading.has_sentence,
            "Mark the selected sentences as reviewed, or take it back",
            checked=reading.is_reviewed,
        ),
        Command(
            "link",
            "&Link the selected rows",
            ("Ctrl+L",),
            alignment.link,
            alignment.can_link,
            "Make one row of those selected",
        ),
        Command(
            "unlink",
            "&Unlink",
            ("Ctrl+Shift+L",),
            alignment.unlink,
            alignment.can_unlink,
            "Part the source from the translation",
        ),
        Command(
            "merge_with_next",
            "&Merge with the next row",
            ("Ctrl+M",),
            alignment.merge_with_next,
            alignment.can_merge,
        ),
        Command(
            "tell_apart",
            "Page furniture, or te&xt again",
            ("Ctrl+Shift+U",),
            alignment.tell_apart,
            alignment.can_tell_apart,
            "Set the selected rows aside, or take what was set aside as text",
        ),
        Command(
            "move_up",
            "Move the translation &up",
            ("Ctrl+Shift+Up",),
            alignment.move_up,
            alignment.can_move,
        ),
        Command(
            "move_down",
            "Move the translation &down",
            ("Ctrl+Shift+Down",),
            alignment.move_down,
            alignment.can_move,
        ),
        Command(
            "jump",
            "&Go to where it moved",
            ("G",),
            alignment.jump,
            alignment.can_jump,
            "Follow a moved sentence there and back",
        ),
    )
    return {command.name: command for command in made}
