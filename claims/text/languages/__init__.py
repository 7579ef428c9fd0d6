"""Direct and mixed quotations in languages other than English: a file of tables each, and one small engine."""

from __future__ import annotations

from claims.text import marks
from claims.text.languages import quoting
from claims.text.languages.detect import language_of, primary
from claims.text.languages.extract import extract as _by_tables
from claims.text.languages.french import FRENCH
from claims.text.languages.german import GERMAN
from claims.text.languages.language import Language
from claims.text.languages.spanish import SPANISH
from claims.text.lines import unbroken
from claims.text.marks import Quotation
from claims.text.statements import Statement

TABLES: dict[str, Language] = {language.tag: language for language in (FRENCH, GERMAN, SPANISH)}


def extract(text: str, tag: str) -> tuple[Statement, ...]:
    """The attributed quotations of a text in the language of a primary subtag ("fr").

    None at all where there are no tables for it: English rules on Polish would only be wrong.
    """
    language = TABLES.get(tag)
    return _by_tables(text, language) if language else ()


def quotations(text: str, stated: str = "") -> tuple[Quotation, ...]:
    """What stands inside quotation marks, as the language of the text sets them.

    That is the stated one, a BCP 47 tag, else the one that the text shows. Where it has no tables, each mark is read by
    what stands around it.
    """
    text = unbroken(text)
    language = TABLES.get(primary(language_of(text, stated)))
    return tuple(quoting.quotations(text, language.style)) if language else marks.quotations(text)
