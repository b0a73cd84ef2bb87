"""Why a word is as warm as it is: planted links, and the real words."""

from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest

from embedding.words.relations import Kind, Relations
from embedding.words.table import FIELDS, Sense, WordTable
from game.errors import EmptyGuess, NotOnBoard, UnknownWord
from game.model import Mode
from game.scoring import score
from game.why import SHARED, Link, Tie, Why, explain

# The words of the small table far apart from each other, so that only what is planted links them.
SECRET, GUESS, THIRD, FOURTH = 0, 13, 25, 7


def links(*rows: tuple[int, Kind, int, int]) -> Relations:
    """Relations of those (source, kind, target, sense)."""
    ordered = sorted(rows)
    source, kind, target, sense = (list(column) for column in zip(*ordered, strict=True))
    return Relations(
        np.array(source, np.int32), np.array(kind, np.uint8),
        np.array(target, np.int32), np.array(sense, np.uint8),
    )  # fmt: skip


def told(table: WordTable, *rows: tuple[int, Kind, int, int]) -> list[Link]:
    """What links the guess with the secret by those relations."""
    linked = replace(table, relation_source=links(*rows)) if rows else table
    return [tie.link for tie in explain(linked, score(linked, SECRET), GUESS).ties]


@pytest.mark.parametrize(
    ("kind", "there", "back"),
    [
        (Kind.KIND_OF, Link.KIND_OF, Link.HAS_KIND),
        (Kind.PART_OF, Link.PART_OF, Link.HAS_PART),
        (Kind.ENTAILS, Link.ENTAILS, Link.ENTAILED),
        (Kind.ANTONYM, Link.OPPOSITE, Link.OPPOSITE),
        (Kind.SYNONYM, Link.SYNONYM, Link.SYNONYM),
        (Kind.SIMILAR, Link.SIMILAR, Link.SIMILAR),
        (Kind.DERIVED, Link.DERIVED, Link.DERIVED),
        (Kind.IN_TOPIC, Link.TOPIC, Link.TOPIC),
    ],
)
def test_planted_link(circle: WordTable, kind: Kind, there: Link, back: Link) -> None:
    """Each relation of WordNet is named, and the right way round."""
    assert told(circle, (GUESS, kind, SECRET, 0)) == [there]
    assert told(circle, (SECRET, kind, GUESS, 0)) == [back]


def test_nothing_links_strangers(circle: WordTable) -> None:
    """Where there is no link none is made up."""
    assert told(circle) == []
    assert told(circle, (GUESS, Kind.SYNONYM, THIRD, 0)) == []


def test_opposites_come_first(circle: WordTable) -> None:
    """A word that is an opposite as well as something else is named as an opposite first."""
    planted = [(GUESS, kind, SECRET, 0) for kind in (Kind.SIMILAR, Kind.ANTONYM, Kind.SYNONYM)]
    assert told(circle, *planted) == [Link.OPPOSITE, Link.SYNONYM, Link.SIMILAR]


def test_likeness_of_an_opposite_is_an_opposite(circle: WordTable) -> None:
    """*sad* is like *unhappy* in the sense in which that is the opposite of *happy*."""
    opposed = [(SECRET, Kind.ANTONYM, THIRD, 0), (THIRD, Kind.ANTONYM, SECRET, 1)]
    assert told(circle, *opposed, (THIRD, Kind.SIMILAR, GUESS, 1)) == [Link.OPPOSITE]
    assert told(circle, *opposed, (THIRD, Kind.SIMILAR, GUESS, 0)) == []


def test_kinds_of_kinds(circle: WordTable) -> None:
    """A poodle is an animal by way of dog, but not by way of another sense of dog."""
    first = (GUESS, Kind.KIND_OF, THIRD, 2)
    assert told(circle, first, (THIRD, Kind.KIND_OF, SECRET, 0)) == [Link.KIND_OF]
    assert told(circle, first, (THIRD, Kind.KIND_OF, SECRET, 1)) == []


def test_kinds_in_a_ring_end(circle: WordTable) -> None:
    """Words that are kinds of each other are no endless walk."""
    ring = [(GUESS, Kind.KIND_OF, THIRD, 0), (THIRD, Kind.KIND_OF, GUESS, 0)]
    assert told(circle, *ring) == []


def test_kinds_of_one_thing(circle: WordTable) -> None:
    """Of two kinds of one thing that thing is named."""
    rows = [(GUESS, Kind.KIND_OF, THIRD, 0), (SECRET, Kind.KIND_OF, THIRD, 0)]
    table = replace(circle, relation_source=links(*rows))
    assert explain(table, score(table, SECRET), GUESS).ties == (
        Tie(Link.SAME_KIND, circle.words[THIRD]),
    )


@pytest.mark.parametrize(
    ("name", "named"), [("noun.animal", True), ("verb.motion", True), ("adj.all", False)]
)
def test_same_category(circle: WordTable, name: str, named: bool) -> None:
    """Words of one category are told so, where the category says anything."""
    table = replace(circle, fields=np.full(len(circle), FIELDS.index(name), np.uint8))
    expected = (Tie(Link.SAME_CATEGORY, name),) if named else ()
    assert explain(table, score(table, SECRET), GUESS).ties == expected


def test_same_family(circle: WordTable) -> None:
    """A form of the secret that has a row of its own is named as a form."""
    families = np.arange(len(circle), dtype=np.int32)
    families[GUESS] = SECRET
    assert told(replace(circle, families=families)) == [Link.FAMILY]


def test_the_secret_is_itself(circle: WordTable) -> None:
    """The secret is explained by nothing but itself."""
    assert [tie.link for tie in explain(circle, score(circle, 3), 3).ties] == [Link.ITSELF]


def test_sense_is_that_of_the_link(circle: WordTable) -> None:
    """Of a word's senses the one that the link holds for is told."""
    senses = [[Sense("n", f"{word} {n}") for n in range(3)] for word in circle.words]
    relations = links((GUESS, Kind.KIND_OF, SECRET, 2), (SECRET, Kind.ANTONYM, THIRD, 1))
    table = replace(circle, senses=senses, relation_source=relations)
    why = explain(table, score(table, SECRET), GUESS)
    assert why.sense == Sense("n", f"{circle.words[GUESS]} 2")
    assert why.secret_sense == Sense("n", f"{circle.words[SECRET]} 0")


def real(table: WordTable, guess: str, secret: str) -> Why:
    """Why a guess is near a secret, among the real words."""
    rows = table.row(guess), table.row(secret)
    assert None not in rows
    return explain(table, score(table, rows[1]), rows[0])


@pytest.mark.parametrize(
    ("guess", "secret", "link"),
    [
        ("cold", "hot", Link.OPPOSITE),
        ("buy", "sell", Link.OPPOSITE),
        ("sad", "happy", Link.OPPOSITE),
        ("big", "large", Link.SYNONYM),
        ("oak", "tree", Link.KIND_OF),
        ("tree", "oak", Link.HAS_KIND),
        ("finger", "hand", Link.PART_OF),
        ("hand", "finger", Link.HAS_PART),
        ("petal", "flower", Link.PART_OF),
        ("snore", "sleep", Link.ENTAILS),
        ("happiness", "happy", Link.DERIVED),
    ],
)
def test_real_words(real_words: WordTable, guess: str, secret: str, link: Link) -> None:
    """What everybody knows of these words is the first thing told."""
    assert real(real_words, guess, secret).ties[0].link is link


def test_real_words_that_keep_company(real_words: WordTable) -> None:
    """Words that are met together are told so, with neighbours that are neither of them."""
    why = real(real_words, "patient", "hospital")
    assert Tie(Link.TOGETHER) in why.ties
    assert len(why.shared) == SHARED
    assert not {"patient", "hospital", "patients", "hospitals"} & set(why.shared)
    assert all(real_words.listable[real_words.row(word)] for word in why.shared)
    assert real(real_words, "anger", "guitar").ties == ()


@pytest.mark.parametrize(
    ("guess", "secret", "told"),
    [("crane", "bird", "bird"), ("bat", "animal", "mammal"), ("bank", "river", "land")],
)
def test_real_senses(real_words: WordTable, guess: str, secret: str, told: str) -> None:
    """Of several senses the one that has to do with the secret is told."""
    sense = real(real_words, guess, secret).sense
    assert sense is not None
    assert told in sense.gloss


@pytest.mark.parametrize("mode", Mode)
def test_running_boards_are_not_given_away(real_words: WordTable, play: Any, mode: Mode) -> None:
    """While the secret is unknown only kinds of links are told: no word but the one asked for."""
    play = type(play)(real_words)
    secret = play.secret(play.turn())
    row = real_words.row(secret)
    order = play.book.scores(row).order
    fit = order[real_words.listable[order]]
    for place in (1, 2, 3, 20, 500):
        word = real_words.words[int(fit[place])]
        play.game.guess(play.turn(mode=mode), word)
        result = play.game.why(play.turn(mode=mode), word)
        why = result.why
        assert (why.sense, why.secret_sense, why.shared) == (None, None, ())
        assert all(tie.via is None for tie in why.ties)
        assert (result.view.secret, result.view.nearest) == (None, ())
        texts = repr([getattr(why, field.name) for field in fields(why) if field.name != "word"])
        assert secret not in texts


def test_forms_are_veiled(circle: WordTable) -> None:
    """That a word is a form of the secret would spell it: while it is unknown they are alike."""
    ties = (Tie(Link.FAMILY), Tie(Link.DERIVED), Tie(Link.SAME_KIND, "tree"))
    assert Why("oak", ties).veiled() == Why("oak", (Tie(Link.SIMILAR), Tie(Link.SAME_KIND)))


def test_only_words_on_a_running_board_are_explained(play: Any) -> None:
    """The secret itself is refused in the very words any other one is."""
    word, other = play.wrong(play.turn()), play.wrong(play.turn(), 1)
    play.game.guess(play.turn(), word)
    before = play.contents()
    assert play.game.why(play.turn(), word).why.word == word
    for refused in (other, play.secret(play.turn())):
        with pytest.raises(NotOnBoard) as caught:
            play.game.why(play.turn(), refused)
        assert vars(caught.value) == {"word": refused}
    assert play.contents() == before


def test_any_word_is_explained_after_the_end(play: Any) -> None:
    """With the secret known every word can be asked about, in any form, and nothing is stored."""
    play.solve()
    before = play.contents()
    result = play.game.why(play.turn(), "Forests!")
    assert result.why.word == "forest"
    assert result.view.secret == play.secret(play.turn())
    assert result.rank == play.book.scores(play.words.row(result.view.secret)).rank[5]
    assert play.contents() == before


def test_who_did_not_play_learns_nothing(play: Any) -> None:
    """On an ended shared board a stranger is told no more than while it ran."""
    secret, word = play.secret(play.turn()), play.wrong(play.turn())
    for said in (word, secret):
        play.game.guess(play.turn(1, mode=Mode.TOGETHER), said)
    result = play.game.why(play.turn(2, mode=Mode.TOGETHER), word)
    assert result.view.secret is None
    assert result.why == result.why.veiled()
    with pytest.raises(NotOnBoard):
        play.game.why(play.turn(2, mode=Mode.TOGETHER), secret)
    assert play.game.why(play.turn(1, mode=Mode.TOGETHER), secret).view.secret == secret


@pytest.mark.parametrize(("text", "error"), [("", EmptyGuess), ("xyzzy", UnknownWord)])
def test_text_that_is_no_word(play: Any, text: str, error: type[Exception]) -> None:
    """What would be refused as a guess is refused here."""
    with pytest.raises(error):
        play.game.why(play.turn(), text)
