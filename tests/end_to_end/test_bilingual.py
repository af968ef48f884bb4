"""A bilingual file through a review: checked, a missing translation typed, written back."""

from __future__ import annotations

from pathlib import Path

from reviewer import formats
from reviewer.analysis import analyse
from reviewer.formats.registry import format_of
from reviewer.review import Review

UNITS = [
    ("The bridge cost 45 million.", "Die Brücke kostete 95 Millionen."),
    ("Nobody was hurt.", ""),
    ("It rained all day.", "Es regnete den ganzen Tag."),
]
XLIFF = (
    '<xliff version="1.2"><file source-language="en" target-language="de"><body>'
    + "".join(
        f'<trans-unit id="{number}"><source>{one}</source>'
        + (f"<target>{other}</target>" if other else "")
        + "</trans-unit>"
        for number, (one, other) in enumerate(UNITS)
    )
    + "</body></file></xliff>"
)


def test_a_translation_that_is_typed_goes_into_its_unit(tmp_path: Path) -> None:
    path = tmp_path / "both.xlf"
    path.write_text(XLIFF, "utf-8")
    file = format_of(path).read_both(str(path), path.read_bytes())
    analysis = analyse(file.source, file.translations)
    review_path = tmp_path / "both.review"
    with Review.create(review_path, analysis) as review:
        (info,) = review.translations
        rows = review.rows(info.id)
        found = [[each.finding.check for each in row.findings] for row in rows]
        assert found == [["numbers"], ["untranslated"], []]
        review.edit(info.id, rows[1].key, "Niemand wurde verletzt.")
        review.edit(info.id, rows[0].key, "Die Brücke kostete 45 Millionen.")
        assert [row.target for row in review.rows(info.id)][1] == "Niemand wurde verletzt."
        assert all(not row.findings for row in review.rows(info.id))
    with Review.open(review_path) as review:
        (info,) = review.translations
        document = review.document(info.id)
        assert document.blocks[1].unit == "1."
        written = formats.edited_bytes(document, review.corrected_edits(info.id)).decode()
    assert written == XLIFF.replace("95 Millionen", "45 Millionen").replace(
        "hurt.</source>", "hurt.</source><target>Niemand wurde verletzt.</target>"
    )
