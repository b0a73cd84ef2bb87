"""Words for what the fairness gate and the simulated players find."""

from collections.abc import Callable, Iterator

from game.fairness import NEAR, TOP, Concern, Fairness, Reason
from game.par import ParReport, Showing
from game.simulate import PATIENCE

_STEP = 20
_BAR = 30
_MOST_WORDS = 8

_NAMES = {
    Concern.HIDDEN: "a word that hurts",
    Concern.NAME: "met mostly as a name",
    Concern.FORM: "a form of another word",
    Concern.PART: "no noun, verb or adjective",
    Concern.LENGTH: "too short or too long",
    Concern.RARE: "not known to everybody",
    Concern.RUDE_NEAR: "offensive words near it",
    Concern.NAMES_NEAR: "many names near it",
    Concern.FORMS_NEAR: "its own forms near it",
    Concern.EXPECTED_FAR: "words one would think of are far",
    Concern.HUB: "near everything",
    Concern.ISOLATED: "near nothing",
}
_SAY: dict[Concern, Callable[[Reason], str]] = {
    Concern.HIDDEN: lambda _: "It is on the list of words that hurt.",
    Concern.NAME: lambda _: "People meet it mostly as a name.",
    Concern.FORM: lambda r: f"It is a form of {r.words[0]!r}, which stands for it.",
    Concern.PART: lambda _: "It is no noun, verb or adjective.",
    Concern.LENGTH: lambda r: f"It has {r.value:.0f} letters; the limit is {r.limit:.0f}.",
    Concern.RARE: lambda r: (
        f"Too few people know it: its Zipf frequency is {r.value:.2f}, and {r.limit:.1f} is wanted."
    ),
    Concern.RUDE_NEAR: lambda r: f"{r.value:.0f} of its {TOP} nearest words are offensive.",
    Concern.NAMES_NEAR: lambda r: (
        f"{r.value:.0f} of its {TOP} nearest words are names: {_list(r)}."
    ),
    Concern.FORMS_NEAR: lambda r: f"Among its {TOP} nearest are forms of the word: {_list(r)}.",
    Concern.EXPECTED_FAR: lambda r: (
        f"Only {r.value:.0%} of the words one would think of are within rank {NEAR:,} "
        f"({r.limit:.0%} is wanted); far away are {_list(r)}."
    ),
    Concern.HUB: lambda r: (
        f"It is near everything: among the nearest of others {r.value:.1f} times as often as by "
        f"chance (limit {r.limit:.0f})."
    ),
    Concern.ISOLATED: lambda r: (
        f"Hardly any word leads to it: it is among the nearest of others only {r.value:.1f} times "
        f"as often as by chance ({r.limit:.1f} is wanted)."
    ),
}


def concern_name(concern: Concern) -> str:
    """A concern in a few words."""
    return _NAMES[concern]


def reason_words(reason: Reason) -> str:
    """Why a word is no fair secret, as a sentence."""
    return _SAY[reason.concern](reason)


def verdict(item: Fairness) -> str:
    """The verdict on a word."""
    return f"{item.word}: {'fair' if item.fair else 'not fair'}"


def grade(item: Fairness) -> str:
    """The figures behind a verdict."""
    expected = "WordNet links it with no common word"
    if item.expected_near is not None:
        expected = (
            f"{item.expected_near:.0%} of {item.expected} expected words within rank {NEAR:,} "
            f"(median rank {item.expected_rank:,.0f})"
        )
    near = ", ".join(item.nearest[:_MOST_WORDS])
    return f"{expected}; reach {item.reach:.1f}; Zipf {item.zipf:.1f}; nearest: {near}"


def distribution(report: ParReport) -> Iterator[str]:
    """The games of each strength, as bars."""
    par = "none: a middling player mostly fails" if report.par is None else str(report.par)
    yield f"{report.word}: par {par}"
    for showing in report.showings:
        median = "–" if showing.median is None else str(showing.median)
        yield ""
        yield (
            f"{showing.strength}: median {median}, solves {showing.solved:.0%} of "
            f"{len(showing.guesses):,} games"
        )
        yield from _bars(showing)


def _bars(showing: Showing) -> Iterator[str]:
    columns: dict[str, int] = {
        f"{start + 1}–{start + _STEP}": sum(
            number is not None and start < number <= start + _STEP for number in showing.guesses
        )
        for start in range(0, PATIENCE, _STEP)
    }
    columns["not found"] = sum(number is None for number in showing.guesses)
    peak = max(columns.values())
    for label, number in columns.items():
        bar = "█" * round(_BAR * number / peak) or "·"
        yield f"{label:>9} {bar} {number}"


def _list(reason: Reason) -> str:
    shown = ", ".join(reason.words[:_MOST_WORDS])
    return f"{shown} …" if len(reason.words) > _MOST_WORDS else shown
