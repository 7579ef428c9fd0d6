"""Pairs of wordings with other verbs and adverbs that say how certain something is, or how binding.

A row is two wordings and what is raised between them, whichever of the two is the earlier.
"""

from __future__ import annotations

from tests.text.altered import MODALITY, NEGATION

DEGREES = [
    ("The bank had better act.", "The bank should act.", None),
    ("We'd better raise rates.", "We should raise rates.", None),
    ("We'd better act.", "We had better act.", None),
    ("We'd better act.", "We will act.", MODALITY),
    ("We'd better act.", "We could act.", MODALITY),
    ("We'd better not act.", "We'd better act.", NEGATION),
    ("We had better results.", "We have better results.", None),
    ("It is about to rain.", "It will rain.", None),
    ("It is set to rain.", "It will rain.", None),
    ("It is bound to rain.", "It will rain.", None),
    ("The talk is about the town.", "The talk was about the town.", None),
    ("Are we able to win?", "Can we win?", None),
    ("Are we going to win?", "Will we win?", None),
    ("Are we going to win?", "Can we win?", MODALITY),
    ("They try not to lie.", "They try to lie.", NEGATION),
    ("It appears not to work.", "It does not appear to work.", None),
    ("It appears not to work.", "It appears to work.", NEGATION),
    ("It will almost certainly rain.", "It will certainly rain.", MODALITY),
    ("It will almost certainly rain.", "It will rain.", MODALITY),
    ("You gotta go.", "You've got to go.", None),
    ("You've gotta go.", "You must go.", None),
    ("They are expected to win.", "They win.", MODALITY),
    ("They are expected to win.", "They will win.", MODALITY),
    ("I hope it is safe.", "I know it is safe.", MODALITY),
    ("I hope it is safe.", "I think it is safe.", MODALITY),
    ("I hope for the best.", "I look for the best.", None),
    ("I doubt it is safe.", "I think it is safe.", NEGATION),
    ("I doubt it is safe.", "I do not doubt it is safe.", NEGATION),
    ("They cast doubt on the plan.", "They attacked the plan.", None),
    ("The bank need not act.", "The bank must not act.", MODALITY),
    ("The bank need not act.", "The bank doesn't need to act.", None),
    ("The bank may act.", "The bank is obliged to act.", MODALITY),
    ("You must not go.", "You should not go.", MODALITY),
    ("They could've won.", "They should've won.", MODALITY),
    ("They could've won.", "They could have won.", None),
]
