"""The last sentence of a page is left out: what stands behind it on the page is no answer to it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.analysis import Analysis, analyse
from tests.end_to_end.planted import ARTICLE, as_page, lines_of

BEHIND = {
    "en": (
        "We use cookies to show you advertisements and to count the visitors of this site.",
        "The council meets on Tuesday to decide about the harbour; nobody expects a quick vote.",
    ),
    "de": (
        "Wir verwenden Cookies, um Werbung zu zeigen und die Besucher der Seite zu zählen.",
        "Der Rat berät am Dienstag über den Hafen, und niemand erwartet eine schnelle Abstimmung.",
    ),
    "uk": (
        "Ми використовуємо файли cookie, щоб показувати рекламу й рахувати відвідувачів сайту.",
        "Рада збирається у вівторок, щоб вирішити про порт, і ніхто не чекає швидкого голосування.",
    ),
    "ar": (
        "نستخدم ملفات تعريف الارتباط لنعرض الإعلانات ونحصي زوار هذا الموقع الإلكتروني.",
        "يجتمع المجلس يوم الثلاثاء ليقرر بشأن الميناء، ولا يتوقع أحد تصويتا سريعا هذه المرة.",
    ),
    "fr": (
        "Nous utilisons des cookies pour afficher des publicités et compter les visiteurs du site.",
        "Le conseil se réunit mardi pour décider du port, et personne n'attend un vote rapide.",
    ),
}
BOXES = {
    "cookies": "<main>{}</main><div class=cmp><p>{}</p><button>OK</button></div>",
    "teasers": "<article>{}</article><div class=more-stories><div class=card><a href=/1>"
    "<h3>Kell</h3></a><p>{}</p></div><div class=card><a href=/2><h3>Senn</h3></a></div></div>",
    "a box": "<div class=text>{}</div><div class=hint><p>{}</p></div>",
}
LANGUAGES = [("en", "de"), ("fr", "ar"), ("uk", "en"), ("de", "uk"), ("ar", "uk")]


def page(language: str, box: str, sentences: Sequence[str]) -> bytes:
    title, _ = ARTICLE[language]
    text = f"<h1>{title}</h1>{lines_of(language, sentences)}"
    behind = BEHIND[language][box == "teasers"]
    return as_page(language, BOXES[box].format(text, behind))


def compared(languages: tuple[str, str], box: str, *, left_out: int) -> Analysis:
    pages = []
    for language in languages:
        sentences = list(ARTICLE[language][1])
        if pages:
            sentences[left_out] = ""
        pages.append(formats.read_bytes(Path("p.html"), page(language, box, sentences)))
    return analyse(pages[0], pages[1:])


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize("languages", LANGUAGES, ids="-".join)
def test_the_last_sentence_is_told_to_be_missing(languages: tuple[str, str], box: str) -> None:
    analysis = compared(languages, box, left_out=-1)
    missing = [
        analysis.source.segments[index].text
        for bead in analysis.translations[0].beads
        if bead.relation == "missing"
        for index in bead.source
    ]
    assert missing == [ARTICLE[languages[0]][1][-1]]
    assert not any(bead.relation == "added" for bead in analysis.translations[0].beads)
