"""Small files of units (XLIFF 1.2 and 2, TMX, PO), drawn from all that the readers know."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from reviewer.domain import Document
from reviewer.formats.errors import FormatError
from tests.formats.test_held_writing import both

WORDS = (
    "The ferry sank.", "It cost 5 crowns", "He rowed on,", "A &amp; B", "x&#228;y",
    "  two  spaces ",
    "2", "Line\nbreak", "桥在三月关闭。", "%s of {n}", "“So be it.”", "",
)  # fmt: skip

NAMED = ("source", "translation", "another")


class Draw:
    """Draws one file."""

    def __init__(self, kind: str, seed: int) -> None:
        self.dice = random.Random(f"{kind} {seed}")
        self.one = self.dice.choice

    def chance(self, share: float) -> bool:
        return self.dice.random() < share

    def words(self) -> str:
        return self.one(WORDS)

    def old_side(self, depth: int = 0) -> str:
        some = [self.words()] * 5 + ["<x id='3'/>", "<x id='4' ctype='lb'/>"]
        some += [
            f"<g id='1'>{self.words()}</g>",
            f"<bpt id='2'>&lt;b></bpt>{self.words()}<ept id='2'/>",
        ]
        some += [f"<mrk mtype='x-sdl-deleted'>gone {self.words()}</mrk>", "<ph id='5'>{}</ph>"]
        some += [
            f"<mrk mtype='x-sdl-comment' cid='c1'>{self.words()}</mrk>",
            "<ex id='6'/><bx id='6'/>",
        ]
        return "".join(self.one(some) for _ in range(self.one((0, 1, 1, 2, 3))))

    def old_unit(self, number: int) -> str:
        side = self.old_side()
        more = self.one(("", "", " approved='yes'", " translate='no'", " locked='true'",
                         " confirmed='0'"))  # fmt: skip
        if self.chance(0.25):
            segments = [f"<mrk mtype='seg' mid='{n}'>{{}}</mrk>" for n in (1, 2)]
            source = " ".join(one.format(self.words()) for one in segments)
            target = " ".join(one.format(self.one((self.words(), ""))) for one in segments)
            target = self.one((target, target.replace("></mrk>", "/>")))
            record = self.one(("", "<sdl:seg-defs><sdl:seg id='1' conf='Draft'/><sdl:seg id='2' "
                               "locked='true'/></sdl:seg-defs>"))  # fmt: skip
            sides = (
                f"<source>{side}</source><seg-source>{source}</seg-source><target>{target}</target>"
            )
            return f"<trans-unit id='{number}'{more}>{sides}{record}</trans-unit>"
        state = self.one(("", " state='new'", " state='translated'", " state='needs-translation'"))
        target = self.one(("", "<target/>", f"<target{state}/>", f"<target{state}></target>",
                           *[f"<target{state}>{self.old_side()}</target>"] * 5))  # fmt: skip
        note = self.one(("", "", "<note>by  Ann</note>", "<note from='x' deleted='true'>no</note>",
                         f"<alt-trans><target>{self.words()}</target></alt-trans>"))  # fmt: skip
        return f"<trans-unit id='{number}'{more}><source>{side}</source>{target}{note}</trans-unit>"

    def old_xliff(self) -> str:
        units = "".join(self.old_unit(n) for n in range(1, self.one((2, 3, 4))))
        if self.chance(0.3):
            units = f"<group translate='no'>{units}</group>{self.old_unit(9)}"
        language = self.one((" target-language='de'", " target-language='pt-BR'", ""))
        return (
            "<?xml version='1.0'?>\n<xliff version='1.2' xmlns:sdl='s'><doc-info><cmt-defs>"
            "<cmt-def id='c1'><Comments><Comment>Look here</Comment></Comments></cmt-def>"
            f"</cmt-defs></doc-info><file source-language='en'{language} original='a'>"
            f"<header><note>x</note></header><body>{units}</body></file></xliff>"
        )

    def new_side(self) -> str:
        some = [self.words()] * 5 + [
            "<ph id='1'/>",
            "<cp hex='2014'/>",
            "<sc id='2'/>",
            "<ec startRef='2'/>",
        ]
        some += [
            f"<pc id='3'>{self.words()}</pc>",
            f"<mrk id='m' type='comment' value='Why?'>{self.words()}</mrk>",
        ]
        some += ["<ph id='4' type='fmt' subType='xlf:lb'/>"]
        return "".join(self.one(some) for _ in range(self.one((0, 1, 1, 2, 3))))

    def new_xliff(self) -> str:
        units = ""
        for n in range(self.one((1, 2, 3))):
            parts = ""
            for m in range(self.one((1, 1, 2))):
                state = self.one(("", " state='initial'", " state='final' subState='x:y'"))
                target = self.one(("", "<target/>", *[f"<target>{self.new_side()}</target>"] * 4))
                source = f"<source>{self.new_side()}</source>"
                parts += f"<segment id='s{m}'{state}>{source}{target}</segment>"
                parts += self.one(("", "", "<ignorable><source> </source></ignorable>"))
            note = self.one(("", "<notes><note>of it</note></notes>"))
            more = self.one(("", "", " translate='no'"))
            units += f"<unit id='u{n}'{more}>{note}{parts}</unit>"
        return (
            "<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.0' srcLang='en' "
            f"trgLang='de'><file id='f'>{units}</file></xliff>"
        )

    def seg(self) -> str:
        some = [self.words()] * 5 + [f"<bpt i='1'>&lt;b></bpt>{self.words()}<ept i='1'/>"]
        some += [f"<hi>{self.words()}</hi>", "<ph x='2'>{0}</ph>", "<it pos='begin'>x</it>"]
        some += ["<ph type='lb'/>", f"<ph>a<sub>{self.words()}</sub></ph>", "<ut>u</ut>"]
        return "<seg>" + "".join(self.one(some) for _ in range(self.one((0, 1, 2, 3)))) + "</seg>"

    def tmx(self) -> str:
        units = ""
        for _ in range(self.one((1, 2, 4))):
            languages = self.one(
                (("en", "de"), ("en-GB", "de"), ("EN", "de", "fr"), ("de",), ("fr", "en"))
            )
            note = self.one(("", "", "<note>by Ann</note>", "<prop type='x'>p</prop>"))
            variants = "".join(f"<tuv xml:lang='{one}'>{self.seg()}</tuv>" for one in languages)
            units += f"<tu>{note}{variants}</tu>\n"
        source = self.one(("en", "en", "*all*", "en-US"))
        header = f"<header srclang='{source}' datatype='x'/>"
        return f"<tmx version='1.4'>{header}<body>{units}</body></tmx>"

    def quoted(self) -> str:
        some = (
            "The ferry",
            " sank.\\n",
            "%d of %s",
            ' a \\"b\\" ',
            "tab\\t",
            "{n} ö",
            "\\x41\\101",
            "",
        )
        texts = [self.one(some) + self.one(some) for _ in range(self.one((1, 1, 2)))]
        return "\n".join(f'"{one}"' for one in texts)

    def po(self) -> str:
        language = self.one(('"Language: de\\n"\n', '"Language: pt_BR\\n"\n', ""))
        made = f'msgid ""\nmsgstr ""\n{language}"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        for n in range(self.one((1, 2, 4))):
            made += self.one(
                ("", "", "# by Ann\n", "#. of a button\n#: a.py:3\n", '#~ msgid "x"\n')
            )
            made += self.one(("", "", "#, fuzzy\n", "#, c-format, fuzzy\n", "#, python-format\n",
                              "#| msgid \"before\"\n"))  # fmt: skip
            made += self.one(("", "", 'msgctxt "menu"\n'))
            made += f'msgid "{n}"\n{self.quoted()}\n'
            if self.chance(0.25):
                made += f'msgid_plural {self.quoted()}\nmsgstr[0] {self.quoted()}\nmsgstr[1] ""\n\n'
            else:
                made += f"msgstr {self.one((self.quoted(), self.quoted(), chr(34) * 2))}\n\n"
        return made


FORMS = (("old_xliff", "xlf"), ("new_xliff", "xlf"), ("tmx", "tmx"), ("po", "po"))


def documents(seeds: Iterable[int]) -> Iterator[tuple[str, Document]]:
    for seed in seeds:
        kind, suffix = FORMS[seed % 4]
        text = getattr(Draw(kind, seed), kind)()
        with suppress(FormatError):
            found = both(Path(f"made.{suffix}"), text.encode())
            named = zip(NAMED, found, strict=False)
            yield from ((f"{seed} {kind} {side}", one) for side, one in named)
