"""Lists of near words as players see them."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from embedding.words.neighbors import FAMILIARITY, nearest_rows
from embedding.words.table import WordTable
from game.scoring import score
from game.spelling import Speller


def test_each_family_stands_once(circle: WordTable) -> None:
    """Of words of one family the nearest stands in the list, and none of the word's own family."""
    families = np.arange(len(circle), dtype=np.int32)
    families[[1, 4]] = (0, 3)  # badger is of the word's own family, engine of desert's
    table = replace(circle, families=families)
    assert nearest_rows(table, score(table, 0).similarity, 4, (0,)) == [2, 3, 5, 6]


def test_unfit_words_are_left_out(circle: WordTable) -> None:
    """Neither hurtful words nor names are listed."""
    hidden, names = np.zeros((2, len(circle)), np.bool_)
    hidden[1] = names[3] = True
    table = replace(circle, hidden=hidden, name_like=names)
    assert nearest_rows(table, score(table, 0).similarity, 3, (0,)) == [2, 4, 5]


def test_familiar_words_come_first(circle: WordTable) -> None:
    """So much more frequency outweighs so much less similarity, and by similarity alone not."""
    similarity = score(circle, 0).similarity
    zipf = circle.zipf.copy()
    zipf[2] += (similarity[1] - similarity[2]) / FAMILIARITY + 0.01
    table = replace(circle, zipf=zipf)
    assert nearest_rows(table, similarity, 2, (0,)) == [2, 1]
    assert nearest_rows(table, similarity, 2, (0,), familiarity=0) == [1, 2]


@pytest.mark.parametrize("secret", ["river", "guitar", "bread", "storm", "run"])
def test_lists_of_the_real_words(real_words: WordTable, secret: str) -> None:
    """Ten neighbours of ten families, all of which may be shown."""
    row = real_words.row(secret)
    assert row is not None
    rows = nearest_rows(real_words, score(real_words, row).similarity, 10, (row,))
    assert len({int(real_words.families[at]) for at in (row, *rows)}) == 11
    assert real_words.listable[rows].all()


def test_finished_boards_list_neighbours_so(play: Any) -> None:
    """The list on a finished board leaves out unfit words, and tells true ranks all the same."""
    secret = play.secret(play.turn())
    row = play.words.row(secret)
    first = int(play.book.scores(row).order[1])
    hidden = np.zeros(len(play.words), np.bool_)
    hidden[first] = True
    other = type(play)(replace(play.words, hidden=hidden))
    nearest = other.game.guess(other.turn(), secret).view.nearest
    assert [near.rank for near in nearest] == list(range(2, 12))


def test_suggestions_leave_out_what_hurts(circle: WordTable) -> None:
    """A hidden word is not suggested, nor is any form of it."""
    hidden = np.zeros(len(circle), np.bool_)
    hidden[5] = True
    assert Speller(replace(circle, hidden=hidden)).suggest("foresst") == ()
    assert Speller(circle).suggest("foresst") == ("forest",)


def test_suggestions_hold_each_family_once(circle: WordTable) -> None:
    """Of *anchor* and *anchors* the likelier one is suggested."""
    assert Speller(circle).suggest("anchros") == ("anchors",)
