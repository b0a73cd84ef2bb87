"""`warmer recs rate`, `recommend`, `why` and their kin, as a self-hoster and scripts use them."""

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bot.local.server import LocalDiscord
from bot.recommender import Recommender, Recommenders
from bot.settings import Settings
from store.engine import Database, open_database
from store.members import SqlMembers

Run = Callable[..., Any]

FILMS = """external_id,title,year,tags
sea,Sea,1999,water|quiet|drama
lake,Lake,2003,water|quiet|drama
river,River,2011,water|quiet
moon,Moon,2005,space|quiet
mars,Mars,2008,space|war
venus,Venus,2010,space|war
heat-1995,Heat,1995,crime
heat-2013,Heat,2013,comedy
crime,Crimson Tide,1995,war|water
1999,Strange Days,1995,crime|space
"""
DISCORD = ("--server", "900")


@pytest.fixture
def run(warmer: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `warmer` on a database of the test's own, without an encoder, whose start takes long."""
    monkeypatch.setenv("WARMER_ENCODER", "http")

    def use(*arguments: str, **more: str) -> Any:
        return warmer(*arguments, "--database", "taste.sqlite3", **more)

    return use


@pytest.fixture
def films(run: Run) -> Run:
    """The same on a database with ten films on the console's server."""
    Path("films.csv").write_text(FILMS)
    put = run("items", "import", "films.csv", "--shelf", "films", "--server", "console")
    assert put.code == 0
    return run


@pytest.fixture
def rated(films: Run) -> Run:
    """The same, where Ada likes water and no war, and Bob space and war."""
    for member, title, stars in (
        ("Ada", "Sea", "5"), ("Ada", "Lake", "4.5"), ("Ada", "Mars", "1"),
        ("Bob", "Mars", "5"), ("Bob", "Venus", "4"), ("Bob", "Sea", "4"), ("Bob", "Lake", "2"),
    ):  # fmt: skip
        assert films("recs", "rate", title, stars, "--member", member).code == 0
    return films


@pytest.fixture
def discord(films: Run) -> Run:
    """The films stand on a server of Discord, too, where nobody has used Warmer yet."""
    where = ("--shelf", "films", *DISCORD, "--new-server")
    assert films("items", "import", "films.csv", *where).code == 0
    return films


def told(ended: Any) -> Any:
    """What was printed as JSON."""
    assert (ended.code, ended.err) == (0, "")
    return json.loads(ended.out)


def titles(rows: list[Any]) -> list[str]:
    """The titles of items in rows."""
    return [row["item"]["title"] for row in rows]


def test_rate_change_and_take_back(films: Run) -> None:
    """Every way to say something replaces the one before, and --undo brings that one back."""
    say = ("recs", "rate", "Sea", "--member", "Ada")
    assert films(*say, "4.5").out == "Ada: Sea (1999), ★★★★½.\n"
    assert films(*say, "4.5").out == "Ada: Sea (1999), ★★★★½ (as before).\n"
    assert films(*say, "--like").out == "Ada: Sea (1999), liked (before: ★★★★½).\n"
    assert films(*say, "--dislike").out == "Ada: Sea (1999), not liked (before: liked).\n"
    assert films(*say, "--seen").out == "Ada: Sea (1999), seen (before: not liked).\n"
    assert films(*say, "--dismiss").out == "Ada: Sea (1999), not for me (before: seen).\n"
    assert films(*say, "--undo").out == "Ada: Sea (1999), seen again: not for me is taken back.\n"
    for _ in range(3):
        assert films(*say, "--undo").code == 0
    ended = films(*say, "--undo")
    assert ended.out == "Ada: Sea (1999), nothing is said any more: ★★★★½ is taken back.\n"
    ended = films(*say, "--undo")
    assert (ended.code, "nothing to take back" in ended.complaint) == (65, True)


def test_rate_as_json(films: Run) -> None:
    """A script reads what was said before, what is now, and whether that is a change."""
    say = ("recs", "rate", "Sea", "--member", "Ada", "--json")
    first, again = told(films(*say, "4")), told(films(*say, "4"))
    assert (first["before"], first["now"]["stars"], first["changed"]) == (None, 4.0, True)
    assert (again["before"], again["changed"]) == (again["now"], False)
    undone = told(films(*say, "--undo"))
    assert (undone["before"]["verdict"], undone["now"], undone["changed"]) == ("like", None, True)
    assert undone["item"] | {"number": 0} == {
        "number": 0, "external_id": "sea", "title": "Sea", "year": 1999,
        "tags": ["water", "quiet", "drama"], "shelf": "films",
    }  # fmt: skip


@pytest.mark.parametrize("said", [[], ["4", "--like"], ["--seen", "--undo"]], ids=" ".join)
def test_rate_says_one_thing(films: Run, said: list[str]) -> None:
    """None, or two at once, is wrong usage, and nothing is stored."""
    ended = films("recs", "rate", "Sea", *said)
    assert (ended.code, "say one thing" in ended.err) == (2, True)
    assert told(films("recs", "ratings", "--json"))["ratings"] == []


@pytest.mark.parametrize("stars", ["0", "5.5", "3.3", "nan", "inf"])
def test_stars_off_the_scale(films: Run, stars: str) -> None:
    """They are refused with the scale, and nothing is stored."""
    ended = films("recs", "rate", "Sea", stars)
    assert (ended.code, "from 0.5 to 5, in halves" in ended.complaint) == (2, True)
    assert told(films("recs", "ratings", "--json"))["ratings"] == []


def test_items_are_named_in_four_ways(films: Run) -> None:
    """By title, by title and year, by external id, or by number; in any case."""
    number = told(films("recs", "rate", "MOON", "3", "--json"))["item"]["number"]
    for name in ("moon", f"#{number}", "Moon (2005)", " Moon "):
        assert told(films("recs", "rate", name, "4", "--json"))["item"]["title"] == "Moon"
    dated = told(films("recs", "rate", "Heat (2013)", "4", "--json"))
    assert dated["item"]["external_id"] == "heat-2013"


def test_ambiguous_title_offers_the_choices(films: Run) -> None:
    """Several are told with numbers and years, and a number decides."""
    ended = films("recs", "rate", "Heat", "4")
    assert ended.code == 65
    choices = {one["external_id"]: one for one in _found(films, "Heat")}
    for name, year in (("heat-1995", 1995), ("heat-2013", 2013)):
        assert f"'#{choices[name]['number']}' Heat ({year})" in ended.complaint
    chosen = told(films("recs", "rate", f"#{choices['heat-1995']['number']}", "4", "--json"))
    assert chosen["item"]["year"] == 1995


def _found(films: Run, text: str) -> list[Any]:
    found = told(films("recs", "find", text, "--json"))["found"]
    return [row["item"] for row in found if row["item"]["title"] == text]


def test_external_id_that_is_another_title(films: Run) -> None:
    """An id that is also the title of something else is not guessed at."""
    assert told(films("recs", "rate", "1999", "4", "--json"))["item"]["title"] == "Strange Days"
    Path("more.csv").write_text("external_id,title\nparty,1999\n")
    films("items", "import", "more.csv", "--shelf", "films")
    ended = films("recs", "rate", "1999", "4")
    assert (ended.code, "Strange Days" in ended.complaint) == (65, True)


def test_unknown_items(films: Run) -> None:
    """A misspelt title is told with near ones; to rate, words of a title are not enough."""
    ended = films("recs", "why", "Crimson Tyde")
    assert (ended.code, "Did you mean Crimson Tide" in ended.complaint) == (65, True)
    ended = films("recs", "rate", "crimson", "4")
    assert (ended.code, "Did you mean Crimson Tide" in ended.complaint) == (65, True)
    assert films("recs", "why", "crimson").code == 0
    ended = films("recs", "similar", "#4711")
    assert (ended.code, "no item of number '#4711'" in ended.complaint) == (65, True)


def test_what_left_the_shelf_can_be_taken_back(rated: Run) -> None:
    """By its external id, however it was removed; it is explained no more."""
    number = told(rated("recs", "why", "Sea", "--member", "Ada", "--json"))["item"]["number"]
    assert rated("items", "remove", f"#{number}", "--shelf", "films").out == "Removed 1 item.\n"
    assert (
        "nothing is said any more" in rated("recs", "rate", "sea", "--undo", "--member", "Ada").out
    )
    assert rated("recs", "why", "sea", "--member", "Ada").code == 65


def test_ratings(rated: Run) -> None:
    """All that a member said, the latest first, as a table and as JSON."""
    found = told(rated("recs", "ratings", "--member", "Ada", "--json"))
    assert {x["item"]["title"]: x["stars"] for x in found["ratings"]} == {
        "Mars": 1.0, "Lake": 4.5, "Sea": 5.0
    }  # fmt: skip
    shown = rated("recs", "ratings", "--member", "Ada").out
    assert "films, by Ada: 3 opinions" in shown
    assert "★★★★½" in shown
    assert "said nothing about films yet" in rated("recs", "ratings", "--member", "Eve").out


def test_recommend_tells_exactly_why(rated: Run) -> None:
    """Every score is the base and what each rating adds, and taking one back proves it."""
    ask = ("recs", "recommend", "--member", "Ada", "--json")
    found = told(rated(*ask))
    assert found["basis"] == "taste"
    assert not {"Sea", "Lake", "Mars"} & {*titles(found["picks"])}
    for pick in found["picks"]:
        whole = pick["base"] + sum(x["contribution"] for x in pick["contributions"])
        assert whole == pytest.approx(pick["score"], abs=1e-12)
        assert {*titles(pick["contributions"])} <= {"Sea", "Lake", "Mars"}
    river = next(x for x in found["picks"] if x["item"]["title"] == "River")
    sea = next(x for x in river["contributions"] if x["item"]["title"] == "Sea")
    assert sea["rating"]["stars"] == 5.0
    rated("recs", "rate", "Sea", "--undo", "--member", "Ada")
    later = told(rated("recs", "why", "River", "--member", "Ada", "--json"))
    assert later["score"] == pytest.approx(river["score"] - sea["contribution"], abs=1e-9)


def test_recommend_in_words(rated: Run) -> None:
    """The list is numbered, says because of what, and how to read it where nothing is known."""
    shown = rated("recs", "recommend", "--member", "Ada").out
    assert shown.startswith("films, for Ada\n1  ")
    assert "because you liked Sea (1999)" in shown
    fresh = rated("recs", "recommend", "--member", "Eve").out
    assert "No taste is known here yet, so a bit of everything: Eve." in fresh


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_nothing_is_wider_than_the_terminal(
    rated: Run, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    """However narrow it is, lines are broken between words, and tables keep to their columns."""
    monkeypatch.setenv("COLUMNS", str(columns))
    long = "A very long title that goes on and on about nothing in particular for ever and ever"
    Path("long.csv").write_text(f"title,tags\n{long},water|quiet|drama|a tag of some length\n")
    rated("items", "import", "long.csv", "--shelf", "films")
    for ask in (
        ["recommend", "--mood", "quiet water", "--with", "Bob"], ["why", "River", "--with", "Bob"],
        ["similar", "Sea"], ["find", "water"], ["ratings"], ["taste"],
    ):  # fmt: skip
        member = () if ask[0] in {"similar", "find"} else ("--member", "Ada")
        shown = rated("recs", *ask, *member).out
        assert max(len(line) for line in shown.splitlines()) <= max(columns, 68)


def test_recommend_for_several(rated: Run) -> None:
    """One list for all: others' ratings count, and are told as one sum each, never singly."""
    ask = ("recs", "recommend", "--member", "Ada", "--with", "Bob", "--with", "Ada", "--json")
    found = told(rated(*ask))
    assert [one["name"] for one in found["members"]] == ["Ada", "Bob"]
    assert [one["rated"] for one in found["standings"]] == [True, True]
    assert not any("ratings" in one for one in found["standings"])  # how many is theirs to tell
    assert not {"Sea", "Lake", "Mars", "Venus"} & {*titles(found["picks"])}
    bob = found["members"][1]["member"]
    for pick in found["picks"]:
        [theirs] = pick["others"]
        own = sum(one["contribution"] for one in pick["contributions"])
        assert theirs["member"] == bob
        assert pick["base"] + own + theirs["contribution"] == pytest.approx(
            pick["score"], abs=1e-12
        )
        assert "Venus" not in titles(pick["contributions"])
    assert "How it suits each" in rated(*ask[:-1]).out


def test_recommend_as_wished(rated: Run) -> None:
    """A mood leads, --number limits, and how adventurous it is may be chosen within bounds."""
    ask = ("recs", "recommend", "--member", "Ada", "--json")
    mood = ("--mood", " space  war ", "--number", "2")
    found = told(rated("recs", "recommend", "--member", "Eve", "--json", *mood))
    assert len(found["picks"]) == 2
    assert titles(found["picks"])[0] in {"Venus", "Mars"}
    assert (found["mood"], found["by_meaning"]) == ("space war", False)
    safe = told(rated(*ask, "--adventure", "0"))
    assert not any(pick["surprise"] for pick in safe["picks"])
    assert rated(*ask, "--adventure", "4").code == 2
    assert rated(*ask, "--number", "0").code == 2
    assert told(rated(*ask)) == told(rated(*ask))


def test_recommend_until_nothing_is_left(run: Run) -> None:
    """A shelf of one thing says so, and one of which all is known is no failure."""
    Path("one.csv").write_text("title\nSea\n")
    run("items", "import", "one.csv", "--shelf", "films", "--server", "console")
    assert "Only one thing stands on this shelf" in run("recs", "recommend").out
    run("recs", "rate", "Sea", "--dismiss")
    ended = run("recs", "recommend")
    assert (ended.code, "Nothing is left" in ended.out) == (0, True)
    assert told(run("recs", "recommend", "--json"))["picks"] == []
    run("items", "remove", "Sea", "--shelf", "films")
    ended = run("recs", "recommend")
    assert (ended.code, "nothing on the shelf films" in ended.complaint) == (65, True)


def test_why(rated: Run) -> None:
    """The table adds up as it is written, and a list's mood and company are told apart."""
    shown = rated("recs", "why", "River", "--member", "Ada").out
    *parts, whole = [float(line.split()[0]) for line in shown.splitlines() if line.lstrip()[:1] in
                     {*"+-0123456789"}]  # fmt: skip
    assert sum(parts) == pytest.approx(whole, abs=0.005)
    assert "Sea (1999)  ★★★★★" in shown
    wished = told(
        rated("recs", "why", "River", "--member", "Ada", "--mood", "war", "--with", "Bob", "--json")
    )
    assert [one["side"] for one in wished["terms"]] == ["mood", "taste"]
    assert "by the taste of Ada alone" in rated(
        "recs", "why", "River", "--member", "Ada", "--with", "Bob"
    ).out  # fmt: skip
    assert "Said of it already: ★★★★★" in rated("recs", "why", "Sea", "--member", "Ada").out


def test_similar_and_find(rated: Run) -> None:
    """What is like something is never itself; without an encoder a search goes by words."""
    alike = told(rated("recs", "similar", "Sea", "--number", "3", "--json"))
    assert len(alike["found"]) == 3
    assert "Sea" not in titles(alike["found"])
    assert titles(alike["found"])[0] == "Lake"
    found = told(rated("recs", "find", "space war", "--json"))
    assert {*titles(found["found"][:2])} == {"Mars", "Venus"}
    assert found["by_meaning"] is False
    assert "The texts are not encoded (yet): found by words." in rated("recs", "find", "space").out
    assert "Nothing there comes near" in rated("recs", "find", "xyzzy").out
    assert rated("recs", "find", " ").code == 2


def test_pairs_and_swaps(films: Run) -> None:
    """What is used together, and how often; where nothing is known that is said."""
    assert "Nothing is known yet" in films("recs", "pairs", "Sea").out
    baskets = ["sea|moon", "sea|moon", "lake|moon", "lake|moon", *["crime|mars"] * 4]
    rows = [f"{number},{items}" for number, items in enumerate(baskets)]
    Path("baskets.csv").write_text("\n".join(["basket,items", *rows]) + "\n")
    films("baskets", "import", "baskets.csv", "--shelf", "films")
    found = told(films("recs", "pairs", "Sea", "--json"))["found"]
    assert (titles(found), found[0]["together"]) == (["Moon"], 2)
    assert "together" in films("recs", "pairs", "Sea").out
    assert titles(told(films("recs", "swap", "Sea", "--json"))["found"])[0] == "Lake"
    assert "Lake (2003)" in films("recs", "swap", "Sea").out


def test_taste_and_its_picture(rated: Run) -> None:
    """What is liked lies on the map; the picture is a PNG, and there is none of nothing."""
    found = told(rated("recs", "taste", "--member", "Ada", "--picture", "ada.png", "--json"))
    assert {*titles(found["liked"])} == {"Sea", "Lake"}
    assert titles(found["low"]) == ["Mars"]
    assert all(-1 <= one[side] <= 1 for one in found["liked"] for side in "xy")
    assert found["picture"] == "ada.png"
    assert Path("ada.png").read_bytes().startswith(b"\x89PNG\r\n")
    assert "films, 2 things liked: Ada" in rated("recs", "taste", "--member", "Ada").out
    assert "No likes on films yet: Eve." in rated("recs", "taste", "--member", "Eve").out
    ended = rated("recs", "taste", "--member", "Eve", "--picture", "eve.png")
    assert (ended.code, "nothing to draw" in ended.complaint) == (65, True)
    assert not Path("eve.png").exists()


def test_picture_that_cannot_be_written(rated: Run) -> None:
    """The place that was named is told, and nothing is left there."""
    ended = rated("recs", "taste", "--member", "Ada", "--picture", "gone/ada.png")
    assert (ended.code, "no folder gone" in ended.complaint) == (73, True)
    Path("taken.png").mkdir()
    ended = rated("recs", "taste", "--member", "Ada", "--picture", "taken.png")
    assert (ended.code, "Cannot write taken.png" in ended.complaint) == (73, True)
    assert [path.name for path in Path().glob("*.png")] == ["taken.png"]


def test_twins(rated: Run) -> None:
    """Only those who joined find each other; who leaves is found no more."""
    mine = ("recs", "twins", "--member", "Ada")
    assert "Not taking part: Ada." in rated(*mine).out
    assert told(rated(*mine, "--json")) | {"server": "", "member": ""} == {
        "server": "", "shelf": "films", "member": "", "name": "Ada", "opted_in": False, "twins": []
    }  # fmt: skip
    rated("recs", "rate", "Lake", "5", "--member", "Cid")
    rated("recs", "rate", "Sea", "5", "--member", "Cid")
    assert "Nobody else who takes part" in rated(*mine, "--join").out
    rated("recs", "twins", "--member", "Cid", "--join")
    found = told(rated(*mine, "--json"))
    cid = LocalDiscord(identity="play").add_person("Cid").id
    assert [one["member"] for one in found["twins"]] == [str(cid)]
    assert {one["title"] for one in found["twins"][0]["shared"]} == {"Sea", "Lake"}
    assert f"{cid}" in rated(*mine).out
    rated("recs", "twins", "--member", "Cid", "--leave")
    assert told(rated(*mine, "--json"))["twins"] == []


def test_names_on_the_console_are_those_of_play(rated: Run) -> None:
    """A name is the member who plays by it in `warmer play`; so is the member's id."""
    ada = LocalDiscord(identity="play").add_person("Ada").id
    named = told(rated("recs", "ratings", "--member", " Ada ", "--json"))
    assert named["member"] == str(ada)
    by_id = told(rated("recs", "ratings", "--member", str(ada), "--json"))
    assert by_id["ratings"] == named["ratings"]
    you = LocalDiscord(identity="play").add_person("you").id
    assert told(rated("recs", "ratings", "--json"))["member"] == str(you)
    for name in ("x" * 33, " "):
        assert rated("recs", "ratings", "--member", name).code == 2


def test_members_on_discord_are_ids(discord: Run) -> None:
    """One must be named, and be an id."""
    ended = discord("recs", "recommend", *DISCORD)
    assert (ended.code, "Copy User ID" in " ".join(ended.err.split())) == (2, True)
    for name in ("Ada", "0", "9" * 30):
        ended = discord("recs", "recommend", *DISCORD, "--member", name)
        assert (ended.code, "no member's id" in " ".join(ended.err.split())) == (2, True)


def test_members_of_whom_nothing_is_stored(discord: Run) -> None:
    """An id that was typed wrong, or was forgotten, is refused unless it is said to be new."""
    say = ("recs", "rate", "Sea", "5", *DISCORD, "--member", "77")
    ended = discord(*say)
    assert (ended.code, "Nothing is stored about a member 77" in ended.complaint) == (65, True)
    assert discord(*say, "--new-member").code == 0
    assert discord("recs", "ratings", *DISCORD, "--member", "77").code == 0
    ended = discord("recs", "recommend", *DISCORD, "--member", "77", "--with", "78")
    assert (ended.code, "a member 78" in ended.complaint) == (65, True)
    with closing(open_database("taste.sqlite3")) as database:
        SqlMembers(database).forget(77, None, datetime.now(UTC))
    ended = discord("recs", "ratings", *DISCORD, "--member", "77")
    assert (ended.code, "were forgotten" in ended.complaint) == (65, True)


def test_imported_members_can_be_asked_about(run: Run) -> None:
    """Those have ids below zero, and are asked about like any other."""
    Path("ml").mkdir()
    rows = [f"{n},Film {n} (1999),{'War' if n % 2 else 'Drama'}" for n in range(9)]
    Path("ml/movies.csv").write_text("\n".join(["movieId,title,genres", *rows]) + "\n")
    Path("ml/ratings.csv").write_text("userId,movieId,rating\n1,1,5\n1,3,5\n2,2,5\n")
    run("items", "import", "ml", "--shelf", "films", "--server", "console")
    with closing(open_database("taste.sqlite3")) as database, database.reading() as connection:
        members = connection.exec_driver_sql("SELECT DISTINCT member_id FROM opinions").scalars()
        member = min(members)
    found = told(run("recs", "recommend", "--member", str(member), "--json"))
    assert found["ratings"] in {1, 2}
    assert found["picks"]


def test_which_server_and_shelf(discord: Run) -> None:
    """Where there are several it must be said which, and a shelf that is not there is told."""
    ended = discord("recs", "recommend")
    assert (ended.code, "Which server is meant?" in " ".join(ended.err.split())) == (2, True)
    here = ("--server", "console")
    ended = discord("recs", "recommend", "--shelf", "books", *here)
    assert (ended.code, "There are: films." in ended.complaint) == (65, True)
    ended = discord("recs", "rate", "Sea", "4", "--shelf", "books", *here)
    assert (ended.code, "There are: films." in ended.complaint) == (65, True)


def test_without_any_shelf(run: Run) -> None:
    """A new database says how to fill a shelf."""
    assert run("db", "upgrade").code == 0
    for ask in (["recommend"], ["rate", "Sea", "4"], ["find", "sea"], ["ratings"]):
        ended = run("recs", *ask, "--server", "console")
        assert (ended.code, "warmer items import" in ended.complaint) == (65, True)


def test_shelf_tells_equal_titles_apart(films: Run) -> None:
    """A title on two shelves is ambiguous until the shelf is named; a search tells the shelf."""
    Path("books.csv").write_text("external_id,title,tags\nsea,Sea,water\n")
    films("items", "import", "books.csv", "--shelf", "books")
    assert films("recs", "rate", "Sea", "4").code == 65
    chosen = told(films("recs", "rate", "Sea", "4", "--shelf", "books", "--json"))
    assert chosen["shelf"] == "books"
    assert "books" in films("recs", "find", "sea").out


@pytest.fixture(params=["sqlite", "postgres"])
def shared(request: pytest.FixtureRequest, clean_environment: None) -> str:
    """A database of either kind that the command line and a bot both open."""
    if request.param == "sqlite":
        return "taste.sqlite3"
    request.getfixturevalue("postgres_database")
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture
def bot(shared: str, warmer: Run, monkeypatch: pytest.MonkeyPatch) -> Iterator[Recommenders]:
    """A recommender that has run for a while, on a shelf that the command line has filled."""
    monkeypatch.setenv("WARMER_ENCODER", "http")
    Path("films.csv").write_text(FILMS)
    where = ("--server", "console", "--database", shared)
    assert warmer("items", "import", "films.csv", "--shelf", "films", *where).code == 0
    with closing(open_database(shared)) as database, closing(_opened(database)) as recommender:
        yield recommender.open()


def _opened(database: Database) -> Recommender:
    return Recommender(Settings(), database, lambda: datetime.now(UTC), lambda _: None)


def test_running_bot_knows_at_its_next_answer(bot: Recommenders, warmer: Run, shared: str) -> None:
    """What the command line stored is in the lists, reasons and models of a bot that runs."""
    world = LocalDiscord(identity="play")
    ada, bob = world.add_person("Ada").id, world.add_person("Bob").id
    shelf = bot.library.shelf(world.guild_id, "films")

    def listed(member: int) -> list[Any]:
        rng = np.random.default_rng(1)
        found = bot.tastes.recommend(shelf, [member], rng, number=10, surprise=False)
        return [*found.picks]

    assert len(listed(ada)) == len(listed(bob)) == 10

    def say(member: str, title: str, *said: str) -> None:
        where = ("--member", member, "--database", shared)
        assert warmer("recs", "rate", title, *said, *where).code == 0

    say("Ada", "Mars", "5")
    say("Ada", "Heat (2013)", "5")
    after = listed(ada)
    assert len(after) == 8
    assert {x.item.title for pick in after for x in pick.because} <= {"Mars", "Heat"}
    comedy = next(x.item for x in listed(bob) if x.item.external_id == "heat-2013")
    say("Bob", "Mars", "5")
    owed = bot.tastes.explain(comedy, bob)
    assert owed.score > owed.base  # that Ada likes both has reached the model, too
    say("Bob", "Mars", "--undo")
    assert bot.tastes.explain(comedy, bob).reasons == ()
    assert len(listed(bob)) == 10
