"""What the program says, in the language of its user."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reviewer import wording
from reviewer.domain import ReviewerError
from reviewer.messages import Message, message, plural
from reviewer.wording import (
    changed_lines,
    error_in_words,
    in_turn,
    in_words,
    language_name,
    language_title,
    listed,
    tr,
    tr_plural,
)
from reviewer.wording.language import LANGUAGES, system_language, use_language
from reviewer.wording.terms import counted
from reviewer.wording.words import megabytes


def test_an_error_is_said_in_the_language_of_the_user() -> None:
    error = ReviewerError(message("There is no backup {backup}.", backup="a"))
    assert error_in_words(error) == "There is no backup a."
    assert error_in_words(OSError("of the system")) == "of the system"
    assert error_in_words(ReviewerError()) == ""
    use_language("de")
    assert error_in_words(error) == in_words(error.args[0]) != str(error)


def test_a_language_has_a_capital_where_its_name_begins_a_heading() -> None:
    use_language("uk")
    assert (language_name("de"), language_title("de")) == ("німецька", "Німецька")
    use_language("vi")
    assert (language_name("de"), language_title("de")) == ("tiếng Đức", "Tiếng Đức")
    use_language("ar")
    assert language_title("de") == language_name("de")


def test_a_pattern_is_filled() -> None:
    assert tr("{done} of {all} rows", done=3, all=1200) == "3 of 1,200 rows"


def test_a_hole_without_a_value_stays_as_it_is() -> None:
    assert tr("{done} of {all} rows", done=3) == "3 of {all} rows"


def test_what_stands_in_a_hole_is_never_read_as_a_pattern() -> None:
    assert tr("“{words}” was found", words="{words}{n}") == "“{words}{n}” was found"


@pytest.mark.parametrize(("n", "said"), [(0, "0 rows"), (1, "1 row"), (2, "2 rows")])
def test_english_counts_in_two_forms(n: int, said: str) -> None:
    assert tr_plural("{n} row", "{n} rows", n) == said


def test_a_number_that_a_file_has_in_words_counts_as_many() -> None:
    assert in_words(Message("", "{n} row", "{n} rows", {"n": "several"})) == "several rows"


def test_a_message_reads_as_its_own_text_in_english() -> None:
    said = message("{n} of {what}", n=2, what="it").noted(plural("{n} row", "{n} rows", 1))
    assert in_words(said) == str(said) == "2 of it (1 row)"


def test_a_message_inside_a_message_is_in_the_same_language() -> None:
    inner = message("“{path}” is empty. Choose another file.", path="b.txt")
    outer = message("“{path}” cannot be read. {way_out}", path="a.doc", way_out=inner)
    english = "“a.doc” cannot be read. “b.txt” is empty. Choose another file."
    assert in_words(outer) == str(outer) == english
    use_language("de")
    assert in_words(outer) == f"„a.doc“ kann nicht gelesen werden. {in_words(inner)}"
    assert in_words(inner) != str(inner)


def test_a_sentence_of_an_old_review_is_shown_as_it_is() -> None:
    use_language("de")
    assert in_words(Message("Number differs: 3 {n}")) == "Number differs: 3 {n}"


def test_a_language_that_is_not_known_is_english() -> None:
    use_language("tlh")
    assert wording.language() == "en"


def test_figures_are_written_as_the_language_writes_them() -> None:
    use_language("de")
    assert tr("{value}", value=Decimal("1234.5")) == "1.234,5"
    use_language("vi")
    assert tr("{value}", value=1234567) == "1.234.567"


@pytest.mark.parametrize(
    ("language", "words", "said"),
    [
        ("en", "plain", "“plain” is here"),
        ("en", "Київ", "“Київ” is here"),
        ("en", "خبر", "“\u2068خبر\u2069” is here"),
        ("en", "a خبر b", "“\u2068a خبر b\u2069” is here"),
        ("ar", "plain", "“\u2068plain\u2069” is here"),
        ("ar", "خبر", "“خبر” is here"),
        ("ar", "12", "“12” is here"),
        ("ar", "1,250.5", "“1,250.5” is here"),
        ("ar", "12–14", "“\u206812–14\u2069” is here"),
        ("ar", "12، 14", "“12، 14” is here"),
        ("ar", "1.4 × 10⁹", "“\u20681.4 × 10⁹\u2069” is here"),
        ("en", "1.4 × 10⁹", "“1.4 × 10⁹” is here"),
    ],
)
def test_words_that_read_the_other_way_are_set_apart(language: str, words: str, said: str) -> None:
    use_language(language)
    assert tr("“{words}” is here", words=words) == said


def test_a_text_that_was_kept_as_a_message_without_a_pattern_is_set_apart_too() -> None:
    use_language("en")
    kept = Message("وصلت السفينة. X")
    assert tr("{operation}: {detail}", operation="Edit", detail=kept) == f"Edit: \u2068{kept}\u2069"


def test_a_list_has_the_comma_of_its_language() -> None:
    use_language("uk")
    assert listed(["1", "2"]) == "1, 2"
    use_language("ar")
    assert listed(["1", "2"]) == "1، 2"
    assert listed([]) == ""


def test_what_becomes_of_a_text_reads_the_way_of_the_window_and_the_text_its_own() -> None:
    use_language("en")
    assert changed_lines("3:", "…a b.", "…c b.") == "3:  …a b.\n→  …c b."
    assert in_turn(["a", "مرفأ"]) == "a → \u2068مرفأ\u2069"
    use_language("ar")
    said = "\u200f3:  \u2068…a b.\u2069\n\u200f←  \u2068…c b.\u2069"
    assert changed_lines("3:", "…a b.", "…c b.") == said
    assert in_turn(["a", "مرفأ"]) == "\u200f\u2068a\u2069 ← مرفأ"


def test_arrows_point_as_the_sentence_runs_and_those_of_an_article_stay() -> None:
    use_language("en")
    assert tr("{source} → {target}", source="→", target="b") == "→ → b"
    use_language("ar")
    assert tr("{source} → {target}", source="→", target="12") == "→ ← 12"


@pytest.mark.parametrize(
    ("settings", "language"),
    [
        ({"LANG": "de_AT.UTF-8"}, "de"),
        ({"LANG": "uk_UA.UTF-8", "LC_ALL": "vi_VN"}, "vi"),
        ({"LANG": "fr_FR.UTF-8", "LANGUAGE": "fr:ar:de"}, "ar"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "de"}, "en"),
        ({"LANG": "ja_JP.UTF-8"}, "en"),
        ({"LANG": "id"}, "id"),
    ],
)
def test_the_language_of_the_system_is_taken(
    monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], language: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert system_language() == language


def test_every_language_is_named_in_itself() -> None:
    assert set(LANGUAGES) == {"en", "de", "id", "uk", "ar", "vi"}


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (0, "size unknown"), (1, "0 MB"), (49_999, "0 MB"), (50_001, "0.1 MB"),
        (1_000_000, "1 MB"), (1_049_999, "1 MB"), (1_050_001, "1.1 MB"),
        (1_234_000_000, "1,234 MB"),
    ],
)  # fmt: skip
def test_a_size_is_said_in_millions_of_bytes(size: int, said: str) -> None:
    assert megabytes(size) == said


def test_a_number_of_what_the_program_names_and_of_what_it_does_not() -> None:
    assert (counted("open", 1), counted("bookmark", 2)) == ("1 open", "2 bookmarks")
    assert counted("tangled", 3) == "3 tangled"


@pytest.mark.parametrize(("said", "language"), [("de_AT", "de"), ("ja_JP", "en"), (None, "en")])
def test_where_nothing_is_set_the_system_is_asked(
    monkeypatch: pytest.MonkeyPatch, said: str | None, language: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("locale.getlocale", lambda: (said, "UTF-8"))
    assert system_language() == language
