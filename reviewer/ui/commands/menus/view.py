"""What is shown, and how."""

from __future__ import annotations

from functools import partial

from reviewer.ui.commands.groups import CommandGroups, Line
from reviewer.ui.state.command import Command
from reviewer.ui.state.comparisons import FIGURES, MATRIX, OVERVIEW
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.page_room import Density, PanelPlace
from reviewer.ui.state.settings import Scheme


def view_menu(review: OpenReview, by: CommandGroups) -> tuple[Line, ...]:
    """What is shown, and how."""
    go, view = by.navigation, by.view
    is_open, one = review.is_open, go.one_is_shown

    def scheme(text: str, name: Scheme) -> Command:
        chosen = partial(view.has_scheme, name)
        return Command(
            f"scheme_{name}", text, (), partial(view.choose_scheme, name), checked=chosen
        )

    def density(text: str, name: Density) -> Command:
        chosen = partial(view.has_density, name)
        return Command(
            f"density_{name}", text, (), partial(view.choose_density, name), checked=chosen
        )

    def place(text: str, name: PanelPlace) -> Command:
        chosen = partial(view.has_panel_place, name)
        return Command(
            f"panel_{name}", text, (), partial(view.choose_panel_place, name), checked=chosen
        )

    return (
        Command(
            "list_documents",
            "&Documents of the set",
            ("Ctrl+Alt+L",),
            by.sets.show_list,
            by.sets.is_open,
            "The list with its totals; the open document is closed, and all of it is kept",
        ),
        Command(
            "next_document",
            "Next d&ocument",
            ("Ctrl+Alt+PgDown",),
            by.sets.next_document,
            by.sets.is_open,
        ),
        Command(
            "previous_document",
            "Previous do&cument",
            ("Ctrl+Alt+PgUp",),
            by.sets.previous_document,
            by.sets.is_open,
        ),
        None,
        Command(
            "next_translation",
            "&Next translation",
            ("Ctrl+PgDown", "Ctrl+Tab"),
            go.next_translation,
            is_open,
        ),
        Command(
            "previous_translation",
            "&Previous translation",
            ("Ctrl+PgUp", "Ctrl+Shift+Tab"),
            go.previous_translation,
            is_open,
        ),
        Command(
            "switch_overview",
            "All translations &side by side",
            ("Ctrl+Shift+A",),
            go.switch_overview,
            go.has_several,
            "All texts beside the source; the same key goes back",
            checked=partial(go.shows, OVERVIEW),
        ),
        Command(
            "matrix",
            "&Matrix of sentences and translations",
            ("Ctrl+Alt+M",),
            partial(go.switch_to, MATRIX),
            go.has_several,
            "Which translation has which sentence; the same key goes back",
            checked=partial(go.shows, MATRIX),
        ),
        Command(
            "figures",
            "All fi&gures of the source",
            ("Ctrl+Alt+G",),
            partial(go.switch_to, FIGURES),
            go.has_several,
            "Every translation's value beside them, disagreement on top; the same key goes back",
            checked=partial(go.shows, FIGURES),
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
            "signs",
            "Show &invisible characters",
            ("Ctrl+Alt+I",),
            view.switch_signs,
            one,
            "No-break spaces, soft hyphens, marks of direction, tabs",
            checked=view.signs_are_shown,
        ),
        Command(
            "changes",
            "Show your changes in the ro&ws",
            ("Ctrl+Alt+C",),
            view.switch_changes,
            one,
            "Deleted words with a line through them, inserted ones underlined",
            checked=view.changes_are_shown,
        ),
        Command(
            "panel",
            "Show the &panel",
            ("Ctrl+B",),
            view.switch_panel,
            one,
            checked=view.panel_is_shown,
        ),
        place("Panel where it fits", "fitting"),
        place("Panel &beside the rows", "beside"),
        place("Panel belo&w the rows", "below"),
        None,
        Command(
            "more_filters",
            "More &filters…",
            ("Ctrl+Shift+F",),
            go.want_filters,
            go.can_filter,
            "Decisions, status, comments, words: any mix; kept with the review",
        ),
        Command(
            "clear_filters",
            "&Show all rows",
            ("Ctrl+Shift+R",),
            go.clear_filters,
            go.is_filtered,
            "Take every filter away",
        ),
        None,
        Command("larger", "&Larger text", ("Ctrl++", "Ctrl+="), view.larger),
        Command("smaller", "S&maller text", ("Ctrl+-",), view.smaller),
        Command("usual_size", "&Usual text size", ("Ctrl+0",), view.usual_size),
        density("Rows as dense as the window needs", "fitting"),
        density("Very dense rows", "tight"),
        density("D&ense rows", "dense"),
        density("R&oomy rows", "roomy"),
        None,
        scheme("Colours of the s&ystem", "system"),
        scheme("L&ight", "light"),
        scheme("&Dark", "dark"),
    )
