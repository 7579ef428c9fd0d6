"""A web page as its reader sees it: quotation marks where the browser sets them, and nothing that is not shown."""

import re
from typing import Any

UNSEEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.I)
# Around words, and around words within those.
MARKS = (("“", "”"), ("‘", "’"))
# Some pages set marks of their own and turn the browser's off.
OWN = ("“„«‘‚‹\"'", "”“»’‘›\"'")


def as_shown(tree: Any) -> None:
    """Change the tree, so that its text is what is read."""
    unseen = tree.xpath("//*[self::noscript or self::template or @hidden]")
    unseen += [one for one in tree.xpath("//*[@style]") if UNSEEN.search(one.get("style"))]
    for one in unseen:
        # A page that hides all of itself does so until it has loaded.
        if one is not tree and one.tag not in ("html", "body") and one.getparent() is not None:
            one.drop_tree()
    quoted = [(one, sum(1 for _ in one.iterancestors("q"))) for one in tree.xpath("//q") if one is not tree]
    for one, depth in quoted:
        _mark(one, *MARKS[depth % 2])


def _mark(quoted: Any, before: str, after: str) -> None:
    """Put marks around the words of a <q> in its stead."""
    words = quoted.text_content().strip()
    own = words[:1] in OWN[0] and words[-1:] in OWN[1]
    if not own and not quoted.xpath(".//p | .//div"):  # a <q> that nobody closed goes on to the end of the page
        quoted.text = before + (quoted.text or "")
        if len(quoted):
            quoted[-1].tail = (quoted[-1].tail or "") + after
        else:
            quoted.text += after
    quoted.drop_tag()
