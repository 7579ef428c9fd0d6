"""The scale that each question starts with. A newsroom may add its own and make it the default."""

from django.db import migrations

# slug, label, normalised value, description; best first.
ATTRIBUTION = [
    ("confirmed", "confirmed", "1", "The speaker said these words, in this sense."),
    (
        "out-of-context",
        "out of context",
        "0.6",
        "The words were said, but what surrounded them gives another sense.",
    ),
    ("misquoted", "misquoted", "0.5", "The speaker said something like it; the words were changed."),
    ("misattributed", "misattributed", "0", "The words exist, but somebody else said them."),
    ("fabricated", "fabricated", "0", "Nobody said them before they were put into the speaker's mouth."),
    ("unverified", "unverified", None, "Looked at, and not yet decided."),
    ("unverifiable", "unverifiable", None, "What would decide it does not exist or cannot be had."),
]
ACCURACY = [
    ("true", "true", "1", "What is claimed is so."),
    ("mostly-true", "mostly true", "0.75", "It is so but for a detail that does not change its sense."),
    ("half-true", "half true", "0.5", "Part of it is so, and the part that is not matters."),
    ("mostly-false", "mostly false", "0.25", "It holds a grain of truth and leads to a wrong conclusion."),
    ("false", "false", "0", "What is claimed is not so."),
    ("unproven", "unproven", None, "The evidence at hand decides it neither way."),
]
SCALES = [
    ("attribution", "Attribution", "attribution", ATTRIBUTION),
    ("accuracy", "Accuracy", "accuracy", ACCURACY),
]


def make_scales(apps, schema_editor):
    scale_model, rating_model = apps.get_model("claims", "RatingScale"), apps.get_model("claims", "Rating")
    for slug, name, question, ratings in SCALES:
        scale = scale_model.objects.create(slug=slug, name=name, question=question, is_default=True)
        rating_model.objects.bulk_create(
            rating_model(scale=scale, slug=r, label=label, value=value, description=text, position=n)
            for n, (r, label, value, text) in enumerate(ratings)
        )


class Migration(migrations.Migration):
    dependencies = [("claims", "0001_initial")]

    operations = [migrations.RunPython(make_scales, migrations.RunPython.noop, elidable=False)]
