"""Which files of folders belong together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from reviewer.domain import ReviewerError
from reviewer.sets import pairing
from reviewer.sets.folder_names import FolderName, folder_name
from reviewer.sets.pairing import Pairs, named, paired

Files = Callable[[dict[str, str]], Path]

XLIFF = (
    '<xliff version="1.2"><file source-language="en" target-language="de"><body>'
    '<trans-unit id="1"><source>One.</source><target>Eins.</target></trans-unit>'
    "</body></file></xliff>"
)


def groups(found: Pairs) -> list[tuple[Path, list[Path]]]:
    return [(one.source, list(one.translations)) for one in found.together]


@pytest.mark.parametrize(
    ("name", "key", "language"),
    [
        ("news.en.docx", "news", "en"),
        ("de_news.txt", "news", "de"),
        ("news-pt-BR.md", "news", "pt-br"),
        ("news_pt_BR.md", "news", "pt-br"),
        ("news.zh-Hans.txt", "news", "zh-hans"),
        ("zh-Hant-TW news.txt", "news", "zh-hant-tw"),
        ("news.es-419.txt", "news", "es-419"),
        ("de/2026/news.html", "2026/news", "de"),
        ("sr-Latn/news.html", "news", "sr-latn"),
        ("news.txt", "news", ""),
        ("source/news.txt", "news", ""),
        ("Originals/2026/news.txt", "2026/news", ""),
        ("src/en/news.txt", "news", "en"),
        ("news_orig.txt", "news", ""),
        ("news.en.source.txt", "news", "en"),
        ("open source.txt", "open source", ""),
        ("The Bridge (fr).txt", "the bridge", "fr"),
        ("de.txt", "", "de"),
        ("pt-BR.txt", "", "pt-br"),
        # What stands inside a name is a word of it.
        ("this is so great.txt", "this is so great", ""),
        ("report 419.txt", "report 419", ""),
    ],
)
def test_what_a_name_says(name: str, key: str, language: str, tmp_path: Path) -> None:
    found = named(tmp_path / name, tmp_path)
    assert (found.key, found.language) == (key, language)
    assert found.title.casefold() == key


def test_folders_pair_by_name_whatever_the_kind_of_file(files: Files) -> None:
    root = files(
        dict.fromkeys(
            [
                *("en/a.txt", "en/b/c.md", "en/alone.txt"),
                *("de/a.md", "de/b/c.de.txt", "de/other.txt"),
                "fr/a_fr.txt",
            ],
            "Text.",
        )
    )
    found = paired(root / "en", [root / "de", root / "fr"])
    assert groups(found) == [
        (root / "en/a.txt", [root / "de/a.md", root / "fr/a_fr.txt"]),
        (root / "en/b/c.md", [root / "de/b/c.de.txt"]),
    ]
    assert found.alone == [root / "en/alone.txt", root / "de/other.txt"]
    assert [one.languages for one in found.together] == [("en", "de", "fr"), ("en", "de")]
    assert [one.title for one in found.together] == ["a", "b/c"]


def test_one_folder_with_all_languages(files: Files) -> None:
    root = files(dict.fromkeys(["a.en.txt", "a.de.txt", "a.fr.txt", "b.txt", "b_de.txt"], ""))
    assert groups(paired(root, [])) == [
        (root / "a.en.txt", [root / "a.de.txt", root / "a.fr.txt"]),
        (root / "b.txt", [root / "b_de.txt"]),
    ]


def test_folders_of_languages_in_one_folder(files: Files) -> None:
    root = files(dict.fromkeys(["en/x/a.txt", "de/x/a.txt", "en/b.txt", "uk/b.md"], ""))
    assert groups(paired(root, [])) == [
        (root / "en/b.txt", [root / "uk/b.md"]),
        (root / "en/x/a.txt", [root / "de/x/a.txt"]),
    ]


@pytest.mark.parametrize("name", ["source", "Source", "sources", "src", "original", "ORIG"])
def test_a_folder_that_is_called_the_source_is_it(files: Files, name: str) -> None:
    root = files(dict.fromkeys([f"{name}/a.txt", "de/a.txt", "fr/a.txt"], "A text."))
    made = [(root / name / "a.txt", [root / "de/a.txt", root / "fr/a.txt"])]
    assert groups(paired(root, ())) == made
    by_hand = paired(root / name, [root / "de", root / "fr"])
    assert groups(by_hand) == made
    assert by_hand.together[0].languages == ("", "de", "fr")


@pytest.mark.parametrize("first", ["a_src.txt", "src/de/a.txt", "original/zu/a.txt"])
def test_what_is_called_the_source_goes_before_english(files: Files, first: str) -> None:
    root = files(dict.fromkeys([first, "en/a.txt", "fr/a.txt"], "A text."))
    assert groups(paired(root, ()))[0][0] == root / first


def test_numbers_in_names_count_as_numbers(files: Files) -> None:
    names = ["part 10", "part 2", "part 2b", "part"]
    root = files({f"{name}.{code}.txt": "" for name in names for code in ("en", "de")})
    assert [one.title for one in paired(root, []).together] == [
        "part",
        "part 2",
        "part 2b",
        "part 10",
    ]


def test_a_word_at_the_end_of_a_name_is_no_language(files: Files) -> None:
    root = files(dict.fromkeys(["source/what is it.txt", "target/what is it.txt"], "Text."))
    [group] = paired(root / "source", [root / "target"]).together
    assert group.languages == ("", "")


def test_names_of_folders_count_only_where_all_are_languages(files: Files) -> None:
    root = files(dict.fromkeys(["articles/a.txt", "de/a.txt"], "Text."))
    [group] = paired(root / "articles", [root / "de"]).together
    assert group.languages == ("", "")


def test_a_bilingual_file_is_a_document_by_itself(files: Files) -> None:
    root = files({"a.xlf": XLIFF, "b.sdlxliff": XLIFF, "c.txt": "Text."})
    found = paired(root, [])
    assert groups(found) == [(root / "a.xlf", []), (root / "b.sdlxliff", [])]
    assert found.alone == [root / "c.txt"]


def test_a_word_table_with_both_texts_is_a_document_by_itself(files: Files) -> None:
    root = files({})
    root.mkdir(exist_ok=True)
    for name, heads in (("pairs.docx", ["Source", "Target"]), ("prices.docx", ["Item", "Price"])):
        made = docx.Document()
        grid = made.add_table(2, 2)
        for cell, text in zip(grid._cells, [*heads, "The bridge.", "Die Brücke."], strict=True):
            cell.text = text
        made.save(str(root / name))
    found = paired(root, [])
    assert groups(found) == [(root / "pairs.docx", [])]
    assert found.alone == [root / "prices.docx"]


def test_hidden_files_and_notes_of_office_programs_are_passed_over(files: Files) -> None:
    root = files({"a.en.txt": "", "a.de.txt": "", ".a.fr.txt": "", "~$a.fr.docx": ""})
    assert groups(paired(root, [])) == [(root / "a.en.txt", [root / "a.de.txt"])]


@pytest.mark.parametrize(("many", "fits"), [(2, True), (3, True), (4, False)])
def test_how_many_files_are_looked_at(
    many: int, fits: bool, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pairing, "MOST_FILES", 3)
    root = files({f"{number}.txt": "" for number in range(many)})
    if fits:
        assert len(paired(root, []).alone) == many
    else:
        with pytest.raises(ReviewerError, match="smaller folder"):
            paired(root, [])


def test_a_folder_with_nothing_to_read(files: Files) -> None:
    root = files({"a.xyz": ""})
    with pytest.raises(ReviewerError, match="no file in"):
        paired(root, [])


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Deutsch", FolderName("de")),
        ("German", FolderName("de")),
        ("français", FolderName("fr")),
        ("pt_BR", FolderName("pt-br")),
        ("PT-BR", FolderName("pt-br")),
        ("Brazilian Portuguese", FolderName("pt-br")),
        ("Simplified Chinese", FolderName("zh-hans")),
        ("02_Source_texts_Simplified Chinese", None),
        ("01_Source EN", FolderName("en", is_source=True)),
        ("Quelle", FolderName("", is_source=True)),
        ("Originale", FolderName("", is_source=True)),
        ("target-de", FolderName("de")),
        ("Übersetzung", FolderName("")),
        ("Translations (fr)", FolderName("fr")),
        ("src", FolderName("", is_source=True)),
        ("Texts", None),
        ("2026", None),
        ("en de", None),
        ("my german texts", None),
    ],
)
def test_what_the_name_of_a_folder_says(name: str, said: FolderName | None) -> None:
    assert folder_name(name) == said


@pytest.mark.parametrize(
    ("source", "german", "french"),
    [
        ("Texts/a.txt", "de/a.txt", "fr/a.txt"),
        ("Texts/x/a.md", "de/x/a.txt", "fr/x/a.txt"),
        ("Quelle/a.txt", "Übersetzung/de/a.txt", "Übersetzung/fr/a.txt"),
        ("Original/a.txt", "Deutsch/a.txt", "français/a.txt"),
        ("English/a.txt", "German/a.txt", "French/a.txt"),
        ("01 Source EN/a.txt", "02 Target DE/a.txt", "02 Target FR/a.txt"),
        ("a_EN_final.txt", "a_DE_final.txt", "a_FR_final.txt"),
        ("en/a.EN.v2.txt", "de/a.DE.v2.txt", "fr/a.FR.v2.txt"),
    ],
)
def test_folders_and_names_as_people_give_them(
    files: Files, source: str, german: str, french: str
) -> None:
    root = files(dict.fromkeys([source, german, french], "A text."))
    found = paired(root, ())
    [(first, others)] = groups(found)
    assert (first, sorted(others)) == (root / source, sorted([root / german, root / french]))
    assert sorted(found.together[0].languages[1:]) == ["de", "fr"]


def test_two_folders_that_might_have_the_sources_are_said_to_be_alone(files: Files) -> None:
    root = files(dict.fromkeys(["Texts/a.txt", "Old/a.txt", "de/a.txt"], "A text."))
    found = paired(root, ())
    assert groups(found) == []
    assert found.alone == [root / "Old/a.txt", root / "Texts/a.txt", root / "de/a.txt"]


def test_a_word_inside_a_name_that_no_other_name_has_otherwise_is_no_language(files: Files) -> None:
    names = [
        "en/a is good.txt",
        "de/a is good.txt",
        "en/b it was.txt",
        "de/b is wrong.txt",
    ]
    root = files(dict.fromkeys(names, "A text."))
    assert groups(paired(root, ())) == [(root / names[0], [root / names[1]])]


def test_a_folder_that_has_a_translation_of_its_own_is_not_that_of_the_sources(
    files: Files,
) -> None:
    names = ["Texts/news.txt", "Texts/news.es.txt", "de/news.txt", "fr/news.txt"]
    folder = files(dict.fromkeys(names, "One."))
    text, spanish, german, french = (folder / name for name in names)
    assert groups(paired(folder, [])) == [(german, [french]), (text, [spanish])]


def test_a_language_inside_two_names_tells_them_apart(files: Files) -> None:
    root = files({f"Contract_{tag}_final_v2.txt": "One." for tag in ("EN", "DE")})
    [found] = paired(root, []).together
    assert (found.title, found.languages) == ("Contract final v2", ("en", "de"))


def test_a_language_inside_a_single_name_is_a_word_of_it(files: Files) -> None:
    root = files({"Guide_IT_staff.txt": "One.", "b.en.txt": "One.", "b.de.txt": "Eins."})
    found = paired(root, [])
    assert [one.title for one in found.together] == ["b"]
    assert [path.name for path in found.alone] == ["Guide_IT_staff.txt"]


def test_without_english_the_most_frequent_language_is_the_source(files: Files) -> None:
    root = files({"a.fr.txt": "Un.", "a.it.txt": "Uno.", "b.it.txt": "Due.", "b.nl.txt": "Twee."})
    assert [one.source.name for one in paired(root, []).together] == ["a.it.txt", "b.it.txt"]
