"""What lines do, through the real discord.py client."""

import asyncio
from typing import Any

import pytest

from bot.console.outcomes import Helped, Left, Played, Refused, Shown, Told
from bot.console.parse import Slash


async def refused(table: Any, line: str) -> tuple[str, str]:
    """Run a line that must be refused; return its code and words."""
    turn = await table.session.run(line)
    assert isinstance(turn.outcome, Refused)
    return turn.outcome.code, turn.outcome.text


async def said(table: Any, line: str) -> str:
    """Run a line and return the text of its first answer."""
    turn = await table.session.run(line)
    assert isinstance(turn.outcome, Played)
    return turn.outcome.reply.messages[0].content


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("/gess x", "unknown_command", "There is no command /gess. Did you mean /guess?"),
        ("/guess", "missing_option", "/guess needs word: write /guess word:…"),
        ("/guess x times:many", "wrong_type", "times must be a whole number; “many” is not."),
        ("/mode alone who:ada", "not_a_choice", "mode is one of Together."),
        ("/mode together who:eve", "wrong_type", "who must be a user; “eve” is not."),
        ("/guess word:a word:b", "repeated_option", "word is given twice."),
        ("/board now", "unexpected_text", "/board has no place for “now”."),
        ("/server", "incomplete_command", "/server needs one more word: zone."),
        ("1", "nothing_to_press", "No message in #general has a button to press."),
        (":select 1", "nothing_to_select", "No message in #general has a menu."),
        (":fill x", "no_open_form", "No form is open."),
        (":nxt", "unknown_meta", "There is no :nxt. Did you mean :next? :help lists them."),
        (":next -1", "bad_usage", "Write it like this: :next [DAYS]"),
        (":click x", "bad_usage", "Write it like this: :click N"),
        (":channel nws", "unknown_channel", "There is no #nws. Did you mean #news?"),
        (":as", "bad_name", "A member's name is one line of 1 to 32 characters."),
        (":as " + "x" * 33, "bad_name", "A member's name is one line of 1 to 32 characters."),
        (":reveal", "nothing_to_show", "Nothing has been said in #general yet."),
    ],
)
async def test_each_mistake_has_a_code_and_words(
    line: str, code: str, words: str, table: Any
) -> None:
    """A script gets a stable code, a person a sentence that helps."""
    assert await refused(table, line) == (code, words)


@pytest.mark.parametrize("day", ["2026-11-20", "2026-11-21", "tomorrow", "2026-02-30", ""])
async def test_only_later_days_are_gone_to(day: str, table: Any) -> None:
    """A day that is none, or past, is refused and the clock stays."""
    before = table.clock.now()
    assert (await refused(table, f":day {day}"))[0] == "bad_day"
    assert table.clock.now() == before


async def test_days_go_by(table: Any) -> None:
    """One day on, three days on, and to a date."""
    assert (await table.session.run(":next")).outcome == Told("It is Sunday, 22 November 2026.")
    assert (await table.session.run(":next 3")).outcome == Told(
        "It is Wednesday, 25 November 2026."
    )
    await table.session.run(":day 2026-12-01")
    assert table.clock.now().day == 1


async def test_members_take_turns(table: Any) -> None:
    """A new name joins, a known one is switched to, and private answers stay private."""
    await table.session.run("/board")
    await table.session.run("1")
    assert (await table.session.run(":as Bob")).outcome == Told("Bob joined. You are Bob now.")
    assert (await said(table, "river")).startswith("river")
    seen = (await table.session.run(":history")).outcome
    assert isinstance(seen, Shown)
    assert "It is ||wet||." not in [m.content for m in seen.messages]
    assert (await table.session.run(":as @ADA")).outcome == Told("You are ada now.")


async def test_buttons_and_menus_are_pressed_by_number(table: Any) -> None:
    """Links are not numbered, a number out of reach is refused with how many there are."""
    await table.session.run("/board")
    assert await said(table, "1") == "It is ||wet||."
    assert await said(table, ":click 3") == "Marked."
    assert (await refused(table, "2"))[0] == "disabled_component"
    assert await refused(table, "4") == (
        "no_such_button",
        "There is no button 4; the last message has 1 to 3.",
    )
    for choice in ("2", "Warm", "warm", "1 2", "1 warm"):
        assert await said(table, f":select {choice}") == "Chosen: warm"
    assert (await refused(table, ":select hot"))[0] == "bad_selection"
    assert (await refused(table, ":select 2 1"))[0] == "no_such_menu"


async def test_a_form_is_filled_on_one_line(table: Any) -> None:
    """By label or id, with spaces; a mistake leaves the form open and names the field."""
    await table.session.run("/note")
    assert await refused(table, ":fill text=waytoolongtext") == (
        "bad_field",
        "Text must be 1 to 9 characters long; this is 14.",
    )
    assert await refused(table, ":fill txt=x") == (
        "unknown_field",
        "The form has no field txt; it has text, why-so.",
    )
    assert await said(table, ":fill text=so it is why-so=be cause") == "Noted: so it is/be cause"
    assert (await refused(table, ":fill text=again"))[0] == "no_open_form"


async def test_a_suggestion_typed_by_name_is_sent_by_value(table: Any) -> None:
    """As in Discord's client, what was suggested is sent as the bot's own value."""
    assert await said(table, "/find The River") == "Found The River"
    await table.session.desk.suggest(Slash("find", {"thing": ""}), "thing")
    assert await said(table, "/find The River") == "Found id-1"


async def test_a_late_answer_arrives_on_its_own(table: Any) -> None:
    """After "thinking…" the answer is announced when it comes, and handed out once."""
    arrived = asyncio.Event()
    table.session.on_arrival = arrived.set
    turn = await table.session.run("/slow")
    assert turn.outcome.reply.deferred
    assert turn.outcome.reply.messages == ()
    table.bot.hold.set()
    await asyncio.wait_for(arrived.wait(), 5)
    assert [m.content for m in table.session.arrivals()] == ["At last."]
    assert table.session.arrivals() == ()


async def test_another_channels_messages_stay_there(table: Any) -> None:
    """What is posted elsewhere is not shown here."""
    await table.session.run(":channel news")
    await table.session.run("/post")
    assert table.session.arrivals() == ()


async def test_a_deleted_channel_is_missed_kindly(table: Any) -> None:
    """A channel that is taken away under the person is an error in words."""
    await table.session.run(":channel news")
    table.local.remove_channel(table.local.channels()[1].id)
    assert (await refused(table, "river"))[0] == "unknown_channel"


async def test_help_and_leaving(table: Any) -> None:
    """Both are outcomes for the front end to act on."""
    assert (await table.session.run(":help")).outcome == Helped()
    assert (await table.session.run(":quit")).outcome == Left()
    assert await table.session.run("  ") is None
