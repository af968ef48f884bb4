"""The handbook, as a page that the desktop's browser shows without a network."""

from __future__ import annotations

from pathlib import Path

from reviewer.folders import cache_folder
from reviewer.formats.atomic import write_text
from reviewer.ui.look import resources
from reviewer.wording import language

_FRAME = """<!DOCTYPE html>
<html lang="{language}">
<head><meta charset="utf-8"><title>Reviewer</title><base href="{folder}">
<style>
body {{ font: 16px/1.55 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem;
  color: #1b1e23; background: #fff; }}
h1, h2 {{ line-height: 1.25; }} h2 {{ margin-top: 2.2rem; }}
table {{ border-collapse: collapse; }} th, td {{ text-align: left; padding: .3rem .9rem .3rem 0;
  border-bottom: 1px solid #d6dadf; vertical-align: top; }}
code {{ background: #eef0f3; padding: .1rem .3rem; border-radius: 3px; }}
img {{ max-width: 100%; border: 1px solid #d6dadf; border-radius: 4px; }}
@media (prefers-color-scheme: dark) {{ body {{ color: #e4e6ea; background: #1b1e23; }}
  code {{ background: #2a2e35; }} th, td {{ border-color: #3a3f47; }} }}
</style></head>
<body>
{body}
</body></html>
"""


def handbook_page() -> Path:
    """The handbook in the language of the window, or in English, made into a page.

    Raises UnwritableFileError where the page cannot be kept.
    """
    from markdown_it import MarkdownIt

    folder = resources.folder() / "handbook"
    there = folder / f"{language()}.md"
    source = there if there.exists() else folder / "en.md"
    body = MarkdownIt().enable("table").render(source.read_text("utf-8"))
    page = cache_folder() / "handbook" / f"{source.stem}.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    write_text(page, _FRAME.format(language=source.stem, body=body, folder=f"{folder.as_uri()}/"))
    return page
