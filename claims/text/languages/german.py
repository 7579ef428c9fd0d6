"""German: its reporting verbs in the forms of news, its words about people, its marks."""

from __future__ import annotations

from claims.text.languages.language import Form, Language, People, Phrases, Verbs, genders
from claims.text.languages.quoting import Style
from claims.text.words import words

SAYING = words(  # weak verbs that introduce what is said
    "sagen erklären betonen berichten erzählen antworten versichern bekräftigen äußern erläutern meinen bemerken "
    "ergänzen bestätigen behaupten wiederholen warnen melden schildern mahnen vermuten fragen beteuern folgern "
    "begründen argumentieren informieren resümieren präzisieren urteilen verlangen erwidern"
)
SPEAKING = words(  # how it is said: beside a quotation only
    "entgegnen kontern scherzen flüstern witzeln spotten schimpfen jubeln klagen wettern höhnen seufzen kommentieren "
    "appellieren formulieren twittern"
)
JUDGING = words(  # a fragment can be their object: sie kritisierte den Plan als „absurd“
    "kritisieren loben bezeichnen verurteilen fordern bedauern begrüßen beklagen rügen bewerten charakterisieren"
)
# infinitive, present, past, participle
STRONG = """
unterstreichen unterstreicht unterstrich unterstrichen
schreiben      schreibt      schrieb     geschrieben
rufen          ruft          rief        gerufen
widersprechen  widerspricht  widersprach widersprochen
gestehen       gesteht       gestand     gestanden
versprechen    verspricht    versprach   versprochen
"""
STRONG_JUDGING = """
nennen         nennt         nannte      genannt
sprechen       spricht       sprach      gesprochen
"""
# Verbs whose first part stands at the end of the clause: fügte … hinzu.
SEPARABLE = """
hinzu  fügen   fügt    fügte   gefügt
mit    teilen  teilt   teilte  geteilt
an     geben   gibt    gab     gegeben
an     kündigen kündigt kündigte gekündigt
zu     geben   gibt    gab     gegeben
ein    räumen  räumt   räumte  geräumt
fort   fahren  fährt   fuhr    gefahren
aus    führen  führt   führte  geführt
klar   stellen stellt  stellte gestellt
fest   stellen stellt  stellte gestellt
hervor heben   hebt    hob     gehoben
nach   legen   legt    legte   gelegt
zurück weisen  weist   wies    gewiesen
ab     wiegeln wiegelt wiegelte gewiegelt
"""
# A participle of these takes no ge-.
WITHOUT_GE = ("be", "er", "ver", "ent", "wider", "wieder", "zer")


def _weak(infinitive: str) -> tuple[str, str, str, str]:
    stem = infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]
    link = "e" if stem.endswith(("t", "d", "chn", "gn")) else ""
    plain = infinitive.startswith(WITHOUT_GE) or infinitive.endswith("ieren")
    return infinitive, f"{stem}{link}t", f"{stem}{link}te", f"{'' if plain else 'ge'}{stem}{link}t"


def _separable(finite: dict[str, Form], participles: dict[str, Form]) -> dict[str, dict[str, Form]]:
    """The two-part verbs; where they stand as one word, they go to the other tables."""
    split: dict[str, dict[str, Form]] = {}
    for row in SEPARABLE.strip().splitlines():
        particle, infinitive, present, past, done = row.split()
        one, several = Form(particle + infinitive), Form(particle + infinitive, plural=True)
        for form in (present, past):
            split.setdefault(form, {})[particle] = one
            finite[particle + form] = one  # verb-final: wie sie hinzufügte
        for form in (infinitive, past + ("n" if past.endswith("e") else "en")):
            split.setdefault(form, {})[particle] = several
        participles[particle + done] = one
    return split


def _verbs() -> Verbs:
    finite: dict[str, Form] = {}
    participles: dict[str, Form] = {}

    def add(forms: tuple[str, ...], judges: bool) -> None:
        infinitive, present, past, done = forms
        several = Form(infinitive, plural=True, judges=judges)
        finite.update({infinitive: several, past + ("n" if past.endswith("e") else "en"): several})
        finite.update(dict.fromkeys((present, past), Form(infinitive, judges=judges)))
        participles[done] = Form(infinitive, judges=judges)

    for listed, rows, judges in ((SAYING | SPEAKING, STRONG, False), (JUDGING, STRONG_JUDGING, True)):
        for infinitive in sorted(listed):
            add(_weak(infinitive), judges)
        for row in rows.strip().splitlines():
            add(tuple(row.split()), judges)
    split = _separable(finite, participles)
    return Verbs(
        finite=finite,
        participles=participles,
        gerunds={},
        split=split,
        auxiliaries=words("hat haben hatte hatten habe"),
        reflexive_auxiliaries=frozenset(),
        between=frozenset(),
        clitics=frozenset(),
        reflexives=frozenset(),
        negations=words("nicht nie niemals"),
    )


PEOPLE = People(
    pronouns=genders(f="sie diese", m="er dieser"),
    determiners=genders(
        f="eine",
        m="ein",
        p="mehrere viele zwei drei vier einige andere beide",
        either="der die das dem den des einer eines einem sein seine ihr ihre dieser diese kein",
    ),
    indefinite=words("ein eine einer eines einem mehrere viele zwei drei vier einige andere"),
    honorifics=genders(f="frau", m="herr herrn", either="dr. prof."),
    female_roles=words(
        "ministerin kanzlerin präsidentin direktorin sprecherin bürgermeisterin abgeordnete chefin leiterin "
        "vorsitzende professorin forscherin lehrerin anwältin richterin staatsanwältin ärztin autorin schriftstellerin "
        "journalistin redakteurin historikerin ökonomin soziologin politologin ingenieurin architektin senatorin "
        "botschafterin landrätin trainerin spielerin sängerin schauspielerin künstlerin studentin schülerin "
        "nachbarin anwohnerin bäuerin unternehmerin gründerin kandidatin expertin zeugin beamtin polizistin mutter "
        "tochter schwester witwe königin inhaberin stadträtin wirtin "
        "betreiberin geschäftsführerin bäckerin"
    ),
    male_roles=words(
        "minister kanzler präsident direktor sprecher bürgermeister abgeordneter chef leiter vorsitzender professor "
        "forscher lehrer anwalt richter staatsanwalt arzt autor schriftsteller journalist redakteur historiker ökonom "
        "soziologe politologe ingenieur architekt senator botschafter landrat trainer spieler sänger schauspieler "
        "künstler student schüler nachbar anwohner bauer landwirt unternehmer gründer kandidat experte zeuge beamter "
        "polizist vater sohn bruder witwer könig papst bischof kardinal pfarrer kapitän "
        "schleusenwärter inhaber stadtrat wirt betreiber geschäftsführer bäcker"
    ),
    roles=words("vorsitzenden sprechers ministers abgeordneten mitglied"),
    offices=words("minister ministerin"),
    former=words("frühere früherer früheren ehemalige ehemaliger ehemaligen ex"),
    groups=words(
        "demonstranten anwohner bewohner abgeordnete landwirte lehrer kritiker gegner befürworter experten ermittler "
        "beobachter opposition regierung behörden polizei feuerwehr mehrheit fraktion jury gewerkschaften verbände "
        "veranstalter eltern studierende zeugen forscher fachleute stadtwerke"
    ),
    unnamed=words("quelle quellen mann frau person zeuge zeugin insider kreise mitarbeiter beamte passant"),
    bodies=words(
        "ministerium ministeriums stadt agentur verband verbands verbandes stiftung institut instituts universität "
        "schule firma unternehmen unternehmens gruppe bank partei gewerkschaft bund verein vereins liga komitee rat "
        "kommission gericht gerichts staatsanwaltschaft polizei feuerwehr regierung parlament senat kammer zeitung "
        "blatt magazin rundfunk sender zentrum museum krankenhaus klinik amt behörde kirche gesellschaft hafen "
        "hochschule fraktion"
    ),
    particles=words("von zu van der den de vom zur"),
    female_names=words(
        "anna karla maria sabine petra ute monika ursula claudia susanne andrea birgit gabriele heike martina angelika "
        "julia katrin katharina lena laura lisa sarah johanna greta ingrid helga renate elke silke anke nina jana "
        "christine barbara eva ruth clara emma mia hannah charlotte"
    ),
    male_names=words(
        "hans peter klaus jürgen michael thomas andreas stefan wolfgang uwe bernd dieter günter horst werner frank "
        "martin christian markus matthias jan tim lukas paul felix jonas max moritz karl heinz otto fritz georg "
        "johann friedrich ernst rolf ralf torsten sven jens kai olaf emil anton"
    ),
    female_endings=(
        "ministerin",
        "präsidentin",
        "direktorin",
        "sprecherin",
        "meisterin",
        "leiterin",
        "chefin",
        "forscherin",
        "professorin",
        "beauftragte",
        "expertin",
        "anwältin",
        "sekretärin",
        "rätin",
        "lehrerin",
        "politikerin",
    ),
    male_endings=(
        "minister",
        "präsident",
        "direktor",
        "sprecher",
        "meister",
        "leiter",
        "chef",
        "forscher",
        "professor",
        "beauftragter",
        "experte",
        "anwalt",
        "sekretär",
        "lehrer",
        "politiker",
    ),
)

PHRASES = Phrases(
    that=words("dass"),
    sources=(
        ("laut",),
        ("nach", "angaben", "von"),
        ("nach", "angaben"),
        ("nach", "worten", "von"),
        ("nach", "ansicht", "von"),
        ("nach", "ansicht"),
        ("nach", "einschätzung", "von"),
        ("nach", "meinung", "von"),
    ),
    opening_sources=(("für",),),
    behind=words("zufolge"),
    thus=words("so"),
    like=words("wie"),
    naming=words("von des vom"),
    joining=words("an am bei beim für im in zu zum zur der dem"),
    prepositions=words(
        "am an auf aus bei beim bis durch für gegen im in ins mit nach ohne seit über um unter vor während "
        "wegen zu zum zur zwischen gegenüber angesichts trotz"
    ),
    stops=words(
        "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag gestern heute morgen am an auf aus bei "
        "beim bis durch für gegen im in ins mit nach ohne seit über um unter vor während wegen zu zum zur zwischen "
        "als wenn weil dass ob wie und aber oder doch denn sondern auch noch schon nun dann dazu daraufhin später "
        "zuvor zunächst weiter jedoch allerdings zudem außerdem bereits erneut nur nicht sich ist sind war waren hat "
        "haben hatte hatten wird werden wurde wurden kann muss soll will würde sei so laut dort hier dabei damit "
        "welche gegenüber angesichts trotz einst mehrfach wörtlich kürzlich danach"
    ),
    adverb_endings=(),
    coordinators=words("und aber doch oder"),
    relatives=words("der die das den dem welche welcher was wo"),
    works=words(
        "roman buch film zeitung magazin zeitschrift album lied stück serie essay band sendung gemälde gedicht titel "
        "wochenzeitung blatt ausstellung schiff restaurant projekt programm gruppe verein initiative namens"
    ),
    # The subjunctive of reported speech, and what stands for it.
    reported=words(
        "sei seien habe haben hätte hätten werde würde würden könne könnten müsse müssten solle sollten dürfe wolle "
        "gebe gehe komme bleibe wäre wären brauche stehe liege mache lasse wisse"
    ),
    impersonal=words("man es"),
)

GERMAN = Language(
    tag="de",
    verbs=_verbs(),
    people=PEOPLE,
    phrases=PHRASES,
    style=Style({"„": '“”"', "«": "»", "‚": "‘’", "‹": "›", "“": '”"', '"': '"'}, mirrored=True),
    abbreviations=words("dr prof hr fr st nr bzw ca z.b u.a d.h inkl evtl jr"),
    nouns_capital=True,
    participle_last=True,
    ordinal_stop=True,
)
