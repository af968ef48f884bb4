"""Documents as people have them: the two planted faults are told whatever the file is like."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import pytest

from tests.end_to_end.planted import (
    Dress,
    as_page,
    as_text,
    lines_of,
    paragraphs,
    told,
    wanted,
)

LANGUAGES = [("en", "de"), ("uk", "en"), ("en", "ar"), ("zh", "en"), ("de", "vi"), ("fr", "uk")]


def page(form: str, language: str, title: str, sentences: Sequence[str]) -> bytes:
    """A page of `form`, in which {t} is the title, {p} all paragraphs, {0} to {3} one each."""
    parts = [*paragraphs(language, sentences)]
    form = form.replace("{t}", f"<h1>{title}</h1>").replace("{p}", lines_of(language, sentences))
    form = form.replace("{bare}", title)
    for number, text in enumerate(parts):
        form = form.replace(f"{{{number}}}", text)
    head, _, body = form.rpartition("<body>")
    return as_page(language, body, head=head)


def markdown(form: str, language: str, title: str, sentences: Sequence[str]) -> bytes:
    for number, text in enumerate(paragraphs(language, sentences)):
        form = form.replace(f"{{{number}}}", text)
    return form.replace("{t}", title).encode()


PAGES = {
    "an aside around all": "<aside>{t}{p}</aside>",
    "a header around all": "<header class=hero>{t}{p}</header>",
    "a footer around all": "<footer class=site>{t}{p}</footer>",
    "a form around all": "<form action=x.aspx id=aspnetForm><input type=hidden>{t}{p}</form>",
    "a role of navigation": "<div role=navigation>{t}{p}</div>",
    "a class of cookies": "<div class='cookie-consent-accepted'>{t}{p}</div>",
    "a dialog that is open": "<div class='modal-open' role=dialog>{t}{p}</div>",
    "a table for the layout": "<table><tr><td class=menu>x<td class=leftnav>{t}{p}</table>",
    "lines and no paragraphs": "<div class=banner><b>{bare}</b><br><br>{0}<br><br>{1}<br><br>{2}"
    "<br><br>{3}</div>",
    "a stray quote": "{t}<img src='a.png'' alt=x><p>{0}</p><p class=a\">{1}</p><p>{2}</p><p>{3}",
    "tags that never close": "<h1>{bare}<p><b>{0}<p><i>{1}<p>{2}<p>{3}",
    "forms in forms": "<form id=a><form id=b>{t}<p>{0}</p></form><p>{1}</p><p>{2}</p></form>{3}",
    "odd comments": "{t}<!--><p>{0}</p><!---><p>{1}</p><!--x--!><p>{2}</p><p>{3}</p>",
    "no end of the title": "<title>{bare}</title><style>p{a:b}</style><body>{t}{p}",
    "all in noscript": "<div id=app></div><noscript>{t}{p}</noscript>",
    "a second copy in noscript": "{t}{p}<noscript>{t}{p}</noscript>",
    "a sentence that only printers show": "<style>.x{display:none}@media print{.x{display:block}}"
    "</style><body>{t}<p class=x>Printed version</p>{p}",
    "paragraphs for wide windows": "<style>.k{display:none}@media (min-width:48em)"
    "{.k{display:block}}</style><body>{t}<p>{0}</p><div class=k><p>{1}</p><p>{2}</p></div>{3}",
    "paragraphs that narrow windows hide": "<style media='(max-width:700px)'>.k{display:none}"
    "</style><body>{t}<p>{0}</p><div class=k><p>{1}</p><p>{2}</p></div>{3}",
    "subtitles for paragraphs": "<p class=title>{bare}</p><p class=subtitle>{0}</p>"
    "<p class=subtitle>{1}</p><p class=subtitle>{2}</p><p class=subtitle>{3}</p>",
    "a list that Word made": "{t}<p class=MsoListParagraph><![if !supportLists]>"
    "<span style='mso-list:Ignore'>1.<span style='font:7.0pt \"Times New Roman\"'>&nbsp; "
    "</span></span><![endif]>{0}</p><p>{1}</p><p>{2}</p><p>{3}</p>",
    "old words that were deleted": "{t}<p><del>It cost 7 euros.</del>{0}</p><p>{1}</p>{2}<p>{3}",
}
MARKDOWN = {
    "breaks": "# {t}\n\n{0}<br>{1}<br />\n{2}\\\n{3}\n",
    "front matter": "---\ntitle: '{t}'\ndate: 2024-05-06\ndescription: >-\n  {0}\n---\n"
    "{1}\n\n{2}\n\n{3}",
    "fences": "# {t}\n\n::: note\n{0}\n:::\n\n```py\nx = 45\n```\n\n> [!TIP]\n> {1}\n\n{2}\n\n{3}",
    "formulas between": "# {t}\n\n{0}\n$$\nE = mc^2\n$$\n{1}\n\n{2}\n\n{3}\n",
    "names of paragraphs": "# {t} {#top}\n\n{0}\n{: .lead}\n\n{1}\n\n{2}\n{: #x }\n\n{3}",
    "lists": "# {t}\n\n* {0}\n    * {1}\n        * {2}\n* {3}\n",
    "numbers of a list": "# {t}\n\n1. {0}\n1. {1}\n1. {2}\n1. {3}\n",
}
CASES: list[tuple[str, str, Callable[..., bytes], str]] = [
    *((f"page: {name}", "p.html", page, form) for name, form in PAGES.items()),
    *((f"markdown: {name}", "m.md", markdown, form) for name, form in MARKDOWN.items()),
]


@pytest.mark.parametrize("case", range(len(CASES)), ids=[case[0] for case in CASES])
def test_the_two_faults_are_told_and_nothing_else(case: int) -> None:
    _, file, dress, form = CASES[case]
    languages = LANGUAGES[case % len(LANGUAGES)]
    dressed: Dress = partial(dress, form)
    both = case % 2 == 0
    names = (file, file if both else "t.txt")
    assert told(names, (dressed, dressed if both else as_text), languages) == wanted(languages[0])
