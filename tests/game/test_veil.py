"""Which words of a shared board a member may read."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.errors import AlreadyGuessed
from game.model import Entry, Mode
from game.rules import HintKind
from game.veil import Veil, Veiled

AT = datetime(2026, 5, 4, tzinfo=UTC)
ANNE, BEN, CLEO = 1, 2, 3

boards = st.lists(
    st.tuples(st.sampled_from([ANNE, BEN, CLEO]), st.integers(0, 40), st.booleans()), max_size=30
).map(
    lambda rows: [
        Entry(1, at, member, f"word{at}", 0.1, rank, AT, hint=hint)
        for at, (member, rank, hint) in enumerate(rows, 1)
    ]
)


def veil_of(entries: list[Entry], member: int | None, *, lifted: bool = False) -> Veil:
    """The veil before a member who said just these words of theirs."""
    own = [x.rank for x in entries if x.member_id == member and not x.hint]
    return Veil(member, min(own, default=None), lifted)


@given(boards, st.sampled_from([ANNE, BEN, CLEO, 4, None]))
def test_nobody_reads_ahead(entries: list[Entry], member: int | None) -> None:
    """No word of another is read that is nearer than one's own nearest guess."""
    shown, veiled = veil_of(entries, member).part(entries)
    own = [x.rank for x in entries if x.member_id == member and not x.hint]
    assert all(x.member_id == member or (own and x.rank >= min(own)) for x in shown)
    assert all(x.member_id != member for x in veiled)


@given(boards, st.sampled_from([ANNE, BEN, None]), st.booleans())
def test_nothing_is_lost(entries: list[Entry], member: int | None, lifted: bool) -> None:
    """Every word is either shown or kept back, in its order; a lifted veil keeps none back."""
    shown, veiled = veil_of(entries, member, lifted=lifted).part(entries)
    places = sorted([x.position for x in shown] + [x.position for x in veiled])
    assert places == [x.position for x in entries]
    assert [x.position for x in shown] == sorted(x.position for x in shown)
    if lifted:
        assert shown == entries


@given(boards)
def test_everyone_together_reads_nothing(entries: list[Entry]) -> None:
    """What is public shows no word at all."""
    assert veil_of(entries, None).part(entries)[0] == []


@given(boards, st.integers(0, 40))
def test_coming_nearer_shows_no_less(entries: list[Entry], rank: int) -> None:
    """One more guess of one's own takes nothing out of sight."""
    before, _ = veil_of(entries, ANNE).part(entries)
    more = [*entries, Entry(1, len(entries) + 1, ANNE, "more", 0.1, rank, AT)]
    after, _ = veil_of(more, ANNE).part(more)
    assert {x.word for x in before} <= {x.word for x in after}


def test_hints_do_not_count() -> None:
    """Who was given a near word has not come that near, but sees what they were given."""
    hint = Entry(1, 1, ANNE, "given", 0.1, 3, AT, hint=True)
    far = Entry(1, 2, BEN, "far", 0.1, 30, AT)
    shown, veiled = veil_of([hint, far], ANNE).part([hint, far])
    assert shown == [hint]
    assert veiled == [Veiled(2, BEN, 30, hint=False)]


def shared(play: Any, member: int) -> Any:
    """A turn on the channel's board."""
    return play.turn(member, mode=Mode.TOGETHER)


def test_views_are_veiled(play: Any) -> None:
    """On a shared board the use cases hand out no word that its member may not read."""
    near, far = play.wrong(play.turn(), 20), play.wrong(play.turn(), 1)
    play.game.guess(shared(play, ANNE), near)
    told = play.game.guess(shared(play, BEN), far).view
    assert [x.word for x in told.entries] == [far]
    assert [x.member_id for x in told.veiled] == [ANNE]
    looked = play.game.look(shared(play, BEN))
    assert (looked.entries, looked.veiled) == (told.entries, told.veiled)
    assert {x.word for x in play.game.look(shared(play, ANNE)).entries} == {near, far}


def test_asking_lifts_the_veil(play: Any) -> None:
    """Who asks sees every word, and still not how a board ended that they did not play on."""
    near = play.wrong(play.turn(), 20)
    play.game.guess(shared(play, ANNE), near)
    assert [x.word for x in play.game.look(shared(play, BEN), lifted=True).entries] == [near]
    secret = play.secret(play.turn())
    play.game.guess(shared(play, ANNE), secret)
    asked = play.game.look(shared(play, BEN), lifted=True)
    assert [x.word for x in asked.entries] == [near]
    assert (asked.secret, asked.veiled) == (None, [])


def test_the_end_lifts_the_veil_for_players(play: Any) -> None:
    """Once the board has ended, whoever played on it sees everything, and nobody else more."""
    words = [play.wrong(play.turn(), number) for number in (1, 20)]
    play.game.guess(shared(play, ANNE), words[0])
    play.game.guess(shared(play, BEN), words[1])
    play.game.guess(shared(play, BEN), play.secret(play.turn()))
    assert len(play.game.look(shared(play, ANNE)).entries) == 3
    stranger = play.game.look(shared(play, CLEO))
    assert (stranger.entries, len(stranger.veiled)) == ([], 2)


def test_own_boards_have_no_veil(play: Any) -> None:
    """On one's own board everything can be read, hints included."""
    play.game.hint(play.turn())
    view = play.game.look(play.turn())
    assert (len(view.entries), view.veiled) == (1, [])


def test_saying_a_word_that_stands_brings_as_near(play: Any) -> None:
    """Who says a word that somebody else has said reads from then on what is no nearer."""
    words = [play.wrong(play.turn(), number) for number in (21, 20, 22, 10)]
    for word in words:
        play.game.guess(shared(play, BEN), word)
    with pytest.raises(AlreadyGuessed):
        play.game.guess(shared(play, ANNE), words[0])
    looked = play.game.look(shared(play, ANNE))
    assert ({x.word for x in looked.entries}, len(looked.veiled)) == ({*words} - {words[2]}, 1)
    again = play.game.guess_many(shared(play, CLEO), f"{words[1]} {words[3]}").view
    assert [x.word for x in again.entries] == [words[1], words[3]]


def test_a_word_that_was_shown_brings_no_nearer(play: Any) -> None:
    """Saying the word of one's own hint brings one no nearer than the hint did."""
    play.game.guess(shared(play, ANNE), play.wrong(play.turn()))
    shown = play.game.hint(shared(play, ANNE)).entry.word
    with pytest.raises(AlreadyGuessed):
        play.game.guess(shared(play, ANNE), shown)
    play.game.guess(shared(play, BEN), near := play.wrong(play.turn(), 8))
    assert near not in {x.word for x in play.game.look(shared(play, ANNE)).entries}


def test_hints_lie_between_words_that_may_be_read(play: Any) -> None:
    """A hint between two words of others names none that its member may not read."""
    book = play.book.scores(play.words.row(play.secret(play.turn())))
    order = [play.words.words[row] for row in book.order.tolist()]
    for word in (order[3], order[6]):
        play.game.guess(shared(play, BEN), word)
    play.game.guess(shared(play, ANNE), order[-1])
    assert play.game.hint(shared(play, ANNE), HintKind.BETWEEN).between is None


def test_hints_name_words_that_may_be_read(play: Any) -> None:
    """Whoever has come as near as both words learns between which two a hint lies."""
    book = play.book.scores(play.words.row(play.secret(play.turn())))
    order = [play.words.words[row] for row in book.order.tolist()]
    play.game.guess(shared(play, BEN), order[6])
    play.game.guess(shared(play, ANNE), order[3])
    told = play.game.hint(shared(play, ANNE), HintKind.BETWEEN)
    assert set(told.between) == {order[3], order[6]}


def test_veiled_words_have_no_word() -> None:
    """What is known of a kept-back word names who and how near, and has no place for more."""
    veiled = Veiled(1, ANNE, 5, hint=False)
    assert not hasattr(replace(veiled), "word")
