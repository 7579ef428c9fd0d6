"""What a language's file of tables holds; the engine beside it reads nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from claims.text.languages.quoting import Style

NO_WORDS: frozenset[str] = frozenset()


def genders(*, f: str = "", m: str = "", p: str = "", either: str = "") -> dict[str, str]:
    """A table of words with the gender that each tells: "f", "m", "p" for several, "" for not told."""
    return {word: gender for gender, listed in (("f", f), ("m", m), ("p", p), ("", either)) for word in listed.split()}


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a reporting verb.

    `verb` is its dictionary form; `plural` says that several speak; `judges` that a fragment can be its object
    (“called it « absurd »”); `reflexive` that it reports only with its reflexive pronoun.
    """

    verb: str
    plural: bool = False
    judges: bool = False
    reflexive: bool = False


@dataclass(frozen=True, slots=True)
class Verbs:
    """The reporting verbs of a language, by form.

    `split` are verbs in two parts: the finite form, then the word that must follow in its clause.
    """

    finite: Mapping[str, Form]
    participles: Mapping[str, Form]
    gerunds: Mapping[str, Form]
    split: Mapping[str, Mapping[str, Form]]
    auxiliaries: frozenset[str]
    reflexive_auxiliaries: frozenset[str]
    # Small words between an auxiliary and its participle, and before a verb.
    between: frozenset[str]
    clitics: frozenset[str]
    reflexives: frozenset[str]
    negations: frozenset[str]


@dataclass(frozen=True, slots=True)
class People:
    """Words about people and bodies. Genders are "f", "m", "p" for several, "" for not told."""

    pronouns: Mapping[str, str]
    determiners: Mapping[str, str]
    indefinite: frozenset[str]
    honorifics: Mapping[str, str]
    female_roles: frozenset[str]
    male_roles: frozenset[str]
    roles: frozenset[str]
    # Roles whose field belongs to them, as that of a minister does.
    offices: frozenset[str]
    former: frozenset[str]
    groups: frozenset[str]
    unnamed: frozenset[str]
    bodies: frozenset[str]
    particles: frozenset[str]
    female_names: frozenset[str]
    male_names: frozenset[str]
    # Endings by which a longer word is a role too: Verkehrsministerin.
    female_endings: tuple[str, ...] = ()
    male_endings: tuple[str, ...] = ()
    # Whoever is quoted says these of what was said to them: « Le pont, m'a dit le maire, est fermé ».
    first_person: frozenset[str] = NO_WORDS


@dataclass(frozen=True, slots=True)
class Phrases:
    """Small words that join, bound or open the parts of a sentence."""

    that: frozenset[str]
    # Phrases that name a source without a verb; the second ones only at the start of a clause.
    sources: tuple[tuple[str, ...], ...]
    opening_sources: tuple[tuple[str, ...], ...]
    # The same behind the name: Roth zufolge.
    behind: frozenset[str]
    # Behind a quotation only: so Karla Roth.
    thus: frozenset[str]
    # wie Karla Roth sagte, comme l'a dit Marie Duval
    like: frozenset[str]
    naming: frozenset[str]
    joining: frozenset[str]
    prepositions: frozenset[str]
    stops: frozenset[str]
    adverb_endings: tuple[str, ...]
    coordinators: frozenset[str]
    relatives: frozenset[str]
    works: frozenset[str]
    # Verb forms by which a clause without "that" shows itself to be reported; and, besides the pronouns, subjects
    # behind which any verb in -e is such a form: man arbeite.
    reported: frozenset[str] = NO_WORDS
    impersonal: frozenset[str] = NO_WORDS


@dataclass(frozen=True, slots=True, eq=False)  # a language is itself: that makes it a key
class Language:
    """One language's tables. `tag` is its primary BCP 47 subtag.

    `nouns_capital`: a capital says nothing of names. `drops_subject`: “dijo.” is a whole clause. `participle_last`: it
    ends its clause, far from its auxiliary. `ordinal_stop`: a full stop makes a number an ordinal, “am 3. März”.
    `dialogue`: how a line that opens with a dash sets off its reporting clause, by dashes, by a comma or not.
    """

    tag: str
    verbs: Verbs
    people: People
    phrases: Phrases
    style: Style
    abbreviations: frozenset[str]
    # Regular expressions for what is a word of its own though nothing separates it: l', -t-elle.
    before_word: str = ""
    behind_word: str = ""
    nouns_capital: bool = False
    drops_subject: bool = False
    participle_last: bool = False
    ordinal_stop: bool = False
    dialogue: str = ""
