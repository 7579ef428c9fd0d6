"""Articles made up of sentences that repeat words and set phrases as articles do."""

from __future__ import annotations

import random


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


LENGTH = 20_000
NOUNS = _listed(
    "mayor council bridge harbour tunnel budget minister school river road plan vote court city farm water power "
    "union worker driver teacher nurse hospital station railway market price tax wage law report study number share "
    "winter summer storm flood fire forest coast island border village neighbour family child voter party leader "
    "opponent critic expert engineer inspector committee company factory office building roof wall pier ferry ship "
    "pilot airport ticket passenger delay repair inquiry judge witness letter promise mistake decision agreement "
    "deadline contract loan debt fund grant donor museum library theatre stadium team coach season record "
    "engine signal platform timetable crane cargo lighthouse reef tide current drought harvest orchard mill barn "
    "field cattle grain export import customs quota treaty embassy envoy summit session clause appendix ballot recount "
    "turnout candidate campaign rally slogan poll survey sample margin trend forecast model margin shortage surplus "
    "warehouse lorry van bus tram cycle pavement crossing junction roundabout quarry mine shaft tunnel reactor turbine "
    "cable pipeline sewer reservoir pump filter clinic ward vaccine outbreak symptom patient surgeon dentist pharmacy "
    "pension benefit allowance rent tenant landlord mortgage estate terrace chimney boiler insulation window bonfire "
    "festival parade orchestra painter sculptor exhibit archive manuscript author publisher printer newspaper editor"
)
VERBS = _listed(
    "close open build repair promise deny confirm delay reject approve support oppose pay cost cut raise lower plan "
    "expect warn order refuse accept describe explain ignore protect damage replace restore sell buy lend count watch "
    "follow lead join leave visit measure inspect question answer doubt trust blame thank remind correct publish "
    "postpone cancel resume extend shorten widen drain flood heat cool paint clean search arrest charge release train "
    "hire dismiss elect appoint nominate remove inherit borrow invest insure audit estimate predict record photograph"
)
ADJECTIVES = _listed(
    "old new local public private former early late small large steep narrow costly cheap safe unsafe honest quiet "
    "angry patient reckless careful sudden slow rapid northern southern eastern western central temporary permanent "
    "serious minor likely unlikely final first second third annual monthly recent ancient modern broken empty full"
)
PLACES = _listed(
    "Marchland Oldport Westhaven Brookfield Lindenau Harrowgate Fenwick Saltmere Dunmoor Ashby Kelling Tarrow"
)
PEOPLE = _listed("Brook Field Marsh Vane Hart Linden Post Roe Garnet Holm Ives Jessop Kerr Lowe Munn Nash Orme Pell")
STOCK = (
    "at the end of the day",
    "there is no doubt about it",
    "as we have said from the beginning",
    "the people of this city deserve better",
    "in the first half of the year",
    "we take these matters very seriously",
    "according to people familiar with the matter",
    "it is too early to say",
    "and nothing could be further from the truth",
    "as soon as possible",
    "for the first time in ten years",
    "we are working closely with all those concerned",
    "on the condition that nobody be named",
    "the safety of our passengers comes first",
    "let me be clear about this",
    "a spokesman declined to comment",
    "at a news conference on Monday",
    "which is why we are here today",
)
LINKS = _listed("and but because although while so when after before unless")
SMALL = _listed("the a this that our their its his her every no some")
PREPOSITIONS = _listed("of in for with from to near under after before without against on by")
PRONOUNS = _listed("we they he she it nobody everybody")
AUXILIARIES = _listed("will would can could must may should did not")


def zipf(chance: random.Random, words: tuple[str, ...]) -> str:
    """A word by its rank: the second half as often as the first."""
    return words[min(len(words) - 1, int(len(words) ** chance.random()) - 1)]


def _noun(chance: random.Random) -> list[str]:
    noun = zipf(chance, NOUNS) + chance.choice(("", "", "", "s"))
    some = [chance.choice(SMALL) if chance.random() < 0.4 else "the"]
    if chance.random() < 0.35:
        some.append(zipf(chance, ADJECTIVES))
    if chance.random() < 0.12:
        return [chance.choice(PEOPLE)]
    if chance.random() < 0.25:
        return [*some, noun, "of", chance.choice(PLACES)] if chance.random() < 0.5 else [*some, noun, "in", "Oldport"]
    return [*some, noun]


def _clause(chance: random.Random) -> list[str]:
    subject = [chance.choice(PRONOUNS)] if chance.random() < 0.35 else _noun(chance)
    verb = zipf(chance, VERBS)
    verbs = (
        [chance.choice(AUXILIARIES), verb]
        if chance.random() < 0.5
        else [verb + chance.choice(("s", "d" if verb[-1] == "e" else "ed"))]
    )
    made = [*subject, *verbs, *_noun(chance)]
    while chance.random() < 0.4:
        made += [chance.choice(PREPOSITIONS), *_noun(chance)]
    if chance.random() < 0.1:
        made += ["by", str(chance.randrange(1990, 2060))]
    return made


def sentence(chance: random.Random) -> list[str]:
    """The words of a made-up sentence, with their marks."""
    made = _clause(chance)
    if chance.random() < 0.25:
        made[-1] += ","
        made += chance.choice(STOCK).split()
    while chance.random() < 0.45:
        made[-1] = made[-1].rstrip(",") + chance.choice((",", ""))
        made += [chance.choice(LINKS), *_clause(chance)]
    if chance.random() < 0.1:
        made = [*chance.choice(STOCK).split(), *made]
    made[0] = made[0][0].upper() + made[0][1:]
    made[-1] = made[-1].rstrip(",") + "."
    return made


def paragraph(chance: random.Random) -> list[str]:
    """One to four sentences; half of the paragraphs are what somebody said, in quotation marks."""
    made: list[str] = []
    for _ in range(chance.randint(1, 4)):
        made += sentence(chance)
    if chance.random() < 0.5:
        made[0] = "“" + made[0]
        made[-1] = made[-1][:-1] + ",”"
        made += ["said", chance.choice(PEOPLE), "of", chance.choice(PLACES) + "."]
    return made


def article(chance: random.Random, length: int = LENGTH) -> list[list[str]]:
    """The paragraphs of a made-up article as lists of words."""
    made: list[list[str]] = []
    size = 0
    while size < length:
        made.append(paragraph(chance))
        size += sum(len(word) + 1 for word in made[-1])
    return made
