"""Texts that try to run, and a record in which they stand wherever a user or a captured page can put a text."""

import itertools
from collections.abc import Iterator

from django.contrib.auth.models import User

from claims.models import (
    Anchoring,
    Appearance,
    Claim,
    Position,
    Quotation,
    Rating,
    RatingScale,
    SpeakerName,
    Utterance,
    Verification,
)
from claims.models.base import Record
from claims.operations.accept import accept
from claims.operations.annotate import annotate
from claims.operations.link import link_claims
from claims.operations.merge import merge_claims
from claims.operations.publish import publish
from claims.operations.quote import quote
from claims.operations.record import create, edit
from claims.operations.reject import reject
from claims.operations.retract import retract
from claims.operations.verify import approve, return_to_checker, submit
from claims.operations.watch import watch
from tests import factories

RUNS = "window.ran=1"
# Those that would swallow what follows come last.
TEXTS = [
    f"<script>{RUNS}</script>",
    f"<ScRiPt src=data:text/javascript,{RUNS}></ScRiPt>",
    f"<img src=x onerror={RUNS}>",
    f'"><svg onload={RUNS}>',
    f"' onmouseover='{RUNS}",
    f'" autofocus onfocus="{RUNS}',
    f"` onfocus=`{RUNS}",
    f'<a href="javascript:{RUNS}">a link</a>',
    f"javascript:{RUNS}//",
    f"JaVaScRiPt&colon;{RUNS}",
    f"java\tscript:{RUNS}",
    f"data:text/html,<script>{RUNS}</script>",
    "vbscript:msgbox(1)",
    f"&lt;script&gt;{RUNS}&lt;/script&gt;",
    f"&#60;script&#62;{RUNS}&#x3c;/script&#x3e;",
    "{{ 7|add:7 }}{% debug %}{% load static %}{# #}",
    "${7*7}#{7*7}<%= 7*7 %>[[7*7]]",
    f"</script><script>{RUNS}</script>",
    f"</title></textarea></option></datalist><script>{RUNS}</script>",
    "</style><style>@import 'https://elsewhere.example/x.css';</style>",
    "<style>* { display: none }</style><link rel=stylesheet href=//elsewhere.example/x.css>",
    f'<iframe srcdoc="<script>parent.{RUNS}</script>"></iframe>',
    f'<object data="javascript:{RUNS}"></object><embed src="data:text/html,<script>{RUNS}</script>">',
    f'<math><mi xlink:href="javascript:{RUNS}">x</mi></math>',
    f'<svg><animate onbegin={RUNS} attributeName=x><use href="data:image/svg+xml,<svg/>"></svg>',
    f'<form action="javascript:{RUNS}"><button formaction="javascript:{RUNS}">Send</button></form>',
    f"<details open ontoggle={RUNS}><video><source onerror={RUNS}></video>",
    "<base href=https://elsewhere.example/><meta http-equiv=refresh content='0;url=https://elsewhere.example/'>",
    f"<script xmlns='http://www.w3.org/1999/xhtml'>{RUNS}</script>]]><x:script>{RUNS}</x:script>",
    "\u202ecod.exe\u2066\u2069\u200b\ufeff\u00ad",
    f"\u2028{RUNS}\u2029",
    "%00 \\0 \\u0000 \\x3cscript\\x3e null undefined NaN",
    "%3Cscript%3Ewindow.ran%3D1%3C/script%3E",
    "W" * 300,
    "<![CDATA[<?xml version='1.0'?><!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;",
    "<plaintext><noscript><template><select>",
    "<!-- --!> <!--",
]
ALL = " ".join(TEXTS)
_next = itertools.cycle(range(len(TEXTS)))


def some(most: int) -> str:
    """As many of the texts as a field of so many characters holds, from another one on at each call."""
    start, found = next(_next), ""
    for text in (*TEXTS[start:], *TEXTS[:start]):
        found = f"{found} {text}".strip() if len(found) + len(text) < most else found
    return found or TEXTS[0]


def address(number: int) -> str:
    """A web address with markup in it: one that does not begin with http is refused by the database."""
    return f"https://gazette.example/{number}?q=\"'><script>{RUNS}</script>&x=javascript:{RUNS}"


def people() -> tuple[User, User]:
    """A checker and an approver with hostile names."""
    names = {"first_name": TEXTS[2], "last_name": TEXTS[0]}
    return factories.user("Checker", "sam", **names), factories.user("Approver", "robin", **names)


def captured_quotation(checker: User, number: int) -> Quotation:
    """A quotation of a page that is hostile from its title to its last word."""
    text = f"{ALL} She said: “It is safe {ALL}” {number}. {ALL}"
    snapshot = factories.captured(
        text,
        identifier=f"{some(300)} {number}",
        actor=checker,
        title=some(480),
        byline=some(280),
        outlet=f"{some(180)} {number}",
        url=address(number),
    )
    start = text.index("It is safe")
    return quote(
        actor=checker,
        snapshot=snapshot,
        passages=[(start, start + len(f"It is safe {ALL}"))],
        kind="direct",
        speaker=factories.speaker(f"{some(280)} {number}", actor=checker),
        cue=some(280),
        addressee=some(280),
        venue=some(280),
        date_text=some(280),
        hops=[{"who": some(280), "verb": some(95), "to_whom": some(280)}, {"who": some(280)}],
    )


def judged(claim: Claim, question: str, checker: User, approver: User, rating: Rating) -> None:
    """A judgement that was returned, and one that was approved, with hostile reasons."""
    text = claim.quotations.get().snapshot
    evidence = factories.evidence(
        claim, question=question, actor=checker, snapshot=text, passage=(0, len(ALL)), note=ALL
    )

    def submitted() -> Verification:
        return submit(actor=checker, claim=claim, question=question, rating=rating, rationale=ALL, evidence=[evidence])

    return_to_checker(actor=approver, verification=submitted(), remark=ALL)
    annotate(actor=checker, target=approve(actor=approver, verification=submitted()), body=ALL)


def scale(question: str) -> Rating:
    """A rating of a hostile scale."""
    who = factories.user("Administrator", "admin")
    ours = create(actor=who, record=RatingScale(slug=f"ours-{question}", name=some(190), question=question))
    rating = Rating(scale=ours, slug="so", label=some(95), description=ALL, position=0, value="0.5")
    return create(actor=who, record=rating)


def notes(checker: User, *targets: Record) -> None:
    for target in targets:
        note = annotate(actor=checker, target=target, body=ALL)  # type: ignore[arg-type]  # of kinds that have notes
        annotate(actor=checker, target=target, body=ALL, motivation="replying", parent=note)  # type: ignore[arg-type]


def records() -> dict[str, Record]:
    """One of everything, hostile in every text; by the name of its model, and `public` for what readers see."""
    checker, approver = people()
    quotations = [captured_quotation(checker, number) for number in range(4)]
    claims = [accept(actor=checker, quotation=one, words=f"{ALL} {one.pk}") for one in quotations[:3]]
    reject(actor=checker, quotation=quotations[3], reason=some(480))
    first, second, third = claims
    for claim in claims:
        edit(actor=checker, record=claim, changes={"venue": some(280), "addressee": some(280), "date_text": some(280)})
    for question in ("attribution", "accuracy"):
        judged(first, question, checker, approver, scale(question))
        judged(second, question, checker, approver, factories.rating(question))
    link_claims(actor=checker, from_claim=first, to_claim=second, kind="contradicts", note=ALL)
    merge_claims(actor=checker, claim=third, into=first, note=some(480))
    notes(checker, first, quotations[0], quotations[0].snapshot)
    public = publish(actor=approver, claim=first, reason=ALL)
    publish(actor=approver, claim=second)
    return {
        **{record._meta.model_name or "": record for record in _around(checker, quotations)},
        "claim": first,
        "quotation": quotations[0],
        "snapshot": quotations[0].snapshot,
        "publication": public,
        "retracted": retract(actor=approver, claim=second, reason=ALL),
        "evidence": first.evidence.first() or first,
        "verification": first.verifications.last() or first,
        "regrouping": third.regroupings_from.get(),
    }


def _around(checker: User, quotations: list[Quotation]) -> Iterator[Record]:
    """What stands beside claims: sources, speakers, findings, proposals, watches."""
    first, other = quotations[0], quotations[1]
    source, speaker = first.snapshot.source, first.speaker
    if speaker is None or source.outlet is None:
        raise ValueError("The quotation has a speaker and an outlet.")
    create(actor=checker, record=SpeakerName(speaker=speaker, name=some(280)))
    create(actor=checker, record=Position(speaker=speaker, title=some(280), organisation=some(280)))
    watched = watch(actor=checker, source=source, every_hours=24).watch
    type(watched).objects.filter(pk=watched.pk).update(failures=1, last_error=ALL)
    factories.captured(f"{ALL} It is unsafe {ALL}", identifier=source.identifier, actor=checker)
    utterance = Utterance.objects.create(earliest=first)
    proposed = Appearance.objects.filter(quotation=other).first() or Appearance.objects.create(
        quotation=other, utterance=utterance, standing="proposed", reason=some(190)
    )
    yield from (source, source.outlet, speaker, watched, proposed)
    yield Anchoring.objects.filter(quotation=first).latest("pk")
    yield RatingScale.objects.exclude(is_default=True).first() or source
    yield annotate(actor=checker, target=first, body=ALL)
