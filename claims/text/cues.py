"""Words that attribute: verbs with the patterns each takes. Adding a cue is adding a word to a row."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Frame(StrEnum):
    """A pattern that a reporting verb takes. The content is what stands in capitals."""

    QUOTE = "quote"  # she said, “WORDS” and “WORDS,” she said
    THAT = "that"  # she said that WORDS
    BARE = "bare"  # she said WORDS
    AFTER = "after"  # WORDS, she said
    INVERTED = "inverted"  # “WORDS,” said Smith
    WHETHER = "whether"  # she asked whether WORDS
    TO = "to"  # she vowed TO WORDS
    URGE = "urge"  # she urged them TO WORDS
    OBJECT = "object"  # she accused WORDS
    ADDRESSEE = "addressee"  # she told him WORDS: a person stands before the content


class Form(StrEnum):
    """The form of a verb in the text."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    ING = "ing"


@dataclass(frozen=True, slots=True)
class Row:
    """Verbs that share their frames, and why they do."""

    verbs: str
    frames: str
    reason: str
    particle: str = ""


@dataclass(frozen=True, slots=True)
class Cue:
    """One verb as the rules use it; `particle` is the word that must follow it (“call for”)."""

    lemma: str
    frames: frozenset[Frame]
    particle: str = ""


# A verb takes what all its rows say, for each particle apart. A past that is not the verb with -ed behind it follows in
# brackets, in one of its rows: say(said).
ROWS = (
    Row(
        "say(said) note explain argue insist acknowledge admit(admitted) assert concede contend "
        "reply respond conclude allege reiterate confess counter lament observe remark quip(quipped) "
        "joke claim ",
        "quote that bare after inverted",
        "verbs of saying: what follows is a clause, quoted or not, with or without 'that'",
    ),
    Row("add", "quote that after inverted", "its bare complement is mostly a thing: added jobs"),
    Row(
        "announce suggest predict reveal stress emphasize emphasise testify recall "
        "complain caution affirm boast brag(bragged) clarify indicate confirm estimate posit "
        "proclaim recount speculate attest stipulate "
        "disclose signal(signaled,signalled) hint vow promise tweet retweet swear(swore,sworn) reckon",
        "quote that bare after inverted",
        "verbs of saying that also take a thing as object; a bare clause counts only where it reads as one",
    ),
    Row(
        "write(wrote,written) state report maintain propose pledge warn declare",
        "quote that after inverted",
        "verbs of saying whose bare complement is mostly a thing: wrote a book, proposed a tax",
    ),
    Row("feel(felt) know(knew,known)", "that", "known and felt things are mostly no claims without 'that'"),
    Row(
        "ask continue begin(began) shout chant yell exclaim fume sneer muse ponder reflect opine "
        "marvel(marveled,marvelled) interject mutter whisper scream cry snap(snapped) retort implore "
        "deadpan(deadpanned) bellow chide scold text post sing(sang) interrupt persist vent thunder demand gush "
        "grumble gripe crow offer answer drawl jab(jabbed) growl repeat rail plead(pleaded,pled) elaborate enthuse "
        "venture",
        "quote inverted",
        "manners of speaking: they carry speech only when words are quoted",
    ),
    Row(
        "believe think(thought) fear worry doubt realize realise understand(understood) agree hope suspect expect "
        "bet(bet)",
        "that bare after quote",
        "verbs of thinking: the clause is what the source holds to be so",
    ),
    Row(
        "show(showed,shown) find(found) imply determine rule discover learn hold(held) "
        "demonstrate deny decide dispute mention point recognize recognise pretend "
        "anticipate foresee(foresaw,foreseen) calculate forecast project intimate "
        "remember forget(forgot,forgotten) object hear(heard) hypothesize concur(concurred) profess guarantee",
        "that",
        "verbs whose object is a thing as often as a claim: only 'that' makes it a claim",
    ),
    Row(
        "tell(told) remind assure inform notify advise convince persuade caution warn",
        "addressee quote that bare inverted",
        "the person spoken to stands between verb and content",
    ),
    Row("tell(told)", "after", "… would close, she told the Courier"),
    Row("ask wonder question inquire debate say(said) discuss explain", "whether", "indirect questions"),
    Row(
        "vow promise pledge threaten refuse decline agree plan(planned) seek(sought) propose intend "
        "demand offer expect aim wish volunteer swear(swore,sworn) claim aspire",
        "to",
        "what the subject says or means to do, or not to do",
    ),
    Row(
        "urge ask order beg(begged) encourage instruct implore request warn advise tell(told) "
        "challenge command compel(compelled) exhort plead",
        "urge",
        "what the subject wants somebody else to do",
    ),
    Row("call", "urge object", "a demand", "on"),
    Row("call push ask plead argue", "object", "a demand for a thing", "for"),
    Row(
        "warn complain talk speak(spoke,spoken) boast brag(bragged) dream",
        "object",
        "the topic spoken of",
        "of about against",
    ),
    Row("point refer(referred) allude", "object", "a thing said by pointing at it", "to out"),
    Row("point", "that quote bare after", "say, with its particle", "out"),
    Row("go(went)", "quote", "go on: continue", "on"),
    Row("fire shoot(shot) call cry snap(snapped)", "quote inverted", "manners of speaking", "back out"),
    Row(
        "accuse blame criticize criticise praise denounce condemn blast slam(slammed) mock dismiss describe "
        "call defend reject cite applaud decry hail echo portray "
        "question deride label(labeled,labelled) brand ridicule belittle "
        "lambaste assail characterize characterise depict disavow renounce downplay bemoan laud "
        "chide fault lament hype disparage denigrate reiterate",
        "object",
        "a judgement whose object is its content",
    ),
    Row(
        "consider thank list quote rebuke show note recall congratulate",
        "object",
        "a stance towards a thing, or a thing brought up",
    ),
    Row("write(wrote,written)", "object", "a topic written of", "about"),
    Row("hint", "object", "a thing said without saying it", "at"),
    Row("agree disagree", "object", "a stance towards what somebody else holds", "with"),
    Row("campaign rail", "object", "a stance against a thing", "against"),
    Row("put(put)", "quote", "“as she put it: …”", "it"),
    Row("read(read) go(went)", "quote inverted", "what a text or a saying says: “the sign read: …”"),
    Row(
        "demand propose promise announce predict recommend "
        "acknowledge admit(admitted) mention stress emphasize emphasise explain",
        "object",
        "a stance or announcement with a thing for content",
    ),
)


def inflect(verb: str) -> tuple[tuple[str, Form], ...]:
    """The forms of one entry of a row: "say(said)" → say, says, said, saying."""
    lemma, _, listed = verb.partition("(")
    pasts = tuple(listed.rstrip(")").split(",")) if listed else (_past(lemma),)
    goings = dict.fromkeys(_ing(lemma, past) for past in pasts)  # labeling and labelling
    forms = [(lemma, Form.BASE), (_present(lemma), Form.PRESENT), *((going, Form.ING) for going in goings)]
    return tuple(forms + [(past, Form.PAST) for past in pasts])


def _present(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "o")) else "s")


def _past(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma + ("d" if lemma.endswith("e") else "ed")


def _ing(lemma: str, past: str) -> str:
    if past == lemma + lemma[-1] + "ed" or lemma in ("begin", "forget", "bet", "put"):
        return lemma + lemma[-1] + "ing"
    return lemma[:-1] + "ing" if lemma.endswith("e") and not lemma.endswith("ee") else lemma + "ing"


def _table() -> dict[str, tuple[tuple[Form, Cue], ...]]:
    frames: dict[tuple[str, str], set[Frame]] = {}
    forms: dict[str, set[tuple[str, Form]]] = {}
    for row in ROWS:
        for verb in row.verbs.split():
            lemma = verb.partition("(")[0]
            if "(" in verb or lemma not in forms:
                forms[lemma] = set(inflect(verb))
            for particle in row.particle.split() or [""]:
                frames.setdefault((lemma, particle), set()).update(Frame(f) for f in row.frames.split())
    table: dict[str, list[tuple[Form, Cue]]] = {}
    for (lemma, particle), taken in frames.items():
        cue = Cue(lemma, frozenset(taken), particle)
        for word, form in sorted(forms[lemma]):
            table.setdefault(word, []).append((form, cue))
    # A particle says more than the bare verb: those are tried first.
    return {word: tuple(sorted(rows, key=lambda row: not row[1].particle)) for word, rows in table.items()}


FORMS = _table()
REPORTING_FORMS = frozenset(
    word for word, rows in FORMS.items() if any(Frame.QUOTE in c.frames and form is not Form.ING for form, c in rows)
)
# Past forms alone show a clause: "post", "claims" and "reports" are nouns as often as verbs.
PAST_FORMS = frozenset(word for word, rows in FORMS.items() if any(form is Form.PAST for form, _ in rows))
PRESENT_FORMS = frozenset(word for word, rows in FORMS.items() if any(form is Form.PRESENT for form, _ in rows))
