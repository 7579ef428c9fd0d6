"""A published claim as schema.org ClaimReview, one review for each question that was answered."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from claims.formats.publications import quoted
from claims.models import scales

# Readers of this data know scales from 1 to 5.
WORST, BEST = 1, 5
# The dates that schema.org knows. Of EDTF, which the record has, it knows no more: no seasons (2024-21), no intervals.
ISO_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?")


def reviews(
    document: dict[str, Any], *, address: str, publisher: str, home: str, first: Mapping[str, date], last: date
) -> dict[str, Any]:
    """The reviews of a claim as one JSON-LD graph.

    `document` is what readers see (formats/publications.py) at `address`; `first` are the days when an answer to each
    question was published the first time, and `last` that of the last correction. `publisher` is the newsroom and
    `home` the page of all its claims.
    """
    author = {"@type": "Organization", "name": publisher, "url": home}
    return {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "ClaimReview",
                "@id": f"{address}#{verdict['question']}",
                "url": f"{address}#{verdict['question']}",
                "datePublished": first[verdict["question"]].isoformat(),
                "dateModified": last.isoformat(),
                "author": author,
                "claimReviewed": _reviewed(document, verdict["question"]),
                "itemReviewed": _claim(document, verdict["question"]),
                "reviewRating": _rating(verdict),
                "reviewBody": verdict["rationale"],
            }
            for verdict in document["verdicts"]
        ],
    }


def _reviewed(document: dict[str, Any], question: str) -> str:
    """What was checked: that somebody said the words, or that they are so."""
    if question == "accuracy":
        return str(document["words"])
    who = document["speaker"]["name"] if document["speaker"] else "Somebody"
    return f"{who} said: {quoted(document)}"


def _claim(document: dict[str, Any], question: str) -> dict[str, Any]:
    """The claim under review.

    That somebody said the words is claimed by those who quote them. The words themselves are the speaker's, unless
    the verdict on who said them is that the speaker did not: nobody's name is put beside them then.
    """
    claim: dict[str, Any] = {"@type": "Claim", "text": _reviewed(document, question)}
    if question == "accuracy":
        claim["inLanguage"] = document["language"]
        if document["speaker"] and not _is_denied(document):
            claim["author"] = _speaker(document["speaker"])
    if document["earliest"]:
        claim["firstAppearance"] = _work(document["earliest"][0])
    if document["appearances"]:
        claim["appearance"] = [_work(one) for one in document["appearances"]]
    return claim


def _is_denied(document: dict[str, Any]) -> bool:
    """Whether the published answer is that the speaker did not say it."""
    said = (v["rating"]["value"] for v in document["verdicts"] if v["question"] == "attribution")
    return any(scales.tone(value) == "bad" for value in said)


def _speaker(speaker: dict[str, str]) -> dict[str, str]:
    kind = "Person" if speaker["kind"] in ("person", "anonymous") else "Organization"
    known = {"sameAs": f"https://www.wikidata.org/entity/{speaker['wikidata']}"} if speaker["wikidata"] else {}
    return {"@type": kind, "name": speaker["name"], **known}


def _work(appearance: dict[str, str]) -> dict[str, str]:
    day = appearance["published"] if ISO_DATE.fullmatch(appearance["published"]) else ""
    named = {"url": appearance["url"], "name": appearance["title"], "datePublished": day}
    return {"@type": "CreativeWork", **{name: value for name, value in named.items() if value}}


def _rating(verdict: dict[str, Any]) -> dict[str, Any]:
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": verdict["rating"]["label"]}
    if verdict["rating"]["value"] is not None:
        value = round(WORST + verdict["rating"]["value"] * (BEST - WORST), 2)
        rating |= {"ratingValue": value, "bestRating": BEST, "worstRating": WORST}
    return rating
