"""Write resources/sample/ from corpus/sample.toml: one article in six files of four formats.

Run with the project's own environment, after every change of the corpus:
    python tools/toy_packages/write_sample.py

The sentences are the corpus's; what stands here is how each file looks when it comes from the
web or from a translator: menus, share links, counters, styles, a byte order mark.
"""

from __future__ import annotations

import html
import io
import zipfile
from pathlib import Path

from sample_text import LANGUAGES, read_sentences, shown

TARGET = Path(__file__).parents[2] / "resources" / "sample"

LEAD = [["s1", "s2"], ["s3", "s4"], ["s5"]]
SECTIONS = [
    ("h1", [["s6", "s7", "s8"], ["s9", "s10", "s11"], ["s12", "s13", "x1"], ["s14"]]),
    ("h2", [["s15", "s16", "s17"], ["s18", "s19", "s20"], ["s21", "s22"]]),
    ("h3", [["s23", "s24"], ["s25", "s26", "s27", "s28"], ["s29", "s30"]]),
    ("h4", [["s31"], ["*", "s32", "s33", "s34", "s35"]]),
    ("h5", [["s36", "s37"], ["s38", "s39"], ["s40", "s41"], ["s42"]]),
]
LEFT_OUT = {"id": {"s22"}, "vi": {"s23"}}
TWICE = {"vi": {"s36"}}
MOVED = {"uk": (["s25", "s26", "s27", "s28"], ["s38", "s39"])}
"""Language -> (a paragraph of the source, the paragraph that it follows in the translation)."""

Piece = tuple[str, list[str]]
"""("title", "caption", "heading", "paragraph" or "item", sentences)."""

SENTENCES = read_sentences()


def pieces(language: str) -> list[Piece]:
    """The article in one language, block by block."""
    result: list[Piece] = [("title", texts("t", language))]
    result += [("paragraph", paragraph(LEAD[0], language)), ("caption", texts("c", language))]
    result += [("paragraph", paragraph(ids, language)) for ids in LEAD[1:]]
    for heading, paragraphs in moved(language):
        result.append(("heading", texts(heading, language)))
        for ids in paragraphs:
            if ids[0] == "*":
                result += [("item", texts(identifier, language)) for identifier in ids[1:]]
            else:
                result.append(("paragraph", paragraph(ids, language)))
    return result


def moved(language: str) -> list[tuple[str, list[list[str]]]]:
    """The sections, with the moved paragraph at its new place."""
    if language not in MOVED:
        return SECTIONS
    passage, before = MOVED[language]
    result = []
    for heading, paragraphs in SECTIONS:
        here = [ids for ids in paragraphs if ids != passage]
        if before in here:
            here.insert(here.index(before) + 1, passage)
        result.append((heading, here))
    return result


def paragraph(identifiers: list[str], language: str) -> list[str]:
    return [text for identifier in identifiers for text in texts(identifier, language)]


def texts(identifier: str, language: str) -> list[str]:
    """The sentence as often as it stands in this language's file: not at all, once or twice."""
    text = shown(SENTENCES, identifier, language)
    if text is None or identifier in LEFT_OUT.get(language, ()):
        return []
    return [text] * (2 if identifier in TWICE.get(language, ()) else 1)


def as_html(language: str) -> str:
    """The article's own part of a web page."""
    tags = {"title": "h1", "heading": "h2", "paragraph": "p", "item": "li"}
    lines: list[str] = []
    listing = False
    for role, sentences in pieces(language):
        if (role == "item") != listing:
            listing = not listing
            lines.append("<ul>" if listing else "</ul>")
        text = html.escape(" ".join(sentences), quote=False)
        if role == "caption":
            lines += [
                '<figure><img src="quay.jpg" alt="">',
                f"<figcaption>{text}</figcaption></figure>",
            ]
        else:
            tag = tags[role]
            lines.append(f"<{tag}>{text}</{tag}>")
    return "\n".join(lines)


def write_source() -> None:
    """English, as a browser saves it: navigation, share links, related stories, comments."""
    title, body = as_html("en").split("\n", 1)
    page = f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Port Velder opens its tidal harbour after nine years of work | The Velder Courier</title>
<style>body {{ font-family: serif; max-width: 44em; margin: auto }}</style>
<script>window.courier = {{ "section": "region", "ads": true }};</script>
</head>
<body>
<header>
<div class="brand">The Velder Courier</div>
<nav><ul>
<li><a href="#">Home</a></li>
<li><a href="#">Region</a></li>
<li><a href="#">Business</a></li>
<li><a href="#">Sport</a></li>
<li><a href="#">Weather</a></li>
<li><a href="#">Subscribe</a></li>
</ul></nav>
</header>
<main>
<article>
{title}
<div class="meta">By Milla Sorensen</div>
<div class="meta">14 May 2025, 18:52</div>
<div class="share"><a href="#">Share</a> <a href="#">Print</a> <a href="#">E-mail</a></div>
{body}
</article>
<div class="share"><a href="#">Share this article</a></div>
<div class="comments"><a href="#">Comments (7)</a></div>
</main>
<aside>
<h3>Related stories</h3>
<ul>
<li><a href="#">Storm warning lifted on the coast</a></li>
<li><a href="#">Ferry fares to rise in July</a></li>
<li><a href="#">Port Velder FC win the cup 4–0</a></li>
</ul>
</aside>
<footer>
<p>© 2025 The Velder Courier</p>
<ul>
<li><a href="#">Imprint</a></li>
<li><a href="#">Privacy</a></li>
<li><a href="#">Contact</a></li>
</ul>
</footer>
</body>
</html>
"""
    write("article.en.html", page)


def write_arabic() -> None:
    """A web page that reads from right to left."""
    title, body = as_html("ar").split("\n", 1)
    page = f"""<!DOCTYPE html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<title>بورت فيلدر تفتتح ميناء المد والجزر بعد تسع سنوات من العمل</title>
</head>
<body>
<nav><a href="#">الرئيسية</a> <a href="#">اقتصاد</a> <a href="#">رياضة</a></nav>
<article>
{title}
<div class="share"><a href="#">مشاركة</a> <a href="#">طباعة</a></div>
{body}
</article>
<div class="comments"><a href="#">تعليق (0)</a></div>
</body>
</html>
"""
    write("article.ar.html", page)


def write_indonesian() -> None:
    """Plain text copied out of a web page."""
    lines = ["Kabar Velder", ""]
    for role, sentences in pieces("id"):
        if not sentences:
            continue
        mark = "- " if role == "item" else ""
        lines += [mark + " ".join(sentences)]
        if role != "item":
            lines.append("")
        if role == "title":
            lines += ["14/05/2025 21:07", "Bagikan", ""]
        if role == "caption":
            lines += ["[iklan_1]", ""]
    lines += [
        "[iklan_2]",
        "Sumber: https://www.veldercourier.example/2025/05/tidal-harbour.html",
        "",
        "Komentar (0)",
        "",
        "Terkait",
    ]
    write("article.id.txt", "\n".join(spaced_before_headings(lines)) + "\n")


def spaced_before_headings(lines: list[str]) -> list[str]:
    """A blank line between the last list item and what follows it."""
    result: list[str] = []
    for line in lines:
        if result and result[-1].startswith("- ") and line and not line.startswith("- "):
            result.append("")
        result.append(line)
    return result


def write_vietnamese() -> None:
    """Plain text as a Windows editor saves it: byte order mark, CR LF."""
    lines = ["Tin Velder", "14/05/2025", ""]
    for role, sentences in pieces("vi"):
        if sentences:
            lines += [("- " if role == "item" else "") + " ".join(sentences)]
            if role != "item":
                lines.append("")
    lines += [
        "Nguồn: https://www.veldercourier.example/2025/05/tidal-harbour.html",
        "Bình luận (0)",
    ]
    text = "\r\n".join(spaced_before_headings(lines)) + "\r\n"
    (TARGET / "article.vi.txt").write_bytes(text.encode("utf-8-sig"))


def write_ukrainian() -> None:
    """Markdown."""
    marks = {"title": "# ", "heading": "## ", "item": "- ", "paragraph": "", "caption": ""}
    lines: list[str] = []
    for role, sentences in pieces("uk"):
        text = " ".join(sentences)
        if role == "caption":
            lines += ["![](quay.jpg)", "", f"*{text}*", ""]
        else:
            lines += [marks[role] + text] + ([] if role == "item" else [""])
        if role == "title":
            lines += ["[Поділитися](#share) [Коментарі (0)](#comments)", ""]
    write("article.uk.md", "\n".join(spaced_before_headings(lines)).rstrip() + "\n")


def write_german() -> None:
    """A translator's Word file: styles, a header, a footer."""
    import docx

    document = docx.Document()
    document.core_properties.author = ""
    document.core_properties.comments = ""
    document.core_properties.title = "Gezeitenhafen"
    document.core_properties.language = "de"
    section = document.sections[0]
    section.header.paragraphs[0].text = "Übersetzung, Entwurf 2"
    section.footer.paragraphs[0].text = "Nur zur internen Prüfung"
    styles = {
        "title": "Title",
        "heading": "Heading 1",
        "caption": "Caption",
        "paragraph": "Normal",
        "item": "List Bullet",
    }
    for role, sentences in pieces("de"):
        document.add_paragraph(" ".join(sentences), style=styles[role])
    written = io.BytesIO()
    document.save(written)
    with (
        zipfile.ZipFile(written) as parts,
        zipfile.ZipFile(TARGET / "article.de.docx", "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for part in parts.infolist():
            part.date_time = (1980, 1, 1, 0, 0, 0)  # an equal text is an equal file
            archive.writestr(part, parts.read(part.filename), zipfile.ZIP_DEFLATED)


def write(name: str, text: str) -> None:
    (TARGET / name).write_bytes(text.encode("utf-8"))


def main() -> None:
    TARGET.mkdir(parents=True, exist_ok=True)
    write_source()
    write_indonesian()
    write_german()
    write_ukrainian()
    write_arabic()
    write_vietnamese()
    print(f"{len(LANGUAGES) + 1} files in {TARGET}")


if __name__ == "__main__":
    main()
