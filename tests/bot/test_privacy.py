"""See, take along, forget: before both stand-ins for Discord, in the middle of a game."""

import asyncio
import gzip
import json
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.components.privacy import Scope
from bot.components.rows import DANGER, button, keys
from bot.i18n import tongue
from bot.render import privacy as drawn
from game.model import BoardKey, Mode
from store.schema import METADATA
from store.work import SqlGameStore

EN = tongue("en")


def opened(said: Any) -> Any:
    """The document that came with an answer, however it is packed."""
    files = [file for part in (*said.before, said) for file in part.files]
    data = b"".join(file.content for file in files)
    return json.loads(gzip.decompress(data) if ".gz" in files[0].filename else data)


async def forget(stage: Any, member: str, where: str = "general", scope: str = "all") -> Any:
    """Let a member be forgotten, step by step, and return the last answer."""
    asked = await stage.use(member, "forget-me", where)
    form = await stage.press(member, asked, EN(f"privacy-forget-{scope}"))
    return await stage.submit(member, form, EN("privacy-word"))


def traces(stage: Any, member: str) -> list[str]:
    """The tables in which a member's id stands, in a column or in a text."""
    own, found = str(stage.id(member)), []
    with stage.app.database.reading() as connection:
        for table in METADATA.sorted_tables:
            rows = connection.execute(select(table))
            found += [table.name for row in rows if any(own in str(value) for value in row)]
    return found


async def test_privacy_says_what_is_kept(stage: Any) -> None:
    """The answer is the member's alone, has the numbers that hold, and leads on."""
    await stage.guess("ann", "river")
    said = await stage.use("ann", "privacy")
    assert said.ephemeral
    assert "365 days" in said.everything
    assert "30 days" in said.everything
    assert opened(await stage.press("ann", said, EN("privacy-export-button")))["data"]
    asked = await stage.press("ann", said, EN("privacy-forget-button"))
    assert asked.title == EN("privacy-question")


async def test_operators_say_whom_to_ask(stage: Any) -> None:
    """Where the operator names a contact, members read it."""
    stage.settings.contact = "privacy@example.org"
    await stage.restart()
    assert "privacy@example.org" in (await stage.use("ann", "privacy", "direct")).everything


@pytest.mark.parametrize("where", ["general", "direct", "group", "elsewhere"])
async def test_export_is_what_was_played(stage: Any, where: str) -> None:
    """Every word of the member's, and none of anybody else's."""
    await stage.guess("ann", "river", where)
    await stage.guess("ann", "lake", where, mode="together")
    await stage.guess("ben", "pond", "general", mode="together")
    await stage.use("ann", "practice", where)
    await stage.guess("ann", "music", where)
    said = await stage.use("ann", "export-me", where)
    assert said.ephemeral
    document = opened(said)
    assert (document["format"], document["version"]) == ("warmer-export", 1)
    assert document["member_id"] == str(stage.id("ann"))
    assert document["made_at"] == stage.clock().isoformat()
    guesses = document["data"]["guesses"]
    assert sorted(guess["word"] for guess in guesses) == ["lake", "music", "river"]
    assert {guess["at"] for guess in guesses} == {stage.clock().isoformat()}
    assert len(document["data"]["practice_rounds"]) == 1
    assert "pond" not in json.dumps(document)
    assert stage.secret("ann", where) not in json.dumps(document)


async def test_export_of_here(stage: Any) -> None:
    """One server's part leaves out what was played elsewhere."""
    await stage.guess("ann", "river")
    await stage.guess("ann", "lake", "direct")
    here = opened(await stage.use("ann", "export-me", scope="here"))
    assert [guess["word"] for guess in here["data"]["guesses"]] == ["river"]
    direct = opened(await stage.use("ann", "export-me", "direct", scope="here"))
    assert [guess["word"] for guess in direct["data"]["guesses"]] == ["lake"]


@pytest.mark.parametrize(("limit", "files"), [(1500, 1), (200, 3)])
async def test_export_too_large_for_one_file(
    stage: Any, monkeypatch: pytest.MonkeyPatch, limit: int, files: int
) -> None:
    """It is compressed, and then cut into pieces that make the same document together."""
    await stage.guess("ann", "river lake pond music mountain")
    whole = opened(await stage.use("ann", "export-me"))
    assert len(json.dumps(whole)) > 1500
    monkeypatch.setattr(drawn, "LIMIT", limit)
    stage.hall.be_patient()
    said = await stage.use("ann", "export-me")
    sent = [file for part in (*said.before, said) for file in part.files]
    assert len(sent) >= files
    assert all(len(file.content) <= limit for file in sent)
    assert all(part.ephemeral for part in (*said.before, said))
    assert opened(said) == whole


async def test_forgotten_and_playing_again(stage: Any) -> None:
    """Everything is gone; whoever plays again begins afresh, and sees nothing of others."""
    secret = stage.secret("ann")
    await stage.guess("ben", "river", mode="together")
    await stage.guess("ann", "lake", mode="together")
    await stage.guess("ann", "pond", mode="solo")
    await stage.guess("ann", secret)
    assert "1 day" in (await stage.use("ann", "stats")).everything
    done = await forget(stage, "ann")
    assert done.ephemeral
    assert "3 words and 1 board" in done.content
    assert traces(stage, "ann") == []
    assert EN("record-nothing") in (await stage.use("ann", "stats")).everything
    again = await stage.guess("ann", "pond", mode="solo")
    assert "1 guess" in again.everything
    shared = await stage.use("ann", "board", mode="together")
    assert "lake" not in shared.everything
    assert "river" not in shared.everything
    assert EN("common-somebody") in shared.everything
    assert f"<@{stage.id('ann')}>" not in shared.everything


async def test_forgotten_here_alone(stage: Any) -> None:
    """What was played elsewhere stays."""
    await stage.guess("ann", "river")
    await stage.guess("ann", "lake", "direct")
    await forget(stage, "ann", scope="here")
    left = opened(await stage.use("ann", "export-me"))["data"]["guesses"]
    assert [guess["word"] for guess in left] == ["lake"]
    await forget(stage, "ann", "direct", "here")
    assert traces(stage, "ann") == []


async def test_shared_board_goes_on(stage: Any) -> None:
    """The others keep every word, its heat and the count, and may give up without the forgotten."""
    words = stage.words(stage.secret("ann"))
    await stage.guess("ann", words[40], mode="together")
    await stage.guess("ben", words[20], mode="together")
    await forget(stage, "ann")
    board = (await stage.use("ben", "board")).everything
    assert words[40] in board
    assert "2 guesses" in board
    again = await stage.guess("ben", words[40])
    assert EN("common-somebody") in again.everything
    asked = await stage.use("ben", "giveup")
    ended = await stage.press("ben", asked, EN("components-give-up"))
    assert stage.secret("ben") in ended.everything


async def test_panel_is_drawn_again(stage: Any) -> None:
    """The board that everybody sees loses the name within its next round, and keeps the rest."""
    stage.client.changes.pace = type(stage.client.changes.pace)(0, 0, 0.01, sweep_s=None)
    await stage.use("ann", "party", style="together")
    words = stage.words(stage.secret("ann"))
    await stage.guess("ann", words[400], mode="together")
    await stage.guess("ben", words[300], mode="together")
    await stage.settled()
    await forget(stage, "ann")
    panels = stage.client.changes
    await panels._look_around()
    while tasks := [t for t in (panels._ear, *panels._hands.values()) if t]:
        await asyncio.wait(tasks)
    await stage.settled()
    [panel] = [m for m in stage.channel_messages() if m.has("w1:play:guess")]
    assert f"<@{stage.id('ann')}>" not in panel.everything
    assert f"<@{stage.id('ben')}>" in panel.everything
    assert EN("common-somebody") in panel.everything
    assert "2 guesses" in panel.everything


async def test_forgotten_while_others_guess(local_stage: Any) -> None:
    """Guesses that come in meanwhile are all there, each once, in one row of positions."""
    stage = local_stage
    words = stage.words(stage.secret("ann"))[500:520]
    for member in ("ann", "ben", "cleo"):
        await stage.guess(member, words.pop(), mode="together")
    asked = await stage.use("ann", "forget-me")
    form = await stage.press("ann", asked, EN("privacy-forget-all"))
    others = [
        stage.guess(("ben", "cleo")[n % 2], word, mode="together")
        for n, word in enumerate(words[:8])
    ]
    await asyncio.gather(*others, stage.submit("ann", form, EN("privacy-word")))
    puzzle = stage.app.dailies._puzzles.daily(stage.hall.server_id, stage.clock().date())[1]
    key = BoardKey(puzzle.id, Mode.TOGETHER, stage.hall.channel_id("general", "ben"))
    with SqlGameStore(stage.app.database).reading() as reader:
        board = reader.board(key)
        entries = reader.entries(board.id)
    assert [entry.position for entry in entries] == list(range(1, 12))
    assert board.entries == board.attempts == 11
    named = {entry.member_id for entry in entries}
    assert named == {-1, stage.id("ben"), stage.id("cleo")}
    assert traces(stage, "ann") == []


async def test_forgotten_twice(stage: Any) -> None:
    """A question answered once more finds nothing, and says so."""
    await stage.guess("ann", "river")
    asked = await stage.use("ann", "forget-me")
    await forget(stage, "ann")
    before = stage.rows()
    form = await stage.press("ann", asked, EN("privacy-forget-all"))
    again = await stage.submit("ann", form, EN("privacy-word"))
    assert again.content == EN("privacy-nothing")
    assert stage.rows() == before | {"notes": before["notes"] + 1}


async def test_delivered_twice(stage: Any) -> None:
    """The same answer delivered again forgets nothing that came since."""
    await stage.guess("ann", "river")
    await forget(stage, "ann")
    own = stage.id("ann")
    [note] = [key for key in _notes(stage) if key.startswith("forgotten:")]
    await stage.guess("ann", "lake")
    told = stage.app.privacy.forget(
        own, None, own, stage.clock(), int(note.removeprefix("forgotten:"))
    )
    assert told is None
    board = await stage.use("ann", "board")
    assert "lake" in board.everything


async def test_redelivered_by_discord(stage: Any) -> None:
    """Discord delivering the form again changes nothing."""
    await stage.guess("ann", "river")
    await forget(stage, "ann")
    before = stage.rows()
    await stage.redeliver()
    assert stage.rows() == before


def _notes(stage: Any) -> list[str]:
    with stage.app.database.reading() as connection:
        return list(connection.exec_driver_sql("SELECT key FROM notes").scalars())


async def test_wrong_word_deletes_nothing(stage: Any) -> None:
    """Whoever writes anything else keeps everything; how the word is written does not matter."""
    await stage.guess("ann", "river")
    before = stage.rows()
    asked = await stage.use("ann", "forget-me")
    form = await stage.press("ann", asked, EN("privacy-forget-all"))
    said = await stage.submit("ann", form, "keep me")
    assert said.content == EN("privacy-wrong-word", word=EN("privacy-word"))
    assert stage.rows() == before
    form = await stage.press("ann", asked, EN("privacy-forget-all"))
    await stage.submit("ann", form, " forget ")
    assert traces(stage, "ann") == []


async def test_question_lists_what_goes(stage: Any) -> None:
    """Before anything is pressed one reads how much that is, here and everywhere."""
    await stage.guess("ann", "river lake")
    await stage.guess("ann", "pond", "direct")
    asked = await stage.use("ann", "forget-me")
    fields = {field["name"]: field["value"] for field in asked.embed["fields"]}
    assert fields["Here"].startswith("2 words, 1 board")
    assert fields["Everywhere"].startswith("3 words, 2 boards")
    assert asked.ephemeral


async def test_somebody_else_cannot_answer(stage: Any) -> None:
    """A question that another member comes by deletes nothing of either."""
    for member in ("ann", "ben"):
        await stage.guess(member, "river")
    before = stage.rows()
    at = int(stage.clock().timestamp())
    made = f"w1:privacy:forget:{stage.id('ann')}:{Scope.EVERYWHERE}:{at}"
    channel_id = stage.hall.channel_id("general", "ann")
    there = stage.client.get_partial_messageable(channel_id)
    await there.send("Forged", view=keys([button(made, "Forget", None, DANGER)]))
    await stage.settled()
    said = await stage.press("ben", stage.channel_messages()[-1], "Forget")
    assert said.content == EN("errors-not-your-question")
    assert said.ephemeral
    assert stage.rows() == before


async def test_old_question_after_a_restart(stage: Any) -> None:
    """Soon after a restart the question still holds; later it is too old, at either step."""
    await stage.guess("ann", "river")
    asked = await stage.use("ann", "forget-me")
    await stage.restart()
    form = await stage.press("ann", asked, EN("privacy-forget-all"))
    before = stage.rows()
    stage.clock.go_on(timedelta(minutes=15, seconds=1))
    late = await stage.submit("ann", form, EN("privacy-word"))
    assert late.content == EN("errors-question-too-old")
    pressed = await stage.press("ann", asked, EN("privacy-forget-all"))
    assert pressed.content == EN("errors-question-too-old")
    assert stage.rows() == before


async def test_every_language(stage: Any) -> None:
    """Asked, answered and done in the member's own language, with its own word."""
    for code in ("de", "fr"):
        says = tongue(code)
        stage.hall.speaks("ann", code)
        await stage.guess("ann", "river")
        assert (await stage.use("ann", "privacy")).title == says("privacy-title")
        asked = await stage.use("ann", "forget-me")
        form = await stage.press("ann", asked, says("privacy-forget-all"))
        done = await stage.submit("ann", form, says("privacy-word").lower())
        assert done.content == says("privacy-done", guesses=1, boards=1)
        assert traces(stage, "ann") == []


async def test_nothing_to_forget(stage: Any) -> None:
    """Who has nothing stored is told so and asked nothing; who has it elsewhere only, that."""
    asked = await stage.use("eve", "forget-me")
    assert (asked.content, asked.labels) == (EN("privacy-none-stored"), [])
    await stage.guess("eve", "river", "direct")
    asked = await stage.use("eve", "forget-me")
    assert asked.labels == [EN("privacy-forget-all")]
