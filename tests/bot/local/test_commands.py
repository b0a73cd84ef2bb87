"""Slash commands: options resolved from the registered command, blocked where Discord would."""

from typing import Any

import discord
import pytest

from bot.local import errors
from bot.local.exchange import Attachment, Kind, Person
from bot.local.posting import ATTACHMENT_LIMIT
from bot.local.server import LocalDiscord


async def test_options_arrive_typed(local: LocalDiscord, bot: Any, ada: Person) -> None:
    """Text from a console becomes text, whole numbers, fractions and booleans."""
    given = {"text": "hello", "count": "3", "ratio": "0.5", "loud": "yes"}
    reply = await local.slash(ada, "echo", given)
    assert bot.seen == {"text": "hello", "count": 3, "ratio": 0.5, "loud": True}
    assert (reply.kind, reply.person, reply.deferred) == (Kind.COMMAND, ada, False)
    assert [m.content for m in reply.messages] == ["hello"]
    assert reply.acknowledged_ms is not None


async def test_options_name_people_channels_roles_and_files(
    local: LocalDiscord, bot: Any, ada: Person
) -> None:
    """Names, mentions and files become the objects that the handler expects."""
    bea = local.add_person("Bea")
    role = local.add_role("Players")
    hall = local.add_channel("hall")
    file = Attachment(77, "words.txt", b"cold hot")
    given = {"who": "@bea", "where": "#hall", "role": "players", "file": file}
    await local.slash(ada, "about", given)
    assert bot.seen["who"].id == bea.id
    assert bot.seen["who"].display_name == "Bea"
    assert bot.seen["where"].id == hall
    assert bot.seen["role"].id == role
    assert bot.seen["file"].filename == "words.txt"
    assert await bot.seen["file"].read() == b"cold hot"
    assert len(await bot.seen["who"].display_avatar.read()) > 0


async def test_choice_is_taken_by_its_name_or_value(
    local: LocalDiscord, bot: Any, ada: Person
) -> None:
    """A fixed choice sends its value, whichever way it was typed."""
    await local.slash(ada, "pick", {"colour": "sky BLUE"})
    assert bot.seen == {"colour": "blue"}
    await local.slash(ada, "pick", {"colour": "red"})
    assert bot.seen == {"colour": "red"}


async def test_subcommands_are_walked(local: LocalDiscord, bot: Any, ada: Person) -> None:
    """A name such as "practice stop" reaches the subcommand, with its own options."""
    assert (await local.slash(ada, "practice stop")).messages[0].content == "ended"
    await local.slash(ada, "practice start", {"level": 2})
    assert bot.seen == {"level": 2}


@pytest.mark.parametrize(
    ("name", "given", "error"),
    [
        ("nothing", {}, errors.UnknownCommand),
        ("", {}, errors.UnknownCommand),
        ("practice", {}, errors.IncompleteCommand),
        ("practice dance", {}, errors.UnknownCommand),
        ("echo", {}, errors.MissingOption),
        ("echo", {"text": ""}, errors.MissingOption),
        ("echo", {"text": "x"}, errors.WrongLength),
        ("echo", {"text": "x" * 21}, errors.WrongLength),
        ("echo", {"text": "ok", "volume": 1}, errors.UnknownOption),
        ("echo", {"text": "ok", "count": "many"}, errors.WrongType),
        ("echo", {"text": "ok", "count": True}, errors.WrongType),
        ("echo", {"text": "ok", "count": 6}, errors.OutOfRange),
        ("echo", {"text": "ok", "ratio": "nan"}, errors.WrongType),
        ("echo", {"text": "ok", "ratio": 1.01}, errors.OutOfRange),
        ("echo", {"text": "ok", "loud": "maybe"}, errors.WrongType),
        ("about", {"who": "Nobody"}, errors.WrongType),
        ("about", {"who": "Ada", "file": "x.png"}, errors.WrongType),
        ("pick", {"colour": "green"}, errors.NotAChoice),
        ("setup", {}, errors.NotPermitted),
    ],
)
async def test_client_blocks_what_discord_would(
    local: LocalDiscord,
    bot: Any,
    ada: Person,
    name: str,
    given: dict[str, Any],
    error: type[Exception],
) -> None:
    """Each wrong use raises its typed error, and the bot hears nothing."""
    bot.seen = {}
    with pytest.raises(error):
        await local.slash(ada, name, given)
    assert bot.seen == {}


async def test_errors_carry_what_a_console_needs(
    local: LocalDiscord, bot: Any, ada: Person
) -> None:
    """The fields name the command, the option and what was allowed."""
    with pytest.raises(errors.OutOfRange) as caught:
        await local.slash(ada, "echo", {"text": "ok", "count": 9})
    wrong = caught.value
    assert (wrong.command, wrong.option, wrong.value) == ("echo", "count", 9)
    assert (wrong.minimum, wrong.maximum) == (1, 5)
    with pytest.raises(errors.IncompleteCommand) as group:
        await local.slash(ada, "practice")
    assert group.value.subcommands == ("start", "stop")


async def test_admins_may_what_members_may_not(local: LocalDiscord, bot: Any) -> None:
    """Default permissions let an admin through."""
    root = local.add_person("Root", admin=True)
    assert (await local.slash(root, "setup")).messages[0].content == "set up"


async def test_context_of_a_direct_message(local: LocalDiscord, bot: Any, ada: Person) -> None:
    """In a direct message the handler sees no server, and server-only commands are not offered."""
    where = {}

    async def look(interaction: discord.Interaction) -> None:
        where["guild"], where["name"] = interaction.guild_id, interaction.user.name
        await interaction.response.send_message("private")

    bot.handler = look
    reply = await local.slash(ada, "do", guild=False)
    assert where == {"guild": None, "name": "Ada"}
    assert reply.messages[0].channel_id == local.direct_channel(ada)
    root = local.add_person("Root", admin=True)
    with pytest.raises(errors.WrongPlace):
        await local.slash(root, "setup", guild=False)


async def test_another_server_and_someone_who_left(
    local: LocalDiscord, bot: Any, ada: Person
) -> None:
    """A command works in any server that the person is in, and in none that they left."""
    other = local.add_guild("Elsewhere")
    reply = await local.slash(ada, "do", guild=other)
    assert reply.messages[0].channel_id == local.channels(other)[0].id
    local.remove_person(ada)
    with pytest.raises(errors.UnknownTarget):
        await local.slash(ada, "do")


async def test_autocomplete_suggests_for_the_focused_option(
    local: LocalDiscord, bot: Any, ada: Person
) -> None:
    """The focused text and the other options reach the bot; its choices come back."""
    choices = await local.complete(ada, "find", {"word": "ri", "size": "3"}, "word")
    assert [(c.name, c.value) for c in choices] == [("ri0", "v0"), ("ri1", "v1"), ("ri2", "v2")]
    assert await local.complete(ada, "find", {"size": 2}, "size") == []


async def test_failed_autocomplete_is_said(
    local: LocalDiscord, bot: Any, ada: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """Too many choices are refused by Discord, and the person sees that loading failed."""
    local.patience(ack_s=0.5)
    with pytest.raises(errors.ChoicesFailed):
        await local.complete(ada, "find", {"word": "x", "size": 26}, "word")
    assert "50035" in caplog.text


async def test_context_menus_of_people_and_messages(
    local: LocalDiscord, bot: Any, ada: Person
) -> None:
    """A command from the menu gets the person or the message it was opened on."""
    bea = local.add_person("Bea")
    assert (await local.context_menu(ada, "Warm up", bea)).messages[0].content == "Bea"
    first = (await local.slash(ada, "do")).messages[0]
    assert (await local.context_menu(ada, "Quote", first)).messages[0].content == "pong"


async def test_commands_are_registered_as_synced(local: LocalDiscord, bot: Any) -> None:
    """The registered commands are the tree's, each with an id, and a server's own go first."""
    names = {c["name"] for c in local.commands}
    assert names == {c.name for c in bot.tree.get_commands()}
    fetched = await bot.tree.fetch_commands()
    assert {c.name for c in fetched} == names
    before = {c["name"]: c["id"] for c in local.commands}
    await bot.tree.sync()
    assert {c["name"]: c["id"] for c in local.commands} == before


async def test_locale_of_a_person_reaches_the_bot(
    local: LocalDiscord, bot: Any, ada: Person
) -> None:
    """The interaction carries the language that the person's client has."""
    seen = []

    async def look(interaction: discord.Interaction) -> None:
        seen.append(str(interaction.locale))
        await interaction.response.send_message("ok")

    bot.handler = look
    local.set_locale(ada, "fr")
    await local.slash(ada, "do")
    assert seen == ["fr"]


async def test_a_file_that_discord_would_not_take(
    local: LocalDiscord, bot: Any, ada: Person
) -> None:
    """Beyond 10 MB the client refuses it; up to that it arrives whole."""
    bot.seen = {}
    full = local.upload("full.bin", b"x" * ATTACHMENT_LIMIT)
    with pytest.raises(errors.FileTooLarge) as refused:
        await local.slash(
            ada, "about", {"who": ada, "file": local.upload("large.bin", full.content + b"x")}
        )
    assert (refused.value.filename, refused.value.size) == ("large.bin", ATTACHMENT_LIMIT + 1)
    assert bot.seen == {}
    await local.slash(ada, "about", {"who": ada, "file": full})
    assert await bot.seen["file"].read() == full.content


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("my  films (1).csv", "my_films_1.csv"),
        ("../../etc/passwd", "....etcpasswd"),
        ("Müll?#%.csv", "Müll.csv"),
        ("🎲", "file"),
    ],
)
async def test_file_names_are_made_plain(
    given: str, made: str, local: LocalDiscord, bot: Any, ada: Person
) -> None:
    """An uploaded file bears a name that an address can hold, and is fetched under it."""
    await local.slash(ada, "about", {"who": ada, "file": local.upload(given, b"cold hot")})
    assert bot.seen["file"].filename == made
    assert await bot.seen["file"].read() == b"cold hot"
