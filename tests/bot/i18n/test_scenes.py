"""A game in each language: nobody is answered in another one than theirs."""

from typing import Any

import discord
import pytest
from discord import app_commands

from bot.answer import say
from bot.i18n import tongue, tongue_of

PREFIX = {"de": "Rätsel", "fr": "Énigme"}


def test_leaks_are_found(leaks: Any) -> None:
    """English is noticed, the language itself is not."""
    english = tongue("en")("guess-first-step")
    assert english in leaks("de", f"So: {english}")
    assert leaks("de", tongue("de")("guess-first-step")) == []


async def test_whole_game(local_stage: Any, leaks: Any, code: str) -> None:
    """From the help over a first guess, hints and refusals to the solution and the record."""
    stage, said = local_stage, []
    stage.hall.speaks("ann", code)
    secret = stage.secret("ann")
    near = stage.words(secret)
    for command, options in (
        ("help", {}),
        ("stats", {}),
        ("board", {}),
        ("giveup", {}),
        ("guess", {"word": near[2000]}),
        ("guess", {"word": near[2000]}),
        ("guess", {"word": near[50]}),
        ("guess", {"word": "zzyzx"}),
        ("guess", {"word": "two words"}),
        ("hint", {}),
        ("hint", {"kind": "between"}),
        ("hint", {"kind": "direction"}),
        ("hint", {"kind": "spelling"}),
        ("why", {"word": near[50]}),
        ("board", {"puzzle": "2020-01-01"}),
        ("guess", {"word": secret}),
        ("guess", {"word": near[70]}),
        ("why", {"word": near[60]}),
        ("giveup", {}),
        ("stats", {}),
        ("practice", {}),
        ("guess", {"word": "river"}),
        ("giveup", {}),
        ("board", {"puzzle": "today"}),
        ("board", {"puzzle": "nonsense"}),
    ):
        answer = await stage.use("ann", command, **options)
        said.append(answer)
        assert leaks(code, answer.everything) == [], (command, options)
    assert near[2000] in said[4].title
    assert PREFIX[code] in said[4].everything
    assert tongue(code)("guess-found-title", word=secret) in [answer.title for answer in said]


async def test_buttons_and_forms(local_stage: Any, leaks: Any, code: str) -> None:
    """What is pressed, filled in and asked back is in the member's language too."""
    stage, said = local_stage, tongue(code)
    stage.hall.speaks("ann", code)
    near = stage.words(stage.secret("ann"))
    guessed = await stage.guess("ann", near[300])
    form = await stage.press("ann", guessed, said("components-guess-again"))
    second = await stage.submit("ann", form, near[20])
    hint = await stage.press("ann", second, said("components-hint"))
    asked = await stage.use("ann", "giveup")
    ended = await stage.press("ann", asked, said("components-give-up"))
    assert ended.title == said("board-given-up-title", secret=near[0])
    nearest = await stage.press("ann", ended, said("components-nearest"))
    for answer in (guessed, form, second, hint, asked, ended, nearest):
        assert leaks(code, answer.everything) == []


@app_commands.command(name="probe", description="Says which language an answer to all is in.")
async def probe(interaction: discord.Interaction[Any]) -> None:
    """Say it."""
    await say(interaction, tongue_of(interaction, public=True).code, public=True)


@pytest.fixture
async def probed(stage: Any) -> Any:
    """A stage with a command that says the language of public answers."""
    stage.prepare.append(lambda client: client.add([probe]))
    await stage.restart()
    return stage


async def test_public_answers_are_in_the_language_of_the_server(probed: Any) -> None:
    """Everybody reads the server's language, whatever that of who asked."""
    probed.hall.server_speaks("de")
    probed.hall.speaks("ann", "fr")
    assert (await probed.use("ann", "probe")).content == "de"
    probed.hall.server_speaks("ja")
    assert (await probed.use("ann", "probe")).content == "en"


async def test_servers_choose_a_language(probed: Any) -> None:
    """What a server chose comes before what it has on Discord."""
    probed.hall.server_speaks("de")
    probed.client.languages = {probed.hall.server_id: "fr"}.get
    assert (await probed.use("ann", "probe")).content == "fr"


async def test_direct_messages_are_in_the_members_language(probed: Any) -> None:
    """Where there is no server, an answer to all is in the language of who asks."""
    probed.hall.speaks("ann", "fr")
    assert (await probed.use("ann", "probe", "direct")).content == "fr"


async def test_unknown_languages_get_english(stage: Any) -> None:
    """A language that we do not speak is answered in English."""
    stage.hall.speaks("ann", "ja")
    board = await stage.use("ann", "board")
    assert board.title == "Your board"


async def test_failures_are_told_in_the_members_language(
    local_stage: Any, leaks: Any, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also what nobody foresaw."""
    stage = local_stage
    stage.hall.speaks("ann", code)
    stage.expected.append(ZeroDivisionError)
    monkeypatch.setattr(type(stage.app.records), "record", lambda *_: 1 / 0)
    answer = await stage.use("ann", "stats")
    assert leaks(code, answer.content) == []
    assert answer.content.startswith(tongue(code)("errors-unforeseen", mark="")[:20])


@pytest.mark.parametrize("typed", ["", "heu", "üb"])
async def test_puzzles_are_offered_in_the_members_language(stage: Any, typed: str) -> None:
    """Autocomplete names today and practice in the member's language, and finds them so."""
    stage.hall.speaks("ann", "de")
    offered = await stage.complete("ann", "guess", "puzzle", typed, word="river")
    wanted = {"heu": ["today"], "üb": ["practice"], "": ["today", "practice"]}
    assert offered == wanted[typed]


async def test_puzzles_are_understood_in_the_members_language(stage: Any) -> None:
    """Who types the word in full, and takes no suggestion, is understood too."""
    stage.hall.speaks("ann", "de")
    assert "Rätsel" in (await stage.use("ann", "board", puzzle="Heute")).everything
    stage.hall.speaks("ann", "fr")
    answer = await stage.use("ann", "board", puzzle="entraînement")
    assert answer.content == tongue("fr")("errors-no-practice")
