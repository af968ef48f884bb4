"""What a page's markup says of its elements: which hold no text, which may be page furniture."""

from __future__ import annotations

from collections.abc import Mapping

from reviewer.formats.html.hiding_names import name_words
from reviewer.formats.shared.markup import words

SKIPPED = words(
    "annotation annotation-xml audio canvas datalist del iframe noembed noframes object rp rt s "
    "script strike style svg template textarea video xmp"
)
"""Elements whose content is no text of the page, struck out text included."""

CONTROLS = words("button select textarea")

FOREIGN = frozenset({"svg", "math"})

HTML_INSIDE = words("foreignobject desc title annotation-xml mi mo mn ms mtext")
"""Elements of a drawing or a formula in which HTML may stand."""

ENDS_FOREIGN = words(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li "
    "listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var"
)
"""Elements that end a drawing or a formula they begin in (HTML Standard, 13.2.6.5)."""

_FURNITURE = {
    "aside": "aside",
    "button": "form",
    "dialog": "dialog",
    "footer": "footer",
    "form": "form",
    "menu": "navigation",
    "nav": "navigation",
    "noscript": "noscript",
    "search": "form",
    "select": "form",
}
"""Elements that are mostly no part of an article, and what they are."""

_FURNITURE_ROLES = {
    "alert": "dialog",
    "alertdialog": "dialog",
    "banner": "header",
    "button": "form",
    "complementary": "aside",
    "contentinfo": "footer",
    "dialog": "dialog",
    "form": "form",
    "menu": "navigation",
    "menubar": "navigation",
    "navigation": "navigation",
    "search": "form",
    "tablist": "navigation",
    "toolbar": "form",
    "tooltip": "dialog",
}

_FURNITURE_WORDS = words(
    "ad ads advert advertisement banner breadcrumb breadcrumbs byline-share comment "
    "comments cookie cookies copyright footer masthead menu menubar nav navbar navigation "
    "newsletter pager pagination popup promo recommended related respond sharing share "
    "sidebar sharedaddy skip-link social sponsored subscribe tagcloud tags toolbar topbar"
)
"""Words that page authors put into class and id of what is not the article."""

_STAMPS = words("author creator datepublished datemodified datecreated dateline copyrightholder")
"""What schema.org and its like call who wrote a text, and when (`itemprop`, `property`)."""

_GENERIC = words(
    "area bar block box buttons container group inner item items links list section "
    "widget wrap wrapper"
)

_BODY_WORDS = words("article body content entry main post story text")


def mark_of(name: str, attributes: Mapping[str, str], inside_article: bool) -> str:
    """Why the markup says that the element is no part of the article, "" if it does not.

    `inside_article`: an article, main or section element is open, whose header and footer
    belong to the text's own head and foot. No mark decides alone
    (`reviewer.formats.html.evidence`).
    """
    role = attributes.get("role", "").lower()
    if role in ("main", "article", "document"):
        return ""
    if name in _FURNITURE and not (name == "footer" and inside_article):
        return _FURNITURE[name]
    if name == "header" and not inside_article:
        return "header"
    if role in _FURNITURE_ROLES and not (role == "banner" and inside_article):
        return _FURNITURE_ROLES[role]
    if name in ("p", "body", "html", "main", "article", "td", "em", "b", "i", "strong"):
        return ""
    return "named" if _is_named_furniture(attributes) else ""


def is_stamp(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element's markup says that it is a time, the name of who wrote the text, or a link
    to the page in another language."""
    if name == "a" and ("lang" in attributes or "hreflang" in attributes):
        return True
    if "author" in attributes.get("rel", "").lower().split():
        return True
    said = f"{attributes.get('itemprop', '')} {attributes.get('property', '')}".lower().split()
    if said:
        return any(each.rpartition(":")[2] in _STAMPS for each in said)
    return name in ("time", "address")


def _is_named_furniture(attributes: Mapping[str, str]) -> bool:
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    for written in names.split():
        parts = name_words(written)
        if parts[-1] in _FURNITURE_WORDS and not _BODY_WORDS.intersection(parts):
            return True
        if len(parts) > 1 and parts[0] in _FURNITURE_WORDS and parts[-1] in _GENERIC:
            return True
    return False
