"""The words that say how certain something is, or how binding: a row a degree, a language and its words.

A change of person or tense is none of degree, so all forms of a verb are one row, but for its conditional. Left out
are the infinitives that are nouns as well (“le pouvoir”, “el poder”, “el deber”) and forms that are English words or
another word of the language: “puis”, “put” and “dut” of French.
"""

from __future__ import annotations

from claims.text.sense import Near, Row
from claims.text.words import PERSONAL, words

# Behind “si” these open a clause: it is “if”, and not the “so” of “si grand” or the “SI” of units.
BEHIND_SI = words("je tu il elle on nous vous ils elles le la les l'on un une des ce cela ca c'est mon ma notre votre")
AFTER_SI = words("el los las nos no se lo hay yo ellos su usted una y me te al")  # Spanish, whose verb stands between
# German “falls”, which in English is a plural and a verb.
BEHIND_FALLS = words("es er sie wir ich ihr das der man ein eine dies sich nicht keine")

# German “mag” says what may be before these, at the end of its clause; elsewhere what somebody likes.
MAY_BE = Near(behind=words("sein haben stimmen zutreffen scheinen werden"), reach=5)
OPINION = Near(before=PERSONAL, unless=words("about of in for"))
# What somebody is weighing is not yet decided: “We are considering closing it.”
UNDER_WAY = Near(before=words("am is are was were be been not still"))
# What is assumed, and not what somebody takes on: “assuming office”. And “pending approval”, but no “pending case”.
ASSUMED = words("that he she they it we i you there this nothing everything everyone nobody no all")
AWAITED = words("approval review further final a an the our its")

# Verbs.
MODAL_ROWS = (
    Row("will", "en", "will shall shalt"),
    Row("would", "en", "would"),
    Row("can", "en", "can"),
    Row("could", "en", "could"),
    Row("may", "en", "may"),
    Row("might", "en", "might"),
    Row("must", "en", "must"),
    Row("should", "en", "should"),
    # Somebody’s opinion, where it is said whose: “I think” for “I know”, but not “I think of you”.
    Row("think", "en", "think thinks thought believe believes believed guess suppose", OPINION),
    # können, dürfen, müssen, sollen: “sollte” is a past as often as a conditional, and one row with “soll”.
    Row("can", "de", "kann kannst können könnt konnte konntest konnten konntet gekonnt"),
    Row("can", "de", "mag mögen", MAY_BE),
    Row("could", "de", "könnte könntest könnten könntet"),
    Row("may", "de", "darf darfst dürfen dürft durfte durftest durften durftet gedurft"),
    Row("probably", "de", "dürfte dürftest dürften dürftet"),
    Row("must", "de", "muss musst müssen müsst musste musstest mussten musstet gemusst"),
    Row("would have to", "de", "müsste müsstest müssten müsstet"),
    Row("should", "de", "soll sollst sollen sollt sollte solltest sollten solltet gesollt"),
    # wollen: “will” is in the English row, so its other forms go there too.
    Row("will", "de", "willst wollen wollt wollte wolltest wollten wolltet gewollt"),
    Row("want to", "de", "möchte möchtest möchten möchtet"),
    # The conditional, which news uses for what it does not vouch for.
    Row("would", "de", "würde würdest würden würdet hätte hättest hätten hättet wäre wärst wären wäret"),
    # pouvoir, devoir and falloir, vouloir.
    Row("can", "fr", "peux peut pouvons pouvez peuvent pouvais pouvait pouvions pouviez pouvaient"),
    Row("can", "fr", "pourrai pourras pourra pourrons pourrez pourront puisse puisses puissions puissiez puissent"),
    Row("could", "fr", "pourrais pourrait pourrions pourriez pourraient"),
    Row("must", "fr", "dois doit devons devez doivent devais devait devions deviez devaient dû"),
    Row("must", "fr", "devrai devras devra devrons devrez devront doive doives faut fallait faudra fallu"),
    Row("should", "fr", "devrais devrait devrions devriez devraient faudrait"),
    Row("want to", "fr", "veux veut voulons voulez veulent voulais voulait voulions vouliez voulaient"),
    Row("want to", "fr", "voudrai voudra voudront voudrais voudrait voudrions voudriez voudraient"),
    Row("would", "fr", "serais serait serions seriez seraient aurais aurait aurions auriez auraient"),
    # poder, deber (“tener que” and “haber que” are phrases), querer.
    Row("can", "es", "puedo puedes puede podemos podéis pueden podía podías podíamos podían podré podrás podrá"),
    Row("can", "es", "podremos podréis podrán pude pudiste pudo pudimos pudieron pueda puedas podamos puedan podido"),
    Row("could", "es", "podría podrías podríamos podríais podrían pudiera pudieras pudiéramos pudieran"),
    Row("must", "es", "debo debes debe debemos debéis deben debía debías debíamos debían deberé deberás deberá"),
    Row("must", "es", "deberemos deberéis deberán debió debieron deba debas debamos deban"),
    Row("should", "es", "debería deberías deberíamos deberíais deberían debiera debieran"),
    Row("want to", "es", "quiero quieres quiere queremos queréis quieren quería querías queríamos querían quiso"),
    Row("want to", "es", "querrá quisieron quiera quieran quisiera quisieran quisiéramos"),
    Row("would", "es", "habría habrías habríamos habrían sería serías seríamos serían"),
    Row("would", "es", "estaría estarían tendría tendrían"),
)
# The future and the passive of German: “wird geschlossen” is much the same as “ist geschlossen”.
LOOSE_MODAL_ROWS = (
    Row("werden", "de", "werde wirst wird werden werdet wurde wurdest wurden wurdet worden"),
    # Adjectives and nouns of how sure something is: “possible” for “certain”; alone they are other words as well.
    Row("perhaps", "en", "possible possibility chance"),
    Row("certainly", "en", "certain certainty sure clear"),
    # How far what is known goes.
    Row("suggest", "en", "suggest suggests suggested suggesting indicate indicates indicated indicating"),
    Row("prove", "en", "prove proves proved proven proving show shows showed shown showing confirm confirms confirmed"),
)

# Adverbs, adjectives and conjunctions: left out, even at the start or the end, they leave it more certain.
HEDGE_ROWS = (
    Row("perhaps", "en", "perhaps maybe possibly potentially"),
    Row("perhaps", "de", "vielleicht möglicherweise eventuell"),
    Row("perhaps", "fr", "possiblement éventuellement"),
    Row("perhaps", "es", "quizás quizá posiblemente acaso"),
    Row("probably", "en", "probably likely unlikely presumably"),
    Row("probably", "de", "wahrscheinlich vermutlich voraussichtlich"),
    Row("probably", "fr", "probablement vraisemblablement"),
    Row("probably", "es", "probablemente seguramente"),
    Row("reportedly", "en", "reportedly allegedly supposedly purportedly alleged suspected purported presumed"),
    Row("reportedly", "de", "angeblich angebliche angeblichen angeblicher mutmaßlich mutmaßliche mutmaßlichen"),
    Row("reportedly", "de", "mutmaßlicher"),
    Row("reportedly", "fr", "prétendument présumé présumée présumés présumées"),
    Row("reportedly", "es", "presuntamente supuestamente presunto presunta presuntos presuntas"),
    Row("apparently", "en", "apparently seemingly seem seems seemed"),
    Row("apparently", "de", "anscheinend offenbar scheinbar"),
    Row("apparently", "fr", "apparemment semble semblent semblait"),
    Row("apparently", "es", "aparentemente parece parecen parecía"),
    Row("arguably", "en", "arguably"),
    Row("hope", "en", "hope hopes hoped", OPINION),
    Row("fear", "en", "fear fears feared", OPINION),
    Row("consider", "en", "considering weighing mulling", UNDER_WAY),
    Row("certainly", "en", "certainly definitely surely undoubtedly"),
    Row("if", "en", "if provided"),
    Row("if", "en", "assuming supposing", Near(behind=ASSUMED)),
    Row("if", "en", "pending", Near(behind=AWAITED)),
    Row("if", "de", "wenn sofern"),
    Row("if", "de", "falls", Near(behind=BEHIND_FALLS)),
    Row("if", "fr", "si", Near(behind=BEHIND_SI)),
    Row("if", "es", "si", Near(behind=AFTER_SI, reach=2)),
    Row("if", "fr", "s'il s'ils"),
    Row("unless", "en", "unless"),
    Row("whether", "en", "whether"),
    Row("except", "en", "except"),
    Row("except", "de", "außer"),
    Row("except", "fr", "sauf excepté"),
    Row("except", "es", "excepto"),
)
# What a phrase says that is compared as one word (claims/text/set_phrases.py).
MODAL_PHRASES = {
    "able to": "able to",
    "is able to": "able to",
    "was able to": "able to",
    "allowed to": "allowed to",
    "is allowed to": "allowed to",
    "was allowed to": "allowed to",
    "is not allowed to": "not allowed to",
    "was not allowed to": "not allowed to",
    "obliged to": "obliged to",
    "need to": "need to",
}
HEDGE_PHRASES = {
    "had to": "had to",
    "want to": "want to",
    "try to": "try to",
    "hope to": "hope to",
    "plan to": "plan to",
    "peut etre": "perhaps",
    "tal vez": "perhaps",
    "sans doute": "probably",
    "appear to": "apparently",
    "expected to": "expected",
    "said to be": "reportedly",
    "as long as": "if",
    "on condition": "if",
    "in case": "if",
    "subject to": "if",
    "weather permitting": "if",
    "only if": "only if",
    "possible that": "perhaps",
    "impossible that": "perhaps",
}
# What says the same as each of several others, which do not say the same as one another.
SEVERAL = {
    "able to": words("can could"),
    "allowed to": words("may can could"),
    "not allowed to": words("may can could must"),
    "obliged to": words("must") | {"had to"},
}
