"""What is read as a quantity, with which values, in the languages of the lexica."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from reviewer.domain import Span
from reviewer.text.quantities import extract_quantities
from reviewer.text.quantities.extracted import Quantity

Value = int | str
CASES: list[tuple[str, str, str, str, tuple[Value, ...]]] = [
    # language, text, written, kind, values that must be among the readings
    ("en", "It sold 1,250,000 cars.", "1,250,000", "cardinal", (1_250_000,)),
    ("en", "a rise of 14.6 percent", "14.6 percent", "percent", ("14.6",)),
    ("en", "worth 97,000 billion VND", "97,000 billion VND", "cardinal", (97 * 10**12,)),
    ("en", "twenty-one doctors", "twenty-one", "cardinal", (21,)),
    ("en", "two and a half hours", "two and a half", "cardinal", ("2.5",)),
    ("en", "three quarters of it", "three quarters", "fraction", ("3/4",)),
    ("en", "in the 1990s they met", "1990s", "date", (1990,)),
    ("en", "on July 15, 2019 it opened", "July 15, 2019", "date", (20190715,)),
    ("en", "at 3:30 pm today", "3:30 pm", "time", (15 * 60 + 30,)),
    ("en", "the 8th place", "8th", "ordinal", (8,)),
    ("en", "aged 6–12 years", "6–12", "range", (6, 12)),
    ("en", "a bug in IPv6 today", "IPv6", "code", ()),
    ("en", "upgrade to 2.10.3 now", "2.10.3", "code", ()),
    ("en", "it fell to -12°C here", "-12°C", "cardinal", (-12,)),
    ("en", "about 1½ cups", "1½", "cardinal", ("1.5",)),
    ("en", "a dozen robots", "a dozen", "cardinal", (12,)),
    ("de", "97 Billionen VND", "97 Billionen VND", "cardinal", (97 * 10**12,)),
    ("de", "einundzwanzig Länder", "einundzwanzig", "cardinal", (21,)),
    ("de", "binnen dreier Wochen", "dreier", "cardinal", (3,)),
    ("de", "um 15.30 Uhr beginnt", "15.30 Uhr", "time", (930,)),
    ("de", "am 31.12.2026 aus", "31.12.2026", "date", (20261231,)),
    ("id", "97.000 miliar rupiah", "97.000 miliar rupiah", "cardinal", (97 * 10**12,)),
    ("id", "sebelas sekolah", "sebelas", "cardinal", (11,)),
    ("id", "posisi ke-21 dunia", "ke-21", "ordinal", (21,)),
    ("id", "satu setengah tahun", "satu setengah", "cardinal", ("1.5",)),
    ("uk", "1,9 мільйона мільярдів донгів", "1,9 мільйона мільярдів донгів", "cardinal",
     (19 * 10**14,)),
    ("uk", "із трьома друзями", "трьома", "cardinal", (3,)),
    ("uk", "у XVI столітті", "XVI столітті", "ordinal", (16,)),
    ("ar", "خلال شهرين فقط", "شهرين", "cardinal", (2,)),
    ("ar", "١٬٩٢٨٬٣١١ نسمة", "١٬٩٢٨٬٣١١", "cardinal", (1_928_311,)),
    ("ar", "خمسة وعشرون كتابا", "خمسة وعشرون", "cardinal", (25,)),
    ("ar", "المرتبة الثامنة عالميا", "الثامنة", "ordinal", (8,)),
    ("vi", "2 triệu tỷ đồng", "2 triệu tỷ đồng", "cardinal", (2 * 10**15,)),
    ("vi", "hai mươi mốt bác sĩ", "hai mươi mốt", "cardinal", (21,)),
    ("vi", "mười lăm y tá", "mười lăm", "cardinal", (15,)),
    ("vi", "vào 15 tháng 7 năm 2019", "15 tháng 7 năm 2019", "date", (20190715,)),
    ("vi", "một phần tư dân số", "một phần tư", "fraction", ("1/4",)),
    ("fr", "quatre-vingt-dix-sept jours", "quatre-vingt-dix-sept", "cardinal", (97,)),
    ("fr", "1 234 567,89 € hier", "1 234 567,89 €", "cardinal", ("1234567.89",)),
    ("es", "3.200 millones de euros", "3.200 millones de euros", "cardinal", (32 * 10**8,)),
    ("es", "treinta y dos casas", "treinta y dos", "cardinal", (32,)),
    ("it", "ventotto persone", "ventotto", "cardinal", (28,)),
    ("pt", "vinte e um dias", "vinte e um", "cardinal", (21,)),
    ("pt", "2 biliões de euros", "2 biliões de euros", "cardinal", (2 * 10**12,)),
    ("nl", "vijfentwintig mensen", "vijfentwintig", "cardinal", (25,)),
    ("ru", "с двадцатью двумя людьми", "двадцатью двумя", "cardinal", (22,)),
    ("pl", "dwudziesty pierwszy wiek", "dwudziesty pierwszy wiek", "ordinal", (21,)),
    ("cs", "pětset lidí", "pětset", "cardinal", (500,)),
    ("tr", "%18,5 arttı", "%18,5", "percent", ("18.5",)),
    ("tr", "üçte ikisi geldi", "üçte ikisi", "fraction", ("2/3",)),
    ("hi", "१.२५ करोड़ किसान", "१.२५ करोड़", "cardinal", (12_500_000,)),
    ("hi", "सैंतीस लोग", "सैंतीस", "cardinal", (37,)),
    ("zh", "拥有14亿用户", "14亿", "cardinal", (14 * 10**8,)),
    ("zh", "于2019年7月15日开业", "2019年7月15日", "date", (20190715,)),
    ("zh", "三分之二的人", "三分之二", "fraction", ("2/3",)),
    ("zh", "百分之二十的人", "百分之二十", "percent", (20,)),
    ("ja", "工場に120億円を", "120億円", "cardinal", (12 * 10**9,)),
    ("ja", "午後3時30分に", "午後3時30分", "time", (930,)),
    ("fa", "۲۴٫۵ درصد رسید", "۲۴٫۵ درصد", "percent", ("24.5",)),
    ("fa", "بیست و پنج نفر", "بیست و پنج", "cardinal", (25,)),
    ("sv", "tjugofem personer", "tjugofem", "cardinal", (25,)),
    ("sw", "milioni 30 kwa", "milioni 30", "cardinal", (30_000_000,)),
]  # fmt: skip


def exact(value: Value) -> Decimal | Fraction:
    if isinstance(value, str) and "/" in value:
        return Fraction(value)
    return Decimal(value)


@pytest.mark.parametrize(("language", "text", "written", "kind", "values"), CASES)
def test_a_quantity_is_read(
    language: str, text: str, written: str, kind: str, values: tuple[Value, ...]
) -> None:
    found = [q for q in extract_quantities(text, language) if q.span.of(text) == written]
    assert found, [q.span.of(text) for q in extract_quantities(text, language)]
    assert found[0].kind == kind
    assert {exact(v) for v in values} <= set(found[0].values)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Ein einziger Anbieter ist einer der Gründe."),
        ("vi", "Một người phát ngôn nói một cách rõ ràng."),
        ("id", "Ini salah satu yang terbaik."),
        ("uk", "Один із найбільших портів."),
        ("en", "One of the reasons is clear.[2]"),
        ("en", "See https://example.org/2024/05/17 for more."),
        ("fr", "Un homme et une femme."),
        ("zh", "统一的标准之一"),
    ],
)
def test_articles_addresses_and_footnotes_are_no_quantities(language: str, text: str) -> None:
    assert extract_quantities(text, language) == []


def test_an_ambiguous_writing_keeps_both_readings_the_likelier_first() -> None:
    (english,) = extract_quantities("1.250 bar", "en")
    (german,) = extract_quantities("1.250 bar", "de")
    assert english.values == (Decimal("1.25"), Decimal(1250))
    assert german.values == (Decimal(1250), Decimal("1.25"))


def test_a_region_writes_by_its_own_conventions() -> None:
    first = {tag: extract_quantities("1.250", tag)[0].values[0] for tag in ("de", "de-CH", "es-MX")}
    assert first == {"de": 1250, "de-CH": Decimal("1.25"), "es-MX": Decimal("1.25")}
    days = [extract_quantities("on 3/11/2025", tag)[0].values[0] for tag in ("en", "en-GB")]
    assert days == [20250311, 20251103]


def test_a_rough_value_is_marked() -> None:
    for text, language in [("about 300 men", "en"), ("rund 300 Mann", "de"), ("约300人", "zh")]:
        assert [q.approximate for q in extract_quantities(text, language)] == [True]
    assert [q.approximate for q in extract_quantities("the 300 men", "en")] == [False]


def test_units_and_currencies_have_one_name_in_every_language() -> None:
    for text, language in [("$45", "en"), ("45 доларів", "uk"), ("45 đô la", "vi")]:
        assert [q.unit for q in extract_quantities(text, language)] == ["dollar"]


def test_long_words_before_codes_cost_no_more_than_short_ones() -> None:
    """Each of them took a third of a second once, when a pattern tried every way to cut it."""
    text = "Der Geschwindigkeitsmesser A5 ist neu. " * 300
    assert [found.text for found in extract_quantities(text, "de")] == ["a5"] * 300


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("108.0 -12.3%", ["cardinal", "percent"]),
        ("12.3 -12.3%", ["cardinal", "percent"]),
        ("12.2 -12.3%", ["range"]),
        ("5 -7 people", ["range"]),
        ("7 - 5", ["range"]),
    ],
)
def test_a_dash_before_a_smaller_figure_is_a_minus(text: str, kinds: list[str]) -> None:
    assert [quantity.kind for quantity in extract_quantities(text, "en")] == kinds


def test_a_scale_word_said_again_and_again_is_no_number_without_end() -> None:
    """It made one number of as many digits as the text has letters, in time that grew with both."""
    eleven, twelve = (extract_quantities("million " * times, "en") for times in (11, 12))
    assert [found.values for found in eleven] == [(10**66,)]
    assert [found.values for found in twelve] == [(10**66,), (10**6,)]


@pytest.mark.parametrize(("less", "time"), [(1, 419), (14, 406), (15, 405), (20, 400), (29, 391)])
def test_up_to_half_an_hour_is_taken_off_an_hour(less: int, time: int) -> None:
    [found] = extract_quantities(f"Tàu đến lúc 7 giờ kém {less}.", "vi")
    assert (found.kind, found.values) == ("time", (Decimal(time),))


def test_half_an_hour_and_more_is_not() -> None:
    found = extract_quantities("Tàu đến lúc 7 giờ kém 30.", "vi")
    assert [one.kind for one in found] == ["cardinal", "cardinal"]


@pytest.mark.parametrize(
    ("language", "text", "minute"),
    [
        ("es", "a las siete menos cuarto", 405),
        ("es", "a las siete y cuarto", 435),
        ("es", "a las siete menos veinte", 400),
        ("it", "alle sette meno un quarto", 405),
        ("fr", "à sept heures moins le quart", 405),
        ("vi", "lúc 7 giờ kém 15", 405),
        ("vi", "lúc 7 giờ kém 29", 391),
    ],
)
def test_minutes_that_are_missing_to_the_hour(language: str, text: str, minute: int) -> None:
    (found,) = extract_quantities(text, language)
    assert found.kind == "time"
    assert minute in found.values


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("id", "Ke-21 kalinya dia datang", "ordinal"),
        ("id", "ke-21 kali", "ordinal"),
        ("id", "Covid-19 datang", "code"),
        ("en", "Covid-19 came", "code"),
        ("en", "the F-16 came", "code"),
    ],
)
def test_a_figure_behind_a_word_and_a_hyphen_is_an_ordinal_or_a_name(
    language: str, text: str, kind: str
) -> None:
    assert [one.kind for one in extract_quantities(text, language)] == [kind]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Sau 100 tháng 13 người đã đến.", ["month", ""]),
        ("Trong 100 tháng, 3 người đã đến.", ["month", ""]),
        ("Sau 100 tháng thì xong.", ["month"]),
        ("Ngày 5 tháng 3 năm nay.", [""]),
    ],
)
def test_a_word_for_months_is_a_unit_unless_it_has_a_number(text: str, units: list[str]) -> None:
    assert [one.unit for one in extract_quantities(text, "vi")] == units


@pytest.mark.parametrize(
    ("text", "value"), [("mil pessoas", 1000), ("mil e cem pessoas", 1100), ("cem mil", 100_000)]
)
def test_a_thousand_alone_begins_a_number(text: str, value: int) -> None:
    assert [one.values for one in extract_quantities(text, "pt")] == [(value,)]


def test_a_quantity_is_sure_and_exact_if_nothing_else_is_said() -> None:
    quantity = Quantity(Span(0, 1), "cardinal", (Decimal(1),))
    assert not any([quantity.approximate, quantity.vague])


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2019年7月15日", ["2019年7月15日"]),
        ("2019 年 7 月 15 日", ["2019 年 7 月 15 日"]),
        ("2019  年7月15日", ["2019", "7月15日"]),
        ("2019-年7月", ["2019", "7月"]),
        ("2019年，7月", ["2019年", "7月"]),
    ],
)
def test_at_most_a_space_stands_before_the_marker_of_a_date(text: str, written: list[str]) -> None:
    assert [one.span.of(text) for one in extract_quantities(text, "zh")] == written
