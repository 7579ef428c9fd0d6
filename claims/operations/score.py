"""Hold what the engine finds against annotated articles. Nothing is stored and no database is asked."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from claims.formats.gold import Annotated
from claims.operations.extract import spoken, statements
from claims.text.scoring import Judgement, Prediction, judge
from claims.text.statements import Statement
from claims.text.tallies import Calibration, Held, Rates, Score
from claims.text.tallies import calibration as calibration_of
from claims.text.tallies import score as score_of

__all__ = [  # the doors take the types from here too
    "Calibration",
    "Held",
    "Judged",
    "Rates",
    "Remark",
    "Score",
    "calibration",
    "judged",
    "prediction",
    "remarks",
    "score",
    "scores_by",
]


@dataclass(frozen=True, slots=True)
class Judged:
    """An annotated article and what became of each annotation and prediction in it."""

    annotated: Annotated
    language: str
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A miss or a spurious find, in the article's own words. `rule` is "" for a miss."""

    identifier: str
    missed: bool
    rule: str
    words: str


def judged(annotated: Annotated, predictions: Sequence[Prediction] | None = None) -> Judged:
    """Judge the predictions given for an article, or those of the engine in settings."""
    article = annotated.article
    language = spoken(article.text, article.language)
    if predictions is None:
        found = statements(article.text, published=article.publication_day, language=language)
        predictions = [prediction(each) for each in found]
    judgements = judge(article.text, annotated.attributions, predictions, language=language)
    return Judged(annotated, language, judgements)


def prediction(found: Statement) -> Prediction:
    """A statement as the scorer takes it."""
    speaker = found.speaker
    return Prediction(
        content=found.segments,
        speaker=(speaker.span,) if speaker else (),
        speaker_name=speaker.name if speaker else "",
        rule=found.rule,
        confidence=found.confidence,
    )


def score(articles: Iterable[Judged]) -> Score:
    """What the articles come to together."""
    return score_of([one for article in articles for one in article.judgements])


def calibration(articles: Iterable[Judged]) -> Calibration:
    """Whether the stated confidences hold in the articles."""
    return calibration_of(one for article in articles for one in article.judgements)


def scores_by(articles: Sequence[Judged], key: Callable[[Judged], str]) -> dict[str, Score]:
    """The score of each group of articles, by the name that `key` gives its group; "" is no group."""
    names = sorted({name for article in articles if (name := key(article))})
    return {name: score([article for article in articles if key(article) == name]) for name in names}


def remarks(articles: Iterable[Judged]) -> list[Remark]:
    """Every miss and every spurious find."""
    return [_remark(article, one) for article in articles for one in article.judgements if not one.matched]


def _remark(judged: Judged, one: Judgement) -> Remark:
    text = judged.annotated.article.text
    content = one.gold.content if one.gold else one.predicted.content if one.predicted else ()
    return Remark(
        identifier=judged.annotated.article.identifier,
        missed=one.gold is not None,
        rule=one.predicted.rule if one.predicted else "",
        words=" … ".join(" ".join(span.of(text).split()) for span in content),
    )
