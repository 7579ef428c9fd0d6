"""French: its reporting verbs in the forms of news, its words about people, its marks."""

from __future__ import annotations

from claims.text.languages.language import Form, Language, People, Phrases, Verbs, genders
from claims.text.languages.quoting import Style
from claims.text.words import words

# Regular verbs in -er, from which the forms of news follow: present, imperfect, simple past, participles.
SAYING = words(  # what is said, as a quotation or behind "que"
    "déclarer affirmer expliquer ajouter assurer préciser indiquer souligner confier raconter annoncer insister "
    "témoigner commenter observer noter argumenter confirmer avouer constater signaler proclamer marteler résumer "
    "détailler demander alerter menacer relater attester arguer certifier jurer recommander"
)
SPEAKING = words(  # how it is said: a quotation only
    "lancer glisser lâcher plaider répliquer rétorquer ironiser tonner clamer murmurer crier trancher avancer "
    "enchaîner interroger questionner temporiser nuancer philosopher soupirer pester plaisanter balayer scander"
)
JUDGING = words(  # a fragment can be their object: il a jugé le projet « absurde »
    "juger estimer considérer dénoncer qualifier critiquer fustiger saluer regretter déplorer réclamer évoquer "
    "parler accuser vanter condamner redouter brocarder refuser exiger"
)
# -er verbs with a stem that changes before a silent e.
CHANGED = {
    "considérer": "considère",
    "marteler": "martèle",
    "rappeler": "rappelle",
    "suggérer": "suggère",
    "tempérer": "tempère",
    "révéler": "révèle",
    "répéter": "répète",
    "relever": "relève",
    "inquiéter": "inquiète",
    "espérer": "espère",
}
REFLEXIVE = words("exclamer écrier indigner inquiéter féliciter insurger étonner emporter alarmer désoler interroger")
# The others: infinitive, present (one, several), imperfect stem, simple past (one), participle.
IRREGULAR = """
dire        dit        disent        dis         dit        dit
répondre    répond     répondent     répond      répondit   répondu
soutenir    soutient   soutiennent   souten      soutint    soutenu
écrire      écrit      écrivent      écriv       écrivit    écrit
conclure    conclut    concluent     conclu      conclut    conclu
admettre    admet      admettent     admett      admit      admis
reconnaître reconnaît  reconnaissent reconnaiss  reconnut   reconnu
poursuivre  poursuit   poursuivent   poursuiv    poursuivit poursuivi
reprendre   reprend    reprennent    repren      reprit     repris
prévenir    prévient   préviennent   préven      prévint    prévenu
avertir     avertit    avertissent   avertiss    avertit    averti
renchérir   renchérit  renchérissent renchériss  renchérit  renchéri
prétendre   prétend    prétendent    prétend     prétendit  prétendu
"""
IRREGULAR_JUDGING = """
promettre   promet     promettent    promett     promit     promis
"""
IRREGULAR_REFLEXIVE = """
réjouir     réjouit    réjouissent   réjouiss    réjouit    réjoui
plaindre    plaint     plaignent     plaign      plaignit   plaint
défendre    défend     défendent     défend      défendit   défendu
émouvoir    émeut      émeuvent      émouv       émut       ému
"""


class _Forms:
    """Gathers the forms of verbs, by the pattern that each follows."""

    def __init__(self) -> None:
        self.finite: dict[str, Form] = {}
        self.participles: dict[str, Form] = {}
        self.gerunds: dict[str, Form] = {}

    def regular(self, infinitives: frozenset[str], **uses: bool) -> None:
        for verb in infinitives:
            stem = verb[:-2]
            # g and c keep their sound before a: jugeait, lançait
            soft = stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem
            present = CHANGED.get(verb, stem + "e")
            self._add(verb, (present, present + "nt"), soft, (soft + "a", stem + "èrent"), stem + "é", **uses)

    def irregular(self, rows: str, **uses: bool) -> None:
        for row in rows.strip().splitlines():
            verb, one, several, imperfect, past, done = row.split()
            self._add(verb, (one, several), imperfect, (past, past.removesuffix("t") + "rent"), done, **uses)

    def _add(
        self, verb: str, present: tuple[str, str], imperfect: str, past: tuple[str, str], done: str, **uses: bool
    ) -> None:
        one, several = Form(verb, **uses), Form(verb, plural=True, **uses)
        self.finite.update(dict.fromkeys((present[0], imperfect + "ait", past[0]), one))
        self.finite.update(dict.fromkeys((present[1], imperfect + "aient", past[1]), several))
        self.participles.update(dict.fromkeys((done, done + "e", done + "s", done + "es"), one))
        self.gerunds[imperfect + "ant"] = one


def _verbs() -> Verbs:
    forms = _Forms()
    forms.regular(REFLEXIVE, reflexive=True)
    forms.irregular(IRREGULAR_REFLEXIVE, reflexive=True)
    forms.regular(SAYING | SPEAKING | frozenset(CHANGED) - {"considérer", "inquiéter"})
    forms.irregular(IRREGULAR)
    forms.regular(JUDGING, judges=True)
    forms.irregular(IRREGULAR_JUDGING, judges=True)
    known = {"savoir": Form("faire savoir"), "valoir": Form("faire valoir"), "remarquer": Form("faire remarquer")}
    return Verbs(
        finite=forms.finite,
        participles=forms.participles,
        gerunds=forms.gerunds,
        split={"fait": known, "faisait": known, "fit": known, "font": known},
        auxiliaries=words("a ont avait avaient aura auront"),
        reflexive_auxiliaries=words("est sont était étaient"),
        between=words(
            "lui leur nous ensuite également notamment aussi encore déjà ainsi alors toutefois cependant pourtant "
            "même simplement seulement clairement hier tout d'abord en par ailleurs de son côté pour sa part enfin"
        ),
        clitics=words("lui leur nous me m' le l' y en"),
        reflexives=words("s' se"),
        negations=words("n' ne"),
    )


PEOPLE = People(
    pronouns=genders(f="elle celle-ci", m="il celui-ci lui", p="ils elles eux", either="on"),
    determiners=genders(
        f="la une cette sa",
        m="le un ce cet",
        p="les des ces ses leurs plusieurs deux trois quatre certains d'autres quelques",
        either="l' son leur notre",
    ),
    indefinite=words("un une des plusieurs deux trois quatre certains quelques"),
    honorifics=genders(f="mme mlle madame", m="m. monsieur mgr", p="mm. mmes", either="me dr pr"),
    female_roles=words(
        "présidente directrice députée sénatrice conseillère adjointe chancelière première ambassadrice préfète "
        "procureure avocate chercheuse professeure enseignante "
        "agricultrice commerçante habitante ouvrière infirmière patronne fondatrice cofondatrice rédactrice "
        "historienne écrivaine romancière actrice chanteuse autrice entraîneuse militante candidate élue "
        "coordinatrice dirigeante gérante voisine étudiante enquêtrice mère "
        "fille sœur veuve reine"
    ),
    male_roles=words(
        "président directeur député sénateur conseiller adjoint chancelier premier ambassadeur préfet procureur avocat "
        "chercheur professeur enseignant agriculteur commerçant habitant ouvrier infirmier patron fondateur "
        "cofondateur rédacteur historien écrivain romancier acteur chanteur auteur entraîneur militant candidat élu "
        "coordinateur dirigeant gérant voisin étudiant enquêteur père fils frère veuf roi pape évêque cardinal"
    ),
    roles=words(
        "ministre maire porte-parole secrétaire chef cheffe juge responsable commissaire vice-président "
        "vice-présidente économiste sociologue politologue scientifique hydrologue biologiste géologue architecte "
        "urbaniste journaliste syndicaliste diplomate témoin médecin capitaine colonel général amiral commandant "
        "pilote artiste membre expert experte spécialiste analyste bénévole ingénieur ingénieure "
        "bourgmestre échevin échevine éclusier éclusière pêcheur boulanger boulangère libraire guide vétérinaire"
    ),
    offices=words("ministre secrétaire commissaire"),
    former=words("ancien ancienne ex ex-ministre ex-président ex-présidente ex-maire feu"),
    groups=words(
        "manifestants grévistes habitants riverains élus députés sénateurs syndicats enseignants agriculteurs "
        "opposants partisans écologistes socialistes républicains autorités pompiers experts juges avocats familles "
        "parents salariés ouvriers étudiants chercheurs organisateurs enquêteurs opposition majorité gouvernement "
        "conseil commission jury collectif équipe direction police gendarmerie"
    ),
    unnamed=words("source sources témoin témoins proche proches responsable responsables homme femme personne passant"),
    bodies=words(
        "ministère mairie ville commune agence association fondation institut université école entreprise société "
        "groupe banque parti syndicat fédération union ligue comité collectif conseil commission cour tribunal "
        "parquet préfecture police gendarmerie gouvernement parlement sénat assemblée chambre journal quotidien "
        "hebdomadaire radio chaîne centre musée hôpital club office observatoire région département organisation ong "
        "cabinet direction présidence ambassade église diocèse compagnie régie port"
    ),
    particles=words("de du des d' la le van von der den ben al el"),
    female_names=words(
        "marie anne claire sophie julie camille élodie nathalie isabelle catherine martine christine valérie sandrine "
        "hélène lucie léa manon chloé emma alice jeanne louise juliette céline aurélie florence brigitte monique "
        "françoise jacqueline nicole sylvie véronique laurence pauline mathilde agnès odile fatima aïcha"
    ),
    male_names=words(
        "jean pierre paul jacques michel andré philippe alain bernard marc luc louis antoine nicolas françois "
        "christophe laurent éric thierry olivier pascal patrick julien thomas hugo lucas théo gérard henri rené "
        "robert roger denis didier yves étienne guillaume mathieu vincent xavier rémi ahmed karim"
    ),
    first_person=words("me m' nous"),
)

PHRASES = Phrases(
    that=words("que qu'"),
    sources=(("selon",), ("d'", "après"), ("à", "en", "croire"), ("aux", "yeux", "de"), ("aux", "yeux", "du")),
    # “Pour” is mostly something else; before a name at the start of a clause it names a source.
    opening_sources=(("pour",),),
    behind=frozenset(),
    thus=frozenset(),
    like=words("comme ainsi"),
    naming=words("de du des d'"),
    joining=words("à au aux en pour chez la le l' les"),
    prepositions=words(
        "à au aux dans sur sous avec sans devant après avant pendant lors depuis dès vers chez pour par "
        "contre entre en selon malgré durant face via auprès"
    ),
    stops=words(
        "lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui demain matin midi soir "
        "à au aux dans sur sous avec sans devant après avant pendant lors depuis dès vers chez pour par contre entre "
        "en selon malgré durant face quand lorsque lorsqu' alors tandis comme si car mais ou où donc puis que qu' "
        "qui dont et ni parce puisque tout très plus moins déjà encore aussi ainsi également notamment toutefois "
        "cependant pourtant ensuite enfin d'abord a ont avait avaient est sont était étaient sera fut va vont doit "
        "peut veut fait ne n' se s' y lui me nous vous dehors ici là peu auprès via suite juste même tôt tard "
        "visiblement"
    ),
    adverb_endings=("ment",),
    coordinators=words("et mais puis ou"),
    relatives=words("qui que qu' dont où"),
    works=words(
        "roman livre film journal quotidien hebdomadaire magazine revue album chanson pièce série essai ouvrage "
        "recueil émission tableau poème intitulé intitulée baptisé baptisée titre titré nommé nommée opération "
        "programme projet exposition restaurant navire bateau appelé appelée surnommé surnommée"
    ),
)

FRENCH = Language(
    tag="fr",
    verbs=_verbs(),
    people=PEOPLE,
    phrases=PHRASES,
    style=Style({"«": "»", "“": '”"', "‹": "›", "„": '“”"', '"': '"'}),
    abbreviations=words("m mm dr pr st ste av bd cf env"),
    before_word=r"(?i:jusqu|lorsqu|puisqu|quoiqu|qu|[cdjlmnst])['’](?=[^\W\d_]|\s*$)",
    behind_word=r"-(?i:t-)?(?i:ils?|elles?|on|je|nous|vous)\b",
    dialogue="comma",
)
