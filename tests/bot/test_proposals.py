"""/puzzle before both stand-ins for Discord: words proposed, queued, hidden, drawn, withdrawn."""

import threading
from datetime import timedelta
from typing import Any

import pytest

import bot.app
from bot.settings import Settings
from embedding.players.artifact import load_associates
from embedding.words.artifact import load_words
from game.audit import Audited, Auditor
from game.proposal_desk import Judge
from game.setup import Setup, Style

ADMIN, OTHER, MEMBER = "ann", "cleo", "ben"
WORDS = ("castle", "lantern", "piano", "salt", "garden", "bridge", "winter")


@pytest.fixture(scope="session")
def judge() -> Judge:
    """One judge for all, who has seen the words of these tests: the first takes seconds."""
    settings = Settings()
    table = load_words(settings.words)
    made = Judge(lambda: Auditor(table, load_associates(settings.players, table)))
    for word in ("raccoon", *WORDS):
        row = table.row(word)
        assert row is not None
        made.audit(row)
    return made


@pytest.fixture(autouse=True)
def shared_judge(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every app takes that one."""
    monkeypatch.setattr(bot.app, "Judge", lambda _: judge)


@pytest.fixture
async def scene(stage: Any) -> Any:
    """The stage, with two admins on the server."""
    stage.hall.appoint(ADMIN)
    stage.hall.appoint(OTHER)
    return stage


def queued(stage: Any) -> list[str]:
    """The words in the queue, behind everybody's back."""
    return [i.proposal.word for i in stage.app.proposals.look(stage.hall.server_id).items]


async def put(stage: Any, word: str, member: str = ADMIN) -> Any:
    """Propose a word and queue it for the next free day."""
    said = await stage.use(member, "puzzle propose", word=word)
    return await stage.press(member, said, "w1:puzzle:next")


async def test_propose_and_queue(scene: Any) -> None:
    """A fair word is rated, queued privately for the next free day, and is that day's puzzle."""
    said = await scene.use(ADMIN, "puzzle propose", word="Castle ")
    assert said.ephemeral
    assert said.title == "✅ castle makes a fair puzzle"
    assert "par 79 · ●●●○○ medium" in said.everything
    assert "fortress" in said.everything
    assert queued(scene) == []
    said = await scene.press(ADMIN, said, "Queue for the next free day")
    assert "**Sat 21 Nov 2026** as things stand" in said.content
    assert queued(scene) == ["castle"]
    assert scene.secret(MEMBER) == "castle"
    assert queued(scene) == []
    assert all("castle" not in m.everything for m in scene.channel_messages())


async def test_nothing_tells_the_word(scene: Any) -> None:
    """No custom id holds the word, and the queue hides it until somebody wants to see it."""
    said = await scene.use(ADMIN, "puzzle propose", word="castle")
    assert not any("castle" in (part.custom_id or "") for part in said.parts)
    await scene.press(ADMIN, said, "w1:puzzle:next")
    hidden = await scene.use(OTHER, "puzzle queue")
    assert hidden.ephemeral
    assert "castle" not in hidden.everything
    assert f"by <@{scene.id(ADMIN)}>" in hidden.everything
    shown = await scene.press(OTHER, hidden, "Show me the words")
    assert "**castle**" in shown.everything
    again = await scene.press(OTHER, shown, "Hide the words")
    assert "castle" not in again.everything


async def test_refused_word(scene: Any) -> None:
    """An unfair word gets the reasons and words that would pass, and no button to queue it."""
    said = await scene.use(ADMIN, "puzzle propose", word="raccoon")
    assert "would not be a fair puzzle" in said.title
    assert "Rude words are among the nearest" in said.everything
    assert "squirrel" in said.everything
    assert said.parts == ()
    assert scene.rows()["proposals"] == 0


@pytest.mark.parametrize(
    ("word", "answer"),
    [("zzyzx", "zzyzx"), ("two words", "two"), ("?", "word"), ("12", "letters")],
)
async def test_what_is_no_word(local_stage: Any, word: str, answer: str) -> None:
    """What is no word is answered as everywhere, and kept nowhere."""
    local_stage.hall.appoint(ADMIN)
    said = await local_stage.use(ADMIN, "puzzle propose", word=word)
    assert answer in said.everything
    assert local_stage.rows()["proposals"] == 0


async def test_choose_a_date(scene: Any) -> None:
    """The form takes a date; a wrong, past, far or taken one is refused and can be tried again."""
    said = await scene.use(ADMIN, "puzzle propose", word="castle")
    for typed, answer in (
        ("soon", "I can't read *soon* as a date"),
        ("2026-11-21", "Choose a date from 22 Nov 2026"),
        ("2029-01-01", "Choose a date from"),
    ):
        form = await scene.press(ADMIN, said, "w1:puzzle:date")
        refused = await scene.submit(ADMIN, form, typed)
        assert answer in refused.everything
    form = await scene.press(ADMIN, said, "w1:puzzle:date")
    done = await scene.submit(ADMIN, form, "24.12.")
    assert "**Thu 24 Dec 2026**" in done.content
    said = await scene.use(OTHER, "puzzle propose", word="lantern")
    form = await scene.press(OTHER, said, "w1:puzzle:date")
    taken = await scene.submit(OTHER, form, "2026-12-24")
    assert "has its puzzle already" in taken.everything
    assert queued(scene) == ["castle"]
    scene.clock.go_on(timedelta(days=33))
    assert scene.secret(MEMBER) == "castle"


async def test_cancel_and_old_buttons(scene: Any) -> None:
    """What was cancelled cannot be queued by an old button; it may be proposed anew."""
    said = await scene.use(ADMIN, "puzzle propose", word="castle")
    again = await scene.use(ADMIN, "puzzle propose", word="castle")
    done = await scene.press(ADMIN, said, "w1:puzzle:cancel")
    assert done.parts == ()
    late = await scene.press(ADMIN, again, "w1:puzzle:next")
    assert "not open any more" in late.everything
    assert queued(scene) == []
    await put(scene, "castle")
    assert queued(scene) == ["castle"]


async def test_paging_and_withdrawing(scene: Any) -> None:
    """Seven proposals are on two pages; each has a button that withdraws it, once."""
    for word in WORDS:
        await put(scene, word)
    assert queued(scene) == list(WORDS)
    first = await scene.use(ADMIN, "puzzle queue")
    assert "Page 1 of 2" in first.everything
    assert "Earlier" not in first.labels
    second = await scene.press(ADMIN, first, "Later")
    assert "Page 2 of 2" in second.everything
    assert "**7.** Fri 27 Nov 2026" in second.everything
    second = await scene.press(ADMIN, second, "Withdraw 6")
    await scene.redeliver()
    second = await scene.press(ADMIN, second, "Withdraw 6")
    assert queued(scene) == list(WORDS[:5])
    assert "Page" not in second.everything
    assert "**5.**" in second.everything


async def test_word_is_in_the_queue_already(scene: Any) -> None:
    """A second admin who proposes a queued word learns only that, and is an insider from then."""
    await put(scene, "castle")
    said = await scene.use(OTHER, "puzzle propose", word="castle")
    assert "in the queue already" in said.content
    assert "Cancel" not in said.labels
    assert scene.secret(MEMBER) == "castle"
    assert insiders(scene) == {scene.id(ADMIN), scene.id(OTHER)}


def insiders(stage: Any) -> frozenset[int]:
    """Who knew the word of today's puzzle."""
    day = stage.clock().date()
    _, puzzle = stage.app.dailies._puzzles.daily(stage.hall.server_id, day)
    found: frozenset[int] = stage.app.proposals.insiders(puzzle.id)
    return found


async def test_verdicts_hold_up_no_guess(scene: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A word is judged in a lane of its own, however long that takes."""
    lanes, audit = list[str](), Judge.audit

    def watched(judge: Judge, row: int) -> Audited:
        lanes.append(threading.current_thread().name)
        return audit(judge, row)

    monkeypatch.setattr(Judge, "audit", watched)
    await scene.use(ADMIN, "puzzle propose", word="castle")
    assert lanes == ["warmer-verdict-0"]


async def test_running_secret_is_not_given_away(scene: Any) -> None:
    """Proposing today's very word is answered like any other: nobody finds it out that way."""
    await put(scene, "castle")
    assert scene.secret(MEMBER) == "castle"
    said = await scene.use(OTHER, "puzzle propose", word="castle")
    assert said.title == "✅ castle makes a fair puzzle"
    said = await scene.press(OTHER, said, "w1:puzzle:next")
    assert "**Sun 22 Nov 2026** as things stand" in said.content
    scene.clock.next_day()
    assert scene.secret(MEMBER) != "castle"
    shown = await scene.use(OTHER, "puzzle queue")
    assert "after all other words" in shown.everything
    said = await scene.use(ADMIN, "puzzle propose", word="castle")
    assert said.title == "♻️ castle was a puzzle on 21 Nov 2026"


async def test_insiders_count_in_no_list(scene: Any) -> None:
    """The proposer plays for themselves: not in the list of solvers, not on a shared board."""
    server_id = scene.hall.server_id
    channel = scene.hall.channel_id("general", ADMIN)
    setup = Setup(server_id, "UTC", channel, 18 * 60, style=Style.RACE, language="en")
    scene.app.setup_desk.change(server_id, 1, lambda _: setup)
    await put(scene, "castle")
    scene.clock.go_on(timedelta(hours=6))
    await scene.client.come_round()
    await scene.settled()
    assert scene.secret(MEMBER) == "castle"
    for member in (ADMIN, MEMBER):
        said = await scene.guess(member, "castle")
        assert "it is!" in said.title
    race = scene.app.panels.panels.panel(puzzle_id(scene), channel)
    racers = scene.app.panels.panels.racers(race)
    assert [(racer.member_id, racer.place) for racer in racers] == [(scene.id(MEMBER), 1)]
    shared = await scene.guess(ADMIN, "castle", mode="together")
    assert "left to the others" in shared.everything
    scene.clock.go_on(timedelta(days=1))
    await scene.client.come_round()
    posts = [m for m in scene.channel_messages() if m.title.startswith("Warmer #2")]
    assert f"<@{scene.id(MEMBER)}>" in posts[0].everything
    assert f"<@{scene.id(ADMIN)}>" not in posts[0].everything


def puzzle_id(stage: Any) -> int:
    """The id of today's puzzle."""
    _, puzzle = stage.app.dailies._puzzles.daily(stage.hall.server_id, stage.clock().date())
    return int(puzzle.id)


async def test_delivered_twice(scene: Any) -> None:
    """Proposing and queueing that come twice leave one proposal."""
    said = await scene.use(ADMIN, "puzzle propose", word="castle")
    await scene.redeliver()
    await scene.press(ADMIN, said, "w1:puzzle:next")
    await scene.redeliver()
    assert queued(scene) == ["castle"]
    assert scene.rows()["proposals"] == 1


async def test_restart_in_the_middle(scene: Any) -> None:
    """Buttons of before a restart go on working."""
    said = await scene.use(ADMIN, "puzzle propose", word="castle")
    await scene.restart()
    await scene.press(ADMIN, said, "w1:puzzle:next")
    assert queued(scene) == ["castle"]


async def test_who_may_no_longer_manage_is_refused(local_stage: Any) -> None:
    """Every press is checked anew, and shows and changes nothing."""
    scene = local_stage
    scene.hall.appoint(ADMIN)
    await put(scene, "castle")
    said = await scene.use(ADMIN, "puzzle propose", word="lantern")
    form = await scene.press(ADMIN, said, "w1:puzzle:date")
    listed = await scene.use(ADMIN, "puzzle queue")
    scene.hall.local._world.guild(scene.hall.server_id).members[scene.id(ADMIN)].clear()
    answers = [
        await scene.submit(ADMIN, form, "2026-12-24"),
        await scene.press(ADMIN, said, "w1:puzzle:next"),
        await scene.press(ADMIN, said, "w1:puzzle:cancel"),
        await scene.press(ADMIN, listed, "w1:puzzle:withdraw"),
        await scene.press(ADMIN, listed, "Show me the words"),
    ]
    for answer in answers:
        assert "*Manage Server*" in answer.everything
        assert "castle" not in answer.everything
    assert queued(scene) == ["castle"]


async def test_other_servers_proposals_are_out_of_reach(local_stage: Any) -> None:
    """The number of another server's proposal in a button leads nowhere."""
    scene = local_stage
    scene.hall.appoint(ADMIN)
    other = scene.hall.join_server("other")
    foreign = scene.app.proposals.propose(other, 1, "castle").proposal
    assert foreign is not None
    mine = await scene.use(ADMIN, "puzzle propose", word="lantern")
    scene.app.proposals.withdraw(scene.hall.server_id, foreign.id + 1)
    late = await scene.press(ADMIN, mine, "w1:puzzle:next")
    assert "not open any more" in late.everything
    assert scene.app.proposals.proposals.queued(other) == []


async def test_in_other_languages(local_stage: Any) -> None:
    """The verdict is in the language of whoever asks."""
    local_stage.hall.appoint(ADMIN)
    local_stage.hall.speaks(ADMIN, "fr")
    said = await local_stage.use(ADMIN, "puzzle propose", word="castle")
    assert said.title == "✅ castle fait une énigme équitable"
    assert "joueurs simulés" in said.everything.casefold()
