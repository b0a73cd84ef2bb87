"""What a text wishes for, apart from what it says no to."""

import pytest

from recsys.negation import Asked, asked


@pytest.mark.parametrize(
    ("text", "wished", "unwanted"),
    [
        ("not horror", "", ("horror",)),
        ("no science fiction please", "", ("science fiction",)),
        ("funny but nothing sad", "funny", ("sad",)),
        ("something scary, without blood or gore", "scary", ("blood or gore",)),
        ("funny, not scary, with dogs", "funny with dogs", ("scary",)),
        ("a film that isn't sad", "", ("sad",)),
        ("I don't want horror", "", ("horror",)),
        ("I don’t like musicals", "", ("musicals",)),
        ("anything but romance", "", ("romance",)),
        ("everything but musicals", "", ("musicals",)),
        ("nothing with zombies", "", ("zombies",)),
        ("no horror, no romance", "", ("horror", "romance")),
        ("not so much action, rather drama", "drama", ("action",)),
        ("ohne Gewalt", "", ("Gewalt",)),
        ("etwas Lustiges, aber nichts Trauriges", "Lustiges", ("Trauriges",)),
        ("kein Horror bitte", "", ("Horror",)),
        ("bitte nicht zu traurig", "", ("traurig",)),
        ("alles außer Krieg", "", ("Krieg",)),
        ("pas d'horreur", "", ("horreur",)),
        ("je ne veux pas d’horreur", "", ("horreur",)),
        ("quelque chose de drôle mais pas triste", "drôle", ("triste",)),
        ("sans violence ni sang", "", ("violence", "sang")),
        ("tout sauf la guerre", "", ("guerre",)),
    ],
)
def test_a_no_is_heard(text: str, wished: str, unwanted: tuple[str, ...]) -> None:
    """In three languages, up to where something is wished for again, without idle words."""
    assert asked(text) == Asked(wished, unwanted)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "something funny and light",
        "nothing but horror",
        "not only for kids",
        "nicht schlecht",
        "nicht nur lustig",
        "why not a comedy",
        "pourquoi pas une comédie",
        "pas mal",
        "no",
        "noir",
        "Pasta ohne",
    ],
)
def test_what_says_no_to_nothing_is_left_alone(text: str) -> None:
    """Without a no, or with one that is none, a text is what it was."""
    assert asked(text) == Asked(text)
