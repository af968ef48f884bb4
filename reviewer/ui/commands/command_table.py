"""Every command of the window: its words, its keys, what does it, and when.

The menus, the context menu of the rows, the buttons of a finding and the card of all keys are
made from this table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from reviewer.ui.background.job_slot import JobSlot
from reviewer.ui.commands.alignment import AlignmentCommands
from reviewer.ui.commands.editing import EditingCommands
from reviewer.ui.commands.export import ExportCommands
from reviewer.ui.commands.findings import FindingCommands
from reviewer.ui.commands.navigation import NavigationCommands
from reviewer.ui.commands.reviews import ReviewCommands
from reviewer.ui.commands.search import SearchCommands
from reviewer.ui.commands.translations import TranslationCommands
from reviewer.ui.commands.view import ViewCommands
from reviewer.ui.state.command import Command
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.settings import Scheme

Line = Command | None
"""A command in a menu; None is a separator."""


@dataclass(frozen=True)
class CommandTable:
    """`menus` has every command once. The others hold some of the same commands again: for the
    context menu of a row, before and after what depends on the place that was clicked, and for
    the buttons of a finding."""

    menus: Mapping[str, tuple[Line, ...]]
    row_menu: tuple[Line, ...]
    row_menu_end: tuple[Line, ...]
    finding_buttons: tuple[Command, ...]

    def commands(self) -> Iterator[Command]:
        """All commands, in the order of the menus."""
        for menu in self.menus.values():
            yield from (command for command in menu if command)


@dataclass(frozen=True)
class WindowCommands:
    """What only the window itself can do."""

    quit: Callable[[], object]
    show_packages: Callable[[], object]
    show_keys: Callable[[], object]
    show_log_folder: Callable[[], object]
    show_about: Callable[[], object]


@dataclass(frozen=True)
class CommandGroups:
    """Who carries the commands out."""

    window: WindowCommands
    reviews: ReviewCommands
    translations: TranslationCommands
    export: ExportCommands
    editing: EditingCommands
    findings: FindingCommands
    alignment: AlignmentCommands
    navigation: NavigationCommands
    search: SearchCommands
    view: ViewCommands

    def slots(self) -> list[JobSlot]:
        """Where jobs may be running."""
        return [self.reviews.making, self.reviews.warming_up, self.translations.jobs]


def command_table(review: OpenReview, by: CommandGroups) -> CommandTable:
    """The table; everything but reviews is about the open one."""
    findings, alignment, go, view = by.findings, by.alignment, by.navigation, by.view
    is_open, one = review.is_open, go.one_is_shown

    def then_next(decide: Callable[[], None]) -> Callable[[], None]:
        def run() -> None:
            decide()
            go.next_finding()

        return run

    def scheme(text: str, name: Scheme) -> Command:
        chosen = partial(view.has_scheme, name)
        return Command(
            f"scheme_{name}", text, (), partial(view.choose_scheme, name), checked=chosen
        )

    edit = Command(
        "edit",
        "&Edit the translation",
        ("F2",),
        by.editing.edit,
        go.can_edit,
        "Change this sentence (Enter)",
    )
    copy_source = Command(
        "copy_source", "Copy the so&urce", ("Ctrl+Shift+C",), go.copy_source, go.has_row
    )
    copy_translation = Command(
        "copy_translation", "Copy the &translation", ("Ctrl+C",), go.copy_translation, go.has_row
    )
    accept = Command(
        "accept",
        "&Accept",
        ("A",),
        findings.accept,
        findings.can_accept,
        "It is an error: keep it in the report",
    )
    dismiss = Command(
        "dismiss",
        "&Dismiss",
        ("D",),
        findings.dismiss,
        findings.can_dismiss,
        "It is no error: never show it again",
    )
    reopen = Command(
        "reopen", "&Reopen", ("R",), findings.reopen, findings.is_decided, "Take the decision back"
    )
    comment = Command(
        "comment",
        "Co&mment…",
        ("C",),
        findings.comment,
        findings.has_finding,
        "Say something about this finding",
    )
    apply_fix = Command(
        "apply_fix",
        "Apply &fix",
        ("F", "Ctrl+."),
        findings.apply_fix,
        findings.has_fix,
        "Put the suggested text in",
    )
    link = Command(
        "link",
        "&Link the selected rows",
        ("Ctrl+L",),
        alignment.link,
        alignment.can_link,
        "Make one row of those selected",
    )
    unlink = Command(
        "unlink",
        "&Unlink",
        ("Ctrl+Shift+L",),
        alignment.unlink,
        alignment.can_unlink,
        "Part the source from the translation",
    )
    merge = Command(
        "merge_with_next",
        "&Merge with the next row",
        ("Ctrl+M",),
        alignment.merge_with_next,
        alignment.can_merge,
    )
    move_up = Command(
        "move_up",
        "Move the translation &up",
        ("Ctrl+Shift+Up",),
        alignment.move_up,
        alignment.can_move,
    )
    move_down = Command(
        "move_down",
        "Move the translation &down",
        ("Ctrl+Shift+Down",),
        alignment.move_down,
        alignment.can_move,
    )
    jump = Command(
        "jump",
        "&Go to where it moved",
        ("G",),
        alignment.jump,
        alignment.can_jump,
        "Follow a moved sentence there and back",
    )
    menus: dict[str, tuple[Line, ...]] = {
        "&File": (
            Command(
                "new_review", "&New review", ("Ctrl+N",), by.reviews.new_review, by.reviews.is_idle
            ),
            Command(
                "open_review",
                "&Open review…",
                ("Ctrl+O",),
                by.reviews.open_review,
                by.reviews.is_idle,
            ),
            Command(
                "open_sample", "Open the &sample", (), by.reviews.open_sample, by.reviews.is_idle
            ),
            None,
            Command(
                "add_translation",
                "&Add a translation…",
                (),
                by.translations.add_translation,
                by.translations.can_begin,
            ),
            Command(
                "load_new_version",
                "&Load a new version of this translation…",
                (),
                by.translations.load_new_version,
                by.translations.can_begin,
            ),
            None,
            Command(
                "export_text",
                "&Export the corrected translation…",
                ("Ctrl+E",),
                by.export.export_text,
                is_open,
            ),
            Command(
                "export_findings",
                "Export the &findings…",
                ("Ctrl+Shift+E",),
                by.export.export_findings,
                is_open,
            ),
            None,
            Command("close_review", "&Close review", ("Ctrl+W",), by.reviews.close_review, is_open),
            Command("quit", "&Quit", ("Ctrl+Q",), by.window.quit),
        ),
        "&Edit": (
            Command("undo", "&Undo", ("Ctrl+Z",), go.undo, go.can_undo),
            Command("redo", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), go.redo, go.can_redo),
            None,
            edit,
            copy_source,
            copy_translation,
            None,
            Command(
                "find",
                "&Find…",
                ("Ctrl+F",),
                by.search.find,
                one,
                "Find words in the source and the translation",
            ),
            Command("find_next", "Find ne&xt", ("F3",), by.search.find_next, one),
            Command("find_previous", "Find pre&vious", ("Shift+F3",), by.search.find_previous, one),
        ),
        "F&indings": (
            Command("next_finding", "&Next finding", ("Alt+Down", "F8"), go.next_finding, is_open),
            Command(
                "previous_finding",
                "&Previous finding",
                ("Alt+Up", "Shift+F8"),
                go.previous_finding,
                is_open,
            ),
            None,
            accept,
            dismiss,
            Command(
                "accept_and_go_on",
                "A&ccept and go on",
                ("Ctrl+Return",),
                then_next(findings.accept),
                findings.can_accept,
                "Accept, then on to the next finding",
            ),
            Command(
                "dismiss_and_go_on",
                "D&ismiss and go on",
                ("Ctrl+D",),
                then_next(findings.dismiss),
                findings.can_dismiss,
                "Dismiss, then on to the next finding",
            ),
            reopen,
            comment,
            apply_fix,
            None,
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
            ),
            Command("ignore_rules", "I&gnored kinds…", (), findings.ignore_rules, is_open),
            None,
            Command("remark", "Remark on the ro&w…", ("Shift+C",), findings.remark, go.has_row),
        ),
        "&Rows": (
            link,
            unlink,
            merge,
            Command(
                "split_source",
                "Split the s&ource…",
                (),
                alignment.split_source,
                alignment.can_split_source,
                "Choose the place in the source sentence",
            ),
            Command(
                "split_target",
                "&Split the translation…",
                ("Ctrl+Shift+M",),
                alignment.split_target,
                alignment.can_split_target,
                "Choose the place in the translation",
            ),
            move_up,
            move_down,
            None,
            jump,
        ),
        "&View": (
            Command(
                "next_translation",
                "&Next translation",
                ("Ctrl+PgDown",),
                go.next_translation,
                is_open,
            ),
            Command(
                "previous_translation",
                "&Previous translation",
                ("Ctrl+PgUp",),
                go.previous_translation,
                is_open,
            ),
            Command(
                "switch_overview",
                "All translations &side by side",
                ("Ctrl+Shift+A",),
                go.switch_overview,
                go.has_several,
            ),
            None,
            Command(
                "furniture",
                "Unfold page &furniture",
                ("Ctrl+U",),
                view.switch_furniture,
                one,
                checked=view.furniture_is_unfolded,
            ),
            Command(
                "panel",
                "Show the &panel",
                ("Ctrl+B",),
                view.switch_panel,
                one,
                checked=view.panel_is_shown,
            ),
            Command(
                "clear_filters",
                "&Show all rows",
                ("Ctrl+0",),
                go.clear_filters,
                go.is_filtered,
                "Take every filter away",
            ),
            None,
            Command("larger", "&Larger text", ("Ctrl++", "Ctrl+="), view.larger),
            Command("smaller", "S&maller text", ("Ctrl+-",), view.smaller),
            Command("usual_size", "&Usual text size", (), view.usual_size),
            None,
            scheme("Colours of the s&ystem", "system"),
            scheme("L&ight", "light"),
            scheme("&Dark", "dark"),
        ),
        "&Tools": (
            Command("packages", "&Translation packages…", (), by.window.show_packages),
            Command(
                "back_translate",
                "&Back-translate this translation",
                (),
                by.translations.back_translate,
                by.translations.can_begin,
            ),
            Command(
                "align_again",
                "&Align this translation again…",
                (),
                by.translations.align_again,
                by.translations.can_align_again,
                "Match its sentences anew, with what was translated back",
            ),
        ),
        "&Help": (
            Command("shortcuts", "&Keyboard shortcuts", ("F1",), by.window.show_keys),
            Command(
                "log",
                "Open the folder of the &log",
                (),
                by.window.show_log_folder,
                tip="What the program did and what went wrong, without the texts",
            ),
            Command("about", "&About Reviewer", (), by.window.show_about),
        ),
    }
    row_menu = (
        edit,
        copy_source,
        copy_translation,
        None,
        accept,
        dismiss,
        comment,
        apply_fix,
        None,
        link,
        unlink,
        merge,
    )
    row_menu_end = (move_up, move_down, jump)
    return CommandTable(
        menus, row_menu, row_menu_end, (apply_fix, accept, dismiss, reopen, comment)
    )
