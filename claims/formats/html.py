"""The article within a web page."""

import re

from claims.formats.articles import Article, FormatError, checked
from claims.formats.page_dates import published_of
from claims.formats.shown import as_shown

# How many characters the record keeps of what a page says of itself.
LENGTHS = {"outlet": 200, "url": 2000, "title": 500, "byline": 300}
# A page names its encoding in its first bytes, where HTTP does not (WHATWG HTML, 13.2.3.2).
DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:-]{1,40})", re.I)
# A byte order mark goes before anything that is said of the encoding (WHATWG Encoding, section 6).
MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
# What browsers take a name for, where Python takes it at its word (WHATWG Encoding, section 4.2).
MEANT = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
# Names that cannot be true where the name itself was read as ASCII, or that no browser knows.
UNTRUE = re.compile("utf-?(7|16|32)", re.I)
NO_ARTICLE = "no article was found in the page; paste its text instead"


def from_html(raw: bytes, *, identifier: str, url: str = "", charset: str = "") -> Article:
    """The main text of a page, with the title, byline, outlet and date that the page states.

    The navigation, the comments and the advertisements around it are left out; `raw` keeps them.
    Raises FormatError where no article can be told from the rest.
    """
    # Here, because they take a third of a second that every other command would wait for too.
    import trafilatura
    from trafilatura.settings import Document

    page = page_text(raw, charset)
    tree = trafilatura.load_html(page)
    if tree is None:
        raise FormatError(NO_ARTICLE)
    published = published_of(tree)
    as_shown(tree)
    document = trafilatura.bare_extraction(
        tree,
        url=url or None,
        with_metadata=True,
        date_extraction_params={"extensive_search": False},  # its guesses of the date are not asked for
        include_comments=False,
        include_tables=False,
        favor_recall=True,
    )
    if not isinstance(document, Document) or not (document.text or "").strip():
        raise FormatError(NO_ARTICLE)
    return checked(
        Article(
            identifier=identifier,
            text=document.text or "",
            published=published,
            outlet=(document.sitename or "")[: LENGTHS["outlet"]],
            url=url or _kept_url(document.url or ""),
            title=(document.title or "")[: LENGTHS["title"]],
            byline=(document.author or "")[: LENGTHS["byline"]],
            language=document.language or _language(page),
            raw=raw,
            media_type="text/html",
        )
    )


def _kept_url(stated: str) -> str:
    """The address that the page gives itself. One too long to keep is no use: half of it is another address."""
    return stated if len(stated) <= LENGTHS["url"] else ""


def page_text(raw: bytes, charset: str = "") -> str:
    """The page as a string: by its byte order mark, the charset of its HTTP answer, its own word, else UTF-8."""
    marks = [name for mark, name in MARKS if raw.startswith(mark)]
    for name in (*marks, charset, _declared(raw), "utf-8"):
        try:
            if name:
                return raw.decode(MEANT.get(name.lower(), name))
        except (LookupError, UnicodeError):  # no such text encoding, or not the one that the page is in
            continue
    return raw.decode("utf-8", errors="replace")


def _declared(raw: bytes) -> str:
    found = DECLARED.search(raw[:4096])
    name = found[1].decode("ascii") if found else ""
    return "" if UNTRUE.match(name) else name


def _language(page: str) -> str:
    stated = re.search(
        r"<html[^>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3})", page[:4096], re.I
    )
    return stated.group(1) if stated else ""
