"""The checks of one pair, by tables of good and bad examples.

A line is (source language, target language, source, target). A bad one has the faulty part
of the target in ⟦ ⟧, once for each finding expected, and after it what the target becomes
with the first fix (None for a finding without one).
"""

from __future__ import annotations

import re

import pytest

from reviewer.checks import REGISTRY
from reviewer.checks.addresses import Addresses
from reviewer.checks.base import Check
from reviewer.checks.mixed_scripts import MixedScripts
from reviewer.checks.paired_marks import PairedMarks
from reviewer.checks.questions import Questions
from reviewer.checks.repeated_words import RepeatedWords
from reviewer.checks.untranslated import Untranslated
from reviewer.checks.whitespace import Whitespace
from reviewer.domain import Finding, Pair

GOOD: dict[type[Check], list[tuple[str, str, str, str]]] = {
    Untranslated: [
        ("en", "de", "The old bridge opens again.", "Die alte Brücke öffnet wieder."),
        ("en", "de", "Tower Press International", "Tower Press International"),
        ("en", "de", "ISO 9001, IPv6 and A320neo", "ISO 9001, IPv6 und A320neo"),
        ("en", "id", "He works for the Museum of Modern Art in New York.",
         "Ia bekerja untuk the Museum of Modern Art di New York."),
        ("en", "fr", "She sang “We all live in a yellow boat on the river”.",
         "Elle a chanté « We all live in a yellow boat on the river »."),
        ("en", "uk", "The mayor opened the bridge.", "Мер відкрив міст."),
        ("id", "ms", "Saya tinggal di kota besar itu.", "Saya tinggal di bandar besar itu."),
        ("id", "ms", "Wali kota membuka jembatan lama itu pada hari Senin setelah sebelas bulan.",
         "Datuk bandar merasmikan jambatan lama itu pada hari Isnin selepas sebelas bulan."),
        ("en", "en-GB", "The color of the bridge is red.", "The color of the bridge is red."),
        ("en", "de", "1,200 / 3.5 / 17 / 20 / 31", "1,200 / 3.5 / 17 / 20 / 31"),
    ],
    Addresses: [
        ("en", "de", "See https://tower.example/a.", "Siehe https://tower.example/a."),
        ("en", "de", "See https://tower.example/a/", "Siehe (http://www.tower.example/a)"),
        ("en", "de", "See https://tower.example/en/a", "Siehe https://tower.example/de/a"),
        ("en", "de", "See https://en.wiki.example/b", "Siehe https://de.wiki.example/b"),
        ("en", "fr", "See www.tower.example/?lang=en", "Voir www.tower.example/?lang=fr"),
        ("en", "de", "Write to desk@tower.example.", "Schreiben Sie an Desk@tower.example!"),
        ("en", "zh", "See www.tower.example now.", "请看www.tower.example。"),
        # A particle, an ending or a word right behind an address.
        ("en", "ko", "Write to desk@tower.example.", "desk@tower.example로 보내 주세요."),
        ("en", "ko", "See www.tower.example/a.", "www.tower.example/a에서 보세요."),
        ("en", "ja", "See https://tower.example/a.", "https://tower.example/aを参照してください。"),
        ("en", "zh", "Write to desk@tower.example.", "请写信至desk@tower.example联系我们。"),
        ("en", "tr", "Get it from www.tower.example.", "www.tower.example'dan alın."),
        ("en", "hu", "Write to desk@tower.example.", "Írjon a desk@tower.example-re."),
        ("en", "fi", "See www.tower.example.", "Katso www.tower.example:stä."),
        ("en", "hi", "See www.tower.example.", "www.tower.exampleपर देखें।"),
        ("ja", "en", "https://tower.example/aを参照。", "See https://tower.example/a."),
        ("en", "th", "See www.tower.example now.", "ดูที่www.tower.exampleได้"),
        ("en", "de", "See www.tower.com now.", "Siehe www.tower.de."),
        ("en", "de", "See www.müller.example now.", "Siehe www.müller.example."),
    ],
    RepeatedWords: [
        ("en", "id", "The children play.", "Anak-anak bermain."),
        ("en", "vi", "The sky is bluish.", "Bầu trời xanh xanh."),
        ("en", "tr", "He came slowly.", "Yavaş yavaş geldi."),
        ("de", "en", "Er wusste, dass das stimmt.", "He knew that that was true."),
        ("de", "en", "Er hatte gehabt.", "He had had it."),
        ("en", "de", "Those who know it.", "Die, die die Stadt kennen."),
        ("en", "fr", "We wash.", "Nous nous lavons."),
        ("en", "uk", "New York, New York!", "Нью Йорк, Нью Йорк!"),
        ("en", "uk", "Duran Duran played.", "Дюран Дюран зіграли."),
        ("en", "zh", "Every day he looks.", "他天天看看。"),
        ("en", "zh", "We discussed it.", "我们讨论讨论这个问题。"),
        ("en", "zh", "Rest a little.", "你们休息休息吧。"),
        ("en", "ja", "One by one they came.", "彼らは一人一人来た。"),
        ("en", "ja", "He trains every day.", "彼は毎日毎日練習する。"),
        ("en", "de", "The old road goes on and on.", "Die alte Straße geht und geht und geht."),
        ("de", "en", "Die Straße führt immer weiter.", "The road leads on and on and on."),
        ("en", "zh", "He counts them one by one.", "他一个个一个个地数。"),
        ("en", "ja", "He read it again and again.", "彼は何度も何度も読んだ。"),
        ("en", "zh", "He saw Ngorongoro.", "他看到了恩戈罗恩戈罗。"),
        ("en", "ja", "He walked slowly.", "ゆっくりゆっくり歩いた。"),
        ("en", "de", "He knows who runs it.", "Er weiß, dass die die Stadt kennen."),
        ("en", "de", "It is the sum that belongs to the church.",
         "Das ist die Summe, die der der Kirche gehörende Hof einbringt."),
        ("en", "ar", "They entered in rows.", "دخل الجنود صفًّا صفًّا."),
        ("en", "ar", "He built it step by step.", "بناه خطوة خطوة."),
        ("en", "vi", "The kiln is heated slowly.", "Người ta đốt lò từ từ."),
        ("en", "it", "They came in row by row.", "Entrarono fila fila."),
        ("en", "ro", "It grew day after day.", "A crescut zile zile."),
        ("en", "ru", "Vitamin B and class B", "Витамин B B"),
        ("en", "hi", "Slowly he came.", "वह धीरे धीरे आया।"),
        ("en", "ar", "The BBC said so.", "قالت بي بي سي ذلك."),
        ("en", "de", "He came in. In May he left.", "Er kam. Kam er?"),
    ],
    PairedMarks: [
        ("en", "de", "He said “yes”.", "Er sagte „ja“."),
        ("en", "fr", "He said “yes”.", "Il dit « oui »."),
        ("en", "ja", "He said “yes”.", "彼は「はい」と言った。"),
        ("en", "ar", 'Between "a" and "b".', 'بين "ألف" و"باء".'),
        ("en", "de", "It’s the boys’ tower", "Es ist ’s Turm der Jungs'"),
        ("en", "de", "He said: “Yes. We", "Er sagte: „Ja. Wir"),
        ("en", "de", "“Yes. We do it.", "„Ja. Wir tun es."),
        ("en", "de", "Come.", "„Komm."),
        ("en", "de", 'A 5" pipe', 'Ein 5"-Rohr'),
        ("en", "de", "1) pears", "1) Birnen"),
    ],
    Whitespace: [
        ("en", "de", "Yes, we can.", "Ja, wir können."),
        ("en", "fr", "Really? Yes: now!", "Vraiment ? Oui : maintenant !"),
        ("en", "fr-CA", "Really? Yes!", "Vraiment? Oui!"),
        ("en", "fr", "See https://tower.example/?a at 10:30",
         "Voir https://tower.example/?a à 10:30"),
        ("en", "de", "Use .NET or ... and so on", "Nutze .NET oder ... und so weiter"),
        ("en", "de", "Two  spaces here too.", "Zwei  Leerzeichen auch hier."),
        ("en", "zh", "Yes, you can.", "是的，你可以。"),
        ("en", "ar", "Yes, 1,960 of them.", "نعم، 1،960 منها."),
        ("en", "de", "B&amp;B", "B&amp;B"),
        ("en", "de", "Write to a.b@tower.example", "An a.b@tower.example, z.B. heute"),
        ("en", "en-GB", "Ph.D. and U.S.A. in file.Name", "Ph.D. and U.S.A. in file.name"),
        ("en", "fr", "It rained; then it snowed.", "Il plut ; puis il neigea."),
        ("en", "de", "Less than .5 of it", "Weniger als ,5 davon"),
        ("en", "ja", "It rained! It snowed.", "雨だ！　雪だ。"),
        ("en", "ja", "Taro Yamada came.", "山田 太郎は来た。"),
        ("en", "zh", "Chapter one: The beginning.", "第一章 开端"),
        ("en", "zh", "Moon, mountain, wind and snow.", "明月 高山 清风 白雪。"),
        ("en", "ko", "The WHO (the World Health Organization) said so.",
         "세계보건기구(유엔 산하 기구 가운데 하나)가 말했다."),
        ("en", "fr", "The pupils came.", "Les élève(s) et parent(s) sont venus."),
        ("en", "de", "The pupils came.", "Die Schüler(innen) und Freund(innen) kamen."),
        ("en", "es", "He said “yes”.", "Dijo « sí »."),
        ("en", "en-GB", "Use Node.Js or max(a, b).", "Use Node.Js or max(a, b)."),
        ("en", "ar", "Dr. Ali came.", "جاء أ.د. علي."),
        ("en", "zh", "Name: Li Ming, GPT.", "姓名： 李明，  GPT。".replace("  ", " ")),
        ("en", "zh", "It rained. It snowed.", "下雨了。 下雪了。"),
        ("en", "th", "Pears, apples.", "ลูกแพร์ แอปเปิล"),
    ],
    Questions: [
        ("en", "de", "Who did it?", "Wer war es?"),
        ("en", "ar", "Who did it?", "من فعل ذلك؟"),
        ("en", "el", "Who did it?", "Ποιος το έκανε;"),
        ("en", "el", "He came; she left.", "Ήρθε· εκείνη έφυγε."),
        ("en", "hy", "Who did it?", "Ո՞վ արեց դա։"),
        ("en", "fr", "Who did it?", "Qui l’a fait ?"),
        ("en", "ja", "Who did it?", "誰がやったのか。"),
        ("en", "th", "Who did it?", "ใครทำ"),
        ("en", "de", "See www.tower.example/?a=1 now.", "Siehe die Seite jetzt."),
        ("en", "de", "The (old?) tower fell in 1900 (?).", "Der (alte?) Turm fiel 1900."),
        ("en", "de", "The tower fell in 1900 (?).", "Der Turm fiel 1900."),
        ("en", "es", "Who did it? And why?", "¿Quién fue y por qué?"),
    ],
    MixedScripts: [
        ("en", "uk", "The mayor opened it.", "Мер відкрив його."),
        ("en", "uk", "An SMS came.", "Прийшла SMSка."),
        ("en", "ru", "The iPhone is new.", "iPhone новый."),
        ("en", "ru", "The Wi-Fi network", "Wi-Fi-сеть"),
        ("en", "el", "A tower of 3 μm", "Πύργος 3 μm"),
        ("en", "el", "The pH meter", "Το pHμετρο"),
        ("en", "de", "The γrays", "Die γStrahlen"),
        ("en", "de", "It is 5 µm or 3 kΩ.", "Es sind 5 µm oder 3 kΩ."),
        ("en", "ru", "The band КоRn played.", "Группа КоRn сыграла."),
        ("en", "sr", "Belgrade", "Београд"),
        ("en", "ja", "The TシャツCM", "TシャツのCM"),
        ("en", "fr", "It is said so.", "On dit [ɡɑʁdjɛ̃], /ɡaʁ/ et ˈɡaʁdə."),
        ("en", "ja", "The ABC band", "ＡＢＣバンド"),
        ("en", "pl", "It is said so.", "Wymawia się ɡaˈza."),
    ],
}  # fmt: skip

BAD: dict[type[Check], list[tuple[str, str, str, str, str | None]]] = {
    Untranslated: [
        ("en", "de", "The old bridge opens again on Monday.",
         "⟦The old bridge opens again on Monday.⟧", None),
        ("en", "uk", "He left. The mayor opened the bridge.",
         "Він пішов. ⟦The mayor opened the bridge.⟧", None),
        ("de", "en", "Die alte Brücke öffnet am Montag wieder.",
         "⟦Die alte Brücke öffnet am Montag wieder.⟧", None),
        ("en", "id", "The minister said that the cost of repairs rose to a record high.",
         "Menteri mengatakan bahwa ⟦the cost of repairs rose to a record high⟧.", None),
        ("en", "vi", "Workers were seen early.",
         "⟦They had been seen by the people of the town in the early morning.⟧", None),
    ],
    Addresses: [
        ("en", "de", "See https://tower.example/a.", "Siehe ⟦https://tower.example/b⟧.",
         "Siehe https://tower.example/a."),
        ("en", "de", "Write to desk@tower.example.", "Schreiben Sie an ⟦deck@tower.example⟧.",
         "Schreiben Sie an desk@tower.example."),
        ("en", "de", "See it.", "Siehe ⟦www.tower.example⟧.", None),
        ("en", "de", "See www.tower.org now.", "Siehe ⟦www.tower.com⟧.", "Siehe www.tower.org."),
        ("en", "ko", "Write to desk@tower.example.", "⟦desk@tover.example⟧로 보내 주세요.",
         "desk@tower.example로 보내 주세요."),
        ("en", "de", "See www.tower.example.", "Siehe ⟦www.tower.example/new⟧.",
         "Siehe www.tower.example."),
    ],
    RepeatedWords: [
        ("en", "de", "He is at home.", "Er ⟦ist⟧ ⟦ist⟧ zu Hause.", "Er ist zu Hause."),
        ("de", "en", "Der Turm ist hoch.", "⟦The⟧ ⟦the⟧ tower is high.", "The tower is high."),
        ("en", "id", "In the town.", "Pada tahun ⟦yang⟧ ⟦yang⟧ lalu.", "Pada tahun yang lalu."),
        ("en", "uk", "In order to see.", "Він прийшов, ⟦щоб⟧ ⟦щоб⟧ бачити.",
         "Він прийшов, щоб бачити."),
        ("en", "ar", "He went to the city.", "ذهب ⟦إلى⟧ ⟦إلى⟧ المدينة.", "ذهب إلى المدينة."),
        ("de", "en", "Das Ende des Turms.", "The end ⟦of the tower⟧ ⟦of the tower⟧ came.",
         "The end of the tower came."),
        ("en", "vi", "The house of the man.", "Nhà ⟦của⟧ ⟦của⟧ ông ấy.", "Nhà của ông ấy."),
        ("en", "vi", "Day by day, the house of the man.", "Nhà ⟦của⟧ ⟦của⟧ ông ấy.",
         "Nhà của ông ấy."),
        ("en", "es", "In the end the tower fell.", "Al final la ⟦torre⟧ ⟦torre⟧ cayó.",
         "Al final la torre cayó."),
        ("en", "de", "He left it on the table.", "Er ließ es auf ⟦dem⟧ ⟦dem⟧ Tisch liegen.",
         "Er ließ es auf dem Tisch liegen."),
        ("en", "ru", "They lay in a box.", "Они лежали ⟦в⟧ ⟦в⟧ коробке.", "Они лежали в коробке."),
        ("en", "es", "He went home.", "Fue ⟦a⟧ ⟦a⟧ casa.", "Fue a casa."),
        ("en", "zh", "It was moved to Thursday.", "会议⟦改到⟧⟦改到⟧星期四。", "会议改到星期四。"),
        ("en", "zh", "It is now Thursday.", "今天是⟦星期四⟧⟦星期四⟧。", "今天是星期四。"),
        ("en", "ja", "He lives in Tokyo.", "彼は⟦東京都⟧⟦東京都⟧に住む。", "彼は東京都に住む。"),
        ("en", "zh", "They lived in the village.", "⟦他们⟧⟦他们⟧住在村里。", "他们住在村里。"),
        ("en", "zh", "His bicycle broke.", "他的⟦单车⟧⟦单车⟧坏了。", "他的单车坏了。"),
        ("en", "zh-Hant", "He had already left.", "他⟦已經⟧⟦已經⟧走了。", "他已經走了。"),
        ("en", "ja", "The school is closed.", "⟦学校⟧⟦学校⟧は休みだ。", "学校は休みだ。"),
        ("en", "pl", "He sat on the old boat.", "Siedział ⟦na tej⟧ ⟦na tej⟧ łodzi.",
         "Siedział na tej łodzi."),
        ("de", "en", "Er saß im Boot.", "He sat ⟦in the⟧ ⟦in the⟧ boat.", "He sat in the boat."),
        ("en", "nl", "On the roof sat a bird.", "⟦Op het⟧ ⟦op het⟧ dak zat een vogel.",
         "Op het dak zat een vogel."),
        ("en", "ar", "He stood here.", "وقف ⟦هنا⟧ ⟦هنا⟧.", "وقف هنا."),
        ("en", "ar", "The city fell.", "سقطت ⟦المدينة⟧ ⟦المدينة⟧ أمس.", "سقطت المدينة أمس."),
    ],
    PairedMarks: [
        ("en", "de", "He (the boss) left.", "Er ⟦(⟧der Chef ging.", None),
        ("en", "de", "He (the boss) left.", "Er der Chef⟦)⟧ ging.", None),
        ("en", "de", "The “old” tower fell.", "Der ⟦„⟧alte Turm fiel.", None),
        ("en", "fr", "The “old” tower fell.", "La vieille⟦ »⟧ tour tomba.".replace("⟦ »⟧", " ⟦»⟧"),
         None),
        ("en", "ja", "The “old” tower fell.", "古い⟦「⟧塔が倒れた。", None),
        ("en", "ar", "The (old) tower fell.", "سقط البرج ⟦(⟧القديم أمس.", None),
    ],
    Whitespace: [
        ("en", "de", "Two spaces.", "Zwei⟦  ⟧Leerzeichen.", "Zwei Leerzeichen."),
        ("en", "uk", "The Politburo, as it was.", "Політбюро⟦ ⟧, яким воно було.",
         "Політбюро, яким воно було."),
        ("en", "de", "Right?", "Richtig⟦ ⟧?", "Richtig?"),
        ("en", "fr", "Right, then.", "Bon⟦ ⟧, alors.", "Bon, alors."),
        ("en", "de", "Pears, apples.", "Birnen⟦,Ä⟧pfel.", "Birnen, Äpfel."),
        ("en", "de", "It is done. Now go.", "Es ist vollbracht⟦.G⟧ehen wir.",
         "Es ist vollbracht. Gehen wir."),
        ("en", "ar", "Yes, and then.", "نعم⟦ ⟧، وبعد ذلك.", "نعم، وبعد ذلك."),
        ("en", "de", "In 2023 (in May).", "2023 (⟦ ⟧im Mai).", "2023 (im Mai)."),
        ("en", "zh", "Yes.", "是的。⟦ ⟧", "是的。"),
        ("en", "tr", "He came, then left.", "Geldi⟦ ,⟧sonra gitti.", "Geldi, sonra gitti."),
        ("en", "it", "It rained, and snowed.", "Piovve⟦ ,⟧e nevicò.", "Piovve, e nevicò."),
        ("en", "vi", "In 1960, he left.", "Năm 1960⟦ ,⟧anh đi.", "Năm 1960, anh đi."),
        ("en", "fr", "He came, then left.", "Il vint⟦\u00a0,⟧puis partit.",
         "Il vint, puis partit."),
        ("en", "ar", "He came, then left.", "جاء⟦ ،⟧ثم ذهب.", "جاء، ثم ذهب."),
        ("en", "ko", "He came, then left.", "그는 왔다⟦ ,⟧그리고 갔다.", "그는 왔다, 그리고 갔다."),
        ("en", "de", "He “came”, then left.", "Er „kam“⟦ ,⟧dann ging er.",
         "Er „kam“, dann ging er."),
        ("en", "zh", "He came, then left.", "他来了⟦ ⟧，然后走了。", "他来了，然后走了。"),
        ("en", "zh", "He came, then left.", "他来了，⟦ ⟧然后走了。", "他来了，然后走了。"),
        ("en", "ja", "He came, then left.", "彼は来て⟦　⟧、去った。", "彼は来て、去った。"),
        ("en", "it", "It rained. An owl cried.", "Pioveva⟦.U⟧n gufo gridò.",
         "Pioveva. Un gufo gridò."),
        ("en", "ru", "It rained. And it blew.", "Шёл дождь⟦.И⟧ дул ветер.",
         "Шёл дождь. И дул ветер."),
        ("en", "ar", "It rained. The road was closed.", "هطل المطر⟦.ا⟧لطريق مغلق.",
         "هطل المطر. الطريق مغلق."),
        ("en", "id", "The pump (the third this year) broke.",
         "Pomp⟦a(⟧yang ketiga tahun ini) rusak.",
         "Pompa (yang ketiga tahun ini) rusak."),
        ("en", "zh", "The cinema is open every evening.", "电影院每天晚上⟦ ⟧对所有人开放。",
         "电影院每天晚上对所有人开放。"),
        ("en", "ja", "The bus comes at noon.", "バスは⟦ ⟧正午に来る。", "バスは正午に来る。"),
        ("en", "de", "The sign “No entry” hung there.", "Das Schild „⟦ ⟧Kein Zutritt“ hing dort.",
         "Das Schild „Kein Zutritt“ hing dort."),
        ("en", "uk", "The sign “No entry” hung there.", "Там висіла табличка «Вхід заборонено⟦ ⟧».",
         "Там висіла табличка «Вхід заборонено»."),
    ],
    Questions: [
        ("en", "de", "He came.", "Kam er⟦?⟧", None),
        ("en", "ar", "He came.", "هل جاء⟦؟⟧", None),
        ("en", "el", "He came.", "Ήρθε⟦;⟧", None),
        ("en", "fr", "He came. She left.", "Il est venu. Elle est partie\u202f⟦?⟧", None),
    ],
    MixedScripts: [
        ("en", "uk", "It slowed down.", "Він ⟦cповільнився⟧ нині.", "Він сповільнився нині."),
        ("en", "ru", "Moscow is far.", "⟦Mосква⟧ далеко.", "Москва далеко."),
        ("en", "de", "The tower", "Der ⟦Тurm⟧", "Der Turm"),
        ("en", "el", "Athens fell.", "Η ⟦Aθήνα⟧ έπεσε.", "Η Αθήνα έπεσε."),
        ("en", "el", "The sea fell.", "Η ⟦θάλaσσα⟧ έπεσε.", "Η θάλασσα έπεσε."),
        ("en", "el", "The house is old.", "Το ⟦σπίtι⟧ είναι παλιό.", "Το σπίτι είναι παλιό."),
        ("en", "bg", "The house is old.", "⟦Kъщата⟧ е стара.", "Къщата е стара."),
        # As many letters of each script: the text says which one is meant.
        ("en", "de", "He is at sea.", "Er ist ⟦аn⟧ Bord.", "Er ist an Bord."),
        ("en", "uk", "He saw them.", "Він ⟦iх⟧ бачив.", "Він іх бачив."),
        ("en", "vi", "Two schools.", "Hai ⟦trườnɡ⟧ học.", "Hai trường học."),
        ("en", "fr", "The garden is wide.", "Le ⟦jɑrdin⟧ est large.", "Le jardin est large."),
        ("en", "id", "The house is big.", "⟦Ｒumah⟧ itu besar.", "Rumah itu besar."),
    ],
}  # fmt: skip


def _unmarked(text: str) -> tuple[str, list[str]]:
    return text.replace("⟦", "").replace("⟧", ""), re.findall("⟦(.*?)⟧", text)


@pytest.mark.parametrize(
    ("check", "line"), [(check, line) for check, lines in GOOD.items() for line in lines]
)
def test_good_text_is_quiet(check: type[Check], line: tuple[str, str, str, str]) -> None:
    source_language, target_language, source, target = line
    assert list(check().find(Pair(source, target, source_language, target_language))) == []


@pytest.mark.parametrize(
    ("check", "line"), [(check, line) for check, lines in BAD.items() for line in lines]
)
def test_bad_text_is_found_and_mended(
    check: type[Check], line: tuple[str, str, str, str, str | None]
) -> None:
    source_language, target_language, source, written, mended = line
    target, parts = _unmarked(written)
    pair = Pair(source, target, source_language, target_language)
    found = list(check().find(pair))
    assert [span.of(target) for finding in found for span in finding.target_spans] == parts
    for finding in found:
        _assert_sound(check, pair, finding)
    assert _with_fix(target, found[0]) == mended


@pytest.mark.parametrize("check", list(GOOD))
@pytest.mark.parametrize("text", ["", " ", "\n", "a", "。", "…", "\ud800", "((((", '""""'])
def test_no_text_is_too_odd(check: type[Check], text: str) -> None:
    for source, target in ((text, "A sentence."), ("A sentence.", text), (text, text)):
        list(check().find(Pair(source, target, "en", "de")))


def test_every_check_of_aligned_pairs_has_its_tables() -> None:
    of_pairs = {type(check) for check in REGISTRY if "aligned" in check.relations}
    assert of_pairs >= GOOD.keys() == BAD.keys()


def _assert_sound(check: type[Check], pair: Pair, finding: Finding) -> None:
    assert finding.check == check.id
    assert finding.kind
    assert finding.rule
    assert finding.message.endswith(".")
    assert 0 < finding.confidence <= 1
    for spans, text in ((finding.source_spans, pair.source), (finding.target_spans, pair.target)):
        for span in spans:
            assert 0 <= span.start < span.end <= len(text)


def _with_fix(target: str, finding: Finding) -> str | None:
    if finding.fix is None:
        return None
    span = finding.fix.span
    return target[: span.start] + finding.fix.text + target[span.end :]
