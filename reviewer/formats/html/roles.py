"""What the elements of HTML mean for reading: which break the text, which are page furniture."""

from __future__ import annotations

from collections.abc import Mapping

from reviewer.domain import Role
from reviewer.formats.html.styles import name_words
from reviewer.formats.shared.markup import words

VOID = words("area base br col embed hr img input link meta param source track wbr")

BLOCK = words(
    "address article aside blockquote body caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup "
    "hr html legend li main menu nav noframes ol optgroup option p pre search section "
    "select summary table tbody td tfoot th thead title tr ul"
)
"""Elements that begin and end a paragraph (the display: block and table of browsers)."""

PARAGRAPHS = words("p h1 h2 h3 h4 h5 h6")

HEADINGS = words("h1 h2 h3 h4 h5 h6")

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

_GENERIC = words(
    "area bar block box buttons container group inner item items links list section "
    "widget wrap wrapper"
)

_BODY_WORDS = words("article body content entry main post story text")

# When one of these starts, an open element of the second kind ends (HTML Standard, 13.1.2.4).
_ENDS_PARAGRAPH = BLOCK - {"body", "html", "head", "li", "dd", "dt", "td", "th", "tr", "option"}

_CLOSES: dict[str, frozenset[str]] = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "option": frozenset({"option"}),
    "optgroup": frozenset({"option", "optgroup"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "tbody": frozenset({"tbody", "thead", "tr", "td", "th"}),
    "thead": frozenset({"tbody", "thead", "tr", "td", "th"}),
    "tfoot": frozenset({"tbody", "thead", "tr", "td", "th"}),
    "body": frozenset({"head"}),
    "a": frozenset({"a"}),
    "button": frozenset({"button"}),
}

_NOTHING: frozenset[str] = frozenset()
_CLOSED_BY = {
    name: _CLOSES.get(name, _NOTHING)
    | (HEADINGS if name in HEADINGS else _NOTHING)
    | ({"p"} if name in _ENDS_PARAGRAPH else _NOTHING)
    for name in _ENDS_PARAGRAPH | _CLOSES.keys()
}

_ROLES: dict[str, tuple[Role, int]] = {
    **dict.fromkeys(("figcaption", "caption", "figure"), ("caption", 0)),
    **dict.fromkeys(("li", "dd", "dt"), ("list_item", 0)),
    **dict.fromkeys(("td", "th"), ("table_cell", 0)),
    **dict.fromkeys(("summary", "legend"), ("heading", 6)),
    **dict.fromkeys(("p", "blockquote", "pre", "section", "article"), ("paragraph", 0)),
    "title": ("title", 0),
}

_STOPS = frozenset({"ul", "ol", "menu", "dl", "table", "select", "td", "th", "caption", "body"})


def closed_by(name: str) -> frozenset[str]:
    """The open elements that the start of `name` may end."""
    return _CLOSED_BY.get(name, _NOTHING)


def bounds(name: str, open_name: str) -> bool:
    """Whether an open element shields those around it from being ended by `name`."""
    return open_name in _STOPS and open_name not in _CLOSES.get(name, ())


def role_of(name: str, outer: str) -> tuple[Role, int] | None:
    """The role and level of text in an element right inside `outer`; None: as around it."""
    if name in HEADINGS:
        return "heading", int(name[1])
    if name == "p" and outer in ("li", "dd"):
        return None
    return _ROLES.get(name)


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


def _is_named_furniture(attributes: Mapping[str, str]) -> bool:
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    for written in names.split():
        parts = name_words(written)
        if parts[-1] in _FURNITURE_WORDS and not _BODY_WORDS.intersection(parts):
            return True
        if len(parts) > 1 and parts[0] in _FURNITURE_WORDS and parts[-1] in _GENERIC:
            return True
    return False
