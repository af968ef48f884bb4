"""Articles with everything that pages put into them and around them, drawn near the limits at which
a line is text, is none, or is left to the translation."""

from __future__ import annotations

import random

WORDS = ("the", "ferry", "left", "its", "pier", "before", "noon", "and", "nobody", "on", "board",
         "knew", "that", "ice", "had", "cut", "both", "of", "her", "lines", "again")  # fmt: skip
NAMES = ("Ann Weaver", "Bob", "Carla Reyes", "Dora Hill", "Eli")
HEAD = (
    "", "<title>The last ferry</title>", "<title>The last ferry over the Tarn – Tarn Daily</title>",
    "<title>Tarn Daily</title>", "<title>Tarn Daily: The last ferry over the Tarn</title>",
    "<title>The last</title>", "<title>News | The last ferry over the Tarn | Tarn Daily</title>",
    "<meta property='og:title' content='The last ferry over the Tarn'>",
    "<meta name=author content='Ann Weaver'>",
    "<meta name=description content='{lead}'>", "<meta property='og:description' content='{lead}'>",
    "<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":"
    "\"The last ferry over the Tarn\",\"author\":{{\"name\":\"Ann Weaver\"}},"
    "\"articleBody\":\"{body}\"}}</script>",
)  # fmt: skip
TITLE = "The last ferry over the Tarn"
LABELS = (
    "Advertisement", "Share", "Read more", "* * *", "12:30", "★★★", "Photo: Ann Weaver",
    "Ann Weaver", "By Ann Weaver, 5 May 2024", "3 min read", "Related stories", "See also:",
    "Comment (0)", "Top 5",
    "Four words are here", "You may like these stories too", "© 2024 Tarn Daily", "(Tom Reyes)",
    "News · Sport", "Filed under: Rivers",
)  # fmt: skip
CLASSES = (
    "teaser", "share-buttons", "newsletter", "comments", "sidebar widget", "author-bio", "related",
    "info", "post-meta", "ad", "cookie-consent", "box", "entry", "paywall", "footnotes", "tags",
    "nav", "disclaimer", "meta", "", "", "",
)  # fmt: skip
BOXES = ("div", "div", "div", "section", "aside", "footer", "header", "nav", "form", "blockquote",
         "figure", "details", "noscript", "dialog open", "div role=dialog", "ul", "div hidden",
         "article")  # fmt: skip
CONTROLS = ("", "", "<input type=email>", "<button>Send</button>", "<textarea></textarea>",
            "<input type=hidden>", "<input type=checkbox><button>Go</button>")  # fmt: skip
STAMPS = ("<time>5 May 2024</time>", "<span class=author>Ann Weaver</span>", "5 May 2024",
          "<address>Ann Weaver</address>", "<a rel=author href='/ann'>Ann Weaver</a>",
          "By Ann Weaver", "12 May 2024, 10:30", "<cite>Tarn Daily</cite>")  # fmt: skip


class Draw:
    """Draws one page."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(f"article {seed}")
        self.one = self.dice.choice
        self.lead = self.sentence(12)
        self.kind = self.one(("p", "p", "p", "div", "p class=x"))

    def sentence(self, words: int, end: str = ".") -> str:
        first, *rest = (self.one(WORDS) for _ in range(words))
        return " ".join([first.title(), *rest]) + end

    def sentences(self) -> str:
        """One or more of them, with few words or about as many as prose has."""
        sizes = self.one(((2,), (4,), (9,), (10,), (11,), (14, 12), (20, 9, 16), (25, 30)))
        return " ".join(self.sentence(size, self.one("...?!")) for size in sizes)

    def linked(self, text: str) -> str:
        """The text in a link, or some of it."""
        words = text.split()
        cut = round(len(words) * self.one((1, 1, 1, 0.75, 0.7, 0.65, 0.5, 0.4, 0.2)))
        return f"<a href='/{cut}'>{' '.join(words[:cut])}</a> {' '.join(words[cut:])}"

    def heading(self) -> str:
        level = self.one("2234")
        text = self.one((self.sentence(3, ""), self.sentence(20, ""), self.sentence(21, ""), "Ann",
                         *LABELS[:6], self.sentence(4, "?"), self.sentence(2, ":")))  # fmt: skip
        return f"<h{level}>{self.linked(text) if self.dice.random() < 0.25 else text}</h{level}>"

    def paragraph(self, text: str) -> str:
        return f"<{self.kind}>{text}</{self.kind.split()[0]}>"

    def listed(self) -> str:
        name, items = self.one(("ul", "ol", "dl")), self.one((1, 2, 3, 4))
        inner = self.one((
            lambda: self.linked(self.sentence(self.one((2, 3, 4, 6)), "")),
            lambda: self.sentence(self.one((2, 3, 5)), ""), self.sentences,
            lambda: f"<cite>{self.sentence(4, '')}</cite> {self.sentence(self.one((1, 5)), '')}",
            lambda: f"<a href='/de' hreflang=de>{self.one(('Deutsch', 'Suomi 2'))}</a>",
            lambda: f"<a href='#top'>{self.one(NAMES)}</a>",
        ))  # fmt: skip
        tag = "dd" if name == "dl" else "li"
        over = self.one(("", "", "<p>See also:</p>", "<h3>Sources</h3>", "<p>He took three:</p>"))
        return (
            f"{over}<{name}>{''.join(f'<{tag}>{inner()}</{tag}>' for _ in range(items))}</{name}>"
        )

    def verse(self) -> str:
        lines = [self.sentence(self.one((2, 3, 3, 4)), self.one(("", ",", "."))) for _ in
                 range(self.one((2, 3, 4)))]  # fmt: skip
        inner = (
            "<br>".join(lines)
            if self.dice.random() < 0.4
            else "".join(f"<p>{line}</p>" for line in lines)
        )
        return f"<div{self.one(('', ' class=verse', ' class=box'))}>{inner}</div>"

    def figure(self) -> str:
        under = self.one((self.sentence(3, ""), self.sentence(4, ""), self.sentence(6),
                          "Photo: Eli", "(Photo: Ann Weaver)", "Ann Weaver | Tarn Daily",
                          "<time>5 May</time> The pier"))  # fmt: skip
        more = self.one(("", "", "<p>Photo: Bob</p>", "<p>Tom Reyes, for the Tarn Daily in May</p>",
                         "<p>One</p><p>Two</p>", "<p>1</p><p>2</p><p>3</p>"))  # fmt: skip
        box = self.one(("div", "div", "figure", "div class=related", "section"))
        tag = self.one(("p", "figcaption", "span"))
        return f"<{box}><img src=x><{tag}>{under}</{tag}>{more}</{box.split()[0]}>"

    def asked(self) -> str:
        """A question of somebody, and what was answered."""
        turn = (
            f"<h3>{self.sentence(6, '?')}</h3>{self.paragraph(self.sentence(self.one((2, 5, 12))))}"
        )
        return turn * self.one((1, 2, 3))

    def teasers(self) -> str:
        some = [
            f"{self.one(('', '<h4>News</h4>', '<p>5 May</p>'))}<h3><a href='/{n}'>"
            f"{self.sentence(self.one((2, 3, 6)), '')}</a></h3><p>{self.sentences()}</p>"
            for n in range(self.one((1, 2, 3)))
        ]
        wrap = self.one(
            ("{}", "<div>{}</div>", "<article>{}</article>", "<div class=card>{}</div>")
        )
        return self.one(("", "<h2>More stories</h2>")) + "".join(wrap.format(one) for one in some)

    def talk(self) -> str:
        entries = self.one((1, 2, 2, 3, 4))
        shape = self.one((
            "<li><b>{n}</b> <span>{d}</span><p>{c}</p>{r}</li>", "<p>{n} | {d}</p><p>{c}</p>{r}",
            "<div><div>{n} – {d}</div><div>{c}</div>{r}</div>", "<li>{n}, {d}: {c}</li>",
            "<li><p>{n}</p><p>{d}</p><p>{c}</p>{r}</li>",
        ))  # fmt: skip
        reply = self.one(("", "", "<p><a href='#r'>Reply</a></p>"))
        names = self.one((NAMES, NAMES, ("Eli",) * 5))
        said = "".join(
            shape.format(n=names[n], d=f"{n + 3} May 2024", c=self.sentence(self.one((4, 12))),
                         r=reply)
            for n in range(entries)
        )  # fmt: skip
        count = self.one((0, 0, 1, 2, 4, 20 * entries, 20 * entries + 1, 2024))
        over = self.one(("<h3>{} comments</h3>", "<p>{} replies</p>", "<h3>Comments ({})</h3>"))
        between = self.one(("", "", "<p>Sort by</p>", "<p>Sort by</p><p>Newest</p>"))
        return (over.format(count) if count else "") + between + f"<ol>{said}</ol>"

    def box(self, depth: int) -> str:
        name, kind = self.one(BOXES), self.one(CLASSES)
        inner = "".join(self.part(depth + 1) for _ in range(self.one((1, 1, 2, 3))))
        named = f" class='{kind}'" if kind else ""
        return f"<{name}{named}>{inner}{self.one(CONTROLS)}</{name.split()[0]}>"

    def part(self, depth: int = 0) -> str:
        chance = self.dice.random()
        if chance < 0.4:
            return self.paragraph(self.sentences())
        if chance < 0.45:
            return self.paragraph(self.linked(self.sentences()))
        if chance < 0.53:
            return self.paragraph(self.one(LABELS))
        if chance < 0.57:
            text = self.one(("Read more: ", "See also » ", "", "One two three four five: "))
            return self.paragraph(text + self.linked(self.sentence(5, self.one(("", ".")))))
        if chance < 0.6:
            return self.paragraph(
                self.one(STAMPS) + self.one(("", "", " – Tarn", self.sentence(9)))
            )
        if chance < 0.66:
            return self.heading()
        if chance < 0.86:
            kinds = (self.listed, self.verse, self.figure, self.asked, self.teasers, self.talk)
            return self.one(kinds)()
        return self.box(depth) if depth < 2 else self.paragraph(self.sentence(12))

    def notes(self) -> str:
        return "".join(
            f"<p id=n{n}><a href='#r{n}'>↩</a> {self.sentence(self.one((3, 12)))}</p>"
            for n in (1, 2)
        )

    def page(self) -> str:
        body = [self.part() for _ in range(self.one((1, 2, 4, 8, 12)))]
        told = self.sentence(14)
        if self.dice.random() < 0.3:
            body.insert(len(body) // 2, self.paragraph(told))
        if self.dice.random() < 0.2:
            body.insert(0, self.paragraph(f"{self.sentence(11)}<a id=r1 href='#n1'>1</a>"))
            body.append(self.notes())
        title = self.one((
            f"<h1>{TITLE}</h1>", f"<h1>{TITLE}</h1>", f"<h2>{TITLE}</h2>", f"<h4>{TITLE}</h4>", "",
            f"<h1><a href='/'>Tarn Daily</a></h1><h2>{TITLE}</h2>",
            f"<h1>{TITLE}</h1><h1>Other</h1>", f"<h1>Tarn Daily</h1><h1>{TITLE}</h1>",
            f"<p class=MsoTitle>{TITLE}</p>", f"<h1 hidden>Menu</h1><h1>{TITLE}</h1>",
            f"<h1><a href='/'>{TITLE}</a></h1>",
        ))  # fmt: skip
        under = "".join(
            self.one(("", self.paragraph(self.one(STAMPS)), self.paragraph(self.lead),
                      self.paragraph(self.sentence(4)), f"<ul><li>{self.one(LABELS)}</ul>"))
            for _ in range(self.one((0, 1, 3, 7)))
        )  # fmt: skip
        main = self.one(("main", "article", "div class='content'", "div", "main><article", "p"))
        ends = "".join(f"</{one.split()[0]}>" for one in main.split("><")[::-1])
        split = self.dice.randrange(len(body) + 1) if self.dice.random() < 0.2 else len(body)
        inner = "".join(body[:split]), "".join(body[split:])
        around = ["".join(self.part() for _ in range(self.one((0, 0, 1, 3)))) for _ in range(2)]
        heads = "".join(self.dice.sample(HEAD, self.one((0, 1, 2)))).format(
            lead=self.lead, body=told
        )
        outside = self.dice.random() < 0.2
        return (
            f"<html lang=en><head>{heads}</head><body>{around[0]}{title * outside}"
            f"<{main}>{title * (not outside)}{under}{inner[0]}{ends}{inner[1]}{around[1]}"
        )
