"""How guesses, hints and links are put into words."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot import render
from bot.i18n import LANGUAGES, tongue
from bot.text import error_words
from bot.why_text import why_lines
from embedding.words.table import FIELDS
from game.errors import AlreadyGuessed, HurtfulWord, NoWordBetween
from game.heat import NEAR
from game.model import Board, BoardKey, Entry, Mode, PuzzleFace, PuzzleKind
from game.results import BoardView, GuessResult, HintResult, SpellingResult
from game.rules import HintKind
from game.why import Link, Tie, Why

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
SIZE = 29_000
ENGLISH = tongue("en")
BOARD = Board(BoardKey(1, Mode.SOLO, 7), 1, entries=2, attempts=2, best_rank=900)
FACE = PuzzleFace(1, PuzzleKind.DAILY, 1, NOON.date())


def entry(word: str, rank: int, attempt: int | None = 2) -> Entry:
    """A guess."""
    return Entry(1, 2, 7, word, 0.2, rank, NOON, attempt)


def view(*entries: Entry) -> BoardView:
    """A running board with those words."""
    return BoardView(FACE, BOARD, entries, SIZE, NOON.date())


def guessed(rank: int, before: int | None) -> str:
    """What is said of a guess at a rank after a best one."""
    word = entry("river", rank)
    embed = render.guess_embed(
        GuessResult(view(word, entry("lake", 5)), word, "river", before), ENGLISH
    )
    return str(embed.to_dict())


def test_exact_rank_is_told_of_near_words_alone() -> None:
    """The thousandth word has its rank in the meter and the table, the next one nowhere."""
    near, far = guessed(NEAR, 9000), guessed(NEAR + 1, 9000)
    assert "rank **#1,000** of 28,999" in near
    assert "#1,000  40.0°" in near
    assert "not among the nearest 1,000" in far
    assert "·  40.0°" in far
    assert "1,001" not in far


@pytest.mark.parametrize(("rank", "told"), [(NEAR, "rank #1,000"), (NEAR + 1, "not among the")])
def test_duplicates_tell_ranks_alike(rank: int, told: str) -> None:
    """So does the answer to a word that stands on the board."""
    assert told in (error_words(AlreadyGuessed(entry("river", rank), BOARD, SIZE), ENGLISH) or "")


@pytest.mark.parametrize(
    ("rank", "before", "said"),
    [
        (1000, None, "A first step."),
        (499, 1000, "The closest yet: 6.0° warmer."),
        (1000, 499, "The closest is still at 46.0°, 6.0° warmer than this."),
        (28_000, 28_001, "The closest yet: a touch warmer."),
    ],
)
def test_steps_are_told_in_degrees(rank: int, before: int | None, said: str) -> None:
    """How much warmer or colder a guess is than the best one before."""
    assert said in guessed(rank, before)


def test_guess_told_again_claims_no_step() -> None:
    """A guess whose answer is given a second time is not called a first one."""
    word = entry("river", 500)
    again = GuessResult(view(word), word, "river", None, repeated=True)
    assert "first step" not in str(render.guess_embed(again, ENGLISH).to_dict())


def test_solution_tells_what_hints_cost() -> None:
    """Guesses and the strokes for hints are told, and their sum."""
    word = entry("river", 0)
    for hints, said in ((0, "**2 guesses**."), (4, "**2 guesses** and 4 for hints: **6 strokes**")):
        board = replace(BOARD, hints=hints, finished_at=NOON, solved_in=2)
        shown = replace(view(word), board=board, secret="river")
        embed = render.guess_embed(GuessResult(shown, word, "river", 9), ENGLISH)
        assert said in (embed.description or "")


def test_hint_between_names_its_ends() -> None:
    """The two words that a hint lies between are named, with the price."""
    hint = HintResult(view(), entry("brook", 300), HintKind.BETWEEN, 2, ("river", "milk"))
    told = render.hint_embed(hint, ENGLISH).description or ""
    assert "between **river** and **milk**" in told
    assert "adds 2 strokes" in told


@pytest.mark.parametrize(("price", "said"), [(5, "adds 5 strokes"), (0, "costs nothing now")])
def test_spelling_is_drawn_in_blanks(price: int, said: str) -> None:
    """The first letter, a blank for each other one, and the price."""
    embed = render.hint_embed(SpellingResult(view(), "r", 5, price), ENGLISH)
    assert embed.title == "💡 It begins with R"
    assert "`R____`, 5 letters" in (embed.description or "")
    assert said in (embed.description or "")


@pytest.mark.parametrize("kind", HintKind)
def test_offers_name_the_kind_and_the_price(kind: HintKind) -> None:
    """An offer begins with the kind, ends with the price, and fits into a choice of Discord's."""
    offer = render.hint_offer(kind, ENGLISH)
    assert offer.startswith(f"{kind.value}: ")
    assert offer.endswith(")")
    assert len(offer) <= 100
    assert offer in str(render.help_embed([], ENGLISH).to_dict())


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("link", Link)
def test_every_link_has_a_sentence(link: Link, code: str) -> None:
    """A sentence with a capital letter and an end, that names the secret only when told it."""
    said = tongue(code)
    (told,) = why_lines(Why("oak", (Tie(link),)), "tree", said)
    (untold,) = why_lines(Why("oak", (Tie(link),)), None, said)
    for line in (told, untold):
        assert line[0].isupper() or line.startswith("**")
        assert line.endswith(".")
    assert "tree" not in untold
    assert link is Link.ITSELF or said("why-untold").lower() in untold.lower()


def test_opposites_are_named_so() -> None:
    """An opposite is called one in either case."""
    why = Why("cold", (Tie(Link.OPPOSITE),))
    assert "**cold** is an opposite of **hot**" in why_lines(why, "hot", ENGLISH)[0]
    assert "**cold** is an opposite of the secret word" in why_lines(why, None, ENGLISH)[0]


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_said_to_be_nothing(code: str) -> None:
    """A word that nothing links has a line of its own."""
    said = tongue(code)
    assert why_lines(Why("anger", ()), None, said) == [said("why-nothing")]


@pytest.mark.parametrize("code", LANGUAGES)
def test_categories_have_names(code: str) -> None:
    """Categories are put in words, not in WordNet's file names."""
    lines = [
        why_lines(Why("oak", (Tie(Link.SAME_CATEGORY, field),)), "tree", tongue(code))[0]
        for field in FIELDS
        if not field.startswith(("adj.", "adv.")) and field not in {"noun.Tops", "verb.stative"}
    ]
    assert not [line for line in lines if "noun" in line or "verb" in line]


def test_hurtful_words_are_refused_kindly() -> None:
    """The refusal says that it costs nothing and that nobody else has seen it."""
    words = error_words(HurtfulWord(), ENGLISH) or ""
    assert "rather not" in words
    assert "costs nothing" in words


def test_two_words_are_needed_to_look_between() -> None:
    """With fewer than two words the answer asks for two, otherwise for another direction."""
    few, enough = (
        error_words(NoWordBetween(replace(BOARD, entries=n)), ENGLISH) or "" for n in (1, 2)
    )
    assert "guess two of them first" in few
    assert "another direction" in enough
