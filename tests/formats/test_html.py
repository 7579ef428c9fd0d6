"""The article within a page: its text, what the page says of it, and the encoding that it is in."""

import pytest

from claims.formats.articles import FormatError
from claims.formats.html import LENGTHS, from_html, page_text
from claims.models import Outlet, Source

PAGE = """<!doctype html><html lang="{language}"><head><meta charset="{charset}">
<title>Bridge opens - The Harbour Gazette</title>
<meta property="og:title" content="Bridge opens"><meta property="og:site_name" content="{outlet}">
<meta name="author" content="Bea Quill"><meta property="article:published_time" content="2024-09-13T08:00:00Z">
<link rel="canonical" href="{url}"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Bridge opens</h1>
<p>The new bridge will open in May, Mayor Ada Brook told reporters on Thursday, after two years of work.</p>
<p>“It is safe,” she said. “The engineers from <a href="/x">Ångström</a> tested it – twice – and signed.”</p>
<blockquote><p>“Nobody has asked us,” said the ferryman.</p></blockquote></article>
<div id="comments"><p>First comment: an ugly bridge.</p></div><footer>All rights reserved</footer></body></html>"""


def page(
    *,
    language: str = "en-GB",
    charset: str = "utf-8",
    outlet: str = "The Harbour Gazette",
    url: str = "https://gazette.example/bridge",
) -> str:
    return PAGE.format(language=language, charset=charset, outlet=outlet, url=url)


def test_a_page_gives_its_article_and_what_it_says_of_itself() -> None:
    raw = page().encode()
    article = from_html(raw, identifier="bridge.html")
    assert "“It is safe,” she said. “The engineers from Ångström tested it – twice – and signed.”" in article.text
    assert "“Nobody has asked us,” said the ferryman." in article.text
    assert not any(words in article.text for words in ("Sport", "comment", "All rights"))
    assert (article.title, article.outlet, article.byline) == ("Bridge opens", "The Harbour Gazette", "Bea Quill")
    assert (article.published, article.url) == ("2024-09-13", "https://gazette.example/bridge")
    assert (article.language, article.media_type, article.raw) == ("en-GB", "text/html", raw)


@pytest.mark.parametrize(
    ("canonical", "given", "kept"),
    [
        (
            "https://gazette.example/bridge",
            "https://gazette.example/b?from=mail",
            "https://gazette.example/b?from=mail",
        ),
        ("javascript:alert(1)", "", ""),
        ("not an address", "", ""),
        ("https://gazette.example/" + "a" * 2000, "", ""),
    ],
    ids=["given", "script", "no address", "too long"],
)
def test_the_address_is_the_one_it_came_from_else_the_one_it_gives(canonical: str, given: str, kept: str) -> None:
    assert from_html(page(url=canonical).encode(), identifier="a", url=given).url == kept


def test_a_long_outlet_is_cut_to_what_is_kept() -> None:
    assert from_html(page(outlet="G" * 300).encode(), identifier="a").outlet == "G" * 200


@pytest.mark.parametrize("name", LENGTHS)
def test_what_is_kept_is_what_the_tables_take(name: str) -> None:
    column = Outlet._meta.get_field("name") if name == "outlet" else Source._meta.get_field(name)
    assert getattr(column, "max_length", None) == LENGTHS[name]


@pytest.mark.parametrize(
    ("stated", "language"), [("de", "de"), ("pt-BR", "pt-BR"), ("", ""), ("en-" + "-".join(["abcdefgh"] * 9), None)]
)
def test_the_language_is_the_one_that_the_page_states(stated: str, language: str | None) -> None:
    found = from_html(page(language=stated).encode(), identifier="a").language
    assert found == language if language else len(found) <= 35


STATED = '<meta property="article:published_time" content="{}">'
LINKED = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (STATED.format("2024-09-13T23:30:00-05:00"), "2024-09-13"),
        (STATED.format("2024-09"), "2024-09"),
        (STATED.format("2024"), "2024"),
        (STATED.format("2024-13-45"), ""),
        (STATED.format("2024-22"), ""),
        (STATED.format("10/09/2024"), ""),
        (STATED.format("Fri, 13 Sep 2024 10:00:00 GMT"), "2024-09-13"),
        (STATED.format("2024-13-45") + '<meta name="DC.date" content="2024/09/13">', "2024-09-13"),
        ('<meta name="date" content="2024-09-12"><meta name="date" content="2024-09-13">', ""),
        ('<meta property="article:modified_time" content="2024-09-13">', ""),
        ('<link rel="stylesheet" href="/2016/03/17/a.css"><style>/* 2016-03-17 */</style>', ""),
        (LINKED.format('[{"@type": ["NewsArticle"], "datePublished": "2024-09-13"}]'), "2024-09-13"),
        (LINKED.format('{"@graph": [{"@type": "Article", "datePublished": "2024-09"}]}'), "2024-09"),
        (LINKED.format('{"@type": "WebPage", "mainEntity": {"@type": "Article", "datePublished": "2024"}}'), "2024"),
        (
            LINKED.format('{"@type": "ItemList", "itemListElement": [{"@type": "Article", "datePublished": "2024"}]}'),
            "",
        ),
        (LINKED.format('{"@type": "Article", "datePublished": 2024}'), ""),
        (LINKED.format('{"@type": "Article",') + LINKED.format("[" * 9000), ""),
    ],
)
def test_the_date_is_the_one_that_the_page_states_as_far_as_it_does(head: str, published: str) -> None:
    assert from_html(dated(head).encode(), identifier="a").published == published


@pytest.mark.parametrize(
    ("body", "published"),
    [
        ("", ""),
        ("<p>In 1999 the old one burnt down, on 3 March 1999.</p><footer>© 2012</footer>", ""),
        ('<p><a href="/2016/03/17/x">More</a><img src="/2016/03/17/a.jpg"></p>', ""),
        ('<time pubdate datetime="2024-09-13T08:00">today</time>', "2024-09-13"),
        ('<time itemprop="datePublished" datetime="2024-09">September</time>', "2024-09"),
        ('<header><h1>Bridge</h1><time datetime="2024-09-13">13</time></header>', "2024-09-13"),
        ('<header><h1>Bridge</h1><time datetime="2024">a</time><time datetime="2023">b</time></header>', ""),
        ('<aside><h2>Boats</h2><time pubdate datetime="2016-03-17">17</time></aside>', ""),
        ('<p>Since <time datetime="1999-03-03">3 March</time> there was none.</p>', ""),
    ],
)
def test_a_date_that_only_stands_in_the_page_is_not_its_own(body: str, published: str) -> None:
    assert from_html(dated(body=body).encode(), identifier="a").published == published


def dated(head: str = "", body: str = "") -> str:
    """The page with other words on when it was published."""
    bare = page().replace(STATED.format("2024-09-13T08:00:00Z"), head)
    return bare.replace("</blockquote>", f"</blockquote>{body}")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("She was at the <q>harbour office</q>.", "at the “harbour office”."),
        (
            "He said <q>they <em>shouted</em> <q>stop</q> <b>twice</b></q> then.",
            "said “they shouted ‘stop’ twice” then.",
        ),
        ("It is <q>“marked by <i>hand</i>”</q>, she said.", "is “marked by hand”, she said."),
        ("<q>’Tis <!-- not -->so<!-- --></q>, she said.", "\n“’Tis so”, she said."),
        ("It is <q>open.<div>More of it.</div><p>The end.</p>", "It is open."),
        ("It is <q></q>nothing<q><i>all</i></q>", "It is nothing“all”"),
    ],
)
def test_a_quotation_of_html_has_the_marks_that_a_browser_sets(written: str, read: str) -> None:
    assert read in from_html(dated(body=f"<p>{written}</p>").encode(), identifier="a").text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<p hidden>Draft words of hers.</p>", False),
        ('<div hidden="until-found"><p>Draft words of hers.</p></div>', False),
        ('<p style="color: red; DISPLAY : none">Draft words of hers.</p>', False),
        ('<p>It was <span style="visibility:hidden">Draft words of hers.</span> long.</p>', False),
        ("<noscript><p>Draft words of hers.</p></noscript>", False),
        ("<template><p hidden>Draft words of hers.</p></template>", False),
        ('<p hidden style="display:none">Draft words of hers.</p>', False),
        ('<p style="display: block">Draft words of hers.</p>', True),
        ('<p class="hidden" style="--display: none">Draft words of hers.</p>', True),
    ],
)
def test_what_is_not_shown_is_no_text(written: str, shown: bool) -> None:
    assert ("Draft words" in from_html(dated(body=written).encode(), identifier="a").text) is shown


@pytest.mark.parametrize("raw", [b"", b"  \n", b"<html></html>", b"\x00\x01\x02", b"<html><body><script>x()</script>"])
def test_a_page_without_an_article_is_refused(raw: bytes) -> None:
    with pytest.raises(FormatError, match="no article was found"):
        from_html(raw, identifier="a")


def test_a_page_that_hides_all_of_itself_until_it_has_loaded_is_read() -> None:
    raw = page().replace("<body>", '<body hidden style="display: none">').encode()
    assert "It is safe" in from_html(raw, identifier="a").text


def test_a_nul_character_does_not_reach_the_text() -> None:
    raw = page().replace("It is safe", "It is\x00 safe").encode()
    assert "\x00" not in from_html(raw, identifier="a").text


@pytest.mark.parametrize(
    ("written", "declared", "answered"),
    [
        ("utf-8", "utf-8", ""),
        ("utf-8", "utf-8", "utf-8"),
        ("utf-8-sig", "iso-8859-1", "iso-8859-1"),  # a byte order mark goes before both
        ("utf-16", "utf-8", ""),
        ("utf-16", "utf-16", "utf-8"),
        ("utf-16-le", "utf-8", "utf-16-le"),
        ("cp1252", "windows-1252", ""),
        ("cp1252", "iso-8859-1", ""),  # as browsers read it
        ("cp1252", "utf-8", "ISO-8859-1"),
        ("cp1252", "utf-8", "windows-1252"),
        ("utf-8", "utf-16", ""),  # a name read as ASCII cannot be true
        ("utf-8", "utf-7", ""),
        ("utf-8", "no-such-charset", ""),
        ("utf-8", "rot13", "undefined"),
        ("utf-8", "punycode", "base64"),
        ("utf-8", "us-ascii", "utf-8"),
    ],
)
def test_a_page_is_read_in_its_encoding(written: str, declared: str, answered: str) -> None:
    text = page(charset=declared)
    assert page_text(text.encode(written), answered) == text


def test_bytes_of_no_encoding_are_marked_and_the_rest_is_kept() -> None:
    assert page_text(b"<meta charset=utf-8>caf\xe9 society") == "<meta charset=utf-8>caf\ufffd society"
