"""The elements of HTML: which break the text, which have no end, which end others, their roles."""

from __future__ import annotations

from reviewer.domain import Role
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
