"""No text that a user or a captured page supplies runs, or is markup, on any page, in a real browser."""

from dataclasses import dataclass, field

import pytest
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, Request
from pytest_django.live_server_helper import LiveServer

from claims.models import Claim
from claims.models.base import Record
from claims.operations.queues import QUEUES
from tests import factories
from tests.browser import hostile

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MODELS = (
    *("anchoring", "annotation", "appearance", "claim", "evidence", "outlet", "publication", "quotation"),
    *("ratingscale", "regrouping", "snapshot", "source", "speaker", "verification", "watch"),
)
# Lists open with what waits: here all their rows.
ALL_ROWS = {"anchoring": "?outcome=all", "appearance": "?standing=all", "quotation": "?state=all"}
REFLECTED = "%22%3E%3Cscript%3Ewindow.ran%3D1%3C/script%3E%3Cimg+src%3Dx+onerror%3Dwindow.ran%3D1%3E"
# The pages of each kind; `{claim}` is the number of the hostile claim, and so on, and `{slug}` its address.
PAGES: dict[str, list[str]] = {
    "lists": [
        *(f"/admin/claims/{model}/{ALL_ROWS.get(model, '')}" for model in MODELS),
        "/admin/claims/claim/?merged=all",
        "/admin/claims/verification/?stage=submitted",
        "/admin/auth/user/",
        "/admin/",
    ],
    "pages": [f"/admin/claims/{model}/{{{model}}}/change/" for model in MODELS],
    "reading": [
        "/admin/claims/snapshot/{snapshot}/desk/",
        "/admin/claims/snapshot/{snapshot}/desk/?q={quotation}",
        "/admin/claims/claim/{claim}/side-by-side/",
        "/admin/claims/claim/{claim}/judge/attribution/",
        "/admin/claims/claim/{claim}/judge/accuracy/",
    ],
    "queues": [
        "/admin/queues/",
        *(f"/admin/queues/{queue.slug}/" for queue in QUEUES),
        *(f"/admin/search/?q={word}" for word in ("script", "onerror", "alert")),
    ],
    "histories": [f"/admin/claims/{model}/{{{model}}}/history/" for model in MODELS],
    "forms": [
        "/admin/claims/snapshot/capture/",
        "/admin/claims/source/add/",
        *(f"/admin/claims/claim/{{claim}}/{verb}/do/" for verb in ("evidence", "link", "unlink")),
        *(f"/admin/claims/claim/{{claim}}/{verb}/do/" for verb in ("merge", "split", "annotate", "correct", "retract")),
        *(f"/admin/claims/quotation/{{quotation}}/{verb}/do/" for verb in ("resolve", "annotate")),
        "/admin/claims/snapshot/{snapshot}/quote/do/",
        "/admin/claims/speaker/{speaker}/delete/",
    ],
    "reflected": [
        *(f"/admin/claims/{model}/?q={REFLECTED}" for model in ("claim", "quotation", "source", "speaker")),
        f"/admin/search/?q={REFLECTED}",
        f"/admin/search/?q=script&{REFLECTED}=1",
        f"/admin/claims/claim/?topic={REFLECTED}",
        f"/admin/claims/claim/?{REFLECTED}=1",
        f"/admin/{REFLECTED}/",
        f"/admin/login/?next={REFLECTED}",
        "/admin/login/?next=javascript:window.ran=1",
        f"/claims/?page={REFLECTED}",
        f"/claims/{REFLECTED}/",
        f"/api/v1/claims/?{REFLECTED}=1",
        f"/api/v1/claims/?words={REFLECTED}",
        f"/api/v1/{REFLECTED}/",
    ],
    "api": [
        *(f"/api/v1/{kind}/" for kind in ("claims", "quotations", "sources", "snapshots", "publications", "evidence")),
        *(f"/api/v1/{kind}/" for kind in ("speakers", "annotations", "verifications", "anchorings", "watches")),
        "/api/v1/claims/{claim}/",
        "/api/v1/claims/{claim}/history/",
        "/api/v1/claims/{claim}/timeline/",
        "/api/v1/publications/{publication}/",
        "/api/v1/snapshots/{snapshot}/",
        "/api/v1/docs/",
        "/admin/claims/claim/lookup/?q=script",
    ],
    "public": [
        "/claims/",
        "/claims/{slug}/",
        "/claims/{slug}/1/",
        "/claims/{retracted_slug}/",
        "/claims/{retracted_slug}/1/",
        "/claims/feed.atom",
        "/claims/feed.json",
    ],
}
# What in a page would run, or has run. Scripts have a source of their own or are data.
FOUND = """() => {
    const found = [];
    const runs = /^[\\s\\u0000-\\u001f]*(j\\s*a\\s*v\\s*a\\s*s\\s*c\\s*r\\s*i\\s*p\\s*t|vbscript|data)\\s*:/i;
    const addresses = ["href", "src", "action", "formaction", "xlink:href", "data", "poster", "background"];
    for (const element of document.querySelectorAll("*")) {
        for (const { name, value } of element.attributes) {
            if (/^on/i.test(name)) found.push(`handler ${name} of ${element.tagName}`);
            if (name === "srcdoc" || (addresses.includes(name) && runs.test(value))) found.push(`${name}=${value}`);
        }
        if (["javascript:", "data:", "vbscript:"].includes(element.protocol)) found.push(`link to ${element.href}`);
    }
    for (const script of document.scripts)
        if (!script.src && !/json/.test(script.type)) found.push(`script ${script.text.slice(0, 80)}`);
    for (const name of ["iframe", "object", "embed", "base", "plaintext", "math", "style", "meta[http-equiv]"])
        for (const element of document.querySelectorAll(name)) found.push(`markup ${element.outerHTML.slice(0, 80)}`);
    if (window.ran) found.push("a script ran");
    return found;
}"""


@dataclass
class Watched:
    """A page of the browser, and what was seen on each address that it was sent to."""

    page: Page
    seen: dict[str, list[str]] = field(default_factory=dict)
    at: str = ""

    def complain(self, what: str) -> None:
        self.seen.setdefault(self.at, []).append(what)

    def told(self, message: ConsoleMessage) -> None:
        # That a page is not there is no fault of it; what the content security policy stopped is.
        if message.type in ("error", "warning") and "the server responded with a status of" not in message.text:
            self.complain(message.text)

    def asked(self, dialog: Dialog) -> None:
        self.complain(f"a dialog: {dialog.message}")
        dialog.dismiss()

    def sent(self, request: Request) -> None:
        if "elsewhere.example" in request.url:
            self.complain(f"a request: {request.url}")

    def open(self, address: str, statuses: range = range(200, 201)) -> None:
        self.at = address
        answer = self.page.goto(address, wait_until="load")
        if answer is None or answer.status not in statuses:
            self.complain(f"status {answer and answer.status}")
        self.look()

    def look(self) -> None:
        for what in self.page.evaluate(FOUND):
            self.complain(what)


@pytest.fixture
def held() -> dict[str, Record]:
    return hostile.records()


def logged_in(context: BrowserContext, server: LiveServer) -> None:
    """As an administrator, whose pages have the most on them."""
    who: User = factories.user("Administrator", "admin", first_name=hostile.TEXTS[0])
    who.is_staff = who.is_superuser = True
    who.save()
    client = Client()
    client.force_login(who)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": server.url}])


@pytest.fixture
def watched(browser: Browser, live_server: LiveServer) -> Watched:
    context = browser.new_context(base_url=live_server.url)
    logged_in(context, live_server)
    watching = Watched(context.new_page())
    watching.page.on("console", watching.told)
    watching.page.on("pageerror", lambda error: watching.complain(f"error: {error}"))
    watching.page.on("dialog", watching.asked)
    watching.page.on("request", watching.sent)
    return watching


def numbers(held: dict[str, Record]) -> dict[str, object]:
    """What the addresses are filled in with."""
    found: dict[str, object] = {name: record.pk for name, record in held.items()}
    slugs = {"slug": held["publication"], "retracted_slug": held["retracted"]}
    return found | {name: Claim.objects.get(publications=record.pk).slug for name, record in slugs.items()}


def test_nothing_runs_on_any_page(held: dict[str, Record], watched: Watched) -> None:
    """All pages of one set of records, which takes longer to make than most pages to look at."""
    filled = numbers(held)
    for kind, addresses in PAGES.items():
        for address in addresses:
            watched.open(address.format(**filled), range(200, 500) if kind == "reflected" else range(200, 201))
    assert watched.seen == {}


@pytest.mark.parametrize("text", [hostile.TEXTS[number] for number in (0, 2, 3, 7, 19, 21, 22, 23, 25, 26)])
def test_what_runs_or_is_markup_would_be_seen(text: str, page: Page) -> None:
    page.set_content(f'<p title="{text}">{text}</p>')
    assert page.evaluate(FOUND) != []


def test_the_texts_are_there_as_text(held: dict[str, Record], watched: Watched) -> None:
    """Not only harmless, but what was written: nothing is cut out or shown as something else."""
    for address in ("/claims/{slug}/", "/admin/claims/claim/{claim}/change/", "/api/v1/claims/{claim}/"):
        watched.open(address.format(**numbers(held)))
        shown = watched.page.locator("body").text_content() or ""
        quoted = shown.replace('\\"', '"') if address.startswith("/api/") else shown
        missing = [text for text in hostile.TEXTS[:9] if text not in quoted]
        assert missing == [], address


def test_a_refused_form_shows_what_was_typed_as_text(held: dict[str, Record], watched: Watched) -> None:
    watched.at = "a refused capture"
    watched.page.goto("/admin/claims/snapshot/capture/")
    for label in ("Paste the text", "Title", "Outlet", "Byline", "Published", "Language"):
        watched.page.get_by_label(label).fill(hostile.TEXTS[3])
    watched.page.get_by_role("button", name="Capture").click()
    watched.look()
    watched.at = "a refused reason"
    watched.page.goto("/admin/claims/claim/{claim}/merge/do/".format(**numbers(held)))
    watched.page.get_by_label("The claim that stays").fill(hostile.TEXTS[3])
    watched.page.get_by_role("button", name="Merge").click()
    watched.look()
    assert watched.page.locator(".errorlist").count() > 0
    assert watched.seen == {}
