"""The words that say how many, how often and when, and those that deny: a row a sense, a language and its words.

Left out are words that are English ones too, names, or other words of another language: “allen” and “aller” of German,
“peu” (of “un peu”), “mars” and “tout” of French, “miles” and “mayo” of Spanish. What “more” is in these languages says
nothing that its contrary does not say.
"""

from __future__ import annotations

from claims.text.atom import NUMBER
from claims.text.sense import REACH, Near, Row
from claims.text.words import PERSONAL, words

# What a volume or a way at sea is measured in.
MEASURED = words("mile kilometre metre foot inch yard centimetre")
# Of what there is little; elsewhere it is small: “a little boat”.
LITTLE = words(
    "evidence proof doubt hope chance sign progress support interest point use sense reason choice time money room "
    "appetite difference impact effect trust information help to or if of"
)
# “I doubt that” denies, “her doubts about it” do not.
DOUBTED = Near(before=PERSONAL | {"there"}, reach=3, unless=words("on about over as"))
SPANISH = words("el del lo una y pero muy es que su sus hay se nos para por no")

# “Ne” alone denies these verbs (“je ne peux répondre”), unless a word that denies with it, or “que”, stands behind.
DENIED_BY_NE = words(
    "peux peut pouvons pouvez peuvent pouvais pouvait pouvaient pourrait pourra sais sait savons savez savent savait "
    "saurais saurait ose oses osons osez osent osait osaient cesse cesses cessons cessez cessent cessait cessaient"
)
BESIDE_NE = words("pas jamais rien aucun aucune plus personne guere ni point que nullement nul nulle")

NEGATIVE_ROWS = (
    Row(
        "not",
        "en",
        "not never no nor neither none nobody nothing nowhere without hardly scarcely barely non anti cannot",
    ),
    Row("not", "en", "doubt doubts doubted", DOUBTED),
    Row("not", "de", "nicht nie niemals nichts niemand niemandem niemanden nirgends nirgendwo ohne nein weder kaum"),
    Row("not", "de", "kein keine keinen keinem keiner keines keins keinerlei keineswegs keinesfalls"),
    Row("not", "fr", "pas jamais rien aucun aucune sans ni aucunement nullement"),
    # French says these of more than of nothing: they deny only behind “ne”.
    Row("not", "fr", "plus personne guère", Near(before=words("ne"), reach=REACH)),
    Row("not", "fr", "ne", Near(behind=DENIED_BY_NE, reach=3, lacking=BESIDE_NE)),
    Row("not", "es", "nunca nada nadie ningún ninguno ninguna ningunos ningunas tampoco jamás apenas"),
    # “sin” is an English noun: it is “without” among words that are Spanish only.
    Row("not", "es", "sin", Near(SPANISH, SPANISH, REACH)),
)
NEGATIVE_PHRASES = (
    "no longer",
    "fail to",
    "refuse to",
    "far from",
    "lack of",
    "anything but",
    "yet to",
    "short of",
    "a lie that",
    "wrong to say",
    "nulle part",
    "nul ne",
    "a peine",
)

# A change of one for another, or of one for none, is a changed number.
COUNT_ROWS = (
    Row("", "en", "several some double triple least minus majority minority"),
    Row("", "en", "dozens scores tens hundreds thousands millions billions"),
    Row("all", "en", "all every everything"),
    Row("", "en", "cubic nautical", Near(behind=MEASURED)),
    Row("everyone", "en", "everyone everybody"),
    Row("many", "en", "many much"),
    Row("most", "en", "most mostly mainly largely"),
    Row("partly", "en", "partly partially"),
    Row("less", "en", "less fewer"),
    Row("few", "en", "few"),
    Row("few", "en", "little", Near(behind=LITTLE)),
    Row("always", "en", "always constantly invariably"),
    Row("usually", "en", "usually normally generally"),
    Row("often", "en", "often frequently"),
    Row("sometimes", "en", "sometimes occasionally"),
    Row("rarely", "en", "rarely seldom"),
    Row("", "de", "mehrheit minderheit hälfte drittel hunderte tausende millionen milliarden"),
    Row("all", "de", "alle"),
    Row("most", "de", "meisten"),
    Row("many", "de", "viele vielen"),
    Row("several", "de", "mehrere mehreren"),
    Row("some", "de", "einige einigen manche manchen"),
    Row("few", "de", "wenige wenigen"),
    Row("less", "de", "weniger"),
    Row("always", "de", "immer"),
    Row("often", "de", "oft häufig"),
    Row("sometimes", "de", "manchmal"),
    Row("rarely", "de", "selten"),
    Row("", "fr", "majorité minorité moitié dizaines centaines milliers milliards"),
    Row("all", "fr", "tous toutes"),
    Row("most", "fr", "plupart"),
    Row("many", "fr", "beaucoup"),
    Row("several", "fr", "plusieurs"),
    Row("some", "fr", "certains certaines"),
    Row("less", "fr", "moins"),
    Row("always", "fr", "toujours"),
    Row("often", "fr", "souvent"),
    Row("sometimes", "fr", "parfois"),
    Row("rarely", "fr", "rarement"),
    Row("", "es", "mayoría minoría mitad tercio cientos millones"),
    Row("all", "es", "todos todas"),
    Row("many", "es", "muchos muchas"),
    Row("several", "es", "varios varias"),
    Row("some", "es", "algunos algunas"),
    Row("few", "es", "pocos pocas"),
    Row("less", "es", "menos"),
    Row("always", "es", "siempre"),
    Row("often", "es", "menudo"),
    Row("rarely", "es", "raramente"),
)
COUNT_PHRASES = {
    "a few": "a few",
    "a lot of": "many",
    "every hour": "hourly",
    "every day": "daily",
    "every week": "weekly",
    "every month": "monthly",
    "every year": "yearly",
    "a veces": "sometimes",
}

# The same, where they stand against one another only: alone they are filling or grammar.
LIMITS = words("only solely exclusively")  # but these limit by themselves what the kept words say
LOOSE_COUNT_ROWS = (
    Row("", "en", "more any another once single minimum maximum halved"),
    Row("", "en", "even"),  # against “only”
    Row("all", "en", "each"),
    Row(f"{NUMBER}2", "en", "both"),  # “both cheap and safe” counts nothing
    Row(f"{NUMBER}2 times", "en", "doubled"),
    Row(f"{NUMBER}3 times", "en", "tripled trebled"),
    Row(f"{NUMBER}4 times", "en", "quadrupled"),
    Row("only", "en", "just only merely solely sole exclusively"),
    Row("", "en", "hourly daily weekly monthly quarterly"),
    Row("yearly", "en", "yearly annual annually"),
    Row("all", "fr", "chaque"),
    Row("all", "es", "cada"),
    # When. Of the other languages those that are no English words, as “august” and “november” are.
    Row("", "en", "january february march april june july august september october november december"),
    Row("", "en", "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow"),
    Row("", "en", "early late"),
    Row("", "en", "morning noon afternoon evening midnight spring summer autumn winter"),
    Row("", "de", "januar februar märz juni juli oktober dezember gestern heute"),
    Row("", "de", "montag dienstag mittwoch donnerstag freitag samstag sonntag"),
    Row("", "fr", "janvier février avril juin juillet août septembre octobre décembre hier aujourd'hui demain"),
    Row("", "fr", "lundi mardi mercredi jeudi vendredi samedi dimanche"),
    Row("", "en", "hundred thousand million billion trillion"),
    Row("", "fr", "milliard"),
    # What is counted in other languages, each as the English unit.
    Row("minute", "de", "minuten"),
    Row("hour", "de", "stunde stunden"),
    Row("day", "de", "tag tage tagen"),
    Row("week", "de", "woche wochen"),
    Row("month", "de", "monat monate monaten"),
    Row("year", "de", "jahr jahre jahren"),
    Row("decade", "de", "jahrzehnt jahrzehnte jahrzehnten"),
    Row("century", "de", "jahrhundert jahrhunderte jahrhunderten"),
    Row("hour", "fr", "heure heures"),
    Row("day", "fr", "jour jours journée"),
    Row("week", "fr", "semaine semaines"),
    Row("month", "fr", "mois"),
    Row("year", "fr", "année années ans"),
    Row("year", "fr", "an", Near(before=words("un par"))),
    Row("decade", "fr", "décennie décennies"),
    Row("century", "fr", "siècle siècles"),
    Row("minute", "es", "minuto minutos"),
    Row("hour", "es", "hora horas"),
    Row("day", "es", "día días"),
    Row("week", "es", "semana semanas"),
    Row("month", "es", "meses"),
    Row("month", "es", "mes", Near(before=words("un este cada proximo ultimo"))),
    Row("year", "es", "año años"),
    Row("decade", "es", "década décadas"),
    Row("century", "es", "siglo siglos"),
    # Their ordinals, as the English ones.
    Row(f"{NUMBER}1th", "fr", "premier première premiers premières"),
    Row(f"{NUMBER}2th", "fr", "deuxième deuxièmes seconde"),
    Row(f"{NUMBER}3th", "fr", "troisième troisièmes"),
    Row(f"{NUMBER}4th", "fr", "quatrième"),
    Row(f"{NUMBER}5th", "fr", "cinquième"),
    Row("last", "fr", "dernier dernière derniers dernières"),
    Row(f"{NUMBER}1th", "de", "erste ersten erster erstes erstem"),
    Row(f"{NUMBER}2th", "de", "zweite zweiten zweiter zweites zweitem"),
    Row(f"{NUMBER}3th", "de", "dritte dritten dritter drittes drittem"),
    Row(f"{NUMBER}4th", "de", "vierte vierten vierter viertes"),
    Row(f"{NUMBER}5th", "de", "fünfte fünften fünfter fünftes"),
    Row("last", "de", "letzte letzten letzter letztes"),
    Row(f"{NUMBER}1th", "es", "primer primero primera primeros primeras"),
    Row(f"{NUMBER}2th", "es", "segundo segunda"),
    Row(f"{NUMBER}3th", "es", "tercer tercero tercera"),
    Row(f"{NUMBER}4th", "es", "cuarto cuarta"),
    Row(f"{NUMBER}5th", "es", "quinto quinta"),
    Row("last", "es", "último última últimos últimas"),
    Row(
        "", "es", "enero febrero marzo abril junio julio agosto septiembre octubre noviembre diciembre ayer hoy mañana"
    ),
    Row("", "es", "lunes martes miércoles jueves viernes sábado domingo"),
)
