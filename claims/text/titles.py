"""Closed classes of words about people and bodies: honorifics, roles, kinds of bodies, places."""

from __future__ import annotations

from claims.text.words import words

MALE_HONORIFICS = words("mr mr. sir lord")
FEMALE_HONORIFICS = words("mrs mrs. ms ms. miss dame lady")
HONORIFICS = MALE_HONORIFICS | FEMALE_HONORIFICS | words("dr dr. prof prof. rev rev. hon hon. messrs messrs.")

# Nouns for what a person is; before or after a name they are a role.
ROLES = words(
    "president vice-president premier chancellor minister secretary undersecretary ambassador envoy senator sen sen. "
    "rep rep. representative congressman congresswoman governor gov gov. mayor councilman councilwoman councillor "
    "councilor alderman commissioner speaker leader whip chairman chairwoman chair chairperson chief director "
    "executive ceo cfo cto founder co-founder owner manager editor publisher columnist reporter correspondent "
    "journalist anchor host author writer novelist poet historian professor lecturer scholar fellow researcher "
    "scientist economist analyst strategist pollster consultant adviser advisor aide counsel attorney lawyer "
    "solicitor barrister judge justice prosecutor sheriff constable detective inspector officer captain colonel "
    "general gen gen. admiral lieutenant lt lt. sergeant sgt. major commander marshal spokesman spokeswoman "
    "spokesperson official bishop archbishop cardinal pope pastor rabbi imam priest king queen prince princess "
    "duke sultan emir sheikh ayatollah doctor nurse physician surgeon teacher principal student coach player actor "
    "actress singer musician artist activist organizer organiser volunteer candidate nominee businessman "
    "businesswoman billionaire investor developer farmer worker resident voter supporter critic expert veteran "
    "lawmaker legislator delegate deputy mp diplomat head treasurer trustee dean rector engineer architect "
    "designer producer filmmaker comedian chef witness defendant plaintiff detainee survivor neighbor neighbour "
    "son daughter wife husband widow brother sister mother father partner president-elect negotiator operative "
    "oncologist psychologist psychiatrist sociologist spokesmen curator librarian archivist pilot baker "
    "ecologist hydrologist geologist biologist chemist physicist warden ranger trader banker foreman "
    "superintendent registrar ombudsman comptroller auditor coroner goalkeeper midfielder striker defender "
    "umpire referee conductor composer choreographer beekeeper sens. reps. master harbourmaster harbormaster"
)
# What a voter or a member is called by their party, before a name: no part of it (“Republican Ann Roe”).
PARTISANS = words("republican democrat libertarian independent conservative socialist liberal tory")
FEMALE_ROLES = words(
    "congresswoman councilwoman chairwoman spokeswoman businesswoman actress queen princess daughter wife widow "
    "sister mother nun"
)
MALE_ROLES = words(
    "congressman councilman alderman chairman spokesman businessman king prince son husband brother father pope"
)
# What a secretary, minister or director can be "of"; the words of a name come after these.
DEPARTMENTS = words(
    "state defense defence treasury labor labour education energy commerce transportation transport agriculture "
    "health interior justice finance security intelligence affairs veterans war trade culture environment industry "
    "development foreign home representatives commons staff police operations communications"
)
# People that no name is given for.
ANONYMOUS_NOUNS = words(
    "official officials source sources aide aides insider insiders witness witnesses diplomat diplomats analyst "
    "analysts expert experts observer observers adviser advisers advisor advisors staffer staffers person people "
    "spokesman spokeswoman spokesperson spokesmen critics critic operative operatives strategist strategists "
    "resident residents neighbor neighbors neighbour neighbours colleague colleagues friend friends lawyer lawyers "
    "attorney attorneys prosecutor prosecutors investigator investigators economist economists scientist scientists "
    "researcher researchers historian historians reporter reporters man woman men women voter voters worker workers "
    "one some others many another few most"
)
# People taken together, with or without a name.
GROUP_NOUNS = words(
    "group coalition caucus republicans democrats conservatives liberals lawmakers senators congressmen legislators "
    "leaders members supporters opponents activists protesters students families union unions campaign team "
    "committee panel board council delegation faction crowd commission jury family community majority minority "
    "allies rivals candidates progressives advocates organizers organisers volunteers teachers nurses farmers "
    "companies executives investors police authorities government administration ministers regulators everyone "
    "everybody nobody americans"
)
# Any of these in a name makes it a body, not a person.
BODY_WORDS = words(
    "corporation corp corp. inc inc. company co. ltd ltd. plc llc group holdings bank fund foundation trust center "
    "centre institute institution university college school academy association society council commission committee "
    "agency authority bureau department ministry office service services union federation alliance coalition league "
    "party congress parliament senate house court tribunal administration government campaign police army navy force "
    "forces guard press post times journal news tribune herald gazette magazine network radio television tv media "
    "broadcasting observatory laboratory museum hospital clinic church project initiative organization "
    "organisation nations club board caucus street review chronicle globe guardian telegraph"
)
# Kinds of bodies that a text names once and then calls by their kind: “the department”, “the institute”.
BODIES = words(
    "company corporation corp corp. inc inc. co. ltd ltd. plc bank foundation trust center centre institute "
    "institution university college academy association society council commission committee agency authority bureau "
    "department ministry federation hospital museum laboratory observatory board network"
)
# What a business is called again, by the legal form in its name.
COMPANY_FORMS = words("company corporation corp corp. inc inc. co. ltd ltd. plc")
COMPANY_NOUNS = words("company firm corporation")
# Words that describe a body without being part of what it is called.
DESCRIBING = words(
    "bipartisan nonpartisan non-partisan influential powerful key leading prominent conservative liberal progressive "
    "local new small large main major independent nonprofit so-called left-leaning right-leaning pro anti embattled"
)
# Capitals and countries: as speakers they stand for a government. (A person's surname is looked up first.)
PLACES = words(
    "afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus "
    "belgium bolivia bosnia botswana brazil britain bulgaria burundi cambodia cameroon canada chad chile china "
    "colombia congo croatia cuba cyprus czechia denmark djibouti ecuador egypt england eritrea estonia ethiopia "
    "europe fiji finland france gabon gambia georgia germany ghana greece guatemala guinea guyana haiti honduras "
    "hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya kosovo "
    "kuwait kyrgyzstan laos latvia lebanon liberia libya lithuania luxembourg madagascar malawi malaysia mali malta "
    "mexico moldova monaco mongolia montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger "
    "nigeria norway oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia "
    "rwanda scotland senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan "
    "tajikistan tanzania thailand togo tunisia turkey turkmenistan uganda ukraine uruguay uzbekistan venezuela "
    "vietnam wales yemen zambia zimbabwe amsterdam ankara athens baghdad bangkok beijing belgrade berlin bern "
    "bratislava brussels bucharest budapest cairo canberra copenhagen damascus dhaka doha dublin hanoi havana "
    "helsinki islamabad jakarta jerusalem kabul kiev kyiv kinshasa lisbon ljubljana london madrid manila minsk "
    "moscow nairobi oslo ottawa paris prague pyongyang riga riyadh rome seoul sofia stockholm taipei tallinn tbilisi "
    "tehran tirana tokyo vienna vilnius warsaw washington yerevan zagreb"
)
# Name runs that are neither people nor speakers in their own right.
NOT_NAMES = words(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday english american americans democrats republicans states united street avenue "
    "road island county city river lake mount north south east west new day war act bill amendment"
)
# Parts of a surname written small.
PARTICLES = words("de da di del della der den van von la le el al bin bint ibn ben dos das du ter ten y af av zu")
# The same, joined to the surname: Omar al-Fadlan.
NAME_PREFIXES = ("al-", "el-", "ad-", "as-", "ar-", "ash-", "d’", "d'")
SUFFIXES = words("jr jr. sr sr. ii iii iv")
# Short forms of roles, for “Sen. Ann Roe” and “the senator” to meet.
ROLE_SHORT = {
    "sen": "senator",
    "sen.": "senator",
    "rep": "representative",
    "rep.": "representative",
    "gov": "governor",
    "gov.": "governor",
    "gen": "general",
    "gen.": "general",
    "lt": "lieutenant",
    "lt.": "lieutenant",
    "sgt": "sergeant",
    "sgt.": "sergeant",
    "col.": "colonel",
    "capt.": "captain",
    "pres.": "president",
    "chairwoman": "chair",
    "chairman": "chair",
    "chairperson": "chair",
}
# A word of rank makes it another office: “the president” is not the vice president.
RANKS = words("vice junior deputy assistant associate acting shadow")
MALE_NAMES = words(
    "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark "
    "donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary "
    "nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond "
    "patrick jack dennis jerry peter henry carl arthur roger keith jeremy terry lawrence sean christian albert joe "
    "bill bob jim mike tom dan steve chris ivan carlos "
    "juan jose luis pedro ahmed mohammed mohamed ali omar hassan pierre jean hans karl klaus luca andrei nils lars "
    "sven erik bjorn olaf oskar anders jens jan pavel piotr tomasz jakub marek milan dmitri sergei vladimir oleg igor "
    "yuri viktor nikolai boris stefan lorenzo marco giovanni paolo diego javier miguel fernando rafael antonio manuel "
    "jorge antoine francois louis henri jacques laurent marcel emmanuel otto fritz wolfgang dieter heinrich tariq "
    "khalid ibrahim mustafa yusuf samir karim hamid rajesh sanjay amit vijay ravi hiroshi kenji takeshi liam noah "
    "oliver ethan lucas owen simon martin philip neil graham colin stuart alan ian hugh malcolm duncan fergus conor "
    "declan edmund walter harold victor ernest ralph leonard theodore theo max leo felix hugo adam aaron "
    "nathan tyler austin derek craig douglas todd wayne roy russell bruce fred ted ned tim jeff greg ken ron don "
    "matt nate alvin vincent marcus desmond conrad tobias rupert cedric gareth rhys emeka kwame chidi"
)
FEMALE_NAMES = words(
    "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret "
    "ashley kimberly emily donna michelle carol amanda melissa deborah stephanie dorothy rebecca sharon laura "
    "cynthia amy kathleen angela shirley brenda emma anna pamela nicole samantha katherine christine helen debra "
    "rachel carolyn janet maria catherine heather diane olivia julie joyce victoria ruth virginia lauren kelly "
    "christina joan evelyn judith andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice ann "
    "elena olga fatima aisha leila ingrid greta claire marie sophie julia kate astrid birgit helga ursula monika "
    "sabine petra hanna katarina ewa agnieszka magdalena natalia irina svetlana tatiana ekaterina ludmila oksana "
    "giulia francesca chiara paola lucia carmen pilar isabel dolores mercedes rosa ines beatriz camille amelie "
    "brigitte sylvie nathalie veronique zainab khadija amina yasmin noor priya anjali sunita lakshmi yuko keiko "
    "sakura mei tove saskia freya sigrid solveig maren liv nora ella mia ava isabella harriet edith winifred agnes "
    "beatrice eleanor esther judy frances alice jane joanna jill gillian fiona moira siobhan aoife niamh bridget "
    "maureen eileen sheila wendy tracy stacey heidi holly molly sally peggy penelope lydia naomi miriam audrey "
    "sylvia vera irene doris lillian marjorie phyllis roberta yvonne annette colette bettina lotte adaeze ngozi ana "
    "eva ida elsa tilda matilda nadia sonia tanya tamara zara layla"
)
# Given names that are words, places or surnames too: they tell no gender, but they open a name.
WORD_NAMES = words(
    "rose grace hope faith joy dawn may june april will bill grant mark frank drew chase pat art gene ray dean carter "
    "hunter rob nick pearl ruby amber ivy iris violet lily daisy heath rich miles sterling kim alex sam chris "
    "jordan taylor morgan robin terry lee jamie casey"
)
# Given names that open the name of a place or a street as often.
PLACE_LIKE = words("virginia victoria madison charlotte florence georgia carolina martha jackson lincoln st st.")
GIVEN_NAMES = (MALE_NAMES | FEMALE_NAMES | WORD_NAMES) - PLACE_LIKE
# Given names that are nothing else, and those that tell a gender.
PLAIN_GIVEN_NAMES = GIVEN_NAMES - WORD_NAMES
ONLY_FEMALE_NAMES = FEMALE_NAMES - MALE_NAMES
ONLY_MALE_NAMES = MALE_NAMES - FEMALE_NAMES
