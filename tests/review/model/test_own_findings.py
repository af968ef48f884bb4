"""What reviewers find beside the checks, and what its categories are called."""

from __future__ import annotations

import pytest

from reviewer.checks import DOCUMENT_CHECKS, REGISTRY
from reviewer.messages import Message
from reviewer.review import CATEGORIES, category_title
from reviewer.wording import in_words


@pytest.mark.parametrize(
    "name", sorted({check.mqm for check in (*REGISTRY, *DOCUMENT_CHECKS)} | {"custom"})
)
def test_each_category_of_a_check_has_a_title_that_is_translated(name: str) -> None:
    assert category_title(name).pattern != "{words}"


def test_a_category_that_can_be_chosen_keeps_its_title() -> None:
    assert [category_title(one.name) for one in CATEGORIES] == [one.title for one in CATEGORIES]


def test_a_category_of_another_version_is_its_name_in_words() -> None:
    said = category_title("not-known")
    assert isinstance(said, Message)
    assert in_words(said) == "Not known"
