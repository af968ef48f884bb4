"""What a bilingual file says of a unit stands in the panel."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from reviewer import formats
from reviewer.analysis import analyse
from reviewer.review import Review
from reviewer.ui.main_window import MainWindow

UNIT = (
    '<trans-unit id="{n}"><source>{source}</source><target state="{state}">{target}</target>{note}'
    "</trans-unit>"
)


def test_state_and_notes_of_the_unit(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    units = [
        UNIT.format(n=1, source="The old house.", target="Das alte Haus.", state="signed-off",
                    note="<note>For the cover</note>"),
        UNIT.format(n=2, source="A small town.", target="Eine kleine Stadt.", state="", note=""),
    ]  # fmt: skip
    data = (
        '<xliff version="1.2"><file source-language="en" target-language="de"><body>'
        f"{''.join(units)}</body></file></xliff>"
    )
    path = tmp_path / "both.xlf"
    path.write_text(data, "utf-8")
    both = formats.read_bilingual(path)
    review = Review.create(tmp_path / "a.review", analyse(both.source, both.translations))
    rows = review.rows(1)
    assert [review.file_note(1, row.key) for row in rows] == ["signed-off; For the cover", ""]
    review.close()
    window.commands.reviews.open_path(tmp_path / "a.review")
    qtbot.waitUntil(lambda: window.page is not None and window.review.is_open())
    assert window.page is not None
    window.page.table.go_to(0)
    assert "In the file: signed-off; For the cover" in window.page.panel.words()
    window.page.table.go_to(1)
    assert "In the file" not in window.page.panel.words()
