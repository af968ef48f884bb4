"""An article in seven languages, of whose translation one sentence and one figure are wrong.

Tables of tests dress it in the markup and marks that people's documents have; whatever the
dress, the check has to find these two faults and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from reviewer import formats
from reviewer.analysis import analyse

Dress = Callable[[str, str, Sequence[str]], bytes]
"""From a language, the title and the sentences ("" for one left out) to the bytes of a file."""

PARAGRAPHS = ((0, 1), (2, 3), (4, 5, 6), (7, 8))
"""The sentences of each paragraph."""

FIGURE = "numbers: 312 is 321"
_FIGURE = re.compile(r"\d+")
_LOST = 4
_LONGEST_MARK = 14

ARTICLE: dict[str, tuple[str, tuple[str, ...]]] = {
    "en": (
        "The lighthouse of Marn reopens",
        (
            "The old lighthouse of Marn reopens to visitors "
            "on Saturday after six years of repairs.",
            "The work cost 45 million euros, far more than the council had planned.",
            "Salt water had eaten its way into the walls, and the lamp "
            "room leaked whenever a storm came from the west.",
            "Engineers replaced 312 steps of the spiral staircase and every window.",
            "The keeper's daughter, who grew up in the tower, cut the ribbon at a small ceremony.",
            "She said the sea sounded different from up there.",
            "Children from the village school sang two songs.",
            "About 20,000 guests are expected in the first season.",
            "Tickets are sold only at the harbour office, because "
            "the tower itself has no electricity in winter.",
        ),
    ),
    "de": (
        "Der Leuchtturm von Marn öffnet wieder",
        (
            "Der alte Leuchtturm von Marn öffnet am Samstag nach "
            "sechs Jahren Reparaturen wieder für Besucher.",
            "Die Arbeiten kosteten 45 Millionen Euro, weit mehr als der Rat geplant hatte.",
            "Salzwasser hatte sich in die Mauern gefressen, und der "
            "Lampenraum war undicht, sobald ein Sturm von Westen kam.",
            "Ingenieure ersetzten 312 Stufen der Wendeltreppe und jedes Fenster.",
            "Die Tochter des Wärters, die im Turm aufwuchs, "
            "durchschnitt bei einer kleinen Feier das Band.",
            "Sie sagte, von dort oben klinge das Meer anders.",
            "Kinder der Dorfschule sangen zwei Lieder.",
            "Etwa 20.000 Gäste werden in der ersten Saison erwartet.",
            "Karten gibt es nur im Hafenbüro, weil der Turm selbst im Winter keinen Strom hat.",
        ),
    ),
    "uk": (
        "Маяк Марн знову відкривається",
        (
            "Старий маяк у Марні в суботу знову відкривається "
            "для відвідувачів після шести років ремонту.",
            "Роботи коштували 45 мільйонів євро, значно більше, ніж планувала рада.",
            "Солона вода роз'їла стіни, а ліхтарна кімната "
            "протікала щоразу, коли із заходу приходила буря.",
            "Інженери замінили 312 сходинок гвинтових сходів і кожне вікно.",
            "Донька доглядача, яка виросла у вежі, перерізала стрічку на невеликій церемонії.",
            "Вона сказала, що звідти море звучить інакше.",
            "Діти із сільської школи заспівали дві пісні.",
            "У першому сезоні очікують близько 20 000 гостей.",
            "Квитки продають лише в портовій конторі, бо в самій вежі взимку немає електрики.",
        ),
    ),
    "zh": (
        "马恩灯塔重新开放",
        (
            "经过六年的维修，古老的马恩灯塔将于星期六重新向游客开放。",
            "工程耗资4500万欧元，远远超出议会的计划。",
            "海水侵蚀了墙壁，每当西边刮来暴风雨，灯室就会漏水。",
            "工程师更换了螺旋楼梯的312级台阶和所有窗户。",
            "在塔里长大的守塔人的女儿在一个小型仪式上剪了彩。",
            "她说，从上面听，大海的声音不一样。",
            "村里学校的孩子们唱了两首歌。",
            "第一季预计将接待约20000名客人。",
            "门票只在港口办公室出售，因为灯塔本身在冬天没有电。",
        ),
    ),
    "ar": (
        "منارة مارن تفتح أبوابها من جديد",
        (
            "تفتح منارة مارن القديمة أبوابها للزوار يوم السبت بعد ست سنوات من الإصلاحات.",
            "كلفت الأعمال 45 مليون يورو، أي أكثر بكثير مما خطط له المجلس.",
            "كانت المياه المالحة قد تآكلت الجدران، وكانت غرفة "
            "المصباح تتسرب كلما جاءت عاصفة من الغرب.",
            "استبدل المهندسون 312 درجة من السلم الحلزوني وكل نافذة.",
            "قصت ابنة الحارس، التي نشأت في البرج، الشريط في حفل صغير.",
            "وقالت إن صوت البحر يبدو مختلفا من هناك.",
            "وغنى أطفال مدرسة القرية أغنيتين.",
            "ومن المتوقع أن يأتي حوالي 20,000 ضيف في الموسم الأول.",
            "تباع التذاكر فقط في مكتب الميناء، لأن البرج نفسه ليس فيه كهرباء في الشتاء.",
        ),
    ),
    "vi": (
        "Ngọn hải đăng Marn mở cửa trở lại",
        (
            "Ngọn hải đăng Marn cổ kính mở cửa trở lại cho du "
            "khách vào thứ Bảy sau sáu năm sửa chữa.",
            "Công trình tốn 45 triệu euro, nhiều hơn hẳn so với kế hoạch của hội đồng.",
            "Nước mặn đã ăn mòn các bức tường, và phòng đèn bị dột mỗi khi có bão từ phía tây.",
            "Các kỹ sư đã thay 312 bậc của cầu thang xoắn ốc và mọi cửa sổ.",
            "Con gái của người gác đèn, người lớn lên trong "
            "tháp, đã cắt băng trong một buổi lễ nhỏ.",
            "Cô nói rằng từ trên đó tiếng biển nghe khác hẳn.",
            "Trẻ em trường làng đã hát hai bài hát.",
            "Khoảng 20.000 khách dự kiến sẽ đến trong mùa đầu tiên.",
            "Vé chỉ được bán tại văn phòng bến cảng, vì bản "
            "thân ngọn tháp không có điện vào mùa đông.",
        ),
    ),
    "fr": (
        "Le phare de Marn rouvre ses portes",
        (
            "Le vieux phare de Marn rouvre samedi aux visiteurs après six ans de réparations.",
            "Les travaux ont coûté 45 millions d'euros, bien "
            "plus que ce que le conseil avait prévu.",
            "L'eau salée avait rongé les murs, et la chambre de la "
            "lampe fuyait dès qu'une tempête venait de l'ouest.",
            "Les ingénieurs ont remplacé 312 marches de "
            "l'escalier en colimaçon et toutes les fenêtres.",
            "La fille du gardien, qui a grandi dans la tour, a "
            "coupé le ruban lors d'une petite cérémonie.",
            "Elle a dit que la mer sonnait autrement de là-haut.",
            "Les enfants de l'école du village ont chanté deux chansons.",
            "Environ 20 000 visiteurs sont attendus la première saison.",
            "Les billets ne sont vendus qu'au bureau du port, car la "
            "tour elle-même n'a pas d'électricité en hiver.",
        ),
    ),
}


def between(language: str) -> str:
    """What stands between two sentences."""
    return "" if language == "zh" else " "


def paragraphs(language: str, sentences: Sequence[str]) -> list[str]:
    """The paragraphs of the article."""
    parts = ([sentences[n] for n in numbers if sentences[n]] for numbers in PARAGRAPHS)
    return [between(language).join(part) for part in parts if part]


def as_text(language: str, title: str, sentences: Sequence[str]) -> bytes:
    """The article as plain text."""
    return "\n\n".join([title, *paragraphs(language, sentences)]).encode()


def as_page(
    language: str, body: str, *, head: str = "", beside: tuple[str, str] = ("", "")
) -> bytes:
    """A web page with a menu and a foot around `body`."""
    menu = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("Marn", "Kell", "Senn"))
    return (
        f"<!DOCTYPE html><html lang='{language}'><head><meta charset='utf-8'>{head}</head><body>"
        f"<nav><ul>{menu}</ul></nav>{beside[0]}{body}{beside[1]}<footer>© 2025</footer></body>"
    ).encode()


def lines_of(language: str, sentences: Sequence[str], tag: str = "p") -> str:
    """The paragraphs as elements of a page."""
    name = tag.split()[0]
    return "".join(f"<{tag}>{text}</{name}>" for text in paragraphs(language, sentences))


def told(
    names: tuple[str, str],
    dresses: tuple[Dress, Dress],
    languages: tuple[str, str],
) -> list[str]:
    """What the check tells, from minor on, of the article in one dress beside its translation
    in the other, in which a sentence is left out and a figure is another. The sentence is told
    without the mark at its end."""
    one, other = languages
    title, sentences = ARTICLE[one]
    lost = sentences[_LOST]
    source = formats.read_bytes(Path(names[0]), dresses[0](one, title, sentences))
    title, translated = ARTICLE[other]
    faulty = [text.replace("312", "321") for text in translated]
    faulty[_LOST] = ""
    target = formats.read_bytes(Path(names[1]), dresses[1](other, title, faulty))
    analysis = analyse(source, [target])
    (comparison,) = analysis.translations
    found = [str(each) for side in (analysis.source, comparison.side) for each in side.warnings]
    for bead, findings in zip(comparison.beads, comparison.findings, strict=True):
        if bead.relation in ("missing", "added"):
            side = analysis.source if bead.relation == "missing" else comparison.side
            places = bead.source or bead.target
            text = " ".join(side.segments[place].text for place in places)
            plain = text.startswith(lost[:-1]) and len(text) <= len(lost) + _LONGEST_MARK
            found.append(f"{bead.relation}: {lost if plain else text}")
            continue
        found += [
            FIGURE
            if finding.check == "numbers"
            and {"312", "321"} <= {*_FIGURE.findall(f"{finding.message}")}
            else f"{finding.check}: {finding.message}"
            for finding in findings
            if finding.severity != "info"
        ]
    return sorted(found)


def wanted(language: str) -> list[str]:
    """What it has to tell."""
    return [f"missing: {ARTICLE[language][1][_LOST]}", FIGURE]
