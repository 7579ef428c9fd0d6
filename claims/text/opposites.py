"""Which words turn another one round: by how they are built (“unlikely”, “harmless”), or as a row of a table says."""

from __future__ import annotations

from functools import lru_cache

from claims.text.words import words

# “not” against “un-”: a word with one of these before it denies the word without, of so many letters at least.
DENYING = dict.fromkeys(("un", "in", "im", "ir", "il", "dis", "non", "mis"), 4) | {"anti": 3}
ENDINGS = ("s", "d", "ed", "es")
DENYING_LETTERS = frozenset(prefix[0] for prefix in DENYING)
# Words that only look so.
NOT_DENIED = words(
    "inform inside intake increase impress import discover distress display discharge discount dispatch invaluable "
    "intent instance indeed input into until under unless union unit insure inflame infamous impart imposing "
    "imprint illumined mistake mistakes mistaken mistook missing mister missed misses"
)
# Words, and those that they are the contrary of. One way is enough: what is counted is which of two wordings has more
# of the first. Nouns and verbs that mean several things (“right”, “leave”) are left out.
ROWS = (
    ("lower smaller shorter", "higher bigger larger greater longer taller"),
    ("low small", "high big large great"),
    ("worse worst", "better best"),
    ("weaker slower poorer cheaper younger", "stronger faster richer dearer older"),
    ("weak poor", "strong rich"),
    ("hard harder difficult", "easy easier"),
    ("wrong wrongly incorrect", "right rightly correct"),
    (
        "fall falls fell falling fallen drop drops dropped dropping decline declines declined declining plunge plunges "
        "plunged plunging slump slumps slumped slumping plummet plummeted plummeting tumble tumbled tumbling",
        "rise rises rose rising risen climb climbs climbed climbing surge surges surged surging soar soars soared "
        "soaring jump jumps jumped jumping increase increases increased increasing",
    ),
    (
        "decrease decreases decreased decreasing reduce reduces reduced reducing",
        "increase increases increased increasing rise rises rose rising raise raises raised raising",
    ),
    (
        "lower lowers lowered lowering cut cuts cutting",
        "raise raises raised raising increase increases increased increasing",
    ),
    ("down", "up"),
    ("downward downwards", "upward upwards"),
    ("slow slows slowed slowing", "accelerate accelerates accelerated accelerating"),
    ("weaken weakens weakened weakening", "strengthen strengthens strengthened strengthening"),
    ("worsen worsens worsened worsening", "improve improves improved improving"),
    ("minimum", "maximum"),
    (
        "shrink shrinks shrank shrunk shrinking",
        "grow grows grew grown growing expand expands expanded expanding",
    ),
    ("ease eases eased easing loosen loosens loosened", "tighten tightens tightened tightening"),
    (
        "stop stops stopped stopping end ends ended ending cease ceases ceased ceasing halt halts halted halting",
        "start starts started starting begin begins began begun beginning continue continues continued continuing keep "
        "keeps kept keeping",
    ),
    ("close closes closed closing shut shuts shutting", "open opens opened opening reopen reopens reopened reopening"),
    ("remove removes removed removing", "add adds added adding"),
    ("sell sells sold selling", "buy buys bought buying"),
    ("leave leaves leaving", "stay stays staying remain remains remaining join joins joining"),
    ("after", "before"),
    ("against", "for"),  # “voted against”
    ("oppose opposes opposed opposing opposition", "support supports supported supporting back backs backed backing"),
    (
        "reject rejects rejected rejecting refuse refuses refused refusing",
        "accept accepts accepted accepting approve approves approved approving",
    ),
    ("exclude excludes excluded excluding", "include includes included including"),
    ("overturn overturns overturned overturning", "uphold upholds upheld upholding"),
    (
        "fail fails failed failing failure failures",
        "succeed succeeds succeeded succeeding success successes pass passes passed passing",
    ),
    ("retreat retreats retreated retreating", "advance advances advanced advancing"),
    ("acquitted cleared", "convicted guilty"),
    ("deny denies denied denying", "admit admits admitted admitting confirm confirms confirmed confirming"),
    ("deny denies denied denying", "say says said saying claim claims claimed claiming"),
    ("lose loses lost losing", "win wins won winning gain gains gained gaining"),
    ("loss losses", "profit profits gain gains win wins"),
    ("defeat defeats", "victory victories"),
    ("loser losers", "winner winners"),
    ("weakness weaknesses", "strength strengths"),
    ("deficit deficits", "surplus surpluses"),
    ("enemy enemies foe foes", "friend friends ally allies"),
    ("war", "peace"),
    ("hate hates hated hating", "love loves loved loving like likes liked"),
    (
        "condemn condemns condemned condemning criticise criticises criticised criticize criticizes criticized",
        "praise praises praised praising welcome welcomes welcomed welcoming",
    ),
    ("bad", "good great"),
    ("pessimistic", "optimistic"),
    ("lack lacks lacked lacking", "have has had having"),
    (
        "ban bans banned banning forbid forbids forbade forbidden",
        "allow allows allowed allowing permit permits permitted",
    ),
    ("jail jails jailed arrest arrests arrested detain detains detained", "free freed release releases released"),
    ("false", "true"),
    ("innocent", "guilty"),
    ("dead", "alive"),
    ("empty", "full"),
    ("revoke revokes revoked revoking", "grant grants granted granting issue issues issued issuing"),
    ("lift lifts lifted lifting", "impose imposes imposed imposing"),
    ("minor", "major"),
    ("temporary temporarily", "permanent permanently"),
    ("optional voluntary", "mandatory compulsory obligatory"),
    ("cold colder", "hot hotter warm warmer"),
    ("fire fires fired firing dismiss dismisses dismissed sack sacks sacked", "hire hires hired hiring"),
    ("import imports imported importing", "export exports exported exporting"),
    ("dangerous", "safe safer"),
    # French, German and Spanish, without accents.
    ("contre", "pour"),
    ("faux fausse fausses", "vrai vraie vrais vraies"),
    ("pire", "meilleur meilleure"),
    (
        "baisser baisse baissent baissera diminuer diminue diminuent",
        "augmenter augmente augmentent augmentera hausse monter monte montent",
    ),
    ("refuser refuse refusons refusent", "accepter accepte acceptons acceptent"),
    ("gegen", "fur"),
    ("falsch falsche falschen", "richtig richtige richtigen wahr"),
    ("schlecht schlechte schlechter", "gut gute besser"),
    ("sinken sinkt sank gesunken", "steigen steigt stieg gestiegen"),
    ("senken senkt senkte gesenkt", "erhohen erhoht erhohte anheben"),
    ("verlieren verliert verlor verloren", "gewinnen gewinnt gewann gewonnen"),
    ("contra", "favor"),
    ("falso falsa falsos falsas", "cierto cierta verdad verdadero verdadera"),
    ("ilegal ilegales", "legal legales"),
    ("peor", "mejor"),
    ("bajar bajamos bajaremos bajara bajan", "subir subimos subiremos subira suben aumentar"),
    ("rechazar rechazamos rechaza rechazan", "aceptar aceptamos acepta aceptan"),
)
NOTHING: frozenset[str] = frozenset()
CONTRARIES: dict[str, frozenset[str]] = {}
for _turned, _others in ROWS:
    for _word in _turned.split():
        CONTRARIES[_word] = CONTRARIES.get(_word, NOTHING) | words(_others)


def denies(key: str, other: str) -> bool:
    """Whether `key` is the contrary of `other`, by its prefix, its ending or the table."""
    return other in turned_round(key)


def turned_round(key: str) -> frozenset[str]:
    """What a word is the contrary of: “rose” of “fell”, and what it denies by its form."""
    return CONTRARIES.get(key, NOTHING) | denied_by(key)


@lru_cache(maxsize=16_384)
def denied_by(key: str) -> frozenset[str]:
    """What a word denies by its form, should it be a word: “likely” of “unlikely”, “harmful” of “harmless”."""
    found = set()
    if key.endswith("less"):
        found.add(f"{key[:-4]}ful")
    if key[:1] in DENYING_LETTERS and key not in NOT_DENIED:
        for prefix, least in DENYING.items():
            if key.startswith(prefix) and len(key) >= len(prefix) + least:
                denied = key[len(prefix) :]
                # Behind “did not” a verb has no ending: “disagreed” is “did not agree”.
                found |= {denied} | {denied.removesuffix(end) for end in ENDINGS if len(denied) >= least + len(end)}
    return frozenset(found)
