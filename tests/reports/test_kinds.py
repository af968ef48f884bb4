"""What is offered for export, and what is asked for each."""

from __future__ import annotations

from reviewer.reports.kinds import KINDS


def test_an_author_is_asked_for_where_a_name_is_written() -> None:
    assert {kind.name for kind in KINDS if kind.signed} == {
        "tracked", "html", "pdf", "xliff", "tmx",
    }  # fmt: skip


def test_what_is_drawn_is_the_report_for_paper() -> None:
    assert [kind.name for kind in KINDS if kind.drawn] == ["pdf"]
