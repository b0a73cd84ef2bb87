"""What a text wishes for, apart from what it says no to."""

import pytest

from recsys.negation import Asked, asked, head

TITLES = ("No Country for Old Men", "Don’t Look Now", "Nothing", "Paper Moon")


@pytest.mark.parametrize(
    ("text", "wished", "unwanted"),
    [
        ("not horror", "", ("horror",)),
        ("no science fiction please", "", ("science fiction",)),
        ("funny but nothing sad", "funny", ("sad",)),
        ("something scary, without blood or gore", "scary", ("blood", "gore")),
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
        ("weder Horror noch Krieg", "", ("Horror", "Krieg")),
        ("weder traurig, noch brutal, aber noch lustig", "lustig", ("traurig", "brutal")),
        ("neither horror nor war", "", ("horror", "war")),
        ("ni horreur, ni guerre", "", ("horreur", "guerre")),
        ("I dont want horror", "", ("horror",)),
        ("no bad language", "", ("bad language",)),
        ("it shouldn't be scary", "", ("scary",)),
        ("no black and white films", "", ("black and white",)),
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
        "I can't get enough romance",
        "I can not wait for summer",
        "nicht genug Romantik",
        "isn't it romantic",
        "don't you have comedies",
        "something I haven't seen",
        "couldn't put it down",
        "not just for kids",
        "un film dont le héros est drôle",
    ],
)
def test_what_says_no_to_nothing_is_left_alone(text: str) -> None:
    """Without a no, or with one that is none, a text is what it was."""
    assert asked(text) == Asked(text)


@pytest.mark.parametrize(
    ("text", "wished", "unwanted"),
    [
        ("not violent and lots of comedy", "lots of comedy", ("violent",)),
        ("a film without war and with comedy", "comedy", ("war",)),
        ("nicht traurig und mit Familie", "Familie", ("traurig",)),
        ("sans violence et avec de la musique", "musique", ("violence",)),
        ("without war and a happy ending", "happy ending", ("war",)),
        ("without war or with humour", "humour", ("war",)),
        ("set in a place with no past in the city", "place with in the city", ("past",)),
        ("not violent with dogs", "dogs", ("violent",)),
        ("nothing about war", "", ("war",)),
        ("no stories about war in space", "space", ("stories about war",)),
    ],
)
def test_a_wish_after_a_no(text: str, wished: str, unwanted: tuple[str, ...]) -> None:
    """What begins anew behind what is refused is wished for."""
    assert asked(text).unwanted == unwanted
    assert asked(text).wished.endswith(wished)


@pytest.mark.parametrize(
    ("text", "wished", "unwanted"),
    [
        ("not sad and funny", "funny", ("sad",)),
        ("a film that isn't sad and is funny", "funny", ("sad",)),
        ("ohne Krieg und lustig", "lustig", ("Krieg",)),
        ("without war and romantic", "romantic", ("war",)),
        ("without blood and gore", "", ("blood", "gore")),
        ("ohne Blut und Gewalt", "", ("Blut", "Gewalt")),
        ("pas de guerre et d'horreur", "", ("guerre", "horreur")),
        ("not sad or slow", "", ("sad", "slow")),
    ],
)
def test_what_an_and_joins(text: str, wished: str, unwanted: tuple[str, ...]) -> None:
    """An `or` goes on refusing; an `and` does from thing to thing, and not from how things are."""
    assert asked(text) == Asked(wished, unwanted)


@pytest.mark.parametrize(
    "text",
    [
        "No Country for Old Men",
        "no country",
        "don't look now?",
        "something like No Country for Old Men",
        "Paper Moon or Don't Look Now",
    ],
)
def test_titles_with_a_no(text: str) -> None:
    """A title, words of one, and one that stands in a text refuse nothing."""
    assert asked(text, TITLES) == Asked(text)


def test_noes_beside_titles() -> None:
    """A no outside of a title is one all the same; a title of one word hides none."""
    beside = asked("like no country for old men, but not sad", TITLES)
    assert beside == Asked("no country for old men", ("sad",))
    assert asked("nothing sad", TITLES) == Asked("", ("sad",))
    assert asked("nothing like Don't Look Now", TITLES) == Asked("", ("Don't Look Now",))


@pytest.mark.parametrize(
    ("phrase", "first"),
    [
        ("war", "war"),
        ("science fiction", "science fiction"),
        ("stories of war", "war"),
        ("violence for the family", "violence"),
        ("the", ""),
    ],
)
def test_head_of_a_phrase(phrase: str, first: str) -> None:
    """It is what the phrase is about, and nothing that comes later."""
    assert head(phrase) == first
