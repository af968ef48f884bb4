"""Short codes of Hugo, Liquid and WordPress: tags are no text, what they say and hold is."""

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Document, Span, TextEdit


def read(source: str, name: str = "page.md") -> Document:
    return formats.read_bytes(Path(name), source.encode())


def texts(source: str, name: str = "page.md") -> list[str]:
    return [block.text for block in read(source, name).blocks if not block.chrome]


@pytest.mark.parametrize(
    "tag",
    [
        "{{< toc >}}",
        '{{% include "intro.md" %}}',
        "{{< gist user 12 />}}",
        '{{<\n  video\n  src="a.mp4"\n>}}',
        "{% comment %}\nNobody reads this.\n{% endcomment %}",
        '{%- include nav.html id="a" -%}',
        "{% if page.toc %}",
        "{{< highlight go >}}\nfmt.Println(1)\n{{< /highlight >}}",
        '[gallery ids="1,2"]',
        "{{< open >}} {{< /open >}}",
        '{{< pin size=5" colour="red" >}}',
        "{{< pin ` >}}",
        "{% comment %}\nIt's not read.\n{% endcomment %}",
        '{% assign size = 5" %}',
        "{% include a.html x='It\\'s' %}",
    ],
)
def test_tags_on_lines_of_their_own_are_no_text(tag: str) -> None:
    assert texts(f"It rained.\n{tag}\nIt snowed.\n") == ["It rained.", "It snowed."]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("{{< note >}}\nBe *careful*.\n{{< /note >}}", ["Be careful."]),
        ("{{% note %}}\n- one\n- two\n{{% /note %}}", ["one", "two"]),
        ("{% raw %}\n# Head\n{% endraw %}", ["Head"]),
        ("The {{< abbr >}}HTML{{< /abbr >}} page.", ["The HTML page."]),
        ('[caption id="a_1" width="3"]<img src="a"/> The port.[/caption]', ["The port."]),
        ("[box]It rained.[/box]", ["It rained."]),
        ('See [it]({{< ref "a b.md" >}}) now.', ["See it now."]),
        ('See [it]({% link _posts/a.md %} "T") now.', ["See it now."]),
        ("![it]({{ site.url }}/a.png)", ["it"]),
        ("> {{< x >}}\n> It rained.", ["It rained."]),
        ("- {{< x >}}\n  It rained.\n- two", ["It rained.", "two"]),
    ],
)
def test_what_stands_between_tags_is_markdown(source: str, found: list[str]) -> None:
    assert texts(source + "\n") == found


@pytest.mark.parametrize(
    "source",
    [
        "It costs {{< price >}} euros.",
        "It costs {{ page.price }} euros.",
        "It costs {% price tea %} euros.",
        "In [brackets] and [1].",
        "[sic]",
        "{{< never shut",
        "{% never shut",
        "{{</* shown */>}}",
        "A set {a=1} [a=b.",
        "The patients [mean age=35] were asked.",
    ],
)
def test_values_in_a_sentence_and_what_only_looks_like_a_tag_stay(source: str) -> None:
    assert texts(source + "\n") == [source]


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ('{{< fig src="a.png" title="The port" alt="Two ships" >}}', ["The port", "Two ships"]),
        ('{{< fig caption="He said \\"no\\"." >}}', ['He said "no".']),
        ("{{< fig caption=`So \\it is` >}}", ["So \\it is"]),
        ('{{< note warning "Mind the gap" >}}', ["Mind the gap"]),
        ('{% include a.html content="It rained." class="Big Box" %}', ["It rained."]),
        ('[su_box title="Tea &amp; milk" style="Soft round"]', ["Tea & milk"]),
        ('{{< x date="May 5" link="A b" src="c.png" "tea" >}}', []),
        ('{{< x unknown="两只船在港口" >}}', ["两只船在港口"]),
        ('{{< x unknown="سفينتان في الميناء" >}}', ["سفينتان في الميناء"]),
    ],
)
def test_words_in_a_tag_are_text(tag: str, found: list[str]) -> None:
    assert texts(f"{tag}\n") == found


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ('<Card title="Start here" icon="rocket" href="/start" />', ["Start here"]),
        ('<Note description={"It takes 10 minutes."} />', ["It takes 10 minutes."]),
        ("<Note text={'It\\'s'} />", ["It's"]),
        ("<Tabs items={['Linux', 'Windows']} />", ["Linux", "Windows"]),
        ("<Tabs values={[{label: 'On Linux', value: 'linux'}]} />", ["On Linux"]),
        ('<Card title="Tea &quot;hot&quot;" className="Flex box" />', ['Tea "hot"']),
        ("<Fig\n  alt='Two\n  ships'\n/>", ["Two   ships"]),
        ('<Link to="/a b" />', []),
    ],
)
def test_words_in_a_component_are_text(tag: str, found: list[str]) -> None:
    assert texts(f"import A from 'a'\n\n{tag}\n", "page.mdx") == found


def test_words_of_a_tag_in_a_sentence_stand_behind_it() -> None:
    assert texts('- {{< badge text="New" >}} Tea.\n') == ["Tea.", "New"]
    assert texts('Press <Key label="Send 5" /> now.\n', "a.mdx") == ["Press now.", "Send 5"]


@pytest.mark.parametrize(
    ("source", "name", "word", "by", "made"),
    [
        (
            '{{< f title="The port" >}}\n',
            "a.md",
            "port",
            'p"\\t',
            '{{< f title="The p\\"\\\\t" >}}\n',
        ),
        ("{{< f title=`The port` >}}\n", "a.md", "port", "p`t", "{{< f title=`The p't` >}}\n"),
        ('<F title="The port" />\n', "a.mdx", "port", 'p"&', '<F title="The p&quot;&amp;" />\n'),
        ("<F title={'The port'} />\n", "a.mdx", "port", "p't", "<F title={'The p\\'t'} />\n"),
        (
            '- {{< f text="The port" >}} A.\n',
            "a.md",
            "port",
            'p"',
            '- {{< f text="The p\\"" >}} A.\n',
        ),
        (
            "{{< f >}}\nThe port.\n{{< /f >}}\n",
            "a.md",
            "port",
            "bay",
            "{{< f >}}\nThe bay.\n{{< /f >}}\n",
        ),
        ('See [it]({{< r "a b" >}}).\n', "a.md", "it", "her", 'See [her]({{< r "a b" >}}).\n'),
    ],
)
def test_an_edit_is_written_as_the_tag_writes_it(
    source: str, name: str, word: str, by: str, made: str
) -> None:
    document = read(source, name)
    assert formats.edited_bytes(document, []) == source.encode()
    number = next(n for n, b in enumerate(document.blocks) if word in b.text and not b.chrome)
    start = document.blocks[number].text.index(word)
    edit = TextEdit(number, Span(start, start + len(word)), by)
    after = formats.edited_bytes(document, [edit]).decode()
    assert after == made
    if "`" not in source:
        shown = document.blocks[number].text.replace(word, by)
        assert shown in texts(after, name)


@pytest.mark.parametrize("start", ["{{< a ", '{{< a "', "{% a ", "[a b=", '[a b="c" ', "](", "{{<"])
def test_tags_that_are_never_shut_take_time_that_grows_with_the_text(start: str) -> None:
    assert texts(start * 2_000)
