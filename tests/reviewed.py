"""Claims as review files, edited as an editor would: some words of the file replaced by others."""

from claims.formats.claim_files import data_of, text_of
from claims.formats.claim_shapes import claim_file
from claims.formats.versions import sha256_of, written
from claims.models import Claim
from claims.models.reviews import for_review
from claims.operations.review import Edited

# Parts of the files of the tests' claims, and what an editor puts there.
WORDS = "words: |-\n  It is safe\n"
LANGUAGE, TOPICS = "language: en\n", "topics: [bridges]\n"
QUOTED = "    words: |-\n      It is safe\n"
OPEN = "  replies: []\n"
ANSWERED = "  replies:\n  - text: |-\n      The new one.\n    by: sam\n"
NOTE = "- kind: commenting\n  text: |-\n    Noted.\n  by: sam\n"
NOTE_FIRST = f"notes:\n{NOTE}"
NOTE_WITHIN = "    notes:\n    - kind: commenting\n      text: |-\n        Noted.\n      by: sam\n"
LINK = "links:\n- kind: repeats\n  claim: the-bridge-will-open-in-may\n  note: |-\n    Again.\n  by: sam\n"
DATE = "date:\n  worded: on Thursday\n  edtf: '2024-09-12'\n  basis: relative\n  counted_from: '2024-09-13'\n"
LAST_EVIDENCE = "    capture: 1\n    by: sam\n"
EVIDENCE = """\
  - number: 2
    stance: refutes
    source: gazette/1
    capture: 1
    passage: |-
      The bridge will open in May
    by: sam
"""
JUDGEMENT = """\
  judgements:
  - stage: submitted
    rating: 'false'
    rationale: |-
      It is not.
    evidence: [1]
    by: sam
"""
ON_BOTH = JUDGEMENT.replace("[1]", "[1, 2]")
SUBMITTED = "    evidence: [1]\n    by: sam\n"
APPROVED = "  - stage: approved\n    remark: |-\n      Agreed.\n    by: robin\n"
RETURNED = "  - stage: returned\n    remark: |-\n      Which minutes?\n    by: robin\n"

# What is edited (each the words, and what stands in their place), and what the record then has of the claim.


def exported(claim: Claim) -> str:
    """The file of a claim as it stands."""
    return text_of(data_of(for_review([claim.pk]).get()).data)


def replaced(text: str, *edits: tuple[str, str]) -> str:
    """A text with each of some words, which have to be there, replaced; "" stands for the end of the text."""
    for old, new in edits:
        assert old in text, f"{old!r} is not in\n{text}"
        text = text.replace(old, new, 1) if old else text + new
    return text


def edited(claim: Claim, *edits: tuple[str, str]) -> Edited:
    """The file of a claim, exported now and edited."""
    text, versions = written(data_of(for_review([claim.pk]).get()).data)
    raw = replaced(text, *edits).encode()
    return Edited(claim_file(f"{claim.slug}.yaml", raw), versions, sha256_of(raw))
