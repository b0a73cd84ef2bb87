"""What the pictures say, in words, for those who cannot see them."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from bot.i18n import Tongue
from bot.pictures.words import against_par, band_name, difficulty, puzzle_title, ranges
from game.albums import Chart, Page, Tally
from game.journey import Step

LIMIT = 1024
"""So many characters Discord takes."""
_STEPS = 14


def share_alt(page: Page, tongue: Tongue) -> str:
    """A share card in words, without a word of the board."""
    return _within(
        lambda most: _tidy(
            tongue(
                "pictures-alt-share",
                puzzle=puzzle_title(page.puzzle, tongue),
                rating=_rating(page, tongue),
                result=_result(page, tongue),
                way=_way(page, most, tongue, worded=False),
            )
        )
    )


def finished_alt(page: Page, tongue: Tongue) -> str:
    """A finished puzzle's card in words."""
    return _within(
        lambda most: _tidy(
            tongue(
                "pictures-alt-finished",
                puzzle=puzzle_title(page.puzzle, tongue),
                secret=page.secret or "",
                rating=_rating(page, tongue),
                result=_result(page, tongue),
                way=" ".join([_way(page, most, tongue, worded=True), *_lessons(page, tongue)]),
                nearest=", ".join(near.word for near in page.nearest) or "–",
            )
        )
    )


def map_alt(chart: Chart, tongue: Tongue) -> str:
    """A map in words: the words on it, the nearest first, as many as there is room for."""
    page = chart.page
    steps = sorted((x for x in page.journey.steps if x.word and x.rank), key=lambda step: step.rank)
    secret = page.secret
    middle = (
        tongue("pictures-alt-map-unknown")
        if secret is None
        else tongue("pictures-alt-map-secret", secret=secret)
    )
    return _within(
        lambda most: _tidy(
            tongue(
                "pictures-alt-map",
                puzzle=puzzle_title(page.puzzle, tongue),
                middle=middle,
                words=_listed(steps, 3 * most, tongue),
            )
        )
    )


def record_alt(tally: Tally, tongue: Tongue) -> str:
    """A record in words."""
    figures, (under, even, over) = tally.statistics, tally.against_par
    columns = zip(ranges(tongue), figures.distribution, strict=True)
    against = tongue("pictures-alt-par", under=under, even=even, over=over)
    return _tidy(
        tongue(
            "pictures-alt-record",
            played=figures.played,
            solved=figures.solved,
            streak=figures.streak,
            longest=figures.longest_streak,
            best="–" if figures.best is None else tongue.number(figures.best),
            median="–" if figures.median is None else tongue.number(figures.median),
            columns=", ".join(
                tongue("pictures-alt-column", range=label, number=number)
                for label, number in columns
            ),
            against=against if under + even + over else "",
        )
    )


def _rating(page: Page, tongue: Tongue) -> str:
    hard, par = difficulty(page.puzzle, tongue), page.puzzle.par
    if hard is None or par is None:
        return ""
    return tongue("pictures-alt-rating", difficulty=hard, par=par)


def _result(page: Page, tongue: Tongue) -> str:
    board, best = page.board, page.journey.best
    if best is None:
        return tongue("pictures-alt-empty")
    guesses = tongue("common-guesses", number=board.attempts)
    if board.solved:
        said = [tongue("pictures-alt-solved", guesses=guesses)]
    elif board.finished:
        said = [tongue("pictures-alt-given-up", guesses=guesses)]
    else:
        heat = tongue.degrees(best.heat)
        said = [tongue("pictures-alt-running", guesses=guesses, heat=heat)]
    if board.hints:
        strokes = tongue("common-strokes", number=board.hints)
        said.append(tongue("pictures-alt-hints", strokes=strokes))
    if (against := against_par(page, tongue)) is not None:
        said.append(tongue("pictures-alt-against", against=against))
    if page.streak > 1:
        days = tongue("common-days", number=page.streak)
        said.append(tongue("pictures-alt-streak", days=days))
    return " ".join(said)


def _way(page: Page, most: int, tongue: Tongue, *, worded: bool) -> str:
    """The steps that came nearer: at most so many, the first, the last and the largest between."""
    nearer = [step for step in page.journey.steps if step.improves]
    if not nearer or not most:
        return ""
    while len(nearer) > max(2, most):
        gains = [after.heat - step.heat for step, after in pairwise(nearer[:-1])]
        del nearer[1 + gains.index(min(gains))]
    steps = "; ".join(_step(step, tongue, worded=worded) for step in nearer)
    return tongue("pictures-alt-way", steps=steps)


def _step(step: Step, tongue: Tongue, *, worded: bool) -> str:
    heat = tongue.degrees(step.heat)
    if worded and step.word:
        if step.hint:
            return tongue("pictures-alt-step-word-hint", word=step.word, heat=heat)
        return tongue("pictures-alt-step-word", attempt=step.attempt, word=step.word, heat=heat)
    key = "pictures-alt-step-hint" if step.hint else "pictures-alt-step"
    return tongue(key, attempt=step.attempt, heat=heat, band=band_name(step.band, tongue))


def _lessons(page: Page, tongue: Tongue) -> Iterator[str]:
    way = page.journey
    if way.turning is not None:
        step, before = way.steps[way.turning], way.steps[way.turning - 1].best
        warmth = next(x.heat for x in way.steps if x.rank == before)
        yield tongue(
            "pictures-alt-turning",
            attempt=step.attempt,
            before=tongue.degrees(warmth),
            after=tongue.degrees(step.heat),
        )
    if page.bridge is not None:
        start, word = page.bridge
        yield tongue("pictures-alt-bridge", start=start, word=word)


def _listed(steps: Sequence[Step], most: int, tongue: Tongue) -> str:
    if not steps:
        return ""
    shown = steps[:most]
    words = ", ".join(f"{step.word} {tongue.degrees(step.heat)}" for step in shown)
    text = tongue("pictures-alt-map-words", words=words) if shown else ""
    left = len(steps) - len(shown)
    return f"{text} {tongue('pictures-alt-map-more', number=left)}" if left else text


def _within(say: Callable[[int], str]) -> str:
    """What is said with as many steps as fit the limit."""
    text = ""
    for most in range(_STEPS, -1, -1):
        text = say(most)
        if len(text) <= LIMIT:
            return text
    return text[: LIMIT - 1] + "…"


def _tidy(text: str) -> str:
    return re.sub(" {2,}", " ", text).strip()
