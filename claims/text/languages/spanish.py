"""Spanish: its reporting verbs in the forms of news, its words about people, its marks."""

from __future__ import annotations

from claims.text.languages.language import Form, Language, People, Phrases, Verbs, genders
from claims.text.languages.quoting import Style
from claims.text.words import words

SAYING = words(  # what is said, as a quotation or behind "que"
    "afirmar declarar explicar señalar asegurar comentar indicar destacar subrayar precisar agregar anunciar informar "
    "manifestar confesar reiterar detallar aclarar apuntar recalcar denunciar alegar argumentar constatar "
    "confirmar revelar observar lamentar opinar relatar recordar contar enfatizar puntualizar notificar "
    "responder añadir coincidir insistir admitir prometer comunicar remarcar matizar testificar"
)
SPEAKING = words(  # how it is said: a quotation only
    "preguntar exclamar replicar contestar ironizar bromear gritar murmurar susurrar lanzar zanjar sentenciar "
    "apostillar espetar rematar continuar resumir clamar protestar"
)
JUDGING = words(  # a fragment can be their object: calificó el plan de «absurdo»
    "calificar considerar criticar tachar tildar valorar hablar condenar celebrar rechazar exigir reclamar "
    "definir llamar acusar alertar estimar"
)
# Present (one, several) where the stem's vowel changes.
CHANGED = {
    "manifestar": "manifiesta",
    "confesar": "confiesa",
    "recordar": "recuerda",
    "contar": "cuenta",
    "continuar": "continúa",
}
# The others: the infinitive, then present and past for one and for several, imperfect, participle, gerund.
IRREGULAR = """
decir     dice      dicen      dijo      dijeron      decía      dicho      diciendo
sostener  sostiene  sostienen  sostuvo   sostuvieron  sostenía   sostenido  sosteniendo
advertir  advierte  advierten  advirtió  advirtieron  advertía   advertido  advirtiendo
reconocer reconoce  reconocen  reconoció reconocieron reconocía  reconocido reconociendo
concluir  concluye  concluyen  concluyó  concluyeron  concluía   concluido  concluyendo
escribir  escribe   escriben   escribió  escribieron  escribía   escrito    escribiendo
proseguir prosigue  prosiguen  prosiguió prosiguieron proseguía  proseguido prosiguiendo
sugerir   sugiere   sugieren   sugirió   sugirieron   sugería    sugerido   sugiriendo
exponer   expone    exponen    expuso    expusieron   exponía    expuesto   exponiendo
"""
IRREGULAR_JUDGING = """
pedir     pide      piden      pidió     pidieron     pedía      pedido     pidiendo
describir describe  describen  describió describieron describía  descrito   describiendo
"""


def _regular(verb: str) -> tuple[str, ...]:
    stem, ar = verb[:-2], verb.endswith("ar")
    one = CHANGED.get(verb, stem + ("a" if ar else "e"))
    if ar:
        return verb, one, one + "n", stem + "ó", stem + "aron", stem + "aba", stem + "ado", stem + "ando"
    return verb, one, one + "n", stem + "ió", stem + "ieron", stem + "ía", stem + "ido", stem + "iendo"


def _verbs() -> Verbs:
    finite: dict[str, Form] = {}
    participles: dict[str, Form] = {}
    gerunds: dict[str, Form] = {}
    for listed, rows, judges in ((SAYING | SPEAKING, IRREGULAR, False), (JUDGING, IRREGULAR_JUDGING, True)):
        table = [_regular(verb) for verb in sorted(listed)]
        table += [tuple(row.split()) for row in rows.strip().splitlines()]
        for verb, one, several, past, pasts, imperfect, done, going in table:
            single, plural = Form(verb, judges=judges), Form(verb, plural=True, judges=judges)
            finite.update(dict.fromkeys((one, past, imperfect), single))
            finite.update(dict.fromkeys((several, pasts, imperfect + "n"), plural))
            participles[done] = single
            gerunds[going] = single
    exclaims = Form("quejarse", reflexive=True)
    finite.update(dict.fromkeys(words("queja quejó quejaba"), exclaims))
    finite.update(dict.fromkeys(words("quejaron quejaban quejan"), Form("quejarse", plural=True, reflexive=True)))
    return Verbs(
        finite=finite,
        participles=participles,
        gerunds=gerunds,
        split={},
        auxiliaries=words("ha han había habían"),
        reflexive_auxiliaries=frozenset(),
        between=words("también además ya luego después así"),
        clitics=words("le les me nos lo la los las te"),
        reflexives=words("se"),
        negations=words("no nunca jamás tampoco"),
    )


PEOPLE = People(
    pronouns=genders(f="ella esta", m="él este", p="ellos ellas"),
    determiners=genders(
        f="la una esta esa otra",
        m="el un este ese otro",
        p="los las unos unas sus estos estas varios varias dos tres cuatro algunos algunas otros muchos",
        either="su nuestro nuestra",
    ),
    indefinite=words("un una unos unas varios varias dos tres cuatro algunos algunas otro otra otros muchos"),
    honorifics=genders(f="sra. srta. señora doña dra.", m="sr. señor don dr."),
    female_roles=words(
        "presidenta directora ministra alcaldesa diputada senadora concejala consejera secretaria vicepresidenta "
        "embajadora jefa abogada jueza investigadora profesora maestra médica escritora autora actriz ingeniera "
        "arquitecta agricultora comerciante vecina fundadora coordinadora candidata entrenadora experta doctora "
        "gobernadora fiscala delegada comisaria bióloga socióloga historiadora madre hija hermana viuda reina "
        "bibliotecaria enfermera dueña propietaria gerenta panadera"
    ),
    male_roles=words(
        "presidente director ministro alcalde diputado senador concejal consejero secretario vicepresidente embajador "
        "jefe abogado juez investigador profesor maestro médico escritor autor actor ingeniero arquitecto agricultor "
        "vecino fundador coordinador candidato entrenador experto doctor gobernador fiscal delegado comisario biólogo "
        "sociólogo historiador padre hijo hermano viudo rey papa obispo cardenal bibliotecario enfermero "
        "farero dueño propietario panadero"
    ),
    roles=words(
        "portavoz vocera vocero líder representante responsable economista periodista artista sindicalista activista "
        "testigo miembro capitán coronel general comandante piloto dirigente analista especialista gerente agente "
        "hidróloga hidrólogo titular"
    ),
    offices=words("ministra ministro secretaria secretario consejera consejero comisario"),
    former=words("ex exministro exministra exalcalde exalcaldesa expresidente expresidenta antiguo antigua entonces"),
    groups=words(
        "manifestantes vecinos habitantes diputados senadores sindicatos profesores agricultores opositores "
        "partidarios ecologistas socialistas autoridades bomberos expertos jueces abogados familias padres "
        "trabajadores obreros estudiantes investigadores organizadores oposición mayoría gobierno consejo comisión "
        "jurado colectivo equipo dirección policía"
    ),
    unnamed=words("fuente fuentes testigo testigos allegado allegados hombre mujer persona funcionario funcionaria"),
    bodies=words(
        "ministerio ayuntamiento alcaldía ciudad agencia asociación fundación instituto universidad escuela empresa "
        "compañía grupo banco partido sindicato federación unión liga comité colectivo consejo comisión tribunal "
        "fiscalía policía gobierno parlamento senado congreso asamblea cámara diario periódico semanario radio cadena "
        "centro museo hospital club oficina observatorio región departamento organización ong gabinete dirección "
        "presidencia embajada iglesia diócesis puerto cooperativa"
    ),
    particles=words("de del la las los y van von"),
    female_names=words(
        "maría ana carmen josefa isabel dolores pilar teresa rosa cristina laura lucía elena marta sara paula raquel "
        "beatriz silvia patricia nuria rocío inés clara julia andrea alba irene sofía valentina camila gabriela "
        "verónica alejandra daniela mónica susana eva mercedes concepción"
    ),
    male_names=words(
        "josé antonio manuel francisco juan david javier carlos daniel miguel rafael pedro pablo ángel sergio "
        "fernando jorge luis alberto álvaro diego adrián raúl enrique ramón vicente iván rubén óscar andrés joaquín "
        "santiago eduardo víctor roberto jaime mario ignacio tomás martín mateo"
    ),
    first_person=words("me nos"),
)

PHRASES = Phrases(
    that=words("que"),
    sources=(
        ("según",),
        ("de", "acuerdo", "con"),
        ("a", "juicio", "de"),
        ("en", "palabras", "de"),
        ("a", "decir", "de"),
    ),
    opening_sources=(("para",),),
    behind=frozenset(),
    thus=frozenset(),
    like=words("como según"),
    naming=words("de del"),
    joining=words("a al en para por la el los las"),
    prepositions=words(
        "a al ante bajo con contra desde durante en entre hacia hasta para por según sin sobre tras mediante"
    ),
    stops=words(
        "lunes martes miércoles jueves viernes sábado domingo ayer hoy mañana anoche a al ante bajo con contra desde "
        "durante en entre hacia hasta para por según sin sobre tras cuando mientras aunque como si pero o donde que "
        "quien quienes cual y e ni porque pues muy más menos ya aún también además así luego después antes no nunca "
        "ha han había habían es son era eran fue fueron será está están estaba va van puede debe tiene hace se le les "
        "me nos lo allí aquí poco tan mediante tampoco"
    ),
    adverb_endings=("mente",),
    coordinators=words("y e pero o"),
    relatives=words("que quien quienes cuyo cuya donde"),
    works=words(
        "novela libro película diario periódico semanario revista álbum canción obra serie ensayo programa cuadro "
        "poema titulado titulada llamado llamada título denominado denominada bautizado bautizada operación proyecto "
        "exposición restaurante barco apodado apodada"
    ),
)

SPANISH = Language(
    tag="es",
    verbs=_verbs(),
    people=PEOPLE,
    phrases=PHRASES,
    style=Style({"«": "»", "“": '”"', "‘": "’", "‹": "›", '"': '"'}),
    abbreviations=words("sr sra srta dr dra d dña ud uds núm av ee.uu"),
    drops_subject=True,
    dialogue="dash",
)
