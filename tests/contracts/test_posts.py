"""The contract of the outbox, on every database."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert

from game.model import Server
from game.posts import LEASE, Due, PostState, Skip, Taken, dues, horizon
from game.setup import Setup
from store.engine import Database
from store.posts import SqlPosts
from store.schema_server import DepartureRow
from store.setups import SqlSetups
from store.work import SqlGameStore

NOW = datetime(2026, 11, 21, 18, tzinfo=UTC)
DAY = date(2026, 11, 21)
ONE_DAY = timedelta(days=1)
SINCE = NOW - timedelta(hours=20)
SETUP = Setup(1, "UTC", 5, 18 * 60)


def arrange(database: Database, servers: int = 2) -> SqlPosts:
    """An outbox of so many servers that post at 18:00, arranged the night before."""
    with SqlGameStore(database).working() as work:
        for number in range(1, servers + 1):
            work.add_server(Server(number, "UTC", 7, date(2026, 11, 1)))
        work.commit()
    for number in range(1, servers + 1):
        setup = replace(SETUP, server_id=number)
        SqlSetups(database).set_up(setup, 9, SINCE)
    return SqlPosts(database)


@pytest.fixture
def posts(database: Database) -> SqlPosts:
    """The outbox of two servers."""
    return arrange(database)


def due(server_id: int = 1, day: date = DAY, skip: Skip | None = None) -> Due:
    """A due day."""
    return Due(server_id, day, NOW + (day - DAY), skip)


def take_one(posts: SqlPosts, now: datetime = NOW) -> Taken:
    """The only post that can be taken."""
    [taken] = posts.take(now, 10)
    return taken


def test_day_is_planned_once(posts: SqlPosts) -> None:
    """A server's date gets in once, whatever comes later."""
    assert posts.plan([due(), due(2)]) == 2
    assert posts.plan([due(), due(skip=Skip.LATE)]) == 0
    [post] = posts.posts(1, DAY)
    assert (post.state, post.due_at, post.attempts) == (PostState.PENDING, NOW, 0)
    assert posts.plan([]) == 0


def test_skipped_days_are_kept_with_their_reason(posts: SqlPosts) -> None:
    """A day that is skipped from the first is never taken."""
    posts.plan([due(skip=Skip.LATE)])
    assert posts.posts(1, DAY)[0].reason == "late"
    assert posts.take(NOW, 10) == ()


def test_agenda_tells_the_last_day(posts: SqlPosts) -> None:
    """Servers with a channel, their last day in the outbox, and since when they are arranged."""
    posts.plan([due(), due(1, DAY - ONE_DAY)])
    first, second = posts.agenda(horizon(NOW))
    assert (first.setup, first.last, first.since) == (SETUP, DAY, SINCE)
    assert second.last is None


def test_days_of_a_clock_gone_wrong_hide_nothing(posts: SqlPosts) -> None:
    """A post that a clock a year ahead made is not the last one, nor does it hold up today's."""
    posts.plan([due(day=DAY + 365 * ONE_DAY)])
    [mine, _] = posts.agenda(horizon(NOW))
    assert [item.day for item in dues([mine], NOW)] == [DAY]
    posts.plan([due()])
    late, early = sorted(posts.take(NOW, 10), key=lambda taken: taken.post.day, reverse=True)
    assert early.latest
    assert late.latest


def test_agenda_leaves_out_who_cannot_be_posted_to(database: Database, posts: SqlPosts) -> None:
    """A server without a channel, and one that the bot has left, have nothing due."""
    SqlSetups(database).set_up(replace(SETUP, channel_id=None), 9, NOW)
    leave(database, 2)
    assert posts.agenda(horizon(NOW)) == []


def leave(database: Database, server_id: int) -> None:
    """Let the bot be thrown out of a server."""
    with database.writing() as connection:
        connection.execute(insert(DepartureRow).values(server_id=server_id, member_id=0, at=NOW))
        connection.commit()


def test_taken_posts_are_not_taken_again(posts: SqlPosts) -> None:
    """A post belongs to whoever took it until the lease ends; then the next one has it."""
    posts.plan([due()])
    first = take_one(posts)
    assert (first.setup, first.set_by, first.latest, first.skip) == (SETUP, 9, True, None)
    assert first.post.state is PostState.SENDING
    assert posts.take(NOW + LEASE - timedelta(seconds=1), 10) == ()
    second = take_one(posts, NOW + LEASE)
    assert (first.post.attempts, second.post.attempts) == (1, 2)


@pytest.mark.parametrize(
    "change",
    [
        lambda posts, taken: posts.hold(taken, 5, NOW),
        lambda posts, taken: posts.note_message(taken, 5, 6),
        lambda posts, taken: posts.finish(taken, None, NOW),
        lambda posts, taken: posts.skip(taken, "forbidden"),
        lambda posts, taken: posts.put_back(taken, NOW),
    ],
)
def test_who_lost_the_lease_changes_nothing(
    posts: SqlPosts, change: Callable[[SqlPosts, Taken], bool]
) -> None:
    """Whoever was overtaken is told so by every change, and nothing of theirs is stored."""
    posts.plan([due()])
    first = take_one(posts)
    take_one(posts, NOW + LEASE)
    before = posts.posts(1, DAY)
    assert not change(posts, first)
    assert posts.posts(1, DAY) == before


def test_way_of_a_post(posts: SqlPosts) -> None:
    """Held, noted and finished: the row says what it is at each step, and is final in the end."""
    posts.plan([due()])
    taken = take_one(posts)
    later = NOW + timedelta(seconds=50)
    assert posts.hold(taken, 5, later)
    assert posts.posts(1, DAY)[0].leased_until == later + LEASE
    assert posts.note_message(taken, 5, 66)
    assert posts.finish(taken, 77, later)
    [post] = posts.posts(1, DAY)
    assert (post.state, post.channel_id, post.message_id, post.thread_id, post.sent_at) == (
        PostState.SENT, 5, 66, 77, later,
    )  # fmt: skip
    assert not posts.skip(taken, "forbidden")
    assert posts.take(NOW + 30 * ONE_DAY, 10) == ()


def test_put_back_posts_wait(posts: SqlPosts) -> None:
    """A post that failed waits for as long as it was told, and then is taken again."""
    posts.plan([due()])
    until = NOW + timedelta(seconds=20)
    assert posts.put_back(take_one(posts), until)
    assert posts.take(NOW, 10) == ()
    assert take_one(posts, until).post.attempts == 2


@pytest.mark.parametrize("leased", [True, False])
def test_clock_set_back_holds_nothing_up(posts: SqlPosts, leased: bool) -> None:
    """A lease or a pause that was written by a clock an hour ahead counts as over."""
    posts.plan([due()])
    taken = take_one(posts, NOW + timedelta(hours=1))
    if not leased:
        posts.put_back(taken, NOW + timedelta(hours=1, seconds=20))
    assert take_one(posts).post.attempts == 2


def test_older_posts_know_that_they_are(posts: SqlPosts) -> None:
    """A post that still waits when the next day is planned is not the latest any more."""
    posts.plan([due(day=DAY - ONE_DAY)])
    posts.plan([due()])
    old, new = posts.take(NOW, 10)
    assert (old.latest, new.latest) == (False, True)


def test_posts_of_who_cannot_be_posted_to_say_so(database: Database, posts: SqlPosts) -> None:
    """The channel was taken out of the setup, or the bot thrown out, after the day was planned."""
    posts.plan([due(), due(2)])
    SqlSetups(database).set_up(replace(SETUP, channel_id=None), 9, NOW)
    leave(database, 2)
    found = {taken.post.server_id: taken.skip for taken in posts.take(NOW, 10)}
    assert found == {1: Skip.NO_CHANNEL, 2: Skip.LEFT}


def test_oldest_come_first_and_in_portions(posts: SqlPosts) -> None:
    """A batch is the oldest of what waits."""
    posts.plan([due(2), due(1, DAY - ONE_DAY), due(1)])
    batches = [[taken.post.day for taken in posts.take(NOW, 2)] for _ in range(3)]
    assert batches == [[DAY - ONE_DAY, DAY], [DAY], []]


def test_tally(posts: SqlPosts) -> None:
    """How much waits and is under way, and since when the oldest is due."""
    assert posts.tally().oldest is None
    posts.plan([due(), due(2, DAY - ONE_DAY), due(2, skip=Skip.LATE)])
    posts.take(NOW, 1)
    tally = posts.tally()
    assert (tally.pending, tally.sending, tally.oldest) == (1, 1, NOW - ONE_DAY)
    assert [post.day for post in posts.unsettled()] == [DAY - ONE_DAY, DAY]


def at_once(number: int, work: Callable[[int], Any]) -> list[Any]:
    """The answers of so many threads that begin at the same instant."""
    from concurrent.futures import ThreadPoolExecutor
    from threading import Barrier

    barrier = Barrier(number)

    def begin(index: int) -> Any:
        barrier.wait()
        return work(index)

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(begin, range(number)))


def test_planned_by_many_at_once(lasting_database: Database) -> None:
    """Three schedulers plan forty servers at the same instant: each day is in once."""
    posts = arrange(lasting_database, 40)
    planned = at_once(3, lambda _: posts.plan([due(number) for number in range(1, 41)]))
    assert sum(planned) == 40
    assert posts.tally().pending == 40


def test_taken_by_many_at_once(lasting_database: Database) -> None:
    """Three schedulers empty one outbox: each post is taken by exactly one of them."""
    posts = arrange(lasting_database, 40)
    posts.plan([due(number) for number in range(1, 41)])

    def empty(_: int) -> list[int]:
        found: list[int] = []
        while batch := posts.take(NOW, 3):
            for taken in batch:
                assert posts.hold(taken, 5, NOW)
                assert posts.finish(taken, None, NOW)
                found.append(taken.post.server_id)
        return found

    found = [server for part in at_once(3, empty) for server in part]
    assert sorted(found) == list(range(1, 41))
    assert {posts.posts(number, DAY)[0].attempts for number in found} == {1}
