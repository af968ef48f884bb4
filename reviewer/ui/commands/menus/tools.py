"""Packages, and what they are for."""

from __future__ import annotations

from collections.abc import Mapping

from reviewer.ui.commands.groups import CommandGroups, Line
from reviewer.ui.state.command import Command
from reviewer.ui.state.open_review import OpenReview


def tools_menu(
    review: OpenReview, by: CommandGroups, rows: Mapping[str, Command]
) -> tuple[Line, ...]:
    """Packages, and what they are for."""
    return (
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
        Command(
            "profile",
            "&Profile of the client…",
            ("Ctrl+Alt+P",),
            by.profile.choose,
            lambda: review.is_open() and by.profile.can_choose(),
            "Glossaries, rules, and which checks count",
        ),
        Command(
            "spelling",
            "&Spelling…",
            ("F7",),
            by.spelling.list_words,
            by.navigation.one_is_shown,
            "The words of this translation that no dictionary knows; names of the source left out",
        ),
        Command(
            "names_and_terms",
            "Na&mes and terms…",
            ("Shift+F7",),
            by.names.show,
            by.navigation.one_is_shown,
            "Each name and glossary term of the document, with its renderings in this translation",
        ),
        rows["add_term"],
        None,
        Command(
            "interface_language",
            "&Language of the window…",
            (),
            by.window.choose_language,
            by.window.can_choose_language,
            "Menus, findings and messages in another language; the review stays as it is",
        ),
        Command(
            "your_name",
            "Your &name…",
            (),
            by.comments.your_name,
            tip="It stands beside your comments and in the history",
        ),
    )
