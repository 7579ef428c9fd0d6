"""Pairs of wordings that an editor changed, in brackets or with a mark; and long ones with a word or two changed.

A row is two wordings and what is raised between them, whichever of the two is the earlier.
"""

from __future__ import annotations

from tests.text.altered import MODALITY, NEGATION, NUMBER

# In brackets.
BRACKETED = [
    ("They lost.", "[The two sides] lost.", None),
    ("It was then that he left.", "It was [in 1998] that he left.", None),
    ("He left last year.", "He left last year [in 1998].", None),
    ("I was there that day.", "I was there that day [12 May 2011].", None),
    ("We met them there.", "We met [the three ministers] there.", None),
    ("It rose that month.", "It rose [in June].", None),
    ("It rose in May.", "It rose in [June].", NUMBER),
    ("It cost 5 million.", "It cost [more than] 5 million.", NUMBER),
    ("She said it would not pass.", "She said [the law] would not pass.", None),
    ("We don't know.", "[They] don't know.", None),
    ("I wouldn't do it.", "[He] wouldn't do [the deal].", None),
    ("I can't do it.", "[She cannot] do it.", None),
    ("I can do it.", "[She will] do it.", MODALITY),
    ("I can do it.", "[She can] do it.", None),
    ("He's gonna win.", "He's [going to] win.", None),
    ("It is their plan.", "It is [the government's] plan.", None),
    ("It is possible.", "It is [im]possible.", NEGATION),
    ("It is likely.", "It is [un]likely.", NEGATION),
    ("He did what he had to.", "He did what he had to [do].", None),
    ("The act was passed.", "The [Clean Air] Act was passed.", None),
    ("We will win.", "We will [probably] win.", MODALITY),
    ("We will win it.", "We will win [the election].", None),
    ("All of them left.", "All [but two] of them left.", NUMBER),
    ("It was 30C.", "It was 30C [86F].", None),
    ("It is 5 miles away.", "It is 5 miles [8km] away.", None),
    ("It cost £5m.", "It cost £5m [$6.3m].", None),
    ("It cost £5m.", "It cost £5m ($6.3m).", None),
    ("It is 5 miles away.", "It is 5 miles (8 km) away.", None),
]

# A contraction behind a bracket.
CONTRACTED = [
    ("I’ll resign.", "[He]’ll resign.", None),
    ("They'll resign.", "[Ann Roe]'ll resign.", None),
    ("They'll resign.", "[Ann Roe] may resign.", MODALITY),
    ("I’ve got to ask.", "[He]’s got to ask.", None),
    ("I don't know.", "[He] do[es]n't know.", None),
    ("Their plan is good.", "[Ann Roe]'s plan is good.", None),
]

# With a mark.
ELIDED = [
    ("I am not, and never have been, a member.", "I am … a member.", NEGATION),
    ("The plan, which costs $5 million, is dead.", "The plan … is dead.", None),
    ("Of the 30 who came, all left.", "… all left.", None),
    ("We can no longer wait.", "We can … wait.", NEGATION),
    ("It is not just wrong, it is illegal.", "It is … illegal.", NEGATION),
    ("It's wrong, and it's not what we voted for.", "It's wrong …", None),
    ("They did nothing wrong.", "They did … wrong.", NEGATION),
    ("None of the money was stolen.", "… the money was stolen.", NEGATION),
    ("Unless we act now, it will fail.", "… it will fail.", MODALITY),
    ("Many people say that, but it is true.", "… it is true.", None),
    ("I do not think that the deal is dead.", "I … think that the deal is dead.", NEGATION),
    ("If you ask me, and you did, we will win.", "If you ask me … we will win.", None),
    ("Nobody who was there believed him.", "… who was there believed him.", NEGATION),
    ("We won, we won big, and we will win again.", "We won … and we will win again.", None),
]

# What a mark stood for says no more than the mark did.
FILLED = [
    ("They take the cut, but for some, the losses are larger.", "They take the cut … the losses are larger.", None),
    ("They will … leave.", "They will probably leave.", None),
    ("They will … leave.", "They will not leave.", NEGATION),
]

# In long sentences.
LONG = [
    (
        "The president told reporters on Tuesday that the United States would not withdraw its troops from the region.",
        "The president told reporters on Tuesday that the United States would withdraw its troops from the region.",
        NEGATION,
    ),
    (
        "The president told reporters on Tuesday that the United States would withdraw 2,500 troops from the region.",
        "The president told reporters on Tuesday that the United States would withdraw 25,000 troops from the region.",
        NUMBER,
    ),
    (
        "The president told reporters on Tuesday that the United States would withdraw its troops from the region.",
        "The president told reporters on Tuesday that the United States might withdraw its troops from the region.",
        MODALITY,
    ),
    (
        "The president told reporters on Tuesday that the United States would withdraw its troops.",
        "The president told reporters on Wednesday that the United States would withdraw its troops.",
        NUMBER,
    ),
    (
        "The president told reporters on Tuesday that the United States would withdraw its troops.",
        "The president told reporters Tuesday that the US would withdraw its troops.",
        None,
    ),
    (
        "We have been working on this for a very long time, and we are very proud of it.",
        "We have worked on this for a very long time and we're very proud of it.",
        None,
    ),
    ("I have said it before and I'll say it again.", "I've said it before, and I will say it again.", None),
    ("No, we can't.", "Yes, we can.", NEGATION),
]

EDITED = [*BRACKETED, *CONTRACTED, *ELIDED, *FILLED, *LONG]
