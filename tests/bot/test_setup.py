"""/setup before both stand-ins for Discord: every choice counts at once."""

from dataclasses import replace
from datetime import timedelta
from threading import Event
from typing import Any

import pytest

from game.setup import Mix, Setup, Style
from game.setup_desk import Arrangement, SetupDesk

ADMIN, MEMBER = "ann", "ben"


@pytest.fixture
async def scene(stage: Any) -> Any:
    """The stage, with an admin and a member on the server."""
    stage.id(MEMBER)
    stage.hall.appoint(ADMIN)
    return stage


def stored(stage: Any) -> Setup:
    """The setup as the database has it."""
    found = stage.app.setups.setup(stage.hall.server_id)
    assert found is not None
    return found


def labels(said: Any) -> list[str]:
    """The buttons and the placeholders of menus."""
    return [part.label for part in said.parts]


async def test_from_nothing_to_the_first_post(scene: Any) -> None:
    """An admin picks channel, hour and style, and is told when the post will come; it comes."""
    said = await scene.use(ADMIN, "setup")
    assert said.ephemeral
    assert "none yet" in said.everything
    assert "None is planned." in said.everything
    said = await scene.choose(ADMIN, said, [scene.hall.channel("general")], "w1:setup:channel")
    said = await scene.choose(ADMIN, said, "18:00", "w1:setup:hour")
    said = await scene.choose(ADMIN, said, "together", "w1:setup:style")
    assert "**Sat 21 Nov, 18:00**" in said.everything
    assert "(<t:1795284000:R>)" in said.everything
    channel = scene.hall.channel_id("general", ADMIN)
    assert stored(scene) == Setup(
        scene.hall.server_id, "UTC", channel, 18 * 60, style=Style.TOGETHER
    )
    scene.clock.go_on(timedelta(hours=6))
    await scene.client.come_round()
    assert any(m.title.startswith("Warmer #1") for m in scene.channel_messages())


async def opened(stage: Any, **changes: Any) -> Any:
    """The setup's message on a server that posts at 18:00 in #general, with these changes."""
    server_id = stage.hall.server_id
    channel = stage.hall.channel_id("general", ADMIN)
    wanted = {"channel_id": channel, "minute": 18 * 60} | changes
    stage.app.setup_desk.change(server_id, 1, lambda setup: replace(setup, **wanted))
    return await stage.use(ADMIN, "setup")


async def test_second_page(scene: Any) -> None:
    """Difficulty, role, language and threads are on a second page, and count at once as well."""
    role = scene.hall.role("puzzlers")
    said = await opened(scene)
    said = await scene.press(ADMIN, said, "w1:setup:page:2")
    said = await scene.choose(ADMIN, said, "hard", "w1:setup:mix")
    said = await scene.choose(ADMIN, said, [role], "w1:setup:role")
    said = await scene.choose(ADMIN, said, "de", "w1:setup:language")
    said = await scene.press(ADMIN, said, "w1:setup:thread")
    setup = stored(scene)
    assert (setup.mix, setup.role_id, setup.language, setup.thread) == (
        Mix.HARD, int(role.id), "de", True,
    )  # fmt: skip
    assert "each with a thread" in said.everything
    assert f"<@&{role.id}>" in said.everything
    assert "Deutsch" in said.everything
    assert said.pings == ()
    said = await scene.choose(ADMIN, said, "-", "w1:setup:language")
    said = await scene.choose(ADMIN, said, [], "w1:setup:role")
    assert (stored(scene).language, stored(scene).role_id) == (None, None)
    back = await scene.press(ADMIN, said, "w1:setup:page:1")
    assert "How you play" in labels(back)


async def test_stop_and_begin_again(scene: Any) -> None:
    """Posting stops at a press, the rest is kept, and a channel begins it anew."""
    said = await opened(scene, style=Style.RACE)
    said = await scene.press(ADMIN, said, "w1:setup:stop")
    assert "none yet" in said.everything
    assert (stored(scene).channel_id, stored(scene).style) == (None, Style.RACE)
    assert "Stop posting" not in labels(said)
    scene.clock.go_on(timedelta(hours=7))
    await scene.client.come_round()
    assert scene.rows()["posts"] == 0
    said = await scene.choose(ADMIN, said, [scene.hall.channel("games")], "w1:setup:channel")
    assert "**Sun 22 Nov, 18:00**" in said.everything


async def test_time_and_zone_by_the_form(scene: Any) -> None:
    """The form knows what holds, takes a city, and asks where several are meant."""
    said = await opened(scene)
    form = await scene.press(ADMIN, said, "w1:setup:form")
    assert [field.value for field in form.form.fields] == ["18:00", "UTC"]
    said = await scene.submit(ADMIN, form, "7:15 am", "berlin")
    assert (stored(scene).minute, stored(scene).time_zone) == (435, "Europe/Berlin")
    assert "Europe/Berlin" in said.everything
    assert "where it is 13:00 now" in said.everything
    form = await scene.press(ADMIN, said, "w1:setup:form")
    said = await scene.submit(ADMIN, form, "07:15", "indiana")
    assert "Which one do you mean?" in said.everything
    said = await scene.choose(ADMIN, said, "America/Indiana/Knox", "w1:setup:zone")
    assert stored(scene).time_zone == "America/Indiana/Knox"


async def test_form_on_a_slow_database(scene: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """It opens empty where the setup cannot be had in time; what is left empty stays as it was."""
    said = await opened(scene)
    look, done = SetupDesk.look, Event()

    def slow(desk: SetupDesk, server_id: int) -> Arrangement:
        done.wait()
        return look(desk, server_id)

    with monkeypatch.context() as patched:
        patched.setattr(SetupDesk, "look", slow)
        patched.setattr("bot.components.setup.PATIENCE_S", 0.0)
        form = await scene.press(ADMIN, said, "w1:setup:form")
        done.set()
    assert not any(field.value for field in form.form.fields)
    await scene.submit(ADMIN, form, "07:15", "")
    assert (stored(scene).minute, stored(scene).time_zone) == (435, "UTC")


@pytest.mark.parametrize(
    ("time", "zone", "words"),
    [
        ("25:00", "UTC", "I can't read *25:00* as a time"),
        ("noonish", "UTC", "I can't read"),
        ("18:30", "Atlantis", "I don't know a time zone called *Atlantis*"),
        ("18:30", "*", "I don't know a time zone"),
    ],
)
async def test_wrong_time_and_zone(scene: Any, time: str, zone: str, words: str) -> None:
    """What cannot be read is said, nothing changes, and the setup stays there to try again."""
    said = await opened(scene)
    before = stored(scene)
    form = await scene.press(ADMIN, said, "w1:setup:form")
    said = await scene.submit(ADMIN, form, time, zone)
    assert words in said.everything
    assert "Nothing was changed" in said.everything
    assert "w1:setup:hour" in [part.custom_id for part in said.parts]
    assert stored(scene) == before


async def test_options_of_the_command(scene: Any) -> None:
    """`time:` and `time_zone:` count at once; the zone is suggested by city, country and clock."""
    assert (await scene.complete(ADMIN, "setup", "time_zone", "vien"))[0] == "Europe/Vienna"
    assert "Asia/Kolkata" in await scene.complete(ADMIN, "setup", "time_zone", "india")
    assert "Asia/Tokyo" in await scene.complete(ADMIN, "setup", "time_zone", "21:0")
    assert "Europe/London" in await scene.complete(ADMIN, "setup", "time_zone", "")
    said = await scene.use(ADMIN, "setup", time="18.30", time_zone="Asia/Tokyo")
    assert (stored(scene).minute, stored(scene).time_zone) == (1110, "Asia/Tokyo")
    assert "18:30" in [label for part in said.parts for label, _ in part.options]
    said = await scene.use(ADMIN, "setup", time_zone="Atlantis")
    assert "I don't know a time zone" in said.everything
    said = await scene.use(ADMIN, "setup", time_zone="indiana")
    assert "Which one do you mean?" in said.everything


async def test_channel_without_access_is_refused(local_stage: Any) -> None:
    """A channel that the bot cannot see is not taken, and why is said."""
    scene = local_stage
    scene.hall.appoint(ADMIN)
    said = await opened(scene)
    before = stored(scene)
    secret = scene.hall.channel("secret")
    scene.hall.forbid("secret")
    await scene.settled()
    said = await scene.choose(ADMIN, said, [secret], "w1:setup:channel")
    assert "**View Channel**" in said.everything
    assert "Nothing was changed" in said.everything
    assert stored(scene) == before


async def test_missing_permissions_are_named(local_stage: Any) -> None:
    """Exactly what is lacking is named, for a channel, and for threads as soon as these are on."""
    scene = local_stage
    scene.hall.appoint(ADMIN)
    scene.hall.local.deny(scene.hall.channel_id("games", ADMIN), "send", "embed")
    scene.hall.local.deny(scene.hall.channel_id("general", ADMIN), "create_threads")
    await scene.settled()
    said = await opened(scene)
    before = stored(scene)
    said = await scene.choose(ADMIN, said, [scene.hall.channel("games")], "w1:setup:channel")
    assert "**Send Messages**, **Embed Links**." in said.everything
    said = await scene.press(ADMIN, said, "w1:setup:page:2")
    said = await scene.press(ADMIN, said, "w1:setup:thread")
    assert "**Create Public Threads**." in said.everything
    assert stored(scene) == before
    scene.hall.local.deny(scene.hall.channel_id("general", ADMIN), "send")
    await scene.settled()
    said = await scene.choose(ADMIN, said, "easy", "w1:setup:mix")
    assert stored(scene).mix is Mix.EASY
    assert "⚠️ Needs you" in said.everything


async def test_channel_deleted_in_between(scene: Any) -> None:
    """The setup of a channel that was deleted says so; another change still counts."""
    said = await opened(scene, channel_id=scene.hall.channel_id("games", ADMIN))
    scene.hall.remove_channel("games")
    await scene.settled()
    said = await scene.choose(ADMIN, said, "race", "w1:setup:style")
    assert "The channel was deleted" in said.everything
    assert stored(scene).style is Style.RACE


async def test_trouble_is_over_after_a_change(scene: Any) -> None:
    """While posting has stopped it says so; any change lets it begin again."""
    said = await opened(scene)
    scene.app.setups.note_trouble(scene.hall.server_id, "forbidden")
    said = await scene.use(ADMIN, "setup")
    assert "Posting has stopped" in said.everything
    assert "None is planned." in said.everything
    said = await scene.choose(ADMIN, said, [scene.hall.channel("games")], "w1:setup:channel")
    assert stored(scene).trouble is None
    scene.clock.go_on(timedelta(hours=6))
    await scene.client.come_round()
    assert any(m.title.startswith("Warmer #") for m in scene.channel_messages("games"))


async def test_everyones_role_is_refused(local_stage: Any) -> None:
    """The role that everyone has can never be the one to ping."""
    scene = local_stage
    scene.hall.appoint(ADMIN)
    said = await opened(scene)
    said = await scene.press(ADMIN, said, "w1:setup:page:2")
    said = await scene.choose(ADMIN, said, [scene.hall.server_id], "w1:setup:role")
    assert "That role can't be used" in said.everything
    assert stored(scene).role_id is None


async def test_who_may_no_longer_manage_is_refused(local_stage: Any) -> None:
    """Every press is checked anew: whoever lost the right changes nothing with an old message."""
    scene = local_stage
    scene.hall.appoint(ADMIN)
    said = await opened(scene)
    form = await scene.press(ADMIN, said, "w1:setup:form")
    more = await scene.press(ADMIN, said, "w1:setup:page:2")
    before = stored(scene)
    scene.hall.local._world.guild(scene.hall.server_id).members[scene.id(ADMIN)].clear()
    answers = [
        await scene.submit(ADMIN, form, "09:00", "Asia/Tokyo"),
        await scene.choose(ADMIN, more, "hard", "w1:setup:mix"),
        await scene.press(ADMIN, more, "w1:setup:thread"),
        await scene.press(ADMIN, more, "w1:setup:page:1"),
    ]
    for answer in answers:
        assert answer.ephemeral
        assert "*Manage Server*" in answer.everything
    assert stored(scene) == before


async def test_delivered_twice(scene: Any) -> None:
    """A press that comes twice changes nothing twice: threads stay on."""
    said = await opened(scene)
    said = await scene.press(ADMIN, said, "w1:setup:page:2")
    await scene.press(ADMIN, said, "w1:setup:thread")
    await scene.redeliver()
    assert stored(scene).thread


async def test_restart_in_the_middle(scene: Any) -> None:
    """The message of before a restart goes on working, the form that was open as well."""
    said = await opened(scene)
    form = await scene.press(ADMIN, said, "w1:setup:form")
    await scene.restart()
    await scene.choose(ADMIN, said, "relay", "w1:setup:style")
    await scene.submit(ADMIN, form, "09:00", "Asia/Tokyo")
    setup = stored(scene)
    assert (setup.style, setup.minute, setup.time_zone) == (Style.RELAY, 540, "Asia/Tokyo")


async def test_language_counts_at_once_and_after_a_restart(scene: Any) -> None:
    """What everybody sees is in the server's language, also where another process changed it."""
    server_id = scene.hall.server_id
    said = await opened(scene)
    said = await scene.press(ADMIN, said, "w1:setup:page:2")
    await scene.choose(ADMIN, said, "fr", "w1:setup:language")
    assert scene.client.languages(server_id) == "fr"
    await scene.restart()
    assert scene.client.languages(server_id) == "fr"
    scene.app.setups.change(server_id, lambda s: replace(s, language="de"), 1, scene.clock())
    await scene.client.languages.refresh()
    assert scene.client.languages(server_id) == "de"
    said = await scene.choose(ADMIN, said, "-", "w1:setup:language")
    assert scene.client.languages(server_id) is None


async def test_languages_survive_a_database_that_fails(local_stage: Any) -> None:
    """What was known is kept while the database cannot be asked."""
    server_id, languages = local_stage.hall.server_id, local_stage.client.languages
    local_stage.app.setup_desk.change(server_id, 1, lambda s: replace(s, language="fr"))
    await languages.refresh()
    with local_stage.app.database.writing() as connection:
        connection.exec_driver_sql("ALTER TABLE setups RENAME TO hidden")
        connection.commit()
    await languages.refresh()
    assert languages(server_id) == "fr"


async def test_answers_are_in_the_admins_language(local_stage: Any) -> None:
    """The setup speaks the language of whoever opens it."""
    local_stage.hall.appoint(ADMIN)
    local_stage.hall.speaks(ADMIN, "de")
    said = await local_stage.use(ADMIN, "setup")
    assert said.title.startswith("⚙️ Einrichtung von")
    assert "Wähle unten einen Kanal" in said.everything
