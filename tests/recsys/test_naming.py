"""The names that titles have, as catalogues write them and as people say them."""

import pytest

from recsys.naming import fronted, keys_of, undated


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Matrix, The", "The Matrix"),
        ("Road Warrior, The (Mad Max 2)", "The Road Warrior (Mad Max 2)"),
        ("Counterfeiters, The (Die Fälscher)", "The Counterfeiters (Die Fälscher)"),
        ("Tin Drum, The (Blechtrommel, Die)", "The Tin Drum (Die Blechtrommel)"),
        ("Baader Meinhof Komplex, Der", "Der Baader Meinhof Komplex"),
        ("Boot, Das (Boat, The)", "Das Boot (The Boat)"),
        ("Bear, The (Ours, L')", "The Bear (L'Ours)"),
        ("Good, the Bad and the Ugly, The (Buono, il brutto, il cattivo, Il)",
         "The Good, the Bad and the Ugly (Il Buono, il brutto, il cattivo)"),
        ("Impossible, The (Imposible, Lo)", "The Impossible (Lo Imposible)"),
        ("Zombie (a.k.a. Gates, The) (Zombi 2)", "Zombie (a.k.a. The Gates) (Zombi 2)"),
        ("Matrix, The (1999)", "The Matrix (1999)"),
    ],
)  # fmt: skip
def test_articles_come_first(written: str, said: str) -> None:
    """An article at the end of a name stands in front of it, in brackets as well; once is all."""
    assert fronted(written) == said
    assert fronted(said) == said


@pytest.mark.parametrize(
    "title",
    ["I, Robot", "Paris, Texas", "Monsters, Inc.", "Oh, God!", "Lust, Caution (Se, jie)", ", The"],
)
def test_commas_in_names_stay(title: str) -> None:
    """What is no article stays where it is, and so does one that stands behind nothing."""
    assert fronted(title) == title


def test_names_of_a_title() -> None:
    """The whole comes first, then what stands in brackets, and what is left without them."""
    assert keys_of("Counterfeiters, The (Die Fälscher)") == (
        "counterfeiters the die falscher", "the counterfeiters die falscher", "die falscher",
        "the counterfeiters",
    )  # fmt: skip
    assert keys_of("Léon (a.k.a. The Professional) (1994)")[-2:] == ("the professional", "leon")
    assert keys_of("(500) Days of Summer") == ("500 days of summer",)
    assert keys_of("1984") == ("1984",)
    assert keys_of("?!") == ()


@pytest.mark.parametrize(
    ("title", "year", "left"),
    [
        ("Heat (1995)", 1995, "Heat"),
        ("Heat (1995)", 1986, "Heat (1995)"),
        ("Heat (1995)", None, "Heat (1995)"),
        ("(1984)", 1984, "(1984)"),
        ("Summer 1984", 1984, "Summer 1984"),
    ],
)
def test_years_that_are_told_twice(title: str, year: int | None, left: str) -> None:
    """A year in brackets goes where it is the item's own and something else is left."""
    assert undated(title, year) == left
