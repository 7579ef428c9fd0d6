"""Whether two given names can be one person's: the same, an initial, a short form or a familiar one."""

from __future__ import annotations

from functools import lru_cache

from claims.text.words import words

# Of so few letters they are initials as likely as a name: “J.D.”, “Al”.
INITIALS = 2
# Familiar forms that are not the start of the name: “Bill” for William. One can stand for several.
FAMILIAR = {
    "abigail": words("abby abbie"),
    "alexander": words("sandy xander sasha"),
    "alexandra": words("sandra sasha"),
    "andrew": words("drew"),
    "anthony": words("tony"),
    "antonio": words("tony"),
    "barbara": words("babs"),
    "benjamin": words("benny"),
    "bernard": words("bernie"),
    "caroline": words("carrie"),
    "charles": words("charlie chuck"),
    "christopher": words("kit topher"),
    "christina": words("tina"),
    "daniel": words("danny"),
    "david": words("dave davey"),
    "deborah": words("debbie"),
    "donald": words("donny donnie"),
    "dorothy": words("dottie"),
    "edward": words("eddie ted teddy ned"),
    "eleanor": words("nell ellie nora"),
    "elizabeth": words("liz lizzie beth betsy betty libby bess"),
    "eugene": words("gene"),
    "francis": words("frank"),
    "frederick": words("freddie"),
    "gabriel": words("gabe"),
    "gerald": words("gerry jerry"),
    "geoffrey": words("jeff"),
    "jennifer": words("jenny"),
    "jeffrey": words("geoff"),
    "harold": words("harry hal"),
    "henry": words("harry hank"),
    "jacob": words("jake"),
    "james": words("jim jimmy jamie"),
    "john": words("jack johnny"),
    "jonathan": words("jon"),
    "joseph": words("joe joey"),
    "judith": words("judy"),
    "katherine": words("kate katie kathy kitty"),
    "catherine": words("kate katie cathy"),
    "kathleen": words("kate kathy"),
    "kenneth": words("kenny"),
    "lawrence": words("larry"),
    "laurence": words("larry"),
    "leonard": words("lenny"),
    "margaret": words("maggie meg peggy margie"),
    "martin": words("marty"),
    "mary": words("molly polly"),
    "matthew": words("matt"),
    "michael": words("mike mick mickey"),
    "nathan": words("nate"),
    "nathaniel": words("nate"),
    "nicholas": words("nicky"),
    "oliver": words("ollie"),
    "patricia": words("patty tricia"),
    "patrick": words("paddy"),
    "penelope": words("penny"),
    "reginald": words("reggie"),
    "rebecca": words("becky becca"),
    "richard": words("rick dick ricky richie"),
    "robert": words("bob bobby robbie bert"),
    "ronald": words("ronnie"),
    "rudolph": words("rudy"),
    "samuel": words("sammy"),
    "stephen": words("steve steven"),
    "steven": words("steve stephen"),
    "susan": words("susie"),
    "terence": words("terry"),
    "terrence": words("terry"),
    "theodore": words("ted teddy"),
    "thomas": words("tom tommy"),
    "timothy": words("timmy"),
    "victoria": words("vicky"),
    "vincent": words("vinny"),
    "virginia": words("ginny"),
    "walter": words("wally"),
    "william": words("bill billy willie"),
    "zachary": words("zack"),
}
FORMS = {name: forms | {name} for name, forms in FAMILIAR.items()}


@lru_cache(maxsize=10_000)
def may_be_one(one: str, other: str) -> bool:
    """“A.” and “Ada”, “J.D.” and “James”, “Dan” and “Daniel”, “Bill” and “William”; not “Petra” and “Peter”.

    Both in the form in which words are compared.
    """
    short, long = sorted((one, other), key=len)
    if long.startswith(short) or (len(short) <= INITIALS and short[0] == long[0]):
        return True
    return any(one in forms and other in forms for forms in FORMS.values())
