"""The article within a web page."""

import re

import trafilatura
from trafilatura.settings import Document

from claims.formats.articles import Article, FormatError, checked

# A page names its encoding in its first bytes, where HTTP does not (WHATWG HTML, 13.2.3.2).
DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:-]{1,40})", re.I)


def from_html(raw: bytes, *, identifier: str, url: str = "", charset: str = "") -> Article:
    """The main text of a page, with the title, byline, outlet and date that the page states.

    The navigation, the comments and the advertisements around it are left out; `raw` keeps them.
    Raises FormatError where no article can be told from the rest.
    """
    page = page_text(raw, charset)
    document = trafilatura.bare_extraction(
        page,
        url=url or None,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        favor_recall=True,
    )
    if not isinstance(document, Document) or not (document.text or "").strip():
        raise FormatError("no article was found in the page; paste its text instead")
    return checked(
        Article(
            identifier=identifier,
            text=document.text or "",
            published=document.date or "",
            outlet=document.sitename or "",
            url=url or document.url or "",
            title=(document.title or "")[:500],
            byline=(document.author or "")[:300],
            language=document.language or _language(page),
            raw=raw,
            media_type="text/html",
        )
    )


def page_text(raw: bytes, charset: str = "") -> str:
    """The page as a string, by the charset of its HTTP answer, else by its own word, else as UTF-8."""
    declared = DECLARED.search(raw[:4096])
    for name in (charset, declared.group(1).decode("ascii") if declared else "", "utf-8"):
        try:
            if name:
                return raw.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    return raw.decode("utf-8", errors="replace")


def _language(page: str) -> str:
    stated = re.search(
        r"<html[^>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)", page[:4096], re.I
    )
    return stated.group(1) if stated else "en"
