"""Claims as review files, edited as an editor would: some words of the file replaced by others."""

from claims.formats.claim_files import data_of, text_of
from claims.formats.claim_shapes import claim_file
from claims.formats.versions import sha256_of, written
from claims.models import Claim
from claims.models.reviews import for_review
from claims.operations.review import Edited


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
