"""What is found by words, of which kind, how it is spread, and that nothing typed breaks it."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from claims.models import Claim, Quotation, SpeakerName
from claims.models.facets import Hits
from claims.models.finding import FINDERS, found
from claims.operations.accept import accept
from claims.operations.merge import merge_claims
from claims.operations.record import create
from claims.operations.reject import reject
from claims.operations.reopen import reopen
from claims.operations.search import Query, highlighted, query, search
from claims.text.queries import plain
from tests import factories

pytestmark = pytest.mark.django_db


def asked(typed: str) -> Query:
    understood = query(typed)
    assert understood is not None
    return understood


def hits(typed: str, **narrowed: str) -> Hits:
    return search(asked=asked(typed), narrowed=narrowed)


def spread(found: Hits, name: str) -> dict[str, int]:
    return next(dict(facet.values) for facet in found.facets if facet.name == name)


@pytest.fixture
def held() -> Claim:
    """A claim of Zoë Brook's from the Gazette, and a rejected quotation in French."""
    zoe = factories.speaker("Zoë Brook")
    create(actor=factories.user(), record=SpeakerName(speaker=zoe, name="The Mayor of Kiel"))
    text = factories.captured(outlet="Gazette", title="Bridge closed", published="2024-05-03")
    claim = accept(actor=factories.user(), quotation=factories.quotation(snapshot=text, speaker=zoe))
    french = factories.captured("« C’est sûr », dit-elle.", language="fr", published="2023-01-02", title="Pont")
    reject(actor=factories.user(), quotation=factories.quotation("C’est sûr", snapshot=french))
    return claim


FOUND = [
    ("safe", ["claim", "quotation"]),
    ("SAFE is", ["claim", "quotation"]),
    ("“is safe”", ["claim", "quotation"]),
    ("“safe is”", []),
    ("safe -it", []),
    ("saf*", ["claim", "quotation"]),
    ("saf", []),
    ("zoe", ["speaker"]),
    ("“mayor of kiel”", ["speaker"]),
    ("bridge", ["source"]),
    ("sur", ["quotation"]),
    ("harbour", []),
]


@pytest.mark.parametrize(("typed", "kinds"), FOUND)
def test_what_is_found(typed: str, kinds: list[str], held: Claim) -> None:
    hit = hits(typed)
    assert sorted(kind for kind, _ in hit.rows) == kinds
    assert (hit.total, hit.is_full) == (len(kinds), False)


@pytest.mark.parametrize(
    ("facet", "counts"),
    [
        ("kind", {"claim": 1, "quotation": 2}),
        ("state", {"accepted": 1, "rejected": 1}),
        ("attribution", {"none": 1}),
        ("accuracy", {"none": 1}),
        ("speaker", {"Zoë Brook": 2}),
        ("outlet", {"Gazette": 1}),
        ("language", {"en": 2, "fr": 1}),
        ("year", {"2023": 1, "2024": 1}),
    ],
)
def test_how_it_is_spread(facet: str, counts: dict[str, int], held: Claim) -> None:
    assert spread(hits("s*"), facet) == counts


@pytest.mark.parametrize(
    ("narrowed", "total"),
    [
        ({"kind": "claim"}, 1),
        ({"outlet": "Gazette"}, 1),
        ({"outlet": "Gazette", "kind": "claim"}, 0),
        ({"speaker": "Zoë Brook"}, 2),
        ({"state": "rejected", "language": "fr", "year": "2023"}, 1),
        ({"colour": "red"}, 3),
        ({"kind": "'; DROP TABLE claims_claim; --"}, 0),
    ],
)
def test_it_is_narrowed_by_facets(narrowed: dict[str, str], total: int, held: Claim) -> None:
    assert hits("s*", **narrowed).total == total


def test_what_was_taken_back_is_not_found_until_it_is_taken_up(held: Claim) -> None:
    quotation, actor = held.quotations.get(), factories.user()
    reopen(actor=actor, quotation=quotation)
    assert hits("safe").rows == (("quotation", quotation.pk),)
    assert hits("safe", kind="claim").total == 0
    accept(actor=actor, quotation=quotation)
    assert set(hits("safe").rows) == {("claim", held.pk), ("quotation", quotation.pk)}


def test_what_is_merged_is_found_as_the_claim_it_went_to(held: Claim) -> None:
    merge_claims(actor=factories.user(), claim=factories.claim("The bridge will open in May"), into=held)
    assert spread(hits("bridge open"), "kind") == {"quotation": 1}


def test_more_than_is_looked_at_is_told(held: Claim, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.models.facets.MOST", 1)
    factories.claim()
    hit = hits("safe")
    assert (hit.is_full, hit.total) == (True, 4)
    assert not hits("zoe").is_full


@pytest.mark.parametrize("typed", ["'", "a'b", "\\", "a\\'b & c", ":*", "<->", "()", "!a", "%s %(x)s", "{}", "🚤", "ﬁ"])
def test_nothing_typed_breaks_it(typed: str) -> None:
    try:
        understood = query(typed)
    except ValidationError:
        return
    assert understood is not None
    assert search(asked=understood, narrowed={}).total == 0
    for model in FINDERS:
        assert found(model, understood.sought).ids == ()


NAMES = [
    *("Zoë Brook", "ÉCOLE n° 5", "O’Neill-Smith", "ﬁnal_draft 3.5", "Straße", "東京 都庁", "x", "田中太郎 Tanaka"),
    *("ガラパゴス", "김철수", "Ян Мост"),
    # Vowels that are signs at a letter, and signs that are left out.
    *("नरेन्द्र मोदी", "हिन्दी। समाचार", "বাংলাদেশ", "தமிழ்நாடு", "ਪੰਜਾਬੀ", "తెలుగు", "മലയാളം", "සිංහල", "ދިވެހި"),
    *("สมชาย ใจดี ๕฿", "หนังสือพิมพ์ไทยรัฐ", "ທ່ານ ພັດທະນາ", "အောင်ဆန်းစုကြည်", "នរោត្តម សីហនុ", "བོད་ལྗོངས", "ꦗꦮ"),
    *("محمَّد أحمد", "שָׁלוֹם כהן", "ܡܠܟܐ", "Й ё", "❤️ a̲b", "२०२४ ٢٠٢٤"),
]


@pytest.mark.parametrize("name", NAMES)
def test_names_are_folded_alike_on_both_sides(name: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT claims_folded(%s)", [name])
        assert cursor.fetchone()[0].split() == plain(name)


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("田中", ["speaker"]),
        ("太郎", ["speaker"]),
        ("中田", []),
        ("田郎", []),
        ("東京", ["source"]),
        ("新聞", ["source"]),
        ("東京 -新聞", []),
        ("สมชาย", ["speaker"]),
        ("ใจ", ["speaker"]),
        ("ใจด", []),  # another syllable than “ดี”
        ("ไทยรัฐ", ["source"]),
        ("พิมพ์ไทย", ["source"]),
    ],
)
def test_names_without_spaces_are_found_by_their_parts(typed: str, kinds: list[str]) -> None:
    factories.speaker("田中太郎")
    factories.speaker("สมชาย ใจดี")
    factories.source(title="東京新聞")
    factories.source(title="หนังสือพิมพ์ไทยรัฐ")
    assert sorted(kind for kind, _ in hits(typed).rows) == kinds


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("नरेन्द्र मोदी", "मोदी"),
        ("नरेन्द्र मोदी", "नरेन्द्र"),
        ("বাংলাদেশ ব্যাংক", "বাংলাদেশ"),
        ("தமிழ்நாடு", "தமிழ்*"),
        ("အောင်ဆန်းစုကြည်", "ဆန်းစု"),
        ("នរោត្តម សីហនុ", "សីហនុ"),
        ("محمَّد أحمد", "محمد احمد"),
        ("محمد أحمد", "أحمد"),
        ("שָׁלוֹם כהן", "שלום"),
    ],
)
def test_names_are_found_in_scripts_whose_vowels_are_signs(name: str, typed: str) -> None:
    factories.speaker(name)
    factories.speaker("नर्मदा ตลาด")
    assert [kind for kind, _ in hits(typed).rows] == ["speaker"]


def test_a_wording_without_end_can_be_indexed() -> None:
    long = " ".join(f"word{number}" for number in range(120_000))
    quoted = factories.quotation(long, snapshot=factories.captured(f"“{long}” she said."))
    assert hits("word7").rows == (("quotation", quoted.pk),)


def test_a_record_is_found_once_however_many_ways_lead_to_it(held: Claim) -> None:
    quoted = Quotation.objects.filter(claim=held).get()
    create(actor=factories.user(), record=SpeakerName(speaker=quoted.speaker, name="Safe Zoë"))
    assert found(Quotation, asked("safe").sought).ids == (quoted.pk,)
    assert found(Quotation, asked("s*").sought, most=1).is_more


def test_a_contraction_is_found_as_what_it_is_short_for() -> None:
    text = "No, we can’t close it"
    quoted = factories.quotation(text, snapshot=factories.captured(f"“{text},” she said."))
    for typed in ("cannot", "“can not close”", "can't", "“we can't”", "not"):
        assert hits(typed).rows == (("quotation", quoted.pk),)
    pieces = highlighted(text, asked("cannot").terms)
    assert [piece.text for piece in pieces if piece.is_found] == ["can’t"]


def test_a_long_wording_is_shown_around_what_was_found() -> None:
    text = "at first " * 60 + "the bridge " + "and then " * 60
    pieces = highlighted(text, asked("bridge").terms)
    assert [piece.text for piece in pieces if piece.is_found] == ["bridge"]
    assert pieces[0].text == "…"
    assert pieces[-1].text.endswith("…")
    assert sum(len(piece.text) for piece in pieces) < 320
